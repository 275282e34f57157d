"""A change that is not what was meant is not made."""

import math

import pytest

from tracker.core.errors import TrackerError
from tracker.register.text.change import Splice, Tree, apply, same
from tracker.register.text.scan import blocks

TEXT = "[a]\nx = 1\n\n[b]\nx = 2\n"


def set_to_3(tree: Tree) -> None:
    tree["a"]["x"] = 3


def test_what_was_meant_is_done() -> None:
    block = blocks(TEXT)[1]
    change = apply(TEXT, ("a", "x"), 3, [Splice(8, 9, "3")], (block, block), set_to_3)
    assert change.text == TEXT.replace("1", "3")
    assert change.text[change.first : change.last] == "[a]\nx = 3\n\n"
    assert (change.home, change.start, change.old, change.new) == (("a",), 8, "1", "3")


@pytest.mark.parametrize(
    "splice",
    [
        Splice(8, 9, "4"),
        Splice(8, 9, "3.0"),
        Splice(8, 9, "3\ny = 1"),
        Splice(8, 9, "["),
        Splice(8, 11, "3"),  # the next header would stand in the same line
        Splice(8, 9, "3\n[b]"),
        Splice(8, 11, "'''3"),
    ],
)
def test_anything_else_is_refused(splice: Splice) -> None:
    block = blocks(TEXT)[1]
    with pytest.raises(TrackerError, match=r"a\.x cannot be changed safely here"):
        apply(TEXT, ("a", "x"), 3, [splice], (block, block), set_to_3)


@pytest.mark.parametrize(
    ("one", "other"), [(1, True), (1, 1.0), ([1], [1, 1]), ({"a": 1}, {"b": 1}), ([1], [True]), ("1", 1)]
)
def test_values_differ_in_kind_too(one: object, other: object) -> None:
    assert not same(one, other)


def test_not_a_number_is_itself() -> None:
    assert same({"a": [math.nan]}, {"a": [math.nan]})
