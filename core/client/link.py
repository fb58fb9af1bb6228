"""A screen's line to the core: the hall, the floor kept live, and requests."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, ClassVar

from PySide6.QtCore import QObject, QTimer, Signal

from core.client.feed import HEARTBEAT_MS, Feed
from core.client.http import CoreHttp
from core.client.reply import Answer, Refused, Reply, Unreachable
from core.domain.errors import HallError
from core.domain.event import EventKind, event_from_json
from core.domain.floor import Floor
from core.domain.floor_json import floor_from_json
from core.domain.hall import Hall
from core.domain.hall_json import hall_from_json
from core.domain.scope import Scope, scope_of

log = logging.getLogger(__name__)

HALL_RETRY_MS = 1000
_WRITES = ("the core cannot write now: its disk or its database", "the core can write again")


_KINDS = frozenset(EventKind)
_UNREADABLE = "hall.unreadable"


class CoreLink(QObject):
    """What a screen knows of the core, and how it asks it to do something.

    Everything happens on the GUI thread. A screen connects the signals, calls :meth:`start`, and reads
    :attr:`hall` and :attr:`floor`, which are always as new as the last signal.

    Attributes:
        url: The core's address.
        hall: The hall's description, ``None`` until it first came.
        floor: Who waits where and what each window does, as far as the filter of :meth:`start` reaches.
        live: Whether ``floor`` is being kept up now.
        live_since: When the screen last heard the core, UTC; what a public screen shows as "not live since".
        epoch: The life of the hall that is followed: another one after a backup was put back; ``""`` before.
        degraded: Whether the core can write nothing now: what it tells is true, what it is asked it refuses.
        refused: Whether the core is there and does not accept this machine's token.

    Signals:
        hall_changed: ``hall`` is new.
        floor_changed: ``floor`` is new: once after a snapshot, once after each event.
        happened(object): One :class:`core.domain.event.Event`, in order, after it was folded into ``floor``;
            also each event that was missed while the line was down. Not emitted for a snapshot.
        snapshot_taken: ``floor`` was replaced as a whole; single events in between were not seen.
        went_live: The line is up and ``floor`` is complete.
        went_dark: The line is down; ``floor`` stays as it was.
        degraded_changed: ``degraded`` is another than before.
        turned_away: The core is there and knows this machine's token no more; said again and again.
    """

    hall_changed = Signal()
    floor_changed = Signal()
    happened = Signal(object)
    snapshot_taken = Signal()
    went_live = Signal()
    went_dark = Signal()
    degraded_changed = Signal()
    turned_away = Signal()

    def __init__(
        self, url: str, token: str, parent: QObject | None = None, *, heartbeat_ms: int = HEARTBEAT_MS
    ) -> None:
        super().__init__(parent)
        self.url = url
        self.hall: Hall | None = None
        self.floor = Floor()
        self.live = False
        self.live_since: datetime | None = None
        self.degraded = False
        self.refused = False
        self._http = CoreHttp(url, token, self)
        self._feed = Feed(url, token, self, heartbeat_ms=heartbeat_ms)
        self._filters: Mapping[str, str] = {}
        self.epoch = ""
        self._started = False
        self._trouble: Reply | None = None
        self._feed.message.connect(self._received)
        self._feed.lost.connect(self._lost)
        self._feed.unauthorized.connect(self._unauthorized)

    def start(self, **filters: str) -> None:
        """Fetch the hall, then follow the feed; ``filters``: ``zone``, ``window`` or ``queue``.

        With a ``window``, ``beside="true"``: the windows that serve any of its queues too.
        """
        self._filters = filters
        self._started = True
        self._fetch_hall()

    def stop(self) -> None:
        """Close the line; nothing is emitted and nobody is called back any more."""
        self._started = False
        self._feed.stop()
        self._http.close()

    def renew(self, *, slept: bool = False) -> None:
        """Follow the core anew from a snapshot, at once and without waiting for a time-out.

        Args:
            slept: Nothing that is known may be true any more: the line counts as down until the snapshot
                is here.
        """
        if not self._started or self.hall is None:
            return  # It is being asked for anyhow, every second.
        if slept:
            self._lost()
        self._feed.renew()

    def get(self, path: str, done: Callable[[Reply], None]) -> None:
        """Ask for ``path``, e.g. ``"/api/queues"``; ``done`` gets the reply on the GUI thread."""
        self._http.get(path, done)

    def post(
        self, path: str, body: Mapping[str, Any] | None, done: Callable[[Reply], None], key: str = ""
    ) -> None:
        """Ask the core to do something; a lost answer is asked for again with the same key.

        Args:
            key: The ``Idempotency-Key``, where the same is asked again later; by default a new one.
        """
        self._http.post(path, body, done, key)

    def put(self, path: str, body: Mapping[str, Any] | None, done: Callable[[Reply], None]) -> None:
        """Ask the core to set something; a lost answer is asked for again with the same key."""
        self._http.put(path, body, done)

    def _fetch_hall(self) -> None:
        known = _Known.latest
        self._http.get("/api/hall", lambda reply: self._hall_came(reply, known), known.tag)

    def _hall_came(self, reply: Reply, known: _Known) -> None:
        if not self._started:
            return
        hall = _hall_of(reply, known) if isinstance(reply, Answer) else reply
        if not isinstance(hall, Hall):
            self.refused = isinstance(hall, Refused) and hall.key.startswith("auth.")
            self._note_trouble(hall)
            self._note_turned_away(hall)
            QTimer.singleShot(HALL_RETRY_MS, self, self._fetch_hall_again)
            return
        self._trouble = None
        self.refused = False
        before, self.hall = self.hall, hall
        self._note_wrong_zone(self.hall)
        self.hall_changed.emit()
        if before is None:
            self._feed.start(**self._filters)
        elif self._reach(self.hall) not in (None, self._reach(before)):
            # The line tells of the queues and windows that were meant when it was opened.
            self._feed.begin_anew()

    def _reach(self, hall: Hall) -> Scope | None:
        """Return what part of a hall the filter reaches, ``None`` if the hall has no such part."""
        window = self._filters.get("window")
        try:
            scope = scope_of(
                hall,
                zone=self._filters.get("zone"),
                window=int(window) if window else None,
                queue=self._filters.get("queue"),
                beside=self._filters.get("beside") == "true",
            )
        except HallError:
            return None
        whole = Scope(
            frozenset(each.id for each in hall.queues), frozenset(each.number for each in hall.windows)
        )
        return scope or whole

    def _note_trouble(self, reply: Refused | Unreachable) -> None:
        """Log why there is no hall, once for each reason and not at every attempt."""
        if reply != self._trouble:
            log.warning("the core did not tell its hall: %s", _in_words(reply))
        self._trouble = reply

    def _note_wrong_zone(self, hall: Hall) -> None:
        """Log a zone that the hall does not have: the core opens no feed for it."""
        zone, zones = self._filters.get("zone"), [each.id for each in hall.zones]
        if zone is not None and zone not in zones:
            log.error("the hall %s has no zone %r; it has %s", hall.id, zone, ", ".join(zones))

    def _fetch_hall_again(self) -> None:
        if self._started:
            self._fetch_hall()

    def _received(self, message: Mapping[str, Any]) -> None:
        self.live_since = datetime.now(UTC)
        kind = message["kind"]
        if kind == "snapshot":
            self._take_snapshot(message)
        elif kind == "reached":
            self.floor.reached(message["seq"])
        elif kind in _KINDS:
            self._take_event(message)
        else:
            # Of a newer core: nothing that this program shows.
            self.floor.reached(message["seq"])
        self._feed.resume_after(self.floor.seq, self.epoch)
        if kind in ("snapshot", "reached"):
            self._note_degraded(bool(message.get("degraded")))
        if not self.live and kind in ("snapshot", "reached"):
            self.live = True
            self.refused = False
            log.info("following the hall %s", self.hall.id if self.hall else "")
            self.went_live.emit()

    def _note_degraded(self, degraded: bool) -> None:
        if degraded != self.degraded:
            self.degraded = degraded
            log.log(logging.WARNING if degraded else logging.INFO, _WRITES[not degraded])
            self.degraded_changed.emit()

    def _take_snapshot(self, message: Mapping[str, Any]) -> None:
        was_known = self.floor.seq > 0
        self.floor = floor_from_json(message)
        # A core of before tells none.
        self.epoch = message.get("epoch", "")
        self.snapshot_taken.emit()
        self.floor_changed.emit()
        if was_known:
            # What changed while we were away may have been the hall itself.
            self._fetch_hall()

    def _take_event(self, message: Mapping[str, Any]) -> None:
        event = event_from_json(message)
        if event.seq <= self.floor.seq:
            return
        self.floor.apply(event)
        self.floor_changed.emit()
        self.happened.emit(event)
        if event.kind is EventKind.HALL_CHANGED and "date" not in event.data:
            self._fetch_hall()

    def _unauthorized(self) -> None:
        self.refused = True
        # A web socket is refused without words, and not only for its token.
        self._http.get("/api/hall", self._note_turned_away)

    def _note_turned_away(self, reply: Reply) -> None:
        if self._started and isinstance(reply, Refused) and reply.key == "auth.required":
            self.turned_away.emit()

    def _lost(self) -> None:
        if self.live:
            self.live = False
            self.went_dark.emit()


@dataclass(frozen=True, slots=True)
class _Known:
    """A hall that was read from an answer, and the answer's tag.

    To read one takes 25 ms, and it comes again with every snapshot: after the core's restart, of each line.
    """

    tag: str
    hall: Hall | None

    latest: ClassVar[_Known]
    """The one that was read last in this process, by whichever of its lines."""


_Known.latest = _Known("", None)


def _hall_of(answer: Answer, asked: _Known) -> Hall | Refused:
    """Return the hall of an answer, read anew only if it is another.

    Args:
        asked: What was known when it was asked for; an answer without a body says that it holds.

    Returns:
        A refusal if no hall is in it: another program answers at that address, or a core of another version.
    """
    for known in (asked, _Known.latest):
        if known.hall is not None and known.tag == answer.tag:
            return known.hall
    try:
        hall = hall_from_json(answer.body)
    except (HallError, LookupError, TypeError, ValueError, AttributeError) as error:
        return Refused(_UNREADABLE, {"detail": f"{type(error).__name__}: {error}"}, 200)
    if answer.tag:
        _Known.latest = _Known(answer.tag, hall)
    return hall


def _in_words(reply: Refused | Unreachable) -> str:
    """Return why there is no hall, and what a technician does about it."""
    match reply:
        case Unreachable(detail):
            return f"{detail}; it is asked again until it answers"
        case Refused(key, params) if key.startswith("auth."):
            made = "a token is made by 'hallcall token' on the core's machine and given as --token"
            return f"{key} {dict(params)}; {made} or HALLCALL_TOKEN"
        case Refused(key, params) if key == _UNREADABLE:
            what = "what answers there is no core, or one of another version"
            return f"{what} ({params['detail']}); it is asked again"
        case Refused(key, params, status):
            return f"it refused with HTTP {status}, {key} {dict(params)}; it is asked again"
