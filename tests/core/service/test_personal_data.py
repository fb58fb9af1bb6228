"""After a day nothing on the disk, on the feed or in the log tells a phone number or an ID number."""

from __future__ import annotations

import base64
import hashlib
import hmac
import logging
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from core.app.privacy import keep_phone
from core.domain.errors import CodesBlocked, PhoneRefused
from core.domain.people import Role
from core.domain.privacy import CARD
from core.service.guesses import WITHIN_S, WRONG_MOST, Guesses
from core.service.tokens import NoSecret
from core.service.vault import Vault, open_vault
from tests.support.clock import Clock
from tests.support.clocked_core import ClockedCore, clocked_core
from tests.support.visiting import at, booking_hall

PHONE = "13812341234"
ID_NUMBER = "11010119900307888X"
"""Not a real person's: its check digit is wrong."""
WRITTEN = "她问我为什么不早点来"


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def hall(tmp_path: Path, clock: Clock) -> Iterator[ClockedCore]:
    with clocked_core(booking_hall(), tmp_path, clock) as core:
        yield core


def card_of(hall: ClockedCore, day: str) -> str:
    """Return what a kiosk makes of an ID card: the number stays with it."""
    key = hall.get(f"/api/card-key?date={day}", Role.KIOSK).body["key"]
    return hmac.new(base64.b64decode(key), ID_NUMBER.encode(), hashlib.sha256).hexdigest()


def everything_kept(hall: ClockedCore) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(hall.data.path.rglob("*")) if path.is_file())


def everything_told(hall: ClockedCore) -> str:
    return "\n".join(str(event.to_json()) for event in hall.core.reader.events_after(0, 10_000))


