"""The console's window: the sign-in, the whole console or the strip, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from caller.console_page import ConsolePage
from caller.keys import Command, Keys
from caller.moves import Move
from caller.sign_in import SignIn
from caller.sign_in_page import SignInPage
from caller.strip_page import StripPage
from caller.view_model import Console
from caller.words import TITLE, WINDOW, Words
from core.qt.tokens import COLOURS

WHOLE_SIZE = QSize(420, 640)
STRIP_SIZE = QSize(1120, 96)


class CallerWindow(QWidget):
    """Stays on top beside the clerk's other programs.

    Signals:
        language_chosen(str): Another language is wanted.
        strip_changed(bool): It has become a strip, or whole again.
        closed: It was closed by the clerk.
    """

    language_chosen = Signal(str)
    strip_changed = Signal(bool)
    closed = Signal()

    def __init__(self, keys: Keys, words: Words, languages: Sequence[str], *, strip: bool = False) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setObjectName("caller")
        self.setStyleSheet(f"#caller {{ background: {COLOURS['page']}; }}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys = keys
        self._words = words
        self._languages = languages
        self._strip = strip
        self._console: Console | None = None
        self._page: SignInPage | ConsolePage | StripPage | None = None
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        # The window makes its own room: a layout's would hold a strip to the height of the whole console.
        self._rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def show_sign_in(self, sign_in: SignIn, window: int | None) -> None:
        """Let a clerk sign in."""
        self._forget_console()
        page = SignInPage(sign_in, window, self._languages)
        page.language_chosen.connect(self.language_chosen)
        self._swap(page, WHOLE_SIZE)
        page.show_words(self._words)
        self.setWindowTitle(self._words(TITLE))
        page.begin()

    def show_console(self, console: Console) -> None:
        """Let the clerk work."""
        self._forget_console()
        self._console = console
        console.changed.connect(self._show_props)
        console.ticked.connect(self._show_time)
        self._show_page()

    def use_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        if isinstance(self._page, SignInPage):
            self._page.show_words(words)
            self.setWindowTitle(words(TITLE))
        else:
            self._show_props()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Do what a key is for; one that is held down does it once."""
        page, acts = self._page, self._keys.acts(event)
        if isinstance(page, SignInPage) or page is None or not acts:
            super().keyPressEvent(event)
            return
        for act in acts:
            if act is Command.STRIP:
                self._resize()
            elif isinstance(act, Move):
                page.buttons.trigger(act)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Tell that the clerk closed it; the hall's window stays as it stands in the core."""
        self.closed.emit()
        super().closeEvent(event)

    def event(self, event: QEvent) -> bool:
        """Grow when what is shown needs more room, e.g. in a taller script."""
        done = super().event(event)
        if event.type() is QEvent.Type.LayoutRequest and self._page is not None:
            self.resize(self.size().expandedTo(self._page.minimumSizeHint()))
        return done

    def _forget_console(self) -> None:
        if self._console is not None:
            self._console.changed.disconnect(self._show_props)
            self._console.ticked.disconnect(self._show_time)
            self._console = None

    def _show_page(self) -> None:
        console = self._console
        if console is None:
            return
        page: ConsolePage | StripPage
        if self._strip:
            page = StripPage(self._keys)
        else:
            page = ConsolePage(self._keys, self._languages)
            page.use_acts(console.acts)
            page.sign_out.connect(console.sign_out)
            page.language_chosen.connect(self.language_chosen)
        page.pressed.connect(console.press)
        page.resize_asked.connect(self._resize)
        self._swap(page, STRIP_SIZE if self._strip else WHOLE_SIZE)
        self._show_props()
        # No button has the keyboard: a space bar struck in haste does nothing.
        self.setFocus()

    def _swap(self, page: SignInPage | ConsolePage | StripPage, size: QSize) -> None:
        old, self._page = self._page, page
        if old is not None:
            old.hide()
            self._rows.removeWidget(old)
            old.setParent(None)
            old.deleteLater()
        self._rows.addWidget(page)
        page.show()
        self.resize(size.expandedTo(page.minimumSizeHint()))

    def _resize(self) -> None:
        self._strip = not self._strip
        self.strip_changed.emit(self._strip)
        self._show_page()

    def _show_props(self) -> None:
        console, page = self._console, self._page
        if console is None or page is None or isinstance(page, SignInPage):
            return
        page.show_props(console.props, self._words)
        self.setWindowTitle(self._words(WINDOW, window=console.props.window))
        self._show_time()

    def _show_time(self) -> None:
        if self._console is not None and isinstance(self._page, ConsolePage | StripPage):
            self._page.tick(self._console.core_clock.now())
