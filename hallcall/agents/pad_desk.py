"""A window with a keypad and no console: the clerk signs in at the pad, which then is a console's pad."""

from __future__ import annotations

import logging
from collections.abc import Callable
from enum import Enum, auto

from PySide6.QtCore import QObject, QTimer

from caller.derive import Note, NoteKind
from caller.moves import Move
from caller.pad_console import MARK_MS, NO, NO_LINE, STATUSES, UNKNOWN, PadConsole
from caller.ports import LinkFor, Post
from caller.sign_in import SignedIn, SignIn
from caller.view_model import CALL_GAP_MS, Console
from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from core.domain.window import WindowStatus
from hardware.keypad.actions import Act, Action
from hardware.keypad.at_windows import Face

log = logging.getLogger(__name__)

TYPED_MS = 20_000
"""So long after its last key a number that was begun is forgotten: the next one's is not put behind it."""
CLERK_MOST, PIN_MOST = 12, 12
CLERK, PIN, WAIT = "ID", "PIN", "WAIT"
"""What the pad asks for; or that after wrong PINs nobody is let in for a while."""

_CONFIRMS = frozenset({Action.CALL_NEXT, Action.OPEN})
_TAKES_BACK = frozenset({Action.CLEAR, Action.UNDO})


class Stage(Enum):
    """How far a clerk is."""

    CLERK = auto()
    PIN = auto()
    ASKING = auto()
    WORKING = auto()
    LEAVING = auto()


