"""One look for all who ask at the same time."""

from __future__ import annotations

import asyncio
import threading

import pytest

from core.service.batched import Batched


def test_who_asks_during_a_look_shares_the_next_and_is_given_nothing_old() -> None:
    begun, go_on = threading.Event(), threading.Event()
    truth = ["before"]

    def look() -> bytes:
        seen = truth[0]
        begun.set()
        assert go_on.wait(30)
        return f"a {seen}".encode()

    async def story() -> tuple[bytes, list[bytes], int]:
        batched = Batched()
        first = asyncio.create_task(batched("a", look))
        await asyncio.to_thread(begun.wait, 30)
        truth[0] = "after"
        others = [asyncio.create_task(batched("a", look)) for _ in range(820)]
        await asyncio.sleep(0)
        others[0].cancel()
        go_on.set()
        return await first, await asyncio.gather(*others[1:]), batched.looks

    first, others, looks = asyncio.run(story())
    assert (first, set(others), looks) == (b"a before", {b"a after"}, 2)


def test_a_look_that_fails_is_looked_again_for_the_next() -> None:
    failing = [True]

    def look() -> bytes:
        if failing.pop() if failing else False:
            raise OSError("gone")
        return b"a"

    async def story() -> bytes:
        batched = Batched()
        with pytest.raises(OSError, match="gone"):
            await batched("a", look)
        return await batched("a", look)

    assert asyncio.run(story()) == b"a"
