"""Paths, repositories and revisions that lead out or would run something: none is followed."""

from __future__ import annotations

import os
import subprocess
import time

import pytest

from tests.trust.answers import Call, in_git
from tests.trust.programs import TODAY, Place, environment, tool
from tracker.register.text.literals import literal


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
    in_git(place, text, text.replace("Partnerships desk", "Another desk"))
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
    in_git(place, place.text)
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
