"""The running core: hands commands to the writer and what happened to the feed."""

from __future__ import annotations

import asyncio
import logging
import threading
import time
from collections.abc import Sequence
from typing import Any, Protocol

from core.app.describe_hall import describes
from core.app.figures import WriterFigures
from core.app.ports import Asked, Command, Outcome, StoreFailed, Writer
from core.app.ports_reader import Reader
from core.domain.event import Event, EventKind
from core.domain.hall import Hall
from core.domain.hall_json import hall_to_json, without_pins
from core.domain.scope import Scope
from core.service import hall_told
from core.service.batched import Batched
from core.service.device_watch import DeviceWatch
from core.service.given_back import GivenBack
from core.service.guesses import Guesses
from core.service.hub import Hub, Subscriber, Told, encode, resumable
from core.service.now import Clock, utc_now
from core.service.pairings import Pairings
from core.service.sign_in import SignIn
from core.service.tokens import Tokens
from core.service.vault import Vault
from core.service.waits import Waits

log = logging.getLogger(__name__)

RESUME_MOST = 5000
"""A screen that missed more is better served with a snapshot."""
RECALLED = 512
"""So many events from before its start are read once, for all the screens that come back and missed a few."""
CALM_S = 3.0
"""So long nothing may fail before trouble is over: into a disk's last pages some things still go."""
REACHED_EVERY_S = 1.0
"""How often feeds with a filter are told the number they have reached."""


class HallWriter(Writer, Protocol):
    """The writer, and what it knows of the hall."""

    @property
    def hall(self) -> Hall:
        """The hall as described by the last commit."""

    @property
    def figures(self) -> WriterFigures:
        """What it has done."""


