"""The hall file at the core's start: what was changed in it becomes the hall, if nobody is in the way."""

from __future__ import annotations

import hashlib
import logging
from contextlib import suppress
from dataclasses import replace

from core.app.describe_hall import Described, describe_hall
from core.app.hall_in_use import HallInUse
from core.app.import_hall import sentence
from core.domain.hall import Hall
from core.service.core import Core
from hallcall.data_dir import DataDir

log = logging.getLogger(__name__)


async def take_hall(core: Core, data: DataDir, hall: Hall, source: str | None) -> bool:
    """Make ``hall`` the hall and return whether it is another than before.

    A file that became the hall at an earlier start is not taken again: what was changed in the running hall
    since, by an import or window by window, stays. A changed one that has no place for somebody who is in the
    hall is left aside, and the log says what to do.

    Args:
        source: The hall file that ``hall`` was read from; ``None``: it is from no file and taken as it is.
    """
    digest = None if source is None else hashlib.sha256(source.encode()).hexdigest()
    known = digest is not None and _taken(data) == digest
    if known:
        # Whether tickets are issued at any hour is asked for at each start (--always-open).
        hall, source = replace(core.hall, keeps_hours=hall.keeps_hours), None
    try:
        done: Described = await core.run(lambda uow: describe_hall(uow, hall=hall, source=source))
    except HallInUse as refusal:
        log.error("%s", refused(refusal))
        return False
    if digest is not None and not known:
        data.hall_taken.write_text(digest, encoding="ascii")
    return done.changed


def refused(refusal: HallInUse) -> str:
    """Return the line that says why the file was left aside and what to do."""
    findings = refusal.params["findings"]
    assert isinstance(findings, list)
    reasons = "; ".join(sentence(each["key"], each["params"]) for each in findings)
    return (
        f"the changed hall file is left aside and the hall is as it was: {reasons}. Serve these people first"
        " and start again, or say where they go: hallcall hall import FILE --move OLD=NEW"
    )


def _taken(data: DataDir) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return data.hall_taken.read_text(encoding="ascii")
    return ""
