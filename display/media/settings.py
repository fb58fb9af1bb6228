"""What one machine is told of its pictures and films."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.domain.screen import Screen


@dataclass(frozen=True, slots=True)
class MediaSettings:
    """Which folder is shown, and how.

    Attributes:
        folder: ``None``: nothing is shown.
        sound: Whether films are heard.
        films: Whether films are played at all; a weak machine shows the pictures only.
    """

    folder: Path | None = None
    sound: bool = False
    films: bool = True

    def over(self, screen: Screen) -> MediaSettings:
        """Return what holds for a screen: what the machine is told goes before what the hall file says."""
        folder = self.folder or (Path(screen.media) if screen.media else None)
        return MediaSettings(folder, self.sound or screen.media_sound, self.films and screen.films)
