"""What a reader sees of a web page, and no more."""

from time import process_time

import pytest

from tracker.extract import read_document


def read(body: str) -> str:
    return read_document(f"<html><body>{body}</body></html>".encode(), name="a.html").text.rstrip("\n")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>UNICEF shall pay <del>USD 5</del><ins>USD 10</ins>.</p>", "UNICEF shall pay USD 10."),
        ("<p>a <s>b</s><strike>c</strike>d</p>", "a d"),
        ("<p>a<span style='color: red; display: none'>b</span><b hidden>c</b>d</p>", "ad"),
        ("<p hidden>a<p>b", "b"),
        ("<div hidden>a<p>b</p></div>c", "c"),
        ("<ul><li hidden>a<li>b</ul>", "- b"),
        ("<p>a<noscript><div>b</div></noscript>c</p>", "ac"),
        ("<p>UNICEF shall pay<br>USD 9 by May 2027.</p>", "UNICEF shall pay USD 9 by May 2027."),
        ("<p>UNICEF shall pay<br>\n<br/>Article 2</p>", "UNICEF shall pay\n\nArticle 2"),
        ("<p>By 31 March 2027<br>UNICEF shall pay.</p>", "By 31 March 2027 UNICEF shall pay."),
        ("<p>By the Secretariat<br>UNICEF</p>", "By the Secretariat\nUNICEF"),
        ("<p>UNICEF shall<br>(a) pay;<br>(b) meet.<br></p>", "UNICEF shall\n(a) pay;\n(b) meet."),
        ("<p>UNICEF shall pay<br>Article 2<br>Scope</p>", "UNICEF shall pay\nArticle 2\nScope"),
        ("<p>by 31 March 2027<sup>1</sup>.</p>", "by 31 March 2027."),
        ("<p>by 2027<sup><a href='#n'>[12]</a></sup>.</p>", "by 2027."),
        ("<p>the 1<sup>st</sup> of 9 km<sup>2</sup></p>", "the 1st of 9 km2"),
        ("<p>a<sup>1<p>b", "a\n\nb"),
        ("<ul><li><p>a</p></li><li>b</li></ul>", "- a\n\n- b"),
        ("<pre>one\ntwo</pre>", "one\ntwo"),
        ("<table><tr><td>a<table><tr><td>b</table>c</table>d", "a\n\nb\n\nc\n\nd"),
        ("<table><caption>Plan</caption><tr><td>a", "Plan\n\na"),
        ("a</table></td></p></div>b", "a\n\nb"),
    ],
)  # fmt: skip
def test_a_page_is_read_as_it_is_seen(body: str, text: str) -> None:
    assert read(body) == text


def test_what_is_struck_out_is_told() -> None:
    told = [read_document(f"<html><p>a{mark}</p>".encode()).told for mark in ("", "<del>b</del>")]
    assert [len(one) for one in told] == [0, 1]


def test_a_row_of_a_table_is_one_item() -> None:
    head = "<tr><th>Activity<th>Responsible<th>Deadline"
    rows = "<tr><td>UNICEF shall print the manual<td>UNICEF<td rowspan=2>30 June 2027"
    rows += "<tr><td colspan=2>Train nurses"
    assert read(f"<table>{head}{rows}</table>").split("\n\n") == [
        "- UNICEF shall print the manual, responsible: UNICEF, deadline: 30 June 2027.",
        "- Train nurses, deadline: 30 June 2027.",
    ]


@pytest.mark.parametrize(
    "piece", ["<table><tr><td>", "<ul><li>", "<b></i>", "<b> </b>", "<p> <br>", "<td rowspan=9>"]
)
def test_the_time_grows_with_the_length(piece: str) -> None:
    def spent(count: int) -> float:
        start = process_time()
        read("x" + piece * count)
        return process_time() - start

    least = min(spent(2000) for _ in range(2))
    assert min(spent(8000) for _ in range(2)) < 8 * least + 0.05
