"""Scenes of the kiosk: when something is not as it should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

from hallcall.pictures.scene import NOW, Paint, Scene, at
from hardware.worker import Health, State
from kiosk.failures import FAILURES
from kiosk.state import Inputs, Page, Refusal
from kiosk.trouble_state import Device, Reach, Trouble

_OPENS = "2026-12-01T01:00:00.000000Z"
PARAMS = {
    "opens_at": _OPENS,
    "until": _OPENS,
    "number": "A017",
    "most": 2,
    "date": "2026-12-01",
    "last": "2026-12-05",
    "window": 3,
    "clerk": "0301",
    "state": "checked_in",
}
_SINCE = NOW - timedelta(minutes=12)
_GONE = Health(State.GONE, "printer.paper_out")
_PAPER = Trouble(devices=(Device("slips", "printer", _GONE, _SINCE, NOW),))


def _notice(key: str) -> Paint:
    return at(Page.NOTICE, refusal=Refusal(key, PARAMS), asked=True, ways=frozenset(Page))


def _changed(**heard: Any) -> Paint:
    return lambda inputs: replace(inputs, **heard)


def _refuses_unprinted(inputs: Inputs) -> Inputs:
    rules = replace(inputs.rules, unprinted=False)
    return replace(inputs, rules=rules, prints=False, trouble=_PAPER)


def _scenes() -> Iterator[Scene]:
    for key in FAILURES:
        yield Scene(f"notice-{key.replace('.', '-').replace('_', '-')}", Page.NOTICE, _notice(key))
    for reach in (Reach.NO_LINK, Reach.SILENT, Reach.ENDED, Reach.REFUSED):
        paint = _changed(live=False, trouble=Trouble(reach, _SINCE))
        yield Scene(f"out-of-service-{_word(reach)}", Page.OUT_OF_SERVICE, paint)
    full = _changed(degraded=True, trouble=Trouble(Reach.DEGRADED, _SINCE))
    yield Scene("out-of-service-degraded", Page.OUT_OF_SERVICE, full)
    yield Scene("out-of-service-shut", Page.OUT_OF_SERVICE, _changed(trouble=Trouble(shut=True)))
    yield Scene("out-of-service-paper", Page.OUT_OF_SERVICE, _refuses_unprinted)
    yield Scene("home-paper-out", Page.HOME, _changed(prints=False, trouble=_PAPER))


def _word(reach: Reach) -> str:
    return reach.name.lower().replace("_", "-")


SCENES = tuple(_scenes())
