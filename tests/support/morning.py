"""Clerks who work a morning at consoles without widgets, each press noted with what the clerk was told."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, QTimer

from caller.derive import NoteKind
from caller.moves import Move
from caller.presses import SETTLE
from caller.view_model import Console
from core.client.http import CoreHttp
from core.client.link import CoreLink
from core.client.reply import Answer, Reply, Unreachable
from core.domain.hall import Hall

WEIGHTS: Mapping[Move, int] = {
    Move.CALL_NEXT: 8,
    Move.RECALL: 2,
    Move.START: 6,
    Move.FINISH: 4,
    Move.PASS: 2,
    Move.PUT_BACK: 1,
    Move.PAUSE: 1,
    Move.OPEN: 9,
}
"""How often a clerk does what; a window is closed by who goes home, and nobody does."""
VISITORS_MS = 50
"""Somebody takes a number so often: 20 a second, a rush."""


KIOSKS = 6


class Said(StrEnum):
    """What a clerk was told of a press."""

    DONE = "done"
    NOT_DONE = "not done"
    NOTHING = "nothing"


@dataclass
class Press:
    """One press of a key.

    Attributes:
        key: The idempotency key of its first request.
        sent: How often the line was asked for it.
        answered: Whether its own answer came, or that of the question what became of it.
        unsure: Whether the clerk was told in between that it is not known.
    """

    window: int
    move: Move
    key: str = ""
    sent: int = 0
    answered: bool = False
    unsure: bool = False
    said: Said = Said.NOTHING


class NotedLink(CoreLink):
    """A line that notes under which key a press is sent, and whether it was answered.

    Attributes:
        press: The press that is made now, or was made last.
    """

    press: Press | None = None

    def post(
        self, path: str, body: Mapping[str, Any] | None, done: Callable[[Reply], None], key: str = ""
    ) -> None:
        """Post as any line does."""
        press = self.press
        assert press is not None
        if path != SETTLE:
            press.key = key
            press.sent += 1

        def heard(reply: Reply) -> None:
            done(reply)
            press.answered = not isinstance(reply, Unreachable)

        super().post(path, body, heard, key)


@dataclass
class Pace:
    """How a clerk works.

    Attributes:
        presses: So many each clerk makes.
        gap_ms: Between two of them, at least and at most.
    """

    presses: int
    gap_ms: tuple[int, int]


class Clerk(QObject):
    """Sits at a console and presses what can be pressed, by the dice.

    Attributes:
        presses: Every press so far.
        done: Set when the clerk has made all of them and knows what became of the last.
    """

    def __init__(self, url: str, token: str, window: int, clerk: str, seed: str, pace: Pace) -> None:
        super().__init__()
        self.link = NotedLink(url, token, self)
        self.console = Console(self.link, window, clerk=clerk, call_gap_ms=0, parent=self)
        self.window = window
        self.presses: list[Press] = []
        self._dice = random.Random(f"{seed} {window} {url}")
        self._pace = pace
        self._next = QTimer(self, singleShot=True)
        self._next.timeout.connect(self._work)
        self.console.changed.connect(self._read)
        self.console.start()

    def begin(self) -> None:
        """Begin to press keys."""
        self._next.start(self._dice.randint(0, self._pace.gap_ms[1]))

    @property
    def done(self) -> bool:
        """Whether the clerk has made every press and knows what became of it."""
        return len(self.presses) >= self._pace.presses and self._is_told

    @property
    def _is_told(self) -> bool:
        # A clerk at two machines is told of both: none of them is pressed again before its answer.
        return not self.presses or (self.presses[-1].said is not Said.NOTHING and self.presses[-1].answered)

    def stop(self) -> None:
        """Go home."""
        self._next.stop()
        self.console.stop()

    def _work(self) -> None:
        self._next.start(self._dice.randint(*self._pace.gap_ms))
        if not self._is_told or len(self.presses) >= self._pace.presses:
            return
        props = self.console.props
        moves = sorted(props.moves & WEIGHTS.keys())
        if not moves:
            return
        (move,) = self._dice.choices(moves, [WEIGHTS[each] for each in moves])
        self.link.press = Press(self.window, move)
        self.presses.append(self.link.press)
        self.console.press(move, self._reason(move))

    def _reason(self, move: Move) -> str | None:
        props = self.console.props
        reasons = {Move.PAUSE: props.pause_reasons, Move.PASS: props.pass_reasons}.get(move, ())
        return self._dice.choice(reasons).id if reasons else None

    def _read(self) -> None:
        """Read what the console says of the last press."""
        if not self.presses:
            return
        press, props = self.presses[-1], self.console.props
        kind = props.note.kind if props.note else None
        if kind is NoteKind.NOT_KNOWN:
            press.unsure = True
        elif kind in (NoteKind.REFUSED, NoteKind.NOT_DONE):
            press.said = Said.NOT_DONE
        elif props.busy is None and press.said is Said.NOTHING:
            press.said = Said.DONE


@dataclass
class Visitors:
    """Take numbers at a kiosk as fast as people come in a rush; the kiosk repeats what had no answer."""

    url: str
    token: str
    hall: Hall
    seed: str
    taken: int = 0
    _under_way: int = 0
    _timer: QTimer = field(default_factory=QTimer)

    def start(self) -> None:
        """Let them come."""
        self._http = CoreHttp(self.url, self.token)
        self._dice = random.Random(f"{self.seed} visitors")
        self._queues = [queue.id for queue in self.hall.queues]
        self._timer.timeout.connect(self._come)
        self._timer.start(VISITORS_MS)

    def stop(self) -> None:
        """Nobody comes any more."""
        self._timer.stop()

    @property
    def are_served(self) -> bool:
        """Whether nobody stands at the kiosk."""
        return self._under_way == 0

    def _come(self) -> None:
        # A kiosk in trouble takes nobody: they stand before it.
        if self._under_way < KIOSKS:
            self._under_way += 1
            self._http.post("/api/tickets", {"queue": self._dice.choice(self._queues)}, self._took)

    def _took(self, reply: Reply) -> None:
        self._under_way -= 1
        self.taken += isinstance(reply, Answer)
