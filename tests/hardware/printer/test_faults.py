"""Every fault on every link: how a slip ends, and whether it really came out.

Never ``PRINTED`` without a whole slip, never ``FAILED`` with one; and once mended, the next slip is printed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest

from core.domain.slip import SlipState
from hardware.printer.simulator import SimulatedPrinter
from hardware.printer.ticket_printer import Outcome, TicketPrinter
from hardware.slip import painter
from hardware.slip.sheet import Number, Sheet, Space
from hardware.worker import State
from tests.hardware.printer.rigs import LINKS, PortRig, Rig, rig_of
from tests.support.waiting import wait_until

FIRST: Sheet = (Number("A001"), Space(500))
SECOND: Sheet = (Number("A002"), Space(500))
DOTS = 384
ROWS = 568  # of the slip
NEVER_S = 3600.0
INSIDE = 12_000  # bytes; the slip is some 36,000

pytestmark = [pytest.mark.usefixtures("qapp", "impatient"), pytest.mark.logs("取号机一")]

PRINTED, FAILED, UNKNOWN = SlipState.PRINTED, SlipState.FAILED, SlipState.UNKNOWN


@dataclass(frozen=True)
class Fault:
    """Something that goes wrong.

    Attributes:
        begin: Makes it happen.
        mend: Makes it good again.
        state: How the slip must end.
        key: Why.
        whole: Whether it really comes out; ``None``: it may, once, when what the system held back goes out.
        met: Whether the printer was met before, in good order.
        after: How the next slip ends, once it is mended.
        links: On which links it can happen.
    """

    begin: Callable[[Rig], object]
    mend: Callable[[Rig], object]
    state: SlipState
    key: str = ""
    whole: bool | None = False
    met: bool = True
    links: tuple[str, ...] = LINKS
    after: SlipState = PRINTED


def always(state: SlipState, key: str = "", **is_: object) -> Fault:
    """Return what a printer is for good, from the first contact on; its slips come out."""

    def begin(rig: Rig) -> None:
        for name, value in is_.items():
            setattr(rig.printer, name, value)

    return Fault(begin, lambda _rig: None, state, key, whole=True, met=False, after=state)


def printer_is(
    state: SlipState, key: str = "", *, whole: bool = False, met: bool = True, **is_: object
) -> Fault:
    """Return a fault of the printer: attributes of it."""

    def begin(rig: Rig) -> None:
        for name, value in is_.items():
            setattr(rig.printer, name, value)

    def mend(rig: Rig) -> None:
        fresh = type(rig.printer)()
        for name in (*is_, "cover_open", "jammed"):
            setattr(rig.printer, name, getattr(fresh, name))

    return Fault(begin, mend, state, key, whole, met)


def _port(rig: Rig) -> SimulatedPrinter:
    assert isinstance(rig, PortRig)
    assert isinstance(rig.port, SimulatedPrinter)
    return rig.port


def _half_close(answers: int | None) -> Callable[[Rig], None]:
    return lambda rig: setattr(_port(rig), "half_closes_after", answers)


def _late(seconds: float) -> Callable[[Rig], None]:
    def begin(rig: Rig) -> None:
        assert isinstance(rig, PortRig)
        rig.port.late_s = seconds

    return begin


GONE = "device.unreachable"
FAULTS = {
    "nothing": printer_is(PRINTED, whole=True),
    "no paper": printer_is(FAILED, "printer.paper_out", slips_left=0),
    "paper ends inside": printer_is(UNKNOWN, "printer.paper_out", rows_left=400),
    "paper ends in the last rows": printer_is(UNKNOWN, "printer.paper_out", rows_left=ROWS - 1),
    "paper ends with the slip": printer_is(UNKNOWN, "printer.paper_out", whole=True, slips_left=1),
    "paper low": printer_is(PRINTED, whole=True, paper_low=True),
    "cover open": printer_is(FAILED, "printer.cover_open", cover_open=True),
    "cover opened inside": printer_is(UNKNOWN, "printer.cover_open", rows_until_open=300),
    "knife stuck": printer_is(FAILED, "printer.cutter", jammed=True),
    "knife sticks at the cut": printer_is(UNKNOWN, "printer.cutter", jams_at_cut=True),
    "broken": printer_is(FAILED, "printer.fault", broken=True),
    "switched offline": printer_is(FAILED, "printer.offline", switched_offline=True),
    "silent from the start": printer_is(UNKNOWN, "printer.unconfirmed", whole=True, met=False, silent=True),
    "fell silent": printer_is(FAILED, GONE, silent=True),
    "answers not in turn": always(UNKNOWN, "printer.unconfirmed", answers_in_turn=False),
    "knows the old question": always(PRINTED, answers_in_turn=False, knows_old_question=True),
    "tells no errors": always(PRINTED, tells_errors=False),
    "late by a question": printer_is(FAILED, GONE, late=True),
    "stalled": Fault(lambda rig: rig.stall(stalled=True), lambda rig: rig.stall(stalled=False), FAILED, GONE),
    "stalls inside": Fault(
        lambda rig: rig.stall_after(INSIDE),
        lambda rig: (rig.stall_after(None), rig.stall(stalled=False)),
        UNKNOWN,
        GONE,
        whole=None,
    ),
    "unplugged": Fault(lambda rig: rig.plug(there=False), lambda rig: rig.plug(there=True), FAILED, GONE),
    "goes away inside": Fault(
        lambda rig: rig.hang_up_after(INSIDE),
        lambda rig: (rig.hang_up_after(None), rig.plug(there=True)),
        UNKNOWN,
        GONE,
    ),
    "half closed at once": Fault(_half_close(1), _half_close(None), FAILED, GONE, links=("tcp",)),
    "half closed inside": Fault(_half_close(5), _half_close(None), UNKNOWN, GONE, links=("tcp",)),
    "answers too late": Fault(_late(0.25), _late(0.0), FAILED, GONE, links=("tcp", "file")),
    "answers slowly": Fault(
        _late(0.05), _late(0.0), PRINTED, "", whole=True, links=("tcp", "serial", "file")
    ),
}
CASES = [(name, link) for name, fault in FAULTS.items() for link in fault.links]


@pytest.fixture
def rig(request: pytest.FixtureRequest) -> Iterator[Rig]:
    with rig_of(request.param) as made:
        yield made


class Desk:
    """A printer that looks only when it is asked for something: what it meets is the job itself."""

    def __init__(self, rig: Rig) -> None:
        self.ended: list[Outcome] = []
        self.printer = TicketPrinter("取号机一", rig.url, DOTS, every_s=NEVER_S, open_at=rig.open)

    def __enter__(self) -> Desk:
        self.printer.start()
        wait_until(lambda: self.printer.health.state is not State.STARTING)
        return self

    def __exit__(self, *_: object) -> None:
        self.printer.stop()

    def print(self, sheet: Sheet) -> Outcome:
        """Print a sheet and return how it ended."""
        count = len(self.ended) + 1
        self.printer.print(sheet, self.ended.append)
        wait_until(lambda: len(self.ended) == count)
        return self.ended[-1]


@pytest.mark.parametrize(("name", "rig"), CASES, ids=lambda each: str(each), indirect=["rig"])
def test_how_a_slip_ends(name: str, rig: Rig) -> None:
    fault = FAULTS[name]
    assert painter.paint(FIRST, DOTS).rows == ROWS
    names = {painter.paint(FIRST, DOTS): "first", painter.paint(SECOND, DOTS): "second"}

    def out() -> list[str]:
        return [names.get(raster, "rubbish") if raster else "nothing" for raster in rig.printer.rasters]

    if not fault.met:
        fault.begin(rig)
    with Desk(rig) as desk:
        if fault.met:
            assert desk.printer.health.state is State.READY
            fault.begin(rig)
        outcome = desk.print(FIRST)
        assert (outcome.state, outcome.key) == (fault.state, fault.key), outcome.detail
        if fault.whole:
            wait_until(lambda: out() == ["first"])
        fault.mend(rig)
        wait_until(lambda: desk.printer.health.state is not State.GONE)
        assert desk.print(SECOND).state is fault.after
        wait_until(lambda: out()[-1:] == ["second"])
        expected = [["second"]] * (not fault.whole) + [["first", "second"]] * (fault.whole is not False)
        assert out() in expected
        assert len(desk.ended) == 2
