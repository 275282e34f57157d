"""`tracker report`, as it is typed."""

from __future__ import annotations

import csv
import json
import os
import sqlite3
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Ran, Run
from tests.views.report_of_november import HAPPENED


@pytest.fixture
def happened(folder: Path) -> Path:
    """Let things happen in the register."""
    path = folder / "commitments.toml"
    text = path.read_text(encoding="utf-8").replace('language = "en"', 'language = "en"\nus = ["OIM"]')
    path.write_text(text + HAPPENED, encoding="utf-8")
    return folder


def parsed(ran: Ran) -> Any:
    assert ran.code == 0, ran.err
    return json.loads(ran.out)


def test_it_reports_the_week_up_to_the_day(happened: Path, run: Run) -> None:
    ran = run("report")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("Partnerships desk: report of 21 November 2026\n====")
    assert "Changed since 14 November 2026" in ran.out
    assert max(map(len, ran.out.splitlines())) <= 78
    assert ran.out == run("report").out


def test_it_is_the_same_from_a_projection_built_anew(happened: Path, run: Run) -> None:
    before = [run("report", "--format", form).out for form in ("plain", "json", "csv", "markdown")]
    (happened / "commitments.db").unlink()
    assert before == [run("report", "--format", form).out for form in ("plain", "json", "csv", "markdown")]


@pytest.mark.parametrize(
    ("words", "since"),
    [
        ((), "2026-11-14"),
        (("--since", "2026-01-01"), "2026-01-01"),
        (("--since", "-30d"), "2026-10-22"),
        (("--since=-1m",), "2026-10-21"),
        (("--since", "-7d", "--as-of", "2026-06-30"), "2026-06-23"),
        (("--since", "today"), "2026-11-21"),
    ],
)
def test_since_counts_from_the_day_of_the_report(
    folder: Path, run: Run, words: tuple[str, ...], since: str
) -> None:
    assert parsed(run("report", "--format", "json", *words))["since"] == since


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("30d", "2026-12-21"),
        ("2w", "2026-12-05"),
        ("1m", "2026-12-21"),
        ("'1 year'", None),
        ("1 year", "2027-11-21"),
        ("5y", "2031-11-21"),
    ],
)
def test_the_horizon(folder: Path, run: Run, typed: str, until: str | None) -> None:
    ran = run("report", "--format", "json", "--horizon", typed)
    if until is None:
        assert ran.code == 2
        assert "is not a length of time" in ran.err
    else:
        assert parsed(ran)["until"] == until


def test_a_far_horizon_has_what_recurs(folder: Path, run: Run) -> None:
    found = parsed(run("report", "--format", "json", "--horizon", "2y"))
    assert [row["due"] for row in found["due_soon"]] == [
        *("2026-12-21", "2027-06-21", "2027-12-21", "2027-12-31"),
    ]


def test_it_may_be_of_a_party_an_agreement_or_a_person(happened: Path, run: Run) -> None:
    assert "oim-maroc" in {
        line["agreement"] for line in parsed(run("report", "Morocco", "--format", "json"))["agreements"]
    }
    assert "Looked after by Mission in Rabat." in run("report", "--owner", "rabat").out
    ran = run("report", "OCI", "--lang", "fr")
    assert "Sur\u00a0: Organisation de la coopération islamique." in ran.out


def test_known_at_leaves_out_what_was_recorded_later(happened: Path, run: Run) -> None:
    found = parsed(run("report", "--known-at", "2026-11-16", "--format", "json"))
    assert found["known_at"] == "2026-11-16"
    assert found["changed"]["done"] == []


def test_a_partner_sees_nothing_private(happened: Path, run: Run) -> None:
    found = parsed(run("report", "--audience", "partner", "--format", "json"))
    assert found["decisions"]["blocked"] == found["changed"]["blocked"] == []
    assert parsed(run("report", "--format", "json"))["decisions"]["blocked"] != []
    said = run("report", "--audience", "partner", "--format", "json").out
    for secret in ("No counterpart is named", "mission-rabat", "Rabat", "minutes/2025-12.pdf", "Jeddah"):
        assert secret not in said
    known = parsed(run("report", "--audience", "partner", "--known-at", "2026-11-16", "--format", "json"))
    assert known["changed"]["done"] == []


