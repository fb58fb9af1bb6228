"""How the console reaches the core before and after somebody signed in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from core.client.port import Done, Link


class Post(Protocol):
    """Asks the core to do something without being signed in."""

    def __call__(self, path: str, body: Mapping[str, Any] | None, done: Done, /) -> None:
        """Send ``body`` to ``path``; ``done`` gets the reply on the GUI thread."""


LinkFor = Callable[[str], Link]
"""Makes the line of a signed-in clerk from the token."""
