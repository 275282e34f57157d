"""Who the parties are that news is about: who signed, agreed or announced, or who is named most."""

import re
from collections.abc import Iterator
from typing import Final

from tracker.extract.names import HEADS, Naming, split_names
from tracker.extract.normalise import Normalised, fold
from tracker.extract.patterns import Pattern
from tracker.extract.proposals import Party
from tracker.extract.sentences import after_dateline
from tracker.extract.states import folded_name, other_names, states_in

_SIGNED = Pattern(
    r"\b(?:signed|sign|signs|inked|concluded|entered into|have agreed|agreed|adopted|decided|launched|"
    r"ont(?:,? [\w ]{2,25}?,?)? (?:signe|conclu|paraphe|adopte|decide|convenu|lance|scelle|approuve)|"
    r"signent|adoptent|conviennent|lancent)\b"
)
_ACTS: Final = (
    r"(?:entered into|enter into|"
    r"signed|signs?|inked|inks?|concluded?|agreed?|announced?|announces|launched?|launch|renewed?|renews?|"
    r"pledged?|join(?:ed)? forces|partner(?:ed)?|teamed? up|team up|cooperate|held|hold|committed|commit|"
    r"strengthened|strengthen|deepen(?:ed)?|establish(?:ed)?|exchanged|reaffirmed|reached|sealed?|"
    r"signent|signé|conclu|convenu|paraphé|annoncé|annoncent|scellé|scellent|lancent|lancé|relancent|"
    r"renforcent|renforcé|s'engagent|se sont engagé\w*|s'allient|s'associent|renouvellent|renouvelé|"
    r"nouent|noué|scellé|officialisent|officialisé|formalisent|formalisé|intensifient|intensifié|étendent|"
    r"établissent|établi|créent|créé|prolongent|prolongé|coopèrent|collaborent|coopéreront|"
    r"forged?|form(?:ed)?|expand(?:ed)?|extend(?:ed)?|formali[sz]ed?|collaborate|"
    r"se sont|concluent|envisagent|prévoient|paraphent|unissent|ratifié|entendent|veulent|tenu|procédé|"
    r"décidé)"
)
_AUXILIARIES: Final = (
    r"(?:,? (?:have|has|ont|a|today|also|jointly|officially|formally|hier|"
    r"aujourd'hui|en|ce|[a-zé]+di(?: \d+ [a-zûé]+(?: \d{4})?)?(?: à [A-ZÀ-Þ][\w-]+)?,?))*"
)
_TOGETHER = Pattern(rf"^(?P<who>[^.;:]{{4,260}}?){_AUXILIARIES},? {_ACTS}\b")
_WITH = Pattern(
    rf"^(?P<who>[^.;:,]{{3,160}}?){_AUXILIARIES} {_ACTS}\b[^.;:]{{0,120}}? (?:with|avec) "
    r"(?P<whom>[^.;:,]{3,160})"
)
_HEADLINE = Pattern(r"^(?P<a>[A-Z][\w' -]{1,40}), (?P<b>[A-Z][\w' -]{1,40}?) (?=[a-z])")
_ROLE = Pattern(
    r"^(?:the |les |le |la |l')?(?:villes?|communes?|cities|towns|maires?|mayors?|ministres?|ministers?|"
    r"presidents?|présidents?|gouvernements?|governments?|"
    r"autorités|authorities|universités|universities|régions?|regions|départements?|municipalités|"
    r"municipalities|délégations?|chefs d'État|premiers? ministres?|foreign ministers|leaders?|"
    r"représentants?|representatives|directeurs?|recteurs?|heads|chefs)\b"
    r"[^,;A-ZÀ-Þ]{0,60}?(?:\b(?:de l'|des |du |de |d'|of the |of |from ))+",
    flags=re.IGNORECASE,
)
_SEVERAL = re.compile(
    r"(?:the |les )?(?P<head>universités|universities|instituts|institutes|académies|academies|hôpitaux|"
    r"chambres|agences|agencies|banques|banks|écoles|ports|associations|fondations) (?=[A-ZÀ-Þ])",
    re.IGNORECASE,
)
_BETWEEN = Pattern(r"\b(?:between|entre)\b")
_WHEN = Pattern(
    r",? (?:on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|in [A-ZÀ-Þ][\w-]+|(?:lundi|mardi|mercredi|jeudi|"
    r"vendredi|samedi|dimanche|today|yesterday|hier|ce)\b).*$"
)
_COUNTERPART = Pattern(r"\b(?:homologues?|counterparts?)\b", flags=re.IGNORECASE)
_TEMPORAL = Pattern(r"^(?:On|In|At|Le|En|À|Au|Hier|Yesterday|Today|During|Lors|After|Under|As)\b")
_PAIRS = Pattern(
    r"(?:villes?|maires?|communes?|régions?|départements?|universités?|cities|mayors|towns|regions|universities)"
    r" (?:de |of |du |d')(?P<a>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+){0,3}),? (?:et|and) "
    r"(?:de |du |d'|of |la |le |the )?(?P<b>[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+){0,3})"
)
_DAY: Final = re.compile(r"^\d{4}(?:-\d\d){0,2} (?=[A-ZÀ-Þ])")
_AND = Pattern(r",? (?:et|and) ")
_PLAIN = Pattern(r"[A-ZÀ-Þ][\w'-]+(?: [A-ZÀ-Þ][\w'-]+)?")
_PERSONAL = Pattern(r"(?:Mr|Mrs|Ms|Dr|M\.|Mme|Sir|Prof|His|Her|H\.)\b")
_LEAD: Final = 1600
_TITLE: Final = 160
_OPENING: Final = 600
_TWO: Final = 2
_LONG_STEM: Final = 4
_MOST_NAMES = 200
_MOST_SENTENCES: Final = 6


