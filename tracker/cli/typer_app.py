"""The Typer application, made from the grammar: help, completion, and what was typed wrongly."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from keyword import iskeyword
from typing import Annotated, Any

import typer

from tracker import __version__
from tracker.cli.directory import DEFAULT, MODULES, load
from tracker.cli.grammar import FLAG, GLOBALS, MANY, NUMBER, TABLE, Argument, Call, Command, Option
from tracker.cli.misuse import empty, misuse, negative
from tracker.core.vocabulary import LANGUAGES, SPOKEN

_TYPES = {FLAG: bool, NUMBER: int, MANY: list[str]}
_ABOUT = (
    "Keep the promises that an organisation signs: what is due, what is late, who owes it, where it says so."
)


def parse(argv: Sequence[str]) -> Call | None:
    """Read a call with Typer: None where it has answered (help, version, completion).

    MisuseError for what is no call.
    """
    calls: list[Call] = []
    names = [word for word in argv if word in MODULES]
    app = _application(calls, names[:1] if "--help" in argv and names else list(MODULES))
    try:
        app(list(argv), prog_name="tracker", standalone_mode=False)
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        raise misuse(error) from None
    for call in calls:
        _check(call)
    return calls[0] if calls else None


def _check(call: Call) -> None:
    """Refuse `--on ''`: what a script left out must not come to mean what nobody has typed; and '-1'."""
    values = {**call.globals, **call.values}
    for option in (*load(call.command).COMMAND.options, *GLOBALS):
        value = values.get(option.name)
        if value == "" or (isinstance(value, tuple) and "" in value):
            raise empty(option.flags.split("/")[0], f"tracker {call.command}")
        if option.kind == NUMBER and isinstance(value, int) and value < 0:
            raise negative(option.flags, value, f"tracker {call.command}")


def _application(calls: list[Call], names: Sequence[str]) -> typer.Typer:
    app = typer.Typer(
        help=_ABOUT, rich_markup_mode=None, invoke_without_command=True, pretty_exceptions_enable=False
    )
    given: dict[str, object] = {option.name: option.default for option in GLOBALS}

    def start(ctx: typer.Context, **values: object) -> None:
        _keep(given, values)
        if given["version"]:
            typer.echo(f"tracker {__version__}")
            raise typer.Exit
        if ctx.invoked_subcommand is None:
            command: Command = load(DEFAULT).COMMAND
            calls.append(Call(DEFAULT, {**_defaults(command)}, given))

    app.callback()(_with_signature(start, (), GLOBALS, context=True))
    for name in names:
        command: Command = load(name).COMMAND
        app.command(
            command.name,
            help=command.help,
            short_help=command.help,  # or Typer cuts it in the list of commands
            epilog=command.epilog or None,
            hidden=command.hidden,
        )(
            _with_signature(
                _caller(command, calls, given), command.arguments, (*command.options, *_shared(command))
            )
        )
    return app


def _shared(command: Command) -> list[Option]:
    """Give the global options as they are for a command: with the formats and the languages that it has."""
    told = {"format": _formats(command), "lang": _languages(command)}
    return [option._replace(help=told.get(option.name, option.help)) for option in GLOBALS]


def _formats(command: Command) -> str:
    """Name the formats that a command has, '' for none, and the one without --format."""
    if not command.formats:
        return ""
    usual, *_ = command.formats
    default = "table on a terminal, else plain" if usual == TABLE else usual
    if any(option.name == "output" for option in command.options):
        default = f"as --output ends, else {default}"
    return f"{', '.join(command.formats)}; default: {default}"


def _languages(command: Command) -> str:
    """Name the languages that a command has; what answers in no format shows no titles."""
    spoken = LANGUAGES if command.arabic else SPOKEN
    titles = [language for language in LANGUAGES if language not in spoken]
    more = f"; titles alone: {', '.join(titles)}" if titles and command.formats else ""
    return f"Language of labels and titles: {', '.join(spoken)}{more}"


def _caller(command: Command, calls: list[Call], given: dict[str, object]) -> Callable[..., None]:
    shared = {option.name for option in GLOBALS} - {option.name for option in command.options}
    several = {option.name for option in command.options if option.kind == MANY}
    several |= {argument.name for argument in command.arguments if argument.many}

    def call(**values: Any) -> None:  # noqa: ANN401 - what Typer read, each as its option's kind says
        _keep(given, {name: value for name, value in values.items() if name in shared})
        if given["version"]:
            typer.echo(f"tracker {__version__}")
            return
        own = {name.rstrip("_"): value for name, value in values.items() if name not in shared}
        own |= {name: tuple(own[name] or ()) for name in several}
        calls.append(Call(command.name, own, given))

    return call


def _keep(given: dict[str, object], values: dict[str, Any]) -> None:
    given.update({name: value for name, value in values.items() if value is not None and value is not False})
    if values.get("color") is False:
        given["color"] = False


def _defaults(command: Command) -> dict[str, object]:
    values: dict[str, object] = {option.name: option.default for option in command.options}
    return values | {argument.name: () if argument.many else None for argument in command.arguments}


def _with_signature(
    function: Callable[..., None],
    arguments: Sequence[Argument],
    options: Sequence[Option],
    *,
    context: bool = False,
) -> Callable[..., None]:
    """Give a function the signature from which Typer reads arguments and options."""
    parameters = [_parameter("ctx", typer.Context, inspect.Parameter.empty)] if context else []
    for argument in arguments:
        kind: Any = list[str] if argument.many else str
        default: object = inspect.Parameter.empty
        if argument.optional:
            default, kind = (None, kind) if argument.many else (None, str | None)
        parameters.append(
            _parameter(
                argument.name,
                Annotated[kind, typer.Argument(help=argument.help, show_default=False)],
                default,
            )
        )
    taken = {parameter.name for parameter in parameters}
    for option in options:
        if option.name in taken:
            continue
        taken.add(option.name)
        default = None if option.kind == MANY else option.default
        parameters.append(_parameter(option.name, _annotation(option), default))
    signature = inspect.Signature(parameters)
    function.__signature__ = signature  # type: ignore[attr-defined] # Typer reads it from there
    function.__annotations__ = {parameter.name: parameter.annotation for parameter in parameters}
    return function


def _parameter(name: str, annotation: object, default: object) -> inspect.Parameter:
    # a parameter cannot be called `for`, as an option can
    name = f"{name}_" if iskeyword(name) else name
    return inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY, annotation=annotation, default=default)


def _annotation(option: Option) -> object:
    kind: Any = _TYPES.get(option.kind, str)
    if option.kind == MANY or option.default is None:
        kind = kind | None
    return Annotated[
        kind,
        typer.Option(
            option.flags,
            help=option.help,
            metavar=option.metavar or None,
            envvar=option.env or None,
            show_default=False,
            show_envvar=bool(option.env),
            hidden=not option.help,
        ),
    ]
