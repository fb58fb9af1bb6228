"""Bringing a hall back from a backup: everything is checked before anything is replaced."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import sqlite3
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from core.store.migrate import HEAD
from hallcall.backup import CHUNK, FORMAT, MANIFEST, BackupRefused, Manifest, check_pages, opened, sync_folder
from hallcall.data_dir import DataDir

KNOWN = ("hall.db", "secret.key", "hall.taken", "phones.key")


def restore(file: Path, data: DataDir, *, force: bool = False) -> Manifest:
    """Make the hall of a backup the hall of a folder.

    It begins another life (its ``epoch``): it will give event numbers again that screens have heard, and they
    are to notice. The database that was there stays beside it as ``hall.db.replaced``.

    Args:
        force: Also where the folder holds a hall.

    Raises:
        BackupRefused: The backup is not whole or not for this program, or the folder is in use or taken.
        OSError: The disk does not take it.
    """
    if data.database.exists() and not force:
        raise BackupRefused(f"{data.path} holds a hall already; --force replaces it")
    data.path.mkdir(parents=True, exist_ok=True)
    with _nobody_else(data), _scratch(data) as scratch:
        manifest = unpack(file, scratch)
        check(scratch / "hall.db", manifest)
        _begin_life(scratch / "hall.db")
        for name in manifest.files.keys() - {"hall.db"}:
            (scratch / name).replace(data.path / name)
        _set_aside(data)
        (scratch / "hall.db").replace(data.database)
        sync_folder(data.path)
    # What it was read from may be another file than this hall's.
    data.hall_read.unlink(missing_ok=True)
    return manifest


@contextmanager
def _nobody_else(data: DataDir) -> Iterator[None]:
    try:
        with FileLock(data.lock, timeout=0):
            yield
    except Timeout as error:
        raise BackupRefused(f"a core is running on {data.path}; stop it first") from error


@contextmanager
def _scratch(data: DataDir) -> Iterator[Path]:
    """Yield a folder on the hall's own disk, so that what is ready there moves in at one stroke."""
    folder = data.path / "restoring"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def unpack(file: Path, folder: Path) -> Manifest:
    """Put the files of a backup into a folder and hold each against its digest.

    Raises:
        BackupRefused: It is no backup, not whole, or of a newer program.
    """
    try:
        with tarfile.open(file, "r:") as tar:
            manifest = _manifest(file, json.load(_content(tar, MANIFEST)))
            for name, known in manifest.files.items():
                if _unpack_one(tar, name, folder / name) != known:
                    raise BackupRefused(f"{file} is damaged: {name} is not what was backed up")
    except (tarfile.TarError, ValueError, KeyError, TypeError) as error:
        raise BackupRefused(f"{file} is no backup of a hall, or not whole: {error}") from error
    return manifest


def _manifest(file: Path, written: Any) -> Manifest:
    if written["format"] > FORMAT:
        raise BackupRefused(
            f"{file} was made by a newer program ({written['program']}); restore it with that"
        )
    manifest = Manifest(**written)
    if "hall.db" not in manifest.files or not manifest.files.keys() <= set(KNOWN):
        raise ValueError(f"it holds {', '.join(manifest.files)}")
    return manifest


def _content(tar: tarfile.TarFile, name: str) -> Any:
    content = tar.extractfile(name)
    if content is None:
        raise KeyError(name)
    return content


def _unpack_one(tar: tarfile.TarFile, name: str, target: Path) -> str:
    """Write one file, to the disk and not only to memory, and return its digest."""
    found = hashlib.sha256()
    target.touch(mode=0o600)
    with _content(tar, name) as content, target.open("wb") as out:
        while chunk := content.read(CHUNK):
            found.update(chunk)
            out.write(chunk)
        out.flush()
        os.fsync(out.fileno())
    return found.hexdigest()


def check(database: Path, manifest: Manifest) -> None:
    """Look at a restored database as a whole, before it replaces anything.

    Raises:
        BackupRefused: It is damaged, of a newer program, or not one whole hall.
    """
    try:
        with opened(database, "mode=ro") as connection:
            if faults := check_pages(connection):
                raise BackupRefused(f"the database in the backup is damaged: {faults[0]}")
            _check_schema(connection)
            _check_events(connection, manifest)
    except sqlite3.Error as error:
        raise BackupRefused(f"the database in the backup cannot be read: {error}") from error


def _check_schema(connection: sqlite3.Connection) -> None:
    (schema,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    # Migrations have numbers of four digits.
    if schema > HEAD:
        raise BackupRefused(
            f"the backup is of a newer program (its tables are at {schema}, this program knows {HEAD}):"
            " update this one first"
        )


def _check_events(connection: sqlite3.Connection, manifest: Manifest) -> None:
    halls = connection.execute("SELECT id, seq FROM halls").fetchall()
    if halls != [(manifest.hall, manifest.seq)]:
        raise BackupRefused(f"the database in the backup holds not just {manifest.hall}, but {halls}")
    counted = "SELECT count(*), coalesce(min(seq), 1), coalesce(max(seq), 0) FROM events"
    if connection.execute(counted).fetchone() != (manifest.seq, 1, manifest.seq):
        raise BackupRefused("events are missing from the database in the backup")


def _begin_life(database: Path) -> None:
    with opened(database, "mode=rw") as connection:
        # A hall of an older program gets its epoch with the migration.
        columns = {row[1] for row in connection.execute("PRAGMA table_info(halls)")}
        if "epoch" in columns:
            connection.execute("UPDATE halls SET epoch = ?", (secrets.token_urlsafe(9),))


def _set_aside(data: DataDir) -> None:
    """Keep what the restored database will replace, under another name; its log must not stay for another."""
    if not data.database.exists():
        return
    _empty_log(data.database)
    aside = data.database.with_name("hall.db.replaced")
    for ending in ("", "-wal", "-shm"):
        aside.with_name(aside.name + ending).unlink(missing_ok=True)
    # A second name: a power cut here leaves the old hall or the new one, never none.
    aside.hardlink_to(data.database)
    for ending in ("-wal", "-shm"):
        log = data.database.with_name(data.database.name + ending)
        if log.exists():
            log.replace(aside.with_name(aside.name + ending))


def _empty_log(database: Path) -> None:
    """Have all of a hall in its one file; one that is damaged keeps its log, beside it."""
    try:
        with opened(database, "mode=rw") as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error:
        return
