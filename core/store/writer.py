"""The one writer of a process: a thread that owns the write connection and commits what is queued as a group.

Other cores may write in the same database. What they did is told on the same thread: before this core's next
command, or as soon as it is heard of.
"""

from __future__ import annotations

import logging
import queue
import secrets
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, Engine

from core.app.day import begin_day
from core.app.figures import WriterFigures
from core.app.ports import Asked, Command, Outcome, StoreFailed
from core.domain.errors import HallError
from core.domain.event import Event
from core.domain.hall import Hall
from core.domain.hall_json import hall_to_json
from core.store import sql
from core.store.backoff import Backoff
from core.store.engine import checkpoint_if_due, wipe_if_due
from core.store.json_text import json_text
from core.store.kept_open import KeptOpen
from core.store.known import Known
from core.store.postgres import alone
from core.store.transaction import SqlTransaction
from core.store.unit_of_work import SqlUnitOfWork
from core.store.ways import ways

log = logging.getLogger(__name__)

GROUP_MOST = 64
"""Commands in one commit at most. More would not be faster, and the first would wait for the last."""

RETRY_FIRST_S, RETRY_MOST_S = 0.1, 2.0
"""How long a server that was lost is left alone: who asks meanwhile is refused at once."""

Done = Callable[[Outcome], None]
Ended = Sequence[tuple[Done, Outcome]]


@dataclass(frozen=True, slots=True)
class _Look:
    """Learn what other cores did; nothing is to be done if everything up to ``seq`` is known."""

    seq: int | None