def test_a_day_leaves_no_phone_number_and_no_id_number_anywhere(
    hall: ClockedCore, clock: Clock, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    body: dict[str, Any] = {
        "queue": "insurance",
        "date": "2026-11-24",
        "starts": "2026-11-24T01:00:00Z",
        "card": card_of(hall, "2026-11-24"),
        "phone": f"+86 {PHONE}",
    }
    booking = hall.post("/api/bookings", body, Role.KIOSK, key="k1").body
    # What a broken kiosk might do: the number itself, and a phone number that is none.
    for wrong in ({"card": ID_NUMBER}, {"phone": f"{PHONE}0"}):
        refused = hall.post("/api/bookings", body | wrong, Role.KIOSK)
        assert refused.status == 422
        assert not any(word in str(refused.body) for word in (PHONE, ID_NUMBER))
    clock.now = at(9)
    ticket = hall.post("/api/bookings/check-in", {"card": card_of(hall, "2026-11-24")}, Role.KIOSK).body
    for act in ("open", "call-next", "finish"):
        assert hall.post(f"/api/windows/1/{act}", role=Role.SUPERVISOR).status == 200
    rated = hall.post(f"/api/ratings/{ticket['track']}", {"level": 1, "text": WRITTEN}, None, key="k2")
    assert rated.status == 201
    hall.post("/api/windows/1/ask-rating", role=Role.SUPERVISOR)
    shown = hall.get(f"/api/bookings/{booking['id']}", Role.GUIDE).body
    assert PHONE not in str(shown)
    for secret in (PHONE, ID_NUMBER):
        assert secret.encode() not in everything_kept(hall)
    told = everything_told(hall)
    assert WRITTEN not in told
    assert "'level'" not in told
    assert body["card"] not in told
    assert booking["code"] not in told
    for word in (PHONE, ID_NUMBER, WRITTEN, body["card"], booking["code"]):
        assert word not in caplog.text


def test_keys_and_numbers_are_gone_from_the_disk_when_their_time_is_over(
    hall: ClockedCore, clock: Clock
) -> None:
    key = hall.get("/api/card-key", Role.KIOSK).body["key"]
    ticket = hall.post("/api/tickets", {"queue": "insurance"}, Role.KIOSK).body
    sealed = hall.core.vault.seal(PHONE)
    hall.run(lambda uow: keep_phone(uow, ticket["id"], sealed))
    assert key.encode() in everything_kept(hall)
    assert sealed.encode() in everything_kept(hall)
    clock.advance(days=1)
    hall.turn()
    assert key.encode() not in everything_kept(hall)
    assert sealed.encode() in everything_kept(hall)
    clock.advance(days=7)
    hall.turn()
    assert sealed.encode() not in everything_kept(hall)
    records = hall.get("/api/erasures", Role.SUPERVISOR).body["erasures"]
    assert [(each["what"], each["count"], each["before"]) for each in records] == [
        ("phones", 1, "2026-12-01"),
        ("card_keys", 1, "2026-11-24"),
    ]


def test_what_a_visitor_wrote_is_gone_from_the_disk_when_the_hall_has_had_time_to_answer(
    hall: ClockedCore, clock: Clock
) -> None:
    track = hall.post("/api/tickets", {"queue": "insurance"}, Role.KIOSK).body["track"]
    for act in ("open", "call-next", "finish"):
        hall.post(f"/api/windows/1/{act}", role=Role.SUPERVISOR)
    said = {"level": 1, "reasons": ["slow"], "text": WRITTEN}
    assert hall.post(f"/api/ratings/{track}", said, None).status == 201
    clock.advance(days=30)
    hall.turn()
    assert WRITTEN.encode() in everything_kept(hall)
    clock.advance(days=1)
    hall.turn()
    assert WRITTEN.encode() not in everything_kept(hall)
    (record,) = hall.get("/api/erasures", Role.SUPERVISOR).body["erasures"]
    assert (record["what"], record["count"], record["before"]) == ("rating_texts", 1, "2026-11-24")
    counted = hall.get("/api/ratings?from=2026-11-23&to=2026-11-23", Role.SUPERVISOR).body["total"]
    assert counted["levels"]["1"] == 1, "the rating itself stays"


def test_a_card_key_is_for_kiosks_and_guides_of_days_that_can_be_booked(hall: ClockedCore) -> None:
    today = hall.get("/api/card-key", Role.KIOSK)
    assert (today.status, today.body["date"], len(base64.b64decode(today.body["key"]))) == (
        200,
        "2026-11-23",
        32,
    )
    assert hall.get("/api/card-key?date=2026-11-23", Role.GUIDE).body == today.body
    assert hall.get("/api/card-key?date=2026-11-24", Role.KIOSK).body["key"] != today.body["key"]
    for day in ("2026-11-22", "2026-11-29", "2027-11-23"):
        refused = hall.get(f"/api/card-key?date={day}", Role.KIOSK)
        assert (refused.status, refused.body["key"]) == (409, "card.day_refused")
    for role in (Role.CLERK, Role.SCREEN, Role.SUPERVISOR, Role.ADMIN):
        assert hall.get("/api/card-key", role).status == 403


def test_the_vault_reads_back_what_it_sealed_and_nobody_else_can(tmp_path: Path) -> None:
    vault = open_vault(tmp_path / "phones.key")
    sealed = vault.seal(f"+86 {PHONE[:3]} {PHONE[3:]}")
    assert PHONE not in sealed
    assert vault.seal(PHONE) != sealed, "two of one number do not look alike"
    assert open_vault(tmp_path / "phones.key").open(sealed) == PHONE
    mark = vault.mark(PHONE, b"day")
    assert re.match(CARD, mark)
    assert vault.mark(f"+86 {PHONE}", b"day") == mark
    assert vault.mark(PHONE, b"another") != mark
    assert open_vault(tmp_path / "another.key").mark(PHONE, b"day") != mark
    assert vault.masked(sealed) == "138****1234"
    assert vault.masked(None) is None
    other = open_vault(tmp_path / "other.key")
    assert other.open(sealed) is None
    assert other.masked(sealed) is None
    with pytest.raises(PhoneRefused):
        vault.seal("not a phone")


def test_the_vaults_key_is_nobody_elses_to_read(tmp_path: Path) -> None:
    open_vault(tmp_path / "phones.key")
    assert (tmp_path / "phones.key").stat().st_mode & 0o777 == 0o600
    (tmp_path / "empty.key").touch()
    with pytest.raises(NoSecret, match="phone numbers"):
        open_vault(tmp_path / "empty.key")
    assert isinstance(open_vault(tmp_path / "phones.key"), Vault)


def test_who_guesses_is_let_in_again_when_the_time_is_over() -> None:
    now = 1000.0
    guesses = Guesses(lambda: now)
    for _ in range(WRONG_MOST):
        guesses.must_not_be_blocked("kiosk:1")
        guesses.note("kiosk:1")
    now += WITHIN_S - 0.5
    with pytest.raises(CodesBlocked) as blocked:
        guesses.must_not_be_blocked("kiosk:1")
    assert blocked.value.params == {"retry_s": 1}
    guesses.must_not_be_blocked("kiosk:2")
    now += 0.5
    guesses.must_not_be_blocked("kiosk:1")
