"""What is shown now, and what comes next: the media program's own work, without a word about processes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QPainter

from display.media.canvas import SLOTS, Canvas
from display.media.folder import LOOK_MS, Folder
from display.media.picture_file import BrokenFile, fitted, read_picture
from display.media.pieces import Avoid, Piece

if TYPE_CHECKING:
    from display.media.film import Film

AGAIN_MS = 1_000
"""So often it is looked whether something is due, while nothing is."""


class Show(QObject):
    """Shows a folder's pieces in turn on a canvas.

    Signals:
        began(str, object): A piece begins: its name and stamp.
        drew(int, int, int): A slot of the canvas holds the next picture, of that width and height.
        filled(bool): Whether there is anything to show now.
        broke(str, str): A piece cannot be shown: its name, and why. It is left out until the file is another.
        told(str): Something in the list of the folder is wrong.
    """

    began = Signal(str, object)
    drew = Signal(int, int, int)
    filled = Signal(bool)
    broke = Signal(str, str)
    told = Signal(str)

    def __init__(
        self,
        folder: Path,
        *,
        clock: Callable[[], datetime],
        sound: bool = False,
        films: bool = True,
        volume: float = 1.0,
        avoid: Avoid = frozenset(),
        look_ms: int = LOOK_MS,
        pace: float = 1.0,
        parent: QObject | None = None,
    ) -> None:
        """Look into the folder; nothing is drawn before there is a canvas.

        Args:
            clock: The hall's time.
            avoid: What is broken, as far as is known.
            look_ms: How often the folder is read again.
            pace: What the times of pictures are multiplied with.
        """
        super().__init__(parent)
        self._path, self._clock, self._sound, self._films = folder, clock, sound, films
        self._volume, self._avoid, self._pace = volume, avoid, pace
        self._canvas: Canvas | None = None
        self._slot = 0
        self._shown = True
        self._piece: Piece | None = None
        self._film: Film | None = None
        self._drawn_on: Canvas | None = None
        self._late: QImage | None = None
        self._filled: bool | None = None
        self._wrong: tuple[str, ...] = ()
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self.next)
        self._folder = Folder(folder, look_ms=look_ms, parent=self)
        self._folder.changed.connect(self._hear_folder)

    @property
    def piece(self) -> Piece | None:
        """What is shown now."""
        return self._piece

    def start(self) -> None:
        """Tell whether there is anything; connect the signals before."""
        self._hear_folder()

    def draw_on(self, canvas: Canvas) -> None:
        """Draw there from now on; a film goes on, a picture is read again."""
        self._canvas, self._slot, self._shown = canvas, 0, True
        if self._piece is None:
            self.next()
        elif not self._piece.is_film:
            self._begin(self._piece)

    def shown(self) -> None:
        """The last picture is on the screen; the other slot is free."""
        self._shown = True
        late, self._late = self._late, None
        if late is not None:
            self._draw(late)

    def set_volume(self, volume: float) -> None:
        """Be so loud, 0 to 1."""
        self._volume = volume
        if self._film is not None:
            self._film.set_volume(volume)

    def next(self) -> None:
        """Show what comes next."""
        self._begin(self._after(self._piece.name if self._piece else ""))

    def stop(self) -> None:
        """Show nothing more."""
        self._turn.stop()
        self._folder.stop()
        self._end_film()

    def _after(self, name: str) -> Piece | None:
        return self._folder.playlist.after(name, self._clock(), films=self._films, avoid=self._avoid)

    def _hear_folder(self) -> None:
        wrong, self._wrong = self._wrong, self._folder.playlist.wrong
        for line in self._wrong:
            if line not in wrong:
                self.told.emit(line)
        there = {(each.name, each.stamp) for each in self._folder.playlist.pieces}
        if self._piece is None or (self._piece.name, self._piece.stamp) not in there:
            # What is shown went, or is another file now.
            self.next()

    def _begin(self, piece: Piece | None) -> None:
        self._turn.stop()
        if piece is None or self._canvas is None:
            self._tell_filled(piece is not None)
            self._end_film()
            self._piece = piece if piece is None else self._piece
            self._turn.start(AGAIN_MS)
            return
        alone = piece == self._piece and not piece.is_film and self._drawn_on is self._canvas
        self._piece = piece
        self._tell_filled(True)
        if alone:
            # The only picture that is due stays as it is.
            self._turn.start(self._for(piece))
            return
        self._end_film()
        self._late = None
        self.began.emit(piece.name, piece.stamp)
        if piece.is_film:
            self._play(piece)
        else:
            self._show(piece, self._canvas.size)

    def _show(self, piece: Piece, room: QSize) -> None:
        try:
            image = read_picture(self._path / piece.name, room)
        except BrokenFile as error:
            self._break(piece, str(error))
            return
        self._drawn_on = self._canvas
        self._draw(image)
        self._turn.start(self._for(piece))

    def _for(self, piece: Piece) -> int:
        return max(1, int(piece.seconds * 1000 * self._pace))

    def _play(self, piece: Piece) -> None:
        # Only where films are played: QtMultimedia and FFmpeg take 30 MB.
        from display.media.film import Film

        film = Film(
            self._path / piece.name,
            fps=self._folder.playlist.fps,
            sound=self._sound,
            volume=self._volume,
            wanted=lambda: self._shown,
            parent=self,
        )
        self._film = film
        film.drew.connect(self._draw)
        film.ended.connect(self.next)
        film.broke.connect(lambda why: self._break(piece, why))

    def _end_film(self) -> None:
        film, self._film = self._film, None
        if film is not None:
            film.stop()
            film.deleteLater()

    def _break(self, piece: Piece, why: str) -> None:
        self._avoid |= {(piece.name, piece.stamp)}
        self.broke.emit(piece.name, why)
        self.next()

    def _draw(self, image: QImage) -> None:
        """Put a picture into the slot that is not on the screen."""
        canvas = self._canvas
        if canvas is None:
            return
        if not self._shown:
            self._late = image
            return
        size = fitted(image.size(), canvas.size)
        target = canvas.image(self._slot, size)
        target.fill(Qt.GlobalColor.black)
        painter = QPainter(target)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRect(0, 0, size.width(), size.height()), image)
        painter.end()
        self._shown = False
        slot, self._slot = self._slot, (self._slot + 1) % SLOTS
        self.drew.emit(slot, size.width(), size.height())

    def _tell_filled(self, filled: bool) -> None:
        if filled != self._filled:
            self._filled = filled
            self.filled.emit(filled)
