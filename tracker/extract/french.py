"""The forms of the French verbs in the table, so that a word is read by looking it up."""

from functools import cache
from itertools import chain
from typing import NamedTuple

from tracker.extract.rules import read_rules


class Form(NamedTuple):
    """What a word can be: tense is future, conditional, present, participle or infinitive."""

    infinitive: str
    tense: str


@cache
def verb_forms() -> dict[str, tuple[Form, ...]]:
    """Give every form of every verb in the table."""
    forms: dict[str, tuple[Form, ...]] = {}
    for infinitive, (future, singular, plural, participle) in _principal_parts().items():
        written = (
            ("future", (future + "a", future + "ont", future + "ons")),
            ("conditional", (future + "ait", future + "aient")),
            ("present", (singular, plural)),
            ("participle", (participle, participle + "e", participle + "s", participle + "es")),
            ("infinitive", (infinitive,)),
        )
        for tense, words in written:
            form = Form(infinitive, tense)
            for word in dict.fromkeys(words):
                forms[word] = (*forms.get(word, ()), form)
    return forms


def _principal_parts() -> dict[str, tuple[str, str, str, str]]:
    """Give future stem, present singular and plural, and participle, by infinitive."""
    parts: dict[str, tuple[str, str, str, str]] = {}
    rules = read_rules("fr_verbs")
    for verb in " ".join(rules["regular_er"]).split():
        stem = verb[:-2]
        soft = stem[:-1] + "i" if stem.endswith(("oy", "uy")) else stem
        parts[verb] = (soft + "er", soft + "e", soft + "ent", stem + "e")
    for verb in " ".join(rules["regular_ir"]).split():
        stem = verb[:-1]
        parts[verb] = (verb, stem + "t", stem + "ssent", stem)
    for verb in " ".join(rules["regular_re"]).split():
        stem = verb[:-2]
        parts[verb] = (verb[:-1], stem, stem + "ent", stem + "u")
    compounds = dict(row.split(": ") for row in rules["compounds"])
    for row in rules["irregular"]:
        verb, future, singular, plural, participle = row.replace(":", "").split()
        for prefix in chain([""], compounds.get(verb, "").split()):
            parts[prefix + verb] = (prefix + future, prefix + singular, prefix + plural, prefix + participle)
    return parts


def tenses(word: str) -> tuple[Form, ...]:
    """Give what a folded word can be as a verb; nothing where it is none of the table's."""
    return verb_forms().get(word, ())


def has_tense(word: str, tense: str) -> bool:
    """Say whether a word can be that tense of some verb in the table."""
    return any(form.tense == tense for form in tenses(word))
