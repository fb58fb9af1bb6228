"""What a person sees of a simulated day: a line while it goes by, tables at its end."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter
from typing import Self, TextIO

from hallcall.simulate.process import Used
from hallcall.simulate.progress import Progress
from hallcall.simulate.report import DeviceFigures, Report, Spread

REWRITE_EVERY_S = 0.5
LINE_EVERY_S = 10.0


class ProgressLine:
    """One line that is rewritten; plain lines now and then where that cannot be."""

    def __init__(self, out: TextIO) -> None:
        self._out = out
        self._rewrites = out.isatty()
        self._written = float("-inf")
        self._shown: Progress | None = None

    def tell(self, progress: Progress) -> None:
        """Show how far it is, if it is time to."""
        self._shown = progress
        if perf_counter() - self._written >= (REWRITE_EVERY_S if self._rewrites else LINE_EVERY_S):
            self._write()

    def _write(self) -> None:
        assert self._shown is not None
        self._written = perf_counter()
        line = _line(self._shown)
        self._out.write(f"\r\x1b[2K{line}" if self._rewrites else f"{line}\n")
        self._out.flush()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_exc: object) -> None:
        if self._shown is not None:
            self._write()
            if self._rewrites:
                self._out.write("\n")


def _line(progress: Progress) -> str:
    minutes = int(progress.at_s // 60)
    return (
        f"{minutes // 60:02d}:{minutes % 60:02d}  {progress.came:,} of {progress.of:,} came, "
        f"{progress.served:,} visits done, {progress.inside:,} people inside, "
        f"latest call on its screens in {progress.latest_ms:.0f} ms, {progress.faults} faults"
    )


def table(report: Report) -> str:
    """Return the report as a person reads it."""
    return "\n".join([*_head(report), "", *_zones(report), "", *_sums(report), "", *_end(report)])


def _head(report: Report) -> Iterator[str]:
    yield (
        f"{report.hall}: {report.visitors:,} visitors, {report.windows} windows, {report.connections} "
        f"connections, seed {report.seed}, {report.speed:g} times as fast: {report.took_s:.0f} s"
    )


def _zones(report: Report) -> Iterator[str]:
    yield f"{'zone':<18} called  wait: mean   p50   p90 min  announced  screen only  voice: day  fullest hour"
    for zone, waits in report.waits_min.items():
        channel = report.channels.get(zone)
        spoken = "" if channel is None else f"{channel.said:>9} {channel.dropped:>12}"
        if channel is not None:
            spoken += f" {channel.fill(report.open_s):>11.0%} {channel.fullest_hour:>13.0%}"
        yield f"{zone or 'the hall':<18} {_wait(waits)}  {spoken}".rstrip()
    one = report.one_channel
    yield (
        f"one loudspeaker for the whole hall would announce {one.said:,} of {one.calls:,} calls, leave "
        f"{one.dropped:,} to the screens and speak {one.fullest_hour:.0%} of its fullest hour"
    )


def _wait(waits: Spread) -> str:
    return f"{waits.count:>6}  {waits.mean:>10.1f} {waits.p50:>5.1f} {waits.p90:>5.1f}    "


def _sums(report: Report) -> Iterator[str]:
    kinds = ("leg.called", "leg.recalled", "leg.passed", "leg.suspended", "leg.transferred", "leg.done")
    counts = ", ".join(f"{report.counts.get(kind, 0):,} {kind.partition('.')[2]}" for kind in kinds)
    events = sum(report.counts.values())
    yield f"{report.tickets:,} tickets; {counts}; {events:,} events told {report.deliveries:,} times"
    refused = ", ".join(f"{count} {key}" for key, count in sorted(report.refused.items()))
    slowest = sorted(report.answers_ms.items(), key=lambda each: -each[1].p99)[:4]
    slow = ", ".join(f"{kind} {took.p50:.0f} {took.p99:.0f}" for kind, took in slowest)
    yield f"{report.answers:,} answers; the slowest (p50, p99 ms): {slow}"
    if refused:
        yield f"refused by a rule: {refused}"
    seen = report.call_to_screen_ms
    yield (
        f"call -> screen: p50 {seen.p50:.1f} ms, p90 {seen.p90:.1f}, p99 {seen.p99:.1f}, "
        f"most {seen.most:.0f} (of {seen.count:,}; the load itself was up to {report.late_ms:.0f} ms late)"
    )
    if report.devices is not None:
        yield from _devices(report.devices)
    yield f"core: {_used(report.core, report.took_s)}; load: {_used(report.load, report.took_s)}"


def _devices(did: DeviceFigures) -> Iterator[str]:
    slips = ", ".join(f"{count:,} {state}" for state, count in did.slips.items() if count)
    faults = ", ".join(f"{what} {count} times" for what, count in sorted(did.broken.items()))
    yield f"{did.printers} printers: {slips}; {did.copies} printed again; {faults or 'no fault'}"
    yield (
        f"{did.signs} signs were told {did.sign_texts:,} texts, and looked at {did.sign_looks:,} times; "
        f"{did.pad_calls:,} calls by {did.pads} keypads, {did.pressed_again} keys pressed again"
    )
    took = did.called_by_message_ms
    yield (
        f"{did.messages:,} messages; call -> message: p50 {took.p50:.0f} ms, p99 {took.p99:.0f}, "
        f"most {took.most:.0f} (of {took.count:,})"
    )


def _used(used: Used | None, took_s: float) -> str:
    if used is None:
        return "not known"
    return (
        f"{used.cpu_s:.1f} s of a processor ({used.cpu_s / took_s:.0%} of one), {used.peak_mb:.0f} MB at most"
    )


def _end(report: Report) -> Iterator[str]:
    yield from (f"  {fault}: {count:,}" for fault, count in report.faults.items())
    yield from (f"    {sentence}" for sentence in report.told)
    if report.busy:
        yield "the machine was busy with other things: these milliseconds are not the core's alone"
    yield "nothing lost, nothing late" if report.ok else "something was LOST or LATE"
