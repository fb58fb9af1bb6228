"""The texts beside the console."""

from __future__ import annotations

from collections.abc import Mapping

from caller.elapsed import clock_text
from caller.keys import Command
from caller.sight.devices import DeviceRow, Kind, LinkState, Well
from caller.sight.limit import Limit, Pace
from caller.sight.state import BesideRow, LineRow, Tab
from caller.words import STATES, STATUS, Words
from core.domain.window import WindowStatus
from core.qt.translate import QT_TRANSLATE_NOOP

TABS: Mapping[Tab, str] = {
    Tab.LINE: QT_TRANSLATE_NOOP("caller", "Line"),
    Tab.WINDOWS: QT_TRANSLATE_NOOP("caller", "Windows"),
    Tab.DAY: QT_TRANSLATE_NOOP("caller", "My day"),
    Tab.DEVICES: QT_TRANSLATE_NOOP("caller", "Devices"),
}
TAB_KEYS: Mapping[Tab, Command] = {
    Tab.LINE: Command.SEE_LINE,
    Tab.WINDOWS: Command.SEE_WINDOWS,
    Tab.DAY: Command.SEE_DAY,
    Tab.DEVICES: Command.SEE_DEVICES,
}

SEE_MORE = QT_TRANSLATE_NOOP("caller", "Line, my day …")
NUMBER = QT_TRANSLATE_NOOP("caller", "Number")
MATTER = QT_TRANSLATE_NOOP("caller", "Matter")
CLASS = QT_TRANSLATE_NOOP("caller", "Class")
WAITED = QT_TRANSLATE_NOOP("caller", "Waited")
STEP = QT_TRANSLATE_NOOP("caller", "Step")
BOOKED = QT_TRANSLATE_NOOP("caller", "Booked")
MINUTES = QT_TRANSLATE_NOOP("caller", "{minutes} min")
GONE = QT_TRANSLATE_NOOP("caller", "gone")
NOT_BEFORE = QT_TRANSLATE_NOOP("caller", "from {time}")
STEADY = QT_TRANSLATE_NOOP("caller", "The list stands still while you choose: {gone} gone, {come} new")
AND_MORE = QT_TRANSLATE_NOOP("caller", "and {count} more")
LISTING = QT_TRANSLATE_NOOP("caller", "One moment …")
NOT_LISTED = QT_TRANSLATE_NOOP("caller", "It did not come. It is asked for again.")
NOBODY = QT_TRANSLATE_NOOP("caller", "Nobody is waiting for this window.")
CHOOSE = QT_TRANSLATE_NOOP("caller", "Choose a number to call it out of turn")
CALL_NUMBER = QT_TRANSLATE_NOOP("caller", "Call {number} out of turn …")

WINDOW = QT_TRANSLATE_NOOP("caller", "Window")
STATE = QT_TRANSLATE_NOOP("caller", "State")
FOR = QT_TRANSLATE_NOOP("caller", "For")
ALONE = QT_TRANSLATE_NOOP("caller", "No other window serves these queues.")
FREE = QT_TRANSLATE_NOOP("caller", "free")

FINISHED = QT_TRANSLATE_NOOP("caller", "Finished today: {count}")
MEAN = QT_TRANSLATE_NOOP("caller", "at the window on average {time}")
FINISHED_HEAD = QT_TRANSLATE_NOOP("caller", "Finished")
MEAN_HEAD = QT_TRANSLATE_NOOP("caller", "Average")
RATED = QT_TRANSLATE_NOOP("caller", "Ratings of the last 7 days: {count}, satisfied {percent} %")
NOT_RATED = QT_TRANSLATE_NOOP("caller", "No ratings in the last 7 days")
RATED_LATER = QT_TRANSLATE_NOOP("caller", "Today's ratings are counted when the day is over.")
NOTHING_YET = QT_TRANSLATE_NOOP("caller", "Nobody was finished here today.")

LEFT = QT_TRANSLATE_NOOP("caller", "{time} left of {minutes} min")
NEARLY = QT_TRANSLATE_NOOP("caller", "Nearly over: {time} left of {minutes} min")
PASSED = QT_TRANSLATE_NOOP("caller", "{minutes} min are over, by {time}")
NEAR_SHORT = QT_TRANSLATE_NOOP("caller", "Nearly over")
PASSED_SHORT = QT_TRANSLATE_NOOP("caller", "Time is over")

