"""Who signs the document: from its title, its opening and its own abbreviations."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from tracker.extract.genre import AGREEMENT
from tracker.extract.normalise import Normalised, fold
from tracker.extract.proposals import Party
from tracker.extract.rules.places import places

_UPPER = r"[A-ZÀ-ÖØ-ÞŞĞİ]"
_WORD = rf"(?:{_UPPER}[\w'’.-]*|[ld]'{_UPPER}[\w'’.-]*)"
_LINK = r"(?:of|for|on|in|and|the|to|&|de|des|du|d'|la|le|les|l'|pour|en|et|sur|à|au|aux|für|und|der|y|del|al-)"
_NAME = rf"{_WORD}(?:[ ,]{{1,2}}(?:{_LINK}[ ']{{0,1}}){{0,3}}{_WORD}){{0,14}}"
_ACRONYM = re.compile(rf"(?P<name>{_NAME})\s?\((?P<short>[A-Z][\w&.-]{{1,14}})\)")
_DEFINED = re.compile(
    r"(?:herein|here)(?:in)?after|ci-apres|below referred|referred to (?:below )?as|also known as|denomme"
)
_TERM = re.compile(r"[\"“«']\s?(?:the |le |la |les |l')?(?P<term>[^\"”»]{2,60}?)\s?[\"”»']", re.IGNORECASE)
_COLLECTIVE_TERM = re.compile(r"(?:the |les )?(?:contracting |two )?(?:part(?:y|ies)|sides|participants?|signatories|partie)\b")
_BETWEEN = re.compile(r"\b(?:between|entre)\s", re.IGNORECASE)
_STOP = re.compile(
    r"[;:.\n]|\b(?:on|concerning|for|regarding|in the (?:field|area)s?|relat\w+|sur|concernant|en matière|en vue|pour|"
    r"portant|to|afin|dans|about|with|who|which|that|qui|signed?|signé\w*|establishing|visant|done|was|has|have|a été|ont|est|"
    r"represented|représenté\w*|aimed|dated|under|à l'|du \d|of \d|"
    r"CONCERNING|ON|FOR|REGARDING)\b"
)
_AND = re.compile(r",? (?:and|et|AND|ET|&)(?: |(?=\n))(?P<the>(?:the|le|la|les|l'|of the) ?)?", re.IGNORECASE)
_LEADING = re.compile(r"^(?:(?:on the one (?:hand|part)|d'une part|of the one part)[, ]*)?(?:the |le |la |les |l')?", re.IGNORECASE)
_HEAD = 5000
_LONGEST = 160
_STATE_HEADS = re.compile(
    r"(?:the )?(?:government|kingdom|republic|state|sultanate|emirate|principality|federal|people|gouvernement|royaume|"
    r"republique|etat|hashemite|islamic republic|socialist|union of|grand)\b"
)
_SIGNERS = re.compile(
    r"\b(?:signed|sign|signs|have agreed|agreed|ont signe|a signe|signent|signe|ont convenu|ont conclu|concluded|"
    r"memorandum|mou|accord|agreement|partnership|partenariat|convention|entre|between)\b"
)
_LEAD = 1600
_PRESS_PARTIES = 3
_CURLY = str.maketrans("“”«»", '""""')


class _Known(NamedTuple):
    name: str
    aliases: dict[str, None]

    def party(self) -> Party:
        return Party(self.name, tuple(alias for alias in self.aliases if alias != self.name))


def find_parties(text: Normalised, language: str, genre: str, opening: int) -> tuple[Party, ...]:
    """Give the document's parties; ``opening`` is where its operative part begins."""
    short = _abbreviations(text.plain)
    states = {name: stems for name, stems in places(language)}
    if genre == AGREEMENT:
        head = text.plain[: min(opening, _HEAD)] if opening else text.plain[:1500]
        found = _named(head, short, states)
        if len(found) > 1:
            return tuple(known.party() for known in found)
        return tuple(known.party() for known in found) or _frequent(text, short, states)
    lead = text.plain[:_LEAD]
    found = _named(lead, short, states) if _SIGNERS.search(fold(lead)) else []
    if len(found) > 1:
        return tuple(known.party() for known in found[:_PRESS_PARTIES])
    return _frequent(text, short, states)


def _abbreviations(plain: str) -> dict[str, str]:
    """Give the long name of each abbreviation that the text introduces in brackets."""
    found: dict[str, str] = {}
    for match in _ACRONYM.finditer(plain):
        short = match["short"].rstrip(".")
        name = " ".join(_fitting(match["name"], short).split())
        if name and fold(name) != fold(short) and short not in {"MOU", "MoU", "MAP", "AFP"}:
            found.setdefault(short, name)
    return found


def _fitting(name: str, short: str) -> str:
    """Cut a run of capitalised words to those that an abbreviation's letters can stand for."""
    words = name.split()
    first = fold(short[0])
    starts = [
        index
        for index, word in enumerate(words)
        if fold(re.sub(r"^[ldLD]'", "", word))[:1] == first and word[:1] != word[:1].lower() or word[:2] in {"l'", "d'"}
    ]
    capitals = sum(letter.isupper() for letter in short)
    for index in reversed(starts):
        rest = [word for word in words[index:] if re.sub(r"^[ldLD]'", "", word)[:1].isupper()]
        if len(rest) >= min(capitals, 2) and len(words) - index <= 2 * max(capitals, 2) + 6:
            best = index
            if len(rest) >= capitals:
                break
    else:
        best = starts[0] if starts else max(0, len(words) - capitals)
    return _LEADING.sub("", " ".join(words[best:]))


