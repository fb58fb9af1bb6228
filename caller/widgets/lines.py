"""The band of a lost line, and the line of notes."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt

from caller.derive import ConsoleProps, Note, NoteKind
from caller.theme import scaled
from caller.widgets.label import Label
from caller.words import DEGRADED, Words

_NOTE_HEIGHT = 58
"""Two lines of Tibetan."""
CALM = (NoteKind.NOBODY_WAITS, NoteKind.STILL_TRYING, NoteKind.CANNOT)
"""Notes that are no trouble."""


class OfflineBand(Label):
    """Says since when the console hears nothing, what stands below being old, or that nothing can be done."""

    def __init__(self) -> None:
        super().__init__("offline", px=17, bold=True, lines=2, align=Qt.AlignmentFlag.AlignHCenter)
        self.set_colours("onWarn", "warn")
        self.hide()

    def show_props(self, props: ConsoleProps, words: Words) -> None:
        """Show the band, or nothing while all is well."""
        trouble = words.trouble(props)
        # Nothing moves when it comes, also where one line of it is not enough.
        self.keep_room_for(words(DEGRADED))
        self.set_text(trouble)
        self.setVisible(bool(trouble))


class NoteLine(Label):
    """The answer to what the clerk did, where it is not plain to see; its room is always kept."""

    def __init__(self, height: int = _NOTE_HEIGHT) -> None:
        super().__init__("note", px=17, bold=True, lines=2, align=Qt.AlignmentFlag.AlignHCenter)
        self._height = height

    def show_note(self, note: Note | None, words: Words) -> None:
        """Show ``note``."""
        calm = note is not None and note.kind in CALM
        self._say(words.note(note), calm=calm)

    def show_props(self, props: ConsoleProps, words: Words) -> None:
        """Show the console's note, or what else there is to say."""
        calm = props.note is None or props.note.kind in CALM
        self._say(words.line(props), calm=calm)

    def _say(self, text: str, *, calm: bool) -> None:
        self.set_colours("ink" if calm else "warn", "surface")
        self.set_text(text)
        self.setToolTip(text)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Return two lines of the largest script, so that nothing jumps when it comes and goes."""
        return QSize(super().sizeHint().width(), scaled(self._height))
