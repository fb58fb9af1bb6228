"""Bearer tokens: signed, so that who holds the hall's secret can make one without touching the database."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from itsdangerous import BadSignature, URLSafeSerializer

from core.domain.errors import AuthRequired
from core.domain.people import Role


@dataclass(frozen=True, slots=True)
class Grant:
    """What a token allows.

    Attributes:
        subject: Who holds it: a clerk's id, or the name of a device.
        window: The window a clerk's token is for.
        expires: When it ends, UTC; a device's token does not.
    """

    role: Role
    subject: str
    window: int | None = None
    expires: datetime | None = None

    @property
    def by(self) -> str:
        """How events name the holder, e.g. ``"clerk:0301"``."""
        return f"{self.role.value}:{self.subject}"


class Tokens:
    """Makes and reads tokens of one hall."""

    def __init__(self, secret: str) -> None:
        self._signer = URLSafeSerializer(secret, salt="hallcall.token")

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

    def read(self, token: str, now: datetime | None = None) -> Grant:
        """Return what a token allows.

        Raises:
            AuthRequired: It is not one of this hall's, or has expired.
        """
        try:
            claims = self._signer.loads(token)
        except BadSignature as error:
            raise AuthRequired(why="invalid") from error
        expires = datetime.fromtimestamp(claims["e"], UTC) if claims["e"] is not None else None
        if expires is not None and expires <= (now or datetime.now(UTC)):
            raise AuthRequired(why="expired")
        return Grant(Role(claims["r"]), claims["s"], claims["w"], expires)


def hall_secret(path: Path) -> str:
    """Return the secret kept in a file that only its owner can read; make it the first time."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        made = path.with_suffix(f".{secrets.token_hex(4)}")
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(32), encoding="ascii")
        try:
            # Two programs may start at once: the first one's secret stays.
            path.hardlink_to(made)
        except FileExistsError:
            pass
        finally:
            made.unlink()
    return path.read_text(encoding="ascii").strip()
