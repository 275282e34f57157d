"""From a document to reviewed entries of the register."""

from __future__ import annotations

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DOCUMENT = """\
MEMORANDUM OF UNDERSTANDING

between the Northern Institute (hereinafter "NI") and the Southern Agency (hereinafter "SA")

Signed on 3 March 2026.

Article 1
The NI shall submit a report to the SA by 30 June 2027.

Article 2
The Parties shall hold joint meetings every six months.

Article 3
The Parties may invite observers to their meetings.
"""


@pytest.fixture
def document(folder: Path) -> Path:
    """Put an agreement beside the register."""
    path = folder / "mou.txt"
    path.write_text(DOCUMENT)
    return path


def test_json_points_into_the_text(document: Path, run: Run) -> None:
    found = json.loads(run("extract", "mou.txt", "--format", "json").out)
    assert {party["name"] for party in found["parties"]} == {"Northern Institute", "Southern Agency"}
    assert found["date"] == "2026-03-03"
    quotes = [DOCUMENT[one["start"] : one["end"]] for one in found["obligations"]]
    assert quotes == [one["quote"] for one in found["obligations"]]
    assert any("submit a report" in quote for quote in quotes)


def test_the_draft_is_a_register_of_its_own(document: Path, run: Run, tmp_path: Path) -> None:
    draft = run("extract", "mou.txt", "--agreement", "ni-sa").out
    assert run("extract", "mou.txt", "--agreement", "ni-sa").out == draft
    other = document.parent / "draft.toml"
    other.write_text(draft)
    shown = json.loads(run("list", "--file", "draft.toml", "--format", "json").out)
    report = next(row for row in shown if "report" in row["quote"])
    assert (report["due"], report["bearers"]) == ("2027-06-30", ["NI"])
    assert run("check", "--file", "draft.toml").code == 0


