"""Problems as workflow commands of GitHub Actions, which shows each at its line of a change.

Documented as "Workflow commands for GitHub Actions": `::error file=F,line=L,col=C,title=T::message`.
What a value may not hold is written by its number, per cent and line ends everywhere, and colons
and commas in properties, so that a text of the register can't begin a command of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.core.errors import Problem
from tracker.views import safe
from tracker.views.wording import Wording

_LEVELS = {"E": "error", "W": "warning"}
_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def problems(found: Iterable[Problem], wording: Wording) -> Iterator[str]:
    """Give a command a problem; a note is a notice. Places without a line name the file alone."""
    for problem in found:
        place = {"file": safe.line(problem.file)}
        if problem.line:
            place |= {"line": str(problem.line), "col": str(problem.column)}
        properties = ",".join(f"{name}={value.translate(_PROPERTY)}" for name, value in place.items())
        message = f"{problem.code} {safe.line(wording.text(problem.text))}".translate(_MESSAGE)
        yield f"::{_LEVELS.get(problem.code[:1], 'notice')} {properties}::{message}"
