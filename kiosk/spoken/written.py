"""A page in words to be said, in one language; pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from hardware.voice.phrase import NOTHING, Sentence, Values
from hardware.voice.prompts import prompt, prompts
from kiosk.speech import Said
from kiosk.spoken import numbers
from kiosk.spoken.keypad import (
    DIGITS,
    Choice,
    Pad,
    back_of,
    chooses_letter,
    groups_of,
    in_voice,
    open_group,
    strong_of,
    types,
)
from kiosk.spoken.piece import Piece, prompted, read_out
from kiosk.spoken.queues import named, waiting_at
from kiosk.spoken.texts import sentence, spoken
from kiosk.state import Inputs, Page
from kiosk.view import Line, Tile, View

UNTITLED = frozenset({Page.HOME, Page.DEPARTMENTS, Page.MATTERS, Page.SEARCH, Page.RESULT, Page.PLACE})
"""Pages whose own words say their title too."""
TOLD = frozenset({Page.RESULT, Page.PLACE})
"""Pages whose own words say their prompt too, as do those of all pages of tiles: nobody here touches."""

_GIVE = ("zone:", "queue:", "item:", "matter:", "department:", "guide.queue:", "guide.to:")
"""Keys of tiles that numbers are given of; of others that are closed the tile's own words say why."""


