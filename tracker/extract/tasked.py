"""Who is told or charged to do something: "asks the Council to …", "a treasurer responsible for:"."""

from typing import Final

from tracker.extract.actors import Subject
from tracker.extract.clauses import Clause
from tracker.extract.french import has_tense
from tracker.extract.keeping import PASSIVES, Reading
from tracker.extract.rules import read_words
from tracker.extract.subject_words import subject_in

_INDEFINITE: Final = frozenset({"a", "an", "un", "une"})
_LONGEST_TOLD: Final = 12
_ORGAN_WORDS: Final = 7
_NEAR: Final = 4
_TO_WHOM: Final = frozenset({"incomber", "interdire"})
_ARTICLES: Final = frozenset({"aux", "la", "l'"})
_CHARGES: Final = frozenset(
    {
        *("charge", "charges", "chargee", "chargees", "responsable", "responsables"),
        *("charged", "responsible", "tasked", "entrusted"),
    }
)
_CHARGED = 5
_TO_FILL: Final = frozenset({"to", "pour", "afin", "d'", "a"})
_FILLS: Final = frozenset(
    {
        *("exercise", "perform", "carry", "fulfil", "fulfill", "discharge", "assume", "undertake"),
        *("exercer", "remplir", "assurer", "accomplir", "assumer", "d'"),
    }
)
_IMPERSONAL: Final = frozenset({"it", "il"})
_TASKS: Final = frozenset({"duty", "responsibility", "task", "role", "function"})


def charged(reading: Reading, clause: Clause, stop: int) -> Subject | None:
    """Give who is charged with the items of a list: "appoints a treasurer responsible for:"."""
    words = reading.words.words
    charge = next((at for at in range(stop - 1, stop - _CHARGED, -1) if words[at] in _CHARGES), -1)
    begin = clause.trigger.end
    while begin < charge and words[begin] not in _INDEFINITE:
        begin += 1
    if not begin < charge - 1:
        return _appointed(reading, clause, stop)
    end = charge - (words[charge - 1] in {"be", "is", "are", "est", "sont", "sera", "seront"})
    end -= words[end - 1] in {"shall", "will"}
    end -= words[end - 1] in {"who", "which", "qui", ","}
    name = reading.circle.name_at(reading.text, reading.words, begin, end)
    return Subject("organ", (name,)) if name else None


def _appointed(reading: Reading, clause: Clause, stop: int) -> Subject | None:
    """Give who is given the functions that follow: "designate the Council to exercise the following"."""
    words = reading.words.words
    near = range(clause.trigger.start, min(stop, clause.trigger.end + _NEAR))
    appoints = next((at for at in near if words[at] in read_words("words", "appoints")), -1)
    fills = (at for at in range(appoints + 2, stop - 1) if words[at] in _TO_FILL and words[at + 1] in _FILLS)
    end = next(fills, -1) if appoints >= 0 else -1
    if end < 0:
        return None
    name = reading.circle.name_at(reading.text, reading.words, appoints + 1, end)
    return Subject("organ", (name,)) if name else None


def told(reading: Reading, clause: Clause) -> Subject | None:
    """Give who is told: "requests the Director General to …", "a chargé le Secrétariat de …"."""
    words = reading.words
    asks = read_words("words", "asks")
    trigger = clause.trigger
    if words.words[trigger.start] in PASSIVES:
        return None  # "is charged with": it is who is spoken of
    if words.words[trigger.end - 1] in {"that", "que", "qu'"}:
        said = subject_in(
            reading.circle, reading.text, words, trigger.end, min(clause.end, trigger.end + _NEAR)
        )
        return said if said.sort in {"party", "organ"} and said.bearers else None
    verb = next((at for at in range(trigger.start, trigger.end) if words.words[at] in asks), None)
    if verb is None:
        return None
    limit = min(clause.end, verb + _LONGEST_TOLD)
    ends = {"to", "with"} if reading.rules.language == "en" else {"a", "de", "d'"}
    begin = verb + 1
    while begin < limit and words.words[begin] in {"upon", "on", "au", "aux", "a", "also", "egalement"}:
        begin += 1
    places = [at for at in range(begin + 1, limit) if words.words[at] in ends]
    tasks = (at for at in places if reading.rules.language == "en" or _is_task(reading, at))
    stop = next(tasks, places[0] if places else limit)
    found = subject_in(reading.circle, reading.text, words, begin, stop)
    if found.sort in {"party", "collective"} and found.bearers:
        return found
    name = reading.circle.name_at(reading.text, words, begin, stop)
    return Subject("organ", (name,)) if name and stop < limit else None


def task_of(reading: Reading, clause: Clause) -> Subject | None:
    """Give whom an impersonal phrase gives a task: "il appartient au greffier", "it is the duty of"."""
    words, trigger = reading.words.words, clause.trigger
    if not _IMPERSONAL & set(words[clause.subject : trigger.end]):
        return None
    if trigger.rule in _TO_WHOM:
        return falls_on(reading, clause)
    near = range(trigger.start, min(clause.end, trigger.end + _NEAR))
    task = next((at for at in near if words[at] in _TASKS), -1)
    if task < 0 or words[task + 1 : task + 2] not in (["of"], ["upon"]):
        return None
    return falls_on(reading, clause._replace(trigger=trigger._replace(end=task + 2)))


def _is_task(reading: Reading, place: int) -> bool:
    """Say whether a word opens what is to be done: "to keep the list", "de tenir la liste"."""
    words = reading.words.words
    return words[place] == "to" or (
        words[place] in {"de", "d'"} and has_tense(words[place + 1], "infinitive")
    )


def falls_on(reading: Reading, clause: Clause) -> Subject | None:
    """Give whose task something is: "incombe à l'Office", "is the responsibility of the University"."""
    start = clause.trigger.end
    end = min(clause.end, start + _ORGAN_WORDS)
    end = next((at for at in range(start + 1, end) if _is_task(reading, at)), end)
    start -= reading.words.words[start - 1] in _ARTICLES
    found = subject_in(reading.circle, reading.text, reading.words, start, end)
    return found if found.sort in {"party", "collective", "organ"} and found.bearers else None
