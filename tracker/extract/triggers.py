"""Where a sentence promises: its deontic verbs, each with its modality and the rule that found it."""

from collections.abc import Iterator
from typing import NamedTuple

from tracker.extract.french import Form, has_tense, tenses
from tracker.extract.genre import PRESS
from tracker.extract.grammar import Grammar, Rule
from tracker.extract.rules import read_words
from tracker.extract.wording import Found, Words

_NOUN_BEFORE = frozenset(
    [
        "le",
        "la",
        "l'",
        "les",
        "un",
        "une",
        "des",
        "de",
        "d'",
        "du",
        "par",
        "en",
        "au",
        "aux",
        "ce",
        "cet",
        "cette",
        "ces",
        "son",
        "sa",
        "ses",
        "leur",
        "leurs",
        "tout",
        "toute",
        "chaque",
        "aucun",
        "aucune",
        "sans",
        "pour",
        "sur",
        "sous",
        "avec",
        "a",
        "nos",
        "notre",
    ]
)
_WEAK = frozenset(["se", "s'", "ne", "n'", "y", "en", "lui", "leur", "l'", "le", "la", "les", "nous"])
_EFFORT = frozenset(["efforcer", "employer", "attacher", "oeuvrer", "tendre", "tenter"])
_AIMS = frozenset(["viser", "envisager", "souhaiter", "ambitionner", "devoir"])
_ADVERBS = frozenset(
    [
        "egalement",
        "aussi",
        "notamment",
        "ainsi",
        "donc",
        "en",
        "outre",
        "mutuellement",
        "conjointement",
        "ensemble",
        "pas",
        "plus",
    ]
)
_AS_CLAUSE = 4
# "où" and "ou" are one word without accents; "dans le cas où" is not.
_WHERE = frozenset(["cas", "moment", "jour", "lieu", "mesure"])
_BOUNDARY = frozenset(";:")


class Trigger(NamedTuple):
    """A deontic verb at words ``[start, end)``; ``main`` is false within a subordinate clause."""

    start: int
    end: int
    modality: str
    rule: str
    main: bool
    relative: bool


def find_triggers(words: Words, start: int, stop: int, rules: Grammar, genre: str) -> list[Trigger]:
    """Find the triggers of a sentence at words ``[start, stop)``, from left to right."""
    found: list[Trigger] = []
    position = start
    for opening in rules.operative.at(words.words, start, stop) if start < stop else ():
        found.append(Trigger(opening.start, opening.end, *opening.label, main=True, relative=False))
        position = opening.end
    while position < stop:
        trigger = _at(words, position, start, stop, rules, genre)
        if trigger is None:
            position += 1
        else:
            found.append(trigger)
            position = trigger.end
    if not any(trigger.main for trigger in found) and genre != PRESS:
        found += _present(words, start, stop, rules)
    return found


def _at(words: Words, position: int, start: int, stop: int, rules: Grammar, genre: str) -> Trigger | None:
    if (
        rules.language == "en"
        and words.words[position + 1 : position + 2] == ["have"]
        and words.words[position] in {"shall", "will"}
    ) and _past_participle(words.words, position + 2, stop):
        return None
    if words.words[position] == "may" and _month(words.words, position):
        return None
    best: Found[Rule] | None = None
    lexicons = (rules.triggers, rules.news) if genre == PRESS else (rules.triggers,)
    for lexicon in lexicons:
        if not lexicon.begins(words.words[position]):
            continue
        for found in lexicon.at(words.words, position, stop):
            if (best is None or found.end > best.end) and _fits(words.words, found, stop):
                best = found
    if best is None:
        found_verb = _french(words.words, position, stop, genre) if rules.language == "fr" else None
        if found_verb is None:
            return None
        best = found_verb
    main, relative = governed(words.words, start, best.start, rules)
    return Trigger(best.start, best.end, best.label[0], best.label[1], main, relative)


