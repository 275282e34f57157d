"""CSV: what a spreadsheet reads."""

from __future__ import annotations

import csv
from io import StringIO

from tests.views import register_of_november as real
from tests.views.golden import agrees
from tracker.core.columnar import Coded, Columnar
from tracker.core.rows import Dispute
from tracker.views import as_csv
from tracker.views.wording import catalogue

WORDS = catalogue("en")


def test_rows() -> None:
    assert agrees("list.csv", as_csv.rows(real.rows(), real.AS_OF, WORDS))


def test_a_spreadsheet_reads_numbers_as_numbers_and_formulas_as_text() -> None:
    row = real.rows()[7]._replace(title='=HYPERLINK("x")', owner="-mission", informed=True)
    lines = as_csv.rows([row], real.AS_OF, WORDS)
    (read,) = list(csv.DictReader(StringIO("\n".join(lines))))
    assert read["title"] == '\'=HYPERLINK("x")'
    assert read["owner"] == "'-mission"
    assert read["days"] == "-335"
    assert read["bearers"] == "OIM, OCI"
    assert read["informed"] == "yes"


def test_only_the_fields_that_are_named() -> None:
    row = real.rows()[7]._replace(next_due="2026-12-21", waits_for="a.b")
    names = ("waits_for", "ref", "days", "next_due")
    lines = list(as_csv.rows([row], real.AS_OF, WORDS, names, bom=True))
    assert lines == ["\ufeffwaits_for,ref,days,next_due", f"a.b,{row.ref},-335,2026-12-21"]


def test_many_rows_are_written_in_their_order() -> None:
    rows = [*real.rows()] * 40
    lines = [*as_csv.rows(rows, real.AS_OF, WORDS)]
    assert lines[1:] == [*as_csv.rows(real.rows(), real.AS_OF, WORDS)][1:] * 40
    back = Columnar(Columnar.of(rows).fields, range(len(rows))[::-1])
    assert [*as_csv.rows(back, real.AS_OF, WORDS)][1:] == lines[:0:-1]
    state = Columnar({"state": Coded("ba", {"a": "overdue", "b": "=done"})})
    assert [*as_csv.rows(state, real.AS_OF, WORDS, ("state",))] == ["state", "'=done", "overdue"]


def test_no_rows_are_a_header() -> None:
    assert len(list(as_csv.rows([], real.AS_OF, WORDS))) == 1


def test_the_picture_gives_its_rows() -> None:
    assert len(list(as_csv.picture(real.picture(), WORDS))) == 1 + 20


def test_the_picture_has_what_is_blocked_or_disputed_once() -> None:
    late, silent = real.picture().overdue[0], real.picture().review_due[0]
    duty = late._replace(ref="a.duty", state="active", status="blocked")
    shown = real.picture()._replace(
        blocked=(silent, duty), disputed=(Dispute(late, "2026-10-01"), Dispute(duty, "2026-10-01"))
    )
    lines = list(as_csv.picture(shown, WORDS))
    assert len(lines) == 1 + 20 + 1
    assert [line.split(",")[0] for line in lines[1:4]] == [late.ref, silent.ref, "a.duty"]
