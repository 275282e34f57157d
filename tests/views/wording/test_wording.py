"""Words in three languages."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tracker.core.errors import Text, TrackerError
from tracker.core.vocabulary import AGREEMENT_STATUSES, KINDS, MODALITIES, STATES, STATUSES, TEXTS
from tracker.views.wording import Wording, catalogue, words


@pytest.fixture(params=["en", "fr", "ar"])
def wording(request: pytest.FixtureRequest) -> Wording:
    return catalogue(request.param)


def test_every_word_of_the_register_is_said(wording: Wording) -> None:
    assert set(words.STATES) == {*STATES, "in-force", "ended"}
    assert set(words.STATUSES) == {*STATUSES, *AGREEMENT_STATUSES}
    assert set(words.MODALITIES) == set(MODALITIES)
    assert set(words.KINDS) >= set(KINDS)
    assert set(words.TEXTS) == set(TEXTS)
    said = [
        *map(wording.state, STATES),
        *map(wording.status, STATUSES),
        *map(wording.modality, MODALITIES),
        *map(wording.kind, KINDS),
        *map(wording.source, TEXTS),
        wording.late(),
    ]
    assert all(said)
    if wording.language == "ar":
        assert wording.right_to_left
        assert not any(char.isascii() and char.isalpha() for word in said for char in word)


def test_a_kind_of_the_register_s_own_is_said_without_dashes(wording: Wording) -> None:
    assert wording.kind("home-made-kind") == "home made kind"


def test_states_differ_from_each_other(wording: Wording) -> None:
    assert len({wording.late(), *map(wording.state, STATES)}) == len(STATES) + 1


def test_numbers_and_plurals() -> None:
    english, french = catalogue("en"), catalogue("fr")
    assert english.count("{n} day", "{n} days", 1) == "1 day"
    assert english.count("{n} day", "{n} days", 0) == "0 days"
    assert english.count("{n} day", "{n} days", 4312) == "4,312 days"
    assert french.count("{n} day", "{n} days", 0) == "0 jour"
    assert french.count("{n} day", "{n} days", 4312) == "4\u202f312 jours"


def test_a_message_within_a_message_is_put_into_words_too() -> None:
    inner = Text("due {day}", {"day": "2026-01-01"})
    text = Text("{due}, reckoned: {basis}", {"due": inner, "basis": "x"})
    assert catalogue("fr").text(text) == "échéance 2026-01-01, calculée\u00a0: x"
    assert catalogue("en").text(text) == str(text)


def test_a_text_without_values_keeps_its_braces() -> None:
    assert catalogue("en").text(Text("{x}")) == "{x}"


def test_an_empty_message_stays_empty() -> None:
    assert catalogue("fr").say("") == ""


def test_names_are_listed_as_the_language_does() -> None:
    assert catalogue("fr").listed(("OIM", "OCI")) == "OIM, OCI"
    assert catalogue("ar").listed(("أ", "ب")) == "أ، ب"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(TrackerError, match="'de'; it is one of en, fr, ar"):
        catalogue("de")


def test_english_plain_text_imports_nothing_heavy() -> None:
    heavy = "{'gettext', 'rich', 'json', 'dataclasses', 'inspect', 'textwrap', 'babel', 'csv', 'difflib'}"
    code = (
        "import sys; from tracker.views import as_plain; from tracker.views.wording import catalogue;"
        f"catalogue('en'); print({heavy} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-S", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
