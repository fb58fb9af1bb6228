"""What follows when the session is locked or the machine sleeps, and when somebody is back."""

from __future__ import annotations

import logging

from PySide6.QtCore import QObject

from caller.app import CallerApp
from caller.session.absence import Seen, meanwhile, seen
from caller.session.watch import SessionWatch
from caller.view_model import Console
from caller.words import Words

log = logging.getLogger(__name__)


class SessionGuard(QObject):
    """Between the system and the console.

    While the session is locked no key does anything, also one that works in every program; unlocked, the core
    is looked at anew. Before the machine sleeps nothing more is sent, and it may sleep once what was under
    way has its answer; awake, the line is opened again at once. What happened meanwhile is said.
    """

    def __init__(self, app: CallerApp, watch: SessionWatch, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._app = app
        self._watch = watch
        self._asleep = False
        self._console: Console | None = None
        self._before: Seen | None = None
        self._fresh = False
        watch.setParent(self)
        watch.locking.connect(self._locked)
        watch.sleeping.connect(self._slept)

    def start(self) -> None:
        """Begin; where the system tells nothing, the log says so and the console works all the same."""
        try:
            self._watch.start()
        except OSError as error:
            log.info("that the session is locked or the machine sleeps is not heard here: %s", error)

    def stop(self) -> None:
        """Listen no more."""
        self._watch.stop()

    def _locked(self, locked: bool) -> None:
        log.info("the session was %s", "locked" if locked else "unlocked")
        self._app.window.hold(locked)
        if locked:
            self._leave()
        else:
            self._return(slept=False)

    def _slept(self, asleep: bool) -> None:
        log.info("the machine %s", "is about to sleep" if asleep else "woke")
        self._asleep = asleep
        console = self._app.console
        if console is not None:
            console.hold(asleep)
        if not asleep:
            self._return(slept=True)
            return
        self._leave()
        if console is not None and console.props.busy is not None:
            console.changed.connect(self._look_whether_done)
        else:
            self._watch.let_sleep()

    def _look_whether_done(self) -> None:
        """The press under way has its answer, or nobody waits for it any more."""
        console = self._app.console
        if console is None or console.props.busy is None or not self._asleep:
            if console is not None:
                console.changed.disconnect(self._look_whether_done)
            self._watch.let_sleep()

    def _leave(self) -> None:
        console = self._app.console
        if console is None or (self._console is console and self._before is not None):
            return
        self._forget()
        self._console = console
        self._before = seen(console.props, console.core_clock.now())
        console.link.snapshot_taken.connect(self._snapshot)
        console.link.floor_changed.connect(self._floor_changed)
        console.left.connect(self._forget)

    def _return(self, *, slept: bool) -> None:
        self._fresh = False
        for owner in (self._app.console, self._app.floor):
            if owner is not None:
                owner.link.renew(slept=slept)

    def _snapshot(self) -> None:
        self._fresh = True

    def _floor_changed(self) -> None:
        """Somebody is back and what is shown is new: say what is another than before."""
        console, before = self._console, self._before
        if not self._fresh or self._watch.locked or self._asleep or console is None or before is None:
            return
        after = seen(console.props, console.core_clock.now())
        hall = console.link.hall
        zone = hall.zone_info if hall is not None else None
        self._forget()

        def says(words: Words) -> str:
            return meanwhile(before, after, words, zone)

        self._app.window.tell("meanwhile", says)

    def _forget(self) -> None:
        console, self._console, self._before = self._console, None, None
        self._fresh = False
        if console is not None:
            console.link.snapshot_taken.disconnect(self._snapshot)
            console.link.floor_changed.disconnect(self._floor_changed)
            console.left.disconnect(self._forget)
