"""A hall's texts for short messages; each fits into one part whatever is put in, or is refused at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from string import Formatter

from hardware.sms.pdu import SINGLE_UNITS, units


class TemplatesRefused(ValueError):
    """A hall's texts have mistakes; the sentence names every one.

    Attributes:
        key: Stable message key.
        mistakes: A sentence each.
    """

    key = "sms.template_invalid"

    def __init__(self, mistakes: list[str]) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = mistakes


class Templates:
    """Texts by name, checked: ``{number}`` and the like are fields that get their values when one is sent."""

    def __init__(self, texts: Mapping[str, str], values: Mapping[str, Iterable[str]]) -> None:
        """Check and keep the texts.

        Args:
            texts: By name, e.g. ``"come_now.zh"``.
            values: What a field can be, e.g. every window's number; the longest ones are tried.

        Raises:
            TemplatesRefused: With every mistake at once.
        """
        longest = {field: max(possible, key=units, default="") for field, possible in values.items()}
        mistakes = [said for name, text in texts.items() for said in _mistakes(name, text, longest)]
        if mistakes:
            raise TemplatesRefused(mistakes)
        self._texts = dict(texts)

    def render(self, name: str, **values: object) -> str:
        """Return a text with its values.

        Raises:
            KeyError: There is no such text, or a value is missing.
        """
        return self._texts[name].format(**values)


def _mistakes(name: str, text: str, longest: Mapping[str, str]) -> list[str]:
    try:
        fields = [field for _, field, *_ in Formatter().parse(text) if field is not None]
    except ValueError as error:
        return [f"template {name!r}: {error}"]
    if unknown := sorted(set(fields) - longest.keys()):
        return [
            f"template {name!r}: unknown field {{{field}}}, known are {_list(longest)}" for field in unknown
        ]
    if not text.strip():
        return [f"template {name!r} is empty"]
    try:
        whole = text.format(**longest)
    except ValueError as error:
        return [f"template {name!r}: {error}"]
    if units(whole) > SINGLE_UNITS:
        return [
            f"template {name!r} takes {units(whole)} characters with its longest values "
            f"({whole!r}); {SINGLE_UNITS} fit into one message"
        ]
    return []


def _list(fields: Iterable[str]) -> str:
    return ", ".join(f"{{{field}}}" for field in sorted(fields))
