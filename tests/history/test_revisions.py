"""The register's texts at a revision and on a day, with what it included there."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.history.repositories import FORM, Work
from tracker.core.errors import TrackerError
from tracker.history.revisions import Past, past

OLD = '[agreements.a]\ntitle = "A"\n'
NEW = OLD + 'kind = "mou"\n'


def of(work: Work, path: str = "commitments.toml") -> Past:
    return past(work.folder / path, FORM)


def test_the_text_at_a_revision(work: Work) -> None:
    first = work.commit({"commitments.toml": OLD, "other.toml": "x"}, "begin")
    work.commit({"commitments.toml": NEW}, "go on")
    assert of(work).at(first).texts == {"commitments.toml": OLD}
    assert of(work).at("HEAD").texts == {"commitments.toml": NEW}
    assert of(work).at("HEAD~").commit.subject == "begin"


def test_a_register_in_a_subfolder_is_named_from_its_own_folder(work: Work) -> None:
    include = 'include = ["parts/**/*.toml"]\n'
    work.commit(
        {
            "office/commitments.toml": include + OLD,
            "office/parts/b.toml": "",
            "office/parts/deep/c.toml": "# é\r\n",
            "office/parts/.hidden.toml": "",
            "office/parts/note.txt": "",
            "parts/d.toml": "",
        },
        "begin",
    )
    found = of(work, "office/commitments.toml").at("HEAD").texts
    assert list(found) == ["commitments.toml", "parts/b.toml", "parts/deep/c.toml"]
    assert found["parts/deep/c.toml"] == "# é\n"


def test_includes_are_those_of_the_revision(work: Work) -> None:
    first = work.commit(
        {
            "commitments.toml": 'include = ["a/*.toml", "x.toml", "a/1.toml", "none/*.toml", "x.toml/y"]\n',
            "a/1.toml": "1",
            "a/2.toml": "2",
            "a/b/3.toml": "3",
            "x.toml": "x",
        },
        "begin",
    )
    work.commit({"commitments.toml": 'include = ["*.toml"]\n', "a/1.toml": None, "y.toml": "y"}, "go on")
    assert list(of(work).at(first).texts) == ["commitments.toml", "a/1.toml", "a/2.toml", "x.toml"]
    assert list(of(work).at("HEAD").texts) == ["commitments.toml", "x.toml", "y.toml"]


@pytest.mark.parametrize("pattern", ["../*.toml", "/etc/*", "~/x", "..", "", "a/../../x.toml"])
def test_nothing_outside_the_register_s_folder_is_read(work: Work, pattern: str) -> None:
    work.commit({"x.toml": "", "in/commitments.toml": f'include = ["{pattern}"]\n'}, "begin")
    assert list(of(work, "in/commitments.toml").at("HEAD").texts) == ["commitments.toml"]


def test_links_and_submodules_are_not_followed(work: Work) -> None:
    (work.folder / "a.toml").symlink_to("/etc/passwd")
    work.commit({"commitments.toml": 'include = ["a.toml"]\n'}, "begin")
    assert list(of(work).at("HEAD").texts) == ["commitments.toml"]


def test_a_register_that_is_a_link_has_the_history_of_its_file(work: Work, tmp_path: Path) -> None:
    work.commit({"commitments.toml": OLD}, "begin")
    link = tmp_path / "link.toml"
    link.symlink_to(work.folder / "commitments.toml")
    assert past(link, FORM).at("HEAD").texts == {"commitments.toml": OLD}


def test_what_is_no_toml_is_for_the_reader_to_say(work: Work) -> None:
    broken = "include = [\n<<<<<<< HEAD\n"
    work.commit({"commitments.toml": broken}, "begin")
    assert of(work).at("HEAD").texts == {"commitments.toml": broken}


def test_a_text_that_is_not_utf_8(work: Work) -> None:
    work.commit({"commitments.toml": 'include = ["a.toml"]\n', "a.toml": b"\xe9"}, "begin")
    with pytest.raises(TrackerError, match=r"a\.toml can't be read at HEAD: byte 0xe9 is not UTF-8"):
        of(work).at("HEAD")


def test_an_earlier_name_of_the_register(work: Work) -> None:
    first = work.commit({"promises.toml": NEW, "more/m.toml": ""}, "begin")
    second = work.commit({"other.txt": ""}, "else")
    work.commit({"promises.toml": None, "desk/commitments.toml": NEW + "\n"}, "move")
    work.commit({"desk/commitments.toml": OLD}, "go on")
    moved = of(work, "desk/commitments.toml")
    assert moved.at(first).texts == {"promises.toml": NEW}
    assert moved.at(second).texts == {"promises.toml": NEW}


def test_before_the_register_was_there(work: Work) -> None:
    first = work.commit({"other.txt": ""}, "begin")
    work.commit({"commitments.toml": OLD}, "register")
    with pytest.raises(TrackerError, match=r"commitments\.toml was not there yet at HEAD~"):
        of(work).at("HEAD~")
    assert first


def test_a_folder_of_that_name_is_no_register(work: Work) -> None:
    first = work.commit({"commitments.toml/x": "", "file/x": ""}, "begin")
    work.commit({"commitments.toml/x": None}, "go on")
    (work.folder / "commitments.toml").rmdir()
    work.commit({"commitments.toml": OLD}, "register")
    with pytest.raises(TrackerError, match="was not there yet"):
        of(work).at(first)


def test_a_register_that_git_does_not_keep(work: Work) -> None:
    work.commit({"other.txt": ""}, "begin")
    work.write({"commitments.toml": OLD})
    with pytest.raises(TrackerError, match=r"git doesn't keep commitments\.toml yet"):
        of(work).at("HEAD")


def test_a_day_ends_at_midnight_in_the_register_s_zone(work: Work) -> None:
    work.commit({"commitments.toml": OLD}, "one", "2026-06-30T21:59:59+00:00")
    work.commit({"commitments.toml": NEW}, "two", "2026-06-30T23:00:00+00:00")
    found = of(work)
    day = date(2026, 6, 30)
    assert found.on_day(day, "Europe/Paris").commit.subject == "one"  # midnight was at 22:00 UTC
    assert found.on_day(day, "Etc/GMT-1").commit.subject == "one"
    assert found.on_day(day, "UTC").commit.subject == "two"
    assert found.on_day(date.max, "UTC").commit.subject == "two"


def test_a_day_takes_the_first_parents_alone(work: Work) -> None:
    work.commit({"commitments.toml": OLD}, "main one", "2026-01-01T12:00:00+00:00")
    work.git("checkout", "--quiet", "-b", "side")
    work.commit({"commitments.toml": NEW}, "side", "2026-01-05T12:00:00+00:00")
    work.git("checkout", "--quiet", "main")
    work.commit({"x": ""}, "main two", "2026-01-03T12:00:00+00:00")
    work.git("merge", "--quiet", "--no-ff", "-m", "merge", "side", when="2026-01-10T12:00:00+00:00")
    assert of(work).on_day(date(2026, 1, 6), "UTC").commit.subject == "main two"
    assert of(work).on_day(date(2026, 1, 10), "UTC").commit.subject == "merge"


def test_the_committer_s_clock_counts(work: Work) -> None:
    work.commit({"commitments.toml": OLD}, "one", "2026-01-01T12:00:00+00:00")
    work.write({"commitments.toml": NEW})
    work.git("add", "--all")
    work.git(
        "commit",
        "--quiet",
        "-m",
        "late",
        "--date=2026-01-02T12:00:00+00:00",
        when="2026-01-09T12:00:00+00:00",
    )
    assert of(work).on_day(date(2026, 1, 5), "UTC").commit.subject == "one"


def test_a_day_before_all(work: Work) -> None:
    work.commit({"commitments.toml": OLD}, "one", "2026-01-01T12:00:00+00:00")
    with pytest.raises(TrackerError, match=r"^the history begins on 2026-01-01, after 2025-12-31"):
        of(work).on_day(date(2025, 12, 31), "UTC")


def test_a_shallow_clone_says_that_it_is_one(work: Work, tmp_path: Path) -> None:
    work.commit({"commitments.toml": OLD}, "one", "2026-01-01T12:00:00+00:00")
    work.commit({"commitments.toml": NEW}, "two", "2026-01-09T12:00:00+00:00")
    clone = Work(tmp_path / "clone", clone=f"file://{work.folder}", options=("--depth=1",))
    assert of(clone).is_shallow
    assert of(clone).at("HEAD").texts == {"commitments.toml": NEW}
    with pytest.raises(TrackerError, match=r"in this clone begins on 2026-01-09.*git fetch --unshallow"):
        of(clone).on_day(date(2026, 1, 5), "UTC")


def test_folders_that_hold_each_other_without_end_are_refused(work: Work) -> None:
    blob = work.git("hash-object", "-w", "--stdin", given=b"")
    lines = "".join(f"100644 blob {blob}\tf{n}.toml\n" for n in range(10))
    for _ in range(6):
        tree = work.git("mktree", given=lines.encode())
        lines = "".join(f"040000 tree {tree}\td{n}\n" for n in range(10))
    register = work.git("hash-object", "-w", "--stdin", given=b'include = ["**/*.toml"]\n')
    lines += f"100644 blob {register}\tcommitments.toml\n"
    commit = work.git("commit-tree", "-m", "many", work.git("mktree", given=lines.encode()))
    with pytest.raises(TrackerError, match="more than 100000 files"):
        of(work).at(commit)


def test_sha_256(tmp_path: Path) -> None:
    work = Work(tmp_path / "desk", options=("--object-format=sha256",))
    first = work.commit({"a/commitments.toml": 'include = ["b/*.toml"]\n', "a/b/c.toml": NEW}, "begin")
    assert len(first) == 64
    assert of(work, "a/commitments.toml").at(first).texts["b/c.toml"] == NEW
