"""What this project is measured by: the day's commands on registers of growing size."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from datetime import date
from itertools import count, islice
from pathlib import Path
from typing import Final, NamedTuple

from tests.bench.registers import SEARCHED, promises, write
from tests.bench.stopwatch import Case, Taken, empty, run, take_turns

_PROGRAM: Final = "import sys\nfrom tracker.__main__ import main\nsys.exit(main())\n"
_TYPER: Final = """import typer
app = typer.Typer()
@app.command()
def one() -> None: ...
@app.command()
def two() -> None: ...
app()
"""
_LARGE: Final = 100_000
_SETTLED: Final = 2.5
"""Seconds after which a file that was just written counts as unchanged by its times alone."""


class Limit(NamedTuple):
    """A line of the table: what is measured, and the multiples of an empty interpreter to reach, by size."""

    name: str
    most: dict[int, float]


_READ: Final = {1_000: 8.0, 10_000: 8.0, 100_000: 10.0, 1_000_000: 25.0}
LIMITS: Final = (
    Limit("status", _READ),
    Limit("list --state overdue --limit 50", _READ),
    Limit("show REF", _READ),
    Limit("list --search WORDS --limit 50", {1_000: 8, 10_000: 9, 100_000: 12, 1_000_000: 30}),
    Limit("list", {1_000: 9, 10_000: 12, 100_000: 40}),
    Limit("report", {1_000: 12, 10_000: 16, 100_000: 30}),
    Limit("update REF, one file", {1_000: 10, 10_000: 13, 100_000: 35}),
    Limit("update REF, a file an agreement", {1_000: 10, 10_000: 11, 100_000: 15}),
    Limit("status after a hand edit, one file", {1_000: 10, 10_000: 14, 100_000: 40}),
    Limit("status after a hand edit, a file an agreement", {1_000: 10, 10_000: 11, 100_000: 20}),
    Limit("sync from nothing", {1_000: 20, 10_000: 60, 100_000: 500}),
)
EMPTY: Final = empty().name
TYPER: Final = "an empty Typer program of two commands"


def measured(folder: Path, size: int, day: date, times: int) -> dict[str, Taken]:
    """Measure everything at a size, in a folder of its own."""
    program, typer = folder / "tracker.py.txt", folder / "typer_two.py"
    program.write_text(_PROGRAM)
    typer.write_text(_TYPER)
    words = (sys.executable, str(program))
    one = write(folder / f"{size}-one", size, day, apart=False)
    database = one.with_suffix(".db")
    sync = Case("sync from nothing", (*words, "sync"), one.parent, lambda: database.unlink(missing_ok=True))
    found = take_turns([empty(), sync], 1 if size >= _LARGE else 3)
    first = {"sync from nothing": found["sync from nothing"]}
    between = [empty(), Case(TYPER, (sys.executable, str(typer), "one"), folder)]
    time.sleep(_SETTLED)
    run(Case("status", (*words, "status"), one.parent))
    taken = take_turns([*between, *_reads(words, one.parent, size, day)], times)
    if size <= _LARGE:
        apart = write(folder / f"{size}-apart", size, day, apart=True)
        run(Case("sync", (*words, "sync"), apart.parent))
        time.sleep(_SETTLED)
        writes = [*_writes(words, one, "one file", day), *_writes(words, apart, "a file an agreement", day)]
        taken = take_turns([empty(), *writes], times) | taken
    taken[EMPTY].seconds.extend(found[EMPTY].seconds)
    return taken | first


def _reads(words: tuple[str, ...], folder: Path, size: int, day: date) -> Iterator[Case]:
    (middle,) = islice(promises(size, day), size // 2, size // 2 + 1)
    yield Case("status", (*words, "status"), folder)
    overdue = "list --state overdue --limit 50"
    yield Case(overdue, (*words, *overdue.split()), folder)
    yield Case("show REF", (*words, "show", middle.ref), folder)
    search = (*words, "list", "--search", SEARCHED, "--limit", "50")
    yield Case("list --search WORDS --limit 50", search, folder)
    if size <= _LARGE:
        yield Case("list", (*words, "list"), folder)
        yield Case("report", (*words, "report"), folder)


def _writes(words: tuple[str, ...], register: Path, how: str, day: date) -> Iterator[Case]:
    promise = next(one for one in promises(100, day) if one.due and not one.recurs and not one.done)
    file = register if how == "one file" else register.parent / "agreements" / f"{promise.agreement}.toml"
    number = count()
    header = f"[obligations.{promise.ref}]\n".encode()

    def by_hand() -> None:
        """Change one line, a line at a time: memory held here would be counted as the program's."""
        saved, found = file.with_suffix(".saved"), False
        with file.open("rb") as old, saved.open("wb") as new:
            for line in old:
                change = found and line.startswith(b"title")
                found = line == header or (found and not change)
                new.write(b'title = "Edited %d"\n' % next(number) if change else line)
        saved.replace(file)

    again = (*words, "update", promise.ref)
    yield Case(f"update REF, {how}", (*again, "in-progress", "--note", "Sent"), register.parent)
    yield Case(f"status after a hand edit, {how}", (*words, "status"), register.parent, by_hand)
