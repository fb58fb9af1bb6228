"""A loudspeaker in the device file: ``[[loudspeakers]]``."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

PLACES = {"left": 1, "right": 2}
MOST_PLACES = 32
LOUDEST = 100
_KEYS = ("name", "device", "channel", "zones", "volume")


@dataclass(frozen=True, slots=True)
class LoudspeakerSettings:
    """A loudspeaker, or several that say the same.

    Attributes:
        card: The sound card's name or id as the system tells it; ``""``: the system's usual one.
        place: Which of the card's channels, from 1 (left) on; ``None``: all of them.
        zones: Whose calls it says; ``None``: those of every zone.
        volume: In percent.
    """

    name: str
    card: str = ""
    place: int | None = None
    zones: frozenset[str] | None = None
    volume: int = LOUDEST

    @property
    def url(self) -> str:
        """Where it is plugged in, as it is shown."""
        return f"{self.card or 'default'}{'' if self.place is None else f'#{self.place}'}"


def loudspeaker_settings(data: Mapping[str, Any]) -> LoudspeakerSettings:
    """Return a loudspeaker from its table.

    Raises:
        ValueError: With a line for each mistake.
    """
    wrong = [f"unknown {key!r}; known: {', '.join(_KEYS)}" for key in data if key not in _KEYS]
    name, card = data.get("name"), data.get("device", "default")
    if not isinstance(name, str) or not name.strip():
        wrong.append("name is missing: what people here call it")
    if not isinstance(card, str) or not card.strip():
        wrong.append(f"device is a sound card's name, or 'default', not {card!r}")
    place = data.get("channel", "all")
    if place != "all" and place not in PLACES and not _whole(place, 1, MOST_PLACES):
        wrong.append(f"channel is 'all', 'left', 'right' or a number from 1 on, not {place!r}")
    zones = data.get("zones")
    if zones is not None and (not isinstance(zones, list) or not zones or not all(map(_is_id, zones))):
        wrong.append(f"zones is a list of the hall's zone ids, not {zones!r}")
    volume = data.get("volume", LOUDEST)
    if not _whole(volume, 1, LOUDEST):
        wrong.append(f"volume is a percentage from 1 to {LOUDEST}, not {volume!r}")
    if wrong:
        raise ValueError("\n".join(wrong))
    return LoudspeakerSettings(
        name=str(name).strip(),
        card="" if card.strip() == "default" else card.strip(),
        place=None if place == "all" else PLACES.get(place, place),
        zones=None if zones is None else frozenset(zones),
        volume=volume,
    )


def _whole(value: object, least: int, most: int) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and least <= value <= most


def _is_id(value: object) -> bool:
    return isinstance(value, str) and bool(value)
