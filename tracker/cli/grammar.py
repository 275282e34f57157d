"""What can be typed, as data: the one definition of each command's arguments and options.

The parser of the daily path and the Typer application (help, completion, usage errors) are both
made from it. Light to import.
"""

# without postponed annotations, each of which a NamedTuple would compile on import

from typing import NamedTuple

from tracker.core.vocabulary import LANGUAGES

TEXT, FLAG, NUMBER, MANY = "text", "flag", "number", "many"

TABLE, PLAIN, JSON, CSV, MARKDOWN = "table", "plain", "json", "csv", "markdown"
ROWS = (TABLE, PLAIN, JSON, CSV, MARKDOWN)
"""Formats of rows."""
ONE = (TABLE, PLAIN, JSON, MARKDOWN)
"""Formats of what is not a list of rows."""
TEXTS = (TABLE, PLAIN, JSON)
"""Formats of what is said of a change."""
DIFFERENCE = (TABLE, PLAIN)
"""Formats of a change in a file's text."""


class Option(NamedTuple):
    """An option: `flags` as typed; `kind` is TEXT, FLAG, NUMBER or MANY (given more than once).

    A FLAG may be written `--yes/--no`: its value is then None where neither is given.
    """

    flags: str
    help: str
    kind: str = TEXT
    metavar: str = ""
    env: str = ""

    @property
    def name(self) -> str:
        """The name under which the command receives it."""
        return self.flags.partition("/")[0].removeprefix("--").replace("-", "_")

    @property
    def default(self) -> object:
        """What the command receives where the option is not given."""
        if self.kind == MANY:
            return ()
        return False if self.kind == FLAG and "/" not in self.flags else None


class Argument(NamedTuple):
    """A word after the command's name; `many` takes all that are left, `optional` may be absent."""

    name: str
    help: str
    many: bool = False
    optional: bool = False


class Command(NamedTuple):
    """A command: what it does in one line, what it takes, and what a person may want to know.

    `formats` are those that its answer has, the usual one first; a table is one for a terminal, and
    plain text elsewhere. `arabic` says whether the answer is written in Arabic too; another one's has
    titles in Arabic at most.
    """

    name: str
    help: str
    arguments: tuple[Argument, ...] = ()
    options: tuple[Option, ...] = ()
    formats: tuple[str, ...] = ()
    epilog: str = ""
    hidden: bool = False
    arabic: bool = False


class Call(NamedTuple):
    """What was typed: the command's name, its values, and the values of the global options."""

    command: str
    values: dict[str, object]
    globals: dict[str, object]


GLOBALS = (
    Option(
        "--file",
        "The register; default: commitments.toml here or in the nearest parent",
        metavar="PATH",
        env="TRACKER_FILE",
    ),
    Option(
        "--db",
        "The projection; default: beside the register, with its name and .db",
        metavar="PATH",
        env="TRACKER_DB",
    ),
    Option("--as-of", "The day to answer for: 2026-06-30, today, -7d, 'next friday' …", metavar="DATE"),
    Option("--known-at", "By what was known then: a day, or a revision in git", metavar="DATE|REV"),
    Option(
        "--format",
        f"{', '.join(ROWS)} …, as the command has them; default: table on a terminal, else plain",
        metavar="FORMAT",
    ),
    Option("--lang", f"Language of labels and titles: {', '.join(LANGUAGES)}", metavar="LANG"),
    Option("--color/--no-color", "Colour on a terminal; NO_COLOR is respected", kind=FLAG),
    Option("--version", "Print the version and stop", kind=FLAG),
)
