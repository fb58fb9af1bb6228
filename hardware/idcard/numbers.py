"""Numbers on identity cards: their check digits and the date of birth in them."""

from __future__ import annotations

import re
from datetime import date

_RESIDENT = re.compile(r"[1-9][0-9]{16}[0-9X]", re.ASCII)
_FOREIGNER_2017 = re.compile(r"[A-Z]{3}[0-9]{12}", re.ASCII)
_DAY = re.compile(r"[0-9]{8}", re.ASCII)
_CHECKS = "10X98765432"


def check_digit(first: str) -> str:
    """Return the eighteenth character of a number of seventeen digits.

    Source: GB 11643-1999 section 6 (ISO 7064, MOD 11-2); its examples.

    >>> check_digit("11010519491231002"), check_digit("44052418800101001")
    ('X', '4')
    """
    return _CHECKS[sum(int(digit) * 2 ** (17 - at) for at, digit in enumerate(first)) % 11]


def check_digit_2017(first: str) -> str:
    """Return the last digit of a foreigner's number of 2017: three letters and eleven digits before it.

    Source: ICAO Doc 9303-3, 4.9 (weights 7, 3, 1); that these numbers follow it: one open implementation.

    >>> check_digit_2017("KAZ11009012310")
    '5'
    """
    return str(sum(int(sign, 36) * (7, 3, 1)[at % 3] for at, sign in enumerate(first)) % 10)


def is_right(number: str, born: str) -> bool:
    """Return whether a number has its form, its check digit and the date of birth (``YYYYMMDD``) in it."""
    if _RESIDENT.fullmatch(number):
        return number[-1] == check_digit(number[:-1]) and number[6:14] == born
    if _FOREIGNER_2017.fullmatch(number):
        return number[-1] == check_digit_2017(number[:-1]) and number[7:13] == born[2:]
    return False


def day_of(written: str) -> date | None:
    """Return a day written as ``YYYYMMDD``; ``None`` where there is no such day.

    Raises nothing: an exception would carry what was written.
    """
    if not _DAY.fullmatch(written):
        return None
    year, month, day = int(written[:4]), int(written[4:6]), int(written[6:])
    if not (year and 1 <= month <= 12 and 1 <= day <= _days(year, month)):
        return None
    return date(year, month, day)


def age_on(born: date, day: date) -> int:
    """Return full years of age; who was born on 29 February is older on 1 March."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def _days(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31
