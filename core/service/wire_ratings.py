"""Bodies of requests and answers about ratings."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field

from core.domain.clock import to_text
from core.domain.leg import Leg
from core.domain.rating import HIGHEST, LOWEST, TEXT_MOST, Channel, Rating, Said, Tallies, Tally
from core.service.wire import Body, Id
from core.service.wire_visitors import DayText, Moment, shown


def _number_only(value: object) -> object:
    if isinstance(value, bool | str):
        raise ValueError("give a number")
    return value


def _whole_text(value: str) -> str:
    # What no database keeps.
    if "\x00" in value:
        raise ValueError("holds a character that is none")
    return value


Level = Annotated[int, BeforeValidator(_number_only), Field(ge=LOWEST, le=HIGHEST)]
Word = Annotated[str, Field(min_length=1, max_length=64)]
Levels = dict[Word, Level]
_LEVELS = "Of single indicators: id and level."
Name = Annotated[dict[str, str], Field(description="In each language.")]


class RateBody(Body):
    """What a visitor says of a finished leg."""

    model_config = shown(level=2, reasons=["long_wait"], text="等了一个小时", channel="slip")

    leg: Id | None = Field(None, description="Id of the leg; without one it is the one finished last.")
    level: Level = Field(description="5 非常满意, 4 满意, 3 基本满意, 2 不满意, 1 非常不满意.")
    levels: Levels = Field(default_factory=dict, max_length=8, description=_LEVELS)
    reasons: list[Word] = Field(
        default_factory=list,
        max_length=20,
        description="Ids of reasons; a level of 2 or less needs one, or a text.",
    )
    text: Annotated[str, Field(max_length=TEXT_MOST), AfterValidator(_whole_text)] = ""
    channel: Channel = Channel.SLIP

    def said(self) -> Said:
        """Return what is said."""
        return Said(
            level=self.level,
            levels=tuple(sorted(self.levels.items())),
            reasons=tuple(dict.fromkeys(self.reasons)),
            text=self.text.strip(),
            channel=self.channel,
        )


class KeyBody(Body):
    """What one of a rater's keys says, or a pad: a pad names the leg it asked about, and knows reasons."""

    model_config = shown(level=2, leg="019a2b3c4d5e6f7a8b9c0d.1", reasons=["long_wait"])

    level: Level = Field(description="As for a rating by the slip's token.")
    leg: Id | None = Field(
        None, description="Id of the leg that was asked about; without one it is who is or was just there."
    )
    levels: Levels = Field(default_factory=dict, max_length=8, description=_LEVELS)
    reasons: list[Word] = Field(
        default_factory=list, max_length=20, description="Ids of reasons; five keys have none."
    )

    def said(self) -> Said:
        """Return what is said."""
        return Said(
            level=self.level,
            levels=tuple(sorted(self.levels.items())),
            reasons=tuple(dict.fromkeys(self.reasons)),
            channel=Channel.WINDOW,
        )


class RatedAnswer(BaseModel):
    """A rating that is kept."""

    model_config = shown(
        number="A017",
        leg="019a2b3c4d5e6f7a8b9c0d.1",
        level=5,
        asked="1",
        given_at="2026-11-24T02:00:00.000000Z",
    )

    number: str
    leg: str
    level: int
    asked: str = Field(description="Version of the indicators that were asked.")
    given_at: Moment


class AskedAnswer(BaseModel):
    """Whose rating is asked for."""

    model_config = shown(number="A017", leg="019a2b3c4d5e6f7a8b9c0d.1")

    number: str
    leg: str


class LevelAnswer(BaseModel):
    """A level and its name."""

    level: int
    name: Name


class IndicatorAnswer(BaseModel):
    """What is rated."""

    id: str
    name: Name


class ReasonAnswer(BaseModel):
    """A reason that can be picked."""

    id: str
    indicator: str
    name: Name


class IndicatorsAnswer(BaseModel):
    """What visitors are asked, as data with a version."""

    model_config = shown(
        version="1",
        date="2026-11-01",
        levels=[{"level": 5, "name": {"zh": "非常满意", "en": "Very satisfied"}}],
        indicators=[{"id": "overall", "name": {"zh": "整体评价", "en": "Overall"}}],
        reasons=[
            {
                "id": "long_wait",
                "indicator": "efficiency",
                "name": {"zh": "等候时间太长", "en": "The wait was too long"},
            }
        ],
    )

    version: str
    date: DayText
    levels: list[LevelAnswer]
    indicators: list[IndicatorAnswer]
    reasons: list[ReasonAnswer]


_TALLY: dict[str, Any] = {
    "levels": {"5": 40, "4": 8, "3": 1, "2": 1, "1": 0},
    "satisfied": 49,
    "rated": 50,
    "unrated": 31,
    "percent": 98.0,
}


class TallyAnswer(BaseModel):
    """How finished legs were rated: no percentage without what it is of, and nobody unrated is satisfied."""

    model_config = shown(**_TALLY)

    levels: dict[str, int] = Field(description="How many ratings of each level.")
    satisfied: int = Field(description="Numerator: levels 3 to 5.")
    rated: int = Field(description="Denominator: all ratings.")
    unrated: int = Field(description="Finished legs without a rating; in neither of the two.")
    percent: float | None = Field(
        description="Cut after one decimal, never rounded up; null where nobody rated."
    )


class WindowTallyAnswer(TallyAnswer):
    """The same of one window."""

    model_config = shown(**_TALLY, window=3)

    window: int


class ClerkTallyAnswer(TallyAnswer):
    """The same of one clerk."""

    model_config = shown(**_TALLY, clerk="0301")

    clerk: str


class RatingsAnswer(BaseModel):
    """Ratings of the legs that ended on some business dates."""

    model_config = shown(
        **{"from": "2026-11-23", "to": "2026-11-27"},
        total=_TALLY,
        windows=[_TALLY | {"window": 3}],
        clerks=[_TALLY | {"clerk": "0301"}],
    )

    first: DayText = Field(alias="from")
    last: DayText = Field(alias="to")
    total: TallyAnswer
    windows: list[WindowTallyAnswer]
    clerks: list[ClerkTallyAnswer]


def rated_json(leg: Leg, rating: Rating) -> dict[str, Any]:
    """Return a rating as its giver is answered."""
    return {
        "number": leg.number,
        "leg": leg.id,
        "level": rating.said.level,
        "asked": rating.asked,
        "given_at": to_text(rating.given_at),
    }


def tally_json(tally: Tally, **of: Any) -> dict[str, Any]:
    """Return counts with what they are of."""
    return {
        "levels": {str(level): count for level, count in tally.levels.items()},
        "satisfied": tally.satisfied,
        "rated": tally.rated,
        "unrated": tally.unrated,
        # In whole numbers: 0.29 * 1000 is 290 minus a little.
        "percent": tally.satisfied * 1000 // tally.rated / 10 if tally.rated else None,
        **of,
    }


def ratings_json(first: date, last: date, tallies: Tallies) -> dict[str, Any]:
    """Return the counts of some days."""
    return {
        "from": first.isoformat(),
        "to": last.isoformat(),
        "total": tally_json(tallies.total),
        "windows": [tally_json(each, window=window) for window, each in sorted(tallies.windows.items())],
        "clerks": [tally_json(each, clerk=clerk) for clerk, each in sorted(tallies.clerks.items())],
    }
