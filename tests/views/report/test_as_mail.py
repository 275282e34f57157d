"""The message: complete, bounded, the same each time, and nothing smuggled into it."""

from __future__ import annotations

from datetime import UTC, datetime
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.policy import default
from email.utils import getaddresses, parsedate_to_datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.views import sheet_of_november as november
from tests.views.golden import agrees
from tests.views.hostile import FEW, TEXTS
from tracker.core.addresses import Address
from tracker.core.report import Part
from tracker.core.vocabulary import LANGUAGES
from tracker.views.report import as_mail, mail_page
from tracker.views.report import as_plain as report_plain
from tracker.views.report import compose as report
from tracker.views.report.as_mail import LIMIT, Envelope, content, message, subject
from tracker.views.wording import catalogue

AT = datetime(2026, 11, 21, tzinfo=UTC)
ENVELOPE = Envelope(Address("Partnerships desk", "desk@example.org"), (Address("", "a@example.org"),), (), AT)


def made(envelope: Envelope = ENVELOPE, language: str = "en") -> EmailMessage:
    return message(november.sheet(language).report, catalogue(language), envelope)


def read(written: EmailMessage) -> EmailMessage:
    found = message_from_bytes(content(written), policy=default)
    assert isinstance(found, EmailMessage)
    assert not found.defects
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_message_has_the_report_as_text_and_as_html(language: str) -> None:
    found = read(made(language=language))
    assert found.get_content_type() == "multipart/alternative"
    plain, html = found.iter_parts()
    page = report.page(november.sheet(language).report, catalogue(language))
    assert plain.get_content().splitlines() == list(report_plain.rendered(page))
    assert html.get_content().splitlines() == mail_page.html(page).splitlines()
    assert [part.get_content_type() for part in (plain, html)] == ["text/plain", "text/html"]
    assert found["Content-Language"] == language


def test_its_headers() -> None:
    found = read(made(ENVELOPE._replace(cc=(Address("B, C", "b@example.org"),))))
    assert found["From"] == "Partnerships desk <desk@example.org>"
    assert found["To"] == "a@example.org"
    assert found["Cc"] == '"B, C" <b@example.org>'
    assert parsedate_to_datetime(found["Date"]) == AT
    assert found["List-Id"] == "<partnerships-desk.tracker.example.org>"
    assert found["Auto-Submitted"] == "auto-generated"
    assert found["MIME-Version"] == "1.0"
    assert found["Message-ID"].endswith("@example.org>")
    assert "X-Unsent" not in found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_subject_says_register_week_and_counts(language: str) -> None:
    drawn, wording = november.sheet(language).report, catalogue(language)
    lines = [subject(drawn, wording)]
    lines.append(subject(drawn._replace(title="", totals={}, suspended=Part()), wording))
    lines.append(subject(drawn._replace(title="x " * 100), wording))
    assert agrees(f"mail.subject.{language}.txt", lines)


def test_a_subject_is_read_as_it_was_written() -> None:
    for language in LANGUAGES:
        assert read(made(language=language))["Subject"] == subject(
            november.sheet(language).report, catalogue(language)
        )


def test_the_html_of_a_message() -> None:
    for language in LANGUAGES:
        page = report.page(november.sheet(language).report, catalogue(language))
        assert agrees(f"mail.{language}.html", mail_page.html(page).splitlines())


def test_the_html_needs_nothing_and_runs_nothing() -> None:
    html = mail_page.html(report.page(november.sheet("ar").report, catalogue("ar")))
    for word in ("<style", "<script", "src=", "url(", "<bdi", "class="):
        assert word not in html


def test_a_repeated_run_is_the_same_message() -> None:
    first = content(made())
    november.sheet.cache_clear()
    assert content(made()) == first


