"""An edit taken up by itself leaves what reading the whole would."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.store.registers import dump
from tracker.core.errors import RegisterError
from tracker.workspace import catching_up
from tracker.workspace.current import Workspace

DAY = date(2026, 11, 21)
MAIN = """include = ["more/*.toml"]

[settings]
title = "Desk"
kinds = ["exchange"]
us = ["OIM"]

[parties.OIM]
aliases = ["IOM"]

[parties.OCI]
name = { en = "Organisation of Islamic Cooperation", fr = "Organisation de la coopération islamique" }
aliases = ["OIC"]

[people.rabat]
name = "Mission in Rabat"

[agreements.plan]
title = "Plan"
parties = ["IOM", "OCI"]
date = 2025-06-21
expires = 2027-12-31
source = "seeds/plan.txt"
log = [{ on = 2026-01-05, status = "suspended" }, { on = 2026-02-05, status = "resumed" }]

[agreements.plan.sources.web]
url = "https://example.org/plan"

[obligations.plan.meetings]
title = { en = "Meetings", fr = "Réunions" }
number = "1.1"
every = "6 months"
first = 2025-12-21
owner = "mission in rabat"
log = [
  { on = 2025-12-20, for = 2025-12-21, status = "done", evidence = "a.pdf" },
]

# what follows each meeting
[obligations.plan.minutes]
title = "Minutes"
within = "30 days"
after = "plan.meetings"

[obligations.plan.notice]
title = "Notice"
within = "3 months"
before = "expires"
"""
MORE = """[agreements.talks]
title = "Talks"
parties = ["Sénat", "OIC"]
date = "2025"

[obligations.talks.letter]
title = "Letter"
due = "2026-05"
bearers = ["oic", "Union"]
source = ""
replaces = ["plan.old"]
log = [{ on = 2026-06-01, note = "Asked", dispute = "IOM", by = "rabat" }]

[obligations.talks.summary]
title = "Summary"
within = "2 weeks"
after = "talks.letter"
quote = '''
[obligations.talks.fake]
'''

[obligations.talks.review]
title = "Review"
kind = "exchange"
modality = "best-effort"
notes = "x"

[[obligations.talks.review.log]]
on = 2026-03-01
status = "in-progress"

[obligations.plan.old]
title = "Old"
due = 2027-01-01
formerly = ["plan.older"]
"""
LINES = (
    'title = "Another"',
    'title = { en = "A", ar = "ا" }',
    'number = "1.1"',
    'number = "7"',
    "due = 2026-12-01",
    'due = "2026-11-30"',
    'every = "1 month"\nfirst = 2026-01-31',
    'within = "10 days"\nafter = "plan.meetings"',
    'within = "10 days"\nafter = "talks.summary"',
    'within = "1 day"\nafter = "effective"',
    'bearers = ["OIC"]',
    'bearers = ["oic", "Union"]',
    'bearers = ["Nobody"]',
    'bearers = ["nobody", "UNION"]',
    'log = [{ on = 2026-10-02, dispute = "NOBODY", agreed_with = ["UNION"] }]',
    'counterparties = ["IOM"]',
    'owner = "rabat"',
    'owner = "Mission in  RABAT"',
    'owner = "unknown"',
    'replaces = ["plan.old"]',
    'replaces = ["plan.older"]',
    'formerly = ["talks.x"]',
    'source = "web"',
    'source = "none"',
    'tags = ["t"]',
    'kind = "reporting"',
    'kind = "nonsense"',
    'modality = "intent"',
    'quote = """a\n[b]\n"""',
    'notes = "\\u00e9"',
    'log = [{ on = 2026-10-01, status = "done" }]',
    'log = [{ on = 2026-10-01, status = "don" }]',
    'log = [{ on = 2026-07-01, status = "postponed", due = 2026-12-24, agreed_with = "oci" }]',
    'log = [{ on = 2026-07-01, owner = "mission in rabat", dispute = "ioM" }]',
    "[obligations.plan.extra]",
    "[agreements.plan]",
    "x = 1",
    "expires = 2027-01-01",
    "title = ",
    '"""',
    "# a comment",
    "",
    "a.b = 1",
)


