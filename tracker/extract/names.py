"""Names of parties: where one ends and the next begins, what to call it, which state it is."""

import re
from collections.abc import Iterable
from typing import Final, NamedTuple

from tracker.extract.abbreviations import BRACKETED, LONGEST_NAME
from tracker.extract.normalise import fold
from tracker.extract.proposals import Party
from tracker.extract.rules import read_words
from tracker.extract.states import (
    folded_name,
    folded_states,
    formal_state,
    other_names,
    states_called,
    states_in,
)

RUN: Final = re.compile(
    r"(?:(?:République|Gouvernement|Royaume|État|gouvernement|ministère|université|ville) "
    r"(?!d|e[tn] |l|pour|à|au|s)[a-zà-ÿ-]+|"
    r"[A-ZÀ-Þ][^\s,;]*)(?: (?:(?:of|for|on|in|and|the|to|&|de|des|du|la|le|les|pour|en|et|sur|à|au|aux|"
    r"der|y|del|international\w*|mondiale?|"
    r"islamique|arabe|africaine?|européenne|national\w*|générale?|néerlandais|unies|arabes|d'\w+|l'\w+|"
    r"migrations|contre|santé|travail) ){0,3}"
    r"(?:(?:République|Royaume|État) (?!d|e[tn] |l|pour|à|au|s|re)[a-zà-ÿ-]+|"
    r"(?:[ld]')?[A-ZÀ-Þ(][^\s,;]*|(?:international\w*|mondiale?|islamique|arabe|africaine?|européenne|"
    r"national\w*|générale?|unies|arabes|migrations|santé|travail|française?|supérieur\w*|régionale?|"
    r"développement|culture|justice|étrangères)(?=[ ,]|$)))*"
)
# "…, Scientific and Cultural Organization", "pour l'éducation, la science et la culture"
SERIES: Final = re.compile(
    r"(?:, [A-ZÀ-Þ][\w-]+){1,3},? and [A-ZÀ-Þ][\w-]+ (?:Organi[sz]ation|Union|Council|Commission|Agency|Fund|"
    r"Programme|Centre|Center|Institute|Community|Affairs|Committee|Network)\b"
    r"|(?<=\w)(?:, (?:(?:la|le|les) |l')[\w-]+){1,3},? et (?:(?:la|le|les) |l')[\w-]+"
)
_FOR_FIRST: Final = re.compile(r"\b(?:pour|for|of|de) (?:(?:the|la|le|les) |l')?[\w-]+$")
_PERSON = re.compile(
    r"\b(?:Ministers?|HE|H\.E\.|S\.E\.|President|Premier|Mr|Mrs|Ms|Dr|M\.|Mme|Prof\w*|Ambassador|King|Prince|Chancellor|"
    r"Director|Directeur|Directrice|Secretary|Secrétaire|Chief|Chair|Governor|Mayor|Senator|Professor|"
    r"Sheikh|ministre|président|roi|Roi|Président|Ministre)\b(?! (?:of|for) [^,;]{3,60} of )"
    r"(?! (?:de |du |d')[^,;]{3,80} (?:de |du |d'))"
)
_SHORT_STEM: Final = 3
_NO_NAME: Final = re.compile(r"Une?|Les?|La|The|An?|This|These|Ce(?:t|tte|s)?|Ils?|Elles?|They|It|We|Nous|On")
HEADS: Final = re.compile(
    r"(?:the |la |le |l')?(?:government|kingdom|republic|ministr|organi|universit|agenc|institut|"
    r"commission|council|secretariat|office|bank|fund|cent(?:er|re)|"
    r"authority|department|union|association|foundation|federation|league|state|royaume|gouvernement|ligue|"
    r"conseil|banque|fonds|haut|united|european|"
    r"international|islamic|african|arab|ministere|chambre|chamber|agence|etat|ville|city|communaute|"
    r"academ|global|world|national|municipal|region|commune|departement|societe|federation|syndicat|"
    r"confederation|trust|fondation|county|district|port|airport|railway|police|customs|douane|parliament|parlement|assembl|museum|musee|library|bibliothe|company|group|college|ecole|school|hospital|hopital|network|reseau|programme|forum|town|province)"
)
_INSTRUMENT = re.compile(
    r"(?:[\w-]+ ){0,2}?(?:agreement|memorand|convention|treaty|protocol|arrangement|declaration|charter|"
    r"statement|accord|traite|protocole|entente|charte|article|chapter|annex|field|domaine|cooperation|purpose|desir|"
    r"consider|recogni)\w*\b(?! (?:for|organi|council|secretariat|agency|bank))"
)
COLLECTIVE: Final = re.compile(
    r"(?:the |les )?(?:contracting |two |deux )?(?:part(?:y|ies)|sides|participants?|signatories|partie)\b"
)
_LEADING = re.compile(
    r"^(?:(?:on the one (?:hand|part)|d'une part|of the one part)[, ]*)?(?:\(?\d{1,2}[.)] ?)?"
    r"(?:the |le |la |les |l')?",
    re.IGNORECASE,
)
AND: Final = re.compile(
    r",? (?:and|et|AND|ET|&)(?: |(?=\n))(?P<the>(?:the|its|their|le|la|les|l'|ses|of the) ?)?", re.IGNORECASE
)
_FOR: Final = re.compile(r" (?:For the|For and on behalf of|Pour l[ae]|Pour l') ?(?=[A-ZÀ-Þ])")
_SIGNED: Final = re.compile(r" (?:Signed|Done|Dated|Fait|Signée?|Conclue?)(?: (?:in|at|on|à|au|en|le) |$)")
_WHOLE: Final = re.compile(r"[A-ZÀ-Þ][\w'-]+(?: [\w'-]+){1,7}")
_BEHIND: Final = re.compile(
    r"(?: (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Yesterday|Today|Sir|Dear|Excellency|Monsieur|"
    r"Madame|of (?:January|February|March|April|May|June|July|August|September|October|November|December)))+$"
)
_GOVERNMENTS: Final = re.compile(
    r"(?:the |les )?(?:Governments|Gouvernements) (?:of|de la|de l'|des|du|de|d')\s?(?P<of>[^;]+)"
)
_STATE_HEADS = re.compile(
    r"(?:the )?(?:government|kingdom|republic|state of|sultanate|emirate|principality|"
    r"federal (?:democratic )?republic|people|gouvernement|royaume|"
    r"republique|etat|hashemite|islamic republic|socialist|union of|grand)\b"
)


