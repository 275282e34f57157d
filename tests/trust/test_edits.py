"""An update changes what it means and nothing else: in every kind of document that TOML allows."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import rtoml
from hypothesis import given, settings

from tests.register.text.messy import Messy, messy
from tests.trust.programs import Place, size
from tracker.register.text.change import Change, same
from tracker.register.text.edit import append_entry, entries

KINDS = {
    "empty": "",
    "comment at the end": "# no line end behind it",
    "comment everywhere": "# a\n  # b\nx = 1 # c\n#\n\t# d\n",
    "comment with brackets": "# [obligations.a.b]\n# log = [\n#\n",
    "key bare": "bare_key = 1\nbare-key = 2\n1234 = 3\n-_- = 4\n",
    "key quoted": '"127.0.0.1" = 1\n\'quoted "x"\' = 2\n"" = 3\n"\\u00e9\\n" = 4\n"ʎǝʞ" = 5\n',
    "key dotted": "a1.b.c = 1\na1 . b . d = 2\na1.'e f'.\"g.h\" = 3\n3.14159 = 4\n",
    "key with spaces": "  a1   =  1  \n\tb1\t=\t2\t\n",
    "key like a value": "true = false\n1979-05-27 = 1\ninf = 1\n",
    "string escapes": 'x = "\\b\\t\\n\\f\\r\\"\\\\ \\u0041 \\U0001F600"\n',
    "string literal": "x = 'C:\\Users\\n'\ny = '<\\i\\c*\\s*>'\n",
    "string multiline": 'x = """\nRoses # no\n  [y]\nlog = [ \\\n   joined\n"""\n',
    "string multiline quotes": 'x = """Two: "". """\ny = """"quoted""""\nz = """three: \\""" ."""\n',
    "string multiline literal": "x = '''\n[obligations.a.b]\n''quoted''\n'''\ny = ''''one'''''\n",
    "string with delimiters": "x = \"]}#'\"\ny = '\"]}#'\n",
    "integer": "a1 = +99\nb1 = 0\nc1 = -17\nd1 = 1_000\ne1 = 0xDEAD_beef\nf1 = 0o755\ng1 = 0b1101\n",
    "float": "a1 = 3.14\nb1 = 5e+22\nc1 = -2E-2\nd1 = 6.626e-34\ne1 = inf\nf1 = -inf\ng1 = 1e06\n",
    "boolean": "x = true\ny = false\n",
    "datetime": "a1 = 1979-05-27T07:32:00Z\nb1 = 1979-05-27 07:32:00.5-07:00\nc1 = 1979-05-27T07:32:00\n",
    "date and time": "x = 1979-05-27\ny = 07:32:00.999999\nz = 2000-02-29\n",
    "array": 'a1 = [1, 2]\nb1 = []\nc1 = [ [ 1, 2 ], ["a", "b",], ]\nd1 = ["]", \'[\', "#"]\n',
    "array on lines": "x = [ # a\n  1, # ]\n\n  2 # b\n  , # c\n  # d\n]\n",
    "array mixed": 'x = [1, "a", { b = 2 }, [true], 1979-05-27]\n',
    "inline table": "x = { a = 1, b.c = 2, 'd e' = { f = {} } }\ny = {}\nz = [{ a = 1 }, { a = 2 }]\n",
    "inline table with lines in arrays": "x = { a = [\n 1, # }\n 2\n], b = '''\n}\n''' }\n",
    "table": "[t]\nx = 1\n[t.sub]\ny = 1\n[ t . 'other sub' ]\nz = 1\n",
    "table super later": "[t.a.b.c]\nx = 1\n[t]\ny = 1\n",
    "table out of order": "[fruit.apple]\n[animal]\n[fruit.orange]\n",
    "table empty name": "['']\nx = 1\n[t.\"\"]\nx = 1\n",
    "table without lines": "[t]\n[u]\n[v.w]\n",
    "table dotted inside": "[fruit]\napple.color = 'red'\napple.t.sweet = true\n[fruit.apple.u]\ns = 1\n",
    "array of tables": "[[p]]\nx = 1\n\n[[p]]\n\n[[p]]\nx = 2\n[p.q]\ny = 1\n[[p.r]]\nz = 1\n[[p.r]]\n",
    "array of tables nested": "[[a1.b]]\nx = 1\n[a1.b.c]\nd = '[[a1.b]]'\n[[ a1 . b ]]\n",
    "spaces": "\n\n   \n\t\n[ t ]   # c\n   x   =   1   \n\n\n",
    "unicode": "x = 'é ع 日本 \U0001f600'\n# \u200fעברית\n['日本']\n'ключ' = 1\n",
    "long lines": f"x = '{'a' * 10_000}'\ny = [{', '.join(['1'] * 2_000)}]\n",
}
HOMES = {
    "header": "[obligations.a.b]\ntitle = 'x'\n",
    "header with a log": "[obligations.a.b]\nlog = [\n\t{ on = 2020-01-01 }, # first\n]\n\n# below\n",
    "log on a line": "[obligations.a.b]\nlog = [{on=2020-01-01}] # c\nafter = 1\n",
    "log as tables": "[obligations.a.b]\n[[obligations.a.b.log]]\non = 2020-01-01 # c\n\n"
    "[obligations.a.b.title]\nen = 'x'\n",
    "dotted": "[obligations.a]\nb.title = 'x'\nc.title = 'y'\n",
    "dotted with a log": "[obligations]\na.b.title = 'x'\na.b.log = [ { on = 2020-01-01 } ]\n",
    "braces": "[obligations]\na = { b = { title = 'x', log = [] } }\n",
    "quoted": "[ 'obligations' . \"a\" . \"\\u0062\" ]\ntitle = '''\nlog = [\n'''\n",
}
ENTRY = {"on": "2021-01-01", "note": 'a "b" \\ \' # ]\n[x]\té'}


