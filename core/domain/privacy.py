"""What is known of a person, as little as it can be: phone numbers, and what is shown of them and of names.

Source: 个人信息保护法 art. 6 (the least data with the least impact), art. 19 (no longer than needed).
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from core.domain.errors import NameNotMasked, PhoneRefused

CARD = r"^[0-9a-f]{64}$"
"""What the hall knows a person by: HMAC-SHA256 (hex) of the ID number under the key of one business date."""
KEY_BYTES = 32

_PUNCTUATION = re.compile(r"[\s\-()./·]+")
_COUNTRY = re.compile(r"^(?:\+86|0086)")
# Source: 电信网编号计划 (2017): 11 digits from 13 to 19 are mobile numbers.
_MOBILE = re.compile(r"^1[3-9][0-9]{9}$")
# The same plan: area codes 10 and 2x with numbers of eight digits, the others of three with seven or eight.
_LANDLINE = re.compile(r"^0(?:(?:10|2[0-9])[2-9][0-9]{7}|[3-9][0-9]{2}[2-9][0-9]{6,7})$")
_TSHEG = "\u0f0b"
_SIGNS_MOST = 2
_SYLLABLE_MOST = 12
"""Code points of the longest Tibetan syllable with its tsheg, with room."""
NAME_MOST = 16
"""Characters of a masked name."""
_MASKED = re.compile(r"(?P<seen>[^*·]+)·?\*{1,3}")
_HEAD, _TAIL = 3, 4
PHONE_MOST = 32
"""Characters of a phone number as people write it."""


def hash_of(number: str, key: bytes) -> str:
    """Return what the hall knows a person by: HMAC-SHA256 of the ID number under the day's key, hex.

    Source: docs/adr/0010.
    """
    # They load OpenSSL, 4 MB that only a screen with a card reader needs.
    import hashlib
    import hmac

    return hmac.new(key, number.encode(), hashlib.sha256).hexdigest()


def phone_of(written: str) -> str:
    """Return a phone number of the mainland as digits, however it was written.

    >>> phone_of("+86 138 0013 8000"), phone_of("(0891) 632-5000")
    ('13800138000', '08916325000')

    Raises:
        PhoneRefused: It is neither a mobile number nor a landline's with its area code. What was written is
            not in the refusal: refusals are logged and shown.
    """
    digits = _PUNCTUATION.sub("", unicodedata.normalize("NFKC", written))
    national = _COUNTRY.sub("", digits)
    for number in (national, f"0{national}" if national != digits else national):
        if _MOBILE.match(number) or _LANDLINE.match(number):
            return number
    raise PhoneRefused()


def masked_phone(phone: str) -> str:
    """Return a phone number as staff may see it.

    >>> masked_phone("13800138000")
    '138****8000'
    """
    hidden = len(phone) - _HEAD - _TAIL
    if hidden < _TAIL:
        return "*" * len(phone)
    return f"{phone[:_HEAD]}{'*' * hidden}{phone[-_TAIL:]}"


def masked_name(name: str) -> str:
    """Return a name by its beginning: the first sign, of a Tibetan name the first syllable.

    How long the name is stays hidden as well, and what stands behind a dot in it. Of what is no name ``""``.

    >>> masked_name("张三丰"), masked_name("洛桑·扎西"), masked_name("བཀྲ་ཤིས།")
    ('张*', '洛*', 'བཀྲ་*')
    """
    given = name.strip()
    end = 1
    while end < len(given) and unicodedata.category(given[end]).startswith("M"):
        end += 1
    seen = f"{given.partition(_TSHEG)[0]}{_TSHEG}" if _TSHEG in given else given[:end]
    masked = f"{seen}*"
    return masked if _is_masked(masked) else ""


def name_masked(written: str) -> str:
    """Return a name that is masked already: one or two signs or a Tibetan syllable, then one to three stars.

    >>> name_masked("张*"), name_masked("欧阳**"), name_masked("བཀྲ་*")
    ('张*', '欧阳**', 'བཀྲ་*')

    Raises:
        NameNotMasked: It tells more, or is no name. What was written is not in the refusal: refusals are
            logged and shown.
    """
    if not _is_masked(written):
        raise NameNotMasked()
    return written


def _is_masked(written: str) -> bool:
    found = _MASKED.fullmatch(written)
    return found is not None and len(written) <= NAME_MOST and _shows_little(found["seen"])


def _shows_little(seen: str) -> bool:
    syllable = seen.removesuffix(_TSHEG)
    kinds = [unicodedata.category(each)[0] for each in syllable]
    if not syllable or kinds[0] != "L" or not set(kinds) <= {"L", "M"}:
        return False
    if syllable != seen:
        return len(seen) <= _SYLLABLE_MOST
    # Of Tibetan two letters may be a whole name.
    return kinds.count("L") <= (1 if "\u0f00" <= seen[0] <= "\u0fff" else _SIGNS_MOST)


def erase_on(day: date, rating_days: int) -> date:
    """Return the first business date on which a phone number of ``day`` is no longer there."""
    return day + timedelta(days=rating_days + 1)


class Erased(StrEnum):
    """What was erased; the values are the words of the record."""

    CARD_KEYS = "card_keys"
    PHONES = "phones"
    RATING_TEXTS = "rating_texts"
    RESULTS = "results"
    MASKED_NAMES = "masked_names"


@dataclass(frozen=True, slots=True)
class Erasure:
    """The written record of one erasure.

    Attributes:
        seq: Number of its event.
        before: What belongs to business dates before this one is gone.
    """

    seq: int
    at: datetime
    what: Erased
    count: int
    before: date
