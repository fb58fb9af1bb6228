"""Bearer tokens: signed, so that who holds the hall's secret can make one without touching the database."""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from itsdangerous import BadSignature, URLSafeSerializer

from core.domain.errors import AuthRequired
from core.domain.people import Role
from core.service.now import Clock, utc_now


@dataclass(frozen=True, slots=True)
class Grant:
    """What a token allows.

    Attributes:
        subject: Who holds it: a clerk's id, or the name of a device.
        window: The window a clerk's token is for.
        expires: When it ends, UTC; a device's token does not.
        token: The token's own id, once it is read.
    """

    role: Role
    subject: str
    window: int | None = None
    expires: datetime | None = None
    token: str = field(default="", compare=False)

    @property
    def by(self) -> str:
        """How events name the holder, e.g. ``"clerk:0301"``."""
        return f"{self.role.value}:{self.subject}"


TOKENS_KNOWN = 4096
"""So many tokens are remembered as good; whether one has expired is looked at each time."""


class Tokens:
    """Makes and reads tokens of one hall.

    Attributes:
        clock: By which tokens end, UTC.
    """

    def __init__(self, secret: str, clock: Clock = utc_now) -> None:
        self.clock = clock
        self._signer = URLSafeSerializer(secret, salt="hallcall.token")
        self._secret = hashlib.sha256(secret.encode()).digest()
        # Unpacking one costs as much as taking a ticket (0.6 ms), and a hall's few hundred come all day long.
        self._signed = lru_cache(maxsize=TOKENS_KNOWN)(self._unsigned)

    def fingerprint(self, asked: bytes) -> str:
        """Return a request's fingerprint; who has it without the secret cannot guess a PIN that was in it."""
        return hashlib.blake2b(asked, digest_size=32, key=self._secret, person=b"hallcall.asked").hexdigest()

    def issue(self, grant: Grant) -> str:
        """Return a token for ``grant``; no two are alike."""
        return str(
            self._signer.dumps(
                {
                    "r": grant.role.value,
                    "s": grant.subject,
                    "w": grant.window,
                    "e": int(grant.expires.timestamp()) if grant.expires else None,
                    "i": secrets.token_urlsafe(6),
                }
            )
        )

    def read(self, token: str) -> Grant:
        """Return what a token allows.

        Raises:
            AuthRequired: It is not one of this hall's, or has expired.
        """
        grant = self._signed(token)
        if grant.expires is not None and grant.expires <= self.clock():
            raise AuthRequired(why="expired")
        return grant

    def _unsigned(self, token: str) -> Grant:
        try:
            claims = self._signer.loads(token)
        except BadSignature as error:
            raise AuthRequired(why="invalid") from error
        expires = datetime.fromtimestamp(claims["e"], UTC) if claims["e"] is not None else None
        return Grant(Role(claims["r"]), claims["s"], claims["w"], expires, claims["i"])


def secret_fingerprint(secret: str, hall: str) -> str:
    """Return by what a secret is known again; who has that learns nothing of it.

    Args:
        hall: The id of the hall that the secret is of: that two halls have the same one is nobody's to see.
    """
    return hmac.digest(secret.encode(), b"hallcall.key " + hall.encode(), "sha256").hex()


class NoSecret(Exception):
    """The hall's secret is lost."""


def hall_secret(path: Path) -> str:
    """Return the secret kept in a file that only its owner can read; make it the first time.

    Raises:
        NoSecret: The file is there and says nothing: anybody could sign tokens with that.
    """
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        made = path.with_suffix(f".{secrets.token_hex(4)}")
        made.touch(mode=0o600)
        with made.open("w", encoding="ascii") as file:
            file.write(secrets.token_urlsafe(32))
            file.flush()
            # A power cut must not leave an empty file under the name.
            os.fsync(file.fileno())
        try:
            # Two programs may start at once: the first one's secret stays.
            path.hardlink_to(made)
        except FileExistsError:
            pass
        finally:
            made.unlink()
    secret = path.read_text(encoding="ascii").strip()
    if not secret:
        raise NoSecret(
            f"{path} is empty; remove it, and a new secret is made (every token is to be given anew)"
        )
    return secret
