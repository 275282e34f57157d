"""The picture along an axis of time, asked of the projection."""

# ruff: noqa: S608 - SQL is made of constants and of names of parameters; values are always bound

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date
from typing import Final, NamedTuple

from tracker.core.dates import parse_period
from tracker.core.rows import AgreementLine, Filter, Row
from tracker.core.timeline_picture import Axis, Bar, Mark, Strip, TimelinePicture, span
from tracker.core.vocabulary import STATES
from tracker.store.columns import language_path, title_in
from tracker.store.database import snapshot
from tracker.store.language import party_names, untitled
from tracker.store.picture import picture
from tracker.store.queries import answer
from tracker.store.questions import ON_DAY, Parameters, asked, in_scope
from tracker.store.suspended import pauses
from tracker.store.tables import FOREVER

_UNDATED: Final = (
    "SELECT s.due > '', count(*) FROM obligations AS o CROSS JOIN spans AS s ON s.obligation = o.id"
    f" WHERE o.agreement = :agreement AND {ON_DAY}{{scope}} GROUP BY 1"
)


class Most(NamedTuple):
    """How many agreements, and of each how many obligations, are drawn; None for all."""

    bars: int | None = 20
    strips: int | None = 8


MOST: Final = Most()
ALL: Final = Most(None, None)


def timeline_picture(
    connection: sqlite3.Connection,
    day: date,
    start: date | None = None,
    end: date | None = None,
    *,
    agreements: Sequence[str] = (),
    parties: Sequence[str] = (),
    language: str = "",
    most: Most = MOST,
) -> TimelinePicture:
    """Draw the dates from `start` through `end` (inclusive; chosen by what there is where None).

    Of everything, or of what belongs to any of the `agreements` and `parties`: the agreements in the
    order of their beginning, the most pressing ones where not all are drawn.
    """
    with snapshot(connection):
        return _Drawing(connection, day, agreements, parties, language, most).picture(start, end)


class _Drawing:
    def __init__(
        self,
        connection: sqlite3.Connection,
        day: date,
        agreements: Sequence[str],
        parties: Sequence[str],
        language: str,
        most: Most,
    ) -> None:
        self.connection = connection
        self.day = day
        self.agreements, self.parties = tuple(agreements), tuple(parties)
        self.language = language
        self.most = most

    def picture(self, start: date | None, end: date | None) -> TimelinePicture:
        lines = picture(
            self.connection,
            self.day,
            agreements=self.agreements,
            parties=self.parties,
            language=self.language,
            most=self.most.bars,
        )
        drawn = [line._replace(effective=_first_day(line)) for line in lines.agreements]
        dated = {line.id: self._dated(line) for line in drawn}
        days = [row.due for rows in dated.values() for row in rows]
        days += [day for line in drawn for day in (line.effective, line.expires) if day]
        first, last = span(self.day, days)
        axis = Axis(start or min(first, end or first), end or max(last, start or last))
        bars = [self._bar(line, dated[line.id], axis) for line in drawn]
        bars.sort(key=lambda bar: (bar.start, bar.id))
        language = self.language or self._stored()
        refs = {strip.ref for bar in bars for strip in bar.strips}
        return TimelinePicture(
            title=lines.title,
            about=self._about(language),
            as_of=lines.as_of,
            known_at=lines.known_at,
            start=axis.start.isoformat(),
            end=axis.end.isoformat(),
            bars=tuple(bars),
            more=self._count() - len(bars),
            untitled=untitled(self.connection, language, refs, {bar.id for bar in bars}),
        )

    def _count(self) -> int:
        """Count the agreements in scope that exist on the day."""
        values: Parameters = {"day": self.day.isoformat()}
        sql = f"SELECT s.agreement FROM agreement_phases AS s WHERE {ON_DAY}"
        there = {agreement for (agreement,) in self.connection.execute(sql, values)}
        if self.agreements or self.parties:
            scope = f"SELECT DISTINCT o.agreement FROM obligations AS o WHERE {self._scope(values)}"
            found = self.connection.execute(scope, values)
            there &= {*self.agreements, *(agreement for (agreement,) in found)}
        return len(there)

    def _dated(self, line: AgreementLine) -> list[Row]:
        """List the dates of an agreement, but for those of what recurred until it ended."""
        question = asked(self.connection, Filter(agreements=(line.id,), due_after="0000"))
        question.obligations.append(self._scope(question.values))
        found = answer(
            self.connection, question, self.day, language=self.language, sort="due", occurrences=True
        )
        return [row for row in found if not (row.recurs and row.state == "lapsed" and row.due > line.expires)]

    def _bar(self, line: AgreementLine, rows: Sequence[Row], axis: Axis) -> Bar:
        marks: dict[str, list[Row]] = {}
        elsewhere = set()
        for row in rows:
            if axis.holds(row.due):
                marks.setdefault(row.ref, []).append(row)
            else:
                elsewhere.add(row.ref)
        kept = sorted(marks, key=lambda ref: min(STATES.index(row.state) for row in marks[ref]))
        kept = sorted(kept[: self.most.strips], key=lambda ref: (marks[ref][0].due, ref))
        return Bar(
            id=line.id,
            title=line.title,
            start=line.effective,
            last=line.expires,
            notice_by=line.notice_by,
            state=line.state,
            pauses=tuple(
                (start, end or FOREVER) for start, end in pauses(self.connection, line.id, self.day)
            ),
            strips=tuple(_strip(marks[ref]) for ref in kept),
            more=len(marks) - len(kept),
            undated=self._undated(line.id),
            elsewhere=len(elsewhere - marks.keys()),
            renews=line.renews,
        )

    def _undated(self, agreement: str) -> int:
        values: Parameters = {"agreement": agreement, "day": self.day.isoformat()}
        sql = _UNDATED.format(scope=f" AND {self._scope(values)}")
        return int(dict(self.connection.execute(sql, values).fetchall()).get(0, 0))

    def _scope(self, values: Parameters) -> str:
        if not (self.agreements or self.parties):
            return "TRUE"
        return f"o.id IN ({in_scope(self.connection, self.agreements, self.parties, values)})"

    def _stored(self) -> str:
        ((language,),) = self.connection.execute("SELECT value FROM meta WHERE key = 'language'")
        return str(language)

    def _about(self, language: str) -> tuple[str, ...]:
        sql = f"SELECT {title_in(self.connection, language, 'a')} FROM agreements AS a WHERE a.id = :id"
        values = {"language": language_path(language)}
        titles = [self.connection.execute(sql, values | {"id": key}).fetchone()[0] for key in self.agreements]
        names = party_names(self.connection, language, self.parties)
        return (*titles, *(names.get(party, party) for party in self.parties))


def _first_day(line: AgreementLine) -> str:
    return parse_period(line.effective or line.date).earliest.isoformat()


def _strip(rows: Sequence[Row]) -> Strip:
    marks = tuple(Mark(row.due, row.scheduled, row.state, row.informed) for row in rows)
    return Strip(rows[0].ref, rows[0].title, marks)
