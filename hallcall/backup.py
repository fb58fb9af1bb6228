"""Copying a hall out of its folder into one file, also while its core is at work.

The file is a tar: ``manifest.json`` says what it is, then come the database and the hall's small files, each
with its digest in the manifest.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import sqlite3
import tarfile
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from core.domain.clock import to_text
from core.service.version import VERSION
from hallcall.data_dir import DataDir
from hallcall.start_failure import with_remedy

FORMAT = 1
MANIFEST = "manifest.json"
SECONDS_BUSY = 10.0
CHUNK = 1 << 20


class BackupRefused(Exception):
    """What was asked for cannot be done; the text says why and what to do."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup is.

    Attributes:
        made_at: When, UTC, as text of fixed width.
        program: Version of the program that made it.
        schema: The database's newest migration.
        hall: The hall's id.
        seq: Number of the last event in it.
        files: Each file's name and SHA-256.
        format: How the file is laid out.
    """

    made_at: str
    program: str
    schema: str
    hall: str
    seq: int
    files: dict[str, str]
    format: int = FORMAT

    def to_json(self) -> dict[str, Any]:
        """Return it as it stands in the file."""
        return asdict(self)


def backup(data: DataDir, file: Path, *, with_phones: bool = False) -> Manifest:
    """Copy the hall of a folder into ``file``, which is there as a whole or not at all.

    The database is read through a connection that cannot write, in one reading transaction: the copy is the
    hall at one event number, and the core's writer waits for nothing. Meanwhile the write-ahead log grows.

    Args:
        with_phones: Put the key of the phone numbers in as well: who has the file can then read them.

    Raises:
        BackupRefused: The folder holds no hall, or not one that can be copied.
        OSError: The disk does not take it.
    """
    if not data.database.exists():
        raise BackupRefused(
            f"{data.path} holds no hall; a hall on PostgreSQL is backed up with PostgreSQL's own tools"
        )
    copy, part = (file.with_name(f"{file.name}.{ending}") for ending in ("db", "part"))
    try:
        _copy_database(data.database, copy)
        hall, seq, schema = _look(copy)
        files = {"hall.db": copy, **_small_files(data, with_phones=with_phones)}
        digests = {name: digest(path) for name, path in files.items()}
        manifest = Manifest(to_text(datetime.now(UTC)), VERSION, schema, hall, seq, digests)
        _pack(part, manifest, files)
        part.replace(file)
        sync_folder(file.parent)
    finally:
        copy.unlink(missing_ok=True)
        part.unlink(missing_ok=True)
    return manifest


def _small_files(data: DataDir, *, with_phones: bool) -> dict[str, Path]:
    """Return what lies beside the database: it signs tokens, and knows which hall file was taken already."""
    kept = [data.secret_key, data.hall_taken, *([data.phones_key] if with_phones else [])]
    return {path.name: path for path in kept if path.exists()}


def _copy_database(source: Path, copy: Path) -> None:
    """Write what the hall is at one moment into a file of its own, without room for what was erased.

    Source: https://www.sqlite.org/lang_vacuum.html (VACUUM INTO)
    """
    copy.unlink(missing_ok=True)
    # The copy is nobody else's, and shared folders often cannot lock.
    target = f"{copy.absolute().as_uri()}?nolock=1"
    try:
        with opened(source, "mode=ro") as live:
            live.execute("VACUUM INTO ?", (target,))
        with opened(copy, "mode=ro&immutable=1") as made:
            if faults := check_pages(made):
                raise BackupRefused(f"{source} is damaged: {faults[0]}; restore the last good backup")
    except sqlite3.Error as error:
        raise BackupRefused(f"{source} cannot be copied: {with_remedy(str(error))}") from error


def _look(copy: Path) -> tuple[str, int, str]:
    with opened(copy, "mode=ro&immutable=1") as connection:
        try:
            halls = connection.execute("SELECT id, seq FROM halls").fetchall()
            schema = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except sqlite3.Error as error:
            raise BackupRefused(f"the database is not one of this program: {error}") from error
    if len(halls) != 1 or schema is None:
        raise BackupRefused(f"the database holds {len(halls)} halls; a backup is of one")
    return str(halls[0][0]), int(halls[0][1]), str(schema[0])


def _pack(part: Path, manifest: Manifest, files: dict[str, Path]) -> None:
    written = json.dumps(manifest.to_json(), ensure_ascii=False, indent=2).encode()
    part.unlink(missing_ok=True)
    part.touch(mode=0o600)
    with part.open("wb") as raw:
        with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as tar:
            _add(tar, MANIFEST, len(written), io.BytesIO(written))
            for name, path in files.items():
                with path.open("rb") as content:
                    _add(tar, name, path.stat().st_size, content)
        raw.flush()
        os.fsync(raw.fileno())


def _add(tar: tarfile.TarFile, name: str, size: int, content: Any) -> None:
    entry = tarfile.TarInfo(name)
    entry.size = size
    entry.mode = 0o600
    entry.mtime = int(datetime.now(UTC).timestamp())
    tar.addfile(entry, content)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as content:
        return hashlib.file_digest(content, "sha256").hexdigest()


def check_pages(connection: sqlite3.Connection) -> Sequence[str]:
    """Return what is damaged in a database, nothing if it is whole."""
    found = [str(row[0]) for row in connection.execute("PRAGMA integrity_check(3)")]
    return [] if found == ["ok"] else found


@contextmanager
def opened(path: Path, how: str) -> Iterator[sqlite3.Connection]:
    """Open a database by SQLite's own URI parameters and close it at the end.

    Source: https://www.sqlite.org/uri.html
    """
    address = f"{path.absolute().as_uri()}?{how}"
    with closing(sqlite3.connect(address, uri=True, timeout=SECONDS_BUSY)) as connection:
        connection.isolation_level = None
        yield connection


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on disk, where the system lets a program ask for that."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
