"""Moving the caret through the paragraphs of one column by keyboard."""

from __future__ import annotations

from bisect import bisect_left
from typing import Protocol, cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QKeySequence, QTextCursor, QTextDocument

from reader.model import Side
from reader.ui.layouts import StillDocument
from reader.ui.selection import Spot

Move = QTextCursor.MoveOperation
Key = QKeySequence.StandardKey

# The platform's own keys for moving, each with the move and whether it selects.
MOVES: tuple[tuple[Key, Move, bool], ...] = (
    (Key.MoveToNextChar, Move.Right, False),
    (Key.MoveToPreviousChar, Move.Left, False),
    (Key.MoveToNextWord, Move.NextWord, False),
    (Key.MoveToPreviousWord, Move.PreviousWord, False),
    (Key.MoveToNextLine, Move.Down, False),
    (Key.MoveToPreviousLine, Move.Up, False),
    (Key.MoveToStartOfLine, Move.StartOfLine, False),
    (Key.MoveToEndOfLine, Move.EndOfLine, False),
    (Key.MoveToStartOfDocument, Move.Start, False),
    (Key.MoveToEndOfDocument, Move.End, False),
    (Key.SelectNextChar, Move.Right, True),
    (Key.SelectPreviousChar, Move.Left, True),
    (Key.SelectNextWord, Move.NextWord, True),
    (Key.SelectPreviousWord, Move.PreviousWord, True),
    (Key.SelectNextLine, Move.Down, True),
    (Key.SelectPreviousLine, Move.Up, True),
    (Key.SelectStartOfLine, Move.StartOfLine, True),
    (Key.SelectEndOfLine, Move.EndOfLine, True),
    (Key.SelectStartOfDocument, Move.Start, True),
    (Key.SelectEndOfDocument, Move.End, True),
)
BACKWARD = {Move.Left, Move.PreviousWord, Move.Up}


class Column(Protocol):
    """What moving needs of the view."""

    def text(self, row: int, side: Side) -> str: ...
    def layout(self, row: int, side: Side) -> StillDocument: ...


def moved(column: Column, rows: int, side: Side, spot: Spot, move: Move) -> Spot:
    """Where the caret comes to stand; at the edge of a paragraph it goes on in the next one."""
    if move is Move.Start:
        return Spot(0, 0)
    if move is Move.End:
        last = rows - 1
        return Spot(last, len(column.text(last, side)))
    document = column.layout(spot.row, side)
    cursor = QTextCursor(document)
    cursor.setPosition(document.position(spot.offset))
    # A step over a soft hyphen is none to the reader.
    while cursor.movePosition(move):
        offset = document.offset(cursor.position())
        if offset != spot.offset or move in (Move.StartOfLine, Move.EndOfLine):
            return Spot(spot.row, offset)
    if move in (Move.StartOfLine, Move.EndOfLine):
        return spot
    return _across(column, rows, side, spot, move)


def _across(column: Column, rows: int, side: Side, spot: Spot, move: Move) -> Spot:
    step = -1 if move in BACKWARD else 1
    row = spot.row + step
    while 0 <= row < rows and not column.text(row, side):
        row += step
    if not 0 <= row < rows:
        return spot
    text = column.text(row, side)
    if move in (Move.Up, Move.Down):
        return Spot(row, _at_height(column, side, spot, row, first=step > 0))
    return Spot(row, 0 if step > 0 else len(text))


def _at_height(column: Column, side: Side, spot: Spot, row: int, *, first: bool) -> int:
    """The offset in the first or last line of `row` that lies under or over `spot`."""
    here = column.layout(spot.row, side)
    x = caret_box(here, here.position(spot.offset))[0]
    document = column.layout(row, side)
    layout = document.firstBlock().layout()
    line = layout.lineAt(0 if first else layout.lineCount() - 1)
    return document.offset(line.xToCursor(x))


def caret_box(document: QTextDocument, position: int) -> tuple[float, float, float]:
    """Left edge, top and height of the caret at a UTF-16 position, in the document's pixels."""
    block = document.firstBlock()
    line = block.layout().lineForTextPosition(position)
    if not line.isValid():
        return 0.0, 0.0, document.size().height()
    top = document.documentLayout().blockBoundingRect(block).top() + line.y()
    x, _ = cast("tuple[float, int]", line.cursorToX(position))
    return x, top, line.height()


def under(document: QTextDocument, point: QPointF) -> tuple[int, bool]:
    """The UTF-16 position nearest to a point of the document, and whether letters are there.

    What is between two lines belongs to the nearer one: Qt's own test takes it for no text,
    and so a third of a page that is set with much room.
    """
    block = document.firstBlock()
    layout = block.layout()
    y = point.y() - document.documentLayout().blockBoundingRect(block).top()

    def middle(number: int) -> float:
        line = layout.lineAt(number)
        return line.y() + line.height() / 2

    numbers = range(layout.lineCount())
    below = bisect_left(numbers, y, key=middle)
    near = min(numbers[max(0, below - 1) : below + 1], key=lambda n: abs(middle(n) - y))
    line = layout.lineAt(near)
    end = line.x() + line.naturalTextWidth()
    inside = line.x() <= point.x() <= end and 0 <= point.y() <= document.size().height()
    return line.xToCursor(point.x()), inside


def line_boxes(document: QTextDocument, start: int, end: int) -> list[QRectF]:
    """The parts of lines between two UTF-16 positions, in the document's pixels."""
    block = document.firstBlock()
    top = document.documentLayout().blockBoundingRect(block).top()
    found: list[QRectF] = []
    for number in range(block.layout().lineCount()):
        line = block.layout().lineAt(number)
        first = max(start, line.textStart())
        last = min(end, line.textStart() + line.textLength())
        if first < last:
            left, _ = cast("tuple[float, int]", line.cursorToX(first))
            right, _ = cast("tuple[float, int]", line.cursorToX(last))
            if last == line.textStart() + line.textLength():
                right = line.x() + line.naturalTextWidth()
            found.append(QRectF(min(left, right), top + line.y(), abs(right - left), line.height()))
    return found


def line_below(document: QTextDocument, y: float) -> tuple[int, float, float] | None:
    """The first line that ends below `y`: its UTF-16 position, its top and its height."""
    block = document.firstBlock()
    top = document.documentLayout().blockBoundingRect(block).top()
    for number in range(block.layout().lineCount()):
        line = block.layout().lineAt(number)
        if top + line.y() + line.height() > y:
            return line.textStart(), top + line.y(), line.height()
    return None
