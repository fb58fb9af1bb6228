"""Whether the keys in a core's folder are those that its hall was made with."""

from __future__ import annotations

import logging

from core.store.database import Database
from core.store.fingerprints import learn_fingerprints, replace_fingerprints
from hallcall.data_dir import DataDir

log = logging.getLogger(__name__)

LOST = {
    "secret": "every token is to be given anew",
    "phones": "phone numbers left until now cannot be read",
}
"""What another key of that name costs."""


class OtherKeys(Exception):
    """The hall has other keys; the text says which, and what to copy from where."""


def hold_keys(data: DataDir, opened: Database, hall: str) -> None:
    """Hold the keys of a folder to the hall, which takes them for its own if it knows none yet.

    With another ``secret.key`` a core takes no token that the others gave, with another ``phones.key`` it
    cannot read what they kept. Where several cores may share the hall, that is refused. A hall in its folder
    has nobody else to ask: it goes on with the new key, and the log says what is lost.

    Raises:
        OtherKeys: The hall has others.
        NoSecret: A key's file says nothing.
    """
    found = data.fingerprints(hall)
    differ = learn_fingerprints(opened.writer, hall, found)
    if not differ:
        return
    if opened.listener is not None:
        raise OtherKeys(_refusal(data, hall, differ))
    for name in differ:
        log.warning("%s is another than before: %s", data.path / f"{name}.key", LOST[name])
    replace_fingerprints(opened.writer, hall, found)


def _refusal(data: DataDir, hall: str, differ: list[str]) -> str:
    files = " and ".join(f"{name}.key" for name in differ)
    return (
        f"the hall {hall!r} was made with another {files} than what is in {data.path}: copy that there from"
        " the --data folder of a core that runs this hall, and start again"
    )
