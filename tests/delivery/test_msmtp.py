"""A message through real programs: piped into msmtp, taken by a mail server, read with mblaze."""

from __future__ import annotations

import mailbox
from datetime import UTC, datetime
from email import message_from_bytes
from email.policy import default
from pathlib import Path

import pytest

from tests import real
from tests.mailserver import NOBODY, PASSWORD, USER, Certificate, Running, running
from tests.views import sheet_of_november as november
from tracker.core.addresses import Address
from tracker.core.vocabulary import LANGUAGES
from tracker.views.report import as_plain as report_plain
from tracker.views.report import compose as report
from tracker.views.report.as_mail import Envelope, content, message, subject
from tracker.views.wording import catalogue

ARABIC = "البعثة الدائمة في الرباط والمكتب الإقليمي للشراكات"
TO = (Address(ARABIC, "a@example.org"), Address("B, C", "b@example.org"))
CALENDAR = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nSUMMARY:Réunion\r\nEND:VCALENDAR\r\n".encode()


def _written(language: str, to: tuple[Address, ...] = TO) -> bytes:
    envelope = Envelope(
        Address("Desk", "desk@example.org"), to, (), datetime(2026, 11, 21, tzinfo=UTC), calendar=CALENDAR
    )
    made = message(november.sheet(language).report, catalogue(language), envelope)
    return content(made, piped=True)


def _settings(folder: Path, there: Running, made: Certificate) -> str:
    path = folder / "msmtprc"
    path.write_text(
        f"account default\nhost localhost\nport {there.port}\nfrom desk@example.org\n"
        f"tls on\ntls_starttls on\ntls_trust_file {made.certificate}\n"
        f'auth on\nuser {USER}\npassword "{PASSWORD}"\n',
        encoding="utf-8",
    )
    path.chmod(0o600)
    return f"--file={path}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_goes_through_sendmail_and_is_read(
    language: str, certificate: Certificate, tmp_path: Path
) -> None:
    msmtp, mhdr, mshow = map(real.program, ("msmtp", "mhdr", "mshow"))
    sent = _written(language)
    with running(certificate) as there:
        real.ran(msmtp, _settings(tmp_path, there, certificate), "-t", given=sent)
    (kept,) = there.kept
    assert kept.recipients == ("a@example.org", "b@example.org")
    assert kept.secret
    assert kept.known
    assert kept.content.replace(b"\r\n", b"\n").strip() == sent.strip()

    folder = mailbox.Maildir(tmp_path / "mail")
    folder.add(kept.content)
    (path,) = (tmp_path / "mail" / "new").iterdir()
    words = catalogue(language)
    drawn = november.sheet(language).report
    assert real.ran(mhdr, "-d", "-h", "subject", str(path)) == f"{subject(drawn, words)}\n"
    assert (
        real.ran(mhdr, "-d", "-h", "to", str(path)) == f'{ARABIC} <a@example.org>, "B, C" <b@example.org>\n'
    )
    page = report.page(drawn, words)
    shown = real.ran(mshow, str(path))
    for line in report_plain.rendered(page):
        assert line.strip() in shown
    parts = real.ran(mshow, "-t", str(path))
    for kind in ("text/plain", "text/html", "text/calendar"):
        assert kind in parts
    assert "SUMMARY:Réunion" in real.ran(mshow, "-O", str(path), "5")


def test_a_refusal_comes_back_from_sendmail(certificate: Certificate, tmp_path: Path) -> None:
    msmtp = real.program("msmtp")
    with running(certificate) as there:
        settings = _settings(tmp_path, there, certificate)
        real.ran(msmtp, settings, "-t", given=_written("en", (Address("", NOBODY),)), code=65)
    assert not there.kept


def test_what_is_read_is_the_same_message(certificate: Certificate, tmp_path: Path) -> None:
    msmtp = real.program("msmtp")
    with running(certificate) as there:
        settings = _settings(tmp_path, there, certificate)
        for _ in range(2):
            real.ran(msmtp, settings, "-t", given=_written("ar"))
    first, second = there.kept
    assert first.content == second.content
    assert message_from_bytes(first.content, policy=default)["Message-ID"]
