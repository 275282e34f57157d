"""A key set or removed, in each form that its table can have."""

import pytest

from tracker.core.errors import TrackerError
from tracker.register.text.keys import remove_key, set_key

ALIGNED = "[a.b]\ntitle   = 1\nkind    = 2 # c\nlog = [\n]\n\n# next\n[c]\n"

SET = {
    "in place of another": (ALIGNED, ("a", "b", "kind"), ALIGNED.replace("2", '"x"')),
    "new, in the column, before the log": (
        ALIGNED,
        ("a", "b", "owner"),
        ALIGNED.replace("log", 'owner   = "x"\nlog'),
    ),
    "new, longer than the column": (
        ALIGNED,
        ("a", "b", "counterparties"),
        ALIGNED.replace("log", 'counterparties = "x"\nlog'),
    ),
    "in an empty table": (ALIGNED, ("c", "é"), ALIGNED + '"\\u00e9" = "x"\n'.replace("\\u00e9", "é")),
    "close by": ("a=1", ("b",), 'a=1\nb="x"'),
    "mixed": ("a=1\nbc = 2\n", ("b",), 'a=1\nbc = 2\nb = "x"\n'),
    "in an empty text": ("\ufeff", ("b",), '\ufeffb = "x"\n'),
    "before all headers": ("\n# c\n\n[x]\n", ("b",), 'b = "x"\n\n# c\n\n[x]\n'),
    "before a header on the first line": ("[x]\n", ("b",), 'b = "x"\n[x]\n'),
    "an element": ("a = [1, 2]\n", ("a", 1), 'a = [1, "x"]\n'),
    "in a table of an array": ("[[a]]\n[[a]]\nb = 1\n", ("a", 0, "b"), '[[a]]\nb = "x"\n[[a]]\nb = 1\n'),
    "in braces on lines of their own": (
        "a = { b = [\n1\n], c = 1 }\n",
        ("a", "d"),
        'a = { b = [\n1\n], c = 1, d = "x" }\n',
    ),
}


@pytest.mark.parametrize(("before", "path", "after"), SET.values(), ids=SET)
def test_set(before: str, path: tuple[str | int, ...], after: str) -> None:
    change = set_key(before, path, "x")
    assert change.text == after
    assert change.is_new == (len(change.text) - len(before) > 3)


REMOVED = {
    "a line": (ALIGNED, ("a", "b", "kind"), ALIGNED.replace("kind    = 2 # c\n", "")),
    "many lines": (ALIGNED, ("a", "b", "log"), ALIGNED.replace("log = [\n]\n", "")),
    "the last line": ("a = 1\nb = 2", ("b",), "a = 1\n"),
    "dotted": ("a.b.c = 1\nd = 1\n", ("a", "b", "c"), "d = 1\n"),
    "dotted, beside another": ("a.b.c = 1\na.d = 1\n", ("a", "b", "c"), "a.d = 1\n"),
    "first in braces": ("a = { b = 1, c = 2 }\n", ("a", "b"), "a = { c = 2 }\n"),
    "last in braces": ("a = { b = 1, c = 2 }\n", ("a", "c"), "a = { b = 1 }\n"),
    "alone in braces": ("a = { b.c = 1 }\n", ("a", "b", "c"), "a = {  }\n"),
}


@pytest.mark.parametrize(("before", "path", "after"), REMOVED.values(), ids=REMOVED)
def test_remove(before: str, path: tuple[str | int, ...], after: str) -> None:
    assert remove_key(before, path).text == after


@pytest.mark.parametrize(
    ("text", "path", "said"),
    [
        ("[a]\n", ("a",), "a is a table"),
        ("a.b = 1\n", ("a",), "a is a table"),
        ("", ("a", "b"), "a is not in this file"),
        ("a = 1\n", ("a", "b"), "a is not a table"),
        ("a = [1]\n", ("a", 1), "a is not in this file"),
        ("[[a]]\n", ("a", "b"), "a is not a table"),
    ],
)
def test_what_cannot_be_set(text: str, path: tuple[str | int, ...], said: str) -> None:
    with pytest.raises(TrackerError, match=said):
        set_key(text, path, 1)


@pytest.mark.parametrize(
    ("text", "path", "said"),
    [
        ("[a]\n", ("a",), "a is a table"),
        ("a = 1\n", ("b",), "b is not in this file"),
        ("a = [1]\n", ("a", 0), "a.0 is a table"),
    ],
)
def test_what_cannot_be_removed(text: str, path: tuple[str | int, ...], said: str) -> None:
    with pytest.raises(TrackerError, match=said):
        remove_key(text, path)
