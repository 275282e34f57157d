"""Numbers that treaties spell out, in English and French."""

import re
from functools import cache
from typing import Final

_WORDS: Final = {
    # English
    **dict(
        zip(
            [
                "one",
                "two",
                "three",
                "four",
                "five",
                "six",
                "seven",
                "eight",
                "nine",
                "ten",
                "eleven",
                "twelve",
            ],
            range(1, 13),
            strict=True,
        )
    ),
    **dict(
        zip(
            ["thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"],
            range(13, 20),
            strict=True,
        )
    ),
    **dict(
        zip(
            ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"],
            range(20, 100, 10),
            strict=True,
        )
    ),
    # French
    **dict(
        zip(
            ["un", "deux", "trois", "quatre", "cinq", "sept", "huit", "neuf", "dix", "onze"],
            (1, 2, 3, 4, 5, 7, 8, 9, 10, 11),
            strict=True,
        )
    ),
    **dict(
        zip(
            ["douze", "treize", "quatorze", "quinze", "seize", "vingt", "trente"],
            (12, 13, 14, 15, 16, 20, 30),
            strict=True,
        )
    ),
    "une": 1,
    "quarante": 40,
    "cinquante": 50,
    "soixante": 60,
    "fourty": 40,
}
_ORDINALS: Final = {
    **dict(
        zip(
            [
                "first",
                "second",
                "third",
                "fourth",
                "fifth",
                "sixth",
                "seventh",
                "eighth",
                "ninth",
                "tenth",
                "eleventh",
                "twelfth",
                "thirteenth",
            ],
            range(1, 14),
            strict=True,
        )
    ),
    **dict(
        zip(
            ["fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"],
            range(14, 21),
            strict=True,
        )
    ),
    "thirtieth": 30,
    "premier": 1,
}
_TENS_AND_FRENCH: Final = {
    **dict(
        zip(
            ["fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth", "ninetieth"],
            range(40, 100, 10),
            strict=True,
        )
    ),
    **{word.removesuffix("e") + "ieme": value for word, value in _WORDS.items()},
    "cinquieme": 5,
    "neuvieme": 9,
    "deuxieme": 2,
}
"""Ordinals that count the days of a delay, but no day of a month: "the ninetieth day after"."""
_VALUES: Final = {**_TENS_AND_FRENCH, **_ORDINALS, **_WORDS}
_PART = re.compile(r"[a-z]+|\d+")
_HUNDRED = 100
_THOUSAND = 1000
_MORE: Final = ("hundred", "cent", "thousand", "mil")

# Loose on purpose, so that patterns with it stay small: number() tells what is none.
CARDINAL: Final = r"(?:\d{1,4}|[a-z]{2,10}(?:[- ][a-z]{3,6})?)"
ORDINALS: Final = (*_ORDINALS, "twenty", "thirty")
ORDINAL: Final = r"(?:(?:twenty|thirty)[- ])?(?:" + "|".join(sorted(_ORDINALS, key=len, reverse=True)) + ")"
SPELLED_YEAR: Final = (
    r"(?:(?:one|two) thousand|nineteen hundred|deux mille|mille? neuf cent)(?:[ -][a-z]{2,9}){0,6}"
)


def number(text: str) -> int:
    """Read a number in digits or words, cardinal or ordinal, up to the thousands; 0 if it is none."""
    total = current = 0
    for part in _PART.findall(text):
        value = int(part) if part.isdigit() else _VALUES.get(part, 0)
        if part in {"hundred", "cent", "cents"}:
            current = max(current, 1) * _HUNDRED
        elif part in {"thousand", "mille", "mil"}:
            total += max(current, 1) * _THOUSAND
            current = 0
        elif part.startswith("vingt") and current % _HUNDRED == _WORDS["quatre"]:
            current += 76
        else:
            current += value
    return total + current


def may_count(word: str) -> bool:
    """Say quickly whether :func:`number` may read some letters or digits of a word."""
    return any(map(word.__contains__, _roots())) or any(map(str.isdecimal, word))


@cache
def _roots() -> tuple[str, ...]:
    """Give the words for numbers that hold no other: all have one of them."""
    names = (*_VALUES, *_MORE)
    return tuple(name for name in names if not any(other in name for other in names if other != name))
