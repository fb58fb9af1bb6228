"""Bookings at the kiosk: a time is booked, a booking is come to or given back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from PySide6.QtCore import QObject

from core.client.keys import new_key
from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from core.domain.clock import to_text
from hardware.errors import DeviceError
from hardware.idcard.card import SeenCard
from hardware.printer.ticket_printer import Outcome
from hardware.slip.sheet import Sheet
from kiosk.booked import Booked, BookingWish, FreeSlot, read_booked, read_days, read_slots
from kiosk.card_key import CardKey, read_key
from kiosk.choosing import ENDED, Choosing
from kiosk.devices import KioskDevices
from kiosk.pages.booking import GONE, QUESTION
from kiosk.refused import why
from kiosk.session import Session
from kiosk.state import Open, Page, Printing, Refusal, Undone
from kiosk.taking import Taking
from kiosk.typing import is_phone

Compose = Callable[[Booked, str], Sheet]
"""Makes the slip of a booking, for who reads a language."""

_WHO = Open(Page.BOOK, "who")
_SLOT = Open(Page.BOOK, "slot")
_TIME_IS_GONE = frozenset(
    {"booking.slot_full", "booking.slot_over", "booking.slot_unknown", "booking.day_refused"}
)


class Booking(QObject):
    """Handles what is touched on the pages of bookings, and a card that is laid on while one is made."""

    def __init__(
        self,
        link: Link,
        session: Session,
        choosing: Choosing,
        taking: Taking,
        devices: KioskDevices,
        card_key: CardKey,
        compose: Compose,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._session = session
        self._choosing = choosing
        self._devices = devices
        self._card_key = card_key
        self._compose = compose
        self._unheard: tuple[dict[str, str], str] | None = None
        session.ended.connect(self._forget)
        session.on("booking", lambda _: session.open(Page.BOOKING))
        session.on("booking.come", lambda _: self._come())
        session.on("booking.cancel", lambda _: self._look_up())
        session.on("booking.give_back", lambda _: self._give_back())
        session.on("book", self._begin)
        session.on("day", lambda day: self._choose_day(date.fromisoformat(day)))
        session.on("slot", lambda starts: self._choose_slot(datetime.fromisoformat(starts)))
        session.on("book.write", lambda _: session.open(Page.BOOK, "phone"))
        session.on("book.phone", lambda _: self._by_phone())
        session.on("book.neither", lambda _: self._book())
        session.changed.connect(self._take_key_back)
        taking.not_booked.connect(self._not_booked)

    # A booking that there is

    def lay(self, card: SeenCard | DeviceError) -> None:
        """Book for the person of a card, or come to the person's booking."""
        if self._session.inputs.at != _WHO or self._session.inputs.busy:
            self._choosing.lay(card)
        elif isinstance(card, SeenCard):
            self._book(card=card.hash)
        else:
            self._choosing.say_unread(card)

    def _come(self) -> None:
        typed = self._session.inputs.typed
        if typed:
            self._choosing.check_in(typed)

    def _not_booked(self) -> None:
        if self._session.inputs.at.page is Page.BOOKING:
            self._session.refuse(Refusal("booking.unknown", undone=Undone.NUMBER))

    def _look_up(self) -> None:
        typed = self._session.inputs.typed
        if typed:
            self._session.wait()
            here = self._session.while_here
            self._link.post("/api/bookings/find", {"code": typed}, here(partial(self._found, typed)))

    def _found(self, code: str, reply: Reply) -> None:
        if isinstance(reply, Answer):
            self._session.open(
                Page.BOOKING, QUESTION, booking=BookingWish(booked=read_booked(reply.body, code))
            )
        else:
            self._session.refuse(why(reply, Undone.LOOK_UP))

    def _give_back(self) -> None:
        found = self._session.inputs.booking.booked
        if found is not None:
            self._session.wait()
            done = self._session.while_here(self._given_back)
            self._link.post(f"/api/bookings/{found.id}/cancel", {}, done)

    def _given_back(self, reply: Reply) -> None:
        if isinstance(reply, Answer):
            self._session.show(Page.BOOKING, GONE)
        else:
            self._session.back()
            self._session.refuse(why(reply, Undone.GIVE_BACK, Undone.UNSURE))

    # A new one

    def _begin(self, queue: str) -> None:
        if not queue:
            self._session.open(Page.BOOK)
            return
        self._session.wait(booking=BookingWish(queue))
        self._ask_slots(queue, None, self._days_came)

    def _days_came(self, body: dict[str, Any]) -> None:
        """Ask for what is left of each day, one after the other: there are a handful."""
        self._count(read_days(body), ())

    def _count(self, days: tuple[date, ...], known: tuple[tuple[date, int], ...]) -> None:
        wish = self._session.inputs.booking
        if len(known) == len(days):
            self._session.open(Page.BOOK, "day", booking=replace(wish, days=known))
            return
        day = days[len(known)]

        def came(body: dict[str, Any]) -> None:
            left = sum(each.left for each in read_slots(body))
            self._count(days, (*known, (day, left)))

        self._ask_slots(wish.queue, day, came)

    def _choose_day(self, day: date) -> None:
        self._session.wait(booking=replace(self._session.inputs.booking, day=day))
        self._ask_slots(self._session.inputs.booking.queue, day, self._slots_came)

    def _slots_came(self, body: dict[str, Any]) -> None:
        wish = replace(self._session.inputs.booking, slots=read_slots(body))
        self._session.open(Page.BOOK, "slot", booking=wish)

    def _ask_slots(self, queue: str, day: date | None, came: Callable[[dict[str, Any]], None]) -> None:
        more = f"&date={day}" if day is not None else ""
        done = self._session.while_here(partial(self._or_refused, came))
        self._link.get(f"/api/bookings/slots?queue={queue}{more}", done)

    def _or_refused(self, came: Callable[[dict[str, Any]], None], reply: Reply) -> None:
        if isinstance(reply, Answer):
            came(dict(reply.body))
        else:
            self._session.refuse(why(reply, Undone.BOOKING))

    def _choose_slot(self, starts: datetime) -> None:
        inputs = self._session.inputs
        wish = replace(inputs.booking, starts=starts)
        chosen = wish.slot
        if chosen is None or not chosen.left:
            begun = inputs.now is not None and starts <= inputs.now
            key = "booking.slot_over" if begun else "booking.slot_full"
            self._session.refuse(Refusal(key, undone=Undone.BOOKING))
        elif inputs.reads_cards:
            self._session.wait(booking=wish)
            here = self._session.while_here
            self._link.get(f"/api/card-key?date={wish.day}", here(self._key_came))
        else:
            self._session.open(Page.BOOK, "who", booking=wish)

    def _key_came(self, reply: Reply) -> None:
        """Let the card be read with the key of the day that is booked: today's would be another person's."""
        if isinstance(reply, Answer):
            self._card_key.lend(read_key(reply))
            self._session.open(Page.BOOK, "who")
        else:
            self._session.refuse(why(reply, Undone.BOOKING))

    def _forget(self) -> None:
        self._unheard = None

    def _take_key_back(self) -> None:
        if self._session.inputs.at != _WHO:
            self._card_key.lend(None)

    def _by_phone(self) -> None:
        typed = self._session.inputs.typed
        if is_phone(typed):
            self._book(phone=typed)
        else:
            self._session.refuse(Refusal("phone.refused"))

    def _book(self, **who: str) -> None:
        inputs = self._session.inputs
        wish = inputs.booking
        if wish.day is None or wish.starts is None:
            return
        what = {"queue": wish.queue, "date": wish.day.isoformat(), "starts": to_text(wish.starts)}
        body = {**what, "lang": inputs.language, **who}
        # The core may have booked it, and the answer was lost: asked again under its key it does it once.
        known = self._unheard
        key = known[1] if known is not None and known[0] == body else new_key()
        self._unheard = (body, key)
        self._session.wait()
        self._link.post("/api/bookings", body, self._made, key)

    def _made(self, reply: Reply) -> None:
        if isinstance(reply, Answer | Refused):
            self._unheard = None
        if isinstance(reply, Answer):
            self._show(read_booked(reply.body))
        else:
            self._not_made(why(reply, Undone.BOOKING, Undone.UNSURE))

    def _not_made(self, why: Refusal) -> None:
        """Say why; a time that is gone is not offered again."""
        wish = self._session.inputs.booking
        if why.key in _TIME_IS_GONE:
            slots = tuple(_gone(each) if each.starts == wish.starts else each for each in wish.slots)
            pages = self._session.inputs.pages
            below = pages[: pages.index(_SLOT) + 1] if _SLOT in pages else pages
            self._session.lead(below, booking=replace(wish, slots=slots))
        self._session.refuse(why)

    def _show(self, made: Booked) -> None:
        prints = self._devices.printer is not None
        printing = Printing.UNDER_WAY if prints else Printing.NONE
        language = self._session.inputs.language
        self._session.show(Page.BOOKED, booking=BookingWish(booked=made), printing=printing, card=None)
        if prints:
            self._devices.print(self._compose(made, language), partial(self._printed, made))

    def _printed(self, made: Booked, outcome: Outcome) -> None:
        if self._session.inputs.booking.booked == made:
            self._session.update(printing=ENDED[outcome.state])
            self._session.stay()


def _gone(slot: FreeSlot) -> FreeSlot:
    return replace(slot, left=0)
