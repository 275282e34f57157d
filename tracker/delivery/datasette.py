"""A database served to many readers by Datasette, for reading alone. Needs the extra 'web'."""

from __future__ import annotations

import asyncio
import errno
import ipaddress
import os
import socket
import threading
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any, Final, NamedTuple

import uvicorn
from datasette.app import Datasette  # type: ignore[import-untyped]
from datasette.database import Database  # type: ignore[import-untyped]
from datasette.utils import sqlite3  # type: ignore[import-untyped]

from tracker.core.errors import TrackerError

TODAY: Final = "today()"
"""What SQL may say for the day it is, where the database is served from here."""

_SETTINGS: Final = {"default_cache_ttl": 0}
"""An answer is good for the moment it is given in."""
_HIGHEST_PORT: Final = 65_535
_GRACE: Final = 2
"""Seconds that answers under way may take once the server is to stop."""

_Scope = MutableMapping[str, Any]
_Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
_Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
_App = Callable[[_Scope, _Receive, _Send], Awaitable[None]]


class Place(NamedTuple):
    """Where it is served: a socket that listens, its address, and whether others can reach it."""

    socket: socket.socket
    url: str
    is_open: bool


def listening(host: str, port: int) -> Place:
    """Take a port, any free one for 0; TrackerError where that can't be."""
    if port > _HIGHEST_PORT:
        raise TrackerError(
            "there is no port {port}; the highest is {highest}", port=port, highest=_HIGHEST_PORT
        )
    try:
        family, *_, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        taken = socket.create_server(address[:2], family=family, backlog=128)
    except (socket.gaierror, UnicodeError) as error:
        raise TrackerError("there is no host {host!r} to serve from", host=host) from error
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise TrackerError(
                "port {port} is in use by another program; name another with --port", port=port
            ) from error
        raise TrackerError(
            "nothing can be served from {host} at port {port}: {reason}",
            host=host,
            port=port,
            reason=os.strerror(error.errno or 0),
        ) from error
    found, number, *_ = taken.getsockname()
    shown = f"[{host}]" if ":" in host else host
    return Place(
        taken, f"http://{shown}:{number}/", not ipaddress.ip_address(found.partition("%")[0]).is_loopback
    )


def serve(
    place: Place,
    path: Path,
    metadata: dict[str, Any],
    refresh: Callable[[], None],
    today: Callable[[], str],
) -> None:
    """Answer until interrupted; before each answer `refresh` brings the database up to date.

    `today` says what day it is, to `TODAY` in SQL.
    """
    from datasette import handle_exception  # type: ignore[import-untyped] # not before its application

    handle_exception.rich = None  # with which a reader's slip prints all that is in memory
    datasette = Datasette([os.fspath(path)], metadata=metadata, settings=_SETTINGS)
    (name,) = (name for name in datasette.databases if name != "_internal")
    datasette.remove_database(name)
    datasette.add_database(_Reading(datasette, path, today), name=path.stem)
    server = uvicorn.Server(
        uvicorn.Config(
            _Fresh(datasette.app(), refresh),
            lifespan="on",
            log_level="warning",
            timeout_graceful_shutdown=_GRACE,
        )
    )
    try:
        server.run(sockets=[place.socket])
    except KeyboardInterrupt:
        return
    finally:
        datasette.executor.shutdown()
    if not server.started:
        raise TrackerError("Datasette could not be started; what it wrote says why")


class _Reading(Database):  # type: ignore[misc] # Datasette has no types
    """The file that stands at a path, read only, and another one that takes its place.

    Datasette keeps the connections of a path for good, and would answer from a file that is gone.
    """

    def __init__(self, datasette: Datasette, path: Path, today: Callable[[], str]) -> None:
        super().__init__(datasette, os.fspath(path))
        self._today = today
        self._kept = threading.local()

    def connect(self, *, write: bool = False) -> sqlite3.Connection:  # noqa: ARG002 - there is nothing to write
        connection = sqlite3.connect(
            f"{Path(self.path).absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
        )
        connection.create_function("today", 0, self._today)
        return connection

    async def execute_fn(self, fn: Callable[[sqlite3.Connection], Any]) -> Any:  # noqa: ANN401 - what it gives
        return await asyncio.get_running_loop().run_in_executor(self.ds.executor, self._executed, fn)

    def _executed(self, fn: Callable[[sqlite3.Connection], Any]) -> Any:  # noqa: ANN401 - what it gives
        found = Path(self.path).stat()
        stands = (found.st_dev, found.st_ino)
        if getattr(self._kept, "stands", None) != stands:
            if former := getattr(self._kept, "connection", None):
                former.close()
            connection = self.connect()
            self.ds._prepare_connection(connection, self.name)  # noqa: SLF001 - as its own class does
            self._kept.connection, self._kept.stands = connection, stands
        return fn(self._kept.connection)


class _Fresh:
    """An application that is brought up to date before each answer, one at a time."""

    def __init__(self, app: _App, refresh: Callable[[], None]) -> None:
        self._app = app
        self._refresh = refresh
        self._turn = asyncio.Lock()

    async def __call__(self, scope: _Scope, receive: _Receive, send: _Send) -> None:
        if scope["type"] == "http":
            async with self._turn:
                await asyncio.to_thread(self._refresh)
        await self._app(scope, receive, send)
