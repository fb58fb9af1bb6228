"""The newest lines of the log, for a technician who stands at the kiosk."""

from __future__ import annotations

import logging
from collections import deque
from datetime import datetime
from typing import Final

MOST: Final = 40
LONGEST: Final = 160


class LogLines(logging.Handler):
    """Keeps the newest lines; what the log may not hold of people it does not hold either.

    Attributes:
        lines: The newest first, each with its time.
    """

    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self._lines: deque[str] = deque(maxlen=MOST)

    @property
    def lines(self) -> tuple[str, ...]:
        """The newest first."""
        return tuple(reversed(self._lines))

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a line; of a long one its beginning."""
        at = datetime.fromtimestamp(record.created).astimezone()
        said = f"{at:%H:%M:%S} {record.levelname[0]} {record.getMessage()}"
        self._lines.append(said if len(said) <= LONGEST else said[: LONGEST - 1] + "…")
