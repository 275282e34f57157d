"""Tell an agreement from news about one: the same "will" promises in the one and praises in the other."""

import re
from typing import Final

from tracker.extract.layout import Block
from tracker.extract.wording import Lexicon, Words

AGREEMENT: Final = "agreement"
PRESS: Final = "press"

_SIGNS: Final = (
    (
        AGREEMENT,
        4,
        "have|has|hereby|do ?hereby ?mutually agreed|agree|reached|decided|concluded ~4 follows|"
        "following|agreement|understanding|:",
    ),
    (AGREEMENT, 4, "sont|ont|est|ete ?ainsi convenus|convenues|convenu|arrete|decide ~3 qui|suivantes|suit"),
    (AGREEMENT, 4, "conviennent|convenu|convenus de ce qui"),
    (AGREEMENT, 3, "hereinafter|hereafter|ci-apres"),
    (AGREEMENT, 5, "in witness|faith whereof|thereof"),
    (AGREEMENT, 5, "en foi|temoin de quoi"),
    (AGREEMENT, 4, "done|signed at|in ~9 originals|duplicate|copies|english"),
    (AGREEMENT, 3, "contracting parties|party"),
    (AGREEMENT, 3, "parties contractantes"),
    (AGREEMENT, 2, "the parties|participants|signatories shall|will|may|agree|intend"),
    (AGREEMENT, 2, "les ?deux parties s'|conviennent|contractantes"),
    (AGREEMENT, 1, "present|this agreement|memorandum|convention|protocol|accord|mou|letter|arrangement"),
    (AGREEMENT, 1, "shall ?also enter|remain into|in force"),
    (AGREEMENT, 2, "le|du|au present accord|memorandum|protocole"),
    (AGREEMENT, 2, "la presente convention"),
    (AGREEMENT, 3, "we , the heads|ministers|leaders|members|representatives|undersigned"),
    (AGREEMENT, 3, "nous , les ?chefs chefs|ministres|dirigeants|membres|representants|soussignes"),
    (AGREEMENT, 1, "shall"),
    (PRESS, 2, "said|stressed|underlined|added|welcomed|congratulated|told|remarked|commented"),
    (
        PRESS,
        2,
        "a|ont ?egalement declare|souligne|indique|affirme|ajoute|salue|precise|explique|rappele|"
        "annonce|estime",
    ),
    (PRESS, 2, "a-t-il|a-t-elle"),
    (PRESS, 2, "s'|se est|sont felicite|rejoui|felicites|rejouis"),
    (PRESS, 3, "press|media|news release|releases|statement"),
    (PRESS, 3, "communique de presse"),
    (PRESS, 2, "last updated"),
    (PRESS, 3, "posted in"),
    (PRESS, 1, "signed|signent|signe"),
    (PRESS, 2, "ont|a|ete signe|paraphe"),
    (
        PRESS,
        1,
        "yesterday|today|hier|mardi|mercredi|jeudi|vendredi|lundi|dimanche|samedi|monday|tuesday|wednesday|thursday|friday",
    ),
    (PRESS, 3, "( map|afp|aps|azertac|reuters|apa|ani|adiac|panapress )"),
)
_LEXICON: Final = Lexicon((phrase, (genre, weight, phrase)) for genre, weight, phrase in _SIGNS)
_MOST = 4
_MOST_SHALL = 12
_SAMPLE = 12_000
_ARTICLE = re.compile(r"(?:article|art\.|section|clause|chapitre|titre)\b", re.IGNORECASE)


def tell_genre(words: Words, blocks: list[Block], plain: str) -> str:
    """Give ``agreement`` or ``press``; no sign counts more than a few times."""
    counts: dict[tuple[str, int, str], int] = {}
    for found in _LEXICON.search(words.words, 0, min(len(words.words), _SAMPLE)):
        counts[found.label] = counts.get(found.label, 0) + 1
    scores = {AGREEMENT: 0, PRESS: 0}
    for (genre, weight, phrase), count in counts.items():
        scores[genre] += weight * min(count, _MOST_SHALL if phrase == "shall" else _MOST)
    articles = sum(block.heading and _ARTICLE.match(plain, block.start) is not None for block in blocks)
    scores[AGREEMENT] += 3 * min(articles, _MOST)
    return AGREEMENT if scores[AGREEMENT] >= scores[PRESS] else PRESS
