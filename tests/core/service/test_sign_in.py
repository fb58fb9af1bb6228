"""Who guesses PINs is slowed down, and cannot wear the core out."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

import core.service.sign_in
from core.domain.errors import SignInBlocked, SignInRefused
from core.domain.people import Role
from core.service.sign_in import BLOCKED_S, SHIFT, WRONG_MOST, SignIn
from core.service.tokens import Tokens
from tests.support.cheap_pins import SHIPPED, SHIPPED_NOBODY
from tests.support.clock import Clock
from tests.support.clocked_core import clocked_core
from tests.support.fake_reader import FakeReader, Kept
from tests.support.halls import lhasa_like
from tests.support.running_core import CoreHandle


def test_a_clerk_s_token_ends_with_the_shift_by_the_core_s_clock(tmp_path: Path) -> None:
    clock = Clock()
    with clocked_core(lhasa_like(), tmp_path, clock) as handle:
        entered = {"name": "窗口", "role": "clerk", "pin": "2468"}
        assert handle.ask("PUT", "/api/clerks/0301", entered, role=Role.ADMIN).status == 200
        asked = {"clerk": "0301", "pin": "2468", "window": 1}
        token = handle.post("/api/sign-in", asked, role=None).body["token"]
        clock.now += SHIFT - timedelta(seconds=1)
        assert handle.ask("GET", "/api/queues", token=token).status == 200
        clock.now += timedelta(seconds=2)
        late = handle.ask("GET", "/api/queues", token=token)
        assert (late.status, late.body["params"]) == (401, {"why": "expired"})


def test_guessing_costs_what_was_chosen_and_an_unknown_clerk_costs_the_same() -> None:
    hashed = SHIPPED.hash("2468")
    assert hashed.startswith("$argon2id$v=19$m=65536,t=3,p=1$")
    assert SHIPPED.verify(hashed, "2468")
    assert not SHIPPED.check_needs_rehash(SHIPPED_NOBODY)


class Seconds:
    """A clock that stands until it is moved."""

    now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Seconds:
    return Seconds()


@pytest.fixture
def sign_in(clock: Seconds) -> SignIn:
    return SignIn(FakeReader(Kept(lhasa_like())), Tokens("secret"), clock)


def guess(sign_in: SignIn, clerk: str) -> str:
    with pytest.raises((SignInRefused, SignInBlocked)) as refused:
        sign_in.sign_in(clerk, "0000", 1)
    return refused.value.key


def test_who_is_blocked_is_told_a_wait_that_is_long_enough(sign_in: SignIn, clock: Seconds) -> None:
    for _ in range(WRONG_MOST):
        assert guess(sign_in, "0301") == "sign_in.refused"
    clock.now += BLOCKED_S - 0.2
    with pytest.raises(SignInBlocked) as blocked:
        sign_in.sign_in("0301", "0000", 1)
    assert blocked.value.params == {"retry_s": 1}
    clock.now += 1
    assert guess(sign_in, "0301") == "sign_in.refused"


def test_guessing_at_ever_new_names_does_not_fill_the_memory(
    sign_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(core.service.sign_in, "GUESSED_MOST", 3)
    for at in range(6):
        guess(sign_in, f"name{at}")
    assert list(sign_in._failures) == ["name3", "name4", "name5"]


@pytest.mark.parametrize("role", ["kiosk", "screen"])
def test_nobody_is_entered_with_the_role_of_a_device(shared_core: CoreHandle, role: str) -> None:
    body = {"name": "x", "pin": "1234", "role": role}
    reply = shared_core.ask("PUT", "/api/clerks/0301", body, token=shared_core.token(Role.ADMIN))
    assert (reply.status, reply.body["key"]) == (422, "request.invalid")
    assert reply.body["params"]["fields"][0]["field"] == "body.role"


def test_a_clerk_s_number_is_one_that_can_sign_in(shared_core: CoreHandle) -> None:
    body = {"name": "x", "pin": "1234"}
    reply = shared_core.ask("PUT", f"/api/clerks/{'9' * 65}", body, token=shared_core.token(Role.ADMIN))
    assert (reply.status, reply.body["key"]) == (422, "request.invalid")
