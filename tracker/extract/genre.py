"""Tell an agreement from news about one: the same "will" promises in the one and praises in the other."""

import re
from typing import Final

from tracker.extract.layout import Block

AGREEMENT: Final = "agreement"
PRESS: Final = "press"

_AGREEMENT_SIGNS: Final = (
    (r"\b(?:have|has|hereby) (?:hereby )?(?:agreed?|reached|decided|concluded)\b[^.;]{0,60}(?::|as follows)", 4),
    (r"\b(?:sont|ont) (?:convenu|arrete|decide)[es]*\b[^.;]{0,60}(?::|ce qui suit|suivant)", 4),
    (r"\bconviennent de ce qui suit\b", 4),
    (r"\b(?:hereinafter|hereafter|ci-apres)\b", 3),
    (r"\b(?:in witness whereof|en foi de quoi|en temoin de quoi)\b", 5),
    (r"\b(?:done|signed) (?:at|in) [^.]{0,60}\b(?:originals?|duplicate|copies)\b", 4),
    (r"\b(?:contracting parties|parties contractantes|the parties shall|les parties s'engagent)\b", 3),
    (r"\b(?:shall enter into force|entrera en vigueur|enter into force)\b", 1),
    (r"\bthe (?:parties|participants|signatories) (?:shall|will|may|agree|intend)\b", 2),
    (r"\b(?:present|this) (?:agreement|memorandum|convention|protocol|accord|mou|letter)\b", 1),
    (r"\ble present (?:accord|memorandum|protocole)\b|\bla presente convention\b", 2),
    (r"\bwe, the (?:heads|ministers|leaders|members|representatives|undersigned)\b", 3),
)
_PRESS_SIGNS: Final = (
    (r"\b(?:said|told reporters|stressed|underlined|added|noted that|welcomed|congratulated)\b", 2),
    (r"\b(?:a declare|a-t-il|a-t-elle|a souligne|a indique|a affirme|a ajoute|a salue|s'est felicite|a precise)\b", 2),
    (r"\b(?:press release|press statement|posted in|communique de presse|last updated|media release|news)\b", 3),
    (r"\b(?:signed|ont signe|a signe|signent|a ete signe)\b", 1),
    (r"\b(?:yesterday|today|hier|aujourd'hui|mardi|mercredi|jeudi|vendredi|lundi)\b", 1),
    (r"\((?:map|afp|aps|azertac|reuters|apa|ani|adiac|panapress)\)", 3),
)
_COMPILED: Final = {
    AGREEMENT: [(re.compile(pattern), weight) for pattern, weight in _AGREEMENT_SIGNS],
    PRESS: [(re.compile(pattern), weight) for pattern, weight in _PRESS_SIGNS],
}
_MOST = 4
_SHALL = re.compile(r"\bshall\b")
_ARTICLE = re.compile(r"(?:article|art\.|section|clause|chapitre|titre)\b", re.IGNORECASE)
_SAMPLE = 100_000


def tell_genre(folded: str, blocks: list[Block], plain: str) -> str:
    """Give ``agreement`` or ``press``."""
    sample = folded[:_SAMPLE]
    scores = {
        name: sum(
            weight * min(_MOST, sum(1 for _ in pattern.finditer(sample))) for pattern, weight in patterns
        )
        for name, patterns in _COMPILED.items()
    }
    articles = sum(block.heading and _ARTICLE.match(plain, block.start) is not None for block in blocks)
    shall = sum(1 for _ in _SHALL.finditer(sample))
    scores[AGREEMENT] += 3 * min(articles, _MOST) + min(shall, 3 * _MOST)
    return AGREEMENT if scores[AGREEMENT] >= scores[PRESS] else PRESS
