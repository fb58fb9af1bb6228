"""Making what a hall will say before it is said, in the background."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Collection, Iterable, Iterator
from typing import Protocol

from core.domain.hall import Hall
from core.domain.voice import Voice, Wording
from hardware.voice.clauses import Clause, clauses
from hardware.voice.phrase import Sentence, Values, phrase, values_in

log = logging.getLogger(__name__)

NUMBERS = 300
"""Of each queue's day."""
PIECE_BYTES = 90_000
"""Of a piece of 2 s."""
SHARE = 0.75
"""Of the cache that preparing may fill; the rest is for what comes otherwise."""
REST = 3.0
"""So many times as long as a piece took nothing is made: one processor is busy for a quarter of the time."""
MOST_REST_S = 0.5
AFTER_CALL_S = 1.0
"""So long after a call nothing is made."""
GIVE_UP = 3
"""Failures in a row."""


class Sayer(Protocol):
    """What is prepared."""

    @property
    def languages(self) -> frozenset[str]:
        """What can be spoken."""
        ...

    @property
    def room(self) -> int:
        """How many bytes of pieces can be kept."""
        ...

    def pieces(self, sentence: Sentence) -> dict[str, bool]:
        """Return the pieces that the synthesizer says of a sentence by their keys: whether each is made."""
        ...

    @property
    def idle_s(self) -> float:
        """How long nobody has asked for a sentence."""
        ...

    def make(self, sentence: Sentence) -> bool:
        """Make what is still missing of a sentence that nobody waits for; whether it can be said."""
        ...


class Preparation:
    """Goes through what a hall will say, on a thread of its own, until it is done or stopped."""

    def __init__(self, voices: Sayer, hall: Hall, sentences: Iterable[Sentence] | None = None) -> None:
        """Begin.

        Args:
            sentences: What will be said, the most useful first; ``None``: the hall's calls.
        """
        self._voices = voices
        self._hall = hall
        self._sentences = sentences
        self._complete = False
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._run, name="voice-preparation", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """Let it end after the piece that is being made; returns at once."""
        self._stopped.set()

    def wait(self, timeout_s: float | None = None) -> bool:
        """Wait for its end; whether everything was made."""
        self._thread.join(timeout_s)
        return self._complete

    def _run(self) -> None:
        began = time.perf_counter()
        made = failures = 0
        seen: set[str] = set()
        most = int(self._voices.room * SHARE) // PIECE_BYTES
        sentences = self._sentences
        for sentence in wanted(self._hall, self._voices.languages) if sentences is None else sentences:
            if self._stopped.is_set():
                return
            self._let_calls_pass()
            before = time.perf_counter()
            pieces = self._voices.pieces(sentence)
            seen.update(pieces)
            if len(seen) > most:
                log.info("the rest of the hall's calls is made when it is called: no more can be kept")
                break
            new = sum(not made_before for made_before in pieces.values())
            if new:
                done = self._voices.make(sentence)
                made, failures = (made + new, 0) if done else (made, failures + 1)
            if failures >= GIVE_UP:
                log.warning("calls are not made ahead: the synthesizer fails")
                return
            self._stopped.wait(min(MOST_REST_S, REST * (time.perf_counter() - before)))
        self._complete = True
        log.info("%d pieces of what is said made ahead in %.0f s", made, time.perf_counter() - began)

    def _let_calls_pass(self) -> None:
        """Wait while calls are made: they come in bursts, and each would wait for a piece of ours."""
        while self._voices.idle_s < AFTER_CALL_S and not self._stopped.wait(AFTER_CALL_S / 4):
            pass


def wanted(hall: Hall, spoken: Collection[str]) -> Iterator[Sentence]:
    """Yield sentences whose pieces are all that the hall's announcements consist of, the most useful first.

    Every sentence with every window, then every number of the day, a ticket of each queue in turn. Where
    number and window stand in one piece numbers are not worth making: each would serve one window.
    """
    if not hall.windows or not hall.queues:
        return
    queue, *_ = hall.queues
    for wording in Wording:
        for window in hall.windows:
            values = values_in(
                hall, number=f"{queue.prefix}001", window=window.number, zone=window.zone, queue=queue.id
            )
            yield from phrase(hall.voice, wording, values, spoken).sentences
    apart = {language for language in spoken if number_stands_apart(hall.voice, language)}
    for number in range(1, NUMBERS + 1):
        for queue in hall.queues:
            values = values_in(
                hall,
                number=f"{queue.prefix}{number:03d}",
                window=hall.windows[0].number,
                zone=queue.zone,
                queue=queue.id,
            )
            yield from phrase(hall.voice, Wording.CALL, values, apart).sentences


def number_stands_apart(voice: Voice, language: str) -> bool:
    """Whether no piece of a call holds both its number and its window."""

    def pieces(number: str, window: int) -> set[Clause]:
        said = phrase(voice, Wording.CALL, Values(number, window), {language}).sentences
        return {each for sentence in said for each in clauses(sentence.text)}

    one, other, elsewhere = pieces("A001", 1), pieces("A002", 1), pieces("A001", 2)
    return not (one - other) & (one - elsewhere)
