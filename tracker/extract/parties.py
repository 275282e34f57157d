"""Who the parties of an agreement are, under all the names that the text gives them.

In order: "between A and B", the opening formula, the terms that the document defines, the bodies
that stand alone on a line with their abbreviation, who speaks as "we", the signatures, and at last
who is named most.
"""

import re
from collections.abc import Iterable, Iterator

from tracker.extract.abbreviations import BRACKETED
from tracker.extract.defined_terms import NO_ACTOR, define
from tracker.extract.enumerated import enumerated, together
from tracker.extract.genre import AGREEMENT
from tracker.extract.names import AND, COLLECTIVE, HEADS, Known, Naming, in_case, split_names
from tracker.extract.normalise import Normalised, fold
from tracker.extract.patterns import Pattern
from tracker.extract.proposals import Party
from tracker.extract.signers import most_named, signers
from tracker.extract.states import other_names

_WE = Pattern(r"\b(?:We|Nous), (?:the |les |soussignés,? )?(?P<who>[^,;:\n]{5,160}),")
_SPEAKS = Pattern(r"\b(?:[Ww]e|[Nn]ous), (?:the |les )")
_SPEAKERS_END = 600
_DEFINES = Pattern(
    r"(?:[,(]\s?(?:(?:herein|here)(?:in)?after|ci-après|desormais)[^\"“«;\n]{0,60}|\((?:the )?)"
    r"[\"“«]\s?(?P<term>[^\"”»\n]{2,60}?)\s?[\"”»]"
)
_NAME_STARTS = Pattern(
    r"\n|;|\.\s|:\s|\b(?:whereas|between|entre|and the|et l[ae']s?|and|et)\s", flags=re.IGNORECASE
)
_BETWEEN = Pattern(r"\b(?:between|among|entre)\s", flags=re.IGNORECASE)
_STOP = Pattern(
    r"[;:.\n]|\b(?:on|concerning|for(?! (?:the )?[A-Z])|regarding|in the (?:field|area)s?|relat\w+|sur|"
    r"concernant|en matière|en vue|pour(?! (?:la |le |les |l')?[A-Z])|"
    r"portant|to|afin|dans|about|with|who|which|that|qui|signed?|signé\w*|establishing|visant|done|was|"
    r"has|have|a été|ont|est|"
    r"represented|représenté\w*|aimed|dated|under|à l'|du \d|of \d|"
    r"CONCERNING|ON|FOR|REGARDING|RELATING|PORTANT|RELATI\w+|CONCERNANT|EN MATIÈRE|EN VUE|VISANT)\b"
)
_PACT = Pattern(
    r"accord|convention|memorand|mémorand|protocole|partenariat|coop[eé]ration|jumelage|entente|alliance|"
    r"agreement|treaty|pact|\bdeal|partnership|relation|talks|meeting|rencontre|réunion|dialogue|commission|"
    r"\bsign|arrangement|\bmou\b|\bliens?\b|\bties\b|négociation|échange|exchange|twinning|contra",
    flags=re.IGNORECASE,
)
_HEADLINE_PAIR = Pattern(r"\s*(?P<a>[A-ZÀ-Þ][\w' ]{1,40}?) ?[-–—/] ?(?P<b>[A-ZÀ-Þ][\w' ]{1,40}?) ?: ")
_PACT_NEAR = 90
_BREAK = Pattern(r";|\.\s+(?=[A-Z])")
_ASIDE = Pattern(
    r"[ \t]{0,9}\((?!(?:the )?[\"“«']?[A-Z][\w&.-]{1,14}[\"”»']?\))[^()]{0,200}\)"
    r"|[ ,]{0,9}\b(?:hereinafter|hereafter|ci-après)\b[^,;\n]{0,120}"
    r"|[ ,]*(?:of the (?:one|other|first|second) part|on the (?:one|other) (?:hand|part)|d'une part|"
    r"d'autre part)\b"
    r"|[ ,]{0,9}\b(?:duly |dûment )?(?:represented|représentée?|acting through|whose|having its|dont|sise?|"
    r"with (?:its )?(?:registered|head|principal))\b[^;\n\0]{0,240}?"
    r"(?=[;\n\0]|,? (?:and|et) (?:the |le |la |l')[A-Z]|, and [A-Z]|$)",
)
_JOINT = Pattern(r"[ ,;]*\n\s*(?:et|and)\b[ ,:]*\n*\s*|[ ,;]*\b(?:et|and)[ ,:]*\n\s*", flags=re.IGNORECASE)
_LABELS = Pattern(r"^[ \t]*(?:BETWEEN|ENTRE|Between|Entre)[ :]*$|\(\d\) |^[ \t]*[-–•] ", flags=re.MULTILINE)
_OPENING = Pattern(
    r"^[ \t]*(?:\(?\d[.)] )?(?P<names>(?:The |Le |La |L'|Les )?[A-ZÀ-Þ][^\n;:]{5,500})", flags=re.MULTILINE
)
_RECITES = Pattern(
    r",?\s*\b(?:Have|Has|Having|Recogni\w+|Desir\w+|Consid\w+|Désir\w+|Recall\w*|Noting|Wish\w+|[Hh]ereby|"
    r"In (?:recognition|order|view)|Convinced|Animated|Being|Conscious|Aware|Believing|Mindful|Whereas|"
    r"WHEREAS|have|has|ont|sont|est|is|are|shall|will|may|agree|conviennent|Vu|Ayant|Rappel\w+|"
    r"[Ss]oucieu\w+|[Cc]onvain\w+|[Aa]nim\w+|[Cc]onscient\w*|Not\w+|Reconn\w+|désireu\w+|considérant|"
    r"rappelant|desiring|wishing|recognizing|considering|ci-après|on (?:the )?[a-z]|concerning|regarding|"
    r"for (?:the )?[a-z])\b"
)
_BODY_LINE = Pattern(
    r"^[ \t]*(?P<name>[A-ZÀ-Þ][^\n;:.()]{5,140} \([A-Z][\w&.-]{1,14}\))[ ,]*$", flags=re.MULTILINE
)
_ACTING_PAIR = Pattern(
    r"\b(?:The |the |La |la |Le |le |Les |L'|l')?(?P<a>"
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
_OPENING_LENGTH = 1500
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
_TWO = 2


def find_parties(
    text: Normalised, language: str, genre: str, opening: int, short: dict[str, str]
) -> tuple[Party, ...]:
    """Give the document's parties.

    ``opening`` is where its operative part begins, ``short`` what :func:`abbreviations` found.
    """
    if genre == AGREEMENT:
        found = _of_agreement(text, language, opening, short) or most_named(text, short, language)
    else:
        found = _of_news(text, language, short)
    return tuple(_as_used(party, text.plain) for party in found)


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
    if headed:
        naming.add(headed["a"])
        naming.add(headed["b"])
        if len(naming) == _TWO and all(naming.credible(known.name) for known in naming.found):
            return naming.parties()
        naming = Naming(short, language)
    if _SIGNERS.search(fold(lead)):
        _between_names(lead, naming, of=_PACT)
        _speakers(lead, naming)
    if len(naming) >= _TWO:
        return naming.parties()[:_PRESS_PARTIES]
    return most_named(text, short, language) or naming.parties()


def _of_agreement(text: Normalised, language: str, opening: int, short: dict[str, str]) -> tuple[Party, ...]:
    head = text.plain[: min(opening, _HEAD)] if opening else text.plain[:_OPENING_LENGTH]
    several = _speaking(head, language)
    if several:
        return several
    best = Naming(short, language)
    for way in (_between_names, _opening_names, _defined_names, _body_lines):
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
        if _added_together(naming, pair):
            return


def _pair_that_acts(plain: str, naming: Naming) -> None:
    """Take "ASEAN and China will …", where no formula says who the parties are."""
    for match in _ACTING_PAIR.finditer(plain, 0, _HEAD):
        if _added_together(naming, match.group("a", "b")):
            return


def _speakers(head: str, naming: Naming) -> None:
    """Take who speaks in a declaration: "We, the Ministers of …,"."""
    speakers = _WE.search(head)
    if speakers and not naming.found:
        name = " ".join(speakers["who"].split())
        naming.found.append(Known(name, {name: None}))


def _between_names(head: str, naming: Naming, of: Pattern | None = None) -> None:
    """Take "between A and B"; in news only behind a word for what they have ``of`` each other.

    In an agreement what has no such word counts where nothing else does, and names two at once.
    """
    for names in _between(head, of or _PACT):
        for name in names:
            naming.add(name)
        if len(naming) >= _TWO:
            return
    for names in _between(head, None) if of is None else ():
        if _added_together(naming, names):
            return


def _between(head: str, of: Pattern | None) -> Iterator[list[str]]:
    for match in _BETWEEN.finditer(head):
        before = head[max(0, match.start() - _PACT_NEAR) : match.start()]
        if of is not None and not of.search(re.split(r"[.;\n]|, ", before)[-1]):
            continue
        rest = re.sub(
            r"\s*\n+\s*(?:et|and)\s*\n+\s*",
            " et ",
            head[match.end() : match.end() + 900].lstrip(" :\n"),
            flags=re.IGNORECASE,
        )
        rest = re.sub(r"\s*\((?![A-Z][\w&.-]{1,14}\))[^()]{0,200}\)", " ", rest)
        rest = re.sub(r"\n(?:\s*\n|(?=(?:The|Le|La|L')\s))", " ; ", rest).replace("\n", " ")
        rest = re.sub(r",? (?:hereinafter|hereafter|ci-après)[^,;]{0,120}(?:,|;|$|(?= and | et ))", "", rest)
        rest = _BREAK.split(rest)[0]
        first = next((cut for cut in AND.finditer(rest) if rest[cut.end() : cut.end() + 1].isupper()), None)
        if first is None:
            continue
        stop = _STOP.search(rest, first.end() + 3)
        names = split_names(rest[: stop.start()] if stop else rest[:400])
        if len(names) > 1:
            yield names


def _opening_names(head: str, naming: Naming) -> None:
    """Take "The Government of A and the Government of B, …", also spread over several lines."""
    plain = _ASIDE.sub("", _JOINT.sub("\0 and ", _LABELS.sub("", head + "\n"))).replace("\0", "")
    for match in _OPENING.finditer(plain):
        names = match["names"]
        cut = _RECITES.search(names)
        pieces = split_names(names[: cut.start()] if cut else names)
        if (
            len(pieces) < _TWO
            or names.startswith(("We", "Nous"))
            or (cut is None and not all(map(_has_head, pieces)))
            or (cut is None and len(names) > _OPENING_LENGTH // 4)
        ):
            continue
        if _added_together(naming, pieces):
            return


def _added_together(naming: Naming, names: Iterable[str]) -> bool:
    """Add names that make two parties or more, each of them credible; else none, and False."""
    before = len(naming)
    for name in names:
        naming.add(name)
    if len(naming) >= _TWO and all(naming.credible(known.name) for known in naming.found):
        return True
    del naming.found[before:]
    return False


def _has_head(name: str) -> bool:
    return any(HEADS.match(fold(word)) for word in name.split())


def _defined_names(head: str, naming: Naming) -> None:
    """Take the names that the document gives a term of their own ("the Council")."""
    for match in _DEFINES.finditer(head):
        if COLLECTIVE.match(fold(match["term"])) or NO_ACTOR.search(fold(match["term"])):
            continue
        before = _NAME_STARTS.split(head[max(0, match.start() - 300) : match.start()])
        for piece in reversed(before):
            known = len(naming)
            name = re.sub(r"^\s*\(?\d[.)] ?", "", piece).split(", ")[0]
            short = sum(letter.isupper() for letter in match["term"]) > 1 and " " not in match["term"]
            naming.add(f"{name} ({match['term']})" if short else name)
            if len(naming) > known:
                break


def _body_lines(head: str, naming: Naming) -> None:
    for match in _BODY_LINE.finditer(head):
        if BRACKETED.search(match["name"]):
            naming.add(match["name"])
