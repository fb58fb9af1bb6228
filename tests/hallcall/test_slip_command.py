"""``hallcall slip``: pictures without a printer, lists through a real one's line, a logo into a hall file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication, QImage

from core.app.hallfile import load
from hallcall.cli import main
from hallcall.exits import DONE, FAILED, WRONG_USE
from hallcall.halls import resolve
from hardware.printer.simulator import SimulatedPrinter
from hardware.slip.picture import png
from tests.support.any_slip import png as small_png

pytestmark = pytest.mark.usefixtures("qapp")

Said = pytest.CaptureFixture[str]


@pytest.mark.parametrize(("paper", "dots"), [("80", 576), ("58", 384)])
@pytest.mark.parametrize(("hall", "lang"), [("lhasa", "bo"), ("pingliang", "zh"), ("yuzhong", "en")])
def test_a_hall_sees_its_slip_without_a_printer(
    hall: str, lang: str, paper: str, dots: int, tmp_path: Path, capsys: Said
) -> None:
    out = tmp_path / "deep" / "slip.png"
    assert (
        main(
            ["slip", "preview", "--hall", hall, "--lang", lang, "--paper", paper, "--out", str(out), "--copy"]
        )
        == DONE
    )
    assert QImage(str(out)).width() == dots
    told = capsys.readouterr()
    assert f"{paper} mm paper" in told.out
    assert told.err == ""


def test_a_template_is_seen_as_the_file_says(tmp_path: Path) -> None:
    file, usual, own = tmp_path / "hall.toml", tmp_path / "usual.png", tmp_path / "own.png"
    text = resolve("lhasa").read_text(encoding="utf-8")
    file.write_text(text + '\n[slip]\nparts = [ { part = "number" } ]\n', encoding="utf-8")
    assert main(["slip", "preview", "--hall", "lhasa", "--out", str(usual)]) == DONE
    assert main(["slip", "preview", "--hall", str(file), "--out", str(own)]) == DONE
    assert QImage(str(own)).height() < QImage(str(usual)).height() / 3


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (["preview", "--hall", "lhsa"], "no hall file"),
        (["preview"], "give --hall FILE or --core URL"),
        (["preview", "--hall", "pingliang", "--lang", "bo"], "does not speak bo"),
        (["preview", "--hall", "lhasa", "--what", "tea"], "no item, matter or queue 'tea'"),
        (["preview", "--hall", "lhasa", "--printer", "ftp://x"], "printer address"),
        (["told-once", "limited_company_new", "--hall", "lhasa"], "give --out PNG, --printer URL or both"),
        (["told-once", "tea", "--hall", "lhasa", "--out", "x.png"], "tea"),
        (
            ["told-once", "limited_company_new", "--hall", "lhasa", "--out", "x.png", "--missing", "tea"],
            "asks for no tea",
        ),
    ],
)
def test_what_is_wrong_is_said_in_a_line(words: list[str], why: str, capsys: Said) -> None:
    assert main(["slip", *words]) == WRONG_USE
    told = capsys.readouterr().err
    assert why in told
    assert told.count("\n") == 1


def test_a_hall_file_with_a_mistake_is_not_previewed(tmp_path: Path, capsys: Said) -> None:
    file = tmp_path / "hall.toml"
    text = resolve("lhasa").read_text(encoding="utf-8")
    file.write_text(text + '\n[slip]\nparts = [ { part = "hall" } ]\n', encoding="utf-8")
    assert main(["slip", "preview", "--hall", str(file), "--out", str(tmp_path / "x.png")]) == FAILED
    assert "no slip goes out without its number" in capsys.readouterr().err


def test_a_core_that_is_not_there_is_said(capsys: Said) -> None:
    words = ["--core", "http://127.0.0.1:9", "--out", "x.png"]
    assert main(["slip", "closing", *words]) == FAILED
    assert "does not answer" in capsys.readouterr().err


def test_a_list_comes_out_of_a_printer_as_it_is_in_the_picture(tmp_path: Path, capsys: Said) -> None:
    out = tmp_path / "list.png"
    with SimulatedPrinter() as printer:
        words = ["told-once", "limited_company_new", "--hall", "lhasa", "--missing", "id_card, articles"]
        assert main(["slip", *words, "--out", str(out), "--printer", printer.url]) == DONE
        made = printer.wait_for_slip()
    assert png(made) == out.read_bytes()
    assert "printed and confirmed" in capsys.readouterr().out


def test_a_list_in_one_language_is_shorter(tmp_path: Path) -> None:
    both, alone = tmp_path / "both.png", tmp_path / "alone.png"
    words = ["slip", "told-once", "limited_company_new", "--hall", "lhasa"]
    assert main([*words, "--out", str(both)]) == DONE
    assert main([*words, "--alone", "--out", str(alone)]) == DONE
    assert QImage(str(alone)).height() < 0.7 * QImage(str(both)).height()


def test_a_printer_without_paper_is_said(tmp_path: Path, capsys: Said) -> None:
    with SimulatedPrinter() as printer:
        printer.printer.slips_left = 0
        words = ["told-once", "limited_company_new", "--hall", "lhasa", "--printer", printer.url]
        assert main(["slip", *words]) == FAILED
    assert "nothing was printed" in capsys.readouterr().err


def test_a_picture_becomes_the_lines_of_a_hall_file(tmp_path: Path, capsys: Said) -> None:
    picture = tmp_path / "logo.png"
    image = QImage(1000, 300, QImage.Format.Format_ARGB32)
    image.fill(0xFF102030)
    assert image.save(str(picture))
    assert main(["slip", "logo", str(picture)]) == DONE
    lines = capsys.readouterr().out
    file = tmp_path / "hall.toml"
    file.write_text(resolve("lhasa").read_text(encoding="utf-8") + f"\n[slip]\n{lines}", encoding="utf-8")
    slip = load(file).slip
    assert slip is not None
    assert (QImage.fromData(slip.picture).width(), QImage.fromData(slip.picture).height()) == (320, 96)


def test_what_is_no_picture_is_no_logo(tmp_path: Path, capsys: Said, qapp: QGuiApplication) -> None:
    file = tmp_path / "logo.png"
    file.write_text("not a picture")
    assert main(["slip", "logo", str(file)]) == FAILED
    assert "is no picture" in capsys.readouterr().err
    assert main(["slip", "logo", str(tmp_path / "none.png")]) == FAILED
    file.write_bytes(small_png(9, 3))
    assert main(["slip", "logo", str(file)]) == DONE
