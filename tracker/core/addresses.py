"""Mail addresses as people type them: read strictly, so that none can carry anything else along.

The forms are those of RFC 5322 §3.4 that offices use: `name@example.org` and `A Name <name@example.org>`.
What is read holds no control character and no second address, so it fits a header or a command of
SMTP as it stands.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tracker.core.errors import TrackerError

_ATOM: Final = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL: Final = re.compile(rf"{_ATOM}(\.{_ATOM})*")
_LABEL: Final = r"[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN: Final = re.compile(rf"{_LABEL}(\.{_LABEL})*")
_LONGEST_LOCAL, _LONGEST = 64, 254
"""Signs of the part before the @ and of the whole (RFC 5321 §4.5.3.1)."""
_LONGEST_NAME: Final = 200
_UNQUOTED: Final = re.compile(r'[^<>",;:@\\]*')
_QUOTED: Final = re.compile(r'"((?:[^"\\]|\\.)*)"')


class Address(NamedTuple):
    """An address: the name shown, '' for none, and where mail goes, in ASCII."""

    name: str
    spec: str

    @property
    def domain(self) -> str:
        """What stands behind the @."""
        return self.spec.rpartition("@")[2]


def parse_address(typed: str) -> Address:
    """Read one address; TrackerError for anything else, and for what would smuggle a header."""
    if not typed.isprintable():
        raise TrackerError(
            "{text!r} is refused as an address: there is a line end or an invisible character in it",
            text=typed,
        )
    text = typed.strip()
    name, spec = "", text
    if text.endswith(">"):
        before, _, rest = text.rpartition("<")
        name, spec = _name(before.strip(), typed), rest[:-1]
    return Address(name, _spec(spec.strip(), typed))


def _name(text: str, typed: str) -> str:
    quoted = _QUOTED.fullmatch(text)
    name = re.sub(r"\\(.)", r"\1", quoted[1]) if quoted else text
    if len(name) > _LONGEST_NAME or not (quoted or _UNQUOTED.fullmatch(text)):
        raise _wrong(typed)
    return " ".join(name.split())


def _spec(text: str, typed: str) -> str:
    local, at, domain = text.rpartition("@")
    if not domain.isascii():
        try:
            domain = domain.encode("idna").decode()
        except UnicodeError:
            raise _wrong(typed) from None
    if not (at and len(local) <= _LONGEST_LOCAL and _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain)):
        raise _wrong(typed)
    if len(local) + 1 + len(domain) > _LONGEST:
        raise _wrong(typed)
    return f"{local}@{domain}"


def _wrong(typed: str) -> TrackerError:
    return TrackerError(
        "{text!r} is not one address; write name@example.org or 'A Name <name@example.org>', each by itself",
        text=typed,
    )
