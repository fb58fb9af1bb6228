"""What the play's steps are made of: a touch, a key, and the look at a screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtQuick import QQuickView
from PySide6.QtWidgets import QAbstractButton, QApplication

from core.domain.text import pick
from hallcall.demo.hands import DidNotHappen, answered, named, press, shown, touch, wait_until
from hallcall.demo.play_devices import DevicePlay
from hallcall.demo.stage import Stage
from hardware.printer.raster import Raster


@dataclass
class Actor:
    """Who plays.

    Attributes:
        out: Where pictures, slips and sounds go.
        say: Told each step as it is done.
        tickets: The tickets taken, in order.
        spoken: The WAV files of the calls, in order.
        faults: Slips that did not print.
        devices: The devices' acts.
    """

    stage: Stage
    out: Path
    say: Callable[[str], None]
    tickets: list[Any] = field(default_factory=list)
    spoken: list[Path] = field(default_factory=list)
    printed: list[Any] = field(default_factory=list)
    faults: list[Any] = field(default_factory=list)

    def __post_init__(self) -> None:
        stage = self.stage
        self.devices = DevicePlay(stage, self.out)
        stage.kiosk.ticket_taken.connect(self.tickets.append)
        stage.kiosk.slip_printed.connect(self.printed.append)
        stage.kiosk.slip_failed.connect(self.faults.append)
        stage.announcer.spoken.connect(lambda path: self.spoken.append(Path(path)))

    def _choose(self, language: str) -> None:
        """Take a number of the scene's queue in a language."""
        kiosk = self.stage.kiosk.view
        wait_until("the kiosk is ready again", lambda: named(kiosk, "languages") is not None)
        touch(kiosk, f"language:{language}")
        touch(kiosk, f"zone:{self.stage.scene.zone}")
        touch(kiosk, self._queue_tile())

    def _slip_comes(self) -> Raster:
        count, failed = len(self.printed) + 1, len(self.faults)
        wait_until("the slip is printed", lambda: len(self.printed) >= count or len(self.faults) > failed)
        if len(self.faults) > failed:
            raise DidNotHappen(f"the slip of {self.faults[-1].number} prints")
        return self.devices.slip_of(self.tickets[-1].number)

    def _state(self, ticket: str) -> str:
        return str(answered(self.stage.kiosk_link, f"/api/tickets/{ticket}")["state"])

    def _board_shows(self, number: str) -> None:
        board = self.stage.zone_board.view
        wait_until(f"the board calls {number}", lambda: shown(board, "heroNumber") == number)
        window = str(self.stage.scene.window.number)
        if window not in shown(board, "heroWindow"):
            raise DidNotHappen(f"the board sends {number} to window {window}")
        wait_until(
            f"{number} is in the hall's list",
            lambda: named(self.stage.hall_board.view, f"row:{number}") is not None,
        )

    def _heard(self, count: int) -> None:
        wait_until(f"call {count} is spoken", lambda: len(self.spoken) >= count)

    def _nobody_is_there(self) -> bool:
        return self._button_is_on("call-next") and not self._button_is_on("finish")

    def _button_is_on(self, name: str) -> bool:
        found = self.stage.caller.window.findChild(QAbstractButton, name)
        return isinstance(found, QAbstractButton) and found.isEnabled()

    def _press(self, key: Qt.Key) -> None:
        """Press a function key as soon as the console takes keys again."""
        names = {
            Qt.Key.Key_F9: "call-next",
            Qt.Key.Key_F8: "recall",
            Qt.Key.Key_F7: "start",
            Qt.Key.Key_F6: "finish",
            Qt.Key.Key_F5: "pass",
            Qt.Key.Key_F4: "pause",
        }
        wait_until(f"{names[key]} is possible", lambda: self._button_is_on(names[key]))
        press(self.stage.caller.window, key)

    def _queue_tile(self) -> str:
        return f"queue:{self.stage.scene.queue.id}"

    def _queue_name(self) -> str:
        return pick(self.stage.scene.queue.name, "zh")

    def _picture(self, name: str, view: QQuickView) -> None:
        QApplication.processEvents()
        if not view.grabWindow().save(str(self.out / f"{name}.png")):
            raise DidNotHappen(f"the picture {name}.png is written")

    def _widget_picture(self, name: str) -> None:
        QApplication.processEvents()
        if not self.stage.caller.window.grab().save(str(self.out / f"{name}.png")):
            raise DidNotHappen(f"the picture {name}.png is written")

    def _done(self, what: str) -> None:
        self.say(what)