def signers(lead: str, short: dict[str, str], language: str) -> tuple[Party, ...]:
    """Give who acts together in the headline and the first sentences, or nobody."""
    for piece in re.split(r"(?<=[a-z\d)])[.;]\s|\n", lead):
        sentence = piece[after_dateline(piece, 0, len(piece)) :]
        signed = _SIGNED.search(fold(sentence))
        if signed:
            named = [
                (sentence.find(f"({name})"), name)
                for name in short
                if f"({name})" in sentence[: signed.start()]
            ]
            if len(named) > 1:
                return tuple(Party(name, (short[name],)) for _, name in sorted(named))
    for sentence in _first_sentences(lead):
        states = _by_adjective(sentence, language) if _COUNTERPART.search(sentence) else []
        if len(states) == _TWO:
            return tuple(Party(state, other_names(state)) for state in states)
        for names, sure in _frames(sentence):
            naming = Naming(short, language)
            for name in names:
                naming.add(_WHEN.sub("", name))
            if len(naming) == _TWO and (
                sure or all(_likely(known.name, lead, naming) for known in naming.found)
            ):
                return _with_states(naming, lead)
    return ()


def _one(heads: str) -> str:
    """Give one of several: "universités" are each an "Université"."""
    one = f"{heads[:-3]}y" if heads.endswith("ies") else heads.removesuffix("s").replace("pitaux", "pital")
    return one.capitalize()


def _first_sentences(lead: str) -> Iterator[str]:
    """Yield the sentences of a lead without their datelines: the body first, the headline last."""
    lines = [_DAY.sub("", line.strip()) for line in lead.split("\n") if line.strip()]
    sentences = [
        sentence
        for line in lines
        for sentence in re.split(
            r"(?<=[a-z\d)»\"])\.\s+(?=[A-ZÀ-Þ])", line[after_dateline(line, 0, len(line)) :]
        )
    ]
    yield from sentences[1:_MOST_SENTENCES]
    yield from sentences[:1]


def _frames(sentence: str) -> Iterator[tuple[list[str], bool]]:
    """Yield the pairs of names that a sentence may say act together, and whether they need no more proof."""
    sentence = re.sub(r"\s*\((?![A-Z][\w&.-]{1,14}\))[^()]{0,200}\)", "", sentence).split(" : ")[-1].strip()
    if _TEMPORAL.match(sentence) and ", " in sentence:
        sentence = sentence.split(", ", 1)[1]
    together = _TOGETHER.match(sentence)
    if together and not _BETWEEN.search(together["who"]):
        who = together["who"]
        several = _SEVERAL.match(who)
        if several:
            yield [f"{_one(several['head'])} {name}" for name in _AND.split(who[several.end() :])], True
        names = [_ROLE.sub("", piece.strip()) for piece in split_names(_ROLE.sub("", who))]
        if len(names) == _TWO:
            yield names, all(_PLAIN.fullmatch(name) for name in who.replace(" et ", " and ").split(" and "))
        pieces = [_ROLE.sub("", piece.strip()) for piece in _AND.split(who)]
        if len(pieces) == _TWO:
            yield pieces, all(_PLAIN.fullmatch(piece) for piece in pieces)
    partner = _WITH.match(sentence)
    if partner:
        yield [_ROLE.sub("", partner["who"].strip()), _ROLE.sub("", partner["whom"].strip())], False
    headline = _HEADLINE.match(sentence)
    if headline:
        yield [headline["a"], headline["b"]], False
    pair = _PAIRS.search(sentence)
    if pair:
        yield [pair["a"], pair["b"]], True


