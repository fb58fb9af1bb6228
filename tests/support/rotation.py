"""Ways in which a thing may stand that change nothing of what it does: a test takes one of them in its turn.

Which one follows from the test's name, so that every way is taken by many tests and each test is the same
every time. With ``HALLCALL_EVERY_WAY`` in the environment every test takes all of them.
"""

from __future__ import annotations

import os
from typing import Any
from zlib import crc32

import pytest

EVERY_WAY = "HALLCALL_EVERY_WAY" in os.environ


def turn(test: str, ways: int) -> int:
    """Return which of so many ways a test takes."""
    return crc32(test.encode()) % ways


def rotating(**ways: Any) -> Any:
    """Return a fixture that gives one of the ways; they are named for the tests' names."""

    def all_of_them(request: pytest.FixtureRequest) -> Any:
        return request.param

    def one(request: pytest.FixtureRequest) -> Any:
        return list(ways.values())[turn(request.node.nodeid, len(ways))]

    if EVERY_WAY:
        return pytest.fixture(params=list(ways.values()), ids=list(ways))(all_of_them)
    return pytest.fixture(one)


def every(name: str, **ways: Any) -> pytest.MarkDecorator:
    """Return what makes a test take all of a fixture's ways: where it is about how things stand."""
    return pytest.mark.parametrize(name, list(ways.values()), ids=list(ways))
