"""What a command has at hand: the register, its projection, the day, the words, the way out.

Everything is opened when it is first asked for, so that a command pays for what it uses.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, cast

from tracker.cli import output
from tracker.cli.clock import today
from tracker.cli.grammar import GLOBALS, PLAIN, Command
from tracker.core.errors import RegisterError, TrackerError
from tracker.core.vocabulary import LANGUAGES, SPOKEN

if TYPE_CHECKING:
    import sqlite3

    from tracker.store.queries import Stored
    from tracker.views.wording import Wording
    from tracker.workspace.catching_up import Rewritten
    from tracker.workspace.current import Workspace
    from tracker.workspace.knowing import Known

_LAST_YEAR = 2999
"""The last year with an answer; whatever recurs is laid out day by day up to the year that is asked about."""
FINDINGS = 1
"""The exit code of a command that found what it was asked to look for."""


class Desk:
    """One call's surroundings, from the global options."""

    form = PLAIN
    """The format of the answer; of what is said where no command is known, plain."""

    def __init__(self, given: Mapping[str, object], *, arabic: bool = False) -> None:
        """Take the values of the global options, and whether the command answers in Arabic too.

        The environment fills in what is not given.
        """
        self._arabic = arabic
        self._given = dict(given)
        for option in GLOBALS:
            if option.env and self._given.get(option.name) is None:
                self._given[option.name] = os.environ.get(option.env) or None
        self._workspace: Workspace | None = None
        self._connection: sqlite3.Connection | None = None
        self._opened: sqlite3.Connection | None = None
        self._settings: Stored | None = None
        self._wording: Wording | None = None
        self._today: date | None = None
        self._as_of: date | None = None
        self._known: Known | None = None

    def choose(self, command: Command, file: str | None) -> None:
        """Choose the format, of those that the command has: as typed, else as the file's name says.

        TrackerError where the command doesn't have it, so that it is told before anything is done.
        """
        typed = self.option("format")
        if not command.formats:
            if typed is not None:
                raise TrackerError("tracker {command} takes no --format; leave it out", command=command.name)
            return
        if typed is None and file is not None:
            from tracker.cli.saving import format_of

            typed = format_of(file, command.formats) or (PLAIN if PLAIN in command.formats else None)
        self.form = output.choose(typed, command.formats)

    def option(self, name: str) -> str | None:
        """Give a global option as it was typed; None where it was not."""
        return cast("str | None", self._given.get(name))

    @property
    def workspace(self) -> Workspace:
        """The register and its projection."""
        if self._workspace is None:
            from tracker.register.disk.finding import find_register
            from tracker.workspace.current import Workspace

            name = find_register(self.option("file"), os.getcwd())  # noqa: PTH109 - pathlib
            self._workspace = Workspace(name, self.option("db"), today)
        return self._workspace

    @property
    def opened(self) -> str:
        """The path of the database that answers come from; '' without one."""
        path = self._workspace.db if self._workspace else ""
        return path if os.path.exists(path) else ""  # noqa: PTH110 - pathlib

    @property
    def settings(self) -> Stored:
        """What the register sets for all."""
        if self._settings is None:
            from tracker.store.queries import settings

            self._opened = self.workspace.projection()
            self._settings = settings(self._opened)
        return self._settings

    @property
    def today(self) -> date:
        """The day it is where the register lives."""
        if self._today is None:
            self._today = today(self.settings.timezone)
        return self._today

    @property
    def as_of(self) -> date:
        """The day to answer for."""
        if self._as_of is None:
            typed = self.option("as_of")
            self._as_of = self.day(typed) if typed else self.today
            if self._as_of.year > _LAST_YEAR:
                raise TrackerError(
                    "{day} is too far ahead to be answered for; the last year is {last}",
                    day=self._as_of.isoformat(),
                    last=_LAST_YEAR,
                )
        return self._as_of

    def day(self, typed: str) -> date:
        """Read a day as a person types it, against today."""
        from tracker.core.phrases import parse_day

        return parse_day(typed, self.today)

    @property
    def known(self) -> Known | None:
        """What was known, where that was asked about: on a day, or at a revision in git.

        In git it is the text of then, so that nothing recorded since can change the answer. Outside,
        and before git kept the register, the entries' own `recorded` tells what was known.
        """
        typed = self.option("known_at")
        if self._known is None and typed:
            from tracker.workspace.knowing import known

            self._known = known(self.workspace.path, typed, self.day, self.settings.timezone)
            if self._known.begins:
                self.tell(
                    "git has the register since {first} only: of {day}, no text is known but today's; "
                    "entries recorded later are left out",
                    first=self._known.begins.isoformat(),
                    day=self._known.day.isoformat(),
                )
        return self._known

    @property
    def connection(self) -> sqlite3.Connection:
        """The projection, up to date and good for the as-of day, of what was known when asked about."""
        if self._connection is None:
            known = self.known
            if known is not None:
                self._connection = self.workspace.known_at(known, self.as_of)
            else:
                day, opened = self.as_of, self._opened
                is_enough = opened is not None and self.workspace.reaches(opened, day)
                self._connection = opened if is_enough else self.workspace.projection(day)
        return cast("sqlite3.Connection", self._connection)

    def renewed(self, rewritten: Rewritten | None = None) -> sqlite3.Connection:
        """Open the projection again after the text was changed; by this process, if `rewritten` says how."""
        self._opened, self._connection = None, self.workspace.projection(self.as_of, rewritten)
        return self._connection

    @property
    def language(self) -> str:
        """The language of titles and labels: as asked, else the register's, else English."""
        asked = self.option("lang")
        if asked is not None and asked not in LANGUAGES:
            raise TrackerError(
                "there is no language {language!r} here; there are {languages}",
                language=asked,
                languages=", ".join(LANGUAGES),
            )
        if asked:
            return asked
        try:
            found = self.workspace
        except TrackerError:  # there is no register; what needs one says so
            return "en"
        try:
            return self.settings.language
        except RegisterError:  # what is wrong with it is told in its own language all the same
            return found.language()

    @property
    def wording(self) -> Wording:
        """The words of the language; English where the command doesn't speak it."""
        if self._wording is None:
            from tracker.views.wording import catalogue

            language = self.language
            self._wording = catalogue(language if self._arabic or language in SPOKEN else "en")
        return self._wording

    def only(self, offered: tuple[str, ...]) -> None:
        """Refuse a format that the command has, but not for what it is asked here."""
        output.choose(self.form, offered)

    @property
    def width(self) -> int:
        """Columns of the terminal; 0 elsewhere."""
        return output.width()

    @property
    def colour(self) -> bool:
        """Whether to colour."""
        return output.colour(cast("bool | None", self._given.get("color")))

    def tell(self, msgid: str, /, **values: object) -> None:
        """Say a sentence about the work, in the language, to standard error."""
        output.tell([self.wording.say(msgid, **values)])

    def tell_count(self, one: str, many: str, number: int, /, **values: object) -> None:
        """Say a sentence about the work that agrees with a number, to standard error."""
        output.tell([self.wording.count(one, many, number, **values)])
