"""`tracker accept`: the document as it is now, after a look at what moved in it."""

from __future__ import annotations

import json
import re
import tomllib
from difflib import ndiff
from hashlib import sha256
from pathlib import Path

import pytest

from tests.cli.conftest import Run

OWN = "oim-oci"
DOCUMENT = "seeds/002_ed66366ef03e6283.txt"


def digest(folder: Path, file: str = DOCUMENT) -> str:
    return sha256((folder / file).read_bytes()).hexdigest()


def test_a_document_is_accepted_and_watched(folder: Path, run: Run) -> None:
    register = folder / "commitments.toml"
    before = register.read_text()
    ran = run("accept", OWN)
    assert ran.code == 0, ran.err
    assert f"{OWN}: {DOCUMENT} is accepted for the first time" in ran.out
    assert "oim-oci.half-yearly-meetings: the quote stands at line 17" in ran.out
    assert "written to commitments.toml:" in ran.err
    sources = tomllib.loads(register.read_text())["agreements"][OWN]["sources"]
    assert sources == {"accepted": {"file": DOCUMENT, "sha256": digest(folder)}}
    changed = ndiff(before.splitlines(), register.read_text().splitlines())
    assert not [line for line in changed if line.startswith("- ")]
    assert run("check") == (0, "", "")
    assert "is the accepted document" in run("accept", OWN).out

    document = folder / DOCUMENT
    document.write_text(document.read_text().replace("réunions semestrielles", "réunions annuelles"))
    checked = run("check")
    assert checked.code == 1
    assert "W507" in checked.out
    ran = run("accept", OWN)
    assert "is another document than the accepted one" in ran.out
    lines = ran.out.splitlines()
    assert lines[1].startswith(
        "  oim-oci.half-yearly-meetings: the quote no longer stands there; the text agrees"
    )
    assert len(tomllib.loads(register.read_text())["agreements"][OWN]["sources"]) == 1
    said = run("check").out
    assert "W507" not in said
    assert "W504" in said

    assert run("undo").code == 0
    assert run("undo").code == 0
    assert register.read_text() == before


@pytest.mark.parametrize("typed", [OWN, DOCUMENT, "./seeds/../" + DOCUMENT])
def test_it_is_shown_without_being_taken(folder: Path, run: Run, typed: str) -> None:
    before = (folder / "commitments.toml").read_bytes()
    ran = run("accept", typed, "--dry-run")
    assert ran.code == 0
    assert "+[agreements.oim-oci.sources.accepted]\n" in ran.out
    assert re.search(rf'^\+sha256 += "{digest(folder)}"$', ran.out, re.MULTILINE)
    assert (folder / "commitments.toml").read_bytes() == before


def test_from_another_folder(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder / "seeds")
    ran = run("accept", Path(DOCUMENT).name, "--format", "json")
    assert ran.code == 0, ran.err
    (found,) = json.loads(ran.out)
    assert (found["agreement"], found["file"], found["before"]) == (OWN, DOCUMENT, None)
    assert found["after"] == digest(folder)
    assert {quote["times"] for quote in found["quotes"]} == {1}


def test_a_named_source_has_its_own_hash(folder: Path, run: Run) -> None:
    register = folder / "commitments.toml"
    copy = folder / "seeds" / "copy.pdf"
    copy.write_bytes(b"%PDF-1.7")
    (folder / "seeds" / "b.txt").write_text("b")
    more = (
        f'\n[agreements.{OWN}.sources.copy]\nfile = "seeds/copy.pdf"\nsha256 = "{"0" * 64}"  # of May\n'
        f'\n[agreements.{OWN}.sources.accepted]\nfile = "seeds/b.txt"\n'
        f'\n[agreements.{OWN}.sources.web]\nurl = "https://example.org"\n'
    )
    register.write_text(register.read_text() + more)
    ran = run("accept", f"{OWN}.copy")
    assert ran.code == 0
    assert "its quotes could not be looked for: it is not a text" in ran.out
    assert f'sha256 = "{digest(folder, "seeds/copy.pdf")}"  # of May' in register.read_text()
    ran = run("accept", f"{OWN}.web")
    assert ran.code == 2
    assert "is a link" in ran.err
    assert run("accept", OWN, "--format", "plain").code == 0
    sources = tomllib.loads(register.read_text())["agreements"][OWN]["sources"]
    assert sources["accepted-2"] == {"file": DOCUMENT, "sha256": digest(folder)}
    assert sources["accepted"] == {"file": "seeds/b.txt", "sha256": digest(folder, "seeds/b.txt")}


def test_in_an_included_file_the_path_is_as_it_stands_there(folder: Path, run: Run) -> None:
    (folder / "more").mkdir()
    (folder / "more" / "paper.txt").write_text("The parties shall meet. The parties shall meet.")
    (folder / "more" / "x.toml").write_text(
        '[agreements.x]\ntitle = "X"\nparties = ["A", "B"]\ndate = 2026-01-01\nsource = "paper.txt"\n\n'
        '[obligations.x.meet]\ntitle = "Meet"\nkind = "joint-meeting"\nquote = "shall meet"\n\n'
        '[obligations.x.pay]\ntitle = "Pay"\nkind = "funding"\nquote = "nothing of it"\n'
    )
    register = folder / "commitments.toml"
    register.write_text('include = ["more/*.toml"]\n' + register.read_text())
    ran = run("accept", "x")
    assert ran.code == 0, ran.err
    assert "x.meet: the quote stands at line 1, and in 2 places" in ran.out
    assert "x.pay: the quote no longer stands there\n" in ran.out
    stated = tomllib.loads((folder / "more" / "x.toml").read_text())["agreements"]["x"]["sources"]
    assert stated["accepted"]["file"] == "paper.txt"
    assert "W507" not in run("check").out


@pytest.mark.parametrize("typed", ["nothing", "oim-oci.nothing", "../x.txt", "seeds/none.txt"])
def test_what_is_no_document(folder: Path, run: Run, typed: str) -> None:
    ran = run("accept", typed)
    assert (ran.code, ran.out) == (2, "")
    assert "there is no agreement, source or document" in ran.err
    assert "oim-oci" in ran.err


def test_what_cannot_be_read_is_not_accepted(folder: Path, run: Run) -> None:
    before = (folder / "commitments.toml").read_bytes()
    (folder / DOCUMENT).unlink()
    ran = run("accept", OWN)
    assert (ran.code, ran.out) == (2, "")
    assert f"{DOCUMENT} can't be accepted" in ran.err
    assert (folder / "commitments.toml").read_bytes() == before


def test_an_agreement_without_a_document(folder: Path, run: Run) -> None:
    register = folder / "commitments.toml"
    with register.open("a") as file:
        file.write('\n[agreements.bare]\ntitle = "B"\nparties = ["A", "B"]\ndate = 2026-01-01\n')
    ran = run("accept", "bare")
    assert ran.code == 2
    assert "has no document to accept" in ran.err
