"""The told-once list (一次告知): all that an item asks for, on one piece of paper.

Blank it is what to bring; a clerk's has the missing papers ticked, or says why the visit was refused.
Source: 行政许可法 art. 32 (4): what is missing is told at once, on the spot or within five days.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from core.domain.hall import Hall, Item, Material, Matter
from core.domain.limits import Limit, LimitUnit
from core.domain.slip_layout import holds_id_number
from core.domain.text import ranges
from hardware.slip import words
from hardware.slip.sheet import Align, Bar, Block, Code, Lines, Mark, Row, Sheet, Signature, Tick, Words
from hardware.slip.words import Say, Speak

FEW_DEPARTMENTS = 4
"""A joint desk for more of them (综合受理) is named by itself only: nobody reads a list of thirty."""


@dataclass(frozen=True, slots=True)
class ToldOnce:
    """What a told-once list is about; finished words where they are a clerk's.

    Attributes:
        what: Id of an item, or of a matter of several steps.
        number: The ticket's number; ``""``: none, as at a kiosk.
        missing: Ids of the papers that are still missing.
        reason: Why it was refused; ``""``: it was not.
        remedy: What the visitor can do against the refusal.
        clerk: Who tells it; ``""``: nobody, it is what a kiosk prints.
        window: Where; ``None``: every window of the queue.
        at: When; ``None`` leaves it out.
        url: The page of this list; ``""``: none.
    """

    what: str
    number: str = ""
    missing: frozenset[str] = frozenset()
    reason: str = ""
    remedy: str = ""
    clerk: str = ""
    window: int | None = None
    at: datetime | None = None
    url: str = ""

    def __post_init__(self) -> None:
        if holds_id_number(f"{self.reason}\n{self.remedy}"):
            raise ValueError("a whole identity number is never printed")


def told_once(hall: Hall, told: ToldOnce, languages: Sequence[str], speak: Speak) -> Sheet:
    """Return the list, the first of ``languages`` first.

    Raises:
        core.domain.errors.ItemUnknown: The hall has neither such an item nor such a matter.
        ValueError: A missing paper is none that the item asks for.
    """
    say = Say(speak, languages)
    return tuple(_blocks(hall, told, say))


def _blocks(hall: Hall, told: ToldOnce, say: Say) -> Iterator[Block]:
    matter = next((each for each in hall.matters if each.id == told.what), None)
    item = None if matter else hall.item(told.what)
    yield Words(say.name(hall.name), 34, 28, above=8)
    yield Words(say(words.TOLD_ONCE), 44, 34, bold=True, others_bold=True, above=6)
    yield Bar()
    yield Words(say.name((matter or hall.item(told.what)).name), 40, 32, bold=True, above=10)
    if told.number:
        yield from rows(say(words.NUMBER), (told.number,) * len(say.languages))
    if matter:
        yield from _steps(hall, matter, say)
    if item:
        yield from _item(hall, item, say)
        yield from _papers(item, told, say)
    yield from _refusal(told, say)
    yield Bar()
    yield from _where(hall, matter.stages[0].queues if matter else (hall.item(told.what).queue,), told, say)
    yield from _end(hall, told, say)


def _item(hall: Hall, item: Item, say: Say) -> Iterator[Block]:
    department = next((each for each in hall.departments if each.id == item.department), None)
    if department:
        yield Words(say.name(department.name), 30, 26, above=2)
    for label, limit in ((words.LEGAL, item.legal), (words.PROMISED, item.promised)):
        if limit is not None:
            yield from rows(say(label), _limit(limit, say))
    if item.fee:
        yield from rows(say(words.FEE), say.names(item.fee))


def _limit(limit: Limit, say: Say) -> Lines:
    if not limit.amount:
        return say(words.ON_THE_SPOT)
    counted = words.MINUTES if limit.unit is LimitUnit.MINUTES else words.WORKING_DAYS
    return say(counted, count=f"{limit.amount:g}")


def _papers(item: Item, told: ToldOnce, say: Say) -> Iterator[Block]:
    unknown = told.missing - {paper.id for paper in item.materials}
    if unknown:
        raise ValueError(f"{item.id} asks for no {', '.join(sorted(unknown))}")
    if not item.materials:
        return
    yield Bar()
    yield Words(say(words.MATERIALS), 36, 28, bold=True, align=Align.LEFT)
    if told.missing:
        yield Words(say(words.MISSING), 28, 26, align=Align.LEFT, above=2)
    for paper in item.materials:
        yield Tick(say.name(paper.name), paper.id in told.missing, _notes(paper, say))


def _notes(paper: Material, say: Say) -> Lines:
    """Return form and copies, who gives it out and how to get it, language by language."""
    forms = say.names(paper.form) if paper.form else ("",) * len(say.languages)
    count = f"× {paper.copies}" if paper.copies > 1 else ""
    issuers = say(words.ISSUER, issuer=say.names(paper.issuer)) if paper.issuer else ()
    forms = tuple(dict.fromkeys(f"{form} {count}".strip() for form in forms))
    lines = (" · ".join(forms), *issuers, *say.name(paper.how))
    return tuple(line for line in lines if line)


def _steps(hall: Hall, matter: Matter, say: Say) -> Iterator[Block]:
    """Give the steps of a joint matter with the departments of each."""
    lead = next((each for each in hall.departments if each.id == matter.lead), None)
    if lead:
        yield Words(say.name(lead.name), 30, 26, above=2)
    yield Words(say(words.STEPS), 34, 28, bold=True, align=Align.LEFT, above=10)
    for place, stage in enumerate(matter.stages, start=1):
        queues = [hall.queue(queue) for queue in stage.queues]
        names = tuple(map(" + ".join, zip(*(say.names(queue.name) for queue in queues), strict=True)))
        yield Words(say(words.STEP, step=place, name=names), 32, 28, align=Align.LEFT)
        owners = {owner for queue in queues for owner in queue.departments}
        if len(owners) > FEW_DEPARTMENTS:
            continue
        for department in (each for each in hall.departments if each.id in owners):
            yield Words(say.name(department.name), 26, 26, align=Align.LEFT, above=0)


def _refusal(told: ToldOnce, say: Say) -> Iterator[Block]:
    if not told.reason:
        return
    yield Mark(say(words.REFUSED))
    yield Words(_own(say, words.REASON, reason=told.reason), 32, 32, align=Align.LEFT, above=10)
    if told.remedy:
        yield Words(_own(say, words.REMEDY, remedy=told.remedy), 32, 32, align=Align.LEFT, above=6)


def _own(say: Say, source: str, **values: str) -> Lines:
    """Return a clerk's words once, behind the label of the first language."""
    return say(source, **values)[:1]


