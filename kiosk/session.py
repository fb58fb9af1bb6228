"""One visitor's turn at the kiosk: which page is open, what was touched, and when it is over."""

from __future__ import annotations

import logging
import math
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.booked import NO_BOOKING
from kiosk.state import (
    NO_FIGURES,
    NO_WISH,
    NOTHING_TOLD,
    USUAL_LOOK,
    Inputs,
    Open,
    Page,
    Printing,
    Refusal,
)
from kiosk.timings import Timings

log = logging.getLogger(__name__)

Handler = Callable[[str], None]
"""Does what a touch asks for; it gets what stands behind the colon of the key."""

STAYS_PUT = frozenset({Page.RESULT, Page.BOOKED, Page.PLACE, Page.NOTICE})
"""Pages whose time a touch does not lengthen: only who asks for more gets more."""

_STAYS = frozenset({"back", "earlier", "later", "firstSheet", "language", "large", "speak", "voice"})
FOR_STAFF = _STAYS | {"clock", "staff", "type"}
"""What can be touched at a kiosk that staff have shut: it stands on their own pages, or the pad has it."""


class Session(QObject):
    """Keeps the inputs of the screen, and leads every touch, key and scan to who handles it.

    The parts of the kiosk say with :meth:`on` which keys are theirs, and change the inputs by :meth:`update`
    and the pages by :meth:`open`. Time comes from ``clock`` (monotonic seconds); :meth:`tick` looks at it.

    Attributes:
        inputs: What is known now.
        touched_at: When somebody was here last, by ``clock``.

    Signals:
        changed: ``inputs`` is new.
        ticked: The clock was looked at.
        idled: Nobody touched a page for so long that it goes away now; ``ended`` follows.
        ended: The visitor's turn is over: who keeps anything of the visitor wipes it now.
    """

    changed = Signal()
    ticked = Signal()
    idled = Signal()
    ended = Signal()

    def __init__(
        self,
        *,
        timings: Timings | None = None,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.inputs = Inputs()
        self._timings = timings or Timings()
        self._clock = clock
        self._ends_at: float | None = None
        self._opened_at = -math.inf
        self._visits = 0
        self._asked: tuple[str, str] | None = None
        self.touched_at = clock()
        self._handlers: dict[str, Handler] = {
            "back": lambda _: self.back(),
            "home": lambda _: self.update(pages=self.inputs.start),
            "understood": lambda _: self.back(),
            "again": lambda _: self._ask_again(),
            "done": lambda _: self.done(),
            "earlier": lambda _: self._turn(-1),
            "later": lambda _: self._turn(1),
            "language": lambda language: self.update(language=language),
            "large": lambda _: self._look(large=not self.inputs.look.large),
            "speak": lambda _: self._look(spoken=not self.inputs.look.spoken),
            "matters": lambda _: self.open(Page.MATTERS),
            "departments": lambda _: self.open(Page.DEPARTMENTS),
        }
        self._ticker = QTimer(self)
        self._ticker.setInterval(int(self._timings.tick_s * 1000))
        self._ticker.timeout.connect(self.tick)
        self._ticker.start()

    def on(self, word: str, handler: Handler) -> None:
        """Let ``handler`` do what the keys ask for that begin with ``word`` (``"queue"`` of ``"queue:tax"``).

        Raises:
            ValueError: The word has a handler already.
        """
        if word in self._handlers:
            raise ValueError(f"two parts handle {word!r}")
        self._handlers[word] = handler

    # What the visitor does

    def act(self, key: str) -> None:
        """Do what a key asks for; while the core is asked nothing is done, nor right after a page opened."""
        if key == "stay":
            self._stay(self._timings.idle(self.inputs))
            return
        if self.inputs.at.page is Page.SAVER:
            self.done()  # who wakes it has not seen yet what there is to touch
            self.touched()
            return
        word, _, rest = key.partition(":")
        if not self.takes_touches:
            return
        if self.inputs.trouble.shut and word not in FOR_STAFF:
            return
        handler = self._handlers.get(word)
        if handler is None:
            log.error("nobody handles the key %r", key)
            return
        at = self.inputs.at
        handler(rest)
        self._note_asked(word, rest)
        if self.inputs.at != at:
            self._opened_at = self._clock()
        self.touched()

    @property
    def takes_touches(self) -> bool:
        """Whether a touch does anything now."""
        return not self.inputs.busy and self._clock() - self._opened_at >= self._timings.settle_s

    def touched(self) -> None:
        """Somebody is here: the page stays."""
        if not self.inputs.busy and self.inputs.at.page not in STAYS_PUT:
            self._stay(self._timings.stays_s(self.inputs))

    def handles(self, word: str) -> bool:
        """Return whether some part of the kiosk handles the keys of a word."""
        return word in self._handlers

    # What the parts of the kiosk do

    def open(self, page: Page, which: str = "", **heard: Any) -> None:
        """Open a page above the open one, and change some inputs with it."""
        above = Open(page, which)
        if self.inputs.at != above:
            heard["pages"] = (*self.inputs.pages, above)
        self._show(heard)

    def show(self, page: Page, which: str = "", **heard: Any) -> None:
        """Open a page from which none leads back, and change some inputs with it."""
        self._show({**heard, "pages": (Open(page, which),)})

    def lead(self, pages: tuple[Open, ...], **heard: Any) -> None:
        """Open the last of some pages, beneath it those that "back" leads to, and change some inputs."""
        self._show({**heard, "pages": pages})

    def rest(self) -> None:
        """Show that nobody is here, until somebody is."""
        self.update(pages=(Open(Page.SAVER),))

    def back(self) -> None:
        """Go back to the page before, in the same language."""
        self._show({"pages": self.inputs.pages[:-1] or self.inputs.start, "refusal": None})

    def refuse(self, refusal: Refusal) -> None:
        """Say why there is no number."""
        pages = tuple(each for each in self.inputs.pages if each.page is not Page.NOTICE)
        self._show({"pages": (*pages, Open(Page.NOTICE)), "refusal": refusal})

    def wait(self, **heard: Any) -> None:
        """Take no touch until the core has answered, that is until a page is opened or :meth:`go_on`."""
        self._ends_at = None
        self._forget_asked()
        self.update(busy=True, left_s=None, **heard)

    def while_here(self, then: Callable[[Any], None]) -> Callable[[Any], None]:
        """Return ``then`` for an answer to this visitor: once the turn is over it does nothing.

        What a core says late of one visitor is not shown to the next.
        """
        visit = self._visits
        return lambda answer: then(answer) if visit == self._visits else None

    def go_on(self) -> None:
        """Take touches again, on the same page."""
        self._show({})

    def done(self) -> None:
        """End this visitor's turn: all of it goes away and the hall's first language comes back."""
        self._ends_at = None
        self._asked = None
        self._visits += 1
        hall = self.inputs.hall
        self.update(
            language=hall.languages[0] if hall else self.inputs.language,
            pages=self.inputs.start,
            entries={},
            wish=NO_WISH,
            booking=NO_BOOKING,
            look=USUAL_LOOK,
            taken=None,
            printing=Printing.UNDER_WAY,
            card=None,
            refusal=None,
            place=None,
            asked=False,
            figures=NO_FIGURES,
            told=NOTHING_TOLD,
            left_s=None,
            busy=False,
        )
        self.ended.emit()

    def rearranged(self) -> None:
        """Pass over a touch right now: what can be touched has moved by itself."""
        self._opened_at = self._clock()

    def update(self, **heard: Any) -> None:
        """Change some inputs."""
        inputs = replace(self.inputs, **heard)
        if inputs != self.inputs:
            self.inputs = inputs
            self.changed.emit()

    # Time

    def stop(self) -> None:
        """Look at the clock no more."""
        self._ticker.stop()

    def tick(self) -> None:
        """Look at the clock."""
        self.ticked.emit()
        left = math.inf if self._ends_at is None else self._ends_at - self._clock()
        if left <= 0:
            if self.inputs.at.page not in STAYS_PUT:
                self.idled.emit()
            self.done()
            return
        said = left <= self._timings.warns_s(self.inputs) and not self._untouched
        self.update(left_s=math.ceil(left) if said else None)

    @property
    def _untouched(self) -> bool:
        """Whether the first page is open and nothing would be lost with it."""
        inputs = self.inputs
        chosen = inputs.card is not None or inputs.wish != NO_WISH or any(inputs.entries.values())
        return inputs.first and not chosen and not inputs.guide.here

    @property
    def idle(self) -> bool:
        """Whether nobody is here."""
        return self._ends_at is None and not self.inputs.busy

    def stay(self) -> None:
        """Give the open page its time anew."""
        self._stay(self._timings.stays_s(self.inputs))

    def hold(self) -> None:
        """Let the open page have all its time from now on: it is being read aloud."""
        if self._ends_at is not None:
            self._ends_at = max(self._ends_at, self._clock() + self._timings.stays_s(self.inputs))

    def _stay(self, seconds: float) -> None:
        self.touched_at = self._clock()
        self._ends_at = self.touched_at + seconds
        self.tick()

    def _show(self, heard: dict[str, Any]) -> None:
        self.update(**{**heard, "busy": False})
        self.stay()

    def _note_asked(self, word: str, rest: str) -> None:
        """Keep what led to a question, so that it can be asked again as it was."""
        if self.inputs.busy and word != "again":
            self._asked = (word, rest)
            self.update(asked=True)

    def _forget_asked(self) -> None:
        self._asked = None
        self.update(asked=False)

    def _ask_again(self) -> None:
        """Ask the core once more for what it did not do."""
        asked = self._asked
        self.back()
        if asked is not None:
            self._handlers[asked[0]](asked[1])
            self._note_asked(*asked)

    def _turn(self, sheets: int) -> None:
        *below, at = self.inputs.pages
        self.update(pages=(*below, replace(at, sheet=max(0, at.sheet + sheets))))

    def _look(self, **changed: bool) -> None:
        # What stands on which sheet is another thing in another size.
        *below, at = self.inputs.pages
        self.update(look=replace(self.inputs.look, **changed), pages=(*below, replace(at, sheet=0)))
