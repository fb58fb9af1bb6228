"""Hall files on their way into a live hall and out of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from core.app.describe_hall import Described, describe_hall
from core.app.hallfile import HallFileInvalid, load
from core.app.ports import UnitOfWork
from core.domain.errors import HallError
from core.domain.hall import Hall

SENTENCES = {
    "hall.other_hall": 'the file describes the hall "{found}", this is "{hall}"',
    "hall.move_from": '"{queue}" is not a queue that the file leaves out: nobody has to go from there',
    "hall.move_to": '"{queue}" is not a queue of the file: nobody can go there',
    "hall.queue_in_use": 'the queue "{queue}" is left out, but people are in it: {tickets}',
    "hall.queue_at_window": 'the queue "{queue}" is left out, but its visitors are at windows: {tickets}',
    "hall.queue_booked": 'the queue "{queue}" is left out, but {bookings} have booked it',
    "hall.window_in_use": "window {window} is left out, but visitors are there or come back to it: {tickets}",
    "hall.prefix_in_use": 'numbers of "{queue}" began with {was} today, the next ones begin with {prefix}',
}
"""What each finding says to the technician, in English, with the file's own ids."""


class HallFileRefused(HallError):
    """The hall file has mistakes; ``mistakes`` say all of them, each with its line."""

    key = "hall.file_invalid"

    def __init__(self, invalid: HallFileInvalid) -> None:
        super().__init__(
            mistakes=[
                {"line": each.line, "path": each.path, "key": each.key, "message": each.message}
                for each in invalid.mistakes
            ]
        )


def read_file(text: str) -> Hall:
    """Return the hall of a hall file.

    Raises:
        HallFileRefused: The file has mistakes.
    """
    try:
        return load(text)
    except HallFileInvalid as invalid:
        raise HallFileRefused(invalid) from invalid


def import_hall(
    uow: UnitOfWork, *, hall: Hall, source: str, moves: Mapping[str, str], by: str
) -> dict[str, Any]:
    """Make a hall file the hall's description and return what came of it, JSON-ready.

    Raises:
        HallInUse: People are in the hall for whom the file has no place.
    """
    done: Described = describe_hall(uow, hall=hall, source=source, moves=moves, by=by)
    warnings = [{"key": each.key, "params": dict(each.params)} for each in done.warnings]
    return {"changed": done.changed, "moved": list(done.moved), "warnings": warnings}


def sentence(key: str, params: Mapping[str, Any]) -> str:
    """Return a finding as one English sentence for a technician."""
    shown = {
        name: ", ".join(map(str, each)) if isinstance(each, list) else each for name, each in params.items()
    }
    return SENTENCES.get(key, key).format(**shown)
