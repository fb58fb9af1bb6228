"""A keypad as a console: its keys press the console's moves, its display shows what the console shows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from caller.derive import ConsoleProps, Note, NoteKind, ReasonProps
from caller.moves import Move
from caller.view_model import Console
from core.domain.ticket import LegState
from core.domain.window import WindowStatus
from hardware.keypad.actions import Act, Action
from hardware.keypad.at_windows import Face

MARK_MS = 2000
"""So long a mark stands instead of the number."""
TYPED_MOST = 2
"""Digits of the place of a reason in the hall's list."""

NO, NONE, UNKNOWN, NO_LINE = "NO", "NONE", "????", "----"
"""Marks; docs/keypads.md says what they tell."""

MOVES = {
    Action.CALL_NEXT: Move.CALL_NEXT,
    Action.RECALL: Move.RECALL,
    Action.START: Move.START,
    Action.FINISH: Move.FINISH,
    Action.PASS: Move.PASS,
    Action.PUT_BACK: Move.PUT_BACK,
    Action.OPEN: Move.OPEN,
    Action.PAUSE: Move.PAUSE,
    Action.CLOSE: Move.CLOSE,
    Action.UNDO: Move.UNDO,
    Action.ASK_RATING: Move.ASK_RATING,
}
"""What keys can do at a console; the other actions need a choice (a ticket, a queue) that no keypad has."""

_MARKS = {NoteKind.NOBODY_WAITS: NONE, NoteKind.NOT_KNOWN: UNKNOWN}
_MARKS |= dict.fromkeys((NoteKind.REFUSED, NoteKind.NOT_DONE), NO)
_STATES = {LegState.CALLED: "calling", LegState.SERVING: "serving"}
STATUSES = {WindowStatus.OPEN: "free", WindowStatus.PAUSED: "paused", WindowStatus.CLOSED: "closed"}


class PadConsole(QObject):
    """The keys and the display of a console's keypad.

    Signals:
        refused: Something was pressed that is not done.
    """

    refused = Signal()

    def __init__(
        self,
        console: Console,
        show: Callable[[Face], None],
        *,
        mark_ms: int = MARK_MS,
        parent: QObject | None = None,
    ) -> None:
        """Take the keys of ``console`` over; ``show`` is told what the pad is to show."""
        super().__init__(parent)
        self._console = console
        self._show = show
        self._typed = ""
        self._mark = ""
        self._note = console.props.note
        self._over = QTimer(self, singleShot=True, interval=mark_ms)
        self._over.timeout.connect(self._mark_over)
        console.changed.connect(self._changed)
        self._tell()

    def close(self) -> None:
        """Hear and show no more."""
        self._over.stop()
        self._console.changed.disconnect(self._changed)

    def press(self, act: Act) -> None:
        """Do what a key is for if the console's own button could be pressed now; else say that it is not."""
        if act.action is Action.DIGIT:
            self._type(f"{self._typed}{act.number}"[-TYPED_MOST:])
        elif act.action is Action.CLEAR:
            self._type("")
        else:
            self._move(MOVES.get(act.action))

    def _type(self, typed: str) -> None:
        self._typed = typed
        self._over.stop()
        self._mark = typed
        if typed:
            self._over.start()
        self._tell()

    def _move(self, move: Move | None) -> None:
        typed, self._typed = self._typed, ""
        props = self._console.props
        if move is None:
            self.refuse()
        elif props.busy is not None or (move is Move.CALL_NEXT and props.resting):
            return  # A second press of what is being done.
        elif move not in props.moves | props.by_key:
            self.refuse()
        else:
            reason = _choice(move, props, typed)
            if typed and reason is None and move in (Move.PAUSE, Move.PASS):
                self.refuse()  # There is no such reason.
            else:
                self._press(move, reason)

    def _press(self, move: Move, reason: str | None) -> None:
        self._over.stop()
        self._mark = ""
        self._console.press(move, reason)
        self._tell()

    def refuse(self, mark: str = NO) -> None:
        """Show for a moment that nothing was done, and why."""
        self._mark = mark
        self._over.start()
        self.refused.emit()
        self._tell()

    def _changed(self) -> None:
        note, before = self._console.props.note, self._note
        self._note = note
        if note is not None and note != before and (mark := _mark_of(note)):
            self.refuse(mark)
        else:
            self._tell()

    def _mark_over(self) -> None:
        self._mark = self._typed = ""
        self._tell()

    def _tell(self) -> None:
        self._show(face_of(self._console.props, self._mark, refused=self._mark not in ("", self._typed)))


def face_of(props: ConsoleProps, mark: str, *, refused: bool) -> Face:
    """Return what a pad shows of a console."""
    if props.offline_since is not None or not props.known:
        return Face(mark=mark or NO_LINE, trouble=True)
    visitor = props.visitor
    return Face(
        state=_STATES[visitor.state] if visitor else STATUSES[props.status],
        number=visitor.number if visitor else "",
        waiting=props.total,
        mark=mark,
        trouble=refused or props.degraded or props.busy is not None,
    )


def _mark_of(note: Note) -> str:
    return _MARKS.get(note.kind, "")


def _choice(move: Move, props: ConsoleProps, typed: str) -> str | None:
    """Return the reason whose place in the hall's list was typed; a pause without one has the first."""
    reasons: tuple[ReasonProps, ...] = ()
    if move is Move.PAUSE:
        reasons, typed = props.pause_reasons, typed or "1"
    elif move is Move.PASS:
        reasons = props.pass_reasons
    place = int(typed or 0)
    return reasons[place - 1].id if 1 <= place <= len(reasons) else None
