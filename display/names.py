"""What a screen shows of a visitor's name beside the number."""

from __future__ import annotations

from display.lines import Line, Lines

_TIBETAN = ("\u0f00", "\u0fff")
_CHINESE_FROM = "\u2e80"


def name_lines(masked: str) -> Lines:
    """Return a masked name as a line in the letters that it is written in; nothing of no name.

    >>> name_lines("张*"), name_lines("བཀྲ་*")
    ((Line(language='zh', text='张*'),), (Line(language='bo', text='བཀྲ་*'),))
    """
    if not masked:
        return ()
    first = masked[0]
    if _TIBETAN[0] <= first <= _TIBETAN[1]:
        return (Line("bo", masked),)
    return (Line("zh" if first >= _CHINESE_FROM else "en", masked),)
