"""The window of models, with real packages."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QTreeWidget

from reader.model import Side
from reader.packages.catalogue import KNOWN
from reader.ui.models_window import ModelsWindow
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading


@pytest.fixture
def models(at_desk: Reading) -> ModelsWindow:
    at_desk.window.show_models()
    settle()
    window = at_desk.window.findChild(ModelsWindow)
    assert isinstance(window, ModelsWindow)
    return window


def button(window: ModelsWindow, text: str) -> QPushButton:
    return next(b for b in window.findChildren(QPushButton) if text in b.text().replace("&", ""))


def told(window: ModelsWindow) -> str:
    return " ".join(label.text() for label in window.findChildren(QLabel))


def lists(window: ModelsWindow) -> tuple[QTreeWidget, QTreeWidget]:
    installed, offers = window.findChildren(QTreeWidget)
    return installed, offers


def test_what_is_here_and_what_can_be_had(models: ModelsWindow) -> None:
    installed, offers = lists(models)
    assert installed.topLevelItemCount() == 1
    row = installed.topLevelItem(0)
    assert row is not None
    assert "in use" in row.text(0)
    assert row.text(3) == "comes with Lesepult"
    offer = offers.topLevelItem(0)
    assert offer is not None
    assert offer.toolTip(0) == KNOWN.address


def test_a_damaged_package_is_refused_and_the_old_one_stays(
    at_desk: Reading, models: ModelsWindow, tmp_path: Path, package_file: Path
) -> None:
    broken = tmp_path / "broken.argosmodel"
    broken.write_bytes(package_file.read_bytes()[:500_000])
    at_desk.desk.models.install(broken)
    wait_for(lambda: "broken.argosmodel" in told(models), "the refusal")
    assert lists(models)[0].topLevelItemCount() == 1
    assert at_desk.translate(0).text


def test_removing_the_last_one_leaves_the_bundled_one(
    at_desk: Reading, models: ModelsWindow
) -> None:
    (package,) = at_desk.desk.models.installed()
    at_desk.desk.models.remove(package)
    wait_for(lambda: len(at_desk.desk.models.installed()) == 1, "the bundled one again")
    assert at_desk.translate(1).engine == package.engine
    assert at_desk.session.renderings.text(1, Side.TARGET)


def test_nothing_can_be_done_twice_at_once(at_desk: Reading, models: ModelsWindow) -> None:
    assert not button(models, "Cancel").isEnabled()
    assert button(models, "Download").isEnabled()
    assert button(models, "Install").isEnabled()
