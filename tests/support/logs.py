"""A log line of level warning or above that no test asked for is a failure."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager


class Unexpected(logging.Handler):
    """Keeps what was logged at warning or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.records: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.records.append(record)

    def beside(self, patterns: list[str]) -> list[str]:
        """Return the lines that match none of the patterns."""
        lines = [f"{record.levelname} {record.name}: {record.getMessage()}" for record in self.records]
        return [line for line in lines if not any(re.search(pattern, line) for pattern in patterns)]


@contextmanager
def unexpected_logs() -> Iterator[Unexpected]:
    """Listen to everything that is logged."""
    handler = Unexpected()
    logging.getLogger().addHandler(handler)
    try:
        yield handler
    finally:
        logging.getLogger().removeHandler(handler)