class Known(NamedTuple):
    """A party as far as it is known: what to call it, and its other names."""

    name: str
    aliases: dict[str, None]

    def party(self) -> Party:
        """Give it as the document's party."""
        return Party(self.name, tuple(alias for alias in self.aliases if alias != self.name))


class Naming:
    """The parties found so far in one document, each under all of its names."""

    def __init__(self, short: dict[str, str], language: str) -> None:
        """``short`` is what :func:`abbreviations` found."""
        self.found: list[Known] = []
        self.short = short
        self.states = states_in(language)
        self._language = language

    def __len__(self) -> int:
        """Count the parties."""
        return len(self.found)

    def parties(self) -> tuple[Party, ...]:
        """Give the parties in the order in which they were named."""
        return tuple(known.party() for known in self.found)

    def add(self, name: str) -> None:
        """Take a name, with the abbreviation in brackets behind it, unless it is nobody's."""
        several = _GOVERNMENTS.match(name)
        members = re.split(r", (?:and |et )?| and | et ", several["of"].strip(" ,")) if several else []
        if len(members) > 1 and all(self.state_of(_LEADING.sub("", member)) for member in members):
            for member in members:
                self.add(member)
            return
        bracket = BRACKETED.search(name)
        if bracket and bracket["short"] in self.states:
            bracket = None
        name = _LEADING.sub("", " ".join(re.sub(r"\(.*", "", name).split()).strip(' ,*"“”«»'))
        name = _SIGNED.split(_FOR.split(name, maxsplit=1)[0], maxsplit=1)[0]
        piece = name
        run = RUN.match(name)
        name = (run.group() + _rest_of_series(name, run)).strip(" ,") if run else ""
        name = _BEHIND.sub("", name)
        if " " not in name and _WHOLE.fullmatch(piece) and HEADS.match(fold(name)):
            name = piece
        name = re.sub(r"(?: (?:of|for|and|the|de|des|du|la|le|et|en|à|au))+$", "", name)
        if (
            not name
            or not name[0].isupper()
            or len(name) > LONGEST_NAME
            or COLLECTIVE.match(fold(name))
            or _INSTRUMENT.match(fold(name))
            or _PERSON.search(name)
            or _NO_NAME.fullmatch(name)
        ):
            return
        name = self._people(name) or name
        aliases = dict.fromkeys([name])
        label = self.state_of(name) or name
        for abbreviation, long in self.short.items():
            if abbreviation in self.states:
                continue
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
            label = label if label in self.states else bracket["short"]
        aliases |= dict.fromkeys(other_names(label))
        self._note(name, label, aliases)

    def define(self, name: str, term: str) -> None:
        """Take a name as it is written, with the term that the document gives it."""
        state = self.state_of(name)
        known = [short for short, long in self.short.items() if fold(long) == fold(name)]
        label = state or next(iter(known), name)
        self._note(name, label, dict.fromkeys([name, term, *known, *other_names(label)]))

    def _note(self, name: str, label: str, aliases: dict[str, None]) -> None:
        for known in self.found:
            same = any(fold(alias) == fold(name) for alias in known.aliases) or any(
                fold(alias) == fold(known.name) for alias in aliases
            )
            if fold(known.name) == fold(label) or same:
                known.aliases.update(aliases)
                return
        if label not in aliases:
            aliases[label] = None
        self.found.append(Known(label, aliases))

    def credible(self, name: str) -> bool:
        """Say whether a name is more than one word that happens to have a capital."""
        return (
            " " in name
            or name in self.states
            or name.isupper()
            or any(name in known.aliases and len(known.aliases) > 1 for known in self.found)
        )

    def _people(self, name: str) -> str:
        """Give the state of a people: "Koweitiens", "Kenyans"."""
        plural = name.endswith("s") and " " not in name and not self.state_of(name)
        return self.state_within(name) if plural else ""

    def state_of(self, name: str) -> str:
        """Give the state that a name stands for ("Government of the Kingdom of Spain"), or ``""``."""
        folded = fold(name)
        named = [state for written, state in folded_states(self._language) if written in folded]
        for state in sorted(named, key=len, reverse=True):
            if folded == folded_name(state) or (
                _STATE_HEADS.match(folded) and re.search(rf"\b{re.escape(folded_name(state))}\b", folded)
            ):
                return state
        if name in states_called(self._language):
            return states_called(self._language)[name]
        if (formal := formal_state(folded, self._language)) is not None:
            return formal
        if _STATE_HEADS.match(folded):
            for state, stems in self.states.items():
                if _has_adjective(folded, stems):
                    return state
        return ""

    def state_within(self, name: str) -> str:
        """Give the state whose body a name is ("Kenya's Ministry of Energy"), or ``""``."""
        folded = fold(name)
        for state, stems in self.states.items():
            words = tuple(map(folded_name, (state, *other_names(state))))
            named = any(word in folded and re.search(rf"\b{re.escape(word)}\b", folded) for word in words)
            if named or _has_adjective(folded, stems):
                return state
        return ""


