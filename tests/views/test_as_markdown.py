"""Markdown, as an issue or a wiki takes it."""

from __future__ import annotations

from tests.views import register_of_november as real
from tests.views.golden import agrees
from tracker.core.errors import Problem, Text
from tracker.core.rows import Dispute
from tracker.views import as_markdown
from tracker.views.wording import catalogue

WORDS = catalogue("en")
PICTURE = real.picture()


def test_rows() -> None:
    assert agrees("list.md", as_markdown.rows(real.rows("fr"), catalogue("fr"), ("ref", "days", "title")))


def test_the_picture() -> None:
    assert agrees("status.md", as_markdown.picture(PICTURE, WORDS))


def test_a_picture_with_more_than_it_holds_says_how_many_more() -> None:
    known = PICTURE.overdue[0]._replace(informed=True)
    shown = PICTURE._replace(overdue=(known,), totals={"overdue": 8}, review_due=(), known_at="2026-10-01")
    text = "\n".join(as_markdown.picture(shown, WORDS))
    assert "## Late" in text
    assert "## Past due" not in text
    assert "and 7 more" in text
    assert text.startswith("# Saturday 21 November 2026, as known on 1 October 2026")


def test_a_picture_with_what_is_blocked_and_disputed() -> None:
    row = PICTURE.overdue[0]._replace(state="active", status="blocked", dispute="O|CI", due="", days=None)
    shown = PICTURE._replace(
        blocked=(row,), blocked_count=3, disputed=(Dispute(row, "2026-10-01"),), disputed_count=1
    )
    text = "\n".join(as_markdown.picture(shown, WORDS))
    blocked, _, disputed = text.partition("## Recorded as blocked")[2].partition("## Disputed")
    assert "| oim-oci.half-yearly-meetings | active | – | OIM, OCI |" in blocked
    assert "and 2 more" in blocked
    assert "· 3 of them recorded as blocked\n" in text
    assert "| oim-oci.half-yearly-meetings | O\\|CI, since 2026-10-01 | active |" in disputed


def test_an_empty_picture_is_a_heading() -> None:
    shown = PICTURE._replace(overdue=(), review_due=(), totals={}, agreements=())
    assert "##" not in "\n".join(as_markdown.picture(shown, WORDS))


def test_a_detail() -> None:
    shown = real.detail_with_news()._replace(notes="Ask\nthe mission")
    assert agrees("show.md", as_markdown.detail(shown, real.AS_OF, WORDS, real.passage()))


def test_a_detail_without_news_passage_or_quote() -> None:
    text = "\n".join(as_markdown.detail(real.detail(), real.AS_OF, WORDS))
    assert "> **accompagner la mise en œuvre" in text
    assert text.endswith("nothing recorded")
    bare = real.detail()._replace(row=real.detail().row._replace(quote=""), occurrences=())
    text = "\n".join(as_markdown.detail(bare, real.AS_OF, WORDS))
    assert ">" not in text
    assert "## Dates" not in text


def test_problems() -> None:
    found = [Problem("a_b.toml", 3, 4, "E204", Text("no date yet"))]
    assert list(as_markdown.problems(found, WORDS)) == ["- a\\_b.toml:3:4 **E204** no date yet"]
