"""`tracker serve` with a real Datasette, as a process of its own on a free port, asked over HTTP."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import build_opener

from tests.real import LIMIT, library

ROOT = Path(__file__).parents[1]
_OPENER = build_opener()


class Answer(NamedTuple):
    """What came back."""

    status: int
    text: str


class Running(NamedTuple):
    """A server that runs in a folder."""

    process: subprocess.Popen[str]
    url: str
    folder: Path

    def get(self, path: str, given: str | None = None, **asked: str) -> Answer:
        """Ask for a page; with `given`, post that."""
        address = f"{self.url}{path}{'?' if asked else ''}{urlencode(asked)}"
        try:
            with _OPENER.open(address, given.encode() if given else None, LIMIT) as answer:
                return Answer(answer.status, answer.read().decode())
        except HTTPError as error:
            with error:
                return Answer(error.code, error.read().decode())

    def rows(self, question: str, **asked: str) -> list[dict[str, Any]]:
        """Ask a question by its name."""
        answer = self.get(f"commitments/{question}.json", _shape="array", _json="bearers", **asked)
        assert answer.status == 200, answer.text
        found: list[dict[str, Any]] = json.loads(answer.text)
        return found


@contextmanager
def serving(folder: Path, *typed: str) -> Iterator[Running]:
    """Serve a folder's register until the end, which is Ctrl-C."""
    library("datasette")
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "TRACKER_TODAY": "2026-11-21"}
    process = subprocess.Popen(
        [sys.executable, "-m", "tracker", "serve", "--port", "0", *typed],
        cwd=folder,
        env=environment,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    try:
        assert process.stderr
        line = process.stderr.readline()
        found = re.search(r"http://\S+/", line)
        assert found, line + process.stderr.read()
        yield Running(process, found[0], folder)
        process.send_signal(signal.SIGINT)
        assert process.wait(LIMIT) == 0
    finally:
        process.kill()
        process.communicate(timeout=LIMIT)
