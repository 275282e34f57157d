"""Which mail server a message goes to, and by which rules: read from the environment.

The address says how: `smtp://user@mail.example.org:587` begins in the open and turns to TLS
(STARTTLS, RFC 3207), `smtps://user@mail.example.org` is TLS from the start (RFC 8314). A password
is never part of it, since addresses end up in logs and process lists.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from tracker.core.errors import TrackerError

URL: Final = "TRACKER_SMTP_URL"
PASSWORD: Final = "TRACKER_SMTP_PASSWORD"  # noqa: S105 - where it stands, not what it is
PASSWORD_FILE: Final = "TRACKER_SMTP_PASSWORD_FILE"  # noqa: S105 - the same
_PORTS: Final = {"smtp": 587, "smtps": 465}
_HERE: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_TIMEOUT, _LONGEST = 30, 600
"""Seconds that an answer may take, unless the address says another number; the most that it may say."""


class Server(NamedTuple):
    """A mail server: `implicit` is TLS from the start, `plain` none at all (on this machine alone).

    `user` is '' where nobody logs in. `timeout` is in seconds, for each answer.
    """

    host: str
    port: int
    user: str = ""
    password: str = ""
    implicit: bool = False
    plain: bool = False
    timeout: float = _TIMEOUT

    @property
    def name(self) -> str:
        """Host and port, as messages name it."""
        return f"{self.host}:{self.port}"


def server(environment: Mapping[str, str]) -> Server:
    """Read the server from the environment; TrackerError where it is missing or says nothing that holds."""
    typed = environment.get(URL, "")
    if not typed:
        raise TrackerError(
            "to send mail, say by which server: {variable}=smtp://user@mail.example.org:587", variable=URL
        )
    parts, port = _parts(typed)
    host = parts.hostname or ""
    options = dict(parse_qsl(parts.query, keep_blank_values=True))
    plain = _plain(options.pop("tls", "yes"), host)
    timeout = _timeout(options.pop("timeout", str(_TIMEOUT)))
    if options:
        raise _wrong()
    user = unquote(parts.username or "")
    return Server(
        host,
        port or _PORTS[parts.scheme],
        user,
        _password(environment) if user else "",
        implicit=parts.scheme == "smtps",
        plain=plain,
        timeout=timeout,
    )


def _parts(typed: str) -> tuple[SplitResult, int | None]:
    try:
        parts = urlsplit(typed)
        port = parts.port
    except ValueError:
        raise _wrong() from None
    # what is wrong is not shown: it may hold a password
    if parts.password is not None:
        raise TrackerError(
            "{variable} has a password in it; put it in {password}, or in a file that {file} names",
            variable=URL,
            password=PASSWORD,
            file=PASSWORD_FILE,
        )
    whole = parts.scheme in _PORTS and parts.hostname and parts.path in {"", "/"} and not parts.fragment
    if not whole or port == 0 or not typed.isprintable():
        raise _wrong()
    return parts, port


def _plain(tls: str, host: str) -> bool:
    if tls not in {"yes", "no"}:
        raise _wrong()
    if tls == "no" and host not in _HERE:
        raise TrackerError("tls=no is for a server on this machine; {host} is elsewhere", host=host)
    return tls == "no"


def _timeout(typed: str) -> float:
    if not (typed.isascii() and typed.isdecimal() and 0 < int(typed) <= _LONGEST):
        raise _wrong()
    return float(typed)


def _password(environment: Mapping[str, str]) -> str:
    if PASSWORD in environment:
        return environment[PASSWORD]
    if name := environment.get(PASSWORD_FILE):
        try:
            return Path(name).read_text(encoding="utf-8").rstrip("\r\n")
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            raise TrackerError(
                "{variable} names {file}, which can't be read: {reason}",
                variable=PASSWORD_FILE,
                file=name,
                reason=reason,
            ) from error
    raise TrackerError(
        "the mail server wants a password: put it in {variable}, or in a file that {file} names",
        variable=PASSWORD,
        file=PASSWORD_FILE,
    )


def _wrong() -> TrackerError:
    return TrackerError(
        "{variable} is not the address of a mail server; write smtp://user@mail.example.org:587, or "
        "smtps://user@mail.example.org, with ?tls=no or ?timeout=10 behind it where needed",
        variable=URL,
    )
