"""Real programs that tests talk to: skipped where a machine lacks one, saying why; a failure in CI."""

from __future__ import annotations

import os
import shutil
import subprocess
from importlib import import_module
from types import ModuleType
from typing import NoReturn

import pytest

LIMIT = 120
"""Seconds that a program may take."""


def lacking(why: str) -> NoReturn:
    """Skip a test, saying why; where `CI` is set everything has to run, and it fails."""
    if os.environ.get("CI"):
        pytest.fail(f"this has to run in CI: {why}")
    pytest.skip(why)


def program(*names: str) -> str:
    """Find a program of the system, under the first of its names that there is."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or lacking(f"there is no {names[0]} on this machine; .ci/packages has what to install")


def library(name: str) -> ModuleType:
    """Import a library of an extra."""
    try:
        return import_module(name)
    except ImportError:
        lacking(f"there is no {name} here: pip install --group test")


def ran(*words: str, given: bytes = b"", code: int = 0) -> str:
    """Run a program; give what it wrote to standard output. It has to end with a code."""
    done = subprocess.run(words, input=given, capture_output=True, timeout=LIMIT, check=False)
    assert done.returncode == code, done.stderr.decode(errors="replace")
    return done.stdout.decode()
