"""The program's answers on hostile text: run in this process, and looked through for what could act."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
from collections.abc import Callable
from email import message_from_string
from email.policy import default

from tests.trust.programs import TODAY, Place, Ran, environment, tool
from tests.views.hostile import acts

_TAGS = re.compile(r"<script>alert|</script><img|<img src=x|</svg><!--", re.IGNORECASE)
_LINKS = re.compile(r"<a[^>]*href=[\"']?\s*javascript:", re.IGNORECASE)
_RUNNING = re.compile(r"(?<!\\)\]\(\s*javascript:|" + _LINKS.pattern, re.IGNORECASE)
Call = Callable[..., Ran]


def harmless(words: tuple[str, ...], text: str, form: str) -> None:
    """Check that nothing in an answer acts where it is shown."""
    for line in text.replace("\r\n", "\n").split("\n"):
        isolated = line.count("\u2068") == line.count("\u2069")  # pairs that the program itself sets
        found = acts(re.sub("[\u2068\u2069]", "", line) if isolated else line)
        assert not found.replace("\t", "" if form in {"html", "svg", "toml"} else "\t"), (words, line)
    if form == "email":
        head = text.partition("\n\n")[0]
        assert len(re.findall(r"^(?:Bcc|Subject):", head, re.MULTILINE | re.IGNORECASE)) <= 1, words
        pages = [part for part in message_from_string(text, policy=default).walk() if part["Content-Type"]]
        (text,) = (part.get_content() for part in pages if part.get_content_subtype() == "html")
        form = "html"  # what its plain text says is only read
    if form in {"html", "svg", "markdown"}:
        assert not _TAGS.search(text), (words, _TAGS.search(text))
        running = _LINKS if form in {"html", "svg"} else _RUNNING
        assert not running.search(text), (words, running.search(text))
    if form == "json":
        json.loads(text)
    if form == "csv":
        for cell in (cell for row in csv.reader(io.StringIO(text)) for cell in row):
            assert not cell.startswith(("=", "+", "@", "\t", "\r")), (words, cell)
            assert not cell.startswith("-") or re.fullmatch(r"-\d+", cell), (words, cell)
    if form == "ical":
        assert text.count("BEGIN:VCALENDAR") == text.count("\r\nEND:VCALENDAR") == 1, words
        assert not re.search(r"^(Bcc|Subject):", text, re.MULTILINE), words


def in_git(place: Place, *texts: str) -> None:
    """Commit texts one after the other."""
    git = tool("git")
    env = environment(GIT_AUTHOR_DATE=f"{TODAY}T10:00:00Z", GIT_COMMITTER_DATE=f"{TODAY}T10:00:00Z")
    named = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run([git, "init", "-q"], cwd=place.folder, env=env, check=True)
    for text in texts:
        place.register.write_bytes(text.encode())
        subprocess.run([git, "add", "commitments.toml"], cwd=place.folder, env=env, check=True)
        subprocess.run([git, *named, "commit", "-q", "-m", "it"], cwd=place.folder, env=env, check=True)