SHORT: Mapping[Pace, str] = {Pace.NEAR: NEAR_SHORT, Pace.OVER: PASSED_SHORT}

DEVICE = QT_TRANSLATE_NOOP("caller", "Device")
LINK = QT_TRANSLATE_NOOP("caller", "Hall's computer")
LIVE = QT_TRANSLATE_NOOP("caller", "connected; what is shown is of now")
STALE = QT_TRANSLATE_NOOP("caller", "no connection; what is shown is of {time}")
NEVER = QT_TRANSLATE_NOOP("caller", "no connection yet")
CANNOT_SAVE = QT_TRANSLATE_NOOP("caller", "connected; it cannot save anything now")

KINDS: Mapping[Kind, str] = {
    Kind.PRINTER: QT_TRANSLATE_NOOP("caller", "Printer"),
    Kind.KEYPAD: QT_TRANSLATE_NOOP("caller", "Keypad"),
    Kind.RATER: QT_TRANSLATE_NOOP("caller", "Rater"),
    Kind.CARD_READER: QT_TRANSLATE_NOOP("caller", "Card reader"),
}
WELL: Mapping[Well, str] = {
    Well.READY: QT_TRANSLATE_NOOP("caller", "ready"),
    Well.STARTING: QT_TRANSLATE_NOOP("caller", "starting"),
    Well.DEGRADED: QT_TRANSLATE_NOOP("caller", "works badly"),
    Well.GONE: QT_TRANSLATE_NOOP("caller", "does not answer"),
    Well.NONE: QT_TRANSLATE_NOOP("caller", "none at this console"),
}
SHAPES: Mapping[Well, str] = {
    Well.READY: "●",
    Well.STARTING: "◌",
    Well.DEGRADED: "▲",
    Well.GONE: "✕",
    Well.NONE: "–",
}
"""A shape beside each word: nothing is told by a colour alone."""
STATUS_SHAPES: Mapping[WindowStatus, str] = {
    WindowStatus.OPEN: "●",
    WindowStatus.PAUSED: "▲",
    WindowStatus.CLOSED: "–",
}


_PACE_SHAPES: Mapping[Pace, str] = {Pace.FINE: "", Pace.NEAR: "◔ ", Pace.OVER: "▲ "}


def waited(words: Words, row: LineRow, seconds: float) -> str:
    """Return how long somebody has waited, or when the wait may end."""
    if row.not_before:
        return words(NOT_BEFORE, time=row.not_before)
    return words(MINUTES, minutes=max(0, int(seconds)) // 60)


def standing(words: Words, row: BesideRow) -> str:
    """Return how a window stands."""
    shape = STATUS_SHAPES[row.status]
    if row.state is not None:
        return f"{shape} {row.number} · {words(STATES[row.state])}"
    status = words(STATUS[row.status])
    if row.status is WindowStatus.OPEN:
        return f"{shape} {status} · {words(FREE)}"
    return f"{shape} {status} · {row.reason}" if row.reason else f"{shape} {status}"


def well(words: Words, row: DeviceRow) -> str:
    """Return how a device is."""
    return f"{SHAPES[row.well]} {words(WELL[row.well])}"


def link(words: Words, state: LinkState) -> str:
    """Return how the line to the core is, and how old what is shown is."""
    if state.live:
        return f"▲ {words(CANNOT_SAVE)}" if state.degraded else f"● {words(LIVE)}"
    return f"✕ {words(STALE, time=state.heard_at)}" if state.heard_at else f"◌ {words(NEVER)}"


def limit(words: Words, of: Limit, pace: Pace, left_s: float) -> str:
    """Return how a limit goes by."""
    source = {Pace.FINE: LEFT, Pace.NEAR: NEARLY, Pace.OVER: PASSED}[pace]
    text = words(source, time=clock_text(abs(left_s)), minutes=f"{of.minutes:g}")
    return f"{_PACE_SHAPES[pace]}{text}"
