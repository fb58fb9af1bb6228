"""The buttons of the clerk's moves, shared by the whole console and the strip."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from caller.derive import ConsoleProps, ReasonProps
from caller.keys import Keys
from caller.moves import Move
from caller.shown import is_shown
from caller.theme import COLOURS, scaled
from caller.why_not import why_not
from caller.widgets.button import KeyButton, Look
from caller.widgets.text import font_for
from caller.words import NO_REASON, PASS_WHY, Words
from core.domain.window import WindowStatus

_LOOKS = {Move.CALL_NEXT: Look.PRIMARY, Move.OPEN: Look.PRIMARY}
_CHOSEN = frozenset({Move.RECALL, Move.START, Move.PASS, Move.PUT_BACK})
"""What a hall can leave out; pausing is beside opening."""
_MENU_STYLE = (
    "QMenu {{ background: {surface}; color: {ink}; border: 1px solid {line}; }}"
    "QMenu::item {{ padding: 8px 24px 8px 16px; }}"
    "QMenu::item:selected {{ background: {primary}; color: {onPrimary}; }}"
)


class MoveButtons(QObject):
    """One button a move; which of them stand where is the page's affair.

    Attributes:
        pass_why: Opens the reasons of a pass.

    Signals:
        pressed(object, object): The :class:`Move` and the id of the reason or ``None``.
    """

    pressed = Signal(object, object)

    def __init__(
        self, parent: QWidget, keys: Keys, moves: Sequence[Move], *, px: int, call_px: int, why: bool = True
    ) -> None:
        """Make the buttons of ``moves``; with ``why``, a pass can be given a reason too."""
        super().__init__(parent)
        self._owner = parent
        self._keys = keys
        self._why = why
        self._menu: QMenu | None = None
        self._props: ConsoleProps | None = None
        self._words: Words | None = None
        self._buttons: dict[Move, KeyButton] = {move: self._make(move, px, call_px) for move in moves}
        self.pass_why = KeyButton("pass-why", px=px)
        self.pass_why.setFixedWidth(scaled(38))
        self.pass_why.clicked.connect(self._ask_pass_reason)

    def __getitem__(self, move: Move) -> KeyButton:
        return self._buttons[move]

    def trigger(self, move: Move) -> None:
        """Do what a press of the button does, if it can be pressed now."""
        if self._props is None or move not in self._props.moves:
            return
        if move is Move.PAUSE:
            self._ask_pause_reason()
        else:
            self.pressed.emit(move, None)

    def show_props(self, props: ConsoleProps, words: Words) -> None:
        """Enable what is legal and name everything."""
        self._props, self._words = props, words
        for move, button in self._buttons.items():
            name = words.pass_in(props) if move is Move.PASS else words.move(move, props.status)
            # While it cannot be pressed yet, how long that is needs the room of the key.
            key = "" if move is Move.PASS and props.pass_in_s else self._keys.text(move)
            button.set_words(name, key)
            button.setEnabled(move in props.moves)
            self._say_why(move, button, props, words)
            if move in _CHOSEN:
                button.setVisible(is_shown(move, props.acts))
        self._show_pass_why(props, words)
        opens = props.status is not WindowStatus.OPEN or Move.OPEN in props.moves
        self[Move.OPEN].setVisible(opens)
        self[Move.PAUSE].setVisible(not opens and is_shown(Move.PAUSE, props.acts))

    @staticmethod
    def _say_why(move: Move, button: KeyButton, props: ConsoleProps, words: Words) -> None:
        """What cannot be pressed says why where the pointer rests on it, and to a screen reader."""
        why, visitor = why_not(move, props), props.visitor
        params = {"number": visitor.number if visitor else "", "seconds": props.pass_in_s}
        said = (
            words.cannot(move, why, params) if why is not None else f"{button.text()}  {button.key}".rstrip()
        )
        if button.toolTip() != said:
            button.setToolTip(said)
            button.setAccessibleDescription(said if why is not None else button.key)

    def _show_pass_why(self, props: ConsoleProps, words: Words) -> None:
        self.pass_why.setText("▾")
        self.pass_why.setAccessibleName(words(PASS_WHY))
        self.pass_why.setToolTip(words(PASS_WHY))
        self.pass_why.setEnabled(Move.PASS in props.moves)
        there = self._why and is_shown(Move.PASS, props.acts)
        self.pass_why.setVisible(there and bool(props.pass_reasons))

    def _make(self, move: Move, px: int, call_px: int) -> KeyButton:
        calls = move is Move.CALL_NEXT
        look = _LOOKS.get(move, Look.PLAIN)
        button = KeyButton(move.value, look=look, px=call_px if look is Look.PRIMARY else px, guarded=calls)
        button.clicked.connect(lambda: self.trigger(move))
        return button

    def _ask_pause_reason(self) -> None:
        reasons = self._props.pause_reasons if self._props else ()
        if len(reasons) > 1:
            button = self[Move.PAUSE]
            self._ask(Move.PAUSE, button if button.isVisible() else self._owner, reasons)
        else:
            self.pressed.emit(Move.PAUSE, reasons[0].id if reasons else None)

    def _ask_pass_reason(self) -> None:
        if self._props is None or self._words is None or Move.PASS not in self._props.moves:
            return
        self._ask(
            Move.PASS, self.pass_why, (*self._props.pass_reasons, ReasonProps("", self._words(NO_REASON)))
        )

    def _ask(self, move: Move, beside: QWidget, reasons: tuple[ReasonProps, ...]) -> None:
        names = "".join(reason.name for reason in reasons)
        menu = styled_menu(self._owner, f"{move.value}-reasons", names)
        for place, reason in enumerate(reasons, start=1):
            name = reason.name.replace("&", "&&")
            action = menu.addAction(f"&{place}  {name}" if place < 10 else name)
            action.triggered.connect(self._chooser(move, reason.id or None))
        menu.setActiveAction(menu.actions()[0])
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(beside.mapToGlobal(QPoint(0, beside.height())))

    def _chooser(self, move: Move, reason: str | None) -> Callable[[], None]:
        return lambda: self.pressed.emit(move, reason)


def styled_menu(owner: QWidget, name: str, texts: str) -> QMenu:
    """Return a menu in the program's colours that can write ``texts``."""
    menu = QMenu(owner)
    menu.setObjectName(name)
    menu.setFont(font_for(texts, scaled(18)))
    menu.setStyleSheet(_MENU_STYLE.format(**COLOURS))
    return menu
