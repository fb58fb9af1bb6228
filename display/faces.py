"""Which faces there are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.domain.screen import FaceKind
from display.board.face import BoardFace
from display.face import MakeFace
from display.pad.face import PadFace
from display.window.face import WindowFace

FACES: Final[Mapping[FaceKind, MakeFace]] = {
    FaceKind.BOARD: BoardFace,
    FaceKind.WINDOW: WindowFace,
    FaceKind.PAD: PadFace,
}
