"""What a folder shows, as a pure function of what lies there."""

from __future__ import annotations

from datetime import datetime, time

import pytest

from display.media.pieces import FPS_MOST, SECONDS, SECONDS_LEAST, Files, Playlist, playlist_of

FILES: Files = dict.fromkeys(("B.jpg", "a.png", "c.mp4", "sub/d.webp", "notes.txt", ".hidden.png"), (1, 2))
MONDAY = datetime(2026, 11, 30, 9, 30)


def names(playlist: Playlist) -> list[str]:
    return [each.name for each in playlist.pieces]


def turns(playlist: Playlist, count: int, now: datetime = MONDAY, films: bool = True) -> list[str]:
    """Return what is shown one after the other."""
    shown: list[str] = []
    for _ in range(count):
        piece = playlist.after(shown[-1] if shown else "", now, films=films)
        shown.append(piece.name if piece else "-")
    return shown


def test_without_a_list_everything_is_shown_in_the_order_of_names() -> None:
    playlist = playlist_of(FILES)
    assert names(playlist) == ["a.png", "B.jpg", "c.mp4", "sub/d.webp"]
    assert turns(playlist, 5) == ["a.png", "B.jpg", "c.mp4", "sub/d.webp", "a.png"]
    assert {each.seconds for each in playlist.pieces} == {SECONDS}


def test_a_weak_machine_shows_the_pictures_only() -> None:
    assert turns(playlist_of(FILES), 3, films=False) == ["a.png", "B.jpg", "sub/d.webp"]


def test_what_is_broken_is_left_out_until_the_file_is_another() -> None:
    playlist = playlist_of({"a.png": (1, 2)})
    broken = frozenset({("a.png", (1, 2))})
    assert playlist.after("", MONDAY, avoid=broken) is None
    mended = playlist_of({"a.png": (5, 2)}).after("", MONDAY, avoid=broken)
    assert mended is not None
    assert mended.name == "a.png"


def test_after_a_piece_that_went_comes_its_neighbour() -> None:
    playlist = playlist_of(FILES)
    found = playlist.after("b.gif", MONDAY)
    assert found is not None
    assert found.name == "c.mp4"


def test_an_m3u_tells_order_and_seconds() -> None:
    text = "#EXTM3U\n#EXTINF:20,Tea\n./B.jpg\nc.mp4\nhttp://elsewhere/x.mp4\n../secret.png\n/etc/x.png\nsub\\d.webp\n"
    playlist = playlist_of(FILES, {"playlist.m3u": text})
    assert [(each.name, each.seconds) for each in playlist.pieces] == [
        ("B.jpg", 20.0),
        ("c.mp4", SECONDS),
        ("sub/d.webp", SECONDS),
    ]


TOML = """
seconds = 7
fps = 90
show = [
  "a.png",
  { file = "B.jpg", seconds = 0.1, days = "sat-mon", hours = "09:00-12:00", to = 2026-11-30 },
  { file = "c.mp4", hours = "22:00-06:00" },
  { file = "comes-later.png" },
]
"""


def test_a_toml_tells_hours_and_days() -> None:
    playlist = playlist_of(FILES, {"playlist.toml": TOML, "playlist.m3u": "a.png"})
    a, b, c = playlist.pieces
    assert (a.seconds, b.seconds, playlist.fps) == (7, SECONDS_LEAST, FPS_MOST)
    assert b.days == {5, 6, 0}
    assert turns(playlist, 3) == ["a.png", "B.jpg", "a.png"]
    assert c.begins == time(22)


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (datetime(2026, 11, 30, 9, 0), "B.jpg"),
        (datetime(2026, 11, 30, 12, 0), "a.png"),
        (datetime(2026, 11, 27, 9, 0), "a.png"),
        (datetime(2026, 12, 5, 9, 0), "a.png"),
        (datetime(2026, 12, 5, 23, 0), "c.mp4"),
        (datetime(2026, 12, 5, 5, 59), "c.mp4"),
    ],
)
def test_a_piece_is_shown_when_it_is_due(now: datetime, due: str) -> None:
    found = playlist_of(FILES, {"playlist.toml": TOML}).after("a.png", now)
    assert found is not None
    assert found.name == due


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("show = [", "playlist.toml"),
        ("show = [{ file = 'a.png', days = 'someday' }, 'B.jpg']", "piece 1"),
        ("show = [{ file = 'a.png', hours = '9' }, 'B.jpg']", "piece 1"),
        ("show = [{ file = 'a.png', from = 'soon' }, 'B.jpg']", "piece 1"),
        ("show = [{ file = 3 }, 'B.jpg']", "piece 1"),
        ("show = [{ seconds = 3 }, 'B.jpg']", "piece 1"),
        ("show = [4, 'B.jpg']", "piece 1"),
        ("show = [{ file = 'a.png', day = 'mon' }, 'B.jpg']", "unknown: day"),
    ],
)
def test_a_mistake_in_the_list_is_told_and_the_rest_is_shown(text: str, said: str) -> None:
    playlist = playlist_of(FILES, {"playlist.toml": text})
    assert said in " ".join(playlist.wrong)
    assert "B.jpg" in names(playlist)


def test_seconds_alone_hold_for_all_pictures() -> None:
    playlist = playlist_of(FILES, {"playlist.toml": "seconds = 30\nfps = true"})
    assert {each.seconds for each in playlist.pieces} == {30.0}
    assert len(playlist.pieces) == 4
