"""What an edited log looks like: one example for each way to write one."""

from datetime import date

import pytest

from tracker.core.errors import TrackerError
from tracker.register.text.entries import append_entry, entries, remove_entry, replace_entry

NEW = {"status": "done", "on": date(2025, 12, 18), "note": None}
HEAD = '[obligations.a.b]\ntitle = "x"\n'
NEXT = "\n# about c\n[obligations.a.c]\n"

APPENDED = {
    "no log": (
        HEAD + NEXT,
        HEAD + 'log = [\n  { on = 2025-12-18, status = "done" },\n]\n' + NEXT,
    ),
    "no log, comments below": (
        HEAD + "# on x\n\n" + NEXT,
        HEAD + 'log = [\n  { on = 2025-12-18, status = "done" },\n]\n# on x\n\n' + NEXT,
    ),
    "no log, no line end": (
        "[obligations.a.b]\ntitle = 1",
        '[obligations.a.b]\ntitle = 1\nlog = [\n  { on = 2025-12-18, status = "done" },\n]',
    ),
    "a header alone": (
        "[obligations.a.b] # c",
        '[obligations.a.b] # c\nlog = [\n  { on = 2025-12-18, status = "done" },\n]',
    ),
    "no log, indented with tabs": (
        "\t[obligations.a.b]\n\t\ttitle = 1\n",
        (
            "\t[obligations.a.b]\n\t\ttitle = 1\n"
            '\t\tlog = [\n\t\t\t{ on = 2025-12-18, status = "done" },\n\t\t]\n'
        ),
    ),
    "no log, written as a neighbour's": (
        "[obligations.a.a]\nlog = [\n    {on=2020-01-01},\n]\n" + HEAD,
        "[obligations.a.a]\nlog = [\n    {on=2020-01-01},\n]\n"
        + HEAD
        + 'log = [\n    {on=2025-12-18, status="done"},\n]\n',
    ),
    "empty": (
        HEAD + "log = [ ] # none\n" + NEXT,
        HEAD + 'log = [\n  { on = 2025-12-18, status = "done" },\n] # none\n' + NEXT,
    ),
    "empty but for a comment": (
        HEAD + "log = [ # none\n  # yet\n]\n",
        HEAD + 'log = [ # none\n  # yet\n  { on = 2025-12-18, status = "done" },\n]\n',
    ),
    "on one line": (
        HEAD + "log = [{on = 2020-01-01}, {on = 2020-01-02}] # two\n",
        HEAD
        + "log = [\n  {on = 2020-01-01},\n  {on = 2020-01-02},\n"
        + '  {on = 2025-12-18, status = "done"},\n] # two\n',
    ),
    "on many lines": (
        HEAD + "log = [\n    { on = 2020-01-01 },\n]\n",
        HEAD + 'log = [\n    { on = 2020-01-01 },\n    { on = 2025-12-18, status = "done" },\n]\n',
    ),
    "without a last comma": (
        HEAD + "log = [\n  { on = 2020-01-01 }  # said\n]\n",
        HEAD + 'log = [\n  { on = 2020-01-01 },  # said\n  { on = 2025-12-18, status = "done" }\n]\n',
    ),
    "with comments, beside and below": (
        HEAD + "log = [\n  { on = 2020-01-01 },  # said\n                        # again\n  # end\n]\n",
        HEAD
        + "log = [\n  { on = 2020-01-01 },  # said\n                        # again\n"
        + '  { on = 2025-12-18, status = "done" },\n  # end\n]\n',
    ),
    "closed beside the last": (
        HEAD + "log = [{on=2020-01-01},\n       {on=2020-01-02}]\n",
        HEAD + 'log = [{on=2020-01-01},\n       {on=2020-01-02},\n       {on=2025-12-18, status="done"}]\n',
    ),
    "CRLF": (
        HEAD.replace("\n", "\r\n") + "log = [\r\n  { on = 2020-01-01 },\r\n]\r\n",
        HEAD.replace("\n", "\r\n")
        + 'log = [\r\n  { on = 2020-01-01 },\r\n  { on = 2025-12-18, status = "done" },\r\n]\r\n',
    ),
    "dotted": (
        "[obligations.a]\n'b'.title = 1\nc.title = 2\n",
        (
            "[obligations.a]\n'b'.title = 1\n"
            "'b'.log = [\n  { on = 2025-12-18, status = \"done\" },\n]\nc.title = 2\n"
        ),
    ),
    "in braces": (
        "obligations.a = { b = { title = 1 }, c = {} } # x\n",
        'obligations.a = { b = { title = 1, log = [{ on = 2025-12-18, status = "done" }] }, c = {} } # x\n',
    ),
    "in empty braces": (
        "obligations.a.b = {}",
        'obligations.a.b = { log = [{ on = 2025-12-18, status = "done" }] }',
    ),
    "in braces, with a log": (
        "obligations.a = { b.log = [{ on = 2020-01-01 }] }\n",
        'obligations.a = { b.log = [{ on = 2020-01-01 }, { on = 2025-12-18, status = "done" }] }\n',
    ),
    "in braces, dotted": (
        "obligations.a = { b.title = 1, c = 2 }\n",
        'obligations.a = { b.title = 1, c = 2, b.log = [{ on = 2025-12-18, status = "done" }] }\n',
    ),
    "tables": (
        HEAD + "\n[[obligations.a.b.log]] # l\non = 2020-01-01\n" + NEXT,
        HEAD
        + "\n[[obligations.a.b.log]] # l\non = 2020-01-01\n"
        + '\n[[obligations.a.b.log]]\non = 2025-12-18\nstatus = "done"\n'
        + NEXT,
    ),
    "tables with tables": (
        HEAD + "[[obligations.a.b.log]]\n  on=2020-01-01\n[obligations.a.b.log.x]\ny = 1",
        HEAD
        + "[[obligations.a.b.log]]\n  on=2020-01-01\n[obligations.a.b.log.x]\ny = 1\n"
        + '[[obligations.a.b.log]]\n  on=2025-12-18\n  status="done"',
    ),
    "no header of its own": (
        'x = 1\n\n# on b\n[obligations."a".b.title]\nen = 1\n',
        (
            'x = 1\n\n# on b\n[obligations."a".b]\n'
            'log = [\n  { on = 2025-12-18, status = "done" },\n]\n\n[obligations."a".b.title]\nen = 1\n'
        ),
    ),
}


