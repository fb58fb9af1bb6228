"""Which page of results is shown, and which of them flash; pure."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from display.board.stage import FLASH

PAGE = timedelta(seconds=10)
"""So long a page stands."""
_EPOCH = datetime.fromisoformat("2020-01-01T00:00:00+00:00")


@dataclass(frozen=True, slots=True)
class Flash:
    """A result that flashes for a while."""

    id: str
    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Paging:
    """The pages turn one after another; the first one, with what is new, comes back early for that.

    Attributes:
        began: When the first page came last out of its turn.
    """

    began: datetime = _EPOCH
    flashes: tuple[Flash, ...] = ()

    def page(self, now: datetime, pages: int) -> int:
        """Return the page that is shown, from 0."""
        return (now - self.began) // PAGE % pages if pages > 1 else 0

    def turns_at(self, now: datetime) -> datetime:
        """Return when the next page comes."""
        return self.began + ((now - self.began) // PAGE + 1) * PAGE

    def came(self, result: str, now: datetime, pages: int) -> Paging:
        """Return the paging after a result came, which is the first of the first page.

        However many come, every page has its turn: the first one is shown again early only once all of them
        were there since it last was. Till then what has come flashes when its page is there.
        """
        paging = self.settled(now)
        page, round_ = paging.page(now, pages), PAGE * max(1, pages)
        since = now
        if page > 0 and now - paging.began >= round_:
            paging = replace(paging, began=now)
        elif page > 0:
            since = paging.turns_at(now) + PAGE * (pages - page - 1)
        return replace(paging, flashes=(*paging.flashes, Flash(result, since, since + FLASH)))

    def settled(self, now: datetime) -> Paging:
        """Return the paging without what has flashed."""
        return replace(self, flashes=tuple(each for each in self.flashes if each.until > now))

    def flashing(self, now: datetime) -> frozenset[str]:
        """Return the ids of what flashes now."""
        return frozenset(each.id for each in self.flashes if each.since <= now < each.until)

    def changes_at(self, now: datetime) -> list[datetime]:
        """Return when something begins or ends to flash."""
        moments = (moment for each in self.flashes for moment in (each.since, each.until))
        return [moment for moment in moments if moment > now]
