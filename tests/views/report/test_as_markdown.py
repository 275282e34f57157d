"""A report as Markdown."""

from __future__ import annotations

import pytest

from tests.views import report_of_november as november
from tests.views.golden import agrees
from tracker.core.report import Changed, Decisions, Part
from tracker.views.report import as_markdown as report_markdown
from tracker.views.report.page import Group, Item, Page, Section
from tracker.views.wording import catalogue


@pytest.mark.parametrize("language", ["en", "fr", "ar"])
def test_a_week_with_news(language: str) -> None:
    assert agrees(
        f"report.{language}.md", report_markdown.text(november.report(language), catalogue(language))
    )


def test_a_quiet_week_is_one_line() -> None:
    quiet = november.report()._replace(changed=Changed(), decisions=Decisions(), totals={"upcoming": 3})
    (line,) = report_markdown.text(quiet, catalogue("en"))
    assert line.startswith("21 November 2026: nothing new since")


def test_a_line_is_broken_only_before_another() -> None:
    items = (Item("Alone"), Item("With facts", "3 days", ("a", "b")), Item("Quoted", quote="said"))
    section = Section("x", "", (Group("g", "", items),))
    page = Page("en", right_to_left=False, title="", headline="", notes=(), sections=(section,), footer=())
    assert [*report_markdown.rendered(page)][-5:] == [
        "- **Alone**",
        "- 3 days · **With facts**  ",
        "  a · b",
        "- **Quoted**  ",
        "  said",
    ]


def test_text_of_the_register_is_no_markup() -> None:
    shown = november.report()
    late = shown.late.shown[0]._replace(title="# <b>*x*</b> | [y](z)", quote="- `a`\n# b")
    drawn = shown._replace(late=Part((late,), 3))
    said = "\n".join(report_markdown.text(drawn, catalogue("en")))
    assert r"**\# &lt;b&gt;\*x\*&lt;/b&gt; \| \[y\](z)**" in said
    assert r"“- \`a\` \# b”" in said
    assert "\nand 2 more" in said
