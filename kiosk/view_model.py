"""What QML shows of a session, and what it may ask of it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Property, QObject, Signal, Slot

from core.qt.models import KeyedModel, plain
from kiosk import derive, words
from kiosk.session import Session
from kiosk.speech import Speak, Speech
from kiosk.state import Inputs

_OBJECT: Any = "QVariantMap"
_ARRAY: Any = "QVariantList"

_BUTTONS = {
    "back": words.BACK,
    "done": words.DONE,
    "understood": words.UNDERSTOOD,
    "earlier": words.EARLIER,
    "later": words.LATER,
    "moment": words.ONE_MOMENT,
    "yourNumber": words.YOUR_NUMBER,
}


class KioskViewModel(QObject):
    """Derives what is shown from the session's inputs and says what changed; all of it plain values."""

    shown_changed = Signal()
    header_changed = Signal()
    languages_changed = Signal()
    choice_changed = Signal()
    result_changed = Signal()
    notice_changed = Signal()
    countdown_changed = Signal()
    out_of_service_changed = Signal()
    busy_changed = Signal()
    buttons_changed = Signal()
    font_line_changed = Signal()

    def __init__(self, session: Session, speak: Speak, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._speak = speak
        self._tiles = KeyedModel(derive.Tile, self)
        self._shown: dict[str, Any] = {"font_line": ""}
        session.changed.connect(self._update)
        self._update()

    @Property(str, notify=shown_changed)
    def shown(self) -> str:
        """``"choice"``, ``"result"`` or ``"outOfService"``."""
        return str(self._shown["shown"])

    @Property(_OBJECT, notify=header_changed)
    def header(self) -> Any:
        """:class:`kiosk.derive.Header`."""
        return self._shown["header"]

    @Property(_ARRAY, notify=languages_changed)
    def languages(self) -> Any:
        """:class:`kiosk.derive.Language`, one for each of the hall."""
        return self._shown["languages"]

    @Property(_OBJECT, notify=choice_changed)
    def choice(self) -> Any:
        """:class:`kiosk.derive.Choice`."""
        return self._shown["choice"]

    @Property(QObject, constant=True)
    def tiles(self) -> QObject:
        """:class:`kiosk.derive.Tile`, a model with a role for each field."""
        return self._tiles

    @Property(_OBJECT, notify=result_changed)
    def result(self) -> Any:
        """:class:`kiosk.derive.Result`."""
        return self._shown["result"]

    @Property(_OBJECT, notify=notice_changed)
    def notice(self) -> Any:
        """What stands over the page (:class:`kiosk.speech.Label`), empty if there is nothing to say."""
        return self._shown["notice"]

    @Property(_OBJECT, notify=countdown_changed)
    def countdown(self) -> Any:
        """That the page goes away (:class:`kiosk.speech.Label`), empty while there is time."""
        return self._shown["countdown"]

    @Property(_ARRAY, notify=out_of_service_changed)
    def outOfService(self) -> Any:  # noqa: N802 - QML's name
        """The calm message in every language."""
        return self._shown["out_of_service"]

    @Property(_OBJECT, notify=buttons_changed)
    def buttons(self) -> Any:
        """Words of the buttons (:class:`kiosk.speech.Label`)."""
        return self._shown["buttons"]

    @Property(bool, notify=busy_changed)
    def busy(self) -> bool:
        """A number is being taken; taps do nothing."""
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
    def choose(self, key: str) -> None:
        """Pass on that a tile was touched."""
        self._session.choose(key)

    @Slot(str)
    def speak(self, language: str) -> None:
        """Pass on that a language was touched."""
        self._session.speak(language)

    @Slot()
    def openMatters(self) -> None:  # noqa: N802 - QML's name
        """Pass on that the frequent matters were touched."""
        self._session.open_matters()

    @Slot(int)
    def turn(self, sheets: int) -> None:
        """Pass on that another sheet is wanted."""
        self._session.turn(sheets)

    @Slot()
    def back(self) -> None:
        """Pass on that "back" was touched."""
        self._session.back()

    @Slot()
    def dismiss(self) -> None:
        """Pass on that the notice was read."""
        self._session.dismiss()

    @Slot()
    def done(self) -> None:
        """Pass on that "done" was touched."""
        self._session.done()

    @Slot()
    def touched(self) -> None:
        """Pass on that somebody touched the screen anywhere."""
        self._session.touched()

    def _update(self) -> None:
        inputs = self._session.inputs
        say = derive.speech(inputs, self._speak)
        self._tiles.show(derive.derive_tiles(inputs, say))
        before = self._shown
        self._shown = {**before, **_derived(inputs, say, self._speak)}
        for name, value in self._shown.items():
            if before.get(name) != value:
                getattr(self, f"{name}_changed").emit()


def _derived(inputs: Inputs, say: Speech, speak: Speak) -> dict[str, Any]:
    return {
        "shown": derive.derive_shown(inputs),
        "busy": inputs.busy,
        "header": plain(derive.derive_header(inputs, say)),
        "languages": plain(derive.derive_languages(inputs)),
        "choice": plain(derive.derive_choice(inputs, say)),
        "result": plain(derive.derive_result(inputs, say)),
        "notice": plain(derive.derive_notice(inputs, say)),
        "countdown": plain(derive.derive_countdown(inputs, say)),
        "out_of_service": plain(derive.derive_out_of_service(inputs, speak)),
        "buttons": {name: plain(say.label(source)) for name, source in _BUTTONS.items()},
    }
