"""Mistakes while they are being collected, before their lines are known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from typing import Any

from core.app.hallfile.locate import Lines, Path
from core.app.hallfile.messages import MESSAGES
from core.app.hallfile.mistake import Mistake

_NAMED_BY = {
    "windows": "numbers",
    "slots": "queue",
    "holidays": "first",
    "workdays": "date",
    "kiosks": "name",
    "screens": "name",
}
"""By which key the entries of a section are called, where that is not their id."""

FEW = 8
"""So many names are listed when none of them is near."""


@dataclass(frozen=True, slots=True)
class LineOf:
    """A parameter that becomes the line of a path."""

    path: Path


@dataclass
class Findings:
    """What is wrong so far."""

    root: Mapping[str, Any]
    _found: list[tuple[Path, str, dict[str, Any]]] = field(default_factory=list)

    def add(self, path: Path, key: str, **params: Any) -> None:
        """Note a mistake at ``path``, once; ``params`` fill the sentence of ``key``.

        A wrong key that the entries of a ``list`` share is met once for each of them.
        """
        if (path, key, params) not in self._found:
            self._found.append((path, key, params))

    def mistakes(self, text: str) -> list[Mistake]:
        """Return all of them with their lines in ``text``, in order."""
        if not self._found:
            return []
        lines = Lines(text)
        made = [self._mistake(lines, *each) for each in self._found]
        return sorted(made, key=lambda mistake: mistake.line)

    def _mistake(self, lines: Lines, path: Path, key: str, params: dict[str, Any]) -> Mistake:
        said = {
            name: lines.of(value.path) if isinstance(value, LineOf) else value
            for name, value in params.items()
        }
        words = {"hint": "", "where": where(self.root, path), **said}
        return Mistake(lines.of(path), MESSAGES[key].format(**words), dotted(path), key, said)


def nearest(found: str, known: Iterable[str]) -> dict[str, str]:
    """Return the parameters ``nearest`` and ``hint`` for a name that is not among ``known``."""
    # A set's order would be another one at each run; any other is the file's, or the rules'.
    names = sorted(known) if isinstance(known, Set) else list(known)
    near = get_close_matches(found, names, n=1, cutoff=0.6)
    if near:
        return {"nearest": near[0], "hint": f'; did you mean "{near[0]}"?'}
    if names and len(names) <= FEW:
        return {"nearest": "", "hint": f"; known: {', '.join(names)}"}
    return {"nearest": "", "hint": ""}


def dotted(path: Path) -> str:
    """Return a path as one text, e.g. ``queues[2].zone``."""
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return "".join(parts).removeprefix(".")


def where(root: Mapping[str, Any], path: Path) -> str:
    """Return what a technician calls the place, e.g. ``queues "tax"`` or ``[hall]``."""
    if not path:
        return "the file"
    if len(path) == 1 or isinstance(path[1], str):
        return f"[{path[0]}]"
    value: Any = root
    label = f"{path[0]}[{path[1]}]"
    for place, part in enumerate(path):
        try:
            value = value[part]
        except (KeyError, IndexError, TypeError):
            break
        # What lies inside an entry (its materials, its steps) is called by the entry's name.
        if isinstance(part, int) and path[place - 1] in (path[0], "list"):
            label = _label(path[0], value) or label
    return label


def _label(section: str | int, value: Any) -> str:
    if not isinstance(value, dict):
        return ""
    name = value.get(_NAMED_BY.get(str(section), "id"))
    return f'{section} "{name}"' if isinstance(name, (str, date)) else ""
