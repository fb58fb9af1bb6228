"""Lines to a real core, with the waits of a bad day made short."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.client.http import CoreHttp
from core.client.link import CoreLink
from core.domain.event import Event
from core.domain.people import Role
from tests.support.halls import lhasa_like
from tests.support.running_core import CoreHandle, core_in_thread


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("core.client.feed.BACKOFF_MS", (20, 50))
    monkeypatch.setattr("core.client.link.HALL_RETRY_MS", 30)
    monkeypatch.setattr("core.client.http.RETRY_AFTER_MS", (20, 40, 80, 160))


@pytest.fixture
def core(tmp_path: Path) -> Iterator[CoreHandle]:
    with core_in_thread(lhasa_like(), tmp_path) as handle:
        yield handle


class Watched:
    """A link and everything it told.

    Attributes:
        happened: Events, in the order in which they were told.
        told: Names of the other signals, in order.
    """

    def __init__(self, link: CoreLink) -> None:
        self.link = link
        self.happened: list[Event] = []
        self.told: list[str] = []
        link.happened.connect(self.happened.append)
        for name in ("went_live", "went_dark", "snapshot_taken", "hall_changed"):
            getattr(link, name).connect(lambda name=name: self.told.append(name))

    @property
    def seqs(self) -> list[int]:
        return [event.seq for event in self.happened]


Watch = Callable[[CoreHandle], Watched]


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[Watch]:
    """Make links; they are closed at the end."""
    links: list[CoreLink] = []

    def make(core: CoreHandle) -> Watched:
        link = CoreLink(core.url, core.token(Role.SCREEN))
        links.append(link)
        return Watched(link)

    yield make
    for link in links:
        link.stop()


@pytest.fixture
def asking(qtbot: QtBot) -> Iterator[Callable[[str, str], CoreHttp]]:
    """Make askers of a url with a token; they are closed at the end."""
    made: list[CoreHttp] = []

    def make(url: str, token: str) -> CoreHttp:
        made.append(CoreHttp(url, token))
        return made[-1]

    yield make
    for http in made:
        http.close()
