"""The machine's device file: what it names, and every mistake in it at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from hardware.devices import (
    DevicesWrong,
    GatewayEntry,
    KeysEntry,
    LoudspeakerEntry,
    ModemEntry,
    PrinterEntry,
    ReaderEntry,
    SignsEntry,
    load_devices,
)

WHOLE = """
[[printers]]
name = "取号机一"
url = "tcp://10.0.0.9:9100"

[[printers]]
name = "narrow"
url = "usb://04b8:0202"
paper_mm = 58

[[card_readers]]
name = "reader"
url = "serial:///dev/ttyUSB1"

[[modems]]
name = "modem"
url = "serial:COM4?baud=115200"

[[scanners]]
name = "scanner"
url = "serial:///dev/ttyACM0?baud=9600"
ending = "line"

[[keypads]]
name = "pads"
url = "serial:///dev/ttyUSB2?baud=9600"
pads = [{ address = 5, window = 3 }]

[[signs]]
name = "east"
url = "serial:///dev/ttyUSB0?baud=57600"
signs = [{ window = 1, address = 1 }, { window = 2, address = 2 }]
looks.free.text = "请稍候"
"""

WRONG = """
scaners = []

[[printers]]
name = "a"
url = "tcp://"

[[printers]]
url = "usb://04b8:0202"
paper_mm = 57
colour = "red"

[[card_readers]]
name = "a"
url = "serial:///dev/ttyUSB1?speed=9"

[[signs]]
name = "east"
url = "tcp://10.0.0.7:5005"
line = "x"

[[signs]]
name = "west"
url = "tcp://10.0.0.8:5005"
signs = [{ window = 1 }, { window = 2, address = "two" }]

[[scanners]]
name = "s"
url = "serial:COM7"
ending = "beep"

[[keypads]]
name = "k"
url = "serial:COM8"
pads = [{ window = 3 }]

[[vendor_keypads]]
name = "v"
url = "serial:COM9"

[modems]
name = "m"
"""


def write(folder: Path, text: str) -> Path:
    file = folder / "devices.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_a_file_names_its_devices_in_order(tmp_path: Path) -> None:
    wide, narrow, reader, modem, scanner, pads, signs = load_devices(write(tmp_path, WHOLE))
    assert wide == PrinterEntry("取号机一", "tcp://10.0.0.9:9100", 576)
    assert narrow == PrinterEntry("narrow", "usb://04b8:0202", 384)
    assert reader == ReaderEntry("reader", "serial:///dev/ttyUSB1")
    assert modem == ModemEntry("modem", "serial:COM4?baud=115200")
    assert isinstance(scanner, KeysEntry)
    assert isinstance(pads, KeysEntry)
    assert (scanner.kind, pads.kind) == ("scanner", "keypads")
    assert isinstance(signs, SignsEntry)
    assert [each.window for each in signs.bus.signs] == [1, 2]


def test_every_mistake_is_told_at_once_with_its_place(tmp_path: Path) -> None:
    with pytest.raises(DevicesWrong) as refused:
        load_devices(write(tmp_path, WRONG))
    told = "\n".join(refused.value.mistakes)
    for said in (
        "unknown 'scaners'; known: printers, card_readers, signs, modems, ",
        "printers 1 (a): printer address 'tcp://': the host is missing",
        "printers 2: unknown 'colour'",
        "printers 2: name is missing",
        "card_readers 1 (a): device address 'serial:///dev/ttyUSB1?speed=9': unknown option speed",
        "signs 1 (east): unknown 'line'; its address is called url",
        "signs 2 (west): signs 1: address and window are needed",
        "signs 2 (west): signs 2: address is a whole number, not 'two'",
        "scanners 1 (s): ending: ",
        "keypads 1 (k): pads[1].address: missing",
        "vendor_keypads 1 (v): ",
        "each of modems is begun by [[modems]]",
    ):
        assert said in told
    assert all(str(tmp_path) in each for each in refused.value.mistakes)


def test_two_with_one_name_or_one_address_are_refused(tmp_path: Path) -> None:
    twice = '[[card_readers]]\nname = "r"\nurl = "serial:COM3"\n' * 2
    with pytest.raises(DevicesWrong) as refused:
        load_devices(write(tmp_path, twice))
    assert [each.rpartition(": ")[2] for each in refused.value.mistakes] == [
        "the name 'r' stands there twice",
        "the address 'serial:COM3' stands there twice",
    ]


@pytest.mark.parametrize("text", ["[[printers]\n", 'name = "', "\x00"])
def test_what_is_no_toml_is_said(tmp_path: Path, text: str) -> None:
    with pytest.raises(DevicesWrong, match="it is no TOML file"):
        load_devices(write(tmp_path, text))


def test_an_empty_file_names_nothing(tmp_path: Path) -> None:
    assert load_devices(write(tmp_path, "# nothing yet\n")) == ()


def test_number_pads_are_devices_with_a_file_or_keyboards_without_one(tmp_path: Path) -> None:
    text = """
[[number_pads]]
name = "desk 3"

