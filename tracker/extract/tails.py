"""Where a clause of news ends: before who said it, and before what else its subject did."""

from typing import Final

from tracker.extract.clauses import Clause
from tracker.extract.french import has_tense
from tracker.extract.grammar import Grammar
from tracker.extract.rules import read_words

_HAVE: Final = frozenset({"a", "ont", "avait", "avaient"})
_LEAST = 3


def without_tail(words: list[str], clause: Clause, rules: Grammar) -> Clause:
    """Give a clause without ", a précisé le ministre" or "and has thanked the donors"."""
    start = clause.trigger.end + _LEAST
    tail = next(rules.tails.search(words, start, clause.end), None)
    end = tail.start if tail else clause.end
    if rules.language == "fr":
        end = next((at for at in range(start, end - 2) if _did(words, at)), end)
    while end > start and words[end - 1] in {",", "»", "”", '"'}:
        end -= 1
    return clause._replace(end=end) if end < clause.end else clause


def without_remarks(words: list[str], start: int, stop: int) -> tuple[int, int]:
    """Give an item without what it only remarks: "Recognising the role of …, seeking to …, noting that …"."""
    remarks = read_words("words", "remarking")
    commas = [at for at in range(start, stop - _LEAST) if words[at] == ","]
    tail = next((at for at in commas if at > start and words[at + 1] in remarks), stop)
    if words[start] in remarks:
        begin = next((at + 1 for at in commas if words[at + 1].endswith(("ing", "ant"))), start)
        if begin < stop and words[begin] not in remarks:
            tail = next((at for at in commas if at > begin and words[at + 1] in remarks), stop)
            return begin, tail
        return start, stop
    return start, tail


def _did(words: list[str], at: int) -> bool:
    """Say whether "et a passé en revue" begins; "et à passer" goes on."""
    return (
        words[at] == "et"
        and words[at + 1] in _HAVE
        and has_tense(words[at + 2], "participle")
        and not has_tense(words[at + 2], "infinitive")
    )
