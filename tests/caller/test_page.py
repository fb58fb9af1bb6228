"""The clerk's page: one sheet of paper, and its keys are those of the program."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSizeF, Qt, QUrl
from PySide6.QtGui import QFont, QImage, QTextDocument

from caller.acts.possible import KEYS, Act
from caller.acts.words import MORE
from caller.app import LANGUAGES
from caller.keys import DEFAULT_KEYS, Command
from caller.moves import Move
from caller.words import MOVES, STRIP, Words
from core.qt.fonts import prepare_fonts
from core.qt.translate import Translations

DOCS = Path(__file__).parents[2] / "docs"
PAGE = (DOCS / "clerk.md").read_text("utf-8")
A4, MARGIN_PX = QSizeF(794, 1123), 45
"""At 96 dots an inch, with 12 mm around."""
LETTERS_PX = 14


class Sheet(QTextDocument):
    """The page as it is printed: no picture is wider than the paper."""

    def __init__(self) -> None:
        super().__init__()
        self.pictures = 0
        font = QFont("Noto Sans CJK SC")
        font.setPixelSize(LETTERS_PX)
        self.setDefaultFont(font)
        self.setDocumentMargin(MARGIN_PX)
        self.setMarkdown(PAGE)
        self.setPageSize(A4)

    def loadResource(self, _kind: int, name: QUrl | str) -> Any:
        """Return a picture, as large as there is room for."""
        image = QImage(str(DOCS / (name.path() if isinstance(name, QUrl) else name)))
        assert not image.isNull(), name
        self.pictures += 1
        wide = min(image.width(), int(A4.width()) - 2 * MARGIN_PX)
        return image.scaledToWidth(wide, Qt.TransformationMode.SmoothTransformation)


def rows() -> dict[str, str]:
    """Return what stands beside each key of the table."""
    cells = [line.strip("| ").split(" | ") for line in PAGE.splitlines() if line.startswith("|")]
    pairs = [pair for row in cells if len(row) == 4 for pair in (row[:2], row[2:])]
    return {key.strip("* "): does for key, does in pairs}


def test_it_is_one_sheet_of_paper_with_pictures(qapp: object) -> None:
    assert qapp is not None
    prepare_fonts(LANGUAGES)
    sheet = Sheet()
    assert sheet.pageCount() == 1
    assert sheet.pictures >= 2


def test_its_keys_do_what_it_says(qapp: object) -> None:
    assert qapp is not None
    zh = Words(Translations(LANGUAGES).speaker("zh"), "zh")
    table = rows()
    for move in (Move.CALL_NEXT, Move.RECALL, Move.START, Move.FINISH, Move.PASS, Move.PUT_BACK, Move.PAUSE):
        assert zh(MOVES[move]) in table[DEFAULT_KEYS[move]]
    assert zh(STRIP) in table[DEFAULT_KEYS[Command.STRIP]]
    assert zh(MORE) in table[DEFAULT_KEYS[Command.ACTS]]
    for command in (Command.BESIDE, Command.READ):
        assert DEFAULT_KEYS[command] in table


def test_every_act_stands_there_by_its_key() -> None:
    said = re.sub(r"\s+", " ", PAGE.partition("**F10, then**")[2]).replace("\\", "")
    assert len(KEYS) == len(Act)
    for key in KEYS.values():
        assert re.search(rf"(^|· |then )\s*{re.escape(key)} \w", said.strip()), key
