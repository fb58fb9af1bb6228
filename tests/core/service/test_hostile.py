"""What nobody sends by accident: refused in words, never a failure of the core."""

from __future__ import annotations

import urllib.error
import urllib.request

import pytest

from core.domain.people import Role
from tests.support.running_core import CoreHandle

HUGE = 10**30


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/api/tickets/%00", 422),
        ("/api/tickets/%ED%A0%80", 404),
        ("/api/tickets/..%2f..%2fsecret", 404),
        (f"/api/tickets/{'9' * 65}", 422),
        (f"/api/windows/{HUGE}/suspended", 422),
        ("/api/windows/-1/suspended", 422),
        ("/api/windows/1e3/suspended", 422),
        (f"/api/tickets?window={HUGE}", 422),
        (f"/api/tickets?window={2**63}", 422),
        ("/api/tickets?number=%00", 200),
        ("/api/tickets?queue=%00", 422),
        ("/api/tickets?number=%27%20OR%201", 200),
        ("/api/tickets?state=", 422),
        ("/api/track/%00", 422),
        ("/api/items/%F0%9F%92%A9", 404),
        ("/api/calendar?from=0001-01-01", 422),
        ("/api/calendar?from=9999-12-31", 422),
        ("/api/calendar?queue=%00", 422),
    ],
)
def test_a_strange_address_is_refused(shared_core: CoreHandle, path: str, status: int) -> None:
    assert shared_core.get(path).status == status


@pytest.mark.parametrize(
    "body",
    [
        b'{"queue": "\\u0000"}',
        b'{"queue": "\\ud800"}',
        b'{"\\ud800": 1}',
        b'{"queue": "\xff"}',
        b"\xff\xfe",
        b'{"queue": NaN}',
        b'{"queue": 1e999}',
        b'{"queue": ' + b"9" * 5000 + b"}",
        b'{"queue": ""}',
        b'{"queue": null}',
        b"null",
        b"[]",
        b"0",
        b"[" * 100_000,
        b'{"queue": "insurance", "card": {"hash": "' + b"a" * 64 + b'", "age": 1e30}}',
        b'{"queue": "insurance", "card": {"hash": "' + b"a" * 64 + b'", "age": NaN}}',
    ],
    ids=range(16),
)
def test_a_strange_body_is_refused(shared_core: CoreHandle, body: bytes) -> None:
    assert send(shared_core, "/api/tickets", body) == 422


@pytest.mark.parametrize("minutes", ["NaN", "Infinity", "-1", "1e300", '"soon"'])
@pytest.mark.parametrize(
    ("act", "body"),
    [("transfer", '{"queue": "food", "after_min": %s}'), ("suspend", '{"kind": "step", "wake_min": %s}')],
)
def test_minutes_are_minutes(shared_core: CoreHandle, act: str, body: str, minutes: str) -> None:
    assert send(shared_core, f"/api/windows/1/{act}", (body % minutes).encode()) == 422


@pytest.mark.parametrize("key", ["k\u00e9y", "x" * 256, " "])
def test_a_strange_idempotency_key_is_refused(shared_core: CoreHandle, key: str) -> None:
    assert shared_core.post("/api/tickets", {"queue": "insurance"}, key=key).status == 422


def send(core: CoreHandle, path: str, body: bytes) -> int:
    headers = {"Authorization": f"Bearer {core.token(Role.ADMIN)}", "Content-Type": "application/json"}
    request = urllib.request.Request(core.url + path, body, headers, method="POST")
    try:
        with urllib.request.urlopen(request, timeout=30) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code
