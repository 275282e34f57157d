"""Other programs, where they are installed: the same promises, the same questions.

Each keeps what it can of them. remind and calcurse keep no status, log or source, and hledger has
nothing to update: they are a limit to approach rather than rivals.
"""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from tests.bench.registers import promises, write
from tests.bench.stopwatch import Case, Taken, empty, run, take_turns

QUERY, LIST, UPDATE, FIRST = "what is late or soon due", "list everything", "change one", "take in"
_SOON: Final = timedelta(30)

Peer = Callable[[Path, int, date], Iterator[Case]]
"""Writes the promises into a folder and gives the cases, each named by its question; `FIRST` comes first."""


def tracker(folder: Path, size: int, day: date) -> Iterator[Case]:
    """Give this project's cases."""
    write(folder, size, day, apart=False)
    program = folder / "program"
    program.write_text("import sys\nfrom tracker.__main__ import main\nsys.exit(main())\n")
    words = (sys.executable, str(program))
    ref = next(one.ref for one in promises(size, day) if one.due and not one.recurs and not one.done)
    yield Case(FIRST, (*words, "sync", "--rebuild"), folder)
    yield Case(QUERY, (*words, "list", "--state", "overdue,due-soon", "--limit", "50"), folder)
    yield Case(LIST, (*words, "list"), folder)
    yield Case(UPDATE, (*words, "update", ref, "in-progress", "--note", "Sent"), folder)


def taskwarrior(folder: Path, size: int, day: date) -> Iterator[Case]:
    """Give taskwarrior's cases: a task a promise, waiting for nothing."""
    (folder / "rc").write_text("confirmation=off\nverbose=nothing\nhooks=off\njson.array=on\ncolor=off\n")
    tasks = [
        {
            "uuid": str(uuid5(NAMESPACE_URL, one.ref)),
            "description": one.title,
            "status": "completed" if one.done else "pending",
            "entry": f"{day:%Y%m%d}T000000Z",
            "project": one.agreement,
            **({"due": f"{one.due:%Y%m%d}T000000Z"} if one.due else {}),
            **({"end": f"{one.done:%Y%m%d}T000000Z"} if one.done else {}),
        }
        for one in promises(size, day)
    ]
    (folder / "in.json").write_text(json.dumps(tasks))
    environment = {"TASKRC": str(folder / "rc"), "TASKDATA": str(folder / "data")}
    (folder / "data").mkdir()

    def fresh() -> None:
        shutil.rmtree(folder / "data")
        (folder / "data").mkdir()

    def case(name: str, *words: str, before: Callable[[], object] | None = None) -> Case:
        return Case(name, ("task", *words), folder, before, environment)

    first = next(task["uuid"] for task in tasks if task["status"] == "pending")
    yield case(FIRST, "import", "in.json", before=fresh)
    yield case(QUERY, "status:pending", f"due.before:{day + _SOON}", "limit:50", "list")
    yield case(LIST, "all")
    yield case(UPDATE, str(first), "annotate", "Sent")


def hledger(folder: Path, size: int, day: date) -> Iterator[Case]:
    """Give hledger's cases: a transaction a promise on its due date, cleared when done."""
    with (folder / "all.journal").open("w", encoding="utf-8") as file:
        for one in promises(size, day):
            mark = "* " if one.done else ""
            file.write(f"{one.due or day} {mark}{one.title}\n  due:{one.agreement}:{one.name}  1\n  owed\n\n")
    words = ("hledger", "-f", "all.journal")
    yield Case(QUERY, (*words, "register", "due", "--unmarked", "--end", str(day + _SOON)), folder)
    yield Case(LIST, (*words, "register", "due"), folder)


