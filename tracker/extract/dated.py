"""Dates as they are found and as they are settled: which year a day without one is of."""

import datetime as dt
import sys
from bisect import bisect_left
from collections.abc import Iterator
from typing import Final, NamedTuple

NO_DAY: Final = "no day"
"""The form of a date that the calendar doesn't have: "30 February 2027"."""
NOWHERE: Final = sys.maxsize


_ALL_YEAR: Final = ((1, 1), (12, 31))


class Dated(NamedTuple):
    """A date at ``[start, end)`` of the normalised text, not yet given a missing year."""

    start: int
    end: int
    first: tuple[int, int, int]
    last: tuple[int, int, int]
    form: str


class Stated(NamedTuple):
    """A date at ``[start, end)`` of the normalised text, as EDTF; `reckoned` if its year is not stated.

    A date that the calendar doesn't have has no EDTF.
    """

    start: int
    end: int
    edtf: str
    reckoned: bool = False


def settle(dates: list[Dated], anchor: str, ahead: int = NOWHERE) -> list[Stated]:
    """Give each date its EDTF, with the document's own date (or ``""``) as the anchor.

    A day without a year takes the one that puts it nearest to the anchor, and from the place `ahead`
    of the text on the one that puts it after the anchor: what is promised lies ahead. A month alone has
    none before that place, and a whole year from January to December has none anywhere.
    """
    known = [index for index, dated in enumerate(dates) if dated.last[0] or dated.first[0]]
    years = _listed_years(dates)
    found = []
    for index, dated in enumerate(dates):
        first, last = dated.first, dated.last
        if dated.form == NO_DAY:
            found.append(Stated(dated.start, dated.end, ""))
            continue
        reckoned = not first[0] and not years[index]
        is_behind = not first[2] and dated.start < ahead
        if reckoned and (is_behind or (first[1:], last[1:]) == _ALL_YEAR):
            found.append(Stated(dated.start, dated.end, ""))
            continue
        if not first[0]:
            years[index] = years[index] or (
                _year_of_list(dates, index, years)
                or _year_by(first, anchor, is_ahead=dated.start >= ahead)
                or _neighbour_year(index, known, years)
            )
            if not years[index]:
                continue
            first = (years[index], *first[1:])
            if last[1] and not last[0]:
                last = (years[index] + (last[1:] < first[1:]), *last[1:])
        if not (_exists(first) and _exists(last)):
            found.append(Stated(dated.start, dated.end, ""))
            continue
        edtf = _edtf(first) if not last[0] or last == first else f"{_edtf(first)}/{_edtf(last)}"
        found.append(Stated(dated.start, dated.end, dated.form or edtf, reckoned))
    return found


def _year_of_list(dates: list[Dated], index: int, years: list[int]) -> int:
    """Give the year that goes on from the date before in a list, 0 without one."""
    before = dates[index - 1] if index and _listed(dates[index - 1], dates[index]) else None
    if before is None or not years[index - 1]:
        return 0
    return years[index - 1] + (dates[index].first[1:] < before.first[1:])


def _listed_years(dates: list[Dated]) -> list[int]:
    """Give each date's year, 0 if it has none: in a list the year of the next ("1 May, 1 June 2027")."""
    years = [dated.first[0] or dated.last[0] for dated in dates]
    for index in range(len(dates) - 2, -1, -1):
        dated, following = dates[index], dates[index + 1]
        if not years[index] and years[index + 1] and _listed(dated, following):
            years[index] = years[index + 1] - (dated.first[1:] > following.first[1:])
    return years


def _listed(dated: Dated, following: Dated) -> bool:
    """Say whether hardly more than a comma, or "and", stands between two dates."""
    return following.start - dated.end <= len(", and ") and following.first[1] > 0


def _neighbour_year(index: int, known: list[int], years: list[int]) -> int:
    """Take the year of the date before, else of the date after."""
    at = bisect_left(known, index)
    if at:
        return years[known[at - 1]]
    return years[known[at]] if at < len(known) else 0


def _year_by(first: tuple[int, int, int], anchor: str, *, is_ahead: bool) -> int:
    """Give the year that puts a day nearest to the anchor, or the first after it; 0 without an anchor."""
    if not anchor:
        return 0
    base = _earliest(anchor)
    options = [(base.year + step, day_of(base.year + step, first[1], first[2])) for step in (0, -1, 1)]
    if is_ahead:
        month_too = options[0][1] > base or (not first[2] and first[1] == base.month)
        return base.year if month_too else base.year + 1
    return min(options, key=lambda option: abs((option[1] - base).days))[0]


def _exists(parts: tuple[int, int, int]) -> bool:
    """Say whether a day is in the calendar of its year: 29 February is in few."""
    return not (parts[0] and parts[2]) or day_of(*parts).day == parts[2]


def _earliest(edtf: str) -> dt.date:
    parts = [int(part) for part in edtf.split("/", maxsplit=1)[0].split("-")]
    return day_of(*([*parts, 1, 1])[:3])


def day_of(year: int, month: int, day: int) -> dt.date:
    """Give a day of the calendar: the first of a month without one, the 28th of one that is too short."""
    try:
        return dt.date(year, month, day or 1)
    except ValueError:
        return dt.date(year, month, 28)


def _edtf(parts: tuple[int, int, int]) -> str:
    year, month, day = parts
    return f"{year:04d}" + (f"-{month:02d}" if month else "") + (f"-{day:02d}" if month and day else "")


def within(dates: list[Stated], start: int, end: int) -> Iterator[Stated]:
    """Yield the dates that lie in ``[start, end)``; the list is in the order of the text."""
    for index in range(bisect_left(dates, (start,)), len(dates)):
        if dates[index].end > end:
            return
        yield dates[index]
