"""Registers as nobody should write them: every form that TOML allows, and what it is to mean."""

from __future__ import annotations

import tomllib
from typing import Any, NamedTuple

from hypothesis import strategies as st

COMMENTS = [
    "# plain",
    '# "quoted',
    "# it's",
    "# [obligations.a.b]",
    "# log = [",
    "# '''",
    '# """ }',
    "#",
    "# ✓ é ع",
]
VALUES = [
    "1",
    "-0.5",
    "1_000",
    "0xff",
    "true",
    "2025-01-31",
    "1979-05-27 07:32:00",
    "1979-05-27T00:32:00.5-07:00",
    "07:32:00",
    '""',
    "''",
    '"a # b [c] \\" \\\\"',
    "'C:\\dir\\'",
    "'\"[x]'",
    '"caf\\u00e9 \\U0001F600 é"',
    '"""\n[obligations.a.b]\nlog = [\n"""',
    '"""one ""two"" \\""" three\\\n   four"""""',
    '""""quoted""""',
    "'''\n[[obligations.a.b.log]]\n# no comment\n'''",
    "''''''",
    "'''it''s'''''",
    "[]",
    "[ ]",
    "[1, 2]",
    "[[1], [2,], [], [[['x']]]]",
    '[\n\t"a", # ]\n  "b"\n  # [\n]',
    '[ { x = 1 }, { "y z" = [ 1 ], w.v = "}" } ]',
    "{}",
    "{ }",
    "{ a = 1, b.c = [\n1, # }\n], 'd' = { e = '{' } }",
    "[\n\n\n]",
    "[{on = 1}\n,{on = 2}\n]",
    "[\n[1] # a\n,\n  ['a']\n,\n[true]\n,\n[1.5]\n,\n[inf]\n,\n[2020-01-01]\n,\n[[\"b\"]] # '''\n]",
]
NAMES = ["x", "-", "1", '"a b"', "'q.r'", '"\\u00e9"', "x . y", "x.'z'", '"]"', '"#"', '""', '"="']
ENTRIES = [
    "{ on = 2020-01-01 }",
    "{on=2020-01-01,status='done'}",
    '{  on = 2020-01-01 , status = "open", note = "# ] } [x]"  }',
    '{ "on" = 2020-01-01, evidence = [\n "a", # b\n "c" ] }',
    "{ on = 2020-01-01, note = '''\n[x]\n''' }",
]
HEADERS = ["[{0}]", "[ {0} ]", "\t[{0}]  # c ]", "  [{0}]", "[{0}]#", "[{0}] # '''", '[{0}]#"""']
HOMES = [
    "obligations.a.b",
    'obligations."a".b',
    "obligations . a . 'b'",
    '"obligations".a."\\u0062"',
]

indents = st.sampled_from(["", "", "  ", "\t", " \t"])
comments = st.sampled_from(COMMENTS)
gaps = st.lists(st.one_of(st.just(""), comments, comments.map(lambda text: "  " + text)), max_size=3)
blank = st.sampled_from(["", "", "", " ", "  "])


class Messy(NamedTuple):
    """A register's text, which has the obligation a.b, and its values."""

    text: str
    tree: dict[str, Any]


def read(text: str) -> dict[str, Any]:
    """Read a text as the standard library does, which wants no byte order mark."""
    return tomllib.loads(text.removeprefix("\ufeff"))


@st.composite
def lines(draw: st.DrawFn, prefix: str, number: int) -> list[str]:
    """Write a statement or two, with comments about them; `number` keeps their names apart."""
    written: list[str] = draw(gaps)
    for count in range(draw(st.integers(0, 2))):
        name = draw(st.sampled_from(NAMES))
        equals = draw(st.sampled_from([" = ", "=", "   =\t"]))
        behind = draw(st.sampled_from(["", "", " ", " # c", "# ]"]))
        value = draw(st.sampled_from(VALUES))
        written.append(f"{draw(indents)}{prefix}k{number}{count}.{name}{equals}{value}{behind}")
        written += draw(gaps)
    return written


