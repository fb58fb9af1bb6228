"""Puts one page at a time into the console's window: the bar as it is, anything else into what scrolls."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from caller.bar.dock import Dock
from caller.bar.page import BarPage
from caller.console_page import PANEL_SIZE, ConsolePage
from caller.sign_in_page import SignInPage
from caller.theme import COLOURS, SCROLL_BAR_STYLE, scaled

_PANEL_STYLE = "#panel, #panel > QWidget {{ background: transparent; }}" + SCROLL_BAR_STYLE

Page = SignInPage | ConsolePage | BarPage


class Stage(QObject):
    """What the window shows, and how large the window is for it.

    Attributes:
        page: What stands there now.

    Signals:
        outgrown: The console is larger than its screen by now, in another language or on another screen.
    """

    outgrown = Signal()

    def __init__(self, window: QWidget, dock: Dock) -> None:
        super().__init__(window)
        self._window = window
        self._dock = dock
        self.page: Page | None = None
        self._whole = False
        self._rows = QVBoxLayout(window)
        self._rows.setContentsMargins(0, 0, 0, 0)
        # The window makes its own room: a layout's would hold a bar to the height of the whole console.
        self._rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._panel = self._make_panel()

    def wear(self) -> None:
        """Take on the colours in use."""
        self._window.setStyleSheet(f"#caller {{ background: {COLOURS['page']}; }}")
        self._panel.setStyleSheet(_PANEL_STYLE.format(**COLOURS))

    def put(self, page: Page) -> None:
        """Show ``page`` instead of what stood there."""
        old, self.page = self.page, page
        if old is not None:
            old.removeEventFilter(self)
            self._take_out(old)
        bar = isinstance(page, BarPage)
        self._whole = False
        self._frame(bar)
        self._panel.setVisible(not bar)
        if isinstance(page, BarPage):
            self._rows.addWidget(page)
            page.show()
            self._dock.hold(page)
        else:
            self._panel.setWidget(page)
            # The area would paint it in the system's colours.
            page.setAutoFillBackground(False)
            page.show()
            wanted = page.wanted_size if isinstance(page, ConsolePage) else PANEL_SIZE
            size = QSize(scaled(wanted.width()), scaled(wanted.height())).expandedTo(page.minimumSizeHint())
            self._whole = self._is_whole()
            self._dock.hold_panel(size.width(), size.height())
            self.make_room()
        page.installEventFilter(self)

    def make_room(self) -> None:
        """Make the window larger where what is shown needs it."""
        if isinstance(self.page, BarPage):
            self._dock.settle()
        elif self.page is not None:
            least = self.page.minimumSizeHint()
            self._dock.grow_panel(least.width(), least.height())
            self.show_within()
            self.look()
            # Left to itself a scroll bar comes for a moment whenever something grows.
            policy = Qt.ScrollBarPolicy
            fits = least.height() <= self._window.height()
            self._panel.setVerticalScrollBarPolicy(
                policy.ScrollBarAlwaysOff if fits else policy.ScrollBarAsNeeded
            )

    def look(self) -> None:
        """Tell once that a screen that showed all of the console does not any more.

        What was larger than the screen from the start is so in every form: it is scrolled, and stays.
        """
        if self._whole and not self._is_whole():
            self._whole = False
            self.outgrown.emit()

    def _is_whole(self) -> bool:
        if not isinstance(self.page, ConsolePage):
            return False
        least, room = self.page.minimumSizeHint(), self._dock.room()
        return least.height() <= room.height() and least.width() <= room.width()

    def show_within(self) -> None:
        """Show what stands beside the console within the window's height."""
        if isinstance(self.page, ConsolePage):
            self.page.show_within(self._window.height())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Grow when what is shown needs more room, e.g. in a taller script."""
        if event.type() is QEvent.Type.LayoutRequest and watched is self.page:
            self.make_room()
        return super().eventFilter(watched, event)

    def _make_panel(self) -> QScrollArea:
        """Return what holds a whole page: larger than the screen it is scrolled, never cut off."""
        panel = QScrollArea()
        panel.setObjectName("panel")
        panel.setFrameShape(QFrame.Shape.NoFrame)
        panel.setWidgetResizable(True)
        panel.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        panel.hide()
        self._rows.addWidget(panel)
        return panel

    def _take_out(self, page: Page) -> None:
        page.hide()
        if isinstance(page, BarPage):
            self._rows.removeWidget(page)
        else:
            self._dock.remember_panel()
            self._panel.takeWidget()
        page.setParent(None)
        page.deleteLater()

    def _frame(self, bar: bool) -> None:
        """A bar has no frame that would be thicker than itself."""
        frameless = Qt.WindowType.FramelessWindowHint
        if bool(self._window.windowFlags() & frameless) is not bar:
            visible = self._window.isVisible()
            self._window.setWindowFlag(frameless, bar)
            # Another frame is another window to the system, and hidden at first.
            self._window.setVisible(visible)
