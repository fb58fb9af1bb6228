"""A PIN asked for at the terminal."""

from __future__ import annotations

import sys
from getpass import getpass


class NoPin(Exception):
    """Nobody typed one."""

    def __init__(self) -> None:
        super().__init__("no PIN was given")


def ask_pin(question: str) -> str:
    """Return what is typed unseen, or without a terminal the next line that is piped in.

    Raises:
        NoPin: The input has ended.
    """
    if sys.stdin.isatty():
        try:
            return getpass(question).strip()
        except EOFError as error:
            raise NoPin from error
    line = sys.stdin.readline()
    if not line:
        raise NoPin
    return line.strip()
