"""The README cannot lie: each of its commands is run, in its order, and must print what stands there.

`python -m tests.test_readme` writes the present output into it.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.history.repositories import Work

ROOT = Path(__file__).parents[1]
README = ROOT / "README.md"
BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def printed(command: str, folder: Path) -> str:
    """Run a command as a person would see it: what it prints, then what it says beside."""
    environment = {
        "PATH": os.environ["PATH"],
        "PYTHONPATH": str(ROOT),
        "TRACKER_TODAY": "2026-11-21",
    }
    words = shlex.split(command)
    assert words[0] == "tracker"
    done = subprocess.run(
        [sys.executable, "-m", "tracker", *words[1:]],
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment,
        check=False,
    )
    return done.stdout + done.stderr


def rendered(readme: str) -> str:
    """Give the README with the present output of its commands."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        shutil.copy(ROOT / "commitments.toml", folder)
        shutil.copytree(ROOT / "seeds", folder / "seeds")

        def block(found: re.Match[str]) -> str:
            commands = [line for line in found[1].splitlines() if line.startswith("$ ")]
            shown = [f"{command}\n{printed(command[2:], folder)}" for command in commands]
            return "```console\n" + "\n".join(shown) + "```"

        return BLOCK.sub(block, readme)


def test_every_command_prints_what_the_readme_says() -> None:
    readme = README.read_text()
    assert rendered(readme) == readme


SHOWN = re.compile(r"`(tracker [a-z][^`]+)`")


def _shown() -> list[str]:
    """Give the commands that stand in sentences and tables, without what follows a pipe."""
    prose = re.sub(r"^```.*?^```", "", README.read_text(), flags=re.DOTALL | re.MULTILINE)
    found = (re.split(r"\s*\\?[|>]", line)[0] for line in SHOWN.findall(prose))
    return [
        line
        for line in dict.fromkeys(found)
        if len(line.split()) > 2 and not re.search("[A-Z]{4}|accord", line)
    ]


@pytest.mark.parametrize("line", _shown())
def test_what_stands_in_a_sentence_can_be_typed(line: str, tmp_path: Path) -> None:
    work = Work(tmp_path / "desk")
    shutil.copytree(ROOT / "seeds", work.folder / "seeds")
    work.commit({"commitments.toml": (ROOT / "commitments.toml").read_text(encoding="utf-8")}, "begin")
    said = printed(line, work.folder)
    if "--send" in line:
        assert "TRACKER_SMTP_URL" in said
    else:
        assert "tracker: error" not in said


def test_states_are_called_as_on_the_screen() -> None:
    from tracker.core.vocabulary import STATES
    from tracker.views.wording import catalogue

    words = catalogue("en")
    rows = re.findall(r"^\| ((?:`[a-z-]+`(?:, )?)+) \| ([^|]+) \| [^|]+\|$", README.read_text(), re.MULTILINE)
    told = {
        state: word
        for states, named in rows
        for state, word in zip(re.findall("[a-z-]+", states), re.split("[,;] ", named), strict=False)
        if state in STATES
    }
    assert told == {state: words.state(state) for state in STATES}


def test_every_command_stands_in_the_readme() -> None:
    from tracker.cli.directory import MODULES, load

    readme = README.read_text()
    missing = [name for name in MODULES if not load(name).COMMAND.hidden and f"tracker {name}" not in readme]
    assert missing == []


def test_every_command_and_option_has_help() -> None:
    from tracker.cli.directory import MODULES, load

    for name in MODULES:
        command = load(name).COMMAND
        assert command.name == name
        assert command.help
        assert all(argument.help for argument in command.arguments)
        assert all(option.help for option in command.options)


if __name__ == "__main__":
    README.write_text(rendered(README.read_text()))
