"""A line across the window that says what went wrong and what can be done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from reader.ui.widgets import label, tell, tool_button

MOST_LINES = 5  # messages


class Banner(QFrame):
    """Shows one message at a time; it stays until it is closed or no longer true."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._act: Callable[[], None] | None = None
        self._lasting = False
        self._label = label(wrap=True)
        self._label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._button = QPushButton()
        self._button.clicked.connect(self._pressed)
        self._other = QPushButton()
        self._other.clicked.connect(self._other_pressed)
        self._other_act: Callable[[], None] | None = None
        self._close = tool_button(self.tr("Close message"), "close")
        self._close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self._label, 1)
        layout.addWidget(self._button)
        layout.addWidget(self._other)
        layout.addWidget(self._close)
        self.hide()

    @property
    def message(self) -> str:
        """What is shown now, "" while nothing is."""
        return "" if self.isHidden() else self._label.text()

    def say(
        self,
        message: str,
        action: str = "",
        act: Callable[[], None] | None = None,
        *,
        other: tuple[str, Callable[[], None]] | None = None,
        lasting: bool = False,
        also: bool = False,
    ) -> None:
        """Show a message, with a button if there is something to do about it, or two.

        A lasting one is about the whole program, not about the open document. One that is
        said `also` stands below what is said already.
        """
        before = self.message.splitlines() if also else []
        message = "\n".join([*(line for line in before if line != message), message][-MOST_LINES:])
        self._lasting = lasting
        self._other_act = None if other is None else other[1]
        self._other.setText("" if other is None else other[0])
        self._other.setVisible(other is not None)
        self._label.setText(message)
        self._act = act
        self._button.setText(action)
        self._button.setVisible(act is not None)
        self.setAccessibleName(message)
        self.show()
        tell(self, message)

    def clear(self) -> None:
        """Take away what is about a document that is no longer open."""
        if not self._lasting:
            self.hide()

    def _pressed(self) -> None:
        self._do(self._act)

    def _other_pressed(self) -> None:
        self._do(self._other_act)

    def _do(self, act: Callable[[], None] | None) -> None:
        self.hide()
        if act is not None:
            act()
