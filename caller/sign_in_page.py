"""Where a clerk signs in: three fields, Enter goes on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from caller.derive import Note, NoteKind
from caller.keys import Act
from caller.sign_in import SignIn
from caller.theme import COLOURS, scaled
from caller.widgets.button import KeyButton, Look
from caller.widgets.label import Label
from caller.widgets.language_switch import LanguageSwitch
from caller.widgets.lines import NoteLine
from caller.widgets.text import font_for
from caller.widgets.typing import TypedField
from caller.words import CLERK, PIN, SIGN_IN, SIGNING_IN, TITLE, WINDOW_NUMBER, Words
from core.domain.shows import WINDOW_MOST

_FIELD_STYLE = (
    "QLineEdit {{ background: {surface}; color: {ink}; border: 2px solid {line}; border-radius: 8px;"
    " padding: 4px 10px; }} QLineEdit:focus {{ border-color: {primary}; }}"
)
_FIELD_HEIGHT = 48


class SignInPage(QWidget):
    """The fields of the sign-in; what came of it stands below them.

    Signals:
        language_chosen(str): Another language is wanted.
    """

    language_chosen = Signal(str)

    def __init__(self, sign_in: SignIn, window: int | None, languages: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("sign-in")
        self._sign_in = sign_in
        self._missing = False
        self._words: Words | None = None
        self._title = Label("title", px=28, bold=True, colour="primary", align=Qt.AlignmentFlag.AlignHCenter)
        self._names = {each: Label(f"{each}-name", px=17) for each in ("clerk", "pin", "window")}
        self.clerk = self._field("clerk")
        self.pin = self._field("pin")
        self.pin.setEchoMode(QLineEdit.EchoMode.Password)
        self.window_number = self._field("window-number")
        self.window_number.setValidator(QIntValidator(1, WINDOW_MOST, self))
        self.window_number.setText(str(window) if window else "")
        self._enter = KeyButton("sign-in-now", look=Look.PRIMARY, px=22)
        self._enter.setMinimumHeight(scaled(56))
        self._note = NoteLine()
        self._refused_keys = Label("hot-keys", px=15, lines=4, colour="inkSoft")
        self._refused: tuple[tuple[Act, str], ...] = ()
        self._languages = LanguageSwitch(languages)
        self._connect()
        self._lay_out()

    def show_words(self, words: Words) -> None:
        """Speak another language."""
        self._words = words
        self._title.set_text(words(TITLE))
        named = {
            "clerk": (CLERK, self.clerk),
            "pin": (PIN, self.pin),
            "window": (WINDOW_NUMBER, self.window_number),
        }
        for each, (source, field) in named.items():
            self._names[each].set_text(words(source))
            field.setAccessibleName(words(source))
        self._languages.show_language(words.language)
        self._show()

    def show_refused_keys(self, refused: Sequence[tuple[Act, str]]) -> None:
        """Say which keys another program has."""
        self._refused = tuple(refused)
        self._show()

    def begin(self) -> None:
        """Wait for the next clerk at the first field that is empty."""
        self._field_to_fill().setFocus()

    def typed(self) -> tuple[str, str, str]:
        """Return what stands in the fields, for a page that takes this one's place."""
        return self.clerk.text(), self.pin.text(), self.window_number.text()

    def type_again(self, typed: tuple[str, str, str]) -> None:
        """Fill the fields as they were."""
        for field, text in zip((self.clerk, self.pin, self.window_number), typed, strict=True):
            field.setText(text)
        self.begin()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Enter in the empty field of the window: guides and supervisors sign in without one.

        Its validator takes nothing empty, so the field itself tells nothing of that key.
        """
        if watched is self.window_number and isinstance(event, QKeyEvent) and not self.window_number.text():
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._submit()
                return True
        return super().eventFilter(watched, event)

    def _field(self, name: str) -> QLineEdit:
        field = TypedField(figures=True)
        field.setObjectName(name)
        field.setFont(font_for("0", scaled(22)))
        field.setFixedHeight(scaled(_FIELD_HEIGHT))
        field.setMaxLength(32)
        field.setStyleSheet(_FIELD_STYLE.format(**COLOURS))
        return field

    def _connect(self) -> None:
        self._sign_in.changed.connect(self._show)
        self._enter.clicked.connect(self._submit)
        self._languages.chosen.connect(self.language_chosen)
        for field in (self.clerk, self.pin, self.window_number):
            field.returnPressed.connect(self._go_on)
        self.window_number.installEventFilter(self)

    def _field_to_fill(self) -> QLineEdit:
        fields = (self.clerk, self.pin, self.window_number)
        return next((field for field in fields if not field.text().strip()), self.pin)

    def _go_on(self) -> None:
        """Enter: on to the next empty field, else sign in."""
        field = self._field_to_fill()
        if field.text().strip():
            self._submit()
        else:
            field.setFocus()

    def _submit(self) -> None:
        clerk, window = self.clerk.text().strip(), self.window_number.text()
        placed = window == "" or (window.isdecimal() and int(window) > 0)
        self._missing = not (clerk and self.pin.text() and placed)
        if self._missing:
            self._field_to_fill().setFocus()
            self._show()
        else:
            self._sign_in.submit(clerk, self.pin.text(), int(window) if window else None)

    def _show(self) -> None:
        if self._words is None:
            return
        busy, note = self._sign_in.busy, self._sign_in.note
        if note is not None and note.kind is NoteKind.REFUSED:
            self.pin.clear()
            self.pin.setFocus()
        if note is not None and note.kind is NoteKind.FILL_IN:
            self.window_number.setFocus()
        self._refused_keys.set_text(self._words.refused_keys(self._refused))
        self._refused_keys.setVisible(bool(self._refused))
        missing = Note(NoteKind.FILL_IN) if self._missing and not busy else None
        self._note.show_note(missing or note, self._words)
        self._enter.set_words(self._words(SIGNING_IN if busy else SIGN_IN), "" if busy else "Enter")
        self._enter.setEnabled(not busy)

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(36, 24, 36, 12)
        rows.setSpacing(6)
        rows.addStretch(1)
        rows.addWidget(self._title)
        rows.addSpacing(18)
        fields = {"clerk": self.clerk, "pin": self.pin, "window": self.window_number}
        for each, field in fields.items():
            rows.addWidget(self._names[each])
            rows.addWidget(field)
            rows.addSpacing(8)
        rows.addSpacing(8)
        rows.addWidget(self._enter)
        rows.addWidget(self._note)
        rows.addWidget(self._refused_keys)
        rows.addStretch(2)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self._languages)
        rows.addLayout(foot)
