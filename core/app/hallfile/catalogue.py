"""The catalogue: items with their papers and limits, and matters of several steps."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.app.hallfile.findings import nearest
from core.app.hallfile.pinyin import spelled
from core.app.hallfile.placed import Languages
from core.app.hallfile.table import Table
from core.domain.hall import Item, Material, Matter, Stage
from core.domain.limits import Limit, LimitUnit

_LIMIT = "{ working_days = 5 } or { minutes = 30 }"
_PAPERS = 'a list of materials, e.g. ["id_card"]'


def read_material(table: Table, languages: Languages) -> Material:
    """Return the paper of one entry."""
    return Material(
        id=table.identifier(),
        name=table.words("name", languages),
        form=table.words("form", languages, required=False),
        copies=table.count("copies", 1, least=1),
        issuer=table.words("issuer", languages, required=False),
        how=table.words("how", languages, required=False),
    )


def read_item(table: Table, languages: Languages, papers: Mapping[str, Material]) -> Item:
    """Return the item of one entry, its pinyin only if the file gives it.

    Args:
        papers: The materials that the file describes once for all items.
    """
    pinyin, initials = _pinyin(table)
    return Item(
        id=table.identifier(),
        name=table.words("name", languages),
        queue=table.text("queue", "the id of a queue"),
        department=table.text("department", "the id of a department"),
        pinyin=pinyin,
        initials=initials,
        frequent=table.flag("frequent", default=False),
        materials=_materials(table, languages, papers),
        promised=_limit(table, "promised"),
        legal=_limit(table, "legal"),
        fee=table.words("fee", languages, required=False),
        also=table.texts("also", "a list of queue ids", required=False),
    )


def _pinyin(table: Table) -> tuple[str, str]:
    if not table.has("pinyin"):
        return "", ""
    given = table.text("pinyin", 'syllables apart, e.g. "yin hang"')
    pinyin, initials = spelled(given) or ("", "")
    if given.strip() and not pinyin:
        table.mistake("pinyin", "hall.bad_pinyin", found=given)
    return pinyin, initials


def _materials(table: Table, languages: Languages, papers: Mapping[str, Material]) -> tuple[Material, ...]:
    materials: dict[str, Material] = {}
    for index, value in table.mixed("materials", (str, dict), _PAPERS):
        material = _material(table, index, value, languages, papers)
        if material.id in materials:
            table.mistake_inside("materials", (index,), "hall.named_twice", found=material.id)
        materials.setdefault(material.id, material)
    return tuple(materials.values())


def _material(
    table: Table, index: int, value: Any, languages: Languages, papers: Mapping[str, Material]
) -> Material:
    if not isinstance(value, str):
        own = Table(value, (*table.at("materials"), index), table.findings)
        material = read_material(own, languages)
        own.finish()
        return material
    if value not in papers:
        hint = nearest(value, papers)
        table.mistake_inside("materials", (index,), "hall.unknown_name", kind="material", found=value, **hint)
    return papers.get(value) or Material(value, {})


def _limit(table: Table, key: str) -> Limit | None:
    inner = table.inner(key, _LIMIT)
    if inner is None:
        return None
    units = [unit for unit in LimitUnit if inner.has(unit.value)]
    amounts = {unit: inner.number(unit.value, 0.0) for unit in LimitUnit}
    inner.finish()
    if len(units) != 1:
        table.mistake(key, "hall.one_limit", expected=_LIMIT)
        return None
    return Limit(amounts[units[0]], units[0])


def read_matter(table: Table, languages: Languages) -> Matter:
    """Return the matter of one entry."""
    return Matter(
        id=table.identifier(),
        name=table.words("name", languages),
        stages=tuple(_stage(step) for step in table.entries("steps")),
        lead=table.text("lead", "the id of a department", default=""),
        frequent=table.flag("frequent", default=False),
    )


def _stage(table: Table) -> Stage:
    stage = Stage(table.texts("queues", "a list of queue ids"), table.flag("back", default=False))
    table.finish()
    return stage
