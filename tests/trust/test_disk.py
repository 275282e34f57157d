"""Disks and folders that can't be written, or lie: a clear error or the right answer, never half a file."""

from __future__ import annotations

import grp
import json
import os
import resource
import shutil
import stat
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.trust.programs import (
    FULL,
    REGISTER,
    ROOT,
    Place,
    Ran,
    cannot,
    command,
    environment,
    grown,
    notes_in,
    once,
    size,
    tool,
)

_ROOM = range(0, 520, 4) if FULL else (8, 24, 32, 60, 300)  # KiB
_COARSE = """
import os, runpy, sys
exact, exact_open = os.stat, os.fstat
def coarse(found):
    values = list(found)
    values[1] = 1  # the inode
    values[7:10] = [int(found.st_atime) // 2 * 2, int(found.st_mtime) // 2 * 2, int(found.st_ctime) // 2 * 2]
    again = os.stat_result(values, {
        "st_mtime_ns": values[8] * 10**9, "st_ctime_ns": values[9] * 10**9, "st_atime_ns": values[7] * 10**9,
    })
    return again
os.stat = lambda path, **also: coarse(exact(path, **also))
os.fstat = lambda number: coarse(exact_open(number))
sys.argv = ["tracker", *sys.argv[1:]]
runpy.run_module("tracker", run_name="__main__")
"""


def _ran(place: Place, *words: str, wrapped: list[str]) -> Ran:
    done = subprocess.run(
        [*wrapped, *command(*words)],
        cwd=place.folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "Traceback" not in done.stderr, done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)


def _is_whole(before: str, place: Place, ran: Ran, note: str) -> str:
    """Check that what was said is so; give what it was."""
    if ran.code == 0:
        assert notes_in(place.text)[-1] == note
        return "done"
    assert ran.code == 2, ran
    assert ran.err.startswith("tracker: error: "), ran
    if place.text == before:
        return "refused"
    assert grown(before, place.text, note), ran
    assert "the entry was recorded in" in ran.err, ran
    return "recorded, and not shown"


