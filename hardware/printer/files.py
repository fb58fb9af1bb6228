"""Printers that the system keeps as a file or a spool: a device file, a plain file, a Windows printer."""

from __future__ import annotations

import errno
import os
import select
import stat
import time

from hardware.errors import DeviceError, DeviceUnreachable, PaperOut
from hardware.printer import links
from hardware.printer.library import escpos_printer
from hardware.printer.links import Link

_PIECE = 4096
"""Bytes written at a time: few, so that a printer that stops taking them is noticed."""

_TAKE = 64


class DeviceRefused(OSError):
    """The device's own driver says what is wrong.

    Attributes:
        kind: The failure it is.
    """

    def __init__(self, kind: type[DeviceError], sentence: str) -> None:
        super().__init__(sentence)
        self.kind = kind


class FileLink(Link):
    """``/dev/usb/lp0`` and its like, or a plain file that is written on and on.

    A device is asked as on any line, if it may be read; a plain file is never asked. The file must be there
    already: one that is made would take the slips of a printer that is unplugged.
    """

    def __init__(self, path: str) -> None:
        super().__init__()
        self._file = _opened(path)
        try:
            mode = os.fstat(self._file).st_mode
            if stat.S_ISREG(mode) and os.path.realpath(path).startswith("/dev/"):
                raise OSError(errno.ENODEV, "there is no device, but a plain file", path)
        except OSError:
            os.close(self._file)
            raise
        self._plain = stat.S_ISREG(mode)
        self.asks = not self._plain and os.get_blocking(self._file) is False and _readable(self._file)

    def send(self, data: bytes) -> None:
        """Write all bytes, or raise within about ``SEND_TIMEOUT_S`` of a stall."""
        view = memoryview(data)
        give_up = time.monotonic() + links.SEND_TIMEOUT_S
        while view:
            try:
                taken = os.write(self._file, view[:_PIECE])
            except BlockingIOError:
                taken = 0
            except OSError as error:
                raise _refusal(error, plain=self._plain) from error
            view = view[taken:]
            if taken:
                give_up = time.monotonic() + links.SEND_TIMEOUT_S
            elif (left := give_up - time.monotonic()) <= 0 or not select.select([], [self._file], [], left)[
                1
            ]:
                raise TimeoutError("it takes no data")

    def close(self) -> None:
        """Give the file back; what is written is on the disk by then."""
        if self._file >= 0 and self._plain:
            os.fsync(self._file)
        self._let_go()

    def abort(self) -> None:
        """Give the file back and forget what is left, else the system waits half a minute for a terminal."""
        try:
            if self._file >= 0 and os.isatty(self._file):
                import termios  # not on Windows, where there is no such file

                termios.tcflush(self._file, termios.TCOFLUSH)
        finally:
            self._let_go()

    def _let_go(self) -> None:
        if self._file >= 0:
            file, self._file = self._file, -1
            os.close(file)

    def _read(self, timeout_s: float) -> bytes:
        if not select.select([self._file], [], [], timeout_s)[0]:
            return b""
        answer = os.read(self._file, _TAKE)
        if not answer:
            raise ConnectionResetError("the printer is gone")
        return answer

    def _drain(self) -> None:
        for _ in range(links.DRAIN_READS):
            if not select.select([self._file], [], [], 0)[0] or not os.read(self._file, _TAKE):
                return


def _opened(path: str) -> int:
    usual = os.O_NONBLOCK | os.O_NOCTTY | os.O_APPEND
    try:
        if not os.path.isfile(path) and os.path.exists(path):
            return os.open(path, usual | os.O_RDWR)
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EINVAL, errno.EROFS):
            raise
    return os.open(path, usual | os.O_WRONLY)


def _readable(file: int) -> bool:
    import fcntl

    return fcntl.fcntl(file, fcntl.F_GETFL) & os.O_ACCMODE == os.O_RDWR


def _refusal(error: OSError, *, plain: bool) -> OSError:
    """Return what a failed write means: the printer driver of Linux says "no space" for "no paper"."""
    if error.errno == errno.ENOSPC and not plain:
        return DeviceRefused(PaperOut, "its driver says that the paper has run out")
    if error.errno == errno.ENOSPC:
        return DeviceRefused(DeviceUnreachable, "the disk is full")
    return error


class WindowsLink(Link):
    """A printer that Windows knows, its data passed on raw; it is written to and never asked.

    The print job is begun with the first byte: looking at the printer must not print empty jobs.
    """

    asks = False

    def __init__(self, name: str) -> None:
        super().__init__()
        made = escpos_printer("Win32Raw")(printer_name=name)
        if name not in made.printers:
            raise OSError(f"Windows knows no printer {name!r}")
        self._made = made
        self._begun = False

    def send(self, data: bytes) -> None:
        """Hand all bytes to the spooler."""
        if not self._begun:
            self._made.open(job_name="Hallcall")
            self._begun = True
        self._made._raw(data)

    def close(self) -> None:
        """End the print job, if one was begun."""
        if self._begun:
            self._begun = False
            self._made.close()

    def abort(self) -> None:
        """End it; what the spooler has it keeps."""
        self.close()

    def _read(self, timeout_s: float) -> bytes:  # noqa: ARG002  # nothing ever comes back
        return b""

    def _drain(self) -> None:
        """Nothing comes back."""
