"""The codes of problems, each with what it stands for: the table that the documentation prints.

E1xx: the file and its syntax. E2xx: the shape of what it says. E3xx: references. E4xx: things that
cannot both hold. W5xx: warnings, which only `check` reports. I6xx: notes, on request.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from tracker.core.errors import Text

KeyPath = tuple[str | int, ...]
"""Where a value stands in a file: keys from the root, and positions in arrays."""


class Finding(NamedTuple):
    """A problem before its line is known: the file by its position, and the key path in it."""

    file: int
    path: KeyPath
    code: str
    text: Text


Where = Callable[[int, KeyPath], str]
"""Says FILE:LINE of a key path, for messages that name a second place."""

CODES: Final[dict[str, str]] = {
    "E101": "The file is not valid TOML.",
    "E102": "A key or a header is stated twice in one file.",
    "E103": "Arrays or tables are nested too deeply.",
    "E104": "The file is not text in UTF-8.",
    "E105": "The file has a character that TOML does not allow.",
    "E106": "The file holds a conflict that git left in it.",
    "E107": "A file that is included can't be read.",
    "E108": "An include reaches outside the register's folder.",
    "E109": "A key that only the register itself can have stands in an included file.",
    "E201": "A key is not known.",
    "E202": "A value has the wrong type.",
    "E203": "A key that is needed is missing.",
    "E204": "A word is not one of those allowed.",
    "E205": "A date makes no sense.",
    "E206": "A length of time makes no sense.",
    "E207": "A recurrence rule makes no sense.",
    "E208": "A name is not made of letters, digits, - and _.",
    "E209": "A value that is needed is empty.",
    "E210": "A key stands without the one it belongs to, or beside one it can't go with.",
    "E211": "An address, a link, a time zone, a language or a hash is not one.",
    "E212": "A page is not one.",
    "E301": "An agreement is not in the register.",
    "E302": "An obligation is not in the register.",
    "E303": "A source is not one of the agreement's.",
    "E304": "A source lies outside the register's folder.",
    "E401": "A party, a person, an agreement or an obligation is stated in two files.",
    "E402": "A name belongs to two parties.",
    "E403": "A number is used twice.",
    "E404": "A former name is in use.",
    "E405": "Obligations wait for each other in a circle.",
    "E406": "Obligations replace each other in a circle.",
    "E407": "An obligation has two time rules.",
    "E408": "Groups are members of each other in a circle.",
    "W501": "An include matches no file.",
    "W502": "A time zone is written by a city that is not in the list of zones.",
    "W503": "An obligation has no quote.",
    "W504": "A quote is not found in its source.",
    "W505": "A quote is found more than once, and no clause says which is meant.",
    "W506": "A quote can't be looked for: its source is missing, can't be read, or is not text.",
    "W507": "A source is not the one that was accepted: its sha256 differs.",
    "W508": "A date is neither in the quote nor explained by a basis.",
    "W509": "A date lies outside the agreement's life.",
    "W510": "A log entry lies in the future.",
    "W512": "Something is done without evidence.",
    "W513": "A log entry is for a date that the rule doesn't produce.",
    "W514": "A log entry of a recurring obligation doesn't say for which date.",
    "W515": "Something is postponed to an earlier date.",
    "W516": "An owner is not one of the register's people.",
    "W517": "A party is not one of the agreement's.",
    "W518": "An agreement is called as a party is.",
    "W519": "Something is due before the end of an agreement that states none.",
    "W520": "What is closed is closed in another way, without having been reopened.",
    "I601": "A quote was not looked for, since its source is a PDF or another kind of document.",
    "I602": "The log's entries are not in order of their dates; they are read in order all the same.",
    "I603": "A party without a table of its own is spelled nearly as one that has one.",
}