def _by_adjective(text: str, language: str) -> list[str]:
    """Give the states that a text names, or whose adjective it has, in its order."""
    folded = fold(text)
    places: dict[str, int] = {}
    for state, stems in states_in(language).items():
        for stem in (folded_name(state), *stems):
            if len(stem) < _LONG_STEM or stem[:5] not in folded:  # each stem is a pattern
                continue
            whole = "" if stem in stems else r"\b"
            match = re.search(rf"\b(?:{re.escape(stem)}{whole}|{re.escape(stem[:5])}o-)", folded)
            if match:
                places[state] = min(places.get(state, len(folded)), match.start())
    return sorted(places, key=lambda name: places[name])


def states_of_news(text: Normalised, parties: tuple[Party, ...], language: str) -> tuple[str, ...]:
    """Give the two states that news is about where the parties are bodies and no states."""
    known = states_in(language)
    if any(party.name in known for party in parties):
        return ()
    states = _by_adjective(text.plain[:_OPENING], language)
    return tuple(states) if len(states) == _TWO else ()


def _likely(name: str, lead: str, naming: Naming) -> bool:
    """Say whether a name is a body's or a place's rather than any capitalised word."""
    if name in naming.short or name in naming.states or naming.state_within(name):
        return True
    if name.isupper() or any(HEADS.match(fold(word)) for word in name.split()):
        return True
    if len(name.split()) > _TWO and not _PERSONAL.match(name):
        return True
    if _town(name, lead):
        return True
    return " " not in name and len(re.findall(rf"\b{re.escape(name)}\b", lead)) > 1


def _town(name: str, lead: str) -> str:
    """Give how a town is written out where its name stands for it: "Ville de Dakar"; "" for others."""
    found = re.search(
        rf"\b(?:ville|city|town|commune) (?:of |de |d'){re.escape(name)}\b", lead, re.IGNORECASE
    )
    return found.group()[:1].upper() + found.group()[1:] if found else ""


def _with_states(naming: Naming, lead: str) -> tuple[Party, ...]:
    """Let the states stand for their ministries: news goes on with "Kenya will …"."""
    parties = []
    within = [naming.state_within(known.name) for known in naming.found]
    for known, state in zip(naming.found, within, strict=True):
        aliases = [alias for alias in known.aliases if alias != known.name]
        if state and state != known.name and within.count(state) == 1:
            aliases += [state, *other_names(state)]
        aliases += filter(None, [_town(known.name, lead)])
        parties.append(Party(known.name, tuple(dict.fromkeys(aliases))))
    return tuple(parties)


def most_named(text: Normalised, short: dict[str, str], language: str) -> tuple[Party, ...]:
    """Give those that the title and the opening name most."""
    states = states_in(language)
    head, lead = text.plain[:_LEAD], text.folded[:_LEAD]
    scored: list[tuple[int, int, Party]] = []
    for abbreviation, long in list(short.items())[:_MOST_NAMES]:
        if abbreviation in states:
            continue  # "Port Louis (Mauritius)"
        count = len(re.findall(rf"\b{re.escape(abbreviation)}\b", text.plain)) + text.folded.count(fold(long))
        place = min(_place(lead, fold(abbreviation)), _place(lead, fold(long)))
        scored.append((count + 3 * (place < _LEAD), -place, Party(abbreviation, (long,))))
    abbreviated = {fold(long) for long in short.values()}
    for state, stems in states.items():
        if folded_name(state) in abbreviated:
            continue
        others = [name for name in other_names(state) if name.isupper()]
        place = min(_place(lead, folded_name(state)), *(_place(head, name) for name in others), _LEAD)
        if place < _LEAD and any(
            other != state and other.startswith(state) and folded_name(other) in lead for other in states
        ):
            continue
        if place < _LEAD:
            count = len(re.findall(rf"\b{re.escape(folded_name(state))}\b", text.folded))
            count += sum(len(re.findall(rf"\b{re.escape(name)}\b", text.plain)) for name in others)
            count += sum(text.folded.count(stem) for stem in stems if len(stem) > 3) + (place < _TITLE)  # noqa: PLR2004
            scored.append((count, -place, Party(state, other_names(state))))
    best = sorted(scored, key=lambda row: row[:2], reverse=True)
    chosen = [row for row in best if row[0] > 1][:2]
    if len(chosen) < _TWO:
        adjectives = _by_adjective(text.plain[:_OPENING], language)
        if len(adjectives) == _TWO:
            return tuple(Party(state, other_names(state)) for state in adjectives)
    return tuple(party for _, _, party in sorted(chosen, key=lambda row: -row[1]))


def _place(text: str, name: str) -> int:
    if name not in text:
        return _LEAD
    match = re.search(rf"\b{re.escape(name)}\b", text)
    return match.start() if match else _LEAD
