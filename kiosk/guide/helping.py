"""What a guide does with somebody's ticket: finds it, prints it again, moves it, cancels it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject

from core.client.port import Link
from core.client.reply import Answer, Refused, Reply
from core.domain.device import DeviceState
from core.domain.event import Event
from kiosk.codes import SlipCode, read_code
from kiosk.guide.line import SIGNED_OUT, GuideLine
from kiosk.guide.reading import read_found, read_missing, read_newest, read_printers
from kiosk.guide.state import Deed, Found, Guide
from kiosk.session import Session
from kiosk.state import Inputs, Open, Page, Refusal, Undone

Use = Callable[[Any], None]
TICKET = Open(Page.GUIDE_TICKET)
FIND = Open(Page.GUIDE, "ticket")


class Helping(QObject):
    """Handles the guide's keys that are about a ticket."""

    def __init__(
        self, link: Link, session: Session, line: GuideLine, printer: str, parent: QObject | None = None
    ) -> None:
        """Make it ready.

        Args:
            printer: Name of the printer of this machine, ``""``: it has none.
        """
        super().__init__(parent)
        self._session = session
        self._line = line
        self._printer = printer
        session.on("guide.look", lambda _: self._look_up(session.inputs.typed))
        session.on("guide.missing", lambda _: self._list_missing())
        session.on("guide.ticket", self._open)
        session.on("guide.reprint", lambda _: self._choose_printer())
        session.on("guide.print", self._print)
        session.on("guide.class", lambda _: session.open(Page.GUIDE_TICKET, "class"))
        session.on("guide.give", lambda which: self._do(Deed("class", which)))
        session.on("guide.move", lambda _: self._choose_queue())
        session.on("guide.first", lambda _: self._know(first=not self._guide.first))
        session.on("guide.to", lambda which: self._mean(Deed("transfer", which, self._guide.first)))
        session.on("guide.restore", lambda _: self._mean(Deed("restore")))
        session.on("guide.cancel", lambda _: self._cancel())
        session.on("guide.void", lambda which: self._mean(Deed("cancel", which)))
        session.on("guide.sure", lambda _: self._sure())
        link.happened.connect(self._happened)

    @property
    def _guide(self) -> Guide:
        return self._session.inputs.guide

    @property
    def _found(self) -> str:
        """Id of the ticket that is looked at, or was just taken for somebody."""
        inputs = self._session.inputs
        if inputs.at.page is Page.RESULT and inputs.taken is not None:
            return inputs.taken.id
        return inputs.guide.found.id if inputs.guide.found is not None else ""

    def scan(self, scanned: str) -> bool:
        """Look a scanned slip up, if a guide is here; return whether this was one."""
        code = read_code(scanned)
        if not self._guide.here or self._session.inputs.busy or not isinstance(code, SlipCode):
            return False
        self._ask(f"/api/track/{code.track}", lambda body: self._look_up(body["number"]))
        return True

    # Finding

    def _look_up(self, number: str) -> None:
        if number:
            self._ask(f"/api/tickets?number={number}", lambda body: self._hit(read_newest(body)))

    def _hit(self, ticket: str | None) -> None:
        if ticket is None:
            self._session.refuse(Refusal("ticket.unknown", undone=Undone.LOOK_UP))
        else:
            self._open(ticket)

    def _open(self, ticket: str) -> None:
        self._ask(f"/api/tickets/{ticket}", lambda body: self._show(read_found(body)))

    def _show(self, found: Found, done: Deed | None = None) -> None:
        """Show a ticket; the pages on which something was chosen for it go."""
        pages = self._session.inputs.pages
        below = tuple(each for each in pages if each.page not in _OF_TICKET and each != FIND)
        guide = replace(self._guide, found=found, done=done, meant=None, first=False)
        self._session.update(guide=guide, pages=(*below, TICKET))
        self._session.go_on()

    def _list_missing(self) -> None:
        def listed(body: Any) -> None:
            self._know(missing=read_missing(body))
            self._session.open(Page.GUIDE, "missing")

        self._ask("/api/tickets?slip=missing", listed)

    # Doing

    def _choose_printer(self) -> None:
        ticket = self._found

        def known(body: Any) -> None:
            printers = read_printers(body, self._printer)
            self._know(printers=printers)
            if self._guide.found is None or self._guide.found.id != ticket:
                self._ask(f"/api/tickets/{ticket}", chosen)
            else:
                self._session.open(Page.GUIDE_TICKET, "printer")

        def chosen(body: Any) -> None:
            self._know(found=read_found(body), done=None)
            self._session.open(Page.GUIDE_TICKET, "printer")

        if ticket:
            self._ask("/api/devices", known)

    def _print(self, name: str) -> None:
        named = next((each for each in self._guide.printers if each.name == name), None)
        if named is None or named.state is DeviceState.GONE:
            key = named.key if named is not None and named.key else "printer.offline"
            self._session.refuse(Refusal(key, undone=Undone.DEED))
        else:
            self._do(Deed("reprint", name))

    def _choose_queue(self) -> None:
        self._know(first=False)
        self._session.open(Page.GUIDE_TICKET, "move")

    def _cancel(self) -> None:
        hall = self._session.inputs.hall
        if hall is not None and any(each.act == "cancel" for each in hall.reasons):
            self._session.open(Page.GUIDE_TICKET, "reason")
        else:
            self._mean(Deed("cancel"))

    def _mean(self, deed: Deed) -> None:
        """Ask once more: it cannot be taken back."""
        self._know(meant=deed)
        self._session.open(Page.GUIDE_TICKET, "sure")

    def _sure(self) -> None:
        if self._guide.meant is not None:
            self._do(self._guide.meant)

    def _do(self, deed: Deed) -> None:
        ticket = self._found
        if not ticket:
            return
        self._session.wait()
        path = f"/api/tickets/{ticket}"

        def done(reply: Reply) -> None:
            if isinstance(reply, Answer):
                self._line.get(path, lambda now: self._use(now, lambda body: told(body)))
            else:
                self._use(reply, lambda _: None, Undone.UNSURE)

        def told(body: Any) -> None:
            self._show(read_found(body), deed)

        self._line.post(f"{path}/{deed.word}", _body(deed), done)

    # The line

    def _ask(self, path: str, use: Use) -> None:
        if self._guide.here:
            self._session.wait()
            self._line.get(path, lambda reply: self._use(reply, use))

    def _use(self, reply: Reply, use: Use, unheard: Undone = Undone.DEED) -> None:
        match reply:
            case Answer(body):
                self._session.update(busy=False)
                use(body)
            case Refused(key) if key == SIGNED_OUT:
                pass
            case Refused(key, params):
                self._session.refuse(Refusal(key, params, Undone.DEED))
            case _:
                self._session.refuse(Refusal("core.unreachable", undone=unheard))

    def _know(self, **changed: Any) -> None:
        self._session.update(guide=replace(self._guide, **changed))

    def _happened(self, event: Event) -> None:
        """See that the ticket that is looked at has moved, or that its slip came out."""
        inputs = self._session.inputs
        if inputs.guide.found is not None and event.ticket == inputs.guide.found.id and _shown(inputs):
            ticket = inputs.guide.found.id
            self._line.get(f"/api/tickets/{ticket}", lambda reply: self._heard(ticket, reply))

    def _heard(self, ticket: str, reply: Reply) -> None:
        inputs = self._session.inputs
        found = inputs.guide.found
        if isinstance(reply, Answer) and found is not None and found.id == ticket and _shown(inputs):
            self._know(found=read_found(reply.body))


_OF_TICKET = frozenset({Page.GUIDE_TICKET, Page.RESULT, Page.NOTICE})


def _shown(inputs: Inputs) -> bool:
    return inputs.guide.here and not inputs.busy and inputs.at.page is Page.GUIDE_TICKET


def _body(deed: Deed) -> dict[str, Any]:
    match deed.word:
        case "reprint":
            return {"printer": deed.which}
        case "class":
            return {"class": deed.which}
        case "transfer":
            return {"queue": deed.which, "first": deed.first}
        case "cancel" if deed.which:
            return {"reason": deed.which}
    return {}
