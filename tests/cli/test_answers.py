"""What must hold of every answer: the text is the truth, as-of sees no future, no row is doubled."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from tests.cli.conftest import Run

MEETINGS = "oim-oci.half-yearly-meetings"
QUESTIONS = [
    ("status",),
    ("status", "OIC"),
    ("list",),
    ("list", "--occurrences"),
    ("list", "--search", "réunions"),
    ("show", MEETINGS),
    ("show", "observer"),
]
FORMATS = ("table", "plain", "json", "csv", "markdown")


def answers(run: Run, *also: str) -> dict[tuple[str, ...], str]:
    found = {}
    for question in QUESTIONS:
        for form in FORMATS:
            if question[0] == "show" and form == "csv":
                continue
            for language in ("en", "fr"):
                words = (*question, "--format", form, "--lang", language, *also)
                ran = run(*words)
                assert ran.code == 0, (words, ran.err)
                assert ran.out
                found[words] = ran.out
    return found


def test_the_database_may_be_deleted_at_any_time(folder: Path, run: Run) -> None:
    run("update", MEETINGS, "done", "--for", "2025-12-21", "--on", "2025-12-18", "--evidence", "m.pdf")
    before = answers(run)
    folder.joinpath("commitments.db").unlink()
    assert answers(run) == before
    run("sync", "--rebuild")
    assert answers(run) == before


def test_an_as_of_answer_never_depends_on_a_later_entry(folder: Path, run: Run) -> None:
    before = answers(run, "--as-of", "2026-11-20")
    run("update", MEETINGS, "done", "--for", "2025-12-21", "--on", "2026-11-21")
    run("note", "observer", "rang them", "--dispute", "OIM")
    run("update", "young-entrepreneurs", "done")
    assert answers(run, "--as-of", "2026-11-20") == before


def test_what_is_recorded_later_changes_nothing_of_what_was_known(folder: Path, run: Run) -> None:
    before = answers(run, "--as-of", "2026-06-30", "--known-at", "2026-06-30")
    run("update", MEETINGS, "done", "--for", "2025-12-21", "--on", "2025-12-18")
    known = answers(run, "--as-of", "2026-06-30", "--known-at", "2026-06-30")
    assert known == before
    assert answers(run, "--as-of", "2026-06-30") != before


def test_a_broken_register_is_told_and_costs_nothing(folder: Path, run: Run) -> None:
    run("status")
    register, database = folder / "commitments.toml", folder / "commitments.db"
    register.write_text(
        register.read_text().replace('kind           = "validity"', 'kind           = "validty"')
    )
    before = database.read_bytes()
    for words in (
        ("status",),
        ("list",),
        ("show", "expiry"),
        ("update", "observer", "in-progress"),
        ("sync",),
    ):
        ran = run(*words)
        assert ran.code == 2
        assert ran.out == ""
        assert ran.err.startswith("tracker: error: commitments.toml:")
        assert "validity" in ran.err
    assert database.read_bytes() == before
    checked = run("check")
    assert checked.code == 2
    assert checked.out.startswith("commitments.toml:")


@pytest.mark.parametrize("damage", ["emptied", "nonsense", "cut", "overwritten"])
def test_a_damaged_database_is_built_again(folder: Path, run: Run, damage: str) -> None:
    before = run("list", "--format", "json").out
    database = folder / "commitments.db"
    whole = database.read_bytes()
    database.write_bytes(
        {
            "emptied": b"",
            "nonsense": b"nonsense" * 1000,
            "cut": whole[:5000],
            "overwritten": whole[:200] + b"\xff" * (len(whole) - 200),
        }[damage]
    )
    ran = run("list", "--format", "json")
    assert (ran.code, ran.out) == (0, before)


def test_a_database_of_something_else_is_left_alone(folder: Path, run: Run) -> None:
    database = folder / "commitments.db"
    with sqlite3.connect(database) as other:
        other.execute("CREATE TABLE precious (fact)")
    other.close()
    content = database.read_bytes()
    ran = run("status")
    assert ran.code == 2
    assert "not a database of this program" in ran.err
    assert database.read_bytes() == content
    assert run("status", "--db", str(folder / "own.db")).code == 0


def test_a_newer_database_is_built_again(folder: Path, run: Run) -> None:
    before = run("status").out
    with sqlite3.connect(folder / "commitments.db") as newer:
        newer.execute("PRAGMA user_version = 9999")
    newer.close()
    assert run("status").out == before


def test_the_register_may_be_named_and_lie_elsewhere(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = run("status").out
    monkeypatch.chdir(folder / "seeds")
    assert run("status").out == before
    monkeypatch.chdir(tmp_path)
    assert run("status").code == 2
    assert run("--file", "register/commitments.toml").out == before
    assert run("status", "--file", str(folder)).code == 2
    monkeypatch.setenv("TRACKER_FILE", str(folder / "commitments.toml"))
    assert run("status").out == before


def test_bom_and_crlf_are_read_and_kept(folder: Path, run: Run) -> None:
    before = run("list", "--format", "json").out
    register = folder / "commitments.toml"
    windows = b"\xef\xbb\xbf" + register.read_bytes().replace(b"\n", b"\r\n")
    register.write_bytes(windows)
    assert run("list", "--format", "json").out == before
    assert run("update", "observer", "in-progress").code == 0
    changed = register.read_bytes()
    assert changed.startswith(b"\xef\xbb\xbf")
    assert b"\n" not in changed.replace(b"\r\n", b"")
    assert run("undo").code == 0
    assert register.read_bytes() == windows


def test_fail_on_is_exit_code_one(folder: Path, run: Run) -> None:
    assert run("status", "--fail-on", "overdue").code == 1
    assert run("status", "--fail-on", "blocked,lapsed").code == 0
    assert run("list", "--fail-on", "review-due").code == 1
    assert run("list", "--agreement", "oim-maroc", "--fail-on", "overdue").code == 0
    assert run("status", "--fail-on", "lateish").code == 2
    for command in ("status", "list", "report"):
        assert run(command, "--fail-on", "late").code == 0
    run("update", "half-yearly", "blocked", "--for", "2025-12-21", "--on", "2026-02-01")
    for command in ("status", "list", "report"):
        assert run(command, "--fail-on", "en retard").code == 1


def test_late_is_what_an_entry_says_is_not_done(folder: Path, run: Run) -> None:
    assert MEETINGS in run("list", "--state", "past due").out
    assert MEETINGS not in run("list", "--state", "late").out
    run("update", "half-yearly", "blocked", "--for", "2025-12-21", "--on", "2026-02-01")
    assert MEETINGS in run("list", "--state", "late").out
    assert MEETINGS in run("list", "--state", "en retard", "--format", "json").out
    assert MEETINGS in run("list", "--occurrences", "--state", "late").out
    assert run("list", "--state", "late,overdue").out == run("list", "--state", "past due").out


def test_check_finds_nothing_in_the_real_register(folder: Path, run: Run) -> None:
    ran = run("check")
    assert (ran.code, ran.out, ran.err) == (0, "", "")


def test_the_horizon_is_extended_on_demand(folder: Path, run: Run) -> None:
    register = folder / "commitments.toml"
    register.write_text(
        register.read_text()
        + '\n[obligations.icesco-oim.forever]\ntitle = "t"\n'
        + 'every = "1 month"\nfirst = 2023-03-31\nbasis = "b"\n'
    )
    shown = json.loads(run("show", "forever", "--format", "json", "--as-of", "2099-02-28").out)
    assert shown["next_due"] == "2099-02-28"
    assert shown["missed"] == 911
    assert run("show", "forever", "--format", "json", "--as-of", "2099-02-28").code == 0


@pytest.mark.parametrize("also", [(), ("--known-at", "today")])
def test_dates_far_ahead_are_laid_out_as_far_as_is_asked(
    folder: Path, run: Run, also: tuple[str, ...]
) -> None:
    register = folder / "commitments.toml"
    register.write_text(
        register.read_text()
        + '\n[obligations.icesco-oim.forever]\ntitle = "t"\n'
        + 'every = "1 year"\nfirst = 2023-03-31\nbasis = "b"\n'
    )
    words = ("list", "--occurrences", "--format", "json", "--agreement", "icesco-oim", *also)
    shown = json.loads(run(*words, "--horizon", "15 years").out)
    assert max(row["due"] for row in shown if row["due"]) == "2041-03-31"
    assert max(row["due"] for row in json.loads(run(*words).out) if row["due"]) == "2027-03-31"


def test_include_is_watched_for_new_files(folder: Path, run: Run) -> None:
    register = folder / "commitments.toml"
    register.write_text('include = ["agreements/*.toml"]\n' + register.read_text())
    assert run("status").code == 0
    more = folder / "agreements"
    more.mkdir()
    (more / "a.toml").write_text(
        '[agreements.new]\ntitle = "N"\nparties = ["OIM"]\ndate = 2026-01-01\n'
        '[obligations.new.one]\ntitle = "One"\ndue = 2026-02-01\n'
    )
    assert "23 obligations" in run("status").out
    (more / "a.toml").unlink()
    assert "22 obligations" in run("status").out


def test_what_has_no_arabic_answers_in_english_whole_with_titles_in_arabic(folder: Path, run: Run) -> None:
    text = folder / "commitments.toml"
    english = run("list", "--columns", "ref,state,kind").out
    stated = text.read_text(encoding="utf-8")
    assert stated.count('language = "en"') == 1
    text.write_text(stated.replace('language = "en"', 'language = "ar"'), encoding="utf-8")
    assert run("list", "--columns", "ref,state,kind").out == english
    screen = run("status").out
    assert "Past due   335 days" in screen
    assert "الاجتماعات نصف السنوية لآلية المتابعة المشتركة" in screen
    assert "22 obligations" in screen
    assert run("update", MEETINGS, "later").err.startswith("tracker: error: ")
    for command in (("report",), ("brief", "OIC"), ("timeline",), ("calendar",)):
        answer = run(*command).out
        assert "reckoned" not in answer
        assert run(*command, "--lang", "ar").out == answer


def test_a_column_may_be_called_by_its_heading_in_every_format(run: Run) -> None:
    ran = run("list", "--format", "csv", "--columns", "who owes,ref", "--limit", "1")
    assert ran.code == 0
    assert ran.out.startswith("bearers,ref\n")
    sheet = run("list", "--format", "csv", "--columns", "ref", "--sort", "-title", "--limit", "2").out
    plain = run("list", "--format", "plain", "--columns", "ref", "--sort", "-title", "--limit", "2").out
    assert sheet.split()[1:] == plain.split()[1:]
    assert len(sheet.split()) == 3


def test_what_a_limit_leaves_out_is_counted_beside_the_data(folder: Path, run: Run) -> None:
    whole = run("list", "--format", "csv")
    assert whole.err == ""
    for words, more in (
        ((), 17),
        (("--sort", "title"), 17),
        (("--state", "no news"), 14),
        (("--occurrences",), 19),
    ):
        for form in ("plain", "json"):
            ran = run("list", "--limit", "5", *words, "--format", form)
            assert ran.err == f"and {more} more, left out by --limit\n", (words, form)
    assert run("list", "--limit", "22").err == ""
    assert run("list", "--limit", "22", "--format", "csv").out == whole.out


def test_an_agreement_s_owner_looks_after_its_obligations(folder: Path, run: Run) -> None:
    register = folder / "commitments.toml"
    before = register.read_text(encoding="utf-8")
    assert run("list", "--limit", "1", "--format", "json").code == 0  # a projection to be brought up to date
    text = before.replace("\n[agreements.oim-oci]\n", '\n[agreements.oim-oci]\nowner = "x"\n')
    register.write_text(f'{text}\n[people.x]\nname = "Xavier"\nemail = "x@example.org"\n', encoding="utf-8")
    mine = json.loads(run("list", "--owner", "x", "--format", "json").out)
    assert {row["agreement"] for row in mine} == {"oim-oci"}
    assert {row["owner"] for row in mine} == {"x"}
    assert "Looked after by Xavier" in run("report", "--owner", "x").out
    assert "Looked after by  x" in run("show", MEETINGS).out
    run("note", MEETINGS, "handed over", "--owner", "y")
    now = {row["ref"] for row in json.loads(run("list", "--owner", "x", "--format", "json").out)}
    assert now == {row["ref"] for row in mine} - {MEETINGS}
    register.write_text(before, encoding="utf-8")
    assert run("list", "--format", "json").out.count('"owner": null') == 22
