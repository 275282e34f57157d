"""`tracker brief`: whose promises they are, and what will be in force when they fall due."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Run

DESK = """\
[settings]
title = "Desk"
us = ["A"]

[parties]
A = { name = "Alpha" }
B = { name = "Beta" }
C = { name = "Gamma" }

[agreements.plan]
title = "Plan"
parties = ["A", "B"]
date = 2026-01-31
expires = 2026-12-31
renews = "1 year"

[agreements.next]
title = "Next plan"
parties = ["A", "B"]
date = 2026-01-31
effective = 2027-01-01

[agreements.halted]
title = "Halted plan"
parties = ["A", "B"]
date = 2025-01-01
expires = 2030-12-31
log = [{ on = 2026-05-01, status = "suspended" }]

[agreements.left]
title = "Left plan"
parties = ["A", "B"]
date = 2025-01-01
expires = 2027-06-30
renews = "2 years"
log = [{ on = 2026-05-01, status = "terminated", ends = 2027-06-30 }]

[agreements.three]
title = "Plan of three"
parties = ["A", "B", "C"]
date = 2025-01-01

[obligations.plan.pay]
title = "Pay the grant"
bearers = ["A"]
due = 2026-10-01

[obligations.plan.report]
title = "Report on the grant"
bearers = ["B"]
due = "2026-Q3"

[obligations.plan.audit]
title = "Audit the grant"
within = "30 days"
after = "plan.pay"

[obligations.plan.review]
title = "Review the grant"
due = 2027-05-01

[obligations.next.open]
title = "Open the office"
due = 2027-03-01

[obligations.next.meet]
title = "Meet in the office"
every = "1 year"
first = 2027-04-01

[obligations.next.closed]
title = "Close the old office"
due = 2027-03-02
log = [{ on = 2026-06-01, status = "waived" }]

[obligations.halted.visit]
title = "Visit the schools"
every = "3 months"
first = 2027-01-01

[obligations.left.survey]
title = "Survey the schools"
due = 2027-12-31

[obligations.three.host]
title = "Host the conference"
bearers = ["C"]
due = 2027-02-01
"""


@pytest.fixture
def brief(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Give the parts of the brief on B, by their headings."""
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("commitments.toml").write_text(DESK, encoding="utf-8")
    ran = run("brief", "B")
    assert (ran.code, ran.err) == (0, "")
    parts, heading = {"": ""}, ""
    lines = ran.out.splitlines()
    for line, under in zip(lines, [*lines[1:], ""], strict=True):
        if under and not under.strip("-="):
            heading = line
            parts[heading] = ""
        else:
            parts[heading] += f"{line}\n"
    return parts


def test_of_ourselves_there_is_no_brief(brief: dict[str, str], run: Run) -> None:
    for words in (("brief", "A"), ("brief", "Alpha")):
        ran = run(*words)
        assert (ran.code, ran.out) == (2, "")
        assert "a brief is about a partner, and A is ourselves; the partners: B, C" in ran.err
    assert "et A, c'est nous" in run("brief", "A", "--lang", "fr").err


@pytest.mark.usefixtures("brief")
def test_of_ourselves_alone_no_partner_is_named(run: Run, tmp_path: Path) -> None:
    alone = '[settings]\nus = ["A"]\n[parties]\nA = { name = "Alpha" }\n'
    tmp_path.joinpath("commitments.toml").write_text(alone, encoding="utf-8")
    ran = run("brief", "A")
    assert ran.code == 2
    assert ran.err.strip().endswith("a brief is about a partner, and A is ourselves")


def test_each_owes_what_it_promised(brief: dict[str, str]) -> None:
    assert "Pay the grant" in brief["What we owe B"]
    assert "Report on the grant" in brief["What B owes us"]
    assert "conference" not in brief["What B owes us"]
    assert "Host the conference" in brief["What others owe"]


def test_what_a_group_owes_its_members_owe(run: Run, brief: dict[str, str], tmp_path: Path) -> None:
    grouped = DESK.replace(
        "[agreements.plan]", 'G = { name = "Group", members = ["B", "D"] }\n[agreements.plan]'
    )
    grouped = grouped.replace('["A", "B", "C"]', '["A", "G", "C"]')
    more = '\n[obligations.three.{name}]\ntitle = "Send {name}"\nbearers = ["{bearer}"]\ndue = 2027-02-01\n'
    grouped += more.format(name="books", bearer="G") + more.format(name="teachers", bearer="D")
    tmp_path.joinpath("commitments.toml").write_text(grouped, encoding="utf-8")
    _, _, owed = run("brief", "B").out.partition("What B owes us")
    owed, _, others = owed.partition("What others owe")
    assert "Send books" in owed
    assert "Send teachers" in others
    _, _, owed = run("brief", "G").out.partition("What G owes us")
    owed, _, others = owed.partition("What others owe")
    assert "Send books" in owed
    assert "Send teachers" in owed
    assert "Host the conference" in others


def test_an_agreement_says_whether_it_goes_on(brief: dict[str, str], run: Run) -> None:
    said = brief["Agreements"]
    assert "- Plan\n  renews itself after 31 December 2026\n" in said
    assert "- Next plan\n  in force from 1 January 2027\n" in said
    assert "- Halted plan\n  suspended · ends on 31 December 2030\n" in said
    assert "- Left plan\n  ends on 30 June 2027\n" in said
    assert "- Plan of three\n  in force\n" in said
    later = run("brief", "B", "--as-of", "2031-01-01").out
    assert "- Halted plan\n  suspended · ended on 31 December 2030\n" in later
    assert "- Left plan\n  ended on 30 June 2027\n" in later
    assert "se reconduit après le 31 décembre 2026" in run("brief", "B", "--lang", "fr").out
    assert "يتجدد تلقائيا بعد 31 ديسمبر 2026" in run("brief", "B", "--lang", "ar").out


def test_what_is_next_is_in_force_on_its_day(brief: dict[str, str]) -> None:
    _, _, following = brief["What we owe each other together"].partition("Next\n")
    said, _, rest = following.partition("\n\n")
    assert said.splitlines() == [
        "- 1 March 2027 · Open the office",
        "- 1 April 2027 · Meet in the office",
        "- 1 May 2027 · Review the grant",
    ]
    assert "Visit the schools" not in rest
    assert "Survey the schools" not in rest


def test_what_was_suspended_later_was_next_before(run: Run, brief: dict[str, str]) -> None:
    assert "Visit the schools" not in "".join(brief.values())
    assert "1 January 2027 · Visit the schools" in run("brief", "B", "--as-of", "2026-04-30").out
    assert "1 January 2028" not in run("brief", "B", "--as-of", "2026-04-30").out


def test_what_waits_is_said_to_wait(brief: dict[str, str], run: Run) -> None:
    together = brief["What we owe each other together"]
    assert "Waiting for something else\n- Audit the grant\n" in together
    assert "Going on" not in together
    assert "En attente d'autre chose" in run("brief", "B", "--lang", "fr").out
    assert "في انتظار أمر آخر" in run("brief", "B", "--lang", "ar").out
