"""Where a sentence promises: its deontic verbs, each with its modality and the rule that found it."""

from collections.abc import Iterator
from functools import cache
from itertools import compress
from typing import Final, NamedTuple

from tracker.extract.describing import only_describes
from tracker.extract.french import Form, has_tense, tenses
from tracker.extract.genre import PRESS
from tracker.extract.grammar import Grammar, Rule
from tracker.extract.presents import ADVERBS, JOINS, PRESENT, after_auxiliary, presents
from tracker.extract.rules import read_words
from tracker.extract.subordinates import governed
from tracker.extract.wording import Found, Lexicon, Remembered, Words

_EFFORT = frozenset(["efforcer", "employer", "attacher", "oeuvrer", "tendre", "tenter"])
_BEFORE_INFINITIVE = frozenset(["entendre", "il s'agit", "avoir a"])
_NAMED = frozenset({"the", "a", "an", "their", "our", "its", "this", "these", "all", "both"})
_INTENT: Final = "intent"
_HAVE_TO: Final = "have to"
_NOUNS_TOO = frozenset({"aim", "aims", "plan", "plans", "promise", "promises", "pledge", "pledges"}) | {
    *("endeavour", "endeavours", "endeavor", "endeavors"),
}
_SHARED = frozenset({"common", "joint", "mutual", "continued", "best", "collective", "shared"})
_OF_NOUNS = frozenset({"aim", "intend", "pledge", "reaffirm", "endeavour"})
_NOT_TO_BE_DONE: Final = _NAMED | {"do", "wait", "date", "that", "which", "whom"}
_BEFORE_NOUN = _NAMED | {"his", "her", "your", "my", "no", "any", "each"}
_AIM_NEAR = 10
_LONGEST_SUBJECT = 9
_ALSO = frozenset(
    ["also", "further", "moreover", "strongly", "urgently", "egalement", "en", "outre", "hereby"]
)
_PRONOUNS = frozenset(["se", "s'", "ne", "n'", "il", "elle", "y", "en", "qui", "lui", "leur"])
_SAYS_THAT = frozenset({"que", "qu'", "that"})
_FORCE = "vigueur"
_OFTEN_NONE = frozenset({"may", "shall", "will", "should", "a"})
_UNDERSTOOD = "understood"
_MODALS = frozenset({"shall", "will", "must", "should"})
_AIMS = frozenset(["viser", "envisager", "souhaiter", "ambitionner", "devoir"])


_FUTURES: Final = ("eront", "iront", "era", "ira")
REPORTED: Final = "would"
TO_DO: Final = "to do"


class Trigger(NamedTuple):
    """A deontic verb at words ``[start, end)``; ``main`` is false within a subordinate clause."""

    start: int
    end: int
    modality: str
    rule: str
    main: bool
    relative: bool


def find_triggers(
    words: Words, start: int, stop: int, rules: Grammar, genre: str, names: Lexicon[int]
) -> list[Trigger]:
    """Find the triggers of a sentence at words ``[start, stop)``, from left to right.

    ``names`` are those of the parties; in news only what stands under an agreement's terms is
    read in the present.
    """
    found: list[Trigger] = []
    position = start
    opens = start
    while opens < stop - 1 and words.words[opens] in _ALSO:
        opens += 1
    for enacts in rules.operative.at(words.words, opens, stop) if start < stop else ():
        found.append(Trigger(enacts.start, enacts.end, *enacts.label, main=True, relative=False))
        position = enacts.end
    may_open = map(_openers(rules, genre).__getitem__, words.words[position:stop])
    for place in compress(range(position, stop), may_open):
        trigger = _at(words, place, start, stop, rules, genre) if place >= position else None
        if trigger is not None:
            found.append(trigger)
            position = trigger.end
    found = [row for at, row in enumerate(found) if row.rule != _UNDERSTOOD or not _says(found[at + 1 :])]
    if not found and genre != PRESS and (to_do := _to_do(words.words, start, stop, rules, names)):
        return to_do
    first = next((trigger for trigger in found if trigger.main), None)
    if genre == PRESS and not under_terms(words, start, stop, rules):
        return found
    if first is not None:
        before = _joined_before(words.words, start, first.start)
        return [*_presents(words, start, before, rules, names), *found]
    return [*found, *_presents(words, start, stop, rules, names)]


