"""A document set against the register: which agreement it is about, what is known, what changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.cli.test_extract import DOCUMENT

NI_SA = "ni-sa-2026"
ELSEWHERE = DOCUMENT.replace("Northern Institute", "Eastern Bureau").replace("NI", "EB")
FIRST = "submit a report"


def put(folder: Path, name: str, text: str) -> str:
    folder.joinpath(name).write_text(text)
    return name


@pytest.fixture
def known(folder: Path, run: Run) -> Path:
    """Take an agreement into the register."""
    put(folder, "mou.txt", DOCUMENT)
    assert run("extract", "mou.txt", "--accept", "all", "--min-confidence", "0").code == 0
    return folder


def quotes(run: Run, agreement: str) -> list[str]:
    return [row["quote"] for row in json.loads(run("list", "--agreement", agreement, "--format", "json").out)]


def test_the_same_words_of_another_agreement_are_no_part_of_it(known: Path, run: Run) -> None:
    put(known, "other.txt", ELSEWHERE)
    done = run("extract", "other.txt", "--accept", "all", "--min-confidence", "0")
    assert "3 of 3 proposals were added" in done.err
    taken = quotes(run, "eb-sa-2026")
    assert "The Parties shall hold joint meetings every six months" in taken
    assert run("extract", "mou.txt", "--agreement", "new-one").out.startswith("# 3 proposed obligations")


@pytest.mark.parametrize(
    ("name", "text", "agreement", "told"),
    [
        ("mou.txt", DOCUMENT, NI_SA, "all that it promises is in the register already: 3 of 3"),
        ("copy.txt", DOCUMENT, NI_SA, "all that it promises is in the register already: 3 of 3"),
        ("copy.txt", DOCUMENT.replace(FIRST, "pay"), NI_SA, "1 registered quotes are not in this text"),
        ("mou.txt", DOCUMENT.replace(FIRST, "pay"), NI_SA, f"the document is about {NI_SA}"),
        (
            "third.txt",
            DOCUMENT.replace(FIRST, "pay").replace("MEMORANDUM OF UNDERSTANDING", "PROTOCOL ON PAYMENTS"),
            f"{NI_SA}-2",
            f"this may be about {NI_SA}, which the register has: if so, add --agreement {NI_SA}",
        ),
        (
            "later.txt",
            DOCUMENT.replace("March 2026", "March 2027"),
            "ni-sa-2027",
            f"this may be about {NI_SA}",
        ),
        (
            "same-year.txt",
            DOCUMENT.replace("3 March", "4 March").replace("shall", "shall never"),
            f"{NI_SA}-2",
            f"this may be about {NI_SA}",
        ),
        (
            "unlike.txt",
            DOCUMENT.replace("3 March 2026", "4 March 2027").replace("shall", "shall never"),
            "ni-sa-2027",
            "",
        ),
    ],
)
def test_an_agreement_is_recognised(
    known: Path, run: Run, name: str, text: str, agreement: str, told: str
) -> None:
    put(known, name, text)
    shown = run("extract", name)
    assert told in shown.err
    assert ("may be about" in shown.err) == ("may be about" in told)
    header = f"[agreements.{agreement}]"
    assert (header in shown.out) == (agreement != NI_SA)
    assert f"[obligations.{agreement}." in shown.out or "# 0 proposed" in shown.out


def test_an_agreement_is_meant_in_whatever_letter_case(known: Path, run: Run) -> None:
    before = (known / "commitments.toml").read_text()
    again = run("extract", "mou.txt", "--agreement", NI_SA.upper(), "--accept", "all")
    assert "all that it promises is in the register already: 3 of 3" in again.err
    assert (known / "commitments.toml").read_text() == before
    assert run("extract", "mou.txt", "--compare", "--agreement", NI_SA.upper()).code == 0
    put(known, "other.txt", ELSEWHERE)
    assert run("extract", "other.txt", "--agreement", "Pact", "--accept", "all").code == 0
    put(known, "commitments.toml", (known / "commitments.toml").read_text().replace(f".{NI_SA}", ".pact"))
    told = run("extract", "other.txt", "--agreement", "PACT")
    assert (told.code, told.out) == (2, "")
    assert "'PACT' may mean" in told.err


def test_terms_that_changed_are_told(known: Path, run: Run) -> None:
    force = "\nArticle 4\nThis Memorandum shall remain in force until {}.\n"
    put(known, "force.txt", DOCUMENT.replace("Southern", "Western") + force.format("31 December 2028"))
    run("extract", "force.txt", "--agreement", "ni-wa", "--accept", "all")
    assert "expires" not in run("extract", "force.txt", "--agreement", "ni-wa").err
    put(known, "force.txt", DOCUMENT.replace("Southern", "Western") + force.format("31 December 2030"))
    said = run("extract", "force.txt", "--agreement", "ni-wa").err
    assert "ni-wa is in force to 2028-12-31 in the register, but the document says 2030-12-31" in said
    assert "tracker update ni-wa extended --ends 2030-12-31" in said
    put(known, "force.txt", DOCUMENT.replace("Southern", "Western") + force.format("31 December 2027"))
    said = run("extract", "force.txt", "--agreement", "ni-wa").err
    assert "ni-wa has expires = 2028-12-31 in the register, but the document says 2027-12-31" in said


def test_an_end_that_the_log_has_moved_is_no_change(known: Path, run: Run) -> None:
    text = DOCUMENT.replace("Southern", "Western")
    text += "\nArticle 4\nThis Memorandum shall remain in force until 31 December {}.\n"
    put(known, "force.txt", text.format(2028))
    assert run("extract", "force.txt", "--agreement", "ni-wa", "--accept", "all").code == 0
    assert run("update", "ni-wa", "extended", "--ends", "2029-12-31").code == 0
    for year in (2028, 2029):
        put(known, "force.txt", text.format(year))
        assert "but the document says" not in run("extract", "force.txt", "--agreement", "ni-wa").err
    put(known, "force.txt", text.format(2031))
    said = run("extract", "force.txt", "--agreement", "ni-wa").err
    assert "ni-wa is in force to 2029-12-31 in the register, but the document says 2031-12-31" in said
    assert "tracker update ni-wa extended --ends 2031-12-31" in said


@pytest.mark.parametrize(
    ("words", "out", "said"),
    [
        ((), "", f"compared with {NI_SA}"),
        (("--agreement", NI_SA), "", ""),
        (("--agreement", "oim-oci"), "oim-oci.", "registered quotes are not in this text"),
    ],
)
def test_a_text_is_compared_with_its_own_agreement(
    known: Path, run: Run, words: tuple[str, ...], out: str, said: str
) -> None:
    ran = run("extract", "mou.txt", "--compare", *words)
    assert ran.code == bool(out)
    assert all(line.startswith(out) for line in ran.out.splitlines())
    assert bool(ran.out) == bool(out)
    assert said in ran.err


def test_a_quote_that_is_gone_is_named_without_naming_the_agreement(known: Path, run: Run) -> None:
    put(known, "mou.txt", DOCUMENT.replace(FIRST, "pay"))
    ran = run("extract", "mou.txt", "--compare")
    assert ran.code == 1
    assert [line.partition(".")[0] for line in ran.out.splitlines()] == [NI_SA]


def test_a_source_is_compared_with_what_was_taken_from_it(known: Path, run: Run) -> None:
    put(known, "annex.txt", DOCUMENT.partition("Article 1")[0] + "Article 1\nThe SA shall pay the NI.\n")
    assert run("extract", "annex.txt", "--agreement", NI_SA, "--accept", "all").code == 0
    assert run("extract", "annex.txt", "--compare").code == 0
    assert run("extract", "mou.txt", "--compare").code == 0
    put(known, "newer.txt", DOCUMENT)
    assert "The SA shall pay" in run("extract", "newer.txt", "--compare").out


@pytest.mark.parametrize(
    ("name", "words", "said"),
    [
        ("mou.txt", ("--agreement", "nonsense"), "there is no agreement 'nonsense'"),
        ("mou.txt", ("--agreement", f"{NI_SA}x"), f"did you mean {NI_SA}?"),
        ("other.txt", (), "no agreement that this text seems to be about: name it with --agreement ID"),
    ],
)
def test_what_cannot_be_compared(known: Path, run: Run, name: str, words: tuple[str, ...], said: str) -> None:
    put(known, "other.txt", ELSEWHERE)
    ran = run("extract", name, "--compare", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err


def test_comparing_needs_a_register(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    put(tmp_path, "mou.txt", DOCUMENT)
    ran = run("extract", "mou.txt", "--compare")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no commitments.toml" in ran.err


def test_an_agreement_without_quotes_has_nothing_to_compare(known: Path, run: Run) -> None:
    register = known / "commitments.toml"
    bare = '\n[agreements.bare]\ntitle = "x"\nkind = "mou"\nparties = ["OIM"]\ndate = 2024-01-01\n'
    register.write_text(register.read_text() + bare)
    ran = run("extract", "mou.txt", "--compare", "--agreement", "bare")
    assert (ran.code, ran.out) == (0, "")
    assert "bare has no quotes in the register to look for" in ran.err
