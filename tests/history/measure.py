# ruff: noqa: T201 - it prints what it measured
"""How long `log` takes: python -m tests.history.measure [COMMITS [OBLIGATIONS]]."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from time import perf_counter

from tests.history.repositories import FORM, Work, large
from tracker.history.log import log
from tracker.history.revisions import past


def measure(commits: int, obligations: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        work = Work(Path(name))
        start = perf_counter()
        large(work, commits, obligations)
        size = (work.folder / "commitments.toml").stat().st_size
        print(
            f"made {commits} commits, {obligations} obligations, {size} bytes: {perf_counter() - start:.2f} s"
        )
        for said in ("first", "again", "one commit more"):
            if said == "one commit more":
                work.commit({}, said)
            start, before = perf_counter(), os.times()
            found = log(past(work.folder / "commitments.toml", FORM))
            passed, after = perf_counter() - start, os.times()
            busy = sum(after[:4]) - sum(before[:4])
            print(f"log, {said}: {passed:.2f} s ({busy:.2f} s of processor), {len(found.touches)} commits")


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:3]]
    measure(*given, *(2000, 500)[len(given) :])
