"""The play of the demo: visitors take numbers by touch, a clerk calls them by key, all see and hear it.

Nothing here knows a view-model: what is done is done to the screens, and what is checked is what they show,
what the printer cut, what was spoken, and what the core says of the tickets in the end.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView
from PySide6.QtWidgets import QApplication

from core.client.reply import Answer, Reply
from core.domain.text import pick
from hallcall.demo.hands import DidNotHappen, click, named, press, shown, touch, wait_until, write
from hallcall.demo.stage import CLERK, PIN, Stage
from hardware.slip.picture import png
from hardware.voice import wav

log = logging.getLogger(__name__)

FIRST_FRAME_S = 20.0
"""A machine that starts everything at once for the first time."""


@dataclass
class Play:
    """One performance.

    Attributes:
        out: Where pictures, slips and sounds go.
        say: Told each step as it is done.
        tickets: The tickets taken, in order.
        spoken: The WAV files of the calls, in order.
        faults: Slips that did not print; there must be none.
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
        stage.kiosk.ticket_taken.connect(self.tickets.append)
        stage.kiosk.slip_printed.connect(self.printed.append)
        stage.kiosk.slip_failed.connect(self.faults.append)
        stage.announcer.spoken.connect(lambda path: self.spoken.append(Path(path)))

    def perform(self) -> None:
        """Play it from the dark screens to the closed window.

        Raises:
            DidNotHappen: A step did not come about; the message says which.
        """
        self._raise_the_curtain()
        self._clerk_signs_in()
        self._visitor_takes_a_number()
        self._two_more_come()
        self._first_call()
        self._serve_and_call_the_next()
        self._somebody_comes_for_several_steps()
        self._nobody_came()
        self._pause_and_close()
        self._the_core_agrees()

    def _raise_the_curtain(self) -> None:
        stage = self.stage
        for app in (stage.zone_board, stage.hall_board, stage.kiosk, stage.caller):
            app.show()
        home = f"zone:{stage.scene.zone}"
        wait_until(
            "the kiosk shows the zones", lambda: named(stage.kiosk.view, home) is not None, FIRST_FRAME_S
        )
        wait_until("the board shows the hall", lambda: named(stage.zone_board.view, "header") is not None)
        prompts = set()
        for count, language in enumerate(stage.hall.languages, start=1):
            touch(stage.kiosk.view, f"language:{language}")
            prompts.add(shown(stage.kiosk.view, "prompt.main"))
            if len(prompts) != count:
                raise DidNotHappen(f"the kiosk speaks {language}")
            self._picture(f"kiosk-home-{language}", stage.kiosk.view)
        touch(stage.kiosk.view, f"language:{stage.hall.languages[0]}")
        self._picture("display-zone-empty", stage.zone_board.view)
        self._picture("display-hall-empty", stage.hall_board.view)
        self._done("the screens are up and follow the core")

    def _visitor_takes_a_number(self) -> None:
        stage = self.stage
        touch(stage.kiosk.view, f"zone:{stage.scene.zone}")
        wait_until(
            "the kiosk shows the queues", lambda: named(stage.kiosk.view, self._queue_tile()) is not None
        )
        self._picture("kiosk-zone", stage.kiosk.view)
        touch(stage.kiosk.view, self._queue_tile())
        self._slip_comes()
        self._picture("kiosk-ticket", stage.kiosk.view)
        taken = self.tickets[0]
        if shown(stage.kiosk.view, "number") != taken.number:
            raise DidNotHappen(f"the kiosk shows {taken.number}")
        self._done(
            f"a visitor took {taken.number} for {self._queue_name()}, {taken.ahead} ahead; the slip printed"
        )

    def _two_more_come(self) -> None:
        stage = self.stage
        for language in (stage.hall.languages[-1], stage.hall.languages[0]):
            touch(stage.kiosk.view, "done")
            wait_until("the kiosk is ready again", lambda: named(stage.kiosk.view, "languages") is not None)
            touch(stage.kiosk.view, f"language:{language}")
            touch(stage.kiosk.view, f"zone:{stage.scene.zone}")
            touch(stage.kiosk.view, self._queue_tile())
            self._slip_comes()
        touch(stage.kiosk.view, "done")
        numbers = ", ".join(taken.number for taken in self.tickets)
        self._done(f"three wait: {numbers}")

    def _slip_comes(self) -> None:
        count = len(self.printed) + 1
        wait_until("the slip is printed", lambda: len(self.printed) >= count or bool(self.faults))
        if self.faults:
            raise DidNotHappen(f"the slip of {self.faults[0].number} prints")
        raster = self.stage.printer.wait_for_slip(count)
        number = self.tickets[-1].number
        (self.out / f"slip-{number}.png").write_bytes(png(raster))
        (self.out / f"slip-{number}.bin").write_bytes(self.stage.printer.printer.slips[count - 1])

    def _clerk_signs_in(self) -> None:
        window = self.stage.caller.window
        self._widget_picture("caller-sign-in")
        write(window, "clerk", CLERK)
        write(window, "pin", PIN)
        write(window, "window-number", str(self.stage.scene.window.number))
        click(window, "sign-in-now")
        click(window, "open")
        wait_until("the window is open", lambda: self._button_is_on("call-next"))
        self._widget_picture("caller-open")
        self._done(f"clerk {CLERK} signed in and opened window {self.stage.scene.window.number}")

    def _first_call(self) -> None:
        self._press(Qt.Key.Key_F9)
        number = self.tickets[0].number
        self._board_shows(number)
        self._picture("display-zone-call", self.stage.zone_board.view)
        self._picture("display-hall-call", self.stage.hall_board.view)
        self._widget_picture("caller-called")
        self._window_shows(number, f"请{number}")
        self._heard(1)
        self._done(f"F9: {number} was called to window {self.stage.scene.window.number}, shown and spoken")

    def _serve_and_call_the_next(self) -> None:
        number = self.tickets[0].number
        self._press(Qt.Key.Key_F8)
        self._heard(2)
        self._done(f"F8: {number} was called again")
        self._press(Qt.Key.Key_F7)
        wait_until(
            "the visitor is being served",
            lambda: self._button_is_on("finish") and not self._button_is_on("start"),
        )
        self._widget_picture("caller-serving")
        self._done(f"F7: {number} is being served")
        self._press(Qt.Key.Key_F9)
        self._board_shows(self.tickets[1].number)
        self._heard(3)
        self._done(f"F9: one key finished {number} and called {self.tickets[1].number}")

    def _somebody_comes_for_several_steps(self) -> None:
        """One number for several windows, where the hall has such matters."""
        stage = self.stage
        matter = next((each for each in stage.hall.matters if each.frequent), None)
        if matter is None:
            return
        touch(stage.kiosk.view, "matters")
        wait_until(
            "the kiosk shows the matter", lambda: named(stage.kiosk.view, f"matter:{matter.id}") is not None
        )
        self._picture("kiosk-matters", stage.kiosk.view)
        touch(stage.kiosk.view, f"matter:{matter.id}")
        self._slip_comes()
        self._picture("kiosk-ticket-steps", stage.kiosk.view)
        if not shown(stage.kiosk.view, "step"):
            raise DidNotHappen("the kiosk shows the first step")
        touch(stage.kiosk.view, "done")
        self._done(f"a visitor took {self.tickets[-1].number} for {pick(matter.name, 'zh')}, several steps")

    def _nobody_came(self) -> None:
        self._press(Qt.Key.Key_F5)
        wait_until("the visitor is passed", self._nobody_is_there)
        self._done(f"F5: nobody came for {self.tickets[1].number}, it was passed")
        self._press(Qt.Key.Key_F9)
        self._board_shows(self.tickets[2].number)
        self._heard(4)
        self._picture("display-zone-calls", self.stage.zone_board.view)
        self._keypad_and_rater(self.tickets[2].number)

    def _keypad_and_rater(self, number: str) -> None:
        """The clerk's last visitor is finished at the keypad, and rates at the rater."""
        desk = self.stage.desk
        self._window_shows(number, f"请{number}")
        wait_until("the visitor can be finished", lambda: self._button_is_on("finish"))
        desk.press("finish")
        wait_until("the visitor is done", self._nobody_is_there)
        desk.press("ask-rating")
        wait_until("the rater asks", lambda: bool(desk.rater.shown.blinking))
        desk.rater.press(5)
        wait_until("the rating is kept", lambda: desk.rater.shown.text == "OK")
        self._done(f"{number} was called, finished by the keypad's key, and rated at the rater")

    def _window_shows(self, number: str, sign: str) -> None:
        desk = self.stage.desk
        wait_until(f"the keypad shows {number}", lambda: desk.pad.shown.text == number)
        wait_until(
            f"the window's sign shows {sign}", lambda: desk.sign.shown is not None and desk.sign.text == sign
        )

    def _pause_and_close(self) -> None:
        window = self.stage.scene.window.number
        self._press(Qt.Key.Key_F4)
        wait_until("the reasons for a pause show", lambda: QApplication.activePopupWidget() is not None)
        menu = QApplication.activePopupWidget()
        assert menu is not None
        press(menu, Qt.Key.Key_1)
        wait_until("the window is paused", lambda: self._button_is_on("open"))
        self._widget_picture("caller-paused")
        self._picture("display-zone-paused", self.stage.zone_board.view)
        self._done(f"F4: window {window} paused")

    def _the_core_agrees(self) -> None:
        states = [self._state(taken.id) for taken in self.tickets]
        expected = ["done", "passed", "done", "waiting"][: len(states)]
        if states != expected:
            raise DidNotHappen(
                f"the core has the tickets as {', '.join(expected)} (it says {', '.join(states)})"
            )
        for path in self.spoken:
            seconds = wav.measure(wav.read(path)).seconds
            if not 1.0 < seconds < 20.0:
                raise DidNotHappen(f"{path.name} is a spoken call ({seconds:.1f} s long)")
        self._done("the core has all tickets as they stand")

    def _state(self, ticket: str) -> str:
        replies: list[Reply] = []
        self.stage.kiosk_link.get(f"/api/tickets/{ticket}", replies.append)
        wait_until("the core tells of a ticket", lambda: bool(replies))
        reply = replies[0]
        return str(reply.body["state"]) if isinstance(reply, Answer) else str(reply)

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
        from PySide6.QtWidgets import QAbstractButton

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


def room_on_screen() -> QRect:
    """Return the part of the first screen that windows may use."""
    return QGuiApplication.primaryScreen().availableGeometry()
