"""The hall file: taken into the running hall, and given back."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter
from fastapi.responses import PlainTextResponse
from pydantic import ConfigDict, Field

from core.app.hallfile import export
from core.app.import_hall import import_hall, read_file
from core.service.answers import Answer
from core.service.core import Core
from core.service.routes.deps import CoreDep, GrantDep, OnceDep
from core.service.version import VERSION
from core.service.wire import Body, Id

router = APIRouter(prefix="/api/hall", tags=["hall"])


class ImportBody(Body):
    """A hall file, and where people go whose queue it leaves out."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"file": 'schema = 1\n[hall]\nid = "lhasa"\n', "moves": {"a": "b"}}]}
    )

    file: Annotated[str, Field(min_length=1, description="The text of the hall file (TOML).")]
    moves: Annotated[
        dict[Id, Id],
        Field(description="Queue that the file leaves out to the one where its people go, arrival kept."),
    ] = {}  # noqa: RUF012


class FindingAnswer(Answer):
    """One thing about the new description."""

    key: str = Field(examples=["hall.prefix_in_use"])
    params: dict[str, Any] = Field(examples=[{"queue": "tax", "prefix": "T", "was": "D"}])


class ImportAnswer(Answer):
    """What came of it."""

    changed: bool = Field(description="Whether the hall is another than before.")
    moved: list[str] = Field(description="Numbers of the tickets that went to another queue.")
    warnings: list[FindingAnswer] = Field(description="What works and may still surprise.")


@router.put("", response_model=ImportAnswer)
async def put_hall(body: ImportBody, core: CoreDep, grant: GrantDep, do_once: OnceDep) -> dict[str, Any]:
    """Take a hall file into the running hall; nobody who is in it is lost.

    A file with mistakes is refused with all of them (422, `hall.file_invalid`), and so is one that has no
    place for somebody (409, `hall.in_use`): either way nothing has changed.
    """
    hall = await asyncio.to_thread(read_file, body.file)
    work = partial(import_hall, hall=hall, source=body.file, moves=body.moves, by=grant.by)
    answer = await do_once(work)
    if answer["changed"]:
        core.begin_anew()
    return answer


class HallFile(PlainTextResponse):
    """A hall file.

    Source: https://www.iana.org/assignments/media-types/application/toml
    """

    media_type = "application/toml"


@router.get("/file", response_class=HallFile)
async def get_hall_file(core: CoreDep) -> HallFile:
    """Give the hall as a hall file: the one taken last if it says the same, else one written anew."""
    return HallFile(await asyncio.to_thread(_file, core))


def _file(core: Core) -> str:
    hall = core.hall
    at = core.clock().astimezone(hall.zone_info)
    note = f"Exported on {at:%Y-%m-%d %H:%M} by hallcall {VERSION} from the core of this hall."
    return export(hall, core.reader.source(), note)
