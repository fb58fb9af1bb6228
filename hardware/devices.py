"""The machine's device file: what is plugged in here, checked whole before anything is opened."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from hardware.printer.address import open_printer

if TYPE_CHECKING:
    from hardware.keypad.at_windows import Heard, Pads
    from hardware.keypad.number_pad import NumberPadSettings
    from hardware.led.settings import BusSettings
    from hardware.sms.gateway_settings import GatewaySettings
    from hardware.voice.settings import LoudspeakerSettings
    from hardware.worker import Device

# What belongs to one kind of device is imported where one is named: a kiosk has no signs, modems and keypads,
# and all of them together cost it 5 MB and 70 ms of its start.

PAPERS_MM = {80: 576, 58: 384}
"""Widths of paper, and how many dots a printer usually prints across each."""

_FEWEST_DOTS, _MOST_DOTS = 256, 832


class DevicesWrong(ValueError):
    """A device file is wrong.

    Attributes:
        mistakes: One sentence each, with the place.
    """

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("\n".join(mistakes))
        self.mistakes = mistakes


@dataclass(frozen=True, slots=True)
class PrinterEntry:
    """A ticket printer.

    Attributes:
        dots: Across its paper.
        text: Whether slips go out as the printer's own text; ``None``: where the line is too slow for them.
    """

    name: str
    url: str
    dots: int
    text: bool | None = None


@dataclass(frozen=True, slots=True)
class ReaderEntry:
    """A reader of identity cards."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class SignsEntry:
    """A bus of window signs."""

    name: str
    url: str
    bus: BusSettings


@dataclass(frozen=True, slots=True)
class ModemEntry:
    """An SMS modem."""

    name: str
    url: str


@dataclass(frozen=True, slots=True)
class GatewayEntry:
    """A provider of text messages.

    Attributes:
        url: As it may be shown: the rest of the address may hold a key.
    """

    name: str
    url: str
    settings: GatewaySettings


@dataclass(frozen=True, slots=True)
class KeysEntry:
    """A scanner, or keypads: what says something when somebody does something.

    Attributes:
        kind: ``"scanner"`` or ``"keypads"``.
        open: Makes the device; nothing is opened yet, and what it says nobody hears. A scanner's takes who is
            told each code, on the worker's thread.
        looks: After so many looks each part of it was asked.
        listen: Makes keypads that tell what is pressed; ``None`` where no program asks.
        typed: Makes a number pad whose keys are told by their names, whatever the file says that they do:
            a kiosk's; ``None`` where it is none, or its keys come with the focus.
        with_focus: A number pad whose keys come to the window that has the focus.
    """

    name: str
    url: str
    kind: str
    open: Callable[..., Device]
    looks: int = 1
    listen: Callable[[Heard], Pads] | None = None
    with_focus: NumberPadSettings | None = None
    typed: Callable[[Callable[[str], None]], Device] | None = None


@dataclass(frozen=True, slots=True)
class LoudspeakerEntry:
    """A loudspeaker that says calls."""

    name: str
    url: str
    settings: LoudspeakerSettings


Entry = PrinterEntry | ReaderEntry | SignsEntry | ModemEntry | GatewayEntry | KeysEntry | LoudspeakerEntry


def load_devices(path: Path) -> tuple[Entry, ...]:
    """Return the devices of a file, in its order.

    Raises:
        DevicesWrong: With every mistake in it.
        OSError: It cannot be read.
    """
    # 1 MB that only a machine with a device file needs.
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DevicesWrong([f"{path}: it is no TOML file: {error}"]) from error
    try:
        return read_devices(data)
    except DevicesWrong as error:
        raise DevicesWrong([f"{path}: {mistake}" for mistake in error.mistakes]) from error


def read_devices(data: Mapping[str, Any]) -> tuple[Entry, ...]:
    """Return the devices that the tables of a device file name, in their order.

    Raises:
        DevicesWrong: With every mistake in them.
    """
    mistakes: list[str] = []
    entries = _entries(data, mistakes)
    mistakes += _twice("name", [each.name for each in entries])
    mistakes += _twice("address", [each.url for each in entries])
    if mistakes:
        raise DevicesWrong(mistakes)
    return tuple(entries)


