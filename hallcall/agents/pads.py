"""The keypads of windows that have no console, and the raters of any, as an agent."""

from __future__ import annotations

import logging
from functools import partial

from PySide6.QtCore import QObject

from caller.pads import PadRoom
from caller.ports import LinkFor, Post
from caller.view_model import CALL_GAP_MS
from core.client.port import Link
from hallcall.agents.pad_desk import WindowDesk
from hallcall.agents.raters import Raters
from hardware.keypad.actions import Action
from hardware.keypad.at_windows import Press

log = logging.getLogger(__name__)

_CONFIRMS = frozenset({Action.CALL_NEXT, Action.OPEN})


class WindowPads(QObject):
    """Serves every window that the pads of a device file name.

    Attributes:
        desks: By window, those where a clerk can sign in.
        raters: What sends the visitors' keys.
    """

    def __init__(
        self,
        link: Link,
        room: PadRoom,
        post: Post,
        link_for: LinkFor,
        *,
        call_gap_ms: int = CALL_GAP_MS,
        parent: QObject | None = None,
    ) -> None:
        """Serve ``room``; it and ``link`` stay their owner's.

        Args:
            link: With a screen's token: what everybody may see, and the raters' way.
            post: Reaches the core without a token, to sign in.
            link_for: Makes a clerk's line from the token.
        """
        super().__init__(parent)
        self._link = link
        self._room = room
        self.desks = {
            window: WindowDesk(
                window,
                link,
                post,
                link_for,
                partial(room.show, window),
                call_gap_ms=call_gap_ms,
                parent=self,
            )
            for window in room.windows()
            if _can_sign_in(window, room.acts(window))
        }
        self.raters = Raters(link, room, parent=self)
        room.pressed.connect(self._pressed)
        for signal in (link.snapshot_taken, link.went_live, link.went_dark, link.floor_changed):
            signal.connect(self._tell_all)

    def close(self) -> None:
        """Let everybody go; the windows stay as they stand in the core."""
        self._room.pressed.disconnect(self._pressed)
        link = self._link
        for signal in (link.snapshot_taken, link.went_live, link.went_dark, link.floor_changed):
            signal.disconnect(self._tell_all)
        self.raters.close()
        for desk in self.desks.values():
            desk.stop()

    def _pressed(self, press: Press) -> None:
        desk = self.desks.get(press.window or 0)
        if desk is not None and press.act.action is not Action.RATE:
            desk.press(press.act)

    def _tell_all(self) -> None:
        for desk in self.desks.values():
            desk.tell()


def _can_sign_in(window: int, acts: frozenset[Action]) -> bool:
    """Whether a clerk's pad stands there with the keys it takes; one without is of no use here."""
    if acts <= {Action.RATE}:
        return False
    if Action.DIGIT in acts and acts & _CONFIRMS:
        return True
    log.error(
        "window %d: nobody can sign in at its pad: that takes digit keys, and call-next or open to confirm",
        window,
    )
    return False