[[number_pads]]
name = "rater 3"
for = "rater"
device = "/dev/input/by-id/usb-1-event-kbd"
window = 3
"""
    focused, grabbed = load_devices(write(tmp_path, text))
    assert isinstance(focused, KeysEntry)
    assert isinstance(grabbed, KeysEntry)
    assert focused.with_focus is not None
    assert focused.listen is None
    assert (grabbed.url, grabbed.with_focus) == ("/dev/input/by-id/usb-1-event-kbd", None)
    assert grabbed.listen is not None
    assert set(grabbed.listen(lambda _: None).acts) == {3}
    with pytest.raises(DevicesWrong) as refused:
        load_devices(write(tmp_path, '[[number_pads]]\nfor = "rater"\n[[number_pads]]\nname = "a"\n'))
    assert "number_pads 1: device: missing" in refused.value.mistakes[0]


def test_a_printer_may_have_its_own_dots_and_print_text(tmp_path: Path) -> None:
    own = '[[printers]]\nname = "p"\nurl = "serial:COM3?baud=9600"\ndots = 512\ntext = true\n'
    assert load_devices(write(tmp_path, own)) == (PrinterEntry("p", "serial:COM3?baud=9600", 512, text=True),)


def test_every_mistake_of_a_printer_is_told_at_once(tmp_path: Path) -> None:
    bad = '[[printers]]\nname = "p"\nurl = "cups://"\npaper_mm = [80]\ndots = 500\ntext = "yes"\n'
    with pytest.raises(DevicesWrong) as refused:
        load_devices(write(tmp_path, bad))
    told = "\n".join(refused.value.mistakes)
    assert len(refused.value.mistakes) == 4
    for said in ("the queue's name is missing", "paper_mm is 80 or 58", "dots is a multiple of 8", "text is"):
        assert said in told


GATEWAY = """
[[sms_gateways]]
name = "provider"
url = "https://sms.example:8443/v1/send?key=SECRET"
headers = { Content-Type = "application/json", Authorization = "Bearer SECRET" }
body = '{"mobile": "${number}", "content": "${text}"}'
success = [200]
timeout_s = 5
"""


def test_a_provider_is_shown_without_what_is_secret(tmp_path: Path) -> None:
    file = tmp_path / "devices.toml"
    file.write_text(GATEWAY, encoding="utf-8")
    (entry,) = load_devices(file)
    assert isinstance(entry, GatewayEntry)
    assert (entry.name, entry.url) == ("provider", "https://sms.example:8443")
    assert (entry.settings.success, entry.settings.timeout_s) == ((200,), 5.0)
    assert "SECRET" not in repr(entry)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ('name = "provider"\n', "", "name is missing"),
        ("https:", "ftp:", "url must begin with http:// or https://"),
        ("success = [200]", "success = [2]", "success must be a list of HTTP statuses"),
        ("timeout_s = 5", "timeout_s = true", "timeout_s must be a number of seconds"),
        ("timeout_s = 5", "timeout_s = 0", "timeout_s must be more than 0"),
        ("timeout_s = 5", "method = 1", "method must be a text"),
        ("timeout_s = 5", "retries = 5", "unknown 'retries'; known: url, method"),
        ('headers = { Content-Type = "application/json",', "headers = { a = 1,", "headers must be names and"),
        ('"${text}"', "${text}", "fields stand inside quotes"),
        ('url = "https://sms.example:8443/v1/send?key=SECRET"\n', "", "url is missing: where the provider"),
    ],
)
def test_a_provider_that_cannot_work_is_told_without_what_is_secret(
    tmp_path: Path, old: str, new: str, says: str
) -> None:
    file = tmp_path / "devices.toml"
    assert GATEWAY.count(old) == 1
    file.write_text(GATEWAY.replace(old, new), encoding="utf-8")
    with pytest.raises(DevicesWrong) as wrong:
        load_devices(file)
    assert says in str(wrong.value)
    assert "SECRET" not in str(wrong.value)


LOUDSPEAKERS = """
[[loudspeakers]]
name = "south"
device = "USB Audio"
channel = "right"
zones = ["social", "estate"]
volume = 60

[[loudspeakers]]
name = "all"
"""


def test_loudspeakers_say_where_they_are_and_whose_calls_are_heard_there(tmp_path: Path) -> None:
    south, everywhere = load_devices(write(tmp_path, LOUDSPEAKERS))
    assert isinstance(south, LoudspeakerEntry)
    assert isinstance(everywhere, LoudspeakerEntry)
    assert (south.settings.card, south.settings.place, south.settings.volume) == ("USB Audio", 2, 60)
    assert south.settings.zones == frozenset({"social", "estate"})
    assert (south.url, everywhere.url) == ("USB Audio#2", "default")
    assert (everywhere.settings.card, everywhere.settings.zones) == ("", None)


def test_every_mistake_in_a_loudspeaker_is_told(tmp_path: Path) -> None:
    wrong = """
[[loudspeakers]]
device = ""
channel = "middle"
zones = []
volume = 101
loud = true
"""
    with pytest.raises(DevicesWrong) as refused:
        load_devices(write(tmp_path, wrong))
    told = "\n".join(refused.value.mistakes)
    for said in (
        "loudspeakers 1: name is missing",
        "device is a sound card's name, or 'default', not ''",
        "channel is 'all', 'left', 'right' or a number from 1 on, not 'middle'",
        "zones is a list of the hall's zone ids, not []",
        "volume is a percentage from 1 to 100, not 101",
        "unknown 'loud'",
    ):
        assert said in told
