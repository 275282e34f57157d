"""Quotes in their sources."""

from datetime import date
from pathlib import Path

import pytest

from tracker.core.dates import on_day
from tracker.core.errors import TrackerError
from tracker.core.model import Agreement, Obligation, Source
from tracker.core.rows import Passage
from tracker.register.quotes import Sources, agreeing, passage, source_of


def agreement(*sources: Source) -> Agreement:
    day = on_day(date(2025, 1, 1))
    return Agreement(
        id="a",
        title={},
        kind="",
        text="",
        parties=(),
        date=day,
        effective=day,
        sources={one.id: one for one in sources},
    )


def test_a_source_is_named_or_the_first() -> None:
    own, web = Source(id="", file="x"), Source(id="web", url="https://x.org")
    plain, naming = (
        Obligation(ref="a.b", agreement="a", title={}),
        Obligation(ref="a.c", agreement="a", title={}, source="web"),
    )
    assert source_of(agreement(web, own), plain) is own
    assert source_of(agreement(web), plain) is web
    assert source_of(agreement(own, web), naming) is web
    assert source_of(agreement(), plain) is None


@pytest.mark.parametrize(
    "content",
    ["été".encode(), b"\xef\xbb\xbf" + "été".encode(), "été".encode("utf-16"), "été".encode("cp1252")],
)
def test_texts_of_several_encodings(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "x.txt").write_bytes(content)
    read = Sources(tmp_path).read("x.txt")
    assert (read.text, read.trouble, len(read.digest)) == ("été", None, 64)


def test_what_is_no_text(tmp_path: Path) -> None:
    (tmp_path / "x.txt").write_bytes(b"a\0b")
    (tmp_path / "utf16.txt").write_bytes(b"\xff\xfea")
    sources = Sources(tmp_path)
    assert str(sources.read("x.txt").trouble) == "x.txt is not a text, nor a document that can be read"
    assert str(sources.read("none").trouble) == f"there is no file {tmp_path}/none"
    assert sources.read("utf16.txt").text


@pytest.mark.parametrize("name", ["x.pdf", "x.txt"])
def test_documents_are_read_by_others(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"%PDF-1.7")
    assert Sources(tmp_path).read(name).is_document

    def refuse(_: Path) -> str:
        raise TrackerError("no")

    assert Sources(tmp_path, text_of=lambda path: path.name).read(name).text == name
    assert str(Sources(tmp_path, text_of=refuse).read(name).trouble) == "no"


def test_nothing_outside_is_read(tmp_path: Path) -> None:
    desk = tmp_path / "desk"
    desk.mkdir()
    (tmp_path / "secret").write_text("x")
    (desk / "link").symlink_to(tmp_path / "secret")
    (desk / "ring").symlink_to(desk / "ring")
    for file in ("../secret", str(tmp_path / "secret"), "link", "ring"):
        assert "lies outside the register's folder" in str(Sources(desk).read(file).trouble), file
    for file in ("../secret", str(tmp_path / "secret"), "link"):
        assert Sources(desk, allow_outside=True).read(file).text == "x"


def test_a_source_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("a")
    sources = Sources(tmp_path)
    first = sources.read("x")
    (tmp_path / "x").write_text("b")
    assert sources.read("x") is first


def test_a_quote_is_shown_with_what_surrounds_it() -> None:
    text = "One sentence before.\nThe parties\n  « shall meet »\ntwice. And one sentence after."
    assert passage(text, '"shall meet"', 20) == Passage(
        "…The parties ", "« shall meet »", " twice. And one…", 3
    )
    assert passage(text, "two") is None
    assert passage("meet", "meet") == Passage("", "meet", "", 1)


def test_how_far_a_quote_agrees() -> None:
    assert agreeing("les parties se réunissent deux fois", "les parties se réunissent trois fois") == (
        "les parties se réunissent"
    )
    assert agreeing("a", "b c") == ""
