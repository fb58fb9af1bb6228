"""One part of the kiosk alone in a window, inside the frame that a real panel has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import QSize
from PySide6.QtQuick import QQuickItem, QQuickView
from pytestqt.qtbot import QtBot

from core.domain.hall import Hall
from core.qt.fonts import prepare_fonts
from core.qt.tokens import COLOURS
from core.qt.view import make_view
from kiosk.words import EVERY_LANGUAGE
from tests.support import qml
from tests.support.halls import shipped

Said = dict[str, str]
Label = dict[str, Said]

HALLS = ("lhasa", "dazi", "longnan", "pingliang", "yuzhong")
_KIOSK = Path("kiosk/qml").resolve()
SIZES = {
    "portrait": QSize(1080, 1920),
    "landscape": QSize(1920, 1080),
    "old": QSize(1024, 768),
    "4k": QSize(2160, 3840),
    "square": QSize(1280, 1024),
}


@dataclass
class Stage:
    """Loads a part; its window is closed with the test."""

    bot: QtBot
    folder: Path
    views: list[QQuickView] = field(default_factory=list)

    def load(self, body: str, *, size: str = "portrait", frame: str = "", **values: Any) -> QQuickView:
        """Return a shown window: ``body`` is QML inside the frame and reads ``values`` as ``stage.words``."""
        file = self.folder / f"Stage{len(self.views)}.qml"
        file.write_text(
            "import QtQuick\nimport Hallcall\n"
            f'import "file://{_KIOSK}"\nimport "file://{_KIOSK}/parts"\n'
            'Frame {\n id: stage\n objectName: "frame"\n required property var words\n'
            f" property string heard: ''\n {frame}\n {body}\n}}\n",
            "utf-8",
        )
        view = make_view(file, {"words": values}, size=SIZES[size], colour=COLOURS["page"])
        view.show()
        self.bot.waitExposed(view)
        self.views.append(view)
        qml.settle(view)
        return view

    def close(self) -> None:
        """Close every window."""
        for view in self.views:
            view.close()
            view.deleteLater()


def root(view: QQuickView) -> QQuickItem:
    """Return the frame."""
    found = view.rootObject()
    assert found is not None
    return found


def start() -> None:
    """Make the fonts of every language fall back as in the kiosk."""
    prepare_fonts(EVERY_LANGUAGE)


def hall(name: str) -> Hall:
    """Return one of the five halls."""
    return shipped(name)


def said(text: str, language: str) -> Said:
    """Return words as QML gets them."""
    return {"text": text, "lang": language}


def label(main: str, language: str, below: str = "", other: str = "") -> Label:
    """Return words in one language or two."""
    return {"main": said(main, language), "below": said(below, other)}


def named(name: Mapping[str, str], languages: tuple[str, ...], language: str) -> Label:
    """Return a name of the hall's in a language, with the first other one below."""
    other = next((each for each in languages if each != language and name.get(each)), "")
    return label(name.get(language, ""), language, name.get(other, ""), other)
