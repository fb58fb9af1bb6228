"""The play of the demo: visitors take numbers by touch, a clerk calls them by key, all see and hear it.

Nothing here knows a view-model: what is done is done to the screens and at the far ends of lines, and what is
checked is what they show, what the printer cut, what was spoken and sent, and what the core says in the end.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from core.domain.text import pick
from hallcall.demo.actor import Actor
from hallcall.demo.hands import DidNotHappen, click, named, press, shown, touch, wait_until, write
from hallcall.demo.stage import CLERK, PIN
from hardware.led.look import SignState
from hardware.printer.raster import Raster
from hardware.voice import wav

FIRST_FRAME_S = 20.0
"""A machine that starts everything at once for the first time."""


class Play(Actor):
    """One performance."""

    def perform(self) -> None:
        """Play it from the dark screens to the closed window.

        Raises:
            DidNotHappen: A step did not come about; the message says which.
        """
        self._raise_the_curtain()
        self._clerk_signs_in()
        self._slip_is_scanned(self._visitor_takes_a_number())
        self._another_comes()
        self._the_roll_ends()
        self._somebody_leaves_a_phone_number()
        self._first_call()
        self._serve_and_call_the_next()
        self._somebody_comes_for_several_steps()
        self._nobody_came()
        self._a_call_by_message()
        self._somebody_lays_a_card()
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

    def _visitor_takes_a_number(self) -> Raster:
        stage = self.stage
        touch(stage.kiosk.view, f"zone:{stage.scene.zone}")
        wait_until(
            "the kiosk shows the queues", lambda: named(stage.kiosk.view, self._queue_tile()) is not None
        )
        self._picture("kiosk-zone", stage.kiosk.view)
        touch(stage.kiosk.view, self._queue_tile())
        slip = self._slip_comes()
        self._picture("kiosk-ticket", stage.kiosk.view)
        taken = self.tickets[0]
        if shown(stage.kiosk.view, "number") != taken.number:
            raise DidNotHappen(f"the kiosk shows {taken.number}")
        self._done(
            f"a visitor took {taken.number} for {self._queue_name()}, {taken.ahead} ahead; the slip printed"
        )
        return slip

    def _slip_is_scanned(self, slip: Raster) -> None:
        touch(self.stage.kiosk.view, "done")
        self.devices.slip_is_scanned(self.tickets[0], slip)
        self._done(
            f"the slip of {self.tickets[0].number} was held before the scanner: the kiosk shows its place"
        )

    def _another_comes(self) -> None:
        self._choose(self.stage.hall.languages[-1])
        self._slip_comes()
        touch(self.stage.kiosk.view, "done")
        self._done(f"another took {self.tickets[-1].number} in {self.stage.hall.languages[-1]}")

    def _the_roll_ends(self) -> None:
        self.devices.roll_ends()
        self._choose(self.stage.hall.languages[0])
        wait_until("the slip does not come", lambda: bool(self.faults) or len(self.printed) > 2)
        taken = self.tickets[-1]
        if [each.number for each in self.faults] != [taken.number]:
            raise DidNotHappen(f"the kiosk knows that the slip of {taken.number} did not come")
        self.devices.number_is_shown_large(taken)
        self._done(f"the roll ended: {taken.number} is shown large, and listed as missing")
        self.devices.copy_comes(taken)
        touch(self.stage.kiosk.view, "done")
        self._done(f"a new roll; a guide had {taken.number} printed again, and it says that it is a copy")

    def _somebody_leaves_a_phone_number(self) -> None:
        number = self.devices.guide_takes_one_by_phone()
        self._done(f"a guide took {number} for somebody who left a phone number")

    def _somebody_lays_a_card(self) -> None:
        self.devices.card_is_laid()
        self._choose(self.stage.hall.languages[0])
        self._slip_comes()
        touch(self.stage.kiosk.view, "done")
        of = self.devices.class_is_by_age(self.tickets[-1])
        self._done(
            f"somebody laid a card and took {self.tickets[-1].number}{f' ({of} by age)' if of else ''}"
        )

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
        self.devices.sign_shows(SignState.FREE)
        self._done(f"clerk {CLERK} signed in and opened window {self.stage.scene.window.number}")

    def _first_call(self) -> None:
        self._press(Qt.Key.Key_F9)
        number = self.tickets[0].number
        self._board_shows(number)
        self._picture("display-zone-call", self.stage.zone_board.view)
        self._picture("display-hall-call", self.stage.hall_board.view)
        self._widget_picture("caller-called")
        self._heard(1)
        self.devices.pad_shows(number)
        self.devices.sign_shows(SignState.CALLING, number)
        window = self.stage.scene.window.number
        self._done(
            f"F9: {number} was called to window {window}, shown on boards, sign and keypad, and spoken"
        )

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
        self.devices.sign_shows(SignState.SERVING, number)
        self._done(f"F7: {number} is being served, and the sign says so")
        wait_until("call-next is possible", lambda: self._button_is_on("call-next"))
        self.devices.called_by_pad(self.tickets[1].number)
        self._board_shows(self.tickets[1].number)
        self._heard(3)
        self._done(
            f"keypad: one key finished {number} and called {self.tickets[1].number}, its display shows it"
        )
        self.devices.visitor_rates()
        self._done(f"rater: {number} was very satisfied")

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
        self._done(f"{self.tickets[2].number} was called")

    def _a_call_by_message(self) -> None:
        self._press(Qt.Key.Key_F9)
        number = str(self.devices.phoned["number"])
        self._board_shows(number)
        self._heard(5)
        if self.devices.called_by_phone():
            self._done(f"{number} was called, and told so by one message that names the window")
        self._press(Qt.Key.Key_F6)
        wait_until("the visitor is done", self._nobody_is_there)
        self._done(f"{number} was finished (F6)")

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
        self.devices.sign_shows(SignState.PAUSED)
        self._done(f"F4: window {window} paused, and the sign says so")

    def _the_core_agrees(self) -> None:
        phoned = self.devices.phoned["id"]
        states = [self._state(each) for each in (*(taken.id for taken in self.tickets), phoned)]
        waiting = ["waiting"] * (len(self.tickets) - 3)
        expected = ["done", "passed", "done", *waiting, "done"]
        if states != expected:
            raise DidNotHappen(
                f"the core has the tickets as {', '.join(expected)} (it says {', '.join(states)})"
            )
        for path in self.spoken:
            seconds = wav.measure(wav.read(path)).seconds
            if not 1.0 < seconds < 20.0:
                raise DidNotHappen(f"{path.name} is a spoken call ({seconds:.1f} s long)")
        self.devices.messages_are_sent_once()
        self._done("the core has all tickets as they stand")
        self.devices.every_device_is_ready()
        self._done("every device is ready, by the list of devices and by the figures for Prometheus")
