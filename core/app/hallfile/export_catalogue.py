"""The catalogue as a hall file writes it: papers, items, matters."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import Any

from core.app.hallfile.pinyin import spell_all
from core.app.hallfile.toml_text import entries, inline
from core.domain.hall import Hall, Item, Material, Matter
from core.domain.limits import Limit

Values = dict[str, Any]


def lines(hall: Hall) -> Iterator[str]:
    """Return the lines of ``[[materials]]``, ``[[items]]`` and ``[[matters]]``."""
    papers = _papers(hall)
    if papers:
        yield from entries("materials", map(_material, papers.values()))
    by_itself = spell_all(item.name["zh"] for item in hall.items if "zh" in item.name)
    for (queue, department), group in groupby(hall.items, lambda each: (each.queue, each.department)):
        rows = [_item(item, papers, by_itself) for item in group]
        yield from entries("items", rows, {"queue": queue, "department": department})
    for matter in hall.matters:
        yield from _matter(matter)


def _papers(hall: Hall) -> Mapping[str, Material]:
    """Return the papers that are described once: every one whose id means the same wherever it is named."""
    papers: dict[str, Material] = {}
    differing = set()
    for material in (each for item in hall.items for each in item.materials):
        if papers.setdefault(material.id, material) != material:
            differing.add(material.id)
    return {name: material for name, material in papers.items() if name not in differing}


def _material(material: Material) -> Values:
    copies = {} if material.copies == 1 else {"copies": material.copies}
    said = _said(form=material.form, issuer=material.issuer, how=material.how)
    return {"id": material.id, "name": material.name, **copies, **said}


def _item(item: Item, papers: Mapping[str, Material], by_itself: Mapping[str, tuple[str, str]]) -> Values:
    values: Values = {"id": item.id, "name": item.name}
    if by_itself.get(item.name.get("zh", ""), ("", "")) != (item.pinyin, item.initials):
        values["pinyin"] = syllables(item.pinyin, item.initials)
    if item.frequent:
        values["frequent"] = True
    materials = [each.id if each.id in papers else _material(each) for each in item.materials]
    limits = {"promised": _limit(item.promised), "legal": _limit(item.legal)}
    return values | _said(materials=materials, **limits, fee=item.fee, also=item.also)


def _limit(limit: Limit | None) -> Values:
    return {limit.unit.value: limit.amount} if limit else {}


def _matter(matter: Matter) -> list[str]:
    head = {"id": matter.id, "name": matter.name, **_said(lead=matter.lead, frequent=matter.frequent)}
    steps = (
        {"queues": stage.queues, "back": True} if stage.back else {"queues": stage.queues}
        for stage in matter.stages
    )
    keys = [f"{key} = {inline(value)}" for key, value in head.items()]
    return ["[[matters]]", *keys, "steps = [", *(f"  {inline(step)}," for step in steps), "]", ""]


def syllables(pinyin: str, initials: str) -> str:
    """Return joined pinyin as syllables apart, so that they have these initials.

    >>> syllables("zangyi", "zy")
    'zang yi'
    """

    @cache
    def split(at: int, left: int) -> tuple[str, ...] | None:
        if at == len(pinyin):
            return () if left == len(initials) else None
        for end in range(len(pinyin), at, -1):
            part = pinyin[at:end]
            initial = part if any(map(str.isdigit, part)) else part[0]
            if initials.startswith(initial, left):
                rest = split(end, left + len(initial))
                if rest is not None:
                    return (part, *rest)
        return None

    return " ".join(split(0, 0) or (pinyin,))


def _said(**values: Any) -> Values:
    return {name: value for name, value in values.items() if value}
