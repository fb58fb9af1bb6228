"""What a page shows, in one shape for all pages: screen, voice, keypad and tests read the same.

A key is what :meth:`kiosk.session.Session.act` takes when the thing is touched: ``"queue:tax"``, ``"back"``.
"""

from __future__ import annotations

from dataclasses import dataclass

from kiosk.speech import NO_LABEL, UNSAID, Label, Said


@dataclass(frozen=True, slots=True)
class Tile:
    """One of the choices that a page is made of.

    Attributes:
        place: Floor, windows, or how many steps; of a closed one, from when on it gives tickets again.
        waiting: How many wait; of a closed one, that it is closed.
        closed: No tickets are issued now.
        chosen: It is ticked, where several may be chosen or one is.
        facts: More of it, where a page has rows instead of tiles.
        late: That people wait too long there.
    """

    key: str
    name: Label
    place: Said = UNSAID
    waiting: Said = UNSAID
    closed: bool = False
    chosen: bool = False
    facts: tuple[Said, ...] = ()
    late: Said = UNSAID


@dataclass(frozen=True, slots=True)
class Button:
    """One of the buttons below a page.

    Attributes:
        strong: What most people want here.
        icon: Name of a picture of ``kiosk/qml/icons``, ``""``: none.
        off: It says why what stands here otherwise cannot be had now; who touches it is told more.
    """

    key: str
    label: Label
    strong: bool = False
    icon: str = ""
    off: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """Something to read.

    Attributes:
        key: What it is; unlike the keys of others it cannot be touched.
        name: What the value is of, e.g. "Fee"; empty where the value speaks for itself.
        kind: ``"fact"``, ``"heading"``, ``"text"`` or ``"warn"``.
    """

    key: str
    value: Label
    name: Label = NO_LABEL
    kind: str = "fact"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that is typed on the page.

    Attributes:
        keys: Which keys are offered: ``"ticket"``, ``"code"``, ``"phone"``, ``"clerk"``, ``"pin"`` or
            ``"text"``.
        shown: What was typed, as it is shown: a PIN as dots.
        hint: What is to be typed, while nothing is.
        ready: Enough was typed to go on.
        letters: The letters that can be typed beside the digits, in order.
        next: Which letters and digits can come next; the keys of the others are dim.
    """

    keys: str
    shown: str = ""
    hint: Label = NO_LABEL
    ready: bool = False
    letters: str = ""
    next: str = ""


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code.

    Attributes:
        path: Its dark modules as an SVG path, each one unit wide; the quiet zone is counted.
        side: Units across.
        label: What it is for.
    """

    path: str
    side: int
    label: Label = NO_LABEL


@dataclass(frozen=True, slots=True)
class View:
    """A page.

    Attributes:
        page: A :class:`kiosk.state.Page`, as its word.
        which: What the page is of: id of a zone, an item, a queue ...
        layout: Which of QML's layouts draws it: ``"tiles"``, ``"lines"``, ``"entry"``, ``"search"``,
            ``"number"``, ``"message"``, ``"guide"``, ``"saver"`` or ``"outOfService"``.
        title: Where the visitor is; empty on the first page.
        prompt: What the visitor can do here.
        icon: As a button's.
        number: A ticket's number, shown very large.
        code: What a phone opens.
        mark: Something that stands above the number, e.g. that it was given without the core.
        lines: What is read below the prompt.
        banner: What the devices have to say before anything is chosen.
        sheet: ``"1 / 2"``; empty where everything fits on one.
        nth: Which sheet of lines is open, from 0; tiles are those of the open sheet alone.
        first: The open sheet is the first one.
        last: The open sheet is the last one.
        bad: Something went wrong; a word or a picture says so too.
        notices: What the hall tells while nobody is here, each in one language.
        every: The page in each language of the hall, where nobody has chosen one: what is, and what to do.
        seeing: The key beside the languages for how large letters are, where a pad's keys choose it too.
    """

    page: str = ""
    which: str = ""
    layout: str = "tiles"
    title: Label = NO_LABEL
    prompt: Label = NO_LABEL
    icon: str = ""
    number: str = ""
    code: Code | None = None
    mark: Label = NO_LABEL
    tiles: tuple[Tile, ...] = ()
    lines: tuple[Line, ...] = ()
    banner: tuple[Line, ...] = ()
    entry: Entry | None = None
    buttons: tuple[Button, ...] = ()
    sheet: Said = UNSAID
    nth: int = 0
    first: bool = True
    last: bool = True
    bad: bool = False
    notices: tuple[Said, ...] = ()
    every: tuple[Label, ...] = ()
    seeing: Label = NO_LABEL


@dataclass(frozen=True, slots=True)
class Tool:
    """A key beside the languages: how this visitor reads best.

    Attributes:
        chosen: It is on.
    """

    key: str
    name: Said
    icon: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Frame:
    """How the page stands on the panel.

    Attributes:
        turned: Degrees clockwise: 0, 90, 180 or 270.
        lower: Everything touched stands in the lower part.
        diagonal_mm: Of the panel; 0: not known.
        scale: What letters are multiplied with.
        high: In high contrast.
    """

    turned: int = 0
    lower: bool = False
    diagonal_mm: float = 0.0
    scale: float = 1.0
    high: bool = False


@dataclass(frozen=True, slots=True)
class Language:
    """One button of the language choice."""

    key: str
    name: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Header:
    """The top of every page."""

    hall: Label = NO_LABEL
    clock: str = ""
    day: Said = UNSAID
