"""What QML shows of a session, and what it may ask of it."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from core.qt.models import KeyedModel, plain
from kiosk import words
from kiosk.pages import derive_frame, derive_header, derive_languages, derive_tools, derive_view, speech
from kiosk.search.keyboards import rows_of
from kiosk.session import Session
from kiosk.speech import NO_LABEL, Label, Speak, Speech
from kiosk.state import Inputs, Spread
from kiosk.view import Button, Tile, View

_OBJECT: Any = "QVariantMap"
_ARRAY: Any = "QVariantList"

_WORDS = {
    "earlier": words.EARLIER,
    "later": words.LATER,
    "moment": words.ONE_MOMENT,
    "moreTime": words.MORE_TIME,
    "clear": words.CLEAR,
    "erase": words.ERASE,
}


class KioskViewModel(QObject):
    """Derives the page from the session's inputs and says what changed; all of it plain values.

    What can be touched comes in models: a finger on a button is not lost when the page changes around it.
    """

    layout_changed = Signal()
    view_changed = Signal()
    lines_changed = Signal()
    header_changed = Signal()
    languages_changed = Signal()
    countdown_changed = Signal()
    busy_changed = Signal()
    words_changed = Signal()
    tools_changed = Signal()
    frame_changed = Signal()
    keyboard_changed = Signal()
    font_line_changed = Signal()

    def __init__(self, session: Session, speak: Speak, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._speak = speak
        self._tiles = KeyedModel(Tile, self)
        self._buttons = KeyedModel(Button, self)
        self._page = View()
        self._layout = ""
        self._look: tuple[object, ...] = ()
        self._shown: dict[str, Any] = {"font_line": ""}
        session.changed.connect(self._update)
        self._update()

    @property
    def page(self) -> View:
        """The page as it is shown; who reads it aloud or presses its keys looks here."""
        return self._page

    @property
    def inputs(self) -> Inputs:
        """What the page is derived from."""
        return self._session.inputs

    @Property(str, notify=layout_changed)
    def layout(self) -> str:
        """Which part of QML shows the page; empty while one has gone and the next is not made yet."""
        return self._layout

    @Property(_OBJECT, notify=view_changed)
    def view(self) -> Any:
        """:class:`kiosk.view.View` without what stands in the models."""
        return self._shown["view"]

    @Property(QObject, constant=True)
    def tiles(self) -> QObject:
        """:class:`kiosk.view.Tile`, a model with a role for each field."""
        return self._tiles

    @Property(_ARRAY, notify=lines_changed)
    def lines(self) -> Any:
        """:class:`kiosk.view.Line`: nothing of them can be touched."""
        return self._shown["lines"]

    @Property(QObject, constant=True)
    def buttons(self) -> QObject:
        """:class:`kiosk.view.Button`, likewise."""
        return self._buttons

    @Property(_OBJECT, notify=header_changed)
    def header(self) -> Any:
        """:class:`kiosk.view.Header`."""
        return self._shown["header"]

    @Property(_ARRAY, notify=languages_changed)
    def languages(self) -> Any:
        """:class:`kiosk.view.Language`, one for each of the hall."""
        return self._shown["languages"]

    @Property(_OBJECT, notify=countdown_changed)
    def countdown(self) -> Any:
        """That the page goes away (:class:`kiosk.speech.Label`), empty while there is time."""
        return self._shown["countdown"]

    @Property(_OBJECT, notify=words_changed)
    def words(self) -> Any:
        """Words of what stands on many pages (:class:`kiosk.speech.Label`)."""
        return self._shown["words"]

    @Property(_ARRAY, notify=tools_changed)
    def tools(self) -> Any:
        """:class:`kiosk.view.Tool`, the keys beside the languages."""
        return self._shown["tools"]

    @Property(_OBJECT, notify=frame_changed)
    def frame(self) -> Any:
        """:class:`kiosk.view.Frame`."""
        return self._shown["frame"]

    @Property(_ARRAY, notify=keyboard_changed)
    def keyboard(self) -> Any:
        """The keys of what is typed on the page (:class:`kiosk.search.keyboards.Key`), row by row."""
        return self._shown["keyboard"]

    @Property(bool, notify=busy_changed)
    def busy(self) -> bool:
        """The core is being asked; taps do nothing."""
        return bool(self._shown["busy"])

    @Property(str, notify=font_line_changed)
    def fontLine(self) -> str:  # noqa: N802 - QML's name
        """Which font is missing, for the technician; empty if none is."""
        return str(self._shown["font_line"])

    def say_fonts_missing(self, line: str) -> None:
        """Show on every page that a font is missing."""
        if line != self._shown["font_line"]:
            self._shown["font_line"] = line
            self.font_line_changed.emit()

    @Slot(str)
    def act(self, key: str) -> None:
        """Pass on that something was touched."""
        self._session.act(key)

    @Slot(str, list)
    def spread(self, which: str, starts: list[float]) -> None:
        """Pass on of each sheet of a page of lines its first line."""
        self._session.update(spread=Spread(which, tuple(int(each) for each in starts)))

    @Slot()
    def touched(self) -> None:
        """Pass on that somebody touched the screen anywhere."""
        self._session.touched()

    def _update(self) -> None:
        inputs = self._session.inputs
        say = speech(inputs, self._speak)
        page = self._page = derive_view(inputs, self._speak)
        before = self._shown
        self._shown = {**before, **_derived(inputs, page, say)}
        look = (page.layout, page.page, page.which, inputs.language, inputs.look)
        if self._look != look:
            # The part of QML that goes does not follow what is changed now, and the next one is made of
            # what it shows: each text is laid out once.
            self._look = look
            self._lay_out("")
        self._tiles.show(page.tiles)
        self._buttons.show(page.buttons)
        for name, value in self._shown.items():
            if before.get(name) != value:
                getattr(self, f"{name}_changed").emit()
        self._lay_out(page.layout)

    def _lay_out(self, layout: str) -> None:
        if layout != self._layout:
            self._layout = layout
            self.layout_changed.emit()


def _derived(inputs: Inputs, page: View, say: Speech) -> dict[str, Any]:
    return {
        "view": plain(replace(page, tiles=(), lines=(), buttons=())),
        "busy": inputs.busy,
        "header": plain(derive_header(inputs, say)),
        "languages": plain(derive_languages(inputs)),
        "countdown": plain(derive_countdown(inputs, say)),
        "words": {name: plain(say.label(source)) for name, source in _WORDS.items()},
        "lines": plain(page.lines),
        "tools": plain(derive_tools(inputs, say)),
        "frame": plain(derive_frame(inputs)),
        "keyboard": _keyboard(page, say),
    }


def _keyboard(page: View, say: Speech) -> Any:
    if page.entry is None:
        return []
    return [[plain(key) for key in row] for row in rows_of(page.entry.keys, say)]


def derive_countdown(inputs: Inputs, say: Speech) -> Label:
    """Return the warning that the page goes away; empty while there is time."""
    return NO_LABEL if inputs.left_s is None else say.label(words.RETURNS, seconds=inputs.left_s)
