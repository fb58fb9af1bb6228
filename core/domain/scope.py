"""What part of the hall a screen follows."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass

from core.domain.errors import ZoneUnknown
from core.domain.event import Event
from core.domain.floor import Floor
from core.domain.hall import Hall


@dataclass(frozen=True, slots=True)
class Scope:
    """The queues and windows whose events are wanted; what is of the whole hall always is."""

    queues: frozenset[str]
    windows: frozenset[int]

    def wants(self, event: Event) -> bool:
        """Whether a screen of this scope is told the event."""
        if event.zone is None:
            return True
        return event.data.get("queue") in self.queues or event.window in self.windows

    def narrow(self, floor: Floor) -> Floor:
        """Return the part of the hall's floor that such a screen shows."""
        return Floor(
            seq=floor.seq,
            waiting={queue: count for queue, count in floor.waiting.items() if queue in self.queues},
            windows={number: view for number, view in floor.windows.items() if number in self.windows},
            calls=deque(
                call for call in floor.calls if call.queue in self.queues or call.window in self.windows
            ),
            results=floor.results.narrow(self),
        )


def scope_of(
    hall: Hall,
    *,
    zone: str | None = None,
    window: int | None = None,
    queue: str | None = None,
    beside: bool = False,
) -> Scope | None:
    """Return the scope of a feed's filters, ``None`` for the whole hall.

    Args:
        beside: With ``window``: the windows that serve any of its queues too.

    Raises:
        ZoneUnknown, WindowUnknown, QueueUnknown: The hall has no such thing.
    """
    if zone is None and window is None and queue is None:
        return None
    queues: set[str] = set()
    windows: set[int] = set()
    if zone is not None:
        if zone not in {each.id for each in hall.zones}:
            raise ZoneUnknown(zone=zone)
        queues |= {each.id for each in hall.queues if each.zone == zone}
        windows |= {each.number for each in hall.windows if each.zone == zone}
    if window is not None:
        served = set(hall.window(window).queues)
        queues |= served
        windows.add(window)
        if beside:
            windows |= {each.number for queue in served for each in hall.windows_of(queue)}
    if queue is not None:
        queues.add(hall.queue(queue).id)
        windows |= {each.number for each in hall.windows_of(queue)}
    return Scope(frozenset(queues), frozenset(windows))
