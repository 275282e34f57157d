"""A real mail server on this machine (aiosmtpd), with TLS and a log-in, that keeps what it is given."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

from tests import real

USER, PASSWORD = "desk", "open sesame"
NOBODY = "nobody@example.org"
"""Whom the server refuses."""
FULL = "full@example.org"
"""For whom the server takes no content."""


class Certificate(NamedTuple):
    """A certificate for localhost, which is its own authority, and its key."""

    certificate: Path
    key: Path


class Kept(NamedTuple):
    """What the server took: the envelope and the content, and whether it came over TLS, logged in."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes
    secret: bool
    known: bool


def certificate(folder: Path) -> Certificate:
    """Make a certificate."""
    made = Certificate(folder / "certificate.pem", folder / "key.pem")
    real.ran(
        *(real.program("openssl"), "req", "-x509", "-nodes", "-days", "2", "-subj", "/CN=localhost"),
        *("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1"),
        *("-addext", "subjectAltName=DNS:localhost"),
        *("-out", str(made.certificate), "-keyout", str(made.key)),
    )
    return made


class _Handler:
    def __init__(self) -> None:
        self.kept: list[Kept] = []

    async def handle_RCPT(  # noqa: N802 - the library's name
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        if address == NOBODY:
            return "550 5.1.1 nobody of that name here"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(  # noqa: N802 - the library's name
        self, server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        if FULL in envelope.rcpt_tos:
            return "552 5.2.2 mailbox full"
        content = envelope.original_content
        assert content is not None
        self.kept.append(
            Kept(
                envelope.mail_from or "",
                tuple(envelope.rcpt_tos),
                content,
                server.transport is not None and server.transport.get_extra_info("ssl_object") is not None,
                bool(session.authenticated),
            )
        )
        return "250 OK"


class Running(NamedTuple):
    """A server that runs: its port, and what it has taken so far."""

    port: int
    kept: list[Kept]


def _log_in(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: Any) -> AuthResult:
    good = isinstance(data, LoginPassword) and data == LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=good, handled=good)


class _Controller(Controller):
    """A controller that lets the system choose the port."""

    def _trigger_server(self) -> None:
        (socket,) = self.server.sockets  # type: ignore[union-attr] # it runs
        self.port = socket.getsockname()[1]
        super()._trigger_server()  # type: ignore[no-untyped-call] # the library's


@contextmanager
def running(made: Certificate | None, *, implicit: bool = False, log_in: bool = True) -> Iterator[Running]:
    """Run a server: with a certificate it offers STARTTLS and demands it, or speaks TLS from the start.

    From the start it asks nobody to log in: the library allows that after STARTTLS alone.
    """
    context = None
    if made:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(made.certificate, made.key)
    handler = _Handler()
    options: dict[str, Any] = {"authenticator": _log_in, "auth_required": True} if log_in else {}
    if context and not implicit:
        options |= {"tls_context": context, "require_starttls": True}
    controller = _Controller(
        handler, hostname="127.0.0.1", port=0, ssl_context=context if implicit else None, **options
    )
    controller.start()
    try:
        yield Running(controller.port, handler.kept)
    finally:
        controller.stop()
