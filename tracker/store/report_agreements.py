"""What a report tells of agreements: their counts, their silence, their ends, what happened to them."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Final

from tracker.core.report import AgreementCounts, AgreementEvent, Ending, Part, Silence
from tracker.core.report_changes import AHEAD, AgreementLog, agreement_events, coming
from tracker.core.rows import LogLine, Suspension
from tracker.core.vocabulary import STATES
from tracker.store.columns import listed, title_in
from tracker.store.questions import HEARD, NOT_OVER, ON_DAY, RANKS, RENEWS
from tracker.store.report_rows import OPEN
from tracker.store.report_scope import Scope
from tracker.store.suspended import suspended
from tracker.store.tables import FOREVER

_REVIEW: Final = RANKS["review-due"]
_DONE: Final = f"s.state IN ({RANKS['done']}, {RANKS['done-late']})"
_DONE_LATE: Final = f"s.state = {RANKS['done-late']}"
_OPEN: Final = (*OPEN, "active")


class Agreements:
    """The agreements that a report is of."""

    def __init__(self, scope: Scope) -> None:
        """Take the scope."""
        self._scope = scope
        self._within = scope.agreements()
        self._title = title_in(scope.connection, scope.asked.language, "a")

    def sources(self) -> tuple[dict[str, int], int]:
        """Count agreements by what their source is, and those in force on the day."""
        agreements = self._scope.fetch("SELECT id, text, in_force FROM agreements ORDER BY text, in_force")
        phases = self._scope.fetch(
            "SELECT s.agreement, s.last >= :day AND NOT s.suspended FROM agreement_phases AS s"
            f" WHERE {ON_DAY}"
        )
        holds = {agreement: valid for agreement, valid in phases if self._has(agreement)}
        texts: dict[str, int] = {}
        in_force = 0
        for agreement, text, begins in agreements:
            if agreement in holds:
                texts[text] = texts.get(text, 0) + 1
                in_force += holds[agreement] and begins <= self._scope.asked.as_of
        return texts, in_force

    def ending(self) -> Part[Ending]:
        """List those that end, or have to be given notice of, before long, the nearest first."""
        ahead = (self._scope.day + timedelta(AHEAD)).isoformat()
        sql = (
            f"SELECT a.id, {self._title}, s.last, s.notice_by, {RENEWS} FROM agreement_phases AS s"
            " CROSS JOIN agreements AS a ON a.id = s.agreement"
            f" WHERE s.last >= :day AND s.last < '{FOREVER}' AND {ON_DAY}"
            " AND (s.last <= :ahead OR s.notice_by BETWEEN :day AND :ahead)"
        )
        found = []
        for agreement, title, last, notice_by, renews in self._scope.fetch(sql, ahead=ahead):
            days = coming(last, notice_by, self._scope.asked.as_of)
            if days is not None and self._has(agreement):
                still = notice_by if notice_by >= self._scope.asked.as_of else ""
                found.append(Ending(agreement, title, last, still, renews, days))
        found.sort(key=lambda one: (one.days, one.agreement))
        return Part(tuple(found[: self._scope.asked.most]), len(found))

    def suspended(self) -> Part[Suspension]:
        """List those that are suspended, and count what of the scope stands still with them."""
        scope = self._scope
        found = tuple(
            suspended(
                scope.connection,
                scope.day,
                scope.asked.language,
                agreements=self._within,
                within=scope.within("r"),
                values=scope.values,
            )
        )
        return Part(found[: scope.asked.most], len(found))

    def silent(self, obligations: int) -> Part[Silence]:
        """List those with obligations of which there is no news, the longest silence first.

        `obligations` counts the obligations, and so does the total of the part.
        """
        sql = (
            "SELECT substr(s.ref, 1, instr(s.ref, '.') - 1) FROM spans AS s INDEXED BY spans_silent"
            f" WHERE s.state = {_REVIEW} AND {ON_DAY}{self._scope.within()} ORDER BY s.start, s.end, s.ref"
        )
        found: dict[str, None] = {}
        for (agreement,) in self._scope.connection.execute(sql, self._scope.values):
            if len(found) == self._scope.asked.most:
                break
            found[agreement] = None
        silences = [self._silence(agreement) for agreement in found]
        silences.sort(key=lambda one: (one.since, one.agreement))
        return Part(tuple(silences), obligations)

    def _silence(self, agreement: str) -> Silence:
        sql = (
            f"SELECT {self._title}, count(*), min(coalesce(nullif({HEARD}, ''), a.in_force))"
            " FROM agreements AS a CROSS JOIN obligations AS o ON o.agreement = a.id"
            " CROSS JOIN spans AS s ON s.obligation = o.id"
            f" WHERE a.id = :agreement AND s.state = {_REVIEW} AND {ON_DAY}{self._scope.within()}"
        )
        ((title, count, since),) = self._scope.fetch(sql, agreement=agreement)
        days = (self._scope.day - date.fromisoformat(since)).days
        return Silence(agreement, title, count, since, days)

    def counts(self, first: Iterable[str]) -> Part[AgreementCounts]:
        """Draw up the table: the agreements named `first`, then the others by their names."""
        sql = f"SELECT s.agreement FROM agreement_phases AS s WHERE {ON_DAY} ORDER BY s.agreement"
        every = [agreement for (agreement,) in self._scope.fetch(sql) if self._has(agreement)]
        present = set(every)
        ordered = list(dict.fromkeys((*(one for one in first if one in present), *every)))
        return Part(tuple(map(self._counts, ordered[: self._scope.asked.most])), len(ordered))

    def _counts(self, agreement: str) -> AgreementCounts:
        scope = self._scope
        within = f"o.agreement = :agreement AND {ON_DAY}{scope.within()}"
        joined = "FROM obligations AS o CROSS JOIN {table} AS s ON s.obligation = o.id WHERE "
        coming = f"min(CASE WHEN s.due >= :day AND {NOT_OVER} THEN s.due END)"
        rows = scope.fetch(
            f"SELECT s.state, o.recurs, count(*), sum(s.missed), {coming} {joined.format(table='spans')}"
            f"{within} GROUP BY s.state, o.recurs",
            agreement=agreement,
        )
        ((kept, kept_late, next_due),) = scope.fetch(
            f"SELECT sum({_DONE}), sum({_DONE_LATE}), {coming} {joined.format(table='occurrence_spans')}"
            f"{within} AND o.recurs",
            agreement=agreement,
        )
        totals = dict.fromkeys(STATES, 0)
        missed, dates, late, nexts = 0, kept or 0, kept_late or 0, [next_due]
        for state, recurs, count, overdue, day in rows:
            totals[STATES[state]] += count
            missed += overdue
            if not recurs:
                nexts.append(day)
                dates += count if STATES[state] in {"done", "done-late"} else 0
                late += count if STATES[state] == "done-late" else 0
        title, text, parties, in_force, last, suspended = scope.fetch(
            f"SELECT {self._title}, a.text, a.parties, a.in_force, s.last, s.suspended FROM agreements AS a"
            f" CROSS JOIN agreement_phases AS s ON s.agreement = a.id WHERE a.id = :agreement AND {ON_DAY}",
            agreement=agreement,
        )[0]
        state = "in-force" if in_force <= scope.asked.as_of and not suspended else "not-in-force"
        return AgreementCounts(
            agreement=agreement,
            title=title,
            text=text,
            parties=listed(parties),
            state="ended" if last < scope.asked.as_of else state,
            ends="" if last == FOREVER else last,
            done=totals["done"] + totals["done-late"],
            open=sum(totals[state] for state in _OPEN),
            overdue=totals["overdue"],
            silent=totals["review-due"],
            kept=dates,
            missed=missed,
            next_due="" if suspended else min(filter(None, nexts), default=""),
            kept_late=late,
        )

    def events(self) -> Part[AgreementEvent]:
        """Tell what happened to them in the period, in order of the days."""
        found = [
            event
            for log in self._logs()
            for event in agreement_events(log, self._scope.asked.since, self._scope.asked.as_of)
        ]
        found.sort(key=lambda event: (event.on, event.agreement))
        return Part(tuple(found[: self._scope.asked.most]), len(found))

    def _logs(self) -> Iterator[AgreementLog]:
        """Read what is known of those of which a day, or an entry, may lie in the period."""
        near = (self._scope.day + timedelta(AHEAD)).isoformat()
        touched = (
            "SELECT agreement FROM agreement_phases AS s WHERE s.start <= :day AND"
            " (s.start > :since OR (s.end > :day AND s.last >= :since AND (s.last <= :near OR"
            " s.notice_by BETWEEN :since AND :near)))"
            " UNION SELECT id FROM agreements WHERE in_force > :since AND in_force <= :day"
            " UNION SELECT agreement FROM agreement_entries WHERE on_day > :since OR recorded > :since"
        )
        sql = (
            f"SELECT a.id, {self._title}, a.begins, a.in_force, s.start, s.last, s.notice_by, {RENEWS}"
            " FROM agreements AS a CROSS JOIN agreement_phases AS s ON s.agreement = a.id"
            f" WHERE a.id IN ({touched}) AND s.start <= :day ORDER BY a.id, s.start"
        )
        found = self._scope.fetch(sql, near=near)
        for (agreement, title, begins, in_force), phases in groupby(found, lambda line: line[:4]):
            if not self._has(agreement):
                continue
            told = [
                (start, "" if last == FOREVER else last, by, renews) for *_, start, last, by, renews in phases
            ]
            entries = tuple(self._entries(agreement))
            yield AgreementLog(
                agreement, title, begins, in_force, [one[:3] for one in told], entries, told[-1][3]
            )

    def _entries(self, agreement: str) -> Iterable[LogLine]:
        sql = (
            "SELECT position, on_day, status, ends, note, evidence, by, recorded, private"
            " FROM agreement_entries WHERE agreement = :agreement AND on_day <= :day ORDER BY position"
        )
        for position, on, status, ends, note, evidence, by, recorded, private in self._scope.fetch(
            sql, agreement=agreement
        ):
            yield LogLine(
                position, on, status, "", ends, (), note, listed(evidence), "", "", by, recorded, private == 1
            )

    def _has(self, agreement: str) -> bool:
        return self._within is None or agreement in self._within
