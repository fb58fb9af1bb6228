"""What the console remembers on its machine: never a clerk, never a PIN."""

from __future__ import annotations

from urllib.parse import quote

from PySide6.QtCore import QSettings

from caller.bar.geometry import Place, place_of
from caller.keys import DEFAULT_GLOBAL_KEYS, DEFAULT_KEYS, GLOBAL_ACTS, Act
from caller.theme import Shade, scale_of


class CallerSettings:
    """The console's own settings file.

    The keys stand in its group ``keys``: ``call-next=F9``, those that work everywhere in ``global-keys``.
    """

    def __init__(self, store: QSettings) -> None:
        self._store = store

    @property
    def window(self) -> int | None:
        """The window this machine stands at."""
        value = str(self._store.value("window", ""))
        return int(value) if value.isdecimal() else None

    def remember_window(self, window: int) -> None:
        """Offer ``window`` at the next sign-in."""
        self._store.setValue("window", window)

    @property
    def language(self) -> str:
        """The language somebody chose here, or nothing: then the hall's first one."""
        return str(self._store.value("language", ""))

    def remember_language(self, language: str) -> None:
        """Speak ``language`` from now on."""
        self._store.setValue("language", language)

    @property
    def strip(self) -> bool:
        """Whether the console was a strip last."""
        return str(self._store.value("strip", "false")) == "true"

    def remember_strip(self, strip: bool) -> None:
        """Come up as a strip, or not, the next time."""
        self._store.setValue("strip", "true" if strip else "false")

    @property
    def beside(self) -> str:
        """What is looked at beside the console, nothing while that is closed."""
        return self._text("beside/open") or ""

    @property
    def beside_last(self) -> str:
        """What was looked at there last."""
        return self._text("beside/last") or ""

    def remember_beside(self, tab: str) -> None:
        """Come up with that beside the console, with nothing for an empty one."""
        self._store.setValue("beside/open", tab)
        if tab:
            self._store.setValue("beside/last", tab)

    def keys(self) -> dict[Act, str]:
        """Return the keys that were set otherwise than the default."""
        found = {act: self._store.value(f"keys/{act.value}") for act in DEFAULT_KEYS}
        return {act: str(text) for act, text in found.items() if text is not None}

    def global_keys(self) -> dict[Act, str]:
        """Return the keys that work while another program has the keyboard; an empty one is none."""
        found = {act: self._text(f"global-keys/{act.value}") for act in GLOBAL_ACTS}
        wanted = {**DEFAULT_GLOBAL_KEYS, **{act: text for act, text in found.items() if text is not None}}
        return {act: text for act, text in wanted.items() if text}

    @property
    def shade(self) -> Shade:
        """Light or dark, or as the system has it."""
        text = self._text("shade") or ""
        return Shade(text) if text in list(Shade) else Shade.SYSTEM

    def remember_shade(self, shade: Shade) -> None:
        """Look so from now on."""
        self._store.setValue("shade", shade.value)

    @property
    def scale(self) -> int:
        """How large everything is, in per cent."""
        return scale_of(self._text("scale") or "")

    def remember_scale(self, scale: int) -> None:
        """Be so large from now on."""
        self._store.setValue("scale", scale)

    @property
    def bar_screen(self) -> str:
        """Id of the screen the bar belongs to, or nothing: the primary one."""
        return self._text("bar/screen") or ""

    def bar_place(self, screen: str) -> Place:
        """Return where the bar lies on a screen."""
        return place_of(self._text(f"bar/places/{_key(screen)}") or "") or Place()

    def remember_bar(self, screen: str, place: Place) -> None:
        """Lie there from now on."""
        self._store.setValue("bar/screen", screen)
        self._store.setValue(f"bar/places/{_key(screen)}", str(place))

    @property
    def panel_at(self) -> tuple[str, int, int] | None:
        """The screen of the whole console, and where on it its corner is in px."""
        screen, x, y = (self._text(f"panel/{each}") or "" for each in ("screen", "x", "y"))
        return (screen, int(x), int(y)) if x.lstrip("-").isdecimal() and y.lstrip("-").isdecimal() else None

    def remember_panel(self, screen: str, x: int, y: int) -> None:
        """Come up there the next time."""
        for name, value in (("screen", screen), ("x", x), ("y", y)):
            self._store.setValue(f"panel/{name}", value)

    def _text(self, key: str) -> str | None:
        value = self._store.value(key)
        return None if value is None else str(value)


def _key(screen: str) -> str:
    """Return the name of a screen as the settings file can have it."""
    return quote(screen, safe="")
