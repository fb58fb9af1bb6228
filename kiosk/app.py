"""The ticket kiosk: one window, its devices, one line to the core."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Sequence
from dataclasses import fields
from datetime import UTC, datetime
from datetime import time as datetime_time
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize, QUrl, Signal

from core.client.devices import DeviceReports
from core.client.port import Link
from core.domain.hall import Hall
from core.domain.slip import SlipState
from core.qt.fonts import missing_font_line, prepare_fonts
from core.qt.keypad_keys import KeypadKeys
from core.qt.tokens import COLOURS
from core.qt.translate import Translations
from core.qt.unattended import Unattended
from core.qt.view import make_view
from hardware.devices import Entry, ReaderEntry
from hardware.errors import DeviceError
from hardware.idcard.card import SeenCard
from hardware.printer.ticket_printer import Outcome
from hardware.slip.layout import slip_sheet
from hardware.slip.sample import sample
from hardware.slip.sheet import Sheet
from hardware.worker import Health, State
from kiosk import words
from kiosk.asking import Asking
from kiosk.booked import Booked
from kiosk.booking import Booking
from kiosk.booking import Compose as ComposeBooking
from kiosk.booking_slip import compose_booking
from kiosk.card_key import CardKey
from kiosk.choosing import Choosing
from kiosk.condition import Condition
from kiosk.devices import KioskDevices
from kiosk.guide.guide import GuidePart
from kiosk.guide.line import Make
from kiosk.hearing import Hearing
from kiosk.item_page import ItemPage
from kiosk.log_lines import LogLines
from kiosk.machine import this_machine
from kiosk.modes import Modes
from kiosk.offline.offline import Offline
from kiosk.pages.trouble import WAYS
from kiosk.reprints import Reprints
from kiosk.saving import Saving
from kiosk.searching import Searching
from kiosk.self_test import Fault, SelfTest
from kiosk.session import Session
from kiosk.slip_press import Compose, SlipPress
from kiosk.slips import compose_sheet
from kiosk.spoken.keys import PadKeys
from kiosk.spoken.reader import Reader
from kiosk.spoken.voice import KioskVoice
from kiosk.staff_state import LastTest, Machine
from kiosk.staffing import Staffing, Tools
from kiosk.state import Inputs, Taken
from kiosk.taking import Taking
from kiosk.tidying import Tidying
from kiosk.timings import Timings
from kiosk.troubles import Troubles
from kiosk.typing import Typing
from kiosk.view_model import KioskViewModel
from kiosk.wedge import WedgeFilter
from kiosk.wishes import Wishes

if TYPE_CHECKING:
    from kiosk.spoken.mouth import Mouth

log = logging.getLogger(__name__)

PORTRAIT = QSize(1080, 1920)
LANDSCAPE = QSize(1920, 1080)
RESTART_CODE = 3
"""The program's exit code when staff want it to begin anew; a keeper starts it again."""
_MAIN = Path(__file__).parent / "qml" / "Main.qml"


