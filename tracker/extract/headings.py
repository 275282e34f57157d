"""What a promise is called: what is to be done, without who does it and without "shall".

"The Parties shall meet annually" is headed "Meet annually", « Les Parties échangeront des documents »
"Échanger des documents". What stands between commas before the verb or behind it comes last. Where
the subject is not who acts, or acts in some case only, or where one of several verbs would be left
as it is, the clause is its own heading.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from tracker.core.vocabulary import PERMISSION, PROHIBITION
from tracker.extract.asides import behind_aside
from tracker.extract.clauses import Clause
from tracker.extract.french import has_tense, tenses
from tracker.extract.keeping import PASSIVES, Kept, Reading
from tracker.extract.normalise import fold
from tracker.extract.rules import read_words

_ACTING: Final = frozenset({"party", "collective", "organ", "pronoun"})
_LEAD_ON: Final = frozenset({"shall", "will", "must", "should", "to", "a", "de", "d'"})
_MODALS: Final = frozenset({"shall", "will", "must", "should", "may"})
_CAN: Final = ("peu", "pourr")
_HAS_TO: Final = ("doi", "devr")
_AND: Final = frozenset({"and", "or", "et", "ou"})
_BEFORE_VERB: Final = frozenset({"se", "s'", "lui", "leur", "y", "en", "l'", "les", "la", "le"})
_NOT_TO: Final = frozenset({"ne", "n'", "pas", "plus"})
_BESIDES: Final = frozenset(["also", "further", "hereby", "therefore", "moreover", "egalement", "aussi"])
_CASES: Final = frozenset({"when", "whenever", "provided", "s'", "lorsque", "lorsqu'", "quand", "pourvu"})
_NEGATIVE: Final = frozenset({"ne", "n'", "not", "never", "nor", "neither", "no"})
_DESCRIBES: Final = read_words("words", "headings_describes")
_NO_VERB: Final = read_words("words", "headings_no_verb")
_LONGEST_ASIDE: Final = 20
_LEAST: Final = 2
_NEAR: Final = 3
_NEW_ACCENT: Final = "querir"
"""How verbs end whose infinitive has an accent that the future lacks: "acquerra"."""
_OPEN: Final = ("mener", "lever", "hever", "heter", "peser")
"""How verbs end whose "è" of the present is an "e" in the infinitive; in all others it is an "é"."""
_DIVIDED: Final = re.compile(r"\w[-\u00ad]\s*\n\s*\w")
_ONE_MORE: Final = re.compile(
    r"(, |\b(?:et|ou) )(?:à |de |d['’])"
    r"(?=(?:s['’]|l['’]|(?:se|les?|la|y|en|lui|leur) )*\w+(?:er|ir|re|oir)\b)"
)


class _Begun(NamedTuple):
    """How a heading begins: its first words, if they are not the clause's, and the word that follows them."""

    verb: str
    place: int
    led: bool = False


def heading(text: str, reading: Reading, piece: Kept, modality: str) -> str:
    """Head a clause of a text; "" where its own words are the best heading."""
    clause = piece.clause
    trigger = clause.trigger
    begun: _Begun | None = None
    if not clause.start <= trigger.start < trigger.end < clause.end:
        begun = _of_item(reading.words.words, clause.start, clause.end)
    elif _is_plain(piece, reading) and modality != PROHIBITION:
        begun = (_french if reading.rules.language == "fr" else _english)(text, reading, clause, modality)
    said = _said(text, reading, clause, begun) if begun else ""
    if not said and _DIVIDED.search(text, *_span(reading, clause.start, clause.end)):
        said = _written(text, reading, clause.start, clause.end)
    return said[:1].upper() + said[1:]


def _is_plain(piece: Kept, reading: Reading) -> bool:
    """Say whether the subject acts, does so in any case and at all, and does one thing that is said here."""
    tokens, clause = reading.words.words, piece.clause
    start, stop = clause.trigger[:2]
    before = tokens[clause.start : start]
    return (
        piece.subject.sort in _ACTING
        and tokens[clause.start] not in reading.rules.conditions | _CASES
        and _MODALS.isdisjoint(before)
        and not any(has_tense(word, "future") for word in before)
        and _NEGATIVE.isdisjoint(tokens[max(start - 1, clause.start) : stop + 2])
        and PASSIVES.isdisjoint(tokens[stop - 1 : stop - 1 + _NEAR])
    )


def _of_item(tokens: Sequence[str], start: int, stop: int) -> _Begun | None:
    """Pass over the "to", « à » or "and" that its lead-in, or its list, hands an item; None without one."""
    place = start + (tokens[start] in _AND)
    if place + 1 < stop and tokens[place] in _LEAD_ON:
        verb = _past(tokens, place + 1, _BEFORE_VERB | _NOT_TO)
        to_do = tokens[place] == "to" and tokens[place + 1] not in _NO_VERB
        if to_do or (verb < stop and has_tense(tokens[verb], "infinitive")):
            return _Begun("", place + 1, led=True)
    return _Begun("", place) if place > start else None


def _english(_: str, reading: Reading, clause: Clause, modality: str) -> _Begun | None:
    """Begin with what follows "shall" or "agree to", with "May" where it is a permission."""
    place = clause.trigger.end
    last = reading.words.words[place - 1]
    if modality == PERMISSION:
        return _Begun("May", place) if last == "may" else None
    return _Begun("", place) if last in _LEAD_ON else None


