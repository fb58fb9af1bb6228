"""The console's window: the sign-in, the whole console or the bar, and the keys."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from caller import theme
from caller.acts.told import ListEnd
from caller.bar.dock import Dock, Plugged
from caller.bar.page import BarPage
from caller.bar.screens import Screens
from caller.console_page import ConsolePage
from caller.derive import ConsoleProps
from caller.floor.message_line import MessageLine
from caller.forms import Form, fitting
from caller.keys import LOOKS, Act, Command, Keys
from caller.moves import Move
from caller.settings import CallerSettings
from caller.sight.column import SightColumn
from caller.sight.state import Tab
from caller.sight.words import TAB_KEYS
from caller.sign_in import SignIn
from caller.sign_in_page import SignInPage
from caller.stage import Page, Stage
from caller.view_model import Console
from caller.words import TITLE, WINDOW, Words

log = logging.getLogger(__name__)


class CallerWindow(QWidget):
    """Stays on top beside the clerk's other programs.

    Signals:
        language_chosen(str): Another language is wanted.
        strip_changed(bool): It has become a bar, or whole again.
        shown(object): The props of the console that are shown now, or ``None`` at the sign-in.
        closed: It was closed by the clerk.
    """

    language_chosen = Signal(str)
    strip_changed = Signal(bool)
    shown = Signal(object)
    closed = Signal()

    def __init__(
        self,
        keys: Keys,
        words: Words,
        languages: Sequence[str],
        settings: CallerSettings,
        *,
        strip: bool = False,
    ) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.WindowStaysOnTopHint)
        self.setObjectName("caller")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys = keys
        self._words = words
        self._languages = languages
        self._settings = settings
        self._strip = strip
        self._held = False
        self._refused_keys: tuple[tuple[Act, str], ...] = ()
        self._console: Console | None = None
        self._message: MessageLine | None = None
        self._sign_in: tuple[SignIn, int | None] | None = None
        self._dock = Dock(self, Screens(self), settings)
        self._stage = Stage(self, self._dock)
        # Not in the middle of its being laid out.
        self._stage.outgrown.connect(self._show_page, Qt.ConnectionType.QueuedConnection)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._wear)
        self._wear()

    @property
    def _page(self) -> Page | None:
        return self._stage.page

    @property
    def words(self) -> Words:
        """The texts in the language in use."""
        return self._words

    @property
    def props(self) -> ConsoleProps | None:
        """What is shown of the console, ``None`` at the sign-in."""
        return self._console.props if self._console is not None else None

    def use_screens(self, screens: Plugged) -> None:
        """Hear of other screens than this machine's own."""
        self._dock.use_screens(screens)

    def show_refused_keys(self, refused: Sequence[tuple[Act, str]]) -> None:
        """Say which keys, meant to work everywhere, another program has."""
        self._refused_keys = tuple(refused)
        if isinstance(self._page, SignInPage):
            self._page.show_refused_keys(self._refused_keys)
        elif self._message is not None:
            self._message.tell("keys", self._say_refused_keys)

    def show_sign_in(self, sign_in: SignIn, window: int | None) -> None:
        """Let a clerk sign in."""
        self._forget_console()
        self._sign_in = (sign_in, window)
        page = SignInPage(sign_in, window, self._languages)
        page.language_chosen.connect(self.language_chosen)
        page.show_words(self._words)
        page.show_refused_keys(self._refused_keys)
        self._stage.put(page)
        self.setWindowTitle(self._words(TITLE))
        page.begin()
        self.shown.emit(None)

    def show_console(self, console: Console) -> None:
        """Let the clerk work."""
        self._forget_console()
        self._console = console
        self._message = MessageLine(console.core_clock.now)
        self._message.follow(console.link, console.props.window)
        self._message.tell("keys", self._say_refused_keys)
        console.acts.list_ended.connect(self._list_ended)
        console.changed.connect(self._show_props)
        console.ticked.connect(self._show_time)
        self._show_page()

    def use_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        if isinstance(self._page, SignInPage):
            self._page.show_words(words)
            self.setWindowTitle(words(TITLE))
            self.shown.emit(None)
        else:
            self._show_props()

    def hold(self, held: bool) -> None:
        """Do nothing that is pressed, and keep none of it for later: nobody can see this window."""
        self._held = held
        if self._message is not None:
            self._message.keep(held)

    def tell(self, about: str, says: Callable[[Words], str]) -> None:
        """Say something to the signed-in clerk, until it is read."""
        if self._message is not None:
            self._message.tell(about, says)

    def do(self, act: Act) -> None:
        """Do what a key, a menu or another program's key asks for, if it can be done now."""
        if self._held:
            log.info("the session is locked: %s is not done", act)
            return
        page = self._page
        if isinstance(act, Move):
            if isinstance(page, ConsolePage | BarPage) and self._console is not None:
                self._console.say_why_not(act)
                page.buttons.trigger(act)
        elif act in LOOKS:
            self._change_look(act)
        elif not (self._changed_form(act) or self._looked_beside(act)):
            self._dock.do(act)

    def _changed_form(self, act: Command) -> bool:
        """Become the bar or the panel, open the acts, put a message away, if a key is for that."""
        match act:
            case Command.STRIP if self._console is not None:
                self._resize()
            case Command.READ if self._message is not None:
                self._message.read()
            case Command.ACTS if isinstance(self._page, BarPage):
                self._page.toggle_acts()
        return act in (Command.STRIP, Command.READ, Command.ACTS)

    def _looked_beside(self, act: Command) -> bool:
        """Open, change or close the column beside the console, if a key is for that."""
        tabs = {key: tab for tab, key in TAB_KEYS.items()}
        if act is not Command.BESIDE and act not in tabs:
            return False
        usual = None if self._settings.beside else _tab(self._settings.beside_last) or Tab.LINE
        self._look_beside(tabs.get(act, usual))
        return True

    def show_as(self, *, strip: bool) -> None:
        """Come up as the bar or as the whole console, in front."""
        if strip is not self._strip:
            self.do(Command.STRIP)
        self.showNormal()
        self.raise_()
        self.activateWindow()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Do what a key is for; one that is held down does it once."""
        acts = self._meant(self._keys.acts(event))
        if not acts:
            super().keyPressEvent(event)
        for act in acts:
            self.do(act)

    def _meant(self, acts: list[Act]) -> list[Act]:
        """Return what a key does now: of several moves that share it the one that is possible, or one."""
        props = self.props
        if props is None:
            return [act for act in acts if not isinstance(act, Move)]
        moves = [act for act in acts if isinstance(act, Move)]
        able = [move for move in moves if move in props.moves]
        return [*(act for act in acts if not isinstance(act, Move)), *(able or moves[:1])]

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Tell that the clerk closed it; the hall's window stays as it stands in the core."""
        self._dock.remember_panel()
        self.closed.emit()
        super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Show what stands beside the console within the new height."""
        super().resizeEvent(event)
        self._stage.show_within()
        self._stage.look()

    def _forget_console(self) -> None:
        self._sign_in = None
        if self._console is not None:
            self._console.changed.disconnect(self._show_props)
            self._console.ticked.disconnect(self._show_time)
            self._console.acts.list_ended.disconnect(self._list_ended)
            self._console = None
        if self._message is not None:
            self._message.setParent(None)
            self._message.deleteLater()
            self._message = None

    def _show_page(self) -> None:
        console = self._console
        if console is None:
            return
        console.sight.look_at(None if self._strip else _tab(self._settings.beside))
        page = self._bar_page(console) if self._strip else self._whole(console)
        self._stage.put(page)
        self._show_props()
        # No button has the keyboard: a space bar struck in haste does nothing.
        self.setFocus()

    def _whole(self, console: Console) -> ConsolePage:
        """Return the whole console as large as is wanted, or in the next form that the screen shows whole."""
        return fitting(
            self._settings.scale,
            self._dock.room(),
            lambda form: self._panel_page(console, form),
            beside=bool(self._settings.beside),
        )

    def _bar_page(self, console: Console) -> BarPage:
        self._use_scale(self._settings.scale)
        page = BarPage(self._keys)
        page.use_acts(console.acts, self._dock.beside)
        self._connect_page(page, console)
        return page

    def _panel_page(self, console: Console, form: Form) -> ConsolePage:
        self._use_scale(form.scale)
        page = ConsolePage(self._keys, self._languages, wide=form.wide)
        self._add_beside(page, console)
        page.use_acts(console.acts)
        page.sign_out.connect(console.sign_out)
        page.language_chosen.connect(self.language_chosen)
        self._connect_page(page, console)
        return page

    def _connect_page(self, page: ConsolePage | BarPage, console: Console) -> None:
        if self._message is not None:
            page.use_message(self._message)
        page.pressed.connect(console.press)
        page.resize_asked.connect(self._resize)
        # What it says is known before it is measured.
        self._show_limit(page, console)
        page.show_props(console.props, self._words)

    def _look_beside(self, tab: Tab | None) -> None:
        """Look at something beside the console, or at nothing; in the bar there is no room for it."""
        if self._console is None or not isinstance(self._page, ConsolePage):
            return
        opened = bool(self._settings.beside) is (tab is not None)
        self._settings.remember_beside(tab.value if tab else "")
        self._console.sight.look_at(tab)
        if not opened:
            self._show_page()

    def _add_beside(self, page: ConsolePage, console: Console) -> None:
        tab = _tab(self._settings.beside)
        if tab is not None:
            column = SightColumn(console.sight, self._keys, console.acts.pick, console.core_clock.now)
            column.tab_asked.connect(lambda name: self._look_beside(Tab(name)))
            page.use_beside(column)
        page.beside_asked.connect(lambda: self.do(Command.BESIDE))

    def _resize(self) -> None:
        self._strip = not self._strip
        self.strip_changed.emit(self._strip)
        self._show_page()

    def _change_look(self, act: Act) -> None:
        settings = self._settings
        if act is Command.SHADE:
            settings.remember_shade(theme.shade_after(settings.shade))
        elif act is Command.USUAL_SIZE:
            settings.remember_scale(theme.SCALES[0])
        else:
            step = 1 if act is Command.LARGER else -1
            settings.remember_scale(theme.scale_beside(settings.scale, step))
        self._wear()

    def _wear(self) -> None:
        """Look as it is set, or as the system has it now."""
        settings = self._settings
        self._use_scale(settings.scale)
        self._stage.wear()
        if isinstance(self._page, SignInPage) and self._sign_in is not None:
            typed = self._page.typed()
            self.show_sign_in(*self._sign_in)
            self._page.type_again(typed)
        else:
            self._show_page()

    def _use_scale(self, scale: int) -> None:
        theme.use(theme.Appearance(dark=theme.is_dark(self._settings.shade), scale=scale))

    def _show_props(self) -> None:
        console, page = self._console, self._page
        if console is None or page is None or isinstance(page, SignInPage):
            return
        page.show_props(console.props, self._words)
        self._show_limit(page, console)
        if self._message is not None:
            self._message.show_words(self._words, self._keys.text(Command.READ))
        self.setWindowTitle(self._words(WINDOW, window=console.props.window))
        self._show_time()
        self.shown.emit(console.props)

    def _say_refused_keys(self, words: Words) -> str:
        return words.refused_keys(self._refused_keys)

    def _list_ended(self, end: ListEnd) -> None:
        if self._message is not None:
            self._message.tell(
                f"list {end.number}", lambda words: words.list_end(end.number, end.state, end.key)
            )

    def _show_limit(self, page: ConsolePage | BarPage, console: Console) -> None:
        limit, room = console.sight.limit()
        page.show_limit(limit, self._words, console.core_clock.now(), room=room)

    def _show_time(self) -> None:
        if self._console is not None and isinstance(self._page, ConsolePage | BarPage):
            self._page.tick(self._console.core_clock.now())


def _tab(name: str) -> Tab | None:
    """Return what a settings file names, ``None`` for nothing and for what there is not."""
    return Tab(name) if name in list(Tab) else None
