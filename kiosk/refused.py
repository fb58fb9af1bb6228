"""What the core did not do, as the kiosk tells it."""

from __future__ import annotations

from core.client.reply import Refused, Reply
from kiosk.state import Refusal, Undone


def why(reply: Reply, undone: Undone, otherwise: Undone | None = None) -> Refusal:
    """Return why something did not happen; ``otherwise``: what is said of it where no answer came."""
    if isinstance(reply, Refused):
        return Refusal(reply.key, reply.params, undone)
    return Refusal("core.unreachable", undone=otherwise or undone)