def _french(text: str, reading: Reading, clause: Clause, modality: str) -> _Begun | None:
    """Begin with an infinitive: the one that follows, or that of the future."""
    tokens, (start, place) = reading.words.words, clause.trigger[:2]
    last = tokens[place - 1]
    behind, _ = _aside(tokens, place, clause.end)
    following = _past(tokens, behind, _BEFORE_VERB | _BESIDES)
    leads = following < len(tokens) and has_tense(tokens[following], "infinitive")
    if modality == PERMISSION:
        return _Begun("Pouvoir", place) if leads and last.startswith(_CAN) else None
    if leads and (last in _LEAD_ON or last.startswith(_HAS_TO)):
        return _Begun("", place, led=last in _LEAD_ON)
    futures = [form.infinitive for form in tenses(last) if form.tense == "future"]
    if place - start > 1 or len(futures) != 1 or last.startswith((*_HAS_TO, *_CAN)):
        return None
    begin = start
    while begin > clause.start and tokens[begin - 1] in _BEFORE_VERB:
        begin -= 1
    written = _written(text, reading, start, place)
    verb = _infinitive(written, last, futures[0])
    return _Begun(_written(text, reading, begin, place).removesuffix(written) + verb, place) if verb else None


def _infinitive(written: str, folded: str, infinitive: str) -> str:
    """Write the infinitive of a future with the accents of the text; "" where they can't be told."""
    if len(written) != len(folded) or infinitive.endswith(_NEW_ACCENT):
        return ""
    pairs = enumerate(zip(folded, infinitive, strict=False))
    same = next((n for n, (one, other) in pairs if one != other), min(len(folded), len(infinitive)))
    kept, rest = written[:same].lower(), infinitive[same:]
    if "è" in kept:
        at = kept.rindex("è")
        kept = f"{kept[:at]}{'e' if infinitive.endswith(_OPEN) else 'é'}{kept[at + 1 :]}"
    return kept + rest


def _said(text: str, reading: Reading, clause: Clause, begun: _Begun) -> str:
    """Put a heading together; "" where it would say less than the clause, or say it wrongly."""
    tokens, french = reading.words.words, reading.rules.language == "fr"
    place, aside = _aside(tokens, begun.place, clause.end)
    inner = _inner_aside(tokens, clause)
    rest = tokens[place : clause.end]
    if (
        len(rest) + len(begun.verb.split()) < _LEAST
        or (not french and rest[0] in _NO_VERB)
        or (not begun.verb and rest[0] in _DESCRIBES)
        or fold(begun.verb) in _DESCRIBES
        or any(not _MODALS.isdisjoint(tokens[slice(*one)]) for one in (inner, aside))
        or (french and _has_one_more_future(tokens, begun.place, clause.end))
    ):
        return ""
    said = f"{begun.verb} {_written(text, reading, place, clause.end) if rest else ''}".strip()
    said = _ONE_MORE.sub(r"\1", said) if french and begun.led else said
    asides = [_written(text, reading, *one) for one in (inner, aside) if one[0] < one[1]]
    return ", ".join([said, *asides])


def _aside(tokens: Sequence[str], place: int, stop: int) -> tuple[int, tuple[int, int]]:
    """Pass over "also", and over what stands between two commas; give where it goes on, and that stretch."""
    place = _past(tokens, place, _BESIDES)
    behind = behind_aside(tokens, place, stop, _LONGEST_ASIDE)
    aside = (place + 1, behind - 1) if behind > place else (place, place)
    return _past(tokens, behind, _BESIDES), aside


def _inner_aside(tokens: Sequence[str], clause: Clause) -> tuple[int, int]:
    """Give what stands between commas within the trigger: "undertakes, where useful, to"."""
    start, stop = clause.trigger[:2]
    if not clause.start <= start < stop <= clause.end:
        return start, start
    commas = [at for at in range(start, stop) if tokens[at] == ","]
    return (commas[0] + 1, commas[-1]) if len(commas) > 1 else (start, start)


def _has_one_more_future(tokens: Sequence[str], place: int, stop: int) -> bool:
    """Say whether a further future follows "and" or a comma: one verb alone would be changed."""
    for at in range(place + 1, stop):
        if has_tense(tokens[at], "future"):
            before = at - 1
            while before > place and tokens[before] in _BEFORE_VERB | _NOT_TO | _BESIDES:
                before -= 1
            if tokens[before] in _AND or tokens[before] == ",":
                return True
    return False


def _past(tokens: Sequence[str], place: int, some: frozenset[str]) -> int:
    while place < len(tokens) and tokens[place] in some:
        place += 1
    return place


def _span(reading: Reading, first: int, stop: int) -> tuple[int, int]:
    words = reading.words
    return reading.text.origin(words.starts[first], words.ends[stop - 1])


def _written(text: str, reading: Reading, first: int, stop: int) -> str:
    """Give words ``[first, stop)`` as the text has them, on one line, and whole where a line divides one."""
    start, end = _span(reading, first, stop)
    if _DIVIDED.search(text, start, end):
        words = reading.words
        return " ".join(reading.text.plain[words.starts[first] : words.ends[stop - 1]].split())
    return " ".join(text[start:end].split())
