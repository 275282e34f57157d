"""Text that tries to act on a terminal, a page, a spreadsheet, git or the parser: none does, none crashes."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest

from tests.trust.answers import Call, harmless, in_git
from tests.trust.programs import FULL, Place, size
from tracker.cli.directory import MODULES
from tracker.register.text.literals import literal

FORMATS = ("table", "plain", "json", "csv", "markdown", "html", "email", "ical", "svg", "github", "toml")
PAYLOADS = {
    "terminal": "\x1b[31m\x1b]0;owned\x07\x9b2J\x1b]8;;file:///etc/passwd\x07\r\b\x7f\u2028\u2029\x85",
    "unseen": "\u202egnp.exe\u2066\u2069\u200b\u2060\ufeff\U000e0041\u200f\u061c\u00ad",
    "page": "<script>alert(1)</script><img src=x onerror=alert(1)>\"'>[red]x[/red]"
    "[link=file:///x]y[/link][a](javascript:alert(1))![b](http://x/y)|**_`~~{0}{title.__class__}"
    "%s%(x)s${PATH}`id`$(id)]]></svg><!--",
    "formula": "=cmd|'/c calc'!A0",
    "plus": "+1+cmd|'/c calc'!A0",
    "at": "@SUM(1+1)*cmd|'/c calc'!A0",
    "tab": "\t=1+1",
    "sql": "'; DROP TABLE obligations; --\" OR 1=1 UNION SELECT * FROM meta; ATTACH 'x.db' AS x; */",
    "header": "\nBcc: all@example.org\r\nSubject: x\r\n\r\nBEGIN:VEVENT\nEND:VCALENDAR\n"
    '[obligations.x.y]\n"""',
}
TRIED = PAYLOADS
if not FULL:
    mixed = ("terminal", "unseen", "page", "sql", "header")
    TRIED = {"mixed": "".join(PAYLOADS[name] for name in mixed), "formula": PAYLOADS["formula"]}
_DEAF = {"check", "sync", "log", "textconv", "init", "git-setup", "merge-driver"}
"""Commands that have no use for some of the global options, and do not look at them."""
_LOG = "{{ on = 2026-01-05, {status}note = {x}, evidence = {x}, by = {x}, agreed_with = 'B', dispute = 'A' }}"


def register(payload: str) -> str:
    """Write a register that has a text wherever a text can be."""
    x = literal(payload)
    entry = _LOG.format(status="status = 'in-progress', ", x=x)
    named = f"name = {{ en = {literal(payload + 'n')}, fr = {x} }}"
    return f"""
[settings]
title = {x}
timezone = "UTC"
us = ["A"]
[parties.A]
{named}
aliases = [{literal(payload + "a")}]
[parties.B]
name = {literal(payload + "B")}
[people.one]
name = {x}
email = "one@example.org"
[agreements.k]
title = {{ en = {x}, fr = {x} }}
kind = "mou"
parties = ["A", "B"]
date = 2025-01-01
expires = 2027-01-01
source = {literal("paper.txt")}
log = [{{ on = 2026-01-01, status = "extended", ends = 2027-06-01, evidence = {x}, note = {x} }}]
[agreements.k.sources.other]
file = {x}
[obligations.k.late]
title = {{ en = {x}, fr = {x} }}
number = {literal(payload + "1")}
kind = "other"
bearers = ["A"]
counterparties = ["B"]
due = 2026-01-31
basis = {x}
owner = "one"
clause = {x}
page = {x}
quote = {x}
notes = {x}
tags = [{x}]
log = [{entry}]
[obligations.k.again]
title = {x}
kind = "joint-meeting"
every = "6 months"
first = 2025-06-30
quote = {x}
log = [{_LOG.format(status="", x=x)}]
[obligations.k.goes-on]
title = {x}
kind = "other"
quote = {x}
"""


def questions() -> Iterator[tuple[str, ...]]:
    """Give a call of each command that answers."""
    yield ("status",)
    yield ("list",)
    yield ("list", "--occurrences")
    yield from (("show", f"k.{name}") for name in ("late", "again", "goes-on"))
    yield ("report",)
    yield ("calendar",)
    yield ("timeline",)
    yield ("brief", "B")
    yield ("check", "--notes")
    yield ("diff", "HEAD~")
    yield ("log",)
    yield ("log", "k.late")


