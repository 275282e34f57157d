"""What a lead-in hands down to the items of its list, and when it promises something itself."""

from typing import Final, NamedTuple

from tracker.extract.actors import Subject
from tracker.extract.clauses import Clause
from tracker.extract.filters import rejected
from tracker.extract.french import has_tense
from tracker.extract.grammar import Grammar, Rule
from tracker.extract.keeping import Kept, Reading
from tracker.extract.modality import refine
from tracker.extract.news import Setting
from tracker.extract.noun_lists import begins_with_action
from tracker.extract.presents import OF_THING, PASSIVE, PRESENT
from tracker.extract.rules import read_words
from tracker.extract.subject_words import subject_in
from tracker.extract.subjects import Subjects
from tracker.extract.subordinates import governed
from tracker.extract.tasked import charged
from tracker.extract.triggers import Trigger

_ACTORS: Final = frozenset({"party", "collective", "organ", "pronoun"})
_IS: Final = frozenset({"is", "are", "est", "sont"})
_STATES: Final = frozenset({"be", "have"})
_FOLLOWS: Final = frozenset({"following", "follows", "suit", "suivantes", "suivants", "ci-apres", "below"})
_NO_ITEMS: Final = frozenset({"status", "background", "speech"})
_IN_CASE: Final = frozenset({("en", "cas"), ("in", "case")})
_BINDS: Final = frozenset({"shall", "will", "must", "futur", "devoir"})
_AGREES: Final = frozenset({"agree", "agreed", "decide", "hereby", "convenir", "convenu", "decider", "areas"})
_TASK_NOUNS: Final = frozenset(
    {
        *("commitments", "obligations", "duties", "tasks", "responsibilities", "undertakings", "functions"),
        *("engagements", "devoirs", "taches", "missions", "attributions", "responsabilites", "fonctions"),
    }
)
_OF: Final = frozenset({"of", "de", "du", "des", "d'"})
_POSSESSIVES: Final = frozenset({"ses", "son", "sa", "leurs", "leur", "its", "their"})
_LABEL = 12
_OWN = 2
_WINDOW = 9
_FAR = 12
_SETS_UP = 5
_TASKS = 3
_PURPOSE = 8


class Lead(NamedTuple):
    """What list items inherit: no ``trigger`` where each has its own verb, ``drop`` if none counts.

    ``span`` are its words, which may say when: "By 1 May, the Bank shall: …".
    """

    trigger: Trigger | None
    subject: Subject
    drop: bool
    span: tuple[int, int] = (0, 0)


def when(lead: Lead) -> tuple[int, int]:
    """Give the words of a lead-in that may say when its items are due: not when they were agreed."""
    if lead.trigger is not None and lead.trigger.rule in _AGREES:
        return 0, 0
    return lead.span if lead.subject.sort in _ACTORS else (0, 0)


def inherits(lead: Lead, clauses: list[Clause]) -> bool:
    """Say whether an item lives by its lead-in's verb rather than by one of its own with a subject."""
    if lead.trigger is None:
        return False
    if clauses and clauses[0].trigger.rule == PRESENT and lead.trigger.rule in _AGREES:
        return clauses[0].trigger.start - clauses[0].subject < _OWN
    return not clauses or clauses[0].trigger.rule in {PRESENT, PASSIVE, OF_THING}


def stands_alone(lead: Lead, clauses: list[Clause], words: list[str], rules: Grammar) -> bool:
    """Say whether an item is a sentence that binds by itself, though its lead-in hands down nothing."""
    if not lead.drop or not clauses or clauses[0].trigger.rule not in _BINDS:
        return False
    own = clauses[0].trigger.start > clauses[0].subject
    return own and words[clauses[0].start] not in rules.conditions


