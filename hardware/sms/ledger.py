"""What became of which message, so that each is sent once, also over a restart: ids, no numbers, no texts."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Protocol

from hardware.errors import DeviceUnreachable
from hardware.sms.ports import Receipt, Stage

MOST = 50_000
"""Messages that are remembered, some weeks of a large hall; the oldest are forgotten first."""


class Ledger(Protocol):
    """Remembers receipts by the messages' ids."""

    def receipt(self, message_id: str) -> Receipt | None:
        """Return what is known of a message."""

    def begin(self, message_id: str) -> None:
        """Keep that it is about to be handed over: should the program end now, it may have been sent.

        Raises:
            DeviceUnreachable: That cannot be kept; then it must not be sent.
        """

    def note(self, message_id: str, receipt: Receipt) -> None:
        """Keep what became of it. Raises nothing: without this it counts as what ``begin`` says."""


class MemoryLedger:
    """Remembers until the program ends."""

    def __init__(self, most: int = MOST) -> None:
        self._most = most
        self._receipts: dict[str, Receipt] = {}

    def receipt(self, message_id: str) -> Receipt | None:
        """Return what is known of a message."""
        return self._receipts.get(message_id)

    def begin(self, message_id: str) -> None:
        """Keep nothing: what ends with the program cannot be asked after it."""

    def note(self, message_id: str, receipt: Receipt) -> None:
        """Keep what became of it."""
        self._receipts[message_id] = receipt
        while len(self._receipts) > self._most:
            del self._receipts[next(iter(self._receipts))]


class FileLedger(MemoryLedger):
    """Remembers in a file, one JSON line a change, on the disk before a message is handed over.

    What only waits is not in it: after a restart it was surely not sent, and is to be submitted again.
    """

    def __init__(self, path: Path, most: int = MOST) -> None:
        """Read what is there, and write it anew without what is forgotten.

        Raises:
            OSError: It cannot be read or written.
        """
        super().__init__(most)
        self._path = path
        self._begun: set[str] = set()
        for message_id, receipt in _read(path):
            if receipt.stage is Stage.QUEUED:
                self._receipts.pop(message_id, None)
            else:
                super().note(message_id, receipt)
        self._write_anew()

    def begin(self, message_id: str) -> None:
        """Keep on the disk that nobody can tell of it from now on."""
        try:
            self._append(_line(message_id, _NOBODY_KNOWS))
        except OSError as error:
            detail = f"{self._path.name} cannot be written: {error.strerror}"
            raise DeviceUnreachable("sms outbox", detail) from error
        self._begun.add(message_id)

    def note(self, message_id: str, receipt: Receipt) -> None:
        """Keep what became of it; one that is half sent stays on the disk as what nobody knows."""
        super().note(message_id, receipt)
        begun = message_id in self._begun
        if receipt.stage is Stage.QUEUED and (receipt.parts_sent or not begun):
            return
        self._begun.discard(message_id)
        with suppress(OSError):
            self._append(_line(message_id, receipt))
            if self._lines > 3 * self._most:
                self._write_anew()

    def _append(self, line: str) -> None:
        with self._path.open("a", encoding="utf-8") as file:
            file.write(line)
            file.flush()
            os.fsync(file.fileno())
        self._lines += 1

    def _write_anew(self) -> None:
        lines = [
            _line(message_id, _NOBODY_KNOWS if receipt.stage is Stage.QUEUED else receipt)
            for message_id, receipt in self._receipts.items()
            if receipt.stage is not Stage.QUEUED or message_id in self._begun
        ]
        fresh = self._path.with_name(f"{self._path.name}.new")
        with fresh.open("w", encoding="utf-8") as file:
            file.writelines(lines)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, self._path)
        self._lines = len(lines)


_NOBODY_KNOWS = Receipt(Stage.UNKNOWN, "sms.unknown")


def _line(message_id: str, receipt: Receipt) -> str:
    said = {"id": message_id, "stage": receipt.stage.value, "key": receipt.key, "tries": receipt.tries}
    return json.dumps(said, ensure_ascii=False) + "\n"


def _read(path: Path) -> Iterator[tuple[str, Receipt]]:
    """Read the lines that are whole; the last one may have been cut by a loss of power."""
    lines = path.read_text("utf-8", "replace").splitlines() if path.exists() else []
    for line in lines:
        with suppress(ValueError, KeyError, TypeError):
            said = json.loads(line)
            yield said["id"], Receipt(Stage(said["stage"]), said["key"], tries=said["tries"])
