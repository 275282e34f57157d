"""`tracker serve`: what readers get from a real Datasette is what the program answers, at any moment."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from tests.cli.conftest import ROOT, Run
from tests.real import library, ran
from tests.served import Running, serving

MEETINGS = "oim-oci.half-yearly-meetings"
DAYS = ("2018-12-11", "2025-12-01", "2025-12-21", "2025-12-22", "2026-11-21", "2026-11-30", "2028-02-29")
STATES = {"overdue": "overdue", "due_soon": "due-soon", "review_due": "review-due"}
MORE = """
[parties.secretariats]
name = { en = "The two secretariats", fr = "Les deux secrétariats" }
members = ["OIM", "OCI"]

[agreements.joint]
title = "Joint statement of the secretariats"
kind = "statement"
parties = ["secretariats"]
date = 2026-01-01

[obligations.joint.paper]
title = { en = "A paper", fr = "Un document" }
kind = "reporting"
number = "7.1"
due = "2026-Q4"
formerly = ["joint.draft"]
quote = "a \\"paper\\" <b>soon</b>"

[obligations.joint.calls]
title = "Calls"
kind = "consultation"
every = "3 months"
first = 2026-02-28
owner = "desk"
log = [
  { on = 2026-02-20, for = 2026-02-28, status = "done", note = "Held" },
  { on = 2026-06-15, for = 2026-05-28, note = "Nobody called" },
  { on = 2026-07-01, for = 2026-05-28, status = "done", owner = "mission" },
]
"""


@pytest.fixture
def register(folder: Path) -> Path:
    """Add a group, what it owes, a due date that is no day, and a log."""
    with (folder / "commitments.toml").open("a", encoding="utf-8") as file:
        file.write(MORE)
    return folder


@pytest.fixture
def served(register: Path) -> Iterator[Running]:
    """Serve the register, to one test."""
    with serving(register) as running:
        yield running


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """Serve a register that nobody changes."""
    folder = tmp_path_factory.mktemp("kept")
    shutil.copytree(ROOT / "seeds", folder / "seeds")
    text = (ROOT / "commitments.toml").read_text(encoding="utf-8")
    (folder / "commitments.toml").write_text(text + MORE, encoding="utf-8")
    with serving(folder) as running:
        yield running


@pytest.fixture
def shared(kept: Running, monkeypatch: pytest.MonkeyPatch) -> Running:
    """Work in the folder of that register."""
    monkeypatch.chdir(kept.folder)
    return kept


def listed(run: Run, *words: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(run("list", "--format", "json", *words).out)
    return found


def alike(rows: list[dict[str, Any]], expected: list[dict[str, Any]]) -> None:
    """Compare rows in their order; a database has '' where JSON has null."""
    assert [row["ref"] for row in rows] == [row["ref"] for row in expected]
    for row, wanted in zip(rows, expected, strict=True):
        assert len(row) == 22
        told = {name: wanted[name] for name in row}
        assert {name: None if value == "" else value for name, value in row.items()} == told


def test_each_question_is_answered_as_a_list_is(shared: Running, run: Run) -> None:
    seen: set[str] = set()
    for day in DAYS:
        for question, state in STATES.items():
            expected = listed(run, "--as-of", day, "--state", state)
            alike(shared.rows(question, day=day), expected)
            seen.update(row["state"] for row in expected)
        for party in ("OIM", "OIC", "oci", "secretariats", "Les deux secrétariats", "les deux secretariats"):
            expected = listed(run, "--as-of", day, "--party", party)
            alike(shared.rows("by_party", party=party, day=day), expected)
    assert seen == set(STATES.values())
    alike(shared.rows("review_due"), listed(run, "--state", "review-due"))
    assert shared.rows("by_party") == []


@pytest.mark.parametrize(
    ("question", "asked", "said"),
    [
        *(
            (question, {"day": day, "party": "OIC"}, f"not a day: {day}; write it as 2026-06-30")
            for question in (*STATES, "by_party")
            for day in ("22/11/2026", "2026-11", "someday", "2026", "2026-02-30", "now")
        ),
        ("overdue", {"day": "9000-01-01"}, "too far ahead: 9000-01-01"),
        ("by_party", {"party": "Morroco"}, "no such party: Morroco"),
        ("by_party", {"party": "Morroco", "day": "2026-06-30"}, "no such party: Morroco"),
        ("timeline", {"ref": "half-yearly"}, "no such obligation: half-yearly"),
    ],
)
def test_what_is_typed_wrongly_is_told_and_not_answered_with_nothing(
    shared: Running, question: str, asked: dict[str, str], said: str
) -> None:
    (row,) = shared.rows(question, **asked)
    assert {name: value for name, value in row.items() if value is not None} == {"state": said}
    assert said in shared.get(f"commitments/{question}", **asked).text


def test_a_day_without_any_is_an_answer_and_spaces_do_not_count(shared: Running) -> None:
    assert shared.rows("overdue", day="2018-01-01") == []
    assert shared.rows("overdue", day=" 2026-11-21 ") == shared.rows("overdue", day="2026-11-21") != []
    assert shared.rows("by_party", party=" OIC ") == shared.rows("by_party", party="OIC") != []


def test_a_timeline_has_the_state_of_each_day(shared: Running, run: Run) -> None:
    for ref in (MEETINGS, "joint.calls"):
        spans = shared.rows("timeline", ref=ref)
        assert len(spans) > 5
        assert spans[-1]["end"] > "2029-12-31"
        for span, after in zip(spans, [*spans[1:], {"start": spans[-1]["end"]}], strict=True):
            assert span["start"] < span["end"] == after["start"]
            if span["start"] < "2028":
                (row,) = [row for row in listed(run, "--as-of", span["start"]) if row["ref"] == ref]
                for name in (
                    *("state", "scheduled", "due", "due_text", "status"),
                    "informed",
                    "last_on",
                    "owner",
                ):
                    assert span[name] == (row[name] or type(span[name])()), (name, span["start"])
    assert shared.rows("timeline", ref="joint.draft") == shared.rows("timeline", ref="joint.paper") != []
    assert shared.rows("timeline") == []


def test_plain_datasette_answers_by_the_metadata_that_is_printed(register: Path, run: Run) -> None:
    library("datasette")
    made = run("serve", "--metadata", "--lang", "fr")
    assert made.code == 0
    assert json.loads(made.out)["databases"]["commitments"]["queries"]["due_soon"]["title"] == "Bientôt dues"
    (register / "metadata.json").write_text(made.out, encoding="utf-8")
    datasette = (sys.executable, "-m", "datasette", "commitments.db", "-m", "metadata.json", "--get")
    for day in DAYS[-1:]:
        path = f"/commitments/review_due.json?_shape=array&_json=bearers&day={day}"
        expected = listed(run, "--as-of", day, "--state", "review-due", "--lang", "fr")
        alike(json.loads(ran(*datasette, path)), expected)
    assert json.loads(ran(*datasette, "/commitments/overdue.json?_shape=array"))


def test_an_update_is_seen_at_once_where_the_journal_is_written_ahead(register: Path, run: Run) -> None:
    run("sync")
    connection = sqlite3.connect(register / "commitments.db")
    assert connection.execute("PRAGMA journal_mode = wal").fetchone() == ("wal",)
    connection.close()
    with serving(register) as served:
        meetings_are_recorded(served, run)
    assert (register / "commitments.db").read_bytes()[18:20] == b"\2\2"


def meetings_are_recorded(served: Running, run: Run) -> None:
    for day, left in (("2025-12-21", 2), ("2026-06-21", 1)):
        assert served.rows("overdue", day="2026-06-30")[0]["missed"] == left
        assert run("update", MEETINGS, "done", "--for", day, "--on", "2026-06-25").code == 0
    assert MEETINGS not in [row["ref"] for row in served.rows("overdue")]


def test_readers_and_writers_do_not_wait_for_each_other(served: Running, run: Run) -> None:
    ended = Event()

    def read() -> int:
        count = 0
        while not ended.is_set():
            assert served.get("commitments/review_due").status == 200
            count += 1
        return count

    with ThreadPoolExecutor() as pool:
        readers = [pool.submit(read) for _ in range(3)]
        try:
            meetings_are_recorded(served, run)
            for number in range(4):
                noted = run("update", "observer", "in-progress", "--note", f"call {number}")
                assert noted.code == 0, noted.err
                assert run("sync", "--rebuild").code == 0
        finally:
            ended.set()
        assert min(reader.result() for reader in readers) > 0


def test_another_file_in_its_place_and_an_edit_by_hand_are_seen(
    register: Path, served: Running, run: Run
) -> None:
    text = register / "commitments.toml"
    before = text.read_text(encoding="utf-8")
    assert [row["ref"] for row in served.rows("overdue")] == [MEETINGS, "joint.calls"]
    (register / "commitments.db").unlink()
    assert run("list").code == 0
    text.write_text(before.replace('due = "2026-Q4"', "due = 2026-01-31"), encoding="utf-8")
    assert [row["ref"] for row in served.rows("overdue")] == [MEETINGS, "joint.paper", "joint.calls"]
    text.write_text(before.replace('due = "2026-Q4"', "due = maybe"), encoding="utf-8")
    for _ in range(2):
        assert len(served.rows("overdue")) == 3
    assert served.process.stderr
    line = served.process.stderr.readline()
    assert line.startswith("readers see what was right before: ")
    assert "commitments.toml:" in line
    text.write_text(before, encoding="utf-8")
    (register / "commitments.db").unlink()
    assert len(served.rows("overdue")) == 2


def test_nothing_can_be_written(shared: Running) -> None:
    before = hashlib.sha256((shared.folder / "commitments.db").read_bytes()).digest()
    for sql in (
        "delete from spans",
        "with x as (select 1) delete from spans",
        "insert into states values (99, 'x')",
        "pragma user_version = 1",
        "attach database 'other.db' as other",
        "select 1; drop table spans",
        "vacuum",
    ):
        assert shared.get("commitments.json", sql=sql).status == 400, sql
        assert shared.get("commitments.json", given=f"sql={sql}").status in {400, 405}, sql
    assert shared.get("commitments/overdue.json", given="day=2026-11-21").status >= 400
    assert shared.get("commitments.db").status in {403, 404}
    assert hashlib.sha256((shared.folder / "commitments.db").read_bytes()).digest() == before
    assert sorted(path.name for path in shared.folder.iterdir()) == [
        "commitments.db",
        "commitments.toml",
        "seeds",
    ]


def test_each_table_and_column_is_described(shared: Running, run: Run) -> None:
    told = json.loads(run("serve", "--metadata").out)["databases"]["commitments"]["tables"]
    with sqlite3.connect(shared.folder / "commitments.db") as connection:
        tables = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%'"
        for (table,) in connection.execute(tables).fetchall():
            columns = [column for _, column, *_ in connection.execute(f"PRAGMA table_info({table})")]
            assert list(told[table]["columns"]) == columns
            assert all(told[table]["columns"].values())
            assert told[table]["description"]
        assert len(told) == len(connection.execute(tables).fetchall())
    connection.close()
    page = shared.get("commitments/spans").text
    assert "The state of each obligation, day range by day range, over all time." in page
    assert "the day after its last, 9999-12-31 for no end" in page
    assert ">review-due</a>" in page
    assert "Past due" in shared.get("commitments").text
    found = json.loads(shared.get("commitments/obligations.json", _search="paper", _shape="array").text)
    assert [row["ref"] for row in found] == ["joint.paper"]
    assert "a &#34;paper&#34; &lt;b&gt;soon" in shared.get("commitments/by_party", party="secretariats").text


def test_as_of_is_the_day_to_answer_for(register: Path, run: Run) -> None:
    with serving(register, "--as-of", "2030-06-01") as served:
        alike(served.rows("by_party", party="OIM"), listed(run, "--as-of", "2030-06-01", "--party", "OIM"))
