"""`tracker extract`: from an agreement's text to proposed obligations."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.cli import output
from tracker.cli.asking import listed
from tracker.cli.desk import Desk
from tracker.cli.grammar import FLAG, MANY, PLAIN, Argument, Command, Option
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
    """Print the proposals, or take the accepted ones into the register."""
    from tracker import extract
    from tracker.workspace import proposing

    if which is not None and (which != "all" or not accept):
        raise TrackerError("{which!r} is one word too many; give one document", which=which)
    _check_format(desk, accept=accept, compare=compare)
    read = _read(document, typed["text"])
    register = desk.workspace.read().required() if _has_register(desk) else None
    known = proposing.registered(register, typed["agreement"]) if register else []
    if compare:
        return _compare(desk, extract.disappeared(read.text, known))
    source = "" if document == "-" else document
    if register is not None and source:
        source = proposing.source_of(
            desk.workspace.path.parent, Path(document), copy=typed["copy"] and accept
        )
    language = typed["lang"] or "auto"
    found = extract.extract(
        read.text,
        language=language,
        source=source,
        known_quotes=[quote for _, quote in known],
        parties=listed(typed["party"] or ()),
        date=_day(desk, typed["date"], here=register is not None),
    )
    to = proposing.going(register, found, typed["agreement"])
    _tell_doubts(desk, found, to)
    if accept:
        _tell_unsourced(desk, source, document, to)
        from tracker.cli.accepting import accept_proposals

        return accept_proposals(desk, read.text, found, to, which, typed["min_confidence"])
    return _print(desk, read, found, to)


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


def _tell_doubts(desk: Desk, found: Extraction, to: Going) -> None:
    """Say what was not found, and what does not fit, with what to do about it."""
    if not found.parties:
        desk.tell("the text doesn't say, or not clearly, who is party to it: name each with --party NAME")
    elif not found.obligations:
        names = ", ".join(party.name for party in found.parties)
        desk.tell("no clause was found by which {parties} promises something", parties=names)
    if to.home is None:
        return
    parties = [to.home.names.get(party.name, party.name) for party in found.parties]
    if parties and sorted(parties) != sorted(to.home.parties):
        desk.tell(
            "{agreement} is between {registered}, but the document between {parties}: check who owes what",
            agreement=to.agreement,
            registered=", ".join(to.home.parties),
            parties=", ".join(parties),
        )


def _tell_unsourced(desk: Desk, source: str, document: str, to: Going) -> None:
    """Say that the quotes of a new agreement can't be checked, before it is taken without its source."""
    if source or to.home is not None:
        return
    if document == "-":
        desk.tell(
            "the document has no file, so check can't find the quotes in it; save it below the register's "
            "folder and accept it from there"
        )
        return
    desk.tell(
        "{document} lies outside the register's folder, so check can't find the quotes in it; --copy puts "
        "it into {folder}/",
        document=document,
        folder="sources",
    )


def _compare(desk: Desk, gone: list[tuple[str, str]]) -> int:
    for ref, quote in gone:
        output.write([f"{ref}\t{' '.join(quote.split())}"])
    if gone:
        desk.tell_count(
            "{n} registered quote is not in this text",
            "{n} registered quotes are not in this text",
            len(gone),
        )
    return 1 if gone else 0


def _print(desk: Desk, read: Any, found: Extraction, to: Going) -> int:  # noqa: ANN401 - as above
    if desk.form == "json":
        from json import dumps

        from tracker.extract import as_json
        from tracker.views import safe

        document = {**as_json(found), "sha256": read.sha256}
        output.write([safe.json(dumps(document, ensure_ascii=False, indent=2))])
    elif desk.form == "toml":
        from tracker.extract import as_toml

        output.write([as_toml(found, to.agreement, to.home, to.taken).rstrip("\n")])
    else:
        from tracker.cli.accepting import table, table_of_left_out

        output.write(table(found, to.home))
        if found.left_out:
            headline = desk.wording.say("Nothing is proposed from these sentences; does one bind somebody?")
            output.write(["", headline, *table_of_left_out(found)])
    return 0
