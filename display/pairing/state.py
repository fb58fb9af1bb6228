"""What the page of a machine that asks to join shows: pure, from what it has heard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from display.lines import Lines, spoken
from display.pairing import words
from display.words import EVERY_LANGUAGE, Speak


class Stand(StrEnum):
    """How it stands with a machine that asks."""

    ASKING = "asking"
    """It has no code yet."""
    SHOWN = "shown"
    """Its code waits for an answer."""
    REFUSED = "refused"
    FULL = "full"
    """Too many ask already."""


@dataclass(frozen=True, slots=True)
class PairingInputs:
    """What was heard.

    Attributes:
        code: Six digits, ``""`` for none.
        reached: Whether the core answers.
        machine: What this machine calls itself.
        address: The core's address.
    """

    speak: Speak
    stand: Stand = Stand.ASKING
    code: str = ""
    reached: bool = True
    machine: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class PairingProps:
    """What is shown.

    Attributes:
        code: In two groups.
        titles: What this is.
        advice: What to do.
        trouble: What is wrong; nothing while all is well.
        foot: This machine and the core, for who looks for it.
    """

    code: str = ""
    titles: Lines = ()
    advice: Lines = ()
    trouble: Lines = ()
    foot: str = ""


def derive_pairing(inputs: PairingInputs) -> PairingProps:
    """Return what is shown."""
    say = spoken(inputs.speak, EVERY_LANGUAGE, words.CONTEXT)
    shown = inputs.stand is Stand.SHOWN
    return PairingProps(
        code=grouped(inputs.code) if shown else "",
        titles=_titles(inputs, say),
        advice=say(words.SAY_THE_CODE) if shown else say(words.AGAIN_BY_ITSELF),
        trouble=() if inputs.reached else say(words.NOT_REACHED),
        foot="   ·   ".join(each for each in (inputs.machine, inputs.address) if each),
    )


def grouped(code: str) -> str:
    """Return a code as it is read out: ``482 173``."""
    half = (len(code) + 1) // 2
    return f"{code[:half]} {code[half:]}".strip()


def _titles(inputs: PairingInputs, say: Callable[..., Lines]) -> Lines:
    return say(
        {
            Stand.ASKING: words.CONNECTING,
            Stand.SHOWN: words.WANTS_TO_JOIN,
            Stand.REFUSED: words.REFUSED,
            Stand.FULL: words.TOO_MANY,
        }[inputs.stand]
    )
