"""What goes wrong with a card, which is told its holder, and with a reader, which is told the staff.

None of them holds anything of a card: what is said is chosen from the sentences of this room.
"""

from __future__ import annotations

from hardware.errors import DeviceError


class CardProblem(DeviceError):
    """Nothing is known of the card that was laid on.

    Attributes:
        again: Whether laying it on once more may help; else a guide must.
    """

    key = "card.read_failed"
    again = True


class CardReadFailed(CardProblem):
    """The card was lifted too soon, lay badly, or two lay there."""


class CardNotAuthentic(CardProblem):
    """Card and reader did not prove themselves to each other: forged, broken, or lifted too soon."""

    key = "card.not_authentic"


class CardUnknown(CardProblem):
    """The card was read, and is of a kind this program does not know."""

    key = "card.kind_unknown"
    again = False


class CardImplausible(CardProblem):
    """The card was read, and its number or date of birth cannot be."""

    key = "card.implausible"
    again = False


class ReaderFault(DeviceError):
    """The reader is there and cannot do its work.

    Attributes:
        again: Whether asking once more may help.
    """

    key = "card_reader.fault"
    again = False


class ReaderGarbled(ReaderFault):
    """Bytes are lost or changed between reader and program: cable, baud rate, another program on the port."""

    key = "card_reader.garbled"
    again = True


class ReaderSelfTestFailed(ReaderFault):
    """The reader's own test failed; switch it off and on, else it must be repaired."""

    key = "card_reader.self_test"


class ReaderNotAuthorised(ReaderFault):
    """The reader's security module (SAM) is not authorised; only its supplier can mend that."""

    key = "card_reader.not_authorised"


class ReaderWithoutKey(ReaderFault):
    """The hall's key of the day is not here, so no card is read: its number could not be hidden."""

    key = "card_reader.no_key"
