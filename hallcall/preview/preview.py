"""``hallcall display --preview FILE``: the file's layout with sample calls, again whenever it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer

from core.app.hallfile import load
from core.app.hallfile.layout_file import LayoutReport, examine_layouts
from core.app.hallfile.mistake import Mistake
from core.domain.hall import Hall
from core.domain.screen import Screen
from display.app import DisplayApp
from hallcall.halls import resolve
from hallcall.preview.link import SampleLink

SAMPLE = "lhasa"
"""The hall that layouts alone are shown with: three languages, long names."""
SETTLE_MS = 150
"""An editor writes a file in several steps; it is read when they are over."""
TOLD_MOST = 6
PREVIEW = "preview"
SHOWN = "preview"
"""What the file's first layout is called here, whatever its id becomes while it is written."""


def told(mistakes: Sequence[Mistake]) -> str:
    """Return the mistakes as the preview shows them."""
    lines = [f"line {each.line}: {each.message}" for each in mistakes[:TOLD_MOST]]
    more = len(mistakes) - len(lines)
    return "\n".join([*lines, f"and {more} more"] if more > 0 else lines)


class Preview(QObject):
    """Watches a file and shows its first layout; with mistakes, them above the last one that was good.

    Attributes:
        link: Plays the sample calls.
        screen: What is shown.
    """

    def __init__(self, file: Path, zone: str = "", settle_ms: int = SETTLE_MS) -> None:
        """Read the file once; :meth:`follow` shows it."""
        super().__init__()
        self._file = file.resolve()
        self._sample = load(resolve(SAMPLE))
        self._good = LayoutReport()
        self._trouble = self._read()
        self._app: DisplayApp | None = None
        self.link = SampleLink(self._hall())
        self.screen = Screen(name=PREVIEW, zone=zone, layout=SHOWN)
        self._watcher = QFileSystemWatcher([str(self._file), str(self._file.parent)], self)
        self._settle = QTimer(self, interval=settle_ms, singleShot=True)
        self._watcher.fileChanged.connect(self._settle.start)
        self._watcher.directoryChanged.connect(self._settle.start)
        self._settle.timeout.connect(self._again)

    def follow(self, app: DisplayApp) -> None:
        """Show what the file says in the display from now on."""
        self._app = app
        app.set_fault(self._trouble)

    def stop(self) -> None:
        """Watch no more."""
        self._settle.stop()
        self._watcher.removePaths([*self._watcher.files(), *self._watcher.directories()])

    def _again(self) -> None:
        # Editors put a new file in the old one's place: the new one is watched.
        if self._file.exists() and str(self._file) not in self._watcher.files():
            self._watcher.addPath(str(self._file))
        self._trouble = self._read()
        self.link.describe(self._hall())
        if self._app is not None:
            self._app.set_fault(self._trouble)

    def _read(self) -> str:
        try:
            report = examine_layouts(self._file.read_bytes())
        except OSError as error:
            return f"{self._file.name}: {error.strerror}"
        if report.mistakes:
            return told(report.mistakes)
        if not report.layouts:
            return f"{self._file.name}: there are no [[layouts]]"
        self._good = report
        return ""

    def _hall(self) -> Hall:
        hall = self._good.hall or self._sample
        shown = tuple(replace(each, id=SHOWN) for each in self._good.layouts[:1])
        return replace(hall, layouts=shown)