class Core:
    """One hall's core on an event loop; made when the loop runs.

    Attributes:
        reader: Looks at the database; called in worker threads.
        waits: Estimates how long people wait.
        vault: Encrypts phone numbers.
        devices: Knows when something is due with the devices.
        guesses: Slows down who tries codes of bookings.
        pairings: Who asks to join.
        looks: Looks at the queues once for all who ask.
        signed_out: The tokens that hold no more before their time.
        clock: The time by which everything is done and answered, UTC.
        trouble: Why nothing can be written or read now, ``None`` while all is well.
    """

    def __init__(
        self,
        writer: HallWriter,
        reader: Reader,
        tokens: Tokens,
        vault: Vault,
        clock: Clock = utc_now,
    ) -> None:
        self._writer = writer
        self._loop = asyncio.get_running_loop()
        self.reader = reader
        self.tokens = tokens
        self.vault = vault
        self.clock = clock
        self.devices = DeviceWatch(reader, clock)
        self.guesses = Guesses()
        self.pairings = Pairings(tokens, now=clock)
        self.looks = Batched()
        self.hub = Hub(reader.floor(), clock, reader.epoch())
        self.signed_out = GivenBack(reader.signed_out())
        self.sign_in = SignIn(reader, tokens, ends=self.signed_out.ends)
        self.trouble: str | None = None
        self._began = time.monotonic()
        self._failed_at = 0.0
        self._asked: list[Asked] = []
        self._described: dict[bool, tuple[Hall, hall_told.Told]] = {}
        self._describing = threading.Lock()
        self._recalling: asyncio.Future[list[Told]] | None = None
        self.waits = Waits(writer.hall, reader, clock)
        self._learning = self._loop.run_in_executor(None, self.waits.learn, self.hub.floor.seq)

    @property
    def hall(self) -> Hall:
        """The hall as it is described now."""
        return self._writer.hall

    @property
    def writer_figures(self) -> WriterFigures:
        """What the writer has done."""
        return self._writer.figures

    def uptime_s(self) -> float:
        """Return for how long this has been the core; on any thread."""
        return time.monotonic() - self._began

    def described(self, *, pins: bool) -> hall_told.Told:
        """Return the hall as ``GET /api/hall`` answers it, encoded once for all the screens that ask.

        Args:
            pins: With the hashes of the kiosks' staff PINs.
        """
        # Who asks meanwhile waits: it is not made once for each.
        with self._describing:
            hall = self.hall
            kept = self._described.get(pins)
            if kept is None or kept[0] is not hall:
                json_of = hall_to_json(hall if pins else without_pins(hall))
                kept = hall, hall_told.told(json_of)
                self._described[pins] = kept
            return kept[1]

    def committed(self, events: Sequence[Event], ended: Sequence[tuple[Any, Outcome]]) -> None:
        """Take over from the writer's thread what a commit brought."""
        self._loop.call_soon_threadsafe(self._deliver, events, ended)

    def followed(self, events: Sequence[Event]) -> None:
        """Take over from the writer's thread what another core of this hall did."""
        self._loop.call_soon_threadsafe(self._follow, events)

    def know_signed_out(self) -> None:
        """Learn which tokens were given back at another core; called on any thread but the loop's.

        Raises:
            StoreFailed: It cannot be read now.
        """
        found = self.reader.signed_out()
        self._loop.call_soon_threadsafe(self.signed_out.update, found)

    def begin_anew(self) -> None:
        """Take the floor from the database again: the hall itself is another."""
        self.hub.floor = self.reader.floor()

    async def run(self, command: Command) -> Any:
        """Run a command and return its answer once it is on disk.

        Raises:
            HallError: A rule of the hall refused it.
            StoreFailed: The disk does not take it now; nothing was done.
        """
        future: asyncio.Future[Outcome] = self._loop.create_future()
        self._asked.append((command, lambda outcome: _settle(future, outcome)))
        if len(self._asked) == 1:
            # What came together is written together: what the loop has read already comes before this.
            self._loop.call_soon(self._hand_over)
        return (await future).result()

    def _hand_over(self) -> None:
        asked, self._asked = self._asked, []
        self._writer.submit(asked)

    async def subscribe(self, scope: Scope | None, after: int | None, epoch: str | None = None) -> Subscriber:
        """Open a feed that resumes after a number if that is possible.

        Args:
            epoch: The life of the hall that the number was heard in; of another one nothing is resumed.
        """
        same_life = epoch in (None, self.hub.epoch)
        missed = await self._missed(after) if after is not None and same_life else None
        return self.hub.subscribe(scope, missed)

    async def _missed(self, after: int) -> list[Told] | None:
        newest = self.hub.seq
        if after > newest or newest - after > RESUME_MOST:
            return None
        if self.hub.after(after) is None:
            await self._recall()
        newest, known = self.hub.seq, self.hub.after(after)
        if known is not None:
            return known if resumable([told.event for told in known], after, newest) else None
        events = await asyncio.to_thread(self.reader.events_after, after, newest - after)
        if not resumable(events, after, newest):
            return None
        # What was published while the disk was read is in memory, unless that was more than memory holds.
        since = self.hub.after(newest)
        if since is None or not resumable([told.event for told in since], newest, self.hub.seq):
            return None
        return [encode(event) for event in events] + since

    async def _recall(self) -> None:
        """Have the latest events in memory, as before the restart; read once for all who come back."""
        if self._recalling is None:
            self._recalling = asyncio.ensure_future(asyncio.to_thread(self._read_latest, self.hub.seq))
        try:
            self.hub.remember(await asyncio.shield(self._recalling))
        except StoreFailed:
            self._recalling = None
            raise

    def _read_latest(self, seq: int) -> list[Told]:
        events = self.reader.events_after(max(0, seq - RECALLED), min(seq, RECALLED))
        return [encode(event) for event in events]

    def _deliver(self, events: Sequence[Event], ended: Sequence[tuple[Any, Outcome]]) -> None:
        # The answers say how long people wait.
        self.waits.fold(events, self.hall)
        for done, outcome in ended:
            self._note(outcome.error)
            done(outcome)
        # Who asked goes on before three hundred screens are told; after an import that makes the floor new.
        self.hub.publish(events)

    def _follow(self, events: Sequence[Event]) -> None:
        # What the first floor has seen already is not told again.
        new = [event for event in events if event.seq > self.hub.seq]
        self.waits.fold(new, self.hall)
        if any(describes(event) for event in new):
            # Before screens hear of it and ask for the whole floor.
            self.begin_anew()
        if any(event.kind is EventKind.DEVICE_CHANGED for event in new):
            self.devices.heard_elsewhere()
        self.hub.publish(new)

    def in_trouble(self, error: StoreFailed) -> None:
        """Note that the database cannot be used; it is logged when it begins and when it is over."""
        if self.trouble is None:
            log.error("the database cannot be used: %s", error)
        self.trouble = str(error)
        self._failed_at = self._loop.time()
        self.hub.tell_degraded(True)

    def _note(self, error: Exception | None) -> None:
        if isinstance(error, StoreFailed):
            self.in_trouble(error)
        elif self.trouble is not None and self._loop.time() - self._failed_at >= CALM_S:
            log.warning("the database can be used again")
            self.trouble = None
            self.hub.tell_degraded(False)


def _settle(future: asyncio.Future[Outcome], outcome: Outcome) -> None:
    # Who asked may have hung up; what was done stays done.
    if not future.done():
        future.set_result(outcome)
