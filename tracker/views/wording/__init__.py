"""Words in the reader's language, from gettext catalogues keyed by the English template.

English needs no catalogue: the template is the sentence. The others are read when first asked
for, so that an English command pays nothing for them. The sources of the catalogues are the .po
files in `locale`; `python -m tests.views.catalogues` brings them and the .mo files up to date.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from tracker.core.errors import Text, TrackerError
from tracker.core.vocabulary import LANGUAGES
from tracker.views.wording import days, words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from gettext import GNUTranslations

_SEPARATORS: Final = {"en": ",", "fr": "\N{NARROW NO-BREAK SPACE}", "ar": ","}
_LISTS: Final = {"en": ", ", "fr": ", ", "ar": "، "}
_QUOTES: Final = {"en": "“{}”", "fr": "«\u00a0{}\u00a0»", "ar": "«{}»"}
_LOCALE: Final = __path__[0] + "/locale"


class Wording:
    """The words of one language; make it with `catalogue`."""

    __slots__ = ("_translations", "language")

    def __init__(self, language: str, translations: GNUTranslations | None) -> None:
        """Take a language of `LANGUAGES` and its catalogue; None keeps the English templates."""
        self.language = language
        self._translations = translations

    @property
    def right_to_left(self) -> bool:
        """Whether the language is written from right to left."""
        return self.language == "ar"

    def say(self, msgid: str, /, **values: object) -> str:
        """Give a template in the language, its fields filled in."""
        return self._fill(self._template(msgid), values)

    def count(self, singular: str, plural: str, number: int, /, **values: object) -> str:
        """Give the template for a number, with the number as the language writes it in `{n}`."""
        if self._translations is None:
            template = singular if number == 1 else plural
        else:
            template = self._translations.ngettext(singular, plural, number)
        return self._fill(template, {"n": self.number(number), **values})

    def text(self, text: Text) -> str:
        """Put a message into words; a value that is a message itself is put into words too."""
        return self._fill(self._template(text.msgid), text.values)

    def number(self, number: int) -> str:
        """Write a whole number with its thousands apart."""
        return f"{number:,}".replace(",", _SEPARATORS[self.language])

    def listed(self, names: tuple[str, ...]) -> str:
        """Write names one after the other."""
        return _LISTS[self.language].join(names)

    def quoted(self, text: str) -> str:
        """Put a text between the language's quotation marks."""
        return _QUOTES[self.language].format(text)

    def date(self, iso: str) -> str:
        """Write a date for a sentence: '21 December 2026'; less precise ones as far as they go."""
        return days.written(iso, self.language)

    def weekday(self, iso: str) -> str:
        """Write a day with its weekday: 'Saturday 21 November 2026'."""
        return days.with_weekday(iso, self.language)

    def state(self, state: str) -> str:
        """Say the state of an obligation or an agreement."""
        return self._word(words.STATES, state)

    def late(self) -> str:
        """Say the state of what is past due and known not to be done."""
        return self._template(words.LATE)

    def status(self, status: str) -> str:
        """Say what a log entry states of an obligation."""
        return self._word(words.STATUSES, status)

    def modality(self, modality: str) -> str:
        """Say how binding a promise is: must, must try, aims to, may, must not."""
        return self._word(words.MODALITIES, modality)

    def kind(self, kind: str) -> str:
        """Say the kind of an obligation or an agreement; a register's own kind without dashes."""
        return self._word(words.KINDS, kind)

    def source(self, text: str) -> str:
        """Say what the source of an agreement is: signed text, press report, minutes."""
        return self._word(words.TEXTS, text)

    def _word(self, table: Mapping[str, str], key: str) -> str:
        return self._template(table[key]) if key in table else key.replace("-", " ")

    def _template(self, msgid: str) -> str:
        return self._translations.gettext(msgid) if self._translations and msgid else msgid

    def _fill(self, template: str, values: Mapping[str, object]) -> str:
        if not values:
            return template
        return template.format_map(
            {key: self.text(value) if isinstance(value, Text) else value for key, value in values.items()}
        )


def catalogue(language: str) -> Wording:
    """Open the words of a language of `LANGUAGES`; TrackerError for another one."""
    if language == "en":
        return Wording(language, None)
    if language not in LANGUAGES:
        raise TrackerError(
            "there are no words for the language {language!r}; it is one of {languages}",
            language=language,
            languages=", ".join(LANGUAGES),
        )
    import gettext

    return Wording(language, gettext.translation("tracker", _LOCALE, (language,)))
