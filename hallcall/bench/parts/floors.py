"""The baselines as rows of their own: what the disk and loopback do without Hallcall."""

from __future__ import annotations

from hallcall.bench.baseline import echo_server, tcp_write_ms
from hallcall.bench.bench import Bench, Found
from hallcall.bench.figures import interleave, percentile
from hallcall.bench.row import measured

SLIP_BYTES = 40_000
"""About the bytes of a slip of 80 mm."""
_ECHOES = 300


def floors(bench: Bench) -> Found:
    """Measure the floors."""

    def echo() -> float:
        with echo_server() as (host, port):
            took: list[float] = bench.load.do("echo", host=host, port=port, count=_ECHOES)["ms"]
        return percentile(took, 0.5)

    rounds = interleave(bench.sizes.rounds, lambda: bench.disk.commits().each_ms, echo)
    rate = bench.disk.commits().a_second
    return Found(
        [
            measured("floor.commits", "raw durable commits of one row (SQLite)", "/s", rate),
            measured("floor.commit", "one raw durable commit, median", "ms", rounds.baseline),
            measured("floor.echo", "one loopback echo between two processes", "ms", rounds.of(float)[0]),
            measured("floor.tcp-write", "one raw TCP write of a slip", "ms", tcp_write_ms(SLIP_BYTES)),
        ],
        rounds.spread,
    )
