r"""What is typed on a page: numbers of tickets, codes, phone numbers, PINs; never more than there can be.

A key of the pad is ``"type:7"``, ``"type:\b"`` takes the last character back and ``"type:clear"`` all of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from core.domain.booking_code import LENGTH, typed_code
from core.domain.errors import PhoneRefused
from core.domain.hall import Hall
from core.domain.privacy import phone_of
from kiosk.session import Session
from kiosk.speech import NO_LABEL, Label
from kiosk.staff_pin import PIN_LEAST, PIN_MOST
from kiosk.state import Inputs, Open, Page
from kiosk.view import Entry

DIGITS = "0123456789"
NUMBER_LEAST, NUMBER_MOST = 3, 4
"""Digits of a ticket's number (:func:`core.domain.numbering.format_number`)."""
PHONE_MOST = 12
"""Digits of a landline's number with its area code; a mobile's has eleven."""
CLERK_MOST = 12
TEXT_MOST = 40


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of thing to type.

    Attributes:
        keys: As :class:`kiosk.view.Entry` says.
        next: Which characters may follow what was typed; ``None``: any that can be seen.
        ready: Whether what was typed is enough to go on.
        shown: What stands on the screen of it.
        secret: It is gone as soon as another page is open.
    """

    keys: str
    next: Callable[[Hall | None, str], str | None]
    ready: Callable[[Hall | None, str], bool]
    shown: Callable[[str], str] = str
    secret: bool = False


def _digits(most: int) -> Callable[[Hall | None, str], str]:
    return lambda _, typed: DIGITS if len(typed) < most else ""


def _next_of_number(hall: Hall | None, typed: str) -> str:
    """Return the letters with which a prefix of the hall goes on, and the digits once it is whole."""
    prefix = typed.rstrip(DIGITS)
    digits = len(typed) - len(prefix)
    prefixes = _prefixes(hall)
    more = "" if digits else "".join(sorted({p[len(prefix)] for p in prefixes if _goes_on(p, prefix)}))
    return more + (DIGITS if prefix in prefixes and digits < NUMBER_MOST else "")


def _goes_on(prefix: str, typed: str) -> bool:
    return prefix.startswith(typed) and len(prefix) > len(typed)


def _is_number(hall: Hall | None, typed: str) -> bool:
    prefix = typed.rstrip(DIGITS)
    return prefix in _prefixes(hall) and len(typed) - len(prefix) >= NUMBER_LEAST


def _prefixes(hall: Hall | None) -> set[str]:
    return {queue.prefix for queue in hall.queues} if hall is not None else set()


def is_phone(typed: str) -> bool:
    """Return whether the core takes it as a phone number."""
    try:
        phone_of(typed)
    except PhoneRefused:
        return False
    return True


def grouped_phone(typed: str) -> str:
    """Return a phone number as it is read: 138 0013 8000; a landline's is left alone."""
    return " ".join(filter(None, (typed[:3], typed[3:7], typed[7:]))) if typed.startswith("1") else typed


TICKET = Kind("ticket", _next_of_number, _is_number)
CODE = Kind(
    "code",
    _digits(LENGTH),
    lambda _, typed: typed_code(typed) is not None,
    lambda typed: " ".join(filter(None, (typed[:4], typed[4:]))),
)
PHONE = Kind("phone", _digits(PHONE_MOST), lambda _, typed: is_phone(typed), grouped_phone)
CLERK = Kind("clerk", _digits(CLERK_MOST), lambda _, typed: bool(typed))
PIN = Kind(
    "pin",
    _digits(PIN_MOST),
    lambda _, typed: len(typed) >= PIN_LEAST,
    lambda typed: "●" * len(typed),
    secret=True,
)
TEXT = Kind("text", lambda _, typed: None if len(typed) < TEXT_MOST else "", lambda _, typed: bool(typed))

KINDS: Mapping[str, Kind] = {kind.keys: kind for kind in (TICKET, CODE, PHONE, CLERK, PIN, TEXT)}
PAGES: Mapping[Page, Kind] = {
    Page.SEARCH: TEXT,
    Page.PHONE: PHONE,
    Page.BOOKING: CODE,
    Page.ASK: TICKET,
    Page.GUIDE_SIGN_IN: CLERK,
    Page.GUIDE: TICKET,
    Page.STAFF_PIN: PIN,
}
"""What is typed on a page, where ``which`` of the open page is not the word of another kind."""


def kind_of(at: Open) -> Kind | None:
    """Return what is typed on a page, ``None`` where nothing is."""
    return KINDS.get(at.which) or PAGES.get(at.page)


def entry(inputs: Inputs, hint: Label = NO_LABEL) -> Entry:
    """Return the entry of the open page, as it stands.

    Raises:
        ValueError: Nothing is typed on this page.
    """
    kind = kind_of(inputs.at)
    if kind is None:
        raise ValueError(f"nothing is typed on {inputs.at}")
    letters = "".join(sorted(set("".join(_prefixes(inputs.hall))))) if kind is TICKET else ""
    return Entry(
        kind.keys,
        kind.shown(inputs.typed),
        hint,
        kind.ready(inputs.hall, inputs.typed),
        letters,
        kind.next(inputs.hall, inputs.typed) or "",
    )


class Typing(QObject):
    """Handles the keys of the pad; what is typed goes with its page, a PIN as soon as another is open."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        session.on("type", self._type)
        session.changed.connect(self._forget)

    def _type(self, key: str) -> None:
        inputs = self._session.inputs
        kind = kind_of(inputs.at)
        if kind is not None:
            typed = typed_on(kind, inputs.hall, inputs.typed, key)
            self._session.update(entries={**inputs.entries, inputs.at: typed})

    def _forget(self) -> None:
        inputs = self._session.inputs
        kept = {at: typed for at, typed in inputs.entries.items() if _stays(at, inputs)}
        if len(kept) < len(inputs.entries):
            self._session.update(entries=kept)


def _stays(at: Open, inputs: Inputs) -> bool:
    kind = kind_of(at)
    return at == inputs.at or (at in inputs.pages and kind is not None and not kind.secret)


def typed_on(kind: Kind, hall: Hall | None, typed: str, key: str) -> str:
    """Return what was typed after one more key; one that cannot follow changes nothing."""
    match key:
        case "\b":
            return typed[:-1]
        case "clear":
            return ""
    for character in key if kind is TEXT else key.upper():
        allowed = kind.next(hall, typed)
        if character.isprintable() if allowed is None else character in allowed:
            typed += character
    return typed
