"""A unified diff, as patch reads it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tracker.views import as_diff
from tracker.views.pieces import plain

TEXTS = st.lists(st.sampled_from(("a\n", "b\n", "c\n", "d\n")), max_size=30).map("".join)


def _diff(before: str, after: str) -> list[str]:
    return list(plain(as_diff.lines(before, after, "commitments.toml")))


def test_an_added_line_in_its_place() -> None:
    before = "".join(f"{n}\n" for n in range(1, 41))
    assert _diff(before, before.replace("20\n", "20\nnew\n")) == [
        "--- commitments.toml",
        "+++ commitments.toml",
        "@@ -18,6 +18,7 @@",
        *(" 18", " 19", " 20", "+new", " 21", " 22", " 23"),
    ]


def test_the_same_text_has_no_diff() -> None:
    assert _diff("a\n", "a\n") == []


def test_changes_far_apart_are_two_hunks() -> None:
    before = "".join(f"{n}\n" for n in range(40))
    after = before.replace("5\n", "five\n", 1).replace("30\n", "thirty\n")
    assert sum(line.startswith("@@") for line in _diff(before, after)) == 2


def test_a_last_line_without_its_end_is_said() -> None:
    assert _diff("a", "a\nb\n")[2:] == ["@@ -1 +1,2 @@", "-a", "\\ No newline at end of file", "+a", "+b"]


def test_a_new_file_begins_at_line_0() -> None:
    assert _diff("", "a\n")[2:] == ["@@ -0,0 +1 @@", "+a"]


def test_line_ends_of_windows_are_not_shown() -> None:
    assert _diff("a\r\n", "b\r\n")[3:] == ["-a", "+b"]


def test_a_long_register_is_compared_at_once() -> None:
    before = "same = true\n" * 200_000
    assert len(_diff(before, before + "new = true\n")) == 7


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(TEXTS, TEXTS)
def test_git_applies_it(tmp_path: Path, before: str, after: str) -> None:
    git = str(shutil.which("git"))
    path = tmp_path / "commitments.toml"
    path.write_text(before, encoding="utf-8")
    patch = "".join(f"{line}\n" for line in _diff(before, after))
    if patch:
        command = [git, "apply", "-p0", "--unidiff-zero", "--allow-empty", "-"]
        subprocess.run(command, cwd=tmp_path, input=patch, text=True, check=True, capture_output=True)
    assert path.read_text(encoding="utf-8") == after
