"""The driver: one line with one master and many signs, each of which shows what is wanted of it."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hardware.errors import DeviceUnreachable
from hardware.led.commands import PING, SignError, set_brightness
from hardware.led.exchange import ask
from hardware.led.frame import MASTER
from hardware.led.look import Content, Sign, encode_content
from hardware.led.rota import DONE, SILENT, Outcome, Pace, Rota, Task, Trouble
from hardware.line import Line, line_opener
from hardware.worker import READY, Health, State

log = logging.getLogger(__name__)

BAUD = 57600
"""Of a serial line whose address names none; controllers know 9600 and 57600."""
PORT = 5005
"""Of a controller on the network, as it comes from the factory."""

_FORGET_REFRESHES = 3


@dataclass(frozen=True, slots=True)
class SignStatus:
    """How a sign is, for the staff.

    Attributes:
        asked: Whether it was asked at all yet.
        settled: Whether it has done as told, or is known to be in trouble.
        error: Why it refuses, where it does.
        shown: What it has said it shows; ``None``: unknown.
    """

    sign: Sign
    asked: bool
    settled: bool
    trouble: Trouble | None
    error: SignError | None
    shown: Content | None


class SignBus:
    """The signs on one line; a :class:`hardware.worker.Worker` looks after it.

    A bus has one master: nothing else may use the line. :meth:`show` may be called from any thread; what is
    wanted is kept while the line or a sign is away and is shown as soon as it is back.

    Attributes:
        name: As the settings name it.
        signs: What is on the bus.
    """

    def __init__(
        self,
        url: str,
        signs: Sequence[Sign],
        *,
        name: str = "",
        pace: Pace = Pace(),  # noqa: B008 - frozen
        clock: Callable[[], float] = time.monotonic,
        opener: Callable[[], Line] | None = None,
    ) -> None:
        """Make the bus; nothing is opened yet.

        Args:
            url: ``serial:///dev/ttyUSB0?baud=9600`` or ``tcp://10.0.0.9:5005``.
            opener: Opens another line than that of the address.

        Raises:
            ValueError: The address is wrong, there is no sign, or two have one address.
        """
        _must_be_a_bus(signs)
        self.name = name or url
        self.signs = tuple(signs)
        self._open = opener or line_opener(url, baud=BAUD, port=PORT)
        self._by_address = {sign.address: sign for sign in signs}
        self._pace = pace
        self._clock = clock
        self._rota = Rota(self._by_address, pace)
        self._lock = threading.Lock()
        self._news = threading.Event()
        self._line: Line | None = None
        self._told: dict[int, bool] = {}
        self._opened_at = 0.0

    def show(self, address: int, content: Content) -> None:
        """Have a sign show something, as soon as it can; comes back at once.

        Raises:
            KeyError: No sign has that address.
        """
        with self._lock:
            if self._rota.want(address, content, self._clock()):
                self._news.set()

    def status(self) -> tuple[SignStatus, ...]:
        """Return how each sign is."""
        with self._lock:
            seen = [(sign, self._rota.signs[sign.address]) for sign in self.signs]
            return tuple(
                SignStatus(
                    sign,
                    each.outcome is not None,
                    each.outcome is not None and each.trouble == each.outcome.trouble,
                    each.trouble,
                    each.outcome.error if each.outcome else None,
                    each.shown,
                )
                for sign, each in seen
            )

    def connect(self) -> None:
        """Open the line; what the signs show is unknown from here on.

        Raises:
            DeviceUnreachable: There is no such line.
        """
        self.disconnect()
        self._line = self._open()
        with self._lock:
            self._opened_at = self._clock()
            self._rota.forget(self._opened_at)

    def look(self) -> Health:
        """Ask or tell the sign whose turn it is, or wait a moment for news.

        Raises:
            DeviceUnreachable: The line is gone.
        """
        self._news.clear()
        with self._lock:
            task, wait_s = self._rota.next(self._clock()), self._rota.due_in(self._clock())
        if task is None:
            self._news.wait(min(wait_s, self._pace.idle_s))
        else:
            self._do(task)
        self._reopen_when_nobody_answers()
        return _health(self.status())

    def disconnect(self) -> None:
        """Give the line back; the signs show what they show until they forget it."""
        if self._line is not None:
            self._line.close()
            self._line = None

    def _do(self, task: Task) -> None:
        outcome = self._outcome(task)
        with self._lock:
            self._rota.done(task, outcome, self._clock())
            sign = self._rota.signs[task.address]
            bad = sign.trouble is not None
        if bad != self._told.get(task.address, False):
            self._told[task.address] = bad
            self._tell(self._by_address[task.address], outcome)

    def _tell(self, sign: Sign, outcome: Outcome) -> None:
        if outcome.trouble is None:
            log.info("%s: the sign %s (address %d) is back", self.name, sign.name, sign.address)
            return
        why = f"{outcome.trouble.value}{f' ({outcome.error.name})' if outcome.error else ''}"
        log.warning("%s: the sign %s (address %d) is %s", self.name, sign.name, sign.address, why)

    def _outcome(self, task: Task) -> Outcome:
        """Say all that belongs to a task, up to the first that is not done.

        Raises:
            DeviceUnreachable: The line is gone.
        """
        if self._line is None:
            raise DeviceUnreachable(self.name, "the line is not open")
        outcome = SILENT
        for request in self._requests(task):
            outcome = ask(self._line, task.address, request, self._pace)
            if outcome != DONE:
                break
        return outcome

    def _requests(self, task: Task) -> list[bytes]:
        if task.content is None:
            return [PING]
        sign = self._by_address[task.address]
        forget_s = min(round(_FORGET_REFRESHES * self._pace.refresh_s), 0xFFFF)
        write = encode_content(sign, task.content, forget_s)
        # A controller may keep its brightness in a memory that wears out: not at every refresh.
        first = [set_brightness(sign.brightness)] if task.anew and sign.brightness is not None else []
        return [*first, write]

    def _reopen_when_nobody_answers(self) -> None:
        """Open the line anew now and then while no sign answers: a dead TCP line looks just like that.

        Raises:
            DeviceUnreachable: It cannot be opened any more.
        """
        now = self._clock()
        with self._lock:
            lost = all(sign.lost for sign in self._rota.signs.values())
        if lost and now - self._opened_at > self._pace.refresh_s:
            self.connect()


def _health(signs: tuple[SignStatus, ...]) -> Health:
    bad = [each for each in signs if each.trouble is not None]
    if not bad:
        return READY if all(each.asked for each in signs) else Health(State.STARTING)
    detail = ", ".join(f"{each.sign.name} (address {each.sign.address}) {_why(each)}" for each in bad)
    lost = [each for each in bad if each.trouble is not Trouble.REFUSED]
    if len(lost) == len(signs):
        return Health(State.DEGRADED, "sign.none_answers", detail)
    return Health(State.DEGRADED, "sign.silent" if lost else "sign.refused", detail)


def _why(status: SignStatus) -> str:
    assert status.trouble is not None
    return f"{status.trouble.value} {status.error.name}" if status.error else status.trouble.value


def _must_be_a_bus(signs: Sequence[Sign]) -> None:
    addresses = [sign.address for sign in signs]
    if not addresses:
        raise ValueError("a bus without a sign")
    if twice := sorted({each for each in addresses if addresses.count(each) > 1}):
        raise ValueError(f"two signs have the address {twice[0]}")
    if MASTER in addresses and len(addresses) > 1:
        raise ValueError(f"the address {MASTER:#x} is for a sign that is alone on its line")
