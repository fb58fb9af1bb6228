"""An SMS modem: one part at a time in PDU mode, and a word for whatever keeps it from sending."""

from __future__ import annotations

import logging
import time
import zlib
from collections.abc import Callable

from hardware.errors import DeviceUnreachable
from hardware.line import Line, line_opener
from hardware.sms.answers import (
    Registration,
    Sim,
    dbm,
    read_registration,
    read_sent,
    read_signal,
    read_sim,
    sim_of,
)
from hardware.sms.dialogue import Dialogue
from hardware.sms.errors import SendUnknown, failure_of
from hardware.sms.pdu import DAY_MINUTES, Submit, encode, split_text
from hardware.sms.ports import Delivered, Kind, Message
from hardware.sms.report import read_report
from hardware.worker import READY, Health, State

log = logging.getLogger(__name__)

BAUD = 115200
ANSWER_S = 3.0
"""How long a modem may take for a question."""
SEND_S = 30.0
"""How long the network may take for one part."""
QUIET_S = 0.1
"""A line on which nothing came for so long has nothing late on it."""
WEAK, STRONG_AGAIN = 6, 8
"""``+CSQ`` below which a signal is weak (-101 dBm), and from which it no longer is: it must not flicker."""
COME_NOW_MINUTES = 5
"""How long the network tries to deliver a "come now", the least that can be said."""

# Echo off, numbers for errors, PDU mode. Said again at each round: a modem that started anew has forgotten.
_SET_UP = ("ATE0", "AT+CMEE=1", "AT+CMGF=0")
_REPORTS = "AT+CNMI=2,1,0,1,0"
"""Status reports straight to us (27.005, 3.4.1)."""

_SIM_SAYS = {
    Sim.MISSING: ("sms.no_sim", "there is no SIM card; put one in"),
    Sim.PIN: ("sms.pin_wanted", "the SIM card asks for its PIN; switch the PIN off in a telephone"),
    Sim.PUK: ("sms.puk_wanted", "the SIM card is locked; unlock it with its PUK in a telephone"),
    Sim.BUSY: ("sms.sim_busy", "the SIM card is busy; if this stays, switch the modem off and on"),
    Sim.FAILED: ("sms.sim_failed", "the SIM card does not work; clean its contacts or try another"),
}


