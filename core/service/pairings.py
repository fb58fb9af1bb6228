"""Screens that ask to join: each shows a code, and somebody who may says what it is to be.

They are kept in memory only: a core that starts again is asked again, and the screen shows a new code.
"""

from __future__ import annotations

import hashlib
import hmac
import math
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from core.domain.errors import PairingEnded, PairingsFull, PairingUnknown
from core.domain.people import Role
from core.service.now import Clock, utc_now
from core.service.tokens import Grant, Tokens

DIGITS = 6
SILENT_S = 120.0
"""A machine asks every few seconds how it stands; one that does not for so long is off: its code is free."""
OF_AN_ADDRESS = 32
"""So many machines may ask from one address: a PC with several screens, or a switch that hides a floor."""
MOST = 300
"""So many may ask at once: anybody on the hall's network can, without a token."""


class PairingState(StrEnum):
    """How a request to join stands; the values are the words on the wire."""

    WAITING = "waiting"
    APPROVED = "approved"
    REFUSED = "refused"


@dataclass(slots=True)
class Pairing:
    """A machine that asked to join.

    Attributes:
        code: What it shows.
        role: What it asked to be: a screen or a kiosk.
        machine: What it calls itself, ``""`` if it does not.
        address: Where it asked from.
        asked_at: When, UTC.
        claim: Hash of what only the machine knows: a code can be read by everybody who stands before it.
        heard: When it last asked, by the clock of :class:`Pairings`.
        name: What it is called from now on, as events and lists name it.
        shows: What it is to show, in the words of the command line; ``""``: what the hall says of its name.
        token: With which it joins, once it is approved.
    """

    code: str
    role: Role
    machine: str
    address: str
    asked_at: datetime
    claim: bytes
    heard: float
    state: PairingState = PairingState.WAITING
    name: str = ""
    shows: str = ""
    token: str = ""


class Pairings:
    """Who asks to join, by code; used on the event loop only."""

    def __init__(
        self, tokens: Tokens, clock: Callable[[], float] = time.monotonic, now: Clock = utc_now
    ) -> None:
        self._tokens = tokens
        self._clock = clock
        self._now = now
        self._by_code: dict[str, Pairing] = {}

    def ask(self, role: Role, machine: str, address: str) -> tuple[Pairing, str]:
        """Note a machine that wants to join; return it, and its claim, which is told this once.

        Raises:
            PairingsFull: Too many ask already; ``retry_s`` says when one of them is forgotten at the latest.
        """
        self._forget()
        there = [each for each in self._by_code.values() if each.address == address]
        if len(self._by_code) >= MOST or len(there) >= OF_AN_ADDRESS:
            raise PairingsFull(retry_s=math.ceil(SILENT_S))
        claim = secrets.token_urlsafe(24)
        asked = Pairing(self._code(), role, machine, address, self._now(), _hash(claim), heard=self._clock())
        self._by_code[asked.code] = asked
        return asked, claim

    def look(self, code: str, claim: str | None) -> tuple[Pairing, bool]:
        """Return how it stands with a code, and whether who asks is the machine itself.

        Only the machine keeps its code alive, and only it is told its token.

        Raises:
            PairingUnknown: Nobody shows that code, or not any more.
        """
        asked = self._known(code)
        mine = claim is not None and hmac.compare_digest(_hash(claim), asked.claim)
        if mine:
            asked.heard = self._clock()
        return asked, mine

    def all(self) -> list[Pairing]:
        """Return who asks and has no answer yet, the one that asked first first."""
        self._forget()
        return [each for each in self._by_code.values() if each.state is PairingState.WAITING]

    def approve(self, code: str, name: str, shows: str = "") -> Pairing:
        """Let a machine join; the same again changes nothing.

        Raises:
            PairingUnknown: Nobody shows that code, or not any more.
            PairingEnded: It was answered otherwise already.
        """
        asked = self._known(code)
        if asked.state is not PairingState.WAITING:
            if (asked.state, asked.name, asked.shows) != (PairingState.APPROVED, name, shows):
                raise PairingEnded(code=code, state=asked.state.value, name=asked.name)
            return asked
        asked.state, asked.name, asked.shows = PairingState.APPROVED, name, shows
        asked.token = self._tokens.issue(Grant(asked.role, name))
        return asked

    def refuse(self, code: str) -> Pairing:
        """Tell a machine that it may not join; the same again changes nothing.

        Raises:
            PairingUnknown: Nobody shows that code, or not any more.
            PairingEnded: It has joined: its token is given.
        """
        asked = self._known(code)
        if asked.state is PairingState.APPROVED:
            raise PairingEnded(code=code, state=asked.state.value, name=asked.name)
        asked.state = PairingState.REFUSED
        return asked

    def _known(self, code: str) -> Pairing:
        self._forget()
        asked = self._by_code.get(code)
        if asked is None:
            raise PairingUnknown(code=code)
        return asked

    def _code(self) -> str:
        while True:
            code = f"{secrets.randbelow(10**DIGITS):0{DIGITS}}"
            if code not in self._by_code:
                return code

    def _forget(self) -> None:
        silent = self._clock() - SILENT_S
        for code in [code for code, each in self._by_code.items() if each.heard < silent]:
            del self._by_code[code]


def _hash(claim: str) -> bytes:
    return hashlib.sha256(claim.encode()).digest()