def _to_do(words: list[str], start: int, stop: int, rules: Grammar, names: Lexicon[int]) -> list[Trigger]:
    """Read a line of a plan or of minutes: "UNICEF to send the schedule by 30 October"."""
    begin = start + (start < stop and words[start] in rules.determiners)
    if rules.language != "en" or begin >= stop:
        return []
    for found in names.at(words, begin, stop):
        verb = found.end + 1
        if verb < stop and words[found.end] == "to" and words[verb] in rules.plain_verbs:
            return [Trigger(found.end, verb, "obligation", TO_DO, main=True, relative=False)]
    return []


def _says(found: list[Trigger]) -> bool:
    """Say whether what is understood has a verb of its own: "it is understood that X shall …"."""
    return bool(found) and found[0].rule in _MODALS and found[0].main


def _presents(words: Words, start: int, stop: int, rules: Grammar, names: Lexicon[int]) -> Iterator[Trigger]:
    for present in presents(words, start, stop, rules, names):
        modality, rule = present.label
        forms = [form for form in tenses(words.words[present.start]) if form.tense == "present"]
        if forms and rule == PRESENT:
            modality = _modality(forms[0], modality)
        yield Trigger(present.start, present.end, modality, rule, main=True, relative=False)


def _joined_before(words: list[str], start: int, first: int) -> int:
    """Give where a clause ends that is joined to the first trigger's: "lève … et s'engage à"."""
    for place in range(first - 1, max(start, first - _LONGEST_SUBJECT), -1):
        if words[place] in JOINS or words[place] == "and":
            apart = words[place] != "," or not _SAYS_THAT.isdisjoint(words[place:first])
            return place if apart else start
    return start


def under_terms(words: Words, start: int, stop: int, rules: Grammar) -> bool:
    """Say whether a sentence of news opens with the text that it reports: "Under the agreement, …"."""
    return any(rules.terms.at(words.words, start, stop)) if start < stop else False


@cache
def _openers(rules: Grammar, genre: str) -> Remembered[bool]:
    """Say of a word whether a trigger may begin with it: not so for most."""

    def may_open(word: str) -> bool:
        if rules.triggers.begins(word) or (genre == PRESS and rules.news.begins(word)):
            return True
        if rules.language == "fr":
            return bool(tenses(word)) or word.endswith(_FUTURES)
        return word in {"is", "are"}

    return Remembered(may_open)


def _at(words: Words, position: int, start: int, stop: int, rules: Grammar, genre: str) -> Trigger | None:
    if words.words[position] in _OFTEN_NONE and _is_no_verb(words.words, position, start, stop):
        return None
    best: Found[Rule] | None = None
    lexicons = (rules.triggers, rules.news) if genre == PRESS else (rules.triggers,)
    for lexicon in lexicons:
        if not lexicon.begins(words.words[position]):
            continue
        for found in lexicon.at(words.words, position, stop):
            if (best is None or found.end > best.end) and _fits(words.words, found, stop):
                best = found
    done = position in words.accented and after_auxiliary(words.words, position)
    if best is not None and (
        (done and best.label[0] != _INTENT) or (best.label[1] == _FORCE and position in words.accented)
    ):
        return None
    if best is None:
        read = _french(words.words, position, stop, genre) if rules.language == "fr" else None
        found_verb = read if rules.language == "fr" else _is_to(words.words, position, start, stop, rules)
        if found_verb is None:
            return None
        best = found_verb
    main, relative = governed(words.words, start, best.start, rules)
    if best.label[1] == REPORTED:
        return Trigger(best.end - 1, best.end, *best.label, main=main, relative=False)
    return Trigger(best.start, best.end, best.label[0], best.label[1], main, relative)


def _is_no_verb(words: list[str], position: int, start: int, stop: int) -> bool:
    """Say whether "shall have completed" tells when, "May" is the month, "il y a" there is."""
    if words[position] == "may":
        return _month(words, position)
    if words[position] == "a":
        return words[position - 1 : position] == ["y"]
    if words[position] == "should":
        return position == start
    perfect = words[position] in {"shall", "will"} and words[position + 1 : position + 2] == ["have"]
    return perfect and _past_participle(words, position + 2, stop)


def _is_to(words: list[str], position: int, start: int, stop: int, rules: Grammar) -> Found[Rule] | None:
    """Read "is to submit" where no aim is said to be so."""
    if words[position] not in {"is", "are"}:
        return None
    after = position + 1
    while after < stop and words[after] in {"also", "not", "further", "therefore"}:
        after += 1
    if words[after : after + 1] != ["to"] or words[after + 1 : after + 2] == []:
        return None
    aims = read_words("words", "aims") & set(words[max(start, position - _AIM_NEAR) : position])
    verb = words[after + 1]
    if aims or position == start or (verb != "be" and verb not in rules.plain_verbs):
        return None
    return Found(position, after + 1, ("obligation", "is-to"))


