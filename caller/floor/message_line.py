"""What is said to this window, by people or by the console: one calm line, until read or ten minutes old."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from caller.floor.words import READ, SAYS
from caller.widgets.button import KeyButton, Look
from caller.widgets.label import Label
from caller.widgets.text import is_tibetan
from caller.words import Words
from core.client.port import Link
from core.domain.event import Event, EventKind
from core.domain.hall import Hall

KEPT_FOR = timedelta(minutes=10)
KEPT_MOST = 20
"""So many messages wait to be read; then the oldest goes."""
LOOK_EVERY_MS = 15_000
_LINES, _LINES_OWN, _LINES_UPRIGHT = 2, 3, 6
_USUAL = "字"
"""Most messages are as high as that."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message.

    Attributes:
        says: Says it in the clerk's language, of what the console itself has to tell.
        about: What that is about: a later message about the same takes its place.
    """

    text: str
    at: datetime
    says: Callable[[Words], str] | None = None
    about: str = ""


def said_to(event: Event, window: int) -> Said | None:
    """Return the message that an event is for the clerk of ``window``, ``None`` if it is none."""
    if event.kind is not EventKind.WINDOW_MESSAGE or event.window not in (None, window):
        return None
    return Said(str(event.data.get("text", "")), event.at)


class MessageLine(QWidget):
    """Hidden while there is nothing to read; the oldest message first, "read" goes on to the next.

    It takes no keyboard focus by itself and covers nothing. Use::

        line = MessageLine(console.core_clock.now)
        line.follow(link, window)      # once, for a signed-in clerk
        line.show_words(words)         # in show_props

    Signals:
        stood: It has come, gone or changed.
    """

    stood = Signal()

    def __init__(self, now: Callable[[], datetime]) -> None:
        """Make it; ``now`` is the core's clock."""
        super().__init__()
        self.setObjectName("message-line")
        self._now = now
        self._window = 0
        self._link: Link | None = None
        self._words: Words | None = None
        self._said: deque[Said] = deque(maxlen=KEPT_MOST)
        self._text = Label("message", px=16, bold=True, lines=2)
        self._text.set_colours("onPrimarySoft", "primary")
        self._text.keep_room_for(_USUAL)
        self._read = KeyButton("message-read", look=Look.PLAIN, px=15)
        self._read.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._read.clicked.connect(self.read)
        self._kept = False
        self._seen_from = datetime.min.replace(tzinfo=UTC)
        self._look = QTimer(self, interval=LOOK_EVERY_MS)
        self._look.timeout.connect(self._show)
        self._upright = False
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(5)
        row.addWidget(self._text, 1)
        row.addWidget(self._read)
        self.hide()

    def stand(self, *, upright: bool, keeps_room: bool = False) -> None:
        """Have the button beneath the text, where there is little width; else beside it.

        Args:
            upright: Whether there is little width.
            keeps_room: Its room is there while it is not: nothing moves when it comes.
        """
        self._upright = upright
        self._text.lines = self._lines("", own=False)
        kept = self.sizePolicy()
        kept.setRetainSizeWhenHidden(keeps_room)
        self.setSizePolicy(kept)
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.TopToBottom if upright else ways.LeftToRight)
        policy = QSizePolicy.Policy
        self._read.setSizePolicy(policy.Preferred if upright else policy.Fixed, policy.Fixed)
        self._show()

    def follow(self, link: Link, window: int) -> None:
        """Show what is said to ``window`` from now on; what was missed on a lost line comes too."""
        self._link, self._window = link, window
        link.happened.connect(self._happened)

    def tell(self, about: str, says: Callable[[Words], str]) -> None:
        """Say what the console has to tell; nothing where ``says`` returns nothing: that is over."""
        kept = [each for each in self._said if not each.about or each.about != about]
        # A hand is needed now: it stands before what may be read later.
        self._said = deque([Said("", self._now(), says, about), *kept], maxlen=KEPT_MOST)
        self._show()

    def keep(self, kept: bool) -> None:
        """Let nothing grow old while nobody can see the screen; it is counted from then on."""
        self._kept = kept
        if not kept:
            self._seen_from = self._now()
        self._show()

    def show_words(self, words: Words, key: str = "") -> None:
        """Speak another language; ``key`` says "read" too."""
        self._words = words
        self._read.set_words(words(READ), key)
        self._show()

    def read(self) -> None:
        """The clerk has read it; the next one is shown."""
        if self._said:
            self._said.popleft()
        self._show()

    def _happened(self, event: Event) -> None:
        said = said_to(event, self._window)
        if said is not None:
            self._said.append(said)
            self._show()

    def _show(self) -> None:
        now = self._now()
        while self._said and (self._is_old(self._said[0], now) or self._is_over(self._said[0])):
            self._said.popleft()
        if not self._said or self._words is None:
            self._look.stop()
            self.hide()
            self.stood.emit()
            return
        hall: Hall | None = self._link.hall if self._link else None
        said = self._said[0]
        at = said.at.astimezone(hall.zone_info if hall else None).strftime("%H:%M")
        text = said.says(self._words) if said.says else said.text
        self._text.lines = self._lines(text, own=said.says is not None)
        self._text.updateGeometry()
        self._text.set_text(text if said.says else self._words(SAYS, at=at, text=text))
        self._text.setToolTip(text)
        self._look.start()
        # Without a panel to stand in it would be a window of its own.
        self.setVisible(self.parentWidget() is not None)
        self.stood.emit()

    def _lines(self, text: str, *, own: bool) -> int:
        """Return how many lines a text gets: what to do about a printer is longer than what people say."""
        if self._upright:
            return _LINES_UPRIGHT
        return _LINES_OWN + is_tibetan(text) if own else _LINES

    def _is_old(self, said: Said, now: datetime) -> bool:
        return not self._kept and now - max(said.at, self._seen_from) >= KEPT_FOR

    def _is_over(self, said: Said) -> bool:
        return said.says is not None and self._words is not None and not said.says(self._words)
