"""A report with fewer of each list, for what has a limit; how many there are in all stays said."""

from __future__ import annotations

from typing import Any

from tracker.core.report import Part, Report


def shortened(report: Report, most: int) -> Report:
    """Keep at most so many of each list."""
    return report._replace(
        changed=report.changed._replace(**_first(report.changed._asdict(), most)),
        decisions=report.decisions._replace(**_first(report.decisions._asdict(), most)),
        **_first(report._asdict(), most),
    )


def _first(fields: dict[str, Any], most: int) -> dict[str, Any]:
    """Give those of the fields that are lists, with the first ones of each."""
    return {
        name: part._replace(shown=part.shown[:most])
        for name, part in fields.items()
        if isinstance(part, Part)
    }
