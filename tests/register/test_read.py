"""Reading a register: what is right, and the line that each mistake gets."""

import gc
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.core.errors import RegisterError, TrackerError
from tracker.core.model import Fixed, Register
from tracker.register.check.codes import CODES
from tracker.register.read import Reading, read_register, read_texts

AGREEMENT = """\
[agreements.plan]
title = "Plan"
parties = ["OIM", "OCI"]
date = 2025-06-21
expires = 2027-12-31
"""
MEETINGS = """\
[obligations.plan.meetings]
title = "Meetings"
"""


def read(text: str, **others: str) -> Reading:
    return read_texts({"commitments.toml": text, **{f"{name}.toml": said for name, said in others.items()}})


def lines(reading: Reading) -> list[str]:
    return [str(problem) for problem in reading.problems]


def good(text: str, **others: str) -> Register:
    reading = read(text, **others)
    assert lines(reading) == []
    return reading.required()


def test_a_whole_register(tmp_path: Path) -> None:
    path = tmp_path / "commitments.toml"
    path.write_text(AGREEMENT + MEETINGS)
    reading = read_register(path)
    register = reading.required()
    assert list(register.obligations) == ["plan.meetings"]
    assert register.obligations["plan.meetings"].bearers == ("OIM", "OCI")
    assert register.agreements["plan"].effective.earliest == date(2025, 6, 21)
    assert set(register.parties) == {"OIM", "OCI"}
    assert str(reading.where(("obligations", "plan", "meetings", "title"))).endswith("commitments.toml:7:1")
    assert str(reading.where(("obligations", "plan", "meetings", "due"))).endswith("commitments.toml:6:1")
    assert str(reading.where(())).endswith("commitments.toml:1:1")
    assert reading.folder == tmp_path
    read_file = reading.file_of(("obligations", "plan", "meetings"))
    assert read_file.path == path
    assert read_file.size == path.stat().st_size
    assert read_file.mtime_ns == path.stat().st_mtime_ns


def test_an_empty_register_is_right() -> None:
    register = good("")
    assert (register.parties, register.people, register.agreements, register.obligations) == ({}, {}, {}, {})


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [b"\n", b"\r\n"])
def test_marks_and_line_ends_change_nothing(tmp_path: Path, mark: bytes, end: bytes) -> None:
    text = (AGREEMENT + MEETINGS + 'notes = """\none\ntwo"""\nunknown = 1\n').encode()
    path = tmp_path / "r.toml"
    path.write_bytes(mark + text.replace(b"\n", end))
    reading = read_register(path)
    assert [(problem.line, problem.column) for problem in reading.problems] == [(11, 1)]
    path.write_bytes(mark + text.replace(b"unknown = 1\n", b"").replace(b"\n", end))
    assert read_register(path).required().obligations["plan.meetings"].notes == "one\ntwo"


def test_bytes_in_the_place_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "commitments.toml"
    path.write_text(AGREEMENT)
    reading = read_register(path, {path: (AGREEMENT + MEETINGS).encode()})
    assert list(reading.required().obligations) == ["plan.meetings"]


def test_a_missing_register_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(TrackerError, match=r"there is no file .*none\.toml"):
        read_register(tmp_path / "none.toml")


def test_included_files(tmp_path: Path) -> None:
    path = tmp_path / "commitments.toml"
    path.write_text(
        'include = ["agreements/*.toml", "agreements/a*.toml", "*.toml"]\n[settings]\nkinds = ["visit"]\n'
    )
    (tmp_path / "agreements").mkdir()
    (tmp_path / "agreements" / "b.toml").write_text(MEETINGS + 'kind = "visit"\n')
    (tmp_path / "agreements" / "a.toml").write_text(AGREEMENT + 'source = "../texts/plan.txt"\n')
    (tmp_path / "agreements" / ".a.toml").write_text("not toml")
    reading = read_register(path)
    register = reading.required()
    assert [file.path.name for file in reading.files] == ["commitments.toml", "a.toml", "b.toml"]
    assert register.agreements["plan"].sources[""].file == "texts/plan.txt"
    assert reading.file_of(("obligations", "plan", "meetings")).path.name == "b.toml"
    assert reading.file_of(("agreements", "plan")).path.name == "a.toml"
    assert reading.where(("obligations", "plan", "meetings", "kind")).line == 3
    assert reading.include == ("agreements/*.toml", "agreements/a*.toml", "*.toml")


def test_texts_are_included_as_files_are() -> None:
    texts = {
        "desk/commitments.toml": 'include = ["a/**/*.toml"]\n',
        "desk/a/one.toml": AGREEMENT,
        "desk/a/b/c/two.toml": MEETINGS,
        "desk/a/.hidden.toml": "x",
        "desk/b/three.toml": "x",
        "other.toml": "x",
    }
    reading = read_texts(texts, "desk/commitments.toml")
    assert list(reading.required().obligations) == ["plan.meetings"]
    assert [file.name for file in reading.files] == [
        "desk/commitments.toml",
        "desk/a/b/c/two.toml",
        "desk/a/one.toml",
    ]


