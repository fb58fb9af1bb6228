"""The pad at work: each key wakes the voice, or does what stands on the open page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from hardware.voice.phrase import Values
from kiosk.session import Session
from kiosk.spoken.keypad import FIRST_SHEET, STAY, Did, Pressed, press
from kiosk.spoken.reader import Reader
from kiosk.spoken.voice import KioskVoice
from kiosk.view import View


class PadKeys(QObject):
    """Handles the keys of the pad, and of the group of the voice. Without a voice they work all the same."""

    def __init__(
        self,
        session: Session,
        page: Callable[[], View],
        reader: Reader,
        voice: KioskVoice,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._page = page
        self._reader = reader
        self._voice = voice
        session.on("voice", self._change)
        session.on(FIRST_SHEET, lambda _: self._first_sheet())

    def press(self, key: str) -> None:
        """Do what a key says (:data:`core.qt.keypad_keys.NAMES`); the first one only wakes the voice."""
        inputs = self._session.inputs
        if inputs.speaks and not inputs.look.spoken:
            self._session.update(look=replace(inputs.look, spoken=True))
            self._session.touched()
            return
        pressed = press(self._page(), self._reader.pad, key, leaving=inputs.left_s is not None)
        if pressed.act == STAY or self._session.takes_touches:
            self._reader.hush()
            self._reader.pad = pressed.pad
            self._do(pressed)

    def _do(self, pressed: Pressed) -> None:
        if pressed.did is Did.ACTED:
            self._act(pressed.act)
            return
        self._session.touched()
        if pressed.did is Did.MOVED:
            self._reader.read_group()
        else:
            self._reader.prompt("no_choice")

    def _act(self, act: str) -> None:
        before, spoke = self._page().entry, self._reader.spoke
        self._session.act(act)
        if act == STAY:
            self._reader.prompt("more_time")
        elif act.startswith(("type:", "letter:")) and self._page().entry == before:
            self._reader.prompt("no_choice")
        elif self._reader.spoke == spoke and not self._session.inputs.busy:
            # It changed nothing that is said by itself: what stands there now is the answer.
            self._reader.read()

    def _change(self, what: str) -> None:
        match what:
            case "louder" | "softer":
                step = self._voice.change_volume(up=what == "louder")
                self._reader.prompt("volume", values=Values(counts={"key": step}))
            case "slower" | "faster":
                pace = self._voice.change_pace(faster=what == "faster")
                self._reader.prompt("pace", values=Values(counts={"key": pace}))
            case "language":
                self._next_language()
            case "help":
                self._reader.prompt("keys_help")
            case "repeat":
                self._reader.read()

    def _next_language(self) -> None:
        inputs = self._session.inputs
        languages = inputs.hall.languages if inputs.hall else ()
        if inputs.language in languages:
            place = (languages.index(inputs.language) + 1) % len(languages)
            self._session.update(language=languages[place])

    def _first_sheet(self) -> None:
        *below, at = self._session.inputs.pages
        self._session.update(pages=(*below, replace(at, sheet=0)))
