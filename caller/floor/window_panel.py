"""What is done with one window of the hall, and what is said to it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from caller.floor.acts import (
    close_window,
    helping,
    open_window,
    pause_window,
    relieve,
    say,
    serve,
    serving_first,
    without,
)
from caller.floor.fields import Choice, Field
from caller.floor.state import WindowRow
from caller.floor.view_model import Ended, FloorModel
from caller.floor.words import (
    CHOOSE_WINDOW,
    HELP_AFTER,
    MESSAGE,
    QUEUE,
    REASON,
    SAY_ALL,
    SAY_HERE,
    SEND_CLERK,
    SERVE_FIRST,
    SERVE_NO_MORE,
    SIGN_OUT_CLERK,
    TAKE_OVER,
)
from caller.moves import Move
from caller.widgets.button import KeyButton, Look
from caller.widgets.label import Label
from caller.words import MOVES, WINDOW, WINDOW_NUMBER, Words
from core.domain.hall import Tiers
from core.domain.text import pick
from core.domain.window import WindowStatus

HELP_OVER_MIN = 20
"""A window helps a queue once its first one has waited so long, unless the hall file says otherwise."""
TEXT_MOST = 120
"""As the core takes it."""


class WindowPanel(QFrame):
    """Buttons for the chosen window; a guide has the message only.

    Signals:
        take_over(int): The supervisor wants to work at that window.
    """

    take_over = Signal(int)

    def __init__(self, model: FloorModel) -> None:
        super().__init__()
        self.setObjectName("window-panel")
        self._model = model
        self._window: int | None = None
        self._words: Words | None = None
        self.title = Label("window-title", px=18, bold=True, colour="primary")
        self.serves = Label("window-serves", px=15, colour="inkSoft", lines=2)
        self.buttons = {name: KeyButton(name, px=16) for name in _NAMES}
        self.buttons["window-open"].set_look(Look.PRIMARY)
        self.reason = Choice("pause-reason")
        self.queue = Choice("serve-queue")
        self.other = Choice("other-window")
        self.text = Field("message-text", most=TEXT_MOST)
        self._directing = QWidget()
        self._connect()
        self._lay_out()

    def show_window(self, window: int | None) -> None:
        """Show another window."""
        self._window = window
        if self._words is not None:
            self.show_props(self._words)

    def show_props(self, words: Words) -> None:
        """Show what can be done now."""
        self._words = words
        props, row = self._model.props, self._row()
        self._directing.setVisible(props.directs)
        self.title.set_text(words(WINDOW, window=row.window) if row else words(CHOOSE_WINDOW))
        self.serves.set_text(row.serves if row else "")
        self.serves.setToolTip(self.serves.text())
        self._offer(words)
        self.text.set_words(words(MESSAGE))
        for name, source in _NAMES.items():
            self.buttons[name].set_words(words(source, minutes=HELP_OVER_MIN))
        self._enable(row)

    def _row(self) -> WindowRow | None:
        return next((row for row in self._model.props.windows if row.window == self._window), None)

    def _offer(self, words: Words) -> None:
        hall, language = self._model.hall, self._model.language
        if hall is None:
            return
        reasons = [(each.id, pick(each.name, language)) for each in hall.reasons if each.act == "pause"]
        self.reason.offer(reasons, words(REASON))
        queues = [(each.id, f"{each.prefix} · {pick(each.name, language)}") for each in hall.queues]
        self.queue.offer(queues, words(QUEUE))
        windows = [(str(each.number), words(WINDOW, window=each.number)) for each in hall.windows]
        self.other.offer(windows, words(WINDOW_NUMBER))

    def _enable(self, row: WindowRow | None) -> None:
        ready = self._model.props.may_act and not self._model.busy
        status = row.status if row else None
        can = {
            "window-open": status in (WindowStatus.CLOSED, WindowStatus.PAUSED),
            "window-pause": status is WindowStatus.OPEN and bool(self.reason.choice),
            "window-close": status in (WindowStatus.OPEN, WindowStatus.PAUSED) and not (row and row.number),
            "sign-clerk-out": row is not None,
            "send-clerk": row is not None and bool(row.clerk) and self.other.choice != str(row.window),
            "say-all": bool(self.text.text().strip()),
            "say-here": row is not None and bool(self.text.text().strip()),
        }
        for name, button in self.buttons.items():
            button.setEnabled(ready and can.get(name, row is not None))

    def _connect(self) -> None:
        does: dict[str, Callable[[int], None]] = {
            "window-open": lambda window: self._model.do(open_window(window)),
            "window-pause": lambda window: self._model.do(pause_window(window, self.reason.choice)),
            "window-close": lambda window: self._model.do(close_window(window)),
            "take-over": self.take_over.emit,
            "sign-clerk-out": lambda window: self._model.do(relieve(window)),
            "send-clerk": lambda window: self._model.do(relieve(window, int(self.other.choice))),
            "serve-first": lambda window: self._serve(window, serving_first),
            "serve-help": lambda window: self._serve(window, _helping),
            "serve-no-more": lambda window: self._serve(window, without),
            "say-here": lambda window: self._model.do(say(self.text.text(), window)),
        }
        for name, act in does.items():
            self.buttons[name].clicked.connect(self._doer(act))
        self.buttons["say-all"].clicked.connect(lambda: self._model.do(say(self.text.text())))
        self.text.textChanged.connect(lambda: self._enable(self._row()))
        self.other.currentIndexChanged.connect(lambda: self._enable(self._row()))
        self._model.ended.connect(self._ended)

    def _doer(self, act: Callable[[int], None]) -> Callable[[], None]:
        def do() -> None:
            if self._window is not None:
                act(self._window)

        return do

    def _serve(self, window: int, change: Callable[[Tiers, str], Tiers]) -> None:
        """Change what the window serves; one that would serve nothing stays as it is: the core says why."""
        hall = self._model.hall
        if hall is not None and self.queue.choice:
            tiers = change(hall.window(window).tiers, self.queue.choice)
            self._model.do(serve(window, tiers or hall.window(window).tiers))

    def _ended(self, ended: Ended) -> None:
        if ended.act.name == "say" and ended.note is None:
            self.text.clear()

    def _lay_out(self) -> None:
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 4, 0, 0)
        rows.setSpacing(5)
        rows.addWidget(self.title)
        rows.addWidget(self.serves)
        directing = QVBoxLayout(self._directing)
        directing.setContentsMargins(0, 0, 0, 0)
        directing.setSpacing(5)
        directing.addLayout(self._line("window-open", "window-close", "take-over"))
        directing.addLayout(self._line(self.reason, "window-pause"))
        directing.addLayout(self._line("sign-clerk-out", self.other, "send-clerk"))
        directing.addWidget(self.queue)
        directing.addLayout(self._line("serve-first", "serve-help", "serve-no-more"))
        rows.addWidget(self._directing)
        rows.addWidget(self.text)
        rows.addLayout(self._line("say-here", "say-all"))

    def _line(self, *parts: str | QWidget) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(5)
        for part in parts:
            line.addWidget(self.buttons[part] if isinstance(part, str) else part, 1)
        return line


def _helping(tiers: Tiers, queue: str) -> Tiers:
    return helping(tiers, queue, HELP_OVER_MIN)


_NAMES = {
    "window-open": MOVES[Move.OPEN],
    "window-pause": MOVES[Move.PAUSE],
    "window-close": MOVES[Move.CLOSE],
    "take-over": TAKE_OVER,
    "sign-clerk-out": SIGN_OUT_CLERK,
    "send-clerk": SEND_CLERK,
    "serve-first": SERVE_FIRST,
    "serve-help": HELP_AFTER,
    "serve-no-more": SERVE_NO_MORE,
    "say-here": SAY_HERE,
    "say-all": SAY_ALL,
}