def _entries(data: Mapping[str, Any], mistakes: list[str]) -> list[Entry]:
    entries: list[Entry] = []
    for kind, listed in data.items():
        if kind not in _KINDS:
            mistakes.append(f"unknown {kind!r}; known: {', '.join(_KINDS)}")
        elif not isinstance(listed, list) or not all(isinstance(each, dict) for each in listed):
            mistakes.append(f"each of {kind} is begun by [[{kind}]]")
        else:
            for at, each in enumerate(listed, 1):
                place = f"{kind} {at} ({each['name']})" if each.get("name") else f"{kind} {at}"
                entries += _entry(kind, each, place, mistakes)
    return entries


def _entry(kind: str, data: dict[str, Any], place: str, mistakes: list[str]) -> list[Entry]:
    try:
        return [_KINDS[kind](data)]
    except ValueError as error:
        # Signs tell a list (SignsWrong).
        listed = getattr(error, "mistakes", None) or str(error).split("\n")
        mistakes += [f"{place}: {each}" for each in listed]
    return []


def _printer(data: dict[str, Any]) -> PrinterEntry:
    name, url = _named(data, {"paper_mm", "dots", "text"})
    wrong = []
    try:
        open_printer(url)
    except ValueError as error:
        wrong.append(str(error))
    paper, text = data.get("paper_mm", 80), data.get("text")
    if not isinstance(paper, int) or paper not in PAPERS_MM:
        paper = 80
        wrong.append(f"paper_mm is {' or '.join(map(str, PAPERS_MM))}, not {data['paper_mm']!r}")
    dots = data.get("dots", PAPERS_MM[paper])
    if "dots" in data and not _are_dots(dots):
        wrong.append(f"dots is a multiple of 8 from {_FEWEST_DOTS} to {_MOST_DOTS}, not {dots!r}")
    if text is not None and not isinstance(text, bool):
        wrong.append(f"text is true or false, not {text!r}")
    if wrong:
        raise ValueError("\n".join(wrong))
    return PrinterEntry(name, url, dots, text)


def _are_dots(dots: object) -> bool:
    whole = isinstance(dots, int) and not isinstance(dots, bool)
    return whole and dots in range(_FEWEST_DOTS, _MOST_DOTS + 1, 8)


def _card_reader(data: dict[str, Any]) -> ReaderEntry:
    from hardware.idcard.driver import BAUD as CARD_BAUD
    from hardware.line import line_opener

    name, url = _named(data, set())
    line_opener(url, baud=CARD_BAUD)
    return ReaderEntry(name, url)


def _modem(data: dict[str, Any]) -> ModemEntry:
    from hardware.sms.modem import open_modem

    name, url = _named(data, set())
    open_modem(url)
    return ModemEntry(name, url)


def _gateway(data: dict[str, Any]) -> GatewayEntry:
    from hardware.sms.gateway_table import gateway_settings

    settings = gateway_settings({key: value for key, value in data.items() if key != "name"})
    parts = urlsplit(settings.url)
    host = parts.netloc.rpartition("@")[2]
    name, url = _named({"url": f"{parts.scheme}://{host}", **_only(data, "name")}, set())
    return GatewayEntry(name, url, settings)


def _loudspeaker(data: dict[str, Any]) -> LoudspeakerEntry:
    from hardware.voice.settings import loudspeaker_settings

    settings = loudspeaker_settings(data)
    return LoudspeakerEntry(settings.name, settings.url, settings)


def _signs(data: dict[str, Any]) -> SignsEntry:
    from hardware.led.settings import bus_settings

    more = {key: value for key, value in data.items() if key not in ("name", "url")}
    name, url = _named(_only(data, "name", "url"), set())
    if "line" in more:
        raise ValueError("unknown 'line'; its address is called url")
    return SignsEntry(name, url, bus_settings({**more, "name": name, "line": url}))


