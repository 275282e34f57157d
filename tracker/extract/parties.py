"""Who signs the document: from its title, its opening and its own abbreviations."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tracker.extract.abbreviations import BRACKETED, LONGEST_NAME
from tracker.extract.genre import AGREEMENT
from tracker.extract.normalise import Normalised, fold
from tracker.extract.proposals import Party
from tracker.extract.rules import read_words
from tracker.extract.states import states_in

_RUN = re.compile(
    r"(?:(?:République|Gouvernement|Royaume|État|gouvernement) (?!d|e[tn] |l|pour|à|au|s)[a-zà-ÿ-]+|"
    r"[A-ZÀ-Þ][^\s,;]*)(?: (?:(?:of|for|on|in|and|the|to|&|de|des|du|la|le|les|pour|en|et|sur|à|au|aux|"
    r"der|y|del|international\w*|mondiale?|"
    r"islamique|arabe|africaine?|européenne|national\w*|générale?|néerlandais|unies|arabes|d'\w+|l'\w+|"
    r"migrations|contre|santé|travail) ){0,3}"
    r"(?:(?:République|Royaume|État) (?!d|e[tn] |l|pour|à|au|s|re)[a-zà-ÿ-]+|"
    r"(?:[ld]')?[A-ZÀ-Þ(][^\s,;]*|(?:international\w*|mondiale?|islamique|arabe|africaine?|européenne|"
    r"national\w*|générale?|unies|arabes|migrations|santé|travail)(?=[ ,]|$)))*"
)
_PERSON = re.compile(
    r"\b(?:Ministers?|President|Premier|Mr|Mrs|Ms|Dr|M\.|Mme|Prof\w*|Ambassador|King|Prince|Chancellor|"
    r"Sheikh|ministre|président|roi|Roi|Président|Ministre|Secretary of)\b"
)
_HEADS = re.compile(
    r"(?:the |la |le |l')?(?:government|kingdom|republic|ministr|organi|universit|agenc|institut|"
    r"commission|council|secretariat|office|bank|fund|cent(?:er|re)|"
    r"authority|department|union|association|foundation|federation|league|state|royaume|gouvernement|ligue|conseil|banque|fonds|haut|united|european|"
    r"international|islamic|african|arab|ministere|chambre|chamber|agence|etat|ville|city|communaute|academ|global|world|national)"
)
_WE = re.compile(r"\b(?:We|Nous), (?:the |les )?(?P<who>[^,;:\n]{5,160}),")
_DEFINED = re.compile(
    r"(?:herein|here)(?:in)?after|ci-apres|below referred|referred to (?:below )?as|also known as|denomme"
)
_TERM = re.compile(r"[\"“«']\s?(?:the |le |la |les |l')?(?P<term>[^\"”»]{2,60}?)\s?[\"”»']", re.IGNORECASE)
_COLLECTIVE_TERM = re.compile(
    r"(?:the |les )?(?:contracting |two |deux )?(?:part(?:y|ies)|sides|participants?|signatories|partie)\b"
)
_BETWEEN = re.compile(r"\b(?:between|among|entre)\s", re.IGNORECASE)
_STOP = re.compile(
    r"[;:.\n]|\b(?:on|concerning|for(?! (?:the )?[A-Z])|regarding|in the (?:field|area)s?|relat\w+|sur|"
    r"concernant|en matière|en vue|pour(?! (?:la |le |les |l')?[A-Z])|"
    r"portant|to|afin|dans|about|with|who|which|that|qui|signed?|signé\w*|establishing|visant|done|was|"
    r"has|have|a été|ont|est|"
    r"represented|représenté\w*|aimed|dated|under|à l'|du \d|of \d|"
    r"CONCERNING|ON|FOR|REGARDING)\b"
)
_BREAK = re.compile(r";|\.\s+(?=[A-Z])")
_AND = re.compile(
    r",? (?:and|et|AND|ET|&)(?: |(?=\n))(?P<the>(?:the|its|their|le|la|les|l'|ses|of the) ?)?", re.IGNORECASE
)
_LEADING = re.compile(
    r"^(?:(?:on the one (?:hand|part)|d'une part|of the one part)[, ]*)?(?:the |le |la |les |l')?",
    re.IGNORECASE,
)
_HEAD = 5000
_DEFINED_NEAR = 30
_NO_ACTOR = re.compile(
    r"agreement|convention|memorandum|accord|\bmou\b|protocol|programme|project|\bplan\b|charter|charte|projet"
)
_STATE_HEADS = re.compile(
    r"(?:the )?(?:government|kingdom|republic|state|sultanate|emirate|principality|federal|people|"
    r"gouvernement|royaume|"
    r"republique|etat|hashemite|islamic republic|socialist|union of|grand)\b"
)
_SIGNERS = re.compile(
    r"\b(?:signed|sign|signs|have agreed|agreed|ont signe|a signe|signent|signe|ont convenu|ont conclu|"
    r"concluded|"
    r"memorandum|mou|accord|agreement|partnership|partenariat|convention|entre|between)\b"
)
_SIGNED = re.compile(
    r"\b(?:signed|sign|signs|inked|concluded|have agreed|ont signe|signent|ont conclu|ont paraphe)\b"
)
_SIGNATURE = re.compile(
    r"(?:^|\n|\.|\)) *(?:For(?: and on behalf of)?|On behalf of|Pour|FOR|POUR)(?: the| le| la| l'| "
    r"les)? ?(?P<name>[A-Z][^\n:;(]{3,120})"
)
_PROPER = r"[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+){0,3}"
# "les maires de A et de B", "A and B have agreed": places and bodies that nothing else introduces.
_PAIR = re.compile(
    r"(?:(?:villes?|maires?|communes?|régions?|départements?|universités?|cities|mayors|towns|regions|universities)"
    rf" (?:de |of |du |d')(?P<a>{_PROPER}),? (?:et|and) (?:de |du |d'|of |la |le |the )?(?P<b>{_PROPER}))"
    rf"|(?P<a2>{_PROPER}) (?:et|and) (?P<b2>{_PROPER}) (?:have |ont |has |also |today )*"
    r"(?:agreed|agree|signed|sign|signent|signé|paraphé|scellé|scellent|convenu|renforcent|s'engagent)"
)
_TAIL = 2500
_LEAD = 1600
_TITLE = 160
_PRESS_PARTIES = 3


class _Known(NamedTuple):
    name: str
    aliases: dict[str, None]

    def party(self) -> Party:
        return Party(self.name, tuple(alias for alias in self.aliases if alias != self.name))


def find_parties(
    text: Normalised, language: str, genre: str, opening: int, short: dict[str, str]
) -> tuple[Party, ...]:
    """Give the document's parties.

    ``opening`` is where its operative part begins, ``short`` what :func:`abbreviations` found.
    """
    states = states_in(language)
    if genre == AGREEMENT:
        head = text.plain[: min(opening, _HEAD)] if opening else text.plain[:1500]
        found = _named(head, short, states)
        if len(found) < 2:  # noqa: PLR2004  a treaty has two sides
            for signer in _SIGNATURE.finditer(text.plain, max(opening, len(text.plain) - _TAIL)):
                _add(found, signer["name"], short, states)
        if len(found) > 1:
            return tuple(known.party() for known in found)
        return tuple(known.party() for known in found) or _frequent(text, short, states)
    lead = text.plain[:_LEAD]
    signers = _signers(lead, short)
    if len(signers) > 1:
        return signers
    found = _named(lead, short, states) if _SIGNERS.search(fold(lead)) else []
    if len(found) > 1:
        return tuple(known.party() for known in found[:_PRESS_PARTIES])
    return _frequent(text, short, states)


def _signers(lead: str, short: dict[str, str]) -> tuple[Party, ...]:
    """Give the organisations of the sentence that says who signed."""
    for sentence in re.split(r"(?<=[a-z\d)])[.;]\s|\n", lead):
        signed = _SIGNED.search(fold(sentence))
        if signed:
            named = [
                (sentence.find(f"({name})"), name)
                for name in short
                if f"({name})" in sentence[: signed.start()]
            ]
            if len(named) > 1:
                return tuple(Party(name, (short[name],)) for _, name in sorted(named))
    return ()


def _named(head: str, short: dict[str, str], states: dict[str, tuple[str, ...]]) -> list[_Known]:
    found: list[_Known] = []
    for names in _between(head):
        for name in names:
            _add(found, name, short, states)
        if len(found) > 1:
            break
    if len(found) < 2:  # noqa: PLR2004  a treaty has two sides
        opening = re.search(
            r"(?:^|\n)\s*(The |Le |La |L')(?P<names>[^\n;]{5,400}?)(?:;|\n|,? (?:Have|Has|Recogni|"
            r"Desir|Consid|Désir|Recall|Not))",
            head,
        )
        if opening:
            for name in _split(opening["names"]):
                _add(found, name, short, states)
    found = [
        _Known(_case(known.name, head), {_case(alias, head): None for alias in known.aliases})
        for known in found
    ]
    _define(found, head)
    if not found:
        speakers = _WE.search(head)
        if speakers:
            name = " ".join(speakers["who"].split())
            found.append(_Known(name, {name: None}))
    return found


def _case(name: str, text: str) -> str:
    """Write a name from a title in capitals as the text does elsewhere."""
    if not name.isupper() or " " not in name:
        return name
    for match in re.finditer(re.escape(name), text, re.IGNORECASE):
        if not match.group().isupper():
            return match.group()
    small = read_words("shared", "links")
    return " ".join(word.lower() if fold(word) in small else word.title() for word in name.split())


def _between(head: str) -> Iterator[list[str]]:
    for match in _BETWEEN.finditer(head):
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
        first = next((cut for cut in _AND.finditer(rest) if rest[cut.end() : cut.end() + 1].isupper()), None)
        if first is None:
            continue
        stop = _STOP.search(rest, first.end() + 3)
        names = _split(rest[: stop.start()] if stop else rest[:400])
        if len(names) > 1:
            yield names


def _split(names: str) -> list[str]:
    """Cut "A and B" where a name begins: "Education and Science" is one."""
    cuts = [cut for cut in _AND.finditer(names) if names[cut.end() : cut.end() + 1].isupper()]
    heads = [
        cut
        for cut in cuts
        if _HEADS.match(fold(names[cut.end() : cut.end() + 40]))
        or (names[cut.end() :].split(maxsplit=1)[0].isupper() and not names.isupper())
    ]
    with_article = [cut for cut in cuts if cut["the"]]
    cuts = heads or with_article or cuts[-1:]
    pieces, start = [], 0
    for cut in cuts:
        pieces.append(names[start : cut.start()])
        start = cut.end()
    pieces.append(names[start:])
    return [part for piece in pieces for part in re.split(r", (?:the |la |le |l')(?=[A-Z])", piece)]


def _add(found: list[_Known], name: str, short: dict[str, str], states: dict[str, tuple[str, ...]]) -> None:
    bracket = BRACKETED.search(name)
    name = _LEADING.sub("", " ".join(re.sub(r"\(.*", "", name).split()).strip(' ,*"“”«»'))
    run = _RUN.match(name)
    name = run.group().strip(" ,") if run else ""
    if (
        not name
        or not name[0].isupper()
        or len(name) > LONGEST_NAME
        or _COLLECTIVE_TERM.match(fold(name))
        or _PERSON.search(name)
    ):
        return
    aliases = dict.fromkeys([name])
    label = _state_of(name, states) or name
    for abbreviation, long in short.items():
        begins = " " in name and fold(long).startswith(fold(name))
        if (
            fold(long) == fold(name)
            or begins
            or abbreviation == name
            or (bracket and bracket["short"] == abbreviation)
        ):
            label = abbreviation
            aliases |= dict.fromkeys([long, abbreviation])
    if bracket and bracket["short"] not in read_words("shared", "no_party") and label != bracket["short"]:
        aliases[bracket["short"]] = None
        label = label if label in states else bracket["short"]
    for known in found:
        if fold(known.name) == fold(label) or any(fold(alias) == fold(name) for alias in known.aliases):
            known.aliases.update(aliases)
            return
    if label not in aliases:
        aliases[label] = None
    found.append(_Known(label, aliases))


def _state_of(name: str, states: dict[str, tuple[str, ...]]) -> str:
    folded = fold(name)
    for state in sorted((state for state in states if fold(state) in folded), key=len, reverse=True):
        if folded == fold(state) or (
            _STATE_HEADS.match(folded) and re.search(rf"\b{re.escape(fold(state))}\b", folded)
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
        if term is None or _COLLECTIVE_TERM.match(fold(term["term"])) or _NO_ACTOR.search(fold(term["term"])):
            continue
        before = folded[max(0, match.start() - 300) : match.start()]
        places_before = [
            (before.rfind(fold(alias)), index)
            for index, known in enumerate(found)
            for alias in known.aliases
            if fold(alias) in before
        ]
        if places_before and _names_it(
            before,
            max(places_before)[0],
            max(
                fold(alias)
                for alias in found[max(places_before)[1]].aliases
                if before.rfind(fold(alias)) == max(places_before)[0]
            ),
        ):
            found[max(places_before)[1]].aliases[term["term"].strip()] = None


def _names_it(before: str, place: int, alias: str) -> bool:
    """Say whether a definition follows a name directly, or after who represents it."""
    between = before[place + len(alias) :]
    return ";" not in between and (len(between) < _DEFINED_NEAR or "represent" in between)


def _frequent(
    text: Normalised, short: dict[str, str], states: dict[str, tuple[str, ...]]
) -> tuple[Party, ...]:
    """Give those that the title and the opening of a press release name most."""
    lead, lead_text = text.folded[:_LEAD], text.plain[:_LEAD]
    scored: list[tuple[int, int, Party]] = []
    for abbreviation, long in short.items():
        count = len(re.findall(rf"\b{re.escape(abbreviation)}\b", text.plain)) + text.folded.count(fold(long))
        place = min(_found(lead, fold(abbreviation)), _found(lead, fold(long)))
        scored.append((count + 3 * (place < _LEAD), -place, Party(abbreviation, (long,))))
    for state, stems in states.items():
        place = _found(lead, fold(state))
        if place < _LEAD and any(
            other != state and other.startswith(state) and fold(other) in lead for other in states
        ):
            continue
        if place < _LEAD:
            count = len(re.findall(rf"\b{re.escape(fold(state))}\b", text.folded))
            count += sum(text.folded.count(stem) for stem in stems if len(stem) > 3) + (place < _TITLE)  # noqa: PLR2004
            scored.append((count, -place, Party(state)))
    pair = _PAIR.search(lead_text) if len([row for row in scored if row[0] > 1]) < 2 else None  # noqa: PLR2004  two sides
    if pair:
        return tuple(Party(pair[name] or pair[name + "2"]) for name in ("a", "b"))
    best = sorted(scored, key=lambda row: row[:2], reverse=True)
    chosen = [row for row in best if row[0] > 1][:2]
    return tuple(party for _, _, party in sorted(chosen, key=lambda row: -row[1]))


def _found(text: str, name: str) -> int:
    if name not in text:
        return _LEAD
    match = re.search(rf"\b{re.escape(name)}\b", text)
    return match.start() if match else _LEAD
