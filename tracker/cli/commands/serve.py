"""`tracker serve`: the database for many readers, in their browsers, by Datasette."""

from __future__ import annotations

import sqlite3
from datetime import date
from importlib import import_module
from typing import TYPE_CHECKING, Any

from tracker.cli import output
from tracker.cli.clock import today
from tracker.cli.desk import Desk
from tracker.cli.grammar import FLAG, NUMBER, Command, Option
from tracker.core.errors import TrackerError

if TYPE_CHECKING:
    from pathlib import Path
    from types import ModuleType

_HOST, _PORT = "127.0.0.1", 8001
_LIBRARIES = frozenset({"datasette", "uvicorn"})

COMMAND = Command(
    "serve",
    "The database for many readers, in their browsers: tables, and questions by name",
    options=(
        Option("--host", f"The address to serve from; default {_HOST}, this machine alone", metavar="HOST"),
        Option("--port", f"The port; default {_PORT}, and 0 for any that is free", NUMBER, "N"),
        Option("--open", "Open it in the browser", FLAG),
        Option("--metadata", "Serve nothing; print what Datasette is to be told about the database", FLAG),
    ),
    formats=("json",),
    epilog="Nobody can change anything there. What you change here meanwhile, readers see at once.",
)


def run(desk: Desk, *, host: str | None, port: int | None, metadata: bool, **typed: Any) -> int:  # noqa: ANN401 - as the option's kind says
    """Serve the database until interrupted, or print its metadata."""
    if desk.option("known_at"):
        raise TrackerError("what is served is what is known now; leave out --known-at")
    if metadata:
        import json

        output.write([json.dumps(_metadata(desk, None), ensure_ascii=False, indent=2)])
        return 0
    datasette = _datasette()
    kept = _Kept(desk)
    told = _metadata(desk, datasette.TODAY)
    place = datasette.listening(host or _HOST, _PORT if port is None else port)
    desk.tell("{db} is served at {url}; Ctrl-C ends it", db=desk.workspace.db, url=place.url)
    if place.is_open:
        desk.tell("whoever can reach this address reads the whole register, private entries too")
    if typed["open"]:
        import webbrowser
        from threading import Thread

        # a browser in this terminal would otherwise wait for the page, and the page for it
        Thread(target=webbrowser.open, args=(place.url,), daemon=True).start()
    datasette.serve(place, kept.path, told, kept.refresh, kept.today)
    return 0


def _datasette() -> ModuleType:
    """Import what serves; TrackerError where the extra is missing."""
    try:
        return import_module("tracker.delivery.datasette")
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in _LIBRARIES:
            raise
        raise TrackerError(
            "this command needs {library}; install it with: .venv/bin/pip install -e '.[web]'",
            library="datasette",
        ) from error


def _metadata(desk: Desk, day: str | None) -> dict[str, Any]:
    """Describe the database to Datasette; `day` is SQL for the day it is, None for SQLite's own."""
    from pathlib import Path

    from tracker import __version__
    from tracker.core.served import Served
    from tracker.store.served import LOCAL_DAY, canned, described
    from tracker.views.as_metadata import metadata

    asked = canned(desk.connection, desk.language, day or LOCAL_DAY)
    source = desk.workspace.path.name
    served = Served(
        Path(desk.workspace.db).stem,
        desk.settings.title or source,
        source,
        f"tracker {__version__}",
        described(),
        asked,
    )
    return metadata(served, desk.wording)


class _Kept:
    """The projection while it is served: up to date before each answer, whoever changed the text."""

    def __init__(self, desk: Desk) -> None:
        """Bring it up to date; TrackerError where there is no file to serve."""
        from pathlib import Path

        self._desk = desk
        self._said = ""
        self._timezone = desk.settings.timezone
        self.path: Path = Path(desk.workspace.db)
        self._on_disk(desk.connection)

    def today(self) -> str:
        """Say for which day to answer where none is typed: as-of, else the day it is."""
        if self._desk.option("as_of"):
            return self._desk.as_of.isoformat()
        return today(self._timezone).isoformat()

    def refresh(self) -> None:
        """Bring it up to date; what is wrong with the text is told, once, and the last good one serves."""
        from tracker.store.queries import settings

        try:
            connection = self._desk.workspace.projection(date.fromisoformat(self.today()))
            try:
                self._on_disk(connection)
                self._timezone = settings(connection).timezone
            finally:
                connection.close()
        except (TrackerError, OSError, sqlite3.Error) as error:
            problems = error.problems if isinstance(error, TrackerError) else ()
            said = f"{problems[0].place}: {problems[0].text}" if problems else str(error)
            if said != self._said:
                self._desk.tell("readers see what was right before: {reason}", reason=said)
            self._said = said
        else:
            self._said = ""

    def _on_disk(self, connection: sqlite3.Connection) -> None:
        (_, _, file), *_ = connection.execute("PRAGMA database_list")
        if not file:
            raise TrackerError(
                "there is no database to serve: {db} can't be written", db=self._desk.workspace.db
            )
