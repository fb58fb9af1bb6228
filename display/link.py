"""What a board needs of its line to the core."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from core.domain.floor import Floor
from core.domain.hall import Hall


class BoardLink(Protocol):
    """The part of :class:`core.client.link.CoreLink` that a board uses."""

    hall: Hall | None
    floor: Floor
    live: bool

    @property
    def hall_changed(self) -> SignalInstance:
        """The hall's description is new."""

    @property
    def happened(self) -> SignalInstance:
        """One event, after it was folded into the floor."""

    @property
    def snapshot_taken(self) -> SignalInstance:
        """The floor was replaced as a whole."""

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
