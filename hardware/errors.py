"""Device failures: the app goes on, the staff is told, and nothing in the hall's state changes."""

from __future__ import annotations


class DeviceError(Exception):
    """A device did not do what it was asked.

    Attributes:
        key: Stable message key, e.g. ``"printer.paper_out"``; the screens translate it.
        device: Which one, as its settings name it, e.g. ``"tcp://10.0.0.9:9100"``.
        detail: What happened, for the log and the support line; never shown to a visitor.
        maybe_done: ``True`` when an unknown part of the job may be out already (half a slip, half a
            sentence); ``False`` when surely nothing came out, so that doing it again makes no double.
    """

    key = "device.failed"

    def __init__(self, device: str, detail: str, *, maybe_done: bool = False) -> None:
        super().__init__(f"{device}: {detail}")
        self.device = device
        self.detail = detail
        self.maybe_done = maybe_done


class DeviceUnreachable(DeviceError):
    """Nobody answers at that address or port, or it stopped taking data; trying again later may help."""

    key = "device.unreachable"


class PaperOut(DeviceError):
    """The roll has ended; a person must put in a new one."""

    key = "printer.paper_out"


class CoverOpen(DeviceError):
    """The printer's cover is open; a person must close it."""

    key = "printer.cover_open"


class PrinterFault(DeviceError):
    """The printer reports an error of its own (head too hot, something broken); a person must look at it."""

    key = "printer.fault"


class CutterJam(PrinterFault):
    """The knife is stuck; a person must take the paper out of it."""

    key = "printer.cutter"


class PrinterOffline(PrinterFault):
    """The printer takes no data and does not say why: switched offline, held open by its feed button."""

    key = "printer.offline"
