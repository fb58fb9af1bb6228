"""The hall file at the core's start: what was changed in it becomes the hall, if nothing is in the way."""

from __future__ import annotations

import asyncio
import hashlib
import logging
from contextlib import suppress
from dataclasses import replace

from core.app.describe_hall import Described, describe_hall
from core.app.hall_in_use import HallInUse
from core.app.hallfile.read import examine
from core.app.import_hall import sentence
from core.domain.hall import Hall
from core.service.core import Core
from hallcall.data_dir import DataDir

log = logging.getLogger(__name__)

LEFT_ASIDE = "the changed hall file is left aside and the hall is as it was: "
IMPORTED = (
    f"{LEFT_ASIDE}another file was imported into it since. See what that says: hallcall hall export FILE;"
    " then take the right one: hallcall hall import FILE"
)


async def take_hall(core: Core, data: DataDir, hall: Hall, source: str | None) -> bool:
    """Make ``hall`` the hall and return whether it is another than before.

    A file that became the hall at an earlier start is not taken again: what was changed in the running hall
    since, by an import or window by window, stays. A changed one is left aside if another file was imported
    since, or if it has no place for somebody who is in the hall; the log says what to do.

    Args:
        source: The hall file that ``hall`` was read from; ``None``: it is from no file and taken as it is.
    """
    digest = None if source is None else _digest(source)
    taken, now = _taken(data), await asyncio.to_thread(core.reader.source)
    known = digest is not None and taken == digest
    imported = digest is not None and now is not None and _digest(now) not in (taken, digest)
    if imported and not known:
        log.error(IMPORTED)
    if imported or known:
        # Whether tickets are issued at any hour is asked for at each start (--always-open).
        hall, source, digest = replace(core.hall, keeps_hours=hall.keeps_hours), None, None
    before = core.hall
    try:
        done: Described = await core.run(lambda uow: describe_hall(uow, hall=hall, source=source))
    except HallInUse as refusal:
        log.error("%s", refused(refusal))
        return False
    if digest is not None:
        await asyncio.to_thread(_warn_of_profiles, before, hall, now)
        data.hall_taken.write_text(digest, encoding="ascii")
    return done.changed


def refused(refusal: HallInUse) -> str:
    """Return the line that says why the file was left aside and what to do."""
    findings = refusal.params["findings"]
    assert isinstance(findings, list)
    reasons = "; ".join(sentence(each["key"], each["params"]) for each in findings)
    return (
        f"{LEFT_ASIDE}{reasons}. Serve these people first"
        " and start again, or say where they go: hallcall hall import FILE --move OLD=NEW"
    )


def _warn_of_profiles(before: Hall, after: Hall, source: str | None) -> None:
    """Say whose profiles were changed in the running hall and are the file's again."""
    if before == after or source is None:
        return
    was = examine(source).hall
    written = {window.number: window.tiers for window in was.windows} if was else {}
    new = {window.number: window.tiers for window in after.windows}
    back = [
        str(window.number)
        for window in before.windows
        if window.number in new and window.tiers not in (written.get(window.number), new[window.number])
    ]
    if back:
        log.warning(
            "windows %s have the profiles of the file again: they had been changed in the running hall"
            " since the file was taken",
            ", ".join(back),
        )


def _digest(source: str) -> str:
    return hashlib.sha256(source.encode()).hexdigest()


def _taken(data: DataDir) -> str:
    with suppress(OSError, UnicodeDecodeError):
        return data.hall_taken.read_text(encoding="ascii")
    return ""
