"""A kiosk without its screen, as a program of its own that can be killed at an exact step.

``python -m tests.support.offline_kiosk URL TOKEN FOLDER PRINTER CLOCK [STEP]``: it says ``ready``, then does
what each line of its input asks (``take QUEUE``, ``state``, ``end``) and answers each with a line of JSON. At
STEP it kills itself as ``kill -9`` does.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from unittest import mock

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication

from core.client.http import CoreHttp
from core.client.link import CoreLink
from core.qt.translate import Translations
from hardware.devices import PrinterEntry
from hardware.slip.painter import WIDTH_80MM
from kiosk.devices import KioskDevices
from kiosk.offline import blocks, handing_in, issuing
from kiosk.offline.blocks import Blocks
from kiosk.offline.handing_in import HandingIn
from kiosk.offline.offline import Offline
from kiosk.slip_press import SlipPress
from kiosk.slips import compose_sheet
from kiosk.state import Refusal, Taken
from kiosk.taking import Taking
from tests.support.file_clock import FileClock

MACHINE = "kiosk-1"
ANSWER_WITHIN_MS = 1_000
STEPS = (
    "reserved",  # the number is taken out of the block, within the transaction
    "committed",  # it is on the disk, and nobody has seen it
    "printing",  # the slip is on its way to the printer, and may come out or not
    "printed",  # the slip is out, and nobody was told
    "handing_in",  # the request is on its way, and the core may have it or not
    "handed_in",  # the core has answered, and the answer was not noted
    "noted",  # it was noted, and nothing more
)
LIVE_STEPS = (
    "asking",  # the core was asked for a number, and may have heard it or not
    "answered",  # it has given one, and nobody has seen it
    "printing",
    "told",  # the slip is out, and the core may have been told or not
)
BLOCK_STEPS = (
    "keeping",  # the core was asked for numbers to be kept, and may have heard it or not
    "kept",  # it has reserved them, and nothing was written down
)


def _die(*_: Any, **__: Any) -> Any:
    os.kill(os.getpid(), signal.SIGKILL)


def dies_at(step: str) -> None:
    """Have the program killed at a step, the first time it comes there."""
    post, prints = CoreHttp.post, KioskDevices.print

    def dies_asking(end: str) -> Callable[..., None]:
        def post_and_die(http: CoreHttp, path: str, body: Any, done: Any, key: str = "") -> None:
            post(http, path, body, done, key)
            if path.endswith(end):
                # Qt has handed it to its own thread, which may send it before the end or not.
                QCoreApplication.processEvents()
                _die()

        return post_and_die

    def print_and_die(*args: Any) -> None:
        prints(*args)
        _die()

    where: dict[str, tuple[object, str, Callable[..., Any]]] = {
        "reserved": (issuing, "_ticket", _die),
        "committed": (issuing, "_taken", _die),
        "printing": (KioskDevices, "print", print_and_die),
        "printed": (Offline, "slip_ended", _die),
        "handing_in": (CoreHttp, "post", dies_asking(handing_in.PATH)),
        "handed_in": (HandingIn, "_settle", _die),
        "noted": (Offline, "_handed_in", _die),
        "asking": (CoreHttp, "post", dies_asking("/api/tickets")),
        "answered": (Taking, "_answered", _die),
        "told": (CoreHttp, "post", dies_asking("/slip")),
        "keeping": (CoreHttp, "post", dies_asking(blocks.PATH)),
        "kept": (Blocks, "_take", _die),
    }
    mock.patch.object(*where[step]).start()


class OfflineKiosk(QObject):
    """Takes numbers and prints them as the kiosk does."""

    def __init__(self, url: str, token: str, folder: str, printer: str, clock: str) -> None:
        super().__init__()
        say = Translations(("zh", "bo", "en"), self).say
        self._link = CoreLink(url, token, self)
        self.offline = Offline(self._link, Path(folder), MACHINE, FileClock(Path(clock)), self)
        self._devices = KioskDevices((PrinterEntry("slips", printer, WIDTH_80MM),), lambda: None, self)
        self._press = SlipPress(
            self._link,
            self._devices,
            lambda taken, hall, _copy: compose_sheet(taken, hall, say, MACHINE),
            self,
            offline=self.offline,
        )
        self._taking = Taking(
            self._link, self._press, self, offline=self.offline, answer_within_ms=ANSWER_WITHIN_MS
        )
        self._taking.taken.connect(self._taken)
        self._taking.refused.connect(self._refused)
        self._press.ended.connect(
            lambda taken, outcome: _say(printed=taken.number, state=outcome.state.value)
        )
        self._heard = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._heard.activated.connect(self._read)
        self._devices.start()
        self._link.start()

    def _read(self) -> None:
        words = sys.stdin.readline().split()
        match words:
            case ["take", queue]:
                self._taking.take("queue", queue, "zh")
            case ["state"]:
                offline = self.offline
                _say(
                    live=self._link.live,
                    left=dict(offline.left),
                    untold=offline.untold + self._press.untold,
                    refused=offline.refused,
                    hall=offline.hall is not None,
                )
            case _:
                self._heard.setEnabled(False)
                self._link.stop()
                self._devices.stop()
                self.offline.close()
                QCoreApplication.quit()

    def _taken(self, taken: Taken) -> None:
        _say(number=taken.number, offline=taken.offline)

    def _refused(self, refusal: Refusal) -> None:
        _say(refused=refusal.key)


def _say(**told: Any) -> None:
    print(json.dumps(told), flush=True)  # noqa: T201 - it is what it answers with


def main(arguments: list[str]) -> int:
    """Run until the input ends."""
    app = QGuiApplication(arguments[:1])
    if len(arguments) > 6:
        dies_at(arguments[6])
    kiosk = OfflineKiosk(*arguments[1:6])
    _say(ready=True)
    code = app.exec()
    del kiosk
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv))
