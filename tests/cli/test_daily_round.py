"""The coordinator's day, on the real register: status, show, update, undo, an edit by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

MEETINGS = "oim-oci.half-yearly-meetings"


def lines(text: str) -> list[str]:
    return text.splitlines()


def test_a_bare_call_prints_status(folder: Path, run: Run) -> None:
    assert run() == run("status")
    assert run().code == 0
    assert folder.joinpath("commitments.db").exists()


def test_the_first_screen_says_what_to_do_in_a_dozen_lines(folder: Path, run: Run) -> None:
    shown = run("status").out
    filled = [line for line in lines(shown) if line]
    assert filled[0] == "Saturday 21 November 2026 · 5 agreements · 22 obligations"
    assert len(filled) <= 14
    assert "2 missed since 2025-12-21" in shown
    assert "nothing recorded" in shown
    assert f"tracker update {MEETINGS} done --for 2025-12-21" in shown


def test_a_party_by_any_of_its_names_is_one_question(folder: Path, run: Run) -> None:
    asked = [run("status", name).out for name in ("OCI", "OIC", "oci", "منظمة التعاون الإسلامي")]
    assert len(set(asked)) == 1
    assert "1 agreement · 7 obligations" in asked[0]
    assert run("status", "oim-oci").out == asked[0]


def test_show_says_why_and_where(folder: Path, run: Run) -> None:
    shown = run("show", "half").out
    assert (
        "due 2025-12-21, reckoned: effective + 6 months; nothing recorded by 2026-11-21; 335 days late"
        in shown
    )
    assert "Un mécanisme conjoint sera mis en place" in shown
    assert "seeds/002_ed66366ef03e6283.txt" in shown
    for day in ("2025-12-21", "2026-06-21", "2026-12-21"):
        assert day in shown


def test_several_dates_are_recorded_at_once_and_taken_back_at_once(folder: Path, run: Run) -> None:
    place = folder / "commitments.toml"
    before = place.read_bytes()
    dates = ("--for", "2025-12-21", "--for", "2026-06-21")
    shown = run("update", MEETINGS, "waived", *dates, "--note", "begins anew", "--dry-run")
    assert shown.out.count('status = "waived"') == 2
    assert place.read_bytes() == before

    waived = run("update", MEETINGS, "waived", *dates, "--note", "begins anew")
    assert waived.code == 0
    for day in dates[1::2]:
        assert f"waived, for {day}" in waived.out
        assert f"{day}: past due → waived" in waived.out
    assert waived.out.count("begins anew") == 1
    assert "Still open" not in waived.out
    text = place.read_text(encoding="utf-8")
    assert text.index("for = 2025-12-21, status") < text.index("for = 2026-06-21, status")
    assert run("undo").code == 0
    assert place.read_bytes() == before

    noted = run("note", MEETINGS, "asked for minutes", *dates)
    assert noted.out.count("note, for") == 2
    assert run("undo").code == 0


def test_of_several_dates_all_or_none_are_recorded(folder: Path, run: Run) -> None:
    before = folder.joinpath("commitments.toml").read_bytes()
    for dates, said in (
        (("2025-12-21", "2025-12"), "--for 2025-12: that date is named twice"),
        (("2025-12-21", "2025-11-21"), "--for 2025-11-21: no single date is scheduled for 2025-11-21"),
    ):
        refused = run("update", MEETINGS, "waived", *(word for day in dates for word in ("--for", day)))
        assert refused.code == 2
        assert said in refused.err
        assert folder.joinpath("commitments.toml").read_bytes() == before
    closed = run("update", MEETINGS, "cancelled", "--close", "--for", "2025-12-21", "--for", "2026-06-21")
    assert "--close is for all dates, --for names which" in closed.err


def test_recording_one_meeting_leaves_the_other_overdue(folder: Path, run: Run) -> None:
    before = folder.joinpath("commitments.toml").read_bytes()
    refused = run("update", MEETINGS, "done")
    assert refused.code == 2
    assert "2025-12-21, 2026-06-21; say which with --for DATE" in refused.err
    assert folder.joinpath("commitments.toml").read_bytes() == before

    done = run(
        "update", MEETINGS, "done", "--for", "2025-12-21", "--on", "2025-12-18", "--evidence", "minutes.pdf"
    )
    assert done.code == 0
    assert "2025-12-21: past due → done" in done.out
    assert "2026-06-21" in done.out
    entry = (
        "  { on = 2025-12-18, for = 2025-12-21,"
        ' status = "done", evidence = "minutes.pdf", recorded = 2026-11-21 },\n'
    )
    after = folder.joinpath("commitments.toml").read_bytes()
    added = f"log = [\n{entry}]\n".encode()
    assert added in after
    assert after.replace(added, b"") == before

    row = json.loads(run("list", "--state", "overdue", "--format", "json").out)[0]
    assert (row["ref"], row["due"], row["missed"], row["next_due"]) == (
        MEETINGS,
        "2026-06-21",
        1,
        "2026-12-21",
    )

    assert run("undo").code == 0
    assert folder.joinpath("commitments.toml").read_bytes() == before


def test_status_words_may_be_french(folder: Path, run: Run) -> None:
    assert run("update", "observateur", "en cours").code == 2
    assert run("update", "observer", "en cours", "--evidence", "lettre.pdf").code == 0
    assert 'status = "in-progress"' in folder.joinpath("commitments.toml").read_text()
    assert json.loads(run("show", "observer", "--format", "json").out)["state"] == "active"


def test_an_edit_by_hand_is_seen_by_the_next_command(folder: Path, run: Run) -> None:
    run("status")
    register = folder / "commitments.toml"
    register.write_text(register.read_text().replace('soon     = "30 days"', 'soon     = "20 days"'))
    run("status")
    rows = json.loads(run("list", "--state", "due-soon", "--occurrences", "--format", "json").out)
    assert rows == []


def test_a_note_hands_over_and_changes_no_state(folder: Path, run: Run) -> None:
    noted = run("note", "observer", "Rang the legal adviser", "--owner", "mission-rabat")
    assert noted.code == 0
    row = json.loads(run("show", "observer", "--format", "json").out)
    assert (row["owner"], row["state"], row["last_on"]) == ("mission-rabat", "review-due", "2026-11-21")


def test_a_dry_run_shows_the_change_and_makes_none(folder: Path, run: Run) -> None:
    before = folder.joinpath("commitments.toml").read_bytes()
    shown = run("update", "observer", "in-progress", "--dry-run")
    assert shown.code == 0
    assert '+  { on = 2026-11-21, status = "in-progress" },' in lines(shown.out)
    assert folder.joinpath("commitments.toml").read_bytes() == before
    assert run("undo", "--dry-run").code == 2


def test_add_and_add_agreement_write_what_show_shows(folder: Path, run: Run) -> None:
    made = run(
        "add-agreement", "icesco-unesco", "--title", "ICESCO–UNESCO memorandum", "--parties", "ICESCO,UNESCO",
        "--date", "2026-03-01", "--kind", "mou", "--text", "signed", "--expires", "2029-02-28",
    )  # fmt: skip
    assert made.code == 0, made.err
    added = run(
        "add", "icesco-unesco.annual-report", "--title", "Annual report", "--every", "1 year", "--first",
        "31/01/2027", "--kind", "reporting", "--bearers", "ICESCO", "--basis", "art. 4",
    )  # fmt: skip
    assert added.code == 0, added.err
    row = json.loads(run("show", "annual-report", "--format", "json").out)
    assert (row["due"], row["bearers"], row["kind"]) == ("2027-01-31", ["ICESCO"], "reporting")
    assert [o["due"] for o in row["occurrences"]] == ["2027-01-31"]
    assert run("undo").code == 0
    assert run("undo").code == 0
    assert "there is nothing more to take back" in run("undo").err
    assert "icesco-unesco" not in folder.joinpath("commitments.toml").read_text()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("add", "nothing", "--title", "x"), "is not a ref"),
        (("add", "oim-oci.x"), "needs a title"),
        (("add", "nowhere.x", "--title", "x"), "there is no agreement 'nowhere'"),
        (("add", "oim-oci.expiry", "--title", "x"), "oim-oci.expiry"),
        (("add", "oim-oci.x", "--title", "x", "--kind", "jont-meeting"), "joint-meeting"),
        (("add-agreement", "x", "--title", "x"), "--parties, --date"),
        (
            ("add-agreement", "x", "--title", "x", "--date", "2026-01-01", "--parties", "OIM;Maroc"),
            "'OIM;Maroc' looks like several names; put a comma between them",
        ),
        (("add", "oim-oci.x", "--title", "x", "--bearers", "OIM; OCI"), "put a comma between them"),
        (("undo",), "nothing to take back"),
        (("update", "observer", "donne"), "there is no status 'donne'"),
        (("update", "observer", "done"), "tracker update icesco-oim.observer-status done --close"),
        (("update", "nobody", "done"), "no obligation is called 'nobody'"),
        (("update", "oim-oci", "done"), "'tracker list --agreement oim-oci' names its obligations"),
        (("update", "icesco", "done"), "type more of it"),
        (("status", "OICC"), "did you mean"),
        (("--as-of", "someday"), "is not a day"),
        (("list", "--format", "xml"), "there is no format 'xml'"),
        (("list", "--state", "overdu"), "did you mean overdue?"),
        (("list", "--kind", "meetings"), "joint-meeting"),
        (("list", "--columns", "colour"), "there is no column 'colour'"),
        (("--lang", "de"), "there is no language 'de'"),
        (("--file", "elsewhere.toml"), "there is no file elsewhere.toml"),
        (("lst",), "there is no command 'lst'; did you mean list? ('tracker --help' tells more)"),
        (("status", "--foo"), "there is no option --foo; did you mean --color, --format?"),
        (("show",), "REF is missing ('tracker show --help' tells more)"),
        (("show", "a", "b", "c"), "nothing more can follow here: b c; words that belong together stand in"),
        (
            ("update", "observer", "en", "cours"),
            'here: cours; words that belong together stand in "quotation marks"',
        ),
        (("list", "OIC"), "nothing more can follow here: OIC; write --party OIC, or --agreement OIC ("),
        (("list", "half", "year"), "write --party 'half year', or --agreement 'half year' ("),
        (("check", "all"), "nothing more can follow here: all ("),
        (("update", "observer", "blockd"), "there is no status 'blockd'; did you mean blocked?"),
        (("update", "observer", "dne"), "there is no status 'dne'; did you mean done?"),
        (("show", "half-yaerly"), "did you mean oim-oci.half-yearly-meetings?"),
        (("list", "--limit", "x"), "--limit: 'x' is not a whole number"),
        (("list", "--limit"), "--limit needs a value"),
        (("list", "--bom=3"), "--bom takes no value"),
        (("update", "observer", "in-progress", "--on", ""), "--on needs a value"),
        (("list", "--limit", "-1"), "--limit: '-1' is not a whole number"),
        (("list", "--horizon", "2 yaers"), "--horizon is for --occurrences; give both, or neither"),
        (("list", "--occurrences", "--horizon", "2 yaers"), "2 yaers"),
        (("list", "--owner", "nobody"), "nobody called 'nobody' looks after anything"),
        (("list", "--owner="), "--owner needs a value ('tracker list --help' tells more)"),
        (("status", "--as-of", "9999-12-31"), "9999-12-31 is too far ahead to be answered for"),
        (("init",), "is there already"),
    ],
)
def test_what_cannot_be_done_says_so_and_changes_nothing(
    folder: Path, run: Run, words: tuple[str, ...], said: str
) -> None:
    run("status")
    before = folder.joinpath("commitments.toml").read_bytes()
    refused = run(*words)
    assert refused.code == 2
    assert refused.out == ""
    assert refused.err.startswith("tracker: error: ")
    assert said in refused.err
    assert "Traceback" not in refused.err
    assert folder.joinpath("commitments.toml").read_bytes() == before


def test_evidence_that_comes_later_is_noted_as_the_command_itself_says(folder: Path, run: Run) -> None:
    done = run("update", MEETINGS, "done", "--for", "2025-12-21", "--on", "2025-12-18")
    assert f'tracker note {MEETINGS} "…" --for 2025-12-21 --evidence FILE' in done.err
    assert "W512" in run("check").out
    noted = run("note", MEETINGS, "The minutes came", "--for", "2025-12-21", "--evidence", "minutes.pdf")
    assert noted.code == 0
    assert "W512" not in run("check").out


@pytest.mark.parametrize("word", ["overdue", "past due", "échue"])
def test_all_overdue_dates_are_recorded_at_once(folder: Path, run: Run, word: str) -> None:
    refused = run("update", MEETINGS, "waived")
    assert "2 dates of" in refused.err
    assert "or --for overdue for all" in refused.err
    waived = run("update", MEETINGS, "waived", "--for", word)
    assert waived.code == 0
    assert run("list", "--state", "overdue").out == ""
    again = run("update", MEETINGS, "waived", "--for", "overdue")
    assert again.code == 2
    assert "no date of oim-oci.half-yearly-meetings was overdue on 2026-11-21; leave --for out" in again.err


def test_only_what_was_overdue_by_then_is_recorded_for_an_earlier_day(folder: Path, run: Run) -> None:
    done = run("update", MEETINGS, "waived", "--for", "overdue", "--on", "2026-01-10")
    assert done.code == 0
    assert "2025-12-21: past due → waived" in done.out
    assert "2026-06-21" in run("status").out


def test_one_date_that_is_overdue_may_be_called_so_too(folder: Path, run: Run) -> None:
    run("add", "oim-oci.plan", "--title", "A plan", "--kind", "reporting", "--due", "2026-03-31")
    assert run("update", "oim-oci.plan", "waived", "--for", "overdue").code == 0
    assert run("list", "--state", "waived").out.count("oim-oci.plan") == 1


def test_what_is_odd_about_an_entry_is_told_as_it_is_written(folder: Path, run: Run) -> None:
    done = run("update", MEETINGS, "done", "--for", "2025-12-21", "--on", "2025-12-18", "--owner", "nobody")
    assert done.code == 0
    assert "note: done needs evidence" in done.err
    assert "nobody" in done.err.partition("note:")[2]
    moved = run("update", MEETINGS, "postponed", "--for", "2026-12-21", "--due", "2026-12-01")
    assert "2026-12-01" in moved.err.partition("note:")[2]


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("mission-rabt", "nobody is called 'mission-rabt'; did you mean mission-rabat? Somebody else needs"),
        ("rabat", "did you mean mission-rabat?"),
        ("Misson in Rabat", "did you mean mission-rabat?"),
    ],
)
def test_an_owner_who_is_nearly_one_of_the_people_is_asked_about(
    folder: Path, run: Run, typed: str, said: str
) -> None:
    register = folder / "commitments.toml"
    people = '\n[people.mission-rabat]\nname = { en = "Mission in Rabat", fr = "Mission à Rabat" }\n'
    register.write_text(register.read_text(encoding="utf-8") + people, encoding="utf-8")
    before = register.read_bytes()
    for words in (
        ("note", "observer", "Handed over"),
        ("update", "observer", "in-progress"),
        ("add", "oim-oci.new", "--title", "New"),
        ("add-agreement", "new", "--title", "N", "--parties", "OIM", "--date", "2026"),
    ):
        refused = run(*words, "--owner", typed)
        assert (refused.code, refused.out) == (2, "")
        assert said in refused.err
    assert register.read_bytes() == before


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("mission-rabat", "mission-rabat"),
        ("mission a RABAT", "mission-rabat"),
        ("Karima B.", "Karima B."),
        ("rabat mission", "rabat mission"),
    ],
)
def test_an_owner_is_written_as_the_register_calls_them(
    folder: Path, run: Run, typed: str, written: str
) -> None:
    register = folder / "commitments.toml"
    people = '\n[people.mission-rabat]\nname = { en = "Mission in Rabat", fr = "Mission à Rabat" }\n'
    people += "\n[people.rabat-office]\n"
    text = register.read_text(encoding="utf-8").replace(
        "[obligations.oim-oci.expiry]\n", '[obligations.oim-oci.expiry]\nowner = "rabat mission"\n'
    )
    register.write_text(text + people, encoding="utf-8")
    noted = run("note", "observer", "Handed over", "--owner", typed)
    assert noted.code == 0, noted.err
    assert f'owner = "{written}"' in register.read_text(encoding="utf-8").replace(
        'expiry]\nowner = "rabat mission"', ""
    )


def test_disputes_are_between_parties_and_settled_in_either_language(folder: Path, run: Run) -> None:
    assert run("note", "observer", "They read it otherwise", "--dispute", "IOM").code == 0
    assert json.loads(run("show", "observer", "--format", "json").out)["dispute"] == "OIM"
    assert run("note", "observer", "Agreed", "--dispute", "réglé").code == 0
    assert json.loads(run("show", "observer", "--format", "json").out)["dispute"] is None
    refused = run("note", "observer", "x", "--dispute", "nobody")
    assert refused.code == 2
    assert "there is no party 'nobody'" in refused.err
    assert run("note", "observer", " ").code == 2


@pytest.mark.parametrize("page", ["-1", " - 12"])
def test_a_page_that_is_none_is_not_added(folder: Path, run: Run, page: str) -> None:
    before = (folder / "commitments.toml").read_bytes()
    ran = run("add", "oim-oci.new", "--title", "x", "--page", page)
    assert (ran.code, f"{page} is no page" in ran.err) == (2, True)
    assert (folder / "commitments.toml").read_bytes() == before
    for right in ("12", "iv", "12-14"):
        assert run("add", f"oim-oci.p{right}", "--title", "x", "--page", right).code == 0


def test_what_add_would_break_is_told_without_a_line_that_is_not_there(folder: Path, run: Run) -> None:
    refused = run("add", "oim-oci.x", "--title", "x", "--kind", "rapport")
    assert refused.code == 2
    assert refused.err.startswith("tracker: error: that can't be written: ")
    assert "commitments.toml:" not in refused.err
    added = run("add", "oim-oci.x", "--title", "x", "--within", "30 days", "--after", "half-yearly")
    assert added.code == 0, added.err
    assert (
        'after          = "oim-oci.half-yearly-meetings"' in folder.joinpath("commitments.toml").read_text()
    )


def test_undo_goes_on_to_the_one_before_where_a_change_was_edited_since(folder: Path, run: Run) -> None:
    before = folder.joinpath("commitments.toml").read_text()
    run("note", "observer", "first")
    run("note", "expiry", "second")
    register = folder / "commitments.toml"
    register.write_text(register.read_text().replace('"second"', '"changed by hand"'))
    refused = run("undo")
    assert refused.code == 2
    assert "tracker undo --skip" in refused.err
    assert run("undo", "--skip").err == "left as it is: oim-oci.expiry\n"
    assert run("undo").code == 0
    assert '"first"' not in register.read_text()
    assert before != register.read_text()
    assert run("undo", "--skip").code == 2


def test_dates_are_listed_in_their_order(folder: Path, run: Run) -> None:
    rows = json.loads(run("list", "--occurrences", "--agreement", "oim-oci", "--format", "json").out)
    dated = [row["due"] for row in rows if row["due"]]
    assert dated == sorted(dated)
    assert len(dated) == 4


def test_what_is_blocked_stays_on_the_screen_and_can_be_listed(folder: Path, run: Run) -> None:
    assert run("update", "observer", "bloqué", "--note", "Waiting for the Council").code == 0
    assert "Blocked" in run("status").out
    rows = json.loads(run("list", "--status", "blocked", "--format", "json").out)
    assert [row["ref"] for row in rows] == ["icesco-oim.observer-status"]
    assert run("list", "--status", "blokced").code == 2


@pytest.mark.parametrize(
    "words", [("zzz", "--lang", "fr"), ("--lang=fr", "zzz"), ("list", "zzz", "--lang", "fr")]
)
def test_what_is_no_call_is_answered_in_the_language_asked_for(
    folder: Path, run: Run, words: tuple[str, ...]
) -> None:
    refused = run(*words)
    assert refused.code == 2
    assert refused.err.startswith("tracker: erreur: ")
    assert "--help' en dit plus)" in refused.err


def test_a_day_before_everything(folder: Path, run: Run) -> None:
    assert run("--as-of", "2000-01-01").out.splitlines() == [
        "Saturday 1 January 2000 · 0 agreements · 0 obligations",
        "Nothing had been promised by 1 January 2000; the first agreement is of 11 December 2018.",
    ]
    told = run("status", "oim-oci", "--as-of", "2024-06-01").out
    assert "Nothing of this had been promised by 1 June 2024." in told


def test_a_continuing_duty_that_is_blocked_is_counted_where_it_says(folder: Path, run: Run) -> None:
    assert "no news → active, recorded as blocked" in run("update", "observer", "blocked").out
    shown = run("status").out
    assert "recorded as blocked, counted as active · last recorded 2026-11-21" in shown
    assert "· 2 active · 1 of them recorded as blocked\n" in shown
    ran = run("list", "--state", "blocked")
    assert (ran.code, ran.out) == (0, "")
    assert "tracker list --status blocked" in ran.err
    assert "icesco-oim.observer-status" in run("list", "--status", "blocked").out
    for words in (("--state", "blocked,active"), ("--state", "blocked", "--agreement", "oim-oci")):
        assert run("list", *words).err == ""


def test_what_holds_from_a_later_day_is_confirmed_as_of_today(folder: Path, run: Run) -> None:
    ran = run("note", "half", "x", "--on", "2027-01-01")
    assert "2026-12-21*, in 30 days" in ran.out
    assert "153 days late" in ran.out
    assert "11 days late" not in ran.out
    ran = run("update", "observer", "in-progress", "--on", "2027-01-01", "--format", "json")
    shown = json.loads(ran.out)
    assert (shown["state"], shown["log"][-1]["on"]) == ("review-due", "2027-01-01")
    ran = run("update", "observer", "waived", "--on", "2027-02-01", "--close")
    assert "from 2027-02-01 on: active → waived" in ran.out


def test_occurrences_are_listed_through_the_day_that_is_named(folder: Path, run: Run) -> None:
    found = run("list", "--occurrences", "--due-after", "2027-12-01", "--due-before", "2029-01-01").out
    assert "2027-12-21" in found


def test_a_report_knows_evidence_that_came_later(folder: Path, run: Run) -> None:
    run("update", MEETINGS, "done", "--for", "2025-12-21", "--on", "2026-11-18")
    assert "without evidence" in run("report").out
    run("note", MEETINGS, "The minutes came", "--for", "2025-12-21", "--evidence", "minutes.pdf")
    told = run("report").out
    assert "without evidence" not in told
    assert "minutes.pdf" in told
