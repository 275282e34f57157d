"""From a document to reviewed entries of the register."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run

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


def test_it_needs_no_register(tmp_path: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("mou.txt").write_text(DOCUMENT)
    assert run("extract", "mou.txt").code == 0


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


def test_on_a_terminal_each_is_asked_about(document: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    editor = document.with_name("editor")
    editor.write_text("#!/bin/sh\nsed -i 's/^\\[.*\\]/[edited-by-hand]/' \"$1\"\n")
    editor.chmod(0o755)
    leader, follower = pty.openpty()
    environment = {
        **os.environ,
        "PYTHONPATH": str(ROOT),
        "EDITOR": str(editor),
        "TRACKER_TODAY": "2026-11-21",
    }
    words = ["extract", "mou.txt", "--agreement", "ni-sa", "--accept"]
    asked = subprocess.Popen(
        [sys.executable, "-m", "tracker", *words],
        stdin=follower,
        stdout=follower,
        stderr=follower,
        env=environment,
    )
    os.close(follower)
    os.write(leader, b"x\ns\ne\nq\n")
    shown = b""
    while True:
        try:
            piece = os.read(leader, 4096)
        except OSError:
            break
        if not piece:
            break
        shown += piece
    os.close(leader)
    assert asked.wait() == 0
    assert "[a]ccept, [e]dit, [s]kip, [q]uit?" in shown.decode()
    refs = [row["ref"] for row in json.loads(run("list", "--agreement", "ni-sa", "--format", "json").out)]
    assert refs == ["ni-sa.edited-by-hand"]
