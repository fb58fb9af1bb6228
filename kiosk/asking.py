"""Where a visit stands: asked for by its slip's code."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from core.domain.ticket import LegState
from kiosk.choosing import Choosing
from kiosk.codes import BookingCode, SlipCode, read_code
from kiosk.session import Session
from kiosk.state import Page, Place, Refusal
from kiosk.taken import read_wait


class Asking(QObject):
    """Takes what is scanned: a booking is come to, and of a slip it is shown where its visit stands."""

    def __init__(
        self, link: Link, session: Session, choosing: Choosing, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._link = link
        self._session = session
        self._choosing = choosing

    def scan(self, scanned: str) -> None:
        """Come to the booking of a code, or show where the visit of a slip stands."""
        if not self._choosing.begins():
            return
        match read_code(scanned):
            case BookingCode(code):
                self._choosing.check_in(code)
            case SlipCode(track):
                self._session.wait()
                self._link.get(f"/api/track/{track}", self._looked_up)
            case None:
                self._session.refuse(Refusal("scan.not_ours"))

    def _looked_up(self, reply: Reply) -> None:
        match reply:
            case Answer(body):
                state, wait = LegState(body["state"]), read_wait(body["wait"])
                place = Place(body["number"], state, body["window"], body["ahead"], wait)
                self._session.open(Page.PLACE, place=place)
            case Refused(_, _, 404):
                self._session.refuse(Refusal("scan.not_ours"))
            case Refused(key, params):
                self._session.refuse(Refusal(key, params))
            case _:
                self._session.refuse(Refusal("core.unreachable"))
