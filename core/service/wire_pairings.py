"""Bodies of requests and answers about machines that ask to join."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import AfterValidator, Field

from core.domain.clock import to_text
from core.domain.people import Role
from core.service.answers import Answer, Instant
from core.service.bodies import shown
from core.service.pairings import Pairing, PairingState
from core.service.wire import PRINTABLE, Body, Id


def _digits(code: str) -> str:
    # As people type what a screen shows in two groups.
    return "".join(code.split()).replace("-", "")


Code = Annotated[
    str,
    Field(min_length=1, max_length=16, pattern=PRINTABLE, description="As the screen shows it."),
    AfterValidator(_digits),
]
Kind = Literal["screen", "kiosk"]


class AskToJoinBody(Body):
    """What asks to join."""

    model_config = shown({"kind": "screen", "machine": "tv-west"}, {})

    kind: Annotated[Kind, Field(description="What it wants to be.")] = "screen"
    machine: Annotated[
        str,
        Field(
            max_length=64,
            pattern=r"^[^\x00-\x1f\x7f]*$",
            description="What it calls itself: its host's name.",
        ),
    ] = ""

    @property
    def role(self) -> Role:
        """What its token would allow."""
        return Role(self.kind)


class ApproveBody(Body):
    """What a machine is from now on."""

    model_config = shown({"name": "hall-east"}, {"name": "tv-west", "shows": "zone:social"})

    name: Annotated[
        Id, Field(description="By which events, lists and the hall file's `[[screens]]` know it.")
    ]
    shows: Annotated[
        str,
        Field(
            max_length=200,
            pattern=r"^[^\x00-\x1f\x7f]*$",
            description="What a screen shows: `hall`, `zone:ID`, `window:3`, `pad:3`, `collect` or names of"
            " `[[screens]]`, with commas between; empty: what the hall file says of its name.",
        ),
    ] = ""


class AskedToJoinAnswer(Answer):
    """What to show, and by what the machine is known when it asks how it stands."""

    code: str = Field(description="To be shown, large.", examples=["482173"])
    claim: str = Field(
        description="Said this once. The bearer's token of `GET /api/pairings/{code}`.",
        examples=["mHnSb2Z4pQ1xYtVwK8cE3gAbCdEfGhIj"],
    )
    forgotten_s: int = Field(
        description="A machine that does not ask how it stands for so long is forgotten.", examples=[120]
    )


class PairingAnswer(Answer):
    """How it stands with a code."""

    state: PairingState
    name: str = Field(description="Empty until it is approved.", examples=["hall-east"])
    shows: str = Field(description="Empty: what the hall file says of its name.", examples=[""])
    token: str | None = Field(
        description="Once approved, to who brings the claim; to everybody else `null`.", examples=[None]
    )


class WaitingPairingAnswer(Answer):
    """A machine that asks and has no answer yet."""

    code: str = Field(examples=["482173"])
    kind: Kind
    machine: str = Field(description="What it calls itself.", examples=["tv-west"])
    address: str = Field(description="Where it asked from.", examples=["10.0.3.17"])
    asked_at: Instant


class PairingsAnswer(Answer):
    """Who asks, the one that asked first first."""

    pairings: list[WaitingPairingAnswer]


def pairing_json(asked: Pairing, *, mine: bool) -> dict[str, Any]:
    """Return how it stands with a code.

    Args:
        mine: Whether who asks is the machine itself.
    """
    return {
        "state": asked.state.value,
        "name": asked.name,
        "shows": asked.shows,
        "token": asked.token if mine and asked.token else None,
    }


def pairings_json(asked: list[Pairing]) -> dict[str, Any]:
    """Return who asks, for those who may say yes."""
    return {
        "pairings": [
            {
                "code": each.code,
                "kind": each.role.value,
                "machine": each.machine,
                "address": each.address,
                "asked_at": to_text(each.asked_at),
            }
            for each in asked
        ]
    }
