"""Halls for tests: the shipped ones, one that speaks three languages, and one as large as the largest."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from functools import cache

from core.app.hallfile import load
from core.domain.calendar import Hours
from core.domain.hall import (
    Department,
    Hall,
    Item,
    Queue,
    Reason,
    Tier,
    VisitorClass,
    Voice,
    Window,
    Zone,
)
from hallcall.halls import resolve
from hallcall.halls import shipped as shipped_files

CLASSES = (
    VisitorClass("ordinary", {"zh": "普通", "bo": "སྤྱིར་བཏང་", "en": "Ordinary"}),
    VisitorClass(
        "elderly", {"zh": "老年人", "bo": "རྒན་རབས་", "en": "Elderly"}, weight=2.0, head_start_min=10.0
    ),
)
REASONS = (
    Reason("break", {"zh": "短时离开", "bo": "ཅུང་ཙམ་ཁ་བྲལ་བ", "en": "Short break"}, "pause"),
    Reason("meeting", {"zh": "开会", "bo": "ཚོགས་འདུ", "en": "Meeting"}, "pause"),
    Reason("no_show", {"zh": "未到", "bo": "མ་སླེབས་པ", "en": "Did not come"}, "pass"),
)
HOURS = (Hours((1, 2, 3, 4, 5), time(9, 0), time(17, 30)),)


@cache
def shipped(name: str) -> Hall:
    """Return a hall that comes with the program; a large one takes a third of a second to read, so once."""
    return load(resolve(name))


def spell_shipped() -> None:
    """Let this process, and what it forks, know how the names of all shipped halls are spelled."""
    for name in shipped_files():
        shipped(name)


def naming(hall: Hall, *zones: str) -> Hall:
    """Return a hall of which some zones (without any: all) show masked names."""
    on = zones or tuple({queue.zone for queue in hall.queues})
    return replace(hall, zones=tuple(replace(each, masked_names=each.id in on) for each in hall.zones))


def lhasa_like() -> Hall:
    """Return a hall of two floors in Chinese, Tibetan and English, with the longest names we know.

    ``social`` has one queue, ``business`` three, ``self_service`` none; window 3 serves two queues in tiers.
    """
    return Hall(
        id="lhasa-like",
        name={
            "zh": "拉萨市级政务服务大厅",
            "bo": "ལྷ་ས་གྲོང་ཁྱེར་རིམ་པའི་སྲིད་འཛིན་ཞབས་ཞུའི་ཚོམས་ཆེན།",
            "en": "Lhasa Municipal Government Service Hall",
        },
        languages=("zh", "bo", "en"),
        time_zone="Asia/Shanghai",
        zones=(
            Zone(
                "social",
                {"zh": "社会保险服务区", "bo": "སྤྱི་ཚོགས་འགན་བཅོལ་ཞབས་ཞུའི་ས་ཁུལ།", "en": "Social insurance"},
                1,
            ),
            Zone(
                "business",
                {"zh": "市场监管服务区", "bo": "ཁྲོམ་རའི་ལྟ་སྐུལ་ཞབས་ཞུའི་ས་ཁུལ།", "en": "Market regulation"},
                2,
            ),
            Zone("self_service", {"zh": "自助服务区", "bo": "རང་འགུལ་ཞབས་ཞུའི་ས་ཁུལ།", "en": "Self service"}, 1),
        ),
        departments=(
            Department(
                "hrss",
                {"zh": "人力资源和社会保障局", "bo": "མི་ཤུགས་ཐོན་ཁུངས་ཅུས།", "en": "Human resources"},
                "city",
            ),
            Department(
                "samr",
                {"zh": "市场监督管理局", "bo": "ཁྲོམ་རའི་ལྟ་སྐུལ་དོ་དམ་ཅུས།", "en": "Market regulation"},
                "city",
            ),
        ),
        queues=(
            Queue(
                "insurance",
                {"zh": "社会保险业务", "bo": "སྤྱི་ཚོགས་འགན་བཅོལ་ལས་གཉེར།", "en": "Social insurance matters"},
                "A",
                "social",
                ("hrss",),
            ),
            Queue(
                "company",
                {"zh": "企业登记注册", "bo": "ཁེ་ལས་ཐོ་འགོད་", "en": "Company registration"},
                "B",
                "business",
                ("samr",),
            ),
            Queue(
                "food",
                {
                    "zh": "食品经营许可证核发与变更",
                    "bo": "ཟས་རིགས་བཀོལ་སྤྱོད་ཆོག་མཆན་གྱི་ལག་ཁྱེར་སྤྲོད་པ།",
                    "en": "Food business licences, new and changed",
                },
                "C",
                "business",
                ("samr",),
            ),
            Queue(
                "advice", {"zh": "综合咨询", "bo": "ཕྱོགས་བསྡུས་འདྲི་རྩད།", "en": "General advice"}, "D", "business"
            ),
        ),
        items=(
            Item(
                "card",
                {
                    "zh": "社会保障卡补办",
                    "bo": "སྤྱི་ཚོགས་འགན་སྲུང་བྱང་བུ་གསབ་པ།",
                    "en": "Replace a social security card",
                },
                "insurance",
                "hrss",
                "shehuibaozhangkabuban",
                "shbzkbb",
                frequent=True,
            ),
            Item(
                "pension",
                {
                    "zh": "养老待遇资格认证",
                    "bo": "རྒན་གསོའི་ཐོབ་ཐང་ཆ་རྐྱེན་ར་སྤྲོད།",
                    "en": "Pension entitlement check",
                },
                "insurance",
                "hrss",
                "yanglaodaiyuzigerenzheng",
                "yldyzgrz",
                frequent=True,
            ),
            Item(
                "licence",
                {
                    "zh": "个体工商户营业执照",
                    "bo": "སྒེར་གྱི་བཟོ་ཚོང་ཁྱིམ་གྱི་ལས་གཉེར་ལག་ཁྱེར།",
                    "en": "Sole trader's licence",
                },
                "company",
                "samr",
                "getigongshanghuyingyezhizhao",
                "gtgshyyzz",
                frequent=True,
            ),
            Item(
                "archive",
                {"zh": "企业档案查询", "bo": "ཁེ་ལས་ཡིག་ཚགས་འཚོལ་བཤེར།", "en": "Company archive"},
                "company",
                "samr",
                "qiyedanganchaxun",
                "qydacx",
            ),
        ),
        windows=(
            Window(1, "social", (Tier(("insurance",)),)),
            Window(2, "social", (Tier(("insurance",)),)),
            Window(3, "business", (Tier(("company",)), Tier(("food",)))),
            Window(4, "business", (Tier(("company", "food")),)),
            Window(5, "business", (Tier(("advice",)),)),
        ),
        classes=CLASSES,
        reasons=REASONS,
        hours=HOURS,
        voice=Voice(
            ("zh", "bo"),
            {
                "zh": "请{number}号到{window}号窗口办理",
                "bo": "ཨང་རྟགས་ {number} སྒེའུ་ཁུང་ཨང་ {window} ལ་ཕེབས་རོགས་གནང་།",
            },
        ),
        phone="0891-0000000",
        notice={"zh": "请保管好您的号票。", "bo": "ཨང་འཛིན་ཉར་ཚགས་གནང་རོགས།", "en": "Please keep your ticket."},
        passed_rule={
            "zh": "过号请到导服台恢复。",
            "bo": "ཨང་རྟགས་འདས་ན་ལམ་སྟོན་པར་འདྲི་རོགས་གནང་།",
            "en": "If you missed your call, ask a guide.",
        },
        keeps_hours=False,
    )


ZONES = (
    "税务服务区",
    "公安交管服务区",
    "运政服务区",
    "医疗保险服务区",
    "市场监管服务区",
    "不动产登记服务区",
    "公积金服务区",
    "公安综合业务服务区",
    "投资项目服务区",
    "公共法律服务区",
    "社会保险服务区",
    "社会事务服务区",
    "民政婚姻登记服务区",
    "金融服务区",
    "老年人残疾人服务区",
    "中介代办服务区",
    "网上自助服务区",
    "24小时自助服务区",
    "商务文印服务区",
    "12345综合便民热线受理中心",
)
"""The twenty zones of the largest hall."""
BIG_WINDOWS = 251
_PREFIXES = "ABCDEFGHJKLMNPQRSTUVWXYZ"


def big() -> Hall:
    """Return a hall of 20 zones on two floors, 40 queues and 251 windows, in Chinese only.

    Every other zone has one queue, the rest have three.
    """
    zones = tuple(Zone(f"zone{at:02d}", {"zh": name}, 1 + at // 10) for at, name in enumerate(ZONES))
    queues = tuple(queue for at, zone in enumerate(zones) for queue in _queues_of(at, zone))
    return Hall(
        id="big",
        name={"zh": "平凉市区政务服务中心"},
        languages=("zh",),
        time_zone="Asia/Shanghai",
        zones=zones,
        departments=(Department("dept", {"zh": "综合部门"}, "city"),),
        queues=queues,
        items=tuple(
            Item(f"item{at}", {"zh": f"{queue.name['zh']}高频事项"}, queue.id, "dept", frequent=at % 5 == 0)
            for at, queue in enumerate(queues)
        ),
        windows=tuple(_window(number, queues) for number in range(1, BIG_WINDOWS + 1)),
        classes=CLASSES,
        reasons=REASONS,
        hours=HOURS,
        voice=Voice(("zh",), {"zh": "请{number}号到{window}号窗口办理"}),
        notice={"zh": "请保管好您的号票。"},
        passed_rule={"zh": "过号请到导服台恢复。"},
        keeps_hours=False,
    )


def _queues_of(at: int, zone: Zone) -> list[Queue]:
    words = zone.name["zh"].removesuffix("服务区")
    names = [f"{words}业务"] if at % 2 else [f"{words}申报受理", f"{words}证照核发与变更", f"{words}咨询"]
    return [
        Queue(f"{zone.id}-{index}", {"zh": name}, _prefix(at, index), zone.id, ("dept",))
        for index, name in enumerate(names)
    ]


def _prefix(at: int, index: int) -> str:
    return _PREFIXES[at] + ("" if index == 0 else _PREFIXES[index])


def _window(number: int, queues: tuple[Queue, ...]) -> Window:
    queue = queues[(number - 1) * len(queues) // BIG_WINDOWS]
    return Window(number, queue.zone, (Tier((queue.id,)),))
