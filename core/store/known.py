"""What a core knows of its hall without asking the database, and how that follows the other cores."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import Connection

from core.app.describe_hall import describes
from core.app.ports import StoreFailed
from core.domain.clock import from_text
from core.domain.event import Event
from core.domain.hall import Hall
from core.domain.hall_json import hall_from_json
from core.store import sql
from core.store.rows import event_of
from core.store.transaction import SqlTransaction, old_classes
from core.store.waiting import Waiting

log = logging.getLogger(__name__)

SET_BACK_MOST = timedelta(days=1)
"""A clock that is further behind the last event than that was wrong then, not now."""
BEHIND_MOST = timedelta(seconds=5)
"""A clock that is further behind another core's is spoken of."""
FOLLOW_AT_ONCE = 1000
"""Events of other cores that are read and told at a time."""


class Known:
    """What one core knows of its hall, as of the last commit it has seen; lives on the writer's thread.

    Attributes:
        hall: The hall's description.
        old_classes: Classes that the hall no longer has but people still wait in.
        seq: Number of the last event seen.
        waiting: How many wait in the queues that a command has asked for; forgotten when another core writes.
    """

    def __init__(self, hall: Hall, clock: Callable[[], datetime]) -> None:
        self.hall = hall
        self.old_classes: Sequence[str] = ()
        self.seq = 0
        self.waiting = Waiting()
        self._clock = clock
        self._last = datetime.min.replace(tzinfo=UTC)
        self._spoken_of = False

    def now(self) -> datetime:
        """Return the clock's time, never earlier than before: a clock set back must not reorder the hall."""
        self._last = max(self._last, self._clock())
        return self._last

    def learn(self, connection: Connection) -> bool:
        """Learn the hall from the database; return whether it is there."""
        row = sql.HALL_STANDS(connection, hall=self.hall.id).mappings().first()
        if row is None:
            return False
        self.seq = row["seq"]
        self._describe(connection)
        last = sql.LAST_EVENT_AT(connection, hall=self.hall.id).scalar_one_or_none()
        if last is not None:
            at = from_text(last)
            if self._clock() < at:
                # Set back while the core was down.
                log.warning("the clock is %s behind the last event", at - self._clock())
            self._go_on_from(at)
        return True

    def keep(self, transaction: SqlTransaction) -> None:
        """Note what an own commit has changed."""
        self.hall, self.old_classes, self.seq = transaction.hall, transaction.old_classes, transaction.seq
        self.waiting = transaction.waiting

    def catch_up(self, connection: Connection, tell: Callable[[Sequence[Event]], None]) -> None:
        """Learn and tell what other cores committed, or this one without learning that it had.

        Numbers are given under the hall's lock and seen with the commit: what is read here has no gap.
        """
        while True:
            asked = {"hall": self.hall.id, "after": self.seq, "most": FOLLOW_AT_ONCE}
            events = [event_of(dict(row)) for row in sql.EVENTS_AFTER(connection, **asked).mappings()]
            if events:
                self._follow(connection, events)
                tell(events)
            if len(events) < FOLLOW_AT_ONCE:
                return

    def must_not_be_ahead(self, seq: int) -> None:
        """Refuse a database that has lost what was answered: a copy that was behind has taken its place.

        Raises:
            StoreFailed: It stands at ``seq``, which is before the last event seen.
        """
        if seq < self.seq:
            raise StoreFailed(
                f"the database stands at event {seq}, this core has seen {self.seq}: it was replaced by an"
                " older copy; start the core again to go on from there"
            )

    def _follow(self, connection: Connection, events: Sequence[Event]) -> None:
        at = events[-1].at
        if at - self._clock() > BEHIND_MOST and not self._spoken_of:
            self._spoken_of = True
            log.warning("the clock is %s behind another core's", at - self._clock())
        self._go_on_from(at)
        self.waiting = Waiting()
        if any(describes(event) for event in events):
            self._describe(connection)
        else:
            lanes = {*self.hall.classes_by_id, *self.old_classes}
            met = {event.data["class"] for event in events if "class" in event.data}
            self.old_classes = (*self.old_classes, *sorted(met - lanes))
        self.seq = events[-1].seq

    def _describe(self, connection: Connection) -> None:
        row = sql.HALL(connection, hall=self.hall.id).mappings().one()
        self.hall = hall_from_json(json.loads(row["description"]))
        self.old_classes = old_classes(connection, self.hall)

    def _go_on_from(self, at: datetime) -> None:
        if at - self._clock() <= SET_BACK_MOST:
            self._last = max(self._last, at)
