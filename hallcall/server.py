"""Putting store and service together and running them."""

from __future__ import annotations

import asyncio
import gc
import logging
import socket
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from dataclasses import dataclass
from typing import Any

import uvicorn

from core.app.ports import Outcome, StoreFailed
from core.domain.clock import business_date
from core.domain.event import Event
from core.domain.hall import Hall
from core.service.app import create_app, with_short_ways
from core.service.core import Core
from core.service.frames import FrameProtocol
from core.service.now import Clock, utc_now
from core.service.one_write import HttpProtocol
from core.store.database import open_file, open_server
from core.store.listener import Listener
from core.store.reader import SqlReader
from core.store.writer import SqlWriter
from core.web.phone import phone_page
from hallcall.data_dir import DataDir
from hallcall.exits import DONE, FAILED
from hallcall.hold_keys import hold_keys
from hallcall.start_failure import StartFailure, sentence
from hallcall.take_hall import take_hall

log = logging.getLogger(__name__)

PING_S = 10.0
"""A feed that does not answer a ping for so long is closed: its screen is gone."""
CLOSE_WITHIN_S = 3
LOOK_EVERY_S = 30.0
"""How often the core looks whether a business day has begun."""


@asynccontextmanager
async def open_core(
    data: DataDir,
    hall: Hall,
    clock: Clock = utc_now,
    look_every_s: float = LOOK_EVERY_S,
    source: str | None = None,
    database: str | None = None,
) -> AsyncIterator[Core]:
    """Open the core on a folder; the event loop must run.

    Args:
        source: The hall file that ``hall`` was read from.
        database: Address of the database on a server; without one it is a file in the folder.

    Raises:
        StoreFailed: The server cannot be reached or used.
    """
    opened = open_server(database) if database else open_file(data.database)
    receiver: list[Core] = []

    def committed(events: Sequence[Event], ended: Sequence[tuple[Any, Outcome]]) -> None:
        receiver[0].committed(events, ended)

    def followed(events: Sequence[Event]) -> None:
        receiver[0].followed(events)

    writer = SqlWriter(opened.writer, hall, committed, clock, source, followed)
    writer.know_hall()
    hold_keys(data, opened, hall.id)
    core = Core(writer, SqlReader(opened.readers, hall.id), data.tokens(clock), data.vault(), clock)
    receiver.append(core)
    writer.start()
    listener = None
    if opened.listener is not None:
        listener = Listener(opened.listener, hall.id, writer.look, core.know_signed_out)
        listener.start()
    try:
        if await take_hall(core, data, hall, source):
            core.begin_anew()
        turning = asyncio.create_task(_turn_days(core, clock, look_every_s))
        try:
            yield core
        finally:
            turning.cancel()
    finally:
        if listener is not None:
            listener.stop()
        writer.stop()
        opened.close()


async def _turn_days(core: Core, clock: Clock, look_every_s: float) -> None:
    """Have the boards begin each business day empty, also where nobody has done anything yet.

    Every command begins the day by itself; this one does nothing else.
    """
    begun = None
    while True:
        today = business_date(clock(), core.hall.zone_info, core.hall.day_starts)
        if today != begun:
            try:
                await core.run(lambda uow: uow.today)
                begun = today
            except StoreFailed:
                # The core has said so; it is tried again.
                pass
            except Exception:
                log.exception("the business day could not be begun; the next command begins it")
        await asyncio.sleep(look_every_s)


class _Server(uvicorn.Server):
    """Says when it listens, and when no more."""

    def __init__(self, config: uvicorn.Config, ready: Callable[[], None], gone: Callable[[], None]) -> None:
        super().__init__(config)
        self._ready = ready
        self._gone = gone

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to listen, then settle the memory that start-up left behind."""
        await super().startup(sockets)
        if self.started:
            # Start-up's objects live for ever: not looking at them again cuts p99 from 72 to 32 ms.
            gc.collect()
            gc.freeze()
            self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Take leave of everybody; after this a signal that ended the server ends the process."""
        await super().shutdown(sockets)
        self._gone()


@dataclass(frozen=True, slots=True)
class Running:
    """A core that has its port.

    Attributes:
        url: Where it listens, as seen from this machine.
    """

    url: str
    _server: _Server
    _listener: socket.socket

    def run(self) -> bool:
        """Serve until stopped; return whether it ever began to."""
        # It ends the process itself where it could not begin, with a code of its own.
        with suppress(SystemExit):
            self._server.run(sockets=[self._listener])
        return self._server.started

    def stop(self) -> None:
        """Let :meth:`run` end; may be called from another thread."""
        self._server.should_exit = True


def start(
    data: DataDir,
    hall: Hall,
    host: str,
    port: int,
    ready: Callable[[], None],
    gone: Callable[[], None] = lambda: None,
    source: str | None = None,
    clock: Clock = utc_now,
    database: str | None = None,
    failure: StartFailure | None = None,
) -> Running:
    """Take the port and return the core that is to be run on it.

    Args:
        ready: Called once it answers.
        gone: Called once it answers no more.
        source: The hall file that ``hall`` was read from.
        clock: The time by which the core does and answers everything, UTC.
        database: Address of the database on a server; without one it is a file in the folder.
        failure: Told why the core could not begin.

    Raises:
        OSError: The address cannot be listened on.
    """
    listener = _listen(host, port)

    def make_core() -> AbstractAsyncContextManager[Core]:
        return open_core(data, hall, clock, source=source, database=database)

    config = uvicorn.Config(
        with_short_ways(create_app(failure.watch(make_core) if failure else make_core, [phone_page()])),
        access_log=False,
        log_config=None,
        # Compression costs half as much again for each of 300 screens; a LAN has the room.
        ws_per_message_deflate=False,
        http=HttpProtocol,
        ws=FrameProtocol,
        proxy_headers=False,
        server_header=False,
        ws_ping_interval=PING_S,
        ws_ping_timeout=PING_S,
        timeout_graceful_shutdown=CLOSE_WITHIN_S,
    )
    return Running(_url(host, listener.getsockname()[1]), _Server(config, ready, gone), listener)


def serve(
    data: DataDir,
    hall: Hall,
    host: str,
    port: int,
    source: str | None = None,
    clock: Clock = utc_now,
    database: str | None = None,
) -> int:
    """Run the service until it is stopped; its address goes to stdout and to the data folder."""

    def ready() -> None:
        gc.enable()
        data.address.write_text(running.url, encoding="ascii")
        print(f"hallcall core ready at {running.url}", flush=True)

    def gone() -> None:
        data.address.unlink(missing_ok=True)

    failure = StartFailure()
    try:
        running = start(data, hall, host, port, ready, gone, source, clock, database, failure)
    except OSError as error:
        print(f"hallcall core: cannot listen on {host}:{port}: {error.strerror}", file=sys.stderr)
        return FAILED
    with failure.quiet():
        started = running.run()
    if failure.error is not None:
        place = "the database" if database else str(data.database)
        print(f"hallcall core: {sentence(place, failure.error)}", file=sys.stderr)
    return DONE if started else FAILED


def _url(host: str, port: int) -> str:
    """Return where a core that listens on ``host`` is reached from its own machine."""
    shown = {"0.0.0.0": "127.0.0.1", "": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    return f"http://[{shown}]:{port}" if ":" in shown else f"http://{shown}:{port}"


def _listen(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
    except OSError:
        listener.close()
        raise
    return listener
