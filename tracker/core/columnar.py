"""Rows field by field: what a long list is made of, where a row at a time would take too long.

A list of all obligations shows a few fields of each, and most of these have the same few values
over and over; what is made of such a value is made once. Light to import.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import repeat
from typing import Any, Final, TypeVar

from tracker.core.rows import Row

_NOTHING: Final = dict.fromkeys(Row._fields, "") | {
    "bearers": (),
    "informed": False,
    "missed": 0,
    "days": None,
    "recurs": False,
}

Made = TypeVar("Made")


class Coded:
    """The values of rows that are often alike: a code a row, and the value of each code among them."""

    __slots__ = ("codes", "values")

    def __init__(self, codes: Sequence[Any], values: Mapping[Any, Any]) -> None:
        """Take the codes, row by row, and what they stand for; codes of no row have no value."""
        self.codes = codes
        self.values = values

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.codes)

    def __iter__(self) -> Iterator[Any]:
        """Give the value of each row."""
        return map(self.values.__getitem__, self.codes)

    def each(self, make: Callable[[Any], Any]) -> Coded:
        """Make something of each value, once."""
        return Coded(self.codes, {code: make(value) for code, value in self.values.items()})

    def at(self, places: Sequence[int]) -> Coded:
        """Give the rows of these places, counted from 0."""
        codes = [self.codes[place] for place in places]
        return Coded(codes, {code: self.values[code] for code in dict.fromkeys(codes)})


Field = Coded | Sequence[Any]
"""The values of a field, row by row."""


class Columnar:
    """Rows, of which `fields` has the values of each field that was asked for, row by row as they were read.

    `order` has the places of the rows in `fields`, the first row's first; without one they are as they
    were read. Rows can be gone through as such: fields that were not asked for are empty in them.
    """

    __slots__ = ("fields", "order")

    def __init__(self, fields: Mapping[str, Field], order: Sequence[int] | None = None) -> None:
        """Take values by the names of their fields, at least one and all equally many, and the order."""
        self.fields = fields
        self.order = order

    @classmethod
    def of(cls, rows: Iterable[Row]) -> Columnar:
        """Take rows as they are, or apart."""
        if isinstance(rows, Columnar):
            return rows
        values = zip(*rows, strict=True)
        return cls(dict(zip(Row._fields, values, strict=False)) or dict.fromkeys(Row._fields, ()))

    def __len__(self) -> int:
        """Count the rows."""
        return len(next(iter(self.fields.values())))

    def __iter__(self) -> Iterator[Row]:
        """Put the rows together, in their order."""
        absent = {name: repeat(value, len(self)) for name, value in _NOTHING.items()}
        return iter(self.arranged(map(Row._make, zip(*(absent | {**self.fields}).values(), strict=True))))

    def arranged(self, made: Iterable[Made]) -> Iterable[Made]:
        """Bring what was made of each row, as they were read, into their order."""
        if self.order is None:
            return made
        there = [*made]
        return map(there.__getitem__, self.order)

    def places(self) -> list[int]:
        """Give the places of the rows in `fields`, in their order."""
        return [*(range(len(self)) if self.order is None else self.order)]

    def first(self, count: int | None) -> Columnar:
        """Give so many rows, those that come first; None for all."""
        return self if count is None else self._at(self.places()[:count])

    def pieces(self, size: int) -> Iterator[Columnar]:
        """Give the rows so many at a time."""
        places = self.places()
        for start in range(0, len(places), size):
            yield self._at(places[start : start + size])

    def each(self, names: Sequence[str], make: Callable[[Row], Any]) -> Coded:
        """Make something of each row that these fields alone decide: once for all that are alike in them.

        As the rows were read, not in their order.
        """
        codes, different, values = _together([self.fields[name] for name in names])
        rows = Columnar(dict(zip(names, values, strict=True)))
        return Coded(codes, dict(zip(different, map(make, rows), strict=True)))

    def _at(self, places: Sequence[int]) -> Columnar:
        return Columnar(
            {
                name: field.at(places) if isinstance(field, Coded) else [field[place] for place in places]
                for name, field in self.fields.items()
            }
        )


def _together(fields: Sequence[Field]) -> tuple[Sequence[Any], Iterable[Any], list[list[Any]]]:
    """Give the codes of several fields together, those that differ, and what each field has for these."""
    coded = [
        field if isinstance(field, Coded) else Coded(field, {one: one for one in field}) for field in fields
    ]
    first = coded[0]
    if all(field.codes is first.codes for field in coded):
        return first.codes, first.values, [[field.values[code] for code in first.values] for field in coded]
    codes = [*zip(*(field.codes for field in coded), strict=True)]
    different = dict.fromkeys(codes)
    return (
        codes,
        different,
        [[field.values[code[place]] for code in different] for place, field in enumerate(coded)],
    )
