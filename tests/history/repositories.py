"""Git repositories for tests: made by git itself, with fixed names and days."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

from tracker.history.form import Form
from tracker.register.disk.paths import matching
from tracker.register.parse import parse
from tracker.register.text.scan import blocks

FORM = Form(split=blocks, parse=parse, matching=matching)
ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_AUTHOR_NAME": "Amina Benali",
    "GIT_AUTHOR_EMAIL": "amina@example.org",
    "GIT_COMMITTER_NAME": "Amina Benali",
    "GIT_COMMITTER_EMAIL": "amina@example.org",
}
"""An environment in which git knows nothing of who runs the tests."""


class Work:
    """A working copy in which tests write and commit."""

    def __init__(self, folder: Path, *, clone: str = "", options: tuple[str, ...] = ()) -> None:
        """Make a new repository in a folder, or a clone."""
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        if clone:
            self.git("clone", "--quiet", *options, clone, ".")
        else:
            self.git("init", "--quiet", "--initial-branch=main", *options)

    def git(self, *arguments: str, when: str = "2026-01-01T12:00:00+00:00", given: bytes = b"") -> str:
        dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
        done = subprocess.run(
            ["git", *arguments],  # noqa: S607 - whichever git the tests find
            cwd=self.folder,
            env=os.environ | ALONE | dates,
            input=given,
            capture_output=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr.decode()
        return done.stdout.decode().strip()

    def write(self, files: Mapping[str, str | bytes | None]) -> None:
        for name, content in files.items():
            path = self.folder / name
            if content is None:
                path.unlink()
                continue
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode())

    def commit(
        self, files: Mapping[str, str | bytes | None], subject: str, when: str = "2026-01-01T12:00:00+00:00"
    ) -> str:
        self.write(files)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "-m", subject, when=when)
        return self.git("rev-parse", "HEAD")


def large(work: Work, commits: int, obligations: int) -> None:
    """Fill a repository with commits that each touch one or two of many obligations."""
    work.git("fast-import", "--quiet", given=b"".join(_stream(commits, obligations)))
    work.git("reset", "--quiet", "--hard", "main")


def _stream(commits: int, obligations: int) -> Iterator[bytes]:
    logs: list[list[str]] = [[] for _ in range(obligations)]
    blocks_ = [_block(number, []) for number in range(obligations)]
    for number in range(commits):
        touched = number * 7919 % obligations
        logs[touched].append(
            f'  {{ on = 2026-01-01, status = "in-progress", note = "Réunion {number} tenue à Rabat" }},\n'
        )
        blocks_[touched] = _block(touched, logs[touched])
        text = ("\n".join([_HEAD, *blocks_])).encode()
        said = f"Entry {number}".encode()
        when = 1735689600 + number * 3600
        yield b"commit refs/heads/main\ncommitter Amina Benali <amina@example.org> %d +0100\n" % when
        yield b"data %d\n%s\n" % (len(said), said)
        yield b"M 100644 inline commitments.toml\ndata %d\n%s\n" % (len(text), text)


_HEAD = """\
[settings]
title = "Partnerships"

[agreements.plan]
title = "Plan d'action"
parties = ["OIM", "OCI"]
date = 2025-06-21
"""


def _block(number: int, log: list[str]) -> str:
    entries = f"log = [\n{''.join(log)}]\n" if log else ""
    return f"""\
[obligations.plan.o{number}]
title = {{ en = "Half-yearly meeting {number}", fr = "Réunion semestrielle {number}" }}
kind = "joint-meeting"
bearers = ["OIM", "OCI"]
every = "6 months"
first = 2025-12-21
basis = "effective + 6 months"
owner = "mission-rabat"
quote = "par le biais de réunions semestrielles du mécanisme conjoint de suivi ({number})"
{entries}"""
