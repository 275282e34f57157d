"""What changed in the register, as Markdown; text of the register is never markup."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.core.changes import Change, Changes
from tracker.core.logbook import Log
from tracker.views import safe
from tracker.views.changes import page
from tracker.views.wording import Wording


def changes(found: Changes, wording: Wording) -> Iterator[str]:
    """Give what changed under a heading for each part; says so where nothing did."""
    if not found:
        yield wording.say("nothing changed")
    for heading, part in page.parts(found, wording):
        yield f"## {safe.markdown(heading)}"
        yield ""
        for change in part:
            yield from _change(change, wording)
        yield ""


def log(shown: Log, wording: Wording) -> Iterator[str]:
    """Give the commits, the newest first, each under a heading with what it changed."""
    if not shown.touches:
        yield wording.say("no commit changed it")
    for touch in shown.touches:
        yield f"## {safe.markdown(page.stamp(touch.commit))}"
        yield ""
        for _, part in page.parts(touch.changes, wording):
            for change in part:
                yield from _change(change, wording)
        yield ""


def _change(change: Change, wording: Wording) -> Iterator[str]:
    yield f"- **{safe.markdown(page.headline(change, wording))}**"
    for name, said in page.fields(change, wording):
        yield f"  - {safe.markdown(wording.say('{label}: {value}', label=name, value=said))}"
    for sign, said in page.entries(change, wording):
        yield f"  - {safe.markdown(f'{sign} {said}')}"
