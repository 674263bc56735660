"""The window on a display of twice the scale: everything as large, and twice as sharp."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

LOOK = """
import json, sys
from pathlib import Path
from reader.app import App, make_application
from reader.paths import paths
from tests.qt import settle, wait_for

make_application()
folder = Path(sys.argv[1])
app = App(paths(folder), folder)
window, view = app.window, app.window.view
app.begin(None)
window.resize(700, 600)
wait_for(lambda: app.session.entry is not None, "the text")
window.side.show_page(window.panel)
wait_for(lambda: not view.typesetter.hyphenation.waiting, "where words break")
settle(100)
window.grab().save(str(folder / "picture.png"))
print(json.dumps({
    "scale": window.devicePixelRatioF(),
    "size": [window.width(), window.height()],
    "rows": [view.rowHeight(row) for row in range(4)],
    "least": [window.minimumSizeHint().width(), window.minimumSizeHint().height()],
}))
app.quit()
app.close()
"""


def look(folder: Path, scale: int) -> tuple[dict[str, Any], QImage]:
    done = subprocess.run(
        [sys.executable, "-c", LOOK, str(folder)],
        env=os.environ | {"QT_SCALE_FACTOR": str(scale), "QT_QPA_PLATFORM": "offscreen"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout), QImage(str(folder / "picture.png"))


def ink(picture: QImage, darker_than: int = 128) -> float:
    """The share of pixels that are darker than that, of 255."""
    small = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = bytes(small.constBits())
    return sum(value < darker_than for value in pixels) / len(pixels)


def test_at_twice_the_scale_the_page_is_the_same_and_sharper(tmp_path: Path) -> None:
    once, plain = look(tmp_path / "1", 1)
    twice, sharp = look(tmp_path / "2", 2)
    assert (once["scale"], twice["scale"]) == (1, 2)
    assert twice["size"] == once["size"]
    assert (sharp.width(), sharp.height()) == (2 * plain.width(), 2 * plain.height())
    for row, other in zip(once["rows"], twice["rows"], strict=True):
        assert abs(row - other) <= 1
    for least, other in zip(once["least"], twice["least"], strict=True):
        assert abs(least - other) <= 2
    assert abs(ink(sharp) - ink(plain)) < 0.01
    # Letters drawn anew have edges that a small picture made larger has not.
    smooth = Qt.TransformationMode.SmoothTransformation
    larger = plain.scaled(sharp.size(), mode=smooth)
    assert ink(sharp, 60) > 1.05 * ink(larger, 60)
