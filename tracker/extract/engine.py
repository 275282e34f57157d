"""From a text to what it promises: the one road through the rules."""

import hashlib
from collections.abc import Collection
from typing import Final

from tracker.core.errors import TrackerError
from tracker.extract.abbreviations import abbreviations, spoken_of
from tracker.extract.actors import Circle
from tracker.extract.as_written import as_written
from tracker.extract.compare import mark_known, without_known
from tracker.extract.dated import NOWHERE, settle
from tracker.extract.dateline import own_date
from tracker.extract.dates import find_dates
from tracker.extract.force import calendar_of
from tracker.extract.genre import PRESS, tell_genre
from tracker.extract.grammar import grammar
from tracker.extract.keeping import Reading
from tracker.extract.language import LANGUAGES, detect_language
from tracker.extract.layout import blocks
from tracker.extract.normalise import Normalised, normalise
from tracker.extract.paragraphs import on_one_line
from tracker.extract.parties import find_parties
from tracker.extract.proposals import Extraction, FoundDate, told
from tracker.extract.reading import propose
from tracker.extract.region import operative_region
from tracker.extract.sentences import speech
from tracker.extract.signers import states_of_news
from tracker.extract.terms import settle as settle_terms
from tracker.extract.titles import find_title
from tracker.extract.unnamed import called_together
from tracker.extract.wording import split_words, with_accents

MOST_CHARACTERS: Final = 5_000_000


def extract(
    text: str,
    *,
    language: str = "auto",
    source: str = "",
    known_quotes: Collection[str] = (),
    parties: Collection[str] = (),
    date: str = "",
) -> Extraction:
    """Read a text and propose what it promises.

    ``language`` is ``auto``, ``en`` or ``fr``; ``known_quotes`` are those of the register, and
    proposals with the same words are marked. ``parties`` and ``date``, an ISO date, are told where
    the text doesn't say them, and win over what it seems to say. Raises :class:`TrackerError` for a
    language that is not supported and for a text of more than :data:`MOST_CHARACTERS`.
    """
    if len(text) > MOST_CHARACTERS:
        raise TrackerError(
            "the text has {count} characters, more than the {most} that are read: extract the "
            "agreement itself",
            count=len(text),
            most=MOST_CHARACTERS,
        )
    if language == "auto":
        language = detect_language(text)
    elif language not in LANGUAGES:
        raise TrackerError(
            "the language {language} is not supported: use {languages}",
            language=language,
            languages=", ".join(LANGUAGES),
        )
    lines = normalise(text)
    normalised, layout = on_one_line(lines, blocks(lines.plain))
    rules = grammar(language)
    words = split_words(normalised.folded)
    if language == "fr":
        words = with_accents(words, normalised.plain)
    genre = tell_genre(words, layout, normalised.plain)
    region = operative_region(normalised.folded, layout, genre)
    short = abbreviations(normalised.plain)
    signed = told(find_parties(normalised, language, genre, region.start, short), parties)
    countries = states_of_news(normalised, signed, language) if genre == PRESS else ()
    found = find_dates(normalised, words)
    own = date or own_date(found, normalised, genre)
    dates = settle(found, own, NOWHERE if genre == PRESS else region.start)
    reading = Reading(
        text=normalised,
        words=words,
        blocks=layout,
        rules=rules,
        genre=genre,
        circle=Circle(
            signed,
            short,
            language,
            rules,
            countries,
            called_together(normalised.plain, len(signed)),
            spoken_of(normalised.plain),
        ),
        calendar=calendar_of(normalised, dates, own),
        region=region,
        speech=speech(normalised.plain, [(block.start, block.end) for block in layout]),
    )
    proposed, left_out = propose(text, reading)
    proposals, terms = settle_terms(proposed, reading.calendar)
    extraction = Extraction(
        source=source,
        sha256=hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest(),
        language=language,
        genre=genre,
        title=find_title(normalised, layout, signed, genre, language),
        parties=signed,
        date=own,
        effective=terms.effective,
        expires=terms.expires,
        dates=tuple(
            _found_date(text, normalised, stated.start, stated.end, stated.edtf)
            for stated in dates
            if stated.edtf
        ),
        obligations=mark_known(proposals, known_quotes),
        left_out=without_known(left_out, known_quotes),
        renews=terms.renews,
        notice=terms.notice,
        reckoned=reading.calendar.basis,
        awaits=reading.calendar.awaits,
    )
    return as_written(extraction, text)


def _found_date(text: str, normalised: Normalised, start: int, end: int, edtf: str) -> FoundDate:
    start, end = normalised.origin(start, end)
    return FoundDate(text[start:end], start, end, edtf)
