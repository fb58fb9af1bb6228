"""What a machine was told when it joined, kept for its next start."""

from __future__ import annotations

import json
import logging
import os
from contextlib import suppress
from dataclasses import asdict, dataclass, fields
from pathlib import Path

log = logging.getLogger(__name__)

FILE = "joined.json"


@dataclass(frozen=True, slots=True)
class Joined:
    """With what a machine joins.

    Attributes:
        token: Its token; nobody else's business.
        name: What it is called in the hall.
        shows: What it is to show (:func:`core.domain.shows.read_shows`); empty: what the hall says
            of its name.
    """

    token: str
    name: str
    shows: str = ""


class Kept:
    """The file of one program; two on a machine need a folder each.

    Attributes:
        path: Where it is.
    """

    def __init__(self, folder: Path) -> None:
        self.path = folder / FILE

    def read(self) -> Joined | None:
        """Return what was kept; ``None`` where nothing was or it cannot be read: the machine asks anew."""
        try:
            found = json.loads(self.path.read_text(encoding="utf-8"))
            said = [found[each.name] for each in fields(Joined)]
        except FileNotFoundError:
            return None
        except (OSError, ValueError, KeyError, TypeError) as error:
            log.warning("%s cannot be read: %s", self.path, error)
            return None
        return Joined(*said) if all(isinstance(each, str) for each in said) and said[0] else None

    def write(self, joined: Joined) -> None:
        """Keep it; where that fails the machine works all the same, and asks anew when it starts again."""
        beside = self.path.with_suffix(".new")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileNotFoundError):
                beside.unlink()
            # For this user's eyes from its first byte on; whole or not at all, whenever the power goes.
            handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with open(handle, "w", encoding="utf-8") as file:
                json.dump(asdict(joined), file)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(self.path)
        except OSError as error:
            log.warning("%s cannot be written: %s", self.path, error)
