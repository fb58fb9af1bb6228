"""What the master knows of one pad, and what it says to it next. No line, no thread, no clock."""

from __future__ import annotations

from collections.abc import Callable

from hardware.keypad.messages import (
    Answer,
    Greet,
    Greeted,
    Key,
    NotGreeted,
    Nothing,
    Poll,
    Question,
    Refused,
    Show,
    Showing,
    Shown,
)

MISSES = 3
"""Questions in a row without an answer after which a pad counts as silent."""


class Pad:
    """The master's side of one session: each key comes out once, whatever is lost on the way.

    Attributes:
        address: On the bus.
        about: What it says of itself.
        wanted: What it is to show; set it at any time.
        silent: Whether it has not answered of late; one that was never heard is so at its first miss.
        refused: The reason of its last refusal, ``None`` since it last agreed.
    """

    def __init__(self, address: int, token: Callable[[], int]) -> None:
        self.address = address
        self.about = ""
        self.wanted = Shown()
        self.silent = False
        self.refused: int | None = None
        self._new_token = token
        self._token: int | None = None
        self._greeted = False
        self._taken = 0
        self._showing: Shown | None = None
        self._asked: Show | None = None
        self._number = 0
        self._misses = MISSES - 1

    def next_question(self) -> Question:
        """Return what to ask it now: to greet first, then to show what it must, then what is new."""
        if not self._greeted:
            if self._token is None:
                self._token = self._new_token()
            return Greet(self._token)
        wanted = self.wanted
        if wanted != self._showing:
            self._number = (self._number + 1) % 256
            self._asked = Show(self._number, wanted)
            return self._asked
        return Poll(self._taken)

    def heard(self, answer: Answer) -> int | None:
        """Take its answer; return the key that was pressed, once each."""
        self._misses = 0
        self.silent = False
        match answer:
            case Greeted(token, about) if token == self._token and not self._greeted:
                self.refused = None
                self._greeted, self._taken, self.about = True, 0, about
            case NotGreeted():
                self._forget()
            case Key(number, key):
                return self._key(number, key)
            case Showing(number) if self._asked is not None and number == self._asked.number:
                self._showing, self.refused = self._asked.shown, None
            case Refused(reason):
                # Not again and again: what it cannot show is as good as shown.
                self.refused = reason
                self._showing = self._asked.shown if self._asked is not None else None
            case Greeted() | Showing() | Nothing():
                pass
        return None

    def missed(self) -> None:
        """Take that it did not answer; after some misses it is silent, and is shown everything anew."""
        self._misses += 1
        if self._misses >= MISSES:
            self.silent = True
            self._showing = None

    def _key(self, number: int, key: int) -> int | None:
        if not self._greeted or number == self._taken:
            return None
        if number != self._taken % 255 + 1:
            # Out of step, which no lost line explains: begin anew rather than guess.
            self._forget()
            return None
        self._taken = number
        return key

    def _forget(self) -> None:
        self._greeted, self._token, self._showing, self._asked = False, None, None, None