_Item = Sequence[Asked] | _Look | None


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
        followed: Told the events of other cores, on the writer's thread and in order with ``after_commit``.

    Attributes:
        figures: What it has done.
    """

    def __init__(
        self,
        engine: Engine,
        hall: Hall,
        after_commit: Callable[[Sequence[Event], Ended], None],
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        source: str | None = None,
        followed: Callable[[Sequence[Event]], None] | None = None,
    ) -> None:
        self.figures = WriterFigures()
        self._engine = engine
        self._line = KeptOpen(engine, wipe_if_due)
        self._ways = ways(engine.dialect.name)
        self._known = Known(hall, clock)
        self._after_commit = after_commit
        self._followed = followed
        self._source = source
        # A disk is tried each time; a server that was lost is not asked by every command.
        self._lost = Backoff(RETRY_FIRST_S, RETRY_MOST_S) if self._ways.shared else Backoff(0, 0)
        self._refusal = StoreFailed()
        self._queued: queue.SimpleQueue[_Item] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="writer", daemon=True)

    def start(self) -> None:
        """Begin to take commands."""
        self._thread.start()

    def submit(self, asked: Sequence[Asked]) -> None:
        """Queue commands; their outcomes come through ``after_commit``."""
        self.figures.asked += len(asked)
        self._queued.put(asked)

    def look(self, seq: int | None) -> None:
        """Learn what other cores did, unless everything up to ``seq`` is known."""
        self._queued.put(_Look(seq))

    def stop(self) -> None:
        """Do what is queued, then end."""
        self._queued.put(None)
        self._thread.join()

    @property
    def hall(self) -> Hall:
        """The hall as described by the last commit."""
        return self._known.hall

    def know_hall(self) -> None:
        """Learn the hall from the database, or enter it there; before :meth:`start`."""
        with self._engine.begin() as connection:
            alone(connection)
            if self._known.learn(connection):
                return
            hall = self.hall
            description = json_text(hall_to_json(hall))
            epoch = secrets.token_urlsafe(9)
            sql.ADD_HALL(connection, id=hall.id, seq=0, day=None, day_seq=0, epoch=epoch)
            sql.ADD_DESCRIPTION(connection, hall=hall.id, description=description, source=self._source)

    def _run(self) -> None:
        while (first := self._queued.get()) is not None:
            group, look, ending = self._gather(first)
            if group:
                self.figures.begun += len(group)
                # What other cores did is learnt with it.
                for at in range(0, len(group), GROUP_MOST):
                    self._do(group[at : at + GROUP_MOST])
                    # Who asked has the answer by now.
                    self._line.between(self._checkpoint)
            elif look is not None:
                self._look(look)
            if ending:
                break
        self._line.close()

    def _checkpoint(self, connection: Connection) -> None:
        checkpoint_if_due(connection, resting=self._queued.empty())

    def _gather(self, first: _Item) -> tuple[list[Asked], _Look | None, bool]:
        group: list[Asked] = []
        look: _Look | None = None
        item = first
        while item is not None:
            if isinstance(item, _Look):
                look = _further(look, item)
            else:
                group.extend(item)
            if len(group) >= GROUP_MOST:
                return group, look, False
            try:
                item = self._queued.get_nowait()
            except queue.Empty:
                return group, look, False
        return group, look, True

    def _do(self, group: Sequence[Asked]) -> None:
        if self._lost.left_s:
            self._refuse(group)
            return
        try:
            events, ended = self._commit(group)
        except StoreFailed as error:
            # Nothing was done, and would not be singly; at worst it was done and the answer to that was lost.
            # Who asked says so: once, not for every command.
            self._failed(error)
            self._refuse(group)
        except Exception as error:
            if len(group) == 1:
                self._report(error)
                failure = error.__cause__ if isinstance(error, _Spoiled) else error
                assert isinstance(failure, Exception)
                self._tell([], [(group[0][1], Outcome(error=failure))])
                return
            for queued in group:
                self._do([queued])
        else:
            self._lost.well()
            self._tell(events, ended)

    def _failed(self, error: StoreFailed) -> None:
        self._lost.failed()
        self._refusal = error

    def _refuse(self, group: Sequence[Asked]) -> None:
        self._tell([], [(done, Outcome(error=self._refusal)) for _, done in group])

    def _look(self, look: _Look) -> None:
        if (look.seq is not None and look.seq <= self._known.seq) or self._lost.left_s:
            return
        try:
            with self._line.begin() as connection:
                self._known.catch_up(connection, self._tell_followed)
        except StoreFailed as error:
            self._failed(error)
            self._tell([], [(_nobody, Outcome(error=error))])
        except Exception:
            log.exception("what other cores did could not be read; it is tried again")
        else:
            self._lost.well()

    def _tell_followed(self, events: Sequence[Event]) -> None:
        if self._followed is None:
            self._tell(events, [])
            return
        try:
            self._followed(events)
        except Exception:
            log.exception("nobody could be told what another core did")

    def _tell(self, events: Sequence[Event], ended: Ended) -> None:
        """Hand over what a commit brought; whatever goes wrong there, it is done and not done again."""
        try:
            self._after_commit(events, ended)
        except Exception:
            log.exception("nobody could be told of a commit")

    def _report(self, error: Exception) -> None:
        if not (isinstance(error, _Spoiled) and isinstance(error.__cause__, HallError)):
            log.error("a command failed and was rolled back", exc_info=error)

    def _commit(self, group: Sequence[Asked]) -> tuple[Sequence[Event], Ended]:
        began = time.perf_counter()
        with self._line.begin() as connection:
            transaction = self._begin(connection)
            ended = [(done, self._answer(command, transaction)) for command, done in group]
            transaction.keep_hall()
        self.figures.groups.note(len(group))
        self.figures.commit_s.note(time.perf_counter() - began)
        self._known.keep(transaction)
        return transaction.events, ended

    def _begin(self, connection: Connection) -> SqlTransaction:
        """Lock the hall's row first and alone, then learn what others did before."""
        stands = self._ways.lock(connection, self.hall.id)
        if stands["seq"] != self._known.seq:
            self._known.must_not_be_ahead(stands["seq"])
            self._known.catch_up(connection, self._tell_followed)
        known = self._known
        return SqlTransaction(
            connection, self._ways, known.hall, known.old_classes, stands, known.waiting.copy()
        )

    def _answer(self, command: Command, transaction: SqlTransaction) -> Outcome:
        uow = SqlUnitOfWork(transaction, self._known.now())
        begin_day(uow)
        writes = transaction.writes
        try:
            return Outcome(answer=command(uow))
        except HallError as refusal:
            if transaction.writes > writes:
                raise _Spoiled from refusal
            return Outcome(error=refusal)


def _further(one: _Look | None, other: _Look) -> _Look:
    """Return whichever of two looks asks for more."""
    if one is None or other.seq is None:
        return other
    return one if one.seq is None or one.seq >= other.seq else other


def _nobody(_outcome: Outcome) -> None:
    """Be told of what nobody asked for."""
