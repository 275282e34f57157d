"""Who changed what, through merges, moves, renames, and revisions that are broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.history.repositories import FORM, Work, large
from tracker.core.changes import Change
from tracker.core.errors import TrackerError
from tracker.core.logbook import Log
from tracker.history.form import Form
from tracker.history.log import log
from tracker.history.revisions import past
from tracker.history.versions import Version, cut

HEAD = '[agreements.a]\ntitle = "A"\nparties = ["X", "Y"]\ndate = 2025-01-01\n\n'


def block(name: str, *entries: str, due: str = "2026-06-30", more: str = "") -> str:
    lines = "".join(f"  {{ {entry} }},\n" for entry in entries)
    log_ = f"log = [\n{lines}]\n" if entries else ""
    return f'[obligations.a.{name}]\ntitle = "Promise {name}"\ndue = {due}\n{more}{log_}\n'


DONE = 'on = 2026-01-08, status = "done"'


def of(work: Work, path: str = "commitments.toml") -> Log:
    return log(past(work.folder / path, FORM))


def told(found: Log) -> dict[str, list[str]]:
    """Say of each commit what it did, in short, newest first."""
    return {
        touch.commit.subject: [
            " ".join([change.kind, change.name, *_details(change)])
            for changes in touch.changes
            for change in changes
        ]
        for touch in found.touches
    }


def _details(change: Change) -> list[str]:
    if change.kind in {"added", "removed"}:
        return []
    return [field.name for field in change.fields] + [entry.kind for entry in change.entries]


def test_each_commit_says_what_it_did(work: Work) -> None:
    work.commit({"commitments.toml": HEAD + block("x") + block("y")}, "begin")
    work.commit({"commitments.toml": HEAD + block("x", due="2026-07-30") + block("y", DONE)}, "both")
    work.commit({"README": "hello"}, "else")
    work.commit({"commitments.toml": HEAD + block("x", due="2026-07-30")}, "away")
    found = of(work)
    assert told(found) == {
        "away": ["removed a.y"],
        "both": ["changed a.x due", "changed a.y added"],
        "begin": ["added a", "added a.x", "added a.y"],
    }
    assert found.touches[1].changes.obligations[0].fields[0].days == 30
    assert found.touches[0].commit.day == "2026-01-01"
    assert found.unreadable == ()
    assert found.ends is None


def test_spacing_comments_and_order_are_no_change(work: Work) -> None:
    work.commit({"commitments.toml": HEAD + block("x") + block("y")}, "begin")
    work.commit({"commitments.toml": HEAD + "# a remark\n" + block("y") + "\n\n" + block("x")}, "tidy")
    work.commit({"commitments.toml": (HEAD + block("y") + block("x")).replace("\n", "\r\n")}, "crlf")
    assert list(told(of(work))) == ["begin"]


def test_one_obligation_through_its_former_names(work: Work) -> None:
    work.commit({"commitments.toml": HEAD + block("w")}, "begin")
    work.commit({"commitments.toml": HEAD + block("w", DONE)}, "done")
    formerly = 'formerly = ["a.w"]\n'
    work.commit({"commitments.toml": HEAD + block("x", DONE, more=formerly)}, "rename")
    work.commit({"commitments.toml": HEAD + block("x", DONE, more=formerly) + block("z")}, "another")
    assert told(of(work).of("a.x")) == {
        "rename": ["renamed a.x title formerly"],
        "done": ["changed a.w added"],
        "begin": ["added a.w"],
    }
    assert told(of(work).of("a.z")) == {"another": ["added a.z"]}
    assert told(of(work).of("a.nothing")) == {}


def test_a_block_that_moves_into_an_included_file_is_the_same(work: Work) -> None:
    include = 'include = ["agreements/*.toml"]\n\n'
    work.commit({"commitments.toml": HEAD + block("x")}, "begin")
    work.commit({"commitments.toml": include + HEAD, "agreements/a.toml": block("x")}, "move")
    work.commit({"agreements/a.toml": None, "agreements/b.toml": block("x")}, "move again")
    work.commit({"agreements/b.toml": block("x", DONE)}, "done")
    work.commit({"commitments.toml": include + HEAD + block("x", DONE), "agreements/b.toml": None}, "back")
    assert told(of(work)) == {
        "done": ["changed a.x added"],
        "move": ["changed  include"],
        "begin": ["added a", "added a.x"],
    }
    assert list(told(of(work).of("a.x"))) == ["done", "begin"]


def test_a_register_that_was_renamed(work: Work) -> None:
    work.commit({"promises.toml": HEAD + block("x")}, "begin")
    work.commit({"promises.toml": None, "desk/commitments.toml": HEAD + block("x", DONE)}, "move")
    assert told(of(work, "desk/commitments.toml").of("a.x")) == {
        "move": ["changed a.x added"],
        "begin": ["added a.x"],
    }


def test_a_merge_counts_only_for_what_it_settled(work: Work) -> None:
    work.commit({"commitments.toml": HEAD + block("x") + block("y")}, "begin")
    work.git("checkout", "--quiet", "-b", "side")
    work.commit({"commitments.toml": HEAD + block("x") + block("y", due="2026-08-01")}, "side")
    work.git("checkout", "--quiet", "main")
    work.commit({"commitments.toml": HEAD + block("x", due="2026-07-01") + block("y")}, "main")
    work.git("merge", "--quiet", "--no-ff", "-m", "clean merge", "side")
    work.git("checkout", "--quiet", "-b", "third")
    work.commit({"commitments.toml": HEAD + block("x", due="2026-09-01") + block("y", DONE)}, "third")
    work.git("checkout", "--quiet", "main")
    work.commit({"commitments.toml": HEAD + block("x", due="2026-10-01") + block("y")}, "fourth")
    work.git("merge", "--quiet", "--no-commit", "--strategy=ours", "third")
    work.commit({"commitments.toml": HEAD + block("x", due="2026-11-01") + block("y", DONE)}, "settled")
    found = of(work)
    assert told(found)["settled"] == ["changed a.x due"]
    assert found.touches[0].changes.obligations[0].fields[0].before == "2026-10-01"
    assert "clean merge" not in told(found)
    assert told(found)["side"] == ["changed a.y due"]
    assert told(found)["main"] == ["changed a.x due"]


def test_a_revision_that_does_not_parse_is_named_and_passed_over(work: Work) -> None:
    good = HEAD + block("x")
    work.commit({"commitments.toml": "[broken\n"}, "broken from the first")
    work.commit({"commitments.toml": good}, "begin")
    work.commit({"commitments.toml": good + "<<<<<<< HEAD\n"}, "conflict")
    work.commit({"commitments.toml": good + "<<<<<<< HEAD\n# x\n"}, "still there")
    work.commit({"commitments.toml": good + block("y") + b"\xff".decode("latin-1")}, "no toml either")
    work.commit({"commitments.toml": (good + "# \xe9\n").encode("latin-1")}, "latin")
    work.commit({"commitments.toml": good + block("y")}, "mended")
    work.commit({"commitments.toml": good + block("y") + block("y")}, "twice")
    work.commit({"commitments.toml": "include = [\n" + good + block("y")}, "no list")
    work.commit({"commitments.toml": good + block("y", DONE)}, "done")
    for _ in "first", "from what was kept":
        found = of(work)
        assert told(found) == {
            "done": ["changed a.y added"],
            "mended": ["added a.y"],
            "begin": ["added a", "added a.x"],
        }
        assert [one.commit.subject for one in found.unreadable] == [
            "no list", "twice", "latin", "no toml either", "still there", "conflict", "broken from the first",
        ]  # fmt: skip
        assert "is not UTF-8" in str(found.unreadable[2].text)


def test_a_shallow_history_ends_and_says_so(work: Work, tmp_path: Path) -> None:
    work.commit({"commitments.toml": HEAD + block("x")}, "begin")
    work.commit({"commitments.toml": HEAD + block("x", due="2026-07-01")}, "moved")
    work.commit({"commitments.toml": HEAD + block("x", DONE, due="2026-07-01")}, "done")
    clone = Work(tmp_path / "clone", clone=f"file://{work.folder}", options=("--depth=2",))
    found = of(clone)
    assert told(found) == {"done": ["changed a.x added"]}
    assert found.ends is not None
    assert found.ends.subject == "moved"
    clone.git("fetch", "--quiet", "--unshallow")
    assert list(told(of(clone))) == ["done", "moved", "begin"]
    assert of(clone).ends is None


def test_a_register_that_was_away_for_a_while(work: Work) -> None:
    work.commit({"README": ""}, "nothing yet")
    work.commit({"commitments.toml": HEAD + block("x")}, "begin")
    work.commit({"commitments.toml": None}, "away")
    work.commit({"commitments.toml": HEAD + block("x")}, "back")
    assert told(of(work)) == {
        "back": ["added a", "added a.x"],
        "away": ["removed a", "removed a.x"],
        "begin": ["added a", "added a.x"],
    }


def test_a_register_that_git_does_not_keep(work: Work) -> None:
    work.commit({"README": ""}, "begin")
    work.write({"commitments.toml": HEAD})
    with pytest.raises(TrackerError, match="git doesn't keep"):
        of(work)


def test_the_history_up_to_a_revision(work: Work) -> None:
    first = work.commit({"commitments.toml": HEAD + block("x")}, "begin")
    work.commit({"commitments.toml": HEAD}, "away")
    found = log(past(work.folder / "commitments.toml", FORM), first)
    assert list(told(found)) == ["begin"]


def test_progress_is_told(work: Work) -> None:
    work.commit({"commitments.toml": HEAD}, "begin")
    work.commit({"commitments.toml": HEAD + block("x")}, "go on")
    heard: list[tuple[int, int]] = []
    log(past(work.folder / "commitments.toml", FORM), progress=lambda done, of_: heard.append((done, of_)))
    assert heard == [(1, 2), (2, 2)]


def test_a_name_with_what_git_or_a_terminal_would_act_on(work: Work) -> None:
    name = "--all \x1b[31m\n:(glob)*.toml"
    work.commit({name: HEAD + block("x")}, "begin")
    assert list(told(of(work, name))) == ["begin"]


def test_many_versions_are_read_within_bounds(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    large(work, commits=60, obligations=8)
    whole = of(work)
    assert len(whole.touches) == 60
    assert sum(len(touch.changes.obligations) for touch in whole.touches) == 8 + 59
    (work.folder / ".git" / "tracker" / "history.db").unlink()
    monkeypatch.setattr("tracker.history.walk._KEPT", 1)
    monkeypatch.setattr("tracker.history.objects._KEPT", 1)
    assert of(work) == whole


def test_what_is_known_is_not_read_again(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in range(10, 20):
        work.commit({"commitments.toml": HEAD + block("x", due=f"2026-06-{day}")}, f"day {day}")
    whole = of(work)
    read: list[str] = []

    def cut_and_tell(content: bytes, form: Form, near: Version | None = None) -> Version:
        read.append(content.decode())
        return cut(content, form, near)

    monkeypatch.setattr("tracker.history.walk.cut", cut_and_tell)
    assert of(work) == whole
    assert read == []
    work.commit({"commitments.toml": HEAD + block("x", due="2026-06-20")}, "one more")
    assert next(iter(told(of(work)))) == "one more"
    assert len(read) == 2
