"""Laid-out text, kept while it is likely to be painted again."""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from reader.model import Paragraph, Side
from reader.ui.page import Page, TypeStyle

KEPT = 400


class StillDocument(QTextDocument):
    """A document that loads nothing: Qt's own would open files that a text names."""

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        return None


class Layouts:
    """A cache of documents by row and side; the least recently used one goes first.

    A document holds one side of one paragraph and never changes: marks and other
    lights are painted over it. `built` counts documents ever laid out, which is
    what the cost of the view is measured by.
    """

    def __init__(self) -> None:
        self.built = 0
        self._kept: OrderedDict[tuple[int, Side], tuple[str, StillDocument]] = OrderedDict()

    def clear(self) -> None:
        self._kept.clear()

    def document(
        self, row: int, side: Side, text: str, paragraph: Paragraph, page: Page, style: TypeStyle
    ) -> StillDocument:
        """The layout of `text`, made anew only where the text is another one."""
        key = (row, side)
        kept = self._kept.get(key)
        if kept is not None and kept[0] == text:
            self._kept.move_to_end(key)
            return kept[1]
        document = lay_out(text, side, paragraph, page, style)
        self.built += 1
        self._kept[key] = (text, document)
        self._kept.move_to_end(key)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return document


def lay_out(
    text: str, side: Side, paragraph: Paragraph, page: Page, style: TypeStyle
) -> StillDocument:
    """One side of one paragraph, set in its column."""
    document = StillDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    document.setDefaultFont(style.font(paragraph.kind, paragraph.level))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    block = QTextBlockFormat()
    block.setLineHeight(
        100 * style.leading, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
    )
    ink = QTextCharFormat()
    ink.setForeground(QColor(style.colour(side)))
    cursor = QTextCursor(document)
    cursor.setBlockFormat(block)
    # One block only: U+2028 breaks the line and keeps every offset as it is.
    cursor.insertText(text.replace("\n", "\u2028"), ink)
    indent = page.indent(paragraph.kind, paragraph.level)
    document.setTextWidth(max(page.em, page.text_width(side) - indent))
    return document
