"""What is worth saying of a log entry at the moment that it is written; no document is read for it."""

from __future__ import annotations

from datetime import date
from typing import Final

from tracker.core.errors import Text
from tracker.core.model import Every, Fixed, Obligation, Register, Rule, TimeRule
from tracker.core.vocabulary import CLOSING
from tracker.register.check import dates, log, names
from tracker.register.check.codes import KeyPath
from tracker.register.check.context import Check, Subject

ON_WRITING: Final[tuple[Check, ...]] = (
    dates.in_the_future,
    log.without_evidence,
    log.postponed_back,
    names.unknown_owner,
)


def check_agreement_entry(register: Register, path: KeyPath, today: date) -> list[Text]:
    """Say what is odd about one entry in the log of an agreement, by its key path, or left undone by it."""
    agreement = str(path[1])
    alone = register._replace(agreements={agreement: register.agreements[agreement]}, obligations={})
    found = dates.in_the_future(Subject(alone, today))
    odd = [said for at, _, said in found if at[: len(path)] == path]
    return odd + _what_ends_as_before(register, agreement, int(path[3]))


def _what_ends_as_before(register: Register, id_: str, position: int) -> list[Text]:
    """Say what an extension does not carry on: what ends, or is due, on a last day that was moved."""
    agreement = register.agreements[id_]
    entry = agreement.log[position]
    if entry.status != "extended" or entry.ends is None:
        return []
    lasts = {one.ends for one in agreement.log if one.ends and one.ends < entry.ends}
    if agreement.expires:
        lasts.add(agreement.expires.latest)
    stopping = [
        obligation.ref
        for obligation in register.obligations.values()
        if obligation.agreement == id_
        and _own_last_day(obligation.time) in lasts
        and not _is_settled(obligation)
    ]
    said = Text(
        "the extension does not carry on what has the former last day as 'until' or 'due' of its own, "
        "move it there: {refs}",
        {"refs": ", ".join(stopping)},
    )
    return [said] if stopping else []


def _is_settled(obligation: Obligation) -> bool:
    """Say whether the log closes it as a whole, or has moved its only date."""
    once = isinstance(obligation.time, Fixed)
    stated = [entry.status for entry in obligation.log if entry.status and (once or entry.scheduled is None)]
    return bool(stated) and stated[-1] in {*CLOSING, "postponed"}


def _own_last_day(time: TimeRule | None) -> date | None:
    """Give the day on which a time rule ends by its own words, None where it has none."""
    match time:
        case Every(until=until) | Rule(until=until):
            return until
        case Fixed(due=due):
            return due.latest
    return None


def check_entry(register: Register, path: KeyPath, today: date) -> list[Text]:
    """Say what is odd about one log entry, by its key path; a look at its obligation alone."""
    ref = f"{path[1]}.{path[2]}"
    alone = register._replace(obligations={ref: register.obligations[ref]})
    subject = Subject(alone, today)
    return [said for one in ON_WRITING for found, _, said in one(subject) if found[: len(path)] == path]
