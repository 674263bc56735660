"""What a search found, as a list: by kind, each kind under its heading."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, Qt

from reader.model import Side, Span
from reader.services.notebook import Found
from reader.store import Hit, HitKind
from reader.ui.paragraph_model import Index
from reader.ui.tags import tags_text

HIT_ROLE = Qt.ItemDataRole.UserRole
ELLIPSIS = "…"


@dataclass(frozen=True)
class Heading:
    """Begins a kind, and tells how many of it there are."""

    kind: HitKind
    count: int


class HitModel(QAbstractListModel):
    """Hits and headings; more hits are added below as they are found."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Hit | Heading] = []
        self._hits = 0
        self._total = 0

    @property
    def hits(self) -> int:
        """How many hits are listed."""
        return self._hits

    @property
    def total(self) -> int:
        """How many there are in all."""
        return self._total

    def show(self, found: Found) -> None:
        """List what was found; what is from an offset on comes below."""
        self._total = found.total
        if found.offset == 0:
            self.beginResetModel()
            self._rows = self._with_headings(found.hits, found.counts, None)
            self._hits = len(found.hits)
            self.endResetModel()
            return
        last = next((row.kind for row in reversed(self._rows)), None)
        more = self._with_headings(found.hits, found.counts, last)
        if more:
            end = len(self._rows)
            self.beginInsertRows(QModelIndex(), end, end + len(more) - 1)
            self._rows += more
            self._hits += len(found.hits)
            self.endInsertRows()

    def rowCount(self, parent: Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == HIT_ROLE:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return heading_text(row) if isinstance(row, Heading) else hit_text(row)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    @staticmethod
    def _with_headings(
        hits: Sequence[Hit], counts: Mapping[HitKind, int], last: HitKind | None
    ) -> list[Hit | Heading]:
        rows: list[Hit | Heading] = []
        for hit in hits:
            if hit.kind is not last:
                rows.append(Heading(hit.kind, counts.get(hit.kind, 0)))
                last = hit.kind
            rows.append(hit)
        return rows


def kind_name(kind: HitKind) -> str:
    """What a kind of hits is called."""
    names = {
        HitKind.NOTE: QCoreApplication.translate("Search", "Marks and notes"),
        HitKind.WORD: QCoreApplication.translate("Search", "Words"),
        HitKind.TEXT: QCoreApplication.translate("Search", "Texts"),
        HitKind.TRANSLATION: QCoreApplication.translate("Search", "Translations"),
    }
    return names[kind]


def heading_text(heading: Heading) -> str:
    """A kind of hits, and how many there are."""
    return QCoreApplication.translate("Search", "{0} ({1})").format(
        kind_name(heading.kind), heading.count
    )


def hit_text(hit: Hit) -> str:
    """A hit in plain words, for screen readers."""
    left, right = pair(hit, most=10_000)
    parts = hit.entry.title, left[0], right[0], hit.note, tags_text(hit.tags)
    return "\n".join(filter(None, parts))


def pair(hit: Hit, most: int) -> tuple[tuple[str, tuple[Span, ...]], tuple[str, tuple[Span, ...]]]:
    """The hit's sentence pair, German first: each side's words and what to light in them.

    A side is about `most` characters long at most.
    """
    here, there = hit.pair
    own = excerpt(hit.text, here, hit.spans, most)
    other = excerpt(hit.partner, there, (), most)
    return (own, other) if hit.side is Side.SOURCE else (other, own)


def excerpt(
    text: str, within: Span, lights: Sequence[Span], most: int
) -> tuple[str, tuple[Span, ...]]:
    """A part of a text on one line, cut around its first light where it is too long."""
    start, end = within.start, min(within.end, len(text))
    first = next((light.start for light in lights if light.start >= start), start)
    if end - start > most:
        cut = max(start, min(first - most // 3, end - most))
        if cut > start:
            cut = min(first, text.find(" ", cut) + 1 or first)
        start, end = cut, min(end, cut + most)
    shown = text[start:end]
    stripped = shown.strip()
    start += len(shown) - len(shown.lstrip())
    before = ELLIPSIS if start > within.start and stripped else ""
    after = ELLIPSIS if start + len(stripped) < len(text[: within.end].rstrip()) else ""
    words = "".join(" " if sign.isspace() else sign for sign in stripped)
    shift = len(before) - start
    lit = tuple(
        Span(max(light.start, start) + shift, min(light.end, start + len(words)) + shift)
        for light in lights
        if light.start < start + len(words) and light.end > start
    )
    return before + words + after, lit
