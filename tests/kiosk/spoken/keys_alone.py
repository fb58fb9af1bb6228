"""Somebody who sees nothing and has twelve keys: hears what a kiosk says, and presses only what was said."""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from hardware.voice.reading import APART
from hardware.worker import Health, State
from kiosk.app import KioskApp
from kiosk.spoken.keypad import strong_of
from kiosk.spoken.script import Script, Utterance
from kiosk.spoken.texts import sentence
from kiosk.state import Inputs, Page
from kiosk.view import View
from tests.kiosk.spoken.pages import labels, plain

_K = Qt.Key
_PAD = {
    **{str(digit): _K(_K.Key_0.value + digit) for digit in range(10)},
    "Enter": _K.Key_Enter,
    "Star": _K.Key_Asterisk,
    "Slash": _K.Key_Slash,
}
DIGITS = {f"按{word}，": str(digit) for digit, word in enumerate("一二三四五六七八九", start=1)}
GROUPS = 30
"""More than there are on any page."""


class NobodyMakes:
    """No sound is made: what is to be said is enough here (test_blind_visit.py listens to real voices)."""

    synthesized: Collection[str] = ()

    def prepare(self, *_: object) -> None:
        """Nothing is made ahead."""


class Ear:
    """Stands where a mouth does and hears every script at once, in words.

    Attributes:
        heard: What was said since :meth:`begin`.
        now: What is being said, which ended what was said before.
        volumes: How loud each script was.
    """

    name = "kiosk"
    languages = ("zh", "en")
    able = True
    speaking = False
    health = Health(State.READY)

    def __init__(self) -> None:
        self.voices = NobodyMakes()
        self.changed: Callable[[Health], None] = lambda _: None
        self.heard: list[Utterance] = []
        self.now: Script = ()
        self.volumes: list[float] = []

    def begin(self) -> None:
        """Forget what was heard."""
        self.heard = []

    def start(self) -> None:
        """There is no card to be looked for."""

    def close(self) -> None:
        """There is nothing to end."""

    def say(self, script: Script, volume: float, _times: float = 1.0) -> None:
        """Hear something."""
        self.heard += script
        self.now = script
        self.volumes.append(volume)

    def add(self, script: Script, _instead: Collection[str] = ()) -> None:
        """Hear something after the rest."""
        self.heard += script

    def hush(self) -> None:
        """Nothing more is said; what was heard was heard."""

    def forget(self) -> None:
        """Somebody else comes."""

    def text_of(self, key: str) -> str:
        """Return what was said last of something, ``""``: nothing was."""
        said = [each for each in self.heard if each.key == key]
        return " ".join(part.text for part in said[-1].ways[0].says).replace(APART, "") if said else ""

    @property
    def text(self) -> str:
        """All of it."""
        return " ".join(self.text_of(each.key) for each in self.heard)


class KeysAlone:
    """A visitor at a kiosk with a pad.

    Attributes:
        met: Every page that was open, read whole, and left by its keys.
    """

    def __init__(self, app: KioskApp, ear: Ear, bot: QtBot) -> None:
        self.app = app
        self.ear = ear
        self.met: set[Page] = set()
        self._walked: set[tuple[Page, tuple[str, ...]]] = set()
        self._bot = bot

    @property
    def inputs(self) -> Inputs:
        """What the kiosk knows."""
        return self.app._session.inputs

    @property
    def view(self) -> View:
        """What its screen shows."""
        return self.app._view_model.page

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait until something is so."""
        self._bot.waitUntil(condition, timeout=20_000)

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, each once the core has answered."""
        for key in keys:
            self.until(lambda: not self.inputs.busy)
            self.ear.begin()
            QTest.keyClick(self.app.view, _PAD[key], Qt.KeyboardModifier.KeypadModifier)

    def wakes(self) -> None:
        """Press any key: the voice says where one is."""
        self.press("5")
        assert self.inputs.look.spoken
        assert "自助取号机" in self.ear.text

    def at(self, page: Page, *words: str) -> None:
        """Wait for a page, hear all of it with all of its keys, and that it says some words."""
        self.until(lambda: self.view.page == page and not self.inputs.busy)
        self.until(lambda: all(each in self.ear.text for each in words))
        which = (page, tuple(each.key for each in self.view.buttons))
        if which in self._walked:
            return
        self._walked.add(which)
        unsaid = self._unsaid(self.ear.text)
        if unsaid:
            # It changed while it was read: a slip came out, or the core told how many wait.
            unsaid = self._unsaid("")
        assert not unsaid, f"{page} does not say {unsaid}"
        self.met.add(page)

    def _unsaid(self, heard: str) -> list[str]:
        """Return the texts of the open page that none of its groups says."""
        heard = plain(heard + self._every_group())
        shown = (each.main for each in labels(self.view) if each.main.lang in self.ear.languages)
        read = (sentence(each, self.inputs.language) for each in shown)
        return [each.text for each in read if each is not None and plain(each.text) not in heard]

    def at_one_of(self, *pages: Page) -> None:
        """Wait until one of these is open."""
        self.until(lambda: self.view.page in pages and not self.inputs.busy)

    def _every_group(self) -> str:
        """Return what is read of all groups of a page, and be where it begins again."""
        said = ""
        typed = self.ear.text_of("typing") != ""
        if typed:
            self.press("Enter")
            said += self.ear.text
        for _ in range(GROUPS):
            self.press("0")
            said += self.ear.text
            if self.ear.text_of("voice"):
                break
        assert self.ear.text_of("voice:repeat").startswith("按一，")
        self.press("1")
        said += self.ear.text
        self.press("0", *["Star"] * typed)
        return said + self.ear.text

    def choose(self, key: str) -> None:
        """Listen for the key of something, group after group, and press it."""
        strong = strong_of(self.view)
        if strong is not None and strong.key == key:
            self.press("Enter")
            return
        if key == "back":
            self._back()
            return
        if self.ear.text_of("typing"):
            self.press("Enter")
        for _ in range(GROUPS):
            said = self.ear.text_of(key)
            if said:
                self.press(next(digit for word, digit in DIGITS.items() if said.startswith(word)))
                return
            self.press("0")
        raise AssertionError(f"nothing says how {key} is chosen: {self.view.page}")

    def _back(self) -> None:
        """Press the star: where something is typed, until nothing is."""
        typed = len(self.view.entry.shown) if self.view.entry is not None else 0
        assert typed or self.ear.text_of("typing") or self.ear.text_of("back")
        self.press("Star", *["Star"] * typed)

    def follow(self, *keys: str) -> None:
        """Choose one after the other, each on the page that comes then."""
        for key in keys:
            self.until(lambda: not self.inputs.busy)
            self.choose(key)

    def type(self, digits: str) -> None:
        """Type, and hear each of the digits, then confirm."""
        for digit in digits:
            self.press(digit)
            assert self.ear.heard, "a key is answered"
        self.press("Enter")
