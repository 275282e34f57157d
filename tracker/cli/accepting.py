"""Going through proposals: each in its context, taken, edited or left by the person who reads it."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path

import tomli_w

from tracker.cli.desk import Desk
from tracker.cli.output import write
from tracker.core.errors import TrackerError
from tracker.extract import Draft, Extraction, agreement_slug, drafts
from tracker.views import safe
from tracker.views.measure import wrap
from tracker.workspace.proposing import begin, take

_SURE = 0.6
_AROUND = 160
_WIDE = 78


def table(found: Extraction) -> Iterator[str]:
    """Lay the proposals out to be looked at."""
    parties = ", ".join(party.name for party in found.parties)
    yield safe.line(f"{found.title or '-'} · {parties or '-'} · {found.date or '-'}")
    for number, proposal in enumerate(found.obligations, 1):
        mark = "=" if proposal.known else " "
        time = proposal.due or proposal.recurrence or proposal.within or " ".join(proposal.due_text.split())
        facts = [
            proposal.kind,
            proposal.modality,
            ", ".join(proposal.bearers),
            time,
            f"{proposal.confidence:.2f}",
        ]
        yield ""
        yield safe.line(f"{mark}{number:>3}  {' · '.join(fact for fact in facts if fact)}")
        for piece in wrap(safe.line(" ".join(proposal.quote.split())), _WIDE - 6):
            yield f"      {piece}"


def accept_proposals(
    desk: Desk,
    text: str,
    found: Extraction,
    agreement: str | None,
    stated: Mapping[str, object],
    which: str | None,
    least: str | None,
) -> int:
    """Add the agreement and the accepted proposals to the register.

    On a terminal each is asked about; with `which` 'all' those at least as sure as `least` are taken.
    """
    path = desk.workspace.path
    name = agreement or agreement_slug(found)
    register = desk.workspace.read().required()
    taken = [ref.partition(".")[2] for ref in register.obligations if ref.startswith(f"{name}.")]
    proposed = list(drafts(found, taken))
    chosen: Iterator[tuple[str, Mapping[str, object]]]
    if which == "all":
        sure = _confidence(least)
        chosen = iter([(draft.name, draft.table) for draft in proposed if draft.proposal.confidence >= sure])
    elif sys.stdin.isatty() and sys.stdout.isatty():
        chosen = _asked(desk, text, proposed)
    else:
        raise TrackerError("--accept asks on a terminal; elsewhere write --accept all")
    count = 0
    for slug, stating in chosen:
        if not count and begin(path, name, found, stated):
            desk.tell("added the agreement {agreement}", agreement=name)
        place = take(path, f"{name}.{slug}", stating)
        count += 1
        desk.tell("added {ref} at {place}", ref=f"{name}.{slug}", place=place)
    desk.tell(
        "{count} of {all} proposals were added; look at them with: tracker status {agreement}",
        count=count,
        all=len(proposed),
        agreement=name,
    )
    return 0


def _confidence(typed: str | None) -> float:
    if typed is None:
        return _SURE
    try:
        value = float(typed)
    except ValueError:
        value = -1
    if not 0 <= value <= 1:
        raise TrackerError("{typed!r} is not a number from 0 to 1", typed=typed)
    return value


def _asked(desk: Desk, text: str, proposed: list[Draft]) -> Iterator[tuple[str, Mapping[str, object]]]:
    """Ask about each: accept, edit, skip or quit."""
    words = desk.wording
    for number, draft in enumerate(proposed, 1):
        write(["", words.say("Proposal {number} of {all}", number=number, all=len(proposed))])
        write(_in_context(text, draft, colour=desk.colour))
        write([tomli_w.dumps({draft.name: draft.table}).rstrip()])
        write(f"# {safe.line(doubt)}" for doubt in draft.doubts)
        while True:
            answer = input(words.say("[a]ccept, [e]dit, [s]kip, [q]uit? ")).strip().lower()[:1]
            if answer == "q":
                return
            if answer == "s":
                break
            if answer == "a":
                yield draft.name, draft.table
                break
            if answer == "e" and (edited := _edited(desk, draft)):
                yield edited
                break


def _in_context(text: str, draft: Draft, *, colour: bool) -> Iterator[str]:
    start, end = draft.proposal.start, draft.proposal.end
    before = " ".join(text[max(0, start - _AROUND) : start].split())
    after = " ".join(text[end : end + _AROUND].split())
    quote = " ".join(text[start:end].split())
    marked = f"\x1b[1m{safe.line(quote)}\x1b[0m" if colour else f"«{safe.line(quote)}»"
    yield f"  …{safe.line(before)}"
    yield f"  {marked}"
    yield f"  {safe.line(after)}…"


def _edited(desk: Desk, draft: Draft) -> tuple[str, Mapping[str, object]] | None:
    """Let the person change a proposal in their editor; None if it is no longer one."""
    editor = os.environ.get("VISUAL") or os.environ.get("EDITOR") or "vi"
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "proposal.toml")
        file.write_text(tomli_w.dumps({draft.name: draft.table}), encoding="utf-8")
        try:
            subprocess.run([*shlex.split(editor), str(file)], check=True)
            (found,) = tomllib.loads(file.read_text(encoding="utf-8")).items()
        except (OSError, subprocess.CalledProcessError, ValueError) as error:
            desk.tell("that can't be taken: {reason}", reason=str(error))
            return None
    name, stating = found
    return (name, stating) if isinstance(stating, dict) else None
