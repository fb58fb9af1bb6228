"""The staff page: how this machine is, what to do about it, and trials of its devices."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from core.domain.hall import Hall
from kiosk import staff_words as words
from kiosk import typing
from kiosk.pages.parts import back, ok
from kiosk.pages.trouble import WHY, since
from kiosk.speech import Label, Said, Speech
from kiosk.state import Inputs
from kiosk.trouble_state import Device, Reach
from kiosk.view import Button, Line, View

Lines = Callable[[Inputs, Speech], Iterator[Line]]


def staff_pin(inputs: Inputs, _hall: Hall, say: Speech) -> View:
    """Return the page where the PIN is typed, or how one is set where there is none."""
    if not inputs.rules.staff_pin:
        return _no_pin(say)
    told = inputs.staff
    lines = []
    if told.wait_s > 0:
        lines.append(Line("wait", say.label(words.WAIT, seconds=told.wait_s), kind="warn"))
    elif told.wrong:
        lines.append(Line("wrong", say.label(words.WRONG), kind="warn"))
    return View(
        layout="entry",
        icon="staff",
        title=say.label(words.STAFF),
        prompt=say.label(words.TYPE_PIN),
        entry=typing.entry(inputs, say.label(words.PIN)),
        lines=tuple(lines),
        buttons=(_leave(say), ok("staff:enter", say)),
    )


def staff(inputs: Inputs, _hall: Hall, say: Speech) -> View:
    """Return the open part of the staff page."""
    part = inputs.at.which
    title, lines, buttons = _PARTS[part]
    first = back(say) if part else _leave(say)
    return View(
        layout="lines",
        icon="staff",
        title=say.label(title),
        lines=tuple(lines(inputs, say)),
        buttons=(first, *buttons(inputs, say)),
    )


def _no_pin(say: Speech) -> View:
    steps = (words.MAKE_PIN, words.SET_PIN, words.IMPORT_PIN)
    return View(
        layout="message",
        icon="staff",
        title=say.label(words.NO_PIN),
        lines=tuple(Line(each, say.label(each), kind="text") for each in steps),
        buttons=(_leave(say),),
    )


def _leave(say: Speech) -> Button:
    return Button("staff:leave", say.label(words.LEAVE), icon="home")


def _overview(inputs: Inputs, say: Speech) -> Iterator[Line]:
    """What has to be seen to comes first, with what to do about it."""
    wrong = [each for each in inputs.trouble.devices if not each.well]
    for each in wrong:
        yield from _to_do(each, inputs, say)
    yield _line(inputs, say)
    if not wrong:
        yield Line("well", say.label(words.ALL_WELL))
    if inputs.trouble.shut:
        yield Line("shut", say.label(words.IS_SHUT), kind="warn")
    yield _plain("machine", inputs.staff.machine.name, say, words.MACHINE)
    yield _plain("core", inputs.staff.machine.core, say, words.CORE)
    yield _plain("seq", str(inputs.staff.seq), say, words.SEQ)
    yield _plain("left", str(sum(inputs.reserved.values())), say, words.LEFT)
    yield _plain("untold", str(inputs.staff.untold), say, words.UNTOLD)


def _line(inputs: Inputs, say: Speech) -> Line:
    trouble = inputs.trouble
    if trouble.line is Reach.UP:
        return Line(
            "line", _since(say.label(words.CONNECTED), trouble.since, inputs, say), say.label(words.LINK)
        )
    why = _since(say.label(WHY[trouble.line]), trouble.since, inputs, say)
    return Line("line", why, say.label(words.LINK), kind="warn")


def _to_do(device: Device, inputs: Inputs, say: Speech) -> Iterator[Line]:
    yield _device(device, inputs, say)
    hint = words.HINTS.get(device.health.key, words.CALL_TECHNICIAN)
    yield Line(f"hint:{device.name}", say.label(hint), say.label(words.DO))


def _device(device: Device, inputs: Inputs, say: Speech) -> Line:
    health = device.health
    how = say.refusal(health.key, {}) if health.key else say.label(words.STATES[health.state.value])
    kind = "fact" if device.well else "warn"
    name = _beside(say.label(words.KINDS.get(device.kind, words.DEVICE)), device.name)
    return Line(f"device:{device.name}", _since(how, device.since, inputs, say), name, kind)


def _devices(inputs: Inputs, say: Speech) -> Iterator[Line]:
    told = inputs.staff
    for each in inputs.trouble.devices:
        yield _device(each, inputs, say)
    if told.printed is not None:
        state = say.label(words.PRINTS[told.printed.state])
        why = say.refusal(told.printed.key, {}) if told.printed.key else state
        yield Line("printed", why, say.label(words.TEST_PRINT), "warn" if told.printed.key else "fact")
    if told.reading:
        key = words.LAY_CARD if inputs.reads_cards else words.NO_READER
        yield Line("reading", say.label(key), say.label(words.READ_CARD))
    if told.read is not None:
        yield _card(inputs, say)


def _card(inputs: Inputs, say: Speech) -> Line:
    read = inputs.staff.read
    assert read is not None
    name = say.label(words.READ_CARD)
    if read.key:
        return Line("card", say.refusal(read.key, {}), name, "warn")
    return Line("card", say.label(words.CARD, name=read.name, age=read.age), name)


def _sound(inputs: Inputs, say: Speech) -> Iterator[Line]:
    yield Line("volume", say.label(words.PERCENT, percent=inputs.staff.volume), say.label(words.VOLUME))
    yield Line("usual", say.label(words.PERCENT, percent=inputs.rules.volume), say.label(words.BY_HALL))
    if not inputs.staff.speaks:
        yield Line("silent", say.label(words.SILENT))


def _program(inputs: Inputs, say: Speech) -> Iterator[Line]:
    told = inputs.staff
    for name, version in told.machine.versions.items():
        yield Line(f"version:{name}", _same(version, say), _same(name, say))
    yield _plain("screen", told.machine.screen, say, words.SCREEN)
    if told.tested is None or told.tested.at is None:
        yield Line("tested", say.label(words.NEVER), say.label(words.SELF_TEST))
        return
    result = words.FAULTS if told.tested.faults else words.ALL_WELL
    how = _since(say.label(result, count=len(told.tested.faults)), told.tested.at, inputs, say)
    yield Line("tested", how, say.label(words.SELF_TEST))
    for number, (key, detail) in enumerate(told.tested.faults):
        yield Line(f"fault:{number}", _beside(say.refusal(key, {}), detail), kind="warn")


def _log(inputs: Inputs, say: Speech) -> Iterator[Line]:
    for number, line in enumerate(inputs.staff.log):
        yield Line(f"log:{number}", _same(line, say), kind="fact")


def _plain(key: str, value: str, say: Speech, name: str) -> Line:
    return Line(key, _same(value or "–", say), say.label(name))


def _same(value: str, _say: Speech) -> Label:
    """Return what reads the same in every language: a number, an address, a line of the log."""
    return Label(Said(value, "en"))


def _beside(label: Label, more: str) -> Label:
    return Label(
        *(
            Said(f"{each.text} · {more}", each.lang) if each.text and more else each
            for each in (label.main, label.below)
        )
    )


def _since(label: Label, at: datetime | None, inputs: Inputs, say: Speech) -> Label:
    if at is None:
        return label
    told = since(at, inputs, say)
    pairs = ((label.main, told.main), (label.below, told.below))
    return Label(
        *(Said(f"{what.text} · {when.text}", what.lang) if what.text else what for what, when in pairs)
    )


Buttons = Callable[[Inputs, Speech], tuple[Button, ...]]


def _button(what: str, label: str, say: Speech, icon: str, *, strong: bool = False) -> Button:
    return Button(f"staff:{what}", say.label(label), strong, icon)


def _parts(_inputs: Inputs, say: Speech) -> tuple[Button, ...]:
    return (
        _button("devices", words.DEVICES, say, "printer"),
        _button("sound", words.SOUND, say, "speaker"),
        _button("program", words.PROGRAM, say, "list"),
        _button("log", words.LOG, say, "search"),
    )


def _trials(inputs: Inputs, say: Speech) -> tuple[Button, ...]:
    found = [_button("print", words.TEST_PRINT, say, "printer")] if inputs.staff.prints else []
    return (*found, _button("read", words.READ_CARD, say, "card"))


def _loudness(inputs: Inputs, say: Speech) -> tuple[Button, ...]:
    if not inputs.staff.speaks:
        return ()
    return (
        _button("quieter", words.QUIETER, say, "minus"),
        _button("louder", words.LOUDER, say, "plus"),
        _button("speak", words.SPEAK, say, "speaker", strong=True),
    )


def _acts(inputs: Inputs, say: Speech) -> tuple[Button, ...]:
    shut = inputs.trouble.shut
    found = [_button("test", words.TEST_NOW, say, "check")] if inputs.staff.tests else []
    turn = ("reopen", words.REOPEN) if shut else ("shut", words.SHUT)
    return (*found, _button("restart", words.RESTART, say, "next"), _button(*turn, say, "door", strong=shut))


def _none(_inputs: Inputs, _say: Speech) -> tuple[Button, ...]:
    return ()


_PARTS: Mapping[str, tuple[str, Lines, Buttons]] = {
    "": (words.STAFF, _overview, _parts),
    "devices": (words.DEVICES, _devices, _trials),
    "sound": (words.SOUND, _sound, _loudness),
    "program": (words.PROGRAM, _program, _acts),
    "log": (words.LOG, _log, _none),
}
