"""The set-up of a machine, as far as it can be tried without changing this one."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Lay the set-up's own files into a folder of their own, with one need that no machine answers."""
    (tmp_path / "deploy").mkdir()
    for name in ("deploy/setup.sh", "requirements.lock", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / "deploy/system-packages.txt").write_text(
        "# package kind what for\n"
        "bash cmd bash run\n"
        "libnowhere9 lib libnowhere.so.9 run\n"
        "nowhere-tools cmd nowhere test\n"
    )
    return tmp_path


def set_up(checkout: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "deploy/setup.sh", *arguments],
        cwd=checkout,
        env=os.environ | environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_where_it_may_not_install_it_says_the_line_that_does(checkout: Path) -> None:
    ended = set_up(checkout, "--no-system")
    assert ended.returncode == 1
    assert "libnowhere.so.9, nowhere" in ended.stderr
    assert (
        "apt-get update && apt-get install -y --no-install-recommends libnowhere9 nowhere-tools\n"
        in ended.stderr
    )
    assert not (checkout / ".venv").exists()


def test_running_does_not_ask_for_what_only_tests_need(checkout: Path) -> None:
    ended = set_up(checkout, "run", "--no-system")
    assert "libnowhere9\n" in ended.stderr
    assert "nowhere-tools" not in ended.stderr


def test_a_python_that_is_too_old_or_not_there_is_said(checkout: Path) -> None:
    ended = set_up(checkout, "--no-system", PYTHON="no-such-python")
    assert ended.returncode == 1
    assert "Python 3.11 or newer" in ended.stderr
    assert "python3-venv" in ended.stderr


def test_a_wrong_word_is_wrong_use(checkout: Path) -> None:
    ended = set_up(checkout, "everything")
    assert ended.returncode == 2
    assert "everything" in ended.stderr