def todoman(folder: Path, size: int, day: date) -> Iterator[Case]:
    """Give todoman's cases: a file a promise."""
    place = folder / "lists" / "desk"
    place.mkdir(parents=True)
    for one in promises(size, day):
        due = f"DUE;VALUE=DATE:{one.due:%Y%m%d}\r\n" if one.due else ""
        status = "COMPLETED" if one.done else "NEEDS-ACTION"
        (place / f"{one.number}.ics").write_text(
            "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//bench//EN\r\nBEGIN:VTODO\r\n"
            f"UID:{one.number}@bench\r\nSUMMARY:{one.title}\r\nSTATUS:{status}\r\n{due}"
            "END:VTODO\r\nEND:VCALENDAR\r\n",
            encoding="utf-8",
        )
    config, cache = folder / "config.py", folder / "cache.sqlite3"
    config.write_text(
        f'path = "{folder}/lists/*"\ncache_path = "{cache}"\n'
        'date_format = "%Y-%m-%d"\ndefault_list = "desk"\n'
    )
    words = ("todoman", "-c", str(config))
    yield Case(FIRST, (*words, "list"), folder, lambda: cache.unlink(missing_ok=True))
    yield Case(QUERY, (*words, "list", "--due", "720"), folder)
    yield Case(LIST, (*words, "list", "--status", "ANY"), folder)
    yield Case(UPDATE, (*words, "edit", "1", "--due", str(day)), folder)


def remind(folder: Path, size: int, day: date) -> Iterator[Case]:
    """Give remind's cases: a reminder a promise, thirty days ahead."""
    with (folder / "all.rem").open("w", encoding="utf-8") as file:
        for one in promises(size, day):
            if one.due and not one.done:
                again = " *182" if one.recurs else ""
                file.write(f"REM {one.due}{again} +30 MSG {one.title}\n")
    yield Case(QUERY, ("remind", "-q", "all.rem", str(day)), folder)
    yield Case(LIST, ("remind", "-n", "all.rem", str(day)), folder)


def calcurse(folder: Path, size: int, day: date) -> Iterator[Case]:
    """Give calcurse's cases: an event a promise on its due date."""
    with (folder / "apts").open("w", encoding="utf-8") as file:
        for one in promises(size, day):
            if one.due and not one.done:
                file.write(f"{one.due:%m/%d/%Y} [1] {one.title}\n")
    (folder / "todo").touch()
    words = ("calcurse", "-D", str(folder), "-Q")
    yield Case(QUERY, (*words, "--from", f"{day:%m/%d/%Y}", "--days", "30"), folder)
    yield Case(LIST, (*words, "--from", f"{day - timedelta(700):%m/%d/%Y}", "--days", "1600"), folder)


PEERS: Final[dict[str, tuple[str, Peer]]] = {
    "tracker": (sys.executable, tracker),
    "taskwarrior": ("task", taskwarrior),
    "hledger": ("hledger", hledger),
    "todoman": ("todoman", todoman),
    "remind": ("remind", remind),
    "calcurse": ("calcurse", calcurse),
}
"""By name: the program that has to be there, and its cases."""


def measured(folder: Path, size: int, day: date, times: int) -> tuple[dict[str, dict[str, Taken]], Taken]:
    """Measure what is installed, all cases in turn; and an empty interpreter among them."""
    cases: list[tuple[str, Case]] = []
    for name, (program, peer) in PEERS.items():
        if shutil.which(program):
            place = folder / f"{size}-{name}"
            place.mkdir(parents=True)
            cases += [(name, case) for case in peer(place, size, day)]
    for name, case in cases:
        _try(name, case)
    turns = [empty(), *(case._replace(name=f"{name}: {case.name}") for name, case in cases)]
    taken = take_turns(turns, times)
    found: dict[str, dict[str, Taken]] = {}
    for name, case in cases:
        found.setdefault(name, {})[case.name] = taken[f"{name}: {case.name}"]
    return found, taken[empty().name]


def _try(name: str, case: Case) -> None:
    try:
        run(case)
    except RuntimeError as error:
        raise RuntimeError(f"{name}: {error}") from error