@pytest.mark.parametrize(("before", "after"), APPENDED.values(), ids=APPENDED)
def test_append(before: str, after: str) -> None:
    assert append_entry(before, "a.b", NEW).text == after


def test_append_to_an_agreement() -> None:
    change = append_entry(
        "[agreements.a]\n", "a", {"status": "extended", "ends": date(2030, 1, 1), "on": date(2025, 1, 1)}
    )
    assert 'log = [\n  { on = 2025-01-01, status = "extended", ends = 2030-01-01 },\n]\n' in change.text
    assert change.path == ("agreements", "a", "log", 0)


def test_keys_come_in_their_order_and_unknown_ones_before_the_last() -> None:
    entry = {"recorded": date(2025, 1, 2), "extra": 1, "note": "n", "for": "2025-Q3", "on": date(2025, 1, 1)}
    change = append_entry(HEAD, "a.b", entry)
    assert '{ on = 2025-01-01, for = "2025-Q3", note = "n", extra = 1, recorded = 2025-01-02 }' in change.text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a.b is not in this file"),
        ("[obligations.a.c]\n", "a.b is not in this file"),
        (HEAD + 'log = "x"\n', "the log of a.b is not a list"),
        (HEAD + "log.x = 1\n", "the log of a.b is not a list"),
        (HEAD + "[obligations.a.b.log]\n", "the log of a.b is not a list"),
        ("obligations.a.b = 1\n", "obligations.a.b is not a table"),
        (HEAD + "log = [,]\n", "line 3 cannot be read as TOML"),
        (HEAD + "title = 'twice'\n", r"cannot be read as TOML: title is stated twice"),
        (HEAD + "deep = " + "[" * 5000 + "]" * 5000, "cannot be read as TOML"),
    ],
)
def test_where_nothing_can_be_appended(text: str, said: str) -> None:
    with pytest.raises(TrackerError, match=said):
        append_entry(text, "a.b", NEW)


