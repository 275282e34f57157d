"""`tracker merge-driver`: git calls it to merge two versions of a register's file."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from tracker.cli.desk import FINDINGS, Desk
from tracker.cli.grammar import NUMBER, Argument, Command, Option
from tracker.core.errors import Text, TrackerError

if TYPE_CHECKING:
    from tracker.register.merge.texts import Merged

COMMAND = Command(
    "merge-driver",
    "What git calls to merge a register by what it says; tracker git-setup tells git of it",
    arguments=(
        Argument("base", "The version that both sides began with (%O)"),
        Argument("ours", "Our version (%A); what comes out is written to it"),
        Argument("theirs", "Their version (%B)"),
        Argument("path", "The file's name, for messages (%P)", optional=True),
    ),
    options=(Option("--marker-size", "Length of conflict markers (%L); default: 7", NUMBER, "N"),),
    hidden=True,
)


def run(desk: Desk, *, base: str, ours: str, theirs: str, path: str | None, marker_size: int | None) -> int:
    """Merge, and say what is left to decide; 0 where nothing is."""
    from tracker.register.disk.files import read_bytes
    from tracker.register.merge.lines import Labels
    from tracker.register.merge.sides import Three
    from tracker.register.merge.texts import merge

    versions = Three(base, ours, theirs).each(lambda name: read_bytes(Path(name))[0])
    if any(b"\0" in version for version in versions):
        raise TrackerError(
            "{path} is not a text file on every side, so ours was left as it is; "
            "choose one with git checkout",
            path=path or ours,
        )
    texts = versions.each(lambda version: version.decode(errors="surrogateescape"))
    merged = merge(*texts, Labels(size=marker_size or len("<<<<<<<")))
    Path(ours).write_bytes(merged.text.encode(errors="surrogateescape"))
    if not merged.conflicts:
        return 0
    _tell(desk, path or ours, merged)
    return FINDINGS


def _tell(desk: Desk, path: str, merged: Merged) -> None:
    """Say in the register's language, where there is one, what is left to decide."""
    from tracker.cli.output import tell
    from tracker.views.safe import line
    from tracker.views.wording import catalogue

    try:
        language = desk.option("lang") or desk.workspace.language()
    except (TrackerError, OSError):
        language = "en"
    words = catalogue(language)
    left = Text(
        "both sides changed the same thing; places to decide: {count}. Keep the lines that hold, "
        "take the markers out, then git add the file",
        {"count": merged.conflicts},
    )
    tell(line(f"{path}: {words.text(said)}") for said in (merged.reason, left) if said)
