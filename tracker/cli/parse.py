"""The parser of the daily path: what is typed rightly, at no cost.

Typer builds all commands and imports far more than a query needs. So a well-formed call is read
here, from the same grammar, and anything else (help, completion, a slip) is Typer's.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from os import environ

from tracker.cli.directory import DEFAULT, MODULES, load
from tracker.cli.grammar import FLAG, GLOBALS, MANY, NUMBER, Call, Command, Option


def parse(argv: Sequence[str]) -> Call | None:
    """Read a well-formed call; None for what Typer has to answer."""
    if any(name.startswith("_TRACKER_COMPLETE") for name in environ):
        return None
    options = _by_flag(GLOBALS)
    given: dict[str, object] = {option.name: option.default for option in GLOBALS}
    words = iter(argv)
    before = _take(words, options, given, stop_at_word=True)
    if before is None:
        return None
    name = before[0] if before else DEFAULT
    if given["version"] or name not in MODULES:
        return None
    command: Command = load(name).COMMAND
    values: dict[str, object] = {option.name: option.default for option in command.options}
    options |= _by_flag(command.options)
    found = _take(words, options, values, shared=given)
    if found is None or given["version"] or not _place(command, found, values):
        return None
    return Call(name, values, given)


def _by_flag(options: Sequence[Option]) -> dict[str, Option]:
    return {flag: option for option in options for flag in option.flags.split("/")}


def _take(
    words: Iterator[str],
    options: dict[str, Option],
    values: dict[str, object],
    *,
    shared: dict[str, object] | None = None,
    stop_at_word: bool = False,
) -> list[str] | None:
    """Fill in options and return the other words; None at the first that is not understood."""
    others: list[str] = []
    for word in words:
        if word == "--" and not stop_at_word:
            return [*others, *words]
        if not word.startswith("-") or word == "-":
            others.append(word)
            if stop_at_word:
                return others
            continue
        flag, equals, value = word.partition("=")
        option = options.get(flag)
        if option is None:
            return None
        if option.kind != FLAG and not equals:
            value = next(words, "")
        target = values if shared is None or option.name in values else shared
        if not _set(target, option, flag, value, given=bool(equals)):
            return None
    return others


def _set(target: dict[str, object], option: Option, flag: str, value: str, *, given: bool) -> bool:
    """Put an option's value where it belongs; False where it is not one, or missing."""
    if option.kind == FLAG:
        target[option.name] = not (flag.startswith("--no-") and "/" in option.flags)
        return not given
    if option.kind == NUMBER:
        target[option.name] = int(value) if value.isdecimal() else None
        return value.isdecimal()
    if option.kind == MANY:
        so_far = target[option.name]
        target[option.name] = (*(so_far if isinstance(so_far, tuple) else ()), value)
    else:
        target[option.name] = value
    return bool(value)


def _place(command: Command, found: list[str], values: dict[str, object]) -> bool:
    """Give the words to the command's arguments; False where they don't fit."""
    for argument in command.arguments:
        if argument.many:
            if not found and not argument.optional:
                return False
            values[argument.name], found = tuple(found), []
        elif found:
            values[argument.name] = found.pop(0)
        elif argument.optional:
            values[argument.name] = None
        else:
            return False
    return not found