@pytest.mark.parametrize("payload", TRIED)
def test_in_the_register_through_every_command_and_format(
    place: Place, call: Call, payload: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    in_git(place, register("harmless"), register(TRIED[payload]))
    answered: set[str] = set()
    for words in questions():
        for form in FORMATS:
            if form == "email" and words[0] != "report":
                continue
            also = ("--to", "a@example.org", "--from", "b@example.org") if form == "email" else ()
            for language in ("en", "fr") if size(0, 1) else ("fr",):
                ran = call(*words, "--format", form, "--lang", language, *also)
                if ran.code == 2:
                    assert ran.out == "", (words, form, ran)
                    continue
                answered.add(words[0])
                harmless((*words, form), ran.out, form)
    assert answered == {words[0] for words in questions()}
    assert sorted(path.name for path in place.folder.iterdir() if path.name not in {".tracker", ".git"}) == [
        "commitments.db",
        "commitments.toml",
        "paper.txt",
        "seeds",
    ]


@pytest.mark.parametrize("payload", TRIED)
def test_on_the_command_line(place: Place, call: Call, payload: str) -> None:
    before = place.text
    rows = call("list", "--format", "json").out
    x = TRIED[payload]
    for command in MODULES:
        tried = ((x,), ("--format", x), (f"--known-at={x}",), (x, x), ("--lang", x), ("--as-of", x))
        for words in tried[: size(3, 6)]:
            ran = call(command, *words)
            assert ran.code == 2 or command in _DEAF, (command, words, ran)
    for option in ("--search", "--party", "--sort", "--columns"):
        call("list", option, x)
    assert place.text == before
    assert call("list", "--format", "json").out == rows


@pytest.mark.parametrize("payload", TRIED)
def test_recorded_it_is_a_text_and_no_more(place: Place, call: Call, payload: str) -> None:
    """An entry that smuggles a header in, or a quotation mark, stays one string in one entry."""
    x = TRIED[payload]
    before = place.text
    ran = call("update", "observer", "in-progress", "--note", x, "--evidence", x, "--by", x)
    assert ran.code == 0, ran
    harmless(("update",), ran.out, "plain")
    assert place.notes() == [x]
    assert call("undo").code == 0
    assert place.text == before


@pytest.mark.parametrize("payload", TRIED)
def test_in_what_is_wrong(place: Place, call: Call, payload: str) -> None:
    x = literal(TRIED[payload])
    for wrong in (
        f"{x} = 1\n",
        f"[{x}]\n",
        f"[settings]\nlanguage = {x}\ntimezone = {x}\nsoon = {x}\n",
        f"include = [{x}]\n",
        f"[agreements.{x}]\ntitle = 1\n[agreements.{x}]\n",
        f"[agreements.a]\ntitle = 'a'\nparties = [1]\ndate = {x}\n[obligations.a.{x}]\n{x} = {x}\n",
        f"[obligations.a.b]\nrrule = {x}\n",
        TRIED[payload].encode().decode() + "\n",
    ):
        place.register.write_bytes(wrong.encode())
        for words in (
            ("check",),
            ("check", "--format", "json"),
            ("check", "--format", "github"),
            ("status",),
        ):
            ran = call(*words)
            assert ran.code in {1, 2} or wrong.startswith("include"), (wrong, ran)
            harmless(words, ran.out, words[-1] if len(words) > 1 else "plain")


def test_a_title_of_10_megabytes(place: Place) -> None:
    size_ = size(2_000_000, 10_000_000)
    text = place.text.replace("Half-yearly meetings of the joint", "m" * size_ + " of the joint")
    place.register.write_text(text)
    began = time.monotonic()
    for words in (("status",), ("list", "--format", "json"), ("show", "half-yearly"))[: size(2, 3)]:
        ran = place.run(*words)
        assert ran.code == 0, (words, ran.err[:500])
    ran = place.run(*place.record("after it"))
    assert ran.code == 0
    took = time.monotonic() - began
    print(f"a title of {size_ / 1e6:g} MB: all commands in {took:.1f} s")  # noqa: T201 - the figures


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "[" * 10_000,
        "x = " + "[" * 10_000 + "]" * 10_000,
        "x = " + "{a=" * 10_000 + "1" + "}" * 10_000,
        "[" + ".".join(["a"] * 10_000) + "]",
        ".".join(["a"] * 10_000) + " = 1",
        "[settings]\ntitle = " + "[[" * 5_000 + '"x"' + "]]" * 5_000,
        "[a." * 10_000,
        "x = '''" + "'" * 100_000,
        'x = "' + "\\" * 100_001,
    ],
    ids=["opened", "arrays", "tables", "header", "dotted", "in a title", "headers", "quotes", "backslashes"],
)
def test_nesting_10_000_deep(place: Place, text: str) -> None:
    place.register.write_text(text)
    for words in (("status",), place.record("x")) if size(0, 1) else (("status",),):
        ran = place.run(*words)
        assert ran.code == 2
        assert re.match(r"tracker: error: commitments\.toml:\d+:\d+: ", ran.err), ran.err
        assert len(ran.err) < 10_000
    assert place.run("check").code == 2
