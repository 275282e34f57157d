"""What a document is called: the heading that names the instrument, or the headline of news."""

import re
from typing import Final

from tracker.extract.genre import PRESS
from tracker.extract.normalise import Normalised, fold
from tracker.extract.outline import Block
from tracker.extract.proposals import Party
from tracker.extract.region import is_recital
from tracker.extract.sentences import after_dateline, sentences
from tracker.extract.states import states_in

_EARLY: Final = 14
_LONGEST: Final = 300
_MOST_WORDS: Final = 60
_BODY_WORDS: Final = 24
_HEADLINES: Final = 3
_HEADLINE_END: Final = 500
_CLOSING: Final = frozenset('.:;!?,"”»)')
_HEADLINE_WORDS: Final = 4
_HEADLINE_CHARACTERS: Final = 200
_INSTRUMENT = re.compile(
    r"(?:[\w'-]+ ){0,7}?(?:agreements?|memorand(?:um|a)|mou|convention|treaty|protocol|arrangement|charter|"
    r"declaration|statement|compact|pact|covenant|letter of (?:intent|agreement)|"
    r"exchange of (?:letters|notes)|framework|statutes?|communique|action plan|plan of action|roadmap|"
    r"contract|resolution|minutes|accord|accord-cadre|convention-cadre|protocole|traite|entente|charte|"
    r"lettre d'(?:entente|intention)|echange de (?:lettres|notes)|plan d'action|feuille de route|pacte|"
    r"contrat|proces-verbal|statuts|conclusions)\b"
)
_NOT_TITLE = re.compile(
    r"(?:article|art\.|section|chapter|chapitre|titre|annex|this |the present|le present|la present|"
    r"(?:the |le |la |les |l')?(?:part|sides|two|deux)|have |has |ont |sont |whereas|between\b|entre\b)"
)
_SENTENCE = re.compile(r"\b(?:shall|will|is|are|has|have|agree|est|sont|ont|conviennent|agreed)\b")
_JOINS = re.compile(
    r"(?:between|entre|and|et|on|concerning|relatif|relative|regarding|for|of|sur|portant|concernant|"
    r"among|by and between|conclu|signe[es]?|dated|in the field|en matiere|dans le domaine)\b"
)
_LEADS_PARTIES = re.compile(r"(?:by and )?(?:between|entre|and|et)\b")
# A party with who speaks for it opens the text, and belongs to no title.
_OPENS_PARTIES = re.compile(
    r"\b(?:represente|represented by|ci-apres|hereinafter|hereafter|d'une part|d'autre part|of the one part|"
    r"soussigne|undersigned)"
)
_JOINT_END = re.compile(r"\b(?:by and )?(?:between|entre|among|and|et)[ :]*$", re.IGNORECASE)
_FURNITURE = re.compile(
    r"last updated|posted in|press releases?$|communique de presse$|news$|actualites|accueil|home\b|share|"
    r"partager|disclaimer|cookie|votre avis|commentaires|login|menu|informing|worldwide|https?:|www\.|"
    r"publie le|published|by |par |\d{1,2}[./ ]"
)


def find_title(
    text: Normalised, layout: list[Block], parties: tuple[Party, ...], genre: str, language: str
) -> str:
    """Give the title of an agreement or the headline of news, on one line."""
    early = [block for block in layout[:_EARLY] if text.plain[block.start : block.end].strip("*# -_")]
    if not early:
        return ""
    if genre == PRESS:
        found = _headline(text, early, parties, language)
    else:
        found = _instrument(text, early) or _heading(text, early)
    title = " ".join(text.plain[slice(*found)].split())[:_LONGEST].strip("*#_ ")
    return _JOINT_END.sub("", title).strip(" ,:-–")


def is_headline(plain: str, layout: list[Block], index: int) -> bool:
    """Say whether a block of news is its headline, which the first sentences say again."""
    block = layout[index]
    return (
        index < _HEADLINES
        and plain[block.end - 1] not in _CLOSING
        and not block.marker
        and block.end < _HEADLINE_END
        and len(layout) > _HEADLINES
    )


def _instrument(text: Normalised, early: list[Block]) -> tuple[int, int] | None:
    """Find the heading that says what the instrument is, with the lines that go on with it."""
    for index, block in enumerate(early):
        folded = text.folded[block.start : block.end].strip("*#_ ")
        if is_recital(folded):
            return None
        if (
            not _INSTRUMENT.match(folded)
            or _NOT_TITLE.match(folded)
            or len(folded.split()) > _MOST_WORDS
            or folded.endswith((".", ":", ";"))
            or _SENTENCE.search(folded)
        ):
            continue
        end = named = block.end
        joined = _JOINT_END.search(folded) is not None
        for following in early[index + 1 :]:
            line = text.folded[following.start : following.end].strip("*#_ ")
            goes_on = joined or _JOINS.match(line) is not None
            if (
                not goes_on
                or following.end - block.start > _LONGEST
                or line.endswith((".", ";", ",", ":"))
                or _SENTENCE.search(line)
            ):
                break
            if _OPENS_PARTIES.search(line):
                return block.start, named
            joined = _JOINT_END.search(line) is not None
            named = named if _LEADS_PARTIES.match(line) else following.end
            end = following.end
        return block.start, end
    return None


def _heading(text: Normalised, early: list[Block]) -> tuple[int, int]:
    """Fall back on the first heading that is no article, or the first line."""
    for block in early:
        folded = text.folded[block.start : block.end].strip("*#_ ")
        if block.heading and not _NOT_TITLE.match(folded) and not is_recital(folded):
            return block.start, block.end
    return early[0].start, early[0].end


def _headline(
    text: Normalised, early: list[Block], parties: tuple[Party, ...], language: str
) -> tuple[int, int]:
    """Find the headline, or give the first sentence of the body where the page has none."""
    names = {fold(name) for party in parties for name in (party.name, *party.aliases)}
    for party in parties:
        names |= set(states_in(language).get(party.name, ()))
    for block in early:
        folded = text.folded[block.start : block.end].strip("*#_ ")
        if any(name in folded for name in names) and not _FURNITURE.match(folded):
            if _is_body(folded) or len(folded) > _HEADLINE_CHARACTERS:
                start = after_dateline(text.plain, block.start, block.end)
                return next(iter(sentences(text.plain, start, block.end)))
            if len(folded.split()) >= _HEADLINE_WORDS and not block.marker.startswith("number"):
                return block.start, block.end
    for block in early:
        folded = text.folded[block.start : block.end].strip("*#_ ")
        if len(folded.split()) >= _HEADLINE_WORDS and not _FURNITURE.match(folded):
            return next(iter(sentences(text.plain, block.start, block.end)))
    return early[0].start, early[0].end


def _is_body(folded: str) -> bool:
    return len(folded.split()) >= _BODY_WORDS and folded[-1] in '.”»"'