@dataclass(frozen=True, slots=True)
class Written:
    """The open page in the language of its inputs."""

    inputs: Inputs
    view: View

    def head(self) -> Iterator[Piece]:
        """Yield what stands on the page, in the order in which it is read."""
        if self.view.layout == "outOfService":
            yield from self._out_of_service()
            return
        yield from self._lines(self.view.banner)
        if self.inputs.refusal is not None and self.view.page == Page.NOTICE:
            yield self._say(self.inputs.refusal.undone or Page.NOTICE)
            yield from self._title()
        else:
            yield from self._title()
            yield from self._own()
        if self.view.layout != "tiles" and not self._tells:
            yield from self._read("prompt", self.view.prompt.main)
        if self.view.number and not self._tells:
            yield from self._read("number", Said(self.view.number, self.inputs.language))
        said = numbers.SAID if self._tells else frozenset()
        yield from self._lines(each for each in self._open_lines() if each.key not in said)

    def choices(self, pad: Pad) -> Iterator[Piece]:
        """Yield what the keys choose, the key first."""
        if types(self.view, pad):
            yield from self._typing()
            return
        choices = open_group(self.view, pad)
        voice = in_voice(self.view, pad)
        if voice:
            yield self._say("voice")
        elif self.view.entry is not None and chooses_letter(self.view.entry):
            yield self._say("letter")
        for digit, choice in zip(DIGITS, choices, strict=False):
            yield from self._choice(digit, choice)
        if not voice:
            yield from self._strong()
        yield from self._last(pad)

    def lines(self, keys: Collection[str]) -> Iterator[Piece]:
        """Yield some of the lines."""
        yield from self._lines(each for each in self.view.lines if each.key in keys)

    def entered(self) -> Iterator[Piece]:
        """Yield what was typed so far; of a PIN only how much."""
        entry = self.view.entry
        if entry is None:
            return
        if not entry.shown:
            yield self._say("entered_nothing")
        elif entry.keys == "pin":
            yield self._say("entered_hidden", Values(counts={"ahead": len(entry.shown)}))
        elif entry.shown.isascii():
            yield self._say("entered", Values(entry.shown))
        else:
            yield from self._read("entered", Said(entry.shown, self.inputs.language))

    # Of the head

    @property
    def _tells(self) -> bool:
        """Whether the page shows a number, and no question about it."""
        return self.view.page in TOLD and self.view.layout == "number"

    def _is_asked(self) -> bool:
        """Return whether what the page's own words ask for is asked on this one: it may be a further one."""
        match self.view.page:
            case Page.BOOKING | Page.STAFF_PIN:
                return self.view.entry is not None
            case Page.BOOK:
                return bool(self.view.tiles)
            case Page.PLACE:
                return self._tells
        return True

    def _open_lines(self) -> tuple[Line, ...]:
        """Return what is read of the lines: the first sheet says all of them, a later one its own again."""
        starts, nth = self.inputs.starts, self.view.nth
        if not nth:
            return self.view.lines
        ends = (*starts[1:], None)
        return self.view.lines[starts[nth] : ends[nth]]

    def _out_of_service(self) -> Iterator[Piece]:
        """Yield what is, what to do and why, in the language of whoever listens."""
        language = self.inputs.language
        told = [each for each in self.view.every if each.main.lang == language]
        for each in told or self.view.every[:1]:
            yield from self._read("outOfService", each.main)
            yield from self._read("prompt", each.below)
        for line in self.view.lines:
            if line.value.main.lang == language:
                yield from self._read("why", line.value.main)

    def _title(self) -> Iterator[Piece]:
        if self.view.page in UNTITLED and (self._tells or self.view.page not in TOLD):
            return
        name = self._name(f"zone:{self.inputs.at.which}") if self.view.page == Page.ZONE else None
        if name is not None:
            yield Piece("title", (name,))
        else:
            yield from self._read("title", self.view.title.main)

    def _own(self) -> Iterator[Piece]:
        """Yield the page's own words, with what it is of."""
        inputs, hall = self.inputs, self.inputs.hall
        if self.view.page == Page.RESULT and inputs.taken is not None and hall is not None:
            yield from numbers.taken(inputs, hall, inputs.taken)
        elif self.view.page == Page.PLACE and self._tells and inputs.place is not None:
            yield from numbers.place(inputs.language, inputs.place)
        elif self.view.page in prompts() and self._is_asked():
            yield self._say(self.view.page)

    def _lines(self, lines: Iterable[Line]) -> Iterator[Piece]:
        for each in lines:
            hall = self.inputs.hall
            # What is said there of names holds where none is ever kept.
            if each.key == "greeting" and self.inputs.card is None and not (hall and hall.names_somewhere):
                yield self._say("card")
            else:
                yield from self._read(f"line:{each.key}", each.name.main, each.value.main)

    # Of the choices

    def _typing(self) -> Iterator[Piece]:
        yield self._say("typing")
        if self.view.entry is not None:
            yield from self._read("hint", self.view.entry.hint.main)
            if self.view.entry.shown:
                yield from self.entered()

    def _choice(self, digit: str, choice: Choice) -> Iterator[Piece]:
        language = self.inputs.language
        press = prompt(language, "press", Values(counts={"key": int(digit)}))
        if choice.prompt:
            yield Piece(choice.key, (press, prompt(language, choice.prompt)))
        elif choice.tile is not None:
            yield Piece(choice.key, (press, *self._tile(choice.tile)))
            yield from self._where(choice.tile)
        elif name := self._sentence(choice.label.main):
            yield Piece(choice.key, (press, name))

    def _tile(self, tile: Tile) -> Iterator[Sentence]:
        """Yield the name of a tile, whether it is closed, and how many wait."""
        language, hall = self.inputs.language, self.inputs.hall
        name = self._name(tile.key) or self._sentence(tile.name.main)
        if name is not None:
            yield name
        if tile.chosen:
            yield prompt(language, "chosen")
        # A guide's rows: how many wait and how long, and a printer's state.
        yield from (told for told in map(self._sentence, (*tile.facts, tile.late)) if told is not None)
        if tile.closed and tile.key.startswith(_GIVE):
            yield prompt(language, "closed")
            return
        count = waiting_at(self.inputs, hall, tile.key) if hall else None
        if count is not None:
            key = "waiting" if count else "waiting_nobody"
            yield prompt(language, key, Values(counts={"ahead": count}))
        elif waits := self._sentence(tile.waiting):
            yield waits

    def _name(self, key: str) -> Sentence | None:
        """Return the name of a zone or a queue, which may be recorded; ``None``: it is read as a text."""
        language, hall = self.inputs.language, self.inputs.hall
        found = named(hall, key) if hall else None
        own = found[1].name.get(language, "") if found else ""
        if found is None or not own or spoken(own, language) != own:
            return None
        kind, name = found
        values = Values(zone=name) if kind == "zone" else Values(service=name)
        return prompt(language, f"choice_{kind}", values)

    def _where(self, tile: Tile) -> Iterator[Piece]:
        """Yield the floor, when a closed one opens, or a matter's steps; windows come with the number."""
        if tile.closed or not tile.key.startswith(("queue:", "item:")):
            yield from self._read(f"{tile.key}:where", tile.place)

    def _strong(self) -> Iterator[Piece]:
        strong = strong_of(self.view)
        name = self._sentence(strong.label.main) if strong else None
        if name is not None:
            yield Piece("enter", (prompt(self.inputs.language, "press_enter"), name))

    def _last(self, pad: Pad) -> Iterator[Piece]:
        if in_voice(self.view, pad):
            yield self._say("first")
        elif pad.group < groups_of(self.view) - 1 or not self.view.last:
            yield self._say("more")
        if back_of(self.view) is not None:
            yield self._say("back")

    def _read(self, key: str, *texts: Said) -> list[Piece]:
        return read_out(self.inputs.language, key, *texts)

    def _sentence(self, said: Said) -> Sentence | None:
        return sentence(said, self.inputs.language)

    def _say(self, key: str, values: Values = NOTHING) -> Piece:
        return prompted(self.inputs.language, key, values)
