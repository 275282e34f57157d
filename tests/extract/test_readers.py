"""Every sort of file, and everything that can be wrong with one."""

import hashlib
import importlib
import io
import zipfile
from pathlib import Path

import docx
import pytest

from tracker.core.errors import TrackerError
from tracker.extract import read_document, readers

pypdfium2 = pytest.importorskip("pypdfium2")
TEXT = "The Parties shall meet once a year."


def test_text_is_read_as_it_stands(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.encode())
    document = read_document(path)
    assert document == (TEXT, "text", hashlib.sha256(path.read_bytes()).hexdigest(), ())


def test_other_encodings_are_read() -> None:
    assert read_document("Les Parties s’engagent.".encode("utf-16")).text == "Les Parties s’engagent."
    assert read_document("Les Parties coopèrent.".encode("cp1252")).text == "Les Parties coopèrent."


def word_file() -> bytes:
    document = docx.Document()
    document.add_heading("Article 1", level=1)
    document.add_paragraph("The Parties shall:")
    document.add_paragraph("exchange information", style="List Bullet")
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text = "Review"
    table.cell(0, 1).text = "every two years"
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def test_a_word_file_keeps_its_order_and_its_lists() -> None:
    document = read_document(word_file(), name="a.docx")
    assert document.kind == "docx"
    assert document.text.split("\n\n") == [
        "Article 1",
        "The Parties shall:",
        "- exchange information",
        "Review",
        "every two years",
        "",
    ] or document.text.index("exchange") < document.text.index("Review")


def pdf_file(text: str) -> bytes:
    stream = f"BT /F1 12 Tf 72 700 Td ({text}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R"
            b" /Resources << /Font << /F1 5 0 R >> >> >>"
        ),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(out)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    return (
        out
        + head
        + table
        + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF"
        % (
            len(objects) + 1,
            start,
        )
    )


def test_a_pdf_gives_its_text() -> None:
    document = read_document(pdf_file(TEXT), name="a.pdf")
    assert (document.kind, document.text.strip()) == ("pdf", TEXT)


def test_a_web_page_gives_its_main_part() -> None:
    body = "<p>The Parties shall meet&nbsp;yearly. " + "They cooperate. " * 30 + "</p><ul><li>one</li></ul>"
    markup = (
        f"<!DOCTYPE html><html><head><title>x</title></head><body><nav>Menu</nav><main>{body}</main>"
        "<script>var x;</script><aside>More</aside></main></nav></body></html>"
    )
    document = read_document(markup.encode(), name="page")
    assert document.kind == "html"
    assert document.text.startswith("The Parties shall meet yearly.")
    assert "- one" in document.text
    assert "Menu" not in document.text
    assert "More" not in document.text


def test_a_web_page_without_a_main_part_gives_its_body() -> None:
    document = read_document(b"<html><body><p>Short</p><br><p>text</p></body></html>", name="a.html")
    assert document.text.split() == ["Short", "text"]


def complaint(raw: bytes, name: str = "a") -> str:
    with pytest.raises(TrackerError) as caught:
        read_document(raw, name=name)
    return str(caught.value)


def test_what_cannot_be_read_is_said() -> None:
    assert "empty" in complaint(b" \n")
    assert "no document" in complaint(bytes(range(32)) * 100)
    assert "no text" in complaint(b"<html><body><script>x</script></body></html>")
    assert "broken" in complaint(b"%PDF-1.4 nonsense")
    assert "broken" in complaint(b"PK\x03\x04 nonsense")
    assert "OCR" in complaint(pdf_file(""))
    plain = io.BytesIO()
    with zipfile.ZipFile(plain, "w") as archive:
        archive.writestr("readme.txt", "x")
    assert "no Word document" in complaint(plain.getvalue())
    hollow = io.BytesIO()
    with zipfile.ZipFile(hollow, "w") as archive:
        archive.writestr("word/document.xml", "x")
    assert "broken" in complaint(hollow.getvalue())


def test_a_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match="cannot be read"):
        read_document(tmp_path / "none.txt")
    with pytest.raises(TrackerError, match="cannot be read"):
        read_document(str(tmp_path))


def test_too_much_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    word = word_file()
    pdf = pdf_file(TEXT)
    monkeypatch.setattr(readers, "MOST_CHARACTERS", 20)
    assert "characters" in complaint(TEXT.encode())
    assert "characters" in complaint(pdf)
    monkeypatch.setattr(readers, "MOST_BYTES", 100)
    assert "too large" in complaint(b"x" * 101)
    monkeypatch.setattr(readers, "MOST_BYTES", len(word))
    monkeypatch.setattr(zipfile.ZipFile, "infolist", lambda _: [zipfile.ZipInfo("word/document.xml")] * 0)
    assert "no Word document" in complaint(word)


def test_a_word_file_that_unpacks_to_too_much_is_refused() -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 10)
        for number in range(6):
            archive.writestr(f"word/media/{number}", bytes(100_000_000))
    assert "too large" in complaint(bomb.getvalue())


def test_a_missing_library_names_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", refuse)
    assert "'.[documents]'" in complaint(pdf_file(TEXT))


def test_an_encrypted_pdf_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(_: bytes) -> None:
        raise pypdfium2.PdfiumError("Failed to load document (PDFium: Incorrect password error).")

    monkeypatch.setattr(pypdfium2, "PdfDocument", locked)
    assert "encrypted" in complaint(pdf_file(TEXT))
