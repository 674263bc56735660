"""The small widgets that are made over and over."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QLabel, QToolButton, QWidget

from reader.ui.icons import icon

# Object names that the style sheet knows.
TITLE, FAINT, WARNING = "panel_title", "faint", "warning"
SWATCH = 18


def label(text: str = "", name: str = "", *, wrap: bool = False) -> QLabel:
    """A line or paragraph of plain text; what it shows is never taken for markup."""
    made = QLabel(text)
    made.setObjectName(name)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(wrap)
    return made


def set_size(window: QWidget, width: int, height: int) -> None:
    """Give a window that size, or what of it the screen has room for, frame included."""
    window.resize(QSize(width, height).boundedTo(window.screen().availableSize() * 0.9))


def tool_button(tip: str, symbol: str = "") -> QToolButton:
    """A flat button that says what it does to the mouse and to screen readers."""
    made = QToolButton()
    made.setAutoRaise(True)
    set_tip(made, tip)
    side = max(SWATCH, made.fontMetrics().height())
    made.setIconSize(QSize(side, side))
    if symbol:
        made.setIcon(icon(symbol))
    return made


def tell(widget: QWidget, message: str) -> None:
    """Have a screen reader say it now, whatever has the focus."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, message))


def set_tip(button: QAbstractButton, tip: str) -> None:
    """What a button without words says of itself."""
    button.setToolTip(tip)
    button.setAccessibleName(tip)
