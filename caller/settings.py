"""What the console remembers on its machine: never a clerk, never a PIN."""

from __future__ import annotations

from PySide6.QtCore import QSettings

from caller.keys import DEFAULT_KEYS, Act


class CallerSettings:
    """The console's own settings file.

    The keys stand in its group ``keys``: ``call-next=F9``.
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

    def keys(self) -> dict[Act, str]:
        """Return the keys that were set otherwise than the default."""
        found = {act: self._store.value(f"keys/{act.value}") for act in DEFAULT_KEYS}
        return {act: str(text) for act, text in found.items() if text is not None}
