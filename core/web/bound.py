"""How many pages are made at a time: a hall full of phones must not keep the windows waiting."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

AT_A_TIME = 2
WAITING_MOST = 200
"""Those after them are told to come again; 300 phones that look every 15 s are 20 a second."""


class TooBusy(Exception):
    """So many pages are asked for that this one has to be asked for again."""


class Bound:
    """Lets ``AT_A_TIME`` go on, lets some wait and refuses the rest."""

    def __init__(self, at_a_time: int = AT_A_TIME, waiting_most: int = WAITING_MOST) -> None:
        self._turn = asyncio.Semaphore(at_a_time)
        self._most = at_a_time + waiting_most
        self._here = 0

    @asynccontextmanager
    async def __call__(self) -> AsyncIterator[None]:
        """Go on when it is one's turn.

        Raises:
            TooBusy: Too many wait already.
        """
        if self._here >= self._most:
            raise TooBusy
        self._here += 1
        try:
            async with self._turn:
                yield
        finally:
            self._here -= 1
