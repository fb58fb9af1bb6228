"""The clerk's console as one object, for the command, the demo and the tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caller.derive import Note
from caller.elapsed import Clock, wall_clock
from caller.keys import Act, Keys
from caller.ports import LinkFor, Post
from caller.settings import CallerSettings
from caller.sign_in import SignedIn, SignIn
from caller.view_model import CALL_GAP_MS, Console
from caller.window import CallerWindow
from caller.words import Words
from core.client.http import CoreHttp
from core.client.link import CoreLink
from core.client.port import Link
from core.qt.translate import Translations

if TYPE_CHECKING:
    from caller.floor.view_model import FloorModel
    from caller.floor.window import FloorWindow

    # A console without devices starts without their drivers.
    from caller.pad_desk import PadDesk
    from caller.printing import ListPrinter

LANGUAGES = ("zh", "bo", "en")
HEARTBEAT_MS = 950
"""Twice that is the longest until a clerk sees that a core is frozen or a cable out: within 2 s."""


class CallerApp(QObject):
    """Signs a clerk in and shows the console of the clerk's window.

    Attributes:
        window: The Qt window.
        console: The signed-in clerk's console, ``None`` before and after.
        floor: The floor of a guide or supervisor who signed in without a window, ``None`` else.
        floor_window: Its Qt window.
    """

    def __init__(
        self,
        *,
        post: Post,
        link_for: LinkFor,
        settings: CallerSettings,
        translations: Translations | None = None,
        window: int | None = None,
        strip: bool = False,
        missing_fonts: Sequence[str] = (),
        clock: Clock = wall_clock,
        call_gap_ms: int = CALL_GAP_MS,
        pads: PadDesk | None = None,
        printer: ListPrinter | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Make the console.

        Args:
            post: Reaches the core without being signed in.
            link_for: Makes the line of a signed-in clerk from the token.
            settings: What this machine remembers.
            translations: The words; shared where several screens run in one process.
            window: The hall's window, instead of the remembered one.
            strip: Come up as a strip.
            missing_fonts: Languages that no font here can write; they are not offered.
            clock: This machine's clock.
            call_gap_ms: Least time between two calls.
            pads: This window's keypads and number pads.
            printer: Prints told-once lists; its owner starts and stops it.
            parent: Who keeps it.
        """
        super().__init__(parent)
        self._link_for = link_for
        self._settings = settings
        self._translations = translations or Translations(LANGUAGES, self)
        self._window_number = window or settings.window
        self._clock = clock
        self._call_gap_ms = call_gap_ms
        self._pads = pads
        self._printer = printer
        if printer is not None:
            printer.use_speaker(self._translations.say)
        self._link: Link | None = None
        self._sign_in = SignIn(post, self)
        self._sign_in.signed_in.connect(self._signed_in)
        self.console: Console | None = None
        self.floor: FloorModel | None = None
        self.floor_window: FloorWindow | None = None
        self._offered = tuple(each for each in LANGUAGES if each not in missing_fonts) or ("en",)
        self._language = settings.language if settings.language in self._offered else self._offered[0]
        self.window = CallerWindow(
            Keys(settings.keys()), self.words(), self._offered, settings, strip=strip or settings.strip
        )
        self.window.language_chosen.connect(self._choose_language)
        self.window.strip_changed.connect(settings.remember_strip)
        self.window.closed.connect(self._window_closed)
        self._show_sign_in(None)

    def show(self) -> None:
        """Open the window."""
        self.window.show()

    def stop(self) -> None:
        """Close the line of whoever is signed in."""
        if self._pads is not None:
            self._pads.leave()
        if self.console is not None:
            self.console.stop()
        if self.floor is not None:
            self.floor.stop()

    def use_language(self, language: str) -> None:
        """Speak ``language``."""
        self._language = language
        self.window.use_words(self.words())
        if self.console is not None:
            self.console.use_language(language)
        if self.floor is not None and self.floor_window is not None:
            self.floor.use_language(language)
            self.floor_window.use_words(self.words())

    def words(self) -> Words:
        """Return the texts in the language in use."""
        return Words(self._translations.speaker(self._language), self._language)

    def _choose_language(self, language: str) -> None:
        self._settings.remember_language(language)
        self.use_language(language)

    def _show_sign_in(self, note: Note | None) -> None:
        self._sign_in.say(note)
        self.window.show_sign_in(self._sign_in, self._window_number)

    def _signed_in(self, signed_in: SignedIn) -> None:
        if signed_in.window is None or signed_in.role == "guide":
            self._show_floor(signed_in)
            return
        self._window_number = signed_in.window
        self._settings.remember_window(signed_in.window)
        self._show_console(signed_in, signed_in.window)

    def _show_console(self, signed_in: SignedIn, window: int) -> None:
        self._link = self._link_for(signed_in.token)
        self._link.hall_changed.connect(self._follow_hall_language)
        self.console = Console(
            self._link,
            window,
            clerk=signed_in.clerk if signed_in.role == "clerk" else "",
            language=self._language,
            clock=self._clock,
            call_gap_ms=self._call_gap_ms,
            parent=self,
        )
        self.console.left.connect(self._left)
        self.console.acts.use_printer(self._printer)
        self.window.show_console(self.console)
        if self._printer is not None:
            self.console.sight.watch(self._printer.devices)
        if self._pads is not None:
            self.console.sight.watch(self._pads.devices)
            self._pads.serve(self.console, window, self._link)
        self.console.start()

    def _show_floor(self, signed_in: SignedIn) -> None:
        """Show the whole hall to who came without a window."""
        # Clerks, who are most, start without it.
        from caller.floor.view_model import FloorModel

        link = self._link_for(signed_in.token)
        self.floor = FloorModel(
            link,
            name=signed_in.name,
            role=signed_in.role,
            language=self._language,
            clock=self._clock,
            parent=self,
        )
        self.floor_window = self._make_floor_window(self.floor, signed_in)
        self.floor.left.connect(self._floor_left)
        self.window.hide()
        self.floor_window.show()
        self.floor.start()

    def _make_floor_window(self, floor: FloorModel, signed_in: SignedIn) -> FloorWindow:
        from caller.floor.window import FloorWindow

        made = FloorWindow(floor, self.words(), self._offered, Keys(self._settings.keys()))
        made.language_chosen.connect(self._choose_language)
        made.take_over.connect(lambda window: self._take_over(signed_in, window))
        made.look_asked.connect(lambda act: self._change_floor_look(act, signed_in))
        made.closed.connect(self.stop)
        return made

    def _change_floor_look(self, act: Act, signed_in: SignedIn) -> None:
        """Look otherwise: colours and sizes are drawn into a window, so it is made anew on the same page."""
        self.window.do(act)
        old, floor = self.floor_window, self.floor
        if old is None or floor is None:
            return
        self.floor_window = new = self._make_floor_window(floor, signed_in)
        new.open_page(old.page)
        new.move(old.pos())
        new.show()
        old.closed.disconnect(self.stop)
        old.close()
        old.deleteLater()

    def _take_over(self, signed_in: SignedIn, window: int) -> None:
        """Work at a window as its clerk does; the floor stays open beside it."""
        if self.console is None:
            self._show_console(signed_in, window)
        self.window.show()
        self.window.activateWindow()

    def _window_closed(self) -> None:
        if self.floor is None:
            self.stop()
        elif self.console is not None:
            self.console.stop()
            self._left(None)

    def _floor_left(self, note: Note | None) -> None:
        floor, window = self.floor, self.floor_window
        self.floor = self.floor_window = None
        if self.console is not None:
            self.console.stop()
            self._left(note)
        self._show_sign_in(note)
        self.window.show()
        if window is not None:
            window.closed.disconnect(self.stop)
            window.close()
            window.deleteLater()
        if floor is not None:
            floor.deleteLater()

    def _left(self, note: Note | None) -> None:
        if self._pads is not None:
            self._pads.leave()
        self._show_sign_in(note)
        if self.floor is not None:
            self.window.hide()
        console, link = self.console, self._link
        self.console = self._link = None
        # Both are in the middle of telling us: they go when the loop is back.
        for gone in (console, link):
            if gone is not None:
                gone.deleteLater()

    def _follow_hall_language(self) -> None:
        """Speak the hall's first language unless somebody chose one on this machine."""
        hall = self._link.hall if self._link else None
        if hall is not None and not self._settings.language and hall.languages[0] in self._offered:
            self.use_language(hall.languages[0])


def caller_for(
    core: str,
    *,
    settings: CallerSettings,
    window: int | None = None,
    strip: bool = False,
    missing_fonts: Sequence[str] = (),
    pads: PadDesk | None = None,
    printer: ListPrinter | None = None,
) -> CallerApp:
    """Return a console of the core at the URL ``core``."""
    http = CoreHttp(core)
    app = CallerApp(
        post=http.post,
        link_for=lambda token: CoreLink(core, token, heartbeat_ms=HEARTBEAT_MS),
        settings=settings,
        window=window,
        strip=strip,
        missing_fonts=missing_fonts,
        pads=pads,
        printer=printer,
    )
    http.setParent(app)
    return app