def _past_participle(words: list[str], position: int, stop: int) -> bool:
    """Say whether "will have" goes on as "will have completed"."""
    return any(
        word.endswith("ed") or word in {"been", "given", "taken", "had"}
        for word in words[position : min(stop, position + 2)]
    )


def _month(words: list[str], position: int) -> bool:
    """Say whether "May" stands in a date."""
    around = words[max(0, position - 1) : position] + words[position + 1 : position + 3]
    return any(word[0].isdigit() for word in around)


def _fits(words: list[str], found: Found[Rule], stop: int) -> bool:
    """Leave what only introduces a clause ("l'accord stipule que …") to that clause."""
    after = found.end
    asides = read_words("words", "asides") if found.label[1] in _BEFORE_INFINITIVE else ADVERBS
    while after < stop and words[after] in asides:
        after += 1
    following = words[after] if after < stop else ""
    if only_describes(words, found, following):
        return False
    if found.label[1] == _HAVE_TO:
        return following not in _NOT_TO_BE_DONE and not following.endswith(("ing", "ed"))
    if found.label[1] in _BEFORE_INFINITIVE:
        return has_tense(following, "infinitive") and following not in read_words("words", "remarks")
    if words[found.end - 1] == "to" and (words[found.start] == "committed" or found.label[1] in _OF_NOUNS):
        return _is_to_act(words, found, following)
    if found.label[1] == "provides" and words[found.end - 2] in _NAMED:
        return False  # "an agreement on the details"
    return found.label[1] not in {"prevoir", "provides", "couvrir", "covers"} or (
        following not in {"que", "qu'", "that"} and words[found.start : found.end].count(",") in {0, 2}
    )


def _is_to_act(words: list[str], found: Found[Rule], following: str) -> bool:
    """Say whether "committed to", "plan to" leads to what is to be done, and to no thing."""
    if words[found.start] == "committed" or found.label[1] == "reaffirm":
        return following.endswith("ing") or following in read_words("en", "plain_verbs")
    noun = words[found.start] in _NOUNS_TOO and words[found.start - 1] in _BEFORE_NOUN | _SHARED
    return following not in _NAMED and not noun


def _french(words: list[str], position: int, stop: int, genre: str) -> Found[Rule] | None:
    """Read a future, or in news a reported conditional, from the table of verbs."""
    forms = tenses(words[position])
    if not forms:
        unknown = _unknown_future(words, position)
        return Found(position, position + 1, ("obligation", "futur")) if unknown else None
    for form in forms:
        if form.tense == "future" and not _perfect(words, position, stop, form):
            return Found(position, position + 1, (_modality(form, "obligation"), "futur"))
        near = form.infinitive == "aller" and form.tense == "present"
        after = position + 1
        while near and after < stop - 1 and words[after] in ADVERBS:
            after += 1
        if near and after < stop and has_tense(words[after], "infinitive"):
            return Found(position, after, ("obligation", "futur proche"))
        if form.tense == "conditional" and genre == PRESS:
            return Found(position, position + 1, (_modality(form, "intent"), "conditionnel"))
        if form.tense == "conditional" and form.infinitive in {"pouvoir", "devoir"}:
            modality = "permission" if form.infinitive == "pouvoir" else "obligation"
            return Found(position, position + 1, (modality, form.infinitive))
    return None


def _unknown_future(words: list[str], position: int) -> bool:
    """Say whether a verb that no table has is in the future: "s'attellera", "dépollueront"; not "camera"."""
    word = words[position]
    if not word.endswith(_FUTURES):
        return False
    return word.endswith("ront") or (position > 0 and words[position - 1] in _PRONOUNS)


def _modality(form: Form, otherwise: str) -> str:
    if form.infinitive == "pouvoir":
        return "permission"
    if form.infinitive in _AIMS:
        return "intent" if form.infinitive != "devoir" or form.tense == "conditional" else "obligation"
    return "best-effort" if form.infinitive in _EFFORT else otherwise


def _perfect(words: list[str], position: int, stop: int, form: Form) -> bool:
    """Say whether "auront notifié" or "se seront notifiés" only says when something else is to be done."""
    after = position + 1
    while after < stop and words[after] in ADVERBS:
        after += 1
    participle = after < stop and has_tense(words[after], "participle")
    if form.infinitive == "avoir":
        return participle
    return form.infinitive == "etre" and position > 0 and words[position - 1] in {"se", "s'"} and participle
