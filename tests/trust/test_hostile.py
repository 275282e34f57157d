"""Text that tries to act on a terminal, a page, a spreadsheet, git or the parser: none does, none crashes."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import time
from collections.abc import Callable, Iterator

import pytest

from tests.trust.programs import FULL, TODAY, Place, Ran, environment, size, tool
from tests.views.hostile import acts
from tracker.cli.directory import MODULES
from tracker.register.literals import literal

FORMATS = ("table", "plain", "json", "csv", "markdown", "html", "email", "ical", "svg", "github", "toml")
PAYLOADS = {
    "terminal": "\x1b[31m\x1b]0;owned\x07\x9b2J\x1b]8;;file:///etc/passwd\x07\r\b\x7f\u2028\u2029\x85",
    "unseen": "\u202egnp.exe\u2066\u2069\u200b\u2060\ufeff\U000e0041\u200f\u061c\u00ad",
    "page": "<script>alert(1)</script><img src=x onerror=alert(1)>\"'>[red]x[/red]"
    "[link=file:///x]y[/link][a](javascript:alert(1))![b](http://x/y)|**_`~~{0}{title.__class__}"
    "%s%(x)s${PATH}`id`$(id)]]></svg><!--",
    "formula": "=cmd|'/c calc'!A0",
    "plus": "+1+cmd|'/c calc'!A0",
    "at": "@SUM(1+1)*cmd|'/c calc'!A0",
    "tab": "\t=1+1",
    "sql": "'; DROP TABLE obligations; --\" OR 1=1 UNION SELECT * FROM meta; ATTACH 'x.db' AS x; */",
    "header": "\nBcc: all@example.org\r\nSubject: x\r\n\r\nBEGIN:VEVENT\nEND:VCALENDAR\n"
    '[obligations.x.y]\n"""',
}
TRIED = PAYLOADS
if not FULL:
    mixed = ("terminal", "unseen", "page", "sql", "header")
    TRIED = {"mixed": "".join(PAYLOADS[name] for name in mixed), "formula": PAYLOADS["formula"]}
_DEAF = {"check", "sync", "log", "textconv", "init", "git-setup", "merge-driver"}
"""Commands that have no use for some of the global options, and do not look at them."""
_LOG = "{{ on = 2026-01-05, {status}note = {x}, evidence = {x}, by = {x}, agreed_with = 'B', dispute = 'A' }}"
_TAGS = re.compile(r"<script>alert|</script><img|<img src=x|</svg><!--", re.IGNORECASE)
_LINKS = re.compile(r"<a[^>]*href=[\"']?\s*javascript:", re.IGNORECASE)
_RUNNING = re.compile(r"(?<!\\)\]\(\s*javascript:|" + _LINKS.pattern, re.IGNORECASE)

Call = Callable[..., Ran]


def register(payload: str) -> str:
    """Write a register that has a text wherever a text can be."""
    x = literal(payload)
    entry = _LOG.format(status="status = 'in-progress', ", x=x)
    named = f"name = {{ en = {literal(payload + 'n')}, fr = {x} }}"
    return f"""
[settings]
title = {x}
timezone = "UTC"
us = ["A"]
[parties.A]
{named}
aliases = [{literal(payload + "a")}]
[parties.B]
name = {literal(payload + "B")}
[people.one]
name = {x}
email = "one@example.org"
[agreements.k]
title = {{ en = {x}, fr = {x} }}
kind = "mou"
parties = ["A", "B"]
date = 2025-01-01
expires = 2027-01-01
source = {literal("paper.txt")}
log = [{{ on = 2026-01-01, status = "extended", ends = 2027-06-01, evidence = {x}, note = {x} }}]
[agreements.k.sources.other]
file = {x}
[obligations.k.late]
title = {{ en = {x}, fr = {x} }}
number = {literal(payload + "1")}
kind = "other"
bearers = ["A"]
counterparties = ["B"]
due = 2026-01-31
basis = {x}
owner = "one"
clause = {x}
page = {x}
quote = {x}
notes = {x}
tags = [{x}]
log = [{entry}]
[obligations.k.again]
title = {x}
kind = "joint-meeting"
every = "6 months"
first = 2025-06-30
quote = {x}
log = [{_LOG.format(status="", x=x)}]
[obligations.k.goes-on]
title = {x}
kind = "other"
quote = {x}
"""


