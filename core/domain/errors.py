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

    @property
    def detail(self) -> str:
        """What the refusal means, in one English sentence: for technicians and programs."""
        return (type(self).__doc__ or "").strip().partition("\n")[0]


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


class ItemNotHere(HallError):
    """The item is not done in that queue."""

    key = "item.not_here"


class MatterUnknown(NotFound):
    """No matter of this hall has that id."""

    key = "matter.unknown"


class WindowUnknown(NotFound):
    """No window of this hall has that number."""

    key = "window.unknown"


class ClassUnknown(NotFound):
    """No class of visitors of this hall has that id."""

    key = "class.unknown"


class MaterialUnknown(NotFound):
    """The item asks for no paper of that id."""

    key = "material.unknown"


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


class TicketNotSuspended(HallError):
    """Only a suspended ticket can be resumed."""

    key = "ticket.not_suspended"


class TicketNotPlanned(HallError):
    """The step has come already, or has ended."""

    key = "ticket.not_planned"


class TicketNotOpen(HallError):
    """The ticket has moved on since; what was done to it cannot be taken back."""

    key = "ticket.moved_on"


class TicketElsewhere(HallError):
    """The ticket waits for another window, or its visitor is at one."""

    key = "ticket.elsewhere"


class RecallsUsedUp(HallError):
    """The visitor was called as often as the hall allows."""

    key = "recall.used_up"


class RecallTooSoon(HallError):
    """The visitor was called a moment ago."""

    key = "recall.too_soon"


class PassTooSoon(HallError):
    """The visitor was called a moment ago and may be on the way."""

    key = "pass.too_soon"


class CallTooSoon(HallError):
    """The window called somebody a moment ago."""

    key = "call.too_soon"


class NothingToUndo(HallError):
    """The window has done nothing that can be taken back."""

    key = "undo.nothing"


class UndoTooLate(HallError):
    """What the window did last is too long ago to be taken back."""

    key = "undo.too_late"


class RestoreRefused(HallError):
    """A passed number of that queue is void; the visitor takes a new one."""

    key = "ticket.restore_refused"


class NotSkilled(HallError):
    """The clerk or the window does not serve that queue."""

    key = "window.does_not_serve"


class ProfileInvalid(HallError):
    """A profile names each queue once, and at least one."""

    key = "window.profile_invalid"


class OutOfHours(HallError):
    """The window calls nobody outside its hours."""

    key = "window.out_of_hours"


class ClerkUnknown(NotFound):
    """Nobody has that clerk's number."""

    key = "clerk.unknown"


class ClerkElsewhere(HallError):
    """The clerk still has a visitor at another window."""

    key = "clerk.elsewhere"


class ClassNeedsProof(HallError):
    """The class is given by the age on a card, or by the staff."""

    key = "class.needs_proof"


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


class WindowUnstaffed(HallError):
    """Nobody has opened the window."""

    key = "window.unstaffed"


class SignInRefused(HallError):
    """The clerk is not known or the PIN is wrong (which of them is not said)."""

    key = "sign_in.refused"


class SignInBlocked(HallError):
    """Too many wrong PINs; the clerk must wait."""

    key = "sign_in.blocked"


class KeyReused(HallError):
    """The idempotency key came before with another request."""

    key = "idempotency.key_reused"


class NotReserved(HallError):
    """No number like that was set aside for that machine on that date."""

    key = "block.not_reserved"


class AuthRequired(HallError):
    """The request carries no token, or one that is not valid (any more)."""

    key = "auth.required"


class AuthDenied(HallError):
    """The token's role may not do that, or not at that window."""

    key = "auth.denied"


class QueueClosed(HallError):
    """No tickets of the queue are issued now; ``opens_at`` says when they are again."""

    key = "queue.closed"


class QuotaUsed(HallError):
    """The queue's tickets of this half-day are all taken; ``opens_at`` says when there are new ones."""

    key = "queue.quota_used"


class TicketHeld(HallError):
    """The person holds an open ticket of the queue already."""

    key = "queue.ticket_held"


class TicketsADay(HallError):
    """The person has taken as many tickets of the queue today as one may."""

    key = "queue.tickets_a_day"


