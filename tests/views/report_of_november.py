"""The real register with things that happened, and its report, drawn up as the program does."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from tests.store.registers import project
from tracker.core.model import Register
from tracker.core.report import Asked, Report
from tracker.register.read import read_register
from tracker.store.reporting import report as draw

ROOT = Path(__file__).parents[2]
AS_OF, SINCE, UNTIL = "2026-11-21", "2026-11-14", "2026-12-21"
ASKED = Asked(as_of=AS_OF, since=SINCE, until=UNTIL, most=50, commit="0a1b2c3")

HAPPENED = """
[people.mission-rabat]
name = { en = "Mission in Rabat", fr = "Mission à Rabat", ar = "البعثة في الرباط" }
email = "rabat@example.org"

[[obligations.oim-oci.half-yearly-meetings.log]]
on = 2025-12-18
for = 2025-12-21
status = "done"
note = "Held in Jeddah; the minutes came late"
evidence = "minutes/2025-12.pdf"
recorded = 2026-11-17

[[obligations.oim-oci.half-yearly-meetings.log]]
on = 2026-11-16
for = 2026-06-21
status = "postponed"
due = 2026-12-05
agreed_with = ["OCI"]

[[obligations.oim-oci.half-yearly-meetings.log]]
on = 2026-11-16
owner = "mission-rabat"

[[obligations.oim-oci.office-coordination.log]]
on = 2026-11-18
status = "blocked"
note = "No counterpart is named"
private = true

[[obligations.oim-oci.priority-areas.log]]
on = 2026-11-19
dispute = "OCI"
note = "They read four areas otherwise"

[[obligations.icesco-osce.expert-meetings.log]]
on = 2026-10-02
status = "done"

[[obligations.icesco-osce.expert-meetings.log]]
on = 2026-11-20
status = "open"
note = "Only the first of them was held"

[[obligations.icesco-osce.youth-leadership.log]]
on = 2026-11-15
status = "cancelled"

[[obligations.icesco-oim.meetings-and-conferences.log]]
on = 2026-11-17
status = "in-progress"
evidence = ["invitation.pdf", "programme.pdf"]

[obligations.icesco-oim.annual-report]
title = { en = "Annual report to the Council", fr = "Rapport annuel au Conseil", ar = "التقرير السنوي" }
kind = "reporting"
bearers = ["OIM"]
counterparties = ["ICESCO"]
due = 2026-11-18
owner = "mission-rabat"
quote = "convenir et participer aux réunions et conférences"

[obligations.icesco-oim.study]
title = { en = "A study of mobility", fr = "Une étude sur la mobilité" }
kind = "other"
bearers = ["ICESCO"]
due = 2026-09-30

[[obligations.icesco-oim.study.log]]
on = 2026-10-20
status = "in-progress"
note = "The author fell ill"

[agreements.protocol]
title = { en = "Protocol on data", fr = "Protocole sur les données", ar = "بروتوكول البيانات" }
kind = "protocol"
text = "signed"
parties = ["OIM", "Maroc"]
date = 2026-11-16
expires = 2027-03-31
notice = "1 month"

[obligations.protocol.exchange]
title = "Exchange of figures"
kind = "information-exchange"
due = 2026-12-01

[[agreements.oim-maroc.log]]
on = 2026-11-17
status = "suspended"
note = "Pending talks"
evidence = "note-verbale.pdf"
"""


@cache
def register() -> Register:
    """Read the real register, with what happened after it."""
    text = (ROOT / "commitments.toml").read_text(encoding="utf-8")
    text = text.replace('soon     = "30 days"', 'soon     = "30 days"\nus       = ["OIM"]') + HAPPENED
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "commitments.toml"
        path.write_text(text, encoding="utf-8")
        return read_register(path).required()


@cache
def report(language: str = "en", audience: str = "") -> Report:
    """Draw up the report of the week before 21 November 2026."""
    stated = without_private() if audience else register()
    return draw(project(stated), ASKED._replace(language=language, audience=audience))


def without_private() -> Register:
    """Leave out what a partner may not know of."""
    stated = register()
    obligations = {
        ref: one._replace(log=tuple(entry for entry in one.log if not entry.private))
        for ref, one in stated.obligations.items()
    }
    return stated._replace(obligations=obligations)


@cache
def bare(language: str = "en") -> Report:
    """Draw up that of the real register as it is."""
    stated = read_register(ROOT / "commitments.toml").required()
    return draw(project(stated), ASKED._replace(language=language, since="2026-11-14"))
