"""Where a word that was looked up is put into the word list, with its meaning."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from reader.errors import KnownError
from reader.model import Word
from reader.services.word_list import WordList
from reader.services.words import Finding
from reader.ui.widgets import TITLE, label

# How long a word that is kept by key waits for its English words in the sentence.
PATIENCE_MS = 1500


class WordKeeping(QWidget):
    """The meaning, proposed and to be written over, and the button that keeps the word."""

    trouble = Signal(object)  # KnownError
    kept = Signal(object)  # Word

    def __init__(self, words: WordList, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._finding: Finding | None = None
        self._proposals: dict[str, str] = {}
        self._patience = QTimer(self, interval=PATIENCE_MS, singleShot=True)
        self._patience.timeout.connect(self.keep)
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
        """Turn to another word; one that was to be kept soon is kept now."""
        if self._patience.isActive():
            self.keep()
        self._patience.stop()
        self._finding = finding
        self._proposals = {}
        self._meaning.clear()
        self._meaning.setModified(False)
        self._show()

    def take(self, finding: Finding) -> None:
        """The same word, of which more is known."""
        self._finding = finding

    def propose(self, source: str, meaning: str) -> None:
        """A meaning from the sentence, a dictionary or the model, the best of them first."""
        self._proposals[source] = meaning
        if self._kept is None and not self._meaning.isModified():
            self._meaning.setText(self._proposal)
        if self._patience.isActive() and self._is_good:
            self._patience.stop()
            self.keep()

    def keep_soon(self) -> None:
        """Keep the word once the best there is of its meaning is known, or that takes too long."""
        if self._finding is None or self._kept is not None:
            return
        if self._is_good or self._meaning.isModified():
            self.keep()
        else:
            self._patience.start()

    def keep(self) -> None:
        """Put the word into the list, or save its new meaning where it is in it."""
        finding = self._finding
        if finding is None:
            return
        if self._kept is not None:
            self._save()
            return
        try:
            self.kept.emit(self._words.add(finding.draft, self._meaning.text()))
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
            try:
                self._words.set_meaning(kept, self._meaning.text())
            except KnownError as error:
                self.trouble.emit(error)

    @property
    def _is_good(self) -> bool:
        """Whether no better meaning than the proposed one is to come."""
        finding = self._finding
        waits = finding is not None and finding.pair is not None
        return bool(self._proposal) and (SENTENCE in self._proposals or not waits)

    @property
    def _kept(self) -> Word | None:
        if self._finding is None:
            return None
        draft = self._finding.draft
        return self._words.kept(draft.lemma, draft.part)

    @property
    def _proposal(self) -> str:
        found = (self._proposals.get(source, "") for source in (SENTENCE, DICTIONARY, ALONE))
        return next(filter(None, found), "")

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


# Where a meaning comes from, the nearest first.
SENTENCE, DICTIONARY, ALONE = "sentence", "dictionary", "alone"
