"""Brings the translations of the interface up to date with its texts, and packs them.

python packaging/translations.py            texts into resources/i18n/*.ts, and those into .qm
"""

from __future__ import annotations

import ast
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "i18n"
SCRIPTS = Path(sys.executable).parent


def phrases() -> Iterator[str]:
    """The patterns of all phrases of the core, which knows no Qt."""
    for file in sorted((ROOT / "reader").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            match node:
                case ast.Call(
                    func=ast.Name(id="Phrase"), args=[ast.Constant(value=str(pattern)), *_]
                ):
                    yield pattern
                case ast.Call(func=ast.Name(id="Phrase")) if file.name != "phrases.py":
                    raise SystemExit(f"{file}:{node.lineno}: the pattern is not written out")
                case _:
                    pass


def collect(folder: Path) -> None:
    """Write the .ts files of that folder anew, with the translations that they have."""
    with tempfile.TemporaryDirectory() as temporary:
        core = Path(temporary) / "phrases.py"
        core.write_text(
            "from PySide6.QtCore import QCoreApplication\n"
            + "".join(
                f'QCoreApplication.translate("Phrases", {_quoted(pattern)})\n'
                for pattern in sorted(set(phrases()))
            ),
            "utf-8",
        )
        files = [
            str(file)
            for part in ("services", "ui")
            for file in sorted((ROOT / "reader" / part).rglob("*.py"))
        ]
        for language, options in (("de", []), ("en", ["-pluralonly"])):
            target = folder / f"lesepult_{language}.ts"
            _run(
                "pyside6-lupdate", *files, str(core), "-ts", str(target), "-no-obsolete",
                "-locations", "none", "-source-language", "en", "-target-language", language,
                *options,
            )  # fmt: skip


def pack(folder: Path, target: Path) -> None:
    """Make the files that the program loads of the .ts files."""
    for file in sorted(folder.glob("*.ts")):
        _run("pyside6-lrelease", str(file), "-qm", str(target / f"{file.stem}.qm"))


def _quoted(text: str) -> str:
    """As a Python string in double quotes on one line, which lupdate can read."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'


def _run(program: str, *arguments: str) -> None:
    done = subprocess.run(
        [SCRIPTS / program, *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{program}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    collect(FOLDER)
    pack(FOLDER, FOLDER)
