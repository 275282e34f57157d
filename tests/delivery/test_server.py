"""The address of a mail server, and where its password stands."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.core.errors import TrackerError
from tracker.delivery.server import PASSWORD, PASSWORD_FILE, URL, Server, server


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("smtp://mail.example.org", Server("mail.example.org", 587)),
        ("smtp://mail.example.org:2525/", Server("mail.example.org", 2525)),
        ("smtps://mail.example.org", Server("mail.example.org", 465, implicit=True)),
        ("smtp://localhost:25?tls=no", Server("localhost", 25, plain=True)),
        ("smtp://[::1]:25?tls=no&timeout=5", Server("::1", 25, plain=True, timeout=5)),
        ("smtp://mail.example.org?tls=yes", Server("mail.example.org", 587)),
    ],
)
def test_an_address_says_the_server_and_how(typed: str, read: Server) -> None:
    assert server({URL: typed}) == read


def test_who_logs_in_may_have_a_sign_at_in_it() -> None:
    read = server({URL: "smtp://desk%40example.org@mail.example.org", PASSWORD: "p: /@%41"})
    assert (read.user, read.password, read.host) == ("desk@example.org", "p: /@%41", "mail.example.org")


def test_a_password_may_stand_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "password"
    file.write_text(" p a s s \r\n", encoding="utf-8")
    assert server({URL: "smtp://u@h", PASSWORD_FILE: str(file)}).password == " p a s s "  # noqa: S105 - no secret


@pytest.mark.parametrize("content", [None, b"\xff\xfe"])
def test_a_password_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes | None) -> None:
    file = tmp_path / "password"
    if content:
        file.write_bytes(content)
    with pytest.raises(TrackerError, match=r"PASSWORD_FILE names .*password, which can't be read"):
        server({URL: "smtp://u@h", PASSWORD_FILE: str(file)})


def test_a_user_without_a_password_is_told_where_to_put_it() -> None:
    with pytest.raises(TrackerError, match="put it in TRACKER_SMTP_PASSWORD, or in a file"):
        server({URL: "smtp://u@h"})


def test_without_an_address_one_is_asked_for() -> None:
    with pytest.raises(TrackerError, match="say by which server: TRACKER_SMTP_URL=smtp://"):
        server({})


def test_a_password_in_the_address_is_refused_and_not_shown() -> None:
    with pytest.raises(TrackerError) as raised:
        server({URL: "smtp://u:s3cret@h"})
    assert "has a password in it" in str(raised.value)
    assert "s3cret" not in str(raised.value)


@pytest.mark.parametrize(
    "typed",
    [
        "mail.example.org",
        "http://mail.example.org",
        "smtp://",
        "smtp://h:0",
        "smtp://h:99999",
        "smtp://h:port",
        "smtp://[::1",
        "smtp://h/path",
        "smtp://h#part",
        "smtp://h?tls=perhaps",
        "smtp://h?speed=5",
        "smtp://h?timeout=0",
        "smtp://h?timeout=601",
        "smtp://h?timeout=ten",
        "smtp://h\u202eb",
    ],
)
def test_what_is_no_server_is_refused(typed: str) -> None:
    with pytest.raises(TrackerError, match="is not the address of a mail server"):
        server({URL: typed})


def test_without_tls_only_on_this_machine() -> None:
    with pytest.raises(TrackerError, match=r"tls=no is for a server on this machine; mail\.example\.org is"):
        server({URL: "smtp://mail.example.org?tls=no"})
