"""Mail: a message to pipe, a draft, and what is sent to a real server on this machine."""

from __future__ import annotations

from email import message_from_bytes, message_from_string
from email.message import EmailMessage
from email.policy import default
from pathlib import Path

import pytest

from tests import mailserver
from tests.cli.conftest import Run
from tests.mailserver import NOBODY, PASSWORD, Certificate, running

MAIL = ("report", "--format", "email")
TO = ("--to", "Amina <a@example.org>", "--from", "Desk <desk@example.org>")

PEOPLE = """
[people.legal]
name = "Legal adviser"
email = "legal@example.org"

[people.mission]
name = "Mission, in Rabat"
email = "mission@example.org"

[people.archive]
name = "Archive"
"""
OWNERS = {
    "icesco-oim.observer-status": "legal",
    "oim-oci.half-yearly-meetings": "mission",
    "oim-oci.expiry": "archive",
    "oim-oci.amendment": "somebody",
}


@pytest.fixture
def owned(folder: Path) -> Path:
    """Let people look after some of the promises."""
    register = folder / "commitments.toml"
    text = register.read_text(encoding="utf-8")
    for ref, owner in OWNERS.items():
        text = text.replace(f"\n[obligations.{ref}]\n", f'\n[obligations.{ref}]\nowner = "{owner}"\n')
    register.write_text(text + PEOPLE, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Certificate:
    """Make a certificate for localhost."""
    return mailserver.certificate(tmp_path_factory.mktemp("certificate"))


@pytest.fixture
def trusted(certificate: Certificate, monkeypatch: pytest.MonkeyPatch) -> Certificate:
    """Trust the server, and know the password."""
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.certificate))
    monkeypatch.setenv("TRACKER_SMTP_PASSWORD", PASSWORD)
    return certificate


def reach(monkeypatch: pytest.MonkeyPatch, port: int) -> None:
    monkeypatch.setenv("TRACKER_SMTP_URL", f"smtp://desk@localhost:{port}")


def read(text: str) -> EmailMessage:
    found = message_from_string(text, policy=default)
    assert isinstance(found, EmailMessage)
    return found


def test_a_message_to_pipe(run: Run, folder: Path) -> None:
    ran = run(*MAIL, *TO, "--to", "b@example.org", "--cc", "c@example.org", "--lang", "fr")
    assert ran.code == 0
    found = read(ran.out)
    assert found["To"] == "Amina <a@example.org>, b@example.org"
    assert found["Cc"] == "c@example.org"
    assert found["Date"] == "Sat, 21 Nov 2026 00:00:00 +0100"
    assert found["Subject"].startswith("Partnerships desk, semaine 47")
    assert "X-Unsent" not in found
    assert run(*MAIL, *TO, "--to", "b@example.org", "--cc", "c@example.org", "--lang", "fr").out == ran.out


def test_the_register_says_who_sends_it(run: Run, folder: Path) -> None:
    refused = run(*MAIL, "--to", "a@example.org")
    assert refused.code == 2
    assert "say who sends it: --from ADDRESS, or 'from' in the register's settings" in refused.err
    register = folder / "commitments.toml"
    text = register.read_text(encoding="utf-8")
    register.write_text(text.replace("[settings]", '[settings]\nfrom = "desk@example.org"'), encoding="utf-8")
    assert read(run(*MAIL, "--to", "a@example.org").out)["From"] == "desk@example.org"


def test_a_draft_for_outlook(run: Run, folder: Path) -> None:
    assert run(*MAIL, "--to", "a@example.org", "--output", "monday.eml").out == ""
    content = (folder / "monday.eml").read_bytes()
    assert b"\r\nX-Unsent: 1\r\n" in content
    assert b"\n" not in content.replace(b"\r\n", b"")


def test_the_coming_dates_are_attached(run: Run, folder: Path) -> None:
    found = read(run(*MAIL, *TO, "--attach-calendar").out)
    words, calendar = found.iter_parts()
    assert words.get_content_type() == "multipart/alternative"
    assert calendar.get_content().count("BEGIN:VEVENT") == 1
    assert "DTSTART;VALUE=DATE:20261221" in calendar.get_content()


def test_without_a_coming_date_nothing_is_attached(run: Run, folder: Path) -> None:
    found = read(run(*MAIL, *TO, "--attach-calendar", "--horizon", "1d").out)
    assert found.get_content_type() == "multipart/alternative"


