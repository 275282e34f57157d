"""The projection of a register, brought up to date with its text before it is asked.

When the text has not changed, nothing but the database is opened. Light to import: what reads
and works out the text is loaded only when it has changed.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from tracker.core.vocabulary import LANGUAGES
from tracker.store import database, freshness

if TYPE_CHECKING:
    from pathlib import Path

    from tracker.register.read import Reading
    from tracker.workspace.catching_up import Rewritten
    from tracker.workspace.knowing import Known

Clock = Callable[[str], date]
"""Says what day it is in a time zone."""

_YEARS_AHEAD = 3
"""Years after the present one through which what recurs is laid out."""
_BEGINNING = 100_000


class Workspace:
    """A register and its projection."""

    def __init__(self, name: str, db: str | None, clock: Clock) -> None:
        """Take the register's path, the database's (default: beside it), and the clock."""
        self._name = name
        self.db = db or os.path.splitext(name)[0] + ".db"  # noqa: PTH122 - pathlib costs a tenth of a query
        self._clock = clock

    @property
    def path(self) -> Path:
        """The register's path."""
        from pathlib import Path

        return Path(self._name)

    def projection(self, day: date | None = None, rewritten: Rewritten | None = None) -> sqlite3.Connection:
        """Open the projection, up to date with the text and good through a year after `day`.

        What was `rewritten` just now need not be read again. RegisterError, with all that is wrong,
        if the text has changed and has errors.
        """
        connection = database.open_projection(self.db)
        try:
            if rewritten is None and self._is_current(connection, day):
                return connection
        except (sqlite3.DatabaseError, ValueError) as error:
            connection.close()
            if isinstance(error, sqlite3.Error) and database.is_passing(error):
                raise database.trouble(error, self.db) from error
            database.discard(self.db)
        else:
            connection.close()
        return self._caught_up(day, rewritten) or self._synced(day)

    def known_at(self, known: Known, day: date) -> sqlite3.Connection:
        """Build a projection in memory of what was known, good through a year after `day`."""
        return self._in_memory(known.reading or self.read(), day, known)

    def without_private(self, known: Known | None, day: date) -> sqlite3.Connection:
        """Build a projection in memory as if no private entry had been written; `known` as in `known_at`."""
        reading = (known and known.reading) or self.read()
        stated = reading.required()

        def seen(entries: Iterable[Any]) -> tuple[Any, ...]:
            return tuple(entry for entry in entries if not entry.private)

        agreements = {key: one._replace(log=seen(one.log)) for key, one in stated.agreements.items()}
        obligations = {key: one._replace(log=seen(one.log)) for key, one in stated.obligations.items()}
        reading.register = stated._replace(agreements=agreements, obligations=obligations)
        return self._in_memory(reading, day, known)

    def _in_memory(self, reading: Reading, day: date, known: Known | None) -> sqlite3.Connection:
        connection = database.memory()
        if known is None or known.reading is None:
            self._build(connection, reading, day, known.day if known else None)
        else:  # what the text of then says is all that was known
            self._build(connection, reading, day, None, is_of_the_disk=False)
            connection.execute("UPDATE meta SET value = ? WHERE key = 'known_at'", (known.day.isoformat(),))
        return connection

    def read(self) -> Reading:
        """Read the text; RegisterError if it has errors."""
        from tracker.register.read import read_register

        reading = read_register(self.path)
        reading.required()
        return reading

    def language(self) -> str:
        """Find the language that the text sets, even where the text has errors; English without."""
        import re

        with self.path.open(encoding="utf-8", errors="replace") as file:
            found = re.search(r"""^\s*language\s*=\s*["'](\w+)["']""", file.read(_BEGINNING), re.MULTILINE)
        return found[1] if found and found[1] in LANGUAGES else "en"

    def rebuild(self) -> sqlite3.Connection:
        """Build the projection from nothing."""
        return self._synced(None, even_if_current=True)

    def _is_current(self, connection: sqlite3.Connection, day: date | None) -> bool:
        if freshness.changed(connection, freshness.key(self._name), time.time_ns(), _looked):
            return False
        return self.reaches(connection, day)

    @staticmethod
    def reaches(connection: sqlite3.Connection, day: date | None) -> bool:
        """Say whether a projection is good through a year after `day`."""
        return day is None or horizon(day, 1).isoformat() <= _stored(connection, "horizon")

    def _caught_up(self, day: date | None, rewritten: Rewritten | None) -> sqlite3.Connection | None:
        """Bring the projection up to date with a small edit; None where the text has to be read whole."""
        if not os.path.exists(self.db):  # noqa: PTH110 - the same
            return None
        connection = database.claim(self.db, reading=True)
        try:
            if database.is_built(connection) and self.reaches(connection, day):
                differing = freshness.changed(connection, freshness.key(self._name), time.time_ns(), _looked)
                if not connection.in_transaction:
                    return connection
                from tracker.workspace.catching_up import catch_up

                if catch_up(connection, differing, rewritten):
                    return connection
        except sqlite3.DatabaseError:  # what is wrong is told, or set right, when it is built anew
            pass
        except BaseException:
            connection.close()
            raise
        connection.close()
        return None

    def _synced(self, day: date | None, *, even_if_current: bool = False) -> sqlite3.Connection:
        reading = self.read()
        try:
            return self._built(reading, day, even_if_current=even_if_current)
        except sqlite3.DatabaseError as error:
            if database.is_unwritable(error):
                connection = database.memory()
                self._build(connection, reading, day, None)
                return connection
            if database.is_passing(error):
                raise database.trouble(error, self.db) from error
            database.discard(self.db)
        return self._built(reading, day, even_if_current=even_if_current)

    def _built(self, reading: Reading, day: date | None, *, even_if_current: bool) -> sqlite3.Connection:
        connection = database.claim(self.db, reading=True)
        try:
            if even_if_current or not database.is_built(connection) or not self._is_current(connection, day):
                self._build(connection, reading, day, None)
            elif connection.in_transaction:
                connection.execute("ROLLBACK")
        except BaseException:
            connection.close()
            raise
        return connection

    def _build(
        self,
        connection: sqlite3.Connection,
        reading: Reading,
        day: date | None,
        known: date | None,
        *,
        is_of_the_disk: bool = True,
    ) -> None:
        from tracker import __version__
        from tracker.core.timelines import timelines
        from tracker.store import projection
        from tracker.store.freshness import Seen
        from tracker.workspace.watching import segments, watched

        register = reading.required()
        today = self._clock(register.settings.timezone)
        through = max(horizon(today), horizon(day, 1)) if day else horizon(today)
        projection.rebuild(
            connection,
            register,
            timelines(register, horizon=through, known_at=known),
            watched(self.path, reading)
            if is_of_the_disk
            else (Seen(freshness.key(self._name), 0, 0, 0, 0, "", 0),),
            horizon=through,
            known_at=known,
            tool=__version__,
            segments=segments(self.path, reading) if is_of_the_disk else (),
        )


def horizon(day: date, years: int = _YEARS_AHEAD) -> date:
    """Give the last day of the year that comes so many years after a day's."""
    return date(min(day.year + years, date.max.year - 1), 12, 31)


def _looked(path: str, asked: str) -> str:
    from tracker.register.disk.looking import answer  # where no folder is another it is not needed

    return answer(path, asked)


def _stored(connection: sqlite3.Connection, key: str) -> str:
    found = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
    return str(found[0]) if found else ""
