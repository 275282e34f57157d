"""Which commit the register stands at, for the foot of a report; nothing where git can't say."""

from __future__ import annotations

from hashlib import sha1
from pathlib import Path

from tracker.core.errors import TrackerError
from tracker.history import git


def commit(register: Path) -> str:
    """Give the short name of the last commit of the register's folder; '' without one.

    A '+' after it says that the register is no longer as it was committed.
    """
    folder, name = register.parent, register.name
    try:
        at = git.run(folder, "rev-list", "-1", "--abbrev-commit", "HEAD", "--", ".").decode().strip()
        entry = git.run(folder, "ls-tree", "HEAD", "--", name).decode(errors="replace").split()
        content = register.read_bytes()
    except (TrackerError, OSError):
        return ""
    stored = entry[2] if len(entry) > 2 else ""  # noqa: PLR2004 - mode, type, name of the object
    present = sha1(b"blob %d\0" % len(content) + content, usedforsecurity=False).hexdigest()
    return f"{at}{'' if stored == present else '+'}" if at else ""
