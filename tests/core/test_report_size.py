"""A report with fewer of each list still says how many there are."""

from __future__ import annotations

from tests.views import report_of_november as real
from tracker.core.report import Part, Report
from tracker.core.report_size import shortened


def _lists(report: Report) -> dict[str, Part[object]]:
    fields = report._asdict() | report.changed._asdict() | report.decisions._asdict()
    return {name: part for name, part in fields.items() if isinstance(part, Part)}


def test_each_list_is_cut_and_its_count_kept() -> None:
    whole, short = real.report(), shortened(real.report(), 3, 2, 1)
    kept = {"late": 3, "unheard": 3, "due": 2}
    for name, part in _lists(short).items():
        was = _lists(whole)[name]
        assert (part.shown, part.total) == (was.shown[: kept.get(name, 1)], was.total)
    assert any(part.rest for part in _lists(short).values())
    assert (short.asked, short.totals, short.footer) == (whole.asked, whole.totals, whole.footer)


def test_what_is_short_already_stays() -> None:
    assert shortened(real.report(), 50, 50, 50) == real.report()
