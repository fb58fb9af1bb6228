"""From what the kiosk has heard to what it shows. Pure: the same inputs give the same page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from core.domain.hall import Hall, Item, Matter, Queue, Zone
from core.domain.ticket import LegState
from core.domain.visit import plan_of
from core.qt.names import LANGUAGE_NAMES, second_language
from kiosk import visit, words
from kiosk.speech import NO_LABEL, UNSAID, Label, Said, Speak, Speech
from kiosk.state import Inputs, Page, Place, Printing, Taken

TILES_A_SHEET = {Page.HOME: 24, Page.ZONE: 12, Page.MATTERS: 12}
"""More than so many tiles would be too small to read from where a visitor stands."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One choice.

    Attributes:
        key: What :meth:`kiosk.view_model.KioskViewModel.choose` takes: ``"zone:tax"``, ``"queue:..."``,
            ``"item:..."``, ``"matter:..."``.
        place: Floor, windows, or how many steps; of a closed one, from when on it gives tickets again.
        waiting: How many wait; of a closed one, that it is closed.
        closed: No tickets are issued now.
    """

    key: str
    name: Label
    place: Said
    waiting: Said
    closed: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """One button of the language choice."""

    key: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Header:
    """The top of every page."""

    hall: Label = NO_LABEL
    clock: str = ""
    day: Said = UNSAID


@dataclass(frozen=True, slots=True)
class Choice:
    """A page of tiles, beside the tiles themselves.

    Attributes:
        title: Where the visitor is; empty on the first page.
        matters: The button to the frequent matters; empty where there are none.
        sheet: ``"1 / 2"``; empty where everything fits on one.
        greeting: To whose card lies there; else that one may be laid on, where it can be read.
        trouble: That no slips come out; empty while they do.
    """

    title: Label = NO_LABEL
    prompt: Label = NO_LABEL
    matters: Label = NO_LABEL
    sheet: Said = UNSAID
    greeting: Label = NO_LABEL
    trouble: Label = NO_LABEL
    first: bool = True
    last: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """The page with the number.

    Attributes:
        step: Which step this is and where; empty for a visit of one.
    """

    number: str = ""
    service: Label = NO_LABEL
    step: Label = NO_LABEL
    ahead: Label = NO_LABEL
    wait: Label = NO_LABEL
    windows: Label = NO_LABEL
    place: Label = NO_LABEL
    slip: Label = NO_LABEL
    failed: bool = False


def speech(inputs: Inputs, speak: Speak) -> Speech:
    """Return the two languages of the page."""
    languages = inputs.hall.languages if inputs.hall else words.EVERY_LANGUAGE
    zone = inputs.hall.zone_info if inputs.hall else None
    return Speech(speak, inputs.language, second_language(inputs.language, languages), zone)


def derive_shown(inputs: Inputs) -> str:
    """Return which page is shown: the visitor's number, however the line is, else nothing stale."""
    if inputs.page is Page.RESULT and inputs.taken is not None:
        return "result"
    serves = inputs.live and not inputs.degraded
    if inputs.hall is None or (not serves and not inputs.busy):
        return "outOfService"
    return "choice"


def derive_header(inputs: Inputs, say: Speech) -> Header:
    """Return the hall's name, the time and the day."""
    if inputs.hall is None or inputs.now is None:
        return Header()
    return Header(say.name(inputs.hall.name), f"{inputs.now:%H:%M}", say.day(inputs.now.date()))


def derive_languages(inputs: Inputs) -> tuple[Language, ...]:
    """Return the hall's languages, none where there is no choice."""
    if inputs.hall is None or len(inputs.hall.languages) < 2:
        return ()
    return tuple(
        Language(each, LANGUAGE_NAMES.get(each, each), each == inputs.language)
        for each in inputs.hall.languages
    )


def derive_choice(inputs: Inputs, say: Speech) -> Choice:
    """Return what stands round the tiles."""
    if inputs.hall is None:
        return Choice()
    sheets = _sheets(inputs)
    return Choice(
        title=_title(inputs, inputs.hall, say),
        prompt=say.label(words.CHOOSE_ZONE if inputs.page is Page.HOME else words.CHOOSE_QUEUE),
        matters=say.label(words.MATTERS) if inputs.page is Page.HOME and frequent(inputs.hall) else NO_LABEL,
        sheet=Said(f"{inputs.sheet + 1} / {sheets}", "en") if sheets > 1 else UNSAID,
        greeting=_greeting(inputs, say),
        trouble=NO_LABEL if inputs.prints else say.label(words.CANNOT_PRINT),
        first=inputs.sheet == 0,
        last=inputs.sheet >= sheets - 1,
    )


