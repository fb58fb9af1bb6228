"""Sounds that are kept: bounded, whole, and never in the way."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from hardware.voice.cache import SoundCache
from tests.support.small_disk import Mounted, read_only, small_disk

SOUND = bytes(range(256)) * 40


def files(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.exists() else []


def test_what_was_put_is_there_also_after_a_restart(tmp_path: Path) -> None:
    with SoundCache(tmp_path / "kept") as cache:
        assert cache.get("zh 请") is None
        cache.put("zh 请", SOUND)
        assert cache.get("zh 请") == SOUND
        assert cache.has("zh 请")
    with SoundCache(tmp_path / "kept") as again:
        assert again.has("zh 请")
        assert again.get("zh 请") == SOUND
        assert again.get("zh 到") is None
    assert len(files(tmp_path / "kept")) == 1


def test_a_cache_without_a_folder_keeps_the_newest_in_memory() -> None:
    with SoundCache(memory=3 * len(SOUND)) as cache:
        for name in "abcd":
            cache.put(name, SOUND)
            cache.get("a")
        assert [cache.get(name) is not None for name in "abcd"] == [True, False, True, True]


def test_what_is_larger_than_the_memory_is_not_kept_there() -> None:
    with SoundCache(memory=len(SOUND) - 1) as cache:
        cache.put("a", SOUND)
        assert cache.get("a") is None
        cache.put("b", SOUND[:100])
        assert cache.get("b") == SOUND[:100]


def test_the_disk_keeps_what_was_used_last(tmp_path: Path) -> None:
    room = 3 * (len(SOUND) + 32)
    with SoundCache(tmp_path, memory=0, disk=room) as cache:
        for name in "abc":
            cache.put(name, SOUND)
        cache.flush()
        assert cache.get("a") == SOUND
        cache.put("d", SOUND)
        cache.flush()
        assert [cache.get(name) is not None for name in "abcd"] == [True, False, True, True]
    assert sum(path.stat().st_size for path in files(tmp_path)) <= room


def test_a_folder_that_is_too_full_is_emptied_at_the_start_oldest_first(tmp_path: Path) -> None:
    with SoundCache(tmp_path, memory=0) as cache:
        for name in "abc":
            cache.put(name, SOUND)
        cache.flush()
        for i, path in enumerate(files(tmp_path)):
            os.utime(path, (1_000_000 + i, 1_000_000 + i))
    oldest, *_ = files(tmp_path)
    with SoundCache(tmp_path, memory=0, disk=2 * (len(SOUND) + 32)):
        assert not oldest.exists()
        assert len(files(tmp_path)) == 2


@pytest.mark.logs("damaged")
@pytest.mark.parametrize("damage", [b"", b"RIFF....", SOUND])
def test_a_damaged_file_counts_as_not_there_and_is_made_anew(tmp_path: Path, damage: bytes) -> None:
    with SoundCache(tmp_path) as cache:
        cache.put("a", SOUND)
    (path,) = files(tmp_path)
    path.write_bytes(damage)
    with SoundCache(tmp_path) as again:
        assert again.get("a") is None
        assert not path.exists()
        again.put("a", SOUND)
        again.flush()
        assert path.exists()


@pytest.mark.logs("damaged")
def test_one_flipped_bit_is_noticed(tmp_path: Path) -> None:
    with SoundCache(tmp_path) as cache:
        cache.put("a", SOUND)
    (path,) = files(tmp_path)
    data = bytearray(path.read_bytes())
    data[len(data) // 2] ^= 1
    path.write_bytes(data)
    with SoundCache(tmp_path) as again:
        assert again.get("a") is None


def test_a_half_written_file_of_a_program_that_ended_goes(tmp_path: Path) -> None:
    old, new = tmp_path / "x.sound.1.part", tmp_path / "y.sound.2.part"
    for path in (old, new):
        path.write_bytes(b"half")
    os.utime(old, (1_000_000, 1_000_000))
    with SoundCache(tmp_path):
        assert files(tmp_path) == [new]


@pytest.mark.logs("sounds cannot be kept")
def test_a_full_disk_costs_the_keeping_and_is_said_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with small_disk(tmp_path / "disk") as disk:
        if not isinstance(disk, Mounted):
            pytest.skip("no file system can be mounted here")
        with SoundCache(disk.folder / "kept") as cache:
            disk.fill(os.getpid())
            for name in "abc":
                cache.put(name, SOUND)
            cache.flush()
            assert [cache.get(name) for name in "abc"] == [SOUND] * 3
            assert files(disk.folder / "kept") == []
            assert caplog.text.count("sounds cannot be kept") == 1
            disk.free(os.getpid())
            cache.put("d", SOUND)
            cache.flush()
            assert len(files(disk.folder / "kept")) == 1


USE = """
import sys
from pathlib import Path
from hardware.voice.cache import SoundCache
with SoundCache(Path(sys.argv[1])) as cache:
    old = cache.get("old")
    cache.put("new", b"12")
    cache.flush()
    assert cache.get("new") == b"12"
    print(old)
"""


def test_a_folder_that_may_not_be_written_is_read_all_the_same(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    with SoundCache(kept) as cache:
        cache.put("old", b"34")
    with read_only(kept) as bound:
        command = [*bound, sys.executable, "-c", USE, str(kept)]
        ended = subprocess.run(command, capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "b'34'"
    assert "sounds cannot be kept" in ended.stderr
    assert len(files(kept)) == 1


@pytest.mark.logs("sounds cannot be kept")
def test_a_file_where_the_folder_should_be_is_survived(tmp_path: Path) -> None:
    (tmp_path / "kept").write_bytes(b"mine")
    with SoundCache(tmp_path / "kept") as cache:
        cache.put("a", SOUND)
        cache.flush()
        assert cache.get("a") == SOUND
    assert (tmp_path / "kept").read_bytes() == b"mine"


def test_a_folder_that_is_emptied_meanwhile_is_filled_again(tmp_path: Path) -> None:
    with SoundCache(tmp_path / "kept", memory=0) as cache:
        cache.put("a", SOUND)
        cache.flush()
        for path in files(tmp_path / "kept"):
            path.unlink()
        (tmp_path / "kept").rmdir()
        assert cache.get("a") is None
        cache.put("a", SOUND)
        cache.flush()
        assert cache.get("a") == SOUND


def test_many_threads_and_two_caches_on_one_folder_never_see_half_a_sound(tmp_path: Path) -> None:
    sounds = {f"s{i}": bytes([i]) * 20_000 for i in range(12)}
    wrong: list[str] = []
    with SoundCache(tmp_path, memory=50_000) as one, SoundCache(tmp_path, memory=50_000) as two:

        def use(cache: SoundCache) -> None:
            for name, sound in list(sounds.items()) * 5:
                if (found := cache.get(name)) not in (None, sound):
                    wrong.append(name)
                if found is None:
                    cache.put(name, sound)

        threads = [threading.Thread(target=use, args=(cache,)) for cache in (one, two, one, two)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert wrong == []
