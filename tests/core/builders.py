"""Short ways to state an agreement and its obligations, for examples in tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from tracker.core.dates import Period, parse_period
from tracker.core.durations import parse_duration
from tracker.core.model import (
    After,
    Agreement,
    AgreementEntry,
    Before,
    Entry,
    Every,
    Fixed,
    Obligation,
    Register,
    Rule,
    Settings,
    TimeRule,
)
from tracker.core.spans import Span
from tracker.core.timelines import Timeline, timelines

HORIZON = date(2035, 12, 31)


def day(text: str) -> date:
    return date.fromisoformat(text)


def period(text: str) -> Period:
    return parse_period(text)


def agreement(
    ident: str = "a",
    *,
    on: str = "2024-01-01",
    effective: str = "",
    expires: str = "",
    renews: str = "",
    log: Sequence[AgreementEntry] = (),
) -> Agreement:
    return Agreement(
        id=ident,
        title={"": ident},
        kind="agreement",
        text="signed",
        parties=("X", "Y"),
        date=period(on),
        effective=period(effective or on),
        expires=period(expires) if expires else None,
        renews=parse_duration(renews) if renews else None,
        log=tuple(log),
    )


def entry(
    on: str, status: str = "", *, scheduled: str = "", due: str = "", recorded: str = "", **more: Any
) -> Entry:
    return Entry(
        on=day(on),
        status=status,
        scheduled=period(scheduled) if scheduled else None,
        due=period(due) if due else None,
        recorded=day(recorded) if recorded else None,
        **more,
    )


def stated(on: str, status: str, ends: str = "") -> AgreementEntry:
    return AgreementEntry(on=day(on), status=status, ends=day(ends) if ends else None)


def obligation(ref: str = "a.o", *log: Entry, time: TimeRule | None = None, **more: Any) -> Obligation:
    return Obligation(ref=ref, agreement=ref.partition(".")[0], title={"": ref}, time=time, log=log, **more)


def fixed(due: str) -> Fixed:
    return Fixed(period(due))


def every(step: str, first: str, until: str = "") -> Every:
    return Every(parse_duration(step), day(first), day(until) if until else None)


def rule(rrule: str, first: str, until: str = "") -> Rule:
    return Rule(rrule, day(first), day(until) if until else None)


def after(within: str, ref: str = "effective") -> After:
    return After(parse_duration(within), ref)


def before(within: str) -> Before:
    return Before(parse_duration(within))


def register(*obligations: Obligation, agreements: Sequence[Agreement] = (), **settings: Any) -> Register:
    known = {found.id: found for found in agreements} or {"a": agreement()}
    return Register(
        settings=Settings(**settings),
        parties={},
        people={},
        agreements=known,
        obligations={found.ref: found for found in obligations},
    )


def lived(of: Register, ref: str, known_at: str = "") -> Timeline:
    return dict(timelines(of, horizon=HORIZON, known_at=day(known_at) if known_at else None))[ref]


def on(spans: Sequence[Span], text: str) -> Span | None:
    return next((span for span in spans if span.start <= day(text) < span.end), None)


def states(spans: Sequence[Span]) -> list[tuple[str, str]]:
    """Give the days on which the state changes, and what it is from then on."""
    found: list[tuple[str, str]] = []
    for span in spans:
        if not found or found[-1][1] != span.state:
            found.append((span.start.isoformat(), span.state))
    return found