def narrates(lead: Lead, words: list[str], item: tuple[int, int], rules: Grammar) -> bool:
    """Say whether an item of news tells of something under its label: "Fellowships: In May 2023, …"."""
    if lead.trigger is None or lead.trigger.rule != "areas":
        return False
    first, stop = item
    behind = next((at + 1 for at in range(first, min(stop - 1, first + _LABEL)) if words[at] == ":"), 0)
    opens = rules.introductions | rules.determiners
    return behind > 0 and words[behind] in opens and not begins_with_action(words, behind, stop, rules)


def tells(lead: Lead, reading: Reading, item: tuple[int, int]) -> bool:
    """Say whether an item of a list of areas only tells what is so: "The areas … are set out below"."""
    first, stop = item
    words, rules = reading.words.words, reading.rules
    if lead.trigger is None or lead.trigger.rule != "areas" or words[first] not in rules.articles:
        return False
    states = (
        at for at in range(first + 1, stop) if words[at] in _IS and governed(words, first, at, rules)[0]
    )
    place = next(states, -1)
    return place > 0 and subject_in(reading.circle, reading.text, reading.words, first, place).sort == "thing"


def announces(words: list[str], first: int, stop: int, rules: Grammar) -> bool:
    """Say whether a sentence only leads into what follows under headings of its own."""
    if words[stop - 1] != ":":
        return False
    return words[stop - 2] in _FOLLOWS or rules.leads.holds(words, max(first, stop - _FAR), stop)


def read_lead_in(
    reading: Reading,
    subjects: Subjects,
    clauses: list[Clause],
    sentence: tuple[int, int],
    lead: Lead | None,
    before: Kept | None,
    begins: int,
) -> tuple[Lead, list[Clause]]:
    """Give what a lead-in at words ``sentence`` hands down, and what of it stands by itself.

    ``lead`` is its own lead-in where it is an item itself, ``before`` the last clause kept, ``begins``
    the first word of the first item, or -1.
    """
    words, rules = reading.words, reading.rules
    first, stop = sentence
    end = max(first, stop - _WINDOW)
    if not clauses and tuple(words.words[first : first + 2]) in _IN_CASE:
        return Lead(None, subjects.last, drop=False), clauses
    named = _named(words.words, first, stop)
    if rules.lead_stops.holds(words.words, max(first, named - _WINDOW), named) and not _consists(
        words.words, end, stop, begins, rules
    ):
        return Lead(None, subjects.last, drop=True), clauses
    aims = rules.lead_aims.holds(words.words, end, stop)
    if not clauses and not aims:
        return _without_verb(reading, subjects, before, first, stop)._replace(span=sentence), []
    subject = subjects.read(clauses[-1], lead.subject if lead else None) if clauses else subjects.last
    if not clauses or (aims and not _pursued(words.words, clauses[-1], subject)):
        return Lead(None, subjects.last, drop=True), clauses[:-1]
    last = clauses[-1]
    status = rejected(
        last, subject, words, Setting(sentence, reading.genre, reading.speech, in_list=True), rules
    )
    given = charged(reading, last, stop)
    if (
        reading.circle.everyone
        and last.trigger.rule in _AGREES
        and not _FOLLOWS.isdisjoint(words.words[last.trigger.end - 1 : stop])
    ):
        given = Subject("collective", reading.circle.everyone)  # "A and B have agreed as follows:"
    modality, _ = refine(words.words, last, subject, "", rules)
    binding = last.trigger._replace(modality=modality)
    handed = Lead(binding, given or subject, drop=status in _NO_ITEMS, span=sentence)
    purpose = _has_purpose(words.words, last, stop, rules)
    if purpose and not _begins_with_verb(words.words, begins, rules):
        return handed._replace(drop=True), clauses
    return handed, clauses if _sets_up(words.words, last, stop) else clauses[:-1]


def _named(words: list[str], first: int, stop: int) -> int:
    """Give where a lead-in has named its items: "the following activities" and not the aim behind it."""
    places = range(max(first, stop - _FAR), stop - _OWN - 1)
    return next((at + 1 for at in places if words[at] in _FOLLOWS), stop)