def derive_tiles(inputs: Inputs, say: Speech) -> tuple[Tile, ...]:
    """Return the tiles of the open sheet."""
    tiles = _all_tiles(inputs, say)
    size = TILES_A_SHEET.get(inputs.page, len(tiles) or 1)
    return tuple(tiles[inputs.sheet * size : (inputs.sheet + 1) * size])


def derive_result(inputs: Inputs, say: Speech) -> Result:
    """Return the page with the number."""
    hall, taken = inputs.hall, inputs.taken
    if hall is None or taken is None:
        return Result()
    slip = {
        Printing.UNDER_WAY: words.PRINTING,
        Printing.DONE: words.TAKE_SLIP,
        Printing.FAILED: words.NO_SLIP,
        Printing.UNKNOWN: words.MAYBE_SLIP,
        Printing.NONE: words.NO_PRINTER,
    }
    return Result(
        number=taken.number,
        service=service(hall, taken, say),
        step=visit.step(hall, taken, say),
        ahead=visit.ahead(taken.ahead, say),
        wait=visit.wait(taken.wait, say),
        windows=windows(hall, taken.first, say),
        place=place(hall, hall.queue(taken.queue), say),
        slip=say.label(slip[inputs.printing]),
        failed=inputs.printing in (Printing.FAILED, Printing.UNKNOWN, Printing.NONE),
    )


def derive_notice(inputs: Inputs, say: Speech) -> Label:
    """Return what is told over the page: why there is no number, or where a scanned slip stands."""
    if inputs.refusal is not None:
        return say.refusal(inputs.refusal.key, inputs.refusal.params)
    return NO_LABEL if inputs.place is None else standing(inputs.place, say)


def standing(place: Place, say: Speech) -> Label:
    """Return the number of a visit and what its visitor does now."""
    match place.state:
        case LegState.WAITING:
            told = [visit.ahead(place.ahead, say)]
            if place.wait is not None:
                told.append(visit.wait(place.wait, say))
        case LegState.CALLED | LegState.SERVING if place.window is not None:
            told = [say.label(words.COME_TO, window=place.window)]
        case LegState.PASSED:
            told = [say.label(words.WAS_PASSED)]
        case LegState.SUSPENDED:
            told = [say.label(words.IS_SUSPENDED)]
        case _:
            told = [say.label(words.IS_OVER)]
    return Label(
        _beside(Said(place.number, "en"), *(each.main for each in told)),
        _beside(Said(place.number, "en"), *(each.below for each in told)),
    )


def derive_countdown(inputs: Inputs, say: Speech) -> Label:
    """Return the warning that the page goes away; empty while there is time."""
    return NO_LABEL if inputs.left_s is None else say.label(words.RETURNS, seconds=inputs.left_s)


def derive_out_of_service(inputs: Inputs, speak: Speak) -> tuple[Label, ...]:
    """Return the calm message in every language of the hall, what to do beneath each."""
    languages = inputs.hall.languages if inputs.hall else words.EVERY_LANGUAGE
    why = words.NO_NUMBERS if inputs.live and inputs.degraded else words.OUT_OF_SERVICE
    return tuple(
        Label(speech.say(why), speech.say(words.ASK_GUIDE))
        for speech in (Speech(speak, language, "") for language in languages)
    )


def service(hall: Hall, taken: Taken, say: Speech) -> Label:
    """Return what the visitor came for."""
    return say.name(visit.came_for(hall, taken))


def windows(hall: Hall, queues: Sequence[str], say: Speech) -> Label:
    """Return where a number of those queues will be called to."""
    return say.windows({window.number for queue in queues for window in hall.windows_of(queue)})


def place(hall: Hall, queue: Queue, say: Speech) -> Label:
    """Return floor and zone."""
    zone = zone_of(hall, queue.zone)
    name = say.name(zone.name)
    if zone.floor is None:
        return name
    floor = say.label(words.FLOOR, floor=zone.floor)
    return Label(_beside(floor.main, name.main), _beside(floor.below, name.below))


def zone_of(hall: Hall, zone: str) -> Zone:
    """Return the zone of that id; a hall is checked to have every zone it names."""
    return next(each for each in hall.zones if each.id == zone)


def queues_of(hall: Hall, zone: str) -> list[Queue]:
    """Return the queues of a zone, as the hall lists them."""
    return [queue for queue in hall.queues if queue.zone == zone]


