"""What a kiosk will say, so that it is made before somebody listens; pure."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import replace

from core.domain.hall import Hall
from hardware.voice.phrase import Sentence, Values
from hardware.voice.prompts import prompt
from kiosk.names import queues_of
from kiosk.pages import derive_view
from kiosk.speech import Speak
from kiosk.spoken.keypad import Pad, groups_of
from kiosk.spoken.script import Script, page_script, prompt_script
from kiosk.state import START, Inputs, Open, Page

WAITING = 30
"""Counts of people up to this are made."""
NUMBERS = 40
"""Of each queue's day."""
FIRST = (
    "welcome",
    "welcome_asks",
    "keys",
    "typing",
    "typed_hidden",
    "deleted",
    "no_choice",
    "moment",
    "going_back",
    "more_time",
)


def pages_ahead(inputs: Inputs, speak: Speak, spoken: Collection[str]) -> Iterator[list[Sentence]]:
    """Yield what is said of each page in each language, the first page first; each takes milliseconds."""
    hall = inputs.hall
    if hall is None:
        return
    for language in (each for each in hall.languages if each in spoken):
        there = replace(inputs, language=language, pages=START, live=True, degraded=False)
        yield list(_of(prompt_script(there, (), *FIRST)))
        for pages in _pages(hall):
            yield list(_page(replace(there, pages=pages), speak))
        yield list(_of(prompt_script(there, (), "keys_help")))


def counts_ahead(hall: Hall, spoken: Collection[str]) -> Iterator[Sentence]:
    """Yield what is said of people, digits and numbers."""
    for language in (each for each in hall.languages if each in spoken):
        yield from _counts(language, hall)


def _pages(hall: Hall) -> Iterator[tuple[Open, ...]]:
    yield START
    for page in (Page.MATTERS, Page.DEPARTMENTS):
        yield (*START, Open(page))
    for zone in hall.zones:
        if len(queues_of(hall, zone.id)) > 1:
            yield (*START, Open(Page.ZONE, zone.id))


def _page(inputs: Inputs, speak: Speak) -> Iterator[Sentence]:
    for group in range(groups_of(derive_view(inputs, speak)) + 1):
        yield from _of(page_script(inputs, speak, Pad(group), ()))


def _counts(language: str, hall: Hall) -> Iterator[Sentence]:
    for count in range(WAITING + 1):
        yield prompt(language, "waiting", Values(counts={"ahead": count}))
    for digit in "0123456789":
        yield prompt(language, "typed", Values(digit))
    for number in range(1, NUMBERS + 1):
        for queue in hall.queues:
            values = Values(f"{queue.prefix}{number:03d}", counts={"ahead": 0})
            yield prompt(language, "result_next", values)


def _of(script: Script) -> Iterator[Sentence]:
    for each in script:
        for way in each.ways[:1]:
            yield from way.says
