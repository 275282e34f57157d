"""How the opening of a document names its parties: "between A and B", "The Governments of A and B, …"."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from tracker.extract.abbreviations import BRACKETED
from tracker.extract.defined_terms import NO_ACTOR
from tracker.extract.names import AND, COLLECTIVE, HEADS, Naming, split_names
from tracker.extract.normalise import fold
from tracker.extract.patterns import Pattern
from tracker.extract.rules import read_words

_DEFINES = Pattern(
    r"(?:[,(]\s?(?:(?:herein|here)(?:in)?after|ci-après|desormais)[^\"“«;\n]{0,60}|\((?:the )?)"
    r"[\"“«]\s?(?P<term>[^\"”»\n]{2,60}?)\s?[\"”»]"
)
_NAME_STARTS = Pattern(
    r"\n|;|\.\s|:\s|\b(?:whereas|between|entre|and the|et l[ae']s?|and|et)\s", flags=re.IGNORECASE
)
_BETWEEN = Pattern(r"\b(?:between|among|entre)[,:]?\s", flags=re.IGNORECASE)
_STOP = Pattern(
    r"[;:.\n]|\b(?:on|concerning|for(?! (?:the )?[A-Z])|regarding|in the (?:field|area)s?|relat\w+|sur|"
    r"concernant|en matière|en vue|pour(?! (?:la |le |les |l')?[A-Z])|"
    r"portant|to|afin|dans|about|with|who|which|that|qui|signed?|signé\w*|establishing|visant|done|was|"
    r"has|have|a été|ont|est|"
    r"represented|représenté\w*|aimed|dated|under|à l'|du \d|of \d|"
    r"CONCERNING|ON|FOR|REGARDING|RELATING|PORTANT|RELATI\w+|CONCERNANT|EN MATIÈRE|EN VUE|VISANT)\b"
)
PACT = Pattern(
    r"accord|convention|memorand|mémorand|protocole|partenariat|coop[eé]ration|jumelage|entente|alliance|"
    r"agreement|treaty|pact|\bdeal|partnership|relation|talks|meeting|rencontre|réunion|dialogue|commission|"
    r"\bsign|arrangement|\bmou\b|\bliens?\b|\bties\b|négociation|échange|exchange|twinning|contra",
    flags=re.IGNORECASE,
)
_PACT_NEAR = 90
_BREAK = Pattern(r";|(?<!\bM)(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bMme)(?<!\bProf)\.\s+(?=[A-Z])")
_ASIDE = Pattern(
    r"[ \t]{0,9}\((?!(?:the )?[\"“«']?[A-Z][\w&.-]{1,14}[\"”»']?\))[^()]{0,200}\)"
    r"|[ ,]{0,9}\b(?:hereinafter|hereafter|ci-après)\b[^,;\n]{0,120}"
    r"|[ ,]*(?:of the (?:one|other|first|second) part|on the (?:one|other) (?:hand|part)|d'une part|"
    r"d'autre part)\b"
    r"|[ ,]{0,9}\b(?:duly |dûment )?(?:represented|représentée?|acting through|whose|having its|dont|sise?|"
    r"with (?:its )?(?:registered|head|principal))\b[^;\n\0]{0,240}?"
    r"(?=[;\n\0]|,? (?:and|et) (?:the |le |la |l')[A-Z]|, and [A-Z]|$)",
)
_PARTS = re.compile(
    r",? (?:d'une part|d'autre part|on the one (?:hand|part)|of the one part|on the other (?:hand|part)|"
    r"of the other part)\b,?|,? (?:and its|et ses) (?:[Mm]ember [Ss]tates|[EÉ]tats [Mm]embres)\b"
)
_JOINT = Pattern(r"[ ,;]*\n\s*(?:et|and)\b[ ,:]*\n*\s*|[ ,;]*\b(?:et|and)[ ,:]*\n\s*", flags=re.IGNORECASE)
_LABELS = Pattern(r"^[ \t]*(?:BETWEEN|ENTRE|Between|Entre)[ :]*$|\(\d\) |^[ \t]*[-–•] ", flags=re.MULTILINE)
_OPENING = Pattern(
    r"^[ \t]*(?:\(?\d[.)] )?(?P<names>(?:The |Le |La |L'|Les )?[A-ZÀ-Þ][^\n;:]{5,500})", flags=re.MULTILINE
)
RECITES = Pattern(
    r",?\s*\b(?:Have|Has|Having|Recogni\w+|Desir\w+|Consid\w+|Désir\w+|Recall\w*|Noting|Wish\w+|[Hh]ereby|"
    r"In (?:recognition|order|view)|Convinced|Animated|[Bb]eing|Conscious|Aware|Believing|Mindful|Whereas|"
    r"WHEREAS|have|has|ont|sont|est|is|are|shall|will|may|agree|conviennent|Vu|Ayant|Rappel\w+|"
    r"[Ss]oucieu\w+|[Cc]onvain\w+|[Aa]nim\w+|[Cc]onscient\w*|Not\w+|Reconn\w+|désireu\w+|considérant|"
    r"rappelant|desiring|wishing|recognizing|considering|ci-après|here(?:in)?after|parties to|"
    r"on (?:the )?[a-z]|concerning|regarding|for (?:the )?[a-z])\b"
)
_BODY_LINE = Pattern(
    r"^[ \t]*(?P<name>[A-ZÀ-Þ][^\n;:.()]{5,140} \([A-Z][\w&.-]{1,14}\))[ ,]*$", flags=re.MULTILINE
)
_COLLECTED = Pattern(
    r"\b[Gg]overnments of (?P<en>[^.;:\n\"“«]{5,600}?),? ?[(,] ?"
    r"(?:(?:(?:herein|here)(?:in)?after|collectively|together|referred)[^.;:\n\"“«]{0,40}|the )?[\"“«]"
    r"|\b[Ll]es [Gg]ouvernements (?P<fr>d[^.;:\n\"“«]{5,600}?),? ?[(,] ?"
    r"(?:ci-après|collectivement)[^.;:\n\"“«]{0,40}[\"“«]"
)
_LINED = Pattern(
    r"^[ \t]*(?:entre|between)[ \t]*[,:]?[ \t]*\n\s*(?P<a>[^\n]{4,160})\n(?:[^\n]*\n){0,9}?"
    r"(?:[^\n]*,)?[ \t]*(?:et|and)[ \t]*[,:]?[ \t]*\n\s*(?P<b>[^\n]{4,300})$",
    flags=re.MULTILINE | re.IGNORECASE,
)
OPENING_LENGTH = 1500
_TWO = 2


def between_names(head: str, naming: Naming, of: Pattern | None = None) -> None:
    """Take "between A and B"; in news only behind a word for what they have ``of`` each other.

    In an agreement what has no such word counts where nothing else does, and names two at once.
    """
    for names in _between(head, of or PACT):
        for name in names:
            naming.add(name)
        if len(naming) >= _TWO:
            return
    for names in _between(head, None) if of is None else ():
        if added_together(naming, names):
            return


def _between(head: str, of: Pattern | None) -> Iterator[list[str]]:
    for match in _BETWEEN.finditer(head):
        before = head[max(0, match.start() - _PACT_NEAR) : match.start()]
        if of is not None and not of.search(re.split(r"[.;\n]|, ", before)[-1]):
            continue
        rest = re.sub(
            r"(?<!\s)[^\S\n]*\n\s*(?:et|and)[,:]?[^\S\n]*\n\s*",
            " et ",
            head[match.end() : match.end() + 900].lstrip(" :\n"),
            flags=re.IGNORECASE,
        )
        rest = _PARTS.sub("", _capitals(rest))
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


def _capitals(rest: str) -> str:
    """Cut a title in capitals off from what follows it, if it names two: "ALPHA AND BETA"."""
    lines = rest.split("\n")
    count = next((place for place, line in enumerate(lines) if line.strip() and not line.isupper()), 0)
    title = "\n".join(lines[:count])
    return title if AND.search(title) else rest


@lru_cache(maxsize=1)
def without_asides(head: str) -> str:
    """Give an opening on fewer lines, without who represents whom and what each is called."""
    return _ASIDE.sub("", _JOINT.sub("\0 and ", _LABELS.sub("", head + "\n"))).replace("\0", "")


def opening_names(head: str, naming: Naming) -> None:
    """Take "The Government of A and the Government of B, …", also spread over several lines."""
    plain = without_asides(head)
    for match in _OPENING.finditer(plain):
        names = match["names"]
        cut = RECITES.search(names)
        pieces = split_names(names[: cut.start()] if cut else names)
        if (
            len(pieces) < _TWO
            or names.startswith(("We", "Nous"))
            or (cut is None and not all(map(_has_head, pieces)))
            or (cut is None and len(names) > OPENING_LENGTH // 4)
        ):
            continue
        if added_together(naming, pieces):
            return


def collected_names(head: str, naming: Naming) -> None:
    """Take "the Governments of A, B and C (the "Participants")"."""
    for match in _COLLECTED.finditer(head):
        names = match["en"] or re.sub(r"(^|, |\bet )(?:de la |de l'|des |du |d'|de )", r"\1", match["fr"])
        if added_together(naming, [part for name in split_names(names) for part in name.split(", ")]):
            return


def lined_names(head: str, naming: Naming) -> None:
    """Take what stands below "Between" and below "and", each on a line of its own."""
    for match in _LINED.finditer(head):
        if added_together(naming, match.group("a", "b")):
            return


def added_together(naming: Naming, names: Iterable[str]) -> bool:
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


def defined_names(head: str, naming: Naming) -> None:
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


def body_lines(head: str, naming: Naming) -> None:
    """Take bodies that stand alone on a line, with their abbreviation."""
    for match in _BODY_LINE.finditer(head):
        if BRACKETED.search(match["name"]):
            naming.add(match["name"])


def in_case(name: str, text: str) -> str:
    """Write a name from a title in capitals as the text does elsewhere."""
    if not name.isupper() or " " not in name:
        return name
    for match in re.finditer(re.escape(name), text, re.IGNORECASE):
        if not match.group().isupper():
            return match.group()
    small = read_words("shared", "links")
    return " ".join(word.lower() if fold(word) in small else word.title() for word in name.split())
