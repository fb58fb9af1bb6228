"""docs/protocols.md is what a maker of boards builds by: what it says is what the programs do."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

from hardware.keypad.frame import MASTER, MOST_BYTES, PAD, FrameReader, crc16, encoded
from hardware.keypad.messages import answer, question_body
from hardware.keypad.number_pad import CLERK_KEYS, RATER_KEYS, number_pad_keys, number_pad_settings
from hardware.keypad.pad import MISSES, Pad
from hardware.keypad.settings import bus_settings
from hardware.keypad.vendor_settings import vendor_settings
from hardware.keypad.virtual import LEFT_ALONE_S, MOST_KEYS, VirtualBus, VirtualPad
from hardware.scanner.settings import ScannerSettings, scanner_settings
from hardware.scanner.wedge import Rhythm, rhythm

PAGE = (Path(__file__).parents[3] / "docs" / "protocols.md").read_text("utf-8")
FRAMES = re.findall(r"^([<>])(\S.*?\*[0-9A-F]{4}) CR +(.*)$", PAGE, re.MULTILINE)


def frames_of(start: str) -> list[bytes]:
    return [(mark + rest).encode() + b"\r" for mark, rest, _ in FRAMES if mark == start]


def test_every_frame_of_the_page_has_the_right_checksum() -> None:
    assert len(FRAMES) == 20
    for start in (MASTER, PAD):
        for line in frames_of(start):
            (frame,) = FrameReader(start).feed(line)
            assert encoded(start, frame) == line


def test_the_simulated_pad_answers_the_page_s_example_byte_for_byte() -> None:
    bus = VirtualBus({5: VirtualPad(about="K16 1.0")})
    answers = b""
    for line in PAGE.splitlines():
        if pressed := re.search(r"\(key (..) is pressed\)", line):
            bus.pads[5].press(int(pressed[1], 16))
        elif re.match(r">05.* CR ", line):
            answers += bus.feed(line.partition(" CR")[0].encode() + b"\r")
    assert answers == b"".join(frames_of(PAD))


def test_the_master_takes_the_example_s_presses_once_each() -> None:
    master, presses = Pad(5, lambda: 0x1A2B), []
    for _, rest, note in [one for one in FRAMES if one[0] == PAD]:
        master.next_question()
        frame = FrameReader(PAD).feed(f"<{rest}\r".encode())[0]
        said = answer(frame.body)
        assert said is not None
        if "lost" not in note and (key := master.heard(said)) is not None:
            presses.append(key)
    assert presses == [4, 2]
    assert question_body(master.next_question()) == "P02"


def test_the_page_names_the_programs_figures() -> None:
    assert f"`123456789` gives {crc16(b'123456789'):04X}" in PAGE
    assert f"A frame is at most {MOST_BYTES} bytes" in PAGE
    assert f"asked for {LEFT_ALONE_S:.0f} s ends its session" in PAGE
    assert {8: "eight at most"}[MOST_KEYS] in PAGE
    assert {3: "three times in a row"}[MISSES] in PAGE


def table(name: str) -> dict[str, Any]:
    """Return a table that the page shows, by its first line."""
    found = re.search(rf"```toml\n# {name}\n(.*?)```", PAGE, re.DOTALL)
    assert found is not None, name
    return tomllib.loads(found[1])


def test_the_page_s_bus_can_be_used() -> None:
    settings, pads = bus_settings(table("bus"))
    assert settings.addresses == (5, 6)
    assert [len(pad.keys) for pad in pads.values()] == [7, 5]


def test_the_page_s_vendor_tables_can_be_used() -> None:
    rules = vendor_settings(table("vendor: lines")).rules
    assert [rule.read(b"R051") is not None for rule in rules] == [False, True]
    rules = vendor_settings(table("vendor: binary")).rules
    assert [rule.read(b"\xaa\x55\x05\x15\x10") is not None for rule in rules] == [False, True]


def test_the_page_s_number_pads_can_be_used() -> None:
    clerk, rater = (
        number_pad_settings({key: value for key, value in each.items() if key != "name"})
        for each in table("number pads")["number_pads"]
    )
    assert (clerk.keys, clerk.window) == (CLERK_KEYS, 3)
    assert rater.keys == RATER_KEYS
    assert "/dev/input/by-id" in clerk.device


def test_the_page_shows_what_number_pads_scanners_and_wedges_do_by_themselves() -> None:
    assert number_pad_keys(table("number pad")) == CLERK_KEYS
    shown = scanner_settings(table("scanner"))
    assert shown == ScannerSettings(shown.url, light_on=b"\x16T\r", light_off=b"\x16U\r")
    assert rhythm(table("wedge")) == Rhythm()
