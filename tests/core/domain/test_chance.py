"""Chance is drawn from pieces: no byte of one is given twice, to no thread and to no copy of the process."""

from __future__ import annotations

import os
import subprocess
import sys
from base64 import urlsafe_b64decode
from concurrent.futures import ThreadPoolExecutor

import pytest

from core.domain import chance as module
from core.domain.chance import chance, chance_hex, chance_text

MANY = 2_000


@pytest.mark.parametrize("count", [1, 5, 12, 1_024])
def test_as_many_bytes_as_are_asked_for(count: int) -> None:
    assert len(chance(count)) == count
    assert len(bytes.fromhex(chance_hex(count))) == count
    text = chance_text(count)
    assert len(urlsafe_b64decode(text + "=" * (-len(text) % 4))) == count


def test_a_piece_is_used_up_and_no_part_of_it_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    pieces = [bytes([number]) * 1_024 for number in range(4)]
    monkeypatch.setattr(module._left, "piece", b"")
    monkeypatch.setattr(os, "urandom", lambda count: pieces.pop(0)[:count])
    drawn = [chance(300) for _ in range(6)]
    assert [each[0] for each in drawn] == [0, 0, 0, 1, 1, 1]
    assert all(len(set(each)) == 1 and len(each) == 300 for each in drawn), "none is of two pieces"


def test_nothing_comes_twice_in_any_thread() -> None:
    with ThreadPoolExecutor(4) as threads:
        drawn = [each for some in threads.map(_many, range(4)) for each in some]
    assert len(set(drawn)) == len(drawn)


def _many(_thread: int) -> list[bytes]:
    return [chance(12) for _ in range(MANY)]


_FORKS = """
import os
from core.domain.chance import chance
chance(1)
reads, writes = os.pipe()
if os.fork() == 0:
    os.write(writes, chance(12))
    os._exit(0)
os.wait()
print(os.read(reads, 12).hex(), chance(12).hex())
"""
"""Runs in a program of its own, which has one thread."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there are no copies of a process here")
def test_a_copy_of_the_process_draws_something_else() -> None:
    words = [sys.executable, "-c", _FORKS]
    theirs, mine = subprocess.run(words, capture_output=True, text=True, check=True).stdout.split()
    assert len(theirs) == len(mine) == 24
    assert theirs != mine