class Desk:
    """A register in a folder, and its projection."""

    def __init__(self, folder: Path) -> None:
        """Begin with the register above."""
        self.main, self.more = folder / "commitments.toml", folder / "more" / "talks.toml"
        self.more.parent.mkdir()
        self.main.write_text(MAIN, encoding="utf-8")
        self.more.write_text(MORE, encoding="utf-8")
        self.workspace = Workspace(str(self.main), None, lambda _: DAY)

    def read(self) -> sqlite3.Connection:
        return self.workspace.projection(DAY)

    def stated(self) -> dict[str, list[tuple[object, ...]]] | str:
        """Say what the projection holds, or what is wrong."""
        return stated(self.read)

    def anew(self) -> dict[str, list[tuple[object, ...]]] | str:
        """Say what one built from nothing would."""
        other = Workspace(str(self.main), str(self.main.with_name("other.db")), lambda _: DAY)
        return stated(lambda: other.projection(DAY))

    def change(self, old: str, new: str) -> None:
        for file in (self.main, self.more):
            text = file.read_bytes().decode()
            if old in text:
                file.write_bytes(text.replace(old, new, 1).encode())
                return
        raise AssertionError(old)


def stated(read: Callable[[], sqlite3.Connection]) -> dict[str, list[tuple[object, ...]]] | str:
    try:
        connection = read()
    except RegisterError as error:
        return "\n".join(map(str, error.problems))
    found = dump(connection)
    if connection.execute("SELECT 1 FROM segments").fetchone():
        sql = "SELECT o.ref FROM search JOIN obligations AS o ON o.id = search.rowid WHERE search MATCH ?"
        words = ("another", "plan", "x")
        found["words"] = [(word, *sorted(connection.execute(sql, (word,)))) for word in words]
    connection.close()
    for table in ("segments", "files"):
        del found[table]
    return found


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def whole(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Count how often the whole text is read."""
    readings: list[object] = []
    read = Workspace.read

    def counted(workspace: Workspace) -> object:
        readings.append(workspace)
        return read(workspace)

    monkeypatch.setattr(Workspace, "read", counted)
    return readings


edits = st.lists(
    st.tuples(st.sampled_from(("put", "take", "twice")), st.integers(0, 90), st.sampled_from(LINES)),
    min_size=1,
    max_size=3,
)


def edited(text: str, kind: str, number: int, line: str) -> str:
    lines = text.split("\n")
    number %= len(lines)
    if kind == "put":
        lines.insert(number + 1, line)
    elif kind == "take":
        key = line.partition(" ")[0]
        found = [n for n, own in enumerate(lines) if own.startswith(f"{key} ")]
        at = found[number % len(found)] if found else number
        lines[at : at + 1] = [line] if found else []
    else:
        lines.insert(number, lines[number])
    return "\n".join(lines)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.booleans(), edits), min_size=1, max_size=3), st.sampled_from(("\n", "\r\n")))
def test_after_any_edit_the_projection_is_what_one_from_nothing_is(
    rounds: list[tuple[bool, list[tuple[str, int, str]]]], ends: str
) -> None:
    with TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        assert desk.stated() == desk.anew()
        for is_main, steps in rounds:
            file = desk.main if is_main else desk.more
            text = right = file.read_bytes().decode().replace("\r\n", "\n")
            for step in steps:
                text = edited(text, *step)
            file.write_bytes(text.replace("\n", ends).encode())
            found = desk.stated()
            assert found == desk.anew()
            if isinstance(found, str):
                file.write_bytes(right.encode())
                assert desk.stated() == desk.anew()


PLAIN = [
    ('title = "Minutes"', 'title = "Minutes of it"'),
    ('status = "done", evidence', 'status = "in-progress", evidence'),
    ('owner = "mission in rabat"', 'owner = "rabat"'),
    ('due = "2026-05"', 'due = "2026-06"'),
    ('bearers = ["oic", "Union"]', 'bearers = ["Union", "OCI"]'),
    ('dispute = "IOM"', 'dispute = "settled"'),
    ('dispute = "IOM"', 'dispute = "UNION"'),
    ("{ on = 2026-06-01", '{ on = 2026-05-01, agreed_with = "third" }, { on = 2026-06-01'),
    ("[obligations.talks.fake]\n", "[obligations.talks.feint]\n"),
    ("due = 2027-01-01", "due = 2027-01-02"),
    ("# what follows each meeting", "# what follows"),
    ("quote = '''\n", "quote = '''\n[x]\n"),
]
BROAD = [
    ('title = "Review"', 'title = "Review of it"'),  # its log is in tables of their own
    ('number = "1.1"', 'number = "1.2"'),
    ('bearers = ["oic", "Union"]', 'bearers = ["oic"]'),
    ('bearers = ["oic", "Union"]', 'bearers = ["oic", "Union", "Third"]'),
    ('bearers = ["oic", "Union"]', 'bearers = ["oic", "UNION"]'),
    ('bearers = ["oic", "Union"]', 'bearers = ["oic", "union"]\ncounterparties = ["Union"]'),
    ('after = "plan.meetings"', 'after = "plan.notice"'),
    ('replaces = ["plan.old"]', "replaces = []"),
    ('formerly = ["plan.older"]', ""),
    ('title = "Desk"', 'title = "Desks"'),
    ("expires = 2027-12-31", "expires = 2028-12-31"),
    ('source = "seeds/plan.txt"', 'source = "seeds/plan.txt"\nowner = "mission in rabat"'),
    ("[obligations.plan.notice]", "[obligations.plan.noticed]"),
    ("# what follows each meeting", '[obligations.plan.more]\ntitle = "M"'),
    ('aliases = ["IOM"]', 'aliases = ["IOM", "Union"]'),
]


@pytest.mark.parametrize(("old", "new"), PLAIN)
def test_a_plain_edit_is_taken_up_without_reading_the_whole(
    desk: Desk, whole: list[object], old: str, new: str
) -> None:
    desk.read()
    whole.clear()
    desk.change(old, new)
    found = desk.stated()
    assert whole == []
    assert found == desk.anew()


@pytest.mark.parametrize(("old", "new"), BROAD)
def test_anything_else_is_read_whole(desk: Desk, whole: list[object], old: str, new: str) -> None:
    desk.read()
    whole.clear()
    desk.change(old, new)
    found = desk.stated()
    assert len(whole) == 1
    assert found == desk.anew()


def test_an_edit_is_taken_up_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.read()
    desk.change('title = "Minutes"', 'title = "Records"')
    desk.read()
    monkeypatch.setattr(catching_up, "catch_up", None)
    desk.read()


def test_a_file_that_is_gone_is_told_by_reading_the_whole(desk: Desk) -> None:
    desk.read()
    desk.main.unlink()
    assert desk.workspace._caught_up(DAY, None) is None  # noqa: SLF001 - the way taken is what is asked


def test_a_dispute_is_by_the_party_that_is_named_further_on(desk: Desk, whole: list[object]) -> None:
    desk.change('owner = "mission in rabat"\nlog = [', 'log = [\n  { on = 2025-12-01, dispute = "UNION" },')
    desk.read()
    whole.clear()
    desk.change('title = { en = "Meetings"', 'title = { en = "Sessions"')
    found = desk.stated()
    assert whole == []
    assert found == desk.anew()
    entries = found["entries"] if isinstance(found, dict) else []
    assert any("Union" in line for line in entries)
