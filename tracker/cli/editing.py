"""A proposal in the editor of the person who reads it."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path

import tomli_w

from tracker.cli.desk import Desk
from tracker.core.errors import TrackerError
from tracker.extract import Draft

_USUAL = "vi"


def edited(desk: Desk, draft: Draft) -> tuple[str, Mapping[str, object]] | None:
    """Let the person change a proposal in their editor; None, and why, if it can't be taken from there."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "proposal.toml")
            file.write_text(tomli_w.dumps({draft.name: draft.table}), encoding="utf-8")
            _open(file)
            return _read(file)
    except TrackerError as error:
        desk.tell("that can't be taken: {reason}", reason=error.text)
        return None


def _open(file: Path) -> None:
    """Run the editor on a file; TrackerError if there is none, or it fails."""
    named = os.environ.get("VISUAL") or os.environ.get("EDITOR") or ""
    try:
        words = shlex.split(named or _USUAL)
        done = subprocess.run([*words, str(file)], check=False)
    except ValueError as error:
        raise TrackerError("the editor's name can't be read: {editor}", editor=named) from error
    except OSError as error:
        if not named:
            raise TrackerError("there is no editor: name yours in EDITOR") from error
        raise TrackerError(
            "the editor {editor} can't be started: name yours in EDITOR", editor=named
        ) from error
    if done.returncode:
        raise TrackerError(
            "the editor {editor} failed (exit code {code}); the proposal is as it was",
            editor=named or _USUAL,
            code=done.returncode,
        )


def _read(file: Path) -> tuple[str, Mapping[str, object]]:
    """Read what the person left: one table; TrackerError for anything else."""
    try:
        found = tomllib.loads(file.read_text(encoding="utf-8"))
    except ValueError as error:
        raise TrackerError("cannot be read as TOML: {reason}", reason=str(error)) from error
    except OSError as error:
        raise TrackerError("the editor left no file") from error
    tables = [(name, table) for name, table in found.items() if isinstance(table, dict)]
    if len(found) != 1 or not tables:
        raise TrackerError("leave one table, [NAME] and what is stated of it")
    return tables[0]
