"""From a device file to what sends: a modem or a gateway, its worker, the outbox and its ledger."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from hardware.devices import Entry, GatewayEntry, ModemEntry
from hardware.sms.carrier import SendingDevice, WorkerCarrier
from hardware.sms.gateway import HttpGateway
from hardware.sms.ledger import FileLedger
from hardware.sms.modem import open_modem
from hardware.sms.outbox import Changed, SmsOutbox, utc_now
from hardware.worker import Health, Worker

LOOK_S = {"modem": 10.0, "gateway": 60.0}
"""So often each kind is asked how it is."""


class NoCarrier(ValueError):
    """The device file does not name the one thing that sends."""


@dataclass(frozen=True, slots=True)
class SmsDesk:
    """What sends a hall's messages.

    Attributes:
        kind: ``"modem"`` or ``"gateway"``, as the core calls the device.
        begun: Since when the ledger remembers.
    """

    name: str
    kind: str
    worker: Worker
    outbox: SmsOutbox
    begun: datetime

    def start(self) -> None:
        """Begin to send."""
        self.worker.start()
        self.outbox.start()

    def stop(self) -> None:
        """End after the message under way."""
        self.outbox.stop()
        self.worker.stop()


def the_carrier(entries: Iterable[Entry]) -> ModemEntry | GatewayEntry:
    """Return the one entry of a device file that sends messages.

    Raises:
        NoCarrier: There is none, or there are several.
    """
    found = [each for each in entries if isinstance(each, ModemEntry | GatewayEntry)]
    if len(found) != 1:
        names = ", ".join(each.name for each in found) or "none"
        raise NoCarrier(f"one of [[modems]] or [[sms_gateways]] sends a hall's messages; there is {names}")
    return found[0]


def open_desk(
    entry: ModemEntry | GatewayEntry,
    folder: Path,
    *,
    health: Callable[[Health], None],
    changed: Changed,
    clock: Callable[[], datetime] = utc_now,
) -> SmsDesk:
    """Return what sends through an entry, not yet started.

    Args:
        folder: Where the ledger lies: ids and outcomes, no numbers and no texts.
        health: Told how the device is, on its worker's thread.
        changed: Told each receipt; see :class:`SmsOutbox`.

    Raises:
        OSError: The ledger cannot be read or written.
    """
    begun = _begun(folder, clock)
    device: SendingDevice
    if isinstance(entry, ModemEntry):
        kind, device = "modem", (modem := open_modem(entry.url, entry.name))
    else:
        kind, device = "gateway", HttpGateway(entry.name, entry.settings)
    worker = Worker(device, health, every_s=LOOK_S[kind])
    ledger = FileLedger(_ledger(folder))
    outbox = SmsOutbox(WorkerCarrier(device, worker), changed, ledger=ledger, clock=clock)
    if isinstance(entry, ModemEntry):
        modem.reports = outbox.reported
    return SmsDesk(entry.name, kind, worker, outbox, begun)


def _ledger(folder: Path) -> Path:
    return folder / "sms.ledger"


def _begun(folder: Path, clock: Callable[[], datetime]) -> datetime:
    """Return since when the ledger remembers; a new one begins now."""
    mark = folder / "sms.begun"
    if _ledger(folder).exists() and mark.exists():
        return datetime.fromisoformat(mark.read_text("ascii").strip())
    folder.mkdir(parents=True, exist_ok=True)
    begun = clock()
    mark.write_text(begun.isoformat(), "ascii")
    return begun