class CardNeeded(HallError):
    """The queue gives tickets to people with an identity card only."""

    key = "queue.card_needed"


class BookingUnknown(NotFound):
    """No booking of this hall has that id or code."""

    key = "booking.unknown"


class SlotUnknown(NotFound):
    """The queue has no slot at that time of that day."""

    key = "booking.slot_unknown"


class BookingDayRefused(HallError):
    """The day is closed, over, or further ahead than people may book."""

    key = "booking.day_refused"


class SlotOver(HallError):
    """The slot has begun."""

    key = "booking.slot_over"


class SlotFull(HallError):
    """Every place of the slot is booked."""

    key = "booking.slot_full"


class OneBookingADay(HallError):
    """The person has booked for that day already."""

    key = "booking.one_a_day"


class BookingEnded(HallError):
    """The booking is checked in, cancelled or missed; ``state`` says which."""

    key = "booking.ended"


class CheckInTooEarly(HallError):
    """Check-in has not begun; ``opens_at`` says when it does."""

    key = "booking.too_early"


class CheckInTooLate(HallError):
    """The day of the booking is over."""

    key = "booking.too_late"


class CancelTooLate(HallError):
    """The slot is too near to be given back; ``until`` says until when it could have been."""

    key = "booking.cancel_too_late"


class BookingStillOpen(HallError):
    """The day of the booking is not over: its visitor may still come."""

    key = "booking.still_open"


class BookingStale(HallError):
    """Somebody else changed the booking between our look and our change."""

    key = "booking.stale"


class CodesBlocked(HallError):
    """Too many codes that no booking has; ``retry_s`` says how long to wait."""

    key = "booking.codes_blocked"


class PairingUnknown(NotFound):
    """No machine that asks to join shows that code, or not any more."""

    key = "pairing.unknown"


class PairingEnded(HallError):
    """The machine that shows the code has its answer; to change it, it must ask again."""

    key = "pairing.ended"


class PairingsFull(HallError):
    """Too many machines ask to join; ``retry_s`` says how long to wait."""

    key = "pairing.full"


class ShowsRefused(HallError):
    """The hall has nothing of that kind for a screen to show.

    ``kind`` is ``"zone"``, ``"window"`` or ``"screen"``, or ``"words"`` for what is none of these; ``found``
    is what was asked for.
    """

    key = "pairing.shows_refused"


class CardDayRefused(HallError):
    """Cards are known on this day and on days that can be booked only."""

    key = "card.day_refused"


class PhoneRefused(HallError):
    """That is neither a mobile number nor a landline's with its area code."""

    key = "phone.refused"


class NameNotMasked(HallError):
    """A name is taken by its beginning and stars only, such as ``张*``."""

    key = "name.not_masked"


class TrackUnknown(NotFound):
    """No visit has that token."""

    key = "track.unknown"


class LegUnknown(NotFound):
    """The visit has no such leg."""

    key = "leg.unknown"


class SlipTooLate(HallError):
    """The visit ended long ago; what its printer tells is not taken any more."""

    key = "slip.too_late"


class ResultUnknown(NotFound):
    """No such result is to be collected; perhaps it was."""

    key = "result.unknown"


class ResultAlready(HallError):
    """The same is on the screen already."""

    key = "result.already"


class ResultTextRefused(HallError):
    """A screen shows numbers only: letters, figures and a few signs, and nobody's phone or ID number."""

    key = "result.text_refused"


class RatingAlready(HallError):
    """The leg has been rated; one rating a leg."""

    key = "rating.already"


class RatingNotFinished(HallError):
    """Only what is finished can be rated; ``state`` says where the leg is."""

    key = "rating.not_finished"


class RatingTooLate(HallError):
    """The time in which the visit could be rated is over (``until``)."""

    key = "rating.too_late"


class RatingReasonNeeded(HallError):
    """A bad rating needs a reason, picked or written."""

    key = "rating.reason_needed"


class RatingDayNotOver(HallError):
    """A clerk sees the own ratings of days that are over."""

    key = "rating.day_not_over"