def _holds(text: str, change: Change) -> None:
    """Check that a text became another by one entry, to the byte and by two parsers."""
    end = change.start + len(change.old)
    assert change.text == text[: change.start] + change.new + text[end:]
    assert _squeezed(change.new).startswith(_squeezed(change.old).rstrip("]}"))
    expected = _tree(text)
    expected["obligations"]["a"]["b"].setdefault("log", []).append(ENTRY)
    assert same(_tree(change.text), expected)
    second: Callable[[str], Any] = rtoml.loads
    plain = change.text.removeprefix("\ufeff").replace("\r\n", "\n")
    assert second(plain)["obligations"]["a"]["b"]["log"][-1] == ENTRY


def _squeezed(text: str) -> str:
    return re.sub(r"[\s,]", "", text)


def _tree(text: str) -> dict[str, Any]:
    return tomllib.loads(text.removeprefix("\ufeff"))


@pytest.mark.parametrize("home", HOMES)
@pytest.mark.parametrize("kind", KINDS)
def test_an_entry_in_every_kind_of_document(kind: str, home: str) -> None:
    around = KINDS[kind] + ("" if KINDS[kind].endswith("\n") or not KINDS[kind] else "\n")
    for text in (around + HOMES[home], HOMES[home] + _as_tables(around), around + HOMES[home].rstrip("\n")):
        for ends in ("\n", "\r\n"):
            for mark in ("", "\ufeff"):
                whole = mark + text.replace("\n", ends)
                change = append_entry(whole, "a.b", ENTRY)
                _holds(whole, change)
                assert entries(change.text, "a.b")[-1] == ENTRY
                if ends == "\r\n":
                    assert change.text.count("\n") == change.text.count("\r\n")


def _as_tables(text: str) -> str:
    """Begin a table, so that a document can stand behind another."""
    return "[behind]\n" + text


@settings(max_examples=size(30, 10_000), deadline=None)
@given(messy())
def test_an_entry_in_messy_registers(register: Messy) -> None:
    _holds(register.text, append_entry(register.text, "a.b", ENTRY))


MESSY: dict[str, Callable[[str], str]] = {
    "crlf and mark": lambda text: "\ufeff" + text.replace("\n", "\r\n"),
    "tabs": lambda text: text.replace(" = ", "\t=\t"),
    "tight": lambda text: text.replace("          = ", "=").replace(" = ", "="),
    "comments": lambda text: text.replace("\n[", "\n# [obligations.icesco-oim.observer-status]\n[").replace(
        '"\n', '" # ]\n'
    ),
    "quoted headers": lambda text: text.replace(
        "[obligations.icesco-oim.", "[ 'obligations' . \"icesco-oim\" . "
    ),
    "indented": lambda text: "".join("  " + line for line in text.splitlines(keepends=True)),
}


@pytest.mark.parametrize("kind", MESSY)
def test_the_program_on_a_messy_register(place: Place, kind: str) -> None:
    text = MESSY[kind](place.text)
    place.register.write_bytes(text.encode())
    expected = _tree(text)
    ran = place.run(*place.record("messy"))
    assert ran.code == 0, ran.err
    found = _tree(place.text)
    log = found["obligations"]["icesco-oim"]["observer-status"].pop("log")
    assert [entry["note"] for entry in log] == ["messy"]
    assert same(found, expected)
    assert place.run("undo").code == 0
    assert place.text == text
    assert Path(place.register).read_bytes() == text.encode()
