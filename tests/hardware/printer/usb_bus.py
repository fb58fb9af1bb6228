"""A USB bus with one printer on it, below pyusb: the driver, python-escpos and pyusb are the real ones."""

from __future__ import annotations

import errno
from types import SimpleNamespace
from typing import Any

import usb.backend
import usb.core

from hardware.printer.virtual import VirtualPrinter


class FakeBus(usb.backend.IBackend):  # type: ignore[misc]
    """Bulk end points 0x01 out and 0x82 in, as Epson's printers have.

    Attributes:
        plugged: The cable is in.
        takes_data: Clear it, and the printer answers every transfer with NAK.
        stalls_after: Bytes after which it does that by itself; ``None``: never.
        hangs_up_after: Bytes after which it is unplugged; ``None``: never.
    """

    def __init__(self, printer: VirtualPrinter) -> None:
        self.printer = printer
        self.plugged = True
        self.takes_data = True
        self.stalls_after: int | None = None
        self.hangs_up_after: int | None = None
        self._got = 0
        self._answers = bytearray()

    def enumerate_devices(self) -> list[int]:
        return [1] if self.plugged else []

    def get_device_descriptor(self, device: int) -> Any:
        return _descriptor(
            bcdUSB=0x200, bDeviceClass=0, bDeviceSubClass=0, bDeviceProtocol=0, bMaxPacketSize0=64,
            idVendor=0x04B8, idProduct=0x0202, bcdDevice=0x100, iManufacturer=0, iProduct=0,
            iSerialNumber=0, bNumConfigurations=1, address=1, bus=1, port_number=1, port_numbers=(1,),
            speed=3,
        )  # fmt: skip

    def get_configuration_descriptor(self, device: int, config: int) -> Any:
        if config:
            raise IndexError
        return _descriptor(
            wTotalLength=32, bNumInterfaces=1, bConfigurationValue=1, iConfiguration=0,
            bmAttributes=0xC0, bMaxPower=1, extra_descriptors=[],
        )  # fmt: skip

    def get_interface_descriptor(self, device: int, interface: int, alternate: int, config: int) -> Any:
        if interface or alternate:
            raise IndexError
        return _descriptor(
            bInterfaceNumber=0, bAlternateSetting=0, bNumEndpoints=2, bInterfaceClass=7,
            bInterfaceSubClass=1, bInterfaceProtocol=2, iInterface=0, extra_descriptors=[],
        )  # fmt: skip

    def get_endpoint_descriptor(
        self, device: int, endpoint: int, interface: int, alternate: int, config: int
    ) -> Any:
        return _descriptor(
            bEndpointAddress=(0x01, 0x82)[endpoint], bmAttributes=2, wMaxPacketSize=64, bInterval=0,
            bRefresh=0, bSynchAddress=0, extra_descriptors=[],
        )  # fmt: skip

    def open_device(self, device: int) -> int:
        self._must_be_there()
        self._got = 0
        return device

    def close_device(self, handle: int) -> None: ...

    def set_configuration(self, handle: int, value: int) -> None: ...

    def get_configuration(self, handle: int) -> int:
        return 1

    def claim_interface(self, handle: int, interface: int) -> None: ...

    def release_interface(self, handle: int, interface: int) -> None: ...

    def reset_device(self, handle: int) -> None: ...

    def bulk_write(self, handle: int, endpoint: int, interface: int, data: Any, timeout: int) -> int:
        self._must_be_there()
        self._got += len(data)
        if self.stalls_after is not None and self._got >= self.stalls_after:
            self.takes_data = False
        if self.hangs_up_after is not None and self._got >= self.hangs_up_after:
            self.plugged = False
            self._must_be_there()
        if not self.takes_data:
            raise usb.core.USBTimeoutError("Operation timed out", None, errno.ETIMEDOUT)
        self._answers += self.printer.feed(bytes(data))
        return len(data)

    def bulk_read(self, handle: int, endpoint: int, interface: int, buffer: Any, timeout: int) -> int:
        self._must_be_there()
        if not self._answers:
            raise usb.core.USBTimeoutError("Operation timed out", None, errno.ETIMEDOUT)
        taken = self._answers[: len(buffer)]
        del self._answers[: len(taken)]
        for place, byte in enumerate(taken):
            buffer[place] = byte
        return len(taken)

    def _must_be_there(self) -> None:
        if not self.plugged:
            raise usb.core.USBError("No such device (it may have been disconnected)", None, errno.ENODEV)


def _descriptor(**fields: Any) -> SimpleNamespace:
    return SimpleNamespace(bLength=9, bDescriptorType=1, **fields)
