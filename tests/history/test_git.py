"""git is asked without running anything that a repository names."""

from __future__ import annotations

import os
import stat
from contextlib import suppress
from pathlib import Path

import pytest

from tests.history.repositories import FORM, Work
from tracker.core.errors import TrackerError
from tracker.history.git import GitError, Talk, repository, run
from tracker.history.log import log
from tracker.history.objects import Objects
from tracker.history.revisions import past

REGISTER = '[agreements.a]\ntitle = "A"\n'


def test_a_folder_knows_its_place_in_the_repository(work: Work) -> None:
    work.commit({"desk/office/commitments.toml": REGISTER}, "begin")
    found = repository(work.folder / "desk" / "office")
    assert found.prefix == "desk/office/"
    assert found.common.resolve() == work.folder / ".git"
    assert found.shallow == frozenset()
    assert repository(work.folder).prefix == ""


def test_a_folder_may_have_a_line_end_in_its_name(work: Work) -> None:
    work.commit({"two\nlines/commitments.toml": REGISTER}, "begin")
    assert repository(work.folder / "two\nlines").prefix == "two\nlines/"


def test_a_worktree_shares_the_history(work: Work, tmp_path: Path) -> None:
    work.commit({"sub/commitments.toml": REGISTER}, "begin")
    work.git("worktree", "add", "--quiet", "-b", "side", str(tmp_path / "side"))
    register = tmp_path / "side" / "sub" / "commitments.toml"
    assert [touch.commit.subject for touch in log(past(register, FORM)).touches] == ["begin"]
    assert (work.folder / ".git" / "tracker" / "history.db").is_file()


def test_outside_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(TrackerError, match="is not in a git repository, so there is no history to read"):
        repository(tmp_path)


def test_a_bare_repository_has_no_working_files(tmp_path: Path) -> None:
    bare = Work(tmp_path / "bare", options=("--bare",))
    with pytest.raises(TrackerError, match="belongs to git itself"):
        repository(bare.folder)