@pytest.fixture
def call(place: Place, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Call:
    """Run the program in this process, in the folder; whatever it raises is a failure."""
    from tracker.cli.main import run

    monkeypatch.chdir(place.folder)
    for name in list(os.environ):
        if name.startswith(("TRACKER_", "GIT_")):
            monkeypatch.delenv(name)
    for name, value in environment().items():
        monkeypatch.setenv(name, value)
    (place.folder / "paper.txt").write_text("The parties shall meet.\n")

    def program(*words: str) -> Ran:
        capfd.readouterr()
        code = run(words)
        done = capfd.readouterr()
        ran = Ran(code, done.out, done.err)
        assert code in {0, 1, 2}, (words, ran)
        assert "Traceback" not in done.err, (words, done.err)
        _harmless(words, done.err, "error")
        return ran

    return program


def _harmless(words: tuple[str, ...], text: str, form: str) -> None:
    """Check that nothing in an answer acts where it is shown."""
    for line in text.replace("\r\n", "\n").split("\n"):
        isolated = line.count("\u2068") == line.count("\u2069")  # pairs that the program itself sets
        found = acts(re.sub("[\u2068\u2069]", "", line) if isolated else line)
        assert not found.replace("\t", "" if form in {"html", "svg", "toml"} else "\t"), (words, line)
    if form in {"html", "svg", "markdown", "email"}:
        assert not _TAGS.search(text), (words, _TAGS.search(text))
        running = _LINKS if form in {"html", "svg", "email"} else _RUNNING
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
    if form == "email":
        head = text.partition("\n\n")[0]
        assert len(re.findall(r"^(?:Bcc|Subject):", head, re.MULTILINE | re.IGNORECASE)) <= 1, words


def questions() -> Iterator[tuple[str, ...]]:
    """Give a call of each command that answers."""
    yield ("status",)
    yield ("list",)
    yield ("list", "--occurrences")
    yield from (("show", f"k.{name}") for name in ("late", "again", "goes-on"))
    yield ("report",)
    yield ("calendar",)
    yield ("timeline",)
    yield ("brief", "B")
    yield ("check", "--notes")
    yield ("diff", "HEAD~")
    yield ("log",)
    yield ("log", "k.late")


@pytest.mark.parametrize("payload", TRIED)
def test_in_the_register_through_every_command_and_format(
    place: Place, call: Call, payload: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    _in_git(place, register("harmless"), register(TRIED[payload]))
    answered: set[str] = set()
    for words in questions():
        for form in FORMATS:
            if form == "email" and words[0] != "report":
                continue
            also = ("--to", "a@example.org", "--from", "b@example.org") if form == "email" else ()
            for language in ("en", "fr") if size(0, 1) else ("fr",):
                ran = call(*words, "--format", form, "--lang", language, *also)
                if ran.code == 2:
                    assert ran.out == "", (words, form, ran)
                    continue
                answered.add(words[0])
                _harmless((*words, form), ran.out, form)
    assert answered == {words[0] for words in questions()}
    assert sorted(path.name for path in place.folder.iterdir() if path.name not in {".tracker", ".git"}) == [
        "commitments.db",
        "commitments.toml",
        "paper.txt",
        "seeds",
    ]


def _in_git(place: Place, *texts: str) -> None:
    """Commit texts one after the other."""
    git = tool("git")
    env = environment(GIT_AUTHOR_DATE=f"{TODAY}T10:00:00Z", GIT_COMMITTER_DATE=f"{TODAY}T10:00:00Z")
    named = ("-c", "user.name=a", "-c", "user.email=a@example.org")
    subprocess.run([git, "init", "-q"], cwd=place.folder, env=env, check=True)
    for text in texts:
        place.register.write_bytes(text.encode())
        subprocess.run([git, "add", "commitments.toml"], cwd=place.folder, env=env, check=True)
        subprocess.run([git, *named, "commit", "-q", "-m", "it"], cwd=place.folder, env=env, check=True)


@pytest.mark.parametrize("payload", TRIED)
def test_on_the_command_line(place: Place, call: Call, payload: str) -> None:
    before = place.text
    rows = call("list", "--format", "json").out
    x = TRIED[payload]
    for command in MODULES:
        tried = ((x,), ("--format", x), (f"--known-at={x}",), (x, x), ("--lang", x), ("--as-of", x))
        for words in tried[: size(3, 6)]:
            ran = call(command, *words)
            assert ran.code == 2 or command in _DEAF, (command, words, ran)
    for option in ("--search", "--party", "--sort", "--columns"):
        call("list", option, x)
    assert place.text == before
    assert call("list", "--format", "json").out == rows


@pytest.mark.parametrize("payload", TRIED)
def test_recorded_it_is_a_text_and_no_more(place: Place, call: Call, payload: str) -> None:
    """An entry that smuggles a header in, or a quotation mark, stays one string in one entry."""
    x = TRIED[payload]
    before = place.text
    ran = call("update", "observer", "in-progress", "--note", x, "--evidence", x, "--by", x)
    assert ran.code == 0, ran
    _harmless(("update",), ran.out, "plain")
    assert place.notes() == [x]
    assert call("undo").code == 0
    assert place.text == before


@pytest.mark.parametrize("payload", TRIED)
def test_in_what_is_wrong(place: Place, call: Call, payload: str) -> None:
    x = literal(TRIED[payload])
    for wrong in (
        f"{x} = 1\n",
        f"[{x}]\n",
        f"[settings]\nlanguage = {x}\ntimezone = {x}\nsoon = {x}\n",
        f"include = [{x}]\n",
        f"[agreements.{x}]\ntitle = 1\n[agreements.{x}]\n",
        f"[agreements.a]\ntitle = 'a'\nparties = [1]\ndate = {x}\n[obligations.a.{x}]\n{x} = {x}\n",
        f"[obligations.a.b]\nrrule = {x}\n",
        TRIED[payload].encode().decode() + "\n",
    ):
        place.register.write_bytes(wrong.encode())
        for words in (
            ("check",),
            ("check", "--format", "json"),
            ("check", "--format", "github"),
            ("status",),
        ):
            ran = call(*words)
            assert ran.code in {1, 2} or wrong.startswith("include"), (wrong, ran)
            _harmless(words, ran.out, words[-1] if len(words) > 1 else "plain")


def test_a_title_of_10_megabytes(place: Place) -> None:
    size_ = size(2_000_000, 10_000_000)
    text = place.text.replace("Half-yearly meetings of the joint", "m" * size_ + " of the joint")
    place.register.write_text(text)
    began = time.monotonic()
    for words in (("status",), ("list", "--format", "json"), ("show", "half-yearly"))[: size(2, 3)]:
        ran = place.run(*words)
        assert ran.code == 0, (words, ran.err[:500])
    ran = place.run(*place.record("after it"))
    assert ran.code == 0
    took = time.monotonic() - began
    print(f"a title of {size_ / 1e6:g} MB: all commands in {took:.1f} s")  # noqa: T201 - the figures


@pytest.mark.parametrize(
    "text",
    [
        "x = " + "[" * 10_000,
        "x = " + "[" * 10_000 + "]" * 10_000,
        "x = " + "{a=" * 10_000 + "1" + "}" * 10_000,
        "[" + ".".join(["a"] * 10_000) + "]",
        ".".join(["a"] * 10_000) + " = 1",
        "[settings]\ntitle = " + "[[" * 5_000 + '"x"' + "]]" * 5_000,
        "[a." * 10_000,
        "x = '''" + "'" * 100_000,
        'x = "' + "\\" * 100_001,
    ],
    ids=["opened", "arrays", "tables", "header", "dotted", "in a title", "headers", "quotes", "backslashes"],
)
def test_nesting_10_000_deep(place: Place, text: str) -> None:
    place.register.write_text(text)
    for words in (("status",), place.record("x")) if size(0, 1) else (("status",),):
        ran = place.run(*words)
        assert ran.code == 2
        assert re.match(r"tracker: error: commitments\.toml:\d+:\d+: ", ran.err), ran.err
        assert len(ran.err) < 10_000
    assert place.run("check").code == 2


@pytest.mark.parametrize(
    "path",
    [
        "../secret.txt",
        "{outside}/secret.txt",
        "seeds/../../secret.txt",
        "file://{outside}/secret.txt",
        "link.txt",
        "http://127.0.0.1:9/secret.txt",
        "~/secret.txt",
        "$HOME/secret.txt",
        "|cat secret.txt",
        "\\\\127.0.0.1\\secret",
        "/dev/zero",
        "/proc/self/environ",
        "-",
        "fifo",
    ],
)
def test_nothing_outside_the_folder_is_read(place: Place, call: Call, path: str) -> None:
    outside = place.folder.parent
    (outside / "secret.txt").write_text('[settings]\ntitle = "SECRET"\n# the parties shall keep SECRET\n')
    (place.folder / "link.txt").symlink_to(outside / "secret.txt")
    os.mkfifo(place.folder / "fifo")
    stated = literal(path.replace("{outside}", str(outside)))
    source = (
        '[agreements.a]\ntitle = "a"\nparties = ["A", "B"]\ndate = 2025-01-01\n'
        f'source = {stated}\n[obligations.a.b]\ntitle = "b"\nkind = "other"\n'
        'quote = "the parties shall keep"\n'
    )
    for text in (source, f"include = [{stated}]\n"):
        place.register.write_text(text)
        began = time.monotonic()
        for words in (("check", "--notes"), ("status",), ("show", "a.b"), ("accept", "a"), ("extract", path)):
            if words[0] == "extract" and "link" not in path and ".." not in path:
                continue
            ran = call(*words)
            if words[0] != "extract":  # a document that a person names is read wherever it is
                assert "SECRET" not in ran.out + ran.err, (words, ran)
        assert time.monotonic() - began < 20
    assert "sha256" not in place.text


def test_a_poisoned_git(place: Place, call: Call, monkeypatch: pytest.MonkeyPatch) -> None:
    """A repository whose configuration, attributes and hooks name programs: none of them is run."""
    text = place.text
    _in_git(place, text, text.replace("Partnerships desk", "Another desk"))
    trap = place.folder.parent / "trap.sh"
    sprung = place.folder.parent / "sprung"
    trap.write_text(f"#!/bin/sh\necho run >> {sprung}\ncat\n")
    trap.chmod(0o755)
    keys = (
        "core.fsmonitor",
        "core.pager",
        "pager.log",
        "pager.diff",
        "pager.show",
        "core.editor",
        "core.sshCommand",
        "diff.external",
        "diff.trap.textconv",
        "diff.trap.command",
        "filter.trap.smudge",
        "filter.trap.clean",
        "filter.trap.process",
        "core.hooksPath",
        "gpg.program",
        "credential.helper",
        "core.askPass",
        "uploadpack.packObjectsHook",
        "core.alternateRefsCommand",
        "alias.log",
        "alias.rev-list",
        "alias.cat-file",
        "log.showSignature",
        "interactive.diffFilter",
        "sequence.editor",
        "remote.origin.uploadpack",
    )
    git = tool("git")
    for key in keys:
        value = "true" if key == "log.showSignature" else f"!{trap}" if key.startswith("alias") else str(trap)
        subprocess.run([git, "config", key, value], cwd=place.folder, env=environment(), check=True)
    (place.folder / ".git" / "info" / "attributes").write_text("* diff=trap filter=trap\n")
    (place.folder / ".gitattributes").write_text("* diff=trap filter=trap\n")
    for hook in ("post-checkout", "post-index-change", "reference-transaction", "fsmonitor-watchman"):
        (place.folder / ".git" / "hooks").mkdir(exist_ok=True)
        (place.folder / ".git" / "hooks" / hook).symlink_to(trap)
    monkeypatch.setenv("PAGER", str(trap))
    sprung.unlink(missing_ok=True)
    for words in (
        ("diff",),
        ("diff", "HEAD~"),
        ("log",),
        ("log", "observer"),
        ("status", "--known-at", "HEAD~"),
        ("report",),
        ("check",),
        ("status", "--known-at", TODAY),
        place.record("x"),
    ):
        ran = call(*words)
        assert ran.code == 0, (words, ran)
    assert not sprung.exists(), sprung.read_text()


@pytest.mark.parametrize(
    "revision",
    [
        "--output=owned",
        "-O/etc/passwd",
        "--exec=touch owned",
        "--upload-pack=touch owned",
        "-",
        "--",
        "--all",
        "-p",
        "HEAD:commitments.toml",
        "HEAD^{tree}",
        "@{-1}",
        ":/x",
        "HEAD\nowned",
        "",
        "..",
        "HEAD..",
        "^HEAD",
        "HEAD^!",
        "HEAD^@",
        "$(touch owned)",
    ],
)
def test_a_revision_that_is_an_option(place: Place, call: Call, revision: str) -> None:
    _in_git(place, place.text)
    before = sorted(path.name for path in place.folder.iterdir())
    for words in (
        ("diff", "--", revision),
        ("diff", "--", "HEAD", revision),
        ("status", f"--known-at={revision}"),
    ):
        ran = call(*words)
        assert ran.code in {0, 2}
        assert ran.code == 2 or revision == "", (words, ran)
    after = {path.name for path in place.folder.iterdir()} - {"commitments.db"}
    assert sorted(after) == before
