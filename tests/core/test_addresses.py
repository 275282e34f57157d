"""Addresses as people type them, and what nobody may smuggle in one."""

from __future__ import annotations

from email import message_from_string
from email.headerregistry import Address as Standard
from email.headerregistry import UniqueAddressHeader
from email.policy import SMTP

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracker.core.addresses import Address, parse_address
from tracker.core.errors import TrackerError


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("a@example.org", Address("", "a@example.org")),
        ("  a.b+reports@example.org ", Address("", "a.b+reports@example.org")),
        ("<a@example.org>", Address("", "a@example.org")),
        ("Amina Benali <a@example.org>", Address("Amina Benali", "a@example.org")),
        ("Mission (Rabat)  desk<a@example.org>", Address("Mission (Rabat) desk", "a@example.org")),
        ('"Benali, Amina" <a@example.org>', Address("Benali, Amina", "a@example.org")),
        ('"The \\"desk\\"" <a@example.org>', Address('The "desk"', "a@example.org")),
        ('"a@b" <a@example.org>', Address("a@b", "a@example.org")),
        ("البعثة <a@example.org>", Address("البعثة", "a@example.org")),
        ("root@localhost", Address("", "root@localhost")),
        ("a@société.example", Address("", "a@xn--socit-esab.example")),
    ],
)
def test_an_address_is_read(typed: str, read: Address) -> None:
    assert parse_address(typed) == read


def test_its_domain() -> None:
    assert parse_address("A <a@mail.example.org>").domain == "mail.example.org"


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "director",
        "@example.org",
        "a@",
        "a@b@c",
        "a b@example.org",
        ".a@example.org",
        "a..b@example.org",
        "a@example..org",
        "a@-example.org",
        "a@exa_mple.org",
        "a@[127.0.0.1]",
        "é@example.org",
        "a@é..org",
        "a@example.org, b@example.org",
        "a@example.org; b@example.org",
        "A <a@example.org> <b@example.org>",
        "A <a@example.org",
        "A a@example.org>",
        "A <<a@example.org>>",
        "A, B <a@example.org>",
        "a@example.org <b@example.org>",
        'A "B" <a@example.org>',
        '"A <a@example.org>',
        '"A"B" <a@example.org>',
        "a" * 65 + "@example.org",
        "a@" + "b." * 125 + "org",
        "A" * 201 + " <a@example.org>",
    ],
)
def test_what_is_not_one_address_is_refused(typed: str) -> None:
    with pytest.raises(TrackerError, match="is not one address"):
        parse_address(typed)


@pytest.mark.parametrize(
    "sign", ["\n", "\r", "\r\n", "\0", "\t", "\x1b", "\u2028", "\u202e", "\u200b", "\x85"]
)
@pytest.mark.parametrize(
    "typed", ["a@example.org{}Bcc: b@example.org", "A{}B <a@example.org>", "{}a@example.org"]
)
def test_a_header_cannot_be_smuggled(sign: str, typed: str) -> None:
    with pytest.raises(TrackerError, match="line end or an invisible character"):
        parse_address(typed.format(sign))


@settings(deadline=None)
@given(
    st.text(st.sampled_from('aé"<>@.,;:\\ ()\n'), max_size=12).map(lambda text: f"{text} <a@b.org>")
    | st.text()
)
def test_what_is_read_is_one_address_to_the_standard_library_too(typed: str) -> None:
    try:
        read = parse_address(typed)
    except TrackerError:
        return
    written = str(Standard(read.name, addr_spec=read.spec))
    assert "\n" not in written
    header = message_from_string("", policy=SMTP)
    header["To"] = Standard(read.name, addr_spec=read.spec)
    found = header["To"]
    assert isinstance(found, UniqueAddressHeader)
    assert [(one.display_name, one.addr_spec) for one in found.addresses] == [(read.name, read.spec)]
