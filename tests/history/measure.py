# ruff: noqa: T201 - it prints what it measured
"""How long `log` takes: python -m tests.history.measure [COMMITS [OBLIGATIONS]]."""

from __future__ import annotations

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
        for said in ("first", "again"):
            start = perf_counter()
            found = log(past(work.folder / "commitments.toml", FORM))
            print(f"log, {said}: {perf_counter() - start:.2f} s, {len(found.touches)} commits touched")
        work.commit({}, "one more")
        start = perf_counter()
        log(past(work.folder / "commitments.toml", FORM))
        print(f"log, one commit more: {perf_counter() - start:.2f} s")


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:3]]
    measure(*given, *(2000, 500)[len(given) :])
