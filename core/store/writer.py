"""The one writer: a thread that owns the write connection and commits what is queued as a group."""

from __future__ import annotations

import json
import logging
import queue
import secrets
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Engine

from core.app.day import begin_day
from core.app.ports import Command, Outcome, StoreFailed
from core.domain.clock import from_text
from core.domain.errors import HallError
from core.domain.event import Event
from core.domain.hall import Hall
from core.domain.hall_json import hall_from_json, hall_to_json
from core.store import sql
from core.store.transaction import SqlTransaction, old_classes
from core.store.unit_of_work import SqlUnitOfWork

log = logging.getLogger(__name__)

SET_BACK_MOST = timedelta(days=1)
"""A clock that is further behind the last event than that was wrong then, not now."""
GROUP_MOST = 64
"""Commands in one commit. More would not be faster, and the first would wait for the last."""

Done = Callable[[Outcome], None]
Ended = Sequence[tuple[Done, Outcome]]


@dataclass(frozen=True, slots=True)
class _Queued:
    command: Command
    done: Done


class _Spoiled(Exception):
    """A command failed after it had changed something: the group is rolled back and done singly."""


class SqlWriter:
    """Runs commands one after another and answers each after it is on disk.

    Args:
        engine: Of the one write connection.
        hall: What to describe the hall as, if the database does not know it yet.
        after_commit: Told, on the writer's thread and in order, the events of each commit and whose commands
            ended with it.
        clock: The core's clock, UTC.
        source: The hall file that ``hall`` was read from.
    """

    def __init__(
        self,
        engine: Engine,
        hall: Hall,
        after_commit: Callable[[Sequence[Event], Ended], None],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        source: str | None = None,
    ) -> None:
        self._engine = engine
        self._hall = hall
        self._after_commit = after_commit
        self._clock = clock
        self._source = source
        self._queued: queue.SimpleQueue[_Queued | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)
        self._last = datetime.min.replace(tzinfo=UTC)
        self._old_classes: Sequence[str] = ()

    def start(self) -> None:
        """Begin to take commands."""
        self._thread.start()

    def submit(self, command: Command, done: Done) -> None:
        """Queue a command; its outcome comes through ``after_commit``."""
        self._queued.put(_Queued(command, done))

    def stop(self) -> None:
        """Do what is queued, then end."""
        self._queued.put(None)
        self._thread.join()

    @property
    def hall(self) -> Hall:
        """The hall as described by the last commit."""
        return self._hall

    def know_hall(self) -> None:
        """Learn the hall from the database, or enter it there; before :meth:`start`."""
        with self._engine.begin() as connection:
            row = sql.HALL(connection, hall=self._hall.id).mappings().first()
            if row is not None:
                self._hall = hall_from_json(json.loads(row["description"]))
                self._old_classes = old_classes(connection, self._hall)
                self._know_time(sql.LAST_EVENT_AT(connection, hall=self._hall.id).scalar_one_or_none())
                return
            description = json.dumps(hall_to_json(self._hall), ensure_ascii=False)
            epoch = secrets.token_urlsafe(9)
            sql.ADD_HALL(connection, id=self._hall.id, seq=0, day=None, day_seq=0, epoch=epoch)
            sql.ADD_DESCRIPTION(connection, hall=self._hall.id, description=description, source=self._source)

    def _know_time(self, text: str | None) -> None:
        """Go on from the last event's instant, also where the clock was set back while the core was down."""
        last = from_text(text) if text else self._last
        now = self._clock()
        if now < last:
            log.warning("the clock is %s behind the last event", last - now)
        if last - now <= SET_BACK_MOST:
            self._last = last

    def _run(self) -> None:
        while (first := self._queued.get()) is not None:
            group, ending = self._gather(first)
            self._do(group)
            if ending:
                return

    def _gather(self, first: _Queued) -> tuple[list[_Queued], bool]:
        group = [first]
        while len(group) < GROUP_MOST:
            try:
                more = self._queued.get_nowait()
            except queue.Empty:
                break
            if more is None:
                return group, True
            group.append(more)
        return group, False

    def _do(self, group: Sequence[_Queued]) -> None:
        try:
            events, ended = self._commit(group)
        except StoreFailed as error:
            # Nothing was done, and would not be singly. Who asked says so: once, not for every command.
            self._tell([], [(queued.done, Outcome(error=error)) for queued in group])
        except Exception as error:
            if len(group) == 1:
                self._report(error)
                failure = error.__cause__ if isinstance(error, _Spoiled) else error
                assert isinstance(failure, Exception)
                self._tell([], [(group[0].done, Outcome(error=failure))])
                return
            for queued in group:
                self._do([queued])
        else:
            self._tell(events, ended)

    def _tell(self, events: Sequence[Event], ended: Ended) -> None:
        """Hand over what a commit brought; whatever goes wrong there, it is done and not done again."""
        try:
            self._after_commit(events, ended)
        except Exception:
            log.exception("nobody could be told of a commit")

    def _report(self, error: Exception) -> None:
        if not (isinstance(error, _Spoiled) and isinstance(error.__cause__, HallError)):
            log.error("a command failed and was rolled back", exc_info=error)

    def _commit(self, group: Sequence[_Queued]) -> tuple[Sequence[Event], Ended]:
        with self._engine.begin() as connection:
            transaction = self._begin(SqlTransaction(connection, self._hall, self._old_classes))
            ended = [(queued.done, self._answer(queued.command, transaction)) for queued in group]
            transaction.keep_hall()
        self._hall, self._old_classes = transaction.hall, transaction.old_classes
        return transaction.events, ended

    def _begin(self, transaction: SqlTransaction) -> SqlTransaction:
        """Lock the hall's row first and alone, then read where it stands."""
        connection = transaction.connection
        sql.LOCK_HALL(connection, hall=transaction.id)
        row = sql.HALL_STANDS(connection, hall=transaction.id).mappings().one()
        transaction.seq = row["seq"]
        transaction.day = date.fromisoformat(row["day"]) if row["day"] else None
        transaction.day_seq = row["day_seq"]
        return transaction

    def _answer(self, command: Command, transaction: SqlTransaction) -> Outcome:
        uow = SqlUnitOfWork(transaction, self._now())
        begin_day(uow)
        writes = transaction.writes
        try:
            return Outcome(answer=command(uow))
        except HallError as refusal:
            if transaction.writes > writes:
                raise _Spoiled from refusal
            return Outcome(error=refusal)

    def _now(self) -> datetime:
        """Return the clock's time, never earlier than before: a clock set back must not reorder the hall."""
        self._last = max(self._last, self._clock())
        return self._last
