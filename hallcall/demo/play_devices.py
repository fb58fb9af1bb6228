"""The devices' parts in the play: what comes out, what is laid on, pressed, shown and sent.

What is checked is what the far end of each line has: paper, lamps, a display, a message on its way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.request import urlopen

from PySide6.QtQuick import QQuickView

from core.domain.clock import business_date
from core.domain.hall import Proof
from core.domain.messages import Due, text_of
from core.domain.sms import MessageKind
from core.qt.translate import Translations
from hallcall.demo.devices import CALL_NEXT, EVERY, KIOSK_NAME, PRINTER
from hallcall.demo.hands import WAIT_S, DidNotHappen, answered, named, page_of, shown, touch, wait_until
from hallcall.demo.looks import carries, sign_face
from hallcall.demo.stage import CLERK, Stage
from hardware.idcard import cards
from hardware.led.look import LOOKS, SignState
from hardware.printer.raster import Raster
from hardware.scanner.simulator import scan
from hardware.slip.painter import WIDTH_80MM, paint
from hardware.slip.picture import png
from kiosk import words
from kiosk.slips import compose_sheet
from kiosk.state import Taken

PHONE = "13800138000"
LARGE = 1 / 12
"""Of the kiosk's height: a number that is to be remembered without a slip."""
AGAIN_S = 6.0
"""Longer than any press is kept: one key is never done twice."""
READY_WITHIN_S = 30.0
"""A device's changes are told to the core every few seconds only."""


