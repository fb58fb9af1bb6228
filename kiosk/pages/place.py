"""Where the visit stands that was asked for, and what its visitor can do with it here."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from core.domain.hall import Hall
from core.domain.ticket import LegState
from core.qt.translate import QT_TRANSLATE_NOOP
from kiosk import names, visit, words
from kiosk.pages.parts import back, facts
from kiosk.speech import NO_LABEL, Label, Said, Speech
from kiosk.state import Inputs, Place
from kiosk.view import Button, Line, View

GO_NOW: Final = QT_TRANSLATE_NOOP("kiosk", "Please go to window {window} now")
BEING_SERVED: Final = QT_TRANSLATE_NOOP("kiosk", "You are being served at window {window}")
TAKE_AGAIN: Final = QT_TRANSLATE_NOOP(
    "kiosk", "Your number was called and nobody came. Take it again here, or ask a guide"
)
GIVEN_UP: Final = QT_TRANSLATE_NOOP("kiosk", "This number is not called any more")
THEN: Final = QT_TRANSLATE_NOOP("kiosk", "Then: {names}")
PLACE_LOST: Final = QT_TRANSLATE_NOOP("kiosk", "Your place in the queue is lost.")
STEPS_LOST: Final = QT_TRANSLATE_NOOP("kiosk", "The steps to come are lost too. What is done stays done.")
NEW_NUMBER: Final = QT_TRANSLATE_NOOP("kiosk", "To be served you need a new number, at the end of the queue.")
GIVE_UP: Final = QT_TRANSLATE_NOOP("kiosk", "Give this number up")
SURE: Final = QT_TRANSLATE_NOOP("kiosk", "Give number {number} up?")
YES: Final = QT_TRANSLATE_NOOP("kiosk", "Yes, give it up")
KEEP: Final = QT_TRANSLATE_NOOP("kiosk", "No, keep it")
RESTORE: Final = QT_TRANSLATE_NOOP("kiosk", "Take my number again")

QUESTION: Final = "cancel"
"""``which`` of the page that asks once more."""


def place(inputs: Inputs, hall: Hall, say: Speech) -> View:
    """Return where a visit stands, or the question before it is given up."""
    found = inputs.place
    if found is None:
        return View(layout="number")
    if inputs.at.which == QUESTION:
        return _sure(found, say, brief=inputs.look.large)
    return View(
        layout="number",
        title=say.label(words.YOUR_NUMBER),
        prompt=standing(found, say),
        number=found.number,
        lines=_lines(found, inputs, hall, say),
        buttons=_buttons(found, say),
        bad=found.state is LegState.PASSED,
    )


def standing(found: Place, say: Speech) -> Label:
    """Return what the visitor of a visit does now."""
    match found.state:
        case LegState.WAITING | LegState.PLANNED:
            return say.label(words.PLEASE_WAIT)
        case LegState.CALLED if found.window is not None:
            return say.label(GO_NOW, window=found.window)
        case LegState.SERVING if found.window is not None:
            return say.label(BEING_SERVED, window=found.window)
        case LegState.PASSED:
            return say.label(TAKE_AGAIN if "restore" in found.can else words.WAS_PASSED)
        case LegState.SUSPENDED:
            return say.label(words.IS_SUSPENDED)
        case LegState.VOID:
            return say.label(GIVEN_UP)
        case _:
            return say.label(words.IS_OVER)


def _lines(found: Place, inputs: Inputs, hall: Hall, say: Speech) -> tuple[Line, ...]:
    """Return what is known; the window that somebody is called to is what the page is about."""
    lines = facts(_facts(found, hall, say), inputs)
    return tuple(replace(each, kind="heading") if each.key == "window" else each for each in lines)


def _facts(found: Place, hall: Hall, say: Speech) -> dict[str, Label]:
    waits = found.state in (LegState.WAITING, LegState.PLANNED)
    told = {"ahead": visit.ahead(found.ahead, say), "wait": visit.wait(found.wait, say)} if waits else {}
    step = say.label(words.STEP, step=found.step, steps=found.steps) if found.steps > 1 else NO_LABEL
    return told | {
        **_where(found, hall, say),
        "service": _queue(found, hall, say),
        "step": _together(step, _to_come(found, hall, say)),
    }


def _where(found: Place, hall: Hall, say: Speech) -> dict[str, Label]:
    """Return windows, floor and zone on one line: a page of many lines is one of small ones.

    The one window to go to stands alone, so that it can be read from afar.
    """
    if found.state.ended:
        return {}
    zone = next((each.id for each in hall.zones if each.id == found.zone), None)
    place = names.zone_place(hall, zone, say) if zone is not None else NO_LABEL
    if found.state.at_window and found.window is not None:
        return {"window": say.windows([found.window]), "where": place}
    return {"windows": _together(say.windows(found.windows), place)}


def _together(*parts: Label) -> Label:
    shown = [each for each in parts if each.main.text]
    return names.side_by_side(shown) if shown else NO_LABEL


def _queue(found: Place, hall: Hall, say: Speech) -> Label:
    return next((say.name(each.name) for each in hall.queues if each.id == found.queue), NO_LABEL)


def _to_come(found: Place, hall: Hall, say: Speech) -> Label:
    known = [each for each in found.to_come if hall.zone_of(each) is not None]
    if not known:
        return NO_LABEL

    def said(each: Speech) -> Said:
        told = (each.name(hall.queue(queue).name).main.text.rstrip("། ") for queue in known)
        return each.say(THEN, names=" → ".join(told))

    return say.both(said)


def _buttons(found: Place, say: Speech) -> tuple[Button, ...]:
    """Return what may be done; what ends the visit stands farthest from what most people want."""
    restore = "restore" in found.can
    buttons = []
    if "cancel" in found.can:
        buttons.append(Button("place:cancel", say.label(GIVE_UP), icon="close"))
    if restore:
        buttons.append(Button("place:restore", say.label(RESTORE), strong=True, icon="ticket"))
    return (*buttons, Button("done", say.label(words.DONE), strong=not restore, icon="check"))


def _sure(found: Place, say: Speech, *, brief: bool) -> View:
    """Return the question; in large type there is room for what is lost only."""
    lost = [PLACE_LOST, *([STEPS_LOST] if found.to_come and not brief else []), NEW_NUMBER]
    waits = found.state is LegState.WAITING and not brief
    ahead = visit.ahead(found.ahead, say) if waits else NO_LABEL
    lines = [Line("ahead", ahead), *(Line(f"lost:{at}", say.label(each)) for at, each in enumerate(lost))]
    return View(
        layout="message",
        icon="warning",
        title=say.label(SURE, number=found.number),
        lines=tuple(each for each in lines if each.value.main.text),
        buttons=(
            Button("place:give_up", say.label(YES), icon="close"),
            Button("back", say.label(KEEP), strong=True, icon=back(say).icon),
        ),
        bad=True,
    )