def _scanner(data: dict[str, Any]) -> KeysEntry:
    from hardware.scanner.driver import SerialScanner
    from hardware.scanner.settings import scanner_settings

    name, url, table = _split(data)
    settings = scanner_settings(table)
    return KeysEntry(
        name, url, "scanner", lambda scanned=_nobody: SerialScanner(settings, scanned, name=name)
    )


def _keypads(data: dict[str, Any]) -> KeysEntry:
    from hardware.keypad.at_windows import BusPads
    from hardware.keypad.bus import PadBus
    from hardware.keypad.settings import bus_settings as pad_settings

    name, url, table = _split(data)
    settings, pads = pad_settings(table)
    return KeysEntry(
        name,
        url,
        "keypads",
        lambda: PadBus(settings, _nobody),
        2 * len(pads) + 1,
        lambda heard: BusPads(name, settings, pads, heard),
    )


def _vendor_keypads(data: dict[str, Any]) -> KeysEntry:
    from hardware.keypad.at_windows import VendorPads
    from hardware.keypad.vendor import VendorKeypads
    from hardware.keypad.vendor_settings import vendor_settings

    name, url, table = _split(data)
    settings = vendor_settings(table)
    return KeysEntry(
        name,
        url,
        "keypads",
        lambda: VendorKeypads(settings, _nobody),
        len(settings.poll) + 1,
        lambda heard: VendorPads(name, settings, heard),
    )


def _number_pad(data: dict[str, Any]) -> KeysEntry:
    from hardware.keypad.input_events import InputEvents
    from hardware.keypad.number_pad import FocusPad, NumberPads, number_pad_settings

    settings = number_pad_settings({key: value for key, value in data.items() if key != "name"})
    if not settings.device:
        name, url = _named({"url": "keyboard", **({"name": data["name"]} if "name" in data else {})}, set())
        return KeysEntry(name, url, "keypads", lambda: FocusPad(name), with_focus=settings)
    name, url = _named({"url": settings.device, **({"name": data["name"]} if "name" in data else {})}, set())
    return KeysEntry(
        name,
        url,
        "keypads",
        lambda: NumberPads(name, settings, _nobody).device,
        listen=lambda heard: NumberPads(name, settings, heard),
        typed=lambda pressed: InputEvents(settings.device, pressed, name=name),
    )


def _split(data: dict[str, Any]) -> tuple[str, str, dict[str, Any]]:
    """Return name, address, and the table without the name."""
    name, url = _named(_only(data, "name", "url"), set())
    return name, url, {key: value for key, value in data.items() if key != "name"}


def _only(data: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: data[name] for name in names if name in data}


def _nobody(*_said: object) -> None:
    """Hear what a device says meanwhile, and forget it."""


_KINDS: dict[str, Callable[[dict[str, Any]], Entry]] = {
    "printers": _printer,
    "card_readers": _card_reader,
    "signs": _signs,
    "modems": _modem,
    "scanners": _scanner,
    "keypads": _keypads,
    "vendor_keypads": _vendor_keypads,
    "number_pads": _number_pad,
    "sms_gateways": _gateway,
    "loudspeakers": _loudspeaker,
}


def _named(data: Mapping[str, Any], more: set[str]) -> tuple[str, str]:
    """Return name and address, and refuse what nobody knows."""
    wrong = [f"unknown {key!r}" for key in sorted(set(data) - {"name", "url"} - more)]
    wrong += [
        f"{key} is missing: {what}"
        for key, what in (("name", "what people here call it"), ("url", "where it is plugged in"))
        if not isinstance(data.get(key), str) or not data[key].strip()
    ]
    if wrong:
        raise ValueError("\n".join(wrong))
    return data["name"].strip(), data["url"].strip()


def _twice(what: str, said: list[str]) -> list[str]:
    return [
        f"the {what} {each!r} stands there twice" for each in sorted({x for x in said if said.count(x) > 1})
    ]
