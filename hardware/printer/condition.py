"""What a printer's status means for who looks after it."""

from __future__ import annotations

from hardware.printer.driver import why_not
from hardware.printer.ports import Paper, PrinterStatus
from hardware.worker import READY, Health, State

_DETAILS = {
    "printer.cover_open": "the cover is open",
    "printer.cutter": "the knife is stuck",
    "printer.paper_out": "the paper has run out",
    "printer.fault": "it reports an error of its own",
    "printer.offline": "it is offline and does not say why",
}


def condition(status: PrinterStatus) -> Health:
    """Return how a printer is that takes a connection; one that answers nothing is no ready printer."""
    if not status.answered:
        return Health(State.DEGRADED, "printer.unknown", "it answers no question")
    if not status.ready:
        key = why_not(status).key
        return Health(State.DEGRADED, key, _DETAILS[key])
    if status.paper is Paper.LOW:
        return Health(State.DEGRADED, "printer.paper_low", "the roll ends soon")
    return READY
