"""How a device is, in words that say what to do about it."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from core.domain.privacy import KEY_BYTES
from hardware.devices import (
    Entry,
    GatewayEntry,
    KeysEntry,
    LoudspeakerEntry,
    ModemEntry,
    PrinterEntry,
    ReaderEntry,
    SignsEntry,
)
from hardware.errors import DeviceError
from hardware.idcard.card import DayKey, SeenCard
from hardware.idcard.driver import CardReader
from hardware.led.bus import SignBus, SignStatus
from hardware.led.look import Content
from hardware.printer.address import open_printer
from hardware.printer.condition import condition
from hardware.printer.ports import PrinterStatus
from hardware.sms.gateway import HttpGateway
from hardware.sms.modem import open_modem
from hardware.voice import wav
from hardware.voice.loudspeaker import Loudspeaker
from hardware.voice.settings import LoudspeakerSettings
from hardware.worker import Device, Health, State

_REMEDIES = {
    "device.unreachable": "is it switched on, is the cable in at both ends, is the address right,"
    " does another program have it?",
    "printer.paper_out": "put in a new roll, the printed side up, and close the cover",
    "printer.cover_open": "close the cover until it clicks",
    "printer.cutter": "open the cover, take the paper out of the knife, close it; else switch it off and on",
    "printer.fault": "switch it off, let it cool down, switch it on again; else it must be repaired",
    "printer.offline": "press its feed or online button; is its queue stopped?",
    "printer.paper_low": "have a new roll at hand",
    "printer.unknown": "print a test slip and look at it: this printer cannot say when its paper is out",
    "sign.none_answers": "is the signs' power on, are A and B the right way round, is the baud rate right?",
    "sign.silent": "look at the signs named: power, plug, and the address they are set to",
    "sign.refused": "look at the signs named: size and font as they are set",
    "keypad.silent": "look at the pads named: power, plug, and the address they are set to",
    "keypad.refused": "look at the pads named: are they of this protocol's version?",
    "keypad.unreadable": "are speed, frames and checksum as in the vendor's sheet?",
    "scanner.unreadable": "scan again; else set the scanner to the same speed and to CR behind each code",
    "sms.no_sim": "put a SIM card in, the right way round, with the modem switched off",
    "sms.pin_wanted": "switch the card's PIN off in a telephone",
    "sms.puk_wanted": "the card is locked: unlock it in a telephone with its PUK",
    "sms.not_registered": "is the aerial on, is there a network here, is the card paid for?",
    "sms.network_refuses": "ask the card's provider: is it paid for, is it for data only?",
    "sms.gateway_settings": "address, key or method of the provider are wrong in the device file",
    "sms.weak_signal": "put the aerial higher, or nearer to a window",
    "voice.no_loudspeaker": "is it plugged in and switched on, do the system's sound settings show it,"
    " is the name right, does the card have that channel, does the sound server run for this user?",
    "card_reader.self_test": "switch the reader off and on; if that does not help it must be repaired",
    "card_reader.not_authorised": "its security module is not in order: the seller must look at it",
    "card_reader.garbled": "is the baud rate right, is it a reader of the SAM-V kind?",
}
"""What somebody standing in front of it can do, by the key of what is wrong."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of looking at a device.

    Attributes:
        good: Whether it can be used.
        said: How it is, in one sentence.
        remedy: What to do; ``""`` where nothing is.
    """

    good: bool
    said: str
    remedy: str = ""


def look_at(entry: Entry) -> Finding:
    """Connect to a device, ask how it is, and let go of it; a few seconds at most."""
    try:
        match entry:
            case PrinterEntry():
                return _printer(open_printer(entry.url).status())
            case ReaderEntry():
                return _device(CardReader(entry.url, key_of_this_moment, _nobody))
            case ModemEntry():
                return _device(open_modem(entry.url))
            case GatewayEntry():
                return _device(HttpGateway(entry.name, entry.settings))
            case KeysEntry():
                return _device(entry.open(), entry.looks)
            case SignsEntry():
                return _signs(entry.bus.open())
            case LoudspeakerEntry():
                return _loudspeaker(entry.settings)
    except DeviceError as error:
        return wrong(error.key, error.detail)


def wrong(key: str, detail: str) -> Finding:
    """Return what is to be said of something that is wrong."""
    return Finding(False, f"{key}: {detail}" if detail else key, _REMEDIES.get(key, ""))


def key_of_this_moment() -> DayKey:
    """Return a key that nobody keeps: what is read with it can be matched with nothing."""
    return DayKey(date.today(), secrets.token_bytes(KEY_BYTES))


def _nobody(_card: SeenCard | DeviceError) -> None:
    """Be told of a card that lies on the reader meanwhile; it is forgotten."""


def _loudspeaker(settings: LoudspeakerSettings) -> Finding:
    """Play the chime where calls will be heard."""
    loudspeaker = Loudspeaker(settings.card, settings.place)
    loudspeaker.start()
    try:
        heard = loudspeaker.play(wav.chime(), settings.volume / 100)
        card = loudspeaker.device
    finally:
        loudspeaker.close()
    return Finding(True, f"a chime was played on {card}") if heard else wrong("voice.no_loudspeaker", "")


def _printer(status: PrinterStatus) -> Finding:
    health = condition(status)
    if not status.answered:
        said = "it takes the connection and answers no question"
        return Finding(True, said, _REMEDIES[health.key])
    if not status.ready:
        return wrong(health.key, health.detail)
    if health.state is State.READY:
        return Finding(True, "ready")
    return Finding(True, f"ready; {health.detail}", _REMEDIES[health.key])


def _device(device: Device, looks: int = 1) -> Finding:
    try:
        device.connect()
        for _ in range(looks):
            health = device.look()
    finally:
        device.disconnect()
    return Finding(True, "ready") if health.state is State.READY else wrong(health.key, health.detail)


def _signs(bus: SignBus) -> Finding:
    """Ask every sign until it has answered or is known not to."""
    health = _look_until(bus, lambda each: each.settled, {})
    if health.state is State.READY:
        count = len(bus.signs)
        return Finding(True, "ready" if count == 1 else f"ready, all {count} signs")
    return wrong(health.key, health.detail)


def show_on_all(bus: SignBus, wanted: Mapping[int, Content]) -> Health:
    """Have the signs of a bus show something now, and return how they are once each was told.

    Args:
        wanted: By address.

    Raises:
        DeviceUnreachable: There is no such line.
    """
    return _look_until(
        bus, lambda each: bool(each.trouble) or each.shown == wanted[each.sign.address], wanted
    )


def _look_until(bus: SignBus, done: Callable[[SignStatus], bool], wanted: Mapping[int, Content]) -> Health:
    """Open a bus, show what is wanted, look until every sign is done, and let go of it."""
    try:
        bus.connect()
        for address, content in wanted.items():
            bus.show(address, content)
        health = bus.look()
        while not all(map(done, bus.status())):
            health = bus.look()
    finally:
        bus.disconnect()
    return health
