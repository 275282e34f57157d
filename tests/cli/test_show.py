"""`tracker show`: an obligation by any part of its name, an agreement by its whole one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


def test_an_agreement_is_shown_by_its_id(folder: Path, run: Run) -> None:
    ran = run("show", "oim-oci")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("IOM–OIC action plan 2025–2027\noim-oci\n")
    assert "oim-oci.half-yearly-meetings   past due  2025-12-21*  Half-yearly" in ran.out


def test_and_by_an_id_that_it_had(folder: Path, run: Run) -> None:
    register = folder / "commitments.toml"
    register.write_text(
        register.read_text().replace("[agreements.oim-oci]", '[agreements.oim-oci]\nformerly = ["plan"]', 1)
    )
    assert run("show", "plan").out == run("show", "oim-oci").out
    assert "Formerly       plan\n" in run("show", "plan").out


def test_a_part_of_a_name_means_an_obligation(folder: Path, run: Run) -> None:
    assert run("show", "half-yearly").out.startswith("Half-yearly meetings of the joint")
    assert "may mean oim-oci." in run("show", "oim-oc").err


@pytest.mark.parametrize("form", ["table", "plain", "json", "markdown"])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_in_every_format(folder: Path, run: Run, form: str, language: str) -> None:
    ran = run("show", "icesco-oim", "--format", form, "--lang", language)
    assert ran.code == 0
    if form == "json":
        shown = json.loads(ran.out)
        assert (shown["id"], shown["as_of"]) == ("icesco-oim", "2026-11-21")
        assert len(shown["obligations"]) == sum(shown["totals"].values())
    else:
        assert "icesco-oim.observer-status" in ran.out.replace("\\", "")


def test_before_it_there_was_none(folder: Path, run: Run) -> None:
    ran = run("show", "oim-oci", "--as-of", "2025-06-20")
    assert (ran.code, ran.out) == (2, "")
    assert "there was no agreement oim-oci on 2025-06-20: it is of 2025-06-21" in ran.err


def test_what_is_extended_says_until_when(folder: Path, run: Run) -> None:
    register = folder / "commitments.toml"
    log = 'log = [{ on = 2026-06-01, status = "extended", ends = 2028-06-30, note = "By letter" }]'
    register.write_text(
        register.read_text().replace("[agreements.oim-oci]", f"[agreements.oim-oci]\n{log}", 1)
    )
    shown = run("show", "oim-oci").out
    assert "Last day       2028-06-30" in shown
    assert "  2026-06-01  extended, until 2028-06-30\n              By letter" in shown


def test_an_agreement_that_is_not_in_force_says_why(folder: Path, run: Run) -> None:
    register = folder / "commitments.toml"
    text = register.read_text()
    register.write_text(
        text.replace(
            "[agreements.oim-oci]", '[agreements.oim-oci]\nlog = [{ on = 2026-05-01, status = "suspended" }]'
        ).replace("[agreements.icesco-oim]", "[agreements.icesco-oim]\neffective = 2027-01-01")
    )
    assert "suspended; it runs from 2025-06-21 to 2027-12-31" in run("show", "half").out
    assert "not in force, from 2027-01-01 on" in run("show", "observer").out
    register.write_text(
        text.replace(
            "[agreements.icesco-oim]",
            '[agreements.icesco-oim]\nlog = [{ on = 2026-05-01, status = "suspended" }]',
        )
    )
    assert "suspended; it began on 2023-02-16" in run("show", "observer").out


def test_what_was_recorded_of_another_date_says_nothing_of_this_one(folder: Path, run: Run) -> None:
    assert run("update", "half-yearly", "done", "--for", "2026-06-21").code == 0
    said = "due 2025-12-21, reckoned: effective + 6 months; nothing recorded by 2026-11-21; 335 days late"
    assert said in " ".join(run("show", "half-yearly").out.split())
    assert json.loads(run("show", "half-yearly", "--format", "json").out)["reason"].startswith(said)
    assert run("note", "half-yearly", "asked").code == 0
    assert "what was recorded on 2026-11-21 doesn't say" in " ".join(run("show", "half-yearly").out.split())
