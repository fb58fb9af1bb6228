"""Printer addresses as settings write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import SplitResult, parse_qs, urlsplit

from hardware.printer.driver import EscPosPrinter
from hardware.printer.links import Link, NetworkLink, SerialLink, UsbLink

FORMS = "tcp://10.0.0.9:9100, serial:///dev/ttyUSB0?baud=115200, serial:COM3?baud=115200 or usb://04b8:0202"

_TCP_PORT = 9100
_BAUD = 115200
_FLOWS = ("none", "rtscts", "xonxoff")
_USB_IDS = re.compile(r"([0-9a-f]{4}):([0-9a-f]{4})")


def open_printer(url: str) -> EscPosPrinter:
    """Return the printer at an address; nothing is connected before the first job.

    ``serial:`` takes ``&flow=rtscts`` or ``&flow=xonxoff``, as the printer's switches are set; ``usb://``
    takes ``?out=01&in=82``, the end points in hex, for printers with other ones.

    Raises:
        ValueError: The address is not one of :data:`FORMS`; the sentence says what is wrong.
    """
    return EscPosPrinter(url, _connector(url))


def _connector(url: str) -> Callable[[], Link]:
    try:
        parts = urlsplit(url)
        match parts.scheme:
            case "tcp":
                return _tcp(parts)
            case "serial":
                return _serial(parts)
            case "usb":
                return _usb(parts)
        raise ValueError("it must begin with tcp://, serial:// or usb://")
    except ValueError as error:
        raise ValueError(f"printer address {url!r}: {error}; write {FORMS}") from error


def _tcp(parts: SplitResult) -> Callable[[], Link]:
    host, port = parts.hostname, parts.port or _TCP_PORT
    if not host:
        raise ValueError("the host is missing")
    if parts.path.strip("/"):
        raise ValueError(f"nothing may follow the port, not {parts.path!r}")
    _options(parts)
    return lambda: NetworkLink(host, port)


def _serial(parts: SplitResult) -> Callable[[], Link]:
    port = parts.netloc + parts.path
    if not port.strip("/"):
        raise ValueError("the port is missing")
    options = _options(parts, "baud", "flow")
    baud, flow = int(options.get("baud", _BAUD)), options.get("flow", _FLOWS[0])
    if baud <= 0:
        raise ValueError(f"the baud rate must be positive, not {baud}")
    if flow not in _FLOWS:
        raise ValueError(f"flow is {', '.join(_FLOWS)}, not {flow}")
    return lambda: SerialLink(port, baud, flow)


def _usb(parts: SplitResult) -> Callable[[], Link]:
    ids = _USB_IDS.fullmatch(parts.netloc.lower())
    if ids is None:
        raise ValueError("vendor and product are four hex digits each")
    options = _options(parts, "out", "in")
    out_endpoint, in_endpoint = int(options.get("out", "01"), 16), int(options.get("in", "82"), 16)
    vendor, product = int(ids[1], 16), int(ids[2], 16)
    return lambda: UsbLink(vendor, product, out_endpoint, in_endpoint)


def _options(parts: SplitResult, *known: str) -> dict[str, str]:
    options = {name: values[-1] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
    if unknown := sorted(options.keys() - set(known)):
        raise ValueError(f"unknown option {', '.join(unknown)}")
    return options
