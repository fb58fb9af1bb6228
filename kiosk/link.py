"""What the kiosk needs of its line to the core."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from PySide6.QtCore import SignalInstance

from core.client.reply import Reply
from core.domain.floor import Floor
from core.domain.hall import Hall


class KioskLink(Protocol):
    """The part of :class:`core.client.link.CoreLink` that the kiosk uses."""

    hall: Hall | None
    floor: Floor
    live: bool

    @property
    def hall_changed(self) -> SignalInstance:
        """The hall's description is new."""

    @property
    def floor_changed(self) -> SignalInstance:
        """Somebody joined or left a queue."""

    @property
    def went_live(self) -> SignalInstance:
        """The line is up and the floor complete."""

    @property
    def went_dark(self) -> SignalInstance:
        """The line is down."""

    def start(self, **filters: str) -> None:
        """Fetch the hall and follow the feed."""

    def stop(self) -> None:
        """Close the line."""

    def post(self, path: str, body: Mapping[str, Any] | None, done: Callable[[Reply], None]) -> None:
        """Ask the core to do something; a lost answer is asked for again with the same key."""
