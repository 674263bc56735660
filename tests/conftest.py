"""What all tests share: a place of their own, and the real parts they work with."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZipFile

import hypothesis
import pytest

from reader.paths import Paths, paths

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

pytest_plugins = ["tests.guard", "pytester"]

# Timing belongs to the benchmarks, so no deadline. LESEPULT_FULL=1 searches longer.
hypothesis.settings.register_profile("quick", deadline=None, max_examples=50)
hypothesis.settings.register_profile("full", deadline=None, max_examples=2000)
hypothesis.settings.load_profile("full" if os.environ.get("LESEPULT_FULL") else "quick")


def pytest_configure(config: pytest.Config) -> None:
    """One language, no screen, and a home that is nobody's."""
    home = tempfile.TemporaryDirectory(prefix="lesepult-home-")
    config.add_cleanup(home.cleanup)
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("LANGUAGE", None)
    os.environ.update(LANG="C.UTF-8", LC_ALL="C.UTF-8", HOME=home.name)
    for name in ("DATA", "CACHE", "CONFIG", "STATE"):
        os.environ[f"XDG_{name}_HOME"] = str(Path(home.name) / name.lower())
    runtime = Path(home.name) / "run"
    runtime.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)


@pytest.fixture(scope="session")
def app() -> QApplication:
    """The one application that Qt allows a process."""
    from PySide6.QtWidgets import QApplication

    running = QApplication.instance()
    return running if isinstance(running, QApplication) else QApplication(["lesepult"])


@pytest.fixture
def profile(tmp_path: Path) -> Paths:
    """An empty profile."""
    return paths(tmp_path / "profile")


@pytest.fixture(scope="session")
def article() -> Iterator[Path]:
    """The bundled article."""
    with as_file(files("reader.seeds") / "schuetzenpanzer.txt") as path:
        yield path


@pytest.fixture(scope="session")
def package_file() -> Iterator[Path]:
    """The bundled Argos package as it is shipped."""
    model = files("reader.resources") / "model" / "translate-de_en-0_1.argosmodel"
    with as_file(model) as path:
        yield path


@pytest.fixture(scope="session")
def package_folder(package_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled Argos package unpacked, once for all tests, which only read it."""
    folder = tmp_path_factory.mktemp("package")
    with ZipFile(package_file) as archive:
        archive.extractall(folder)
    (inside,) = folder.iterdir()
    return inside
