"""What was typed wrongly, in the program's own words and language; Typer finds it, in English."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any, Final

from tracker.cli.grammar import Command
from tracker.core.errors import Text, TrackerError

_QUOTED: Final = re.compile(r"'((?:[^'\\]|\\.)*)'")
_BRACKETED: Final = re.compile(r" \((.*)\)", re.DOTALL)
_LOOKED_AT: Final = ("lang", "file")
"""The options that say in which language to answer."""


class MisuseError(TrackerError):
    """What was typed is not a call; the sentence says whose help to read."""


def misuse(error: Exception) -> MisuseError:
    """Say what Typer found wrong; its own sentence where it is none of those known here."""
    context: Any = getattr(error, "ctx", None)
    hint = context.command_path if context else "tracker"
    said = _SAID.get(type(error).__name__)
    text = said(error) if said else None
    if text is None:
        text = Text(str(error.format_message()).rstrip("."))  # type: ignore[attr-defined] # all of Typer's have it
    return _misuse(text, hint)


def _misuse(wrong: Text, hint: str) -> MisuseError:
    return MisuseError("{wrong} ('{hint} --help' tells more)", wrong=wrong, hint=hint)


def empty(option: str, hint: str) -> MisuseError:
    """Say that an option was given nothing."""
    return _misuse(Text("{option} needs a value", {"option": option}), hint)


def negative(option: str, value: int, hint: str) -> MisuseError:
    """Say that an option counts from 0."""
    return _misuse(_no_number(option, str(value)), hint)


def asked_for(argv: Sequence[str]) -> dict[str, object]:
    """Find the language and the register of a call that can't be read, to answer it in that language."""
    found: dict[str, object] = {}
    for word, following in zip(argv, [*argv[1:], ""], strict=True):
        flag, equals, value = word.partition("=")
        name = flag.removeprefix("--")
        if flag.startswith("--") and name in _LOOKED_AT:
            found[name] = value if equals else following
    return found


def _option(error: Any) -> Text:  # noqa: ANN401 - Typer's exceptions are not for import
    values: dict[str, object] = {"option": error.option_name}
    if error.possibilities:
        near = ", ".join(sorted(error.possibilities))
        return Text("there is no option {option}; did you mean {near}?", {**values, "near": near})
    return Text("there is no option {option}", values)


def _bare_option(error: Any) -> Text:  # noqa: ANN401
    if "requires" in error.message:
        return Text("{option} needs a value", {"option": error.option_name})
    return Text("{option} takes no value", {"option": error.option_name})


def _missing(error: Any) -> Text | None:  # noqa: ANN401
    return (
        Text("{argument} is missing", {"argument": error.param.human_readable_name.upper()})
        if error.param
        else None
    )


def _value(error: Any) -> Text | None:  # noqa: ANN401
    found = _QUOTED.search(error.message)
    if error.param is None or found is None or not error.message.endswith("int."):
        return None
    return _no_number(error.param.opts[0], found[1])


def _no_number(option: str, value: str) -> Text:
    return Text("{option}: {value!r} is not a whole number", {"option": option, "value": value})


def _usage(error: Any) -> Text | None:  # noqa: ANN401
    words = _QUOTED.findall(error.message)
    if error.message.startswith("No such command") and words:
        values: dict[str, object] = {"command": words[0], "near": ", ".join(words[1:])}
        if words[1:]:
            return Text("there is no command {command!r}; did you mean {near}?", values)
        return Text("there is no command {command!r}", values)
    if "unexpected extra" in error.message and (extra := _BRACKETED.search(error.message)):
        return _too_many(extra[1], error.ctx.info_name)
    return None


def _too_many(words: str, name: str) -> Text:
    """Say that words are left over, and where they may belong."""
    from shlex import quote

    from tracker.cli.directory import load

    command: Command = load(name).COMMAND
    if {"party", "agreement"} <= {option.name for option in command.options} and not command.arguments:
        return Text(
            "nothing more can follow here: {words}; write --party {quoted}, or --agreement {quoted}",
            {"words": words, "quoted": quote(words)},
        )
    if command.arguments:
        return Text(
            'nothing more can follow here: {words}; words that belong together stand in "quotation marks"',
            {"words": words},
        )
    return Text("nothing more can follow here: {words}", {"words": words})


_SAID: Final[dict[str, Callable[[Any], Text | None]]] = {
    "NoSuchOption": _option,
    "BadOptionUsage": _bare_option,
    "MissingParameter": _missing,
    "BadParameter": _value,
    "UsageError": _usage,
    "NoSuchCommand": _usage,
}