def test_a_file_that_cannot_be_parsed_stops_what_depends_on_it() -> None:
    reading = read('include = ["a.toml", "b.toml"]\n' + MEETINGS, a="x = \n", b="y = \n")
    assert [problem.place for problem in reading.problems] == ["a.toml:1:5", "b.toml:1:5"]


def test_an_include_that_is_a_folder_or_leads_outside(tmp_path: Path) -> None:
    (tmp_path / "outside.toml").write_text(AGREEMENT)
    desk = tmp_path / "desk"
    desk.mkdir()
    (desk / "folder.toml").mkdir()
    (desk / "link.toml").symlink_to(tmp_path / "outside.toml")
    path = desk / "commitments.toml"
    for pattern, said in (
        ("folder.toml", "W501 'folder.toml' matches no file"),
        ("link.toml", "E108 link.toml lies outside the register's folder"),
        ("../*.toml", "E108 ../*.toml lies outside the register's folder"),
        (f"{tmp_path}/*.toml", "E108 "),
        ("a\\u0000b", "E108 "),
        ("x" * 600, "is not a pattern of file names"),
    ):
        path.write_text(f'include = ["{pattern}"]\n')
        (found,) = lines(read_register(path))
        assert said in found
    for pattern in ("link.toml", "../outside.toml", f"{tmp_path}/out*.toml"):
        path.write_text(f'include = ["{pattern}"]\nsettings.allow_outside = true\n')
        assert list(read_register(path).required().agreements) == ["plan"]


def test_an_include_that_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "commitments.toml"
    path.write_text('include = ["a.toml"]\n')
    (tmp_path / "a.toml").write_bytes(b"x = 1\n# \xff")
    (found,) = lines(read_register(path))
    assert "a.toml:2:3: E104 byte 0xff is not UTF-8" in found


def test_an_include_that_is_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "commitments.toml"
    path.write_text('include = ["a.toml"]\n')
    (tmp_path / "a.toml").write_text("# " + "x" * 100)
    monkeypatch.setattr("tracker.register.disk.files.LARGEST", 50)
    reading = read_register(path)
    assert [(problem.code, problem.line, problem.column) for problem in reading.problems] == [("E107", 1, 12)]


def test_required_raises_the_errors_alone() -> None:
    reading = read('include = ["none.toml"]\nunknown = 1\n')
    assert [problem.code for problem in reading.problems] == ["W501", "E201"]
    with pytest.raises(RegisterError, match="E201") as raised:
        reading.required()
    assert [problem.code for problem in raised.value.problems] == ["E201"]


def test_reading_leaves_the_collector_as_it_was() -> None:
    gc.disable()
    try:
        good("")
        assert not gc.isenabled()
    finally:
        gc.enable()
    read("x = ")
    assert gc.isenabled()


# Golden messages: what is read after AGREEMENT and MEETINGS (lines 1 to 7), and the line that it gets.
BLOCKS = (Path(__file__).parent / "messages.txt").read_text().strip().split("\n\n")[1:]
SAID = [(text, said) for text, _, said in (block.partition("\n> ") for block in BLOCKS)]


@pytest.mark.parametrize(("text", "said"), SAID, ids=[said.partition(" ")[2][:40] for _, said in SAID])
def test_each_mistake_gets_its_line(text: str, said: str) -> None:
    assert lines(read(AGREEMENT + MEETINGS + text + "\n")) == [f"commitments.toml:{said}"]


def test_settings_that_are_no_table() -> None:
    assert lines(read("settings = 1\nparties = []\n")) == [
        "commitments.toml:1:1: E202 this is a whole number, and a table is needed: [settings]",
        "commitments.toml:2:1: E202 this is a list, and a table is needed: [parties]",
    ]


def test_what_only_the_register_can_have() -> None:
    reading = read('include = ["a.toml"]\n', a='include = ["b.toml"]\n[settings]\ntitle = "x"\n')
    assert lines(reading) == [
        "a.toml:1:1: E109 only the register itself can have include; move it there",
        "a.toml:2:1: E109 only the register itself can have settings; move it there",
    ]


def test_a_ref_stated_in_two_files() -> None:
    reading = read('include = ["a.toml"]\n' + AGREEMENT + MEETINGS, a=AGREEMENT + MEETINGS)
    assert lines(reading) == [
        "a.toml:1:1: E401 plan is stated before, in commitments.toml:2; keep one of the two",
        "a.toml:6:1: E401 plan.meetings is stated before, in commitments.toml:7; keep one of the two",
    ]


