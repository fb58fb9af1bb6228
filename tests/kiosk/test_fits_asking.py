"""No text of asking, booking and the hours is cut: every language and shape of screen, both sizes of type."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from PySide6.QtCore import QSize

from core.domain.booking import Slots
from core.domain.calendar import Holiday, Hours
from core.domain.hall import Hall
from core.domain.kiosk import KioskRules, Mode
from core.domain.ticket import LegState
from core.domain.wait import Wait
from kiosk.app import LANDSCAPE, PORTRAIT
from kiosk.booked import Booked, BookingWish, FreeSlot
from kiosk.state import Open, Page, Place, Printing, Refusal
from tests.kiosk.conftest import Kiosk
from tests.support import qml
from tests.support.halls import lhasa_like

WEEKDAYS = (1, 2, 3, 4, 5)
SIZES = [PORTRAIT, LANDSCAPE, QSize(1280, 1024)]
# In large type a low screen has no room for a number and its question yet.
SIZES_OF_TYPE = [*((each, False) for each in SIZES), (PORTRAIT, True)]
LHASA_LIKE = replace(
    lhasa_like(),
    keeps_hours=True,
    hours=(Hours(WEEKDAYS, time(9), time(12, 30)), Hours(WEEKDAYS, time(14), time(17, 30))),
    holidays=(Holiday(date(2026, 11, 25), date(2026, 11, 26), {"zh": "藏历节日", "en": "Tibetan festival"}),),
    slots=tuple(Slots(each.id, WEEKDAYS, time(9), time(12), 30, 4) for each in lhasa_like().queues),
)
NIGHT = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
STARTS = datetime(2026, 11, 24, 1, 30, tzinfo=UTC)
HALF = timedelta(minutes=30)
BOOKING_KEYS = ("too_early", "too_late", "unknown", "ended", "cancel_too_late", "slot_full", "one_a_day")


@pytest.fixture(params=SIZES, ids=lambda size: f"{size.width()}x{size.height()}")
def size(request: pytest.FixtureRequest) -> QSize:
    chosen: QSize = request.param
    return chosen


@pytest.fixture
def hall() -> Hall:
    return LHASA_LIKE


class Fitting:
    """A kiosk whose pages are opened one after the other and looked at."""

    def __init__(self, kiosk: Kiosk, hall: Hall) -> None:
        self.kiosk, self.hall = kiosk, hall
        self.session = kiosk.app._session
        kiosk.connect(hall)
        kiosk.app.devices.stop()  # what devices say here, the test says

    def looks(self, language: str, *, large: bool) -> None:
        """Let the visitor read that language, in that size of type."""
        look = replace(self.session.inputs.look, large=large)
        self.session.update(language=language, look=look)

    def check(self, page: Page, which: str = "", **heard: object) -> None:
        """Open a page above the first one and look at every text."""
        start = self.session.inputs.start
        pages = start if Open(page, which) in start else (*start, Open(page, which))
        self.session.lead(pages, **heard)
        shown = self.session.inputs
        where = f"{page.value} {which} in {shown.language}, large {shown.look.large}"
        assert not qml.unfit(self.kiosk.view), where


def place_in(hall: Hall, state: LegState) -> Place:
    queue = max(hall.queues, key=lambda each: len(each.name.get("bo", "")))
    windows = () if state.ended else tuple(each.number for each in hall.windows_of(queue.id))
    ids = tuple(each.id for each in hall.queues[:2])
    can = ("cancel", "restore") if state is LegState.PASSED else () if state.ended else ("cancel",)
    wait = Wait(6000, 9000)
    where = {"queue": queue.id, "zone": queue.zone, "windows": windows}
    return Place("A1234", state, 188, 188, wait, **where, step=1, steps=3, to_come=ids, can=can)  # type: ignore[arg-type]


def wish_in(hall: Hall) -> BookingWish:
    queue = hall.slots[0].queue
    day = date(2026, 11, 24)
    slots = tuple(FreeSlot(STARTS + n * HALF, STARTS + (n + 1) * HALF, n % 3) for n in range(14))
    days = tuple((day + timedelta(days=n), 100 * n) for n in range(6))
    ends = STARTS + HALF
    made = Booked("i", queue, None, day, STARTS, ends, STARTS - HALF, STARTS - 4 * HALF, code="57240000")
    return BookingWish(queue, days, day, slots, STARTS, made)


@pytest.mark.parametrize(("size", "large"), SIZES_OF_TYPE)
def test_asking_fits(kiosk: Kiosk, hall: Hall, large: bool) -> None:
    fitting = Fitting(kiosk, hall)
    for language in hall.languages:
        fitting.looks(language, large=large)
        fitting.check(Page.ASK)
        for state in (LegState.WAITING, LegState.PASSED, LegState.SUSPENDED, LegState.VOID):
            fitting.check(Page.PLACE, place=place_in(hall, state))
        fitting.check(Page.PLACE, "cancel", place=place_in(hall, LegState.WAITING))
        fitting.check(Page.CLOSED)


@pytest.mark.parametrize(("size", "large"), SIZES_OF_TYPE)
def test_booking_fits(kiosk: Kiosk, hall: Hall, large: bool) -> None:
    fitting = Fitting(kiosk, hall)
    for language in hall.languages:
        fitting.looks(language, large=large)
        for reads in (False, True):
            fitting.check(Page.BOOKING, reads_cards=reads)
            fitting.check(Page.BOOK, "who", booking=wish_in(hall), reads_cards=reads)
        for which in ("", "day", "slot", "phone"):
            fitting.check(Page.BOOK, which)
        for which in ("cancel", "cancelled"):
            fitting.check(Page.BOOKING, which)
        for printing in (Printing.DONE, Printing.UNKNOWN, Printing.NONE):
            fitting.check(Page.BOOKED, printing=printing)
        for key in BOOKING_KEYS:
            params = {"opens_at": "2026-11-24T01:00:00.000000Z", "date": "2026-11-24", "state": "checked_in"}
            fitting.check(Page.NOTICE, refusal=Refusal(f"booking.{key}", params))


@pytest.mark.parametrize("mode", [Mode.QUERY, Mode.BOOKING, Mode.CLOSED])
def test_the_first_page_of_every_mode_fits(kiosk: Kiosk, hall: Hall, mode: Mode) -> None:
    kiosk.time.start = NIGHT
    fitting = Fitting(kiosk, replace(hall, kiosk_rules=KioskRules(out_of_hours=mode)))
    for language in hall.languages:
        fitting.looks(language, large=False)
        fitting.check(fitting.session.inputs.at.page)
