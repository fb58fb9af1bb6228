"""The texts of the floor's window, beside those of the console."""

from __future__ import annotations

from collections.abc import Mapping

from caller.floor.state import FloorProps, Lateness
from caller.words import DEGRADED, OFFLINE, Words
from core.domain.ticket import LegState
from core.qt.translate import QT_TRANSLATE_NOOP

TITLE = QT_TRANSLATE_NOOP("caller", "The hall now")
HALL = QT_TRANSLATE_NOOP("caller", "Hall")
ISSUE = QT_TRANSLATE_NOOP("caller", "Issue a number")
FIND = QT_TRANSLATE_NOOP("caller", "Find a ticket")
SLIPS = QT_TRANSLATE_NOOP("caller", "Missing slips")
SLIPS_COUNT = QT_TRANSLATE_NOOP("caller", "Missing slips: {count}")
ALL_ZONES = QT_TRANSLATE_NOOP("caller", "All zones")
ZONE = QT_TRANSLATE_NOOP("caller", "Zone")
QUEUE = QT_TRANSLATE_NOOP("caller", "Queue")
WAITING = QT_TRANSLATE_NOOP("caller", "Waiting")
LONGEST = QT_TRANSLATE_NOOP("caller", "Longest")
WINDOWS = QT_TRANSLATE_NOOP("caller", "Windows")
ESTIMATE = QT_TRANSLATE_NOOP("caller", "Who comes now")
STATE = QT_TRANSLATE_NOOP("caller", "State")
WINDOW = QT_TRANSLATE_NOOP("caller", "Window")
CLERK = QT_TRANSLATE_NOOP("caller", "Clerk")
NUMBER = QT_TRANSLATE_NOOP("caller", "Number")
SINCE = QT_TRANSLATE_NOOP("caller", "Since")
SERVES = QT_TRANSLATE_NOOP("caller", "Serves")
MATTER = QT_TRANSLATE_NOOP("caller", "Matter")
CLASS = QT_TRANSLATE_NOOP("caller", "Class")
SLIP = QT_TRANSLATE_NOOP("caller", "Slip")
MINUTES = QT_TRANSLATE_NOOP("caller", "{minutes} min")
RANGE = QT_TRANSLATE_NOOP("caller", "{least}–{most} min")
OPEN_OF = QT_TRANSLATE_NOOP("caller", "{open} of {all} open")
NONE_OPEN = QT_TRANSLATE_NOOP("caller", "no window open")
NO_NUMBERS = QT_TRANSLATE_NOOP("caller", "No numbers now")
CALLS_IN = QT_TRANSLATE_NOOP("caller", "{number}, called")
SERVES_NOW = QT_TRANSLATE_NOOP("caller", "{number}, served")
SEARCH = QT_TRANSLATE_NOOP("caller", "Search by name")
PHONE = QT_TRANSLATE_NOOP("caller", "Mobile number")
ASSISTED = QT_TRANSLATE_NOOP("caller", "Taken by staff, marked on the slip")
ORDINARY_TEXT = QT_TRANSLATE_NOOP("caller", "Who is it for? You vouch for the class.")
PRINTER = QT_TRANSLATE_NOOP("caller", "Printer")
NO_PRINTER = QT_TRANSLATE_NOOP("caller", "Do not print")
GIVE_NUMBER = QT_TRANSLATE_NOOP("caller", "Issue")
FIND_NOW = QT_TRANSLATE_NOOP("caller", "Find")
TICKET_NUMBER = QT_TRANSLATE_NOOP("caller", "Ticket number")
GIVE_CLASS = QT_TRANSLATE_NOOP("caller", "Give a class")
MOVE_TO_QUEUE = QT_TRANSLATE_NOOP("caller", "Move to a queue")
MOVE_TO_WINDOW = QT_TRANSLATE_NOOP("caller", "Move to a window")
FIRST = QT_TRANSLATE_NOOP("caller", "First in line")
RESTORE = QT_TRANSLATE_NOOP("caller", "Let wait again")
CANCEL = QT_TRANSLATE_NOOP("caller", "Cancel the ticket")
REPRINT = QT_TRANSLATE_NOOP("caller", "Print again")
REFRESH = QT_TRANSLATE_NOOP("caller", "Look again")
REASON = QT_TRANSLATE_NOOP("caller", "Reason")
SERVE_FIRST = QT_TRANSLATE_NOOP("caller", "Serves it first")
HELP_AFTER = QT_TRANSLATE_NOOP("caller", "Helps after {minutes} min")
SERVE_NO_MORE = QT_TRANSLATE_NOOP("caller", "Serves it no more")
MESSAGE = QT_TRANSLATE_NOOP("caller", "Message")
SAY_HERE = QT_TRANSLATE_NOOP("caller", "To this window")
SAY_ALL = QT_TRANSLATE_NOOP("caller", "To all windows")
SIGN_OUT_CLERK = QT_TRANSLATE_NOOP("caller", "Sign the clerk out")
SEND_CLERK = QT_TRANSLATE_NOOP("caller", "Move the clerk there")
STAYS = QT_TRANSLATE_NOOP("caller", "Done. {number} stays at window {window}: somebody has to go on there.")
TAKE_OVER = QT_TRANSLATE_NOOP("caller", "Take over")
READ = QT_TRANSLATE_NOOP("caller", "Read")
SAYS = QT_TRANSLATE_NOOP("caller", "{at} {text}")
CHOOSE_WINDOW = QT_TRANSLATE_NOOP("caller", "Choose a window in the table")
CHOOSE_TICKET = QT_TRANSLATE_NOOP("caller", "Choose a number in the table")
NOTHING_FOUND = QT_TRANSLATE_NOOP("caller", "Nothing found")
ALL_SLIPS = QT_TRANSLATE_NOOP("caller", "Every visitor has a slip")
ISSUED = QT_TRANSLATE_NOOP("caller", "{number} is issued, {ahead} ahead")
DONE = QT_TRANSLATE_NOOP("caller", "Done.")
UNCERTAIN = QT_TRANSLATE_NOOP(
    "caller", "No answer. Whether it was done is not known: look before you do it again."
)
CONNECTING = QT_TRANSLATE_NOOP("caller", "Connecting …")

