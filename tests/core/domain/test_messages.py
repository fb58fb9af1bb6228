"""Which messages are due, by how a visit stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from core.domain.leg import Leg
from core.domain.messages import Due, Reachable, due
from core.domain.sms import MessageKind, SmsText, SmsTexts
from core.domain.ticket import LegState, Suspension, Ticket
from tests.support.clock import MORNING

TICKET = Ticket("t", "A001", MORNING.date(), "ordinary", "zh", "track", MORNING)
WAITING = Leg("t.1", "t", "A001", "insurance", "ordinary", MORNING, entered=7)
LATER = MORNING + timedelta(minutes=30)
CALLED = WAITING.called_to(3, LATER, 20)
ALL = SmsTexts(taken=SmsText())


def found(leg: Leg, ahead: int = 0, texts: SmsTexts = ALL) -> list[Due]:
    return due([Reachable(leg, TICKET, ahead)], texts, LATER)


def kinds(leg: Leg, ahead: int = 0, texts: SmsTexts = ALL) -> list[str]:
    return [message.kind.value for message in found(leg, ahead, texts)]


@pytest.mark.parametrize(
    ("leg", "ahead", "expected"),
    [
        (WAITING, 4, ["taken"]),
        (WAITING, 3, ["taken", "soon"]),
        (WAITING, 1, ["taken", "soon"]),
        (WAITING, 0, ["taken"]),
        (replace(WAITING, held=True), 2, ["taken"]),
        (replace(WAITING, id="t.2"), 2, ["soon"]),
        (replace(WAITING, since=LATER), 9, []),
        (CALLED, 0, ["now"]),
        (CALLED.started(LATER), 0, []),
        (CALLED.passed(LATER), 0, ["passed"]),
        (CALLED.finished(LATER), 0, ["rating"]),
        (CALLED.suspended(Suspension.NO_PAPERS, LATER), 0, []),
        (CALLED.transferred(LATER), 0, []),
        (WAITING.voided(LATER), 0, []),
    ],
)
def test_each_state_has_its_messages(leg: Leg, ahead: int, expected: list[str]) -> None:
    assert kinds(leg, ahead) == expected


def test_what_is_switched_off_is_not_due() -> None:
    for kind in MessageKind:
        texts = replace(ALL, **{kind.value: SmsText(on=False)})  # type: ignore[arg-type]
        legs = [(WAITING, 2), (CALLED, 0), (CALLED.passed(LATER), 0), (CALLED.finished(LATER), 0)]
        told = {each for leg, ahead in legs for each in kinds(leg, ahead, texts)}
        assert told == {each.value for each in MessageKind} - {kind.value}
    assert kinds(WAITING, 3, SmsTexts(ahead=2)) == []


def ids(*legs: Leg, **texts: Any) -> list[str]:
    return [message.id for leg in legs for message in found(leg, 2, replace(ALL, **texts))]


def test_a_message_has_one_id_and_what_happens_anew_another() -> None:
    recalled = CALLED.recalled(LATER + timedelta(seconds=20), 21)
    assert len(set(ids(CALLED, recalled, CALLED.put_back().called_to(3, LATER, 22)))) == 1
    assert len(set(ids(CALLED, recalled, recalled, recalls=True))) == 2
    again = CALLED.put_back().called_to(2, LATER + timedelta(minutes=1), 22)
    assert len(set(ids(CALLED, again))) == 2
    # Who is put back keeps the place and is not told of it twice; who comes back after a pass gets a new one.
    taken, soon = ids(WAITING)
    assert ids(CALLED.put_back()) == [taken, soon]
    restored = CALLED.passed(LATER).restored(LATER, 30)
    assert soon not in ids(restored)
    assert ids(CALLED.passed(LATER)) == ids(CALLED.passed(LATER))


def test_it_became_true_when_it_happened_and_soon_is_true_now() -> None:
    (now,) = found(CALLED)
    assert (now.at, now.window, now.number, now.leg) == (LATER, 3, "A001", "t.1")
    taken, soon = found(WAITING, 2)
    assert (taken.at, soon.at, soon.ahead) == (MORNING, LATER, 2)
    assert CALLED.state is LegState.CALLED
