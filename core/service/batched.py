"""Looking once for all who ask at the same time."""

from __future__ import annotations

import asyncio
from collections.abc import Callable


class Batched:
    """Answers everybody who asks while a look is under way by the next one; looks at one thing one by one.

    Nobody is given what was seen before the question came: it is only that 820 consoles, five seconds after
    they came back, cost a few looks and not 820.

    Attributes:
        looks: How often it was looked.
    """

    def __init__(self) -> None:
        self._next: dict[str, asyncio.Task[bytes]] = {}
        self._turns: dict[str, asyncio.Lock] = {}
        self.looks = 0

    async def __call__(self, about: str, look: Callable[[], bytes]) -> bytes:
        """Return what is seen of a thing from now on; a failure is everybody's who waits for that look.

        Args:
            about: What is looked at.
            look: Looks at that, in a thread, and returns the encoded answer.
        """
        task = self._next.get(about)
        if task is None:
            task = self._next[about] = asyncio.create_task(self._run(about, look))
        # Who hangs up does not take it from the others.
        return await asyncio.shield(task)

    async def _run(self, about: str, look: Callable[[], bytes]) -> bytes:
        async with self._turns.setdefault(about, asyncio.Lock()):
            # Who asks from now on waits for the next look.
            del self._next[about]
            self.looks += 1
            return await asyncio.to_thread(look)
