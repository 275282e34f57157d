"""git through its own command line: no shell, no network, and nothing that a repository configures.

A repository comes from others. Its configuration can name programs that git would run: hooks,
monitors, pagers, external differences, text conversions, signature checkers, helpers of remotes.
So only plumbing is called, which runs none of the display programs, and the rest is switched off.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final, NamedTuple

from tracker.core.errors import Text, TrackerError

_SWITCHED_OFF: Final = (
    "--no-pager",
    "-c", "core.fsmonitor=false",
    "-c", "core.hooksPath=/dev/null",
    "-c", "log.showSignature=false",
)  # fmt: skip
_PIPE: Final = 1 << 20
"""Bytes that may wait between git and us."""

_SET: Final = {
    "LC_ALL": "C",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NO_REPLACE_OBJECTS": "1",  # an object's name stands for one content, so that it can be kept
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",  # no older git may fetch what a partial clone lacks
}
_UNSET: Final = frozenset(
    {  # set in a hook, they speak of the repository that runs it
        "GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR", "GIT_NAMESPACE",
        "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_GRAFT_FILE", "GIT_SHALLOW_FILE",
        "GIT_REPLACE_REF_BASE", "GIT_IMPLICIT_WORK_TREE", "GIT_INTERNAL_SUPER_PREFIX",
        "GIT_TRACE", "GIT_EXTERNAL_DIFF",
    }
)  # fmt: skip


class GitError(TrackerError):
    """git was asked and refused, or could not be; `said` is its own sentence, in English."""

    def __init__(self, text: Text, said: str) -> None:
        """Take what is said to a person."""
        super().__init__(text.msgid, **text.values)
        self.said = said


class NoPastError(TrackerError):
    """There is no history of the register, or none of that time: nothing is wrong with what was asked."""

    def __init__(self, text: Text) -> None:
        """Take what is said to a person."""
        super().__init__(text.msgid, **text.values)


class Repository(NamedTuple):
    """The repository that a folder lies in.

    `prefix` is the folder's path in it, with a '/' behind, '' at the top. `common` is the folder
    in which git keeps what all worktrees share. `shallow` are the commits at which a shallow
    clone's history ends; empty for a whole one.
    """

    folder: Path
    prefix: str
    common: Path
    shallow: frozenset[str]

    def run(self, *arguments: str) -> bytes:
        """Run git in the folder and give what it prints; GitError where it fails."""
        return run(self.folder, *arguments)

    def commit(self, revision: str) -> str:
        """Give the full id of the commit that a revision names; TrackerError where it names none."""
        if revision.startswith(("-", "^")) or "\0" in revision or not revision:
            raise _unknown(revision, "it can't be one")
        try:
            found = self.run("rev-parse", "--verify", "--end-of-options", revision).decode().split()[-1]
            out = self.run("rev-parse", "--verify", f"{found}^{{commit}}")
        except GitError as error:
            if revision == "HEAD" and not self.run("rev-list", "--max-count=1", "--all"):
                raise NoPastError(Text("there is no commit yet: run git commit first")) from None
            raise _unknown(revision, error.said) from None
        return out.decode().strip()


def _unknown(revision: str, said: str) -> TrackerError:
    return TrackerError(
        "git knows no revision {revision!r} ({said}); git log shows those that there are",
        revision=revision,
        said=said,
    )


def repository(folder: Path) -> Repository:
    """Find the repository of a folder; TrackerError where there is none, or git won't open it."""
    try:
        out = run(folder, "rev-parse", "--is-inside-work-tree", "--git-common-dir", "--show-prefix")
    except GitError as error:
        raise _closed(folder, error) from None
    inside, common, prefix = os.fsdecode(out).removesuffix("\n").split("\n", 2)
    if inside != "true":
        raise TrackerError(
            "{folder} belongs to git itself; the register's history is read beside its working files",
            folder=str(folder),
        )
    root = folder / common
    try:
        shallow = frozenset((root / "shallow").read_text("ascii").split())
    except (OSError, UnicodeDecodeError):
        shallow = frozenset()
    return Repository(folder, prefix, root, shallow)


