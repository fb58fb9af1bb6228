"""What is read, with the place it came from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from core.app.hallfile.table import Table

T_co = TypeVar("T_co", covariant=True)

Languages = Sequence[str]


@dataclass(frozen=True, slots=True)
class Placed(Generic[T_co]):
    """A value and the table it was read from."""

    value: T_co
    table: Table
