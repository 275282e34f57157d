"""Messages out by SMTP (RFC 5321), over TLS whose certificate is verified; nothing is sent in the open.

A server may take a message for some recipients and refuse others, and it may take one message and
not the next. What it took can't be taken back, so that the outcome names both.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from typing import NamedTuple

from tracker.core.errors import Text, TrackerError
from tracker.delivery.server import Server


class Letter(NamedTuple):
    """A message with its envelope: who sends it, who gets it (addresses alone), and its bytes, CRLF."""

    sender: str
    recipients: tuple[str, ...]
    content: bytes


class Refusal(NamedTuple):
    """Somebody who does not get a message, and what the server said."""

    recipient: str
    reason: str


class Outcome(NamedTuple):
    """For whom the server took messages, for whom not, and what stopped it before the end, or None."""

    accepted: tuple[str, ...]
    refused: tuple[Refusal, ...]
    stopped: Text | None = None

    def required(self) -> None:
        """Go on if everybody got everything; otherwise raise TrackerError, which names who did."""
        if not self.refused and self.stopped is None:
            return
        said: list[object] = [f"{one.recipient} ({one.reason})" for one in self.refused]
        why = self.stopped
        if why is None:
            why = Text("the mail server refused {recipients}", {"recipients": ", ".join(map(str, said))})
        if self.accepted:
            raise TrackerError(
                "{why}; the message was accepted for {accepted}", why=why, accepted=", ".join(self.accepted)
            )
        raise TrackerError("{why}; nothing was sent", why=why)


def send(server: Server, letters: Iterable[Letter]) -> Outcome:
    """Send messages, one after the other; TrackerError where no conversation comes about."""
    accepted: list[str] = []
    refused: list[Refusal] = []
    with _connected(server) as connection:
        for letter in letters:
            try:
                failures = connection.sendmail(letter.sender, letter.recipients, letter.content)
            except smtplib.SMTPRecipientsRefused as error:
                failures = error.recipients
            except (smtplib.SMTPException, OSError) as error:
                return Outcome(tuple(accepted), tuple(refused), _stopped(server, error))
            refused += [Refusal(name, _reply(*reply)) for name, reply in failures.items()]
            accepted += [name for name in letter.recipients if name not in failures]
    return Outcome(tuple(accepted), tuple(refused))


@contextmanager
def _connected(server: Server) -> Iterator[smtplib.SMTP]:
    context = ssl.create_default_context()
    try:
        connection = _opened(server, context)
    except (smtplib.SMTPException, OSError) as error:
        raise _unreachable(server, error) from error
    try:
        try:
            _greeted(connection, server, context)
        except (smtplib.SMTPException, OSError) as error:
            raise _unreachable(server, error) from error
        yield connection
    finally:
        with suppress(smtplib.SMTPException, OSError):
            connection.quit()
        connection.close()


def _opened(server: Server, context: ssl.SSLContext) -> smtplib.SMTP:
    if server.implicit:
        return smtplib.SMTP_SSL(server.host, server.port, timeout=server.timeout, context=context)
    return smtplib.SMTP(server.host, server.port, timeout=server.timeout)


def _greeted(connection: smtplib.SMTP, server: Server, context: ssl.SSLContext) -> None:
    """Say hello, turn to TLS, log in."""
    connection.ehlo_or_helo_if_needed()
    if not (server.implicit or server.plain):
        if not connection.has_extn("starttls"):
            raise TrackerError(
                "the mail server {server} offers no TLS, so nothing is sent; smtps:// may be what it speaks",
                server=server.name,
            )
        connection.starttls(context=context)
    if server.user:
        try:
            connection.login(server.user, server.password)
        except smtplib.SMTPAuthenticationError as error:
            raise TrackerError(
                "the mail server {server} refused to log {user} in: {reason}",
                server=server.name,
                user=server.user,
                reason=_reply(error.smtp_code, error.smtp_error),
            ) from None


def _unreachable(server: Server, error: Exception) -> TrackerError:
    if isinstance(error, ssl.SSLCertVerificationError):
        return TrackerError(
            "the certificate of the mail server {server} can't be trusted: {reason}",
            server=server.name,
            reason=error.verify_message,
        )
    return TrackerError(
        "the mail server {server} can't be spoken to: {reason}", server=server.name, reason=_reason(error)
    )


def _stopped(server: Server, error: Exception) -> Text:
    return Text(
        "the mail server {server} did not take the message: {reason}",
        {"server": server.name, "reason": _reason(error)},
    )


def _reason(error: Exception) -> str:
    if isinstance(error, smtplib.SMTPSenderRefused):
        return f"{error.sender}: {_reply(error.smtp_code, error.smtp_error)}"
    if isinstance(error, smtplib.SMTPResponseException):
        return _reply(error.smtp_code, error.smtp_error)
    return getattr(error, "strerror", None) or str(error) or type(error).__name__


def _reply(code: int, said: bytes | str) -> str:
    """Give a server's answer on one line."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return " ".join((str(code), *text.split()))
