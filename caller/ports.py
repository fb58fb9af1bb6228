"""What the console needs of the line to the core."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from core.client.link import CoreLink
from core.client.reply import Reply

Done = Callable[[Reply], None]

LinkFor = Callable[[str], CoreLink]
"""Makes the line of a signed-in clerk from the token."""


class Post(Protocol):
    """Asks the core to do something without being signed in."""

    def __call__(self, path: str, body: Mapping[str, Any] | None, done: Done, /) -> None:
        """Send ``body`` to ``path``; ``done`` gets the reply on the GUI thread."""
