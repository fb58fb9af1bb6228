"""What is wrong with a hall file, said to the technician who wrote it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing to mend.

    Attributes:
        line: Line of the file, from 1.
        message: The whole sentence, in English, with the file's own ids.
        path: Where in the file's structure, e.g. ``"queues[2].zone"``.
        key: Stable message key, e.g. ``"hall.unknown_key"``, for a translated sentence.
        params: Values for the translated sentence.
    """

    line: int
    message: str
    path: str
    key: str
    params: Mapping[str, Any] = field(default_factory=dict)


class HallFileInvalid(Exception):
    """The hall file has mistakes; the hall is not touched.

    Attributes:
        mistakes: All of them, in the order of the lines.
    """

    def __init__(self, mistakes: Sequence[Mistake]) -> None:
        super().__init__("\n".join(f"line {each.line}: {each.message}" for each in mistakes))
        self.mistakes = tuple(mistakes)
