"""What goes on the clipboard: German, English, both side by side, or a quotation."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

from reader.model import Side, Span
from reader.ui.selection import Selection, trim

if TYPE_CHECKING:
    from reader.ui.reader_view import ReaderView

SETTLES_MS = 150
SOFT_HYPHEN = "\u00ad"

Pair = tuple[str, str]


class Copying(QObject):
    """Copies what is selected, or the paragraph at the caret; never what is covered."""

    def __init__(self, view: ReaderView) -> None:
        super().__init__(view)
        self._view = view
        # Where the platform pastes with the middle button, it pastes what is selected.
        self._settler = QTimer(self, interval=SETTLES_MS, singleShot=True)
        self._settler.timeout.connect(self._offer)
        view.selection_changed.connect(self._settler.start)

    def selected(self) -> None:
        """Copy just what is selected."""
        if text := self._view.selected_text():
            QGuiApplication.clipboard().setText(text)

    def side(self, side: Side) -> None:
        """Copy one language: what is selected, or the sentences that belong to it."""
        at = self._view.selection
        if at is not None and at.side is side and not at.empty:
            self.selected()
            return
        number = 0 if side is Side.SOURCE else 1
        paragraphs = (" ".join(pair[number] for pair in pairs) for pairs in self._pairs())
        if text := "\n\n".join(text.strip() for text in paragraphs if text.strip()):
            QGuiApplication.clipboard().setText(text)

    def table(self) -> None:
        """Copy both languages: a row a sentence, for a word processor or a spreadsheet."""
        pairs = list(chain.from_iterable(self._pairs()))
        if pairs:
            data = QMimeData()
            data.setHtml(html_table(pairs))
            data.setText("\n".join("\t".join(map(_one_line, pair)) for pair in pairs))
            QGuiApplication.clipboard().setMimeData(data)

    def quotation(self) -> None:
        """Copy what is selected, or the paragraph, as a quotation in Markdown with its source."""
        text = self._view.selected_text()
        if not text:
            found = (" ".join(german for german, _ in pairs) for pairs in self._pairs())
            text = "\n\n".join(found)
        if text:
            document = self._view.session.document
            source = ", ".join(filter(None, (document.author, document.title)))
            QGuiApplication.clipboard().setText(quotation(text, source))

    def _offer(self) -> None:
        clipboard = QGuiApplication.clipboard()
        text = self._view.selected_text()
        if text and clipboard.supportsSelection():
            clipboard.setText(text, QClipboard.Mode.Selection)

    def _pairs(self) -> list[list[Pair]]:
        """The sentences that the selection touches and their translation, by paragraph."""
        at = self._view.selection
        if at is None:
            return []
        rows = range(at.first.row, at.last.row + 1)
        return [pairs for row in rows if (pairs := self._pairs_of(row, at))]

    def _pairs_of(self, row: int, at: Selection) -> list[Pair]:
        page = self._view.typesetter
        text = page.text(row, Side.SOURCE)
        whole = Span(0, len(page.text(row, at.side)))
        chosen = whole if at.empty else at.span(row, whole.end)
        if chosen is None:
            return []
        rendering = self._view.session.renderings.shown(row)
        if rendering is None or not page.text(row, Side.TARGET):
            span = trim(text, chosen) if at.side is Side.SOURCE else None
            return [(clean(span.of(text)), "")] if span else []
        return [
            (
                clean(pair.source.of(text)),
                clean(page.readable(row, Side.TARGET, pair.target)),
            )
            for pair in rendering.pairs
            if (pair.source if at.side is Side.SOURCE else pair.target).overlaps(chosen)
        ]


def clean(text: str) -> str:
    """Text without what only serves its setting."""
    return text.replace(SOFT_HYPHEN, "").replace("\u2028", "\n").strip()


def html_table(pairs: Sequence[Pair]) -> str:
    """German left, English right."""
    rows = (
        f'<tr><td lang="de">{escape(german)}</td><td lang="en">{escape(english)}</td></tr>'
        for german, english in pairs
    )
    return f"<table>{''.join(rows)}</table>"


def quotation(text: str, source: str) -> str:
    """Text as a quotation in Markdown."""
    from reader.exporters import literal

    lines = literal(text).split("\n")
    if source:
        lines += ["", f"— {literal(source)}"]
    return "".join(f"> {line}".rstrip() + "\n" for line in lines)


def _one_line(text: str) -> str:
    return " ".join(text.split())
