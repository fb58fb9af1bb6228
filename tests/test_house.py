"""The house's own rules: what the rooms may know, and what must not drift between files."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PROJECT: dict[str, Any] = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PACKAGES = ("hallcall", "kiosk", "caller", "display", "hardware", "core")

# --- what each room may import (docs/adr/0001) ----------------------------------------------------

SCREEN = {"core.client", "core.qt", "core.domain", "hardware"}
MAY_IMPORT: dict[str, set[str]] = {
    "core.domain": set(),
    "core.app": {"core.domain"},
    "core.store": {"core.app", "core.domain"},
    "core.service": {"core.app", "core.domain"},
    "core.web": {"core.app", "core.domain"},
    "core.client": {"core.domain", "core.qt"},
    "core.qt": {"core.domain", "core.client"},
    "hardware": {"core.domain"},
    "kiosk": SCREEN,
    "caller": SCREEN,
    "display": SCREEN,
}
MAY_IMPORT["hallcall"] = set(MAY_IMPORT)
SERVER = {"core.domain", "core.app", "core.store", "core.service", "core.web"}
QT_IN_HARDWARE = {"hardware.slip", "hardware.voice.player", "hardware.voice.record"}

DRAWN = {(room, other) for room, others in MAY_IMPORT.items() for other in others}
DRAWN |= {("core.store", "sqlalchemy"), ("core.store", "alembic"), ("core.service", "fastapi")}
DRAWN |= {(room, "PySide6") for room in {*MAY_IMPORT, *QT_IN_HARDWARE} - SERVER - {"hardware"}}

NOT_DRAWN = {(room, other) for room in MAY_IMPORT for other in MAY_IMPORT if room != other} - DRAWN
NOT_DRAWN |= {
    (room, library) for room in {*MAY_IMPORT} - {"core.store"} for library in ("sqlalchemy", "alembic")
}
NOT_DRAWN |= {(room, "PySide6") for room in {*SERVER, "hardware", "hardware.voice"}}
NOT_DRAWN |= {("core.domain", "pydantic"), ("core.domain", "fastapi"), ("core.domain", "pypinyin")}
NOT_DRAWN |= {
    (room, "fastapi") for room in ("kiosk", "caller", "display", "hardware", "core.client", "core.qt")
}


def build_house(folder: Path, imports: set[tuple[str, str]]) -> None:
    """Build empty rooms, and in them one module for each import."""
    for room in {*MAY_IMPORT, "core", "hardware.slip", "hardware.voice"}:
        package = folder.joinpath(*room.split("."))
        package.mkdir(parents=True, exist_ok=True)
        (package / "__init__.py").touch()
    for importer, imported in imports:
        place = folder.joinpath(*importer.split("."))
        module = (
            place / f"tries_{imported.replace('.', '_')}.py" if place.is_dir() else place.with_suffix(".py")
        )
        module.write_text(f"import {imported}\n")
    (folder / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())


def check_contracts(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the house in ``folder`` by the contracts of the real one."""
    return subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-logo", "--no-cache"],
        cwd=folder,
        env={"PATH": "/usr/bin:/bin", "COLUMNS": "400", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, str]]:
    """Build a house with every import that is not drawn; return those that were refused for themselves.

    A refusal names a chain of imports; only a chain of one import counts.
    """
    folder = tmp_path_factory.mktemp("house")
    build_house(folder, NOT_DRAWN)
    lines = check_contracts(folder).stdout.splitlines()
    found: set[tuple[str, str]] = set()
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        chain = re.fullmatch(r"-\s+(\S+)\.tries_\w+ -> (\S+) \(l\.1\)", line)
        if chain and "->" not in following.removeprefix("-   "):
            found.add((chain[1], chain[2]))
    return found


@pytest.mark.parametrize(("importer", "imported"), sorted(NOT_DRAWN))
def test_an_arrow_that_is_not_drawn_is_refused(
    importer: str, imported: str, refused: set[tuple[str, str]]
) -> None:
    assert (importer, imported) in refused


def test_every_arrow_that_is_drawn_is_allowed(tmp_path: Path) -> None:
    build_house(tmp_path, DRAWN)
    report = check_contracts(tmp_path)
    assert report.returncode == 0, report.stdout + report.stderr


def test_no_folder_of_code_hides_from_the_contracts() -> None:
    """The contracts see packages only: a folder without ``__init__.py`` would be out of their sight."""
    folders = {file.parent for package in PACKAGES for file in (ROOT / package).rglob("*.py")}
    assert [folder for folder in sorted(folders) if not (folder / "__init__.py").is_file()] == []


