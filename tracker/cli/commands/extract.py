"""`tracker extract`: from an agreement's text to proposed obligations."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.cli import output
from tracker.cli.asking import listed
from tracker.cli.desk import FINDINGS, Desk
from tracker.cli.grammar import FLAG, MANY, PLAIN, Argument, Command, Option
from tracker.cli.remarks import tell_doubts, tell_registered, tell_unsourced
from tracker.core.errors import TrackerError

if TYPE_CHECKING:
    from tracker.extract import Extraction
    from tracker.workspace.proposing import Going

COMMAND = Command(
    "extract",
    "Read an agreement or a press release, and propose what it obliges whom to do",
    arguments=(
        Argument("document", "Text, Markdown, HTML, Word or PDF; - for standard input"),
        Argument("which", "'all' with --accept: take what is sure enough, without asking", optional=True),
    ),
    options=(
        Option("--lang", "Language of the document: auto, en, fr", metavar="LANG"),
        Option(
            "--text", "Read the text from here; the document stays the source (a scan, say)", metavar="FILE"
        ),
        Option("--agreement", "The agreement's id in the register, there already or new", metavar="ID"),
        Option("--date", "When it was signed, where the document doesn't say", metavar="DATE"),
        Option("--party", "Who is party to it, where the document doesn't say", MANY, "NAME"),
        Option("--accept", "Go through the proposals and add those that you accept to the register", FLAG),
        Option(
            "--min-confidence",
            "With --accept all: how sure at the least, 0 to 1; default 0.6",
            metavar="NUMBER",
        ),
        Option("--copy", "Copy the document beside the register, into sources/", FLAG),
        Option("--compare", "Name the registered quotes that the text no longer has; exit 1 if any", FLAG),
    ),
    formats=("toml", "json", "table", "plain"),
)


def run(desk: Desk, *, document: str, which: str | None, accept: bool, compare: bool, **typed: Any) -> int:  # noqa: ANN401 - the options, each as its kind says
    """Print the proposals, take the accepted ones into the register, or compare the text with it."""
    from tracker import extract
    from tracker.workspace import proposing, recognising

    _check_words(which, accept=accept, compare=compare, **typed)
    _check_format(desk, accept=accept, compare=compare)
    named = proposing.agreement_id(typed["agreement"])
    read = _read(document, typed["text"])
    for told in read.told:
        desk.tell(told.msgid, **told.values)
    here = compare or _has_register(desk)
    register = desk.workspace.read().required() if here else None
    named = proposing.as_registered(register, named)
    source = "" if document == "-" else document
    if register is not None and source:
        source = proposing.source_of(desk.workspace.path.parent, Path(document), copy=typed["copy"])
    found = extract.extract(
        read.text,
        language=typed["lang"] or "auto",
        source=source,
        parties=listed(typed["party"] or ()),
        date=_day(desk, typed["date"], here=here),
    )
    if register is not None and compare:
        agreement = proposing.compared(register, found, read.text, named)
        quotes = recognising.registered(register, agreement, source)
        return _compare(desk, read.text, quotes, agreement, is_named=named is not None)
    to = proposing.going(register, found, read.text, named)
    if register is not None and to.home is not None:
        known = recognising.registered(register, to.agreement)
        found = extract.against(found, [quote for _, quote in known])
        tell_registered(desk, register, read.text, found, to)
    tell_doubts(desk, found, to)
    if accept:
        tell_unsourced(desk, source, document, to.home)
        from tracker.cli.accepting import accept_proposals

        return accept_proposals(desk, read.text, found, to, which, typed["min_confidence"])
    return _print(desk, read, found, to)


def _check_words(which: str | None, *, accept: bool, compare: bool, **typed: Any) -> None:  # noqa: ANN401 - as above
    """Refuse words that would do nothing, or stand against each other."""
    if which is not None and (which != "all" or not accept):
        raise TrackerError("{which!r} is one word too many; give one document", which=which)
    if compare and accept:
        raise TrackerError("--compare only looks, and --accept writes: give one of them")
    if typed["copy"] and not accept:
        raise TrackerError("--copy copies the document when proposals are accepted: give it with --accept")
    if typed["min_confidence"] is not None and which is None:
        raise TrackerError("--min-confidence says what to take unasked: give it with --accept all")


def _check_format(desk: Desk, *, accept: bool, compare: bool) -> None:
    """Refuse a format for what is not written in one: proposals that are taken, quotes that are gone."""
    typed = desk.option("format")
    if typed is None or not (accept or compare) or (typed == PLAIN and not accept):
        return
    raise TrackerError(
        "tracker {command} takes no --format; leave it out",
        command="extract --accept" if accept else "extract --compare",
    )


def _read(document: str, text: str | None) -> Any:  # noqa: ANN401 - a Document, of a room imported late
    from tracker.extract import read_document

    if text is not None:
        if document != "-" and not Path(document).is_file():
            raise TrackerError("there is no file {path}", path=document)
        return read_document(Path(text))
    if document == "-":
        return read_document(sys.stdin.buffer.read())
    return read_document(Path(document))


def _has_register(desk: Desk) -> bool:
    """Say whether there is a register to set the document against; one that was named has to be there."""
    if desk.option("file"):
        return True
    try:
        return bool(desk.workspace)
    except TrackerError:
        return False


def _day(desk: Desk, typed: str | None, *, here: bool) -> str:
    """Read the day of signature; without a register by the world's clock."""
    if typed is None:
        return ""
    if here:
        return desk.day(typed).isoformat()
    from tracker.cli.clock import today
    from tracker.core.phrases import parse_day

    return parse_day(typed, today("UTC")).isoformat()


def _compare(desk: Desk, text: str, quotes: list[tuple[str, str]], agreement: str, *, is_named: bool) -> int:
    """Print the registered quotes of an agreement that a text does not have."""
    from tracker.extract import disappeared

    gone = disappeared(text, quotes)
    if not is_named:
        desk.tell("compared with {agreement}; for another agreement add --agreement ID", agreement=agreement)
    for ref, quote in gone:
        output.write([f"{ref}\t{' '.join(quote.split())}"])
    if not quotes:
        desk.tell("{agreement} has no quotes in the register to look for", agreement=agreement)
    elif gone:
        desk.tell_count(
            "{n} registered quote is not in this text",
            "{n} registered quotes are not in this text",
            len(gone),
        )
    return FINDINGS if gone else 0


def _print(desk: Desk, read: Any, found: Extraction, to: Going) -> int:  # noqa: ANN401 - as above
    if desk.form == "json":
        from json import dumps

        from tracker.extract import as_json
        from tracker.views import safe

        document = {**as_json(found), "sha256": read.sha256}
        output.write([safe.json(dumps(document, ensure_ascii=False, indent=2))])
    elif desk.form == "toml":
        from tracker.extract import as_toml

        output.write([as_toml(found, to.agreement, to.home, to.taken, desk.wording.text).rstrip("\n")])
    else:
        from tracker.cli.accepting import table, table_of_left_out

        output.write(table(found, to.home))
        if found.left_out:
            headline = desk.wording.say("Nothing is proposed from these sentences; does one bind somebody?")
            output.write(["", headline, *table_of_left_out(desk, found)])
    return 0
