"""Scenes of the kiosk: the resting screen, the staff's pages and a guide's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from core.domain.device import DeviceState
from core.domain.hall import Hall
from core.domain.slip import SlipState
from core.domain.ticket import LegState
from core.domain.wait import Wait
from core.domain.window import WindowStatus
from hallcall.pictures.scene import NOW, Paint, Scene, hall_of, on
from hardware.worker import Health, State
from kiosk.guide.state import Deed, Found, Guide, Missing, PrinterNow, QueueNow, Step
from kiosk.staff_state import LastTest, Machine, Printed, Read, Staff
from kiosk.state import Inputs, Open, Page
from kiosk.trouble_state import Device, Trouble

MACHINE = Machine(
    "kiosk-1", "http://hallcall.local:8400", {"Hallcall": "0.9.0", "Qt": "6.11.0"}, "1080 x 1920"
)
STAFF = Staff(
    machine=MACHINE,
    speaks=True,
    tests=True,
    prints=True,
    seq=1042,
    tested=LastTest(NOW - timedelta(hours=3)),
    log=("10:04:58 I a ticket was taken", "09:31:02 W slips: paper is low"),
)
DEVICES = (
    Device("slips", "printer", Health(State.DEGRADED, "printer.paper_low"), NOW - timedelta(minutes=34), NOW),
    Device("cards", "card_reader", Health(State.READY), NOW - timedelta(hours=2)),
    Device("scanner", "scanner", Health(State.READY), NOW - timedelta(hours=2)),
)
FULL = Staff(
    machine=MACHINE,
    volume=90,
    speaks=True,
    tests=True,
    prints=True,
    seq=1042,
    untold=3,
    tested=LastTest(NOW, (("kiosk.clock_wrong", "by +93 s"), ("device.unreachable", "slips"))),
    log=("10:04:58 W " + "the line to the core broke and is made anew " * 3,) * 20,
    printed=Printed("failed", "printer.paper_out"),
    reading=True,
    read=Read("resident", "李*", 71),
)
PIN_RULE = "set"
"""A kiosk with a PIN for its staff page; which one no picture needs."""


def _staffed(inputs: Inputs, page: Page, which: str = "", **heard: Any) -> Inputs:
    rules = replace(inputs.rules, staff_pin=PIN_RULE)
    return on(replace(inputs, rules=rules), page, which, **heard)


def _staff(which: str, staff: Staff = STAFF) -> Paint:
    trouble = Trouble(devices=DEVICES)
    return lambda inputs: _staffed(inputs, Page.STAFF, which, staff=staff, trouble=trouble)


def _pin(typed: str = "", **told: Any) -> Paint:
    entries = {Open(Page.STAFF_PIN): typed}
    return lambda inputs: _staffed(inputs, Page.STAFF_PIN, entries=entries, staff=Staff(**told))


# A guide's pages


def _found(hall: Hall) -> Found:
    queue = hall.queues[0]
    step = Step(1, queue.id, LegState.WAITING)
    return Found(
        "t",
        f"{queue.prefix}017",
        LegState.WAITING,
        queue.id,
        hall.classes[0].id,
        NOW - timedelta(minutes=12),
        ahead=3,
        wait=Wait(480, 900),
        slip=SlipState.FAILED,
        steps=(step,),
    )


def _guide_of(hall: Hall, **more: Any) -> Guide:
    queues = {
        each.id: QueueNow(
            60 * (n % 40), Wait(300, 900), tuple(w.number for w in hall.windows_of(each.id))[:4]
        )
        for n, each in enumerate(hall.queues)
    }
    windows = {each.number: WindowStatus.OPEN for each in hall.windows}
    queue = hall.queues[0]
    missing = (Missing("t", f"{queue.prefix}017", queue.id, SlipState.FAILED, NOW),)
    printers = (
        PrinterNow("slips", "kiosk-1", DeviceState.READY),
        PrinterNow("slips", "kiosk-2", DeviceState.GONE, "printer.paper_out"),
    )
    return Guide("0501", "白玛", queues, windows, _found(hall), missing, printers, **more)


def _guide(page: Page, which: str = "", **more: Any) -> Paint:
    def paint(inputs: Inputs) -> Inputs:
        hall = hall_of(inputs)
        shown = replace(inputs, guide=_guide_of(hall, **more))
        below = () if (page, which) == (Page.GUIDE, "") else (Open(page, which),)
        return replace(shown, pages=(*shown.start, *below))

    return paint


def _guide_zone(inputs: Inputs) -> Inputs | None:
    return _guide(Page.GUIDE, f"zone:{hall_of(inputs).zones[0].id}")(inputs)


def _sign_in(which: str, typed: str) -> Paint:
    at = Open(Page.GUIDE_SIGN_IN, which)
    return lambda inputs: on(inputs, Page.GUIDE_SIGN_IN, which, entries={at: typed})


def _scenes() -> Iterator[Scene]:
    yield Scene("saver", Page.SAVER, lambda inputs: replace(inputs, pages=(Open(Page.SAVER),)))
    yield Scene("staff-pin", Page.STAFF_PIN, _pin())
    yield Scene("staff-pin-wrong", Page.STAFF_PIN, _pin(wrong=True, wait_s=300))
    yield Scene("staff-pin-typed", Page.STAFF_PIN, _pin("2468"))
    for which in ("", "devices", "sound", "program", "log"):
        yield Scene(f"staff-{which or 'first'}", Page.STAFF, _staff(which))
        yield Scene(f"staff-{which or 'first'}-full", Page.STAFF, _staff(which, FULL))
    yield Scene("guide-sign-in", Page.GUIDE_SIGN_IN, _sign_in("", "0501"))
    yield Scene("guide-pin", Page.GUIDE_SIGN_IN, _sign_in("pin", "2468"))
    yield Scene("guide-zones", Page.GUIDE, _guide(Page.GUIDE))
    yield Scene("guide-queues", Page.GUIDE, _guide_zone)
    for which in ("issue", "phone", "ticket", "missing"):
        yield Scene(f"guide-{which}", Page.GUIDE, _guide(Page.GUIDE, which))
    yield Scene("guide-found", Page.GUIDE_TICKET, _guide(Page.GUIDE_TICKET))
    for which in ("printer", "class", "move"):
        yield Scene(f"guide-{which}", Page.GUIDE_TICKET, _guide(Page.GUIDE_TICKET, which))
    sure = _guide(Page.GUIDE_TICKET, "sure", meant=Deed("restore"))
    yield Scene("guide-sure", Page.GUIDE_TICKET, sure)
    yield Scene("guide-done", Page.GUIDE_TICKET, _guide(Page.GUIDE_TICKET, done=Deed("restore")))


SCENES = tuple(_scenes())
