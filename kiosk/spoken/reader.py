"""Reads the pages aloud to who asked for it: the open one from its start, and what changes on it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer

from hardware.voice.phrase import NOTHING, Values
from kiosk.session import Session
from kiosk.speech import Speak
from kiosk.spoken import answers, numbers, script
from kiosk.spoken.keypad import Pad, is_full, types
from kiosk.spoken.script import Script
from kiosk.spoken.voice import KioskVoice
from kiosk.state import Inputs, Open, Page, Place, Printing, Refusal
from kiosk.view import Entry, Line, View

MOMENT_MS = 1500
"""So long the core may take before it is said that it does."""


@dataclass(frozen=True, slots=True)
class Spot:
    """What makes an open page another one to read.

    Attributes:
        page: The view's; it may be out of service while another page is open.
        depth: How many pages are beneath it.
        number: Of the ticket, where one was taken.
        named: What the visitor says to the question for the name.
    """

    page: str = ""
    at: Open | None = None
    depth: int = 0
    language: str = ""
    refusal: Refusal | None = None
    place: Place | None = None
    number: str = ""
    named: bool = False

    def same_page(self, other: Spot) -> bool:
        """Return whether it is the same page, be it in another language or on another sheet."""
        which = (self.at.page, self.at.which) if self.at else ()
        others = (other.at.page, other.at.which) if other.at else ()
        return (self.page, which, self.depth) == (other.page, others, other.depth)


def spot_of(inputs: Inputs, view: View) -> Spot:
    """Return where the visitor is."""
    number = inputs.taken.number if inputs.taken is not None else ""
    depth, named = len(inputs.pages), inputs.wish.named
    return Spot(view.page, inputs.at, depth, inputs.language, inputs.refusal, inputs.place, number, named)


class Reader(QObject):
    """Follows the open page with a voice.

    Nothing is said before a key of the pad, or the button with the loudspeaker, was pressed; then all pages
    of this visit are. A page that is being read does not go away.

    Attributes:
        pad: Where the pad is on the open page.
        spoke: How often something was begun to be said.
    """

    def __init__(
        self,
        session: Session,
        page: Callable[[], View],
        speak: Speak,
        voice: KioskVoice,
        parent: QObject | None = None,
    ) -> None:
        """Begin to follow.

        Args:
            page: Gives the open page; it has heard of each change before this has.
            speak: Says the words of the screen in any language.
            voice: What speaks.
            parent: Owner.
        """
        super().__init__(parent)
        self.pad = Pad()
        self.spoke = 0
        self._session = session
        self._page = page
        self._speak = speak
        self._voice = voice
        self._spot = Spot()
        self._spoken = self._warned = False
        self._entry: Entry | None = None
        self._lines: tuple[Line, ...] = ()
        self._printing = Printing.UNDER_WAY
        self._moment = QTimer(self, singleShot=True, interval=MOMENT_MS)
        self._moment.timeout.connect(lambda: self.prompt("moment"))
        session.changed.connect(self._look)
        session.ticked.connect(self._hold)
        session.ended.connect(self._forget)
        self._look()

    # What may be asked

    def read(self, *first: str) -> None:
        """Read the page from its start, after some prompts."""
        self._say(
            lambda inputs, spoken: (
                *script.prompt_script(inputs, spoken, *first),
                *script.page_script(inputs, self._speak, self.pad, spoken),
            )
        )

    def try_out(self) -> None:
        """Read the page though nobody may have asked for a voice: staff want to hear how loud it is."""
        self._voice.say(
            lambda inputs, spoken: script.page_script(inputs, self._speak, self.pad, spoken),
            self._session.inputs,
        )
        self.spoke += 1

    def read_group(self) -> None:
        """Read what can be chosen now; where typing ended, what was typed first."""
        view = self._page()
        ended = view.entry is not None and not types(view, self.pad) and not self.pad.group

        def write(inputs: Inputs, spoken: script.Spoken) -> Script:
            typed = script.entered_script(inputs, self._speak, spoken) if ended else ()
            return (*typed, *script.group_script(inputs, self._speak, self.pad, spoken))

        self._say(write)

    def prompt(self, *keys: str, values: Values = NOTHING) -> None:
        """Say prompts, instead of anything else."""
        self._say(lambda inputs, spoken: script.prompt_script(inputs, spoken, *keys, values=values))

    def hush(self) -> None:
        """Be silent."""
        self._voice.hush()

    # What happens

    def _look(self) -> None:
        inputs, view = self._session.inputs, self._page()
        before, self._spot = self._spot, spot_of(inputs, view)
        entry, self._entry = self._entry, view.entry
        lines, self._lines = self._lines, view.lines
        printing, self._printing = self._printing, inputs.printing
        spoken, self._spoken = self._spoken, inputs.look.spoken
        if not self._spot.same_page(before):
            self.pad = Pad()
        if not self._spoken:
            if spoken:
                self.hush()
            return
        if not spoken:
            self.read("welcome" if inputs.takes else "welcome_asks", "keys")
        elif self._spot != before:
            self.read(*(["language"] if self._spot.language != before.language else []))
        elif answered := answers.of(view, lines):
            self._say(lambda inputs, spoken: script.lines_script(inputs, self._speak, spoken, answered))
        elif entry is not None and view.entry is not None and entry.shown != view.entry.shown:
            self._echo(entry, view.entry)
        elif inputs.at.page is Page.RESULT and inputs.printing is not printing:
            self._voice.add(script.slip_script, inputs, instead=frozenset(numbers.SLIP.values()))
        self._wait_for_core(inputs)
        self._warn(inputs)

    def _echo(self, before: Entry, now: Entry) -> None:
        """Say what was typed, or that it was taken back; of a PIN only that something was."""
        sign = now.shown[-1:]
        values = NOTHING
        if len(now.shown) < len(before.shown):
            key = "deleted"
        elif now.keys == "pin" or not (sign.isascii() and sign.isalnum()):
            key = "typed_hidden"
        else:
            key, values = "typed", Values(sign)
        search, full = self._spot.page == Page.SEARCH, is_full(self._page())
        self._say(
            lambda inputs, spoken: (
                *script.prompt_script(inputs, spoken, key, values=values),
                *(script.found_script(inputs, self._speak, spoken) if search else ()),
                *(script.group_script(inputs, self._speak, self.pad, spoken) if full else ()),
            )
        )

    def _warn(self, inputs: Inputs) -> None:
        """Say once that the page goes away, and how it stays."""
        warned, self._warned = self._warned, inputs.left_s is not None
        if self._warned and not warned:
            self.prompt("going_back")

    def _wait_for_core(self, inputs: Inputs) -> None:
        if not inputs.busy:
            self._moment.stop()
        elif not self._moment.isActive():
            self._moment.start()

    def _hold(self) -> None:
        """Let the page stay while it is read; that it goes away is no reason for it to stay."""
        if self._spoken and self._session.inputs.left_s is None and self._voice.speaking:
            self._session.hold()

    def _forget(self) -> None:
        """The visitor is gone."""
        self.pad = Pad()
        self._voice.forget()

    def _say(self, write: Callable[[Inputs, script.Spoken], Script]) -> None:
        """Say something, where this visitor listens."""
        if self._spoken:
            self.spoke += 1
            self._voice.say(write, self._session.inputs)
