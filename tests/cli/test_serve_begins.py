"""How `tracker serve` begins and ends, and what it says where it can't."""

from __future__ import annotations

import gc
import os
import socket
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.real import library

READER = """
import json, os, signal, sys
from urllib.request import urlopen
_, process, url = sys.argv
try:
    with urlopen(url + "commitments.json?_shape=array&sql=select+today()+as+day") as answer:
        ((said,),) = [row.values() for row in json.load(answer)]
    with open("answer", "w") as file:
        file.write(said)
finally:
    os.kill(int(process), signal.SIGINT)
"""


@pytest.mark.filterwarnings("ignore::ResourceWarning", "ignore::pytest.PytestUnraisableExceptionWarning")
def test_it_is_opened_in_the_browser_and_ended_by_ctrl_c(
    folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    library("datasette")
    reader = folder / "reader.py"
    reader.write_text(READER, encoding="utf-8")
    monkeypatch.setenv("BROWSER", f"{sys.executable} {reader} {os.getpid()} %s")
    ended = run("serve", "--port", "0", "--host", "0.0.0.0", "--open")  # noqa: S104 - to be warned of it
    gc.collect()
    assert (ended.code, ended.out) == (0, "")
    first, second = ended.err.splitlines()
    assert first.startswith(f"{folder / 'commitments.db'} is served at http://0.0.0.0:")
    assert second == "whoever can reach this address reads the whole register, private entries too"
    assert (folder / "answer").read_text(encoding="utf-8") == "2026-11-21"


def test_what_cannot_be_served_is_told(folder: Path, run: Run) -> None:
    library("datasette")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        ended = run("serve", "--port", str(port))
    assert (ended.code, ended.out) == (2, "")
    assert f"port {port} is in use" in ended.err
    for words, said in (
        (("--host", "no.such.host.invalid"), "there is no host 'no.such.host.invalid' to serve from"),
        (("--host", "192.0.2.1"), "nothing can be served from 192.0.2.1 at port 8001"),
        (("--port", "70000"), "there is no port 70000"),
        (("--known-at", "2026-01-01"), "leave out --known-at"),
        (("--db", ":memory:"), "there is no database to serve"),
    ):
        ended = run("serve", *words)
        assert (ended.code, ended.out) == (2, "")
        assert said in ended.err


def test_a_missing_extra_is_named(folder: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "uvicorn", None)
    monkeypatch.delitem(sys.modules, "tracker.delivery.datasette", raising=False)
    ended = run("serve")
    assert ended.code == 2
    assert "this command needs datasette; install it with: .venv/bin/pip install -e '.[web]'" in ended.err
    assert run("serve", "--metadata").code == 0