LOG = HEAD + "log = [\n  # first\n  { on = 2020-01-01 }, # one\n  { on = 2020-01-02 } # two\n]\n"
TABLES = HEAD + "[[obligations.a.b.log]]\non = 1\n\n[[obligations.a.b.log]]\non = 2 # two\n[x]\n"

REMOVED = {
    "the first": (LOG, 0, HEAD + "log = [\n  # first\n  { on = 2020-01-02 } # two\n]\n"),
    "the last": (LOG, 1, HEAD + "log = [\n  # first\n  { on = 2020-01-01 } # one\n]\n"),
    "of one line, first": (HEAD + "log = [{on = 1}, {on = 2}]\n", 0, HEAD + "log = [{on = 2}]\n"),
    "of one line, last": (HEAD + "log = [{on = 1}, {on = 2}]\n", 1, HEAD + "log = [{on = 1}]\n"),
    "of one line, last with comma": (HEAD + "log = [{on = 1},]\n", 0, HEAD + "log = []\n"),
    "beside the bracket": (
        HEAD + "log = [{on = 1}, # one\n{on = 2}]\n",
        1,
        HEAD + "log = [{on = 1} # one\n]\n",
    ),
    "the first table": (TABLES, 0, HEAD + "[[obligations.a.b.log]]\non = 2 # two\n[x]\n"),
    "the last table": (TABLES, 1, HEAD + "[[obligations.a.b.log]]\non = 1\n\n[x]\n"),
}


@pytest.mark.parametrize(("before", "position", "after"), REMOVED.values(), ids=REMOVED)
def test_remove(before: str, position: int, after: str) -> None:
    change = remove_entry(before, "a.b", position)
    assert change.text == after
    assert change.value is None


@pytest.mark.parametrize("edit", [remove_entry, lambda text, ref, n: replace_entry(text, ref, n, NEW)])
def test_no_such_entry(edit) -> None:  # type: ignore[no-untyped-def]  # noqa: ANN001
    with pytest.raises(TrackerError, match=r"the log of a\.b has no entry 3"):
        edit(LOG, "a.b", 2)


def test_replacing_leaves_what_stays_as_it_is_written() -> None:
    text = HEAD + "log = [ {on=2025-12-18, note='x', by = \"y\"} ] # c\n"
    change = replace_entry(text, "a.b", 0, {**NEW, "by": "y"})
    assert change.text == HEAD + 'log = [ {on=2025-12-18, by = "y", status = "done"} ] # c\n'
    assert (change.old, change.new) == (
        "{on=2025-12-18, note='x', by = \"y\"}",
        '{on=2025-12-18, by = "y", status = "done"}',
    )
    assert replace_entry(change.text, "a.b", 0, {**NEW, "by": "y"}).text == change.text


def test_replacing_a_table() -> None:
    change = replace_entry(TABLES, "a.b", 1, {"on": 3, "by": "x"})
    assert change.text == TABLES.replace("on = 2 # two\n", 'on = 3 # two\nby = "x"\n')


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (HEAD, []),
        (HEAD + "log = 1\n", []),
        (LOG, [{"on": date(2020, 1, 1)}, {"on": date(2020, 1, 2)}]),
        (TABLES, [{"on": 1}, {"on": 2}]),
    ],
)
def test_entries(text: str, found: list[object]) -> None:
    assert entries(text, "a.b") == found


def test_entries_over_several_lines() -> None:
    text = HEAD + 'log = [\n  {\n    on = 2020-01-01,\n    note = "x",\n  },\n]\n'
    assert append_entry(text, "a.b", NEW).text == text.replace(
        "  },\n]", '  },\n  { on = 2025-12-18, status = "done" },\n]'
    )
