"""A report with fewer of each list, for what has a limit; how many there are in all stays said."""

from __future__ import annotations

from typing import Any, Final

from tracker.core.report import Part, Report

_LATE: Final = frozenset({"late", "unheard"})


def shortened(report: Report, late: int, due: int, others: int) -> Report:
    """Keep at most so many of each list of what is late, of what is due, and of each other list."""
    whole = report._asdict()
    pressing = {name: part for name, part in whole.items() if name in _LATE}
    other = {name: part for name, part in whole.items() if name not in {*_LATE, "due"}}
    return report._replace(
        changed=report.changed._replace(**_first(report.changed._asdict(), others)),
        decisions=report.decisions._replace(**_first(report.decisions._asdict(), others)),
        **_first(pressing, late),
        **_first({"due": report.due}, due),
        **_first(other, others),
    )


def _first(fields: dict[str, Any], most: int) -> dict[str, Any]:
    """Give those of the fields that are lists, with the first ones of each."""
    return {
        name: part._replace(shown=part.shown[:most])
        for name, part in fields.items()
        if isinstance(part, Part)
    }
