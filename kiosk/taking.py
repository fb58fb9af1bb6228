"""Taking a number: ask the core, then print, each on its own thread's time."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Executor, Future
from typing import Any

from PySide6.QtCore import QObject, Signal

from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from core.domain.clock import from_text
from core.domain.hall import Hall
from core.domain.wait import Wait
from core.qt.jobs import Jobs
from hardware.errors import DeviceError
from hardware.printer.ports import Printed, Printer, PrinterStatus
from hardware.slip.painter import WIDTH_80MM, paint
from hardware.slip.sample import sample
from hardware.slip.slip import Slip
from kiosk.state import Refusal, Taken

log = logging.getLogger(__name__)

_NOT_A_KIOSK = ("auth.required", "auth.denied")
"""The machine was set up wrongly: nothing to tell a visitor, who may not do more or less than anybody."""


class Taking(QObject):
    """Takes one ticket at a time and prints its slip.

    Attributes:
        busy: The core has been asked and has not answered; another :meth:`take` does nothing.

    Signals:
        taken(object): The core gave a :class:`kiosk.state.Taken`; its slip is being printed.
        refused(object): The core gave none, for a :class:`kiosk.state.Refusal`.
        printed(object): The slip of a ``Taken`` is out.
        unprinted(object): The slip of a ``Taken`` did not come out; the ticket stays valid.
    """

    taken = Signal(object)
    refused = Signal(object)
    printed = Signal(object)
    unprinted = Signal(object)

    def __init__(
        self,
        link: Link,
        printer: Printer,
        executor: Executor,
        compose: Callable[[Taken, Hall], Slip],
        slip_width: int = WIDTH_80MM,
        parent: QObject | None = None,
    ) -> None:
        """Make it ready; nothing is asked or printed yet.

        Args:
            link: The line to the core.
            printer: Used on the executor only.
            executor: The printer's own single thread.
            compose: Makes the slip of a ticket.
            slip_width: Dots across the paper.
            parent: Owner.
        """
        super().__init__(parent)
        self._link = link
        self._printer = printer
        self._jobs = Jobs(executor, self)
        self._compose = compose
        self._slip_width = slip_width
        self.busy = False

    def warm_up(self) -> None:
        """Get to know the printer and load the fonts of a slip, so that the first visitor's is not late."""
        self._jobs.run(self._try_out, self._tried_out)

    def take(self, what: str, which: str, language: str) -> bool:
        """Ask for a ticket and return whether it was asked for.

        Args:
            what: ``"queue"``, ``"item"`` or ``"matter"``.
            which: Its id.
            language: What the visitor reads.
        """
        if self.busy:
            return False
        self.busy = True
        body = {what: which, "lang": language}
        item = which if what == "item" else None
        self._link.post("/api/tickets", body, lambda reply: self._answered(reply, item, language))
        return True

    def _answered(self, reply: Reply, item: str | None, language: str) -> None:
        self.busy = False
        match reply:
            case Answer(body):
                self._took(read_taken(body, item, language))
            case Refused(key, params) if key in _NOT_A_KIOSK:
                log.error(
                    "the core gives this machine no tickets: %s %s; start it with the --token that"
                    " 'hallcall token kiosk' prints on the core's machine",
                    key,
                    dict(params),
                )
                self.refused.emit(Refusal("core.unreachable"))
            case Refused(key, params):
                log.warning("the core gave no ticket: %s %s", key, dict(params))
                self.refused.emit(Refusal(key, params))
            case unreachable:
                log.warning("the core was asked for a ticket and did not answer: %s", unreachable.detail)
                self.refused.emit(Refusal("core.unreachable"))

    def _took(self, taken: Taken) -> None:
        self.taken.emit(taken)
        hall = self._link.hall
        if hall is not None:
            slip = self._compose(taken, hall)
            self._jobs.run(lambda: self._print(slip), lambda ended: self._print_ended(taken, ended))

    def _try_out(self) -> PrinterStatus:
        paint(sample(""), self._slip_width)
        return self._printer.status()

    def _tried_out(self, ended: Future[Any]) -> None:
        match ended.exception():
            case None:
                status = ended.result()
                level = logging.WARNING if status.answered and not status.ready else logging.INFO
                log.log(level, "printer %s: %s", self._printer.url, in_words(status))
            case DeviceError() as failure:
                log.warning("the printer is not there yet: %s", failure)
            case bug:
                raise bug

    def _print(self, slip: Slip) -> Printed:
        return self._printer.print_slip(paint(slip, self._slip_width))

    def _print_ended(self, taken: Taken, ended: Future[Any]) -> None:
        match ended.exception():
            case None:
                self.printed.emit(taken)
            case DeviceError() as failure:
                log.error("the slip of %s did not print: %s (%s)", taken.number, failure.key, failure)
                self.unprinted.emit(taken)
            case bug:
                self.unprinted.emit(taken)
                raise bug


def in_words(status: PrinterStatus) -> str:
    """Return what a technician wants to know of a printer."""
    if not status.answered:
        return "it says nothing of itself; slips are sent to it all the same"
    troubles = {"the cover is open": status.cover_open, "a fault of its own": status.fault}
    said = [trouble for trouble, there in troubles.items() if there]
    ready = "ready" if status.ready else "not ready"
    return ", ".join([ready, f"paper {status.paper.value}", *said])


def read_taken(body: Any, item: str | None, language: str) -> Taken:
    """Return the ticket of the core's answer to ``POST /api/tickets``."""
    wait = body["wait"]
    return Taken(
        id=body["id"],
        number=body["number"],
        queue=body["queue"],
        ahead=body["ahead"],
        at=from_text(body["taken_at"]),
        language=language,
        item=item,
        matter=body["matter"],
        wait=Wait(wait["p50_s"], wait["p90_s"]) if wait else None,
        steps=_steps(body["legs"]),
    )


def _steps(legs: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, ...], ...]:
    """Return the queues of each step; legs in parallel share one."""
    steps = sorted({leg["step"] for leg in legs})
    return tuple(tuple(leg["queue"] for leg in legs if leg["step"] == step) for step in steps)
