"""Registers for Hypothesis: a promise, what it hangs on, and logs whose days lie on boundaries.

Random days hardly ever hit the day on which something turns, and a rule that is a day off would
pass. So every day is drawn near one that already means something: a due date, the beginning of
its due-soon window, a first or last day in force, a day of another entry, or one of these moved
by the lengths in play.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from hypothesis import strategies as st

from tests.core.stated_naively import RULES, Stated
from tracker.core.dates import Period, on_day
from tracker.core.durations import Duration, shift
from tracker.core.model import (
    EFFECTIVE,
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
from tracker.core.vocabulary import MODALITIES, STATUSES

DAY = timedelta(1)
WHOLE = ("cancelled", "open", "open", "done", "done", "superseded", "")
REF = "a.promise"
TRIGGER = "b.trigger"
FIRST_CAUSE = "b.cause"


class Scale(NamedTuple):
    """How long things are: days through days for every-day tests, months for real ones."""

    begin: date
    through: date
    steps: tuple[Duration, ...]
    lengths: tuple[Duration, ...]
    rules: tuple[str, ...]


SMALL = Scale(
    date(2024, 2, 20),
    date(2024, 4, 10),
    (Duration(0, 7), Duration(0, 10), Duration(0, 14), Duration(1, 0)),
    (Duration(0, 0), Duration(0, 1), Duration(0, 5), Duration(0, 10), Duration(1, 0)),
    ("FREQ=WEEKLY;BYDAY=MO,TH", "FREQ=MONTHLY;BYMONTHDAY=-1"),
)
LARGE = Scale(
    date(2023, 11, 30),
    date(2026, 3, 31),
    (Duration(1, 0), Duration(3, 0), Duration(6, 0), Duration(12, 0), Duration(0, 90)),
    (Duration(0, 0), Duration(0, 1), Duration(0, 30), Duration(1, 0), Duration(6, 0), Duration(12, 0)),
    tuple(text for text in RULES if "WEEKLY" not in text),
)


class Drawn:
    """What has been drawn so far: the days that mean something."""

    def __init__(self, draw: st.DrawFn, scale: Scale, *, series: bool) -> None:
        """Begin with the first day alone."""
        self.draw, self.scale, self.series = draw, scale, series
        self.days = [scale.begin]

    def day(self, *, after: date | None = None) -> date:
        """Draw a day on or beside one that means something, within the scale."""
        day = self.draw(st.sampled_from(self.days))
        if self.draw(st.booleans()):
            length = self.draw(st.sampled_from(self.scale.lengths))
            day = shift(day, length, self.draw(st.sampled_from((1, -1))))
        day += self.draw(st.sampled_from((0, 0, 1, -1))) * DAY
        day = min(max(day, after or self.scale.begin), self.scale.through)
        self.days.append(day)
        return day

    def period(self, *, after: date | None = None) -> Period:
        """Draw a stated date: mostly a day, else its month or a stretch that ends on it."""
        day = self.day(after=after)
        match self.draw(st.sampled_from(("day", "day", "month", "stretch"))):
            case "month":
                first = day.replace(day=1)
                stated = Period(f"{day:%Y-%m}", first, shift(first, Duration(1, 0)) - DAY)
            case "stretch":
                start = self.scale.begin
                stated = Period(f"{start}/{day}", start, day)
            case _:
                stated = on_day(day)
        self.days += stated[1:]
        return stated

    def length(self) -> Duration:
        """Draw a length of time, maybe none at all."""
        return self.draw(st.sampled_from(self.scale.lengths))

    def maybe(self, value: Duration) -> Duration | None:
        """Give it, or leave it out."""
        return value if self.draw(st.booleans()) else None


def agreement(drawn: Drawn, name: str) -> Agreement:
    """Draw an agreement with a log of at most three entries."""
    draw = drawn.draw
    stated = drawn.period()
    effective = stated if draw(st.booleans()) else drawn.period()
    expires = drawn.period(after=stated.latest) if draw(st.booleans()) else None
    step = draw(st.sampled_from(drawn.scale.steps))
    renews = step if expires and (drawn.series or draw(st.integers(0, 3)) == 0) else None
    log = []
    for _ in range(draw(st.sampled_from((0, 0, 1, 2, 3)))):
        status = draw(st.sampled_from(("extended", "terminated", "suspended", "resumed")))
        ends = (
            drawn.day() if status == "extended" or (status == "terminated" and draw(st.booleans())) else None
        )
        on = drawn.day()
        log.append(AgreementEntry(on=on, status=status, ends=ends, recorded=recorded(drawn, on)))
    return Agreement(
        id=name,
        title={},
        kind="mou",
        text="signed",
        parties=("X", "Y"),
        date=stated,
        effective=effective,
        expires=expires,
        renews=renews,
        owner=draw(st.sampled_from(("", "", "head"))),
        log=tuple(log),
    )


def recorded(drawn: Drawn, on: date) -> date | None:
    """Draw the day on which an entry was written down, mostly the day it holds from."""
    return drawn.day(after=on) if drawn.draw(st.integers(0, 4)) == 0 else None


def rule(drawn: Drawn, waits_for: Sequence[str]) -> TimeRule | None:
    """Draw a time rule, or none."""
    draw = drawn.draw
    kind = draw(
        st.sampled_from(("none", "fixed", "every", "every", "rule", "effective", "before", *waits_for))
    )
    if kind == "none":
        return None
    if kind == "fixed":
        return Fixed(drawn.period())
    if kind == "before":
        return Before(drawn.length())
    if kind not in ("every", "rule"):
        return After(drawn.length(), EFFECTIVE if kind == "effective" else kind)
    first = drawn.day()
    if kind == "every":
        until = drawn.day(after=first) if draw(st.booleans()) and not drawn.series else None
        return Every(draw(st.sampled_from(drawn.scale.steps)), first, until)
    text = draw(st.sampled_from(drawn.scale.rules))
    while not RULES[text](first):
        first += DAY
    drawn.days.append(first)
    until = drawn.day(after=first) if draw(st.booleans()) and not drawn.series else None
    return Rule(text, first, until)


def entry(drawn: Drawn, scheduled: Sequence[date]) -> Entry:
    """Draw an entry; `scheduled` holds dates that its `for` may name."""
    draw = drawn.draw
    on = drawn.day()
    status = draw(st.sampled_from(WHOLE if drawn.series else ("", "done", *STATUSES)))
    due = drawn.period() if status == "postponed" else None
    unnamed = drawn.series and draw(st.booleans())
    named = None if unnamed or not scheduled else draw(st.sampled_from((None, *scheduled)))
    return Entry(
        on=on,
        status=status,
        scheduled=on_day(named) if named else None,
        due=due,
        evidence=("minutes.pdf",) if draw(st.booleans()) else (),
        owner=draw(st.sampled_from(("", "", "", "rabat", "cairo"))),
        dispute=draw(st.sampled_from(("", "", "", "Y", "settled"))),
        recorded=recorded(drawn, on),
    )


@st.composite
def registers(draw: st.DrawFn, scale: Scale, *, series: bool = False) -> tuple[Register, list[date]]:
    """Draw a register with `REF`, what it may wait for, and maybe what replaces it.

    Gives with it the days on which something may turn. With `series` most recurs without `until`
    in agreements that renew themselves, and entries speak of the whole.
    """
    drawn = Drawn(draw, scale, series=series)
    a, b = agreement(drawn, "a"), agreement(drawn, "b")
    settings = Settings(soon=drawn.length(), review=drawn.length())
    cause = promise(drawn, FIRST_CAUSE, rule(drawn, ()), settings, (a, b))
    trigger = promise(drawn, TRIGGER, rule(drawn, (FIRST_CAUSE,)), settings, (a, b))
    target = promise(drawn, REF, rule(drawn, (TRIGGER, TRIGGER, TRIGGER)), settings, (a, b))
    obligations = [target, trigger, cause]
    if draw(st.integers(0, 3)) == 0:
        replaces = tuple(draw(st.sampled_from(([REF], [TRIGGER], [REF, TRIGGER]))))
        obligations.append(Obligation(ref="b.new", agreement="b", title={}, replaces=replaces))
    register = Register(
        settings=settings,
        parties={},
        people={},
        agreements={"a": a, "b": b},
        obligations={one.ref: one for one in obligations},
    )
    return register, drawn.days


def promise(
    drawn: Drawn, ref: str, time: TimeRule | None, settings: Settings, agreements: tuple[Agreement, Agreement]
) -> Obligation:
    """Draw an obligation with a log of at most six entries."""
    draw = drawn.draw
    own = agreements[0] if ref.startswith("a.") else agreements[1]
    bare = Obligation(
        ref=ref,
        agreement=own.id,
        title={},
        time=time,
        modality=draw(st.sampled_from(("obligation", *MODALITIES))),
        lead=drawn.maybe(drawn.length()),
        review=drawn.maybe(drawn.length()),
        owner=draw(st.sampled_from(("", "mission"))),
    )
    scheduled: list[date] = []
    if isinstance(time, Every | Rule):
        alone = Register(
            settings=settings, parties={}, people={}, agreements={own.id: own}, obligations={ref: bare}
        )
        scheduled = [day for day in Stated(alone, drawn.scale.through).dates(ref) if day][:6]
    elif isinstance(time, After):
        scheduled = [day for day in drawn.days[-3:] if day]
    drawn.days += [day for day in scheduled if day <= drawn.scale.through]
    log = tuple(entry(drawn, scheduled) for _ in range(draw(st.sampled_from((0, 1, 1, 2, 3, 4, 6)))))
    return bare._replace(log=log)
