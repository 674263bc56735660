"""What the page draws besides its paragraphs."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from reader.ui.page import Mode
from tests.qt import settle
from tests.ui.conftest import Reading


@pytest.mark.parametrize("mode", Mode)
def test_the_rule_goes_on_below_the_end(reading: Reading, tmp_path: Path, mode: Mode) -> None:
    file = tmp_path / "kurz.txt"
    file.write_text("Ein kurzer Text.\n\nMehr steht hier nicht.\n", "utf-8")
    reading.start(file)
    reading.view.set_mode(mode)
    settle()
    picture = reading.view.viewport().grab().toImage()
    rule = QColor(reading.view.type_style.theme.rule)
    column = round(reading.view.page.width * reading.view.page.ratio)
    seen = {y for y in range(picture.height()) if picture.pixelColor(column, y) == rule}
    assert seen == (set(range(picture.height())) if mode is Mode.SIDE_BY_SIDE else set())