@st.composite
def logs(draw: st.DrawFn, base: str) -> str:
    """Write an array of entries, on a line or on many, with or without a last comma."""
    count = draw(st.integers(0, 3))
    if draw(st.booleans()):
        found = [draw(st.sampled_from(ENTRIES)) for _ in range(count)]
        comma = draw(st.sampled_from(["", ",", " ,"])) if found else ""
        return "[" + draw(blank) + ", ".join(found) + comma + draw(blank) + "]"
    indent = draw(st.sampled_from(["  ", "\t", "    ", ""])) + base
    written = "[" + draw(st.sampled_from(["", " ", " # log"])) + "\n"
    for number in range(count):
        written += "".join(f"{indent}{gap}\n" for gap in draw(gaps))
        comma = "," if number + 1 < count else draw(st.sampled_from(["", ",", " ,", "\n,"]))
        behind = draw(st.sampled_from(["", "", "  # said", "  # said\n" + indent + "     # on"]))
        written += f"{indent}{draw(st.sampled_from(ENTRIES))}{comma}{behind}"
        written += "\n" if number + 1 < count or behind else draw(st.sampled_from(["\n", "", " "]))
    written += "".join(f"{indent}{gap}\n" for gap in draw(gaps)) if written.endswith("\n") else ""
    return written + base + "]"


@st.composite
def headed(draw: st.DrawFn, log: str | None, behind: str) -> list[str]:
    """Write the obligation with a header, its log inside or as tables of an array."""
    header = draw(st.sampled_from(HEADERS)).format(draw(st.sampled_from(HOMES)))
    written = [header, *draw(lines("", 1))]
    if draw(st.integers(0, 3)):
        if log is not None:
            written += [f"{draw(indents)}log = {log}{behind}", *draw(lines("", 2))]
        if draw(st.booleans()):
            written += ["[obligations.a.b.title]", "en = '[x]'", *draw(gaps)]
        return written
    for number in range(draw(st.integers(1, 2))):
        written += ["[[obligations.a.b.log]]", f"on = 2020-01-0{number + 1}", *draw(lines("", 3))]
        if draw(st.booleans()):
            written += ["[obligations.a.b.log.more]", "x = 1", *draw(gaps)]
    return written


@st.composite
def obligations(draw: st.DrawFn) -> list[str]:
    """Write the obligation a.b, in one of the forms that a table can have."""
    log = draw(st.one_of(st.none(), logs("")))
    line = "log = " + log if log is not None else "title = 'x'"
    behind = draw(st.sampled_from(["", " # c"]))
    match draw(st.sampled_from(["header", "header", "header", "dotted", "deep", "braces", "pairs", "below"])):
        case "header":
            return draw(headed(log, behind))
        case "below":
            return ["[obligations.a.b.title]", "en = '[x]'", *draw(gaps)]
        case "dotted":
            return ["[obligations.a]", *draw(lines("", 4)), f"'b'.kind = 1{behind}", f"b . {line}", "c.x = 1"]
        case "deep":
            return ["[obligations]", f'a.b.kind = "x"{behind}', f"a.b.{line}", *draw(lines("", 5))]
        case "braces":
            return ["[obligations]", f"a = {{ z = 1, b = {{ kind = 1, {line} }} }}{behind}"]
    return ["[obligations]", f"a = {{ b.kind = 1, b.{line}, c = 2 }}{behind}"]


@st.composite
def messy(draw: st.DrawFn) -> Messy:
    """Write a register with the obligation a.b among other things."""
    written = draw(lines("", 6))
    for number in range(draw(st.integers(0, 2))):
        written += [draw(st.sampled_from(HEADERS)).format(f"before{number}"), *draw(lines("", 7))]
    written += draw(obligations())
    for number in range(draw(st.integers(0, 2))):
        written += [draw(st.sampled_from(HEADERS)).format(f"obligations.z.o{number}"), *draw(lines("", 8))]
    for _ in range(draw(st.integers(0, 2))):
        written += ["[[others]]", *draw(lines("", 9))]
    text = "\n".join(written) + draw(st.sampled_from(["\n", "", "\n\n"]))
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    text = draw(st.sampled_from(["", "\ufeff"])) + text
    return Messy(text, read(text))
