"""Sending to a real server on this machine: taken, refused, and what must never be sent."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.mailserver import FULL, NOBODY, PASSWORD, USER, Certificate, running
from tracker.core.errors import TrackerError
from tracker.delivery.server import Server
from tracker.delivery.smtp import Letter, Outcome, Refusal, send

CONTENT = b"From: desk@example.org\r\nSubject: Monday\r\n\r\nWords.\r\n.\r\nMore.\r\n"
LETTER = Letter("desk@example.org", ("a@example.org", "b@example.org"), CONTENT)


def _server(port: int, **more: object) -> Server:
    return Server("localhost", port, USER, PASSWORD, timeout=20)._replace(**more)  # type: ignore[arg-type] # as named


def _error(server: Server, *letters: Letter) -> str:
    with pytest.raises(TrackerError) as raised:
        send(server, letters or [LETTER]).required()
    assert PASSWORD not in str(raised.value)
    return str(raised.value)


def test_a_message_goes_over_tls_and_logged_in(certificate: Certificate, trusted: Path) -> None:
    with running(certificate) as there:
        outcome = send(_server(there.port), [LETTER])
    (kept,) = there.kept
    assert outcome == Outcome(LETTER.recipients, ())
    outcome.required()
    assert (kept.sender, kept.recipients, kept.content) == LETTER
    assert kept.secret
    assert kept.known


def test_tls_from_the_start(certificate: Certificate, trusted: Path) -> None:
    with running(certificate, implicit=True, log_in=False) as there:
        send(_server(there.port, implicit=True, user=""), [LETTER]).required()
    assert there.kept[0].secret


def test_several_messages_go_in_one_conversation(certificate: Certificate, trusted: Path) -> None:
    second = Letter("desk@example.org", ("c@example.org",), CONTENT)
    with running(certificate) as there:
        outcome = send(_server(there.port), [LETTER, second])
    assert outcome.accepted == ("a@example.org", "b@example.org", "c@example.org")
    assert len(there.kept) == 2


def test_on_this_machine_it_may_go_without_tls() -> None:
    with running(None, log_in=False) as there:
        send(Server("127.0.0.1", there.port, plain=True, timeout=20), [LETTER]).required()
    assert not there.kept[0].secret


def test_a_refused_recipient_is_named_and_so_are_those_who_got_it(
    certificate: Certificate, trusted: Path
) -> None:
    letter = LETTER._replace(recipients=("a@example.org", NOBODY))
    with running(certificate) as there:
        outcome = send(_server(there.port), [letter])
    assert outcome == Outcome(("a@example.org",), (Refusal(NOBODY, "550 5.1.1 nobody of that name here"),))
    assert there.kept[0].recipients == ("a@example.org",)
    with pytest.raises(TrackerError) as raised:
        outcome.required()
    assert str(raised.value) == (
        "the mail server refused nobody@example.org (550 5.1.1 nobody of that name here);"
        " the message was accepted for a@example.org"
    )


def test_where_all_are_refused_the_next_message_still_goes(certificate: Certificate, trusted: Path) -> None:
    with running(certificate) as there:
        outcome = send(_server(there.port), [LETTER._replace(recipients=(NOBODY,)), LETTER])
    assert [one.recipient for one in outcome.refused] == [NOBODY]
    assert outcome.accepted == LETTER.recipients


def test_nobody_got_anything(certificate: Certificate, trusted: Path) -> None:
    with running(certificate) as there:
        said = _error(_server(there.port), LETTER._replace(recipients=(NOBODY,)))
    assert said.endswith("; nothing was sent")


def test_a_message_that_is_not_taken_stops_it(certificate: Certificate, trusted: Path) -> None:
    full = LETTER._replace(recipients=(FULL,))
    with running(certificate) as there:
        said = _error(_server(there.port), LETTER, full, LETTER)
    assert said == (
        f"the mail server localhost:{there.port} did not take the message: 552 5.2.2 mailbox full;"
        " the message was accepted for a@example.org, b@example.org"
    )
    assert len(there.kept) == 1


def test_a_wrong_password_sends_nothing(certificate: Certificate, trusted: Path) -> None:
    with running(certificate) as there:
        said = _error(_server(there.port, password="wrong"))  # noqa: S106 - no secret
    assert "refused to log desk in: 535 5.7.8 Authentication credentials invalid" in said
    assert not there.kept


def test_a_server_without_tls_gets_neither_password_nor_message() -> None:
    with running(None) as there:
        said = _error(_server(there.port))
    assert f"localhost:{there.port} offers no TLS, so nothing is sent" in said
    assert not there.kept


def test_a_certificate_of_nobody_known_is_refused(certificate: Certificate) -> None:
    with running(certificate) as there:
        said = _error(_server(there.port))
    assert "certificate of the mail server localhost" in said
    assert "self-signed certificate" in said
    assert not there.kept


def test_a_certificate_of_another_name_is_refused(certificate: Certificate, trusted: Path) -> None:
    with running(certificate) as there:
        said = _error(_server(there.port, host="127.0.0.1"))
    assert "certificate is not valid for '127.0.0.1'" in said


def test_a_refused_sender_is_named(certificate: Certificate, trusted: Path) -> None:
    with running(certificate) as there:
        said = _error(_server(there.port, user=""))
    assert "desk@example.org: 530 5.7.0 Authentication required; nothing was sent" in said


def test_nobody_listens() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    said = _error(_server(port, host="127.0.0.1"))
    assert said == f"the mail server 127.0.0.1:{port} can't be spoken to: Connection refused"


def test_a_server_that_says_nothing_is_given_up() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        server = _server(silent.getsockname()[1], host="127.0.0.1", timeout=0.2)
        assert _error(server).endswith("timed out")


def test_a_server_that_is_none_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        import threading

        def answer() -> None:
            with other.accept()[0] as spoken_to:
                spoken_to.sendall(b"SSH-2.0-OpenSSH\r\n")

        thread = threading.Thread(target=answer)
        thread.start()
        said = _error(_server(other.getsockname()[1], host="127.0.0.1"))
        thread.join()
    assert "can't be spoken to" in said
