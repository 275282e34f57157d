"""`tracker textconv`: git calls it to show a register's file as facts in its differences."""

from __future__ import annotations

from tracker.cli.desk import Desk
from tracker.cli.grammar import Argument, Command

COMMAND = Command(
    "textconv",
    "What git calls to show a register as one fact a line; tracker git-setup tells git of it",
    arguments=(Argument("path", "The file"),),
    hidden=True,
)


def run(_: Desk, *, path: str) -> int:
    """Print the facts; a file that cannot be read as a register is printed as it is."""
    from pathlib import Path

    from tracker.cli.output import write
    from tracker.register.disk.files import read_bytes
    from tracker.register.textconv import as_facts

    write(as_facts(read_bytes(Path(path))[0].decode(errors="replace")).splitlines())
    return 0
