"""How long people will wait, as answers say it."""

from __future__ import annotations

from typing import Any

from core.domain.leg import Leg
from core.service.core import Core


def wait_of(core: Core, leg: Leg) -> dict[str, Any] | None:
    """Return the expected wait of a leg, ``None`` where that cannot be known."""
    return None
