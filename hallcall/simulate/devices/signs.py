"""The windows' signs on a simulated day, held against what the floor says all the while."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from time import perf_counter

from core.domain.floor import Floor
from core.domain.hall import Hall
from hallcall.agents.signs import sign_content
from hallcall.simulate.faults import Fault, Faults
from hardware.led.look import LOOKS
from hardware.led.virtual import VirtualSign

LATE_S = 10.0
"""So long by the wall's clock a sign may show the wrong thing: one that is silent is asked less often."""
LOOK_S = 0.5


class Signs:
    """What hangs above the windows.

    Attributes:
        looked: How often a sign was held against its window.
        told: How often a sign was told what to show.
    """

    def __init__(self, hall: Hall, signs: dict[int, VirtualSign], faults: Faults) -> None:
        self.looked = 0
        self._hall, self._signs, self._faults = hall, signs, faults
        self._wrong_since: dict[int, tuple[tuple[str, str] | None, float]] = {}
        self._late: set[tuple[int, float]] = set()

    @property
    def count(self) -> int:
        """How many there are."""
        return len(self._signs)

    @property
    def told(self) -> int:
        """How often signs were told what to show."""
        return sum(sign.writes for sign in self._signs.values())

    async def watch(self, floor: Callable[[], Floor]) -> None:
        """Look at every sign now and then, for ever."""
        while True:
            self.look(floor())
            await asyncio.sleep(LOOK_S)

    async def settle(self, floor: Callable[[], Floor]) -> None:
        """Look until every sign had its time."""
        began = perf_counter()
        while perf_counter() - began < LATE_S and self._wrong(floor()):
            await asyncio.sleep(LOOK_S)
        for window, wanted, shown in self._wrong(floor()):
            self._faults.add(Fault.SIGN, f"window {window} ends with {shown!r}, the floor says {wanted!r}")

    def look(self, floor: Floor) -> None:
        """Note every sign that shows something else than its window has done for a while."""
        now = perf_counter()
        for window, wanted, shown in self._pairs(floor):
            self.looked += 1
            # A window may have gone on and back since the last look: late is what stays wrong alike.
            wrong = None if shown == wanted else (wanted, shown)
            before, since = self._wrong_since.get(window, (None, now))
            since = since if wrong == before else now
            self._wrong_since[window] = (wrong, since)
            late = (window, since)
            if wrong is not None and now - since > LATE_S and late not in self._late:
                self._late.add(late)
                self._faults.add(Fault.SIGN, f"window {window} shows {shown!r}, the floor says {wanted!r}")

    def _pairs(self, floor: Floor) -> list[tuple[int, str, str]]:
        """Return window, what its sign is to show, and what it shows."""
        return [
            (window, sign_content(view, self._hall, LOOKS).text, self._signs[window].text or "")
            for window, view in floor.windows.items()
            if window in self._signs
        ]

    def _wrong(self, floor: Floor) -> list[tuple[int, str, str]]:
        return [(window, wanted, shown) for window, wanted, shown in self._pairs(floor) if wanted != shown]
