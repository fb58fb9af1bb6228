"""What every face of a screen is: a board, a window screen, a rating pad, a list of what can be collected."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Protocol

from core.client.port import Link
from core.domain.screen import Screen
from display.clockwork import Clockwork
from display.words import Speak

QML = Path(__file__).parent / "qml"
"""Where the faces' QML lies, one folder each; what they share is in ``parts``."""


class Face(Protocol):
    """What one screen shows: hears the line and the clock, publishes properties to its QML.

    A face is made again when the hall says something else of its screen; the line goes on. It follows the
    line from the moment that it is made, and reads what the line knows already.

    Attributes:
        qml: The file whose root item fills the window.
        properties: Initial values of the root's required properties, the view-models by name.
    """

    @property
    def qml(self) -> Path:
        """The file whose root item fills the window."""

    @property
    def properties(self) -> Mapping[str, Any]:
        """Initial values of the root's required properties."""

    def set_fault(self, line: str) -> None:
        """Show a line about what is wrong with this machine, ``""`` for nothing."""

    def start(self) -> None:
        """The window is there; from now on devices and requests of its own may be used."""

    def stop(self) -> None:
        """Hear nothing any more; the QML is gone already."""


MakeFace = Callable[[Link, Screen, Speak, Clockwork], Face]
"""Makes a face; the clock is its own and nobody else's alarm."""
