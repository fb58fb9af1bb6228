"""Today's key: there while the core is heard, and gone with the day."""

from __future__ import annotations

from base64 import b64encode
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import QCoreApplication

from core.client.reply import Answer, Refused
from core.domain.event import Event, EventKind
from kiosk.card_key import CardKey
from tests.support.fake_link import FakeLink
from tests.support.halls import lhasa_like

NIGHT = datetime(2026, 11, 22, 19, 0, tzinfo=UTC)
"""Three in the morning in the hall: the day turns at four."""


class Kiosk:
    """A key, the line it is asked over, and the hall's time."""

    def __init__(self, *, wanted: bool = True) -> None:
        self.now = NIGHT
        self.link = FakeLink()
        self.key = CardKey(self.link, lambda: self.now, wanted=wanted)
        self.link.connect_to(lhasa_like())

    def answer(self, day: str, letter: bytes = b"k") -> None:
        self.link.unanswered.popleft().answer(
            Answer({"date": day, "key": b64encode(letter * 32).decode("ascii")})
        )

    @property
    def day(self) -> str:
        key = self.key.today()
        return key.day.isoformat() if key else ""


@pytest.fixture
def kiosk(qapp: QCoreApplication) -> Kiosk:
    return Kiosk()


def turn(seq: int = 1) -> Event:
    return Event(seq, NIGHT, EventKind.HALL_CHANGED, data={"date": "2026-11-23"})


def test_it_is_asked_for_when_the_line_is_up_and_forgotten_when_it_is_down(kiosk: Kiosk) -> None:
    assert kiosk.day == ""
    kiosk.answer("2026-11-22")
    assert kiosk.day == "2026-11-22"
    kiosk.link.go_dark()
    assert kiosk.day == ""
    kiosk.link.go_live()
    kiosk.answer("2026-11-22")
    assert kiosk.day == "2026-11-22"


def test_the_day_turns_by_the_clock(kiosk: Kiosk) -> None:
    kiosk.answer("2026-11-22")
    kiosk.key.look()
    assert kiosk.day == "2026-11-22"
    kiosk.now += timedelta(hours=1)
    kiosk.key.look()
    assert kiosk.day == ""
    kiosk.answer("2026-11-23")
    kiosk.key.look()
    assert kiosk.day == "2026-11-23"
    assert not kiosk.link.unanswered


def test_the_day_turns_by_the_cores_word_and_an_answer_of_before_is_not_taken(kiosk: Kiosk) -> None:
    kiosk.link.push(turn())
    kiosk.answer("2026-11-22")
    assert kiosk.day == ""
    kiosk.answer("2026-11-23")
    assert kiosk.day == "2026-11-23"


def test_the_key_shows_itself_nowhere(kiosk: Kiosk) -> None:
    kiosk.answer("2026-11-22", b"k")
    assert "kkkk" not in repr(kiosk.key.today())


@pytest.mark.logs("the core gave no key for today's cards")
def test_a_core_that_gives_none_is_asked_again(kiosk: Kiosk) -> None:
    for _ in range(2):
        kiosk.link.unanswered.popleft().answer(Refused("store.failed", {}, 503))
        assert kiosk.day == ""
        kiosk.key._again.timeout.emit()
    kiosk.answer("2026-11-22")
    assert kiosk.day == "2026-11-22"


def test_a_kiosk_without_a_reader_asks_for_none(qapp: QCoreApplication) -> None:
    assert Kiosk(wanted=False).link.gets == []