def test_findings_are_told_by_the_exit_code(run: Run, folder: Path) -> None:
    ran = run(*MAIL, *TO, "--fail-on", "overdue")
    assert ran.code == 1
    assert read(ran.out)["Subject"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((*MAIL,), "say who gets it: --to ADDRESS, once for each"),
        ((*MAIL, "--to", "director"), "'director' is not one address"),
        ((*MAIL, *TO, "--to", "x@example.org\nBcc: y@example.org"), "line end or an invisible character"),
        ((*MAIL, *TO, "--cc", "<x@example.org"), "is not one address"),
        ((*MAIL, "--to", "a@example.org", "--from", "a@example.org, b@example.org"), "is not one address"),
        (("report", "--to", "a@example.org"), "--to is for --format email"),
        (("report", "--send"), "--send is for --format email"),
        (("report", "--format", "json", "--attach-calendar"), "--attach-calendar is for --format email"),
        ((*MAIL, *TO, "--send", "--output", "x.eml"), "--send and --output are two ways"),
        ((*MAIL, *TO, "--per-owner"), "--per-owner is for --send"),
        (
            (*MAIL, *TO, "--per-owner", "--send"),
            "--per-owner writes to everybody; leave out --to and --owner",
        ),
        ((*MAIL, *TO, "--send"), "say by which server: TRACKER_SMTP_URL="),
        ((*MAIL, "--per-owner", "--send", "--from", "d@example.org"), "say by which server"),
    ],
)
def test_what_cannot_be_sent_is_refused(
    run: Run, folder: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.delenv("TRACKER_SMTP_URL", raising=False)
    ran = run(*words)
    assert ran.code == 2
    assert said in ran.err
    assert ran.out == ""


def test_a_message_is_sent(
    run: Run, folder: Path, trusted: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(trusted) as there:
        reach(monkeypatch, there.port)
        ran = run(*MAIL, *TO, "--cc", "c@example.org", "--cc", "a@example.org", "--send")
    assert ran.code == 0
    assert ran.out == ""
    assert ran.err == "sent to a@example.org, c@example.org\n"
    (kept,) = there.kept
    assert kept.sender == "desk@example.org"
    assert kept.recipients == ("a@example.org", "c@example.org")
    assert kept.secret
    assert kept.known
    sent = message_from_bytes(kept.content, policy=default)
    assert (
        sent["Message-ID"]
        == read(run(*MAIL, *TO, "--cc", "c@example.org", "--cc", "a@example.org").out)["Message-ID"]
    )


def test_a_refused_recipient_is_named(
    run: Run, folder: Path, trusted: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(trusted) as there:
        reach(monkeypatch, there.port)
        ran = run(*MAIL, *TO, "--to", NOBODY, "--send", "--lang", "fr")
    assert ran.code == 2
    assert "a refusé nobody@example.org (550 5.1.1 nobody of that name here)" in ran.err
    assert "le message a été accepté pour a@example.org" in ran.err


def test_a_refused_password_sends_nothing(
    run: Run, folder: Path, trusted: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TRACKER_SMTP_PASSWORD", "wrong")
    with running(trusted) as there:
        reach(monkeypatch, there.port)
        ran = run(*MAIL, *TO, "--send")
    assert ran.code == 2
    assert "refused to log desk in" in ran.err
    assert not there.kept


def test_each_owner_gets_what_is_theirs(
    run: Run, owned: Path, trusted: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(trusted) as there:
        reach(monkeypatch, there.port)
        words = (*MAIL, "--per-owner", "--send", "--from", "desk@example.org", "--attach-calendar")
        ran = run(*words, "--cc", "boss@example.org")
    assert ran.code == 0
    assert "without an address: archive, somebody" in ran.err
    sent = {kept.recipients: message_from_bytes(kept.content, policy=default) for kept in there.kept}
    assert set(sent) == {
        ("legal@example.org", "boss@example.org"),
        ("mission@example.org", "boss@example.org"),
    }
    legal, mission = (sent[name, "boss@example.org"] for name in ("legal@example.org", "mission@example.org"))
    assert mission["To"] == '"Mission, in Rabat" <mission@example.org>'
    assert legal["Message-ID"] != mission["Message-ID"]
    plain = [one.get_content() for message in (mission, legal) if (one := message.get_body(("plain",)))]
    assert ["Half-yearly" in text for text in plain] == [True, False]
    assert [part.get_content_type() for part in mission.iter_parts()][1:] == ["text/calendar"]
    assert legal.get_content_type() == "multipart/alternative"


def test_where_nobody_has_an_address_nothing_is_sent(
    run: Run, folder: Path, trusted: Certificate, monkeypatch: pytest.MonkeyPatch
) -> None:
    with running(trusted) as there:
        reach(monkeypatch, there.port)
        ran = run(*MAIL, "--per-owner", "--send", "--from", "desk@example.org")
    assert ran.code == 2
    assert "nobody who looks after anything has an address" in ran.err
    assert not there.kept
