"""The load's process: one order a line on stdin, ``{"act": name, ...}``; one answer a line on stdout."""

from __future__ import annotations

import asyncio
import gc
import json
import sys
from typing import Any

from hallcall.bench.load.acts import Load
from hallcall.bench.load.http import WrongAnswer


def main() -> int:
    """Obey until stdin ends."""
    with asyncio.Runner(loop_factory=_fast_loop()) as runner:
        runner.run(_obey_all())
    return 0


async def _obey_all() -> None:
    load = Load()
    # What the load collects at its own moments would look like the core being slow.
    gc.disable()
    # On a thread, so that open feeds go on answering the core's pings meanwhile.
    while line := await asyncio.to_thread(sys.stdin.readline):
        print(json.dumps(await _obey(load, json.loads(line))), flush=True)
        gc.collect()


async def _obey(load: Load, order: dict[str, Any]) -> dict[str, Any]:
    act = getattr(load, order.pop("act"))
    try:
        done: dict[str, Any] = await act(**order)
    except (OSError, WrongAnswer, RuntimeError, TimeoutError) as error:
        return {"failed": f"{type(error).__name__}: {error}"}
    return done


def _fast_loop() -> Any:
    """Return what makes the core's own kind of event loop; Windows has only the standard one."""
    try:
        import uvloop
    except ImportError:
        return None
    return uvloop.new_event_loop


if __name__ == "__main__":
    sys.exit(main())
