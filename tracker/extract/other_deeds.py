"""Days of another deed than the promised one: of its condition, or of what a relative clause tells of."""

from typing import Final

from tracker.extract.patterns import Pattern

CONDITION: Final = "condition"
PAST: Final = "past"

_CONDITION: Final = Pattern(
    r"\b(?:if|unless|provided that|on condition that|in case|in the event|having|when|where|whenever|"
    r"(?<!at )once(?! (?:a|an|in|per|every|each)\b)|s'ils?|si|[àa] moins qu[e']|lorsqu[e']|quand|"
    r"d[èe]s qu[e']|une fois que|ayant|pourvu que|[àa] condition que|cas o[ùu])"
    r"(?! (?:so |possible|appropriate|needed|necessary|required|requested|applicable|relevant|feasible|"
    r"practicable|available|n[ée]cessaire|besoin|opportun))\b",
    (
        *("if ", "unless", "provided", "condition", "case", "event", "once", "when", "where", "having"),
        *("si ", "s'il", "moins", "lorsq", "quand", "dès q", "des q", "fois", "ayant", "pourvu", "cas o"),
    ),
)
_PAST: Final = Pattern(
    r"\b(?:which|who|that)(?: \w+ly| also| already)? (?:was|were|had|did|took|began|became|gave|held|met|"
    r"came|ha(?:s|ve)(?! to\b)|(?!need|exceed|succeed|proceed)\w+ed)\b"
    r"|\b(?:qui|qu[e']|dont)(?: ?(?!à)\w+'?){0,4}? ?\b"
    r"(?:a|ont|avai(?:t|ent)|fut|furent|étai(?:t|ent))(?: été)?(?: \w+ment| déjà| également)? "
    r"\w+(?:é|és|ée|ées|i|is|ie|ies|it|ite|u|us|ue|ues|ert|erte)\b",
    ("which ", "who ", "that ", "qui ", "que ", "qu'", "dont "),
)
_BOUND: Final = Pattern(
    r"[,;:]|\b(?:shall|will|must|may|agrees?|undertakes?|doi(?:t|vent)|peu(?:t|vent)|s'engagent?|"
    r"\w+[aeiour]r(?:a|ont))\b"
)
_LONGEST: Final = 200


def other_deed(before: str) -> str:
    """Say by the words of a clause before a day whether it is of a condition, or of what was done.

    "If Spain pays by 5 May", "Kenya, which joined on 5 May": a comma or a further verb ends what these
    govern. Of the promised deed itself it is the empty string.
    """
    before = " ".join(before[-_LONGEST:].lower().split())
    for sort, pattern in ((CONDITION, _CONDITION), (PAST, _PAST)):
        found = list(pattern.finditer(before))
        if found and not _BOUND.search(before, found[-1].end()):
            return sort
    return ""
