"""The hall's secret, and what is made with it."""

from __future__ import annotations

import sqlite3
import urllib.error
import urllib.request
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from core.domain.people import Role
from core.service.tokens import NoSecret, Tokens, hall_secret
from tests.support.running_core import CoreHandle


def test_the_secret_is_made_once_and_leaves_nothing_else(tmp_path: Path) -> None:
    made = hall_secret(tmp_path / "secret.key")
    assert len(made) >= 32
    assert hall_secret(tmp_path / "secret.key") == made
    assert [path.name for path in tmp_path.iterdir()] == ["secret.key"]


def test_an_empty_secret_is_not_signed_with(tmp_path: Path) -> None:
    (tmp_path / "secret.key").touch()
    with pytest.raises(NoSecret, match=r"secret\.key"):
        hall_secret(tmp_path / "secret.key")


def test_fingerprints_differ_by_request_and_by_hall() -> None:
    ours, theirs = Tokens("ours"), Tokens("theirs")
    assert ours.fingerprint(b"a") == Tokens("ours").fingerprint(b"a")
    assert len({ours.fingerprint(b"a"), ours.fingerprint(b"b"), theirs.fingerprint(b"a")}) == 3


def test_a_pin_cannot_be_guessed_from_what_the_database_keeps_of_the_request(core: CoreHandle) -> None:
    token = core.token(Role.ADMIN, subject="boss")
    body = {"name": "x", "pin": "2468"}
    assert core.ask("PUT", "/api/clerks/0301", body, token=token, key="k1").status == 200
    with closing(sqlite3.connect(core.data.database)) as database:
        ((kept,),) = database.execute("SELECT fingerprint FROM answers WHERE key = 'k1'")
    guess = b'PUT /api/clerks/0301 admin:boss\n{"name": "x", "pin": "2468"}'
    assert kept != sha256(guess).hexdigest()
    again = core.ask("PUT", "/api/clerks/0301", body, token=token, key="k1")
    assert (again.status, again.body["clerk"]) == (200, "0301")


def test_an_empty_key_is_no_key(core: CoreHandle) -> None:
    request = urllib.request.Request(
        core.url + "/api/windows/1/open",
        b"{}",
        {"Authorization": f"Bearer {core.token(Role.ADMIN)}", "Idempotency-Key": ""},
        method="POST",
    )
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(request, timeout=10)
    refused.value.close()
    assert refused.value.code == 422