def frequent(hall: Hall) -> list[Item | Matter]:
    """Return what people come for most: matters of several steps first, then items."""
    every: tuple[Item | Matter, ...] = (*hall.matters, *hall.items)
    return [each for each in every if each.frequent]


def _beside(first: Said, *others: Said) -> Said:
    """Return words beside each other, in the language of the last; nothing where that says nothing."""
    last = others[-1]
    return Said(" · ".join(each.text for each in (first, *others)), last.lang) if last.text else UNSAID


def _greeting(inputs: Inputs, say: Speech) -> Label:
    if inputs.card is not None:
        return say.label(words.GREETING, name=inputs.card.name)
    return say.label(words.CARD_WELCOME) if inputs.reads_cards and inputs.page is Page.HOME else NO_LABEL


def _title(inputs: Inputs, hall: Hall, say: Speech) -> Label:
    if inputs.page is Page.ZONE:
        return say.name(zone_of(hall, inputs.zone).name)
    return say.label(words.MATTERS) if inputs.page is Page.MATTERS else NO_LABEL


def _all_tiles(inputs: Inputs, say: Speech) -> list[Tile]:
    hall = inputs.hall
    if hall is None:
        return []
    if inputs.page is Page.ZONE:
        return [_queue_tile(inputs, hall, queue, say) for queue in queues_of(hall, inputs.zone)]
    if inputs.page is Page.MATTERS:
        return [_frequent_tile(inputs, hall, each, say) for each in frequent(hall)]
    return [_zone_tile(inputs, hall, zone, say) for zone in hall.zones if queues_of(hall, zone.id)]


def _sheets(inputs: Inputs) -> int:
    hall = inputs.hall
    if hall is None:
        return 1
    counts = {
        Page.HOME: sum(1 for zone in hall.zones if queues_of(hall, zone.id)),
        Page.ZONE: len(queues_of(hall, inputs.zone)),
        Page.MATTERS: len(frequent(hall)),
    }
    return -(-counts.get(inputs.page, 1) // TILES_A_SHEET.get(inputs.page, 1)) or 1


def _zone_tile(inputs: Inputs, hall: Hall, zone: Zone, say: Speech) -> Tile:
    floor = UNSAID if zone.floor is None else say.say(words.FLOOR, floor=zone.floor)
    queues = [queue.id for queue in queues_of(hall, zone.id)]
    return _tile(inputs, f"zone:{zone.id}", say.name(zone.name), floor, queues, say)


def _queue_tile(inputs: Inputs, hall: Hall, queue: Queue, say: Speech) -> Tile:
    where = windows(hall, [queue.id], say).main
    return _tile(inputs, f"queue:{queue.id}", say.name(queue.name), where, [queue.id], say)


def _frequent_tile(inputs: Inputs, hall: Hall, what: Item | Matter, say: Speech) -> Tile:
    if isinstance(what, Item):
        where = windows(hall, [what.queue], say).main
        return _tile(inputs, f"item:{what.id}", say.name(what.name), where, [what.queue], say)
    steps = say.say(words.STEPS, steps=plan_of(what)[-1].step)
    first = what.stages[0].queues
    return _tile(inputs, f"matter:{what.id}", say.name(what.name), steps, first, say, every=True)


def _tile(
    inputs: Inputs,
    key: str,
    name: Label,
    place: Said,
    queues: Sequence[str],
    say: Speech,
    *,
    every: bool = False,
) -> Tile:
    """Return a tile for some queues.

    Args:
        every: A ticket needs all of the queues open, not one of them.
    """
    shut = [queue for queue in queues if queue in inputs.closed]
    if len(shut) == len(queues) or (every and shut):
        known = [opens_at for opens_at in (inputs.closed[queue] for queue in shut) if opens_at is not None]
        opens_at = (max if every else min)(known, default=None)
        return Tile(key, name, _opens(opens_at, inputs.now, say), say.say(words.CLOSED), closed=True)
    return Tile(key, name, place, _waiting(inputs, queues, say))


def _opens(opens_at: datetime | None, now: datetime | None, say: Speech) -> Said:
    if opens_at is None or now is None:
        return UNSAID
    return say.say(words.OPENS, opens_at=say.moment(opens_at, now))


def _waiting(inputs: Inputs, queues: Sequence[str], say: Speech) -> Said:
    count = sum(inputs.waiting.get(queue, 0) for queue in queues)
    return say.say(words.WAITING, count=count) if count else say.say(words.NOBODY_WAITS)