def _script(words: str) -> list[str]:
    """Wrap a command into a mount namespace of its own, where a script prepares the disk."""
    unshare = tool("unshare")
    flags = ["-m"] if os.geteuid() == 0 else ["-r", "-m"]
    tried = subprocess.run([unshare, *flags, "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        cannot(f"no disk can be mounted here: {tried.stderr.strip()}")
    return [unshare, *flags, "sh", "-c", f'set -e; {words}; shift; exec "$@"', "sh", "-"]


def test_a_full_disk(place: Place, tmp_path: Path) -> None:
    """Give the folder a disk of its own, each a little larger, until everything fits."""
    once(place)
    kept = place.copied(tmp_path / "kept")
    result = tmp_path / "result.toml"
    counts: Counter[str] = Counter()
    needed = sum(path.stat().st_size for path in kept.folder.rglob("*") if path.is_file()) // 1024
    for number, room in enumerate(needed + more for more in _ROOM):
        script = _script(
            f'mount -t tmpfs -o size={room}k none "{place.folder}";'
            f' cp -r "{kept.folder}/." "{place.folder}" 2>/dev/null || exit 77; cd "{place.folder}";'
            f' after() {{ "$@"; code=$?; cp "{place.folder}/{REGISTER}" "{result}"; ls -A > "{result}.names";'
            " exit $code; }; set +e; shift; after"
        )
        note = f"room-{number}"
        script[-3] = script[-3].removesuffix('; shift; exec "$@"') + ' "$@"'
        ran = _ran(place, *place.record(note), wrapped=script)
        if ran.code == 77:  # not even the folder fits
            continue
        after = Place(tmp_path / f"after-{number}")
        after.folder.mkdir()
        shutil.copy(result, after.register)
        counts[_is_whole(kept.text, after, ran, note)] += 1
        if ran.code and after.text == kept.text:
            assert "the disk is full" in ran.err, ran
        names = Path(f"{result}.names").read_text().split()
        assert not [name for name in names if name.startswith(f".{REGISTER}")]
    print(f"{sum(counts.values())} disks: {dict(counts)}")  # noqa: T201 - the figures
    assert counts["refused"]
    assert counts["done"]


def _limited(size: int) -> None:
    """Let no file grow beyond so many bytes, as a quota does."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def test_a_file_that_may_not_grow(place: Place) -> None:
    once(place)
    before = place.text
    for limit in (0, len(before.encode()) + 40):
        process = subprocess.run(
            command(*place.record("grown")),
            cwd=place.folder,
            env=environment(),
            capture_output=True,
            text=True,
            check=False,
            preexec_fn=partial(_limited, limit),
        )
        assert process.returncode == 2
        assert "larger than a file may be" in process.stderr
        assert place.text == before
        assert place.left() == []


@pytest.fixture
def powerless() -> list[str]:
    """Wrap a command so that it has no more rights than any user has."""
    if os.geteuid():
        return []
    return [tool("setpriv"), "--bounding-set=-all", "--inh-caps=-all"]


@pytest.mark.parametrize("has_database", [True, False])
def test_a_folder_that_can_only_be_read(place: Place, powerless: list[str], has_database: bool) -> None:
    expected = place.run("list", "--format", "json").out
    if not has_database:
        (place.folder / "commitments.db").unlink()
    before = place.text
    place.folder.chmod(0o555)
    try:
        for words in (("list", "--format", "json"), ("show", "observer")):
            ran = _ran(place, *words, wrapped=powerless)
            assert ran.code == 0, ran
            assert words[0] != "list" or ran.out == expected
        synced = _ran(place, "sync", wrapped=powerless)
        assert synced.code == (0 if has_database else 2), synced
        assert has_database or "can't be written: look at the rights to it" in synced.err
        for refused in (place.record("x"), ("undo",)):
            ran = _ran(place, *refused, wrapped=powerless)
            assert (ran.code, ran.out) == (2, ""), ran
            assert ran.err.startswith("tracker: error: ")
    finally:
        place.folder.chmod(0o755)
    assert place.text == before
    names = {path.name for path in place.folder.iterdir()}
    assert names == {REGISTER, "seeds"} | ({"commitments.db"} if has_database else set())


def test_a_file_that_can_only_be_read_is_not_replaced(place: Place, powerless: list[str]) -> None:
    before = place.text
    place.register.chmod(0o444)
    ran = _ran(place, *place.record("x"), wrapped=powerless)
    assert ran.code == 2
    assert "this account may not write there" in ran.err
    assert place.text == before


def test_a_file_that_nobody_may_read(place: Place, powerless: list[str]) -> None:
    place.run("status")
    place.register.chmod(0)
    for words in (("status",), place.record("x")):
        ran = _ran(place, *words, wrapped=powerless)
        assert ran.code in {0, 2}, ran
        assert ran.code == 0 or ran.err.startswith("tracker: error: ")
    place.register.chmod(0o644)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files away")
@pytest.mark.parametrize("mode", [0o644, 0o664])
def test_a_file_owned_by_another(place: Place, powerless: list[str], mode: int) -> None:
    once(place)
    before = place.text
    place.register.chmod(mode)
    os.chown(place.register, 65534, 0)
    ran = _ran(place, *place.record("shared"), wrapped=powerless)
    status = place.register.stat()
    assert stat.S_IMODE(status.st_mode) == mode
    assert status.st_gid == 0
    if mode & 0o020:
        assert ran.code == 0, ran
        assert grown(before, place.text, "shared")
    else:
        assert ran.code == 2
        assert place.text == before


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give files to any group")
def test_a_group_that_cannot_be_kept_is_a_refusal(place: Place, powerless: list[str]) -> None:
    once(place)
    before = place.text
    os.chown(place.register, 0, 65534)
    ran = _ran(place, *place.record("x"), wrapped=powerless)
    assert ran.code == 2
    assert f"it is for the group {grp.getgrgid(65534).gr_name}, whose members would lose it" in ran.err
    assert place.text == before
    assert place.left() == []
    assert place.run(*place.record("root may")).code == 0
    assert place.register.stat().st_gid == 65534


@pytest.mark.parametrize("mode", [0o640, 0o755])
def test_mode_and_link_survive(place: Place, tmp_path: Path, mode: int) -> None:
    once(place)
    real = tmp_path / "elsewhere.toml"
    place.register.rename(real)
    real.chmod(mode)
    place.register.symlink_to(real)
    assert place.run(*place.record("linked")).code == 0
    assert place.register.is_symlink()
    assert not real.is_symlink()
    assert stat.S_IMODE(real.stat().st_mode) == mode
    assert notes_in(real.read_text())[-1] == "linked"


@pytest.mark.parametrize("error", ["ENOLCK", "EOPNOTSUPP", "ENOSYS", "EIO"] if FULL else ["ENOLCK"])
def test_where_nothing_can_be_locked_nothing_is_written(place: Place, error: str) -> None:
    strace = tool("strace")
    before = place.text
    inject = f"inject=flock:error={error}"
    ran = place.run(
        *place.record("x"), before=(strace, "-f", "-o", "/dev/null", "-e", "trace=flock", "-e", inject)
    )
    if not ran.err.startswith("tracker: "):
        cannot(f"strace can't trace here: {ran.err.strip()[:100]}")
    assert (ran.code, ran.out) == (2, "")
    assert "nothing was changed" in ran.err
    assert place.text == before
    assert place.run("status").code == 0


def test_where_two_files_cannot_be_swapped_one_takes_the_others_place(place: Place) -> None:
    strace = tool("strace")
    once(place)
    before = place.text
    inject = "inject=renameat2:error=EINVAL"
    ran = place.run(
        *place.record("renamed"),
        before=(strace, "-f", "-o", "/dev/null", "-e", "trace=renameat2", "-e", inject),
    )
    if not ran.err.startswith(("tracker: ", "written to ")):
        cannot(f"strace can't trace here: {ran.err.strip()[:100]}")
    assert ran.code == 0, ran
    assert grown(before, place.text, "renamed")
    assert place.left() == []


def test_times_that_are_coarse_and_sizes_that_are_the_same(place: Place) -> None:
    """Let times count in two seconds and inodes say nothing, and change a letter again and again."""

    def titles() -> list[str]:
        done = subprocess.run(
            [sys.executable, "-c", _COARSE, "list", "--format", "json"],
            cwd=place.folder,
            env=environment(),
            capture_output=True,
            text=True,
            check=True,
        )
        return [row["title"] for row in json.loads(done.stdout)]

    text = place.text
    for letter in "ABCDEF"[: size(3, 6)]:
        place.register.write_text(text.replace("Half-yearly meetings", f"Half-yearly meeting{letter}"))
        assert any(f"Half-yearly meeting{letter}" in title for title in titles())


@pytest.fixture
def coarse_disk() -> Iterator[Path]:
    """Give a folder on a disk in memory, if there is one, where two files cannot lie beside each other."""
    memory = Path("/dev/shm")  # noqa: S108 - a disk of another kind than the usual one
    if not os.access(memory, os.W_OK):
        cannot("there is no disk in memory")
    folder = Path(tempfile.mkdtemp(dir=memory))
    yield folder
    shutil.rmtree(folder)


def test_a_link_onto_another_disk(place: Place, coarse_disk: Path) -> None:
    once(place)
    before = place.text
    real = coarse_disk / REGISTER
    shutil.move(place.register, real)
    place.register.symlink_to(real)
    assert place.run(*place.record("far")).code == 0
    assert grown(before, real.read_text(), "far")
    assert place.register.is_symlink()
    assert ROOT not in coarse_disk.parents
