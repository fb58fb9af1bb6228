"""From what the kiosk knows to the page it shows. Pure: the same inputs give the same page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from core.domain.hall import Hall
from core.qt.names import LANGUAGE_NAMES, second_language
from core.qt.tokens import LARGE
from kiosk import words
from kiosk.pages import (
    ask,
    basket,
    book,
    booked,
    booking,
    card,
    choice,
    closed,
    confirm,
    guide,
    guide_ticket,
    item,
    number,
    offline,
    options,
    place,
    saver,
    staff,
    trouble,
)
from kiosk.pages.search import search
from kiosk.speech import NO_LABEL, Said, Speak, Speech
from kiosk.state import Inputs, Page
from kiosk.tiles import panel_of
from kiosk.view import Frame, Header, Language, Tool, View

Derive = Callable[[Inputs, Hall, Speech], View]

PAGES: Mapping[Page, Derive] = {
    Page.HOME: choice.home,
    Page.ZONE: choice.zone,
    Page.DEPARTMENTS: choice.departments,
    Page.DEPARTMENT: choice.department,
    Page.MATTERS: choice.matters,
    Page.ITEM: item.item,
    Page.CONFIRM: confirm.confirm,
    Page.OPTIONS: options.options,
    Page.CLASS: options.visitor_class,
    Page.PHONE: options.phone,
    Page.SEARCH: search,
    Page.CARD: card.card,
    Page.BASKET: basket.basket,
    Page.RESULT: number.result,
    Page.GUIDE_SIGN_IN: guide.sign_in,
    Page.GUIDE: guide.guide,
    Page.GUIDE_TICKET: guide_ticket.ticket,
    Page.ASK: ask.ask,
    Page.PLACE: place.place,
    Page.BOOKING: booking.booking,
    Page.BOOK: book.book,
    Page.BOOKED: booked.booked,
    Page.CLOSED: closed.closed,
    Page.NOTICE: trouble.notice,
    Page.STAFF_PIN: staff.staff_pin,
    Page.STAFF: staff.staff,
    Page.SAVER: saver.saver,
}
OUTLIVE = frozenset({Page.RESULT, Page.BOOKED, Page.CLOSED, Page.STAFF_PIN, Page.STAFF})
"""Pages that stay when the core is gone: a visitor's number, the hours, and the staff's."""
ASKED = frozenset({Page.ASK, Page.PLACE, Page.BOOKING, Page.BOOK})
"""Pages that need no numbers, but the core; also one that cannot write answers."""


def speech(inputs: Inputs, speak: Speak) -> Speech:
    """Return the two languages of the page."""
    languages = inputs.hall.languages if inputs.hall else words.EVERY_LANGUAGE
    zone = inputs.hall.zone_info if inputs.hall else None
    return Speech(speak, inputs.language, second_language(inputs.language, languages), zone)


def derive_view(inputs: Inputs, speak: Speak) -> View:
    """Return the open page; while there are no numbers nothing that looks as if there were."""
    page = inputs.at.page
    if inputs.hall is None or not _stands(inputs):
        return trouble.out_of_service(inputs, speak)
    say = speech(inputs, speak)
    view = guide.dress(inputs, PAGES[page](inputs, inputs.hall, say), say)
    view = _on_sheet(inputs, view)
    banner = offline.banner(inputs, say) if view.layout == "tiles" else ()
    seeing = say.label(_type_key(inputs)) if inputs.first else NO_LABEL
    return replace(
        view, page=page.value, which=inputs.at.which, banner=(*banner, *view.banner), seeing=seeing
    )


def _on_sheet(inputs: Inputs, view: View) -> View:
    """Return a page of lines with its open sheet, where the screen needs several."""
    count = len(inputs.starts)
    if view.layout != "lines" or count < 2:
        return view
    nth = min(inputs.at.sheet, count - 1)
    said = Said(f"{nth + 1} / {count}", "en")
    return replace(view, sheet=said, nth=nth, first=nth == 0, last=nth == count - 1)


def _stands(inputs: Inputs) -> bool:
    if inputs.at.page in OUTLIVE or inputs.busy:
        return True
    if inputs.at.page in ASKED and not (inputs.takes and inputs.issues):
        return inputs.live
    return inputs.issues


def derive_header(inputs: Inputs, say: Speech) -> Header:
    """Return the hall's name, the time and the day."""
    if inputs.hall is None or inputs.now is None:
        return Header()
    return Header(say.name(inputs.hall.name), f"{inputs.now:%H:%M}", say.day(inputs.now.date()))


def derive_tools(inputs: Inputs, say: Speech) -> tuple[Tool, ...]:
    """Return the keys beside the languages."""
    look = inputs.look
    type_key = Tool("large", say.say(_type_key(inputs)), "eye", look.large)
    if not inputs.speaks:
        return (type_key,)
    return (type_key, Tool("speak", say.say(words.READ_ALOUD), "speaker", look.spoken))


def _type_key(inputs: Inputs) -> str:
    return words.USUAL_TYPE if inputs.look.large else words.LARGE_TYPE


def derive_frame(inputs: Inputs) -> Frame:
    """Return how the page stands on the panel."""
    rules, large = inputs.rules, inputs.look.large
    return Frame(rules.rotate, rules.low, panel_of(inputs).diagonal_mm, LARGE if large else 1, large)


def derive_languages(inputs: Inputs) -> tuple[Language, ...]:
    """Return the hall's languages, none where there is no choice."""
    if inputs.hall is None or len(inputs.hall.languages) < 2:
        return ()
    return tuple(
        Language(each, LANGUAGE_NAMES.get(each, each), each == inputs.language)
        for each in inputs.hall.languages
    )
