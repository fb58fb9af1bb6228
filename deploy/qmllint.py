"""Run qmllint over the house's QML; a warning fails.

qmllint does not know the types that Python registers with ``@QmlElement``, so every member of a view-model
would be "not found". Their descriptions are made first, from the Python source, into ``build/qml``.

    .venv/bin/python deploy/qmllint.py [FOLDER ...]      exit: 0 clean or no QML at all, 1 warnings
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

ROOMS = ("kiosk", "display", "core")
BUILD = Path("build/qml")
TOOLS = Path(sys.executable).parent
IMPORT_NAME = re.compile(r'^QML_IMPORT_NAME\s*=\s*"([\w.]+)"', re.MULTILINE)
MODULE_LINE = re.compile(r"^module\s+([\w.]+)", re.MULTILINE)


def main(folders: list[Path]) -> int:
    """Lint the QML files below ``folders``."""
    files = sorted(file for folder in folders for file in folder.rglob("*.qml"))
    if not files:
        print("qmllint: no QML files")
        return 0
    shutil.rmtree(BUILD, ignore_errors=True)
    written = dict(_qml_modules(folders))
    described = _python_modules(folders)
    for module, sources in described.items():
        _describe(module, sources, written.get(module))
    paths = [BUILD, *sorted({_import_path(module, folder) for module, folder in written.items()})]
    options = [word for path in paths for word in ("-I", str(path))]
    if not _run("qmllint", "--max-warnings", "0", *options, *map(str, files)):
        return 1
    print(f"qmllint: {len(files)} files, no warnings")
    return 0


def _qml_modules(folders: Iterable[Path]) -> Iterable[tuple[str, Path]]:
    for folder in folders:
        for qmldir in folder.rglob("qmldir"):
            if found := MODULE_LINE.search(qmldir.read_text("utf-8")):
                yield found[1], qmldir.parent


def _python_modules(folders: Iterable[Path]) -> dict[str, list[Path]]:
    modules: dict[str, list[Path]] = defaultdict(list)
    for folder in folders:
        for source in sorted(folder.rglob("*.py")):
            if found := IMPORT_NAME.search(source.read_text("utf-8")):
                modules[found[1]].append(source)
    return modules


def _import_path(module: str, folder: Path) -> Path:
    """Return the folder in which QML looks for ``module``: as many levels up as its name has parts."""
    return folder.parents[module.count(".")]


def _describe(module: str, sources: list[Path], written: Path | None) -> None:
    """Write the module's ``types.qmltypes``, beside a copy of its QML files where it has some as well."""
    target = BUILD.joinpath(*module.split("."))
    if written:
        shutil.copytree(written, target)
    target.mkdir(parents=True, exist_ok=True)
    classes = target / "classes.json"
    if not _run("metaobjectdump", "-o", str(classes), *map(str, sources)):
        raise SystemExit(
            f"qmllint: the types of {module} could not be read from {', '.join(map(str, sources))}"
        )
    version = ("--import-name", module, "--major-version", "1", "--minor-version", "0")
    registrations = target / "registrations.cpp"
    types = target / "types.qmltypes"
    _run(
        "qmltyperegistrar",
        "--generate-qmltypes",
        str(types),
        *version,
        "-o",
        str(registrations),
        str(classes),
    )
    with (target / "qmldir").open("a", encoding="utf-8") as qmldir:
        qmldir.write(
            "typeinfo types.qmltypes\n"
            if written
            else f"module {module}\ntypeinfo types.qmltypes\ndepends QtQuick\n"
        )


def _run(tool: str, *arguments: str) -> bool:
    """Run a tool of PySide6; its output is shown only where it failed, as it also talks when all is well."""
    command = [str(TOOLS / f"pyside6-{tool}"), *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    if ended.returncode:
        print(ended.stdout + ended.stderr, file=sys.stderr)
    return ended.returncode == 0


if __name__ == "__main__":
    sys.exit(main([Path(name) for name in sys.argv[1:] or ROOMS]))
