"""Recurrence rules: what a register may state, and on which days they fall."""

import time as clock
from datetime import date, timedelta
from itertools import islice

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tracker.core.model import Rule
from tracker.core.schedule import occurrences
from tracker.register.format.rrules import begins, falls_on, read_rrule
from tracker.register.format.wrong import Wrong

SAID = {
    "": " is not a part of a rule; write NAME=VALUE;NAME=VALUE",
    "FREQ": "FREQ is not a part of a rule; write NAME=VALUE;NAME=VALUE",
    "FREQ=": "FREQ= is not a part of a rule; write NAME=VALUE;NAME=VALUE",
    "INTERVAL=2": "the rule has no FREQ; begin it with FREQ=YEARLY, MONTHLY, WEEKLY or DAILY",
    "FREQ=DAILY;FREQ=DAILY": "FREQ is stated twice; keep one",
    "FREQ=HOURLY": "FREQ=HOURLY is not possible; write YEARLY, MONTHLY, WEEKLY or DAILY",
    "FREQ=DAILY;COUNT=3": "COUNT has no place in the rule; write the last day as until = 2027-12-31",
    "FREQ=DAILY;UNTIL=20270101": "UNTIL has no place in the rule; write the last day as until = 2027-12-31",
    "FREQ=DAILY;BYHOUR=9": "BYHOUR has no place in the rule; promises fall due on days, not hours",
    "FREQ=DAILY;BYEASTER=1": "BYEASTER is not a part that a rule has; it has FREQ, INTERVAL, BYDAY, WKST, "
    "BYMONTH, BYMONTHDAY, BYYEARDAY, BYWEEKNO, BYSETPOS",
    "FREQ=DAILY;INTERVAL=0": "INTERVAL=0 is not possible; write a number from 1 to 1200",
    "FREQ=DAILY;INTERVAL=1201": "INTERVAL=1201 is not possible; write a number from 1 to 1200",
    "FREQ=DAILY;INTERVAL=x": "INTERVAL=X is not possible; write a number from 1 to 1200",
    "FREQ=WEEKLY;WKST=XX": "WKST=XX is not a day of the week; write MO or SU",
    "FREQ=WEEKLY;BYDAY=MON": "BYDAY=MON is not possible; write MO, or 1MO, or -1FR",
    "FREQ=MONTHLY;BYDAY=0MO": "BYDAY=0MO is not possible; write MO, or 1MO, or -1FR",
    "FREQ=YEARLY;BYMONTH=13": "BYMONTH=13 is not possible",
    "FREQ=YEARLY;BYMONTH=-1": "BYMONTH=-1 is not possible",
    "FREQ=MONTHLY;BYMONTHDAY=0": "BYMONTHDAY=0 is not possible",
    "FREQ=MONTHLY;BYMONTHDAY=1,,2": "BYMONTHDAY= is not possible",
    "FREQ=MONTHLY;BYMONTHDAY=\u0663": "BYMONTHDAY=\u0663 is not possible",
    "FREQ=WEEKLY;BYMONTHDAY=1": "BYMONTHDAY does not go with FREQ=WEEKLY",
    "FREQ=MONTHLY;BYWEEKNO=1": "BYWEEKNO does not go with FREQ=MONTHLY",
    "FREQ=DAILY;BYYEARDAY=1": "BYYEARDAY does not go with FREQ=DAILY",
    "FREQ=WEEKLY;BYDAY=1MO": "a counted day such as 1MO goes with MONTHLY or YEARLY, and not with BYWEEKNO",
    "FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO": "a counted day such as 1MO goes with MONTHLY or YEARLY, "
    "and not with BYWEEKNO",
    "FREQ=MONTHLY;BYSETPOS=1": "BYSETPOS needs another part that begins with BY",
}


@pytest.mark.parametrize("rule", SAID)
def test_rules_that_make_no_sense(rule: str) -> None:
    with pytest.raises(Wrong) as raised:
        read_rrule(rule)
    assert (raised.value.code, str(raised.value.text)) == ("E207", SAID[rule])


def test_a_rule_is_written_in_capitals() -> None:
    assert read_rrule(" rrule:freq=yearly;bymonth=3;bymonthday=31; ") == "FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=31"


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY;BYMONTH=2;BYMONTHDAY=31", "FREQ=WEEKLY;BYDAY=MO;BYMONTH=1;BYSETPOS=9"]
)
def test_a_rule_that_produces_nothing_is_soon_known(rule: str) -> None:
    start = clock.process_time()
    assert not any(begins(rule, date(2025, 2, 1) + timedelta(days)) for days in range(30))
    assert clock.process_time() - start < 3


@pytest.mark.parametrize("first", [date.min, date.max, date(2024, 2, 29), date(2000, 12, 31)])
@pytest.mark.parametrize("frequency", ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"])
def test_a_bare_rule_begins_anywhere(frequency: str, first: date) -> None:
    assert begins(f"FREQ={frequency}", first)


RULES = st.one_of(
    st.sampled_from(["FREQ=DAILY", "FREQ=DAILY;BYDAY=MO,FR", "FREQ=DAILY;BYMONTH=2,3;BYMONTHDAY=-1,1"]),
    st.sampled_from(
        ["FREQ=WEEKLY", "FREQ=WEEKLY;BYDAY=MO,FR", "FREQ=WEEKLY;WKST=SU;BYDAY=SU,TU;BYSETPOS=-1"]
    ),
    st.sampled_from(
        ["FREQ=MONTHLY", "FREQ=MONTHLY;BYDAY=-1FR", "FREQ=MONTHLY;BYMONTHDAY=31", "FREQ=MONTHLY;BYMONTH=2,5"]
    ),
    st.sampled_from(
        ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=YEARLY", "FREQ=YEARLY;BYMONTH=2"]
    ),
    st.sampled_from(
        ["FREQ=YEARLY;BYWEEKNO=1,53;BYDAY=MO,SU", "FREQ=YEARLY;BYYEARDAY=60,-1", "FREQ=YEARLY;BYDAY=-1SU"]
    ),
)


@settings(deadline=None, max_examples=30)
@given(RULES, st.integers(1, 4), st.dates(date(2015, 1, 1), date(2032, 1, 1)), st.integers(0, 40))
def test_a_day_is_laid_out_as_the_whole_rule_is(rule: str, interval: int, near: date, later: int) -> None:
    rule = f"{rule};INTERVAL={interval}"
    first = next((day for day in (near + timedelta(days) for days in range(800)) if begins(rule, day)), None)
    assume(first is not None)
    assert first is not None
    produced = list(islice(occurrences(Rule(rule, first, None)), 12))
    assert produced[0] == first
    for day in produced:
        assert falls_on(rule, first, day)
    other = first + timedelta(days=later * 3)
    if other <= produced[-1]:
        assert falls_on(rule, first, other) == (other in produced)
    assert not falls_on(rule, first, first - timedelta(days=1))
