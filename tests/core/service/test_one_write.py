"""An answer leaves the machine in one write."""

from __future__ import annotations

import asyncio
from typing import Any, cast

from core.service.one_write import OneWrite


class Recorder:
    """A transport that keeps what is written."""

    def __init__(self) -> None:
        self.written: list[bytes] = []
        self.closed = False

    def write(self, data: bytes) -> None:
        self.written.append(data)

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True


async def _written(act: Any) -> Recorder:
    recorder = Recorder()
    act(OneWrite(cast(asyncio.Transport, recorder), asyncio.get_running_loop()))
    await asyncio.sleep(0)
    return recorder


def test_head_and_body_leave_together() -> None:
    def answer(transport: OneWrite) -> None:
        transport.write(b"head")
        transport.write(b"body")

    assert asyncio.run(_written(answer)).written == [b"headbody"]


def test_what_was_written_leaves_before_the_line_is_closed() -> None:
    def answer(transport: OneWrite) -> None:
        transport.write(b"head")
        transport.close()

    recorder = asyncio.run(_written(answer))
    assert (recorder.written, recorder.closed) == ([b"head"], True)


def test_nothing_is_written_to_a_line_that_is_gone() -> None:
    def answer(transport: OneWrite) -> None:
        transport.write(b"head")
        cast(Any, transport.transport).closed = True

    assert asyncio.run(_written(answer)).written == []