def imported_by(source: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(source.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{source}: a relative import"
            yield node.module or ""


def test_the_domain_imports_the_standard_library_only() -> None:
    for source in (ROOT / "core" / "domain").rglob("*.py"):
        for name in imported_by(source):
            own = name == "core.domain" or name.startswith("core.domain.")
            assert own or name.partition(".")[0] in sys.stdlib_module_names, f"{source} imports {name}"


WITHOUT_QT = """
import importlib, pkgutil, sys

class NoQt:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in ("PySide6", "shiboken6"):
            raise ModuleNotFoundError(f"{name} is not installed here")

sys.meta_path.insert(0, NoQt())
import core
for room in ("domain", "app", "store", "service", "web"):
    package = importlib.import_module(f"core.{room}")
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        if ".migrations." not in module.name:  # Alembic runs these, they are not imported
            importlib.import_module(module.name)
"""


def test_the_server_runs_where_qt_is_not_installed() -> None:
    ended = subprocess.run(
        [sys.executable, "-c", WITHOUT_QT], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert ended.returncode == 0, ended.stderr


# --- packaging ------------------------------------------------------------------------------------


def requirements() -> list[Requirement]:
    listed = PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["dev"]
    extras = PROJECT["project"].get("optional-dependencies", {}).values()
    return [Requirement(line) for line in [*listed, *(line for extra in extras for line in extra)]]


def locked() -> dict[str, str]:
    """Return the lock's names and versions."""
    pins = re.findall(
        r"^([\w.-]+)==([\w.!+-]+)", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE
    )
    return {canonicalize_name(name): version for name, version in pins}


def test_the_wheel_holds_every_room() -> None:
    assert set(PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == set(PACKAGES)
    assert set(PROJECT["tool"]["importlinter"]["root_packages"]) == set(PACKAGES)
    assert {room.partition(".")[0] for room in MAY_IMPORT} == set(PACKAGES)


@pytest.mark.parametrize("requirement", requirements(), ids=str)
def test_the_lock_answers_every_requirement(requirement: Requirement) -> None:
    version = locked().get(canonicalize_name(requirement.name))
    assert version, f"{requirement} is not in requirements.lock: run make lock"
    assert requirement.specifier.contains(version), (
        f"the lock has {version}, wanted is {requirement}: run make lock"
    )


@pytest.mark.parametrize("requirement", requirements(), ids=str)
def test_every_dependency_has_its_reason(requirement: Requirement) -> None:
    reasons = (ROOT / "docs" / "adr" / "0004-dependencies.md").read_text("utf-8").lower()
    assert re.search(rf"\b{re.escape(requirement.name.lower())}\b", reasons)


def test_every_pin_of_the_lock_has_a_hash() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    blocks = re.split(r"^(?=[\w.-]+==)", text, flags=re.MULTILINE)[1:]
    assert len(blocks) == len(locked())
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_lock_names_no_address() -> None:
    text = (ROOT / "requirements.lock").read_text("utf-8")
    assert re.findall(r"\S*://\S*|--\S*(?:index|find-links)\S*", text) == []


def test_pyside_stays_below_the_version_that_aborts() -> None:
    (pyside,) = (requirement for requirement in requirements() if requirement.name == "PySide6")
    assert not pyside.specifier.contains("6.12.0")
    assert locked()["pyside6"] == locked()["pyside6-essentials"] == locked()["pyside6-addons"]


# --- what is committed ----------------------------------------------------------------------------

NOT_COMMITTED = {".git", ".venv", "out", "build", "dist", "__pycache__"}
REGISTRIES = [  # in two halves, so that this file passes its own test
    "pypi." + "org",
    "python" + "hosted.org",
    "npm" + "js.org",
    "deb.debian" + ".org",
    "tuna.tsinghua" + ".edu.cn",
    "mirrors.aliyun" + ".com",
]


def committed(folder: Path = ROOT) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name in NOT_COMMITTED or path.name.endswith(("_cache", ".egg-info", ".hypothesis")):
            continue
        if path.is_dir():
            yield from committed(path)
        else:
            yield path


def test_no_file_names_a_registry_or_somebodys_folder() -> None:
    unwanted = [re.escape(host) for host in REGISTRIES] + [
        r"/home/\w+/",
        r"/Users/\w+/",
        r"[A-Z]:\\+Users\\+\w+\\",
    ]
    if ROOT.parts[1] not in ("opt", "srv", "usr"):  # where the guides may tell people to install
        unwanted.append(re.escape(f"{ROOT}/"))
    pattern = re.compile("|".join(unwanted).encode())
    found = {path: match[0] for path in committed() if (match := pattern.search(path.read_bytes()))}
    assert found == {}


def test_every_decision_is_numbered_once_and_listed() -> None:
    folder = ROOT / "docs" / "adr"
    records = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert [int(name[:4]) for name in records] == list(range(1, len(records) + 1))
    listed = re.findall(r"\]\((\d{4}-[\w-]+\.md)\)", (folder / "README.md").read_text("utf-8"))
    assert listed == records


def test_the_changelog_knows_the_version() -> None:
    headings = re.findall(r"^## \[.+$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert PROJECT["project"]["version"] in headings[0]


def test_what_the_system_must_have_is_well_formed() -> None:
    lines = (ROOT / "deploy" / "system-packages.txt").read_text("utf-8").splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    for package, kind, what, needed_for in rows:
        assert kind in ("lib", "font", "cmd"), package
        assert (".so." in what) == (kind == "lib"), package
        assert needed_for in ("run", "test"), package
    assert len({row[0] for row in rows}) == len(rows)
