"""JSON: the fields and types of the contract."""

from __future__ import annotations

import json
from typing import Any

from tests.views import register_of_november as real
from tests.views.golden import agrees
from tracker.core.errors import Problem, Text
from tracker.core.rows import Dispute
from tracker.views import as_json
from tracker.views.wording import catalogue

WORDS = catalogue("en")
CONTRACT = (
    *(
        "ref",
        "number",
        "agreement",
        "title",
        "kind",
        "modality",
        "bearers",
        "owner",
        "scheduled",
        "due",
        "due_text",
    ),
    *("basis", "state", "status", "informed", "missed", "days", "last_on", "dispute", "quote", "reason"),
)


def _rows() -> Any:
    return json.loads("\n".join(as_json.rows(real.rows(), real.AS_OF, WORDS)))


def test_rows_are_an_array_of_the_contract() -> None:
    rows = _rows()
    assert len(rows) == 22
    assert all(set(CONTRACT) <= set(row) for row in rows)


def test_what_is_not_stated_is_null() -> None:
    aim = _rows()[0]
    assert {name for name in CONTRACT if aim[name] is None} == {
        *("number", "owner", "scheduled", "due", "due_text", "basis", "days", "last_on", "dispute"),
    }


def test_a_row_in_full() -> None:
    assert agrees("list.json", as_json.rows(real.rows()[7:8], real.AS_OF, WORDS))


def test_no_rows_are_an_empty_array() -> None:
    assert list(as_json.rows([], real.AS_OF, WORDS)) == ["[]"]


def test_rows_come_one_at_a_time() -> None:
    lines = as_json.rows(iter(real.rows()), real.AS_OF, WORDS)
    assert next(lines).startswith('[{"ref": "icesco-oim.reinforced-partnership"')
    assert next(lines).startswith(',{"ref": "icesco-oim.meetings-and-conferences"')


def test_the_picture() -> None:
    assert agrees("status.json", as_json.picture(real.picture(), WORDS))


def test_what_is_blocked_and_disputed_is_in_the_picture_too() -> None:
    row = real.rows()[7]._replace(state="active", status="blocked", dispute="OCI")
    shown = real.picture()._replace(blocked=(row,), disputed=(Dispute(row, "2026-10-01"),), known_late=1)
    found = json.loads("\n".join(as_json.picture(shown, WORDS)))
    assert [(one["ref"], one["status"]) for one in found["blocked"]] == [(row.ref, "blocked")]
    assert [(one["dispute"], one["disputed_since"]) for one in found["disputed"]] == [("OCI", "2026-10-01")]
    assert found["known_late"] == 1
    assert found["agreements"][2]["next_ref"] == row.ref


def test_a_detail() -> None:
    shown = as_json.detail(real.detail_with_news(), real.AS_OF, WORDS, real.passage())
    assert agrees("show.json", shown)


def test_a_detail_without_passage_or_time_rule_has_null() -> None:
    shown = real.detail()._replace(time=real.detail().time._replace(every="", first="", until=""))
    found = json.loads("\n".join(as_json.detail(shown, real.AS_OF, WORDS)))
    assert found["passage"] is None
    assert found["time"] is None


def test_the_reason_is_in_the_language_and_words_of_the_contract_are_not() -> None:
    row = json.loads("\n".join(as_json.rows(real.rows("fr")[7:8], real.AS_OF, catalogue("fr"))))[0]
    assert row["reason"].startswith("échéance 2025-12-21, calculée\u00a0: effective + 6 months")
    assert row["state"] == "overdue"


def test_problems() -> None:
    found = [
        Problem("a.toml", 3, 4, "E204", Text("no date yet")),
        Problem("a.toml", 0, 0, "W501", Text("late")),
    ]
    assert json.loads("\n".join(as_json.problems(found, WORDS))) == [
        {"file": "a.toml", "line": 3, "column": 4, "code": "E204", "error": True, "message": "no date yet"},
        {"file": "a.toml", "line": None, "column": None, "code": "W501", "error": False, "message": "late"},
    ]
