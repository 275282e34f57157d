"""A report with what stands behind it: every obligation, the picture, the languages of the texts.

A page to search in and a workbook show more than the parts of a report; this is what they are
made from.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from tracker.core.report import Part, Report
from tracker.core.rows import Row
from tracker.core.timeline_picture import TimelinePicture


class Sheet(NamedTuple):
    """A report; its obligations, the most pressing first; its timeline; whose text is in which language.

    The report's names and titles are those of all these rows. `languages` has, by agreement, the
    language (ISO 639) of its quotes, where it is known.
    """

    report: Report
    obligations: Part[Row]
    timeline: TimelinePicture | None = None
    languages: Mapping[str, str] = {}