LATENESS: Mapping[Lateness, str] = {
    Lateness.LATE: QT_TRANSLATE_NOOP("caller", "Long wait"),
    Lateness.VERY_LATE: QT_TRANSLATE_NOOP("caller", "Very long wait"),
}
STATES: Mapping[str, str] = {
    LegState.PLANNED.value: QT_TRANSLATE_NOOP("caller", "comes later"),
    LegState.WAITING.value: QT_TRANSLATE_NOOP("caller", "waiting"),
    LegState.CALLED.value: QT_TRANSLATE_NOOP("caller", "Called"),
    LegState.SERVING.value: QT_TRANSLATE_NOOP("caller", "Being served"),
    LegState.SUSPENDED.value: QT_TRANSLATE_NOOP("caller", "suspended"),
    LegState.DONE.value: QT_TRANSLATE_NOOP("caller", "done"),
    LegState.PASSED.value: QT_TRANSLATE_NOOP("caller", "passed"),
    LegState.TRANSFERRED.value: QT_TRANSLATE_NOOP("caller", "moved to another queue"),
    LegState.VOID.value: QT_TRANSLATE_NOOP("caller", "cancelled"),
}
SLIP_STATES: Mapping[str, str] = {
    "": QT_TRANSLATE_NOOP("caller", "none was printed"),
    "pending": QT_TRANSLATE_NOOP("caller", "being printed"),
    "printed": QT_TRANSLATE_NOOP("caller", "printed"),
    "failed": QT_TRANSLATE_NOOP("caller", "did not print"),
    "unknown": QT_TRANSLATE_NOOP("caller", "may be out; nobody knows"),
}
ROLES: Mapping[str, str] = {
    "guide": QT_TRANSLATE_NOOP("caller", "Guide"),
    "supervisor": QT_TRANSLATE_NOOP("caller", "Supervisor"),
    "admin": QT_TRANSLATE_NOOP("caller", "Administrator"),
}


def minutes(words: Words, wait: int | None) -> str:
    """Return a wait, or a dash where nobody waits."""
    return "—" if wait is None else words(MINUTES, minutes=wait)


def estimate(words: Words, wait: tuple[int, int] | None) -> str:
    """Return a range of minutes, or a dash where it is not known."""
    return "—" if wait is None else words(RANGE, least=wait[0], most=wait[1])


def trouble(words: Words, props: FloorProps) -> str:
    """Return what is wrong with the line or the core, empty while all is well."""
    if not props.live and props.offline_since:
        return words(OFFLINE, time=props.offline_since)
    if not props.live:
        return words(CONNECTING)
    return words(DEGRADED) if props.degraded else ""