def _past_participle(words: list[str], position: int, stop: int) -> bool:
    """Say whether "will have" goes on as "will have completed"."""
    return any(
        word.endswith("ed") or word in {"been", "given", "taken", "had"}
        for word in words[position : min(stop, position + 2)]
    )


def _month(words: list[str], position: int) -> bool:
    """Say whether "May" stands in a date."""
    around = words[max(0, position - 1) : position] + words[position + 1 : position + 2]
    return any(word.isdigit() for word in around)


def _fits(words: list[str], found: Found[Rule], stop: int) -> bool:
    """Leave what only introduces a clause ("l'accord stipule que …") to that clause."""
    after = found.end
    while after < stop and words[after] in _ADVERBS:
        after += 1
    following = words[after] if after < stop else ""
    if found.label[1] == "oeuvrer" and words[max(0, found.start - 1)] in _NOUN_BEFORE:
        return False
    if found.label[1] == "entendre":
        return has_tense(following, "infinitive")
    if found.label[1] == "reaffirm" and words[found.end - 1] == "to":
        return following not in {"the", "a", "an", "their", "our", "its", "this", "these", "all"}
    if found.label[1] not in {"prevoir", "provides", "couvrir", "covers"}:
        return True
    return following not in {"que", "qu'", "that"} and words[found.start : found.end].count(",") in {0, 2}


def _french(words: list[str], position: int, stop: int, genre: str) -> Found[Rule] | None:
    """Read a future, or in news a reported conditional, from the table of verbs."""
    for form in tenses(words[position]):
        if form.tense == "future" and not _perfect(words, position, stop, form):
            return Found(position, position + 1, (_modality(form, "obligation"), "futur"))
        near = form.infinitive == "aller" and form.tense == "present" and genre == PRESS
        after = position + 1
        while near and after < stop - 1 and words[after] in _ADVERBS:
            after += 1
        if near and after < stop and has_tense(words[after], "infinitive"):
            return Found(position, after, ("obligation", "futur proche"))
        if form.tense == "conditional" and genre == PRESS:
            return Found(position, position + 1, (_modality(form, "intent"), "conditionnel"))
    return None


def _modality(form: Form, otherwise: str) -> str:
    if form.infinitive == "pouvoir":
        return "permission"
    if form.infinitive in _AIMS:
        return "intent" if form.infinitive != "devoir" or form.tense == "conditional" else "obligation"
    return "best-effort" if form.infinitive in _EFFORT else otherwise


def _perfect(words: list[str], position: int, stop: int, form: Form) -> bool:
    """Say whether "auront notifié" or "se seront notifiés" only says when something else is to be done."""
    after = position + 1
    while after < stop and words[after] in _ADVERBS:
        after += 1
    participle = after < stop and has_tense(words[after], "participle")
    if form.infinitive == "avoir":
        return participle
    return form.infinitive == "etre" and position > 0 and words[position - 1] in {"se", "s'"} and participle


def governed(words: list[str], start: int, position: int, rules: Grammar) -> tuple[bool, bool]:
    """Say whether a verb stands in a main clause, and whether in a relative one."""
    for place in range(position - 1, start - 1, -1):
        word = words[place]
        if word == "," or word in _BOUNDARY:
            return True, False
        if (
            word in rules.subordinators or (word == "ou" and words[place - 1] in _WHERE)
        ) and not _preposition(words, place, position):
            if _complement(words, start, place, rules) or words[place - 1 : place] in (["tandis"], ["alors"]):
                return True, False
            between = words[place + 1 : position]
            if any(item in rules.finite or _finite(item, rules) for item in between) or (
                between and _verb_like(between[0], rules)
            ):
                return True, False
            return False, word in rules.relatives and len(between) <= 2  # noqa: PLR2004
    return True, False


def _preposition(words: list[str], place: int, position: int) -> bool:
    """Say whether "as" opens no clause of this verb: "as of", "as part of"."""
    if words[place] != "as":
        return False
    return position - place > _AS_CLAUSE or words[place + 1] in {
        "of",
        "from",
        "to",
        "well",
        "possible",
        "practicable",
        "regards",
        "a",
        "an",
        "soon",
        "part",
    }


