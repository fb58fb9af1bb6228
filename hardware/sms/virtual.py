"""A modem without a network, at the byte end: it answers as one, and keeps what it was given to send."""

from __future__ import annotations

from collections.abc import Callable

from hardware.sms.pdu import semi_octets
from hardware.sms.received import Part, read_submit, whole

_CTRL_Z, _ESC, _CR = 0x1A, 0x1B, 0x0D

_NO_SIM, _PIN, _PUK = "+CME ERROR: 10", "+CPIN: SIM PIN", "+CPIN: SIM PUK"
_LENGTH_WRONG = 304
_SIM_FAULT = {"missing": 310, "pin": 311, "puk": 316}


class VirtualModem:
    """Takes what a modem takes.

    Attributes:
        sent: Every part the "network" has taken, in order.
        echo: It says back what it hears, as modems do until ATE0; ``echo_for_ever`` also after that.
        sim: ``"ready"``, ``"missing"``, ``"pin"`` or ``"puk"``.
        registered: As ``+CREG`` numbers it: 1 home, 2 searching, 3 denied, 5 roaming.
        lte_registered: The same for ``+CEREG``.
        signal: As ``+CSQ`` numbers it: 0-31, 99 not known.
        errors: ``+CMS ERROR`` for the next parts, one each; 0 lets one through.
        noise: Lines that it says before each answer, of its own accord.
        silent: It answers nothing.
        no_prompt: It waits for a part and does not say so.
        mute_after_part: It takes and sends the next parts and does not say so.
        late: It holds the answer to the next part back until it hears something else.
        heard: Every command so far.
        taken: Bytes so far.
    """

    def __init__(self) -> None:
        self.sent: list[Part] = []
        self.echo = True
        self.echo_for_ever = False
        self.sim = "ready"
        self.registered = 1
        self.lte_registered = 0
        self.signal = 20
        self.errors: list[int] = []
        self.noise: tuple[str, ...] = ()
        self.silent = False
        self.no_prompt = False
        self.mute_after_part = False
        self.late = False
        self.heard: list[str] = []
        self.taken = 0
        self._numeric = False
        self._pdu_mode = False
        self._expected: int | None = None
        self._buffer = bytearray()
        self._held = b""
        self._reference = 0

    @property
    def messages(self) -> list[tuple[str, str]]:
        """Number and text of each message of which every part was sent."""
        return whole(self.sent)

    def report(self, reference: int, number: str, status: int) -> bytes:
        """Return what it says when the network tells what became of a part: 0 delivered, 0x46 given up."""
        digits = number.removeprefix("+")
        head = bytes((0, 6, reference, len(digits), 0x91)) + semi_octets(digits)
        pdu = head + 2 * bytes.fromhex("62110391000023") + bytes((status,))
        return _lines(f"+CDS: {len(pdu) - 1}", pdu.hex().upper())

    def hold(self, data: bytes) -> None:
        """Have it say something just before its next answer."""
        self._held += data

    def restart(self) -> None:
        """Start anew, as after a dip of the power: whatever it was told is forgotten."""
        self.echo, self._numeric, self._pdu_mode, self._expected = True, False, False, None
        self._buffer.clear()

    def feed(self, data: bytes) -> bytes:
        """Take what came and return the answer, nothing if there is none."""
        answer, self._held = self._held, b""
        self.taken += len(data)
        for byte in data:
            answer += self._take(byte)
        return b"" if self.silent else answer

    def _take(self, byte: int) -> bytes:
        echoed = bytes((byte,)) if self.echo or self.echo_for_ever else b""
        if byte == _ESC:
            self._buffer.clear()
            was, self._expected = self._expected, None
            return _lines("OK") if was is not None else b""
        if byte == (_CTRL_Z if self._expected is not None else _CR):
            said = bytes(self._buffer).decode("ascii", "replace").strip()
            self._buffer.clear()
            return echoed + (self._part(said) if self._expected is not None else self._command(said))
        self._buffer.append(byte)
        return echoed

    def _command(self, said: str) -> bytes:
        if not said.upper().startswith("AT"):
            return b""
        self.heard.append(said)
        name, _, value = said[2:].partition("=")
        answers: dict[str, Callable[[], bytes]] = {
            "": lambda: self._answer("OK"),
            "E0": self._echo_off,
            "+CMEE": lambda: self._set(numeric=value == "1"),
            "+CMGF": lambda: self._set(pdu_mode=value == "0"),
            "+CNMI": lambda: self._answer("OK"),
            "+CPIN?": lambda: self._answer(*self._pin()),
            "+CREG?": lambda: self._answer(f"+CREG: 0,{self.registered}", "OK"),
            "+CEREG?": lambda: self._answer(f"+CEREG: 0,{self.lte_registered}", "OK"),
            "+CSQ": lambda: self._answer(f"+CSQ: {self.signal},99", "OK"),
            "+CMGS": lambda: self._prompt(value),
        }
        return answers.get(name.upper(), lambda: self._answer("ERROR"))()

    def _answer(self, *lines: str) -> bytes:
        return _lines(*self.noise, *lines)

    def _echo_off(self) -> bytes:
        self.echo = False
        return self._answer("OK")

    def _set(self, *, numeric: bool | None = None, pdu_mode: bool | None = None) -> bytes:
        self._numeric = self._numeric if numeric is None else numeric
        self._pdu_mode = self._pdu_mode if pdu_mode is None else pdu_mode
        return self._answer("OK")

    def _pin(self) -> tuple[str, ...]:
        match self.sim:
            case "missing":
                return (_NO_SIM if self._numeric else "ERROR",)
            case "pin":
                return (_PIN, "OK")
            case "puk":
                return (_PUK, "OK")
        return ("+CPIN: READY", "OK")

    def _fault(self, code: int) -> bytes:
        return self._answer(f"+CMS ERROR: {code}" if self._numeric else "ERROR")

    def _prompt(self, octets: str) -> bytes:
        if self.sim != "ready":
            return self._fault(_SIM_FAULT[self.sim])
        if not self._pdu_mode or not octets.isdigit():
            return self._fault(_LENGTH_WRONG)
        self._expected = int(octets)
        return b"" if self.no_prompt else _lines(*self.noise) + b"\r\n> "

    def _part(self, pdu: str) -> bytes:
        octets, self._expected = self._expected, None
        try:
            part = read_submit(pdu)
        except ValueError:
            return self._fault(_LENGTH_WRONG)
        if len(pdu) // 2 - 1 != octets:
            return self._fault(_LENGTH_WRONG)
        code = self.errors.pop(0) if self.errors else 0
        code = code or (331 if self.registered not in (1, 5) and self.lte_registered not in (1, 5) else 0)
        return self._fault(code) if code else self._accept(part)

    def _accept(self, part: Part) -> bytes:
        self.sent.append(part)
        self._reference = (self._reference + 1) % 256
        answer = self._answer(f"+CMGS: {self._reference}", "OK")
        if self.late:
            self.late, self._held = False, answer
            return b""
        return b"" if self.mute_after_part else answer


def _lines(*lines: str) -> bytes:
    return "".join(f"\r\n{line}\r\n" for line in lines).encode("ascii")