@dataclass
class DevicePlay:
    """The devices' acts.

    Attributes:
        out: Where pictures and slips go.
        cut: How many slips have come out.
        phoned: Ticket and number of who left a phone number.
    """

    stage: Stage
    out: Path
    cut: int = 0
    phoned: Mapping[str, Any] = field(default_factory=dict)

    @property
    def _kiosk(self) -> QQuickView:
        return self.stage.kiosk.view

    def slip_of(self, number: str) -> Raster:
        """Wait for the next slip to be cut, keep it as the one of a number and return it."""
        self.cut += 1
        printer = self.stage.devices.printer.printer
        wait_until(f"the slip of {number} is cut", lambda: len(printer.slips) >= self.cut)
        raster = printer.rasters[self.cut - 1]
        if raster is None:
            raise DidNotHappen(f"the slip of {number} has a picture on it")
        (self.out / f"slip-{number}.png").write_bytes(png(raster))
        (self.out / f"slip-{number}.bin").write_bytes(printer.slips[self.cut - 1])
        return raster

    def slip_is_scanned(self, taken: Taken, slip: Raster) -> None:
        """Hold a slip's code before the scanner: the kiosk shows where the visit stands."""
        code = f"{self.stage.url}/t/{taken.track}"
        if not carries(slip, code):
            raise DidNotHappen(f"the slip of {taken.number} bears the code of its page")
        scan(self.stage.devices.scanner, code)
        wait_until(
            f"the kiosk shows where {taken.number} stands",
            lambda: page_of(self._kiosk) == "place" and shown(self._kiosk, "number") == taken.number,
        )
        self._picture("kiosk-scanned")
        touch(self._kiosk, "done")

    def roll_ends(self) -> None:
        """Let no paper be left."""
        self.stage.devices.printer.printer.slips_left = 0

    def number_is_shown_large(self, taken: Taken) -> None:
        """Check that a visitor without a slip is shown the number, and that staff sees whose is missing."""
        number = named(self._kiosk, "number")
        if number is None or shown(self._kiosk, "number") != taken.number:
            raise DidNotHappen(f"the kiosk shows {taken.number}")
        if number.height() < self._kiosk.height() * LARGE:
            raise DidNotHappen(f"the kiosk shows {taken.number} large ({number.height():.0f} dots)")
        self._picture("kiosk-no-slip")
        wait_until(f"{taken.number} is listed as missing", lambda: taken.number in self._missing())

    def copy_comes(self, taken: Taken) -> None:
        """Put a new roll in; a guide has the slip printed again, and it says that it is a copy."""
        self.stage.devices.printer.printer.slips_left = None
        answered(self.stage.guide_link, f"/api/tickets/{taken.id}/reprint", {"printer": PRINTER})
        copy = self.slip_of(taken.number)
        if copy.rows <= self._unmarked(taken).rows:
            raise DidNotHappen(f"the slip of {taken.number} says that it is a copy")
        wait_until("no slip is missing", lambda: not self._missing())

    def card_is_laid(self) -> None:
        """Lay a card on the reader: the kiosk greets by the name's beginning."""
        wait_until("the kiosk asks for a card", lambda: bool(shown(self._kiosk, "greeting")))
        card = cards.RESIDENT
        self.stage.devices.reader.device.lay(card)
        wait_until(
            "the kiosk greets the card's holder",
            lambda: f"{card.name[0]}*" in shown(self._kiosk, "greeting"),
        )
        wait_until("the kiosk is not busy", lambda: named(self._kiosk, "busy") is None)
        self._picture("kiosk-card")
        self.stage.devices.reader.device.lift()

    def class_is_by_age(self, taken: Taken) -> str:
        """Check the class of whose card was laid on; return its name, ``""`` where age gives none."""
        ticket = answered(self.stage.guide_link, f"/api/tickets/{taken.id}")
        by_age = [each for each in self.stage.hall.classes if each.proof is Proof.AGE]
        if by_age and ticket["class"] != by_age[0].id:
            raise DidNotHappen(f"{taken.number} is of the class {by_age[0].id} (it is {ticket['class']})")
        return by_age[0].name["zh"] if by_age else ""

    def guide_takes_one_by_phone(self) -> str:
        """Have a guide take a number for who leaves a phone number and no slip; return it."""
        queue = self.stage.scene.queue.id
        wish = {"queue": queue, "lang": self.stage.hall.languages[0], "phone": PHONE}
        self.phoned = answered(self.stage.guide_link, "/api/tickets", wish)
        return str(self.phoned["number"])

    def called_by_phone(self) -> bool:
        """Wait until "come now" is on its way to the phone, once; ``False``: this hall sends none."""
        hall, number = self.stage.hall, str(self.phoned["number"])
        if not hall.sms.of(MessageKind.NOW).on:
            return False
        queue, window = self.stage.scene.queue.id, self.stage.scene.window.number
        due = Due("", MessageKind.NOW, datetime.now(UTC), "", "", number, queue, window)
        wanted = (f"+86{PHONE}", text_of(hall, due, hall.languages[0], ""))
        modem = self.stage.devices.modem.device
        wait_until(f"{number} is called by a message", lambda: wanted in modem.messages)
        self.messages_are_sent_once()
        return True

    def messages_are_sent_once(self) -> None:
        """Check that no message was sent twice."""
        counted = Counter(self.stage.devices.modem.device.messages)
        again = [text for (_, text), count in counted.items() if count > 1]
        if again:
            raise DidNotHappen(f"each message is sent once (twice: {', '.join(again)})")

    def called_by_pad(self, number: str) -> None:
        """Press the keypad's big key; its display shows who was called.

        A busy machine does no press that it hears too late: it is pressed once more then, as anybody would.
        """
        pad = self.stage.devices.pad
        pad.press(CALL_NEXT)
        try:
            self.pad_shows(number, AGAIN_S)
        except DidNotHappen:
            pad.press(CALL_NEXT)
            self.pad_shows(number)

    def pad_shows(self, number: str, within_s: float = WAIT_S) -> None:
        """Wait until the keypad's display shows a number."""
        pad = self.stage.devices.pad
        wait_until(f"the keypad shows {number}", lambda: pad.shown.text == number, within_s)

    def visitor_rates(self) -> None:
        """Press the rater's key for "very satisfied"; it shows that it is kept, and the hall has one."""
        rater = self.stage.devices.rater
        wait_until("the rater shows the clerk", lambda: rater.shown.text == CLERK)
        rater.press(5)
        wait_until("the rater shows that the rating is kept", lambda: rater.shown.text == "OK")
        hall = self.stage.hall
        day = business_date(datetime.now(UTC), hall.zone_info, hall.day_starts)
        kept = answered(self.stage.desk_link, f"/api/ratings?from={day}&to={day}")["total"]["levels"]
        if kept["5"] != 1 or sum(kept.values()) != 1:
            raise DidNotHappen(f"the hall has one rating, a 5 (it has {kept})")

    def sign_shows(self, state: SignState, number: str = "") -> None:
        """Wait until the window's sign shows a state as the hall wants it, and take a picture of it."""
        sign, window = self.stage.devices.sign, str(self.stage.scene.window.number)
        wanted = LOOKS[state].content(number=number, window=window)

        def so() -> bool:
            there = sign.shown
            return there is not None and (there.text, there.colour) == (wanted.text, wanted.colour)

        wait_until(f"the sign of window {window} shows {wanted.text}", so)
        if not sign_face(sign.shown).save(str(self.out / f"sign-{state.value}.png")):
            raise DidNotHappen(f"the picture sign-{state.value}.png is written")
        others = [each.text for at, each in self.stage.devices.signs.device.signs.items() if at > 1]
        if any(others):
            raise DidNotHappen(f"the signs of closed windows are dark ({others})")

    def every_device_is_ready(self) -> None:
        """Wait until the list of devices and Prometheus agree that all is well."""
        wait_until("every device is ready", self._all_ready, READY_WITHIN_S)
        counted = self._told_to_prometheus()
        wanted = {(kind, "ready"): count for kind, count in Counter(EVERY.values()).items()}
        if counted != wanted:
            raise DidNotHappen(f"the figures say that every device is ready ({counted})")

    def _all_ready(self) -> bool:
        devices = answered(self.stage.guide_link, "/api/devices")["devices"]
        told = {each["name"]: (each["kind"], each["state"], each["key"]) for each in devices}
        return told == {name: (kind, "ready", "") for name, kind in EVERY.items()}

    def _told_to_prometheus(self) -> dict[tuple[str, str], int]:
        with urlopen(f"{self.stage.url}/metrics", timeout=10) as answer:  # noqa: S310 (our own core)
            lines = answer.read().decode().splitlines()
        counted = {}
        for line in lines:
            if line.startswith("hallcall_devices{"):
                labels, _, value = line.partition("} ")
                _, kind, _, state, _ = labels.split('"')
                counted[kind, state] = int(float(value))
        return {of: count for of, count in counted.items() if count}

    def _missing(self) -> list[str]:
        found = answered(self.stage.guide_link, "/api/tickets?slip=missing")["tickets"]
        return [each["number"] for each in found]

    def _unmarked(self, taken: Taken) -> Raster:
        """Return the slip as it would have been, not a copy."""
        say = Translations(words.EVERY_LANGUAGE).say
        sheet = compose_sheet(taken, self.stage.hall, say, KIOSK_NAME, self.stage.url)
        return paint(sheet, WIDTH_80MM)

    def _picture(self, name: str) -> None:
        if not self._kiosk.grabWindow().save(str(self.out / f"{name}.png")):
            raise DidNotHappen(f"the picture {name}.png is written")
