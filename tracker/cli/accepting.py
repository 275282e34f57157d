"""Going through proposals: each in its context, taken, edited or left by the person who reads it."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence

import tomli_w

from tracker.cli.desk import Desk
from tracker.cli.editing import edited, proposal_in
from tracker.cli.output import write
from tracker.core.errors import TrackerError
from tracker.core.names import fold
from tracker.extract import (
    Draft,
    Extraction,
    Home,
    ProposedObligation,
    drafts,
    drafts_of_left_out,
    reason_of,
    schedule,
)
from tracker.views import safe
from tracker.views.as_table import painted
from tracker.views.measure import wrap
from tracker.views.quotations import in_context
from tracker.workspace.proposing import Going, Proposals, missing

_SURE = 0.6
_AROUND = 160
_WIDE = 78
"""Columns of what is read; a wider terminal makes no wider lines."""
_YES = frozenset({"y", "yes", "o", "oui"})
_NO = frozenset({"", "n", "no", "non"})
_ANSWERS = {
    word: letter
    for letter, words in {
        "a": ("a", "accept", "accepter"),
        "e": ("e", "edit", "editer", "modifier"),
        "s": ("s", "skip", "passer"),
        "q": ("q", "quit", "quitter"),
    }.items()
    for word in words
}
"""What may be answered of a proposal: a letter, or its word in English or French, without accents."""
_TERMS = ("effective", "expires", "renews", "notice")


def table(found: Extraction, home: Home | None) -> Iterator[str]:
    """Lay the proposals out to be looked at, each with the dates that the register would have."""
    parties = ", ".join(party.name for party in found.parties)
    terms = [f"{key} {value}" for key in _TERMS if (value := getattr(found, key))]
    yield safe.line(" · ".join([found.title or "-", parties or "-", found.date or "-", *terms]))
    for number, proposal in enumerate(found.obligations, 1):
        mark = "=" if proposal.known else " "
        facts = [
            proposal.kind,
            proposal.modality,
            ", ".join(proposal.bearers),
            _time(proposal, found, home),
            f"{proposal.confidence:.2f}",
        ]
        yield ""
        yield safe.line(f"{mark}{number:>3}  {' · '.join(fact for fact in facts if fact)}")
        for piece in wrap(safe.line(" ".join(proposal.quote.split())), _WIDE - 6):
            yield f"      {piece}"


def table_of_left_out(desk: Desk, found: Extraction) -> Iterator[str]:
    """Lay out the sentences from which nothing is proposed, each with the reason."""
    for sentence in found.left_out:
        yield ""
        yield f"   –  {desk.wording.text(reason_of(sentence.reason))}"
        for piece in wrap(safe.line(" ".join(sentence.quote.split())), _WIDE - 6):
            yield f"      {piece}"


def _time(proposal: ProposedObligation, found: Extraction, home: Home | None) -> str:
    """Say when a proposal falls due, in the words of the register's file."""
    times, notes = schedule(proposal, found, home)
    said = [f"{key} {value}" if key not in {"due", "basis"} else str(value) for key, value in times.items()]
    if "basis" in times:
        said[-1 if "until" not in times else -2] = f"({times['basis']})"
    return ", ".join([*said, *(str(note).removeprefix("time: ") for note in notes)])


def accept_proposals(
    desk: Desk,
    text: str,
    found: Extraction,
    to: Going,
    which: str | None,
    least: str | None,
) -> int:
    """Add the agreement and the accepted proposals to the register.

    On a terminal each is asked about; with `which` 'all' those at least as sure as `least` are taken.
    """
    proposed = list(drafts(found, to.taken, to.home, desk.wording.text))
    others = list(drafts_of_left_out(found, (*to.taken, *(draft.name for draft in proposed))))
    offered = len(proposed)
    proposals = Proposals(desk.workspace.path, found, to, desk.wording.text)
    if which == "all":
        sure = _confidence(least)
        chosen = [(draft.name, draft.table) for draft in proposed if draft.proposal.confidence >= sure]
        if chosen:
            missing(found, to)
        _take(desk, proposals, chosen)
        if unsure := len(proposed) - len(chosen):
            desk.tell_count(
                "{n} is less sure than {least} and was left; --min-confidence 0 takes it too",
                "{n} are less sure than {least} and were left; --min-confidence 0 takes them too",
                unsure,
                least=f"{sure:.2f}",
            )
    elif sys.stdin.isatty() and sys.stdout.isatty():
        if proposed or others:
            missing(found, to)
        asking = Asking(desk, text, proposals)
        try:
            asking.go_through(proposed, others)
        except KeyboardInterrupt:
            write([""])
            _tell_count(desk, proposals, asking.offered, to)
            raise
        offered = asking.offered
    else:
        raise TrackerError("--accept asks on a terminal; elsewhere write --accept all")
    _tell_count(desk, proposals, offered, to)
    if which == "all" and others:
        desk.tell_count(
            "{n} sentence has no proposal: the same command with --format table for --accept shows it",
            "{n} sentences have no proposal: the same command with --format table for --accept shows them",
            len(others),
        )
    return 0


