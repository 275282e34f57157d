"""Rows field by field: the same rows, whatever is alike in them and however they are ordered."""

from __future__ import annotations

import pytest

from tests.views import register_of_november as real
from tracker.core.columnar import Coded, Columnar

ROWS = [*real.rows()]


def coded(columnar: Columnar, *names: str) -> Columnar:
    """Give each of these fields codes of its own."""
    fields = dict(columnar.fields)
    for name in names:
        values = {f"{name} {value}": value for value in fields[name]}
        fields[name] = Coded([f"{name} {value}" for value in fields[name]], values)
    return Columnar(fields, columnar.order)


def test_rows_are_taken_apart_and_put_together() -> None:
    assert [*Columnar.of(ROWS)] == [*Columnar.of(iter(ROWS))] == ROWS
    assert len(Columnar.of(ROWS)) == len(ROWS)
    assert [*coded(Columnar.of(ROWS), "state", "bearers", "days")] == ROWS
    apart = Columnar.of(ROWS)
    assert Columnar.of(apart) is apart


def test_no_rows_have_all_fields() -> None:
    none = Columnar.of([])
    assert [*none] == []
    assert not none
    assert [*none.each(("state", "due"), lambda row: row.due)] == []
    assert [*none.each(("state",), lambda row: row.due)] == []


def test_what_was_not_asked_for_is_empty() -> None:
    (row,) = Columnar({"ref": ["a.b"], "missed": [3]})
    assert (row.ref, row.missed, row.title, row.bearers, row.days) == ("a.b", 3, "", (), None)
    assert (row.informed, row.recurs) == (False, False)


def test_the_order_holds_for_rows_and_what_is_made_of_them() -> None:
    back = Columnar(coded(Columnar.of(ROWS), "state").fields, range(len(ROWS))[::-1])
    assert [*back] == ROWS[::-1]
    assert [*back.arranged(back.each(("ref",), lambda row: row.ref))] == [row.ref for row in ROWS[::-1]]
    assert [*back.first(3)] == ROWS[:-4:-1]
    assert back.first(None) is back
    assert [[*piece] for piece in back.pieces(8)] == [ROWS[:-9:-1], ROWS[-9:-17:-1], ROWS[-17::-1]]


def test_of_some_rows_only_what_stands_in_them_is_left() -> None:
    field = Columnar({"state": Coded("aab", {"a": "overdue", "b": "done"})}).first(2).fields["state"]
    assert isinstance(field, Coded)
    assert field.values == {"a": "overdue"}


@pytest.mark.parametrize("names", [("state",), ("state", "due"), ("due", "days", "title"), ("title",)])
@pytest.mark.parametrize("with_codes", [(), ("state",), ("state", "due"), ("due", "days", "title")])
def test_what_is_made_of_rows_is_made_of_each(names: tuple[str, ...], with_codes: tuple[str, ...]) -> None:
    made = coded(Columnar.of(ROWS), *with_codes).each(names, lambda row: [getattr(row, n) for n in names])
    assert [*made] == [[getattr(row, name) for name in names] for row in ROWS]


def test_what_is_alike_is_made_once() -> None:
    seen: list[tuple[str, str]] = []

    def make(row: object) -> str:
        seen.append((row.state, row.due))  # type: ignore[attr-defined]
        return ""

    Columnar.of(ROWS).each(("state", "due"), make)
    assert len(seen) == len({*seen}) < len(ROWS)
    codes = [row.state + row.due for row in ROWS]
    shared = Columnar(
        {
            "state": Coded(codes, dict(zip(codes, [row.state for row in ROWS], strict=True))),
            "due": Coded(codes, dict(zip(codes, [row.due for row in ROWS], strict=True))),
        }
    )
    assert [*shared.each(("state", "due"), lambda row: (row.state, row.due))] == [
        (row.state, row.due) for row in ROWS
    ]
