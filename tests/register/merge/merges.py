"""A small register, changes to it, and merges that must end cleanly or with so many conflicts."""

from __future__ import annotations

from tests.register.merge.rivals import LABELS
from tracker.register.merge.texts import merge

BASE = """\
# The desk's register.

[settings]
title = "Desk"   # shown on top

# Signed in Rabat.
[agreements.a]
title = { en = "Plan", fr = "Plan" }
parties = ["OIM", "OCI"]
date = 2025-01-01

# Twice a year.
[obligations.a.meet]
title = "Meetings"
due = 2025-06-01
owner = "rabat"   # a post
log = [
  { on = 2025-01-05, status = "in-progress" },  # by phone
  # They said so.
  { on = 2025-03-05, note = "agenda" },
]

[obligations.a.report]
title = "Report"
"""


def changed(*pairs: tuple[str, str], text: str = BASE) -> str:
    for old, new in pairs:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def clean(ours: str, theirs: str, base: str = BASE) -> str:
    result = merge(base, ours, theirs, LABELS)
    assert (result.conflicts, result.reason) == (0, None), result
    return result.text


def conflict(ours: str, theirs: str, base: str = BASE, conflicts: int = 1) -> str:
    result = merge(base, ours, theirs, LABELS)
    assert (result.conflicts, result.reason) == (conflicts, None), result
    return result.text
