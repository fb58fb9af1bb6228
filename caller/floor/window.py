"""The floor's window: the hall now, numbers for others, tickets, missing slips."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLayout,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from caller.derive import Note, NoteKind
from caller.floor.hall_page import HallPage
from caller.floor.issue_page import IssuePage
from caller.floor.pairing import PairingBar
from caller.floor.ticket_page import TicketPage
from caller.floor.view_model import Ended, FloorModel
from caller.floor.words import (
    DONE,
    FIND,
    HALL,
    ISSUE,
    ROLES,
    SLIPS,
    SLIPS_COUNT,
    STAYS,
    TITLE,
    UNCERTAIN,
    trouble,
)
from caller.keys import LOOKS, Keys
from caller.theme import COLOURS, SCROLL_BAR_STYLE, scaled
from caller.widgets.button import KeyButton, Look
from caller.widgets.label import Label
from caller.widgets.language_switch import LanguageSwitch
from caller.words import SIGN_OUT, Words

SIZE = QSize(1280, 800)
_STYLE = (
    "#floor {{ background: {page}; }}"
    "#floor QScrollArea, #floor QScrollArea > QWidget > QWidget {{ background: transparent; }}"
    + SCROLL_BAR_STYLE
)
_KEYS = {
    "hall": (HALL, Qt.Key.Key_F1, "F1"),
    "issue": (ISSUE, Qt.Key.Key_F2, "F2"),
    "find": (FIND, Qt.Key.Key_F3, "F3"),
    "slips": (SLIPS, Qt.Key.Key_F4, "F4"),
}


class FloorWindow(QWidget):
    """Four pages, each one key away.

    Signals:
        language_chosen(str): Another language is wanted.
        take_over(int): The supervisor wants to work at that window.
        look_asked(object): It is to look otherwise, one of :data:`caller.keys.LOOKS`: it is made anew.
        closed: It was closed by who sits there; the sign-in ends with it on this machine.
    """

    language_chosen = Signal(str)
    take_over = Signal(int)
    look_asked = Signal(object)
    closed = Signal()

    def __init__(self, model: FloorModel, words: Words, languages: Sequence[str], keys: Keys) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("floor")
        self.setStyleSheet(_STYLE.format(**COLOURS))
        self._model = model
        self._words = words
        self._keys = keys
        self._missing = 0
        self._who = Label("who", px=17, bold=True, colour="primary")
        self._languages = LanguageSwitch(languages)
        self._sign_out = KeyButton("sign-out", look=Look.QUIET, px=15)
        self._trouble = Label("offline", px=17, bold=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._trouble.set_colours("onWarn", "warn")
        self._note = Label("note", px=17, bold=True, align=Qt.AlignmentFlag.AlignHCenter)
        self._hall = HallPage(model)
        self._issue = IssuePage(model)
        self._find = TicketPage(model, missing=False)
        self._slips = TicketPage(model, missing=True)
        self._pages: dict[str, HallPage | IssuePage | TicketPage] = {
            "hall": self._hall,
            "issue": self._issue,
            "find": self._find,
            "slips": self._slips,
        }
        self._tabs = {name: KeyButton(f"page:{name}", px=17) for name in self._pages}
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._asking = PairingBar(model, self)
        self._stack = QStackedWidget()
        self._connect()
        self._lay_out()
        self.resize(self._size())
        self.use_words(words)
        self.open_page("hall")

    def use_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self.setWindowTitle(words(TITLE))
        self._sign_out.set_words(words(SIGN_OUT))
        self._languages.show_language(words.language)
        self._asking.use_words(words)
        self._show_props()

    @property
    def page(self) -> str:
        """Name of the page that is open."""
        return list(self._pages)[self._stack.currentIndex()]

    def open_page(self, name: str) -> None:
        """Show a page and let it take the keyboard."""
        page = self._pages[name]
        self._stack.setCurrentIndex(list(self._pages).index(name))
        for each, tab in self._tabs.items():
            tab.set_look(Look.PRIMARY if each == name else Look.PLAIN)
        page.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802
        """Open a page by its key."""
        name = next((name for name, (_, key, _) in _KEYS.items() if event.key() == key), None)
        look = next((act for act in self._keys.acts(event) if act in LOOKS), None)
        if look is not None:
            self.look_asked.emit(look)
        elif name is None or event.isAutoRepeat():
            super().keyPressEvent(event)
        elif name == self.page == "hall":
            self._hall.turn()
        else:
            self.open_page(name)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        """Give the head a second row where one is too short."""
        super().resizeEvent(event)
        self._fold_head()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802
        """Tell that it was closed."""
        self.closed.emit()
        super().closeEvent(event)

    def _size(self) -> QSize:
        """Return the usual size in the scale in use, as far as the screen has it."""
        return QSize(scaled(SIZE.width()), scaled(SIZE.height())).boundedTo(self.screen().availableSize())

    def _show_props(self) -> None:
        props, words = self._model.props, self._words
        self._who.set_text(f"{words(ROLES[props.role])} {props.name}" if props.role in ROLES else props.name)
        said = trouble(words, props)
        self._trouble.set_text(said)
        self._trouble.setVisible(bool(said))
        self._note.setVisible(not said)
        for name, (source, _, key) in _KEYS.items():
            self._tabs[name].set_words(words(source), key)
        if self._missing:
            self._tabs["slips"].set_words(words(SLIPS_COUNT, count=self._missing), _KEYS["slips"][2])
        for tab in self._tabs.values():
            tab.setMinimumWidth(tab.sizeHint().width())
        for each in (self._who, self._sign_out):
            each.setMinimumWidth(each.sizeHint().width())
        self._fold_head()
        for page in self._pages.values():
            page.show_props(words)

    def _fold_head(self) -> None:
        parts = (*self._tabs.values(), self._who, self._sign_out, self._languages)
        wide = sum(each.sizeHint().width() + 8 for each in parts) + 24
        way = QBoxLayout.Direction
        self._head.setDirection(way.LeftToRight if wide <= self.width() else way.TopToBottom)

    def _ended(self, ended: Ended) -> None:
        self._say(ended.note)
        stays = (ended.body or {}).get("visitor") if ended.act.name == "relieve" else None
        if stays:
            self._note.set_colours("warn", "surface")
            self._note.set_text(self._words(STAYS, number=stays, window=ended.body["number"]))

    def _told(self, told: object) -> None:
        if isinstance(told, Note):
            self._say(told)

    def _say(self, note: Note | None) -> None:
        known = note is None or note.kind is not NoteKind.UNREACHABLE
        text = self._words(DONE) if note is None else self._words.note(note)
        self._note.set_colours("ink" if note is None else "warn", "surface")
        self._note.set_text(text if known else self._words(UNCERTAIN))

    def _slips_came(self, found: object) -> None:
        if isinstance(found, list):
            self._missing = len(found)
            self._show_props()

    def _connect(self) -> None:
        self._model.changed.connect(self._show_props)
        self._model.ended.connect(self._ended)
        self._model.found.connect(self._told)
        self._model.missing.connect(self._slips_came)
        self._hall.take_over.connect(self.take_over)
        self._sign_out.clicked.connect(self._model.sign_out)
        self._languages.chosen.connect(self.language_chosen)
        for name, tab in self._tabs.items():
            tab.clicked.connect(self._opener(name))

    def _opener(self, name: str) -> Callable[[], None]:
        return lambda: self.open_page(name)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(12, 8, 12, 8)
        rows.setSpacing(6)
        # A small screen shows less of the tables, and not a window that reaches beyond it.
        rows.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        tabs = QHBoxLayout()
        tabs.setSpacing(6)
        for tab in self._tabs.values():
            tabs.addWidget(tab, 1)
        person = QHBoxLayout()
        person.setSpacing(6)
        person.addStretch(1)
        for part in (self._who, self._sign_out, self._languages):
            person.addWidget(part)
        self._head.setSpacing(6)
        self._head.addLayout(tabs, 1)
        self._head.addLayout(person)
        rows.addLayout(self._head)
        for name, page in self._pages.items():
            self._stack.addWidget(_scrolled(f"{name}-scroll", page))
        rows.addWidget(self._stack, 1)
        rows.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        """Return the line beneath: the answer to the last act or what is wrong, and who asks to join.

        All of it comes late, and has its place: no row and no button goes from under the pointer by it.
        """
        foot, said = QHBoxLayout(), QGridLayout()
        for label in (self._note, self._trouble):
            policy = label.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            label.setSizePolicy(policy)
            said.addWidget(label, 0, 0)
        foot.addLayout(said, 1)
        foot.addWidget(self._asking)
        foot.addStrut(self._asking.sizeHint().height())
        return foot


def _scrolled(name: str, page: QWidget) -> QScrollArea:
    """Return a page in what scrolls where the letters are too large for the screen."""
    area = QScrollArea()
    area.setObjectName(name)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area
