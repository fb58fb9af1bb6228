"""Every text of the console, in the clerk's language."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from caller.acts.possible import Why
from caller.acts.words import FOR, WHY_NOT
from caller.derive import ConsoleProps, Note, NoteKind, VisitorProps
from caller.elapsed import clock_text
from caller.keys import Act
from caller.moves import Move
from core.domain.ticket import LegState
from core.domain.window import WindowStatus
from core.qt.messages import explain
from core.qt.translate import QT_TRANSLATE_NOOP, Say

CONTEXT = "caller"

MOVES: Mapping[Move, str] = {
    Move.CALL_NEXT: QT_TRANSLATE_NOOP("caller", "Call next"),
    Move.RECALL: QT_TRANSLATE_NOOP("caller", "Recall"),
    Move.START: QT_TRANSLATE_NOOP("caller", "Start"),
    Move.FINISH: QT_TRANSLATE_NOOP("caller", "Finish"),
    Move.PASS: QT_TRANSLATE_NOOP("caller", "Pass"),
    Move.PUT_BACK: QT_TRANSLATE_NOOP("caller", "Put back"),
    Move.OPEN: QT_TRANSLATE_NOOP("caller", "Open window"),
    Move.PAUSE: QT_TRANSLATE_NOOP("caller", "Pause"),
    Move.CLOSE: QT_TRANSLATE_NOOP("caller", "Close window"),
    Move.UNDO: QT_TRANSLATE_NOOP("caller", "Take back"),
    Move.ASK_RATING: QT_TRANSLATE_NOOP("caller", "Ask for a rating"),
    Move.CALL: QT_TRANSLATE_NOOP("caller", "Call out of turn"),
    Move.SUSPEND: QT_TRANSLATE_NOOP("caller", "Suspend"),
    Move.RESUME: QT_TRANSLATE_NOOP("caller", "Go on"),
    Move.TRANSFER: QT_TRANSLATE_NOOP("caller", "Transfer"),
    Move.WALK_IN: QT_TRANSLATE_NOOP("caller", "Without a number"),
    Move.READY: QT_TRANSLATE_NOOP("caller", "Result ready to collect"),
    Move.COLLECTED: QT_TRANSLATE_NOOP("caller", "Collected by the visitor"),
    Move.WITHDRAW: QT_TRANSLATE_NOOP("caller", "A mistake: take it off the screens"),
}

STATUS: Mapping[WindowStatus, str] = {
    WindowStatus.OPEN: QT_TRANSLATE_NOOP("caller", "Open"),
    WindowStatus.PAUSED: QT_TRANSLATE_NOOP("caller", "Paused"),
    WindowStatus.CLOSED: QT_TRANSLATE_NOOP("caller", "Closed"),
}

STATES: Mapping[LegState, str] = {
    LegState.CALLED: QT_TRANSLATE_NOOP("caller", "Called"),
    LegState.SERVING: QT_TRANSLATE_NOOP("caller", "Being served"),
}

TITLE = QT_TRANSLATE_NOOP("caller", "Window console")
WINDOW = QT_TRANSLATE_NOOP("caller", "Window {window}")
WINDOW_NUMBER = QT_TRANSLATE_NOOP("caller", "Window number")
CLERK = QT_TRANSLATE_NOOP("caller", "Clerk number")
PIN = QT_TRANSLATE_NOOP("caller", "PIN")
SIGN_IN = QT_TRANSLATE_NOOP("caller", "Sign in")
SIGNING_IN = QT_TRANSLATE_NOOP("caller", "Signing in …")
SIGN_OUT = QT_TRANSLATE_NOOP("caller", "Sign out")
CLOSE_AND_SIGN_OUT = QT_TRANSLATE_NOOP("caller", "Close and sign out")
RESUME = QT_TRANSLATE_NOOP("caller", "Resume")
PASS_IN = QT_TRANSLATE_NOOP("caller", "{move}: in {seconds} s")
PASS_WHY = QT_TRANSLATE_NOOP("caller", "Pass with a reason")
CALL_ANYWHERE = QT_TRANSLATE_NOOP("caller", "Call next from any program")
NO_REASON = QT_TRANSLATE_NOOP("caller", "No reason")
STRIP = QT_TRANSLATE_NOOP("caller", "Small")
WHOLE = QT_TRANSLATE_NOOP("caller", "Large")
NOBODY_HERE = QT_TRANSLATE_NOOP("caller", "Nobody at the window")
STEP = QT_TRANSLATE_NOOP("caller", "Step {step} of {steps}")
CALLS = QT_TRANSLATE_NOOP("caller", "called {calls} times")
WHY = QT_TRANSLATE_NOOP("caller", "Why: tier {tier}, {score} points")
WHY_NEXT = QT_TRANSLATE_NOOP("caller", "Why: tier {tier}, {score} points; after it {number}")
WAITING = QT_TRANSLATE_NOOP("caller", "Waiting: {total}")
LONGEST = QT_TRANSLATE_NOOP("caller", "longest {time}")
CONNECTING = QT_TRANSLATE_NOOP("caller", "Connecting …")
OFFLINE = QT_TRANSLATE_NOOP("caller", "No connection since {time}. It comes back by itself.")
DEGRADED = QT_TRANSLATE_NOOP("caller", "The hall's computer cannot save anything now. It is tried again.")
NOBODY_WAITS = QT_TRANSLATE_NOOP("caller", "Nobody is waiting for this window.")
NOT_KNOWN = QT_TRANSLATE_NOOP(
    "caller", "{move}: no answer. Whether it was done is not known yet; this page will show it."
)
NOT_DONE = QT_TRANSLATE_NOOP("caller", "{move}: it was not done. Please press again.")
UNREACHABLE = QT_TRANSLATE_NOOP("caller", "The hall's computer does not answer. Still trying …")
NO_ANSWER = QT_TRANSLATE_NOOP("caller", "The hall's computer did not answer. Please try again.")
LEFT_OPEN = QT_TRANSLATE_NOOP("caller", "Signed out without a connection: window {window} was not closed.")
RELIEVED = QT_TRANSLATE_NOOP("caller", "The supervisor signed you out of window {window}.")
SENT_TO = QT_TRANSLATE_NOOP("caller", "The supervisor moved you to window {to}. Please sign in there.")
ROLE_CHANGED = QT_TRANSLATE_NOOP("caller", "Your rights were changed. Please sign in again.")
ELSEWHERE = QT_TRANSLATE_NOOP("caller", "You opened window {to}, so this one was closed.")
CLOSED_BY = QT_TRANSLATE_NOOP("caller", "The supervisor closed this window. Open it to go on.")
PAUSED_BY = QT_TRANSLATE_NOOP("caller", "The supervisor paused this window. Resume to go on.")
QUEUES_CHANGED = QT_TRANSLATE_NOOP("caller", "This window serves other queues from the next call on.")
LEFT_UNDONE = QT_TRANSLATE_NOOP("caller", "{move}: it was not done.")
FILL_IN = QT_TRANSLATE_NOOP("caller", "Please fill in all three.")
KEY_OF = QT_TRANSLATE_NOOP("caller", "{key} ({act})")
KEYS_REFUSED = QT_TRANSLATE_NOOP(
    "caller", "Another program has {keys}. Close that program and start this one again, or set another key."
)
LIST_NOT_PRINTED = QT_TRANSLATE_NOOP("caller", "The list of {number} was not printed.")
LIST_PERHAPS = QT_TRANSLATE_NOOP("caller", "Please look whether the list of {number} came out.")

PRINTER_HINTS: Mapping[str, str] = {
    "printer.paper_out": QT_TRANSLATE_NOOP("caller", "Put in a new roll."),
    "printer.cover_open": QT_TRANSLATE_NOOP("caller", "Close the cover."),
    "printer.cutter": QT_TRANSLATE_NOOP("caller", "Switch it off, take out the paper, switch it on."),
    "printer.offline": QT_TRANSLATE_NOOP("caller", "Press its feed key."),
    "device.unreachable": QT_TRANSLATE_NOOP("caller", "Look at its power and its cable."),
}
SWITCH_OFF_AND_ON = QT_TRANSLATE_NOOP("caller", "Switch it off and on.")


class Words:
    """The console's texts in one language.

    Attributes:
        language: Which.
    """

    def __init__(self, say: Say, language: str) -> None:
        self._say = say
        self.language = language

    def __call__(self, source: str, **values: object) -> str:
        """Return one of the texts above with its values."""
        return self._say(CONTEXT, source).format(**values)

    def move(self, move: Move, status: WindowStatus) -> str:
        """Return the name of a move; opening after a pause is called otherwise."""
        if move is Move.OPEN and status is WindowStatus.PAUSED:
            return self(RESUME)
        return self(MOVES[move])

    def pass_in(self, props: ConsoleProps) -> str:
        """Return the name of a pass, and in how many seconds there may be one."""
        name = self(MOVES[Move.PASS])
        return self(PASS_IN, move=name, seconds=props.pass_in_s) if props.pass_in_s else name

    def status(self, props: ConsoleProps) -> str:
        """Return how the window stands."""
        if not props.known:
            return self(CONNECTING)
        return self(STATUS[props.status])

    def line(self, props: ConsoleProps) -> str:
        """Return the line of notes: the note there is, else for what the window is paused."""
        if props.note is None and props.status_reason:
            return f"{self.status(props)} · {props.status_reason}"
        return self.note(props.note)

    def trouble(self, props: ConsoleProps) -> str:
        """Return what is wrong with the line or the core, empty while all is well."""
        if props.offline_since:
            return self(OFFLINE, time=props.offline_since)
        return self(DEGRADED) if props.degraded else ""

    def state(self, visitor: VisitorProps) -> str:
        """Return how the visitor stands."""
        return self(STATES[visitor.state])

    def step(self, visitor: VisitorProps) -> str:
        """Return which step of the visit this is; of a visit of one it is not said."""
        return self(STEP, step=visitor.step, steps=visitor.steps) if visitor.steps > 1 else ""

    def calls(self, visitor: VisitorProps) -> str:
        """Return how often the visitor was called; once is what everybody expects, and is not said."""
        return self(CALLS, calls=visitor.calls) if visitor.calls > 1 else ""

    def why(self, visitor: VisitorProps) -> str:
        """Return why this visitor was called before the others, as far as it is known."""
        if not visitor.tier:
            return ""
        source = WHY_NEXT if visitor.runner_up else WHY
        return self(source, tier=visitor.tier, score=f"{visitor.score:.1f}", number=visitor.runner_up)

    def longest(self, seconds: float) -> str:
        """Return the longest wait."""
        return self(LONGEST, time=clock_text(seconds))

    def printer(self, key: str) -> str:
        """Return what is wrong with the printer, and what to do about it."""
        hint = self(PRINTER_HINTS.get(key, SWITCH_OFF_AND_ON))
        return f"{explain(key, {}, self._say)} {hint}"

    def refused_keys(self, refused: Sequence[tuple[Act, str]]) -> str:
        """Return which keys another program has, and what to do; empty where it is none."""
        if not refused:
            return ""
        keys = ", ".join(self(KEY_OF, key=key, act=self._act(act)) for act, key in refused)
        return self(KEYS_REFUSED, keys=keys)

    def _act(self, act: Act) -> str:
        return self(MOVES[act]) if isinstance(act, Move) else self(STRIP)

    def list_end(self, number: str, state: str, key: str) -> str:
        """Return what became of a told-once list, empty where it came out as it should."""
        if state == "printed" or key == "printer.unconfirmed":
            return ""
        if state == "unknown":
            return self(LIST_PERHAPS, number=number)
        return f"{self(LIST_NOT_PRINTED, number=number)} {self.printer(key)}"

    def cannot(self, move: Move, why: Why, params: Mapping[str, Any]) -> str:
        """Return what cannot be done and why."""
        return self(FOR, act=self(MOVES[move]), number=self(WHY_NOT[why], **params))

    def note(self, note: Note | None) -> str:
        """Return the sentence of a note."""
        if note is None:
            return ""
        match note.kind:
            case NoteKind.REFUSED:
                return explain(note.key, note.params, self._say)
            case NoteKind.NOT_KNOWN:
                return self(NOT_KNOWN, move=self(MOVES[note.move or Move.CALL_NEXT]))
            case NoteKind.NOT_DONE:
                return self(NOT_DONE, move=self(MOVES[note.move or Move.CALL_NEXT]))
            case NoteKind.LEFT_OPEN:
                return self(LEFT_OPEN, **note.params)
            case NoteKind.CANNOT:
                return self.cannot(note.move or Move.CALL_NEXT, Why(note.key), note.params)
            case kind:
                undone = self(LEFT_UNDONE, move=self(MOVES[note.move])) if note.move else ""
                return " ".join(filter(None, (self(_TOLD[kind], **note.params), undone)))


_TOLD = {
    NoteKind.NOBODY_WAITS: NOBODY_WAITS,
    NoteKind.STILL_TRYING: UNREACHABLE,
    NoteKind.UNREACHABLE: NO_ANSWER,
    NoteKind.FILL_IN: FILL_IN,
    NoteKind.RELIEVED: RELIEVED,
    NoteKind.SENT_TO: SENT_TO,
    NoteKind.ROLE_CHANGED: ROLE_CHANGED,
    NoteKind.ELSEWHERE: ELSEWHERE,
    NoteKind.CLOSED_BY: CLOSED_BY,
    NoteKind.PAUSED_BY: PAUSED_BY,
    NoteKind.QUEUES_CHANGED: QUEUES_CHANGED,
}
"""What is said in one sentence: of the line, of the fields, of what others did to the window."""
