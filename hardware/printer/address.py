"""Printer addresses as settings write them."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

from hardware.printer.cups import QueuePrinter
from hardware.printer.driver import EscPosPrinter
from hardware.printer.files import FileLink, WindowsLink
from hardware.printer.links import Link, NetworkLink, SerialLink, UsbLink

FORMS = (
    "tcp://10.0.0.9:9100, serial:///dev/ttyUSB0?baud=115200, serial:COM3?baud=115200, usb://04b8:0202,"
    " file:///dev/usb/lp0, cups://QUEUE or winraw://PRINTER%20NAME"
)

_TCP_PORT = 9100
_BAUD = 115200
_LEAST_BAUD = 1200
_FLOWS = ("none", "rtscts", "xonxoff")
_USB_IDS = re.compile(r"([0-9a-f]{4}):([0-9a-f]{4})")
_ENDPOINT = re.compile(r"[0-9a-f]{1,2}")
_QUEUE = re.compile(r"[^\s/#?'\"\\-][^\s/#?'\"\\]{0,126}")


def open_printer(url: str) -> EscPosPrinter:
    """Return the printer at an address; nothing is connected before the first job.

    ``serial:`` takes ``&flow=rtscts`` or ``&flow=xonxoff``, as the printer's switches are set; ``usb://``
    takes ``?out=01&in=82``, the end points in hex, for printers with other ones.

    Raises:
        ValueError: The address is not one of :data:`FORMS`; the sentence says all that is wrong.
    """
    mistakes: list[str] = []
    try:
        parts = urlsplit(url)
        made = _SCHEMES.get(parts.scheme, _no_scheme)(url, parts, mistakes)
    except ValueError as error:  # brackets of an IPv6 address that do not match
        mistakes.append(str(error))
    if mistakes:
        raise ValueError(f"printer address {url!r}: {', and '.join(mistakes)}; write {FORMS}")
    return made


def _no_scheme(url: str, _parts: SplitResult, mistakes: list[str]) -> EscPosPrinter:
    mistakes.append("it must begin with tcp://, serial://, usb://, file://, cups:// or winraw://")
    return EscPosPrinter(url, _never)


def _never() -> Link:
    raise AssertionError("a wrong address is refused before anything is opened")


def _tcp(url: str, parts: SplitResult, mistakes: list[str]) -> EscPosPrinter:
    host, port = parts.hostname or "", _TCP_PORT
    if not host:
        mistakes.append("the host is missing")
    try:
        port = parts.port if parts.port is not None else _TCP_PORT
    except ValueError as error:
        mistakes.append(str(error))
    if port == 0:
        mistakes.append("there is no port 0")
    if parts.username is not None:
        mistakes.append("a printer knows no user name")
    if parts.path.strip("/"):
        mistakes.append(f"nothing may follow the port, not {parts.path!r}")
    _options(parts, mistakes)
    return EscPosPrinter(url, lambda: NetworkLink(host, port))


def _serial(url: str, parts: SplitResult, mistakes: list[str]) -> EscPosPrinter:
    port = parts.netloc + parts.path
    if not port.strip("/"):
        mistakes.append("the port is missing")
    options = _options(parts, mistakes, "baud", "flow")
    baud, flow = _number(options.get("baud", str(_BAUD))), options.get("flow", _FLOWS[0])
    if baud is None or baud < _LEAST_BAUD:
        mistakes.append(f"baud must be a number from {_LEAST_BAUD} up, not {options['baud']!r}")
    if flow not in _FLOWS:
        mistakes.append(f"flow is {', '.join(_FLOWS)}, not {flow!r}")
    speed = baud or _BAUD
    return EscPosPrinter(url, lambda: SerialLink(port, speed, flow), bytes_per_s=speed / 10)


def _usb(url: str, parts: SplitResult, mistakes: list[str]) -> EscPosPrinter:
    ids = _USB_IDS.fullmatch(parts.netloc.lower())
    if ids is None:
        mistakes.append("vendor and product are four hex digits each")
    if parts.path.strip("/"):
        mistakes.append(f"nothing may follow the product, not {parts.path!r}")
    options = _options(parts, mistakes, "out", "in")
    ends = []
    for name, usual in (("out", "01"), ("in", "82")):
        end = options.get(name, usual).lower()
        if not _ENDPOINT.fullmatch(end):
            mistakes.append(f"{name} is an end point in hex such as {usual}, not {end!r}")
        ends.append(end)
    if ids is None or mistakes:
        return EscPosPrinter(url, _never)
    vendor, product, out_end, in_end = (int(each, 16) for each in (ids[1], ids[2], *ends))
    if out_end & 0x80 or not in_end & 0x80:
        mistakes.append("out is an end point below 80, in one from 80 up")
    return EscPosPrinter(url, lambda: UsbLink(vendor, product, out_end, in_end))


def _file(url: str, parts: SplitResult, mistakes: list[str]) -> EscPosPrinter:
    path = unquote(parts.path)
    if parts.netloc not in ("", "localhost"):
        mistakes.append(f"a file has three slashes and no host, not {parts.netloc!r}")
    if not path.strip("/"):
        mistakes.append("the path is missing")
    elif path.endswith("/"):
        mistakes.append("a folder is no printer")
    _options(parts, mistakes)
    return EscPosPrinter(url, lambda: FileLink(path))


def _cups(url: str, parts: SplitResult, mistakes: list[str]) -> EscPosPrinter:
    queue = unquote(parts.netloc)
    if not queue:
        mistakes.append("the queue's name is missing; lpstat -e lists them")
    elif not _QUEUE.fullmatch(queue):
        mistakes.append(f"no queue is called {queue!r}; lpstat -e lists them")
    if parts.path.strip("/"):
        mistakes.append(f"nothing may follow the queue, not {parts.path!r}")
    _options(parts, mistakes)
    return QueuePrinter(url, queue)


def _windows(url: str, parts: SplitResult, mistakes: list[str]) -> EscPosPrinter:
    name = unquote(parts.netloc + parts.path).rstrip("/")
    if not name:
        mistakes.append("the printer's name is missing")
    if sys.platform != "win32":
        mistakes.append("winraw:// is for Windows only, this machine is none; here it is cups:// or file://")
    _options(parts, mistakes)
    return EscPosPrinter(url, lambda: WindowsLink(name))


_SCHEMES: dict[str, Callable[[str, SplitResult, list[str]], EscPosPrinter]] = {
    "tcp": _tcp,
    "serial": _serial,
    "usb": _usb,
    "file": _file,
    "cups": _cups,
    "winraw": _windows,
}


def _options(parts: SplitResult, mistakes: list[str], *known: str) -> dict[str, str]:
    options = {name: values[-1] for name, values in parse_qs(parts.query, keep_blank_values=True).items()}
    if unknown := sorted(options.keys() - set(known)):
        mistakes.append(f"unknown option {', '.join(unknown)}")
    if parts.fragment:
        mistakes.append(f"nothing may follow a '#', not {parts.fragment!r}")
    return options


def _number(said: str) -> int | None:
    return int(said) if said.isascii() and said.isdigit() else None
