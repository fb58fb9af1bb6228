"""Hundreds of slips over a line where something keeps going wrong: no slip is ever lied about.

``HALLCALL_SOAK=2000`` prints so many slips; without it, as many as fit into a short while.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter
from collections.abc import Callable

import pytest

from core.domain.slip import SlipState
from hardware.printer.raster import Raster
from hardware.printer.ticket_printer import Outcome, TicketPrinter
from hardware.slip import painter
from hardware.slip.sheet import Number, Sheet, Space
from tests.hardware.printer.rigs import PortRig, Rig, rig_of
from tests.support.waiting import wait_until

SLIPS = int(os.environ.get("HALLCALL_SOAK", "0"))
SHORT_S = 5.0
DOTS = 384
HEIGHT = 300
MEND_S = 0.6
"""How long a fault lasts at least: nobody opens and closes a cover, or pulls a cable, in a blink.

The driver waits a tenth of the usual here, so this is some four seconds of a hall.
"""

pytestmark = [
    pytest.mark.usefixtures("qapp", "impatient"),
    pytest.mark.logs("取号机一"),
    pytest.mark.timeout(7200 if SLIPS else 180),
]


def _set(**attributes: object) -> Callable[[Rig, random.Random], None]:
    def begin(rig: Rig, _chance: random.Random) -> None:
        for name, value in attributes.items():
            setattr(rig.printer, name, value)

    return begin


def _half_close(rig: Rig, chance: random.Random) -> None:
    if isinstance(rig, PortRig) and hasattr(rig.port, "half_closes_after"):
        rig.port.half_closes_after = chance.randrange(1, 9)


FAULTS: dict[str, Callable[[Rig, random.Random], None]] = {
    "no paper": _set(slips_left=0),
    "last slip": _set(slips_left=1),
    "paper ends inside": lambda rig, chance: setattr(rig.printer, "rows_left", chance.randrange(1, 500)),
    "paper low": _set(paper_low=True),
    "cover open": _set(cover_open=True),
    "cover opened inside": lambda rig, chance: setattr(
        rig.printer, "rows_until_open", chance.randrange(1, 500)
    ),
    "knife stuck": _set(jammed=True),
    "knife sticks at the cut": _set(jams_at_cut=True),
    "broken": _set(broken=True),
    "switched offline": _set(switched_offline=True),
    "silent": _set(silent=True),
    "not in turn": _set(answers_in_turn=False),
    "no errors told": _set(tells_errors=False),
    "late": _set(late=True),
    "stalled": lambda rig, _chance: rig.stall(stalled=True),
    "stalls inside": lambda rig, chance: rig.stall_after(chance.randrange(1, 30_000)),
    "unplugged": lambda rig, _chance: rig.plug(there=False),
    "goes away inside": lambda rig, chance: rig.hang_up_after(chance.randrange(1, 30_000)),
    "half closed": _half_close,
}


def mend(rig: Rig) -> None:
    """Make everything good again."""
    fresh = type(rig.printer)()
    for name in (
        "slips_left", "rows_left", "paper_low", "rows_until_open", "cover_open", "jams_at_cut", "jammed",
        "broken", "switched_offline", "silent", "answers_in_turn", "tells_errors", "late",
    ):  # fmt: skip
        setattr(rig.printer, name, getattr(fresh, name))
    rig.stall_after(None)
    rig.hang_up_after(None)
    rig.stall(stalled=False)
    rig.plug(there=True)
    if isinstance(rig, PortRig) and hasattr(rig.port, "half_closes_after"):
        rig.port.half_closes_after = None


class Soak:
    """A printer that prints one slip after the other, and what became of each."""

    def __init__(self, rig: Rig, seed: int) -> None:
        self.rig = rig
        self.chance = random.Random(seed)
        self.asked = 0
        self.ended: list[tuple[int, Outcome]] = []
        self.printer = TicketPrinter("取号机一", rig.url, DOTS, every_s=0.05, open_at=rig.open)

    def print_one(self) -> None:
        """Ask for the next slip."""
        number, self.asked = self.asked, self.asked + 1
        self.printer.print(sheet(number), lambda outcome: self.ended.append((number, outcome)))

    def spoil(self) -> None:
        """Have something go wrong at a moment of its own, with slips going on, and mend it after a while."""
        for _ in range(self.chance.randrange(1, 4)):
            self.print_one()
        time.sleep(self.chance.random() * 0.06)
        FAULTS[self.chance.choice(sorted(FAULTS))](self.rig, self.chance)
        for _ in range(self.chance.randrange(0, 3)):
            self.print_one()
        time.sleep(MEND_S + self.chance.random() * 0.2)
        mend(self.rig)

    def settle(self) -> None:
        """Wait until every slip has ended and the printer has taken what was still on its way."""
        wait_until(lambda: len(self.ended) >= self.asked, 120)
        # What was left over goes out in front of a slip that is known to be whole.
        while not self.ended or self.ended[-1][1].state is not SlipState.PRINTED:
            self.print_one()
            wait_until(lambda: len(self.ended) >= self.asked, 120)


def sheet(number: int) -> Sheet:
    """Return a slip of more than one band."""
    return (Number(f"A{number:04}"), Space(HEIGHT))


def came_out(rig: Rig, numbers: int) -> Counter[int]:
    """Return how often each slip came out whole, found by its picture."""
    known: dict[Raster, int] = {painter.paint(sheet(number), DOTS): number for number in range(numbers)}
    return Counter(known[raster] for raster in rig.printer.rasters if raster in known)


@pytest.mark.parametrize("link", ["tcp", "serial"])
def test_no_slip_is_lied_about(link: str, capsys: pytest.CaptureFixture[str]) -> None:
    with rig_of(link) as rig:
        soak = Soak(rig, seed=20_261_130 + len(link))
        soak.printer.start()
        give_up = time.monotonic() + SHORT_S
        while soak.asked < SLIPS if SLIPS else time.monotonic() < give_up:
            soak.spoil()
        soak.settle()
        soak.printer.stop()
        out = came_out(rig, soak.asked)
    assert sorted(number for number, _ in soak.ended) == list(range(soak.asked)), "each ends exactly once"
    lies = [
        (number, outcome, out[number])
        for number, outcome in soak.ended
        if out[number] not in ALLOWED[outcome.state]
    ]
    assert lies == []
    states = Counter(outcome.state for _, outcome in soak.ended)
    assert states[SlipState.PRINTED] > 0
    with capsys.disabled():
        if SLIPS:
            whole = sum(out[number] for number, each in soak.ended if each.state is SlipState.UNKNOWN)
            print(f"\n{link}: {soak.asked} slips: {dict(states)}, {whole} of the unknown ones are out")  # noqa: T201  # who asks for many wants to know


ALLOWED = {SlipState.PRINTED: (1,), SlipState.FAILED: (0,), SlipState.UNKNOWN: (0, 1)}
