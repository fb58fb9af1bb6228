"""What is found, in which order, and which part of it is marked."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.search.index import Found, in_slices
from kiosk.search.ranks import Fit
from tests.kiosk.search.halls import ids, of_names, real

POLYPHONES = [
    ("重庆户口迁入", "chongqing"),
    ("重庆户口迁入", "cqhk"),
    ("重大项目备案", "zhongda"),
    ("银行开户", "yinhang"),
    ("行业准入", "hangye"),
    ("行政许可", "xingzheng"),
    ("长期护理保险", "changqi"),
    ("校长任职备案", "xiaozhang"),
    ("音乐考级", "yinyue"),
    ("妇女维权", "funv"),
    ("妇女维权", "funü"),
    ("旅游备案", "lvyou"),
    ("西安社保转移", "xi'an"),
    ("西安社保转移", "xian"),
]


@pytest.mark.parametrize(("name", "query"), POLYPHONES)
@pytest.mark.parametrize("catalogued", [True, False])
def test_a_character_of_several_readings(name: str, query: str, catalogued: bool) -> None:
    index = of_names(name, "别的", catalogued=catalogued)
    (hit,) = index.search(query).hits
    assert hit.id == name
    assert hit.fit < Fit.LOOSE


@pytest.mark.parametrize(("name", "query"), [("银行开户", "yinxing"), ("长期保险", "zhangqi")])
def test_another_reading_than_the_catalogues_comes_last(name: str, query: str) -> None:
    (hit,) = of_names(name).search(query).hits
    assert hit.fit is Fit.LOOSE
    assert hit.spans == ((0, 2),)


def test_an_apostrophe_parts_syllables() -> None:
    index = of_names("先进表彰", "西安户口")
    assert set(ids(index, "xian")) == {"先进表彰", "西安户口"}
    assert ids(index, "xi'an")[0] == "西安户口"
    assert index.search("xi'an").hits[0].fit is Fit.PREFIX


@pytest.mark.parametrize(
    ("name", "query"),
    [
        ("兰州户口", "nanzou"),
        ("兰州户口", "langzhou"),
        ("生育登记", "senyu"),
        ("诚信证明", "chenxing"),
        ("人才认定", "rencai rending"),
        ("林木采伐", "lingmu"),
        ("旅馆开业", "luguan"),
    ],
)
def test_sounds_that_are_mixed_up_here(name: str, query: str) -> None:
    assert ids(of_names(name, "别的"), query) == [name]


def test_the_order_of_fits() -> None:
    index = of_names(
        "社保卡",
        "社保卡补办",
        "电子社保卡",
        "(社保卡)激活",
        "社会保障卡",
        "省级博士后考核",
        {"zh": "无关", "en": "Card sbk"},
    )
    assert ids(index, "社保卡") == ["社保卡", "社保卡补办", "(社保卡)激活", "电子社保卡", "社会保障卡"]
    assert ids(index, "sbk")[:2] == ["无关", "社保卡"]
    fits = {hit.id: hit.fit for hit in index.search("shebaoka").hits}
    assert fits["社保卡"] is Fit.EXACT
    assert fits["社保卡补办"] is Fit.PREFIX
    assert fits["(社保卡)激活"] in (Fit.PREFIX, Fit.WORD)
    assert fits["电子社保卡"] is Fit.INSIDE


def test_among_equals_frequent_then_shorter_then_the_halls_order() -> None:
    index = of_names("税务丙丁戊", "税务乙丙", "税务甲乙", "税务一二三四", frequent=("税务一二三四",))
    assert ids(index, "税务") == ["税务一二三四", "税务乙丙", "税务甲乙", "税务丙丁戊"]


def test_words_in_any_order_and_of_any_script() -> None:
    index = of_names("公司设立登记", "公司注销登记", "个体设立登记")
    assert ids(index, "登记 公司") == ["公司设立登记", "公司注销登记"]
    assert ids(index, "sheli 公司") == ["公司设立登记"]
    assert ids(index, "公司sheli") == ["公司设立登记"]
    assert ids(index, "zhuxiao gongsi") == ["公司注销登记"]


@pytest.mark.parametrize(
    ("query", "spans"),
    [
        ("保卡", ((3, 5),)),
        ("baoka", ((3, 5),)),
        ("bk", ((3, 5),)),
        ("dianzi ka", ((0, 2), (4, 5))),
        ("卡 电子", ((0, 2), (4, 5))),
    ],
)
def test_what_matched_is_marked(query: str, spans: tuple[tuple[int, int], ...]) -> None:
    (hit,) = of_names("电子社保卡").search(query).hits
    assert hit.spans == spans


def test_digits_stand_for_initials_and_for_syllables() -> None:
    index = of_names("社保卡办理", "身份证")
    assert [hit.id for hit in index.search_digits("72525").hits] == ["社保卡办理"]
    assert [hit.id for hit in index.search_digits("743226").hits] == ["社保卡办理"]  # shebao
    assert index.search_digits("#*01") == Found()


def test_tibetan_is_compared_without_its_signs_and_composed() -> None:
    index = of_names({"bo": "ལག་འཁྱེར་རེ་ཞུ།"}, {"bo": "བཟོ་བ།"})
    for query in ("ལག", "ལག་", "ལག༌འཁྱེར", "ལགའཁྱེར", "འཁྱེར", "ལག་འ", "ལག་འཁྱེར། "):
        assert ids(index, query) == ["ལག་འཁྱེར་རེ་ཞུ།"], query
    assert index.search("འཁྱེར").hits[0].fit is Fit.WORD
    decomposed = unicodedata.normalize("NFD", "ལག་འཁྱེར")
    assert ids(index, decomposed) == ["ལག་འཁྱེར་རེ་ཞུ།"]


@pytest.mark.parametrize("query", ["", " ", "!?", "་", "।", "'", "\n", "\x00"])
def test_nothing_typed_finds_nothing(query: str) -> None:
    assert real("lhasa")[1].search(query) == Found()


LETTERS = st.text(st.sampled_from("abcghinosuvxz ' 123社保卡登记ལགའ་ཁྱེརཱི།ü") | st.characters(), max_size=60)


@settings(deadline=None)
@given(LETTERS)
def test_any_query_is_answered(query: str) -> None:
    hall, index = real("lhasa")
    found = index.search(query)
    index.search_digits(query)
    names = {**{("item", item.id): item.name for item in hall.items}}
    for hit in found.hits:
        name = unicodedata.normalize("NFC", names[hit.kind, hit.id][hit.language]) if hit.spans else ""
        assert all(0 <= first < last <= len(name) for first, last in hit.spans)
    assert len(found.hits) == len({(hit.kind, hit.id) for hit in found.hits}) <= found.total
    assert found == index.search(query), "the same again"


@settings(deadline=None)
@given(st.data())
def test_a_letter_more_never_finds_what_was_not_there(data: st.DataObject) -> None:
    hall, index = real("lhasa")
    item = data.draw(st.sampled_from(hall.items))
    letters = data.draw(st.integers(1, min(len(item.pinyin), 40)))
    found = index.search(item.pinyin[:letters], 10_000).hits
    assert ("item", item.id) in [(hit.kind, hit.id) for hit in found]


def test_made_in_slices_it_is_the_same() -> None:
    hall, index = real("lhasa")
    *pauses, made = in_slices(hall)
    assert len(pauses) > 5
    assert not any(pauses)
    assert made is not None
    assert made.search("sb") == index.search("sb")