def _where(hall: Hall, queues: Sequence[str], told: ToldOnce, say: Say) -> Iterator[Block]:
    numbers = [told.window] if told.window else sorted({w.number for q in queues for w in hall.windows_of(q)})
    zone = next((each for each in hall.zones if each.id == hall.zone_of(queues[0])), None)
    if zone:
        floors = say(words.FLOOR, floor=zone.floor) if zone.floor is not None else ("",) * len(say.languages)
        names = say.names(zone.name)
        places = (" · ".join(filter(None, both)) for both in zip(floors, names, strict=True))
        yield Words(tuple(places), 32, 28, above=8)
    if numbers:
        yield Words(say(words.WINDOWS, windows=ranges(numbers)), 36, 30, bold=True, above=4)
    if hall.phone:
        yield Words(say(words.PHONE, phone=hall.phone)[:1], 32, above=6)
    if hall.complaint_phone:
        yield Words(say(words.COMPLAINTS, phone=hall.complaint_phone)[:1], 32, above=4)


def _end(hall: Hall, told: ToldOnce, say: Say) -> Iterator[Block]:
    if told.clerk:
        yield from rows(say(words.CLERK), (told.clerk,) * len(say.languages))
    if told.at:
        yield Words((f"{told.at.astimezone(hall.zone_info):%Y-%m-%d %H:%M:%S}",), 30, above=8)
    if told.clerk:
        yield Signature(say.together(words.CLERK_SIGNS))
        yield Signature(say.together(words.VISITOR_SIGNS))
    if told.url:
        yield Code(told.url)
        yield Words(say(words.SCAN_LIST), 28, 26, above=0)


def rows(left: Lines, right: Lines) -> Iterator[Row]:
    """Give a label and its value in each language; the same value stands once, behind the first label."""
    for place, (label, value) in enumerate(zip(left, right, strict=True)):
        repeats = place and value == right[0]
        yield Row(label, "" if repeats else value, 26 if place else 30, bold=not place)
