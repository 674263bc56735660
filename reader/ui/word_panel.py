"""One German word: what it is, what it means, and where else in the text it stands."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reader.model import Kind
from reader.services.words import Entries, Finding, Place, WordLookUp
from reader.ui.page import TypeStyle
from reader.ui.widgets import FAINT, TITLE, label
from reader.ui.wording import part_of_speech

if TYPE_CHECKING:
    from reader.words.lemma import Word

ENTRIES_SHOWN = 12
HEADWORD_SCALE = 1.5


class WordPanel(QScrollArea):
    """Shows what a look-up found, from the nearest meaning to the farthest place."""

    place_wanted = Signal(object)  # Place

    def __init__(
        self, look_up: WordLookUp, style: TypeStyle, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._style = style
        self._alone = label("", wrap=True)
        self._word: Word | None = None
        self._entries = QVBoxLayout()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        look_up.began.connect(self._show_beginning)
        look_up.found.connect(self.show_finding)
        look_up.explained.connect(self._show_entries)
        look_up.nothing.connect(self.show_nothing)
        look_up.translated.connect(self._show_alone)
        self.show_nothing()

    def set_type_style(self, style: TypeStyle) -> None:
        self._style = style

    def show_nothing(self) -> None:
        """Say how a word is looked up."""
        self._word = None
        column = self._page()
        words = self.tr(
            "No word chosen.\n\nDouble click a German word, or put the caret into it and press W."
        )
        column.addWidget(label(words, FAINT, wrap=True))
        column.addStretch(1)

    def show_finding(self, finding: Finding) -> None:
        """Show all that is known of a word."""
        self._word = finding.word
        column = self._page()
        word = finding.word
        head = self._text(word.lemma)
        font = self._style.font(Kind.TEXT)
        font.setPointSizeF(font.pointSizeF() * HEADWORD_SCALE)
        head.setFont(font)
        column.addWidget(head)
        form = word.text
        if word.particle is not None:
            form += f" … {word.particle.of(finding.sentence)}"
        facts = [part_of_speech(word.kind), form if form != word.lemma else ""]
        if word.parts:
            facts.append(" + ".join(lemma for _, lemma in word.parts))
        column.addWidget(label("  ·  ".join(filter(None, facts)), FAINT, wrap=True))
        self._alone = self._text("")
        self._section(column, self.tr("By itself"), self._alone)
        sentence = self._text(finding.sentence)
        self._section(column, self.tr("In this sentence"), sentence)
        if finding.english:
            english = self._text(finding.english)
            english.setObjectName(FAINT)
            column.addWidget(english)
        self._entries = QVBoxLayout()
        self._entries.addSpacing(10)
        self._entries.addWidget(label(self.tr("Looking into the dictionaries …"), FAINT))
        column.addLayout(self._entries)
        self._add_places(column, finding)
        column.addStretch(1)
        self.verticalScrollBar().setValue(0)

    def _show_alone(self, lemma: str, english: str) -> None:
        if self._word is not None and self._word.lemma == lemma:
            self._alone.setText(english)

    def _show_beginning(self) -> None:
        self._word = None
        column = self._page()
        column.addWidget(label(self.tr("Looking up …"), FAINT))
        column.addStretch(1)

    def _show_entries(self, entries: Entries) -> None:
        column = self._entries
        while (item := column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        title = ""
        for name, entry in entries[:ENTRIES_SHOWN]:
            if name != title:
                column.addSpacing(10)
                column.addWidget(label(name, TITLE, wrap=True))
                title = name
            column.addWidget(self._text(entry.text))
        if not entries:
            words = self.tr(
                "No dictionary has it. Dictionaries in the StarDict, dictd and Ding formats are "
                "found by themselves once they are installed, such as Debian's "
                "dict-freedict-deu-eng and trans-de-en."
            )
            column.addSpacing(10)
            column.addWidget(label(words, FAINT, wrap=True))

    def _add_places(self, column: QVBoxLayout, finding: Finding) -> None:
        if len(finding.places) < 2:
            return
        column.addSpacing(10)
        column.addWidget(label(self.tr("Elsewhere in this text"), TITLE))
        for place in finding.places:
            if place.text != finding.sentence:
                button = QPushButton(_short(place.text))
                button.setToolTip(place.text)
                button.setFlat(True)
                button.setObjectName("place")
                button.clicked.connect(partial(self._go, place))
                column.addWidget(button)

    def _go(self, place: Place, *_: object) -> None:
        self.place_wanted.emit(place)

    def _section(self, column: QVBoxLayout, title: str, body: QWidget) -> None:
        column.addSpacing(10)
        column.addWidget(label(title, TITLE))
        column.addWidget(body)

    def _text(self, text: str) -> QLabel:
        made = label(text, wrap=True)
        made.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        return made

    def _page(self) -> QVBoxLayout:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 12, 16, 16)
        column.setSpacing(4)
        self.setWidget(page)
        return column


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59] + "…"
