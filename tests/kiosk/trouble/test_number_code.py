"""A phone reads the code on the screen as it is painted."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from kiosk.phone_code import address, code
from kiosk.speech import NO_LABEL
from tests.kiosk.conftest import Kiosk, ticket
from tests.support import qml

TRACK = "aB3dE5fG7hJ9kL1mN3pQ5r"


def seen(picture: Path) -> str:
    assert shutil.which("zbarimg"), "zbarimg is missing: install the package zbar-tools"
    words = ["zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", str(picture)]
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout.strip()


@pytest.mark.parametrize("large", [False, True])
def test_a_phone_reads_the_address_of_the_visits_page(kiosk: Kiosk, tmp_path: Path, *, large: bool) -> None:
    kiosk.connect()
    if large:
        kiosk.choose("large")
    kiosk.choose("queue:insurance")
    kiosk.answer(ticket(track=TRACK))
    kiosk.until(lambda: qml.shows(kiosk.view, "code"))
    qml.settle(kiosk.view)
    picture = tmp_path / "screen.png"
    kiosk.view.grabWindow().save(str(picture))
    assert seen(picture) == f"http://10.0.0.8:8400/t/{TRACK}"


def test_no_code_where_the_address_is_not_known(kiosk: Kiosk) -> None:
    kiosk.connect()
    kiosk.app._session.update(site="")
    kiosk.choose("queue:insurance")
    kiosk.answer(ticket(track=TRACK))
    kiosk.until(lambda: qml.shows(kiosk.view, "number"))
    assert not qml.shows(kiosk.view, "code")
    assert not qml.shows(kiosk.view, "scan.main")


@pytest.mark.parametrize(("site", "track"), [("", TRACK), ("http://10.0.0.8:8400", "")])
def test_an_address_needs_both(site: str, track: str) -> None:
    assert code(address(site, track), NO_LABEL) is None


def test_its_path_stays_inside_and_has_the_three_corners() -> None:
    made = code(address("http://10.0.0.8:8400/", TRACK), NO_LABEL)
    assert made is not None
    far = made.side - 4 - 7
    for corner in ("M4 4h7", f"M{far} 4h7", f"M4 {far}h7"):
        assert corner in made.path