class WindowDesk(QObject):
    """One window's keypads.

    Before somebody has signed in, keys do nothing but that: the clerk's number, ``call-next`` or ``open``,
    the PIN, and the same key again; this opens the window. A pause locks the pad until the same clerk's PIN
    is typed again; ``close`` ends the shift. The PIN is sent once and never kept, and nobody's token outlasts
    the clerk's work: it is forgotten at the pause.

    Attributes:
        stage: How far it is.
    """

    def __init__(
        self,
        window: int,
        public: Link,
        post: Post,
        link_for: LinkFor,
        show: Callable[[Face], None],
        *,
        call_gap_ms: int = CALL_GAP_MS,
        mark_ms: int = MARK_MS,
        typed_ms: int = TYPED_MS,
        parent: QObject | None = None,
    ) -> None:
        """Let nobody in yet.

        Args:
            public: The hall as every screen knows it: what the pad shows while nobody is signed in.
            post: Reaches the core without a token.
            link_for: Makes a clerk's line from the token.
            show: Told what the pads are to show.
        """
        super().__init__(parent)
        self._window = window
        self._public = public
        self._link_for = link_for
        self._show_on_pads = show
        self._call_gap_ms = call_gap_ms
        self._mark_ms = mark_ms
        self.stage = Stage.CLERK
        self._clerk = ""
        self._typed = ""
        self._mark = ""
        self._was_mine = False
        self._opens = False
        self._shown: Face | None = None
        self._link: Link | None = None
        self._console: Console | None = None
        self._pad: PadConsole | None = None
        self._sign_in = SignIn(post, self)
        self._sign_in.signed_in.connect(self._signed_in)
        self._sign_in.changed.connect(self._sign_in_changed)
        self._mark_over = QTimer(self, singleShot=True, interval=mark_ms)
        self._mark_over.timeout.connect(lambda: self._say(""))
        self._forget = QTimer(self, singleShot=True, interval=typed_ms)
        self._forget.timeout.connect(self._begin_anew)
        self.tell()

    def press(self, act: Act) -> None:
        """Take a key."""
        if self.stage is Stage.WORKING and self._pad is not None:
            if act.action is Action.CLOSE:
                self._sign_out()
            else:
                self._pad.press(act)
        elif self.stage in (Stage.CLERK, Stage.PIN):
            self._sign_in_key(act)

    def stop(self) -> None:
        """Forget whoever is signed in; the window stays as it stands in the core."""
        self._drop()
        self._forget.stop()
        self._mark_over.stop()

    def tell(self) -> None:
        """Have the pads show what is so now, while it is not the clerk's console that tells it."""
        if self._pad is None:
            self._show(self._face())

    # --- before somebody is signed in ---------------------------------------------------------------

    def _sign_in_key(self, act: Act) -> None:
        if not self._public.live:
            self._refuse(NO)
        elif act.action is Action.DIGIT:
            most = CLERK_MOST if self.stage is Stage.CLERK else PIN_MOST
            self._typed = f"{self._typed}{act.number}"[:most]
            self._forget.start()
            self._say("")
        elif act.action in _TAKES_BACK:
            self._begin_anew() if not self._typed else self._take_back()
        elif act.action in _CONFIRMS and self._typed:
            self._confirm()
        else:
            self._refuse(NO)

    def _take_back(self) -> None:
        self._typed = ""
        self._say("")

    def _begin_anew(self) -> None:
        self._forget.stop()
        self._typed, self._clerk, self.stage = "", "", Stage.CLERK
        self._say("")

    def _confirm(self) -> None:
        typed, self._typed = self._typed, ""
        if self.stage is Stage.CLERK:
            self._clerk, self.stage = typed, Stage.PIN
            self._forget.start()
            self._say("")
            return
        self._forget.stop()
        self.stage = Stage.ASKING
        self._sign_in.submit(self._clerk, typed, self._window)
        self.tell()

    def _sign_in_changed(self) -> None:
        note = self._sign_in.note
        if self._sign_in.busy or note is None or self.stage is not Stage.ASKING:
            return
        self._begin_anew()
        self._refuse(_mark_of(note))

    def _signed_in(self, signed_in: SignedIn) -> None:
        if signed_in.role != "clerk":
            log.warning("window %d: %s is no clerk's number", self._window, signed_in.role)
            self._begin_anew()
            self._refuse(NO)
            return
        self._say("")
        self.stage, self._was_mine, self._opens = Stage.WORKING, False, True
        self._link = self._link_for(signed_in.token)
        self._console = Console(
            self._link, self._window, clerk=signed_in.clerk, call_gap_ms=self._call_gap_ms, parent=self
        )
        self._pad = PadConsole(self._console, self._show, mark_ms=self._mark_ms, parent=self)
        self._console.changed.connect(self._console_changed)
        self._console.left.connect(self._left)
        self._console.start()
        log.info("window %d: %s is signed in", self._window, signed_in.clerk)

    # --- while somebody is signed in ----------------------------------------------------------------

    def _console_changed(self) -> None:
        """Open the window once it is known; lock or leave when it is paused, closed or somebody else's."""
        if self._console is None or self.stage is not Stage.WORKING:
            return
        props = self._console.props
        if props.offline_since is not None or not props.known:
            return
        if self._opens:
            self._opens = False
            free = props.note is None or props.note.key != "window.taken"
            if free and Move.OPEN in props.moves:
                self._console.press(Move.OPEN)
                return
        if props.mine and props.status is WindowStatus.OPEN:
            self._was_mine = True
        elif self._was_mine and props.busy is None and (not props.mine or props.visitor is None):
            # Somebody who is served while the window is paused is finished first.
            self._end(locked=props.mine and props.status is WindowStatus.PAUSED)

    def _sign_out(self) -> None:
        props = self._console.props if self._console else None
        if props is None or self._link is None or self._pad is None:
            return
        if props.offline_since is not None or props.degraded or props.busy is not None or props.visitor:
            self._pad.refuse()
            return
        self.stage = Stage.LEAVING
        self._link.post("/api/sign-out", None, self._signed_out)

    def _signed_out(self, reply: Reply) -> None:
        match reply:
            case Answer():
                self._end(locked=False)
            case Refused(key=key) if key.startswith("auth."):
                self._end(locked=False)
            case _:
                self.stage = Stage.WORKING
                if self._pad is not None:
                    self._pad.refuse(NO if isinstance(reply, Refused) else UNKNOWN)

    def _left(self, note: Note | None) -> None:
        """Take in that the core does not know the clerk any more, e.g. at the end of a long day."""
        self._end(locked=False)
        if note is not None:
            self._refuse(_mark_of(note))

    def _end(self, *, locked: bool) -> None:
        clerk = self._clerk
        log.info("window %d: %s is %s", self._window, clerk, "locked" if locked else "signed out")
        self._drop()
        self._begin_anew()
        if locked:
            self._clerk, self.stage = clerk, Stage.PIN
            self.tell()

    def _drop(self) -> None:
        if self._pad is not None:
            self._pad.close()
        if self._console is not None:
            self._console.changed.disconnect(self._console_changed)
            self._console.left.disconnect(self._left)
            self._console.stop()
        # They may be in the middle of telling us: they go when the loop is back.
        for gone in (self._pad, self._console, self._link):
            if gone is not None:
                gone.deleteLater()
        self._pad = self._console = self._link = None

    # --- what is shown ------------------------------------------------------------------------------

    def _show(self, face: Face) -> None:
        if face != self._shown:
            self._shown = face
            self._show_on_pads(face)

    def _face(self) -> Face:
        view = self._public.floor.windows.get(self._window)
        if not self._public.live or view is None:
            return Face(mark=self._mark or NO_LINE, trouble=True)
        asked = {Stage.CLERK: self._typed or CLERK, Stage.PIN: "-" * len(self._typed) or PIN}
        mark = self._mark or asked.get(self.stage, "...")
        return Face(STATUSES[view.status], mark=mark, trouble=bool(self._mark))

    def _say(self, mark: str) -> None:
        self._mark = mark
        if mark:
            self._mark_over.start()
        self.tell()

    def _refuse(self, mark: str) -> None:
        self._say(mark)


def _mark_of(note: Note) -> str:
    if note.kind is NoteKind.REFUSED:
        return WAIT if note.key == "sign_in.blocked" else NO
    return UNKNOWN
