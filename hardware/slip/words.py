"""What sheets say, in English; ``hardware/slip/i18n`` has the other languages.

The hardware room does not know the translator: whoever prints hands it in, as :data:`Speak`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from core.domain.text import Text
from hardware.slip.sheet import Lines

Speak = Callable[[str, str, str], str]
"""``speak(language, context, source)``, as ``core.qt.translate.Translations.say``."""

CONTEXT: Final = "slip"


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: N802, ARG001 - the name lupdate looks for
    """Mark ``source`` for translation and return it."""
    return source


COPY: Final = QT_TRANSLATE_NOOP("slip", "COPY")
PRIORITY: Final = QT_TRANSLATE_NOOP("slip", "PRIORITY")
COMPLAINTS: Final = QT_TRANSLATE_NOOP("slip", "Complaints {phone}")
PHONE: Final = QT_TRANSLATE_NOOP("slip", "Phone {phone}")
SCAN_PLACE: Final = QT_TRANSLATE_NOOP("slip", "Scan to see your place in the queue")
NAME: Final = QT_TRANSLATE_NOOP("slip", "Name {name}")
CARD: Final = QT_TRANSLATE_NOOP("slip", "ID ending in {last}")
FLOOR: Final = QT_TRANSLATE_NOOP("slip", "Floor {floor}")
WINDOWS: Final = QT_TRANSLATE_NOOP("slip", "Window {windows}")
CLERK: Final = QT_TRANSLATE_NOOP("slip", "Clerk")
NUMBER: Final = QT_TRANSLATE_NOOP("slip", "Number")
CLERK_SIGNS: Final = QT_TRANSLATE_NOOP("slip", "Clerk's signature")
VISITOR_SIGNS: Final = QT_TRANSLATE_NOOP("slip", "Visitor's signature")

TOLD_ONCE: Final = QT_TRANSLATE_NOOP("slip", "What you need, told once")
LEGAL: Final = QT_TRANSLATE_NOOP("slip", "Limit by law")
PROMISED: Final = QT_TRANSLATE_NOOP("slip", "Promised")
FEE: Final = QT_TRANSLATE_NOOP("slip", "Fee")
WORKING_DAYS: Final = QT_TRANSLATE_NOOP("slip", "{count} working days")
MINUTES: Final = QT_TRANSLATE_NOOP("slip", "{count} minutes")
ON_THE_SPOT: Final = QT_TRANSLATE_NOOP("slip", "on the spot")
MATERIALS: Final = QT_TRANSLATE_NOOP("slip", "Papers to bring")
MISSING: Final = QT_TRANSLATE_NOOP("slip", "Ticked: still missing")
ISSUER: Final = QT_TRANSLATE_NOOP("slip", "From: {issuer}")
STEPS: Final = QT_TRANSLATE_NOOP("slip", "Steps, in this order")
STEP: Final = QT_TRANSLATE_NOOP("slip", "Step {step}: {name}")
REFUSED: Final = QT_TRANSLATE_NOOP("slip", "Not accepted today")
REASON: Final = QT_TRANSLATE_NOOP("slip", "Reason: {reason}")
REMEDY: Final = QT_TRANSLATE_NOOP("slip", "What you can do: {remedy}")
SCAN_LIST: Final = QT_TRANSLATE_NOOP("slip", "Scan to see this list")

CALLBACKS: Final = QT_TRANSLATE_NOOP("slip", "Call-back list")
CALLBACK_BOXES: Final = QT_TRANSLATE_NOOP("slip", "□ Reached   □ Problem   □ Satisfied")
REMARKS: Final = QT_TRANSLATE_NOOP("slip", "Remarks")
RATED: Final = QT_TRANSLATE_NOOP("slip", "Rated {level} of 5")
DRAWN: Final = QT_TRANSLATE_NOOP("slip", "{count} of {finished} visits, draw {seed}")
CALLER_SIGNS: Final = QT_TRANSLATE_NOOP("slip", "Called by")
NOBODY: Final = QT_TRANSLATE_NOOP("slip", "Nobody to call")

CLOSING: Final = QT_TRANSLATE_NOOP("slip", "End of the day")
COUNTS: Final = QT_TRANSLATE_NOOP("slip", "taken {taken} · served {served} · passed {passed} · void {void}")
COUNTS_MORE: Final = QT_TRANSLATE_NOOP("slip", "came from elsewhere {joined} · sent on {moved} · open {open}")
GOES_ON: Final = QT_TRANSLATE_NOOP("slip", "The day is not over yet")
TICKETS: Final = QT_TRANSLATE_NOOP("slip", "Numbers given out")
TOTAL: Final = QT_TRANSLATE_NOOP("slip", "All queues")
UNPRINTED: Final = QT_TRANSLATE_NOOP("slip", "Slips missing or unsure")
WINDOWS_OPEN: Final = QT_TRANSLATE_NOOP("slip", "Served at each window")
SUPERVISOR_SIGNS: Final = QT_TRANSLATE_NOOP("slip", "Supervisor's signature")
PRINTED_AT: Final = QT_TRANSLATE_NOOP("slip", "Printed {time}")


@dataclass(frozen=True, slots=True)
class Say:
    """Says the words above in the languages of a sheet, one line each."""

    speak: Speak
    languages: Sequence[str]

    def __call__(self, source: str, **values: object) -> Lines:
        """Return a text above in each language; a value that is :data:`Lines` has its own words in each."""
        return tuple(
            self.speak(language, CONTEXT, source).format(
                **{
                    name: value[place] if isinstance(value, tuple) else value
                    for name, value in values.items()
                }
            )
            for place, language in enumerate(self.languages)
        )

    def name(self, text: Text) -> Lines:
        """Return words of the hall's data in each language that has them."""
        return tuple(text[language] for language in self.languages if text.get(language))

    def names(self, text: Text) -> Lines:
        """Return words of the hall's data, one for each language; where one lacks them, another's."""
        return tuple(text.get(language) or next(iter(text.values()), "") for language in self.languages)

    def together(self, source: str) -> str:
        """Return a text above in all languages on one line."""
        return " ".join(self(source))
