"""A crowd: many updates at once, beside an editor that saves over the file and git that checks out.

Neither editor nor git asks for the program's lock, and either may put an older text back over an
entry that was confirmed; that is theirs to answer for. So the editor swaps its version in and keeps
what it swapped out, git commits before it checks out, and what was confirmed, or saved by the
editor, has to stand in the file, in what was swapped out, in a commit or in a version that was kept
beside it. Only what a checkout overlapped may be missing: git looks and then writes.
"""

from __future__ import annotations

import re
import subprocess
import time
import tomllib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import NamedTuple

import pytest

from tests.trust.programs import FULL, REGISTER, Place, Ran, environment, notes_in, once, size, tool
from tracker.register.disk.exchange import exchange

_PROCESSES = size(4, 8)
_UPDATES = size(3, 100)
_SAVED = re.compile(r"^# saved (\d+)$", re.MULTILINE)


class Try(NamedTuple):
    """One update: its note, what it left, and when it began and ended, in seconds."""

    note: str
    ran: Ran
    began: float
    ended: float


def _updates(place: Place, name: int) -> list[Try]:
    """Run one update after the other."""
    found = []
    for number in range(_UPDATES):
        note, began = f"p{name}-{number}", time.monotonic()
        ran = place.run(*place.record(note))
        found.append(Try(note, ran, began, time.monotonic()))
    return found


def _crowd(place: Place) -> list[Try]:
    """Run all processes' updates at once."""
    with ThreadPoolExecutor(_PROCESSES) as crowd:
        return [
            one for each in crowd.map(lambda name: _updates(place, name), range(_PROCESSES)) for one in each
        ]


def _told(tries: list[Try]) -> list[Try]:
    """Check that each update was either confirmed or said that it was not, and give the confirmed ones."""
    for one in tries:
        assert one.ran.code in {0, 2}, one
        assert one.ran.confirmed == (one.ran.code == 0), one
        assert one.ran.code == 0 or one.ran.err.startswith("tracker: error: "), one
    return [one for one in tries if one.ran.confirmed]


def test_a_crowd_alone(place: Place) -> None:
    once(place)
    before = place.text
    confirmed = _told(_crowd(place))
    notes = place.notes()[1:]
    assert sorted(notes) == sorted(one.note for one in confirmed)
    lines = [line for line in place.text.splitlines() if 'note = "p' not in line]
    assert lines == before.splitlines()
    assert len(confirmed) > _PROCESSES * _UPDATES * 0.9  # the others were told that another is writing
    shown = place.run("show", "observer", "--format", "json").out
    assert all(f'"{note}"' in shown for note in notes)
    print(f"{_PROCESSES} processes, {len(confirmed)} of {_PROCESSES * _UPDATES} updates confirmed and there")  # noqa: T201 - the figures


def _is_whole(text: str) -> bool:
    """Say whether a text is a register, and not a part of one that git is writing at that moment."""
    try:
        return "obligations" in tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return False


class Editor:
    """Saves the file with another comment, now and then, and keeps what stood there."""

    def __init__(self, place: Place) -> None:
        """Take the folder; the draft lies beside the register, as editors' do."""
        self.place = place
        self.draft = place.folder / "draft.toml"
        self.displaced: list[str] = []
        self.saved = 0

    def run(self, stop: Event) -> None:
        """Save until told to stop; not where git has the file half written."""
        while not stop.wait(0.5):
            try:
                text = self.place.text
            except FileNotFoundError:
                continue
            if _is_whole(text):
                self._save(text)

    def _save(self, text: str) -> None:
        time.sleep(0.01)  # somebody types
        new = _SAVED.sub("", text).lstrip("\n")
        self.draft.write_bytes(f"# saved {self.saved}\n{new}".encode())
        try:
            assert exchange(self.draft, self.place.register)
        except FileNotFoundError:  # git was about to write it
            return
        self.displaced.append(self.draft.read_bytes().decode())
        self.saved += 1


class Git:
    """Commits what there is and checks out the other branch, where git lets it."""

    def __init__(self, place: Place) -> None:
        """Begin a repository with two branches that differ in the register."""
        self.place = place
        self.spans: list[tuple[float, float]] = []
        self("init", "-q", "-b", "one")
        (place.folder / ".gitignore").write_text(
            "commitments.db*\n.tracker/\n*.kept-*\ndraft.toml\n.commitments*\n"
        )
        self("add", ".")
        self("commit", "-q", "-m", "begin")
        self("branch", "two")

    def __call__(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Run git in the folder."""
        names = {
            f"GIT_{who}_{what}": "a@example.org"
            for who in ("AUTHOR", "COMMITTER")
            for what in ("NAME", "EMAIL")
        }
        return subprocess.run(
            [tool("git"), *words],
            cwd=self.place.folder,
            env=environment(**names),
            capture_output=True,
            text=True,
            check=False,
        )

    def run(self, stop: Event) -> None:
        """Commit and check out until told to stop."""
        branch = "two"
        while not stop.wait(0.4):
            self("commit", "-q", "-a", "-m", "as it is")
            began = time.monotonic()
            if self("checkout", "-q", branch).returncode == 0:
                self.spans.append((began, time.monotonic()))
                branch = "one" if branch == "two" else "two"

    def versions(self) -> list[str]:
        """Give the register as it is in every commit."""
        commits = self("rev-list", "--all").stdout.split()
        return [self("show", f"{commit}:{REGISTER}").stdout for commit in commits]

    def overlapped(self, began: float, ended: float) -> bool:
        """Say whether a checkout was under way at some time of a stretch."""
        return any(start <= ended and began <= end for start, end in self.spans)


@pytest.mark.parametrize("beside", ["editor", "editor and git"] if FULL else ["editor and git"])
def test_a_crowd_beside_an_editor_and_git(place: Place, tmp_path: Path, beside: str) -> None:
    tool("git")
    if not exchange(place.register, _other(tmp_path)):
        pytest.skip("this file system cannot swap two files, so that the editor can't keep what it replaced")
    exchange(place.register, tmp_path / "other")
    once(place)
    editor, git, stop = Editor(place), Git(place), Event()
    others = [editor.run, git.run] if "git" in beside else [editor.run]
    with ThreadPoolExecutor(2) as beside_it:
        running = [beside_it.submit(other, stop) for other in others]
        try:
            tries = _crowd(place)
        finally:
            stop.set()
        for other in running:
            other.result()
    confirmed = _told(tries)
    kept = [path.read_bytes().decode() for path in place.folder.glob(f"{REGISTER}.kept-*")]
    versions = [place.text, *editor.displaced, *git.versions(), *kept]
    assert _is_whole(place.text)
    # what the editor swapped out may be what git was still writing, of a version that is committed
    there = {note for version in versions if _is_whole(version) for note in notes_in(version)}
    missing = [one for one in confirmed if one.note not in there]
    assert [one for one in missing if not git.overlapped(one.began, one.ended)] == []
    saved = {int(number) for version in versions for number in _SAVED.findall(version)}
    lost = set(range(editor.saved)) - saved
    assert len(lost) <= len(git.spans)
    assert place.left() == []
    assert confirmed
    print(  # noqa: T201 - the figures
        f"beside {beside}: {len(tries)} updates, {len(confirmed)} confirmed, {len(missing)} of them"
        f" lost to a checkout at that moment; {editor.saved} saves of the editor, {len(lost)} lost to one of"
        f" {len(git.spans)} checkouts; {len(kept)} versions kept beside the file"
    )


def _other(tmp_path: Path) -> Path:
    path = tmp_path / "other"
    path.write_text("")
    return path
