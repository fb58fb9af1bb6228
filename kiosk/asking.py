"""Where a visit stands: asked for by its slip's code or its number, and kept as new as it is."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any
from urllib.parse import quote

from PySide6.QtCore import QObject, QTimer

from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from core.domain.event import Event, EventKind
from core.domain.ticket import LegState
from kiosk.choosing import Choosing
from kiosk.codes import BookingCode, SlipCode, read_code
from kiosk.pages.place import QUESTION
from kiosk.refused import why
from kiosk.session import Session
from kiosk.state import Open, Page, Place, Refusal, Undone
from kiosk.taken import read_wait

AGAIN_MS = 1_000
"""Figures that stand on the screen are asked for at most so often."""
_SHOWN = frozenset({Open(Page.PLACE), Open(Page.PLACE, QUESTION)})


class Asking(QObject):
    """Takes what is scanned and which number was typed, and what the visitor then does with the visit."""

    def __init__(
        self,
        link: Link,
        session: Session,
        choosing: Choosing,
        parent: QObject | None = None,
        *,
        again_ms: int = AGAIN_MS,
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._session = session
        self._choosing = choosing
        self._again = QTimer(self, singleShot=True, interval=again_ms)
        self._again.timeout.connect(self._ask_again)
        session.on("ask", lambda _: session.open(Page.ASK))
        session.on("ask.find", lambda _: self._find())
        session.on("place", self._act)
        session.on("hours", lambda _: session.open(Page.CLOSED))
        session.ended.connect(self._again.stop)
        link.happened.connect(self._happened)
        link.went_live.connect(self._look_again)

    def scan(self, scanned: str) -> None:
        """Come to the booking of a code, or show where the visit of a slip stands."""
        if not self._choosing.begins(needs_writing=isinstance(read_code(scanned), BookingCode)):
            return
        match read_code(scanned):
            case BookingCode(code):
                self._choosing.check_in(code)
            case SlipCode(track):
                self._ask(f"/api/track/{track}", track)
            case None:
                self._session.refuse(Refusal("scan.not_ours"))

    def _find(self) -> None:
        typed = self._session.inputs.typed
        if typed:
            self._ask(f"/api/place?number={quote(typed)}", "")

    def _ask(self, path: str, track: str) -> None:
        self._session.wait()
        self._link.get(path, self._session.while_here(partial(self._looked_up, track)))

    def _looked_up(self, track: str, reply: Reply) -> None:
        match reply:
            case Answer(body):
                self._session.open(Page.PLACE, place=read_place(body, track))
            case Refused(key, _, 404):
                self._session.refuse(Refusal("scan.not_ours" if track else key, undone=Undone.LOOK_UP))
            case _:
                self._session.refuse(why(reply, Undone.LOOK_UP))

    # What the visitor does with it

    def _act(self, what: str) -> None:
        place = self._session.inputs.place
        if place is None:
            return
        match what:
            case "cancel":
                self._session.open(Page.PLACE, QUESTION)
            case "give_up" if place.track:
                self._change(f"/api/track/{place.track}/cancel", {}, place.track, Undone.CANCEL)
            case "restore" if place.track:
                self._change(f"/api/track/{place.track}/restore", {}, place.track, Undone.RESTORE)
            case "restore":
                self._change("/api/place/restore", {"number": place.number}, "", Undone.RESTORE)

    def _change(self, path: str, body: dict[str, str], track: str, wanted: Undone) -> None:
        self._session.wait()
        self._link.post(path, body, self._session.while_here(partial(self._changed, track, wanted)))

    def _changed(self, track: str, wanted: Undone, reply: Reply) -> None:
        below = tuple(each for each in self._session.inputs.pages if each.page is not Page.PLACE)
        pages = (*below, Open(Page.PLACE))
        if isinstance(reply, Answer):
            self._session.lead(pages, place=read_place(reply.body, track))
        else:
            self._session.lead(pages)
            self._session.refuse(why(reply, wanted, Undone.UNSURE))
            self._again.start()

    # As new as it is

    def _happened(self, event: Event) -> None:
        place = self._session.inputs.place
        if place is not None and concerns(event, place):
            self._look_again()

    def _look_again(self) -> None:
        # The first of many events sets the time; those that come before it is over are asked with it.
        if self._session.inputs.at in _SHOWN and not self._again.isActive():
            self._again.start()

    def _ask_again(self) -> None:
        place = self._session.inputs.place
        if place is not None:
            path = f"/api/track/{place.track}" if place.track else f"/api/place?number={quote(place.number)}"
            self._link.get(path, partial(self._came_again, place))

    def _came_again(self, before: Place, reply: Reply) -> None:
        session = self._session
        if not isinstance(reply, Answer) or session.inputs.place is not before or session.inputs.busy:
            return
        place = read_place(reply.body, before.track)
        session.update(place=place)
        if place.can != before.can:
            session.rearranged()


def concerns(event: Event, place: Place) -> bool:
    """Return whether the figures of a visit may be others after an event."""
    if event.kind in (EventKind.WINDOW_OPENED, EventKind.WINDOW_PAUSED, EventKind.WINDOW_CLOSED):
        return event.window in place.windows
    return event.data.get("queue") == place.queue or event.data.get("number") == place.number


def read_place(body: Mapping[str, Any], track: str) -> Place:
    """Return the visit of the core's answer; ``track`` as :class:`kiosk.state.Place` says."""
    return Place(
        body["number"],
        LegState(body["state"]),
        body["window"],
        body["ahead"],
        read_wait(body["wait"]),
        queue=body["queue"],
        zone=body["zone"],
        windows=tuple(body["windows"]),
        step=body["step"],
        steps=body["steps"],
        to_come=tuple(body["to_come"]),
        can=tuple(body["can"]),
        track=track,
    )
