"""One German word: what it is, what it means, and where else in the text it stands."""

from __future__ import annotations

from collections import Counter
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reader.model import Kind
from reader.services.word_list import WordList
from reader.services.word_places import Place
from reader.services.words import Entries, Finding, WordLookUp
from reader.ui.page import TypeStyle
from reader.ui.widgets import FAINT, TITLE, label
from reader.ui.word_keeping import ALONE, DICTIONARY, SENTENCE, WordKeeping
from reader.ui.word_markup import bold, breakable
from reader.ui.word_markup import entry as markup
from reader.ui.wording import part_of_speech

ENTRIES_SHOWN, LINES_SHOWN = 5, 4  # of a dictionary, and of an entry, at first
HEADWORD_SCALE, ROOMY = 1.5, 20  # of the text's size, for words of so many letters
SPACE = 10


class WordPanel(QScrollArea):
    """Shows what a look-up found, from the nearest meaning to the farthest place."""

    place_wanted = Signal(object)  # Place
    import_wanted = Signal()

    def __init__(
        self,
        look_up: WordLookUp,
        words: WordList,
        style: TypeStyle,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look_up = look_up
        self._style = style
        self._finding: Finding | None = None
        self._explained: Entries = []
        self._whole = False
        self._hint = label("", FAINT, wrap=True)
        self._head = _text()
        self._facts = label("", FAINT, wrap=True)
        self._matches = _text()
        self._sentence = _text()
        self._sentence.setTextFormat(Qt.TextFormat.RichText)
        self._english = _text(FAINT)
        self._alone = _text()
        self.keeping = WordKeeping(words)
        self._entries = QVBoxLayout()
        self._places = QVBoxLayout()
        self._body = self._build()
        self.setWidgetResizable(True)
        self.setObjectName("word")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Word"))
        look_up.began.connect(self._show_beginning)
        look_up.found.connect(self.show_finding)
        look_up.paired.connect(self._show_pair)
        look_up.matched.connect(self._show_matches)
        look_up.explained.connect(self._show_entries)
        look_up.placed.connect(self._show_places)
        look_up.nothing.connect(self.show_nothing)
        look_up.translated.connect(self._show_alone)
        self.set_type_style(style)
        self.show_nothing()

    def _build(self) -> QWidget:
        page, body = QWidget(), QWidget()
        around = QVBoxLayout(page)
        around.setContentsMargins(16, 12, 16, 16)
        around.setSpacing(0)
        around.addWidget(self._hint)
        around.addWidget(body)
        around.addStretch(1)
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._head)
        column.addWidget(self._facts)
        column.addSpacing(SPACE)
        column.addWidget(label(self.tr("In this sentence"), TITLE))
        column.addWidget(self._matches)
        column.addWidget(self._sentence)
        column.addWidget(self._english)
        column.addWidget(self.keeping)
        column.addSpacing(SPACE)
        column.addWidget(label(self.tr("By itself"), TITLE))
        column.addWidget(self._alone)
        column.addLayout(self._entries)
        column.addLayout(self._places)
        self.setWidget(page)
        return body

    def set_type_style(self, style: TypeStyle) -> None:
        self._style = style
        self._set_head(self._finding.word.lemma if self._finding else "")
        if self._explained:
            self._fill_entries(self._explained, whole=self._whole)

    def show_nothing(self) -> None:
        """Say how a word is looked up."""
        self._say(
            self.tr(
                "No word chosen.\n\n"
                "Double click a German word, or put the caret into it and press W."
            )
        )

    def show_finding(self, finding: Finding) -> None:
        """Show all that is known of a word so far."""
        self._finding = finding
        word = finding.word
        self._set_head(word.lemma)
        form = word.text
        if word.particle is not None:
            form += f" … {word.particle.of(finding.text)}"
        facts = [part_of_speech(word.kind), form if form != word.lemma else ""]
        if word.parts:
            facts.append(" + ".join(lemma for _, lemma in word.parts))
        self._facts.setText(breakable("  ·  ".join(filter(None, facts))))
        self._matches.hide()
        particle = (word.particle,) if word.particle is not None else ()
        self._sentence.setText(breakable(bold(finding.text, (word.span, *particle))))
        self._alone.setText("…")
        self.keeping.begin(finding)
        self._show_pair(finding)
        self._explained = []
        _empty(self._entries)
        self._entries.addSpacing(SPACE)
        self._entries.addWidget(label(self.tr("Looking into the dictionaries …"), FAINT, wrap=True))
        _empty(self._places)
        self._hint.hide()
        self._body.show()
        self.verticalScrollBar().setValue(0)

    def _set_head(self, lemma: str) -> None:
        """Large, but for words that have no room then: a label does not part them."""
        scale = HEADWORD_SCALE * min(1.0, ROOMY / max(1, len(lemma)))
        font = self._style.font(Kind.TEXT)
        font.setPointSizeF(font.pointSizeF() * max(1.0, scale))
        self._head.setFont(font)
        self._head.setText(breakable(lemma))

    def _show_beginning(self) -> None:
        self._say(self.tr("Looking up …"))

    def _say(self, words: str) -> None:
        self._finding = None
        self.keeping.begin(None)
        self._hint.setText(words)
        self._hint.show()
        self._body.hide()

    def _show_pair(self, finding: Finding) -> None:
        self._finding = finding
        self.keeping.take(finding)
        self._english.setText(breakable(finding.english))
        self._english.setVisible(bool(finding.english))

    def _show_matches(self, english: str) -> None:
        self._matches.setText(breakable(english))
        self._matches.setVisible(bool(english))
        self.keeping.propose(SENTENCE, english)

    def _show_alone(self, lemma: str, english: str) -> None:
        if self._finding is not None and self._finding.word.lemma == lemma:
            self._alone.setText(breakable(english))
            self.keeping.propose(ALONE, english)

    def _show_entries(self, entries: Entries) -> None:
        from reader.words.dictionaries import likeliest

        self._fill_entries(entries, whole=False)
        if entries:
            self.keeping.propose(DICTIONARY, likeliest(entries))
        else:
            self._add_advice()

    def _fill_entries(self, entries: Entries, *, whole: bool) -> None:
        """The first entries of each dictionary, as far as they are short, or all of them."""
        self._explained, self._whole = entries, whole
        _empty(self._entries)
        is_cut = False
        shown: Counter[str] = Counter()
        for name, entry in entries:
            shown[name] += 1
            if shown[name] > ENTRIES_SHOWN and not whole:
                is_cut = True
                continue
            if shown[name] == 1:
                self._entries.addSpacing(SPACE)
                self._entries.addWidget(label(name, TITLE, wrap=True))
            lines = [line for line in entry.text.split("\n") if line.strip()]
            if len(lines) > LINES_SHOWN and not whole:
                is_cut = True
                lines = [*lines[:LINES_SHOWN], "…"]
            text = _text()
            text.setTextFormat(Qt.TextFormat.RichText)
            text.setText(breakable(markup(entry.headword, lines, self._style.theme)))
            self._entries.addWidget(text)
        if is_cut:
            button = QPushButton(self.tr("Show All Entries"))
            button.clicked.connect(lambda: self._fill_entries(entries, whole=True))
            self._entries.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _add_advice(self) -> None:
        self._entries.addSpacing(SPACE)
        if self._look_up.has_dictionaries:
            self._entries.addWidget(label(self.tr("No dictionary has it."), FAINT, wrap=True))
            return
        words = self.tr(
            "There is no dictionary. Those in the StarDict, dictd and Ding formats are found by "
            "themselves once they are installed, such as Debian's dict-freedict-deu-eng and "
            "trans-de-en."
        )
        self._entries.addWidget(label(words, FAINT, wrap=True))
        button = QPushButton(self.tr("Import a Dictionary …"))
        button.clicked.connect(self.import_wanted)
        self._entries.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def _show_places(self, places: tuple[Place, ...]) -> None:
        _empty(self._places)
        if places:
            self._places.addSpacing(SPACE)
            self._places.addWidget(label(self.tr("Elsewhere in this text"), TITLE))
        for place in places:
            button = PlaceButton(place.text)
            button.clicked.connect(partial(self._go, place))
            self._places.addWidget(button)

    def _go(self, place: Place, *_: object) -> None:
        self.place_wanted.emit(place)


class PlaceButton(QPushButton):
    """A sentence on one line, as much of it as there is room for."""

    def __init__(self, sentence: str) -> None:
        super().__init__()
        self._sentence = " ".join(sentence.split())
        self.setToolTip(sentence)
        self.setAccessibleName(self._sentence)
        self.setFlat(True)
        self.setObjectName("place")
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The room is known only now."""
        super().resizeEvent(event)
        elided = Qt.TextElideMode.ElideRight
        self.setText(self.fontMetrics().elidedText(self._sentence, elided, self.width() - 2))


def _text(name: str = "") -> QLabel:
    made = label("", name, wrap=True)
    made.setMinimumWidth(1)  # what is too long for the panel does not widen all the rest
    made.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return made


def _empty(layout: QLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.deleteLater()
