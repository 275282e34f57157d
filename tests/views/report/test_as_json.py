"""A report as JSON."""

from __future__ import annotations

import json
from typing import Any

from tests.views import hostile
from tests.views import report_of_november as november
from tests.views.golden import agrees
from tracker.core.report import Changed, Decisions
from tracker.views.report import as_json as report_json
from tracker.views.wording import catalogue


def document(language: str = "en", **changed: Any) -> Any:
    drawn = november.report(language)._replace(**changed)
    return json.loads("\n".join(report_json.text(drawn, catalogue(language))))


def test_the_whole_document() -> None:
    assert agrees("report.json", report_json.text(november.report(), catalogue("en")))


def test_the_shape_that_programs_rely_on() -> None:
    found = document()
    keys = ["as_of", "known_at", "since", "headline", "changed", "decisions", "overdue", "due_soon"]
    assert set(keys) | {"review_due", "agreements"} <= set(found)
    assert list(found["changed"])[:8] == [
        *(
            "done",
            "newly_overdue",
            "newly_due_soon",
            "postponed",
            "added",
            "reopened",
            "disputed",
            "handed_over",
        ),
    ]
    assert found["known_at"] is None
    (moved,) = found["changed"]["postponed"]
    assert (moved["moved_from"], moved["moved_to"], moved["slippage"]) == ("2026-06-21", "2026-12-05", 167)
    assert moved["entry"]["agreed_with"] == ["OCI"]
    assert [row["side"] for row in found["overdue"]] == ["they", "we"]
    assert [row["days"] for row in found["overdue"]] == [-52, -3]
    assert found["changed"]["agreements"][0]["what"] == "signed"


def test_a_quiet_week_has_all_its_parts() -> None:
    found = document(changed=Changed(), decisions=Decisions(), totals={})
    assert found["changed"]["done"] == []
    assert found["headline"].startswith("21 November 2026: nothing new")


def test_who_it_was_before_a_hand_over() -> None:
    shown = november.report().changed
    event = shown.handed_over.shown[0]._replace(before="desk")
    found = document(changed=shown._replace(handed_over=shown.handed_over._replace(shown=(event,))))
    assert found["changed"]["handed_over"][0]["before"] == "desk"


def test_a_document_doesnt_act_on_a_terminal_and_says_the_same() -> None:
    found = document("ar", title="\x1b[31m\u202ex")
    assert found["title"] == "\x1b[31m\u202ex"
    drawn = november.report("ar")._replace(title="\x1b[31m\u202ex")
    said = "\n".join(report_json.text(drawn, catalogue("ar")))
    assert not hostile.acts(said.replace("\n", ""))
    assert found["headline"].startswith("السبت")
    assert all(not row["reason"].isascii() for row in found["overdue"])
