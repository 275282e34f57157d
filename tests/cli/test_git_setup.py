"""Real git, which asks the program how to merge and to show the register."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import ROOT, Run
from tests.history.repositories import Work

REF = "oim-oci.half-yearly-meetings"
HEADER = f"[obligations.{REF}]\n"
FILE = "commitments.toml"


@pytest.fixture
def clone(work: Work, run: Run, monkeypatch: pytest.MonkeyPatch) -> Work:
    """Give the repository of the real register, in which `git-setup` was run."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    assert run("git-setup").code == 0
    work.commit({}, "attributes")
    return work


def text(folder: Path) -> str:
    return (folder / FILE).read_text(encoding="utf-8")


def branch(work: Work, name: str, *changes: tuple[str, str]) -> None:
    work.git("checkout", "--quiet", "-b", name, "main")
    changed = text(work.folder)
    for old, new in changes:
        assert changed.count(old) == 1
        changed = changed.replace(old, new)
    work.commit({FILE: changed}, name)


def merge(work: Work, *names: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", "merge", "--no-edit", *names],  # noqa: S607 - whichever git the tests find
        cwd=work.folder,
        capture_output=True,
        text=True,
        check=False,
    )


def test_two_branches_that_add_entries_at_the_same_place_merge(clone: Work, run: Run) -> None:
    entry = "log = [\n  {{ on = {day}, status = \"in-progress\", note = '{note}' }},\n]\n\n"
    before = "\n[obligations.oim-oci."
    block = text(clone.folder).partition(HEADER)[2].partition(before)[0]
    for name, day in (("amina", "2026-02-02"), ("yusuf", "2026-01-01")):
        new = block.rstrip("\n") + "\n" + entry.format(day=day, note=name)
        branch(clone, name, (HEADER + block, HEADER + new))
    done = merge(clone, "amina")
    assert done.returncode == 0, done.stdout + done.stderr
    merged = text(clone.folder)
    assert merged.index("note = 'yusuf'") < merged.index("note = 'amina'")
    assert "<<<<<<<" not in merged
    assert clone.git("status", "--porcelain", "--untracked-files=no") == ""
    assert run("check").code != 2


def test_what_both_changed_is_left_between_markers_and_told(clone: Work, run: Run) -> None:
    for name in ("amina", "yusuf"):
        branch(clone, name, ('title    = "Partnerships desk"', f'title    = "Desk of {name}"'))
    done = merge(clone, "amina")
    assert done.returncode == 1
    assert f"{FILE}: both sides changed the same thing; places to decide: 1." in done.stderr
    markers = (
        '<<<<<<< ours\ntitle    = "Desk of yusuf"\n=======\ntitle    = "Desk of amina"\n>>>>>>> theirs\n'
    )
    assert markers in text(clone.folder)
    assert clone.git("diff", "--name-only", "--diff-filter=U") == FILE
    ran = run("status")
    assert ran.code == 2
    assert f"{FILE}:" in ran.err
    assert "conflict" in ran.err


def test_a_side_that_cannot_be_read_is_merged_by_lines_and_said_so(clone: Work) -> None:
    branch(clone, "amina", ("[settings]\n", "[settings\n"))
    branch(clone, "yusuf", (HEADER, f"# looked at\n{HEADER}"))
    done = merge(clone, "amina")
    assert done.returncode == 1
    assert "theirs cannot be read as TOML (line" in done.stderr
    assert "[settings\n" in text(clone.folder)
    assert f"# looked at\n{HEADER}" in text(clone.folder)


def test_a_rebase_puts_entries_of_an_older_branch_in(clone: Work) -> None:
    branch(clone, "amina", (HEADER, f"# of amina\n{HEADER}"))
    branch(clone, "yusuf", (HEADER, f"# of yusuf\n{HEADER}"))
    clone.git("rebase", "--quiet", "amina")
    assert f"# of amina\n# of yusuf\n{HEADER}" in text(clone.folder)


def test_differences_name_the_obligation(clone: Work) -> None:
    changed = text(clone.folder).replace(HEADER, f'{HEADER}owner = "rabat"\n')
    clone.write({FILE: changed})
    added = [line for line in clone.git("diff").splitlines() if line.startswith("+") and "+++" not in line]
    assert added == [f'+{REF}: owner = "rabat"']
    heading = next(line for line in clone.git("diff", "--no-textconv", "-U0").splitlines() if "@@" in line)
    assert heading.endswith((f" obligations.{REF}", f" [obligations.{REF}]"))


