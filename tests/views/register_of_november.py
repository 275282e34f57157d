"""The real register's answers for 21 November 2026, as values, without reading or reckoning.

The views only show values; these are what the store gives for `commitments.toml` on that day.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

from tracker.core.rows import AgreementLine, Detail, LogLine, Passage, Picture, Row, TimeRule

AS_OF = "2026-11-21"
MEETINGS = "oim-oci.half-yearly-meetings"
_STATES = {MEETINGS: "overdue", "oim-oci.expiry": "upcoming", "oim-oci.amendment": "active"}
_DUE = {
    MEETINGS: ("2025-12-21", "", -335),
    "oim-oci.expiry": ("2027-12-31", "", 405),
    "icesco-osce.young-entrepreneurs": ("2025-12-31", "2025", -325),
    "champions-gcm.regional-review-2024": ("2024-12-31", "2024", -690),
}
_SINCE = {
    "icesco-oim": "2023-08-16",
    "oim-maroc": "2019-06-11",
    "oim-oci": "2025-12-21",
    "icesco-osce": "2023-03-15",
    "champions-gcm": "2023-07-27",
}


@cache
def register() -> dict[str, Any]:
    """Read the real register as plain tables."""
    path = Path(__file__).parents[2] / "commitments.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def title(titles: str | dict[str, str], language: str) -> str:
    """Pick a title."""
    return titles if isinstance(titles, str) else titles[language]


@cache
def rows(language: str = "en") -> tuple[Row, ...]:
    """Give every obligation's row, in the file's order."""
    listed = []
    for agreement, tables in register()["obligations"].items():
        for name, table in tables.items():
            listed.append(_row(agreement, f"{agreement}.{name}", table, language))
    return tuple(listed)


def _row(agreement: str, ref: str, table: dict[str, Any], language: str) -> Row:
    due, due_text, days = _DUE.get(ref, ("", "", None))
    state = _STATES.get(ref, "review-due")
    since = "2025-12-22" if ref == MEETINGS else _SINCE[agreement]
    return Row(
        ref=ref,
        number=table.get("number", ""),
        agreement=agreement,
        title=title(table["title"], language),
        kind=table["kind"],
        modality=table["modality"],
        bearers=tuple(table["bearers"]),
        owner="",
        scheduled=due,
        due=due,
        due_text=due_text,
        basis=table.get("basis", ""),
        state=state,
        status="open",
        informed=False,
        missed=2 if ref == MEETINGS else 0,
        days=days,
        last_on="",
        dispute="",
        quote=table["quote"],
        since=due if due and state == "review-due" else since,
        waits_for="",
        recurs="every" in table,
        next_due="2026-12-21" if ref == MEETINGS else "",
    )


@cache
def agreements(language: str = "en") -> tuple[AgreementLine, ...]:
    """Give every agreement's line."""
    lines = []
    for ident, table in register()["agreements"].items():
        mine = [row for row in rows(language) if row.agreement == ident]
        lines.append(
            AgreementLine(
                id=ident,
                title=title(table["title"], language),
                kind=table["kind"],
                text=table["text"],
                parties=tuple(table["parties"]),
                state="in-force",
                date=table["date"].isoformat(),
                effective=table["date"].isoformat(),
                expires=table["expires"].isoformat() if "expires" in table else "",
                renews="",
                notice_by="",
                totals=dict(Counter(row.state for row in mine)),
                missed=sum(row.missed for row in mine),
                next_due="2026-12-21" if ident == "oim-oci" else "",
                silent_since=table["date"].isoformat(),
                next_ref=MEETINGS if ident == "oim-oci" else "",
                next_title=next((row.title for row in mine if row.ref == MEETINGS), ""),
            )
        )
    return tuple(lines)


@cache
def picture(language: str = "en") -> Picture:
    """Give the morning picture of the whole register."""
    listed = rows(language)
    oldest_first = sorted((row for row in listed if row.state == "review-due"), key=lambda row: row.since)
    return Picture(
        title="Partnerships desk",
        as_of=AS_OF,
        known_at="",
        totals=dict(Counter(row.state for row in listed)),
        missed=2,
        agreements=agreements(language),
        overdue=tuple(row for row in listed if row.state == "overdue"),
        due_soon=(),
        review_due=tuple(oldest_first),
        agreement_count=len(agreements(language)),
        next_due="2026-12-21",
        next_ref=MEETINGS,
        next_title=next(row.title for row in listed if row.ref == MEETINGS),
    )


@cache
def detail(language: str = "en") -> Detail:
    """Give the half-yearly meetings in full, with nothing recorded, as the register has them."""
    row = next(row for row in rows(language) if row.ref == MEETINGS)
    dates = [("2025-12-21", -335), ("2026-06-21", -153), ("2026-12-21", 30), ("2027-06-21", 212)]
    occurrences = tuple(
        row._replace(
            scheduled=day,
            due=day,
            days=days,
            state="overdue" if days < 0 else "due-soon" if days == 30 else "upcoming",
            missed=0,
            next_due="",
        )
        for day, days in dates
    )
    agreement = next(line for line in agreements(language) if line.id == "oim-oci")
    return Detail(
        row=row,
        agreement=agreement,
        time=TimeRule(every="6 months", first="2025-12-21", until="2027-12-31"),
        clause="",
        page="",
        source="seeds/002_ed66366ef03e6283.txt",
        source_url="",
        counterparties=(),
        replaces=(),
        tags=(),
        notes="",
        review="6 months",
        lead="30 days",
        entry=None,
        occurrences=occurrences,
        log=(),
    )


@cache
def detail_with_news(language: str = "en") -> Detail:
    """Give the same after one meeting was recorded and the next put off."""
    before = detail(language)
    first, second, *rest = before.occurrences
    held = first._replace(state="done", status="done", last_on="2025-12-18", days=-335)
    moved = second._replace(
        due="2026-11-30", days=9, state="due-soon", status="postponed", last_on="2026-07-02"
    )
    log = (
        LogLine(
            position=0,
            on="2025-12-18",
            status="done",
            scheduled="2025-12-21",
            due="",
            agreed_with=(),
            note="Held in Jeddah",
            evidence=("minutes/2025-12.pdf",),
            owner="",
            dispute="",
            by="",
            recorded="2026-01-08",
            private=False,
        ),
        LogLine(
            position=1,
            on="2026-07-02",
            status="postponed",
            scheduled="2026-06-21",
            due="2026-11-30",
            agreed_with=("OCI",),
            note="The venue was not free",
            evidence=(),
            owner="mission-rabat",
            dispute="",
            by="A. Benali",
            recorded="",
            private=False,
        ),
    )
    row = before.row._replace(
        scheduled=second.scheduled,
        due=moved.due,
        days=9,
        state="due-soon",
        status="postponed",
        missed=0,
        last_on="2026-07-02",
        since="2026-10-31",
        owner="mission-rabat",
        next_due="2026-12-21",
    )
    return before._replace(row=row, occurrences=(held, moved, *rest), log=log, entry=1)


def passage() -> Passage:
    """Give the quote of the half-yearly meetings where it stands in its source."""
    return Passage(
        before="Un mécanisme conjoint sera mis en place pour assurer le suivi des progrès et ",
        quote="accompagner la mise en œuvre par le biais de réunions semestrielles",
        after=".",
        line=17,
    )
