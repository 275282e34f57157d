"""What a sentence goes on with from the one before it: the further nouns of a list of decisions."""

from tracker.extract.clauses import Clause, without_end
from tracker.extract.grammar import Grammar
from tracker.extract.keeping import Kept
from tracker.extract.noun_lists import (
    ENUMERATES,
    after_nouns,
    begins_with_action,
    first_noun,
    noun_items,
)


def carried_nouns(
    before: Kept | None,
    block: int,
    words: list[str],
    sentence: tuple[int, int],
    clauses: list[Clause],
    rules: Grammar,
) -> list[Clause]:
    """Add the nouns at the head of a sentence to its clauses: "Mais aussi, le gel des avoirs et …"."""
    first, stop = sentence
    if before is None or before.clause.trigger.rule not in ENUMERATES or before.block < block - 1:
        return clauses
    begin = first_noun(words, first, stop)
    if not begins_with_action(words, begin, stop, rules):
        return clauses
    end = after_nouns(words, begin, clauses[0].trigger.start) if clauses else stop
    if end <= begin or any(word in rules.finite and word != "a" for word in words[begin:end]):
        return clauses
    starts = [begin, *noun_items(words, begin, end, rules)]
    trigger = before.clause.trigger
    nouns = [
        Clause(at, without_end(words, at, until, rules), at, trigger._replace(start=at, end=at))
        for at, until in zip(starts, [*starts[1:], end], strict=True)
    ]
    opened = [clause._replace(start=max(clause.start, end)) for clause in clauses]
    return [*nouns, *(clause._replace(subject=max(clause.subject, clause.start)) for clause in opened)]
