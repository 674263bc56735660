"""Sets paragraphs: what is visible of them, how high they are, where every letter stands."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPointF, QRectF

from reader.model import Kind, Paragraph, Side, Span
from reader.services.hyphenation import Hyphenation
from reader.services.renderings import RowState
from reader.services.session import Session
from reader.ui.caret import caret_box, line_below, line_boxes
from reader.ui.cover import Cover
from reader.ui.layouts import Layouts, Sheet, StillDocument, hanging
from reader.ui.page import Mode, Page, TypeStyle
from reader.ui.wording import date_told

SAMPLED = 200


class Typesetter:
    """Knows each row by itself, in pixels from its own top and from the page's left edge.

    It sets what it is asked about and nothing else; where rows stand in the window
    is the view's business.
    """

    def __init__(self, session: Session, style: TypeStyle) -> None:
        self._session = session
        self.layouts = Layouts()
        self.style = style
        self.page = Page.of(Mode.SIDE_BY_SIDE, 800, 0.5, style)
        self.opened: set[int] = set()
        self.cover = Cover(session)
        self.hyphenation = Hyphenation()

    def set_page(self, page: Page, style: TypeStyle) -> None:
        """Set everything anew on another page or in another style."""
        if (page, style) != (self.page, self.style):
            self.layouts.clear()
        self.page, self.style = page, style

    def paragraph(self, row: int) -> Paragraph:
        return self._session.document.paragraphs[row]

    def text(self, row: int, side: Side) -> str:
        """What is visible on that side; in the German mode, English only where it was opened."""
        if side is Side.TARGET and self.page.mode is Mode.GERMAN and row not in self.opened:
            return ""
        return self._session.renderings.text(row, side)

    def texts(self) -> Iterator[tuple[int, Side, str]]:
        """All that can be read on the page, from top to bottom; blanks where it is covered."""
        for row in range(len(self._session.document.paragraphs)):
            yield row, Side.SOURCE, self.text(row, Side.SOURCE)
            if self.text(row, Side.TARGET):
                yield row, Side.TARGET, self.cover.blanked(row)

    def readable(self, row: int, side: Side, span: Span | None = None) -> str:
        """A stretch of a text as it can be read now; all of it without a span."""
        text = self.text(row, side)
        span = span or Span(0, len(text))
        if not text or side is Side.SOURCE:
            return span.of(text)
        return self.cover.readable(row, span)

    def layout(self, row: int, side: Side) -> StillDocument:
        sheet = Sheet(self.page, self.style, self._breaks)
        return self.layouts.document(row, side, self.text(row, side), self.paragraph(row), sheet)

    def edge(self, row: int, side: Side) -> float:
        """Where lines begin, from the left edge of the page."""
        paragraph = self.paragraph(row)
        return self.page.text_left(side) + self.page.indent(paragraph.kind, paragraph.level)

    def origin(self, row: int, side: Side) -> QPointF:
        """Where the text begins, an opening quote in the margin included."""
        paragraph = self.paragraph(row)
        left = self.edge(row, side) - hanging(self.text(row, side), paragraph, self.style)
        top = self.page.space_above(paragraph.kind, row)
        if side is Side.TARGET and not self.page.two_columns:
            top += self.layout(row, Side.SOURCE).size().height() + self.page.space_between
        return QPointF(left, top)

    def height(self, row: int) -> float:
        """The height of a row, its spaces above and below included."""
        kind = self.paragraph(row).kind
        below = self.space_below(row)
        line = self.page.em * self.style.leading
        source = max(line, self.layout(row, Side.SOURCE).size().height())
        target = 0.0
        if self.text(row, Side.TARGET):
            target = self.layout(row, Side.TARGET).size().height()
        elif self._session.renderings.state(row) in (RowState.WAITING, RowState.FAILED):
            target = line
        below += self.page.byline_height if self.byline(row) else 0
        if self.page.two_columns:
            return self.page.space_above(kind, row) + max(source, target) + below
        between = self.page.space_between if target else 0.0
        return self.page.space_above(kind, row) + source + between + target + below

    def space_below(self, row: int) -> float:
        """The blank space that ends a row."""
        last = row == len(self._session.document.paragraphs) - 1
        return self.page.space_below(self.paragraph(row).kind, last=last)

    def byline(self, row: int) -> str:
        """Who wrote the text and when, under its title; "" under everything else."""
        if row > 0 or self.paragraph(row).kind is not Kind.TITLE:
            return ""
        document = self._session.document
        return " · ".join(filter(None, (document.author, date_told(document.date))))

    def likely_height(self) -> float:
        """A guess for rows not yet seen, from the length of the first ones."""
        sample = self._session.document.paragraphs[:SAMPLED]
        if not sample:
            return 100.0
        characters = sum(len(paragraph.text) for paragraph in sample) / len(sample)
        per_line = max(10.0, 72 * self.page.text_width(Side.SOURCE) / self.page.measure)
        line = self.page.em * self.style.leading
        return (characters / per_line + 0.6) * line + 0.9 * self.page.em

    def caret(self, row: int, side: Side, offset: int) -> QRectF:
        """The place of the caret before a character."""
        origin = self.origin(row, side)
        if not self.text(row, side):
            return QRectF(origin.x(), origin.y(), 1, self.page.em)
        layout = self.layout(row, side)
        x, top, height = caret_box(layout, layout.position(offset))
        return QRectF(origin.x() + x, origin.y() + top, 1, height)

    def line_from(self, row: int, side: Side, y: float) -> tuple[int, float, float] | None:
        """The first line that ends below `y`: its first offset, its top and its height."""
        layout = self.layout(row, side)
        origin = self.origin(row, side).y()
        found = line_below(layout, y - origin)
        if found is None:
            return None
        position, top, height = found
        return layout.offset(position), origin + top, height

    def boxes(self, row: int, side: Side, span: Span) -> list[QRectF]:
        """The parts of lines that a stretch of text takes."""
        layout = self.layout(row, side)
        origin = self.origin(row, side)
        found = line_boxes(layout, layout.position(span.start), layout.position(span.end))
        return [box.translated(origin) for box in found]

    def side_at(self, row: int, point: QPointF) -> Side:
        """The side a point of the row belongs to."""
        if self.page.two_columns:
            return Side.SOURCE if point.x() < self.page.column(Side.TARGET)[0] else Side.TARGET
        if not self.text(row, Side.TARGET):
            return Side.SOURCE
        edge = self.origin(row, Side.TARGET).y() - self.page.space_between / 2
        return Side.SOURCE if point.y() < edge else Side.TARGET

    def _breaks(self, text: str, side: Side) -> list[int]:
        source, target = self._session.renderings.languages
        return self.hyphenation.breaks(text, source if side is Side.SOURCE else target)