def test_its_name_is_of_title_day_recipients_and_options() -> None:
    others = [
        made(ENVELOPE._replace(to=(Address("", "b@example.org"),))),
        made(ENVELOPE._replace(to=(), cc=ENVELOPE.to)),
        made(ENVELOPE._replace(sender=Address("", "other@example.org"))),
        made(ENVELOPE._replace(calendar=b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n")),
        made(language="fr"),
    ]
    drawn = november.sheet().report
    for changed in (
        drawn._replace(title="Another"),
        drawn._replace(known_at="2026-01-01"),
        drawn._replace(asked=drawn.asked._replace(as_of="2026-11-28")),
        drawn._replace(asked=drawn.asked._replace(since="2026-11-07")),
        drawn._replace(asked=drawn.asked._replace(owner="mission-rabat")),
        drawn._replace(asked=drawn.asked._replace(audience="partner")),
        drawn._replace(asked=drawn.asked._replace(parties=("OIM",))),
    ):
        others += [message(changed, catalogue("en"), ENVELOPE)]
    names = {one["Message-ID"] for one in (made(), *others)}
    assert len(names) == len(others) + 1
    same = drawn._replace(asked=drawn.asked._replace(commit="other", most=3))
    assert message(same, catalogue("en"), ENVELOPE)["Message-ID"] == made()["Message-ID"]


def test_a_display_name_is_not_part_of_its_name() -> None:
    named = made(ENVELOPE._replace(to=(Address("Amina", "a@example.org"),)))
    assert named["Message-ID"] == made()["Message-ID"]


def test_a_draft_has_no_sender_and_says_that_it_was_not_sent() -> None:
    found = read(made(ENVELOPE._replace(sender=None, draft=True)))
    assert found["X-Unsent"] == "1"
    assert "From" not in found
    assert found["Message-ID"].endswith("@localhost>")


def test_a_calendar_is_attached() -> None:
    calendar = "BEGIN:VCALENDAR\r\nSUMMARY:Réunion\r\nEND:VCALENDAR\r\n"
    found = read(made(ENVELOPE._replace(calendar=calendar.encode())))
    assert found.get_content_type() == "multipart/mixed"
    words, attached = found.iter_parts()
    assert words.get_content_type() == "multipart/alternative"
    assert attached.get_content_type() == "text/calendar"
    assert attached["Content-Type"].params["method"] == "PUBLISH"
    assert attached.get_filename() == "partnerships-desk-2026-11-21.ics"
    assert attached.get_content().splitlines() == calendar.splitlines()
    assert found["Content-Language"] == "en"
    assert "Content-Language" not in words
    borders = [part.get_boundary() for part in (found, words)]
    assert not any(
        one and other and one != other and other.startswith(one) for one in borders for other in borders
    )


@pytest.mark.parametrize("title", ["Bureau des partenariats", "مكتب الشراكات", "", "--", "Été & co."])
def test_the_name_of_the_list_is_that_of_a_domain(title: str) -> None:
    drawn = november.sheet().report._replace(title=title)
    name = message(drawn, catalogue("en"), ENVELOPE)["List-Id"]
    assert name.removeprefix("<").removesuffix(".tracker.example.org>").replace("-", "").isalnum()
    assert name.isascii()


@pytest.mark.parametrize("language", LANGUAGES)
def test_5000_late_obligations_stay_below_100_kb(language: str) -> None:
    drawn = november.many(5000, language)
    written = content(message(drawn, catalogue(language), ENVELOPE))
    assert len(written) <= LIMIT
    plain = next(iter(read(message(drawn, catalogue(language), ENVELOPE)).iter_parts())).get_content()
    assert catalogue(language).number(5000) in plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_of_what_is_late_the_first_50_are_shown(language: str) -> None:
    words = catalogue(language)
    plain = next(iter(read(message(november.many(5000, language), words, ENVELOPE)).iter_parts()))
    assert words.count("and {n} more", "and {n} more", 4950) in plain.get_content()


def test_a_pipe_gets_the_line_ends_of_this_machine() -> None:
    assert b"\r" not in content(made(), piped=True)
    assert content(made(), piped=True) == content(made()).replace(b"\r\n", b"\n")


ADDRESSES = st.text(st.sampled_from("aé ب\"(),.'")).map(
    lambda name: Address(" ".join(name.split()), "a@example.org")
)


@FEW
@given(TEXTS, st.lists(ADDRESSES, min_size=1, max_size=3), st.sampled_from(LANGUAGES))
@example("", [Address("a" * 24 + "é" * 5, "a@example.org")], "en")
@example("", [Address("a (b) " * 15, "a@example.org")], "en")
@example("", [Address("é" * 40, "a" * 40 + "@example.org")], "en")
def test_lines_are_short_and_no_header_is_smuggled(text: str, people: list[Address], language: str) -> None:
    drawn = november.hostile_sheet(text).report
    envelope = ENVELOPE._replace(to=tuple(people), calendar=b"x\r\n")
    written = content(message(drawn, catalogue(language), envelope))
    assert all(len(line) <= 78 for line in written.split(b"\r\n"))
    assert b"\n" not in written.replace(b"\r\n", b"")
    assert written.isascii()
    found = message_from_bytes(written, policy=default)
    assert sorted(found.keys()) == sorted(
        [
            *("From", "To", "Subject", "Date", "Message-ID", "List-Id", "Auto-Submitted", "MIME-Version"),
            *("Content-Type", "Content-Language"),
        ]
    )
    assert [one.addr_spec for one in found["To"].addresses] == [one.spec for one in people]
    named = getaddresses([message_from_bytes(written)["To"]])
    assert [str(make_header(decode_header(name))) for name, _ in named] == [one.name for one in people]


@FEW
@given(st.text(st.sampled_from("aé بœ  ,:"), max_size=300))
def test_a_title_is_read_back_from_the_subject(title: str) -> None:
    drawn = november.sheet().report._replace(title=title)
    written = content(message(drawn._replace(changed=type(drawn.changed)()), catalogue("ar"), ENVELOPE))
    line = written.split(b"Subject: ")[1].split(b"\r\nDate:")[0].decode()
    shown = str(make_header(decode_header(line.replace("\r\n", ""))))
    assert shown == subject(drawn, catalogue("ar"))


def test_a_long_title_in_the_subject_is_cut() -> None:
    drawn = november.sheet().report._replace(title="Partnerships " * 40)
    assert len(subject(drawn, catalogue("en"))) < as_mail.LIMIT / 500


def test_the_subject_counts_obligations_by_their_states() -> None:
    drawn = november.sheet("en").report._replace(title="", suspended=Part())
    said = subject(drawn._replace(totals={"overdue": 2, "due-soon": 1}, due_obligations=3), catalogue("en"))
    assert said == "Week 47: 2 past due, 1 due soon"
    still = subject(drawn._replace(totals={"not-in-force": 4}, suspended=Part((), 1)), catalogue("en"))
    assert still == "Week 47: 1 agreement suspended"