def test_git_is_not_installed(work: Work, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(TrackerError, match="git is not installed"):
        repository(work.folder)


def test_git_is_not_looked_for_in_the_repository(
    work: Work, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = work.folder / "git"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    program.chmod(0o755)
    monkeypatch.chdir(work.folder)
    monkeypatch.setenv("PATH", os.pathsep.join([".", "", os.environ["PATH"]]))
    repository(work.folder)
    assert not (tmp_path / "ran").exists()


def test_a_program_that_cannot_run(work: Work, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "git").write_bytes(b"\x7fELF no program")
    (tmp_path / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(GitError, match="git can't be run"):
        run(work.folder, "version")
    with pytest.raises(GitError, match="git can't be run"):
        Talk(work.folder, "cat-file", "--batch")


def _pretend(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program that behaves like a git which refuses in the place of git."""
    program = folder / "bin" / "git"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(program.parent), prepend=os.pathsep)


def test_a_repository_of_another_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _pretend(
        tmp_path,
        monkeypatch,
        "echo \"fatal: detected dubious ownership in repository at '/x'\" >&2; exit 128",
    )
    with pytest.raises(TrackerError, match="since another user owns it") as raised:
        repository(tmp_path)
    assert "git config --global --add safe.directory" in str(raised.value)


def test_what_else_git_says_is_passed_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _pretend(
        tmp_path, monkeypatch, "printf 'fatal: bad config line 3\\nhint: x\\nsee there\\n' >&2; exit 128"
    )
    with pytest.raises(GitError, match=r"^git says: bad config line 3; see there$"):
        repository(tmp_path)


def test_a_git_that_goes_away_while_it_is_asked(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.commit({}, "begin")
    found = repository(work.folder)
    _pretend(tmp_path, monkeypatch, "echo fatal: out of memory >&2; exit 1")
    with Objects(found) as objects, pytest.raises(GitError, match="out of memory"):
        objects.read("0" * 40)


def test_a_git_that_breaks_off_in_an_answer(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    work.commit({}, "begin")
    found = repository(work.folder)
    _pretend(tmp_path, monkeypatch, f"read id; echo {'0' * 40} blob 100; echo short")
    with Objects(found) as objects, pytest.raises(GitError, match="git says: nothing"):
        objects.read("0" * 40)


def test_a_git_that_listens_no_longer(work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _pretend(tmp_path, monkeypatch, "echo fatal: enough >&2; exit 1")
    talk = Talk(work.folder, "cat-file", "--batch")

    def go_on() -> None:
        while True:
            talk.ask(b"0" * 40)

    with pytest.raises(GitError, match="git says: enough"):
        go_on()
    talk.close()


def test_an_object_that_is_not_there(work: Work) -> None:
    work.commit({}, "begin")
    with (
        Objects(repository(work.folder)) as objects,
        pytest.raises(TrackerError, match="git lacks the object"),
    ):
        objects.read("0" * 40)


def test_a_pipe_that_cannot_be_widened(work: Work, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("fcntl.fcntl", refuse)
    work.commit({"commitments.toml": REGISTER}, "begin")
    assert past(work.folder / "commitments.toml", FORM).at("HEAD").texts == {"commitments.toml": REGISTER}


@pytest.mark.parametrize(
    "revision", ["nowhere", "-1", "--all", "--exec=touch x", "", "a\0b", "HEAD~99", "HEAD..HEAD", "HEAD:x"]
)
def test_what_is_no_revision(work: Work, revision: str) -> None:
    work.commit({}, "begin")
    with pytest.raises(TrackerError, match="git knows no revision"):
        repository(work.folder).commit(revision)


def test_a_branch_whose_name_begins_with_a_dash_does_not_act(work: Work) -> None:
    id_ = work.commit({}, "begin")
    (work.folder / ".git" / "refs" / "heads" / "--all").write_text(f"{id_}\n")
    found = repository(work.folder)
    with pytest.raises(TrackerError, match="git knows no revision '--all'"):
        found.commit("--all")
    assert found.commit("refs/heads/--all") == id_


def test_revisions_as_git_writes_them(work: Work) -> None:
    first = work.commit({}, "begin")
    second = work.commit({}, "go on")
    work.git("tag", "-m", "x", "v1", first)
    found = repository(work.folder)
    assert [found.commit(said) for said in ("HEAD", "HEAD~", "v1", first[:10], ":/begin", "main")] == [
        second, first, first, first, first, second,
    ]  # fmt: skip


def test_a_repository_without_commits(work: Work) -> None:
    with pytest.raises(TrackerError, match="there is no commit yet"):
        repository(work.folder).commit("HEAD")
    with pytest.raises(TrackerError, match="git knows no revision"):
        repository(work.folder).commit("main")


def test_nothing_that_the_repository_configures_is_run(work: Work, tmp_path: Path) -> None:
    program = tmp_path / "act"
    program.write_text(f'#!/bin/sh\necho "$0 $@" >> {tmp_path}/ran\n')
    program.chmod(0o755)
    old = work.commit({"old.toml": REGISTER, ".gitattributes": "*.toml diff=act filter=act\n"}, "begin")
    work.commit({"old.toml": None, "commitments.toml": REGISTER + 'kind = "mou"\n'}, "rename")
    work.commit({"commitments.toml": REGISTER + 'kind = "compact"\n'}, "change")
    for name in (
        "core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "core.askPass", "core.gitProxy",
        "pager.log", "pager.rev-list", "pager.cat-file", "pager.diff-tree", "diff.external",
        "diff.act.textconv", "diff.act.command", "filter.act.smudge", "filter.act.clean",
        "filter.act.process", "gpg.program", "gpg.ssh.program", "interactive.diffFilter",
        "credential.helper", "core.alternateRefsCommand", "uploadpack.packObjectsHook",
    ):  # fmt: skip
        work.git("config", name, str(program))
    for name in ("rev-list", "cat-file", "diff-tree", "rev-parse", "log"):
        work.git("config", f"alias.{name}", f"!{program}")
    work.git("config", "log.showSignature", "true")
    work.git("config", "core.hooksPath", str(tmp_path))
    for hook in ("post-index-change", "reference-transaction", "fsmonitor-watchman", "query-watchman"):
        (work.folder / ".git" / "hooks" / hook).write_bytes(program.read_bytes())
        (work.folder / ".git" / "hooks" / hook).chmod(0o755)
    work.write({"commitments.toml": REGISTER})
    with suppress(AssertionError):  # whether it fails depends on how fast the program ends
        work.git("diff")
    assert (tmp_path / "ran").exists()  # what a plain git does here
    (tmp_path / "ran").unlink()
    found = past(work.folder / "commitments.toml", FORM)
    assert [touch.commit.subject for touch in log(found).touches] == ["change", "rename", "begin"]
    assert found.at(old).texts == {"old.toml": REGISTER}
    assert not (tmp_path / "ran").exists()


def test_a_partial_clone_fetches_nothing(work: Work, tmp_path: Path) -> None:
    work.commit({"commitments.toml": REGISTER}, "begin")
    work.commit({"commitments.toml": REGISTER + "\n[settings]\n"}, "go on")
    work.git("config", "uploadpack.allowFilter", "true")
    part = Work(
        tmp_path / "part",
        clone=f"file://{work.folder}",
        options=("--filter=blob:none", "--no-checkout"),
    )
    program = tmp_path / "act"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\nexit 1\n")
    program.chmod(0o755)
    part.git("config", "remote.origin.uploadpack", str(program))
    part.git("config", "protocol.file.allow", "always")
    with pytest.raises(AssertionError):
        part.git("cat-file", "-p", "HEAD:commitments.toml")
    assert (tmp_path / "ran").exists()  # what a plain git does here
    (tmp_path / "ran").unlink()
    part.write({"commitments.toml": REGISTER})
    with pytest.raises(TrackerError, match="git"):
        past(part.folder / "commitments.toml", FORM).at("HEAD")
    assert not (tmp_path / "ran").exists()


def test_a_hook_s_environment_does_not_mislead(
    work: Work, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Work(tmp_path / "other")
    other.commit({"commitments.toml": ""}, "elsewhere")
    work.commit({"commitments.toml": REGISTER}, "begin")
    monkeypatch.setenv("GIT_DIR", str(other.folder / ".git"))
    monkeypatch.setenv("GIT_WORK_TREE", str(other.folder))
    monkeypatch.setenv("GIT_INDEX_FILE", str(other.folder / ".git" / "index"))
    assert past(work.folder / "commitments.toml", FORM).at("HEAD").commit.subject == "begin"


def test_replaced_objects_do_not_change_the_past(work: Work) -> None:
    work.commit({"commitments.toml": REGISTER}, "begin")
    blob = work.git("rev-parse", "HEAD:commitments.toml")
    false = work.git("hash-object", "-w", "--stdin", given=b"[settings]\n")
    work.git("replace", blob, false)
    assert past(work.folder / "commitments.toml", FORM).at("HEAD").texts == {"commitments.toml": REGISTER}
