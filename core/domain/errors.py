"""Refusals: a rule of the hall said no, and a person is told why."""

from __future__ import annotations


class HallError(Exception):
    """A rule of the hall refused the request.

    Attributes:
        key: Stable message key, e.g. ``"ticket.not_waiting"``. The screens
            translate it; the LAN service sends it as the problem's ``key``.
        params: Values for the translated sentence, JSON-ready.
    """

    key = "error.unknown"

    def __init__(self, **params: object) -> None:
        super().__init__(f"{self.key} {params}")
        self.params = params


class NotFound(HallError):
    """The hall knows nothing of that name."""


class TicketUnknown(NotFound):
    """No ticket of this hall has that id."""

    key = "ticket.unknown"


class ZoneUnknown(NotFound):
    """No zone of this hall has that id."""

    key = "zone.unknown"


class QueueUnknown(NotFound):
    """No queue of this hall has that id."""

    key = "queue.unknown"


class ItemUnknown(NotFound):
    """No item of this hall has that id."""

    key = "item.unknown"


class WindowUnknown(NotFound):
    """No window of this hall has that number."""

    key = "window.unknown"


class ClassUnknown(NotFound):
    """No class of visitors of this hall has that id."""

    key = "class.unknown"


class ReasonUnknown(NotFound):
    """No reason of this hall has that id for that act."""

    key = "reason.unknown"


class LanguageUnknown(NotFound):
    """This hall does not speak that language."""

    key = "language.unknown"


class TicketNotWaiting(HallError):
    """The ticket has left the queue (called, served or cancelled)."""

    key = "ticket.not_waiting"


class TicketNotCalled(HallError):
    """The ticket has not been called, or has moved on since."""

    key = "ticket.not_called"


class TicketNotPassed(HallError):
    """Only a passed ticket can be restored."""

    key = "ticket.not_passed"


class TicketNotAtWindow(HallError):
    """The ticket is neither called to a window nor being served."""

    key = "ticket.not_at_window"


class TicketEnded(HallError):
    """The ticket is being served or has ended; it cannot be cancelled."""

    key = "ticket.ended"


class StaleTicket(HallError):
    """Somebody else moved the ticket between our look and our move."""

    key = "ticket.stale"


class WindowEmpty(HallError):
    """Nobody is at the window."""

    key = "window.empty"


class WindowBusy(HallError):
    """Somebody is still at the window."""

    key = "window.busy"


class WindowNotOpen(HallError):
    """The window is paused or closed and calls nobody."""

    key = "window.not_open"


class WindowTaken(HallError):
    """Another clerk has opened the window since."""

    key = "window.taken"


class SignInRefused(HallError):
    """The clerk is not known or the PIN is wrong (which of them is not said)."""

    key = "sign_in.refused"


class SignInBlocked(HallError):
    """Too many wrong PINs; the clerk must wait."""

    key = "sign_in.blocked"


class KeyReused(HallError):
    """The idempotency key came before with another request."""

    key = "idempotency.key_reused"


class AuthRequired(HallError):
    """The request carries no token, or one that is not valid (any more)."""

    key = "auth.required"


class AuthDenied(HallError):
    """The token's role may not do that, or not at that window."""

    key = "auth.denied"