def _tell_count(desk: Desk, proposals: Proposals, proposed: int, to: Going) -> None:
    if not proposals.count:
        desk.tell_count(
            "of {n} proposal none was added; the register is as it was",
            "of {n} proposals none was added; the register is as it was",
            proposed,
        )
        return
    desk.tell_count(
        "{n} of {all} proposals was added; look at it with: tracker status {agreement}; "
        "take it back with: tracker undo",
        "{n} of {all} proposals were added; look at them with: tracker status {agreement}; "
        "take them back with: tracker undo",
        proposals.count,
        all=proposed,
        agreement=to.agreement,
    )


def _take(desk: Desk, proposals: Proposals, accepted: Sequence[tuple[str, Mapping[str, object]]]) -> None:
    for ref, place in proposals.take(accepted):
        desk.tell("added {ref} at {place}", ref=ref, place=place)


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


class Asking:
    """A person at a terminal, asked about each proposal: accept, edit, skip or quit."""

    def __init__(self, desk: Desk, text: str, proposals: Proposals) -> None:
        """Ask on the terminal of `desk` about what was found in `text`."""
        self._desk, self._text, self._proposals = desk, text, proposals
        self.offered = 0
        self._left: dict[str, str] = {}

    def go_through(self, proposed: list[Draft], others: list[Draft]) -> None:
        """Ask about each proposal, then, if they are wanted, about the sentences without one.

        Ends when each is answered or the person quits; the end of the input is that too. `offered`
        counts what the person was to decide on.
        """
        say = self._desk.wording.say
        self.offered = len(proposed)
        try:
            for number, draft in enumerate(proposed, 1):
                self._ask(draft, say("Proposal {number} of {all}", number=number, all=len(proposed)))
            if others and self._wants(len(others)):
                self.offered += len(others)
                for number, draft in enumerate(others, 1):
                    self._ask(draft, say("Sentence {number} of {all}", number=number, all=len(others)))
        except EOFError:
            write([""])

    def _wants(self, count: int) -> bool:
        """Ask whether the sentences from which nothing is proposed are to be gone through too."""
        question = self._desk.wording.say(
            "Sentences without a proposal: {count}. Go through them too: [y]es, [n]o? (no) ", count=count
        )
        while True:
            typed = input(f"\n{question}").strip()
            answer = fold(typed)
            if answer in _YES | _NO:
                return answer in _YES
            self._refuse(typed)

    def _ask(self, draft: Draft, headline: str) -> None:
        """Show what is drafted, and ask until it is dealt with."""
        desk, (start, end) = self._desk, (draft.proposal.start, draft.proposal.end)
        before, after = _around(self._text, start, end)
        shown = in_context(before, self._text[start:end], after, min(desk.width, _WIDE) or _WIDE)
        write(["", headline, *painted(shown, desk.colour), ""])
        table = {key: value for key, value in draft.table.items() if key != "quote"}
        write([tomli_w.dumps({draft.name: table}).rstrip()])
        write(f"# {safe.line(self._desk.wording.text(doubt))}" for doubt in draft.doubts)
        while not self._answered(draft):
            pass

    def _answered(self, draft: Draft) -> bool:
        """Ask once, and say whether the proposal is dealt with; EOFError for all that follow."""
        typed = input(self._desk.wording.say("[a]ccept, [e]dit, [s]kip, [q]uit? (? explains) ")).strip()
        match _ANSWERS.get(fold(typed)):
            case "a":
                return self._taken((draft.name, draft.table))
            case "e":
                return self._changed(draft)
            case "s":
                return True
            case "q":
                raise EOFError
            case _:
                self._explain(typed)
                return False

    def _changed(self, draft: Draft) -> bool:
        """Take it as it leaves the editor, which begins with what was left there before."""
        before = self._left.get(draft.name) or tomli_w.dumps({draft.name: draft.table})
        try:
            text = self._left[draft.name] = edited(before)
            if text == before:
                self._desk.tell("nothing was changed, and nothing added: 'a' adds the proposal as it stands")
                return False
            accepted = proposal_in(text)
        except TrackerError as error:
            self._desk.tell("that can't be taken: {reason}", reason=error.text)
            return False
        return self._taken(accepted)

    def _taken(self, accepted: tuple[str, Mapping[str, object]]) -> bool:
        """Write it into the register; what can't be is said, and asked about again."""
        try:
            _take(self._desk, self._proposals, [accepted])
        except TrackerError as error:
            self._desk.tell(error.text.msgid, **error.text.values)
            return False
        return True

    def _refuse(self, answer: str) -> None:
        write([self._desk.wording.say("there is no answer {answer!r} here", answer=safe.line(answer))])

    def _explain(self, answer: str) -> None:
        say = self._desk.wording.say
        if answer not in {"", "?"}:
            self._refuse(answer)
        write(
            [
                say("  a  add it to the register as it stands"),
                say("  e  change it in your editor first, then add it"),
                say("  s  leave it out, and go on to the next"),
                say("  q  stop here; what was added stays"),
            ]
        )


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """Give some of what stands before and after a passage, in whole words; an ellipsis tells of more."""
    before, after = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
    if start > _AROUND:
        before = f"…{before.lstrip().partition(' ')[2]}"
    if end + _AROUND < len(text):
        after = f"{after.rstrip().rpartition(' ')[0]}…"
    return before, after
