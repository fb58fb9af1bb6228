"""What the screens and agents ask of their line to the core; a test may stand in for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import SignalInstance

from core.client.reply import Reply
from core.domain.floor import Floor
from core.domain.hall import Hall

Done = Callable[[Reply], None]


class Link(Protocol):
    """A :class:`core.client.link.CoreLink`, or what stands in for one."""

    url: str
    hall: Hall | None
    floor: Floor
    live: bool
    live_since: datetime | None
    degraded: bool
    epoch: str
    refused: bool

    @property
    def hall_changed(self) -> SignalInstance:
        """The hall's description is new."""

    @property
    def floor_changed(self) -> SignalInstance:
        """Something moved on the floor."""

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

    @property
    def degraded_changed(self) -> SignalInstance:
        """Whether the core can write is another than before."""

    def start(self, **filters: str) -> None:
        """Fetch the hall and follow the feed."""

    def stop(self) -> None:
        """Close the line."""

    def renew(self, *, slept: bool = False) -> None:
        """Follow the core anew from a snapshot, at once; down until then if the machine slept."""

    def deleteLater(self) -> None:  # noqa: N802
        """Go when the loop is back."""

    def get(self, path: str, done: Done, /) -> None:
        """Ask for ``path``."""

    def post(self, path: str, body: Mapping[str, Any] | None, done: Done, key: str = "", /) -> None:
        """Ask the core to do something; a lost answer is asked for again with the same key.

        Args:
            key: The ``Idempotency-Key``, where the same is asked again later; by default a new one.
        """

    def put(self, path: str, body: Mapping[str, Any] | None, done: Done, /) -> None:
        """Ask the core to set something; a lost answer is asked for again with the same key."""
