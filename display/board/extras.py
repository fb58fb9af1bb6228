"""What other parts of the display show on a board: pictures and films, results to collect."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Final, Protocol

from core.client.port import Link
from core.domain.layout import Part
from core.domain.screen import Screen
from display.collect.part import CollectPart
from display.words import Speak


class Extra(Protocol):
    """A part of a board that is made elsewhere; it hears the line by itself.

    Attributes:
        qml: The file whose root item fills the part; it has ``required property var model``.
        model: The value of that property.
    """

    @property
    def qml(self) -> Path:
        """The file whose root item fills the part."""

    @property
    def model(self) -> Any:
        """What its QML is given as ``model``."""

    def stop(self) -> None:
        """Hear nothing any more; the QML is gone already."""


MakeExtra = Callable[[Link, Screen, Speak], Extra]

EXTRAS: Final[dict[Part, MakeExtra]] = {
    Part.COLLECT: CollectPart,
}
"""By the part of a layout that it fills; one that is not here stays empty."""
