"""What cannot be merged by meaning, and what a merge leaves as it is."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.register.merge.merges import BASE, changed, clean
from tests.register.merge.rivals import LABELS, resolved
from tracker.register.disk.files import normalise
from tracker.register.merge.texts import merge
from tracker.register.parse import parse


@pytest.mark.parametrize("broken", ["ours", "theirs", "base"])
def test_what_cannot_be_read_is_merged_line_by_line_and_marked_to_be_looked_at(broken: str) -> None:
    texts = {"base": BASE, "ours": changed(('"Desk"', '"O"')), "theirs": changed(('"Report"', '"T"'))}
    texts[broken] = texts[broken].replace("# Signed in Rabat.", "this is not TOML")
    result = merge(**texts, labels=LABELS)
    assert result.conflicts == 1
    name = {"ours": "HEAD", "theirs": "feature"}.get(broken, "base")
    assert str(result.reason).startswith(f"{name} cannot be read as TOML (line 6)")
    assert '"O"' in result.text
    assert '"T"' in result.text


def test_a_text_with_markers_in_it_is_never_taken_for_merged() -> None:
    ours = changed(('title = "Report"\n', '<<<<<<< a\ntitle = "Report"\n=======\ntitle = "R"\n>>>>>>> b\n'))
    result = merge(BASE, ours, changed(('"Desk"', '"Office"')), LABELS)
    assert result.conflicts
    assert '<<<<<<< a\ntitle = "Report"' in result.text
    assert '"Office"' in result.text


def test_forms_that_do_not_go_together_are_merged_line_by_line() -> None:
    ours = changed(('{ en = "Plan", fr = "Plan" }', '{ en = "Plan", fr = "P" }'))
    theirs = changed(('title = { en = "Plan", fr = "Plan" }', 'title.en = "Plan"\ntitle.fr = "Q"'))
    result = merge(BASE, ours, theirs, LABELS)
    assert result.conflicts
    assert 'fr = "P"' in result.text
    assert 'title.fr = "Q"' in result.text


def test_line_endings_and_the_byte_order_mark_are_ours() -> None:
    ours = "\ufeff" + changed(('"Desk"', '"Office"')).replace("\n", "\r\n")
    text = clean(ours, changed(('"Report"', '"Reports"')))
    assert text == ours.replace('"Report"', '"Reports"')
    assert (
        clean(ours.replace("\r\n", "\n"), changed(('"Report"', '"R"')).replace("\n", "\r\n")).count("\r") == 0
    )


def test_mixed_line_endings_of_ours_stay() -> None:
    ours = changed(('title = "Desk"   # shown on top\n', 'title = "Office"\r\n'))
    assert clean(ours, changed(('"Report"', '"Reports"'))) == ours.replace('"Report"', '"Reports"')


def test_a_last_line_without_an_end_gets_one_where_something_follows() -> None:
    ours, theirs = BASE.rstrip("\n") + "s", BASE + "\n[obligations.a.z]\ntitle = 'Z'"
    ours = BASE.rstrip("\n")
    assert clean(changed(('"Desk"', '"D"'), text=ours), theirs).endswith(
        "\"Report\"\n\n[obligations.a.z]\ntitle = 'Z'"
    )


def test_parts_of_an_element_that_stand_elsewhere_are_merged_line_by_line() -> None:
    base = "[[a]]\nx = 1\n[b]\n[a.c]\ny = 1\n"
    result = merge(base, base.replace("y = 1", "y = 2"), base.replace("x = 1", "x = 3"), LABELS)
    assert str(result.reason).startswith("the texts cannot be merged by what they say")
    assert result.conflicts
    assert result.text == base.replace("y = 1", "y = 2").replace("x = 1", "x = 3")


def test_a_merge_that_would_make_a_name_stand_twice_is_left_to_people() -> None:
    base = "[a]\nx = 1\n"
    result = merge(base, "[a]\nx = 1\nb.c = 1\n", "[a]\nx = 1\n[a.b]\nd = 1\n", LABELS)
    assert result.conflicts
    assert result.reason is not None
    assert "b.c = 1" in result.text
    assert "[a.b]\nd = 1" in result.text


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.integers(0, 2**64))
def test_no_damage_makes_a_merge_fail_or_lose_a_line(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - not a secret
    base = BASE.replace("\n", "\r\n") if seed % 5 == 0 else BASE
    ours, theirs = damaged(base, random), damaged(base, random)
    result = merge(base, ours, theirs, LABELS)
    if result.reason:
        kept = {line.rstrip("\r") for line in result.text.split("\n")}
        added = set(ours.split("\n")) | set(theirs.split("\n"))
        assert {line.rstrip("\r") for line in added - set(base.split("\n"))} <= kept
    elif len({base, ours, theirs}) == 3:
        for side in (0, 1):
            assert parse(normalise(resolved(result.text.replace("\r\n", "\n"), side), "")[0], "")[1] is None


def damaged(text: str, random: Random) -> str:
    """Put odd pieces into a text, or take some out."""
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(text))
        piece = random.choice(
            ['"', "]", "[", "#", "\n", "}", "'''", "\r", " = ", "x", "[[a.b]]\n", "\u2028", ",", ""]
        )
        text = text[:at] + piece + text[at + random.choice((0, 0, 1, 5, 60)) :]
    return text
