"""A register as lines of which each names what it is about."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tracker.register.textconv import XFUNCNAME, as_facts

TEXT = """\
# The desk's register.
include = ["more/*.toml"]

[settings]
title = "Desk # 1" # shown

[obligations.b.two]
title = "Two"

# Twice.
[obligations.a.one]
log = [
  # They wrote.
  { on = 2025-03-05, status = "done", for = 2025-03-01 },
  { note = "a\\nb", on = 2025-01-05 },
]
due = 2025-06-01
title = { fr = "Un", en = '''One "#" more''' }

[parties."O I"]
name = "x"

[odd]
"""

FACTS = """\
file: # The desk's register.
include: ["more/*.toml"]
settings: # shown
settings: title = "Desk # 1"
parties."O I": name = "x"
a.one: # Twice.
a.one: # They wrote.
a.one: title.en = "One \\"#\\" more"
a.one: title.fr = "Un"
a.one: due = 2025-06-01
a.one: log 2025-01-05 note = "a\\nb"
a.one: log 2025-03-05 status = "done", for = 2025-03-01
b.two: title = "Two"
odd: {}
"""


BOTH = """\
[settings]
<<<<<<< HEAD
# ours
review = "9 months"
=======
review = "3 months"
>>>>>>> theirs
soon = "30 days"

[obligations.a.one]
<<<<<<< HEAD
due = 2025-06-01
||||||| base
due = 2025-05-01
=======
due = 2025-06-01
title = "One"
>>>>>>> theirs
"""

MARKED = """\
<<<<<<< HEAD
settings: # ours
=======
>>>>>>> theirs
settings: soon = "30 days"
<<<<<<< HEAD
settings: review = "9 months"
=======
settings: review = "3 months"
a.one: title = "One"
>>>>>>> theirs
a.one: due = 2025-06-01
"""


def test_of_a_conflict_the_markers_stand_around_the_facts_that_differ() -> None:
    assert as_facts(BOTH) == MARKED
    assert as_facts(BOTH.replace("\n", "\r\n")) == MARKED
    assert "\u202e" not in as_facts(BOTH.replace("theirs\n", "theirs\u202e\n"))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (">>>>>>> theirs\n", ""),
        ("<<<<<<< HEAD\n", ""),
        ("=======\n", ""),
        ("# ours\n", "<<<<<<< HEAD\n"),
        ('"9 months"', '"9 months'),
        ('"3 months"', '"3 months'),
    ],
)
def test_a_conflict_that_makes_no_sense_is_shown_as_it_stands(old: str, new: str) -> None:
    text = BOTH.replace(old, new)
    assert as_facts(text) == text


def test_each_fact_and_comment_has_a_line_that_names_its_thing() -> None:
    assert as_facts(TEXT) == FACTS
    assert as_facts("\ufeff" + TEXT.replace("\n", "\r\n")) == FACTS


def test_order_and_layout_make_no_difference() -> None:
    promise = '[obligations.a.x]\ntitle = "X"\nlog = [{on = 2025-01-02}, {on = 2025-01-01}]\n'
    agreement = '[agreements.a]\ntitle = "A"\n'
    other = "[obligations.a.x]\nlog = [\n  { on = 2025-01-01 },\n  { on = 2025-01-02 }\n]\ntitle   =   'X'\n"
    assert as_facts(promise + agreement) == as_facts(agreement + "\n" + other)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = \x1b[31m\r\nb", "a = \\u001B[31m\nb"),
        ("<<<<<<< ours\na = 1\n", "<<<<<<< ours\na = 1\n"),
        ("# \u202eabc\n", "file: # \\u202Eabc\n"),
        ("", ""),
    ],
)
def test_what_cannot_be_read_is_shown_as_it_is_and_nothing_acts(text: str, said: str) -> None:
    assert as_facts(text) == said


def test_comments_of_a_header_that_holds_no_thing_are_shown_too() -> None:
    assert as_facts("[obligations] # all\n[obligations.a.b]\nx = 1\n") == "a.b: x = 1\nobligations: # all\n"


def test_what_is_nested_too_deeply_is_shown_as_it_is() -> None:
    text = "a = " + "[" * 5000 + "]" * 5000 + "\n"
    assert as_facts(text) == text


def test_tables_in_an_odd_order_are_shown_without_their_comments() -> None:
    assert as_facts("[[a.b]]\nx = 1\n[c]\n[a.b.d]\ny = 2 # z\n") == "a.b: [{ x = 1, d = { y = 2 } }]\nc: {}\n"


@pytest.mark.parametrize("text", [TEXT, FACTS])
def test_git_shows_whose_lines_a_difference_has(text: str, tmp_path: Path) -> None:
    def git(*words: str) -> str:
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@b", *words]
        return subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True).stdout

    git("init", "-q")
    git("config", "diff.tracker.xfuncname", XFUNCNAME)
    (tmp_path / ".gitattributes").write_text("*.toml diff=tracker\n")
    (tmp_path / "c.toml").write_text(text)
    git("add", ".")
    git("commit", "-qm", "a")
    (tmp_path / "c.toml").write_text(text.replace("2025-06-01", "2025-07-01"))
    heading = next(line for line in git("diff", "-U0").splitlines() if line.startswith("@@"))
    assert heading.endswith(("@@ obligations.a.one", "@@ [obligations.a.one]", "@@ a.one:"))
