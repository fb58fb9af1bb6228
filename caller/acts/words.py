"""The texts of the second level."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from caller.acts.possible import Act, Why
from caller.moves import Move
from core.domain.ticket import Suspension
from core.qt.translate import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Said:
    """A text of the console with its values, to be said in the clerk's language; values may be texts."""

    source: str
    values: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong with the printer and what to do about it, by its message key."""

    key: str


Text = str | Said | Trouble
"""A word of the hall as it stands, or a text of ours."""

ACTS: Mapping[Act, str] = {
    Act.OUTCOME: QT_TRANSLATE_NOOP("caller", "Finish with an outcome"),
    Act.PASS: QT_TRANSLATE_NOOP("caller", "Pass with a reason"),
    Act.NO_PAPERS: QT_TRANSLATE_NOOP("caller", "Suspend: the papers go with the visitor"),
    Act.PAPERS_LEFT: QT_TRANSLATE_NOOP("caller", "Suspend: the papers stay here"),
    Act.STEP: QT_TRANSLATE_NOOP("caller", "Suspend: waits for another step"),
    Act.SUSPENDED: QT_TRANSLATE_NOOP("caller", "Suspended here: go on"),
    Act.TRANSFER: QT_TRANSLATE_NOOP("caller", "Transfer"),
    Act.PICK: QT_TRANSLATE_NOOP("caller", "Call a certain number"),
    Act.WALK_IN: QT_TRANSLATE_NOOP("caller", "Serve without a number"),
    Act.UNDO: QT_TRANSLATE_NOOP("caller", "Take back"),
    Act.TOLD: QT_TRANSLATE_NOOP("caller", "Missing papers, told once"),
    Act.RATING: QT_TRANSLATE_NOOP("caller", "Ask for a rating"),
    Act.RESULT: QT_TRANSLATE_NOOP("caller", "Result ready to collect"),
}

WHY_NOT: Mapping[Why, str] = {
    Why.OFFLINE: QT_TRANSLATE_NOOP("caller", "no connection"),
    Why.DEGRADED: QT_TRANSLATE_NOOP("caller", "nothing can be saved now"),
    Why.BUSY: QT_TRANSLATE_NOOP("caller", "under way …"),
    Why.TAKEN: QT_TRANSLATE_NOOP("caller", "another clerk is here"),
    Why.NOT_OPEN: QT_TRANSLATE_NOOP("caller", "the window is not open"),
    Why.NOBODY_HERE: QT_TRANSLATE_NOOP("caller", "nobody is here"),
    Why.BEING_SERVED: QT_TRANSLATE_NOOP("caller", "{number} is being served"),
    Why.TOO_SOON: QT_TRANSLATE_NOOP("caller", "in {seconds} s"),
    Why.SOMEBODY_HERE: QT_TRANSLATE_NOOP("caller", "{number} is here"),
    Why.JUST_CALLED: QT_TRANSLATE_NOOP("caller", "called just now"),
    Why.NO_REASONS: QT_TRANSLATE_NOOP("caller", "the hall has no reasons for it"),
    Why.NOTHING_DONE: QT_TRANSLATE_NOOP("caller", "nothing to take back"),
    Why.TOO_LATE: QT_TRANSLATE_NOOP("caller", "too late for {number}"),
    Why.NO_LIST: QT_TRANSLATE_NOOP("caller", "no papers are listed"),
    Why.NOT_SERVED: QT_TRANSLATE_NOOP("caller", "nobody was served yet"),
}

TAKES_BACK: Mapping[Move, str] = {
    Move.FINISH: QT_TRANSLATE_NOOP("caller", "{number} comes back, was finished ({seconds} s)"),
    Move.PASS: QT_TRANSLATE_NOOP("caller", "{number} comes back, was passed ({seconds} s)"),
    Move.TRANSFER: QT_TRANSLATE_NOOP("caller", "{number} comes back, was transferred ({seconds} s)"),
}

KINDS: Mapping[str, str] = {
    Suspension.NO_PAPERS.value: QT_TRANSLATE_NOOP("caller", "papers with the visitor"),
    Suspension.PAPERS_LEFT.value: QT_TRANSLATE_NOOP("caller", "papers here"),
    Suspension.STEP.value: QT_TRANSLATE_NOOP("caller", "waits for another step"),
}

MORE = QT_TRANSLATE_NOOP("caller", "More acts")
MORE_BUTTON = QT_TRANSLATE_NOOP("caller", "More")
BACK = QT_TRANSLATE_NOOP("caller", "Back")
FOR = QT_TRANSLATE_NOOP("caller", "{act} · {number}")
WITHOUT_REASON = QT_TRANSLATE_NOOP("caller", "No reason")
WITHOUT_OUTCOME = QT_TRANSLATE_NOOP("caller", "Finish without an outcome")
NEXT_STEP = QT_TRANSLATE_NOOP("caller", "Next step: {queue}")
TO_NEXT_STEP = QT_TRANSLATE_NOOP("caller", "Finish; next step: {queue}")
LAST_STEP = QT_TRANSLATE_NOOP("caller", "No further step")
TO_WINDOW = QT_TRANSLATE_NOOP("caller", "Window {window}")
WAITING_THERE = QT_TRANSLATE_NOOP("caller", "{count} waiting")
FIRST = QT_TRANSLATE_NOOP("caller", "First in line there")
COMES_BACK = QT_TRANSLATE_NOOP("caller", "Comes back to this window")
PASSED = QT_TRANSLATE_NOOP("caller", "passed")
GONE = QT_TRANSLATE_NOOP("caller", "is gone from here")
NEW_ONES = QT_TRANSLATE_NOOP("caller", "{count} changes: show")
SEND_BACK = QT_TRANSLATE_NOOP("caller", "Send back with the list")
PRINT = QT_TRANSLATE_NOOP("caller", "Print the list")
PRINT_AGAIN = QT_TRANSLATE_NOOP("caller", "Print the list of {number} again")
NO_PRINTER = QT_TRANSLATE_NOOP("caller", "no printer is set up here")
PRINTING = QT_TRANSLATE_NOOP("caller", "Printing …")
PRINTED = QT_TRANSLATE_NOOP("caller", "The list is printed.")
NOT_PRINTED = QT_TRANSLATE_NOOP("caller", "The list was not printed.")
PERHAPS_PRINTED = QT_TRANSLATE_NOOP("caller", "Please look whether the list came out.")
SEARCH = QT_TRANSLATE_NOOP("caller", "Name, first letters or number")
NOTHING_FOUND = QT_TRANSLATE_NOOP("caller", "Nothing is found.")
LOADING = QT_TRANSLATE_NOOP("caller", "One moment …")
NO_ANSWER = QT_TRANSLATE_NOOP("caller", "The list did not come.")
OTHER_VISITOR = QT_TRANSLATE_NOOP("caller", "Somebody else is at the window now. Nothing was done.")
FINISHES = QT_TRANSLATE_NOOP("caller", "finishes {number}")
SHOW_RESULT = QT_TRANSLATE_NOOP("caller", "Show {number} on the screens")
READY_SINCE = QT_TRANSLATE_NOOP("caller", "ready since {time}")
COLLECTED = QT_TRANSLATE_NOOP("caller", "Collected by the visitor")
MISTAKE = QT_TRANSLATE_NOOP("caller", "A mistake: take it off the screens")
NUMBERS_ONLY = QT_TRANSLATE_NOOP(
    "caller", "Only letters and figures, at most {most}; no name, phone or ID number."
)
RESULT_NUMBER = QT_TRANSLATE_NOOP("caller", "Number or acceptance number")
ALL_THERE = QT_TRANSLATE_NOOP("caller", "Tick what is missing")