def test_a_table_to_look_at_and_standard_input(
    document: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = run("extract", "mou.txt", "--format", "table").out
    assert "submit a report" in shown
    with document.open() as stream:
        monkeypatch.setattr("sys.stdin", stream)
        assert "submit a report" in run("extract", "-", "--format", "table").out


def test_all_that_is_sure_is_accepted_and_known_the_second_time(document: Path, run: Run) -> None:
    before = json.loads(run("list", "--format", "json").out)
    done = run("extract", "mou.txt", "--agreement", "ni-sa", "--accept", "all", "--min-confidence", "0")
    assert done.code == 0, done.err
    after = json.loads(run("list", "--format", "json").out)
    assert len(after) > len(before)
    assert run("check").code == 0
    again = run("extract", "mou.txt", "--agreement", "ni-sa")
    assert again.out.startswith("# 0 proposed obligations")
    document.write_text(
        DOCUMENT + "\nArticle 4\nThe SA shall pay the NI a contribution by 31 December 2026.\n"
    )
    assert run("extract", "mou.txt", "--agreement", "ni-sa").out.startswith("# 1 proposed obligation")


def test_what_an_amended_text_no_longer_says_is_listed(document: Path, run: Run) -> None:
    run("extract", "mou.txt", "--agreement", "ni-sa", "--accept", "all", "--min-confidence", "0")
    assert run("extract", "mou.txt", "--agreement", "ni-sa", "--compare").code == 0
    document.write_text(DOCUMENT.replace("by 30 June 2027", "in due course"))
    gone = run("extract", "mou.txt", "--agreement", "ni-sa", "--compare")
    assert gone.code == 1
    assert "30 June 2027" in gone.out


def test_a_document_from_elsewhere_is_copied_if_asked(folder: Path, run: Run, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere.txt"
    outside.write_text(DOCUMENT)
    done = run("extract", str(outside), "--agreement", "ni-sa", "--accept", "all", "--copy")
    assert done.code == 0, done.err
    assert (folder / "sources" / "elsewhere.txt").read_text() == DOCUMENT
    assert run("check").code == 0
    outside.write_text("The Parties shall meet every year.")
    refused = run("extract", str(outside), "--agreement", "other", "--accept", "all", "--copy")
    assert refused.code == 2
    assert "is there already with other content" in refused.err


def test_a_copy_that_undo_leaves_is_told(folder: Path, run: Run, tmp_path: Path) -> None:
    outside = tmp_path / "elsewhere.txt"
    outside.write_text(DOCUMENT)
    done = run("extract", str(outside), "--agreement", "ni-sa", "--accept", "all", "--copy")
    assert "lies outside" not in done.err
    taken = run("undo")
    assert taken.code == 0
    assert "sources/elsewhere.txt stays" in taken.err
    run("update", "observer", "in-progress", "--evidence", "sources/elsewhere.txt")
    assert "stays" not in run("undo").err


def test_what_is_taken_without_its_source_is_told_once(
    folder: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    outside = tmp_path / "elsewhere.txt"
    outside.write_text(DOCUMENT)
    done = run("extract", str(outside), "--agreement", "ni-sa", "--accept", "all")
    assert done.code == 0
    said = f"{outside} lies outside the register's folder, so check can't find the quotes in it; --copy puts"
    assert done.err.count(said) == 1
    assert "lies outside" not in run("extract", str(outside), "--agreement", "more").err
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(DOCUMENT.encode())))
    done = run("extract", "-", "--agreement", "other", "--accept", "all")
    assert "the document has no file, so check can't find the quotes in it" in done.err


def test_what_was_not_read_as_it_stands_is_told(folder: Path, run: Run) -> None:
    folder.joinpath("page.html").write_text("<p>The Parties shall meet <del>once</del> twice a year.</p>")
    assert "words are struck out in the document" in run("extract", "page.html").err


def test_it_needs_no_register(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mou.txt").write_text(DOCUMENT)
    assert run("extract", "mou.txt").code == 0
    Path("page.html").write_text("<p>The cafeteria opens at noon.</p>")
    ran = run("extract", "page.html")
    assert ran.code == 0
    assert ran.err.startswith("the text doesn't say, or not clearly, who is party to it")
    assert "there is no commitments.toml" in run("status").err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("extract", "nothing.txt"), "nothing.txt"),
        (("extract", "mou.txt", "--format", "xml"), "there is no format 'xml'"),
        (("extract", "mou.txt", "--lang", "de"), "de"),
        (("extract", "mou.txt", "more"), "one word too many"),
        (("extract", "mou.txt", "--accept"), "--accept all"),
        (("extract", "mou.txt", "--accept", "all", "--min-confidence", "much"), "from 0 to 1"),
        (("extract", "undated.txt", "--accept", "all", "--min-confidence", "0"), "add --date"),
        (("extract", "empty.txt"), "empty"),
        (("extract", "nothing.pdf", "--text", "mou.txt"), "there is no file nothing.pdf"),
        (("extract", "mou.txt", "--copy"), "give it with --accept"),
        (("extract", "mou.txt", "--min-confidence", "0.5"), "give it with --accept all"),
        (("extract", "mou.txt", "--accept", "--min-confidence", "0.5"), "give it with --accept all"),
        (("extract", "mou.txt", "--compare", "--accept", "all"), "give one of them"),
        (("extract", "mou.txt", "--agreement", "bad id"), "'bad id' can't be a name"),
        (("extract", "mou.txt", "--agreement", "a.b", "--accept", "all"), "'a.b' can't be a name"),
        (("extract", "mou.txt", "--agreement", "../x", "--compare"), "'../x' can't be a name"),
    ],
)
def test_what_cannot_be_done(document: Path, run: Run, words: tuple[str, ...], said: str) -> None:
    document.with_name("undated.txt").write_text(DOCUMENT.replace("Signed on 3 March 2026.", ""))
    document.with_name("empty.txt").write_text("")
    before = document.with_name("commitments.toml").read_bytes()
    refused = run(*words)
    assert refused.code == 2
    assert said in refused.err
    assert document.with_name("commitments.toml").read_bytes() == before


