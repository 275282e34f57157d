"""Who the parties of an agreement are, under all the names that the text gives them.

In order: "between A and B", the opening formula, the terms that the document defines, the bodies
that stand alone on a line with their abbreviation, who speaks as "we", the signatures, and at last
who is named most.
"""

import re

from tracker.extract.defined_terms import define
from tracker.extract.enumerated import enumerated, together
from tracker.extract.formulas import formally_defined
from tracker.extract.genre import AGREEMENT
from tracker.extract.listed import listed
from tracker.extract.names import Known, Naming
from tracker.extract.normalise import Normalised, fold
from tracker.extract.openings import (
    OPENING_LENGTH,
    PACT,
    added_together,
    between_names,
    body_lines,
    collected_names,
    defined_names,
    in_case,
    lined_names,
    opening_names,
)
from tracker.extract.patterns import Pattern
from tracker.extract.proposals import Party
from tracker.extract.signers import most_named, signers
from tracker.extract.states import other_names, states_in

_WE = Pattern(r"\b(?:We|Nous), (?:the |les |soussignés,? )?(?P<who>[^,;:\n]{5,160}),")
_SPEAKS = Pattern(r"\b(?:[Ww]e|[Nn]ous), (?:the |les )")
_SPEAKERS_END = 600
_TWO = 2
_HEADLINE_PAIR = Pattern(r"\s*(?P<a>[A-ZÀ-Þ][\w' ]{1,40}?) ?[-–—/] ?(?P<b>[A-ZÀ-Þ][\w' ]{1,40}?) ?: ")
_JOINED = re.compile(r" (?:et|and) ")
_TALKS = Pattern(
    r"\b(?:[Ss]ommet|[Rr]éunion|[Rr]encontre|[Aa]ccord|[Pp]artenariat|[Dd]ialogue|[Cc]oopération|[Ss]ummit|"
    r"[Mm]eeting|[Aa]greement|[Pp]artnership|[Cc]ommission)"
    r"(?: (?:conjointe?|mixte|ministériel\w*|joint|annuel\w*))? "
    r"(?P<a>[A-Z]{2,10}) ?[-–/] ?(?P<b>[A-Z]{2,10})\b"
)
_ACTING_PAIR = Pattern(
    r"\b(?=[A-ZÀ-Þtl])(?:The |the |La |la |Le |le |Les |L'|l')?(?P<a>"
    r"[A-ZÀ-Þ][\w'-]*(?: (?:of |de |des |du )?[A-ZÀ-Þ][\w'-]*){0,4})"
    r" (?:and|et) (?:the |la |le |les |l')?(?P<b>"
    r"[A-ZÀ-Þ][\w'-]*(?: (?:of |de |des |du )?[A-ZÀ-Þ][\w'-]*){0,4})"
    r" (?:will|shall|agree|undertake|intend|commit|conviennent|s'engagent|entendent|decident)\b"
)
_TITLE_PAIR = Pattern(
    r"^(?:[^\n]{0,60}\b(?:PLAN|ROUTE|Plan|Programme|Roadmap|PROGRAMME|route) )?"
    r"(?P<a>[A-ZÀ-Þ][\w' ]{2,60}?) ?[–—/-] ?(?P<b>[A-ZÀ-Þ][A-Za-zÀ-ÿ' ]{2,60})(?: \d{4}.*)?$",
    flags=re.MULTILINE,
)
_TITLE_END = 800
_HEAD = 5000
_TAIL = 2500
_SIGNERS = Pattern(
    r"\b(?:signed|sign|signs|have agreed|agreed|ont signe|a signe|signent|signe|ont convenu|ont conclu|"
    r"concluded|"
    r"memorandum|mou|accord|agreement|partnership|partenariat|convention|entre|between)\b"
)
_SIGNATURE = Pattern(
    r"(?:^|(?<=[\n.)])|(?<=\s\s\s)) {0,40}(?:For(?: and on behalf of)?|On behalf of|Pour|FOR|POUR)"
    r"(?: the| le| la| l'| les)? ?(?P<name>[A-Z][^\n:;(]{3,120}?)(?=[\n:;(]|\s{3,}|$)"
)
_LEAD = 1600
_PRESS_PARTIES = 3


