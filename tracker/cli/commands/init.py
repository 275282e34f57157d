"""`tracker init`: a register to begin with."""

from __future__ import annotations

from tracker.cli.clock import local_zone
from tracker.cli.desk import Desk
from tracker.cli.grammar import Argument, Command
from tracker.core.errors import TrackerError
from tracker.core.vocabulary import SPOKEN

COMMAND = Command(
    "init",
    "A commented register to begin with, and what git should know of it; never overwrites",
    arguments=(Argument("folder", "Where; default: here", optional=True),),
)


def run(desk: Desk, *, folder: str | None) -> int:
    """Write the files that are not there yet, and say what to do next."""
    from pathlib import Path

    from tracker.cli.output import tell
    from tracker.register.starter import begin
    from tracker.views.wording import catalogue

    language = desk.option("lang") or "en"
    if language not in SPOKEN:
        raise TrackerError(
            "a register begins in {languages}; {language} is for titles, reports and pages",
            languages=", ".join(SPOKEN),
            language=language,
        )
    words = catalogue(language)
    written = begin(Path(folder or "."), language, local_zone())
    tell(words.say("written: {path}", path=path) for path in written)
    tell([words.say("put your first agreement into {path}, then type: tracker status", path=written[0])])
    return 0
