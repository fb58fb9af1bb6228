"""From what the kiosk has heard to what it shows. Pure: the same inputs give the same page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from core.domain.hall import Hall, Item, Queue, Zone
from core.qt.names import LANGUAGE_NAMES, second_language
from kiosk import words
from kiosk.speech import NO_LABEL, UNSAID, Label, Said, Speak, Speech
from kiosk.state import Inputs, Page, Printing, Taken

TILES_A_SHEET = {Page.HOME: 24, Page.ZONE: 12, Page.MATTERS: 12}
"""More than so many tiles would be too small to read from where a visitor stands."""


@dataclass(frozen=True, slots=True)
class Tile:
    """One choice.

    Attributes:
        key: What :meth:`kiosk.view_model.KioskViewModel.choose` takes: ``"zone:tax"``, ``"queue:..."``,
            ``"item:..."``.
        place: Floor or windows.
        waiting: How many wait.
    """

    key: str
    name: Label
    place: Said
    waiting: Said


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
    """

    title: Label = NO_LABEL
    prompt: Label = NO_LABEL
    matters: Label = NO_LABEL
    sheet: Said = UNSAID
    first: bool = True
    last: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """The page with the number."""

    number: str = ""
    service: Label = NO_LABEL
    ahead: Label = NO_LABEL
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
    if inputs.hall is None or (not inputs.live and not inputs.busy):
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
    queue = hall.queue(taken.queue)
    slip = {
        Printing.UNDER_WAY: words.PRINTING,
        Printing.DONE: words.TAKE_SLIP,
        Printing.FAILED: words.NO_SLIP,
    }
    return Result(
        number=taken.number,
        service=service(hall, taken, say),
        ahead=ahead(taken, say),
        windows=windows(hall, queue, say),
        place=place(hall, queue, say),
        slip=say.label(slip[inputs.printing]),
        failed=inputs.printing is Printing.FAILED,
    )


def derive_countdown(inputs: Inputs, say: Speech) -> Label:
    """Return the warning that the page goes away; empty while there is time."""
    return NO_LABEL if inputs.left_s is None else say.label(words.RETURNS, seconds=inputs.left_s)


def derive_out_of_service(inputs: Inputs, speak: Speak) -> tuple[Label, ...]:
    """Return the calm message in every language of the hall, what to do beneath each."""
    languages = inputs.hall.languages if inputs.hall else words.EVERY_LANGUAGE
    return tuple(
        Label(speech.say(words.OUT_OF_SERVICE), speech.say(words.ASK_GUIDE))
        for speech in (Speech(speak, language, "") for language in languages)
    )


def service(hall: Hall, taken: Taken, say: Speech) -> Label:
    """Return what the visitor came for."""
    return say.name(hall.item(taken.item).name if taken.item else hall.queue(taken.queue).name)


def ahead(taken: Taken, say: Speech) -> Label:
    """Return how many are called first."""
    return say.label(words.AHEAD, count=taken.ahead) if taken.ahead else say.label(words.NOBODY_AHEAD)


def windows(hall: Hall, queue: Queue, say: Speech) -> Label:
    """Return where the number will be called to."""
    return say.windows(window.number for window in hall.windows_of(queue.id))


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


def frequent(hall: Hall) -> list[Item]:
    """Return the high-frequency items."""
    return [item for item in hall.items if item.frequent]


def _beside(floor: Said, zone: Said) -> Said:
    return Said(f"{floor.text} · {zone.text}", zone.lang) if zone.text else UNSAID


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
        return [_item_tile(inputs, hall, item, say) for item in frequent(hall)]
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
    waiting = _waiting(inputs, queues_of(hall, zone.id), say)
    return Tile(f"zone:{zone.id}", say.name(zone.name), floor, waiting)


def _queue_tile(inputs: Inputs, hall: Hall, queue: Queue, say: Speech) -> Tile:
    return Tile(
        f"queue:{queue.id}",
        say.name(queue.name),
        windows(hall, queue, say).main,
        _waiting(inputs, [queue], say),
    )


def _item_tile(inputs: Inputs, hall: Hall, item: Item, say: Speech) -> Tile:
    queue = hall.queue(item.queue)
    where = windows(hall, queue, say).main
    return Tile(f"item:{item.id}", say.name(item.name), where, _waiting(inputs, [queue], say))


def _waiting(inputs: Inputs, queues: Sequence[Queue], say: Speech) -> Said:
    count = sum(inputs.waiting.get(queue.id, 0) for queue in queues)
    return say.say(words.WAITING, count=count) if count else say.say(words.NOBODY_WAITS)
