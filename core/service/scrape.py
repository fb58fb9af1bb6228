"""Answering Prometheus beside the event loop, one scrape at a time."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from core.service.core import Core
from core.service.request_counts import RequestCounts

if TYPE_CHECKING:
    from core.service.metrics import HallMetrics

TEXT = "text/plain; version=1.0.0; charset=utf-8"
"""Source: https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format"""


class Scrape:
    """What one core tells Prometheus."""

    def __init__(self, core: Core, requests: RequestCounts) -> None:
        self._core = core
        self._requests = requests
        self._metrics: HallMetrics | None = None
        # Whoever asks much and often takes one thread's time and no more.
        self._one = asyncio.Lock()

    async def text(self) -> bytes:
        """Return all figures as they are now; of a database in trouble there are none."""
        async with self._one:
            text = await asyncio.to_thread(self._made)
        assert self._metrics is not None
        if self._metrics.trouble is not None:
            self._core.in_trouble(self._metrics.trouble)
        return text

    def _made(self) -> bytes:
        if self._metrics is None:
            from core.service.metrics import HallMetrics

            self._metrics = HallMetrics(self._core, self._requests)
        return self._metrics.text()