class SmsModem:
    """A GSM, LTE or NB modem behind a serial port or a serial server; a device for a worker.

    Attributes:
        name: As the settings name it.
        answer_s: How long it may take for a question; set it as the device needs.
        send_s: How long the network may take for one part.
        reports: Told the message's id, the part (0 and up) and what became of it, on the worker's thread;
            ``None``: no reports are asked for. Set it before the worker starts.
    """

    def __init__(
        self,
        name: str,
        opener: Callable[[], Line],
        *,
        answer_s: float = ANSWER_S,
        send_s: float = SEND_S,
        quiet_s: float = QUIET_S,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = name
        self._opener = opener
        self.answer_s = answer_s
        self.send_s = send_s
        self._quiet_s = quiet_s
        self._clock = clock
        self._line: Line | None = None
        self._dialogue: Dialogue | None = None
        self._weak = False
        self.reports: Callable[[str, int, Delivered], None] | None = None
        self._awaited: dict[int, tuple[str, int]] = {}

    def connect(self) -> None:
        """Open the line and bring the modem to listen; see :class:`hardware.worker.Device`."""
        self.disconnect()
        self._line = self._opener()
        dialogue = Dialogue(self._line, self._clock, self._reported)
        dialogue.wake(self.answer_s, self._quiet_s)
        self._dialogue = dialogue
        self._set_up()

    def disconnect(self) -> None:
        """Give the line back; see :class:`hardware.worker.Device`."""
        self._dialogue = None
        if self._line is not None:
            self._line.close()
            self._line = None

    def look(self) -> Health:
        """Ask for the SIM, the network and the signal; see :class:`hardware.worker.Device`."""
        self._set_up()
        return self._sim() or self._network() or self._signal() or READY

    def parts(self, text: str) -> int:
        """Return in how many parts a text goes; see :class:`hardware.sms.ports.Carrier`."""
        return len(split_text(text))

    def send(self, message: Message, part: int) -> str:
        """Send one part, the first is 0, and return the number the network gave it.

        Raises:
            SmsFailed: Surely not sent; ``passes`` tells whether trying again later may help.
            OutcomeUnknown: The network itself does not know.
            SendUnknown: It was handed over and no answer came; the worker connects anew.
            DeviceUnreachable: The modem is gone, and the part was surely not sent.
        """
        submit = _parts(message, report=self.reports is not None)[part]
        self._set_up()
        try:
            answer = self._talk().hand_over(
                f"AT+CMGS={submit.octets}",
                submit.hex,
                read_sent,
                prompt_s=self.answer_s,
                answer_s=self.send_s,
            )
        except DeviceUnreachable as failure:
            if failure.maybe_done:
                raise SendUnknown(self.name, f"part {part + 1}: {failure.detail}") from failure
            raise
        if answer.fault is not None:
            raise failure_of(self.name, answer.fault)
        reference = read_sent(answer.line)
        if reference is not None:
            self._awaited[reference] = (message.id, part)
        return str(reference)

    def _talk(self) -> Dialogue:
        if self._dialogue is None:
            raise DeviceUnreachable(self.name, "it is not connected")
        return self._dialogue

    def _set_up(self) -> None:
        """Have it talk as we read. A modem without a SIM refuses some of it; it is told again later."""
        for command in (*_SET_UP, *([_REPORTS] if self.reports is not None else [])):
            self._talk().ask(command, self.answer_s)

    def _reported(self, pdu: str) -> None:
        try:
            report = read_report(pdu)
        except ValueError as error:
            log.info("%s: %s", self.name, error)
            return
        of = self._awaited.get(report.reference)
        if of is not None and self.reports is not None:
            self.reports(*of, report.delivered)

    def _sim(self) -> Health | None:
        answer = self._talk().ask("AT+CPIN?", self.answer_s, read_sim)
        sim = (sim_of(answer.fault) if answer.fault else read_sim(answer.line)) or Sim.FAILED
        return None if sim is Sim.READY else Health(State.DEGRADED, *_SIM_SAYS[sim])

    def _network(self) -> Health | None:
        states = [self._registration("CREG")]
        if not states[0].can_send:
            # A modem on LTE only may be registered there alone.
            states.append(self._registration("CEREG"))
        if any(state.can_send for state in states):
            return None
        if Registration.DENIED in states:
            says = "the network refuses this SIM card; ask its provider whether it is paid for"
            return Health(State.DEGRADED, "sms.network_refuses", says)
        says = "the modem finds no network; check the antenna and whether the SIM card's network is there"
        return Health(State.DEGRADED, "sms.not_registered", says)

    def _registration(self, which: str) -> Registration:
        answer = self._talk().ask(f"AT+{which}?", self.answer_s, read_registration)
        return read_registration(answer.line) or Registration.UNKNOWN

    def _signal(self) -> Health | None:
        signal = read_signal(self._talk().ask("AT+CSQ", self.answer_s, read_signal).line)
        strength = None if signal is None else dbm(signal)
        if signal is None or strength is None:
            return None
        self._weak = signal < (STRONG_AGAIN if self._weak else WEAK)
        if not self._weak:
            return None
        says = f"the signal is weak ({strength} dBm); move the antenna to a window or use a longer cable"
        return Health(State.DEGRADED, "sms.weak_signal", says)


def open_modem(url: str, name: str = "") -> SmsModem:
    """Return the modem at an address; nothing is opened before a worker connects it.

    Raises:
        ValueError: The address is none of :data:`hardware.line.FORMS`; the sentence says what is wrong.
    """
    return SmsModem(name or url, line_opener(url, baud=BAUD))


def _parts(message: Message, *, report: bool) -> list[Submit]:
    """Return the message's parts, the same each time: one left in the middle can be gone on with."""
    minutes = COME_NOW_MINUTES if message.kind is Kind.COME_NOW else DAY_MINUTES
    reference = zlib.crc32(message.id.encode()) & 0xFF
    return encode(message.number, message.text, reference, minutes=minutes, report=report)
