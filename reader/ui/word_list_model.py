"""Kept words as a table: the word, and its meaning, which can be written over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal

from reader.errors import KnownError
from reader.model import Entry, Fit, Word
from reader.services.word_list import WordList
from reader.ui.paragraph_model import Index
from reader.ui.wording import part_named

WORD_ROLE = Qt.ItemDataRole.UserRole
LEMMA, MEANING = range(2)


class Order(StrEnum):
    """How the list is sorted."""

    NEWEST = "newest"
    ALPHABET = "alphabet"
    PLACE = "place"


class WordListModel(QAbstractTableModel):
    """The words to show, in their order; a meaning that is written goes into the store."""

    trouble = Signal(object)  # KnownError

    def __init__(self, words: WordList, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._shown: tuple[Word, ...] = ()
        self._entries: Mapping[str, Entry] = {}

    def show_words(self, words: Sequence[Word], entries: Mapping[str, Entry]) -> None:
        """Show these; `entries` are the documents of words that are not the open one's."""
        same = [word.id for word in words] == [word.id for word in self._shown]
        if same and words:
            self._shown, self._entries = tuple(words), entries
            self.dataChanged.emit(self.index(0, 0), self.index(len(words) - 1, MEANING))
            return
        self.beginResetModel()
        self._shown, self._entries = tuple(words), entries
        self.endResetModel()

    def word(self, row: int) -> Word:
        return self._shown[row]

    def row_of(self, word_id: str) -> int:
        """The row of that word, -1 when it is not shown."""
        return next((row for row, word in enumerate(self._shown) if word.id == word_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else 2

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == MEANING else flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Word"), self.tr("Meaning"))[section]
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        word = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return word.lemma if index.column() == LEMMA else word.meaning
            case Qt.ItemDataRole.ToolTipRole | Qt.ItemDataRole.AccessibleDescriptionRole:
                return self.describe(word)
            case _ if role == WORD_ROLE:
                return word
            case _:
                return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or index.column() != MEANING:
            return False
        try:
            self._words.set_meaning(self._shown[index.row()], str(value))
        except KnownError as error:
            self.trouble.emit(error)
            return False
        return True

    def describe(self, word: Word) -> str:
        """What is known of a word beside its meaning, in lines."""
        lines = [part_named(word.part), word.sentence, word.partner]
        if (entry := self._entries.get(word.document)) is not None:
            lines.append(self.tr("In: {0}").format(entry.title))
        if word.fit is Fit.ORPHAN:
            lines.append(self.tr("Its place is lost: the text has changed."))
        return "\n".join(filter(None, lines))
