"""The mouth by itself: in order, interrupted within a chunk, in another language, without a card."""

from __future__ import annotations

import queue
from collections.abc import Iterator

import pytest

from hardware.voice.parts import Voices
from hardware.voice.prompts import prompt
from hardware.worker import Health, State
from kiosk.spoken.mouth import Mouth, Said
from kiosk.spoken.script import Script, Utterance, Way
from tests.kiosk.spoken.deck import CHUNK, PATIENCE_S, Deck

ONE_SECOND = 100 * CHUNK


class Listener:
    """Hears a mouth on a deck."""

    def __init__(self, voices: Voices, deck: Deck) -> None:
        self.deck = deck
        self.mouth = Mouth(voices, deck)
        self._said: queue.SimpleQueue[Said] = queue.SimpleQueue()
        self._health: queue.SimpleQueue[Health] = queue.SimpleQueue()
        self.mouth.said = self._said.put
        self.mouth.changed = self._health.put
        self.mouth.start()

    def next(self) -> Said:
        """Wait for what begins next."""
        return self._said.get(timeout=PATIENCE_S)

    def able(self) -> bool:
        """Whether somebody would hear something."""
        return self.mouth.able

    def until(self, state: State, key: str = "") -> None:
        """Wait until the voice is so."""
        health = self._health.get(timeout=PATIENCE_S)
        while (health.state, health.key) != (state, key):
            health = self._health.get(timeout=PATIENCE_S)


@pytest.fixture
def listener(voices: Voices) -> Iterator[Listener]:
    made = Listener(voices, Deck(free=False))
    yield made
    made.mouth.close()


def script(*keys: str, languages: tuple[str, ...] = ("zh",)) -> Script:
    return tuple(
        Utterance(key, languages[0], tuple(Way(each, (prompt(each, key),)) for each in languages))
        for key in keys
    )


def test_pieces_are_said_in_their_order(listener: Listener) -> None:
    listener.deck.free = True
    listener.mouth.say(script("home", "matters", "back"), 0.5)
    assert [listener.next().key for _ in range(3)] == ["home", "matters", "back"]
    assert listener.deck.volumes == [0.5] * 3


def test_another_page_is_said_within_a_chunk_and_nothing_of_the_old_one_after(listener: Listener) -> None:
    """The bound is counted in samples of the card, not in time."""
    listener.mouth.say(script("keys_help", "matters"), 1.0)
    assert listener.next().key == "keys_help"
    listener.deck.let(ONE_SECOND)
    listener.deck.wait_for(lambda: listener.deck.samples >= ONE_SECOND)
    listener.mouth.say(script("back"), 1.0)
    heard = len(listener.deck.heard[0]) // 2
    listener.deck.let(10 * ONE_SECOND)
    assert listener.next().key == "back"
    assert len(listener.deck.heard[0]) // 2 - heard <= CHUNK
    assert heard <= ONE_SECOND + CHUNK


def test_a_key_makes_it_silent(listener: Listener) -> None:
    listener.mouth.say(script("keys_help"), 1.0)
    listener.next()
    assert listener.mouth.speaking
    listener.mouth.hush()
    listener.deck.let(10 * ONE_SECOND)
    listener.mouth.say(script("back"), 1.0)
    listener.next()
    assert len(listener.deck.heard[0]) // 2 <= CHUNK


def test_what_became_untrue_is_not_said_any_more(listener: Listener) -> None:
    listener.mouth.say(script("result_listen", "slip_under_way", "back"), 1.0)
    listener.next()
    listener.mouth.add(script("slip"), instead=("slip_under_way", "slip"))
    listener.deck.free = True
    listener.deck.let(1)
    assert [listener.next().key for _ in range(2)] == ["back", "slip"]


def test_what_nobody_can_say_is_said_in_another_language_and_that_is_told_once(listener: Listener) -> None:
    listener.deck.free = True
    told = prompt("zh", "instead").text
    listener.mouth.say(script("home", "matters", languages=("bo", "zh")), 1.0)
    first, second = listener.next(), listener.next()
    assert (first.language, first.text) == ("zh", f"{told} {prompt('zh', 'home').text}")
    assert second.text == prompt("zh", "matters").text
    listener.mouth.forget()
    listener.mouth.say(script("home", languages=("bo", "zh")), 1.0)
    assert listener.next().text.startswith(told)


@pytest.mark.logs("a page is not read whole")
def test_what_can_be_said_of_a_piece_is_said(listener: Listener) -> None:
    listener.deck.free = True
    both = (prompt("zh", "back"), prompt("bo", "home"))
    listener.mouth.say((Utterance("x", "zh", (Way("zh", both),)), *script("matters")), 1.0)
    assert listener.next().key == "x"
    assert listener.next().key == "matters"
    listener.until(State.DEGRADED, "voice.failed")
    listener.until(State.READY)


def test_without_a_card_nothing_is_kept_for_later(listener: Listener) -> None:
    listener.until(State.READY)
    listener.deck.free = True
    listener.deck.plug(None)
    listener.until(State.GONE, "voice.no_loudspeaker")
    assert not listener.able()
    listener.mouth.say(script("home", "matters"), 1.0)
    while listener.mouth.speaking:
        pass
    listener.deck.plug("Deck")
    listener.until(State.READY)
    assert listener.able()
    listener.mouth.say(script("back"), 1.0)
    assert listener.next().key == "back"
