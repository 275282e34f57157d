"""Proposals on a terminal: each is asked about, and what was added is said however it ends."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run
from tests.cli.test_extract import DOCUMENT

Ask = Callable[..., str]
END = "\x04"
BREAK = "\x03"


@pytest.fixture
def document(folder: Path) -> Path:
    """Put an agreement beside the register."""
    path = folder / "mou.txt"
    path.write_text(DOCUMENT)
    return path


@pytest.fixture
def ask(document: Path) -> Ask:
    """Answer the questions at a terminal, one after the other; what it shows is returned."""

    def call(*answers: str, editor: str = "", code: int = 0, lang: str = "") -> str:
        leader, follower = pty.openpty()
        around = {**os.environ, "PYTHONPATH": str(ROOT), "TRACKER_TODAY": "2026-11-21"}
        for name in ("VISUAL", "EDITOR"):
            around.pop(name, None)
        around |= {"EDITOR": editor} if editor else {"PATH": str(document.parent / "nothing")}
        if lang:
            register = document.with_name("commitments.toml")
            register.write_text(register.read_text().replace('language = "en"', f'language = "{lang}"'))
        words = ["extract", "mou.txt", "--agreement", "ni-sa", "--accept"]
        asked = subprocess.Popen(
            [sys.executable, "-m", "tracker", *words],
            stdin=follower,
            stdout=follower,
            stderr=follower,
            env=around,
        )
        os.close(follower)
        shown, left = "", list(answers)
        while True:
            try:
                piece = os.read(leader, 4096)
            except OSError:
                break
            if not piece:
                break
            shown += piece.decode(errors="replace")
            if shown.endswith(") "):
                time.sleep(0.05)
                answer = left.pop(0) if left else END
                if answer == BREAK:
                    asked.send_signal(signal.SIGINT)
                else:
                    os.write(leader, answer.encode())
        os.close(leader)
        assert asked.wait() == code
        return shown.replace("\r\n", "\n")

    return call


def refs(run: Run) -> list[str]:
    listed = run("list", "--agreement", "ni-sa", "--format", "json")
    return [row["ref"] for row in json.loads(listed.out)] if listed.code == 0 else []


def test_each_is_asked_about(ask: Ask, run: Run, document: Path) -> None:
    before = document.with_name("commitments.toml").read_bytes()
    editor = document.with_name("editor")
    editor.write_text("#!/bin/sh\nsed -i 's/^\\[.*\\]/[edited-by-hand]/' \"$1\"\n")
    editor.chmod(0o755)
    shown = ask("s\n", "e\n", "a\n", editor=str(editor))
    assert "[a]ccept, [e]dit, [s]kip, [q]uit?" in shown
    assert "2 of 3 proposals were added" in shown
    assert len(refs(run)) == 2
    assert "ni-sa.edited-by-hand" in refs(run)
    run("undo")
    assert document.with_name("commitments.toml").read_bytes() == before


def test_each_is_shown_once_in_its_context_and_within_the_columns(ask: Ask, document: Path) -> None:
    long = "The Parties shall hold joint meetings every six months, in the north and in the south by turns, "
    document.write_text(DOCUMENT.replace("The Parties shall hold joint meetings every six months", long * 2))
    shown = re.sub(r"\x1b\[[0-9;]*m", "", ask("s\n", "q\n"))
    second = " ".join(shown.partition("Proposal 2 of")[2].split())
    assert "by 30 June 2027. Article 2 «The Parties shall hold joint meetings" in second
    assert second.count("in the north") == 3  # twice in the text, once in the title
    assert "quote =" not in second
    assert max(map(len, shown.splitlines())) <= 80


def test_the_keys_are_explained(ask: Ask) -> None:
    shown = ask("?\n", "x\n", "q\n")
    assert shown.count("s  leave it out") == 2
    assert shown.count("there is no answer") == 1
    assert "there is no answer 'x' here" in shown
    assert "of 3 proposals none was added" in shown


@pytest.mark.parametrize("answer", ["aucun", "abort", "annuler", "stop", "equal", "quoi", "a b", "oui"])
def test_a_word_that_only_begins_as_an_answer_is_none(ask: Ask, run: Run, answer: str) -> None:
    shown = ask(f"{answer}\n", "q\n", lang="fr")
    assert f"{answer}'" in shown
    assert shown.count("[a]ccepter") == 2
    assert refs(run) == []


@pytest.mark.parametrize("words", [("Accept", "skip", "QUIT"), ("accepter", "Passer", "quitter")])
def test_the_words_of_both_languages_are_answers(ask: Ask, run: Run, words: tuple[str, ...]) -> None:
    assert "Proposal 3 of 3" in ask(*(f"{word}\n" for word in words))
    assert len(refs(run)) == 1


def test_the_end_of_the_input_ends_as_quit_does(ask: Ask, run: Run) -> None:
    shown = ask("a\n", END)
    assert "Traceback" not in shown
    assert "1 of 3 proposals was added" in shown
    assert len(refs(run)) == 1


def test_an_interrupt_tells_what_stands_already(ask: Ask, run: Run) -> None:
    shown = ask("a\n", BREAK, code=130)
    assert "Traceback" not in shown
    assert "1 of 3 proposals was added" in shown
    assert len(refs(run)) == 1


@pytest.mark.parametrize(
    ("editor", "lang", "said"),
    [
        ("/bin/false", "en", "the editor /bin/false failed (exit code 1); the proposal is as it was"),
        ("/bin/false", "fr", "l'éditeur /bin/false a échoué (code de sortie 1)"),
        ("/no/such/thing", "en", "the editor /no/such/thing can't be started: name yours in EDITOR"),
        ("/no/such/thing", "fr", "l'éditeur /no/such/thing ne peut pas être lancé"),
        ("'half", "en", "the editor's name can't be read: 'half"),
        ("", "en", "there is no editor: name yours in EDITOR"),
    ],
)
def test_an_editor_that_fails_is_told_of_in_words(ask: Ask, editor: str, lang: str, said: str) -> None:
    shown = ask("e\n", "q\n", editor=editor, lang=lang)
    assert said in shown
    assert "Command" not in shown


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("nonsense", "cannot be read as TOML"),
        ("a = 1", "leave one table"),
        ("[obligations.ni-sa.x]\\ntitle = 1", "the header names the entry alone: write [x], without a dot"),
        ("[a.b]\\nc = 1\\n[a.d]\\nc = 1", "the header names the entry alone: write [a], without a dot"),
        ("[a]\\nb = 1", "that can't be written"),
    ],
)
def test_what_the_editor_leaves_has_to_be_a_proposal(
    ask: Ask, document: Path, written: str, said: str
) -> None:
    editor = document.with_name("editor")
    editor.write_text(f"#!/bin/sh\nprintf '{written}' > \"$1\"\n")
    editor.chmod(0o755)
    assert said in ask("e\n", "q\n", editor=str(editor))


def test_what_was_edited_is_there_again_until_it_can_be_taken(ask: Ask, run: Run, document: Path) -> None:
    editor = document.with_name("editor")
    editor.write_text(
        "#!/bin/sh\n"
        'grep -q must "$1" && sed -i \'s/must/best-effort/\' "$1" && exit\n'
        'sed -i \'s/^title.*/title = "By hand"/; s/modality.*/modality = "must"/\' "$1"\n'
    )
    editor.chmod(0o755)
    shown = ask("e\n", "e\n", "q\n", editor=str(editor))
    assert "that can't be written: 'must' is not possible here" in shown
    assert "that can't be taken" not in shown
    (row,) = json.loads(run("list", "--agreement", "ni-sa", "--format", "json").out)
    assert (row["title"], row["modality"]) == ("By hand", "best-effort")


def test_leaving_the_editor_without_a_change_adds_nothing(ask: Ask, run: Run) -> None:
    shown = ask("e\n", "q\n", editor="true")
    assert "nothing was changed, and nothing added" in shown
    assert refs(run) == []


def test_sentences_without_a_proposal_are_gone_through_if_wanted(ask: Ask, run: Run, document: Path) -> None:
    document.write_text(DOCUMENT + "\nArticle 9\nThe archives of the SA are the property of the SA.\n")
    shown = ask("a\n", "s\n", "s\n", "y\n", "a\n")
    assert "Sentences without a proposal: 1. Go through them too" in shown
    assert "Sentence 1 of 1" in shown
    assert "# left out: no duty seen" in shown
    assert "2 of 4 proposals were added" in shown
    assert len(refs(run)) == 2
    assert "Sentences without a proposal" not in ask("s\n", "s\n", "s\n")


def test_the_reasons_are_told_in_the_language_of_the_register(ask: Ask, run: Run, document: Path) -> None:
    document.write_text(DOCUMENT + "\nArticle 9\nThe archives of the SA are the property of the SA.\n")
    shown = ask("s\n", "s\n", "s\n", "peut-être\n", "oui\n", "s\n", lang="fr")
    assert "# laissé de côté\u00a0: pas de devoir reconnu" in shown
    assert shown.count("Les parcourir aussi") == 2
    told = run("extract", "mou.txt").out
    assert told.startswith("# 3 obligations proposées, lues par des règles\u00a0: vérifiez")
    assert "# (Article 9, pas de devoir reconnu) The archives" in told
    assert "pas de devoir reconnu" in run("extract", "mou.txt", "--format", "table").out
    assert '"reason": "no duty seen"' in run("extract", "mou.txt", "--format", "json").out


def test_they_are_left_where_they_are_not_wanted(ask: Ask, document: Path) -> None:
    document.write_text(DOCUMENT + "\nArticle 9\nThe archives of the SA are the property of the SA.\n")
    shown = ask("s\n", "s\n", "s\n", "\n")
    assert "Sentence 1 of 1" not in shown
    assert "of 3 proposals none was added" in shown