def _closed(folder: Path, error: GitError) -> TrackerError:
    if "not a git repository" in error.said:
        said = Text(
            "{folder} is not in a git repository, so there is no history to read; git init begins one",
            {"folder": str(folder)},
        )
        return NoPastError(said)
    if "dubious ownership" in error.said or "unsafe repository" in error.said:
        return TrackerError(
            "git refuses the repository of {folder}, since another user owns it; if you trust it, "
            "run git config --global --add safe.directory {folder}",
            folder=str(folder),
        )
    return error


def run(folder: Path, *arguments: str) -> bytes:
    """Run git in a folder and give what it prints; GitError where it fails."""
    try:
        done = subprocess.run(
            command(*arguments),
            check=False,
            cwd=folder,
            env=environment(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
        )
    except OSError as error:
        raise _cannot_run(error) from None
    if done.returncode:
        raise failed(done.stderr)
    return done.stdout


class Talk:
    """A git that answers one question after the other; close it when done."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        """Start it."""
        self._told = tempfile.TemporaryFile()  # noqa: SIM115 - closed with the process
        try:
            self._process = subprocess.Popen(
                command(*arguments),
                cwd=folder,
                env=environment(),
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._told,
                bufsize=_PIPE,
            )
        except OSError as error:
            self._told.close()
            raise _cannot_run(error) from None
        assert self._process.stdin  # noqa: S101 - for the type checker
        assert self._process.stdout  # noqa: S101 - the same
        self._questions, self._answers = self._process.stdin, self._process.stdout
        _widen(self._answers.fileno())

    def ask(self, question: bytes) -> None:
        """Write a line."""
        try:
            self._questions.write(question + b"\n")
            self._questions.flush()
        except OSError:
            raise self._stopped() from None

    def line(self) -> bytes:
        """Read a line of the answer, without its end."""
        line = self._answers.readline()
        if not line:
            raise self._stopped()
        return line[:-1]

    def read(self, size: int) -> bytes:
        """Read so many bytes of the answer."""
        content = self._answers.read(size)
        if len(content) < size:
            raise self._stopped()
        return content

    def _stopped(self) -> GitError:
        self._process.wait()
        self._told.seek(0)
        return failed(self._told.read())

    def close(self) -> None:
        """End it."""
        for stream in (self._questions, self._answers, self._told):
            try:
                stream.close()
            except OSError:  # it has gone away before
                continue
        self._process.wait()


def _widen(pipe: int) -> None:
    """Let a pipe hold more, so that git and we wait less for each other; where it can't, it works too."""
    try:
        import fcntl

        fcntl.fcntl(pipe, fcntl.F_SETPIPE_SZ, _PIPE)
    except (ImportError, AttributeError, OSError):
        return


def command(*arguments: str) -> list[str]:
    """Give the words with which git is started; TrackerError where it is not installed.

    It is never looked for in a relative folder of PATH, which would be one of the repository.
    """
    folders = [part for part in os.get_exec_path() if Path(part).is_absolute()]
    program = shutil.which("git", path=os.pathsep.join(folders))
    if program is None:
        raise NoPastError(Text("git is not installed, or not in PATH; the register's history is kept by it"))
    return [program, *_SWITCHED_OFF, *arguments]


def environment() -> Mapping[str, str]:
    """Give the environment in which git runs."""
    return {name: value for name, value in os.environ.items() if name not in _UNSET} | _SET


def failed(told: bytes) -> GitError:
    """Make the error of what git wrote on its way out."""
    lines = [line.strip() for line in told.decode(errors="replace").splitlines()]
    said = "; ".join(line.removeprefix("fatal: ") for line in lines if line and not line.startswith("hint:"))
    said = said or "nothing"
    return GitError(Text("git says: {said}", {"said": said}), said)


def _cannot_run(error: OSError) -> GitError:
    return GitError(Text("git can't be run: {said}", {"said": str(error)}), str(error))
