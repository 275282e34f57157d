"""The catalogues are whole: every message of the package, with its fields, compiled."""

from __future__ import annotations

import re
from string import Formatter

import pytest

from tests.views import catalogues

LANGUAGES = tuple(catalogues.SPOKEN)
FRENCH_MARKS = re.compile(r"(?<![\u00a0\d{]) ?:(?=\s)|(?<!\u202f)[;!?](?=\s|$)|«(?!\u00a0)|(?<!\u00a0)»")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_translated(language: str) -> None:
    catalogue = catalogues.translations(language)
    catalogue.update(catalogues.template(language), no_fuzzy_matching=True)
    missing = [f"{message.locations[0][0]}: {message.id!r}" for message in catalogues.untranslated(catalogue)]
    assert not missing, "run python -m tests.views.catalogues, and translate what it names"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_translation_is_left_over(language: str) -> None:
    wanted = {message.id for message in catalogues.template(language)}
    left = [message.id for message in catalogues.translations(language) if message.id not in wanted]
    assert not left, "run python -m tests.views.catalogues"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_fields_are_the_same(language: str) -> None:
    for message in catalogues.translations(language):
        originals = [message.id] if isinstance(message.id, str) else list(message.id)
        strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
        for form, string in enumerate(strings if message.id else ()):
            told = _fields(string)
            if language == "ar" and len(strings) > 1 and form in {1, 2}:  # the noun itself says one or two
                told.add(("n", "", None))
            assert told == _fields(originals[-1]), message.id


def _fields(template: str) -> set[tuple[str, str | None, str | None]]:
    return {(name, form, how) for _, name, form, how in Formatter().parse(template) if name is not None}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_compiled_is_what_is_written(language: str) -> None:
    compiled = catalogues.po_path(language).with_suffix(".mo").read_bytes()
    assert compiled == catalogues.compiled(catalogues.translations(language))


def test_french_spaces_stand_before_its_marks() -> None:
    for message in catalogues.translations("fr"):
        strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
        for string in strings if message.id else ():
            assert not FRENCH_MARKS.search(string), string


def test_messages_are_found_wherever_they_are_said() -> None:
    source = """
w.say("a {x}", x=1); Text("b" if y else "c"); w.count("{n} d", "{n} ds", 2); TrackerError("e" " f")
w.say(name); w.count("g", name, 1); other("h"); Text("{x}"); Text("\\n"); w.say("{x}: {y}"); _("i")
"""
    found = ["a {x}", "b", "c", ("{n} d", "{n} ds"), "e f", "{x}: {y}", "i"]
    assert list(catalogues.said_in(source)) == found
