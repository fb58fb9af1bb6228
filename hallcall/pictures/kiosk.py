"""The kiosk's pictures: every page in every state, painted by the real screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QEvent, QSize
from PySide6.QtGui import QImage

from core.domain.hall import Hall
from hallcall.demo.hands import settle_item
from hallcall.pictures import files, kiosk_asking, kiosk_choosing, kiosk_staff, kiosk_taking, kiosk_trouble
from hallcall.pictures.scene import NOW, Scene, base
from hallcall.silent_line import SilentLine
from kiosk.app import LANDSCAPE, PORTRAIT, KioskApp
from kiosk.timings import Timings

SCENES: tuple[Scene, ...] = (
    *kiosk_choosing.SCENES,
    *kiosk_taking.SCENES,
    *kiosk_asking.SCENES,
    *kiosk_trouble.SCENES,
    *kiosk_staff.SCENES,
)
SIZES = {"portrait": PORTRAIT, "landscape": LANDSCAPE}
_SETTLES = 4
"""Turns of the loop after which nothing of a page moves any more."""
_NEVER_S = 86400.0


class Stage:
    """A kiosk of one size, on which one scene after the other is shown; its time stands still."""

    def __init__(self, hall: Hall, size: QSize) -> None:
        self.hall = hall
        self._line = SilentLine(hall)
        self.kiosk = KioskApp(
            self._line,
            (),
            size=size,
            timings=Timings(settle_s=0, tick_s=_NEVER_S),
            clock=lambda: 0.0,
            now=lambda: NOW,
        )
        self.kiosk.show()

    def show(self, scene: Scene, language: str) -> bool:
        """Show a scene; return whether this hall has it."""
        inputs = scene.paint(base(self.hall, language))
        if inputs is None:
            return False
        self.kiosk.paint(inputs)
        self.settle()
        return True

    def settle(self) -> None:
        """Let everything find its place, and let go of what belonged to the page before."""
        for _ in range(_SETTLES):
            QCoreApplication.processEvents()
            # Without a running loop nobody deletes them; each would follow every change from now on.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
            settle_item(self.kiosk.view.contentItem())

    def picture(self) -> QImage:
        """Return what stands on the screen."""
        return self.kiosk.view.grabWindow()

    def close(self) -> None:
        """Close the window."""
        self.kiosk.close()


@contextmanager
def stage(hall: Hall, size: QSize) -> Iterator[Stage]:
    """Give a stage, closed afterwards."""
    made = Stage(hall, size)
    try:
        yield made
    finally:
        made.close()


def pictures(hall: Hall, wanted: Callable[[str], bool]) -> Iterator[tuple[str, QImage]]:
    """Yield the name and the picture of every scene, in each language and both ways a screen may stand.

    Args:
        hall: Whose pages; a scene that it has nothing for is left out.
        wanted: Whether the scene of a name is wanted.
    """
    scenes = [scene for scene in SCENES if wanted(scene.name)]
    for way, size in SIZES.items():
        with stage(hall, size) as shown:
            for scene in scenes:
                for language in hall.languages:
                    if shown.show(scene, language):
                        yield f"{way}-{language}-{scene.name}", shown.picture()


def colours(_name: str) -> tuple[files.Colours, ...]:
    """Return the sets of colours in which a picture is painted."""
    return files.KIOSK
