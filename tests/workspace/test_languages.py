"""The languages of texts, told from what is quoted of them."""

from __future__ import annotations

from tests.views import register_of_november as real
from tracker.workspace.languages import languages


def test_each_agreement_has_the_language_of_its_quotes() -> None:
    french, other = real.rows()[0], real.rows()[-1]
    rows = [
        french,
        other._replace(agreement="english", quote="the parties shall meet twice in each year of the plan"),
        other._replace(agreement="arabic", quote="يجتمع الطرفان مرتين في السنة (2026)"),
        other._replace(agreement="unknown", quote="xyzzy plugh"),
        other._replace(agreement="nothing", quote=""),
    ]
    assert languages(rows) == {french.agreement: "fr", "english": "en", "arabic": "ar"}


def test_quotes_of_an_agreement_are_told_together() -> None:
    row = real.rows()[0]
    rows = [row._replace(quote="Conseil"), row._replace(quote="les parties de la convention et leur siège")]
    assert languages(rows) == {row.agreement: "fr"}
