"""Reading a hall file once: as long as nobody changes it, the next start takes what it said."""

from __future__ import annotations

import hashlib
import json
import logging
from pathlib import Path
from typing import Any

from core.domain.hall import Hall
from core.domain.hall_json import hall_from_json, hall_to_json
from core.service.version import VERSION

log = logging.getLogger(__name__)


def read_hall(file: Path, kept: Path) -> Hall:
    """Return the hall of a hall file, or what it was found to be when it was read last.

    Checking the file and spelling the catalogue in pinyin takes longer than the rest of a start.

    Args:
        kept: Where the hall lies that was read last, with the digest of its file.

    Raises:
        HallFileInvalid: The file has mistakes.
        OSError: It cannot be read.
    """
    from core.app.hallfile import load

    # Another version of the program may read the same file differently.
    digest = hashlib.sha256(VERSION.encode() + b"\n" + file.read_bytes()).hexdigest()
    hall = _kept(kept, digest)
    if hall is None:
        hall = load(file)
        _keep(kept, {"digest": digest, "hall": hall_to_json(hall)})
    return hall


def _kept(kept: Path, digest: str) -> Hall | None:
    try:
        found = json.loads(kept.read_text(encoding="utf-8"))
        return hall_from_json(found["hall"]) if found["digest"] == digest else None
    except (OSError, ValueError, KeyError, TypeError):
        # Nothing there, or not whole: it is only a shortcut.
        return None


def _keep(kept: Path, found: dict[str, Any]) -> None:
    made = kept.with_suffix(".new")
    try:
        kept.parent.mkdir(parents=True, exist_ok=True)
        made.write_text(json.dumps(found, ensure_ascii=False), encoding="utf-8")
        made.replace(kept)
    except OSError as error:
        log.warning("the next start will read the hall file again: %s", error)
