"""A bus of signs as a hall's data names it, checked whole: every mistake in one report."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType
from typing import Any, TypeVar

from hardware.led.bus import SignBus
from hardware.led.commands import Effect
from hardware.led.look import LOOKS, Look, Looks, Sign, SignState
from hardware.led.rota import Pace
from hardware.led.text import Colour, unknown_characters

E = TypeVar("E", bound=IntEnum)


class SignsWrong(ValueError):
    """The data of a bus is wrong.

    Attributes:
        mistakes: One sentence each, with the place.
    """

    def __init__(self, mistakes: Sequence[str]) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = tuple(mistakes)


@dataclass(frozen=True, slots=True)
class WindowSign:
    """A sign and the window it hangs at."""

    window: int
    sign: Sign


@dataclass(frozen=True, slots=True)
class BusSettings:
    """A bus of signs.

    Attributes:
        line: Its address, as :func:`hardware.line.line_opener` takes it.
    """

    name: str
    line: str
    signs: tuple[WindowSign, ...]
    looks: Looks

    def open(self, pace: Pace = Pace()) -> SignBus:  # noqa: B008 - frozen
        """Return the bus; nothing is opened yet."""
        return SignBus(self.line, [each.sign for each in self.signs], name=self.name, pace=pace)


def bus_settings(data: Mapping[str, Any]) -> BusSettings:
    """Return a bus as data names it.

    Args:
        data: ``line``, ``name``, ``signs`` (a list with ``address``, ``window`` and, where it is another than
            usual, ``width``, ``height``, ``font``, ``brightness``) and ``looks`` (of a state: ``text``,
            ``colour``, ``effect``, ``speed``, ``stay_s``; what is not said stays as in :data:`LOOKS`).

    Raises:
        SignsWrong: With every mistake in it.
    """
    mistakes: list[str] = []
    _only(data, {"line", "name", "signs", "looks"}, "", mistakes)
    line, name = str(data.get("line", "")), str(data.get("name", "")) or "signs"
    signs = [
        sign
        for at, each in enumerate(_list(data.get("signs", []), "signs", mistakes), 1)
        if (sign := _sign(each, f"signs {at}", mistakes)) is not None
    ]
    settings = BusSettings(name, line, tuple(signs), _looks(data.get("looks", {}), mistakes))
    if not mistakes:
        try:
            settings.open()
        except ValueError as error:
            mistakes.append(str(error))
    if mistakes:
        raise SignsWrong(mistakes)
    return settings


def _sign(data: Any, at: str, mistakes: list[str]) -> WindowSign | None:
    if not isinstance(data, Mapping):
        mistakes.append(f"{at}: a table with address and window")
        return None
    _only(data, {"address", "window", "width", "height", "font", "brightness"}, at, mistakes)
    numbers = {key: value for key, value in data.items() if type(value) is int}
    strange = sorted(data.keys() - numbers.keys())
    mistakes.extend(f"{at}: {key} is a whole number, not {data[key]!r}" for key in strange)
    window, address = numbers.pop("window", None), numbers.pop("address", None)
    if window is None or address is None:
        mistakes.append(f"{at}: address and window are needed")
        return None
    known = {key: numbers[key] for key in ("width", "height", "font", "brightness") if key in numbers}
    try:
        return WindowSign(window, Sign(address, f"window {window}", **known))
    except ValueError as error:
        mistakes.append(_at(at, error))
        return None


def _looks(data: Any, mistakes: list[str]) -> Looks:
    looks = dict(LOOKS)
    if not isinstance(data, Mapping):
        mistakes.append("looks: a table for each state")
        return MappingProxyType(looks)
    _only(data, {state.value for state in SignState}, "looks", mistakes)
    for state in SignState:
        if state.value in data:
            looks[state] = _look(data[state.value], looks[state], f"looks {state.value}", mistakes)
    return MappingProxyType(looks)


def _look(data: Any, usual: Look, at: str, mistakes: list[str]) -> Look:
    if not isinstance(data, Mapping):
        mistakes.append(f"{at}: a table with text, colour and effect")
        return usual
    _only(data, {"text", "colour", "effect", "speed", "stay_s"}, at, mistakes)
    try:
        return _checked_look(data, usual)
    except ValueError as error:
        mistakes.append(_at(at, error))
        return usual


def _checked_look(data: Mapping[str, Any], usual: Look) -> Look:
    text = _typed(data, "text", str, usual.text)
    if strange := unknown_characters(text):
        raise ValueError(f"a sign cannot show {strange!r}")
    return Look(
        text,
        _named(data, "colour", Colour, usual.colour),
        _named(data, "effect", Effect, usual.effect),
        _typed(data, "speed", int, usual.speed),
        float(_typed(data, "stay_s", (int, float), usual.stay_s)),
    )


def _named(data: Mapping[str, Any], key: str, kind: type[E], usual: E) -> E:
    names = {each.name.lower(): each for each in kind}
    said = data.get(key)
    if said is None:
        return usual
    if said not in names:
        raise ValueError(f"{key} is one of {', '.join(names)}, not {said!r}")
    return names[said]


def _typed(data: Mapping[str, Any], key: str, kind: Any, usual: Any) -> Any:
    said = data.get(key, usual)
    if not isinstance(said, kind) or isinstance(said, bool):
        raise ValueError(f"{key} cannot be {said!r}")
    return said


def _list(data: Any, at: str, mistakes: list[str]) -> list[Any]:
    if isinstance(data, list):
        return data
    mistakes.append(f"{at}: a list of tables")
    return []


def _only(data: Mapping[str, Any], known: set[str], at: str, mistakes: list[str]) -> None:
    there = ", ".join(sorted(known))
    mistakes.extend(_at(at, f"unknown {key!r}; known: {there}") for key in sorted(set(data) - known))


def _at(at: str, mistake: object) -> str:
    return f"{at}: {mistake}" if at else str(mistake)
