"""Finding a queue or a window by what a clerk types; pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.domain.hall import Hall, Item, Queue


def queue_rank(hall: Hall, queue: Queue, query: str, spelt: Mapping[str, Iterable[str]]) -> int | None:
    """Return how well ``query`` means a queue: 0 is best, ``None`` not at all.

    By its prefix or how its name begins, by a part of its name, by what is done there.

    Args:
        spelt: Queue id to the pinyin and the first letters of its name.
    """
    wanted = _plain(query)
    names = [_plain(name) for name in queue.name.values()]
    begins = (queue.prefix.lower() == wanted, *(each.startswith(wanted) for each in names))
    if any(begins) or any(each.startswith(wanted) for each in spelt.get(queue.id, ())):
        return 0
    if any(wanted in name for name in names):
        return 1
    items = (item for item in hall.items if item.queue == queue.id and len(wanted) > 1)
    return 2 if any(_is_meant(item, wanted) for item in items) else None


def _is_meant(item: Item, wanted: str) -> bool:
    if item.initials.startswith(wanted) or item.pinyin.startswith(wanted):
        return True
    return any(wanted in _plain(name) for name in item.name.values())


def window_matches(number: int, query: str) -> bool:
    """Return whether ``query`` means a window."""
    wanted = query.strip()
    return not wanted or str(number).startswith(wanted)


def number_matches(number: str, query: str) -> bool:
    """Return whether ``query`` means a ticket's number: ``17`` and ``a17`` mean ``A017``."""
    wanted = _plain(query)
    plain = number.lower()
    digits = plain.lstrip("abcdefghijklmnopqrstuvwxyz").lstrip("0")
    letters = plain.rstrip("0123456789")
    return wanted in plain or f"{letters}{digits}".startswith(wanted) or digits.startswith(wanted)


def _plain(text: str) -> str:
    return "".join(text.lower().split())
