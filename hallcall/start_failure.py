"""Why a core could not begin, in one sentence instead of a stack trace."""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager, contextmanager

from core.app.ports import StoreFailed
from core.service.core import Core
from core.service.tokens import NoSecret
from hallcall.hold_keys import OtherKeys

_SAID = (OtherKeys, NoSecret)
"""What says itself in a sentence what is to be done."""
_KNOWN = (StoreFailed, sqlite3.Error, OSError, *_SAID)

_NOT_WRITABLE = "it cannot be written; see who owns the folder, and whether its disk is mounted read-only"
_FULL = "the disk is full; make room and start again"
_DAMAGED = "it is damaged; bring back the last good backup (hallcall restore FILE --data DIR --force)"
_MEANING = {
    "locked": "another program holds the database open for writing; close it and start again",
    "readonly": _NOT_WRITABLE,
    "read-only": _NOT_WRITABLE,
    "unable to open": _NOT_WRITABLE,
    "permission denied": _NOT_WRITABLE,
    "full": _FULL,
    "no space": _FULL,
    "malformed": _DAMAGED,
    "not a database": _DAMAGED,
}
"""What the system's words for it contain, and what a technician does."""


def sentence(place: str, error: BaseException) -> str:
    """Return why a core cannot work on ``place``, and what is to be done, in one line."""
    if isinstance(error, _SAID):
        return str(error)
    said = str(getattr(error, "strerror", None) or error)
    return f"{place}: {with_remedy(said)}"


def with_remedy(said: str) -> str:
    """Return the system's words for what is wrong, in one line, and what is to be done."""
    first_line = said.strip().partition("\n")[0]
    done = next((each for words, each in _MEANING.items() if words in said.lower()), None)
    return f"{first_line}: {done}" if done else first_line


class StartFailure:
    """Catches what ends a core's start, and keeps the server's stack trace of it out of the log.

    Attributes:
        error: What ended it, ``None`` if nothing of what is known did.
    """

    def __init__(self) -> None:
        self.error: BaseException | None = None

    def watch(
        self, make_core: Callable[[], AbstractAsyncContextManager[Core]]
    ) -> Callable[[], AbstractAsyncContextManager[Core]]:
        """Return what opens the core and notes why it could not be opened."""

        @asynccontextmanager
        async def opened() -> AsyncIterator[Core]:
            async with AsyncExitStack() as stack:
                try:
                    core = await stack.enter_async_context(make_core())
                except _KNOWN as error:
                    self.error = error
                    raise
                yield core

        return opened

    @contextmanager
    def quiet(self) -> Iterator[None]:
        """Have the web server say nothing of it: it is said in a sentence."""
        server_log = logging.getLogger("uvicorn.error")

        def passes(_record: logging.LogRecord) -> bool:
            return self.error is None

        server_log.addFilter(passes)
        try:
            yield
        finally:
            server_log.removeFilter(passes)
