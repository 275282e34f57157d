"""TOML that isn't, in the words of messages; and the parser that stands in for the other."""

import sys

import pytest

from tracker.register.parse import explain, parse

SAID = {
    "title = Hello": (
        "1:9: E101 a value is missing or wrong here: texts stand in quotation marks, "
        "dates are like 2026-05-31"
    ),
    "title = “Hello”": (
        '1:9: E101 typographic quotation marks can\'t enclose a text; use straight ones: "…"'
    ),
    'a = "x\nb = 1': "1:7: E101 a text has no closing quotation mark on its line",
    '[a]\ntitle "x"': (
        "2:7: E101 a line is a [header], a # comment, or a name, = and a value; this is none of them"
    ),
    "[obligations.x\na = 1": "1:15: E101 the header has no closing ] here",
    'a = ["x" "y"]': "1:10: E101 a comma or the closing ] of a list is missing before here",
    "a = [1,": "1:8: E101 a comma or the closing ] of a list is missing before here",
    "a = { x = 1\nb = 2": "2:1: E101 a comma or the closing brace of an entry is missing before here",
    'a = "C:\\Users"': (
        "1:10: E101 a backslash in \"…\" begins a special character; write it twice, or put the text in '…'"
    ),
    "a = 2025-6-1": "1:5: E205 this is not a day of the calendar; dates are like 2026-05-31",
    "a = 2025-02-30": "1:5: E205 this is not a day of the calendar; dates are like 2026-05-31",
    "é = 1": (
        '1:1: E101 a name with other letters than a to z stands in quotation marks, for example "français"'
    ),
    "a = 1 b = 2": (
        "1:9: E101 something follows the value on its line: texts stand in quotation marks, one key to a line"
    ),
    'a = """\nx': "2:2: E101 a text of several lines is never closed",
    "a = True": "1:5: E101 write true or false, in small letters",
    'a = "\x01"': "1:6: E105 a control character stands here; delete it",
    "# \x01": "1:3: E105 a control character stands here; delete it",
    "a = 1\na = 2": "2:1: E102 a is stated twice; keep one of the two, or give one another name",
    "[a.b]\nx = 1\n[a.b]": (
        "3:4: E102 [a.b] stands on line 1 already; keep one of the two, or give one another name"
    ),
    "a = " + "[" * 200: (
        "1:85: E103 arrays or tables are nested too deeply here; a register needs no more than five levels"
    ),
    "a.b = 1\n[a]": "2:2: E102 [a] is a value and a header at once; keep one of the two",
}


@pytest.mark.parametrize("text", SAID, ids=lambda text: text[:20])
def test_what_is_not_toml_is_put_into_words(text: str) -> None:
    values, problem = parse(text, "r")
    assert values == {}
    assert str(problem) == f"r:{SAID[text]}"


def test_a_message_that_nobody_foresaw_is_passed_on() -> None:
    assert str(explain("something else at line 2 column 3", "a\nbcd", "r")) == (
        "r:2:3: E101 this is not TOML: something else"
    )
    assert str(explain("something (at end of document)", "a = 1\nb", "r")).startswith("r:2:2: E101")


def test_toml_1_1_is_read() -> None:
    assert parse("log = [{ on = 1,\n  note = 'x', }]", "r") == ({"log": [{"on": 1, "note": "x"}]}, None)


@pytest.fixture
def without_rtoml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rtoml", None)


@pytest.mark.usefixtures("without_rtoml")
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("a = Hello", "1:5: E101 a value is missing"),
        ("a = “x”", "1:5: E101 typographic"),
        ('a = "x\n', "1:7: E101 a text has no closing"),
        ("a = 1\na = 2", "E102 "),
        ("[a]\n[a]", "2:3: E102 [a] stands on line 1 already"),
        ("a = 2025-02-30", "1:5: E205"),
        ("a = [1", "E101 a comma or the closing ]"),
        ("a = {x = 1", "E101 a comma or the closing brace"),
        ("[a", "E101 the header"),
        ("a", "E101 a line is"),
        ("a = 1 2", "E101 something follows"),
        ("a = '''x", "E101 a text of several lines"),
        ('a = "\\x"', "E101 a backslash"),
        ("a = '\x01'", "E105"),
        ("a = " + "[" * 100_000, "E103"),
        ("a" + ".a" * 100_000 + " = 1", "E103"),
    ],
)
def test_the_standard_parser_says_the_same(text: str, said: str) -> None:
    values, problem = parse(text, "r")
    assert values == {}
    assert said in str(problem)


@pytest.mark.usefixtures("without_rtoml")
def test_the_standard_parser_reads() -> None:
    assert parse("a = 1\n", "r") == ({"a": 1}, None)
