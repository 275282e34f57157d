"""Single values of the register, read strictly: a reader takes what TOML gave and returns the model's value.

What is wrong is raised as `Wrong`, which only `tables` and `shape` catch. Dates and lengths of time
are read by `moments`, rules by `rrules`, time zones by `zones`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Final

from tracker.core.errors import Text
from tracker.core.vocabulary import LANGUAGES
from tracker.register.format.moments import read_day, read_length, read_period
from tracker.register.format.rrules import read_rrule
from tracker.register.format.wrong import Wrong, brief, type_of
from tracker.register.format.zones import read_zone

_SLUG: Final = re.compile(r"[^\W_][\w-]{0,199}")
_LANGUAGE: Final = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_EMAIL: Final = re.compile(
    r"[^\s@,;:<>()\[\]\\\"]{1,64}@[^\s@,;:<>()\[\]\\\"./]+(?:\.[^\s@,;:<>()\[\]\\\"./]+)+"
)
_URL: Final = re.compile(r"https?://[^\s<>\"\\^`{|}]+")
_SHA256: Final = re.compile(r"[0-9a-fA-F]{64}")
_BELOW_ZERO: Final = re.compile(r"\s*[-−]\s*\d+\s*$")
_LONGEST_EMAIL: Final = 254
Reader = Callable[[object], object]


def is_slug(text: str) -> bool:
    """Say whether a name can be typed: letters, digits, - and _, from a letter or digit on."""
    return _SLUG.fullmatch(text) is not None


def read_text(value: object) -> str:
    """Take a text; what characters it has is its own affair."""
    if type(value) is str:
        return value
    found = {"found": type_of(value)}
    if isinstance(value, (bool, list, dict)):
        raise Wrong("E202", Text("this is {found}, and one text is needed, in quotation marks", found))
    raise Wrong("E202", Text("this is {found}, and a text is needed; put it in quotation marks", found))


def read_name(value: object) -> str:
    """Take a text that says something."""
    text = read_text(value)
    if not text.strip():
        raise Wrong("E209", Text("this is empty; write something, or delete the line"))
    return text


def read_page(value: object) -> str:
    """Take a page: a text ('iv', '12-14'), or a number from 0 on."""
    text = str(value) if type(value) is int else read_text(value)
    if _BELOW_ZERO.match(text):
        said = Text("{page} is no page; write its number, or what is printed on it", {"page": brief(text)})
        raise Wrong("E212", said)
    return text


def read_flag(value: object) -> bool:
    """Take true or false."""
    if type(value) is bool:
        return value
    raise Wrong(
        "E202",
        Text("this is {found}; write true or false, without quotation marks", {"found": type_of(value)}),
    )


def read_names(value: object) -> tuple[str, ...]:
    """Take a list of texts that say something."""
    if type(value) is not list:
        if type(value) is str:
            raise Wrong("E202", Text("a list is needed here; write [{text}]", {"text": f'"{brief(value)}"'}))
        raise Wrong("E202", Text("this is {found}, and a list of texts is needed", {"found": type_of(value)}))
    if any(type(item) is not str or not item or item.isspace() for item in value):
        _each(value, read_name)
    return tuple(value)


def read_name_or_names(value: object) -> tuple[str, ...]:
    """Take a text, or a list of them."""
    return (read_name(value),) if type(value) is str else read_names(value)


def read_title(value: object) -> dict[str, str]:
    """Take a text, kept under '', or a table of texts by language."""
    if type(value) is str:
        if not value.strip():
            raise Wrong("E209", Text("this is empty; write something"))
        return {"": value}
    if type(value) is not dict:
        raise Wrong(
            "E202",
            Text("this is {found}, and a text or a table by language is needed", {"found": type_of(value)}),
        )
    if not value:
        raise Wrong("E209", Text("this is empty; write something"))
    for language, text in value.items():
        if language not in LANGUAGES and not _LANGUAGE.fullmatch(language):
            raise Wrong(
                "E211",
                Text(
                    "{word!r} is not the code of a language; write en, fr, ar, or two or three letters",
                    {"word": brief(language)},
                ),
                (language,),
            )
        if type(text) is not str or not text or text.isspace():
            try:
                read_name(text)
            except Wrong as wrong:
                raise Wrong(wrong.code, wrong.text, (language,)) from None
    return dict(value)


def read_slug(value: object) -> str:
    """Take a name that can be typed."""
    text = read_text(value)
    if not is_slug(text):
        raise Wrong("E208", bad_slug(text))
    return text


def bad_slug(text: str) -> Text:
    """Say that a name can't be typed."""
    return Text(
        "{text!r} can't be a name; use letters, digits, - and _, and begin with a letter or a digit",
        {"text": brief(text)},
    )


def read_slugs(value: object) -> tuple[str, ...]:
    """Take a list of names that can be typed."""
    texts = read_names(value)
    _each(texts, read_slug)
    return texts


def read_ref(value: object) -> str:
    """Take the ref of an obligation."""
    text = read_text(value)
    agreement, dot, name = text.partition(".")
    if not (dot and is_slug(agreement) and is_slug(name)):
        raise Wrong(
            "E208",
            Text("{text!r} is not the name of an obligation; write AGREEMENT.NAME", {"text": brief(text)}),
        )
    return text


def read_refs(value: object) -> tuple[str, ...]:
    """Take a ref, or a list of them."""
    texts = read_name_or_names(value)
    _each(texts, read_ref)
    return texts


def read_after(value: object) -> str:
    """Take a ref, or 'effective'."""
    return value if type(value) is str and value == "effective" else read_ref(value)


def _each(items: Sequence[object], reader: Reader) -> None:
    for position, item in enumerate(items):
        try:
            reader(item)
        except Wrong as wrong:
            raise Wrong(wrong.code, wrong.text, (position,)) from None


def read_email(value: object) -> str:
    """Take an address that mail can go to."""
    text = read_text(value)
    if len(text) > _LONGEST_EMAIL or not text.isprintable() or not _EMAIL.fullmatch(text):
        raise Wrong(
            "E211",
            Text("{text!r} is not an address; write one such as desk@example.org", {"text": brief(text)}),
        )
    return text


def read_url(value: object) -> str:
    """Take a link that a page can show."""
    text = read_text(value)
    if not text.isprintable() or not _URL.fullmatch(text):
        raise Wrong("E211", Text("{text!r} is not a link; write https://…", {"text": brief(text)}))
    return text


def read_sha256(value: object) -> str:
    """Take a SHA-256 in hexadecimal digits."""
    text = read_text(value)
    if not _SHA256.fullmatch(text):
        raise Wrong("E211", Text("this is not a SHA-256, which has 64 hexadecimal digits"))
    return text.lower()


READERS: Final[dict[str, Reader]] = {
    "text": read_text,
    "name": read_name,
    "page": read_page,
    "flag": read_flag,
    "names": read_names,
    "name-or-names": read_name_or_names,
    "title": read_title,
    "period": read_period,
    "day": read_day,
    "length": read_length,
    "slug": read_slug,
    "slugs": read_slugs,
    "refs": read_refs,
    "after": read_after,
    "email": read_email,
    "url": read_url,
    "sha256": read_sha256,
    "rrule": read_rrule,
    "zone": read_zone,
}
"""How each kind of value is read; words and tables are read by `shape`."""
