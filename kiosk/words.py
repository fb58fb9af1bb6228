"""What the kiosk says, in English; ``kiosk/i18n`` has the other languages.

Two languages stand on one page, so a text is asked for by language and never read from the one installed.
"""

from __future__ import annotations

from typing import Final

from core.qt.translate import QT_TRANSLATE_NOOP

CONTEXT: Final = "kiosk"

CHOOSE_ZONE: Final = QT_TRANSLATE_NOOP("kiosk", "Please touch the service you came for")
CHOOSE_QUEUE: Final = QT_TRANSLATE_NOOP("kiosk", "Please touch your matter")
MATTERS: Final = QT_TRANSLATE_NOOP("kiosk", "Frequent matters")
DEPARTMENTS: Final = QT_TRANSLATE_NOOP("kiosk", "Departments")
CHOOSE_DEPARTMENT: Final = QT_TRANSLATE_NOOP("kiosk", "Please touch the department")
BACK: Final = QT_TRANSLATE_NOOP("kiosk", "Back")
SEARCH: Final = QT_TRANSLATE_NOOP("kiosk", "Search by name")
SEARCH_HINT: Final = QT_TRANSLATE_NOOP("kiosk", "Type the name of your matter")
SEARCH_EXAMPLE: Final = QT_TRANSLATE_NOOP(
    "kiosk", "For example “card”, or the first letters of the pinyin: sbk"
)
FOUND: Final = QT_TRANSLATE_NOOP("kiosk", "{count} found")
NOTHING_FOUND: Final = QT_TRANSLATE_NOOP("kiosk", "Nothing found")
NOTHING_FOUND_HELP: Final = QT_TRANSLATE_NOOP(
    "kiosk", "Type fewer letters, look under the departments, or ask a guide"
)
SPACE: Final = QT_TRANSLATE_NOOP("kiosk", "Space")
STACK: Final = QT_TRANSLATE_NOOP("kiosk", "Stack")
LETTERS: Final = QT_TRANSLATE_NOOP("kiosk", "Pinyin / ABC")
TIBETAN_LETTERS: Final = QT_TRANSLATE_NOOP("kiosk", "Tibetan letters")
DONE: Final = QT_TRANSLATE_NOOP("kiosk", "Done")
UNDERSTOOD: Final = QT_TRANSLATE_NOOP("kiosk", "OK")
CONFIRM: Final = QT_TRANSLATE_NOOP("kiosk", "Confirm")
EARLIER: Final = QT_TRANSLATE_NOOP("kiosk", "Previous page")
LATER: Final = QT_TRANSLATE_NOOP("kiosk", "Next page")
CLEAR: Final = QT_TRANSLATE_NOOP("kiosk", "Clear")
ERASE: Final = QT_TRANSLATE_NOOP("kiosk", "Erase")
ONE_MOMENT: Final = QT_TRANSLATE_NOOP("kiosk", "One moment, please")
FLOOR: Final = QT_TRANSLATE_NOOP("kiosk", "Floor {floor}")
WAITING: Final = QT_TRANSLATE_NOOP("kiosk", "{count} waiting")
NOBODY_WAITS: Final = QT_TRANSLATE_NOOP("kiosk", "No one waiting")
WINDOW: Final = QT_TRANSLATE_NOOP("kiosk", "Window {windows}")
WINDOWS: Final = QT_TRANSLATE_NOOP("kiosk", "Windows {windows}")
YOUR_NUMBER: Final = QT_TRANSLATE_NOOP("kiosk", "Your number")
AHEAD: Final = QT_TRANSLATE_NOOP("kiosk", "{count} ahead of you")
NOBODY_AHEAD: Final = QT_TRANSLATE_NOOP("kiosk", "No one ahead of you")
AHEAD_UNKNOWN: Final = QT_TRANSLATE_NOOP("kiosk", "Your place: known once the network is back")
WAIT: Final = QT_TRANSLATE_NOOP("kiosk", "About {least}–{most} min to wait")
WAIT_AT_MOST: Final = QT_TRANSLATE_NOOP("kiosk", "At most about {most} min to wait")
WAIT_SHORT: Final = QT_TRANSLATE_NOOP("kiosk", "Your turn is very soon")
WAIT_UNKNOWN: Final = QT_TRANSLATE_NOOP("kiosk", "Time to wait: —")
STEP: Final = QT_TRANSLATE_NOOP("kiosk", "Step {step} of {steps}")
STEPS: Final = QT_TRANSLATE_NOOP("kiosk", "{steps} steps")
STEP_TO_COME: Final = QT_TRANSLATE_NOOP("kiosk", "Step {step}: {name}")
BOTH: Final = QT_TRANSLATE_NOOP("kiosk", "{one} and {other}")
ANY_ORDER: Final = QT_TRANSLATE_NOOP("kiosk", "{names} (in any order)")
CLOSED: Final = QT_TRANSLATE_NOOP("kiosk", "Closed now")
OPENS: Final = QT_TRANSLATE_NOOP("kiosk", "From {opens_at}")
PRINTING: Final = QT_TRANSLATE_NOOP("kiosk", "Your slip is being printed")
TAKE_SLIP: Final = QT_TRANSLATE_NOOP("kiosk", "Please take your slip")
NO_SLIP: Final = QT_TRANSLATE_NOOP(
    "kiosk",
    "The slip did not print. Please note your number; your place is safe. A guide can print it.",
)
MAYBE_SLIP: Final = QT_TRANSLATE_NOOP(
    "kiosk",
    "Please take your slip. Is there none? Note your number; your place is safe. A guide can print it.",
)
NO_PRINTER: Final = QT_TRANSLATE_NOOP("kiosk", "Please note your number. No slips are printed here.")
CANNOT_PRINT: Final = QT_TRANSLATE_NOOP(
    "kiosk", "Slips cannot be printed now. Your number will be shown on the screen, or ask a guide."
)
CARD_WELCOME: Final = QT_TRANSLATE_NOOP(
    "kiosk", "You may lay your identity card on the reader. Neither its number nor your name is kept."
)
CARD_WELCOME_NAMED: Final = QT_TRANSLATE_NOOP(
    "kiosk",
    "You may lay your identity card on the reader. Its number is not kept, nor your name unless you want it.",
)
GREETING: Final = QT_TRANSLATE_NOOP("kiosk", "Hello, {name}")
PLEASE_WAIT: Final = QT_TRANSLATE_NOOP("kiosk", "Please wait until your number is called")
WAS_PASSED: Final = QT_TRANSLATE_NOOP("kiosk", "Your number was called. Please ask a guide")
IS_SUSPENDED: Final = QT_TRANSLATE_NOOP("kiosk", "Please come back as you were told at the window")
IS_OVER: Final = QT_TRANSLATE_NOOP("kiosk", "This visit is over")
PRIORITY: Final = QT_TRANSLATE_NOOP("kiosk", "Priority")
BOOKED: Final = QT_TRANSLATE_NOOP("kiosk", "Booked")
ASSISTED: Final = QT_TRANSLATE_NOOP("kiosk", "Assisted")
OFFLINE: Final = QT_TRANSLATE_NOOP("kiosk", "Offline number · valid")
OFFLINE_NOTE: Final = QT_TRANSLATE_NOOP(
    "kiosk",
    "Issued while the network was down. The number is valid: your place counts from the time on this slip"
    " and joins the queue when the network is back. Please listen to the guides.",
)
MORE_TIME: Final = QT_TRANSLATE_NOOP("kiosk", "I need more time")
LARGE_TYPE: Final = QT_TRANSLATE_NOOP("kiosk", "Large type")
USUAL_TYPE: Final = QT_TRANSLATE_NOOP("kiosk", "Usual type")
RETURNS: Final = QT_TRANSLATE_NOOP("kiosk", "Back to the start in {seconds} s")
READ_ALOUD: Final = QT_TRANSLATE_NOOP("kiosk", "Read aloud")
OUT_OF_SERVICE: Final = QT_TRANSLATE_NOOP("kiosk", "Temporarily out of service")
NO_NUMBERS: Final = QT_TRANSLATE_NOOP("kiosk", "No numbers can be issued at the moment")
NO_NUMBERS_NOW: Final = QT_TRANSLATE_NOOP("kiosk", "No numbers now")
ASK_GUIDE: Final = QT_TRANSLATE_NOOP("kiosk", "Please ask a guide")
PHONE: Final = QT_TRANSLATE_NOOP("kiosk", "Phone {phone}")

EVERY_LANGUAGE: Final = ("zh", "bo", "en")
"""What the kiosk says while it does not know its hall yet."""
