"""What a window shows until its parts are loaded: the page as it was left.

Loading them takes a few times as long as it takes Qt to show a window. What is clicked or
typed meanwhile waits, and comes to the text.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

from reader.errors import KnownError
from reader.files import write_whole

if TYPE_CHECKING:
    from PySide6.QtGui import QColor, QPaintEvent

LONGEST_MS = 2_000
"""Once all is loaded; a text that comes even later comes upon an empty page."""

LARGEST = 1 << 14  # pixels, more than any window has: so it need not follow when it is resized

FORMAT = QImage.Format.Format_RGB32

FOLLOWS = "follows the desktop"  # in being light or dark


class FirstSight(QWidget):
    """Lies upon a window that is still empty.

    `painted` tells that it can be seen, and `left` that it is gone.
    A window that is not as large as its picture, or that is to show another text, has its
    colour alone; not even that where the desktop has become dark since, or light.
    """

    painted = Signal()
    left = Signal()

    def __init__(self, window: QWidget, picture: QImage, *, same_text: bool) -> None:
        super().__init__(window)
        self._window = window
        self._same_text = same_text
        self._picture = picture if self._suits_desktop(picture) else QImage()
        self.resize(LARGEST, LARGEST)
        self.show()

    def leave(self) -> None:
        """Let see what is below it, for good."""
        if not self.isHidden():
            self.hide()
            self._picture = QImage()
            self.left.emit()

    def wait(self) -> None:
        """To be called when all is loaded: lets the program run until the text is there.

        That is, until it shall leave, but not for long.
        """
        from PySide6.QtCore import QEventLoop, QTimer

        self.raise_()
        QTimer.singleShot(LONGEST_MS, self, self.leave)
        loop = QEventLoop()
        self.left.connect(loop.quit)
        if not self.isHidden():
            loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._picture.isNull():
            painter = QPainter(self)
            # Filling with a colour instead would load all of `Qt`.
            painter.drawImage(event.rect(), self._picture.copy(0, 0, 1, 1))
            scale = self.devicePixelRatioF()
            if self._same_text and self._picture.size() == self._window.size() * scale:
                self._picture.setDevicePixelRatio(scale)
                painter.drawImage(QPoint(), self._picture)
            painter.end()
        self.painted.emit()

    def _suits_desktop(self, picture: QImage) -> bool:
        if picture.isNull() or not picture.text(FOLLOWS):
            return True
        return _dark(picture.pixelColor(0, 0)) == _dark(self.palette().window().color())


def keep(window: QWidget, file: Path, *, follows: bool) -> None:
    """Keep what a window shows, and whether it `follows` the desktop in being light or dark.

    As bare pixels: to decode a picture takes longer than all else that is done here. Where
    it cannot be kept, the next start is without.
    """
    picture = window.grab().toImage().convertToFormat(FORMAT)
    head = {"width": picture.width(), "height": picture.height(), FOLLOWS: follows}
    with suppress(KnownError, OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, json.dumps(head).encode() + b"\n" + bytes(picture.constBits()))


def take(file: Path) -> QImage:
    """What was kept, once: after a crash nothing is better than an old page."""
    try:
        head, _, pixels = file.read_bytes().partition(b"\n")
        file.unlink()
        values = json.loads(head)
        width, height = values["width"], values["height"]
        if len(pixels) != 4 * width * height:
            return QImage()
        picture = QImage(pixels, width, height, FORMAT).copy()  # the bytes do not live as long
        picture.setText(FOLLOWS, "yes" if values[FOLLOWS] else "")
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return QImage()
    return picture


def _dark(colour: QColor) -> bool:
    return colour.lightnessF() < 0.5
