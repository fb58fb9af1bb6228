from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from core.qt.translate import Translations
from hardware.slip.sample import sample
from hardware.slip.slip import Slip
from hardware.slip.words import Speak


@pytest.fixture
def speak(qapp: QGuiApplication) -> Speak:
    """The words in every language."""
    return Translations(("zh", "bo", "en")).say


@pytest.fixture
def lhasa(qapp: QGuiApplication) -> Slip:
    """Chinese, Tibetan and English, with every part filled."""
    return sample("2026-06-03 09:41:27", machine="K02-1942")


@pytest.fixture
def pingliang(qapp: QGuiApplication) -> Slip:
    """Chinese only, with a long service name and a long number."""
    return Slip(
        hall=("平凉市区政务服务中心",),
        service=("不动产登记（存量房交易、抵押、更正与异议登记）综合受理",),
        number="BD1024",
        windows=("101–112、118、203号窗口",),
        place=("3楼 · 不动产登记区",),
        ahead=("前面还有 0 人，即将叫号",),
        time="2026-06-03 09:41:27",
        passed_rule=("过号三个以内请到原窗口等候，超过三个请重新取号。",),
        qr="http://192.168.100.20:8400/t/9hKq2LmX0aBc7DeF",
        qr_text=("扫码看排队进度",),
        phone="咨询电话 0933-0000000  投诉 12345",
        machine="K03-1942",
    )
