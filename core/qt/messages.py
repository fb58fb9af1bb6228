"""The sentence of every refusal and failure that a person is told."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from core.qt.translate import QT_TRANSLATE_NOOP, Say

CONTEXT = "messages"

SENTENCES: Mapping[str, str] = {
    "error.unknown": QT_TRANSLATE_NOOP("messages", "This did not work. Please ask a guide."),
    "ticket.unknown": QT_TRANSLATE_NOOP("messages", "There is no such ticket."),
    "queue.unknown": QT_TRANSLATE_NOOP("messages", "There is no such queue any more."),
    "item.unknown": QT_TRANSLATE_NOOP("messages", "There is no such matter any more."),
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
    "window.busy": QT_TRANSLATE_NOOP("messages", "Somebody is still at the window."),
    "window.not_open": QT_TRANSLATE_NOOP("messages", "The window is not open."),
    "sign_in.refused": QT_TRANSLATE_NOOP("messages", "Name or PIN is wrong."),
    "sign_in.blocked": QT_TRANSLATE_NOOP("messages", "Too many wrong PINs. Please wait a while."),
    "idempotency.key_reused": QT_TRANSLATE_NOOP("messages", "This was sent before. Please look again."),
    "auth.required": QT_TRANSLATE_NOOP("messages", "Please sign in again."),
    "auth.denied": QT_TRANSLATE_NOOP("messages", "You may not do this."),
    "request.invalid": QT_TRANSLATE_NOOP("messages", "The request was not understood."),
    "request.not_found": QT_TRANSLATE_NOOP("messages", "The hall's computer does not know this request."),
    "request.method_not_allowed": QT_TRANSLATE_NOOP("messages", "This request is not allowed here."),
    "core.unreachable": QT_TRANSLATE_NOOP("messages", "The hall's computer does not answer."),
    "device.failed": QT_TRANSLATE_NOOP("messages", "A device did not work."),
    "device.unreachable": QT_TRANSLATE_NOOP("messages", "The device does not answer."),
    "printer.paper_out": QT_TRANSLATE_NOOP("messages", "The printer is out of paper."),
    "printer.cover_open": QT_TRANSLATE_NOOP("messages", "The printer's cover is open."),
    "printer.fault": QT_TRANSLATE_NOOP("messages", "The printer reports a fault."),
}
"""Message key to its English sentence, with the params in braces."""


class _Params(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return "–"


def explain(key: str, params: Mapping[str, object] | None = None, say: Say | None = None) -> str:
    """Return the sentence of a message key; a key nobody knows gets the general one.

    Args:
        key: E.g. ``"ticket.not_waiting"``.
        params: Values for the sentence; one that is missing is shown as a dash.
        say: The language (:meth:`Translations.speaker`); by default the one in use.
    """
    sentence = SENTENCES.get(key, SENTENCES["error.unknown"])
    words = say(CONTEXT, sentence) if say else QCoreApplication.translate(CONTEXT, sentence)
    return words.format_map(_Params(params or {}))
