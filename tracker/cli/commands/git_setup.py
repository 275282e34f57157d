"""`tracker git-setup`: tells git, in one clone, how to merge and show registers."""

from __future__ import annotations

import shlex
import sys
from typing import TYPE_CHECKING, Final

from tracker.cli.desk import Desk
from tracker.cli.grammar import Command

if TYPE_CHECKING:
    from pathlib import Path

COMMAND = Command(
    "git-setup",
    "Once in each clone: let git merge the register by what it says, and name obligations in git diff",
    epilog="It writes to the clone's own configuration, and the register's name to .gitattributes beside it.",
)

_ATTRIBUTES: Final = "merge=tracker diff=tracker"


def run(desk: Desk) -> int:
    """Set git's configuration, complete .gitattributes, and say what was done."""
    from tracker.history.git import repository
    from tracker.register.starter import add_lines
    from tracker.register.textconv import XFUNCNAME

    register = desk.workspace.path
    here = repository(register.absolute().parent)
    # -P: a module that lies in the repository is never run
    program = f"{shlex.quote(sys.executable)} -P -m tracker"
    for key, value in (
        ("merge.tracker.name", "a register of promises, merged by what it says"),
        ("merge.tracker.driver", f"{program} merge-driver --marker-size=%L -- %O %A %B %P"),
        ("diff.tracker.textconv", f"{program} textconv"),
        ("diff.tracker.xfuncname", XFUNCNAME),
    ):
        here.run("config", "--local", key, value)
    desk.tell("git merges and shows the register by what it says from now on, in this clone")
    attributes = register.parent / ".gitattributes"
    if add_lines(attributes, tuple(f"{pattern} {_ATTRIBUTES}" for pattern in _patterns(register))):
        desk.tell("written: {path}", path=attributes)
        desk.tell("commit {path}, so that it holds in every clone", path=attributes)
    return 0


def _patterns(register: Path) -> list[str]:
    """Give the register's file and those that it includes as git's patterns."""
    from tracker.register.disk.files import read_file
    from tracker.register.parse import parse

    read, problem = read_file(register, register.name)
    stated = {} if problem else parse(read.text, register.name)[0]
    included = stated.get("include", [])
    names = [register.name, *(name for name in included if isinstance(name, str))]
    return [
        _quoted(name) for name in names if not name.startswith(("!", "/", "../", "#")) and name.isprintable()
    ]


def _quoted(name: str) -> str:
    if not any(char in name for char in ' \t"\\'):
        return name
    return '"' + name.replace("\\", "\\\\").replace('"', '\\"') + '"'