def _has_adjective(folded: str, stems: Iterable[str]) -> bool:
    """Say whether a word of a name begins with the stem of a state's adjective."""
    return any(
        len(stem) > _SHORT_STEM and stem in folded and re.search(rf"\b{stem}", folded) for stem in stems
    )


def _rest_of_series(name: str, run: re.Match[str]) -> str:
    """Give what a name goes on with behind a comma of its own."""
    series = SERIES.match(name, run.end())
    if series is None or (" et " in series.group() and not _FOR_FIRST.search(run.group())):
        return ""
    return series.group()


def split_names(names: str) -> list[str]:
    """Cut "A and B" where a name begins: "Education and Science" is one."""
    cuts = [cut for cut in AND.finditer(names) if names[cut.end() : cut.end() + 1].isupper()]
    heads = [
        cut
        for cut in cuts
        if HEADS.match(fold(names[cut.end() : cut.end() + 40]))
        or (names[cut.end() :].split(maxsplit=1)[0].strip(",").isupper() and not names[cut.end() :].isupper())
    ]
    with_article = [cut for cut in cuts if cut["the"]]
    cuts = heads or with_article or cuts[-1:]
    pieces, start = [], 0
    for cut in cuts:
        pieces.append(names[start : cut.start()])
        start = cut.end()
    pieces.append(names[start:])
    return [part for piece in pieces for part in _split_at_commas(piece)]


def _split_at_commas(names: str) -> list[str]:
    """Cut "the A, the B" where a name begins, and not within "pour l'Éducation, la Science et la Culture"."""
    parts, start = [], 0
    for cut in re.finditer(r", (?:the |la |le |l')(?=[A-Z])", names):
        if not (_FOR_FIRST.search(names[start : cut.start()]) and SERIES.match(names, cut.start())):
            parts.append(names[start : cut.start()])
            start = cut.end()
    return [*parts, names[start:]]


_COMPLEMENT: Final = re.compile(r",| (?:of|for|on|in|to|at|against)\b")


def head_noun(party: Party, parties: tuple[Party, ...], language: str) -> tuple[str, ...]:
    """Give the noun that is enough to name a party ("the Organization"), if no other party shares it."""
    nouns = [{_noun(alias, language) for alias in (other.name, *other.aliases)} - {""} for other in parties]
    own = nouns[parties.index(party)]
    shared = [noun for index, others in enumerate(nouns) if parties[index] != party for noun in others]
    return tuple(sorted(own - set(shared)))


def _noun(name: str, language: str) -> str:
    words = _COMPLEMENT.split(name, maxsplit=1)[0].split() if language == "en" else name.split()[:1]
    noun = words[-1] if words else ""
    return (
        noun
        if len(name.split()) > 1 and fold(noun).startswith(tuple(read_words("shared", "head_nouns")))
        else ""
    )
