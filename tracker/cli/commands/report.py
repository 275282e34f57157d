"""`tracker report`: what changed, what needs a decision, what is late and what is next."""

from __future__ import annotations

import sys
from typing import Any

from tracker.cli import drawing, mailing, report_forms
from tracker.cli.asking import FAIL_ON, exit_code
from tracker.cli.desk import Desk
from tracker.cli.grammar import Command
from tracker.cli.period import tell_untitled
from tracker.cli.saving import OUTPUT, save
from tracker.cli.separated import OPTIONS, separated
from tracker.core.errors import TrackerError

COMMAND = Command(
    "report",
    "The weekly report: what changed, what needs a decision, what is late and what is next",
    arguments=(drawing.NAMES,),
    options=(*drawing.OPTIONS, FAIL_ON, OUTPUT, *OPTIONS, *mailing.OPTIONS),
    formats=report_forms.FORMS,
    arabic=True,
)


def run(
    desk: Desk,
    *,
    fail_on: str | None,
    output: str | None,
    bom: bool,
    delimiter: str | None,
    **typed: Any,  # noqa: ANN401 - as each option's kind says
) -> int:
    """Print the report of the as-of day, put it in a file, or send it."""
    form = desk.form
    way = separated(form, bom=bom, delimiter=delimiter)
    mailing.refused(form, typed)
    order = drawing.Order(*(typed[name] for name in drawing.Order._fields))
    if form == mailing.EMAIL:
        drawn = mailing.run(desk, order, output, typed)
        return exit_code(desk, fail_on, drawn.totals, drawn.late.total)
    if form in report_forms.DOCUMENTS and output is None:
        raise TrackerError("{format} is no text for a terminal; name a file with --output", format=form)
    asked = drawing.source(desk, order, None if form in report_forms.WHOLE else report_forms.SHOWN)
    drawn = asked.report()
    code = exit_code(desk, fail_on, drawn.totals, drawn.late.total)
    content = report_forms.content(form, asked, drawn, desk.wording, 0 if output else desk.width, way)
    tell_untitled(desk, drawn.untitled)
    if output:
        save(desk, output, content)
    else:
        sys.stdout.write(content.decode())
    return code
