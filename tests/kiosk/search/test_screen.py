"""Searching by touch: what a visitor types, and what stands there then."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize

from core.domain.hall import Hall
from hallcall.demo.hands import items
from tests.kiosk.conftest import Kiosk
from tests.kiosk.search.halls import real
from tests.support import qml

SIZES = [QSize(1080, 1920), QSize(1920, 1080), QSize(1024, 768)]


@pytest.fixture
def hall() -> Hall:
    return real("lhasa")[0]


def type_in(kiosk: Kiosk, *keys: str) -> None:
    for key in keys:
        qml.tap(kiosk.view, f"key:{key}")


def tiles(kiosk: Kiosk) -> list[str]:
    return [
        name for name in qml.names(kiosk.view) if name.startswith(("item:", "matter:")) and "." not in name
    ]


@pytest.mark.parametrize("size", SIZES)
def test_a_card_is_found_by_three_letters_and_taken(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall)
    qml.tap(kiosk.view, "search")
    assert qml.shows(kiosk.view, "example")
    type_in(kiosk, *"sbk")
    assert qml.text_of(kiosk.view, "typed") == "sbk"
    assert tiles(kiosk)
    assert all("social_insurance_card" in each for each in tiles(kiosk)[:3])
    assert not qml.unfit(kiosk.view)
    qml.tap(kiosk.view, tiles(kiosk)[0])
    qml.tap(kiosk.view, "take")
    (_, body) = kiosk.asked[-1]
    assert body["item"].startswith("social_insurance_card")


def test_letters_are_taken_back_and_cleared(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall)
    qml.tap(kiosk.view, "search")
    type_in(kiosk, *"sbq", "erase")
    assert qml.text_of(kiosk.view, "typed") == "sb"
    type_in(kiosk, "clear")
    assert not qml.shows(kiosk.view, "typed")
    assert not tiles(kiosk)


def test_nothing_found_says_what_to_do(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall)
    qml.tap(kiosk.view, "search")
    type_in(kiosk, *"qqqqq")
    assert not tiles(kiosk)
    assert qml.shows(kiosk.view, "nothing")
    qml.tap(kiosk.view, "departments")
    assert any(name.startswith("department:") for name in qml.names(kiosk.view))


@pytest.mark.parametrize("size", SIZES)
def test_tibetan_is_typed_with_letters_below_each_other(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall)
    qml.tap(kiosk.view, "language:bo")
    qml.tap(kiosk.view, "search")
    type_in(kiosk, "ས", "stack", "ཤ", "erase", "erase", "ས", "stack", "ན")
    assert qml.text_of(kiosk.view, "typed") == "སྣ"
    type_in(kiosk, "clear", "ལ", "ས", "་")
    assert tiles(kiosk)
    assert not qml.unfit(kiosk.view)
    qml.tap(kiosk.view, "keyboard:pinyin")
    assert qml.shows(kiosk.view, "key:q")


def test_a_hall_without_tibetan_has_no_tibetan_keys(kiosk: Kiosk) -> None:
    kiosk.connect(real("pingliang")[0])
    qml.tap(kiosk.view, "search")
    assert not qml.shows(kiosk.view, "keyboard:bo")


def test_a_long_list_is_turned_and_begins_anew_with_the_next_letter(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall)
    qml.tap(kiosk.view, "search")
    type_in(kiosk, "s")
    first = tiles(kiosk)
    qml.tap(kiosk.view, "later")
    assert tiles(kiosk) != first
    type_in(kiosk, "h")
    assert not qml.shows(kiosk.view, "earlier")


def test_what_was_typed_is_gone_with_the_visitor(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall)
    qml.tap(kiosk.view, "search")
    type_in(kiosk, *"sb")
    kiosk.pass_time(61)
    qml.tap(kiosk.view, "search")
    assert not qml.shows(kiosk.view, "typed")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["zh", "bo", "en"])
def test_the_page_fits_and_its_keys_are_for_fingers(kiosk: Kiosk, hall: Hall, language: str) -> None:
    kiosk.connect(hall)
    qml.tap(kiosk.view, f"language:{language}")
    qml.tap(kiosk.view, "search")
    assert not qml.unfit(kiosk.view)
    unit = float(kiosk.view.rootObject().property("unit"))
    keys = [item for item in items(kiosk.view) if item.objectName().startswith("key:")]
    assert len(keys) > 30
    for key in keys:
        assert key.width() >= 80 * unit, key.objectName()
        assert key.height() >= 99 * unit, key.objectName()


def test_the_digits_of_a_pad_find_initials(kiosk: Kiosk, hall: Hall) -> None:
    kiosk.connect(hall)
    qml.tap(kiosk.view, "search")
    type_in(kiosk, *"74295")  # shbzk
    assert any("social_insurance_card" in each for each in tiles(kiosk))


def test_a_kiosk_of_one_zone_finds_what_it_offers(kiosk: Kiosk, hall: Hall) -> None:
    zone = hall.zone_of(hall.item("social_insurance_card").queue)
    assert zone is not None
    elsewhere = next(each.id for each in hall.zones if each.id != zone)
    for offered, found in ((zone, True), (elsewhere, False)):
        kiosk.connect(replace(hall, kiosk_rules=replace(hall.kiosk_rules, zones=(offered,))))
        qml.tap(kiosk.view, "search")
        type_in(kiosk, *"shbzk")
        assert any("social_insurance_card" in each for each in tiles(kiosk)) is found
