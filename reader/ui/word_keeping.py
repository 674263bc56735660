"""Where a word that was looked up is put into the word list, with its meaning."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.errors import KnownError
from reader.model import Word
from reader.services.word_list import WordList
from reader.services.words import Finding
from reader.ui.widgets import TITLE, label

# Where a meaning comes from, the best first.
SENTENCE, DICTIONARY, ALONE = "sentence", "dictionary", "alone"


class WordKeeping(QWidget):
    """The meaning, proposed and to be written over, and the button that keeps the word.

    A word that was kept with a proposed meaning gets a better one that comes later; both
    are one step for undo.
    """

    trouble = Signal(object)  # KnownError
    kept = Signal(object)  # Word

    def __init__(self, words: WordList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._finding: Finding | None = None
        self._proposals: dict[str, str] = {}
        self._kept_with: str | None = None  # the proposal that was taken as it was
        self._meaning = QLineEdit()
        self._meaning.setPlaceholderText(self.tr("Meaning"))
        self._meaning.setAccessibleName(self.tr("Meaning for the word list"))
        self._meaning.returnPressed.connect(self.keep)
        self._meaning.editingFinished.connect(self._save)
        self._button = QPushButton()
        self._button.clicked.connect(self._pressed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(4)
        column.addWidget(label(self.tr("Word list"), TITLE))
        column.addWidget(self._meaning)
        column.addWidget(self._button, 0, Qt.AlignmentFlag.AlignLeft)
        words.changed.connect(self._show)
        self._show()

    def begin(self, finding: Finding | None) -> None:
        """Turn to another word, or to none."""
        self._finding = finding
        self._proposals = {}
        self._kept_with = None
        self._meaning.clear()
        self._meaning.setModified(False)
        self._show()

    def take(self, finding: Finding) -> None:
        """The same word, of which more is known."""
        self._finding = finding

    def propose(self, source: str, meaning: str) -> None:
        """A meaning from the sentence, a dictionary or the model."""
        self._proposals[source] = meaning
        if self._meaning.isModified():
            return
        kept, best = self._kept, self._proposal
        if kept is None:
            self._meaning.setText(best)
        elif kept.meaning == self._kept_with and best != kept.meaning:
            self._kept_with = best
            self._set(kept, best)

    def keep(self) -> None:
        """Put the word into the list, or save its new meaning where it is in it."""
        finding = self._finding
        if finding is None:
            return
        if self._kept is not None:
            self._save()
            return
        meaning = self._meaning.text().strip()
        self._kept_with = None if self._meaning.isModified() else meaning
        try:
            self.kept.emit(self._words.add(finding.draft, meaning))
        except KnownError as error:
            self.trouble.emit(error)

    def _pressed(self) -> None:
        kept = self._kept
        if kept is None:
            self.keep()
            return
        try:
            self._words.delete([kept])
        except KnownError as error:
            self.trouble.emit(error)

    def _save(self) -> None:
        kept = self._kept
        if kept is not None and self._meaning.isModified():
            self._set(kept, self._meaning.text())

    def _set(self, word: Word, meaning: str) -> None:
        try:
            self._words.set_meaning(word, meaning, merge=word.id)
        except KnownError as error:
            self.trouble.emit(error)

    @property
    def _kept(self) -> Word | None:
        if self._finding is None:
            return None
        draft = self._finding.draft
        return self._words.kept(draft.lemma, draft.part)

    @property
    def _proposal(self) -> str:
        found = (self._proposals.get(source, "") for source in (SENTENCE, DICTIONARY, ALONE))
        return next(filter(None, found), "").strip()

    def _show(self) -> None:
        """What the list has now."""
        kept = self._kept
        self._button.setText(
            self.tr("Add to Word List") if kept is None else self.tr("Remove from Word List")
        )
        if kept is not None and not self._meaning.hasFocus():
            self._meaning.setText(kept.meaning)
        elif kept is None and not self._meaning.isModified():
            self._meaning.setText(self._proposal)
        if not self._meaning.hasFocus():
            self._meaning.setModified(False)
