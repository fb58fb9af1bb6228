"""What the staff page says, in English; ``kiosk/i18n`` has the other languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from core.qt.translate import QT_TRANSLATE_NOOP

STAFF: Final = QT_TRANSLATE_NOOP("kiosk", "Staff")
TYPE_PIN: Final = QT_TRANSLATE_NOOP("kiosk", "Type the PIN of this machine's staff page")
PIN: Final = QT_TRANSLATE_NOOP("kiosk", "PIN")
WRONG: Final = QT_TRANSLATE_NOOP("kiosk", "That is not the PIN")
WAIT: Final = QT_TRANSLATE_NOOP("kiosk", "That is not the PIN. Again in {seconds} s")
LEAVE: Final = QT_TRANSLATE_NOOP("kiosk", "Back to the visitors")
NO_PIN: Final = QT_TRANSLATE_NOOP("kiosk", "No PIN is set for the staff page")
MAKE_PIN: Final = QT_TRANSLATE_NOOP("kiosk", "On the core's machine run: hallcall hall pin")
SET_PIN: Final = QT_TRANSLATE_NOOP("kiosk", "Put the line it prints below [kiosk] in the hall file")
IMPORT_PIN: Final = QT_TRANSLATE_NOOP("kiosk", "Import the hall file; this machine knows it at once")

MACHINE: Final = QT_TRANSLATE_NOOP("kiosk", "Machine")
CORE: Final = QT_TRANSLATE_NOOP("kiosk", "Hall's computer")
LINK: Final = QT_TRANSLATE_NOOP("kiosk", "Line")
CONNECTED: Final = QT_TRANSLATE_NOOP("kiosk", "Connected")
SEQ: Final = QT_TRANSLATE_NOOP("kiosk", "Last event")
LEFT: Final = QT_TRANSLATE_NOOP("kiosk", "Numbers kept for a lost line")
UNTOLD: Final = QT_TRANSLATE_NOOP("kiosk", "Not yet handed in")
ALL_WELL: Final = QT_TRANSLATE_NOOP("kiosk", "Everything is well")
IS_SHUT: Final = QT_TRANSLATE_NOOP("kiosk", "This machine is shut to visitors")
DO: Final = QT_TRANSLATE_NOOP("kiosk", "What to do")

DEVICES: Final = QT_TRANSLATE_NOOP("kiosk", "Devices")
DEVICE: Final = QT_TRANSLATE_NOOP("kiosk", "Device")
KINDS: Final[Mapping[str, str]] = {
    "printer": QT_TRANSLATE_NOOP("kiosk", "Printer"),
    "card_reader": QT_TRANSLATE_NOOP("kiosk", "Card reader"),
    "scanner": QT_TRANSLATE_NOOP("kiosk", "Scanner"),
    "keypad": QT_TRANSLATE_NOOP("kiosk", "Keypad"),
    "voice": QT_TRANSLATE_NOOP("kiosk", "Voice"),
}
STATES: Final[Mapping[str, str]] = {
    "starting": QT_TRANSLATE_NOOP("kiosk", "Starting"),
    "ready": QT_TRANSLATE_NOOP("kiosk", "Ready"),
    "degraded": QT_TRANSLATE_NOOP("kiosk", "Works in part"),
    "gone": QT_TRANSLATE_NOOP("kiosk", "Gone"),
}
HINTS: Final[Mapping[str, str]] = {
    "printer.paper_out": QT_TRANSLATE_NOOP(
        "kiosk", "Put in a new roll and close the cover; numbers print again by themselves"
    ),
    "printer.paper_low": QT_TRANSLATE_NOOP("kiosk", "Keep a new roll ready"),
    "printer.cover_open": QT_TRANSLATE_NOOP("kiosk", "Close the cover until it clicks"),
    "printer.cutter": QT_TRANSLATE_NOOP("kiosk", "Switch the printer off, take out the paper, switch it on"),
    "printer.fault": QT_TRANSLATE_NOOP(
        "kiosk", "Switch the printer off and on; if that does not help, call the technician"
    ),
    "printer.offline": QT_TRANSLATE_NOOP("kiosk", "Press the printer's feed key; look at its lamps"),
    "device.unreachable": QT_TRANSLATE_NOOP("kiosk", "Look at its power and its cable"),
    "card_reader.no_key": QT_TRANSLATE_NOOP(
        "kiosk", "Nothing: cards are read again once the hall's computer is heard"
    ),
    "card_reader.self_test": QT_TRANSLATE_NOOP("kiosk", "Pull the reader's cable and plug it in again"),
    "card_reader.garbled": QT_TRANSLATE_NOOP("kiosk", "Look at its power and its cable"),
}
"""What staff do, by a device's message key."""
CALL_TECHNICIAN: Final = QT_TRANSLATE_NOOP(
    "kiosk", "Switch it off and on; if that does not help, call the technician"
)

TEST_PRINT: Final = QT_TRANSLATE_NOOP("kiosk", "Test print")
PRINTS: Final[Mapping[str, str]] = {
    "": QT_TRANSLATE_NOOP("kiosk", "Under way"),
    "printed": QT_TRANSLATE_NOOP("kiosk", "The slip is out: look at its edges and its code"),
    "failed": QT_TRANSLATE_NOOP("kiosk", "It did not print"),
    "unknown": QT_TRANSLATE_NOOP("kiosk", "The printer does not tell: look whether a slip is out"),
}
READ_CARD: Final = QT_TRANSLATE_NOOP("kiosk", "Read a card")
LAY_CARD: Final = QT_TRANSLATE_NOOP("kiosk", "Lay a card on the reader")
NO_READER: Final = QT_TRANSLATE_NOOP("kiosk", "No card can be read now")
CARD: Final = QT_TRANSLATE_NOOP("kiosk", "Read: {name}, aged {age}")

SOUND: Final = QT_TRANSLATE_NOOP("kiosk", "Sound")
VOLUME: Final = QT_TRANSLATE_NOOP("kiosk", "Volume")
BY_HALL: Final = QT_TRANSLATE_NOOP("kiosk", "As the hall file says")
PERCENT: Final = QT_TRANSLATE_NOOP("kiosk", "{percent} %")
QUIETER: Final = QT_TRANSLATE_NOOP("kiosk", "Quieter")
LOUDER: Final = QT_TRANSLATE_NOOP("kiosk", "Louder")
SPEAK: Final = QT_TRANSLATE_NOOP("kiosk", "Speak a sentence")
SILENT: Final = QT_TRANSLATE_NOOP("kiosk", "No voice is set up on this machine")

PROGRAM: Final = QT_TRANSLATE_NOOP("kiosk", "Program")
SCREEN: Final = QT_TRANSLATE_NOOP("kiosk", "Screen")
SELF_TEST: Final = QT_TRANSLATE_NOOP("kiosk", "Last self-test")
NEVER: Final = QT_TRANSLATE_NOOP("kiosk", "None since the program began")
FAULTS: Final = QT_TRANSLATE_NOOP("kiosk", "{count} to be seen to")
TEST_NOW: Final = QT_TRANSLATE_NOOP("kiosk", "Test now")
RESTART: Final = QT_TRANSLATE_NOOP("kiosk", "Restart the program")
SHUT: Final = QT_TRANSLATE_NOOP("kiosk", "Shut this machine")
REOPEN: Final = QT_TRANSLATE_NOOP("kiosk", "Open this machine")
LOG: Final = QT_TRANSLATE_NOOP("kiosk", "Log")
