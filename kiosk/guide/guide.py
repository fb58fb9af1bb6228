"""The guide's part of a kiosk, put together."""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.client.port import Link
from kiosk.guide.helping import Helping
from kiosk.guide.issuing import Issuing
from kiosk.guide.line import GuideLine, Make
from kiosk.guide.seeing import Seeing
from kiosk.guide.signing import Signing
from kiosk.session import Session
from kiosk.state import Page
from kiosk.taking import Taking


class GuidePart(QObject):
    """What a guide does at a kiosk, beside what visitors do."""

    def __init__(
        self,
        link: Link,
        session: Session,
        taking: Taking,
        printer: str,
        make: Make,
        parent: QObject | None = None,
    ) -> None:
        """Begin to listen.

        Args:
            link: The kiosk's own line; it tells what moves on the floor.
            session: Where guides and visitors act.
            taking: What takes numbers; a guide's are asked for as the guide.
            printer: Name of this machine's printer, ``""``: it has none.
            make: Makes a line to the core for a token.
            parent: Owner.
        """
        super().__init__(parent)
        line = self._line = GuideLine(make, self)
        Signing(session, line, self)
        Seeing(link, session, line, self)
        Issuing(session, line, taking, self)
        self._helping = Helping(link, session, line, printer, self)
        session.on("guide.zone", lambda zone: session.open(Page.GUIDE, f"zone:{zone}"))
        session.on("guide.find", lambda _: session.open(Page.GUIDE, "ticket"))

    def scan(self, scanned: str) -> bool:
        """Take a scanned slip, if a guide is here; return whether it was taken."""
        return self._helping.scan(scanned)
