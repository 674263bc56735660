"""Tags as a reader types them: words or phrases with commas between."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from reader.ui.widgets import label

LONGEST = 60  # characters of a tag


def tags_of(text: str) -> tuple[str, ...]:
    """The tags in what was typed; each of them once, however it is written."""
    found: dict[str, str] = {}
    for part in text.split(","):
        tag = " ".join(part.split()).lstrip("#")[:LONGEST].strip()
        if tag:
            found.setdefault(tag.casefold(), tag)
    return tuple(found.values())


def tags_text(tags: Iterable[str]) -> str:
    """The other way round."""
    return ", ".join(tags)


class TagLine(QLineEdit):
    """A line for tags; it completes the one that is being typed from those in use."""

    def __init__(self, known: Callable[[], Iterable[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._known = known
        self._names = QStringListModel(self)
        completer = _LastPart(self._names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(completer)

    def tags(self) -> tuple[str, ...]:
        return tags_of(self.text())

    def set_tags(self, tags: Iterable[str]) -> None:
        self.setText(tags_text(tags))
        self.setCursorPosition(0)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._names.setStringList(sorted(self._known(), key=str.casefold))
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.ignore()
            return
        super().keyPressEvent(event)


class TagDialog(QDialog):
    """Asks for tags; `about` says whose, `tags` are those they have, `known` all there are."""

    def __init__(
        self, about: str, tags: Iterable[str], known: Iterable[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Tags"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.line = TagLine(lambda: known)
        self.line.set_tags(dict.fromkeys(tags))
        self.line.setMinimumWidth(360)
        self.line.setAccessibleName(about)
        both = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(both.Ok | both.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(label(about))
        layout.addWidget(self.line)
        layout.addWidget(buttons)


class _LastPart(QCompleter):
    """Completes what stands after the last comma."""

    def splitPath(self, path: str) -> list[str]:
        return [path.rpartition(",")[2].strip()]

    def pathFromIndex(self, index: QModelIndex | QPersistentModelIndex) -> str:
        chosen = super().pathFromIndex(index)
        line = self.widget()
        assert isinstance(line, QLineEdit)
        before, comma, _ = line.text()[: line.cursorPosition()].rpartition(",")
        return f"{before}{comma} {chosen}" if comma else chosen
