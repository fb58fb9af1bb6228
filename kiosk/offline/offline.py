"""All that the kiosk needs for giving numbers while the core is away, in one object."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QStandardPaths, QTimer, Signal

from core.client.port import Link
from core.domain.hall import Hall
from core.domain.hall_json import hall_from_json, hall_to_json
from hardware.printer.ticket_printer import Outcome
from kiosk.offline.blocks import Blocks
from kiosk.offline.hall_time import HallTime
from kiosk.offline.handing_in import HandingIn
from kiosk.offline.issuing import Issuing
from kiosk.offline.kept import Kept
from kiosk.offline.store import StoreFailed
from kiosk.offline.wish import queue_of
from kiosk.state import Refusal, Taken

log = logging.getLogger(__name__)

FILE = "offline.db"
LOOK_MS = 15_000
"""So often the file and the date are looked at: a disk that was full has room, or the day has turned."""
_HALL = "hall"


def state_folder() -> Path:
    """Return where a program of this user keeps what must outlive it."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))


class Offline(QObject):
    """Gives numbers without the core, and looks after all that belongs to it.

    Attributes:
        left: Queue id to how many numbers can be given today without the core.
        untold: How many of the numbers given the core has not been told of.
        refused: How many it does not take; staff must see to their visitors.

    Signals:
        changed: One of these, :attr:`hall` or :attr:`trouble` is another than before.
        slip_late(str, object): Id of a ticket that was handed in, and how its slip ended after that.
    """

    changed = Signal()
    slip_late = Signal(str, object)

    def __init__(
        self,
        link: Link,
        folder: Path,
        machine: str,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        parent: QObject | None = None,
    ) -> None:
        """Open what is kept and begin to listen; make it before the link is started.

        Args:
            link: The line to the core.
            folder: Where the file is, of this kiosk alone.
            machine: This kiosk's name, the same each time it starts: numbers are reserved for it.
            now: This machine's time, UTC.
            parent: Owner.
        """
        super().__init__(parent)
        self._link = link
        self._kept = Kept(folder / FILE)
        self._time = HallTime(link, self._kept, now)
        self._kept_hall = self._read_hall()
        self._was: tuple[object, ...] = ()
        self._issuing = Issuing(self._kept, self._time, machine)
        self._blocks = Blocks(link, self._kept, self._time, machine, self)
        self._handing_in = HandingIn(link, self._kept, self)
        self._blocks.changed.connect(self._look)
        self._handing_in.done.connect(self._handed_in)
        self._handing_in.slip_late.connect(self.slip_late)
        link.hall_changed.connect(self._look)
        self.left: Mapping[str, int] = {}
        self.untold = self.refused = 0
        self._erased_on = ""
        self._looking = QTimer(self, interval=LOOK_MS)
        self._looking.timeout.connect(self._look)
        self._looking.start()
        self._look()

    @property
    def hall(self) -> Hall | None:
        """The hall as the core describes it, or as it last did."""
        return self._link.hall or self._kept_hall

    @property
    def trouble(self) -> str:
        """Why nothing can be kept now, for the log and the staff; ``""``: it can."""
        return self._kept.trouble

    def now(self) -> datetime:
        """Return the core's time as far as it is known here, UTC."""
        return self._time.now()

    def ready(self, queue: str) -> bool:
        """Whether a number of a queue can be given without the core."""
        return self.left.get(queue, 0) > 0

    def ready_for(self, body: Mapping[str, Any]) -> bool:
        """Whether what a ``POST /api/tickets`` asks for can be given without the core."""
        queue = queue_of(self.hall, body) if self.hall is not None else None
        return queue is not None and self.ready(queue)

    def issue(self, body: Mapping[str, Any], instead_of: str = "") -> Taken | Refusal:
        """Give a number at once; it is on the disk when the call comes back.

        Args:
            body: As for ``POST /api/tickets``.
            instead_of: Key of that request, if it was sent and not answered.
        """
        if self.hall is None:
            return Refusal("offline.no_block")
        issued = self._issuing.issue(self.hall, body, instead_of)
        self._look()
        if isinstance(issued, Taken):
            self._handing_in.soon()
        return issued

    def slip_ended(self, taken: Taken, outcome: Outcome, printer: str) -> None:
        """Note how the slip of a number ended; the core is told with the ticket, or after it."""
        told = {"state": outcome.state.value, "reason": outcome.key or None, "printer": printer}
        hall = self.hall
        if hall is None:
            return
        try:
            ticket = self._kept.run(lambda store: store.note_slip(hall.id, taken.day, taken.number, told))
        except StoreFailed:
            log.warning("how the slip of %s ended could not be kept: %s", taken.number, outcome.state.value)
            return
        if ticket:
            self.slip_late.emit(ticket, told)

    def close(self) -> None:
        """Close the file; nothing is given any more."""
        self._looking.stop()
        self._kept.close()

    def _handed_in(self) -> None:
        self._look()
        self._blocks.top_up()

    def _look(self) -> None:
        """Keep the hall, and count what there is."""
        self._keep_hall()
        hall = self.hall
        left = self._issuing.left(hall) if hall is not None else {}
        untold, refused = self._count(hall) if hall is not None else (0, 0)
        now = (left, untold, refused, self.trouble)
        if now != self._was:
            self._was = now
            self.left, self.untold, self.refused = left, untold, refused
            self.changed.emit()

    def _count(self, hall: Hall) -> tuple[int, int]:
        day = self._time.today(hall).isoformat()
        try:
            if day != self._erased_on:
                self._kept.run(lambda store: store.erase_phones(day))
                self._erased_on = day
            return self._kept.run(lambda store: store.untold(hall.id))
        except StoreFailed:
            return self.untold, self.refused

    def _keep_hall(self) -> None:
        hall = self._link.hall
        if hall is None or hall is self._kept_hall:
            return
        try:
            if hall != self._kept_hall:
                text = json.dumps(hall_to_json(hall), ensure_ascii=False)
                self._kept.run(lambda store: store.keep(_HALL, text))
            self._kept_hall = hall
        except StoreFailed:
            return  # said once already, and tried again at the next look

    def _read_hall(self) -> Hall | None:
        try:
            text = self._kept.run(lambda store: store.kept(_HALL))
            return hall_from_json(json.loads(text)) if text else None
        except StoreFailed:
            return None
        except (ValueError, KeyError, TypeError) as error:
            log.warning("the hall as last known cannot be read and is not used: %r", error)
            return None
