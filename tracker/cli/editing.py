"""A proposal in the editor of the person who reads it."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
import tomllib
from collections.abc import Mapping
from pathlib import Path

from tracker.core.errors import TrackerError

_USUAL = "vi"


def edited(text: str) -> str:
    """Let the person change a text in their editor; TrackerError if there is none, or it fails."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "proposal.toml")
        file.write_text(text, encoding="utf-8")
        _open(file)
        try:
            return file.read_text(encoding="utf-8")
        except UnicodeDecodeError as error:
            raise TrackerError("cannot be read as TOML: {reason}", reason=str(error)) from error
        except OSError as error:
            raise TrackerError("the editor left no file") from error


def proposal_in(text: str) -> tuple[str, Mapping[str, object]]:
    """Read the one table that a person left, with its name; TrackerError for anything else."""
    try:
        found = tomllib.loads(text)
    except ValueError as error:
        raise TrackerError("cannot be read as TOML: {reason}", reason=str(error)) from error
    tables = [(name, table) for name, table in found.items() if isinstance(table, dict)]
    if len(found) != 1 or not tables:
        raise TrackerError("leave one table, [NAME] and what is stated of it")
    (name, table), *_ = tables
    if table and "title" not in table and all(isinstance(value, dict) for value in table.values()):
        raise TrackerError(
            "the header names the entry alone: write [{name}], without a dot", name=_innermost(name, table)
        )
    return name, table


def _innermost(name: str, table: Mapping[str, object]) -> str:
    """Give the last name of a header with dots, as far as it is one table in another."""
    while len(table) == 1:
        ((inner, value),) = table.items()
        if not isinstance(value, dict):
            break
        name, table = inner, value
    return name


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
