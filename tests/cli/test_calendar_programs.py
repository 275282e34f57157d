"""The calendar as other programs take it: khal imports and lists it, todoman shows its tasks."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.cli.conftest import Run
from tests.real import LIMIT, program

MEETINGS = "oim-oci.half-yearly-meetings"


@pytest.fixture
def alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give other programs a home of their own."""
    home = tmp_path / "home"
    home.mkdir()
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(name, str(home))
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return home


def told(*words: str) -> str:
    """Run another program, without what leads this one to its libraries."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(words, capture_output=True, text=True, check=False, env=environment, timeout=LIMIT)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_khal_lists_what_was_imported_and_follows_what_moved(folder: Path, alone: Path, run: Run) -> None:
    khal = program("khal")
    config = alone / "khal.conf"
    config.write_text(
        f"[calendars]\n[[desk]]\npath = {alone / 'desk'}\ntype = calendar\n"
        "[locale]\nlocal_timezone = UTC\ndefault_timezone = UTC\ndateformat = %Y-%m-%d\n"
        "longdateformat = %Y-%m-%d\ntimeformat = %H:%M\ndatetimeformat = %Y-%m-%d %H:%M\n"
        "longdatetimeformat = %Y-%m-%d %H:%M\n"
        f"[sqlite]\npath = {alone / 'khal.db'}\n",
        encoding="utf-8",
    )
    (alone / "desk").mkdir()

    def imported(*words: str) -> list[str]:
        assert run("calendar", *words, "--output", "dates.ics").code == 0
        told(khal, "-c", str(config), "import", "--batch", "-a", "desk", str(folder / "dates.ics"))
        shown = ("--format", "{start-date} {title}", "--day-format", "")
        listed = told(khal, "-c", str(config), "list", *shown, "2025-11-21", "1200d")
        return [line for line in listed.splitlines() if line.strip()]

    first = imported("--lang", "fr", "--alarm", "7d")
    meetings = [line for line in first if "Réunions semestrielles" in line]
    assert [line[:10] for line in meetings] == [
        "2025-12-21", "2026-06-21", "2026-12-21", "2027-06-21", "2027-12-21",
    ]  # fmt: skip
    assert any("2027-12-31" in line and "Plan d'action OIM–OCI" in line for line in first)
    run("update", MEETINGS, "postponed", "--for", "2026-06-21", "--due", "2026-12-05", "--on", "2026-11-01")
    second = imported("--lang", "fr")
    assert len(second) == len(first)
    assert [line[:10] for line in second if "Réunions semestrielles" in line] == [
        "2025-12-21", "2026-12-05", "2026-12-21", "2027-06-21", "2027-12-21",
    ]  # fmt: skip


def test_todoman_shows_what_is_to_do_and_what_is_done(folder: Path, alone: Path, run: Run) -> None:
    todo = program("todoman", "todo")
    run("update", MEETINGS, "done", "--for", "2025-12-21", "--on", "2025-12-18")
    tasks = alone / "lists" / "desk"
    tasks.mkdir(parents=True)
    document = Calendar.from_ical(run("calendar", "--todo", "--lang", "fr").out)
    for number, task in enumerate(document.walk("VTODO")):
        one = Calendar()
        one.add("version", "2.0")
        one.add("prodid", "-//test//")
        one.add_component(task)
        (tasks / f"{number}.ics").write_bytes(one.to_ical())
    config = alone / "todoman.py"
    config.write_text(
        f'path = "{alone / "lists"}/*"\ncache_path = "{alone / "todoman.db"}"\ndate_format = "%Y-%m-%d"\n'
        'default_list = "desk"\nhumanize = False\n',
        encoding="utf-8",
    )
    open_ones = told(todo, "--config", str(config), "--colour", "never", "list", "--status", "NEEDS-ACTION")
    assert "2026-06-21" in open_ones
    assert "Réunions semestrielles du mécanisme conjoint de suivi" in open_ones
    assert "2025-12-21" not in open_ones
    done = told(todo, "--config", str(config), "--colour", "never", "list", "--status", "COMPLETED")
    assert "[X]" in done
    assert "100%" in done
    assert len(done.splitlines()) == 1
