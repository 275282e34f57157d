"""Word documents as they read once their changes are accepted."""

import io

import docx
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tracker.extract import Document, read_document

SPACES = nsdecls("w") + "".join(
    f' xmlns:{short}="http://schemas.{long}"'
    for short, long in {
        "mc": "openxmlformats.org/markup-compatibility/2006",
        "wps": "microsoft.com/office/word/2010/wordprocessingShape",
        "m": "openxmlformats.org/officeDocument/2006/math",
    }.items()
)


def word_file(body: str, footnotes: str = "") -> bytes:
    document = docx.Document()
    place = len(document.element.body) - 1
    for element in reversed(parse_xml(f"<w:body {SPACES}>{body}</w:body>")):
        document.element.body.insert(place, element)
    if footnotes:
        blob = f"<w:footnotes {SPACES}>{footnotes}</w:footnotes>".encode()
        kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
        part = Part(PackURI("/word/footnotes.xml"), kind, blob, document.part.package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def run(text: str, properties: str = "") -> str:
    rest = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f"<w:r>{rest}<w:t xml:space='preserve'>{text}</w:t></w:r>"


def paragraph(*runs: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def controlled(inside: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def row(*cells: str, properties: str = "") -> str:
    return f"<w:tr><w:trPr>{properties}</w:trPr>{''.join(cells)}</w:tr>"


def cell(*texts: str, properties: str = "") -> str:
    inside = "".join(paragraph(run(text)) for text in texts)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside or '<w:p/>'}</w:tc>"


def read(body: str, footnotes: str = "") -> Document:
    return read_document(word_file(body, footnotes), name="a.docx")


def paragraphs(body: str, footnotes: str = "") -> list[str]:
    return [part.strip("\n") for part in read(body, footnotes).text.split("\n\n") if part.strip()]


BOX = f"<w:txbxContent>{paragraph(run('The Parties shall meet.'))}</w:txbxContent>"
BREAK = "<w:r><w:br/></w:r>"
RAISED = "<w:vertAlign w:val='superscript'/>"
NOTE = f"<w:footnote w:id='2'>{paragraph(run('UNICEF shall pay in May.'))}</w:footnote>"
SEPARATOR = f"<w:footnote w:id='0' w:type='separator'>{paragraph(run('none'))}</w:footnote>"
REFERENCE = "<w:r><w:footnoteReference w:id='2'/></w:r>"
ADDED = "<w:rPr><w:ins w:id='2'/></w:rPr>"
DELETED = "<w:rPr><w:del w:id='2'/></w:rPr>"
LISTED = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>"
UNLISTED = "<w:numPr><w:numId w:val='0'/></w:numPr>"


@pytest.mark.parametrize(
    ("body", "text", "told"),
    [
        (
            paragraph(
                run("UNICEF shall pay by "),
                "<w:del w:id='1'><w:r><w:delText>1 May 2027</w:delText></w:r></w:del>",
                f"<w:ins w:id='2'>{run('1 June 2028')}</w:ins>",
                run("."),
            ),
            "UNICEF shall pay by 1 June 2028.",
            True,
        ),
        (
            paragraph(run("It is ")) + paragraph(run("added."), properties=ADDED),
            "It is \n\nadded.",
            True,
        ),
        (
            paragraph(f"<w:moveFrom>{run('gone')}</w:moveFrom><w:moveTo>{run('here')}</w:moveTo>"),
            "here",
            True,
        ),
        (
            paragraph(run("UNICEF shall "), properties=DELETED) + paragraph(run("pay.")),
            "UNICEF shall pay.",
            True,
        ),
        (
            controlled(paragraph(run("A block."))),
            "A block.",
            False,
        ),
        (
            paragraph(run("By "), controlled(run("1 May 2027")), run(".")),
            "By 1 May 2027.",
            False,
        ),
        (paragraph(f"<w:hyperlink>{run('linked')}</w:hyperlink>", run("!")), "linked!", False),
        (
            paragraph(run("seen"), run(" unseen", "<w:vanish/>"), run(" too", "<w:vanish w:val='0'/>")),
            "seen too",
            False,
        ),
        (paragraph(run("by 2027"), run("1", RAISED), run(".")), "by 2027.", False),
        (
            paragraph(run("9 km"), run("2", RAISED), run(" on the 1"), run("st", RAISED)),
            "9 km2 on the 1st",
            False,
        ),
        (paragraph(run("UNICEF shall pay"), BREAK, run("Egypt.")), "UNICEF shall pay Egypt.", False),
        (paragraph(run("Article 1"), BREAK, run("Scope")), "Article 1\nScope", False),
        (paragraph(run("item"), properties=LISTED), "- item", False),
        (paragraph(run("no item"), properties=UNLISTED), "no item", False),
        (paragraph(run("x = "), "<m:oMath><m:r><m:t>y</m:t></m:r></m:oMath>"), "x = y", False),
    ],
)
def test_what_holds_words_is_read_and_what_is_gone_is_not(body: str, text: str, *, told: bool) -> None:
    document = read(body)
    assert (document.text.strip(), bool(document.told)) == (text, told)


def test_a_table_of_contents_is_not_read() -> None:
    gallery = "<w:docPartObj><w:docPartGallery w:val='Table of Contents'/></w:docPartObj>"
    inside = paragraph(run("Article 1 ... 3"))
    contents = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{inside}</w:sdtContent></w:sdt>"
    assert paragraphs(contents + paragraph(run("Article 1"))) == ["Article 1"]


def test_a_text_box_is_read_once_behind_its_paragraph() -> None:
    drawn = f"<mc:Choice Requires='wps'><w:drawing><wps:txbx>{BOX}</wps:txbx></w:drawing></mc:Choice>"
    older = f"<mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback>"
    anchor = f"<w:r><mc:AlternateContent>{drawn}{older}</mc:AlternateContent></w:r>"
    body = paragraph(run("Before."), anchor) + paragraph(run("After."))
    assert paragraphs(body) == ["Before.", "The Parties shall meet.", "After."]


def test_a_footnote_stands_behind_its_paragraph_or_its_list() -> None:
    body = paragraph(run("One."), REFERENCE) + paragraph(run("Two."))
    assert paragraphs(body, SEPARATOR + NOTE) == ["One.", "UNICEF shall pay in May.", "Two."]
    lead = paragraph(run("The Parties shall:"), REFERENCE)
    items = paragraph(run("meet;"), properties=LISTED) + paragraph(run("report."), properties=LISTED)
    read_as = ["The Parties shall:", "- meet;", "- report.", "UNICEF shall pay in May.", "Two."]
    assert paragraphs(lead + items + paragraph(run("Two.")), NOTE) == read_as
    assert (
        paragraphs(f"<w:tbl>{row(cell('One'), '<w:tc>' + lead + '</w:tc>')}</w:tbl>", NOTE)[-1] == read_as[3]
    )


def test_a_row_has_what_merged_cells_and_changes_leave_in_it() -> None:
    begun = "<w:vMerge w:val='restart'/>"
    rows = [
        row(cell("Activity"), cell("Responsible"), cell("Deadline"), properties="<w:tblHeader/>"),
        row(cell("UNICEF shall print the manual"), cell("UNICEF"), cell("30 June 2027", properties=begun)),
        row(cell("deleted"), cell("x"), cell("y"), properties="<w:del w:id='1'/>"),
        controlled(row(cell("Train nurses"), cell("WHO"), cell(properties="<w:vMerge/>"))),
        row(cell("Both report", properties="<w:gridSpan w:val='2'/>"), cell("May 2028")),
    ]
    document = read(f"<w:tbl>{''.join(rows)}</w:tbl>")
    assert document.told
    assert document.text.strip().split("\n\n") == [
        "- UNICEF shall print the manual, responsible: UNICEF, deadline: 30 June 2027.",
        "- Train nurses, responsible: WHO, deadline: 30 June 2027.",
        "- Both report, deadline: May 2028.",
    ]
