"""Words with the language they are in, so that each gets its own font."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, tzinfo

from core.domain.text import Text, ranges
from core.qt.dates import long_date, moment
from core.qt.messages import explain
from kiosk import words

Speak = Callable[[str, str, str], str]
"""``speak(language, context, source)``, as :meth:`core.qt.translate.Translations.say`."""


@dataclass(frozen=True, slots=True)
class Said:
    """Words in one language."""

    text: str = ""
    lang: str = ""


UNSAID = Said()


@dataclass(frozen=True, slots=True)
class Label:
    """Words as a bilingual hall shows them.

    Attributes:
        main: In the visitor's language, large.
        below: In the hall's other language, small; empty in a hall of one language.
    """

    main: Said = UNSAID
    below: Said = UNSAID


NO_LABEL = Label()


@dataclass(frozen=True, slots=True)
class Speech:
    """Says things in the visitor's language, and beneath in the hall's other one.

    Attributes:
        second: ``""`` in a hall of one language.
        zone: The hall's time zone; ``None``: this machine's.
    """

    speak: Speak
    chosen: str
    second: str
    zone: tzinfo | None = None

    @property
    def other(self) -> Speech:
        """The same with the hall's other language as the visitor's."""
        return Speech(self.speak, self.second, self.chosen, self.zone)

    def say(self, source: str, **values: object) -> Said:
        """Return a text of :mod:`kiosk.words` in the visitor's language."""
        return self._in(self.chosen, source, values)

    def label(self, source: str, **values: object) -> Label:
        """Return a text of :mod:`kiosk.words` in both languages."""
        return Label(self._in(self.chosen, source, values), self._in(self.second, source, values))

    def both(self, one: Callable[[Speech], Said]) -> Label:
        """Return what ``one`` says in the visitor's language, and beneath it in the hall's other one."""
        return Label(one(self), one(self.other) if self.second else UNSAID)

    def name(self, text: Text) -> Label:
        """Return a name of the hall's data; where it lacks the visitor's language, another one is large."""
        order = (self.chosen, self.second, *text)
        known = list(dict.fromkeys(language for language in order if language and text.get(language)))
        main = Said(text[known[0]], known[0]) if known else UNSAID
        if len(known) > 1 and known[1] in (self.chosen, self.second):
            return Label(main, Said(text[known[1]], known[1]))
        return Label(main)

    def refusal(self, key: str, params: object) -> Label:
        """Return the sentence of a refusal in both languages."""
        values = dict(params) if isinstance(params, dict) else {}
        both = [
            Said(explain(key, values, self._speaker(each), zone=self.zone), each) for each in self._both()
        ]
        return Label(*both)

    def windows(self, numbers: Iterable[int]) -> Label:
        """Return e.g. "Windows 3-5, 8"; nothing where there are none."""
        known = sorted(numbers)
        if not known:
            return NO_LABEL
        return self.label(words.WINDOW if len(known) == 1 else words.WINDOWS, windows=ranges(known))

    def day(self, day: date) -> Said:
        """Return a date in the visitor's language."""
        return Said(long_date(day, self._speaker(self.chosen)), self.chosen)

    def moment(self, at: datetime, now: datetime) -> str:
        """Return an instant in the visitor's language: the time, and the day too if that is not today's."""
        return moment(at, now, self.zone, self._speaker(self.chosen))

    def _both(self) -> list[str]:
        return [language for language in (self.chosen, self.second) if language]

    def _speaker(self, language: str) -> Callable[[str, str], str]:
        return lambda context, source: self.speak(language, context, source)

    def _in(self, language: str, source: str, values: dict[str, object]) -> Said:
        if not language:
            return UNSAID
        return Said(self.speak(language, words.CONTEXT, source).format(**values), language)
