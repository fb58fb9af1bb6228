"""What Prometheus is told: counts of the hall and of the program, and nothing of any person.

Imported with the first scrape only: prometheus-client takes as long to import as half of a start. All of it
runs beside the event loop.

Names and units: https://prometheus.io/docs/practices/naming/
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from math import inf

from prometheus_client import CollectorRegistry, ProcessCollector
from prometheus_client.core import (
    CounterMetricFamily,
    GaugeMetricFamily,
    HistogramMetricFamily,
    InfoMetricFamily,
    Metric,
)
from prometheus_client.exposition import generate_latest
from prometheus_client.registry import Collector

from core.app.figures import Buckets
from core.app.ports import StoreFailed
from core.domain.clock import business_date
from core.domain.device import Device, DeviceState
from core.domain.slip import SlipState, SlipWanted
from core.domain.window import WindowStatus
from core.service.core import Core
from core.service.request_counts import RequestCounts
from core.service.version import VERSION

Labels = tuple[str, ...]
Values = dict[Labels, float]

MISSING_MOST = 1000
"""So many missing slips are counted: by then somebody has noticed."""


class HallMetrics(Collector):
    """One core's figures, in a registry of their own: several cores may live in one process.

    Attributes:
        trouble: Why the last scrape has nothing of what is on disk, ``None`` if it has.
    """

    def __init__(self, core: Core, requests: RequestCounts) -> None:
        self.trouble: StoreFailed | None = None
        self._core = core
        self._requests = requests
        self._registry = CollectorRegistry()
        ProcessCollector(registry=self._registry)
        self._registry.register(self)

    def text(self) -> bytes:
        """Return all figures as Prometheus reads them."""
        return generate_latest(self._registry)

    def describe(self) -> Iterable[Metric]:
        """Return nothing: to be registered is no reason to be asked."""
        return ()

    def collect(self) -> Iterator[Metric]:
        """Return the figures as they are now."""
        yield from self._program()
        yield from self._writer()
        yield from self._feed()
        yield from self._floor()
        try:
            yield from self._on_disk()
        except StoreFailed as error:
            self.trouble = error
        else:
            self.trouble = None

    def _program(self) -> Iterator[Metric]:
        core = self._core
        yield InfoMetricFamily(
            "hallcall", "Which program this is.", {"version": VERSION, "hall": core.hall.id}
        )
        yield _gauge("hallcall_uptime_seconds", "So long the core has run.", core.uptime_s())
        yield _gauge(
            "hallcall_degraded", "1 while the database cannot be used.", int(core.trouble is not None)
        )
        counts: Values = {
            (method, route, f"{hundreds}xx"): count
            for (method, route, hundreds), count in self._requests.counted().items()
        }
        yield _counter("hallcall_requests", "Requests answered.", ("method", "route", "status"), counts)

    def _writer(self) -> Iterator[Metric]:
        figures = self._core.writer_figures
        yield _gauge("hallcall_commands_queued", "Commands that wait for the writer.", figures.queued)
        yield _histogram("hallcall_command_group_size", "Commands committed together.", figures.groups)
        yield _histogram(
            "hallcall_commit_seconds", "From the begin of a commit until it is on disk.", figures.commit_s
        )

    def _feed(self) -> Iterator[Metric]:
        hub = self._core.hub
        yield _gauge("hallcall_feed_subscribers", "Open feeds.", hub.subscribers)
        yield _gauge("hallcall_event_seq", "Number of the last event told.", hub.seq)
        kinds: Values = {(kind.value,): count for kind, count in hub.told.copy().items()}
        yield _counter("hallcall_events", "Events told since the start.", ("kind",), kinds)
        yield _counter("hallcall_feed_messages", "Events sent to open feeds.", (), {(): hub.sent})

    def _floor(self) -> Iterator[Metric]:
        # Copied at once: the event loop goes on meanwhile.
        waiting, windows = dict(self._core.hub.floor.waiting), list(self._core.hub.floor.windows.values())
        yield _gauges(
            "hallcall_visitors_waiting",
            "People who wait in a queue.",
            ("queue",),
            {(queue,): count for queue, count in waiting.items()},
        )
        counted = Counter(window.status for window in windows)
        yield _gauges(
            "hallcall_windows",
            "Windows by what they do.",
            ("status",),
            {(status.value,): counted[status] for status in WindowStatus},
        )

    def _on_disk(self) -> Iterator[Metric]:
        core, hall = self._core, self._core.hall
        today = business_date(core.clock(), hall.zone_info, hall.day_starts)
        issued, devices = core.reader.issued(today), core.reader.devices()
        taken: Values = {(queue.prefix,): 0 for queue in hall.queues}
        taken |= {(prefix,): sum(halves.values()) for prefix, halves in issued.items()}
        yield _gauges("hallcall_tickets_today", "Numbers issued on this business day.", ("prefix",), taken)
        yield from self._slips(today)
        yield from _of_devices([device for device in devices if not device.is_removed])

    def _slips(self, today: date) -> Iterator[Metric]:
        reader = self._core.reader
        slips = reader.reports.slips(today)
        states: Values = {(state.value,): slips.get(state, 0) for state in SlipState}
        yield _gauges(
            "hallcall_slips_today", "Tickets of this business day by their slip.", ("state",), states
        )
        wanted = SlipWanted(missing_at=self._core.clock())
        missing = {ticket.id for _, ticket in reader.find(slip=wanted, most=MISSING_MOST)}
        yield _gauge("hallcall_slips_missing", "Visitors in the hall who may hold no slip.", len(missing))


def _of_devices(devices: list[Device]) -> Iterator[Metric]:
    counted = Counter((device.kind, device.state) for device in devices)
    kinds = sorted({device.kind for device in devices})
    yield _gauges(
        "hallcall_devices",
        "Devices by kind and state.",
        ("kind", "state"),
        # Also the states that no device is in: what is 0 must not be missing.
        {(kind.value, state.value): counted[kind, state] for kind in kinds for state in DeviceState},
    )
    silent = {device.machine for device in devices if device.is_silent}
    heard = {device.machine for device in devices} - silent
    yield _gauges(
        "hallcall_machines",
        "Machines that tell of devices.",
        ("state",),
        {("heard",): len(heard), ("silent",): len(silent)},
    )


def _gauge(name: str, meaning: str, value: float) -> Metric:
    return GaugeMetricFamily(name, meaning, value)


def _gauges(name: str, meaning: str, labels: Labels, values: Values) -> Metric:
    family = GaugeMetricFamily(name, meaning, labels=labels)
    for of, value in values.items():
        family.add_metric(of, value)
    return family


def _counter(name: str, meaning: str, labels: Labels, values: Values) -> Metric:
    """Return a counter; its name gets ``_total``."""
    family = CounterMetricFamily(name, meaning, labels=labels)
    for of, value in values.items():
        family.add_metric(of, value)
    return family


def _histogram(name: str, meaning: str, buckets: Buckets) -> Metric:
    bounds = [("+Inf" if bound == inf else str(float(bound)), count) for bound, count in buckets.up_to()]
    return HistogramMetricFamily(name, meaning, buckets=bounds, sum_value=buckets.sum)
