"""The register to begin with."""

from datetime import date
from pathlib import Path

import pytest

from tracker.core.errors import TrackerError
from tracker.register.check.warnings import check
from tracker.register.read import read_register, read_texts
from tracker.register.starter import begin, starter


@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_new_register_is_right(tmp_path: Path, language: str) -> None:
    folder = tmp_path / "new" / "desk"
    written = begin(folder, language, "Africa/Casablanca")
    assert [path.name for path in written] == ["commitments.toml", ".gitignore", ".gitattributes"]
    reading = read_register(written[0])
    assert check(reading, date(2026, 11, 21)) == ()
    settings = reading.required().settings
    assert (settings.language, settings.timezone) == (language, "Africa/Casablanca")
    assert reading.required().obligations == {}
    assert (folder / ".gitignore").read_text() == "commitments.db*\n.tracker/\n.*.part\n.*.tmp\n"
    assert (folder / ".gitattributes").read_text() == "commitments.toml merge=tracker diff=tracker\n"


@pytest.mark.parametrize(
    ("language", "quote"),
    [("en", "The parties shall meet twice a year"), ("fr", "Les parties se réunissent deux fois par an")],
)
def test_its_example_is_right_once_it_is_uncommented(tmp_path: Path, language: str, quote: str) -> None:
    text = starter(language)
    head, _, example = text.partition("#\n# [parties")
    example = "\n".join(
        line.removeprefix("#").removeprefix(" ") for line in ("#\n# [parties" + example).splitlines()
    )
    (tmp_path / "commitments.toml").write_text(head + example)
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "plan-2026.txt").write_text(quote)
    reading = read_register(tmp_path / "commitments.toml")
    assert [str(problem) for problem in check(reading, date(2026, 11, 21))] == []
    assert len(reading.required().obligations) == 1


def test_every_line_of_the_starter_that_is_commented_out_is_toml() -> None:
    for language in ("en", "fr"):
        reading = read_texts(
            {"r.toml": starter(language).replace("# include", "include").replace("# us ", "us ")}
        )
        assert [problem.code for problem in reading.problems] == ["W501"]


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "commitments.toml").write_text("mine")
    with pytest.raises(TrackerError, match="is there already, and init never overwrites"):
        begin(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["commitments.toml"]
    assert (tmp_path / "commitments.toml").read_text() == "mine"
    with pytest.raises(TrackerError, match="is a file; name a folder"):
        begin(tmp_path / "commitments.toml")


def test_files_of_git_are_added_to(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").write_bytes(b"*.pyc\r\n.tracker/")
    (tmp_path / ".gitattributes").write_text("commitments.toml merge=tracker diff=tracker\n")
    assert [path.name for path in begin(tmp_path)] == ["commitments.toml", ".gitignore"]
    ignored = b"*.pyc\r\n.tracker/\r\ncommitments.db*\r\n.*.part\r\n.*.tmp\r\n"
    assert (tmp_path / ".gitignore").read_bytes() == ignored


def test_a_dangling_link_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "commitments.toml").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(TrackerError, match="is there already"):
        begin(tmp_path)
    assert not (tmp_path / "elsewhere").exists()


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(TrackerError, match="can't be written: "):
        begin(tmp_path / "file" / "below")
    with pytest.raises(TrackerError, match="can't be written: "):
        begin(Path("a\0b"))


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize("zone", ["UTC", "Africa/Casablanca", "America/Argentina/ComodRivadavia"])
def test_the_comments_of_the_settings_stand_below_each_other(language: str, zone: str) -> None:
    table = starter(language, zone).partition("[settings]\n")[2].partition("\n\n")[0]
    told = [line for line in table.splitlines() if line.find("#", 1) > 0]
    assert {line.index(" #", 1) for line in told if len(zone) < 20 or zone not in line} == {37}
    assert len(told) == 5
