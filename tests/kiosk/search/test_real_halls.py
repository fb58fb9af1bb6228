"""Every item of every real hall is found, however a visitor writes it."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from core.domain.hall import Item
from kiosk.search.index import Index
from kiosk.search.ranks import Fit
from kiosk.search.sounds import as_digits
from tests.kiosk.search.halls import REAL, real

EVERYTHING = 10_000


@pytest.fixture(params=REAL)
def hall(request: pytest.FixtureRequest) -> tuple[tuple[Item, ...], Index]:
    found, index = real(request.param)
    return found.items, index


def fit_of(index: Index, query: str, item: str) -> Fit | None:
    hits = index.search(query, EVERYTHING).hits
    return next((hit.fit for hit in hits if (hit.kind, hit.id) == ("item", item)), None)


def test_by_its_full_pinyin(hall: tuple[tuple[Item, ...], Index]) -> None:
    items, index = hall
    for item in items:
        if len(item.pinyin) <= 40:
            assert fit_of(index, item.pinyin, item.id) is Fit.EXACT, item.name


def test_by_its_initials(hall: tuple[tuple[Item, ...], Index]) -> None:
    items, index = hall
    for item in items:
        fit = fit_of(index, item.initials, item.id)
        assert fit is not None, item.name
        assert fit <= Fit.INITIALS, item.name


def test_by_any_two_of_its_characters(hall: tuple[tuple[Item, ...], Index]) -> None:
    items, index = hall
    having: dict[str, set[str]] = defaultdict(set)
    for item in items:
        for run in re.findall(r"[\u4e00-\u9fff]{2,}", item.name["zh"]):
            for at in range(len(run) - 1):
                having[run[at : at + 2]].add(item.id)
    for pair, wanted in having.items():
        hits = index.search(pair, EVERYTHING).hits
        assert wanted <= {hit.id for hit in hits if hit.fit <= Fit.INSIDE}, pair


def test_by_its_english_words(hall: tuple[tuple[Item, ...], Index]) -> None:
    items, index = hall
    having: dict[str, set[str]] = defaultdict(set)
    for item in items:
        for word in re.findall(r"[A-Za-z]{3,}", item.name.get("en", "")):
            having[word.upper()].add(item.id)
    for word, wanted in having.items():
        assert wanted <= {hit.id for hit in index.search(word, EVERYTHING).hits}, word


def test_by_its_first_tibetan_syllables() -> None:
    for name in ("dazi", "lhasa"):
        hall, index = real(name)
        in_tibetan = [item for item in hall.items if "bo" in item.name]
        assert in_tibetan
        for item in in_tibetan:
            syllables = [each for each in re.split("[་།༌ ]+", item.name["bo"]) if each]
            for query in ("་".join(syllables[:2]), "".join(syllables[:2]), syllables[0] + "།"):
                fit = fit_of(index, query, item.id)
                assert fit is not None, (item.name["bo"], query)
                assert fit <= Fit.PREFIX, (item.name["bo"], query)


def test_by_the_keys_of_a_pad(hall: tuple[tuple[Item, ...], Index]) -> None:
    items, index = hall
    for item in items:
        if item.initials.isalpha():
            hits = index.search_digits(as_digits(item.initials), EVERYTHING).hits
            assert item.id in [hit.id for hit in hits if hit.fit <= Fit.INITIALS], item.name


def test_by_the_name_of_its_queue_and_department() -> None:
    hall, index = real("pingliang")
    departments = {each.id: each.name["zh"] for each in hall.departments}
    for item in hall.items[::7]:
        assert fit_of(index, hall.queue(item.queue).name["zh"], item.id) is not None
        assert fit_of(index, departments[item.department], item.id) is not None


@pytest.mark.parametrize("query", ["社保卡", "sbk", "shebk", "shebaoka", "she bao ka", "sb ka"])
def test_a_social_security_card_is_found_as_people_call_it(query: str) -> None:
    _, index = real("lhasa")
    assert index.search(query).hits[0].id.startswith("social_insurance_card")