def test_one_undo_takes_back_all_that_one_call_wrote(document: Path, run: Run) -> None:
    register = document.with_name("commitments.toml")
    before = register.read_bytes()
    run("note", "half-yearly", "Rang them")
    noted = register.read_bytes()
    done = run("extract", "mou.txt", "--accept", "all", "--min-confidence", "0")
    assert done.err.rstrip().endswith("take them back with: tracker undo")
    assert run("undo").code == 0
    assert register.read_bytes() == noted
    assert run("undo").code == 0
    assert register.read_bytes() == before


def test_what_is_said_to_be_written_stands_there(document: Path, run: Run) -> None:
    done = run("extract", "mou.txt", "--agreement", "ni-sa", "--accept", "all")
    lines = document.with_name("commitments.toml").read_text().splitlines()
    places = [line.split() for line in done.err.splitlines() if line.startswith("added ")]
    assert len(places) == 6
    for _, name, _, place in places:
        header = lines[int(place.rpartition(":")[2]) - 1]
        assert header.endswith(f".{name}]")


def test_every_format_has_the_same_dates(document: Path, run: Run) -> None:
    document.write_text(
        DOCUMENT.replace("by 30 June 2027", "by 31 January of each year")
        + "\nArticle 4\nThis Memorandum enters into force on 1 April 2026 and is valid for two years.\n"
    )
    shown = run("extract", "mou.txt", "--format", "table").out
    assert "effective 2026-04-01 · expires 2028-03-31" in shown
    assert "every 1 year, first 2027-01-31" in shown
    assert "2028-03-31, (effective + 2 years - 1 day)" in shown
    found = json.loads(run("extract", "mou.txt", "--format", "json").out)["obligations"][0]
    assert (found["recurrence"], found["first"], found["basis"]) == ("FREQ=YEARLY", "2027-01-31", None)
    run("extract", "mou.txt", "--agreement", "ni-sa", "--accept", "all")
    rows = json.loads(run("list", "--agreement", "ni-sa", "--format", "json").out)
    assert [row["due"] for row in rows if row["due"]].count("2027-01-31") == 1
    assert [row["state"] for row in rows if row["kind"] == "validity"] == ["upcoming"]
    assert run("check").code == 0


OTHER = """
[agreements.other]
title   = "Another agreement"
kind    = "agreement"
parties = ["NI", "Eastern Bureau"]
date    = 2024-01-01
source  = "other.txt"
"""


@pytest.fixture
def other(document: Path) -> Path:
    """Give the register an agreement with another document and another party."""
    register = document.with_name("commitments.toml")
    register.write_text(register.read_text() + OTHER)
    document.with_name("other.txt").write_text("Another agreement")
    return register


def test_a_document_becomes_a_further_source_of_an_agreement(document: Path, other: Path, run: Run) -> None:
    before = other.read_bytes()
    shown = run("extract", "mou.txt", "--agreement", "other").out
    assert "[agreements.other.sources.mou]" in shown
    assert "[agreements.other]" not in shown
    done = run("extract", "mou.txt", "--agreement", "other", "--accept", "all")
    assert "between NI, Eastern Bureau, but the document between NI, Southern Agency" in done.err
    text = other.read_text()
    assert '[agreements.other.sources.mou]\nfile = "mou.txt"' in text.replace("file   ", "file")
    assert text.count('= "mou"\n') == 3
    codes = {line.split()[1] for line in run("check").out.splitlines()}
    assert codes == {"W517"}
    meeting = next(
        row
        for row in json.loads(run("list", "--agreement", "other", "--format", "json").out)
        if row["kind"] == "joint-meeting"
    )
    assert meeting["bearers"] == ["NI", "Southern Agency"]
    assert (meeting["due"], meeting["basis"]) == ("2026-09-03", "2026-03-03 + 6 months")
    assert run("extract", "mou.txt", "--agreement", "other").out.startswith("# 0 proposed")
    run("undo")
    assert other.read_bytes() == before


