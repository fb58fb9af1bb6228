"""Hears on a connection of its own that other cores have committed."""

from __future__ import annotations

import logging
import selectors
import socket
import threading
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from sqlalchemy import Engine

from core.app.ports import StoreFailed
from core.store.backoff import Backoff
from core.store.notice import notice_of
from core.store.postgres import CHANNEL

log = logging.getLogger(__name__)

LOOK_EVERY_S = 5.0
"""So often it is looked even though nothing was heard; a line may be dead without anybody saying so."""
RETRY_FIRST_S, RETRY_MOST_S = 0.1, 5.0


class Listener:
    """Has the writer look as soon as another core has committed for the same hall.

    What is said only wakes: what happened is read from the database, by its number.

    Args:
        engine: Of connections that LISTEN.
        look: Told the number that the hall has reached, ``None`` where it is not known.
        signed_out: Told that a token may have been given back.
    """

    def __init__(
        self,
        engine: Engine,
        hall: str,
        look: Callable[[int | None], None],
        signed_out: Callable[[], None],
        look_every_s: float = LOOK_EVERY_S,
    ) -> None:
        self._engine = engine
        self._hall = hall
        self._look = look
        self._signed_out = signed_out
        self._look_every_s = look_every_s
        self._lost = Backoff(RETRY_FIRST_S, RETRY_MOST_S)
        self._stopping = threading.Event()
        self._waker, self._woken = socket.socketpair()
        self._thread = threading.Thread(target=self._run, name="listener", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def stop(self) -> None:
        """End."""
        self._stopping.set()
        self._waker.send(b".")
        self._thread.join()
        self._waker.close()
        self._woken.close()

    def _run(self) -> None:
        said = False
        while not self._stopping.is_set():
            try:
                self._listen()
            except StoreFailed as error:
                if not said:
                    log.warning("other cores are not heard: %s", error)
                said = True
            except Exception:
                log.exception("other cores are not heard; it is tried again")
            else:
                said = False
            if not self._stopping.is_set():
                # The writer finds out by itself whether the server is there.
                self._look(None)
                self._lost.failed()
                self._stopping.wait(self._lost.left_s)

    def _listen(self) -> None:
        """Listen until it is stopped or the line is lost."""
        with self._engine.connect() as connection:
            driver: Any = connection.connection.driver_connection
            connection.exec_driver_sql(f"LISTEN {CHANNEL}")
            self._lost.well()
            with selectors.DefaultSelector() as selector:
                selector.register(driver.fileno(), selectors.EVENT_READ)
                selector.register(self._woken, selectors.EVENT_READ)
                # What was committed before it listened is not said again.
                self._look_at_all()
                while not self._stopping.is_set():
                    if selector.select(self._look_every_s):
                        self._hear(driver)
                    else:
                        self._look_at_all()

    def _look_at_all(self) -> None:
        self._look(None)
        # Asked again with the next look.
        with suppress(StoreFailed):
            self._signed_out()

    def _hear(self, driver: Any) -> None:
        import psycopg

        try:
            told = [notice_of(each.payload) for each in driver.notifies(timeout=0)]
        except psycopg.Error as error:
            raise StoreFailed(str(error).strip().partition("\n")[0]) from error
        ours = [notice for notice in told if notice is not None and notice.hall == self._hall]
        if not ours:
            return
        self._look(max(notice.seq for notice in ours))
        if any(notice.signed_out for notice in ours):
            with suppress(StoreFailed):
                self._signed_out()