def _consists(words: list[str], end: int, stop: int, begins: int, rules: Grammar) -> bool:
    """Say whether the items are acts: "assistance may consist of: (a) providing experts"."""
    return any(word.startswith("consist") for word in words[end:stop]) and _begins_with_verb(
        words, begins, rules
    )


def _pursued(words: list[str], clause: Clause, subject: Subject) -> bool:
    """Say whether somebody is to pursue the aims that follow, which "shall be:" does not ask."""
    return subject.sort in _ACTORS and words[clause.trigger.end] not in _STATES


def lead_that_enacts(reading: Reading, begins: int) -> Lead | None:
    """Give what "have decided:" hands down where its items, not articles, begin with "to" or "de"."""
    words = reading.words.words
    if begins < 0 or words[begins] not in {"to", "de", "d'"}:
        return None
    if not _begins_with_verb(words, begins, reading.rules):
        return None
    decision = Trigger(begins, begins, "obligation", "decide", main=True, relative=False)
    return Lead(decision, Subject("collective", reading.circle.everyone), drop=False)


def _without_verb(reading: Reading, subjects: Subjects, before: Kept | None, first: int, stop: int) -> Lead:
    """Read "Areas of cooperation:", or "These include:" after what was promised."""
    words, rules = reading.words, reading.rules
    if before is not None and rules.lead_back.holds(words.words, first, min(stop, first + _TASKS)):
        return Lead(before.clause.trigger, before.subject, drop=False)
    found: Rule | None = next((item.label for item in rules.leads.search(words.words, first, stop)), None)
    subject = subject_in(reading.circle, reading.text, words, first, stop)
    if words.words[first] in _POSSESSIVES and subjects.last.bearers:
        subject = subjects.last  # "Its tasks are:"
    if subject.sort == "thing":
        subject = Subject("thing", _whose_tasks(reading, first, stop) or reading.circle.everyone)
    trigger = Trigger(first, first, found[0], found[1], main=True, relative=False) if found else None
    return Lead(trigger, subject, drop=False)


def _whose_tasks(reading: Reading, first: int, stop: int) -> tuple[str, ...]:
    """Give whose the tasks are that a heading of a list names: "Commitments of Kenya:"."""
    words = reading.words.words
    if words[first : first + 1] == [] or words[first] not in _TASK_NOUNS or words[first + 1] not in _OF:
        return ()
    return reading.circle.names_of(reading.circle.named(words, first + 2, stop))


def _sets_up(words: list[str], clause: Clause, stop: int) -> bool:
    """Say whether a lead-in sets up an organ besides giving its tasks: "shall appoint a clerk to:"."""
    sets_up = read_words("words", "creates") | read_words("words", "appoints")
    near = range(clause.trigger.start, min(stop, clause.trigger.end + _SETS_UP))
    place = next((at for at in near if words[at] in sets_up), -1)
    return place >= 0 and stop - place > _TASKS + 1 and not _FOLLOWS & set(words[place:stop])


def _has_purpose(words: list[str], clause: Clause, stop: int, rules: Grammar) -> bool:
    """Say whether the items only complete a purpose: "shall meet every year to review and decide on:"."""
    for place in range(clause.trigger.end + _PURPOSE, stop - 2):
        if rules.language == "en":
            if words[place] == "to" and words[place + 1] in rules.plain_verbs:
                return True
        elif words[place] in {"afin", "pour"} and (
            has_tense(words[place + 1], "infinitive") or has_tense(words[place + 2], "infinitive")
        ):
            return True
    return False


def _begins_with_verb(words: list[str], begins: int, rules: Grammar) -> bool:
    if begins < 0:
        return False
    place = begins + (words[begins] in {"to", "a", "de", "d'"})
    if rules.language == "fr":
        return has_tense(words[place], "infinitive")
    return words[place] in rules.plain_verbs or words[place].endswith("ing")
