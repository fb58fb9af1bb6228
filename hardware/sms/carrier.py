"""The modem as what sends for the outbox: each part is a job of the modem's worker."""

from __future__ import annotations

from hardware.errors import DeviceUnreachable
from hardware.sms.errors import SendUnknown
from hardware.sms.modem import SmsModem
from hardware.sms.pdu import split_text
from hardware.sms.ports import Message
from hardware.worker import Worker

WAIT_S = 90.0
"""How long a part may take with everything before it: a round of questions, the prompt, the network."""


class ModemCarrier:
    """A modem that a worker looks after; see :class:`hardware.sms.ports.Carrier`.

    Attributes:
        name: As the settings name it.
    """

    def __init__(self, name: str, worker: Worker, wait_s: float = WAIT_S) -> None:
        self.name = name
        self._worker = worker
        self._wait_s = wait_s

    def parts(self, text: str) -> int:
        """Return in how many parts a text goes; see :class:`hardware.sms.ports.Carrier`."""
        return len(split_text(text))

    def send(self, message: Message, part: int) -> str:
        """Have the worker send a part; see :class:`hardware.sms.ports.Carrier`."""

        def job(modem: SmsModem) -> str:
            return modem.send(message, part)

        future = self._worker.submit(job)
        try:
            return future.result(self._wait_s)
        except TimeoutError:
            if future.cancel():
                raise DeviceUnreachable(self.name, "its worker does not come to it") from None
            raise SendUnknown(self.name, f"no word for {self._wait_s:g} s") from None
