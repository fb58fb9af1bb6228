"""A connection that is kept between transactions: taking one from a pool costs more than three statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from sqlalchemy import Connection, Engine


class KeptOpen:
    """One connection of an engine, opened when it is first needed; for one thread.

    Args:
        after_commit: Told of the connection once a transaction is on disk.
    """

    def __init__(self, engine: Engine, after_commit: Callable[[Connection], None]) -> None:
        self._engine = engine
        self._after_commit = after_commit
        self._connection: Connection | None = None

    @contextmanager
    def begin(self) -> Iterator[Connection]:
        """Run a transaction; it is committed unless something is raised.

        After a failure the next one is on a new connection: what is wrong with this one nobody knows.
        """
        connection = self._connection or self._engine.connect()
        self._connection = None
        try:
            with connection.begin():
                yield connection
        except BaseException:
            connection.close()
            raise
        self._connection = connection
        self._after_commit(connection)

    def between(self, act: Callable[[Connection], None]) -> None:
        """Do something with the connection between two transactions, if there is one."""
        if self._connection is not None:
            act(self._connection)

    def close(self) -> None:
        """Let go of the connection."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.close()
