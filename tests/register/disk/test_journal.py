"""What a command wrote is taken back, and nothing else is."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from tests.register.text.messy import Messy, messy
from tracker.core.errors import TrackerError
from tracker.register.disk import journal
from tracker.register.disk.journal import forget, last, remember, undo
from tracker.register.text.additions import add_obligation
from tracker.register.text.change import Change
from tracker.register.text.entries import append_entry, entries, replace_entry
from tracker.register.text.keys import set_key

TEXT = "[obligations.a.b]\nlog = [{ on = 2020-01-01 }] # one\n\n[obligations.a.c]\ntitle = 1\n"
ENTRY = {"on": date(2025, 1, 1), "note": "\x1b é"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / ".tracker").mkdir()
    return tmp_path


def noted(folder: Path, change: Change) -> journal.Written:
    remember(folder, "c.toml", change)
    written = last(folder)
    assert written
    return written


def test_nothing_was_written(folder: Path) -> None:
    assert last(folder) is None


def test_changes_are_taken_back_to_the_letter_one_after_another(folder: Path) -> None:
    texts = [TEXT]
    for _ in range(3):
        texts.append(append_entry(texts[-1], "a.b", ENTRY).text)
        remember(folder, "c.toml", append_entry(texts[-2], "a.b", ENTRY))
    edits: list[Callable[[str], Change]] = [
        lambda text: add_obligation(text, "a.new", {"title": "x"}),
        lambda text: set_key(text, ("obligations", "a", "c", "title"), 2),
        lambda text: replace_entry(text, "a.b", 1, {"on": date(2024, 1, 1)}),
    ]
    for edit in edits:
        change = edit(texts[-1])
        texts.append(change.text)
        remember(folder, "c.toml", change)
    while len(texts) > 1:
        written = last(folder)
        assert written
        change = undo(texts.pop(), written)
        assert change.text == texts[-1]
        forget(folder)
    assert last(folder) is None


def test_an_entry_is_found_though_all_around_it_changed(folder: Path) -> None:
    change = append_entry(TEXT, "a.b", ENTRY)
    written = noted(folder, change)
    text = "# new\n" + change.text.replace("# one", "# two").replace("2020-01-01", "2021-01-01")
    assert entries(undo(text, written).text, "a.b") == [{"on": date(2021, 1, 1)}]
    moved = text.replace("{ on = 2021-01-01 },", "")
    assert entries(undo(moved, written).text, "a.b") == []


def test_of_two_alike_the_one_at_its_place_goes(folder: Path) -> None:
    written = noted(folder, append_entry(TEXT, "a.b", ENTRY))
    text = append_entry(append_entry(TEXT, "a.b", ENTRY).text, "a.b", ENTRY).text
    change = undo(text, written)
    assert change.path == ("obligations", "a", "b", "log", 1)
    assert len(entries(change.text, "a.b")) == 2


@pytest.mark.parametrize(
    "edited",
    [
        lambda text: text.replace("2025-01-01", "2025-01-02"),
        lambda _: "",
        lambda text: text.replace("obligations.a.b", "obligations.a.x"),
    ],
)
def test_an_entry_that_was_changed_stays(folder: Path, edited: Any) -> None:
    change = append_entry(TEXT, "a.b", ENTRY)
    written = noted(folder, change)
    with pytest.raises(TrackerError, match=r"obligations\.a\.b\.log\.1, was changed since"):
        undo(edited(change.text), written)


def test_another_change_is_taken_back_only_to_the_letter(folder: Path) -> None:
    change = set_key(TEXT, ("obligations", "a", "c", "title"), 2)
    written = noted(folder, change)
    assert undo("# x\n" + change.text, written).text == "# x\n" + TEXT
    with pytest.raises(TrackerError, match="was changed since"):
        undo(change.text.replace("title = 2", "title = 2 # c"), written)


def test_the_journal_is_bounded_and_small(folder: Path) -> None:
    change = append_entry(TEXT, "a.b", ENTRY)
    for _ in range(journal.MOST + 5):
        remember(folder, "c.toml", change)
    rows = json.loads((folder / ".tracker" / "undo.json").read_text())
    assert len(rows) == journal.MOST
    assert len(json.dumps(rows[0])) < 600


GOOD = {
    "file": "c.toml",
    "path": ["obligations", "a", "b", "log", 0],
    "is_new": True,
    "stated": "{ on = 1 }",
    "old": "",
    "new": "x",
    "home": [],
    "offset": 0,
    "size": 1,
    "digest": "",
}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[1]",
        "{}x",
        "[" * 100_000,
        json.dumps([{**GOOD, "more": 1}]),
        json.dumps([{**GOOD, "file": "../c.toml"}]),
        json.dumps([{**GOOD, "file": "/etc/passwd"}]),
        json.dumps([{**GOOD, "offset": "1"}]),
        json.dumps([{**GOOD, "path": [[]]}]),
        json.dumps([{**GOOD, "path": None}]),
    ],
)
def test_a_damaged_or_foreign_journal_counts_as_empty(folder: Path, content: str) -> None:
    (folder / ".tracker" / "undo.json").write_text(content)
    assert last(folder) is None


@pytest.mark.parametrize("more", [{}, {"stated": "]["}, {"offset": -9}, {"home": ["obligations", 1]}])
def test_a_forged_journal_changes_nothing(folder: Path, more: dict[str, object]) -> None:
    (folder / ".tracker" / "undo.json").write_text(json.dumps([{**GOOD, **more}]))
    written = last(folder)
    assert written
    with pytest.raises(TrackerError):
        undo(TEXT, written)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match=r"undo\.json was not changed: No such file"):
        remember(tmp_path, "c.toml", append_entry(TEXT, "a.b", ENTRY))


@settings(
    deadline=None,
    max_examples=settings().max_examples * 2 // 5,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(messy())
def test_what_is_appended_is_taken_back_to_the_byte(folder: Path, register: Messy) -> None:
    change = append_entry(register.text, "a.b", ENTRY)
    assert undo(change.text, noted(folder, change)).text == register.text


def together(folder: Path, *names: str, group: str) -> list[Change]:
    changes: list[Change] = []
    for name in names:
        changes.append(add_obligation(changes[-1].text if changes else TEXT, f"a.{name}", {"title": name}))
    remember(folder, "c.toml", *changes, group=group)
    return changes


def test_what_one_command_wrote_is_taken_back_together(folder: Path) -> None:
    noted(folder, append_entry(TEXT, "a.b", ENTRY))
    text = together(folder, "x", "y", "z", group="one")[-1].text
    written = journal.last_together(folder)
    assert [row.path[-1] for row in written] == ["x", "y", "z"]
    for row in reversed(written):
        text = undo(text, row).text
    assert text == TEXT
    forget(folder, len(written))
    assert [row.path[-1] for row in journal.last_together(folder)] == [1]


def test_changes_without_a_group_are_taken_back_one_by_one(folder: Path) -> None:
    for _ in range(2):
        remember(folder, "c.toml", append_entry(TEXT, "a.b", ENTRY))
    assert len(journal.last_together(folder)) == 1


def test_a_group_is_remembered_whole_or_not_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(journal, "MOST", 3)
    together(folder, "x", "y", group="one")
    together(folder, "x", "y", group="two")
    assert [row.group for row in journal.last_together(folder)] == ["two", "two"]
    forget(folder, 2)
    assert last(folder) is None
    together(folder, "v", "w", "x", "y", "z", group="three")
    assert len(journal.last_together(folder)) == 5
    remember(folder, "c.toml", append_entry(TEXT, "a.b", ENTRY))
    assert len(journal.last_together(folder)) == 1
    forget(folder)
    assert last(folder) is None


def test_a_journal_from_before_there_were_groups_is_read(folder: Path) -> None:
    noted(folder, append_entry(TEXT, "a.b", ENTRY))
    kept = folder / ".tracker" / "undo.json"
    rows = json.loads(kept.read_text())
    kept.write_text(json.dumps([{key: row[key] for key in row if key != "group"} for row in rows]))
    assert last(folder)
