"""The keypads of one console: they are the signed-in clerk's, and do nothing while nobody is signed in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QWidget

from caller.pad_console import PadConsole
from caller.pads import PadRoom
from caller.sight.devices import DeviceRow, Kind, Well
from caller.view_model import Console
from core.client.port import Link
from core.qt.keypad_keys import KeypadKeys
from hardware.keypad.actions import Act, Action
from hardware.keypad.at_windows import Face, Pads, Press

NOBODY = Face("closed")
"""What a pad shows whose clerk is not signed in."""


class PadDesk(QObject):
    """Takes the presses meant for this console: of its window, and of pads whose window nobody set.

    Signals:
        served(object): A clerk's line to the core is there, a :class:`core.client.port.Link`.
        left: It is no more.
    """

    served = Signal(object)
    left = Signal()

    def __init__(
        self,
        room: PadRoom,
        focus_keys: Mapping[str, Act] | None = None,
        *,
        parent: QObject | None = None,
    ) -> None:
        """Serve nobody yet.

        Args:
            room: Belongs to whoever made it.
            focus_keys: What the keys of a number pad do that types into the window with the focus.
        """
        super().__init__(parent)
        self._room = room
        self._focus_keys = focus_keys or {}
        self._window = 0
        self._pad: PadConsole | None = None
        self._typed: KeypadKeys | None = None
        room.pressed.connect(self._pressed)
        for window in room.windows():
            room.show(window, NOBODY)

    def serve(self, console: Console, window: int, link: Link) -> None:
        """Be the keypads of a clerk's console at ``window``."""
        self._window = window
        self._pad = PadConsole(console, self._show, parent=self)
        self._pad.refused.connect(QApplication.beep)
        if self._focus_keys:
            self._typed = KeypadKeys(lambda: _no_menu() and not console.acts.props.which, self)
            self._typed.pressed.connect(self._key)
        self.served.emit(link)

    def devices(self) -> list[DeviceRow]:
        """Return how the keypads and raters of this machine are now."""
        healths = self._room.healths()
        return [
            DeviceRow(_kind_of(pads), pads.name, Well(healths[pads.name].state.value))
            for pads in self._room.pads
        ]

    def leave(self) -> None:
        """Do nothing any more; harmless where nobody is served."""
        if self._pad is None:
            return
        self.left.emit()
        self._pad.close()
        self._pad.deleteLater()
        self._pad = None
        if self._typed is not None:
            self._typed.close()
            self._typed = None
        self._show(NOBODY)

    def _show(self, face: Face) -> None:
        self._room.show(self._window, face)

    def _pressed(self, press: Press) -> None:
        if press.act.action is Action.RATE or press.window not in (None, self._window):
            return  # Raters are another's affair, and so are other windows.
        if self._pad is not None:
            self._pad.press(press.act)

    def _key(self, name: str) -> None:
        if self._pad is not None and (act := self._focus_keys.get(name)) is not None:
            self._pad.press(act)


def _kind_of(pads: Pads) -> Kind:
    rates = all(act is Action.RATE for acts in pads.acts.values() for act in acts)
    return Kind.RATER if rates and pads.acts else Kind.KEYPAD


def _no_menu() -> bool:
    """A menu of reasons, and the page of acts, are answered by the same keys."""
    return not isinstance(QApplication.activePopupWidget(), QWidget)
