"""The real program in processes of its own, in the folder of a real register, for tests that try to break it.

`TRACKER_TRUST=full` makes each of them as large as the README's figures say; without it they are
of a size that fits into every run. What a machine cannot do is skipped, saying why; where `CI` is
set that is a failure.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pytest

ROOT = Path(__file__).parents[2]
TODAY = "2026-11-21"
FULL = os.environ.get("TRACKER_TRUST") == "full"
REF = "icesco-oim.observer-status"
REGISTER = "commitments.toml"
LIMIT = 120.0  # seconds; nothing here may take that long


def size(moderate: int, full: int) -> int:
    """Choose how much of something there is to be."""
    return full if FULL else moderate


def cannot(why: str) -> NoReturn:
    """Skip, saying why; fail where everything has to run."""
    if os.environ.get("CI"):
        pytest.fail(f"this has to run in CI: {why}")
    pytest.skip(why)


def tool(name: str) -> str:
    """Find a program of the system."""
    return shutil.which(name) or cannot(f"there is no {name} on this machine")


class Ran(NamedTuple):
    """What a run of the program left: its exit code (negative: the signal) and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def confirmed(self) -> bool:
        """Whether any of the confirmation was printed."""
        return bool(self.out)


def environment(**also: str) -> dict[str, str]:
    """Give an environment in which nothing of the machine's own has a say."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("TRACKER_", "GIT_"))}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, "LC_ALL": "C.UTF-8"}
    return {**kept, **alone, "PYTHONPATH": str(ROOT), "TRACKER_TODAY": TODAY, **also}


def command(*words: str) -> list[str]:
    """Give the words that run the program."""
    return [sys.executable, "-m", "tracker", *words]


class Place(NamedTuple):
    """A folder with a register, and the program run in it."""

    folder: Path

    @property
    def register(self) -> Path:
        """The register's file."""
        return self.folder / REGISTER

    @property
    def text(self) -> str:
        """What stands in it now, to the byte."""
        return self.register.read_bytes().decode()

    def begun(self, *words: str, before: Sequence[str] = (), **env: str) -> subprocess.Popen[str]:
        """Begin a run of the program, `before` it the words of one that runs it."""
        return subprocess.Popen(
            [*before, *command(*words)],
            cwd=self.folder,
            env=environment(**env),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def run(self, *words: str, before: Sequence[str] = (), **env: str) -> Ran:
        """Run the program to its end; it never shows a traceback."""
        ran = ended(self.begun(*words, before=before, **env))
        assert "Traceback" not in ran.err, ran.err
        return ran

    def record(self, note: str) -> tuple[str, ...]:
        """Give the words of an update that `note` tells from all others."""
        return ("update", REF, "in-progress", "--evidence", "letter.pdf", "--note", note)

    def notes(self) -> list[str]:
        """Read the notes in the obligation's log, as the standard library reads TOML."""
        return notes_in(self.text)

    def copied(self, to: Path) -> Place:
        """Copy the folder as it is now, to come back to."""
        return Place(Path(shutil.copytree(self.folder, to)))

    def restored(self, kept: Place) -> None:
        """Begin again with what was copied, and nothing that a run left since."""
        shutil.rmtree(self.folder)
        kept.copied(self.folder)

    def left(self) -> list[str]:
        """Name the temporary files beside the register."""
        return sorted(path.name for path in self.folder.glob(f".{REGISTER}.*"))


def ended(process: subprocess.Popen[str]) -> Ran:
    """Wait for a run to end."""
    out, err = process.communicate(timeout=LIMIT)
    return Ran(process.returncode, out, err)


def notes_in(text: str) -> list[str]:
    """Read the notes of the obligation's log in a register's text."""
    tree: Mapping[str, Any] = tomllib.loads(text)
    log = tree.get("obligations", {}).get("icesco-oim", {}).get("observer-status", {}).get("log", [])
    return [entry["note"] for entry in log if "note" in entry]


def grown(before: str, after: str, note: str) -> bool:
    """Say whether a text is another one with one line more, the entry that has `note`."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    if len(new) != len(old) + 1:
        return False
    at = next((n for n, line in enumerate(old) if line != new[n]), len(old))
    return f'note = "{note}"' in new[at] and new[:at] + new[at + 1 :] == old


def once(place: Place) -> float:
    """Record a first entry, so that each further one is a line, and give the seconds that it took."""
    place.run("status")
    began = time.monotonic()
    ran = place.run(*place.record("first"))
    assert ran.code == 0, ran.err
    return time.monotonic() - began