def _named(head: str, short: dict[str, str], states: dict[str, tuple[str, ...]]) -> list[_Known]:
    found: list[_Known] = []
    for names in _between(head):
        for name in names:
            _add(found, name, short, states)
        if len(found) > 1:
            break
    if len(found) < 2:  # noqa: PLR2004  a treaty has two sides
        opening = re.search(r"(?:^|\n)\s*(The |Le |La |L')(?P<names>[^\n;]{5,400}?)(?:;|\n|,? (?:Have|Has|Recogni|Desir|Consid|Désir|Recall|Not))", head)
        if opening:
            for name in _split(opening["names"]):
                _add(found, name, short, states)
    _define(found, head)
    return found


def _between(head: str) -> Iterator[list[str]]:
    for match in _BETWEEN.finditer(head):
        rest = head[match.end() : match.end() + 600]
        rest = re.sub(r"\s*\((?![A-Z][\w&.-]{1,14}\))[^()]{0,200}\)", " ", rest).replace("\n", " ")
        rest = re.sub(r",? (?:hereinafter|hereafter|ci-après)[^,;]{0,120}(?:,|;|$|(?= and | et ))", "", rest)
        first = _AND.search(rest)
        if first is None:
            continue
        stop = _STOP.search(rest, first.end() + 3)
        names = _split(rest[: stop.start()] if stop else rest[:400])
        if len(names) > 1:
            yield names


def _split(names: str) -> list[str]:
    """Cut "A and B" where a name begins: "Education and Science" is one."""
    cuts = list(_AND.finditer(names))
    cuts = [cut for cut in cuts if names[cut.end() : cut.end() + 1].isupper()]
    with_article = [cut for cut in cuts if cut["the"]]
    if with_article:
        cuts = with_article
    elif len(cuts) > 1:
        heads = names.split()[:1]
        cuts = [cut for cut in cuts if names[cut.end() :].split()[:1] == heads] or cuts[-1:]
    pieces, start = [], 0
    for cut in cuts:
        pieces.append(names[start : cut.start()])
        start = cut.end()
    pieces.append(names[start:])
    return [part for piece in pieces for part in re.split(r", (?:the |la |le |l')(?=[A-Z])", piece)]


def _add(found: list[_Known], name: str, short: dict[str, str], states: dict[str, tuple[str, ...]]) -> None:
    bracket = re.search(r"\(([^()]{2,40})\)", name)
    name = _LEADING.sub("", " ".join(re.sub(r"\(.*", "", name).split()).strip(" ,*\"“”«»"))
    name = name.split(", ")[0]
    if not name or not name[0].isupper() or len(name) > _LONGEST or _COLLECTIVE_TERM.match(fold(name)):
        return
    aliases = dict.fromkeys([name])
    label = _state_of(name, states) or name
    for abbreviation, long in short.items():
        if fold(long) == fold(name) or abbreviation == name or (bracket and bracket[1] == abbreviation):
            label = abbreviation
            aliases |= dict.fromkeys([long, abbreviation])
    for known in found:
        if fold(known.name) == fold(label) or any(fold(alias) == fold(name) for alias in known.aliases):
            known.aliases.update(aliases)
            return
    if label not in aliases:
        aliases[label] = None
    found.append(_Known(label, aliases))


def _state_of(name: str, states: dict[str, tuple[str, ...]]) -> str:
    folded = fold(name)
    for state in sorted(states, key=len, reverse=True):
        if folded == fold(state) or (
            fold(state) in folded
            and _STATE_HEADS.match(folded)
            and re.search(rf"\b{re.escape(fold(state))}\b", folded)
        ):
            return state
    if _STATE_HEADS.match(folded):
        for state, stems in states.items():
            if any(stem in folded for stem in stems if len(stem) > 3):  # noqa: PLR2004
                return state
    return ""


def _define(found: list[_Known], head: str) -> None:
    """Give parties the terms that the document defines for them ("the University")."""
    folded = fold(head)
    for match in _DEFINED.finditer(folded):
        term = _TERM.search(head, match.end(), match.end() + 120)
        if term is None or _COLLECTIVE_TERM.match(fold(term["term"])):
            continue
        before = folded[max(0, match.start() - 300) : match.start()]
        places_before = [
            (before.rfind(fold(alias)), index)
            for index, known in enumerate(found)
            for alias in known.aliases
            if fold(alias) in before
        ]
        if places_before:
            found[max(places_before)[1]].aliases[term["term"].strip()] = None


def _frequent(text: Normalised, short: dict[str, str], states: dict[str, tuple[str, ...]]) -> tuple[Party, ...]:
    """Give those that the title and the opening of a press release name most."""
    lead = text.folded[:_LEAD]
    scored: list[tuple[int, int, Party]] = []
    for abbreviation, long in short.items():
        count = len(re.findall(rf"\b{re.escape(abbreviation)}\b", text.plain)) + text.folded.count(fold(long))
        place = min(_found(lead, fold(abbreviation)), _found(lead, fold(long)))
        scored.append((count + 2 * (place < _LEAD), -place, Party(abbreviation, (long,))))
    for state in states:
        place = _found(lead, fold(state))
        if place < _LEAD:
            count = len(re.findall(rf"\b{re.escape(fold(state))}\b", text.folded))
            scored.append((count, -place, Party(state)))
    best = sorted(scored, key=lambda row: row[:2], reverse=True)
    chosen = [row for row in best if row[0] > 1][:2]
    return tuple(party for _, _, party in sorted(chosen, key=lambda row: -row[1]))


def _found(text: str, name: str) -> int:
    if name not in text:
        return _LEAD
    match = re.search(rf"\b{re.escape(name)}\b", text)
    return match.start() if match else _LEAD
