"""Pages of a guide: signing in, the hall at a glance, and a number for somebody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from core.domain.hall import Hall
from kiosk import typing
from kiosk.guide import words
from kiosk.names import beside, queues_of, zone_of
from kiosk.pages.guide_rows import alone, on_rows, queue_row, zone_row
from kiosk.pages.options import phone
from kiosk.pages.parts import back, ok, take
from kiosk.speech import NO_LABEL, UNSAID, Label, Said, Speech
from kiosk.state import Inputs, Page
from kiosk.typing import grouped_phone
from kiosk.view import Button, Line, Tile, View

_OWN = frozenset({Page.GUIDE, Page.GUIDE_TICKET, Page.NOTICE})


def sign_in(inputs: Inputs, _hall: Hall, say: Speech) -> View:
    """Return the page of the clerk number, and above it that of the PIN."""
    pin = inputs.at.which == "pin"
    return View(
        layout="entry",
        icon="person",
        title=say.label(words.SIGN_IN),
        prompt=say.label(words.TYPE_PIN if pin else words.TYPE_CLERK),
        entry=typing.entry(inputs, say.label(words.PIN if pin else words.CLERK)),
        lines=(Line("staff", say.label(words.FOR_GUIDES), kind="text"),),
        buttons=(back(say), ok("guide.in" if pin else "guide.pin", say)),
    )


def guide(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return the guide's page: the zones, a zone's queues, or what the guide begins there."""
    say = alone(say)
    which, _, rest = inputs.at.which.partition(":")
    match which:
        case "issue":
            return _issue(inputs, hall, say)
        case "phone":
            return _phone(inputs, hall, say)
        case "ticket":
            return _find(inputs, say)
        case "missing":
            return _missing(inputs, hall, say)
        case "zone":
            rows = [queue_row(inputs, hall, each, say) for each in queues_of(hall, rest)]
            view = View(title=say.name(zone_of(hall, rest).name), buttons=(back(say),))
            return _live(inputs, view, rows, say)
    used = [each for each in hall.zones if queues_of(hall, each.id)]
    title = Label(beside(say.say(words.FLOOR_NOW), _who(inputs, say)))
    view = View(title=title, buttons=_begin(say))
    return _live(inputs, view, [zone_row(inputs, hall, each, say) for each in used], say)


def dress(inputs: Inputs, view: View, say: Speech) -> View:
    """Return a page as a guide has it: who is signed in, and ways back and on."""
    if not inputs.guide.here:
        return view
    if inputs.at.page in _OWN:
        return view
    banner = view.banner
    if view.layout == "tiles":
        # That no slips come out here need not be said to a guide, who prints them elsewhere.
        others = (each for each in banner if each.key != "trouble")
        banner = (Line("guide", Label(_who(inputs, say))), *others)
    buttons = view.buttons
    if inputs.at.page is Page.RESULT and inputs.taken is not None and inputs.taken.id:
        reprint = Button("guide.reprint", say.label(words.REPRINT), icon="printer")
        buttons = (reprint, *buttons)
    elif inputs.at.page is Page.HOME and not any(each.key == "back" for each in buttons):
        buttons = (back(say), *buttons)
    return replace(view, banner=banner, buttons=buttons)


def _who(inputs: Inputs, say: Speech) -> Said:
    return say.say(words.SIGNED_IN, name=inputs.guide.name or inputs.guide.clerk)


def _begin(say: Speech) -> tuple[Button, ...]:
    return (
        Button("guide.issue", say.label(words.ISSUE), strong=True, icon="ticket"),
        Button("guide.find", say.label(words.FIND), icon="search"),
        Button("guide.missing", say.label(words.MISSING), icon="paperOut"),
        Button("guide.out", say.label(words.SIGN_OUT), icon="door"),
    )


def _live(inputs: Inputs, view: View, rows: Sequence[Tile], say: Speech) -> View:
    if not inputs.live:
        lost = Line("lost", say.label(words.NEEDS_CORE), kind="warn")
        still = Line("still", say.label(words.ISSUES_STILL))
        return replace(view, layout="guide", banner=(lost, still))
    return on_rows(inputs, view, rows)


def _issue(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return what a guide says of the person before the matter is chosen."""
    wish = inputs.wish
    mine = wish.visitor_class or hall.classes[0].id
    tiles = [
        Tile(f"guide.vouch:{each.id}", say.name(each.name), chosen=each.id == mine) for each in hall.classes
    ]
    tiles.append(Tile("guide.assist", say.label(words.HELPED), chosen=wish.assisted))
    phone = Said(grouped_phone(wish.phone), "en") if wish.phone else UNSAID
    tiles.append(Tile("guide.phone", say.label(words.WITH_PHONE), phone, chosen=bool(wish.phone)))
    # A queue that the guide has touched is what it is for; else that is chosen next.
    queue = next((each for each in hall.queues if (wish.what, wish.which) == ("queue", each.id)), None)
    go_on = Button("guide.matter", say.label(words.CHOOSE_MATTER), strong=True, icon="next")
    view = View(
        title=Label(beside(say.say(words.ISSUE), say.name(queue.name).main))
        if queue
        else say.label(words.ISSUE),
        prompt=say.label(words.ISSUE_FOR),
        buttons=(back(say), take(say) if queue else go_on),
    )
    return on_rows(inputs, view, tiles)


def _phone(inputs: Inputs, hall: Hall, say: Speech) -> View:
    return replace(phone(inputs, hall, say), buttons=(back(say), ok("guide.phone.set", say)))


def _find(inputs: Inputs, say: Speech) -> View:
    return View(
        layout="entry",
        icon="search",
        title=say.label(words.FIND),
        prompt=say.label(words.TYPE_NUMBER),
        entry=typing.entry(inputs, say.label(words.TICKET_NUMBER)),
        buttons=(back(say), ok("guide.look", say)),
    )


def _missing(inputs: Inputs, hall: Hall, say: Speech) -> View:
    names = {queue.id: queue.name for queue in hall.queues}
    states = {"pending": words.SLIP_PENDING, "failed": words.SLIP_FAILED, "unknown": words.SLIP_UNKNOWN}
    missing = inputs.guide.missing or ()
    rows = [
        Tile(
            f"guide.ticket:{each.id}",
            replace(NO_LABEL, main=Said(each.number, "en")),
            facts=(
                say.name(names.get(each.queue, {})).main,
                say.say(states[each.slip.value]),
                Said(f"{each.at.astimezone(hall.zone_info):%H:%M}", "en"),
            ),
        )
        for each in missing
    ]
    view = View(
        title=say.label(words.MISSING),
        prompt=say.label(words.TOUCH_MISSING if missing else words.NONE_MISSING),
        buttons=(back(say),),
    )
    return on_rows(inputs, view, rows)