def test_an_include_that_matches_nothing() -> None:
    assert lines(read('include = ["x/*.toml"]\n')) == [
        "commitments.toml:1:12: W501 'x/*.toml' matches no file; correct it, or delete it"
    ]


def test_all_problems_at_once_in_their_order() -> None:
    text = AGREEMENT + MEETINGS + "due = 'x'\nownr = 1\nmodality = 'z'\n[settings]\nsoon = 1\n"
    assert [(problem.line, problem.code) for problem in read(text).problems] == [
        (8, "E205"),
        (9, "E201"),
        (10, "E204"),
        (12, "E202"),
    ]


def test_every_code_is_documented() -> None:
    for text, said in SAID:
        assert said.split()[1] in CODES, text


def test_values_reach_the_model() -> None:
    register = good(
        AGREEMENT
        + "[people.desk]\nname = 'Desk Officer'\n"
        + MEETINGS
        + "page = 4\ndue = '2026-Q2'\nowner = 'desk officer'\n"
        "log = [{ on = 2026-01-01, for = 2026-06-30, evidence = 'm.pdf', owner = 'DESK', "
        "agreed_with = ['oim', 'x'] }]\n"
    )
    obligation = register.obligations["plan.meetings"]
    assert obligation.page == "4"
    assert isinstance(obligation.time, Fixed)
    assert obligation.time.due.latest == date(2026, 6, 30)
    assert obligation.owner == "desk"
    assert (obligation.log[0].owner, obligation.log[0].agreed_with) == ("desk", ("OIM", "x"))
    assert obligation.log[0].evidence == ("m.pdf",)


REAL = Path(__file__).parents[2] / "commitments.toml"


def test_the_real_register_reads_clean() -> None:
    assert lines(read_register(REAL)) == []


@settings(max_examples=100, deadline=None)
@given(st.text() | st.text(alphabet="[]{}=\"'.,\n# abtruefals0123-:", max_size=80))
def test_any_text_is_read_or_answered(text: str) -> None:
    reading = read(text)
    assert (reading.register is None) == any(problem.is_error for problem in reading.problems)
    assert all(problem.line > 0 and problem.column > 0 for problem in reading.problems)


VALUES = st.sampled_from(
    [
        "1",
        "-1",
        "1.5",
        "nan",
        "true",
        "'x'",
        "''",
        "[]",
        "{}",
        "['x']",
        "[1]",
        "[[]]",
        "{a=1}",
        "[{}]",
        "2026-01-01",
        "2026-01-01T00:00:00Z",
        "10:00:00",
        "'2026'",
        "'1day'",
        "'plan.meetings'",
        "'FREQ=DAILY'",
        "[{on=2026-01-01}]",
        "'\\u0000'",
        '"\\u202e"',
        "'expires'",
        "9999-12-31",
        "0001-01-01",
        "111111111111111111111111111111",
    ]
)
KEYS = st.sampled_from(
    [
        "title",
        "due",
        "every",
        "first",
        "until",
        "rrule",
        "within",
        "after",
        "before",
        "log",
        "log.on",
        "bearers",
        "kind",
        "owner",
        "replaces",
        "formerly",
        "number",
        "source",
        "zz",
        "lead",
        "notes.x",
        "page",
    ]
)
HEADERS = st.sampled_from(
    [
        "obligations.plan.a",
        "obligations.plan",
        "obligations",
        "agreements.plan",
        "agreements.b",
        "agreements",
        "settings",
        "parties.x",
        "people.x",
        "agreements.plan.sources.s",
        "'é'",
        "obligations.b.c",
        "include",
    ]
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(HEADERS, st.dictionaries(KEYS, VALUES, max_size=5), max_size=4))
def test_any_register_is_read_or_answered(tables: dict[str, dict[str, str]]) -> None:
    text = "".join(
        f"[{header}]\n" + "".join(f"{key} = {value}\n" for key, value in keys.items())
        for header, keys in tables.items()
    )
    reading = read(text)
    assert (reading.register is None) == any(problem.is_error for problem in reading.problems)
    assert all(problem.code in CODES and str(problem) for problem in reading.problems)


@pytest.mark.parametrize(
    "text",
    [
        "a = " + "[" * 10_000 + "]" * 10_000,
        "a = " + "{x=" * 10_000 + "1" + "}" * 10_000,
        "a" + ".a" * 10_000 + " = 1",
        "[a" + ".a" * 10_000 + "]",
    ],
)
def test_deep_nesting_is_an_error(text: str) -> None:
    assert [problem.code for problem in read(text).problems] == ["E103"]


def test_a_huge_title_is_read() -> None:
    title = "x" * 10_000_000
    assert good(AGREEMENT + f'[obligations.plan.a]\ntitle = "{title}"\n').obligations["plan.a"].title == {
        "": title
    }
