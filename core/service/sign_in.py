"""Clerks sign in with a PIN."""

from __future__ import annotations

import math
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError

from core.app.ports_reader import Reader
from core.domain.errors import SignInBlocked, SignInRefused
from core.domain.people import Clerk, Role
from core.service.tokens import Grant, Tokens

SHIFT = timedelta(hours=16)
"""How long a clerk's token holds: a long day, and the next one begins with a new sign-in."""
WRONG_MOST = 5
BLOCKED_S = 60.0
GUESSED_MOST = 1000
"""So many names are remembered for wrong PINs, the latest; more would be an invitation to fill the memory."""
CHECKS_AT_ONCE = 2
"""Each check takes 64 MiB, and nobody shall guess faster by asking often at the same time."""

# RFC 9106's second recommended choice (64 MiB, 3 passes) with one lane: about 60 ms on a small PC.
_HASHER = PasswordHasher(time_cost=3, memory_cost=65536, parallelism=1)

# The hash of a random text that nobody knows, of the same cost; making it anew would slow every start.
_NOBODY = "$argon2id$v=19$m=65536,t=3,p=1$Sx8BB3XK8Kiy/fo4QtUKtg$SaAK2W39Oe57XpZHhvfeXDjMFZdpPK9aeoZ1Jrtqa/w"


def hash_pin(pin: str) -> str:
    """Return the argon2id hash of a PIN."""
    return _HASHER.hash(pin)


@dataclass(slots=True)
class _Failures:
    count: int = 0
    blocked_until: float = 0.0


class SignIn:
    """Checks PINs; slows down who guesses.

    Called in worker threads: a check takes some 60 ms by intent.

    Attributes:
        threads: Where to call it, so that the checks hold up nothing but each other.
    """

    def __init__(
        self,
        reader: Reader,
        tokens: Tokens,
        clock: Callable[[], float] = time.monotonic,
        ends: Callable[[Role, str, int | None, datetime], datetime] = lambda _role, _clerk, _window, at: at,
    ) -> None:
        """Take what it needs.

        Args:
            ends: When a token of a role, clerk and window ends that would end at a time: tokens that were
                taken back are known by the end they have.
        """
        self._reader = reader
        self._tokens = tokens
        self._clock = clock
        self._ends = ends
        self.threads = ThreadPoolExecutor(CHECKS_AT_ONCE, "sign-in")
        self._failures: dict[str, _Failures] = {}
        self._lock = threading.Lock()

    def sign_in(self, clerk: str, pin: str, window: int | None) -> tuple[Clerk, str]:
        """Return the clerk and a token for the shift.

        Raises:
            SignInRefused: The clerk is unknown or the PIN is wrong.
            SignInBlocked: Too many wrong PINs in a row; ``retry_s`` says how long to wait.
        """
        self._must_not_be_blocked(clerk)
        known = self._reader.clerk(clerk)
        # Somebody unknown is checked as well, so that the time taken does not tell who exists.
        right = _matches(known.pin_hash if known else _NOBODY, pin)
        self._note(clerk, right=right and known is not None)
        if known is None or not right:
            raise SignInRefused()
        ends = self._ends(known.role, known.id, window, self._tokens.clock() + SHIFT)
        grant = Grant(known.role, known.id, window, ends)
        return known, self._tokens.issue(grant)

    def _must_not_be_blocked(self, clerk: str) -> None:
        with self._lock:
            failures = self._failures.get(clerk)
            left_s = failures.blocked_until - self._clock() if failures else 0.0
        if left_s > 0:
            raise SignInBlocked(retry_s=math.ceil(left_s))

    def _note(self, clerk: str, *, right: bool) -> None:
        with self._lock:
            if right:
                self._failures.pop(clerk, None)
                return
            failures = self._failures.pop(clerk, None) or _Failures()
            failures.count += 1
            if failures.count >= WRONG_MOST:
                failures = _Failures(blocked_until=self._clock() + BLOCKED_S)
            # The latest stands last.
            self._failures[clerk] = failures
            if len(self._failures) > GUESSED_MOST:
                del self._failures[next(iter(self._failures))]


def _matches(pin_hash: str, pin: str) -> bool:
    try:
        return _HASHER.verify(pin_hash, pin)
    except (VerifyMismatchError, InvalidHashError):
        return False
