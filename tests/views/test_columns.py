"""The table of columns: what each shows, and how rows are sorted by it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

import pytest
from hypothesis import given

from tests.views import hostile
from tests.views import register_of_november as real
from tracker.core.columnar import Columnar
from tracker.core.errors import TrackerError
from tracker.core.rows import Row
from tracker.views import as_json
from tracker.views.columns import COLUMNS, LIST, NAMES, OCCURRENCES, Column, chosen, days, due, needed
from tracker.views.columns import in_order as in_order_by_column
from tracker.views.wording import catalogue

ROWS = real.rows()
MEETINGS = ROWS[7]
WORDS = catalogue("en")


def in_order(rows: Iterable[Row], names: Sequence[str]) -> list[Row]:
    return [*in_order_by_column(Columnar.of(rows), names)]


def _shown(name: str, row: Row) -> str:
    return chosen([name])[0].cell(row, WORDS)


def test_every_field_of_the_contract_has_its_column() -> None:
    row = json.loads("\n".join(as_json.rows(ROWS[:1], real.AS_OF, WORDS)))[0]
    assert set(row) - {"since", "recurs", "reason"} == set(NAMES)
    assert {*LIST, *OCCURRENCES} <= set(NAMES)


def test_an_unknown_column_is_refused_with_those_there_are() -> None:
    with pytest.raises(TrackerError, match=r"no column 'colour'; there are ref, number"):
        chosen(["ref", "colour"])


def test_a_reckoned_date_is_marked_and_a_moved_one_is_not() -> None:
    assert due(MEETINGS) == "2025-12-21*"
    assert due(MEETINGS._replace(due="2026-01-31")) == "2026-01-31"
    assert due(ROWS[17]) == "2025"
    assert due(ROWS[0]) == "–"


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (MEETINGS, "335 days late"),
        (MEETINGS._replace(state="review-due", days=-1), "1 day ago"),
        (MEETINGS._replace(days=0), "today"),
        (MEETINGS._replace(days=1), "in 1 day"),
        (MEETINGS._replace(days=4312), "in 4,312 days"),
        (ROWS[0], ""),
    ],
)
def test_days(row: Row, said: str) -> None:
    assert days(row, WORDS) == said


def test_cells_speak_in_words() -> None:
    assert _shown("modality", ROWS[0]) == "aims to"
    assert _shown("kind", MEETINGS._replace(kind="home-made")) == "home made"
    assert _shown("bearers", MEETINGS) == "OIM, OCI"
    assert _shown("informed", MEETINGS) == ""
    assert _shown("informed", MEETINGS._replace(informed=True)) == "yes"
    assert _shown("missed", MEETINGS) == "2"
    assert _shown("missed", ROWS[0]) == ""
    assert _shown("days", MEETINGS) == "-335"
    assert _shown("days", ROWS[0]) == ""
    assert _shown("last_on", ROWS[0]) == "–"


@pytest.mark.parametrize("name", NAMES)
def test_rows_sort_by_every_column_both_ways(name: str) -> None:
    there, back = in_order(ROWS, [name]), in_order(ROWS, [f"-{name}"])
    column = chosen([name])[0]
    keys = [column.key(row) for row in there]
    assert keys == sorted(keys)
    stated = [column.key(row) for row in there if not column.is_missing(row)]
    assert [column.key(row) for row in back if not column.is_missing(row)] == stated[::-1]
    assert [column.is_missing(row) for row in back] == [column.is_missing(row) for row in there]


def test_what_has_no_date_comes_last_and_the_first_key_decides() -> None:
    ordered = in_order(ROWS, ["due", "ref"])
    assert [row.due for row in ordered[:4]] == ["2024-12-31", "2025-12-21", "2025-12-31", "2027-12-31"]
    assert [row.ref for row in ordered[4:6]] == [
        "champions-gcm.joint-commitments",
        "champions-gcm.practice-sharing",
    ]


def test_states_sort_by_how_pressing_they_are() -> None:
    late = MEETINGS._replace(informed=True)
    assert in_order([ROWS[0], MEETINGS, late], ["state"]) == [late, MEETINGS, ROWS[0]]


def test_every_heading_is_a_message_of_the_catalogue() -> None:
    assert [WORDS.text(column.heading) for column in COLUMNS[:2]] == ["obligation", "number"]
    assert catalogue("fr").text(COLUMNS[6].heading) == "qui doit"


def test_what_has_no_date_comes_last_either_way() -> None:
    dues = {"a.none": "", "a.late": "2027-01-01", "a.early": "2026-01-01"}
    rows = [MEETINGS._replace(ref=ref, due=due) for ref, due in dues.items()]
    assert [one.ref for one in in_order(rows, ["due"])] == ["a.early", "a.late", "a.none"]
    assert [one.ref for one in in_order(rows, ["-due"])] == ["a.late", "a.early", "a.none"]


def test_a_column_may_be_called_as_its_heading_says() -> None:
    assert [column.name for column in chosen(["date", "who owes", "who-owes", "last_news"])] == [
        *("scheduled", "bearers", "bearers", "last_on")
    ]


@pytest.mark.parametrize("column", COLUMNS, ids=NAMES)
def test_its_fields_alone_decide_what_a_column_shows_and_sorts_by(column: Column) -> None:
    more = hostile.row("a\tb")._replace(informed=True, last_on="2026-01-01", next_due="2026-12-21")
    for row in (*ROWS, more, more._replace(waits_for="", scheduled="2025-01-01")):
        whole = Columnar.of([row])
        (known,) = Columnar({name: whole.fields[name] for name in column.fields})
        assert column.cell(known, WORDS) == column.cell(row, WORDS)
        assert column.key(known) == column.key(row)


@hostile.FEW
@given(hostile.TEXTS)
def test_cells_of_a_column_are_those_of_its_rows(text: str) -> None:
    rows = [*ROWS, hostile.row(text), *ROWS]
    for column in COLUMNS:
        assert [*column.cells(Columnar.of(rows), WORDS)] == [column.cell(row, WORDS) for row in rows]


def test_fields_are_needed_once_for_what_is_shown_and_sorted_by() -> None:
    assert [*needed(("state", "due", "-due_text", "who owes"))] == [
        *("state", "informed", "due", "due_text", "basis", "scheduled", "waits_for", "bearers")
    ]


def test_rows_that_have_an_order_are_sorted_anew() -> None:
    back = Columnar(Columnar.of(ROWS).fields, range(len(ROWS))[::-1])
    assert [*in_order_by_column(back, ["title"])] == in_order(ROWS, ["title"])
    assert [*in_order_by_column(back, ["state"])] == in_order(ROWS[::-1], ["state"])
