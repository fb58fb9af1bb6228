"""The core's folder on disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.service.now import Clock, utc_now
from core.service.tokens import Tokens, hall_secret, secret_fingerprint
from core.service.vault import Vault, open_vault


@dataclass(frozen=True, slots=True)
class DataDir:
    """Where one core keeps its things.

    Attributes:
        path: The folder; made when first needed.
    """

    path: Path

    @property
    def database(self) -> Path:
        """The SQLite file."""
        return self.path / "hall.db"

    @property
    def hall_read(self) -> Path:
        """The hall of the hall file that was read last (:mod:`hallcall.read_hall`)."""
        return self.path / "hall.json"

    @property
    def hall_taken(self) -> Path:
        """The digest of the hall file that became the hall at a start: it is not taken a second time."""
        return self.path / "hall.taken"

    @property
    def lock(self) -> Path:
        """Held by the running core: one core a folder."""
        return self.path / "core.lock"

    @property
    def address(self) -> Path:
        """Where the running core listens."""
        return self.path / "core.url"

    @property
    def secret_key(self) -> Path:
        """What signs this hall's tokens."""
        return self.path / "secret.key"

    @property
    def phones_key(self) -> Path:
        """What encrypts this hall's phone numbers; never in one place with the database (ADR 0010)."""
        return self.path / "phones.key"

    def tokens(self, clock: Clock = utc_now) -> Tokens:
        """Return the maker and reader of this hall's tokens, which end by ``clock``."""
        return Tokens(hall_secret(self.secret_key), clock)

    def vault(self) -> Vault:
        """Return what encrypts this hall's phone numbers."""
        return open_vault(self.phones_key)

    def fingerprints(self, hall: str) -> dict[str, str]:
        """Return by what a hall knows ``secret`` and ``phones`` again; keys are made the first time.

        Raises:
            NoSecret: A key's file says nothing.
        """
        self.vault()  # says of an empty file what that means for phone numbers
        keys = (self.secret_key, self.phones_key)
        return {path.stem: secret_fingerprint(hall_secret(path), hall) for path in keys}
