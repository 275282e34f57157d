"""`tracker calendar`: into a pipe or a file, and what it refuses."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from tests.cli.conftest import Run

MEETINGS = "oim-oci.half-yearly-meetings"


def events(text: str, name: str = "VEVENT") -> dict[str, Any]:
    return {str(one["uid"]): one for one in Calendar.from_ical(text).walk(name)}


def test_the_dates_of_a_party(folder: Path, run: Run) -> None:
    ran = run("calendar", "OIC", "--alarm", "7d")
    assert (ran.code, ran.err) == (0, "")
    found = events(ran.out)
    assert sorted(str(one["dtstart"].dt) for one in found.values()) == [
        "2025-12-21", "2026-06-21", "2026-12-21", "2027-06-21", "2027-12-21", "2027-12-31", "2027-12-31",
    ]  # fmt: skip
    assert ran.out.count("TRIGGER:-P6DT15H") == 5
    assert run("calendar", "OIC", "--alarm", "7d").out == ran.out


def test_an_event_keeps_its_name_when_its_date_moves(folder: Path, run: Run) -> None:
    before = events(run("calendar").out)
    run("update", MEETINGS, "postponed", "--for", "2026-06-21", "--due", "2026-12-05", "--on", "2026-11-01")
    after = events(run("calendar").out)
    assert set(before) == set(after)
    (moved,) = [uid for uid in before if before[uid]["dtstart"].dt != after[uid]["dtstart"].dt]
    assert str(after[moved]["dtstart"].dt) == "2026-12-05"
    assert (before[moved]["sequence"], after[moved]["sequence"]) == (0, 1)
    run("update", MEETINGS, "postponed", "--for", "2026-06-21", "--due", "2027-01-15", "--on", "2026-11-10")
    assert events(run("calendar").out)[moved]["sequence"] == 2
    assert events(run("calendar", "--as-of", "2026-11-05").out)[moved]["sequence"] == 1


def test_a_year_back_and_three_ahead_unless_asked(folder: Path, run: Run) -> None:
    assert "20241231" not in run("calendar").out
    assert "DTSTART;VALUE=DATE:20241231" in run("calendar", "--from", "2024-01-01").out
    assert events(run("calendar", "--from", "2028-01-01", "--until", "2028-12-31").out) == {}
    assert len(events(run("calendar", "--horizon", "6 months").out)) == 4
    toml = folder / "commitments.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace("expires = 2027-12-31\n", ""), encoding="utf-8")
    assert "DTSTART;VALUE=DATE:20391221" not in run("calendar").out


def test_further_ahead_than_other_commands_look(folder: Path, run: Run) -> None:
    with (folder / "commitments.toml").open("a", encoding="utf-8") as file:
        file.write(
            '\n[obligations.icesco-oim.yearly]\ntitle = "Yearly"\nkind = "other"\nevery = "1 year"\n'
            "first = 2024-02-29\n"
        )
    words = ("calendar", "icesco-oim", "--from", "2044-01-01", "--horizon", "20y", "--known-at", "today")
    for ran in (run(*words), run(*words[:-2])):
        assert [str(one["dtstart"].dt) for one in events(ran.out).values()] == [
            "2044-02-29",
            "2045-02-28",
            "2046-02-28",
        ]


def test_tasks(folder: Path, run: Run) -> None:
    run("update", MEETINGS, "done", "--for", "2025-12-21", "--on", "2025-12-18")
    found = events(run("calendar", "--todo").out, "VTODO")
    assert [str(one["status"]) for one in found.values()].count("COMPLETED") == 1
    assert found.keys().isdisjoint(events(run("calendar").out))


def test_into_a_file(folder: Path, run: Run) -> None:
    ran = run("calendar", "--output", "dates.ics")
    assert (ran.code, ran.out) == (0, "")
    assert folder.joinpath("dates.ics").read_bytes() == run("calendar").out.encode()


def test_titles_that_are_missing_are_named(folder: Path, run: Run) -> None:
    toml = folder / "commitments.toml"
    text = toml.read_text(encoding="utf-8")
    toml.write_text(text.replace('ar = "خطة عمل', 'de = "خطة عمل'), encoding="utf-8")
    ran = run("calendar", "--lang", "ar")
    assert ran.code == 0
    assert "oim-oci" in ran.err
    assert "SUMMARY:" in ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("UNESCO",), "there is no agreement or party 'UNESCO'"),
        (("--from", "2027-01-01", "--until", "2026-01-01"), "from 2027-01-01 until 2026-01-01 is no time"),
        (("--until", "2027-01-01", "--horizon", "1y"), "--until and --horizon both say how far"),
        (("--alarm", "soon"), "'soon' is not a length of time"),
        (("--format", "json"), "there is no format 'json' here"),
        (("--output", "nowhere/dates.ics"), "nowhere/dates.ics can't be written: No such file or directory"),
        (("--output", "."), ". can't be written: Is a directory"),
        (("--output", "commitments.toml"), "commitments.toml is the register's own"),
        (("--output", "commitments.db"), "commitments.db is the register's own"),
    ],
)
def test_what_it_refuses(folder: Path, run: Run, words: tuple[str, ...], said: str) -> None:
    before = folder.joinpath("commitments.toml").read_bytes()
    ran = run("calendar", *words)
    assert (ran.code, ran.out) == (2, "")
    assert said in ran.err
    assert folder.joinpath("commitments.toml").read_bytes() == before


def test_a_register_with_nothing_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> None:
    monkeypatch.chdir(tmp_path)
    tmp_path.joinpath("commitments.toml").write_text("", encoding="utf-8")
    assert events(run("calendar").out) == {}
    assert run("calendar").out.startswith("BEGIN:VCALENDAR\r\n")
    assert "Nothing is promised here yet" in run("timeline").out
