"""Laid-out text, kept while it is likely to be painted again."""

from __future__ import annotations

from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)

from reader.model import Kind, Paragraph, Run, Side, Span, Style
from reader.ui.page import Page, TypeStyle

KEPT = 400
OPENING_QUOTES = ("„", "“", "‚", "‘", "»", "«", "›", "‹", '"')
SOFT_HYPHEN = "\u00ad"
ASTRAL = "\U00010000"


class StillDocument(QTextDocument):
    """One side of one paragraph, laid out; marks and other lights are painted over it.

    Offsets are code points of the paragraph's text. What the document itself holds is
    counted in UTF-16 units, and at `breaks` it has soft hyphens besides, which nobody
    else ever sees.
    """

    def __init__(self, text: str, breaks: Sequence[int] = ()) -> None:
        super().__init__()
        self._length = len(text)
        # Most texts are the same in both counts.
        self._positions = (
            _positions(text, breaks) if breaks or max(text, default="") >= ASTRAL else None
        )

    def position(self, offset: int) -> int:
        """Where the character of that offset stands in the document."""
        return self._positions[offset] if self._positions else offset

    def offset(self, position: int) -> int:
        """How many characters begin before a position of the document."""
        if self._positions:
            return min(bisect_left(self._positions, position), self._length)
        return min(position, self._length)

    def cursor_over(self, span: Span) -> QTextCursor:
        """Qt's cursor over a stretch of the text."""
        cursor = QTextCursor(self)
        cursor.setPosition(self.position(span.start))
        cursor.setPosition(self.position(span.end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Nothing: Qt's own would open files that a text names."""
        return None


@dataclass(frozen=True)
class Sheet:
    """What a paragraph is laid out on: its page, its type, and where its words may break."""

    page: Page
    style: TypeStyle
    breaks: Callable[[str, Side], Sequence[int]]


class Layouts:
    """A cache of documents by row and side; the least recently used one goes first.

    `built` counts documents ever laid out, which is what the cost of the view is
    measured by.
    """

    def __init__(self) -> None:
        self.built = 0
        self._kept: OrderedDict[tuple[int, Side], tuple[str, StillDocument]] = OrderedDict()

    def clear(self) -> None:
        self._kept.clear()

    def document(
        self, row: int, side: Side, text: str, paragraph: Paragraph, sheet: Sheet
    ) -> StillDocument:
        """The layout of `text`, made anew only where the text is another one."""
        key = (row, side)
        kept = self._kept.get(key)
        if kept is not None and kept[0] == text:
            self._kept.move_to_end(key)
            return kept[1]
        document = lay_out(text, side, paragraph, sheet)
        self.built += 1
        self._kept[key] = (text, document)
        self._kept.move_to_end(key)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return document


def lay_out(text: str, side: Side, paragraph: Paragraph, sheet: Sheet) -> StillDocument:
    """One side of one paragraph, set in its column."""
    page, style = sheet.page, sheet.style
    hyphenated = page.hyphenates(side, paragraph.kind, style, text)
    breaks = sheet.breaks(text, side) if hyphenated else ()
    document = StillDocument(text, breaks)
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(0)
    font = style.font(paragraph.kind, paragraph.level)
    document.setDefaultFont(font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    block = QTextBlockFormat()
    block.setLineHeight(
        100 * style.line_height(paragraph.kind),
        QTextBlockFormat.LineHeightTypes.ProportionalHeight.value,
    )
    hang = hanging(text, paragraph, style)
    block.setLeftMargin(hang)
    block.setTextIndent(-hang)
    ink = QTextCharFormat()
    ink.setForeground(QColor(style.colour(side)))
    cursor = QTextCursor(document)
    cursor.setBlockFormat(block)
    cursor.insertText(_shown(text, breaks), ink)
    if side is Side.SOURCE:
        for run in paragraph.runs:
            document.cursor_over(run.span).mergeCharFormat(run_format(run, font, style))
    indent = page.indent(paragraph.kind, paragraph.level)
    document.setTextWidth(max(page.em, page.text_width(side) - indent) + hang)
    return document


def hanging(text: str, paragraph: Paragraph, style: TypeStyle) -> float:
    """The width of an opening quote, which stands in the margin.

    So the edge of the block stays straight to the eye.
    """
    if paragraph.kind is Kind.CODE or not text.startswith(OPENING_QUOTES):
        return 0.0
    font = style.font(paragraph.kind, paragraph.level)
    return QFontMetricsF(font).horizontalAdvance(text[0])


def run_format(run: Run, font: QFont, style: TypeStyle) -> QTextCharFormat:
    """How a stretch is set that its author set apart, in a paragraph of that font."""
    result = QTextCharFormat()
    if run.style is Style.EMPHASIS:
        result.setFontItalic(not font.italic())
    elif run.style is Style.STRONG:
        heavier = QFont.Weight.Black if font.weight() >= QFont.Weight.DemiBold else None
        result.setFontWeight((heavier or QFont.Weight.Bold).value)
    else:
        result.setForeground(QColor(style.theme.accent))
        result.setFontUnderline(True)
    return result


def _shown(text: str, breaks: Sequence[int]) -> str:
    """The text as the document holds it.

    It is one block only: U+2028 breaks a line and keeps every offset as it is.
    """
    edges = [0, *breaks, len(text)]
    parts = (text[start:end] for start, end in pairwise(edges))
    return SOFT_HYPHEN.join(parts).replace("\n", "\u2028")


def _positions(text: str, breaks: Sequence[int]) -> list[int]:
    """For each offset of the text, its end included, the position in the document."""
    hyphens = set(breaks)
    found: list[int] = []
    position = 0
    for offset, character in enumerate(text):
        position += offset in hyphens
        found.append(position)
        position += 2 if character >= ASTRAL else 1
    return [*found, position]
