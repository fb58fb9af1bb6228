"""The kiosks' printers on a simulated day, faults by the seed: what came out, and what is known of it."""

from __future__ import annotations

import asyncio
import random
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import Any

from core.domain.hall import Hall
from core.domain.slip import SlipState
from core.qt.translate import Translations
from hallcall.simulate.crowd import Asking
from hallcall.simulate.faults import Fault, Faults
from hallcall.simulate.line import Line
from hardware.printer.simulator import SimulatedPrinter
from hardware.printer.ticket_printer import Outcome, TicketPrinter
from hardware.slip.painter import WIDTH_80MM
from hardware.slip.sheet import Sheet
from kiosk import words
from kiosk.slips import compose_sheet
from kiosk.taken import read_taken

TROUBLED = 0.08
"""Of so many slips the printer has a fault."""
REPRINTED = 0.5
"""Of so many who got none a guide has it printed again."""
MEND_S = (0.2, 1.0)
"""So long by the wall's clock it takes somebody to mend a printer."""
SLIP_ROWS = 900
"""About as many rows a slip has: a roll that ends inside one ends within them."""


@dataclass(slots=True)
class Slip:
    """A ticket's slip.

    Attributes:
        tries: How each printing of it ended.
    """

    number: str
    track: str
    tries: list[SlipState] = field(default_factory=list)


class KioskPress:
    """One kiosk's printer.

    Attributes:
        slips: By ticket.
        broken: How often each fault was there.
        far: The printer itself.
    """

    def __init__(self, name: str, hall: Hall, site: str, seed: int, stack: ExitStack) -> None:
        self.slips: dict[str, Slip] = {}
        self.broken: Counter[str] = Counter()
        self._name, self._hall, self._site = name, hall, site
        self._rng = random.Random(f"{seed} printer {name}")  # noqa: S311 (a simulation)
        self._say = Translations(words.EVERY_LANGUAGE).say
        self.far = stack.enter_context(SimulatedPrinter())
        # As text, as on a slow line: thousands of pictures would be the machine's main work.
        self._printer = TicketPrinter(name, self.far.url, WIDTH_80MM, text=True)
        self._free = asyncio.Lock()
        stack.callback(self._printer.stop)
        self._printer.start()

    async def issue(
        self, answer: Mapping[str, Any], wish: Mapping[str, Any], line: Line, guide: Line, asking: Asking
    ) -> None:
        """Print a ticket's slip and tell the core; who got none perhaps goes to a guide."""
        ticket = str(answer["id"])
        sheet = self._compose(answer, wish, copy=False)
        slip = self.slips[ticket] = Slip(answer["number"], answer["track"])
        async with self._free:
            mend = self._break() if self._rng.random() < TROUBLED else None
            await self._print(ticket, slip, sheet, line, asking)
            if mend is not None:
                await asyncio.sleep(self._rng.uniform(*MEND_S))
                mend()
        if slip.tries[-1] is SlipState.FAILED and self._rng.random() < REPRINTED:
            await self._reprint(ticket, slip, line, guide, asking)

    def check(self, ticket: str, state: str, faults: Faults) -> None:
        """Hold what came out for a ticket against what the core knows of it."""
        slip = self.slips[ticket]
        out = sum(slip.track.encode() in each for each in self.far.printer.slips)
        printed, unknown = (slip.tries.count(each) for each in (SlipState.PRINTED, SlipState.UNKNOWN))
        if not slip.tries or state != slip.tries[-1].value:
            faults.add(Fault.SLIP, f"{slip.number}: the core says {state}, its printer {slip.tries}")
        elif not printed <= out <= printed + unknown:
            faults.add(Fault.SLIP, f"{slip.number}: {slip.tries}, and {out} came out of {self._name}")

    async def _reprint(self, ticket: str, slip: Slip, line: Line, guide: Line, asking: Asking) -> None:
        # The guide has no printer of an own: this kiosk's prints the copy.
        answer = await asking.post(guide, f"/api/tickets/{ticket}/reprint", {"printer": self._name})
        if answer is None:
            return
        sheet = self._compose(answer.body, {"lang": self._hall.languages[0]}, copy=True)
        async with self._free:
            await self._print(ticket, slip, sheet, line, asking)

    async def _print(self, ticket: str, slip: Slip, sheet: Sheet, line: Line, asking: Asking) -> None:
        loop = asyncio.get_running_loop()
        ended: asyncio.Future[Outcome] = loop.create_future()
        self._printer.print(sheet, lambda outcome: _tell(loop, ended, outcome))
        outcome = await ended
        slip.tries.append(outcome.state)
        body = {"state": outcome.state.value, "reason": outcome.key or None, "printer": self._name}
        await asking.post(line, f"/api/tickets/{ticket}/slip", body)

    def _compose(self, answer: Mapping[str, Any], wish: Mapping[str, Any], *, copy: bool) -> Sheet:
        taken = read_taken(answer, wish.get("item"), str(wish.get("lang", self._hall.languages[0])))
        copied = taken.at if copy else None
        return compose_sheet(taken, self._hall, self._say, self._name, self._site, copied)

    def _break(self) -> Callable[[], None]:
        """Give the printer a fault and return what mends it."""
        printer, port, rng = self.far.printer, self.far, self._rng
        which = rng.choice(("roll ended", "roll ended inside", "cover opened", "unplugged"))
        self.broken[which] += 1
        match which:
            case "roll ended":
                printer.slips_left = 0
                return lambda: setattr(printer, "slips_left", None)
            case "roll ended inside":
                printer.rows_left = rng.randrange(1, SLIP_ROWS)
                return lambda: setattr(printer, "rows_left", None)
            case "cover opened":
                printer.cover_open = True
                return lambda: setattr(printer, "cover_open", False)
        port.plugged = False
        return lambda: setattr(port, "plugged", True)


def _tell(loop: asyncio.AbstractEventLoop, ended: asyncio.Future[Outcome], outcome: Outcome) -> None:
    """Bring an outcome from the printer's thread to the loop; one that comes after the day is nobody's."""
    if not loop.is_closed():
        loop.call_soon_threadsafe(lambda: None if ended.done() else ended.set_result(outcome))