class KioskApp(QObject):
    """The kiosk's window and all that stands behind it.

    The application exists already (:func:`core.qt.app.make_app`); the link is started by whoever made it.

    Attributes:
        view: The window.
        devices: The printer, the card readers and the scanners.
        offline: What gives numbers without the core; ``None``: this kiosk is set up without.
        self_test: What looks at everything once a day.

    Signals:
        ticket_taken(object): A visitor has a :class:`kiosk.state.Taken`.
        slip_printed(object): Its slip is out.
        slip_failed(object): Its slip is not; the number stays valid.
        restart: Staff want the program to begin anew; whoever runs it ends it with :data:`RESTART_CODE`.
        slip_unknown(object): Nobody can tell whether its slip is out.
    """

    ticket_taken = Signal(object)
    slip_printed = Signal(object)
    slip_failed = Signal(object)
    slip_unknown = Signal(object)
    restart = Signal()

    def __init__(
        self,
        link: Link,
        entries: Sequence[Entry],
        *,
        size: QSize = PORTRAIT,
        full_screen: bool = False,
        machine: str = "",
        site: str = "",
        timings: Timings | None = None,
        clock: Callable[[], float] = time.monotonic,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        fonts: Path | None = None,
        folder: Path | None = None,
        mouth: Mouth | None = None,
        guide_line: Make | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Make the window, not yet shown, and begin to look after the devices.

        It is made before the link is started.

        Args:
            link: The line to the core.
            entries: The machine's devices; the first printer prints the slips.
            size: Of the window, where it is not full screen.
            full_screen: Fill the screen and show no pointer.
            machine: Name of this kiosk: small on every slip, and what the core calls its devices' machine.
            site: What the address in a slip's code begins with; ``""``: slips have no code.
            timings: How long things stay.
            clock: Monotonic seconds.
            now: The hall's time, in UTC.
            fonts: A folder of fonts beside the installed ones.
            folder: Where the numbers reserved for it are kept; ``None``: it gives none without the core.
            mouth: What reads the pages aloud; ``None``: nothing does, and the pad's keys work all the same.
            guide_line: Makes a line to the core for a guide's token; ``None``: no guide signs in here.
            parent: Owner.
        """
        super().__init__(parent)
        self._closed = False
        self._link = link
        self._name = machine
        self._now = now
        self._log_lines = LogLines()
        logging.getLogger().addHandler(self._log_lines)
        self._translations = Translations(words.EVERY_LANGUAGE, self)
        self._missing_fonts = prepare_fonts(words.EVERY_LANGUAGE, fonts)
        self._card_key = CardKey(
            link, now, self, wanted=any(isinstance(entry, ReaderEntry) for entry in entries)
        )
        self.devices = KioskDevices(entries, self._card_key.today, self)
        self._reports = DeviceReports(link, machine, self) if machine else None
        self.offline = Offline(link, folder, machine, now, self) if folder is not None else None
        composer = self._composer(machine, site, now)
        self._press = SlipPress(link, self.devices, composer, self, offline=self.offline)
        taking = Taking(link, self._press, self, offline=self.offline)
        Reprints(link, self._press, clock, self)
        self._session = Session(timings=timings, clock=clock, parent=self)
        Typing(self._session, self)
        Hearing(link, self._session, machine, self.offline, now, self)
        self._modes = Modes(self._session, self)
        self._choosing = Choosing(self._session, taking, self)
        Wishes(self._session, self._choosing, self)
        ItemPage(link, self._session, self.devices, self._translations.say, self)
        self._asking = Asking(link, self._session, self._choosing, self)
        self._guide = (
            GuidePart(link, self._session, taking, self._press.printer, guide_line, self)
            if guide_line is not None
            else None
        )
        self._searching = Searching(self._session, self)
        self._booking = Booking(
            link,
            self._session,
            self._choosing,
            taking,
            self.devices,
            self._card_key,
            self._booking_composer(machine),
            self,
        )
        self._troubles = Troubles(link, self._session, now, self)
        self._saving = Saving(self._session, timings or Timings(), clock, self)
        self._staffing = Staffing(self._session, self._troubles, self._tools(), clock, self)
        self._staffing.restart.connect(self.restart)
        offered = frozenset(page for page, (key, *_) in WAYS.items() if self._session.handles(key))
        self._session.update(site=site, ways=offered)
        self._view_model = KioskViewModel(self._session, self._translations.say, self)
        self._voice = KioskVoice(self._session, self._translations.say, mouth, self)
        page = partial(getattr, self._view_model, "page")
        reader = self._reader = Reader(self._session, page, self._translations.say, self._voice, self)
        self._pad_keys = PadKeys(self._session, page, reader, self._voice, self)
        taking.taken.connect(self.ticket_taken)
        link.hall_changed.connect(self._check_fonts)
        self._check_fonts()
        self.view = make_view(_MAIN, {"vm": self._view_model}, size=size, colour=COLOURS["page"])
        self.tidying = Tidying(self._session, clock, self)
        self._guard = Unattended(self.view) if full_screen else None
        self.view.widthChanged.connect(self._measure)
        self.view.heightChanged.connect(self._measure)
        self._measure()
        self._use_devices()
        condition = Condition(link, self.devices, self.offline, self._missing_fonts, now)
        self.self_test = SelfTest(
            machine, self._reports, condition.found, self._test_at, lambda: link.hall, now, self
        )
        self._tested: LastTest | None = None
        self.self_test.tested.connect(self._note_tested)

    def show(self) -> None:
        """Show the window."""
        (self._guard or self.view).show()

    def paint(self, inputs: Inputs) -> None:
        """Show what is shown when this is known: for pictures and for tests of how pages look."""
        self._modes.rest()
        self._searching.rest()
        known = {each.name: getattr(inputs, each.name) for each in fields(inputs)}
        self._session.update(**{**known, "screen": self._session.inputs.screen})

    def tick(self) -> None:
        """Look at the clock now (it is looked at by itself twice a second)."""
        self._session.tick()

    @property
    def untold(self) -> int:
        """How many slips the core has not been told of yet."""
        return self._press.untold

    def close(self) -> None:
        """Close the window and leave the devices once each has ended what it is doing; again does nothing."""
        if self._closed:
            return
        self._closed = True
        if self._guard is not None:
            self._guard.allow_close()
        self.view.close()
        self.view.setSource(QUrl())
        logging.getLogger().removeHandler(self._log_lines)
        self.self_test.stop()
        self._session.stop()
        self._troubles.stop()
        self._typed.close()
        self._voice.close()
        self.devices.stop()
        if self._reports is not None:
            self._reports.close()
        if self.offline is not None:
            self.offline.close()
        # Its parts call each other: nothing but this ends that.
        self.view.deleteLater()
        self.deleteLater()

    def _test_at(self) -> datetime_time | None:
        return self._session.inputs.rules.self_test

    def _use_devices(self) -> None:
        self._press.ended.connect(self._slip_ended)
        self.devices.card_laid.connect(self._laid)
        self.devices.scanned.connect(self._scanned)
        self._saving.watch(self.view)
        WedgeFilter(self.view).scanned.connect(self._scanned)
        self._typed = KeypadKeys(parent=self)
        self._typed.pressed.connect(self._pressed)
        self.devices.key_pressed.connect(self._pressed)
        self.devices.health_changed.connect(self._device_changed)
        self._session.ticked.connect(self._card_key.look)
        if self.devices.printer is None:
            log.warning("no printer is set up: numbers are shown on the screen only")
        self._know_devices()
        for name, kind in self.devices.names:
            self._troubles.device(name, kind, Health(State.STARTING))
            self._tell(name, kind, Health(State.STARTING))
        if self._voice.name:
            self._tell(self._voice.name, "voice", Health(State.STARTING))
            self._voice.health_changed.connect(
                lambda health: self._device_changed(self._voice.name, "voice", health)
            )
        self.devices.start()
        self._voice.start()

    def _measure(self) -> None:
        size = self.view.size()
        if not size.isEmpty():
            self._session.update(screen=(size.width(), size.height()))

    def _laid(self, card: SeenCard | DeviceError) -> None:
        self._saving.wakes()
        if not self._staffing.lay(card) and not self._session.inputs.trouble.shut:
            self._booking.lay(card)

    def _scanned(self, code: str) -> None:
        self._saving.wakes()
        if self._session.inputs.trouble.shut:
            return
        if self._guide is None or not self._guide.scan(code):
            self._asking.scan(code)

    def _pressed(self, key: str) -> None:
        if not self._saving.wakes() and not self._staffing.press(key):
            self._pad_keys.press(key)

    def _tools(self) -> Tools:
        """Return what the staff page shows, and does things with."""
        return Tools(
            machine=self._machine,
            print_test=self._print_test if self.devices.printer is not None else None,
            seq=lambda: self._link.floor.seq,
            untold=lambda: self.untold + (self.offline.untold if self.offline is not None else 0),
            test=lambda: self.self_test.run(),
            last_test=lambda: self._tested,
            log_lines=lambda: self._log_lines.lines,
            voice=lambda: self._voice,
            speak=lambda: self._reader.try_out(),
        )

    def _note_tested(self, wrong: Sequence[Fault]) -> None:
        self._tested = LastTest(self._now(), tuple((each.key, each.detail) for each in wrong))

    def _machine(self) -> Machine:
        panel_mm = self._session.inputs.rules.panel_mm
        return this_machine(self._name, self._link.url, self.view.size(), self.view.screen(), panel_mm)

    def _print_test(self, done: Callable[[Outcome], None]) -> None:
        hall, now = self._session.inputs.hall, self._session.inputs.now
        time = f"{now:%Y-%m-%d %H:%M}" if now is not None else ""
        self.devices.print(slip_sheet(sample(time, self._name), hall.slip if hall else None), done)

    def _slip_ended(self, taken: Taken, outcome: Outcome) -> None:
        self._choosing.print_ended(taken, outcome)
        match outcome.state:
            case SlipState.PRINTED:
                self.slip_printed.emit(taken)
            case SlipState.FAILED:
                self.slip_failed.emit(taken)
            case _:
                self.slip_unknown.emit(taken)

    def _device_changed(self, name: str, kind: str, health: Health) -> None:
        self._troubles.device(name, kind, health)
        self._know_devices()
        self._tell(name, kind, health)

    def _know_devices(self) -> None:
        self._session.update(prints=self.devices.prints, reads_cards=self.devices.reads_cards)

    def _tell(self, name: str, kind: str, health: Health) -> None:
        if self._reports is not None:
            self._reports.tell(name, kind, health.state.value, health.key, health.detail)

    def _composer(self, machine: str, site: str, now: Callable[[], datetime]) -> Compose:
        say = self._translations.say

        def compose(taken: Taken, hall: Hall, copy: bool) -> Sheet:
            return compose_sheet(taken, hall, say, machine, site, now() if copy else None)

        return compose

    def _booking_composer(self, machine: str) -> ComposeBooking:
        say = self._translations.say

        def compose(made: Booked, language: str) -> Sheet:
            assert self._link.hall is not None
            return compose_booking(made, self._link.hall, say, language, machine)

        return compose

    def _check_fonts(self) -> None:
        languages = self._link.hall.languages if self._link.hall else words.EVERY_LANGUAGE
        line = missing_font_line([each for each in self._missing_fonts if each in languages])
        if line:
            log.error("%s", line)
        self._view_model.say_fonts_missing(line)
