"""A report with fewer of each list, for what has a limit; how many there are in all stays said."""

from __future__ import annotations

from typing import Any, Final

from tracker.core.report import Part, Report

_PRESSING: Final = frozenset({"late", "unheard", "due"})


def shortened(report: Report, most: int, others: int) -> Report:
    """Keep at most so many of what is late and what is due, and so many of each other list."""
    whole = report._asdict()
    pressing = {name: part for name, part in whole.items() if name in _PRESSING}
    other = {name: part for name, part in whole.items() if name not in _PRESSING}
    return report._replace(
        changed=report.changed._replace(**_first(report.changed._asdict(), others)),
        decisions=report.decisions._replace(**_first(report.decisions._asdict(), others)),
        **_first(pressing, most),
        **_first(other, others),
    )


def _first(fields: dict[str, Any], most: int) -> dict[str, Any]:
    """Give those of the fields that are lists, with the first ones of each."""
    return {
        name: part._replace(shown=part.shown[:most])
        for name, part in fields.items()
        if isinstance(part, Part)
    }
