"""Whole processes, measured: wall time, and the most memory that one held.

Cases take turns (A B C, A B C …), so that what else the machine does falls on all of them alike, and
of each the median counts. What is measured is as a person has it: byte code is kept, output is
buffered, and goes to a pipe. Memory below what the measuring process itself holds (some 15 MB) is
not seen, since a process begins as a copy of its parent.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).parents[2]
_OTHERWISE: Final = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "PYTHONDEVMODE", "COVERAGE_PROCESS_START")
_KIB: Final = 1024


class Case(NamedTuple):
    """A command to measure, in a folder; `before` each run, what makes it worth running."""

    name: str
    words: Sequence[str]
    folder: Path
    before: Callable[[], object] | None = None
    environment: Mapping[str, str] = {}


class Taken(NamedTuple):
    """What a case took: seconds, and MB, of each run."""

    seconds: list[float]
    memory: list[float]

    @property
    def median(self) -> float:
        """The median of the wall times, in seconds."""
        return median(self.seconds)


def empty() -> Case:
    """Give what all is compared with: an interpreter that does nothing."""
    return Case("python3 -c pass", (sys.executable, "-c", "pass"), ROOT)


def take_turns(cases: Sequence[Case], times: int) -> dict[str, Taken]:
    """Run all cases in turn, so many times, after one round that isn't counted where they are many."""
    taken = {case.name: Taken([], []) for case in cases}
    for turn in range(times + (times > 1)):
        for case in cases:
            seconds, memory = run(case)
            if turn or times == 1:
                taken[case.name].seconds.append(seconds)
                taken[case.name].memory.append(memory)
    return taken


def run(case: Case) -> tuple[float, float]:
    """Run a case once: seconds, and MB at most; RuntimeError if it fails."""
    if case.before:
        case.before()
    environment = {name: value for name, value in os.environ.items() if name not in _OTHERWISE}
    environment |= {"PYTHONPATH": str(ROOT), "LC_ALL": "C.UTF-8", **case.environment}
    began = time.perf_counter()
    process = subprocess.Popen(
        case.words,
        cwd=case.folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    said = b""
    assert process.stdout is not None
    while piece := process.stdout.read(1 << 16):
        said = (said + piece)[-2000:]
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - began
    process.returncode = code = os.waitstatus_to_exitcode(status)
    process.stdout.close()
    if code:
        raise RuntimeError(f"{case.name}: exit {code}: {said.decode(errors='replace')}")
    return seconds, used.ru_maxrss / _KIB
