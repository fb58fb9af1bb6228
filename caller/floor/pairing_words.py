"""The texts about machines that ask to join the hall."""

from __future__ import annotations

from core.qt.translate import QT_TRANSLATE_NOOP

ASKING = QT_TRANSLATE_NOOP("caller", "Screens that ask")
ASKING_COUNT = QT_TRANSLATE_NOOP("caller", "Screens that ask: {count}")
NOBODY = QT_TRANSLATE_NOOP("caller", "No screen asks to join")
CODE = QT_TRANSLATE_NOOP("caller", "Code")
KIND = QT_TRANSLATE_NOOP("caller", "Kind")
MACHINE = QT_TRANSLATE_NOOP("caller", "Machine")
ADDRESS = QT_TRANSLATE_NOOP("caller", "Address")
SCREEN = QT_TRANSLATE_NOOP("caller", "Screen")
KIOSK = QT_TRANSLATE_NOOP("caller", "Kiosk")
NAME = QT_TRANSLATE_NOOP("caller", "Name")
SHOWS = QT_TRANSLATE_NOOP("caller", "It shows")
BY_ITS_NAME = QT_TRANSLATE_NOOP("caller", "As the hall file says")
WHOLE_HALL = QT_TRANSLATE_NOOP("caller", "The whole hall")
COLLECT = QT_TRANSLATE_NOOP("caller", "Results to collect")
WINDOW_SCREEN = QT_TRANSLATE_NOOP("caller", "Screen of window {window}")
PAD = QT_TRANSLATE_NOOP("caller", "Rating pad of window {window}")
APPROVE = QT_TRANSLATE_NOOP("caller", "Let it join")
REFUSE = QT_TRANSLATE_NOOP("caller", "Refuse")
CHOOSE = QT_TRANSLATE_NOOP("caller", "Choose who joins in the table, and give it a name")
JOINED = QT_TRANSLATE_NOOP("caller", "{code} joins as {name}")
MAY_NOT = QT_TRANSLATE_NOOP("caller", "{code} may not join")
