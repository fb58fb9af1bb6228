"""Public screens without windows: the real faces on real lines, each thing they show noted when it comes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from core.client.link import CoreLink
from core.domain.screen import FaceKind, Screen, feed_filter
from core.qt.translate import Translations
from display.faces import FACES
from display.words import EVERY_LANGUAGE
from hallcall.pictures.usual import NOW
from hallcall.pictures.wall import StandingClock

STEP = timedelta(seconds=1)
Call = tuple[str, int]
"""Number and window."""
Seen = tuple[frozenset[Call], frozenset[Call]]
"""What stands on a screen, and what flashes there."""


def _of_board(face: Any, _link: CoreLink) -> Seen:
    """The list; a call also has a turn in the large field, before its row or after it, and flashes there."""
    props = face.board.props
    rows = [(row.number, int(row.window)) for row in props.rows]
    assert len(set(rows)) == len(rows), f"a call stands there twice: {rows}"
    flashing = {call for call, row in zip(rows, props.rows, strict=True) if row.flashing}
    if props.hero.flashing:
        flashing.add((props.hero.number, int(props.hero.window[1])))
    return frozenset(rows), frozenset(flashing)


def _of_window(face: Any, _link: CoreLink) -> Seen:
    cells = {(cell.number, int(cell.key)): cell.flashing for cell in face.windows.props.cells if cell.number}
    return frozenset(cells), frozenset(call for call, flashes in cells.items() if flashes)


def _of_line(_face: Any, link: CoreLink) -> Seen:
    """What a screen knows whose face is not looked at."""
    visitors = {number: view.visitor for number, view in link.floor.windows.items()}
    return frozenset((each.number, number) for number, each in visitors.items() if each), frozenset()


READS: Mapping[FaceKind, Callable[[Any, CoreLink], Seen]] = {
    FaceKind.BOARD: _of_board,
    FaceKind.WINDOW: _of_window,
}
"""How the faces are looked at, a line each; of one that is missing here, or not there yet, its line is."""


class _Clock(StandingClock):
    """Says when an alarm has rung."""

    def __init__(self, looked: Callable[[], None]) -> None:
        super().__init__(NOW, STEP)
        self._looked = looked

    def on_alarm(self, ring: Callable[[], None]) -> None:
        def rung() -> None:
            ring()
            self._looked()

        super().on_alarm(rung)


class WatchedScreen:
    """A screen that is looked at whenever it may have changed; its time stands until :meth:`pass_time`.

    Attributes:
        standing: What stands there now.
        flashing: What flashes there now.
        came: How often each call came to stand there.
        flashed: What has flashed.
        unexpected: What has flashed while :attr:`may_flash` was not set.
        lost: How often its line was lost.
    """

    def __init__(self, url: str, token: str, screen: Screen) -> None:
        self.screen = screen
        self.link = CoreLink(url, token)
        self.came: Counter[Call] = Counter()
        self.flashed: set[Call] = set()
        self.unexpected: set[Call] = set()
        self.may_flash = True
        self.lost = 0
        self.standing: frozenset[Call] = frozenset()
        self.flashing: frozenset[Call] = frozenset()
        self._clock = _Clock(self._look)
        make = FACES.get(screen.face)
        self.face = make(self.link, screen, _words().say, self._clock) if make else None
        self._read = READS.get(screen.face, _of_line) if make else _of_line
        # The face hears first: it was made before.
        for changed in (self.link.snapshot_taken, self.link.went_live, self.link.went_dark):
            changed.connect(self._look)
        self.link.happened.connect(self._happened)
        self.link.went_dark.connect(self._went_dark)
        self.link.start(**feed_filter((screen,)))

    def stop(self) -> None:
        """Take it down."""
        self.link.stop()
        self._clock.stop()
        if self.face is not None:
            self.face.stop()
        self.link.deleteLater()

    def pass_time(self, by: timedelta = STEP) -> None:
        """Let time pass on this screen."""
        self._clock.go_to(self._clock.now() + by)

    def sleep(self, by: timedelta) -> None:
        """Let much time pass, in one step."""
        self._clock.skip_to(self._clock.now() + by)

    def _went_dark(self) -> None:
        self.lost += 1

    def _happened(self, _event: object) -> None:
        self._look()

    def _look(self) -> None:
        standing, self.flashing = self._read(self.face, self.link)
        self.came.update(standing - self.standing)
        self.flashed |= self.flashing
        if not self.may_flash:
            self.unexpected |= self.flashing
        self.standing = standing


_all_words: list[Translations] = []


def _words() -> Translations:
    """Return the words, read once for all screens."""
    if not _all_words:
        _all_words.append(Translations(EVERY_LANGUAGE))
    return _all_words[0]
