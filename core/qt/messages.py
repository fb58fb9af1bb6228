"""The sentence of every refusal and failure that a person is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, tzinfo

from PySide6.QtCore import QCoreApplication

from core.domain.clock import from_text
from core.qt.dates import moment, short_date
from core.qt.translate import QT_TRANSLATE_NOOP, Say

CONTEXT = "messages"

_INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)

SENTENCES: Mapping[str, str] = {
    "error.unknown": QT_TRANSLATE_NOOP("messages", "This did not work. Please ask a guide."),
    "ticket.unknown": QT_TRANSLATE_NOOP("messages", "There is no such ticket."),
    "queue.unknown": QT_TRANSLATE_NOOP("messages", "There is no such queue any more."),
    "item.unknown": QT_TRANSLATE_NOOP("messages", "There is no such matter any more."),
    "item.not_here": QT_TRANSLATE_NOOP("messages", "That matter is done in another queue."),
    "window.unknown": QT_TRANSLATE_NOOP("messages", "There is no such window."),
    "zone.unknown": QT_TRANSLATE_NOOP("messages", "There is no such zone."),
    "class.unknown": QT_TRANSLATE_NOOP("messages", "There is no such class of visitors."),
    "reason.unknown": QT_TRANSLATE_NOOP("messages", "There is no such reason."),
    "language.unknown": QT_TRANSLATE_NOOP("messages", "This hall does not speak that language."),
    "ticket.not_waiting": QT_TRANSLATE_NOOP("messages", "Ticket {number} is not waiting any more."),
    "ticket.not_called": QT_TRANSLATE_NOOP("messages", "Ticket {number} has not been called."),
    "ticket.not_passed": QT_TRANSLATE_NOOP("messages", "Ticket {number} was not passed."),
    "ticket.not_at_window": QT_TRANSLATE_NOOP("messages", "Ticket {number} is not at a window."),
    "ticket.ended": QT_TRANSLATE_NOOP("messages", "Ticket {number} is being served or has ended."),
    "ticket.stale": QT_TRANSLATE_NOOP("messages", "Somebody else was quicker. Please look again."),
    "window.empty": QT_TRANSLATE_NOOP("messages", "Nobody is at the window."),
    "window.taken": QT_TRANSLATE_NOOP("messages", "Clerk {clerk} is at window {window} now."),
    "window.unstaffed": QT_TRANSLATE_NOOP("messages", "Nobody is signed in at window {window}."),
    "window.busy": QT_TRANSLATE_NOOP("messages", "Somebody is still at the window."),
    "window.not_open": QT_TRANSLATE_NOOP("messages", "The window is not open."),
    "matter.unknown": QT_TRANSLATE_NOOP("messages", "There is no such matter any more."),
    "material.unknown": QT_TRANSLATE_NOOP("messages", "The matter asks for no such paper."),
    "ticket.not_suspended": QT_TRANSLATE_NOOP("messages", "Ticket {number} is not suspended."),
    "ticket.not_planned": QT_TRANSLATE_NOOP("messages", "That step of ticket {number} has begun already."),
    "ticket.moved_on": QT_TRANSLATE_NOOP("messages", "Ticket {number} has moved on; nothing was taken back."),
    "ticket.elsewhere": QT_TRANSLATE_NOOP("messages", "Ticket {number} goes on at window {window}."),
    "ticket.restore_refused": QT_TRANSLATE_NOOP(
        "messages", "Number {number} was passed and is void. Please take a new one."
    ),
    "recall.used_up": QT_TRANSLATE_NOOP(
        "messages", "Ticket {number} was called as often as the hall allows."
    ),
    "recall.too_soon": QT_TRANSLATE_NOOP(
        "messages", "Ticket {number} was called just now. Again in {wait_s} s."
    ),
    "pass.too_soon": QT_TRANSLATE_NOOP(
        "messages", "Ticket {number} may be on the way. It can be passed in {wait_s} s."
    ),
    "call.too_soon": QT_TRANSLATE_NOOP("messages", "The window called just now. The next in {wait_s} s."),
    "undo.nothing": QT_TRANSLATE_NOOP("messages", "There is nothing to take back."),
    "undo.too_late": QT_TRANSLATE_NOOP("messages", "That was too long ago to be taken back."),
    "window.does_not_serve": QT_TRANSLATE_NOOP("messages", "Window {window} does not serve that queue."),
    "window.profile_invalid": QT_TRANSLATE_NOOP(
        "messages", "A window serves each queue once, and at least one."
    ),
    "window.out_of_hours": QT_TRANSLATE_NOOP("messages", "Window {window} calls again from {opens_at}."),
    "clerk.elsewhere": QT_TRANSLATE_NOOP("messages", "Ticket {number} is still with you at window {window}."),
    "class.needs_proof": QT_TRANSLATE_NOOP("messages", "That class needs a proof. Please ask a guide."),
    "queue.closed": QT_TRANSLATE_NOOP("messages", "Closed now. Tickets again from {opens_at}."),
    "queue.quota_used": QT_TRANSLATE_NOOP(
        "messages", "All tickets of this half-day are taken. New ones from {opens_at}."
    ),
    "queue.ticket_held": QT_TRANSLATE_NOOP("messages", "You hold number {number} for this already."),
    "queue.tickets_a_day": QT_TRANSLATE_NOOP(
        "messages", "One person may take {most} of these tickets a day."
    ),
    "queue.card_needed": QT_TRANSLATE_NOOP("messages", "Please lay your identity card on the reader."),
    "pairing.unknown": QT_TRANSLATE_NOOP("messages", "No screen shows that code any more."),
    "pairing.ended": QT_TRANSLATE_NOOP("messages", "That screen has its answer already."),
    "pairing.full": QT_TRANSLATE_NOOP("messages", "Too many screens ask at once. Again in {retry_s} s."),
    "pairing.shows_refused": QT_TRANSLATE_NOOP(
        "messages", "The hall has no “{found}”. Choose what the screen shows."
    ),
    "booking.unknown": QT_TRANSLATE_NOOP("messages", "There is no such booking."),
    "booking.slot_unknown": QT_TRANSLATE_NOOP("messages", "There is no such time to book."),
    "booking.day_refused": QT_TRANSLATE_NOOP(
        "messages", "That day cannot be booked. The last one is {last}."
    ),
    "booking.slot_over": QT_TRANSLATE_NOOP("messages", "That time has begun already."),
    "booking.slot_full": QT_TRANSLATE_NOOP("messages", "That time is fully booked."),
    "booking.one_a_day": QT_TRANSLATE_NOOP("messages", "You have booked for that day already."),
    "booking.ended": QT_TRANSLATE_NOOP("messages", "This booking was used, cancelled or missed."),
    "booking.too_early": QT_TRANSLATE_NOOP("messages", "Check-in for this booking opens at {opens_at}."),
    "booking.too_late": QT_TRANSLATE_NOOP("messages", "This booking was for {date}."),
    "booking.cancel_too_late": QT_TRANSLATE_NOOP("messages", "It could be cancelled until {until}."),
    "booking.still_open": QT_TRANSLATE_NOOP("messages", "The day of this booking is not over."),
    "booking.stale": QT_TRANSLATE_NOOP(
        "messages", "Somebody else was quicker with this booking. Please look again."
    ),
    "booking.codes_blocked": QT_TRANSLATE_NOOP("messages", "Too many wrong codes. Please wait a while."),
    "phone.refused": QT_TRANSLATE_NOOP("messages", "That is no telephone number."),
    "name.not_masked": QT_TRANSLATE_NOOP("messages", "Of a name only its beginning is taken."),
    "track.unknown": QT_TRANSLATE_NOOP("messages", "There is no such ticket."),
    "leg.unknown": QT_TRANSLATE_NOOP("messages", "The ticket has no such step."),
    "rating.reason_needed": QT_TRANSLATE_NOOP("messages", "Please choose or write a reason."),
    "rating.day_not_over": QT_TRANSLATE_NOOP("messages", "Ratings are shown once the day is over."),
    "card.day_refused": QT_TRANSLATE_NOOP("messages", "Cards cannot be read for {date}."),
    "rating.already": QT_TRANSLATE_NOOP("messages", "Number {number} was rated already."),
    "rating.not_finished": QT_TRANSLATE_NOOP("messages", "Number {number} can be rated once it is finished."),
    "block.not_reserved": QT_TRANSLATE_NOOP(
        "messages", "Number {number} of {date} was not set aside for this machine."
    ),
    "slip.too_late": QT_TRANSLATE_NOOP("messages", "The visit of ticket {number} ended long ago."),
    "result.unknown": QT_TRANSLATE_NOOP("messages", "That is no longer to be collected."),
    "result.already": QT_TRANSLATE_NOOP("messages", "{text} is on the screens already."),
    "result.text_refused": QT_TRANSLATE_NOOP(
        "messages", "A screen shows numbers only: letters and figures, nobody's name, phone or ID number."
    ),
    "rating.too_late": QT_TRANSLATE_NOOP("messages", "The visit could be rated until {until}."),
    "hall.in_use": QT_TRANSLATE_NOOP(
        "messages", "People still wait or are served where the new hall file has nothing."
    ),
    "hall.file_invalid": QT_TRANSLATE_NOOP("messages", "The hall file has mistakes."),
    "clerk.unknown": QT_TRANSLATE_NOOP("messages", "There is no such clerk."),
    "sign_in.refused": QT_TRANSLATE_NOOP("messages", "Name or PIN is wrong."),
    "sign_in.blocked": QT_TRANSLATE_NOOP("messages", "Too many wrong PINs. Please wait a while."),
    "idempotency.key_reused": QT_TRANSLATE_NOOP("messages", "This was sent before. Please look again."),
    "auth.required": QT_TRANSLATE_NOOP("messages", "Please sign in again."),
    "auth.denied": QT_TRANSLATE_NOOP("messages", "You may not do this."),
    "request.invalid": QT_TRANSLATE_NOOP("messages", "The request was not understood."),
    "request.not_found": QT_TRANSLATE_NOOP("messages", "The hall's computer does not know this request."),
    "request.method_not_allowed": QT_TRANSLATE_NOOP("messages", "This request is not allowed here."),
    "store.failed": QT_TRANSLATE_NOOP(
        "messages", "The hall's computer cannot save anything now. Nothing was done."
    ),
    "core.unreachable": QT_TRANSLATE_NOOP("messages", "The hall's computer does not answer."),
    "offline.no_block": QT_TRANSLATE_NOOP(
        "messages", "The network is down, and no numbers are reserved here for this. Please ask a guide."
    ),
    "offline.used_up": QT_TRANSLATE_NOOP(
        "messages",
        "The network is down, and all numbers reserved here for this are given out. Please ask a guide.",
    ),
    "offline.other_day": QT_TRANSLATE_NOOP(
        "messages",
        "The network is down, and the numbers kept here are of another day. Please ask a guide.",
    ),
    "offline.store_failed": QT_TRANSLATE_NOOP(
        "messages", "The network is down, and this machine cannot save a number. Please ask a guide."
    ),
    "offline.card_needed": QT_TRANSLATE_NOOP(
        "messages", "This needs your identity card, and no card can be read now. Please ask a guide."
    ),
    "offline.no_bookings": QT_TRANSLATE_NOOP(
        "messages",
        "Bookings cannot be looked up now. Please take an ordinary number and tell a guide that you booked.",
    ),
    "device.failed": QT_TRANSLATE_NOOP("messages", "A device did not work."),
    "device.unreachable": QT_TRANSLATE_NOOP("messages", "The device does not answer."),
    "printer.paper_out": QT_TRANSLATE_NOOP("messages", "The printer is out of paper."),
    "printer.cover_open": QT_TRANSLATE_NOOP("messages", "The printer's cover is open."),
    "printer.fault": QT_TRANSLATE_NOOP("messages", "The printer reports a fault."),
    "printer.paper_low": QT_TRANSLATE_NOOP("messages", "The printer's paper will soon run out."),
    "printer.cutter": QT_TRANSLATE_NOOP("messages", "The printer's knife is stuck."),
    "printer.offline": QT_TRANSLATE_NOOP("messages", "The printer is offline and does not say why."),
    "printer.unknown": QT_TRANSLATE_NOOP("messages", "The printer does not say how it is."),
    "printer.unconfirmed": QT_TRANSLATE_NOOP("messages", "The printer does not say whether it has printed."),
    "device.machine_silent": QT_TRANSLATE_NOOP(
        "messages", "Nothing is heard any more of the machine that has this device."
    ),
    "device.removed": QT_TRANSLATE_NOOP("messages", "The device is not set up any more."),
    "card.read_failed": QT_TRANSLATE_NOOP(
        "messages", "The card was not read. Please lay it on once more and leave it there."
    ),
    "card.not_authentic": QT_TRANSLATE_NOOP(
        "messages", "The reader does not accept this card. Please ask a guide."
    ),
    "card.kind_unknown": QT_TRANSLATE_NOOP(
        "messages", "This kind of card is not known here. Please ask a guide."
    ),
    "card.implausible": QT_TRANSLATE_NOOP("messages", "This card cannot be used here. Please ask a guide."),
    "card_reader.fault": QT_TRANSLATE_NOOP("messages", "The card reader does not work. Please ask a guide."),
    "card_reader.garbled": QT_TRANSLATE_NOOP(
        "messages", "The card reader is not understood. Look at its cable and its baud rate."
    ),
    "card_reader.self_test": QT_TRANSLATE_NOOP(
        "messages", "The card reader's own test failed. Switch it off and on."
    ),
    "card_reader.not_authorised": QT_TRANSLATE_NOOP(
        "messages", "The card reader's security module is not authorised. Only its supplier can mend that."
    ),
    "card_reader.no_key": QT_TRANSLATE_NOOP(
        "messages", "No card is read before the hall's computer has given today's key."
    ),
    "scan.not_ours": QT_TRANSLATE_NOOP("messages", "This is not a code of this hall."),
    "kiosk.core_away": QT_TRANSLATE_NOOP("messages", "The kiosk cannot reach the core."),
    "kiosk.core_cannot_write": QT_TRANSLATE_NOOP("messages", "The core can write nothing."),
    "kiosk.disk_full": QT_TRANSLATE_NOOP("messages", "The kiosk's disk is nearly full."),
    "kiosk.clock_wrong": QT_TRANSLATE_NOOP("messages", "The kiosk's clock differs from the core's."),
    "kiosk.font_missing": QT_TRANSLATE_NOOP("messages", "A font is missing on the kiosk."),
    "kiosk.offline_low": QT_TRANSLATE_NOOP("messages", "The kiosk has too few numbers for a lost line."),
    "scanner.unreadable": QT_TRANSLATE_NOOP("messages", "The scanner sent a code that cannot be read."),
    "voice.failed": QT_TRANSLATE_NOOP("messages", "The voice does not work."),
    "voice.busy": QT_TRANSLATE_NOOP("messages", "The voice is busy."),
    "voice.no_loudspeaker": QT_TRANSLATE_NOOP(
        "messages", "There is no loudspeaker. Calls are shown, not heard."
    ),
    "voice.quiet": QT_TRANSLATE_NOOP("messages", "It is quiet time. Calls are shown, not heard."),
    "voice.not_recorded": QT_TRANSLATE_NOOP(
        "messages", "A language of this hall has no recorded voice yet. It is shown, not heard."
    ),
    "sign.silent": QT_TRANSLATE_NOOP("messages", "A window sign does not answer."),
    "sign.refused": QT_TRANSLATE_NOOP("messages", "A window sign refused what it was sent."),
    "sign.none_answers": QT_TRANSLATE_NOOP("messages", "No window sign on this line answers."),
    "keypad.silent": QT_TRANSLATE_NOOP("messages", "A keypad does not answer."),
    "keypad.refused": QT_TRANSLATE_NOOP("messages", "A keypad refused what it was sent."),
    "keypad.unreadable": QT_TRANSLATE_NOOP("messages", "A keypad sent what cannot be read."),
    "sms.no_sim": QT_TRANSLATE_NOOP("messages", "The SMS modem has no SIM card."),
    "sms.pin_wanted": QT_TRANSLATE_NOOP("messages", "The SIM card wants its PIN."),
    "sms.puk_wanted": QT_TRANSLATE_NOOP("messages", "The SIM card is locked and wants its PUK."),
    "sms.sim_busy": QT_TRANSLATE_NOOP("messages", "The SIM card is busy."),
    "sms.sim_failed": QT_TRANSLATE_NOOP("messages", "The SIM card does not work."),
    "sms.not_registered": QT_TRANSLATE_NOOP("messages", "The SMS modem is in no network."),
    "sms.network_refuses": QT_TRANSLATE_NOOP("messages", "The mobile network refuses the SIM card."),
    "sms.weak_signal": QT_TRANSLATE_NOOP("messages", "The SMS modem hears its network badly."),
    "sms.network_busy": QT_TRANSLATE_NOOP("messages", "The mobile network is busy."),
    "sms.number_invalid": QT_TRANSLATE_NOOP("messages", "No message can be sent to that number."),
    "sms.text_invalid": QT_TRANSLATE_NOOP("messages", "That text cannot be sent as a message."),
    "sms.refused": QT_TRANSLATE_NOOP("messages", "The network refused the message."),
    "sms.too_late": QT_TRANSLATE_NOOP("messages", "The message would have come too late and was not sent."),
    "sms.undelivered": QT_TRANSLATE_NOOP("messages", "The message did not arrive."),
    "sms.unknown": QT_TRANSLATE_NOOP("messages", "Whether the message was sent is not known."),
    "sms.gateway_settings": QT_TRANSLATE_NOOP(
        "messages", "The SMS gateway does not accept how this hall is set up."
    ),
    "sms.template_invalid": QT_TRANSLATE_NOOP("messages", "The SMS gateway does not know that template."),
}
"""Message key to its English sentence, with the params in braces."""


class _Params(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return "–"


def explain(
    key: str,
    params: Mapping[str, object] | None = None,
    say: Say | None = None,
    *,
    zone: tzinfo | None = None,
    now: datetime | None = None,
) -> str:
    """Return the sentence of a message key; a key nobody knows gets the general one.

    Args:
        key: E.g. ``"ticket.not_waiting"``.
        params: Values for the sentence; one that is missing is shown as a dash, instants and days of the wire
            as the visitor reads them.
        say: The language (:meth:`Translations.speaker`); by default the one in use.
        zone: The hall's time zone; by default this machine's.
        now: The time; by default this machine's.
    """
    speak = say or QCoreApplication.translate
    sentence = speak(CONTEXT, SENTENCES.get(key, SENTENCES["error.unknown"]))
    at = now or datetime.now(UTC)
    shown = {
        name: _shown(value, at, zone, speak) for name, value in (params or {}).items() if value is not None
    }
    return sentence.format_map(_Params(shown))


def _shown(value: object, now: datetime, zone: tzinfo | None, say: Say) -> object:
    if isinstance(value, str) and _INSTANT.fullmatch(value):
        return moment(from_text(value), now, zone, say)
    if isinstance(value, str) and _DAY.fullmatch(value):
        return short_date(date.fromisoformat(value), say)
    return value
