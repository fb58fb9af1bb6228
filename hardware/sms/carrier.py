"""What sends, as the outbox sees it: each part is a job of the device's worker."""

from __future__ import annotations

from typing import Protocol

from hardware.errors import DeviceUnreachable
from hardware.sms.errors import SendUnknown
from hardware.sms.ports import Carrier, Message
from hardware.worker import Device, Worker

WAIT_S = 90.0
"""How long a part may take with everything before it: a round of questions, the prompt, the network."""


class SendingDevice(Device, Carrier, Protocol):
    """A device that sends: ``SmsModem`` or ``HttpGateway``."""


class WorkerCarrier:
    """A sending device and the worker that looks after it; see :class:`hardware.sms.ports.Carrier`.

    Attributes:
        name: As the settings name it.
    """

    def __init__(self, device: SendingDevice, worker: Worker, wait_s: float = WAIT_S) -> None:
        self.name = device.name
        self._parts = device.parts
        self._worker = worker
        self._wait_s = wait_s

    def parts(self, text: str) -> int:
        """Return in how many parts a text goes; see :class:`hardware.sms.ports.Carrier`."""
        return self._parts(text)

    def send(self, message: Message, part: int) -> str:
        """Have the worker send a part; see :class:`hardware.sms.ports.Carrier`."""

        def job(device: SendingDevice) -> str:
            return device.send(message, part)

        future = self._worker.submit(job)
        try:
            return future.result(self._wait_s)
        except TimeoutError:
            if future.cancel():
                raise DeviceUnreachable(self.name, "its worker does not come to it") from None
            raise SendUnknown(self.name, f"no word for {self._wait_s:g} s") from None
