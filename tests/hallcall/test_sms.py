"""From the call in the hall to the visitor's phone: a real core, a modem on a line, a provider over HTTP."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.domain.hall import Hall
from core.domain.sms import SmsText, SmsTexts, units
from hardware.sms.simulator import SimulatedSerialModem
from tests.hardware.sms.provider import Provider
from tests.support.following import following
from tests.support.halls import lhasa_like
from tests.support.running_core import CoreHandle, core_in_thread
from tests.support.sms_rig import OTHER_PHONE, PHONE, Rig, act, device_file, sending, take

WITHIN_MS = 30_000
NUMBER, OTHER_NUMBER = f"+86{PHONE}", f"+86{OTHER_PHONE}"
QUIETLY = pytest.mark.logs(
    r"sms \S+ to 1[0-9]{2}\*{4}[0-9]{4} is (failed|unknown)",
    r"短信 is (gone|degraded)",
    r"sms \S+ is not sent",
)


def only(*kinds: str, **more: object) -> Hall:
    """Return a hall that sends messages of these kinds only."""
    switches = {each: SmsText(on=each in kinds) for each in ("taken", "soon", "now", "passed", "rating")}
    return replace(lhasa_like(), sms=SmsTexts(**(switches | more)))  # type: ignore[arg-type]


@pytest.fixture
def modem() -> Iterator[SimulatedSerialModem]:
    with SimulatedSerialModem() as opened:
        yield opened


@pytest.fixture
def file(tmp_path: Path, modem: SimulatedSerialModem) -> Path:
    return device_file(tmp_path, "modems", url=modem.url)


def ready(rig: Rig, qtbot: QtBot) -> None:
    """Wait until the line is up, the modem is well and what was due at first is known."""
    qtbot.waitUntil(
        lambda: rig.link.live and bool(rig.told) and rig.told[-1][0] == "ready", timeout=WITHIN_MS
    )
    qtbot.waitUntil(lambda: bool(rig.link.answered), timeout=WITHIN_MS)


def reached(modem: SimulatedSerialModem, qtbot: QtBot, *texts: tuple[str, str]) -> None:
    """Wait until these messages are on the phones, and no others."""
    qtbot.waitUntil(lambda: len(modem.modem.messages) >= len(texts), timeout=WITHIN_MS)
    assert sorted(modem.modem.messages) == sorted(texts)


def messages_are(modem: SimulatedSerialModem, count: int) -> bool:
    return len(modem.modem.messages) == count


def seen_to(core: CoreHandle, rig: Rig, qtbot: QtBot) -> None:
    """Wait until the agent has heard everything that the core has done, and has its answers."""
    seq = core.get("/api/health").body["seq"]
    qtbot.waitUntil(lambda: rig.link.floor.seq >= seq and rig.link.quiet, timeout=WITHIN_MS)


def test_a_called_visitor_is_told_once_in_the_own_language(
    tmp_path: Path, file: Path, modem: SimulatedSerialModem, qtbot: QtBot
) -> None:
    with core_in_thread(only("now"), tmp_path / "core") as core, sending(core, file, tmp_path / "sms") as rig:
        ready(rig, qtbot)
        first, second = take(core, PHONE)["number"], take(core, OTHER_PHONE, "bo")["number"]
        act(core, "open", "call-next")
        act(core, "open", "call-next", "recall", window=2)
        texts = (
            (NUMBER, f"请{first}号，到1号窗口办理"),
            (OTHER_NUMBER, f"ཨང་རྟགས་ {second} སྒེའུ་ཁུང་ཨང་ 2 ལ་ཕེབས་རོགས་གནང་།"),
        )
        reached(modem, qtbot, *texts)
        act(core, "recall", "start", "finish")
        seen_to(core, rig, qtbot)
        reached(modem, qtbot, *texts)
        assert rig.told[-1] == ("ready", "", "sent 2, delivered 0, failed 0, unknown 0")


def test_a_recall_is_sent_where_the_hall_wants_it(
    tmp_path: Path, file: Path, modem: SimulatedSerialModem, qtbot: QtBot
) -> None:
    hall = only("now", recalls=True)
    with core_in_thread(hall, tmp_path / "core") as core, sending(core, file, tmp_path / "sms") as rig:
        ready(rig, qtbot)
        number = take(core, PHONE)["number"]
        act(core, "open", "call-next")
        said = (NUMBER, f"请{number}号，到1号窗口办理")
        reached(modem, qtbot, said)
        act(core, "recall")
        reached(modem, qtbot, said, said)


def test_a_visit_from_its_number_to_its_rating(
    tmp_path: Path, file: Path, modem: SimulatedSerialModem, qtbot: QtBot
) -> None:
    hall = only("taken", "soon", "passed", "rating")
    hall = replace(hall, sms=replace(hall.sms, ahead=2, page="https://hall.example/t/"))
    words = {"zh": "{number}号请评价：{link}"}
    hall = replace(hall, sms=replace(hall.sms, rating=SmsText(words=words)))
    with core_in_thread(hall, tmp_path / "core") as core, sending(core, file, tmp_path / "sms") as rig:
        ready(rig, qtbot)
        for _ in range(4):
            take(core)
        visit = take(core, PHONE)
        number = visit["number"]
        texts = [(NUMBER, f"您的号码是{number}，前面还有4人。")]
        reached(modem, qtbot, *texts)
        act(core, "open", "call-next", "finish", "call-next")
        texts += [(NUMBER, f"{number}号前面还有2人，请回到等候区。")]
        reached(modem, qtbot, *texts)
        for _ in range(3):
            act(core, "finish", "call-next")
        act(core, "pass")
        texts += [(NUMBER, f"{number}号已过号，请持号票到导服台。")]
        reached(modem, qtbot, *texts)
        assert core.post(f"/api/tickets/{visit['id']}/restore").status == 200
        act(core, "call-next", "finish")
        texts += [(NUMBER, f"{number}号请评价：https://hall.example/t/{visit['track']}")]
        reached(modem, qtbot, *texts)


def test_where_nobody_left_a_number_nothing_is_asked_and_nothing_sent(
    tmp_path: Path, file: Path, modem: SimulatedSerialModem, qtbot: QtBot
) -> None:
    with (
        core_in_thread(lhasa_like(), tmp_path / "core") as core,
        sending(core, file, tmp_path / "sms") as rig,
    ):
        ready(rig, qtbot)
        seen_to(core, rig, qtbot)
        asked = list(rig.link.asked)
        for _ in range(3):
            take(core)
        act(core, "open", "call-next", "finish", "call-next", "pass")
        seen_to(core, rig, qtbot)
        assert rig.link.asked == asked
        # One number in another queue: only what happens there or to that visit is asked about.
        take(core, PHONE, queue="food")
        qtbot.waitUntil(lambda: len(rig.link.asked) > len(asked), timeout=WITHIN_MS)
        seen_to(core, rig, qtbot)
        asked = list(rig.link.asked)
        act(core, "call-next")
        seen_to(core, rig, qtbot)
        assert rig.link.asked == asked
        assert not any(path.endswith("/contact") for path in asked)
    assert modem.modem.messages == []


@QUIETLY
def test_a_modem_that_was_away_for_three_minutes_sends_what_is_still_true(
    tmp_path: Path, file: Path, modem: SimulatedSerialModem, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    hall = only("now", "passed")
    with core_in_thread(hall, tmp_path / "core") as core, sending(core, file, tmp_path / "sms") as rig:
        ready(rig, qtbot)
        modem.plugged = False
        called, passed = take(core, PHONE)["number"], take(core, OTHER_PHONE)["number"]
        act(core, "open", "call-next")
        act(core, "open", "call-next", "pass", window=2)
        qtbot.waitUntil(lambda: rig.stage("/passed") == rig.stage("/now") == "queued", timeout=WITHIN_MS)
        rig.clock.by = timedelta(minutes=3)
        qtbot.waitUntil(lambda: rig.stage("/now") == "failed", timeout=WITHIN_MS)
        modem.plugged = True
        reached(modem, qtbot, (OTHER_NUMBER, f"{passed}号已过号，请持号票到导服台。"))
        qtbot.waitUntil(lambda: rig.stage("/passed") == "sent", timeout=WITHIN_MS)
    assert called
    assert "/now to 138****8000 is failed: sms.too_late" in caplog.text


@QUIETLY
def test_what_is_no_longer_true_is_not_sent_late(
    tmp_path: Path, file: Path, modem: SimulatedSerialModem, qtbot: QtBot
) -> None:
    with (
        core_in_thread(only("soon"), tmp_path / "core") as core,
        sending(core, file, tmp_path / "sms") as rig,
    ):
        ready(rig, qtbot)
        modem.plugged = False
        take(core)
        take(core, PHONE)
        qtbot.waitUntil(lambda: rig.stage("/soon") == "queued", timeout=WITHIN_MS)
        act(core, "open", "call-next", "finish", "call-next")
        qtbot.waitUntil(lambda: rig.stage("/soon") == "failed", timeout=WITHIN_MS)
        modem.plugged = True
        qtbot.waitUntil(lambda: rig.told[-1][0] == "ready", timeout=WITHIN_MS)
    assert modem.modem.messages == []


def test_a_core_that_starts_anew_is_followed_on_and_nothing_is_said_twice(
    tmp_path: Path, file: Path, modem: SimulatedSerialModem, qtbot: QtBot
) -> None:
    with core_in_thread(only("now"), tmp_path / "core") as core:
        port = int(core.url.rpartition(":")[2])
        first = take(core, PHONE)["number"]
        act(core, "open")
    with core_in_thread(only("now"), tmp_path / "core", port) as core:
        with sending(core, file, tmp_path / "sms") as rig:
            ready(rig, qtbot)
            act(core, "call-next")
            said = [(NUMBER, f"请{first}号，到1号窗口办理")]
            reached(modem, qtbot, *said)
        # The agent is away meanwhile.
        second = take(core, OTHER_PHONE)["number"]
        act(core, "open", "call-next", window=2)
    with core_in_thread(only("now"), tmp_path / "core", port) as core:
        with sending(core, file, tmp_path / "sms") as rig:
            ready(rig, qtbot)
            reached(modem, qtbot, *said, (OTHER_NUMBER, f"请{second}号，到2号窗口办理"))
            seen_to(core, rig, qtbot)
        with sending(core, file, tmp_path / "new ledger") as rig:
            ready(rig, qtbot)
            seen_to(core, rig, qtbot)
            assert len(modem.modem.messages) == 2, "a new ledger begins now"


@QUIETLY
def test_a_provider_over_http_and_a_number_that_takes_no_messages(tmp_path: Path, qtbot: QtBot) -> None:
    with Provider() as provider, core_in_thread(only("now"), tmp_path / "core") as core:
        file = device_file(
            tmp_path,
            "sms_gateways",
            url=f"{provider.url}/send?key=SECRET",
            headers={"Content-Type": "application/json"},
            body='{"mobile": "${number}", "content": "${text}"}',
            sent_when=r'"code": ?0, "sid": ?"([\w-]+)"',
        )
        with sending(core, file, tmp_path / "sms") as rig:
            ready(rig, qtbot)
            number = take(core, PHONE)["number"]
            take(core, "0891 632 5000")
            act(core, "open", "call-next")
            act(core, "open", "call-next", window=2)
            wanted = "sent 1, delivered 0, failed 0, unknown 0"
            qtbot.waitUntil(lambda: rig.told[-1][2] == wanted, timeout=WITHIN_MS)
            seen_to(core, rig, qtbot)
        (asked,) = provider.asked
        assert json.loads(asked.body) == {"mobile": PHONE, "content": f"请{number}号，到1号窗口办理"}


def test_a_long_tibetan_text_goes_in_one_message_and_its_delivery_is_counted(
    tmp_path: Path, file: Path, modem: SimulatedSerialModem, qtbot: QtBot
) -> None:
    words = {"bo": "ཨང་རྟགས་ {number} སྒེའུ་ཁུང་ {window} ལ་ཕེབས་རོགས་གནང་།".ljust(60, "་")}
    words["bo"] += "།" * (70 - units(words["bo"].format(number="A001", window="1")))
    hall = only("now", now=SmsText(words=words))
    with core_in_thread(hall, tmp_path / "core") as core, sending(core, file, tmp_path / "sms") as rig:
        ready(rig, qtbot)
        number = take(core, PHONE, "bo")["number"]
        act(core, "open", "call-next")
        text = words["bo"].format(number=number, window="1")
        assert units(text) == 70
        reached(modem, qtbot, (NUMBER, text))
        assert len(modem.modem.sent) == 1
        qtbot.waitUntil(lambda: rig.stage("/now") == "sent", timeout=WITHIN_MS)
        modem.say(modem.modem.report(1, NUMBER, 0))
        # The modem is listened to when it is looked at next, or something is sent.
        take(core, OTHER_PHONE)
        act(core, "open", "call-next", window=2)
        qtbot.waitUntil(lambda: rig.stage("/now") == "delivered", timeout=WITHIN_MS)


def test_no_number_is_anywhere_but_on_the_line(
    tmp_path: Path,
    file: Path,
    modem: SimulatedSerialModem,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    with (
        core_in_thread(lhasa_like(), tmp_path / "core") as core,
        sending(core, file, tmp_path / "sms") as rig,
    ):
        ready(rig, qtbot)
        take(core)
        visit = take(core, PHONE)
        steps: list[tuple[str, ...]] = [("open",), ("call-next", "finish", "call-next"), ("finish",)]
        for count, acts in enumerate(steps, start=1):
            act(core, *acts)
            qtbot.waitUntil(partial(messages_are, modem, count), timeout=WITHIN_MS)
        seq = core.get("/api/health").body["seq"]
        with following(core, after=0) as feed:
            told = json.dumps(feed.until(seq))
        assert "ticket.reachable" in told
        shown = json.dumps([core.get(f"/api/tickets/{visit['id']}").body, rig.told, rig.link.asked])
        kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert "sms" in caplog.text
    for where in (told, shown, caplog.text, kept.decode("latin-1")):
        assert PHONE not in where
        assert "请A002号" not in where.replace("\\u8bf7", "请").replace("\\u53f7", "号")
