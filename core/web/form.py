"""The rating form as a browser sends it: read with care, for anybody can send anything."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs

from core.domain.rating import HIGHEST, LOWEST, TEXT_MOST, Channel, Said

BODY_MOST = 16_384
"""Bytes; 500 characters of a text take 6,000 at most."""
_FIELDS_MOST = 40
_LEVELS = {str(level): level for level in range(LOWEST, HIGHEST + 1)}


class FormRefused(Exception):
    """A form does not say a rating.

    Attributes:
        key: The words that say why.
    """

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Form:
    """What a form says, as it came: it is shown again if something is wrong with it."""

    level: str = ""
    reasons: tuple[str, ...] = ()
    text: str = ""

    def said(self) -> Said:
        """Return the rating.

        Raises:
            FormRefused: No level is chosen, or the text is too long or no text.
        """
        if self.level not in _LEVELS:
            raise FormRefused("rating.level_needed")
        if len(self.text) > TEXT_MOST:
            raise FormRefused("rating.too_long")
        if "\x00" in self.text:
            raise FormRefused("rating.not_read")
        return Said(
            level=_LEVELS[self.level],
            reasons=tuple(dict.fromkeys(self.reasons)),
            text=self.text,
            channel=Channel.SLIP,
        )


def read_form(body: bytes) -> Form:
    """Return the fields of a form.

    Raises:
        FormRefused: It is none.
    """
    if len(body) > BODY_MOST:
        raise FormRefused("rating.not_read")
    try:
        fields = parse_qs(
            body.decode("ascii"), encoding="utf-8", errors="strict", max_num_fields=_FIELDS_MOST
        )
    except ValueError as error:
        raise FormRefused("rating.not_read") from error
    # A browser sends each end of a line as two characters and counts it as one.
    text = _one(fields, "text").replace("\r\n", "\n").strip()
    return Form(_one(fields, "level"), tuple(fields.get("reason", ())), text)


def _one(fields: Mapping[str, Sequence[str]], name: str) -> str:
    return fields.get(name, ("",))[0]