def find_parties(
    text: Normalised, language: str, genre: str, opening: int, short: dict[str, str]
) -> tuple[Party, ...]:
    """Give the document's parties.

    ``opening`` is where its operative part begins, ``short`` what :func:`abbreviations` found.
    """
    if genre == AGREEMENT:
        found = _of_agreement(text, language, opening, short)
        found = found or _together(most_named(text, short, language), language)
    else:
        found = _of_news(text, language, short)
    return tuple(_as_used(party, text.plain) for party in found)


def _together(named: tuple[Party, ...], language: str) -> tuple[Party, ...]:
    """Leave out a state that is named alone: it makes no agreement, and stands in an address."""
    return () if len(named) == 1 and named[0].name in states_in(language) else named


def _as_used(party: Party, plain: str) -> Party:
    """Leave out the other names of a state that this text does not use."""
    others = {other for name in (party.name, *party.aliases) for other in other_names(name)}
    aliases = tuple(
        alias
        for alias in party.aliases
        if alias not in others or (alias in plain and re.search(rf"\b{re.escape(alias)}(?!\w)", plain))
    )
    return party._replace(aliases=aliases)


def _of_news(text: Normalised, language: str, short: dict[str, str]) -> tuple[Party, ...]:
    lead = text.plain[:_LEAD]
    several = _speaking(text.plain, language)
    several = several or (enumerated(text.plain, language) if together(text.plain) else ())
    signed = several or signers(lead, short, language)
    if len(signed) >= _TWO:
        return signed
    naming = Naming(short, language)
    headed = _HEADLINE_PAIR.match(text.plain)
    if headed and not _JOINED.search(headed["a"]):
        naming.add(headed["a"])
        naming.add(headed["b"])
        if len(naming) == _TWO and all(naming.credible(known.name) for known in naming.found):
            return naming.parties()
        naming = Naming(short, language)
    if _SIGNERS.search(fold(lead)):
        between_names(lead, naming, of=PACT)
        _speakers(lead, naming)
    if len(naming) >= _TWO:
        return naming.parties()[:_PRESS_PARTIES]
    talks = _TALKS.search(lead)
    if talks:
        both = Naming(short, language)
        both.add(talks["a"])
        both.add(talks["b"])
        return both.parties()
    return most_named(text, short, language) or naming.parties()


def _of_agreement(text: Normalised, language: str, opening: int, short: dict[str, str]) -> tuple[Party, ...]:
    head = text.plain[: min(opening, _HEAD)] if opening else text.plain[:OPENING_LENGTH]
    several = _speaking(head, language)
    if several:
        return several
    best = Naming(short, language)
    for way in (
        listed,
        formally_defined,
        between_names,
        opening_names,
        collected_names,
        lined_names,
        defined_names,
        body_lines,
    ):
        naming = Naming(short, language)
        way(head, naming)
        if len(naming) > len(best):
            best = naming
        if len(best) >= _TWO:
            break
    if len(best) < _TWO:
        for signer in _SIGNATURE.finditer(text.plain, max(opening, len(text.plain) - _TAIL)):
            best.add(signer["name"])
    best.found[:] = [
        Known(in_case(known.name, head), {in_case(alias, head): None for alias in known.aliases})
        for known in best.found
    ]
    if len(best) < _TWO:
        _pair_that_acts(text.plain, best)
    if len(best) < _TWO:
        _pair_in_title(head, best)
    define(best.found, head)
    if not best.found:
        _speakers(head, best)
    return best.parties()


def _speaking(head: str, language: str) -> tuple[Party, ...]:
    """Give the states of "We, the Heads of State of A, B and C"."""
    return enumerated(head, language, _SPEAKERS_END) if _SPEAKS.search(head, 0, _SPEAKERS_END) else ()


def _pair_in_title(head: str, naming: Naming) -> None:
    """Take a line such as "UNICEF – African Union Commission"."""
    for match in _TITLE_PAIR.finditer(head, 0, _TITLE_END):
        pair = [name.title() if " " in name and name.isupper() else name for name in match.group("a", "b")]
        if added_together(naming, pair):
            return


def _pair_that_acts(plain: str, naming: Naming) -> None:
    """Take "ASEAN and China will …", where no formula says who the parties are."""
    for match in _ACTING_PAIR.finditer(plain, 0, _HEAD):
        if added_together(naming, match.group("a", "b")):
            return


def _speakers(head: str, naming: Naming) -> None:
    """Take who speaks in a declaration: "We, the Ministers of …,"."""
    speakers = _WE.search(head)
    if speakers and not naming.found:
        name = " ".join(speakers["who"].split())
        naming.found.append(Known(name, {name: None}))