def _finite(word: str, rules: Grammar) -> bool:
    return rules.language == "fr" and (has_tense(word, "future") or has_tense(word, "conditional"))


def _verb_like(word: str, rules: Grammar) -> bool:
    if rules.language == "fr":
        return has_tense(word, "present")
    return (
        word.endswith("s")
        and word not in rules.determiners
        and word not in {"parties", "as", "participants", "members", "countries"}
    )


def _complement(words: list[str], start: int, place: int, rules: Grammar) -> bool:
    """Say whether "that" or "que" only brings what was agreed, decided or announced."""
    if words[place] not in {"that", "que", "qu'"}:
        return False
    return any(word in rules.reporting for word in words[max(start, place - 3) : place])


def _present(words: Words, start: int, stop: int, rules: Grammar) -> Iterator[Trigger]:
    """Yield the first treaty present whose subject is an actor."""
    tokens = words.words
    for position in range(start, stop):
        rule = _present_at(tokens, position, stop, rules)
        if rule is None or not governed(tokens, start, position, rules)[0]:
            continue
        first = position
        while first > start and tokens[first - 1] in _WEAK:
            first -= 1
        passive = rule == "passif" or tokens[position - 1] in {"se", "s'"}
        if not passive and not _actor_before(tokens, start, first, rules):
            continue
        verb = next((form for form in tenses(tokens[position]) if form.tense == "present"), None)
        modality = _modality(verb, "obligation") if verb and not passive else "obligation"
        yield Trigger(
            position, position + 1, modality, "passif" if passive else rule, main=True, relative=False
        )
        if not passive:
            yield from _coordinated_presents(tokens, position, stop, rules)
        return


def _coordinated_presents(tokens: list[str], first: int, stop: int, rules: Grammar) -> Iterator[Trigger]:
    """Yield what the same actor does besides: "examine les demandes et les transmet"."""
    for position in range(first + 3, stop):
        if rules.language != "fr" or _present_at(tokens, position, stop, rules) != "présent":
            continue
        before = position - 1
        while before > first and tokens[before] in _WEAK:
            before -= 1
        pronoun = before < position - 1
        if tokens[before] in {"et", ","} and (pronoun or tokens[position].endswith("ent")):
            yield Trigger(position, position + 1, "obligation", "présent", main=True, relative=False)


def _present_at(tokens: list[str], position: int, stop: int, rules: Grammar) -> str | None:
    word = tokens[position]
    if rules.language == "en":
        return (
            "present"
            if position and word in rules.present and tokens[position - 1] not in {"to", "and", "or", ","}
            else None
        )
    if word in {"est", "sont"}:
        after = position + 1
        while after < stop and tokens[after] in _ADVERBS:
            after += 1
        if (
            after < stop
            and has_tense(tokens[after], "participle")
            and _describes(tokens[after], rules) is False
        ):
            return "passif"
        return None
    if not position or tokens[position - 1] in _NOUN_BEFORE - _WEAK:
        return None
    for form in tenses(word):
        causes = (
            form.infinitive == "faire"
            and position + 1 < stop
            and has_tense(tokens[position + 1], "infinitive")
        )
        if form.tense == "present" and (causes or form.infinitive not in read_words("fr_verbs", "stative")):
            return "présent"
    return None


def _describes(word: str, rules: Grammar) -> bool:
    return (
        word in rules.describing
        or word.rstrip("s") in rules.describing
        or word.rstrip("s").removesuffix("e") in rules.describing
    )


def _actor_before(tokens: list[str], start: int, stop: int, rules: Grammar) -> bool:
    return any(
        lexicon.holds(tokens, start, stop) for lexicon in (rules.collective, rules.organs)
    ) or rules.pronouns.holds(tokens, start, min(stop, start + 2))
