"""An agreement's life at the command line: recorded by commands, and told once on every screen."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.history.repositories import Work

RENEWING = """\
[settings]
title = "R"
[agreements.r]
title = "Renewing"
parties = ["A", "B"]
date = 2023-03-31
expires = 2025-03-30
renews = "1 year"
notice = "3 months"
{log}
[obligations.r.m]
title = "Month-end return"
rrule = "FREQ=MONTHLY;BYMONTHDAY=-1"
first = 2026-11-30
[obligations.r.n]
title = "Notice"
within = "3 months"
before = "expires"
"""
TERMINATED = 'log = [ { on = 2026-11-20, status = "terminated", ends = 2027-01-31, note = "letter" } ]'
SUSPENDED = """\
[agreements.s]
title = "Suspended one"
parties = ["A", "B"]
date = 2025-01-01
log = [ { on = 2026-11-10, status = "suspended" }{more} ]
[obligations.s.old]
title = "Old debt"
due = 2026-11-15
[obligations.s.today]
title = "Due today"
due = 2026-11-21
[obligations.s.kept]
title = "Kept"
due = 2026-01-21
log = [ { on = 2026-01-20, status = "done", evidence = "e.pdf" } ]
"""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path / "commitments.toml"


def test_a_termination_of_what_renews_itself_is_believed_everywhere(place: Path, run: Run) -> None:
    place.write_text(RENEWING.format(log=TERMINATED))
    assert "in 71 days  ends 2027-01-31 · Renewing" in run("status").out
    page = run("show", "r").out
    assert "Renews" not in page
    assert "Notice by" not in page
    report = run("report").out
    assert "ends on 31 January 2027" in report
    assert "renews itself" not in report
    days = run("calendar", "--horizon", "3 years").out
    assert "SUMMARY:Ends: Renewing" in days
    assert "Renews" not in days
    listed = json.loads(run("list", "--occurrences", "--horizon", "2 years", "--format", "json").out)
    after = {row["state"] for row in listed if row["due"] > "2027-01-31"}
    assert after == {"lapsed"}
    until = [row["scheduled"] for row in listed if row["ref"] == "r.m" and row["state"] != "lapsed"]
    assert until == ["2026-11-30", "2026-12-31", "2027-01-31"]
    assert "Notice\n" in run("show", "r.n").out
    assert "due 2026-11-20" in run("show", "r.n").out
    assert "2028" not in run("timeline").out


def test_before_its_notice_it_is_said_that_it_renews_itself_else(place: Path, run: Run) -> None:
    place.write_text(RENEWING.format(log=""))
    assert "notice by 2026-12-30, or it renews itself after 2027-03-30 · Renewing" in run("status").out
    report = run("report", "--since", "2023-01-01").out
    assert "notice to be given by 30 December 2026" in report
    assert "or it renews itself after 30 March 2027" in report
    assert "━▶" in run("timeline").out


def test_a_suspension_is_no_all_clear(place: Path, run: Run) -> None:
    place.write_text(SUSPENDED.replace("{more}", ""))
    shown = run("status").out
    assert "Suspended  since 2026-11-10  2 obligations stand still · Suspended one" in shown
    assert "Nothing is late" not in shown
    assert "Next date" not in shown
    assert "2 obligations stand still" in run("status", "s", "--format", "markdown").out
    told = json.loads(run("status", "--format", "json").out)
    assert told["agreements"][0]["next_due"] is None
    (suspended,) = told["suspended"]
    assert suspended.pop("ended") is None
    assert suspended == {"agreement": "s", "title": "Suspended one", "since": "2026-11-10", "obligations": 2}
    assert "1 agreement suspended" in " ".join(run("report").out.split())
    assert (
        "suspended since 10 November 2026 · 2 obligations stand still"
        in run("report", "--since", "2026-11-01").out
    )
    assert "suspended since 2026-11-10" in run("show", "s.old").out
    assert "State          suspended" in run("show", "s").out
    assert "Suspended" not in run("status", "--as-of", "2026-11-09").out


def test_a_suspension_hides_no_end(place: Path, run: Run) -> None:
    place.write_text(RENEWING.format(log='log = [ { on = 2026-11-10, status = "suspended" } ]'))
    shown = run("status").out
    assert "notice by 2026-12-30, or it renews itself after 2027-03-30 · Renewing" in shown
    assert "2 obligations stand still · Renewing" in shown
    assert "notice to be given by 30 December 2026" in run("report", "--since", "2026-11-01").out


def test_a_brief_tells_what_stands_still_and_what_has_ended(place: Path, run: Run) -> None:
    bare = SUSPENDED.partition("[obligations.s.kept]")[0]
    place.write_text(bare.replace("{more}", ""))
    said = " ".join(run("brief", "B").out.split())
    assert "Nothing is asked for between us now: 2 obligations stand still." in said
    ended = ', { on = 2026-11-12, status = "terminated", ends = 2026-11-13 }'
    place.write_text(bare.replace("{more}", ended))
    said = " ".join(run("brief", "B").out.split())
    assert "Nothing is asked for between us now: 2 promises that ended." in said


def test_a_calendar_says_what_is_not_in_force(place: Path, run: Run) -> None:
    place.write_text(SUSPENDED.replace("{more}", ""))
    said = run("calendar").out
    assert "SUMMARY:Old debt (not in force)\n" in said.replace("\r", "")
    assert "SUMMARY:Kept\n" in said.replace("\r", "")
    before = run("calendar", "--as-of", "2026-11-09").out
    assert "not in force" not in before
    place.write_text(
        SUSPENDED.replace("{more}", "").replace("2025-01-01", "2027-01-01").replace("2026-", "2027-")
    )
    assert "not in force" not in run("calendar").out


def test_what_fell_due_in_a_suspension_says_so(place: Path, run: Run) -> None:
    place.write_text(SUSPENDED.replace("{more}", ', { on = 2026-11-20, status = "resumed" }'))
    shown = run("show", "s.old").out
    assert "it fell due while the agreement was suspended, from 2026-11-10 until 2026-11-20" in shown
    assert "suspended on 2026-11-10, resumed on 2026-11-20" in shown
    assert "fell due while" not in run("show", "s.today").out


def test_what_is_due_after_the_end_is_said_to_come_to_nothing(place: Path, run: Run) -> None:
    place.write_text(
        RENEWING.format(log=TERMINATED)
        + '[obligations.r.late]\ntitle = "Late"\ndue = 2027-02-10\nlead = "1 year"\n'
    )
    assert "due 2027-02-10 · the agreement ends before, 2027-01-31" in run("status").out
    assert "in 81 days; the agreement ends before, 2027-01-31" in run("show", "r.late").out
    assert "ends before" not in run("show", "r.m").out


def test_what_waits_for_a_date_that_was_given_up_says_so(place: Path, run: Run) -> None:
    place.write_text(
        '[agreements.g]\ntitle = "G"\nparties = ["A", "B"]\ndate = 2026-01-31\n'
        '[obligations.g.base]\ntitle = "Meeting"\nevery = "1 month"\nfirst = 2026-07-31\nuntil = 2026-08-31\n'
        'log = [ { on = 2026-08-15, for = 2026-08-31, status = "waived" } ]\n'
        '[obligations.g.minutes]\ntitle = "Minutes"\nwithin = "1 month"\nafter = "g.base"\n'
        '[obligations.g.once]\ntitle = "Plan"\ndue = 2026-10-31\n'
        'log = [ { on = 2026-10-01, status = "cancelled" } ]\n'
        '[obligations.g.then]\ntitle = "Carry out"\nwithin = "1 month"\nafter = "g.once"\n'
    )
    waiting = [line for line in run("show", "g.minutes").out.splitlines() if "waiting  after" in line]
    assert [line.rpartition("after ")[2] for line in waiting] == ["2026-07-31", "2026-08-31, waived"]
    assert "that was cancelled, so it can't fall due" in run("show", "g.then").out
    assert "can't fall due" not in run("show", "g.minutes").out


def test_the_life_of_an_agreement_is_recorded_and_taken_back(place: Path, run: Run) -> None:
    text = RENEWING.format(log="")
    place.write_text(text)
    assert "Changed" in run("update", "r", "suspended", "--on", "2026-11-19", "--note", "budget").out
    assert (
        '{ on = 2026-11-19, status = "suspended", note = "budget", recorded = 2026-11-21 },'
        in place.read_text()
    )
    back = run("update", "r", "repris", "--lang", "fr")
    assert "suspendu" in back.out
    ended = run("update", "r", "terminated", "--ends", "2027-01-31", "--evidence", "letter.pdf")
    assert "in force, renews itself after 2027-03-30 → in force, until 2027-01-31" in ended.out
    assert "evidence: letter.pdf" in ended.out
    longer = json.loads(run("update", "r", "extended", "--ends", "2027-06-30", "--format", "json").out)
    assert longer["expires"] == "2027-06-30"
    assert "a call" in run("note", "r", "a call").out
    assert "a call" in run("show", "r").out
    for _ in range(5):
        assert run("undo").code == 0
    assert place.read_text() == text
    dry = run("update", "r", "terminated", "--dry-run").out
    assert '+  { on = 2026-11-21, status = "terminated" },' in dry
    assert place.read_text() == text


def test_a_state_that_changes_is_told_of_the_first_five(place: Path, run: Run) -> None:
    more = "".join(f'[obligations.s.o{n}]\ntitle = "O"\ndue = 2026-12-0{n}\n' for n in range(1, 6))
    place.write_text(SUSPENDED.replace("{more}", "") + more)
    shown = run("update", "s", "resumed").out
    assert shown.count("not in force →") == 5
    assert "and 3 more" in shown
    assert "suspended → in force" in shown
    assert "\x1b[" in run("update", "s", "suspended", "--format", "table", "--color").out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("update", "r", "extended"), "extended until when? add --ends DATE"),
        (("update", "r", "extended", "--ends", "2027-03-30"), "it lasts to 2027-03-30 already"),
        (("update", "r", "resumed"), "r is not suspended on 2026-11-21"),
        (("update", "r", "suspended", "--ends", "2027-03-30"), "it goes with extended or terminated"),
        (
            ("update", "r", "terminated", "--on", "2020-01-01"),
            "is before the agreement's own date, 2023-03-31",
        ),
        (("update", "r", "terminated", "--for", "2027-01-01"), "--for is said of an obligation"),
        (("update", "r.n", "terminated"), "terminated is said of an agreement, and 'r.n' is none"),
        (("update", "r.n", "done", "--ends", "2027-01-01"), "--ends is an agreement's last day"),
        (("update", "r", "done"), "r is an agreement, of which it is recorded that it was extended"),
        (("update", "r", "suspended", "--known-at", "2026-11-01"), "--known-at looks back"),
    ],
)
def test_what_cannot_be_said_of_an_agreement(
    place: Path, run: Run, words: tuple[str, ...], said: str
) -> None:
    place.write_text(RENEWING.format(log=""))
    before = place.read_text()
    ran = run(*words)
    assert ran.code == 2
    assert said in ran.err
    assert place.read_text() == before


ENDS = """\
[agreements.acme]
title = "Acme"
parties = ["A", "B"]
date = 2024-01-01
expires = 2026-06-30
{log}
[obligations.acme.pay]
title = "Pay"
due = 2026-03-01
[agreements.open]
title = "Open"
parties = ["A", "B"]
date = 2024-01-01
[obligations.open.acme]
title = "Tell acme"
due = 2027-03-01
[obligations.open.tell]
title = "Tell all"
due = 2027-03-01
"""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("acme", "suspended"), "acme had ended by 2026-11-21, on 2026-06-30"),
        (("acme", "terminated"), "acme had ended by 2026-11-21, on 2026-06-30"),
        (
            ("acme", "terminated", "--on", "2026-02-01", "--ends", "2030-01-01"),
            "acme ends on 2026-06-30 without a termination, before 2030-01-01; say 'extended' if it goes on",
        ),
        (("acme", "terminated", "--ends", "2023-01-01"), "is before the agreement's own date, 2024-01-01"),
        (("open", "extended", "--ends", "2025-12-31"), "which is over on 2026-11-21; check --ends"),
        (("open", "done"), "open is an agreement, of which it is recorded"),
    ],
)
def test_an_end_is_not_undone_by_a_slip(place: Path, run: Run, words: tuple[str, ...], said: str) -> None:
    place.write_text(ENDS.format(log=""))
    before = place.read_text()
    ran = run("update", *words)
    assert ran.code == 2
    assert said in ran.err
    assert place.read_text() == before


def test_an_extension_names_what_it_does_not_carry_on(place: Path, run: Run) -> None:
    more = '[obligations.acme.{}]\ntitle = "M"\nevery = "6 months"\nfirst = 2025-01-31\nuntil = {}\n'
    ending = '[obligations.acme.end]\ntitle = "It ends"\nkind = "validity"\ndue = 2026-06-30\n'
    for settled in ("done", "postponed", "waived"):
        moved = ", due = 2027-01-01" if settled == "postponed" else ""
        ending += f'[obligations.acme.{settled}]\ntitle = "S"\ndue = 2026-06-30\n'
        ending += f'log = [ {{ on = 2026-05-01, for = 2026-06-30, status = "{settled}"{moved} }} ]\n'
    place.write_text(
        ENDS.format(log="") + more.format("meet", "2026-06-30") + more.format("early", "2025-12-31") + ending
    )
    extended = run("update", "acme", "extended", "--ends", "2028-06-30", "--on", "2026-06-01").err
    assert "as 'until' or 'due' of its own, move it there: acme.meet, acme.end\n" in extended
    assert "'until'" not in run("update", "open", "extended", "--ends", "2028-06-30").err
    again = run("update", "acme", "extended", "--ends", "2029-06-30").err
    assert "move it there: acme.meet, acme.end\n" in again


def test_an_entry_is_judged_by_its_own_day(place: Path, run: Run) -> None:
    log = 'log = [ { on = 2026-02-01, status = "suspended" }, { on = 2026-02-20, status = "resumed" } ]'
    place.write_text(ENDS.format(log=log))
    assert (
        "is suspended already on 2026-02-05" in run("update", "acme", "suspended", "--on", "2026-02-05").err
    )
    assert "is not suspended on 2026-01-15" in run("update", "acme", "resumed", "--on", "2026-01-15").err
    assert run("update", "acme", "resumed", "--on", "2026-02-10").code == 0


def test_an_agreement_that_ended_while_suspended_can_be_resumed_before(place: Path, run: Run) -> None:
    place.write_text(ENDS.format(log='log = [ { on = 2026-02-01, status = "suspended" } ]'))
    screen, command = run("status").out, "tracker update acme resumed --on 2026-06-30"
    assert "since 2026-02-01, ended 2026-06-30  1 obligation stands still" in screen
    assert command in screen
    assert f"what fell due counts again after {command}" in run("show", "acme.pay").out
    assert "Acme** · since 2026-02-01, ended 2026-06-30" in run("status", "--format", "markdown").out
    report = " ".join(run("report", "--since", "2026-01-01").out.split())
    assert "suspended since 1 February 2026, ended 30 June 2026 1 obligation stands still" in report
    assert "State          has ended, suspended since 2026-02-01" in run("show", "acme").out
    assert "not in force → past due" in run("update", "acme", "resumed", "--on", "2026-06-30").out
    run("undo")
    assert "not in force → past due" in run("update", "acme", "resumed").out
    assert "acme is not suspended on 2026-11-21" in run("update", "acme", "resumed").err


def test_what_is_recommended_of_an_end_before_its_suspension_is_taken(place: Path, run: Run) -> None:
    log = """log = [
  { on = 2026-03-15, status = "suspended" },
  { on = 2026-03-20, status = "terminated", ends = 2026-03-10 },
]
"""
    later = '[obligations.acme.later]\ntitle = "Later"\ndue = 2027-05-01\n'
    place.write_text(ENDS.format(log=log) + later)
    shown = run("status", "acme")
    assert "Next date" not in shown.out
    command = "tracker update acme resumed --on 2026-03-15"
    assert command in shown.out
    assert "acme.pay: not in force → past due" in run(*command.split()[1:]).out


def test_a_name_of_an_agreement_means_no_obligation_of_another(place: Path, run: Run) -> None:
    place.write_text(ENDS.format(log=""))
    for agreement in ("acme", "open"):
        noted = json.loads(run("note", agreement, "a call", "--format", "json").out)
        assert noted["id"] == agreement
    assert "acme is an agreement" in run("update", "acme", "done", "--on", "2026-03-01").err


def test_what_is_so_already_is_not_recorded_again(place: Path, run: Run) -> None:
    place.write_text(RENEWING.format(log=TERMINATED))
    again = run("update", "r", "terminated", "--ends", "2027-01-31")
    assert "r is terminated already, with 2027-01-31 as its last day" in again.err
    early = run("update", "r", "terminated", "--ends", "2026-12-31", "--on", "2026-11-25")
    assert "note: on 2026-11-25 is in the future" in early.err
    place.write_text(SUSPENDED.replace("{more}", ""))
    assert "s is suspended already on 2026-11-21" in run("update", "s", "suspended").err


def test_the_log_of_an_agreement(run: Run, work: Work) -> None:
    run("update", "oim-oci", "extended", "--ends", "2029-12-31")
    work.git("commit", "-qam", "extend it")
    shown = run("log", "oim-oci").out
    heads = [line for line in shown.splitlines() if line[:1].isdigit()]
    assert [line.split("  ")[-1] for line in heads] == ["extend it", "begin"]
    assert "extended, until 2029-12-31" in shown
    assert "half-yearly" not in shown
