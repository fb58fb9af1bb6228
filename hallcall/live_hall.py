"""A hall whose file is given or taken: through its running core, or in its folder while none runs."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Protocol

from hallcall.over_http import OverHttp, Refused, Unreachable
from hallcall.own_core import own_core

if TYPE_CHECKING:
    from collections.abc import Iterator

    from core.app.ports import Command, Outcome
    from core.domain.hall import Hall
    from hallcall.data_dir import DataDir


class LiveHall(Protocol):
    """A hall that exists."""

    def file(self) -> str:
        """Return it as a hall file."""

    def take(self, text: str, moves: Mapping[str, str]) -> dict[str, Any]:
        """Make a hall file its description and return what came of it.

        Raises:
            Refused: The file has mistakes, or no place for somebody who is in the hall.
        """


@dataclass(frozen=True, slots=True)
class InFolder:
    """The hall of a folder that no core runs on."""

    data: DataDir

    def file(self) -> str:
        """Write the hall file from the database."""
        from core.app.hallfile import export
        from core.service.version import VERSION
        from core.store.reader import SqlReader

        with self._opened() as (engine, halls):
            hall = halls[0]
            source = SqlReader(engine, hall.id).source()
        at = datetime.now(UTC).astimezone(hall.zone_info)
        note = f"Exported on {at:%Y-%m-%d %H:%M} by hallcall {VERSION} from {self.data.path}."
        return export(hall, source, note)

    def take(self, text: str, moves: Mapping[str, str]) -> dict[str, Any]:
        """Describe the hall in the database anew."""
        from core.app.import_hall import import_hall, read_file
        from core.domain.errors import HallError

        try:
            hall = read_file(text)
            work = partial(import_hall, hall=hall, source=text, moves=moves, by="admin:command line")
            with self._opened() as (engine, halls):
                live = next((each for each in halls if each.id == hall.id), halls[0])
                answer: dict[str, Any] = _run(engine, live, work)
                return answer
        except HallError as refusal:
            raise Refused(refusal.key, refusal.params, refusal.detail) from refusal

    @contextmanager
    def _opened(self) -> Iterator[tuple[Any, list[Hall]]]:
        from filelock import FileLock, Timeout

        from core.app.ports import StoreFailed
        from core.store.engine import sqlite_writer
        from core.store.kept import DatabaseUnreadable, kept_halls
        from core.store.migrate import migrate
        from hallcall.start_failure import with_remedy

        if not self.data.database.exists():
            raise Unreachable(f"{self.data.path} holds no hall; start 'hallcall core --hall FILE' once")
        try:
            with FileLock(self.data.lock, timeout=0):
                engine = sqlite_writer(self.data.database)
                try:
                    migrate(engine)
                    yield engine, kept_halls(self.data.database)
                finally:
                    engine.dispose()
        except Timeout as error:
            raise Unreachable(f"a core is running on {self.data.path} and does not answer") from error
        except (StoreFailed, DatabaseUnreadable) as error:
            raise Unreachable(f"{self.data.database}: {with_remedy(str(error))}") from error


def _run(engine: Any, hall: Hall, command: Command) -> Any:
    """Run one command as the core would; nobody follows what happens."""
    from core.store.writer import SqlWriter

    outcomes: SimpleQueue[Outcome] = SimpleQueue()

    def answer(_events: Any, ended: Any) -> None:
        for done, outcome in ended:
            done(outcome)

    writer = SqlWriter(engine, hall, answer)
    writer.know_hall()
    writer.start()
    try:
        writer.submit([(command, outcomes.put)])
        return outcomes.get().result()
    finally:
        writer.stop()


def find(core: str | None, token: str, data: Path | None) -> LiveHall:
    """Return the hall of a core, of the core that runs on a folder, or of the folder itself."""
    from hallcall.data_dir import DataDir
    from hallcall.settings import Settings

    if core is not None:
        return OverHttp(core, token)
    folder = DataDir(data or Settings().data)
    if _is_running(folder):
        return own_core(folder)
    return InFolder(folder)


def _is_running(data: DataDir) -> bool:
    """Whether a core holds the folder; one that was killed leaves its address behind, but not the lock."""
    from filelock import FileLock, Timeout

    if not data.address.exists():
        return False
    try:
        with FileLock(data.lock, timeout=0):
            return False
    except Timeout:
        return True
