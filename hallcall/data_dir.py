"""The core's folder on disk."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.service.tokens import Tokens, hall_secret
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

    def tokens(self) -> Tokens:
        """Return the maker and reader of this hall's tokens."""
        return Tokens(hall_secret(self.secret_key))

    def vault(self) -> Vault:
        """Return what encrypts this hall's phone numbers."""
        return open_vault(self.phones_key)
