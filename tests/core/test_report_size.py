"""A report with fewer of each list still says how many there are."""

from __future__ import annotations

from tests.views import report_of_november as real
from tracker.core.report import Part
from tracker.core.report_size import shortened


def test_each_list_is_cut_and_its_count_kept() -> None:
    whole, short = real.report(), shortened(real.report(), 1)
    for before, after in ((whole, short), (whole.changed, short.changed), (whole.decisions, short.decisions)):
        for was, now in zip(tuple(before), tuple(after), strict=True):
            if isinstance(was, Part) and isinstance(now, Part):
                assert (now.shown, now.total) == (was.shown[:1], was.total)
            elif was not in (whole.changed, whole.decisions):
                assert now == was
    assert any(part.rest for part in short.changed)


def test_what_is_short_already_stays() -> None:
    assert shortened(real.report(), 50) == real.report()
