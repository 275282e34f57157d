"""The database copied by a real Litestream while it changes: what is restored answers the same."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import Run
from tests.real import LIMIT, lacking, ran

MEETINGS = "oim-oci.half-yearly-meetings"


def litestream() -> str:
    """Find it beside this Python, else on the path."""
    beside = Path(sys.executable).with_name("litestream")
    found = str(beside) if beside.exists() else shutil.which("litestream")
    return found or lacking("there is no litestream here: pip install --group test")


def lines(path: Path) -> list[str]:
    """Give all that a database holds."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def test_a_copy_follows_what_is_recorded_and_what_is_built_again(folder: Path, run: Run) -> None:
    program = litestream()
    database, restored = folder / "commitments.db", folder / "restored.db"
    copy = (folder / "copy").as_uri()
    assert run("sync").code == 0
    copying = subprocess.Popen([program, "replicate", str(database), copy], stderr=subprocess.DEVNULL)
    try:
        wait = time.monotonic() + LIMIT
        while not list(folder.glob("copy/**/*.ltx")):
            assert copying.poll() is None
            assert time.monotonic() < wait
            time.sleep(0.1)
        for day in ("2025-12-21", "2026-06-21"):
            assert run("update", MEETINGS, "done", "--for", day, "--on", "2026-11-20").code == 0
            assert run("sync", "--rebuild").code == 0
            assert run("note", "observer", "Rang the legal adviser").code == 0
        copying.send_signal(signal.SIGINT)
        assert copying.wait(LIMIT) == 0
    finally:
        copying.kill()
        copying.wait(LIMIT)
    ran(program, "restore", "-o", str(restored), copy)
    assert lines(restored) == lines(database)
    expected = run("list", "--format", "json")
    answered = run("list", "--format", "json", "--db", str(restored))
    assert (answered.code, answered.out) == (0, expected.out)
    assert '"state":"overdue"' not in answered.out
