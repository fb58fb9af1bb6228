"""Phone numbers in a form that only this core can read back: the database does not hold the key."""

from __future__ import annotations

import hashlib
import hmac
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken

from core.domain.privacy import masked_phone, phone_of
from core.service.tokens import NoSecret, hall_secret


class Vault:
    """Encrypts phone numbers and reads them back.

    Args:
        key: 32 bytes in URL-safe base64, without its padding.
    """

    def __init__(self, key: str) -> None:
        self._key = key.encode("ascii")
        self._fernet = Fernet(f"{key}=")

    def seal(self, written: str) -> str:
        """Return a phone number, however it was written, encrypted.

        Raises:
            PhoneRefused: It is none.
        """
        return self._fernet.encrypt(phone_of(written).encode("ascii")).decode("ascii")

    def mark(self, written: str, day_key: bytes) -> str:
        """Return what the hall knows a caller by on one day, as it knows a card by its hash.

        Without both keys nobody tells the number from it, and the day's is destroyed with the day.

        Raises:
            PhoneRefused: It is no phone number.
        """
        phone = phone_of(written).encode("ascii")
        return hmac.new(self._key, day_key + phone, hashlib.sha256).hexdigest()

    def open(self, sealed: str) -> str | None:
        """Return the phone number, ``None`` where another key sealed it: then nobody can read it."""
        try:
            return self._fernet.decrypt(sealed).decode("ascii")
        except InvalidToken:
            return None

    def masked(self, sealed: str | None) -> str | None:
        """Return the number as staff may see it, if there is one that can be read."""
        phone = self.open(sealed) if sealed else None
        return masked_phone(phone) if phone else None


def open_vault(path: Path) -> Vault:
    """Return the vault whose key is in a file that only its owner can read; the key is made the first time.

    Raises:
        NoSecret: The file says nothing.
    """
    try:
        return Vault(hall_secret(path))
    except NoSecret as error:
        raise NoSecret(
            f"{path} is empty; put back a copy of it, or remove it: then a new key is made, and the phone"
            " numbers kept until now can no longer be read"
        ) from error