def test_differences_of_a_conflict_are_of_what_conflicts(clone: Work) -> None:
    for name, review in (("amina", "3 months"), ("yusuf", "9 months")):
        branch(clone, name, ('review   = "6 months"', f'review   = "{review}"'))
    assert merge(clone, "amina").returncode == 1
    shown = clone.git("diff").splitlines()
    assert len(shown) < 20
    at = shown.index("++<<<<<<< ours")
    assert shown[at + 1 : at + 5] == [
        ' +settings: review = "9 months"',
        "++=======",
        '+ settings: review = "3 months"',
        "++>>>>>>> theirs",
    ]
    clone.git("checkout", "--quiet", "--conflict=diff3", FILE)
    assert clone.git("diff").splitlines() == shown


def test_in_a_conflict_the_log_tells_who_wrote_what(clone: Work, run: Run) -> None:
    for name in ("amina", "yusuf"):
        branch(clone, name, (HEADER, f'{HEADER}owner = "{name}"\n'))
    assert merge(clone, "amina").returncode == 1
    ran = run("log", "half-yearly")
    assert ran.code == 0
    assert "amina\n" in ran.out
    assert "owner: – → amina" in ran.out
    assert "owner: – → yusuf" in ran.out


def test_setup_may_be_run_again_and_covers_included_files(clone: Work, run: Run) -> None:
    changed = 'include = ["agreements/*.toml", "a b.toml", "../x.toml"]\n' + text(clone.folder)
    clone.write({FILE: changed})
    (clone.folder / "agreements").mkdir()
    assert run("git-setup").code == 0
    attributes = (clone.folder / ".gitattributes").read_text().splitlines()
    names = [FILE, "agreements/*.toml", '"a b.toml"']
    assert attributes == [f"{name} merge=tracker diff=tracker" for name in names]
    assert ".gitattributes" not in run("git-setup").err


def test_setup_outside_of_git_says_so(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(folder.parent))
    ran = run("git-setup")
    assert ran.code == 2
    assert "not in a git repository" in ran.err


def test_what_is_not_text_is_left_as_ours(tmp_path: Path, run: Run) -> None:
    names = [str(tmp_path / name) for name in ("base", "ours", "theirs")]
    for name, content in zip(names, (b"a", b"b\n", b"c\0"), strict=True):
        Path(name).write_bytes(content)
    ran = run("merge-driver", *names, "x.toml")
    assert ran.code == 2
    assert "x.toml is not a text file on every side" in ran.err
    assert Path(names[1]).read_bytes() == b"b\n"


def test_bytes_that_are_no_unicode_survive_a_merge(tmp_path: Path, run: Run) -> None:
    names = [str(tmp_path / name) for name in ("base", "ours", "theirs")]
    for name, content in zip(
        names, (b"a = 1\n\n\n# x\n", b"a = 2\n\n\n# x\n", b"a = 1\n\n\n# \xe9\n"), strict=True
    ):
        Path(name).write_bytes(content)
    ran = run("merge-driver", "--marker-size", "9", *names)
    assert ran.code == 1
    assert Path(names[1]).read_bytes() == b"a = 2\n\n\n# \xe9\n"
    Path(names[2]).write_bytes(b"a = '\xe9'\n")
    assert run("merge-driver", "--marker-size", "9", *names).code == 1
    assert b"<<<<<<<<< ours\n" in Path(names[1]).read_bytes()


def test_textconv_prints_facts(folder: Path, run: Run) -> None:
    ran = run("textconv", FILE)
    assert ran.code == 0
    assert f"\n{REF}: title.en = " in ran.out
    assert run("textconv", "nothing.toml").code == 2


def test_what_is_left_to_decide_is_told_in_the_register_s_language(folder: Path, run: Run) -> None:
    names = [str(folder / name) for name in ("base", "ours", "theirs")]
    for name, content in zip(names, ("a = 1\n", "a = 2\n", "a = 3\n"), strict=True):
        Path(name).write_text(content)
    (folder / FILE).write_text('[settings]\nlanguage = "fr"\n')
    told = run("merge-driver", *names).err
    Path(names[1]).write_text("a = 2\n")
    (folder / FILE).unlink()
    assert run("merge-driver", "--lang", "fr", *names).err == told
    Path(names[1]).write_text("a = 2\n")
    assert "places to decide: 1" in run("merge-driver", *names).err
