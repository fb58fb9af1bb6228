"""No page on the way to a number is cut: items, lists, options, typing, cards, in all languages and sizes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from core.domain.hall import Hall
from core.domain.wait import Wait
from hallcall.demo.hands import items
from hardware.idcard.card import Kind, SeenCard
from kiosk.app import LANDSCAPE, PORTRAIT
from kiosk.state import Figures, Open, Page, Printing, Told, Wish
from tests.kiosk.conftest import Kiosk
from tests.kiosk.test_fits import HALLS, check, choose, crowd
from tests.support import qml

CARD = SeenCard(Kind.FOREIGNER, "a" * 64, 71, "MADEUP, *")
HOME = Open(Page.HOME)
ALL = Wish(visitor_class="", assisted=True, phone="13800138000")

pytestmark = pytest.mark.parametrize(
    "size", [PORTRAIT, LANDSCAPE, QSize(1280, 1024)], ids=["portrait", "landscape", "5:4"]
)


@pytest.fixture(params=["lhasa", "pingliang"])
def hall(request: pytest.FixtureRequest) -> Hall:
    return HALLS[request.param]()


@pytest.fixture
def settled(kiosk: Kiosk, hall: Hall) -> Kiosk:
    kiosk.connect(hall, **crowd(hall))
    return kiosk


def in_each_way(kiosk: Kiosk, hall: Hall) -> Iterator[str]:
    """Give the name of each language, in usual and in large type, while the kiosk shows it."""
    for language in hall.languages:
        choose(kiosk, language)
        yield language
        kiosk.app._session.act("large")
        yield f"{language}, large"
        kiosk.app._session.act("large")


def show(kiosk: Kiosk, *pages: Open, wish: Wish = ALL, **more: object) -> None:
    kiosk.app._session.update(pages=(HOME, *pages), wish=wish, **more)


def each_sheet(kiosk: Kiosk, where: str) -> None:
    """Check every sheet of the open page."""
    check(kiosk, where)
    for sheet in range(2, 20):
        if not qml.shows(kiosk.view, "later"):
            return
        qml.tap(kiosk.view, "later")
        check(kiosk, f"{where}, sheet {sheet}")
    pytest.fail(f"{where}: no last sheet")


def wordiest(hall: Hall) -> list[str]:
    """Return the items with the most and the longest to read."""
    most = max(hall.items, key=lambda each: len(each.materials))
    longest = {max(hall.items, key=lambda each: len(each.name.get(lang, ""))).id for lang in hall.languages}
    return sorted({most.id, *longest})[:2]


def test_items_fit_before_and_after_the_core_answers(settled: Kiosk, hall: Hall) -> None:
    for item in wordiest(hall):
        queue, other = hall.item(item).queue, hall.queues[-1].id
        live = Figures(item, {queue: Wait(6000, 9000), other: Wait(60, 90)}, {queue: 88}, other)
        told = Told(item, Printing.FAILED)
        for way in in_each_way(settled, hall):
            show(settled, Open(Page.ITEM, item), wish=Wish(), figures=Figures())
            each_sheet(settled, f"{item} in {way}")
            show(settled, Open(Page.ITEM, item), figures=live, told=told)
            each_sheet(settled, f"{item}, live, in {way}")


def test_options_and_the_list_fit(settled: Kiosk, hall: Hall) -> None:
    listed = tuple(each.id for each in hall.items[:5])
    for way in in_each_way(settled, hall):
        chosen = replace(ALL, items=listed, visitor_class=hall.classes[-1].id)
        for page in (HOME, *map(Open, (Page.OPTIONS, Page.CLASS, Page.BASKET)), Open(Page.ITEM, listed[0])):
            show(settled, page, wish=chosen)
            each_sheet(settled, f"{page.page.value} in {way}")


def test_what_is_asked_fits(settled: Kiosk, hall: Hall) -> None:
    queue = max(hall.queues, key=lambda each: len(each.name.get("zh", "")))
    wishes = [replace(ALL, what="queue", which=queue.id, items=(hall.items[0].id,))]
    wishes += [replace(ALL, what="matter", which=each.id) for each in hall.matters]
    for way in in_each_way(settled, hall):
        for wish in wishes:
            show(settled, Open(Page.CONFIRM), wish=wish, card=CARD)
            each_sheet(settled, f"confirm {wish.which} in {way}")
        for reads, card in ((True, None), (False, None), (True, CARD)):
            for which in ("", "age"):
                show(settled, Open(Page.CARD, which), reads_cards=reads, card=card)
                each_sheet(settled, f"card in {way}")


@pytest.mark.parametrize("kind", ["phone", "ticket", "code", "pin", "clerk"])
def test_what_is_typed_fits_and_its_keys_are_large(settled: Kiosk, hall: Hall, kind: str) -> None:
    page = Open(Page.PHONE, kind)
    for way in in_each_way(settled, hall):
        for typed in ("", "138001380009"[: {"phone": 12, "code": 8}.get(kind, 12)]):
            show(settled, page, entries={page: typed})
            check(settled, f"{kind} {typed} in {way}")
    keys = [each for each in items(settled.view) if each.objectName().startswith("type:")]
    assert len(keys) >= 12
    # 20 mm: 80 px on 21.5 inches of 1920 x 1080, 68 px on 19 inches of 1280 x 1024.
    least = 68 if settled.view.width() == 1280 else 80
    for key in keys:
        assert min(key.width(), key.height()) >= least, key.objectName()
