"""What the layers of import-linter cannot say of the architecture."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import grimp
import pytest

import reader

PACKAGE = Path(reader.__file__).parent
# What a reader would wait for before the first paint.
HEAVY = {"argostranslate", "ctranslate2", "lxml", "numpy", "onnxruntime", "sentencepiece"}


@pytest.fixture(scope="module")
def graph() -> grimp.ImportGraph:
    return grimp.build_graph("reader", cache_dir=None)


@pytest.mark.parametrize("seam", ["formats", "engines", "exporters", "words.dictionaries"])
def test_files_of_a_seam_do_not_know_each_other(graph: grimp.ImportGraph, seam: str) -> None:
    """Adding or removing one touches no other; what they share has a name with an underscore."""
    package = f"reader.{seam}"
    files = {name for name in graph.find_children(package) if not name.startswith(f"{package}._")}
    assert files
    for file in files:
        assert graph.find_modules_directly_imported_by(file).isdisjoint(files)


def test_services_have_no_widgets() -> None:
    """PySide6 is one library to import-linter."""
    for file in (PACKAGE / "services").glob("*.py"):
        assert re.findall(r"QtWidgets|QtGui", file.read_text("utf-8")) == [], file


def test_one_module_knows_the_networks_of_qt() -> None:
    """And of them only the sockets of the local system, which lead nowhere else."""
    knowing = {
        file.relative_to(PACKAGE).as_posix(): set(re.findall(r"QtNetwork import (.+)", text))
        for file in PACKAGE.rglob("*.py")
        if "QtNetwork" in (text := file.read_text("utf-8"))
    }
    local = {"QLocalServer, QLocalSocket", "QLocalServer", "QLocalSocket"}
    assert knowing == {"services/second_start.py": local}


def test_modules_stay_small() -> None:
    lengths = {
        str(file.relative_to(PACKAGE)): len(file.read_text("utf-8").splitlines())
        for file in PACKAGE.rglob("*.py")
    }
    assert {name: length for name, length in lengths.items() if length > 400} == {}


@pytest.mark.parametrize(
    ("module", "unwanted"),
    [
        ("reader.app", HEAVY),
        ("reader.cli", HEAVY | {"PySide6"}),
        ("reader.translation.host", {"PySide6"}),
    ],
)
def test_start_loads_only_what_it_needs(module: str, unwanted: set[str]) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert unwanted & set(loaded) == set()
