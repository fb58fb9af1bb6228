"""A hall as plain JSON values and back: what the database keeps and ``GET /api/hall`` answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from core.domain.codec import from_json, to_json
from core.domain.hall import Hall


def hall_to_json(hall: Hall) -> dict[str, Any]:
    """Return the hall as JSON-ready values; :func:`hall_from_json` reads it back equal."""
    json: dict[str, Any] = to_json(hall)
    for shown, window in zip(json["windows"], hall.windows, strict=True):
        shown["queues"] = list(window.queues)
    return json


def hall_from_json(json: Mapping[str, Any]) -> Hall:
    """Return the hall that :func:`hall_to_json` wrote, also that of a program before tiers had a wait."""
    windows = [{**window, "tiers": [_tier(tier) for tier in window["tiers"]]} for window in json["windows"]]
    return from_json(Hall, {**json, "windows": windows})


def without_pins(hall: Hall) -> Hall:
    """Return the hall as everybody may know it: without the hashes of the kiosks' staff PINs.

    A PIN has few digits: who has its hash tries them all.
    """
    kiosks = tuple(replace(each, rules=replace(each.rules, staff_pin="")) for each in hall.kiosks)
    return replace(hall, kiosk_rules=replace(hall.kiosk_rules, staff_pin=""), kiosks=kiosks)


def _tier(json: Any) -> Any:
    return {"queues": json} if isinstance(json, list) else json
