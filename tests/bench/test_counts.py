"""What cannot vary, counted: modules loaded, questions sent, steps taken, files opened."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path

import pytest

from tests.bench.registers import promises, write
from tests.bench.stopwatch import ROOT
from tracker.cli.clock import today
from tracker.core.rows import Filter
from tracker.store import details, picture, queries
from tracker.workspace.current import Workspace

DAY = date(2026, 11, 21)
FEW, MANY = 800, 6_400

_COUNTED = """
import json, sys
opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event == "open" else None)
from tracker.cli.main import run
code = run(sys.argv[1:])
sys.stdout.flush()
sys.stderr.write(json.dumps({"code": [str(code)], "opened": opened, "modules": sorted(sys.modules)}))
"""

READS: dict[str, Callable[[sqlite3.Connection], object]] = {
    "status": lambda c: picture.picture(c, DAY, most=10),
    "overdue": lambda c: list(queries.rows(c, DAY, Filter(states=("overdue",)), limit=50)),
    "show": lambda c: details.detail(c, next(promises(1, DAY)).ref, DAY),
}


def counted(folder: Path, *words: str) -> dict[str, list[str]]:
    """Run the program in a process of its own, and list what it opened and imported."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TRACKER_TODAY": DAY.isoformat()}
    done = subprocess.run(
        [sys.executable, "-c", _COUNTED, *words],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    found: dict[str, list[str]] = json.loads(done.stderr.splitlines()[-1])
    assert found.pop("code") == ["0"]
    return found


@pytest.fixture(scope="module")
def sizes(tmp_path_factory: pytest.TempPathFactory) -> dict[int, sqlite3.Connection]:
    """Project registers of two sizes, one eight times the other."""
    found = {}
    for size in (FEW, MANY):
        path = write(tmp_path_factory.mktemp(str(size)), size, DAY, apart=False)
        found[size] = Workspace(str(path), None, today).projection(DAY)
    return found


def test_a_morning_loads_few_modules(tmp_path: Path) -> None:
    write(tmp_path, 40, DAY, apart=False)
    counted(tmp_path, "sync")
    bare = subprocess.run(
        [sys.executable, "-c", "import sys, json; print(len(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    own = counted(tmp_path, "status")["modules"]
    assert len(own) - int(bare.stdout) < 90
    assert {"tracker.core.model", "tracker.register.text.scan", "pathlib", "dataclasses"}.isdisjoint(own)


@pytest.mark.parametrize("asked", READS)
def test_a_read_takes_no_more_steps_of_a_larger_register(
    sizes: dict[int, sqlite3.Connection], asked: str
) -> None:
    taken = {}
    for size, connection in sizes.items():
        steps: list[None] = []
        connection.set_progress_handler(partial(steps.append, None), 1)
        READS[asked](connection)
        connection.set_progress_handler(None, 0)
        taken[size] = len(steps)
    assert taken[MANY] < taken[FEW] * 1.5 + 500


@pytest.mark.parametrize(("asked", "most"), [("status", 120), ("overdue", 8), ("show", 15)])
def test_a_read_sends_few_questions(sizes: dict[int, sqlite3.Connection], asked: str, most: int) -> None:
    sent: list[str] = []
    sizes[MANY].set_trace_callback(sent.append)
    READS[asked](sizes[MANY])
    sizes[MANY].set_trace_callback(None)
    assert len([sql for sql in sent if "SELECT" in sql]) <= most


def settle(folder: Path) -> None:
    """Let the files have been read long after they were written, so that their times tell enough."""
    with sqlite3.connect(folder / "commitments.db") as connection:
        connection.execute("UPDATE files SET read_ns = read_ns + 60000000000")


def test_of_many_files_only_the_changed_one_is_opened(tmp_path: Path) -> None:
    write(tmp_path, 400, DAY, apart=True)
    counted(tmp_path, "sync")
    settle(tmp_path)
    assert not [name for name in counted(tmp_path, "status")["opened"] if name.endswith(".toml")]
    changed = tmp_path / "agreements" / "a000007.toml"
    changed.write_text(changed.read_text(encoding="utf-8").replace('note = "Draft', 'note = "Paper'))
    opened = [name for name in counted(tmp_path, "status")["opened"] if name.endswith(".toml")]
    assert {os.path.realpath(name) for name in opened} == {os.path.realpath(changed)}
    settle(tmp_path)
    ref = next(one.ref for one in promises(400, DAY) if one.due and not one.recurs and not one.done)
    opened = [name for name in counted(tmp_path, "note", ref, "Sent")["opened"] if ".toml" in name]
    assert {Path(name).name.lstrip(".").partition(".toml")[0] for name in opened} == {ref.partition(".")[0]}
