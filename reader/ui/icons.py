"""The program's own line icons, drawn in the colour of the theme."""

from __future__ import annotations

import importlib.resources

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QIconEngine, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer

FOLDER = importlib.resources.files("reader.resources") / "icons"


def app_icon() -> QIcon:
    """The program's mark, in its own colours."""
    image = QPixmap()
    image.loadFromData((FOLDER / "lesepult.svg").read_bytes(), "svg")
    return QIcon(image)


def icon(name: str) -> QIcon:
    """The line icon of that name; it takes the text colour at the time it is painted."""
    return QIcon(_LineIcon((FOLDER / f"{name}.svg").read_text(encoding="utf-8")))


class _LineIcon(QIconEngine):
    """An SVG whose `currentColor` is the palette's, sharp at every scale."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self._source = source

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        group = (
            QPalette.ColorGroup.Disabled
            if mode is QIcon.Mode.Disabled
            else QPalette.ColorGroup.Active
        )
        colour = QGuiApplication.palette().color(group, QPalette.ColorRole.WindowText)
        svg = self._source.replace("currentColor", colour.name())
        QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(rect))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return pixmap

    def clone(self) -> QIconEngine:
        return _LineIcon(self._source)
