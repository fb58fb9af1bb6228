"""The real halls, read once, and a hall made of names."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from core.app.hallfile.pinyin import spell_all
from core.domain.hall import Hall, Item
from core.domain.text import Text
from kiosk.search.index import Index
from tests.support.halls import lhasa_like, shipped

REAL = ("dazi", "lhasa", "longnan", "pingliang", "yuzhong")


@cache
def real(name: str) -> tuple[Hall, Index]:
    hall = shipped(name)
    return hall, Index(hall)


def of_names(*names: str | Text, frequent: tuple[str, ...] = (), catalogued: bool = True) -> Index:
    """Return the index of a hall whose items are called so; the ids are their names in the first language."""
    plain = lhasa_like()
    texts: list[Text] = [{"zh": each} if isinstance(each, str) else each for each in names]
    spelt = spell_all([text["zh"] for text in texts if "zh" in text])
    queue = replace(plain.queues[0], name={})
    items = []
    for text in texts:
        title = next(iter(text.values()))
        pinyin, initials = spelt.get(text.get("zh", ""), ("", "")) if catalogued else ("", "")
        department = plain.departments[0].id
        items.append(Item(title, text, queue.id, department, pinyin, initials, frequent=title in frequent))
    zones = tuple(replace(each, name={}) for each in plain.zones)
    departments = tuple(replace(each, name={}) for each in plain.departments)
    return Index(
        replace(plain, items=tuple(items), matters=(), queues=(queue,), zones=zones, departments=departments)
    )


def ids(index: Index, query: str) -> list[str]:
    """Return the ids of what is found, best first."""
    return [hit.id for hit in index.search(query).hits]