def test_a_document_that_cannot_become_a_source_is_not_taken(
    document: Path, other: Path, run: Run, tmp_path: Path
) -> None:
    before = other.read_bytes()
    outside = tmp_path / "elsewhere.txt"
    outside.write_text(DOCUMENT)
    refused = run("extract", str(outside), "--agreement", "other", "--accept", "all")
    assert refused.code == 2
    assert "--copy" in refused.err
    assert other.read_bytes() == before
    assert run("extract", str(outside), "--agreement", "other", "--accept", "all", "--copy").code == 0


NAMELESS = """\
Agreement between Party Alpha and Party Beta
Signed on 3 March 2026.
1. Alpha shall deliver a final report by 15 May 2026.
2. Beta shall pay within 30 days of receipt of the report.
3. Alpha shall not subcontract.
"""


def test_parties_that_were_not_found_are_asked_for(document: Path, run: Run) -> None:
    document.write_text(NAMELESS)
    named = run("extract", "mou.txt", "--party", "Alpha", "--party", "Beta", "--format", "json")
    found = json.loads(named.out)
    assert [party["name"] for party in found["parties"]] == ["Alpha", "Beta"]
    assert [(one["bearers"], one["modality"]) for one in found["obligations"]] == [
        (["Alpha"], "obligation"),
        (["Beta"], "obligation"),
        (["Alpha"], "prohibition"),
    ]
    assert named.err == ""
    silent = run("extract", "mou.txt", "--date", "2026-03-03")
    if "parties = []" in silent.out:
        assert "name each with --party NAME" in silent.err


def test_a_text_without_promises_says_so(document: Path, run: Run) -> None:
    document.write_text(DOCUMENT.partition("Article 1")[0])
    assert "no clause was found by which Northern Institute" in run("extract", "mou.txt").err


@pytest.mark.parametrize("form", ["toml", "json", "table", "plain"])
def test_what_is_taken_has_no_format(document: Path, run: Run, form: str) -> None:
    before = (document.parent / "commitments.toml").read_bytes()
    ran = run("extract", "mou.txt", "--agreement", "ni-sa", "--accept", "all", "--format", form)
    assert (ran.code, ran.out) == (2, "")
    assert "tracker extract --accept takes no --format; leave it out" in ran.err
    assert (document.parent / "commitments.toml").read_bytes() == before


@pytest.mark.parametrize(("form", "code"), [("toml", 2), ("json", 2), ("table", 2), ("plain", 0)])
def test_what_is_compared_is_plain_text(document: Path, run: Run, form: str, code: int) -> None:
    run("extract", "mou.txt", "--agreement", "ni-sa", "--accept", "all")
    ran = run("extract", "mou.txt", "--agreement", "ni-sa", "--compare", "--format", form)
    assert (ran.code, ran.out) == (code, "")
    assert ("tracker extract --compare takes no --format" in ran.err) == bool(code)


def test_notes_are_in_the_language_of_the_register(folder: Path, run: Run) -> None:
    register = folder / "commitments.toml"
    register.write_text(register.read_text().replace('language = "en"', 'language = "fr"'))
    clause = "Les Parties se consulteront dans les trente jours suivant une demande."
    opening = (
        "ACCORD\nentre l'Office des ports et l'Institut des marées\n\nFait le 3 mars 2026.\n\nArticle 1\n"
    )
    folder.joinpath("accord.txt").write_text(opening + clause)
    assert (
        'notes = "quand\u00a0: dans les trente jours suivant une demande"' in run("extract", "accord.txt").out
    )
    run("extract", "accord.txt", "--accept", "all", "--min-confidence", "0")
    assert "\u00a0: dans les trente jours suivant une demande" in register.read_text()
