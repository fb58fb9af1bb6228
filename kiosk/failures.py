"""What a visitor does when something fails: of every key the sign, the steps, and how long it lasts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk.state import Page

FROM_THEN: Final = QT_TRANSLATE_NOOP("kiosk", "Come back from {opens_at}")
LOOK_HOURS: Final = QT_TRANSLATE_NOOP("kiosk", "Ask at the guide desk when numbers are given again")
ANOTHER: Final = QT_TRANSLATE_NOOP("kiosk", "Choose another matter, if that helps you too")
ANOTHER_DAY: Final = QT_TRANSLATE_NOOP("kiosk", "Or book a time on another day")
ASK_DESK: Final = QT_TRANSLATE_NOOP("kiosk", "Ask at the guide desk: a guide can help at once")
AGAIN_NOW: Final = QT_TRANSLATE_NOOP("kiosk", "Try it once more")
AGAIN_LATER: Final = QT_TRANSLATE_NOOP("kiosk", "Wait a few minutes and try again")
KEEP_NUMBER: Final = QT_TRANSLATE_NOOP("kiosk", "Keep the number you hold: it stays valid")
SEE_PLACE: Final = QT_TRANSLATE_NOOP("kiosk", "See how long you still wait")
COME_TOMORROW: Final = QT_TRANSLATE_NOOP("kiosk", "Come back tomorrow, or send somebody else")
LAY_CARD: Final = QT_TRANSLATE_NOOP("kiosk", "Lay your identity card flat on the reader")
LEAVE_CARD: Final = QT_TRANSLATE_NOOP("kiosk", "Leave it there until your name is shown")
NO_CARD: Final = QT_TRANSLATE_NOOP("kiosk", "No card with you? Ask at the guide desk")
WITHOUT_CARD: Final = QT_TRANSLATE_NOOP("kiosk", "Go on without a card: most numbers need none")
LOOK_CODE: Final = QT_TRANSLATE_NOOP("kiosk", "Look at the code of your booking and enter it again")
ORDINARY: Final = QT_TRANSLATE_NOOP("kiosk", "Take an ordinary number instead")
OTHER_TIME: Final = QT_TRANSLATE_NOOP("kiosk", "Choose another time")
COME_THEN: Final = QT_TRANSLATE_NOOP("kiosk", "Come back from {opens_at}: your booking stays valid")
TELL_GUIDE: Final = QT_TRANSLATE_NOOP("kiosk", "Tell a guide that you have booked")
LOOK_NUMBER: Final = QT_TRANSLATE_NOOP("kiosk", "Look at the number on your slip and enter it again")
NEW_NUMBER: Final = QT_TRANSLATE_NOOP("kiosk", "Take a new number")
TO_WINDOW: Final = QT_TRANSLATE_NOOP("kiosk", "Is it your number? Go to the window and tell the clerk")
OUR_CODE: Final = QT_TRANSLATE_NOOP("kiosk", "Scan the code of your slip or of your booking")
LOOK_PHONE: Final = QT_TRANSLATE_NOOP("kiosk", "Look at the phone number and enter it again")
NO_PHONE: Final = QT_TRANSLATE_NOOP("kiosk", "Or go on without messages: your number is called all the same")
CHOOSE_ANEW: Final = QT_TRANSLATE_NOOP("kiosk", "Choose again from what is offered now")
NEXT_MACHINE: Final = QT_TRANSLATE_NOOP("kiosk", "Or use the next machine")
SIGN_IN_AGAIN: Final = QT_TRANSLATE_NOOP("kiosk", "Sign in once more")

UNTIL: Final = QT_TRANSLATE_NOOP("kiosk", "Until {opens_at}")
HALF_DAY: Final = QT_TRANSLATE_NOOP("kiosk", "For this half-day, until {opens_at}")
TODAY: Final = QT_TRANSLATE_NOOP("kiosk", "For today")
MINUTES: Final = QT_TRANSLATE_NOOP("kiosk", "A few minutes")
MOMENT: Final = QT_TRANSLATE_NOOP("kiosk", "Only for the moment: it can be tried again at once")
BY_ITSELF: Final = QT_TRANSLATE_NOOP("kiosk", "Until the network is back; that is tried all the time")
UNTIL_SEEN: Final = QT_TRANSLATE_NOOP("kiosk", "Until the staff have seen to it")
STAYS: Final = QT_TRANSLATE_NOOP("kiosk", "This will not change by waiting")


@dataclass(frozen=True, slots=True)
class Failure:
    """One thing that fails, as a visitor meets it.

    Attributes:
        icon: A picture of ``kiosk/qml/icons``.
        steps: What to do now, the best first. One that names a param which is not known is left out.
        lasts: How long it lasts.
        ways: Pages that a button leads to, where this kiosk has them.
        again: What was asked can be asked again as it was.
    """

    icon: str
    steps: tuple[str, ...]
    lasts: str
    ways: tuple[Page, ...] = ()
    again: bool = False


_CLOSED = (FROM_THEN, ANOTHER_DAY, LOOK_HOURS)
_UNKNOWN = Failure("warning", (AGAIN_NOW, ASK_DESK), MOMENT, again=True)
_CHANGED = Failure("warning", (CHOOSE_ANEW, ASK_DESK), STAYS)
_NOT_NOW = Failure("networkGone", (AGAIN_LATER, ASK_DESK, NEXT_MACHINE), MINUTES, again=True)
_BLOCK = Failure("networkGone", (ASK_DESK, NEXT_MACHINE, AGAIN_LATER), BY_ITSELF, again=True)
_CARD_READ = Failure("card", (LAY_CARD, LEAVE_CARD, NO_CARD), MOMENT)
_CARD_REFUSED = Failure("card", (WITHOUT_CARD, NO_CARD), STAYS)
_READER = Failure("card", (WITHOUT_CARD, ASK_DESK, NEXT_MACHINE), UNTIL_SEEN)
_SLOT = Failure("calendar", (OTHER_TIME, ASK_DESK), STAYS, (Page.BOOK,))
_NO_TICKET = Failure("query", (LOOK_NUMBER, NEW_NUMBER, ASK_DESK), STAYS, (Page.ASK,))
_IN_HAND = Failure("query", (TO_WINDOW, NEW_NUMBER, ASK_DESK), STAYS, (Page.ASK,))
_STAFF_KEY = Failure("staff", (SIGN_IN_AGAIN,), MOMENT)
_WAIT_KEY = Failure("staff", (AGAIN_LATER, ASK_DESK), MINUTES)
_NOT_DONE = Failure("staff", (CHOOSE_ANEW,), STAYS)
_PRINTER = Failure("paperOut", (CHOOSE_ANEW,), UNTIL_SEEN)

FAILURES: Final[Mapping[str, Failure]] = {
    "error.unknown": _UNKNOWN,
    # Numbers
    "queue.closed": Failure("clock", _CLOSED, UNTIL, (Page.BOOK,)),
    "queue.quota_used": Failure("full", (FROM_THEN, ANOTHER_DAY, ANOTHER, ASK_DESK), HALF_DAY, (Page.BOOK,)),
    "queue.ticket_held": Failure("ticket", (KEEP_NUMBER, SEE_PLACE, ANOTHER), TODAY, (Page.ASK,)),
    "queue.tickets_a_day": Failure("full", (COME_TOMORROW, ANOTHER_DAY, ASK_DESK), TODAY, (Page.BOOK,)),
    "queue.card_needed": Failure("card", (LAY_CARD, LEAVE_CARD, NO_CARD), MOMENT),
    "class.needs_proof": Failure("person", (ASK_DESK, ORDINARY), STAYS),
    "queue.unknown": _CHANGED,
    "item.unknown": _CHANGED,
    "item.not_here": _CHANGED,
    "matter.unknown": _CHANGED,
    "class.unknown": _CHANGED,
    "zone.unknown": _CHANGED,
    "language.unknown": _CHANGED,
    "phone.refused": Failure("phone", (LOOK_PHONE, NO_PHONE), MOMENT),
    "idempotency.key_reused": _UNKNOWN,
    "request.invalid": _UNKNOWN,
    "request.not_found": _UNKNOWN,
    "request.method_not_allowed": _UNKNOWN,
    "auth.required": _STAFF_KEY,
    "auth.denied": _NOT_DONE,
    "store.failed": _NOT_NOW,
    "core.unreachable": _NOT_NOW,
    # Without the core
    "offline.no_block": _BLOCK,
    "offline.used_up": _BLOCK,
    "offline.other_day": _BLOCK,
    "offline.store_failed": Failure("warning", (ASK_DESK, NEXT_MACHINE), UNTIL_SEEN),
    "offline.card_needed": Failure("card", (ASK_DESK, ANOTHER, NEXT_MACHINE), BY_ITSELF),
    "offline.no_bookings": Failure("calendar", (ORDINARY, TELL_GUIDE), BY_ITSELF),
    # Bookings
    "booking.unknown": Failure("calendar", (LOOK_CODE, ORDINARY, ASK_DESK), STAYS, (Page.BOOKING,)),
    "booking.ended": Failure("calendar", (ORDINARY, ANOTHER_DAY, ASK_DESK), STAYS, (Page.BOOK,)),
    "booking.too_early": Failure("clock", (COME_THEN, ASK_DESK), UNTIL),
    "booking.too_late": Failure("calendar", (ORDINARY, ANOTHER_DAY, ASK_DESK), STAYS, (Page.BOOK,)),
    "booking.codes_blocked": Failure("warning", (AGAIN_LATER, ASK_DESK), MINUTES),
    "booking.stale": _UNKNOWN,
    "booking.still_open": Failure("calendar", (AGAIN_LATER, ASK_DESK), TODAY),
    "booking.slot_unknown": _SLOT,
    "booking.day_refused": _SLOT,
    "booking.slot_over": _SLOT,
    "booking.slot_full": _SLOT,
    "booking.one_a_day": Failure("calendar", (OTHER_TIME, ASK_DESK), TODAY, (Page.BOOK,)),
    "booking.cancel_too_late": Failure("calendar", (ASK_DESK,), STAYS),
    # One's own number
    "ticket.unknown": _NO_TICKET,
    "track.unknown": _NO_TICKET,
    "leg.unknown": _NO_TICKET,
    "ticket.ended": _IN_HAND,
    "ticket.not_passed": _IN_HAND,
    "ticket.moved_on": _IN_HAND,
    "ticket.elsewhere": _IN_HAND,
    "ticket.restore_refused": Failure("ticket", (NEW_NUMBER, ASK_DESK), STAYS),
    "ticket.stale": _UNKNOWN,
    # Cards and codes
    "card.read_failed": _CARD_READ,
    "card.not_authentic": _CARD_REFUSED,
    "card.kind_unknown": _CARD_REFUSED,
    "card.implausible": _CARD_REFUSED,
    "card.day_refused": _READER,
    "card_reader.fault": _READER,
    "scan.not_ours": Failure("search", (OUR_CODE, NEW_NUMBER, ASK_DESK), MOMENT),
    # Guides, at their own kiosk
    "sign_in.refused": _STAFF_KEY,
    "sign_in.blocked": _WAIT_KEY,
    "clerk.unknown": _STAFF_KEY,
    "clerk.elsewhere": _NOT_DONE,
    "window.taken": _NOT_DONE,
    "window.unstaffed": _NOT_DONE,
    "ticket.not_waiting": _NOT_DONE,
    "ticket.not_planned": _NOT_DONE,
    "slip.too_late": _NOT_DONE,
    # The printer that a guide has chosen
    "printer.paper_out": _PRINTER,
    "printer.cover_open": _PRINTER,
    "printer.fault": _PRINTER,
    "printer.cutter": _PRINTER,
    "printer.offline": _PRINTER,
    "device.failed": _PRINTER,
    "device.unreachable": _PRINTER,
    "device.removed": _PRINTER,
    "device.machine_silent": _PRINTER,
}
"""Message key to what a visitor does; the sentence itself is :mod:`core.qt.messages`'."""


def failure(key: str) -> Failure:
    """Return what to do about a message key; one that nobody foresaw can be tried again."""
    return FAILURES.get(key, _UNKNOWN)
