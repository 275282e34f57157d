"""The report's further forms, as they are asked for on the command line."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path

import pytest

from tests import real
from tests.cli.conftest import Run


def test_a_page_is_printed_or_saved(run: Run, folder: Path) -> None:
    printed = run("report", "--format", "html", "--lang", "fr")
    assert printed.code == 0
    assert printed.out.startswith('<!DOCTYPE html>\n<html lang="fr"')
    assert "<svg" in printed.out
    assert '<blockquote lang="fr"' in printed.out
    assert run("report", "--format", "html", "--lang", "fr", "--output", "page.html").out == ""
    assert (folder / "page.html").read_text(encoding="utf-8") == printed.out


def test_a_page_of_one_owner_has_no_picture_of_all(run: Run, folder: Path) -> None:
    register = folder / "commitments.toml"
    text = register.read_text(encoding="utf-8").replace(
        "[obligations.icesco-oim.observer-status]",
        '[obligations.icesco-oim.observer-status]\nowner = "legal"',
    )
    register.write_text(text, encoding="utf-8")
    made = run("report", "--format", "html", "--owner", "legal").out
    assert "<svg" not in made
    assert made.count("<tr id=") == 1


def test_a_page_is_of_what_was_asked_for(run: Run, folder: Path) -> None:
    made = run("report", "oim-oci", "--format", "html").out
    assert "row-oim-oci.half-yearly-meetings" in made
    assert "row-icesco" not in made


@pytest.mark.parametrize(("form", "library"), [("xlsx", "openpyxl"), ("docx", "docx")])
def test_office_documents_go_to_a_file(run: Run, folder: Path, form: str, library: str) -> None:
    real.library(library)
    refused = run("report", "--format", form)
    assert refused.code == 2
    assert f"{form} is no text for a terminal; name a file with --output" in refused.err
    assert run("report", "--format", form, "--output", f"report.{form}").code == 0
    first = (folder / f"report.{form}").read_bytes()
    assert first.startswith(b"PK")
    assert run("report", "--format", form, "--output", f"report.{form}").code == 0
    assert (folder / f"report.{form}").read_bytes() == first


@pytest.mark.parametrize(
    ("form", "library", "name"), [("xlsx", "openpyxl", "openpyxl"), ("docx", "docx", "python-docx")]
)
def test_a_missing_library_is_named(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, form: str, library: str, name: str
) -> None:
    import sys

    for module in [one for one in sys.modules if one.partition(".")[0] == library]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.delitem(sys.modules, f"tracker.views.report.as_{form}", raising=False)

    class Missing:
        @staticmethod
        def find_spec(asked: str, *_more: object) -> None:
            if asked.partition(".")[0] == library:
                raise ModuleNotFoundError(f"No module named {asked!r}", name=library)

    monkeypatch.setattr(sys, "meta_path", [Missing, *sys.meta_path])
    ran = run("report", "--format", form, "--output", "report")
    assert ran.code == 2
    assert f"this format needs {name}; install it with: .venv/bin/pip install -e '.[office]'" in ran.err
    assert not (folder / "report").exists()


@pytest.mark.parametrize("command", ["list", "report"])
def test_csv_for_excel(run: Run, folder: Path, command: str) -> None:
    plain = run(command, "--format", "csv").out
    for sign, written in ((";", ";"), ("tab", "\t"), ("|", "|")):
        made = run(command, "--format", "csv", "--bom", "--delimiter", sign).out
        assert made.startswith("\ufeff")
        assert list(csv.reader(StringIO(made[1:]), delimiter=written)) == list(csv.reader(StringIO(plain)))
    assert run(command, "--format", "csv", "--bom").out == f"\ufeff{plain}"


@pytest.mark.usefixtures("folder")
def test_csv_has_the_columns_that_are_named(run: Run) -> None:
    whole = list(csv.DictReader(StringIO(run("list", "--format", "csv").out)))
    some = list(csv.DictReader(StringIO(run("list", "--format", "csv", "--columns", "due,ref").out)))
    assert some == [{"due": line["due"], "ref": line["ref"]} for line in whole]
    assert list(some[0]) == ["due", "ref"]


@pytest.mark.parametrize("command", ["list", "report"])
def test_csv_options_are_for_csv(run: Run, folder: Path, command: str) -> None:
    assert "--bom and --delimiter are for --format csv" in run(command, "--bom").err
    refused = run(command, "--format", "csv", "--delimiter", "ab")
    assert refused.code == 2
    assert "'ab' does not separate cells" in refused.err
