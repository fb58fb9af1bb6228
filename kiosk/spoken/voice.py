"""The voice of one kiosk as its screen sees it: whether it can speak now, and how loud."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from core.domain.hall import Hall
from core.qt.crossing import Crossing
from hardware.voice.phrase import Sentence
from hardware.worker import Health
from kiosk.session import Session
from kiosk.speech import Speak
from kiosk.spoken.ahead import counts_ahead, pages_ahead
from kiosk.spoken.script import Script, Spoken
from kiosk.spoken.volume import PACES, louder, pace_of, quicker, slower, softer, step_of
from kiosk.state import Inputs

if TYPE_CHECKING:
    # Not loaded by a kiosk that does not speak.
    from kiosk.spoken.mouth import Mouth

Write = Callable[[Inputs, Spoken], Script]
"""Writes what is said, from what is known and the languages that can be spoken."""


class KioskVoice(QObject):
    """Speaks through a mouth as the hall's rules say, and tells the session whether it can.

    Signals:
        health_changed(object): Its new :class:`hardware.worker.Health`.
    """

    health_changed = Signal(object)

    def __init__(
        self,
        session: Session,
        speak: Speak,
        mouth: Mouth | None,
        parent: QObject | None = None,
    ) -> None:
        """Begin to look whether it can speak.

        Args:
            speak: Says the words of the screen in any language.
            mouth: Started and closed by this; ``None``: nothing is ever said.
            parent: Owner.
        """
        super().__init__(parent)
        self._session = session
        self._speak = speak
        self._mouth = mouth
        self._percent: int | None = None
        self._set: tuple[int, int] | None = None
        self._times = PACES[-1]
        self._prepared: tuple[Hall, Collection[str]] | None = None
        self._pages: Iterator[list[Sentence]] = iter(())
        self._ahead: list[Sentence] = []
        self._writing = QTimer(self, interval=0)
        self._writing.timeout.connect(self._write_page)
        self._crossing = Crossing(self)
        session.changed.connect(self._look)
        if mouth is not None:
            mouth.changed = lambda health: self._crossing.call(self._changed, health)

    def start(self) -> None:
        """Look for a card and a synthesizer."""
        if self._mouth is not None:
            self._mouth.start()

    def close(self) -> None:
        """Be silent for good."""
        self._writing.stop()
        if self._mouth is not None:
            self._mouth.close()
        self._crossing.close()

    @property
    def name(self) -> str:
        """What people here call the loudspeaker, ``""`` where there is to be none."""
        return self._mouth.name if self._mouth is not None else ""

    @property
    def speaking(self) -> bool:
        """Whether something is said now."""
        return self._mouth is not None and self._mouth.speaking

    def say(self, write: Write, inputs: Inputs) -> None:
        """Say something now, instead of everything else; a sentence that cannot be said costs itself only."""
        if self._mouth is not None:
            self._mouth.say(write(inputs, self._mouth.languages), self._volume / 100, self._times)

    def add(self, write: Write, inputs: Inputs, instead: Collection[str]) -> None:
        """Say something after the rest, and nothing any more of what has these keys and was not begun."""
        if self._mouth is not None:
            self._mouth.add(write(inputs, self._mouth.languages), instead)

    def hush(self) -> None:
        """Be silent."""
        if self._mouth is not None:
            self._mouth.hush()

    def forget(self) -> None:
        """Be silent, and as loud as the hall or its staff want and as fast as the voice again."""
        self._percent, self._times = None, PACES[-1]
        if self._mouth is not None:
            self._mouth.hush()
            self._mouth.forget()

    def change_volume(self, *, up: bool) -> int:
        """Be a step louder, or softer, for this visitor, and return which step that is."""
        self._percent = (louder if up else softer)(self._volume)
        return step_of(self._percent)

    def change_pace(self, *, faster: bool) -> int:
        """Be a step faster, or slower, for this visitor, and return which step that is, 1 the slowest."""
        self._times = (quicker if faster else slower)(self._times)
        return pace_of(self._times)

    def set_volume(self, *, up: bool) -> None:
        """Be a step louder, or softer, for everybody, until the hall file changes or the program ends."""
        self._set = ((louder if up else softer)(self._volume), self._session.inputs.rules.volume)
        self._percent = None

    @property
    def percent(self) -> int:
        """How loud it is now, percent."""
        return self._volume

    @property
    def _volume(self) -> int:
        if self._percent is not None:
            return self._percent
        by_hall = self._session.inputs.rules.volume
        return self._set[0] if self._set is not None and self._set[1] == by_hall else by_hall

    def _changed(self, health: Health) -> None:
        self._look()
        self.health_changed.emit(health)

    def _look(self) -> None:
        mouth = self._mouth
        able = mouth is not None and mouth.able and self._session.inputs.rules.spoken
        self._session.update(speaks=able)
        if able:
            self._prepare()

    def _prepare(self) -> None:
        """Have made what this hall will hear, once nobody waits for anything."""
        inputs = self._session.inputs
        if self._mouth is None or inputs.hall is None or inputs.now is None:
            return
        now = (inputs.hall, self._mouth.languages)
        if self._prepared != now:
            self._prepared = now
            self._ahead = []
            self._pages = pages_ahead(inputs, self._speak, self._mouth.voices.synthesized)
            self._writing.start()

    def _write_page(self) -> None:
        """Write one page, between two frames of the screen; after the last one they are made."""
        page = next(self._pages, None)
        if page is not None:
            self._ahead += page
            return
        self._writing.stop()
        if self._mouth is not None and self._prepared is not None:
            hall, voices = self._prepared[0], self._mouth.voices
            voices.prepare(hall, chain(self._ahead, counts_ahead(hall, voices.synthesized)))
