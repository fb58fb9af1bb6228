"""When a kept program counts as hung, and how long to wait before the next start; no process, no clock."""

from __future__ import annotations

from dataclasses import dataclass

FIRST_S = 60.0
"""How long a program may take until its first beat: a cold start from a slow disk."""
SILENT_S = 10.0
"""How long it may be silent after that; it beats once a second."""
STEADY_S = 60.0
"""What ran as long as that is started again at once when it dies."""
PAUSES_S = (0.0, 0.5, 1.0, 2.0, 5.0, 10.0, 30.0)
"""Waits before a program is started again that dies at once, and again; the last one stays."""
_MOST_A_LOOK_S = 1.0


@dataclass(slots=True)
class Watch:
    """How long a program has been silent, as far as the keeper itself was awake.

    When a machine has slept, or the keeper was held up, the clock jumps from one look to the next. Nobody can
    have beaten meanwhile, so that no more than a second of it counts.

    Attributes:
        looked_s: When it was looked at last, on a monotonic clock.
        silent_s: For how long nothing was heard.
        heard: Whether anything was, ever.
    """

    looked_s: float
    silent_s: float = 0.0
    heard: bool = False

    def beat(self) -> None:
        """Note that it is alive."""
        self.heard = True
        self.silent_s = 0.0

    def hangs(self, now_s: float) -> bool:
        """Look at the clock, about twice a second; return whether it has been silent for too long."""
        self.silent_s += min(max(now_s - self.looked_s, 0.0), _MOST_A_LOOK_S)
        self.looked_s = now_s
        return self.silent_s > (SILENT_S if self.heard else FIRST_S)


@dataclass(slots=True)
class Pauses:
    """How long to wait before each start.

    Attributes:
        short: How often in a row it has died before :data:`STEADY_S`.
    """

    short: int = 0

    def after(self, ran_s: float) -> float:
        """Return the seconds to wait for a program that has died after so many."""
        if ran_s >= STEADY_S:
            self.short = 0
            return PAUSES_S[0]
        self.short += 1
        return PAUSES_S[min(self.short, len(PAUSES_S)) - 1]
