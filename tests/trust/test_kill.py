"""Killed at any moment: the register is the old one or the new one, whole, and the next command works."""

from __future__ import annotations

import re
import time
from collections import Counter
from pathlib import Path
from random import Random
from typing import NamedTuple

import pytest

from tests.trust.programs import FULL, Place, cannot, ended, grown, notes_in, once, size, tool

KILLED = -9
_RUNS = size(12, 1000)
_EACH = 12  # runs before it begins again with a small log
_CALL = re.compile(r"^(?:\d+ +)?(\w+)\(")
_LOCKED = re.compile(r"^(?:\d+ +)?openat\(.*\.tracker/lock")
_CHANGING = {"flock", "write", "fsync", "rename", "renameat2", "unlink", "fchmod"}
_DATABASE = {"pwrite64", "fdatasync"}


@pytest.fixture
def kept(place: Place, tmp_path: Path) -> Place:
    """Keep a copy of the folder as it is after the first entry, to begin again with."""
    once(place)
    return place.copied(tmp_path / "kept")


def _is_new(before: str, after: str, note: str, *, confirmed: bool) -> bool:
    """Check the file after a run that was killed; give whether it is the new one."""
    if after == before:
        assert not confirmed, f"{note} was confirmed and is not there"
        return False
    assert grown(before, after, note), f"{note}: neither the old file nor the new one"
    return True


def _goes_on(place: Place, note: str) -> float:
    """Check that the next command works and leaves nothing of the killed one; give its seconds."""
    before, began = place.text, time.monotonic()
    ran = place.run(*place.record(note))
    lasting = time.monotonic() - began
    assert ran.code == 0, ran.err
    assert grown(before, place.text, note)
    assert place.left() == []
    return lasting


def _projection_is_the_texts(place: Place, tmp_path: Path) -> None:
    kept = place.run("show", "observer", "--format", "json")
    fresh = place.run("show", "observer", "--format", "json", "--db", str(tmp_path / "fresh.db"))
    assert kept == fresh
    assert fresh.code == 0


def test_at_random_moments(place: Place, kept: Place, tmp_path: Path) -> None:
    dice = Random(4)  # noqa: S311 - moments, no secrets
    counts: Counter[str] = Counter()
    lasting = _goes_on(place, "measured")
    for number in range(_RUNS):
        text, note = place.text, f"run-{number}"
        is_sync = number % 4 == 3
        process = place.begun(*(("sync", "--rebuild") if is_sync else place.record(note)))
        time.sleep(dice.uniform(0.3, 1.1) * lasting)
        process.kill()
        ran = ended(process)
        counts["killed" if ran.code == KILLED else "ended"] += 1
        counts["left over"] += bool(place.left())
        if is_sync:
            assert place.text == text
        else:
            counts["new"] += _is_new(text, place.text, note, confirmed=ran.confirmed)
            counts["confirmed"] += ran.confirmed
        if place.left() or number % _EACH == _EACH - 1:
            lasting = _goes_on(place, f"next-{number}")
            _projection_is_the_texts(place, tmp_path)
            place.restored(kept)
    print(f"{_RUNS} updates and syncs: {dict(counts)}")  # noqa: T201 - the figures
    assert counts["killed"] > _RUNS / 4


class Called(NamedTuple):
    """A system call: its name, which of that name it is (from 1), and whether it is about our files."""

    name: str
    which: int
    is_ours: bool


def _calls(place: Place, strace: str, trace: Path) -> list[Called]:
    """List the system calls of one update from its lock on."""
    ran = place.run(*place.record("traced"), before=(strace, "-f", "-o", str(trace)), PYTHONHASHSEED="0")
    if ran.code:
        cannot(f"strace can't trace here: {ran.err.strip()[:100]}")
    counts: Counter[str] = Counter()
    found: list[Called] = []
    locked = False
    folder = f'"{place.folder}/'
    for line in trace.read_text(errors="replace").splitlines():
        if not (match := _CALL.match(line)):
            continue
        counts[match[1]] += 1
        locked = locked or bool(_LOCKED.match(line))
        if locked:
            ours = folder in line or match[1] in _CHANGING | _DATABASE
            found.append(Called(match[1], counts[match[1]], ours))
    return found


def _around_the_change(calls: list[Called]) -> list[Called]:
    """Take the calls that are about the register's folder, up to those after its last change."""
    last = max(number for number, call in enumerate(calls) if call.name == "renameat2")
    return [call for call in calls[: last + 8] if call.is_ours]


def _injected(strace: str, call: Called, what: str) -> tuple[str, ...]:
    name = call.name
    inject = f"inject={name}:{what}:when={call.which}"
    return (strace, "-f", "-o", "/dev/null", "-e", f"trace={name}", "-e", inject)


def test_at_each_system_call(place: Place, kept: Place, tmp_path: Path) -> None:
    strace = tool("strace")
    calls = _calls(place, strace, tmp_path / "trace")
    assert {"flock", "renameat2", "fsync"} <= {call.name for call in calls}
    around = _around_the_change(calls)
    chosen = calls if FULL else [*around[::5], *around[-2:]]
    counts: Counter[str] = Counter()
    for number, call in enumerate(chosen):
        place.restored(kept)
        note = f"call-{number}"
        before = _injected(strace, call, "signal=KILL")
        ran = ended(place.begun(*place.record(note), before=before, PYTHONHASHSEED="0"))
        counts["killed" if ran.code == KILLED else "ended"] += 1
        counts["new" if _is_new(kept.text, place.text, note, confirmed=ran.confirmed) else "old"] += 1
        counts["left over"] += bool(place.left())
        if place.left() or number % 4 == 0:
            _goes_on(place, f"next-{number}")
    print(f"{len(chosen)} calls: {dict(counts)}")  # noqa: T201 - the figures
    assert counts["killed"] >= 0.9 * len(chosen)
    assert counts["old"]
    assert counts["new"]


@pytest.mark.parametrize("error", ["ENOSPC", "EIO", "EACCES", "EDQUOT"] if FULL else ["ENOSPC"])
def test_a_call_that_fails(place: Place, kept: Place, tmp_path: Path, error: str) -> None:
    """Let one call after the other fail: what is said is what stands in the file."""
    strace = tool("strace")
    calls = _calls(place, strace, tmp_path / "trace")
    chosen = [call for call in calls if call.is_ours] if FULL else _around_the_change(calls)[::5]
    counts: Counter[str] = Counter()
    for number, call in enumerate(chosen):
        place.restored(kept)
        note = f"call-{number}"
        before = _injected(strace, call, f"error={error}")
        ran = place.run(*place.record(note), before=before, PYTHONHASHSEED="0")
        said = (call, ran)
        assert ran.code in {0, 2}, said
        counts[f"exit {ran.code}"] += 1
        if ran.code == 0:
            assert notes_in(place.text)[-1] == note, said
        elif place.text != kept.text:
            counts["recorded, and not shown"] += 1
            assert grown(kept.text, place.text, note), said
            assert "the entry was recorded in" in ran.err, said
        if place.left() or number % 4 == 0:
            _goes_on(place, f"next-{number}")
    print(f"{error} at {len(chosen)} calls: {dict(counts)}")  # noqa: T201 - the figures
    assert counts["exit 2"]
