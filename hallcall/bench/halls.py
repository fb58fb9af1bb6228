"""The halls that benches run on: a real one, and one with exactly so many queues and classes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.app.hallfile import load
from core.domain.hall import Hall
from hallcall.demo.hurried import write_hurried
from hallcall.halls import resolve

PREFIXES = "ABCDEFGHJKLMNPQRSTUV"
CLASSES = ("ordinary", "elderly", "disabled", "soldier")
WINDOWS = 20

_HEAD = """schema = 1
[hall]
id = "bench"
name = { zh = "测试大厅" }
languages = ["zh"]
time_zone = "Asia/Shanghai"
phone = ""
[[zones]]
id = "all"
name = { zh = "大厅" }
[[departments]]
id = "one"
name = { zh = "单位" }
level = "city"
[[hours]]
days = [1, 2, 3, 4, 5, 6, 7]
opens = "00:00"
closes = "23:59"
[[reasons]]
act = "pause"
id = "rest"
name = { zh = "休息" }
[voice]
languages = ["zh"]
call = { zh = "请{number}号到{window}号窗口办理" }
"""


def queue_ids() -> list[str]:
    """Return the queues of the even hall."""
    return [f"queue_{prefix.lower()}" for prefix in PREFIXES]


def even_hall(folder: Path) -> Path:
    """Write the hall file with 20 queues, 4 classes and 20 windows that all serve everything."""
    queues = [
        f'[[queues]]\nid = "{queue}"\nname = {{ zh = "{prefix}" }}\nprefix = "{prefix}"\nzone = "all"\n'
        for queue, prefix in zip(queue_ids(), PREFIXES, strict=True)
    ]
    classes = [
        f'[[classes]]\nid = "{each}"\nname = {{ zh = "{each}" }}\nweight = {1 + at / 2}\n'
        for at, each in enumerate(CLASSES)
    ]
    profile = f'[[profiles]]\nid = "all"\ntiers = "{", ".join(queue_ids())}"\n'
    windows = f'[[windows]]\nnumbers = "1-{WINDOWS}"\nzone = "all"\nprofile = "all"\n'
    file = folder / "even.toml"
    file.write_text(_HEAD + "\n".join([*queues, profile, windows, *classes]), encoding="utf-8")
    return file


def even_bodies(count: int, first: int = 0) -> list[dict[str, Any]]:
    """Return what ``count`` visitors ask for, spread evenly over the queues and classes of the even hall."""
    queues = queue_ids()
    return [
        {"queue": queues[at % len(queues)], "class": CLASSES[at // len(queues) % len(CLASSES)]}
        for at in range(first, first + count)
    ]


def real_hall(folder: Path, name: str = "pingliang") -> tuple[Hall, Path]:
    """Write a shipped hall's file without the seconds its rules put between calls; return hall and file."""
    return write_hurried(load(resolve(name)), folder)


def visitors(hall: Hall, count: int) -> list[dict[str, Any]]:
    """Return what ``count`` visitors ask for, spread over the queues that need no card and have no quota."""
    queues = free_queues(hall)
    return [{"queue": queues[at % len(queues)]} for at in range(count)]


def free_queues(hall: Hall) -> list[str]:
    """Return the queues that give a ticket to anybody at any time."""
    found = [queue.id for queue in hall.queues if _is_free(hall, queue.id)]
    if not found:
        raise ValueError(f"every queue of {hall.id} has a quota or needs a card")
    return found


def _is_free(hall: Hall, queue: str) -> bool:
    rules = hall.rules_of(queue)
    return not (rules.needs_card or rules.quota_morning or rules.quota_afternoon)


def counters(hall: Hall, count: int) -> list[tuple[str, int]]:
    """Return up to ``count`` queues, each with a window of its own that calls it before all others."""
    found: dict[int, str] = {}
    for queue in free_queues(hall):
        for window in hall.windows:
            if window.number not in found and queue in window.tiers[0].queues:
                found[window.number] = queue
                break
    return [(queue, number) for number, queue in found.items()][:count]
