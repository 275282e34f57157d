"""What a promise is called: what is to be done, without who does it and without "shall".

"The Parties shall meet annually" is headed "Meet annually", « Les Parties échangeront des documents »
"Échanger des documents". Where the subject is not who acts, or acts in some case only, the clause is
its own heading.
"""

from collections.abc import Sequence
from typing import Final

from tracker.core.vocabulary import PERMISSION, PROHIBITION
from tracker.extract.clauses import Clause
from tracker.extract.french import has_tense, tenses
from tracker.extract.keeping import PASSIVES, Kept, Reading
from tracker.extract.normalise import fold
from tracker.extract.rules import read_words
from tracker.extract.wording import Words

_ACTING: Final = frozenset({"party", "collective", "organ", "pronoun"})
_LEAD_ON: Final = frozenset({"shall", "will", "must", "should", "to", "a", "de", "d'"})
_CAN: Final = ("peu", "pourr")
_HAS_TO: Final = ("doi", "devr")
_AND: Final = frozenset({"et", "ou", ","})
_BEFORE_VERB: Final = frozenset({"se", "s'", "lui", "leur", "y", "en", "l'", "les"})
_BESIDES: Final = frozenset(["also", "further", "hereby", "therefore", "moreover", "egalement", "aussi"])
_CASES: Final = frozenset({"when", "whenever", "s'", "lorsque", "lorsqu'", "quand"})
_NEGATIVE: Final = frozenset({"ne", "n'", "not", "never"})
_DESCRIBES: Final = read_words("words", "headings_describes")
_LONGEST_ASIDE: Final = 20
_LEAST: Final = 2
_NEAR: Final = 3
_NEW_ACCENT: Final = "querir"
"""How verbs end whose infinitive has an accent that the future lacks: "acquerra"."""
_OPEN: Final = ("mener", "lever", "hever", "heter", "peser")
"""How verbs end whose "è" of the present is an "e" in the infinitive; in all others it is an "é"."""


def heading(text: str, reading: Reading, piece: Kept, modality: str) -> str:
    """Head a clause of a text; "" where its own words are the best heading."""
    words, clause = reading.words, piece.clause
    trigger = clause.trigger
    verb, place = "", None
    if not clause.start <= trigger.start < trigger.end < clause.end:
        place = _of_item(words.words, clause.start, clause.end)
    elif _is_plain(piece, reading) and modality != PROHIBITION:
        near = words.words[max(trigger.start - 1, clause.start) : trigger.end + 2]
        if _NEGATIVE.isdisjoint(near) and PASSIVES.isdisjoint(near[-_NEAR:]):
            found = _french_verb if reading.rules.language == "fr" else _english_verb
            verb, place = found(text, reading, clause, modality)
    if place is None:
        return ""
    place = _without_asides(words, place, clause.end)
    if clause.end - place + len(verb.split()) < _LEAST:
        return ""
    rest = _written(text, reading, place, clause.end) if place < clause.end else ""
    said = " ".join(f"{verb} {rest}".split())
    return "" if fold(said.partition(" ")[0]) in _DESCRIBES else said[:1].upper() + said[1:]


def _is_plain(piece: Kept, reading: Reading) -> bool:
    """Say whether the subject is who acts, and that in any case: what depends on an "if" is to say so."""
    first = reading.words.words[piece.clause.start]
    return piece.subject.sort in _ACTING and first not in reading.rules.conditions | _CASES


def _of_item(tokens: Sequence[str], start: int, stop: int) -> int | None:
    """Give where an item begins behind the "to" or « à » that its lead-in hands it, None without one."""
    leads = tokens[start] == "to" or (
        tokens[start] in _LEAD_ON and start + 1 < stop and has_tense(tokens[start + 1], "infinitive")
    )
    return start + 1 if leads else None


def _english_verb(_: str, reading: Reading, clause: Clause, modality: str) -> tuple[str, int | None]:
    """Give what heads an English clause before what follows, and the word at which that begins."""
    place = clause.trigger.end
    last = reading.words.words[place - 1]
    if modality == PERMISSION:
        return "May", place if last == "may" else None
    return "", place if last in _LEAD_ON else None


def _french_verb(text: str, reading: Reading, clause: Clause, modality: str) -> tuple[str, int | None]:
    """Give the verb of a French clause as an infinitive, "" where what follows begins with one."""
    tokens, (start, place) = reading.words.words, clause.trigger[:2]
    last = tokens[place - 1]
    following = _past(tokens, place, _BEFORE_VERB | _BESIDES)
    leads = following < len(tokens) and has_tense(tokens[following], "infinitive")
    if modality == PERMISSION:
        return "Pouvoir", place if leads and last.startswith(_CAN) else None
    if leads and (last in _LEAD_ON or last.startswith(_HAS_TO)):
        return "", place
    futures = [form.infinitive for form in tenses(last) if form.tense == "future"]
    one_more = tokens[place] in _AND and has_tense(tokens[place + 1], "future")
    if place - start > 1 or len(futures) != 1 or one_more:
        return "", None
    begin = start
    while begin > clause.start and tokens[begin - 1] in _BEFORE_VERB:
        begin -= 1
    written = _written(text, reading, start, place)
    verb = _infinitive(written, last, futures[0])
    return _written(text, reading, begin, place).removesuffix(written) + verb, place if verb else None


def _infinitive(written: str, folded: str, infinitive: str) -> str:
    """Write the infinitive of a future with the accents of the text; "" where they can't be told."""
    if len(written) != len(folded) or infinitive.endswith(_NEW_ACCENT):
        return ""
    same = next(
        (n for n, (one, other) in enumerate(zip(folded, infinitive, strict=False)) if one != other), None
    )
    same = min(len(folded), len(infinitive)) if same is None else same
    kept, rest = written[:same].lower(), infinitive[same:]
    if "è" in kept:
        at = kept.rindex("è")
        kept = f"{kept[:at]}{'e' if infinitive.endswith(_OPEN) else 'é'}{kept[at + 1 :]}"
    return kept + rest


def _without_asides(words: Words, place: int, stop: int) -> int:
    """Pass over "also", and over what stands between two commas: "shall, where useful, meet"."""
    tokens = words.words
    place = _past(tokens, place, _BESIDES)
    if place < stop and tokens[place] == ",":
        near = range(place + 1, min(stop - 1, place + _LONGEST_ASIDE))
        place = next((at + 1 for at in near if tokens[at] == ","), place)
    return _past(tokens, place, _BESIDES)


def _past(tokens: Sequence[str], place: int, some: frozenset[str]) -> int:
    while place < len(tokens) and tokens[place] in some:
        place += 1
    return place


def _written(text: str, reading: Reading, first: int, stop: int) -> str:
    """Give words ``[first, stop)`` as the text has them."""
    words = reading.words
    start, end = reading.text.origin(words.starts[first], words.ends[stop - 1])
    return text[start:end]
