"""Pinyin of the names of matters, where one character has several readings."""

import subprocess
import sys

import pytest

from core.app.hallfile import load
from core.app.hallfile.pinyin import spell_all, spelled
from tests.core.app.hallfile.small import TEXT, broken

NAMES = [
    ("银行账户", "yinhangzhanghu", "yhzh"),
    ("行政许可", "xingzhengxuke", "xzxk"),
    ("旅行社", "lvxingshe", "lxs"),
    ("会计代理记账", "kuaijidailijizhang", "kjdljz"),
    ("社会保障卡申领", "shehuibaozhangkashenling", "shbzksl"),
    ("重庆", "chongqing", "cq"),
    ("校车使用许可", "xiaocheshiyongxuke", "xcsyxk"),
    ("人民调解", "renmintiaojie", "rmtj"),
    ("中医藏医诊所", "zhongyizangyizhensuo", "zyzyzs"),
    ("率先", "shuaixian", "sx"),
    ("12345热线", "12345rexian", "12345rx"),
    ("C1驾驶证（补发）", "c1jiashizhengbufa", "c1jszbf"),
]


@pytest.fixture(scope="module")
def _dictionary_read_once() -> None:
    spell_all(name for name, _, _ in NAMES)


@pytest.mark.usefixtures("_dictionary_read_once")
@pytest.mark.parametrize(("name", "pinyin", "initials"), NAMES)
def test_a_name_is_spelled_as_it_is_read(name: str, pinyin: str, initials: str) -> None:
    assert spell_all([name]) == {name: (pinyin, initials)}


def test_syllables_written_apart_are_joined() -> None:
    assert spelled("yin hang") == ("yinhang", "yh")
    assert spelled("yín háng") is None
    assert spelled("") is None


def test_the_file_may_say_how_an_item_is_read() -> None:
    hall = load(broken("frequent = true", 'pinyin = "she bao ka"'))
    assert (hall.item("card").pinyin, hall.item("card").initials) == ("shebaoka", "sbk")
    assert (hall.item("bank").pinyin, hall.item("bank").initials) == ("yinhangzhanghubiangeng", "yhzhbg")


def test_the_dictionary_is_not_loaded_before_it_is_needed_nor_kept_after() -> None:
    code = (
        "import sys; from pathlib import Path; from core.app.hallfile import load\n"
        "assert 'pypinyin' not in sys.modules\n"
        "assert load(sys.stdin.read()).item('bank').initials == 'yhzhbg'\n"
        "assert 'pypinyin' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], input=TEXT, text=True, encoding="utf-8", check=True)
