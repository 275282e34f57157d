"""New tables stand where a reader of the file looks for them."""

from datetime import date

import pytest

from tracker.core.errors import TrackerError
from tracker.register.text.additions import add_agreement, add_obligation

TABLE = {"title": {"en": "X"}, "due": date(2025, 1, 1), "owner": None}
PLAIN = 'title = { en = "X" }\ndue = 2025-01-01\n'

ADDED = {
    "to nothing": ("", "[obligations.a.new]\n" + PLAIN),
    "behind its agreement": (
        "[agreements.a]\ntitle = 1\n\n\n# b\n[agreements.b]\n",
        "[agreements.a]\ntitle = 1\n\n[obligations.a.new]\n" + PLAIN + "\n\n# b\n[agreements.b]\n",
    ),
    "behind the last, in its column": (
        "[agreements.a]\n\n[obligations.a.x]\ntitle = 1\nquote = 2\n# on it\n\n# then\n[obligations.b.y]\n",
        "[agreements.a]\n\n[obligations.a.x]\ntitle = 1\nquote = 2\n# on it\n\n[obligations.a.new]\n"
        + PLAIN
        + "\n# then\n[obligations.b.y]\n",
    ),
    "in a column": (
        "[obligations.a.x]\ntitle = 1\nno    = 2",
        (
            "[obligations.a.x]\ntitle = 1\nno    = 2\n\n"
            '[obligations.a.new]\ntitle = { en = "X" }\ndue   = 2025-01-01'
        ),
    ),
    "close together": (
        "[obligations.a.w]\n[obligations.a.x]\n[z]\n",
        "[obligations.a.w]\n[obligations.a.x]\n[obligations.a.new]\n" + PLAIN + "[z]\n",
    ),
    "CRLF": (
        "[agreements.a]\r\n[z]\r\n",
        ("[agreements.a]\n\n[obligations.a.new]\n" + PLAIN + "\n[z]\n").replace("\n", "\r\n"),
    ),
    "behind dotted ones": (
        "[obligations.a]\nx.title = 1\n",
        "[obligations.a]\nx.title = 1\n\n[obligations.a.new]\n" + PLAIN,
    ),
}


@pytest.mark.parametrize(("before", "after"), ADDED.values(), ids=ADDED)
def test_add_obligation(before: str, after: str) -> None:
    change = add_obligation(before, "a.new", TABLE)
    assert change.text == after
    assert (change.path, change.is_new) == (("obligations", "a", "new"), True)


def test_a_log_has_a_line_an_entry() -> None:
    change = add_obligation("", "a.b", {"kind": "other", "log": [{"status": "done", "on": date(2025, 1, 1)}]})
    assert change.text.endswith('kind = "other"\nlog = [\n  { on = 2025-01-01, status = "done" },\n]\n')


def test_names_are_quoted_where_they_must_be() -> None:
    assert add_agreement("", 'x] "y', {"kind": "mou"}).text == '[agreements."x] \\"y"]\nkind = "mou"\n'


def test_an_agreement_comes_behind_all_obligations() -> None:
    text = "[agreements.a]\n\n[obligations.a.b]\n\n[people.x]\n"
    change = add_agreement(text, "c", {"kind": "mou"})
    assert change.text == (
        '[agreements.a]\n\n[obligations.a.b]\n\n[agreements.c]\nkind = "mou"\n\n[people.x]\n'
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[obligations.a.new]\n", "a.new is there already"),
        ("obligations.a.new.x = 1\n", "a.new is there already"),
        ("[obligations.a.new.title]\n", "a.new is there already"),
        ("obligations.a = { b = {} }\n", "obligations.a is written in braces"),
        ("obligations = 1\n", "obligations is written in braces"),
    ],
)
def test_what_cannot_be_added(text: str, said: str) -> None:
    with pytest.raises(TrackerError, match=said):
        add_obligation(text, "a.new", TABLE)
