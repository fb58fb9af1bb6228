"""Change what a window serves, at a busy hour too: it takes effect at its next call."""

from __future__ import annotations

from dataclasses import replace

from core.app.ports import UnitOfWork
from core.domain.errors import ProfileInvalid
from core.domain.event import EventKind
from core.domain.hall import Tier, Tiers


def set_profile(uow: UnitOfWork, *, window: int, tiers: Tiers, by: str) -> Tiers:
    """Give a window another profile; the event says who did it, when, and what it served before.

    Raises:
        WindowUnknown, QueueUnknown: The hall has no such thing.
        ProfileInvalid: A queue is named twice, or none at all.
    """
    before = uow.hall.window(window)
    named = [uow.hall.queue(queue).id for tier in tiers for queue in tier.queues]
    twice = next((queue for place, queue in enumerate(named) if queue in named[:place]), None)
    if not named or twice is not None or not all(tier.queues for tier in tiers):
        raise ProfileInvalid(window=window, queue=twice)
    if before.tiers == tiers:
        return tiers
    after = replace(before, tiers=tiers)
    windows = tuple(after if each.number == window else each for each in uow.hall.windows)
    uow.set_hall(replace(uow.hall, windows=windows))
    data = {"hall": uow.hall.id, "window": window, "by": by}
    uow.events.append(
        EventKind.HALL_CHANGED, data=data | {"before": tiers_text(before.tiers), "after": tiers_text(tiers)}
    )
    return tiers


def tiers_text(tiers: Tiers) -> str:
    """Return a profile in the hall file's words, e.g. ``"a; b, c @ 20"``."""
    return "; ".join(_tier_text(tier) for tier in tiers)


def _tier_text(tier: Tier) -> str:
    queues = ", ".join(tier.queues)
    return queues if tier.when_wait_over_min is None else f"{queues} @ {tier.when_wait_over_min:g}"
