"""Whose turn it is: news first, the silent seldom, and nobody waits long for them. Time is a number here."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from hardware.led.commands import SignError
from hardware.led.look import NOTHING, Content
from hardware.led.rota import DONE, GARBLED, SILENT, Outcome, Pace, Rota, Task, Trouble

PACE = Pace(check_s=5, refresh_s=60, retry_s=(0.2, 1, 5), settle_s=0, gap_s=0)
A, B = Content("A001"), Content("B002")
BUSY = Outcome(Trouble.REFUSED, SignError.BUSY)


class Played:
    """A rota and the time it is played at."""

    def __init__(self, *addresses: int, pace: Pace = PACE) -> None:
        self.rota = Rota(addresses, pace)
        self.now = 0.0

    def want(self, address: int, content: Content) -> bool:
        return self.rota.want(address, content, self.now)

    def turn(self, outcome: Outcome = DONE) -> Task | None:
        """Play the next turn there is by now."""
        task = self.rota.next(self.now)
        if task is not None:
            self.rota.done(task, outcome, self.now)
        return task

    def turns(self, outcome: Outcome = DONE) -> list[tuple[int, Content | None]]:
        """Play all turns there are by now."""
        played = []
        while task := self.turn(outcome):
            played.append((task.address, task.content))
        return played

    def lose(self, address: int) -> None:
        """Have it not answer until it is lost, and the others answer."""
        while not self.rota.signs[address].lost:
            if (task := self.rota.next(self.now)) is None:
                self.now += self.rota.due_in(self.now)
            else:
                self.rota.done(task, SILENT if task.address == address else DONE, self.now)


def test_a_sign_is_told_what_is_wanted_once_and_then_only_asked() -> None:
    played = Played(1, 2)
    assert played.want(1, A)
    assert not played.want(1, A)
    assert played.turns() == [(1, A), (2, None)]
    assert played.rota.due_in(played.now) == 5
    played.now = 5
    assert played.turns() == [(1, None), (2, None)]


def test_news_goes_before_everything_and_the_oldest_first() -> None:
    played = Played(1, 2, 3)
    played.turns()
    played.now = 5
    played.want(3, A)
    played.now = 6
    played.want(2, B)
    assert played.turns() == [(3, A), (2, B), (1, None)]


def test_what_was_wanted_while_it_was_told_something_else_follows_at_once() -> None:
    played = Played(1)
    played.want(1, A)
    task = played.rota.next(0)
    assert task is not None
    played.want(1, B)
    played.rota.done(task, DONE, 0)
    assert played.turns() == [(1, B)]


def test_of_two_things_at_once_a_sign_is_told_the_last_only() -> None:
    played = Played(1, pace=replace(PACE, settle_s=0.05))
    played.turns()
    played.now = 1
    played.want(1, NOTHING)
    assert played.turns() == []
    played.now = 1.01
    played.want(1, B)
    played.now += played.rota.due_in(played.now)
    assert played.turns() == [(1, B)]
    assert played.now == pytest.approx(1.05)


def test_two_texts_are_a_second_apart_and_the_newest_is_shown_then() -> None:
    played = Played(1, pace=replace(PACE, gap_s=1))
    told = []
    for quarter in range(12):
        played.now = quarter / 4
        if quarter < 7:
            played.want(1, Content(str(quarter)))
        told += [(played.now, content.text) for _, content in played.turns() if content]
    assert told == [(0, "0"), (1, "4"), (2, "6")]


def test_who_changes_a_sign_all_the_time_does_not_put_it_off() -> None:
    played = Played(1, pace=replace(PACE, settle_s=0.5))
    told = []
    for tenth in range(20):
        played.now = tenth / 10
        played.want(1, Content(str(tenth)))
        told += [content.text for _, content in played.turns() if content]
    assert len(told) == 3


def test_a_sign_is_told_again_now_and_then_what_it_shows() -> None:
    played = Played(1)
    played.want(1, A)
    played.turns()
    told = []
    for second in range(1, 121):
        played.now = second
        told += [second for _, content in played.turns() if content == A]
    assert told == [60, 120]


def test_one_lost_frame_is_tried_again_soon_and_is_no_news() -> None:
    played = Played(1)
    played.want(1, A)
    assert played.turns(SILENT) == [(1, A)]
    assert played.rota.signs[1].trouble is None
    played.now = 0.2
    assert played.turns() == [(1, A)]


@pytest.mark.parametrize("outcome", [SILENT, GARBLED])
def test_a_lost_sign_is_asked_more_and_more_seldom_and_told_when_it_is_back(outcome: Outcome) -> None:
    played = Played(1)
    played.want(1, A)
    tries = []
    while played.now < 20:
        tries += [(round(played.now, 1), content) for _, content in played.turns(outcome)]
        played.now += played.rota.due_in(played.now)
    assert tries == [(0, A), (0.2, A), (1.2, None), (6.2, None), (11.2, None), (16.2, None)]
    assert played.rota.signs[1].trouble is outcome.trouble
    played.want(1, B)
    assert [(each.content, each.anew) for each in iter(played.turn, None)] == [(None, True), (B, True)]


def test_news_for_a_lost_sign_does_not_bring_its_turn() -> None:
    played = Played(1, 2)
    played.lose(1)
    due = played.rota.signs[1].due
    assert played.want(1, A)
    assert played.rota.signs[1].due == due > played.now


def test_one_that_refuses_is_tried_with_growing_waits_and_at_once_with_something_new() -> None:
    played = Played(1)
    played.want(1, A)
    tries = []
    while played.now < 10:
        tries += [round(played.now, 1) for _ in played.turns(BUSY)]
        played.now += played.rota.due_in(played.now)
    assert tries == [0, 0.2, 1.2, 6.2]
    assert played.rota.signs[1].trouble is Trouble.REFUSED
    played.now = 10
    played.want(1, NOTHING)
    assert played.turns() == [(1, NOTHING)]
    assert played.rota.signs[1].trouble is None


def test_after_the_line_was_away_all_are_told_anew_and_the_lost_are_not_waited_for_again() -> None:
    played = Played(1, 2)
    played.want(2, A)
    played.lose(1)
    played.now += 1
    played.rota.forget(played.now)
    assert played.turns(SILENT)[0] == (2, A)
    assert played.rota.signs[1].lost
    assert not played.rota.signs[2].lost


def test_a_dozen_dead_signs_delay_news_by_one_of_them_at_most() -> None:
    """Half an hour of a slow line: an answer takes 0.13 s, a dead sign 0.4 s."""
    chance = random.Random(5)
    rota = Rota(range(1, 33), Pace(settle_s=0, gap_s=0))
    dead = set(range(1, 13))
    now, since, waits, spent = 0.0, dict[int, float](), list[float](), 0.0
    while now < 1800:
        if chance.random() < 0.1 and (address := chance.randint(13, 32)) not in since:
            rota.want(address, Content(str(now)), now)
            since[address] = now
        task = rota.next(now)
        if task is None:
            now += min(rota.due_in(now), 0.05)
            continue
        took = 0.4 if task.address in dead else 0.13
        spent += took * (task.address in dead)
        now += took
        rota.done(task, SILENT if task.address in dead else DONE, now)
        if task.content is not None and task.address in since:
            waits.append(now - since.pop(task.address))
    assert len(waits) > 500
    # A dead one that had just been asked, and a few neighbours with news of their own.
    assert sorted(waits)[len(waits) * 99 // 100] < 0.4 + 3 * 0.13
    assert spent < 0.2 * 1800
    assert all(rota.signs[address].lost == (address in dead) for address in rota.signs)
