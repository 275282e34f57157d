"""What a merge changed itself, and what the log tells while it is not committed yet."""

from __future__ import annotations

import pytest

from tests.history.repositories import Work
from tests.history.test_log import DONE, HEAD, block, of, told
from tracker.core.changes import Change
from tracker.core.errors import TrackerError

HELD = 'on = 2026-02-01, status = "in-progress", note = "Amina called"'
WROTE = 'on = 2026-03-01, status = "in-progress", note = "Yusuf wrote"'


def merged(work: Work, ours: str, theirs: str, settled: str) -> list[Change]:
    """Merge what two sides made of the same text, and give what the merge is told to have changed."""
    work.commit({"commitments.toml": HEAD + block("x", DONE)}, "begin")
    work.git("checkout", "--quiet", "-b", "side")
    work.commit({"commitments.toml": HEAD + theirs}, "theirs")
    work.git("checkout", "--quiet", "main")
    work.commit({"commitments.toml": HEAD + ours}, "ours")
    work.git("merge", "--quiet", "--no-commit", "--strategy=ours", "side")
    work.commit({"commitments.toml": HEAD + settled}, "merge")
    return [one for touch in of(work).touches if touch.commit.subject == "merge" for one in touch.changes[-1]]


def test_an_entry_of_either_side_is_not_the_merge_s_own(work: Work) -> None:
    ours, theirs = block("x", DONE, HELD), block("x", DONE, WROTE, due="2026-08-01")
    assert merged(work, ours, theirs, block("x", DONE, HELD, WROTE, due="2026-08-01")) == []
    assert told(of(work)) == {
        "ours": ["changed a.x added"],
        "theirs": ["changed a.x due added"],
        "begin": ["added a", "added a.x"],
    }


def test_what_a_side_took_away_is_not_the_merge_s_own(work: Work) -> None:
    ours, theirs = block("x", DONE, HELD), block("x", more='owner = "desk"\n')
    assert merged(work, ours, theirs, block("x", HELD, more='owner = "desk"\n')) == []


def test_what_a_merge_states_anew_is_its_own(work: Work) -> None:
    wrote = WROTE.replace("wrote", "wrote twice")
    ours, theirs = block("x", DONE, HELD, due="2026-07-01"), block("x", DONE, due="2026-08-01")
    (change,) = merged(work, ours, theirs, block("x", HELD, wrote, due="2026-09-01"))
    assert [(field.before, field.after) for field in change.fields] == [("2026-07-01", "2026-09-01")]
    assert [(entry.kind, entry.before.get("on"), entry.after.get("note")) for entry in change.entries] == [
        ("added", None, "Yusuf wrote twice"),
        ("taken-back", "2026-01-08", None),
    ]


def test_what_a_merge_corrected_is_told_as_corrected(work: Work) -> None:
    ours, theirs = block("x", DONE, HELD), block("x", DONE, WROTE)
    held = HELD.replace("called", "called back")
    (change,) = merged(work, ours, theirs, block("x", DONE, held, WROTE))
    assert [(entry.kind, entry.fields) for entry in change.entries] == [("corrected", ("note",))]


def test_what_one_side_added_and_the_merge_changed(work: Work) -> None:
    ours, theirs = block("x", DONE), block("x", DONE) + block("y")
    (change,) = merged(work, ours, theirs, block("x", DONE) + block("y", due="2026-09-01"))
    assert (change.kind, change.name) == ("changed", "a.y")


def test_while_a_merge_is_not_committed_both_sides_are_told(work: Work) -> None:
    work.commit({"commitments.toml": HEAD + block("x")}, "begin")
    work.git("checkout", "--quiet", "-b", "side")
    work.commit({"README": "else"}, "else")
    work.commit({"commitments.toml": HEAD + block("x", due="2026-08-01")}, "theirs")
    work.git("checkout", "--quiet", "main")
    work.commit({"commitments.toml": HEAD + block("x", due="2026-07-01")}, "ours")
    assert set(told(of(work))) == {"begin", "ours"}
    work.git("merge", "--quiet", "--no-commit", "--strategy=ours", "side")
    work.write({"commitments.toml": "<<<<<<< ours\n"})
    expected = {
        "begin": ["added a", "added a.x"],
        "ours": ["changed a.x due"],
        "theirs": ["changed a.x due"],
    }
    assert told(of(work).of("a.x"))["theirs"] == ["changed a.x due"]
    assert told(of(work)) == expected
    work.commit({"commitments.toml": HEAD + block("x", due="2026-08-01")}, "merge")
    assert told(of(work)) == expected
    work.git("branch", "MERGE_HEAD", "side")
    assert told(of(work)) == expected


def test_the_other_side_may_not_have_the_register(work: Work) -> None:
    work.commit({"README": "hello"}, "first")
    work.git("checkout", "--quiet", "-b", "side")
    work.commit({"README": "else"}, "else")
    work.git("checkout", "--quiet", "main")
    work.commit({"commitments.toml": HEAD}, "begin")
    work.git("merge", "--quiet", "--no-commit", "side")
    assert told(of(work)) == {"begin": ["added a"]}
    work.git("merge", "--abort")
    work.git("checkout", "--quiet", "side")
    work.git("merge", "--quiet", "--no-commit", "--strategy=ours", "main")
    with pytest.raises(TrackerError, match="git doesn't keep"):
        of(work)
