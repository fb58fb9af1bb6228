"""The page of a machine that asks to join, as a face of a screen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from display.face import QML
from display.pairing.joining import Joining


class PairingFace:
    """A code, and what to do with it.

    Attributes:
        joining: The view-model.
    """

    qml = QML / "pairing" / "Pairing.qml"

    def __init__(self, joining: Joining) -> None:
        self.joining = joining

    @property
    def properties(self) -> Mapping[str, Any]:
        """The view-model."""
        return {"page": self.joining}

    def set_fault(self, line: str) -> None:
        """Nothing: what is wrong here is the line, and the page says so."""

    def start(self) -> None:
        """Ask."""
        self.joining.start()

    def stop(self) -> None:
        """Ask nothing any more."""
        self.joining.stop()
