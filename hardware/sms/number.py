"""Which numbers can be sent a short message."""

from __future__ import annotations

import re
import unicodedata

_PUNCTUATION = re.compile(r"[\s\-()./·]+")
# Source: 电信网编号计划 (2017): 11 digits from 13 to 19; the 0 before is an old trunk call.
_MOBILE = re.compile(r"^(?:\+86|0086|86)?0?(1[3-9][0-9]{9})$")


class NumberRefused(ValueError):
    """No short message can be sent to what was written; it is not in the sentence, for sentences are logged.

    Attributes:
        key: Stable message key.
    """

    key = "sms.number_invalid"


def mobile_number(written: str) -> str:
    """Return a mobile number of the mainland in its international form, however it was written.

    >>> mobile_number("138 0013 8000"), mobile_number("8613800138000"), mobile_number("013800138000")
    ('+8613800138000', '+8613800138000', '+8613800138000')

    Raises:
        NumberRefused: It is none: a landline, a number of another country, too short or too long.
    """
    found = _MOBILE.match(_PUNCTUATION.sub("", unicodedata.normalize("NFKC", written)))
    if found is None:
        raise NumberRefused("no mobile number of the mainland: 11 digits from 13 to 19, with or without +86")
    return f"+86{found[1]}"