def test_a_partner_s_report_is_that_of_the_register_without_private_entries(happened: Path, run: Run) -> None:
    private = run("report", "--audience", "partner").out
    path = happened / "commitments.toml"
    text = path.read_text(encoding="utf-8")
    entry = '[[obligations.oim-oci.office-coordination.log]]\non = 2026-11-18\nstatus = "blocked"\n'
    entry += 'note = "No counterpart is named"\nprivate = true\n'
    path.write_text(text.replace(entry, ""), encoding="utf-8")
    assert run("report", "--audience", "partner").out == private


def test_arabic_names_what_has_no_arabic_title(happened: Path, run: Run) -> None:
    ran = run("report", "--lang", "ar")
    assert ran.code == 0
    assert "تقرير 21 نوفمبر 2026" in ran.out
    assert "icesco-oim.study, protocol.exchange" in ran.err


def test_it_goes_to_a_file_whole_or_not_at_all(happened: Path, run: Run) -> None:
    ran = run("report", "--output", "monday.txt")
    assert (ran.code, ran.out) == (0, "")
    assert (happened / "monday.txt").read_text(encoding="utf-8") == run("report").out
    ran = run("report", "--output", "nowhere/monday.txt")
    assert ran.code == 2
    assert "nowhere/monday.txt can't be written" in ran.err
    assert run("report", "--output", "commitments.toml").code == 2


def test_fail_on(happened: Path, run: Run) -> None:
    assert run("report", "--fail-on", "overdue").code == 1
    assert run("report", "--fail-on", "awaiting").code == 0
    assert run("report", "--fail-on", "nonsense").code == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--lang", "de"), "there is no language 'de' here; there are en, fr, ar"),
        (("OICC",), "there is no agreement or party 'OICC'; did you mean"),
        (("--owner", "nobody-here"), "nobody called 'nobody-here' looks after anything"),
        (("--since", "2026-12-01"), "--since 2026-12-01 is after 2026-11-21"),
        (("--since", "whenever"), "'whenever' is not a day"),
        (("--audience", "parner"), "did you mean partner?"),
        (("--format", "pdf"), "there is no format 'pdf' here"),
    ],
)
def test_what_cannot_be_done_says_so(folder: Path, run: Run, words: tuple[str, ...], said: str) -> None:
    ran = run("report", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_an_empty_register_is_one_line(folder: Path, run: Run) -> None:
    (folder / "commitments.toml").write_text("", encoding="utf-8")
    ran = run("report")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Saturday 21 November 2026: nothing is promised in this register yet.\n"
    assert parsed(run("report", "--format", "json"))["agreements"] == []


def test_who_looks_after_nothing_is_told_so(folder: Path, run: Run) -> None:
    register = folder / "commitments.toml"
    named = register.read_text(encoding="utf-8") + '\n[people.mission-rabat]\nname = "Mission in Rabat"\n'
    register.write_text(named, encoding="utf-8")
    ran = run("report", "--owner", "mission-rabat")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out == "Saturday 21 November 2026: nothing is looked after by Mission in Rabat.\n"
    assert (
        "nothing is looked after by Mission in Rabat"
        in parsed(run("report", "--owner", "mission-rabat", "--format", "json"))["headline"]
    )


def test_csv_has_a_line_a_row(happened: Path, run: Run) -> None:
    lines = list(csv.DictReader(run("report", "--format", "csv").out.splitlines()))
    assert {line["part"] for line in lines} == {"changed", "decisions", "overdue", "due_soon", "review_due"}


def git(folder: Path, *words: str) -> str:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")} | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    named = ("-c", "user.name=x", "-c", "user.email=x@example.org")
    done = subprocess.run(
        ["git", *named, *words],  # noqa: S607 - git as it is installed
        cwd=folder, env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


def test_the_foot_has_the_commit_if_there_is_one(folder: Path, run: Run) -> None:
    assert parsed(run("report", "--format", "json"))["footer"]["commit"] is None
    git(folder, "init", "-q")
    git(folder, "add", "commitments.toml")
    git(folder, "commit", "-q", "-m", "register")
    at = git(folder, "rev-parse", "--short", "HEAD")
    assert parsed(run("report", "--format", "json"))["footer"]["commit"] == at
    path = folder / "commitments.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# more\n", encoding="utf-8")
    assert parsed(run("report", "--format", "json"))["footer"]["commit"] == f"{at}+"


def test_a_projection_of_another_version_is_built_anew_though_the_text_is_the_same(
    folder: Path, run: Run
) -> None:
    before = run("report").out
    connection = sqlite3.connect(folder / "commitments.db")
    connection.execute("DROP INDEX spans_silent")
    connection.execute("PRAGMA user_version = 1")
    connection.close()
    assert run("report") == Ran(0, before, "")
