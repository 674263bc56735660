"""The texts of the library in rows, as far as they are looked for, in some order."""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QDate,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from reader.store import Listing
from reader.ui.language import named

Index = QModelIndex | QPersistentModelIndex

WORDS_A_MINUTE = 180
"""German read aloud, see Trauzettel-Klosinski and Dietz, 2012; who learns it reads slower."""

NUMBERS = (3, 4, 5, 6)  # columns
_DIGITS = re.compile(r"(\d{1,15})")
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def minutes(words: int) -> int:
    """How long the reading of so many words takes, in full minutes."""
    return math.ceil(words / WORDS_A_MINUTE)


def day(when: str) -> str:
    """A time in ISO 8601 as a day, as people here write it; "" for none."""
    if not when:
        return ""
    local = datetime.fromisoformat(when).astimezone()
    date = QDate(local.year, local.month, local.day)
    return QLocale().toString(date, QLocale.FormatType.ShortFormat)


@dataclass(frozen=True)
class Wanted:
    """What is looked for: words of the title, author, tags or file name; a tag; a format."""

    text: str = ""
    tag: str = ""
    format: str = ""

    def __call__(self, listing: Listing) -> bool:
        entry = listing.entry
        if (self.tag and self.tag not in entry.tags) or self.format not in ("", entry.format):
            return False
        if not self.text:
            return True
        file = PurePath(entry.source).name
        known = _folded(" ".join((entry.title, entry.author, *entry.tags, file)))
        return all(word in known for word in _folded(self.text).split())


class LibraryModel(QAbstractTableModel):
    """Filters and sorts by itself: a few thousand rows take a few milliseconds."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[Listing] = ()
        self._rows: list[Listing] = []
        self._wanted = Wanted()
        self._order = (7, Qt.SortOrder.DescendingOrder)
        self.titles = (
            self.tr("Title"),
            self.tr("Author"),
            self.tr("Format"),
            self.tr("Length"),
            self.tr("Read"),
            self.tr("Translated"),
            self.tr("Notes"),
            self.tr("Last opened"),
            self.tr("Tags"),
        )

    @property
    def all(self) -> Sequence[Listing]:
        return self._all

    def at(self, row: int) -> Listing:
        return self._rows[row]

    def row_of(self, document: str) -> int | None:
        """Where a text stands, None where it is not shown."""
        return next((n for n, row in enumerate(self._rows) if row.entry.id == document), None)

    def show(self, listings: Sequence[Listing]) -> None:
        """Take the place of what was there."""
        self._all = listings
        self._arrange()

    def look_for(self, wanted: Wanted) -> None:
        """Show these alone."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._arrange()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (column, order)
        self._arrange()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return len(self.titles)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self.titles[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in NUMBERS:
            return RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        listing = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(listing, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                return "\n".join((listing.entry.title, *self._details(listing)))
            case Qt.ItemDataRole.AccessibleDescriptionRole if index.column() == 0:
                return "\n".join(self._details(listing))
            case Qt.ItemDataRole.TextAlignmentRole if index.column() in NUMBERS:
                return RIGHT
            case _:
                return None

    def _text(self, listing: Listing, column: int) -> str:
        entry = listing.entry
        texts: tuple[Callable[[], str], ...] = (
            lambda: entry.title,
            lambda: entry.author,
            lambda: named(entry.format),
            lambda: self._length(entry.words),
            lambda: _percent(listing.read),
            lambda: _percent(listing.translated),
            lambda: QLocale().toString(listing.notes) if listing.notes else "",
            lambda: day(entry.opened),
            lambda: ", ".join(entry.tags),
        )
        return texts[column]()

    def _details(self, listing: Listing) -> Iterator[str]:
        """What the other columns say, which may be out of sight, and where the text is from."""
        one = self.tr("{0}: {1}")
        for column in range(1, len(self.titles)):
            if text := self._text(listing, column):
                yield one.format(self.titles[column], text)
        if listing.words:
            yield one.format(self.tr("Word list"), QLocale().toString(listing.words))
        yield listing.entry.source or self.tr("Kept without a file")

    def _length(self, words: int) -> str:
        if not words:
            return ""
        time = QLocale().toString(minutes(words))
        return self.tr("%Ln words · {0} min", "", words).format(time)

    def _arrange(self) -> None:
        column, order = self._order
        self.beginResetModel()
        self._rows = sorted(filter(self._wanted, self._all), key=_KEYS[column])
        if order is Qt.SortOrder.DescendingOrder:
            self._rows.reverse()
        self.endResetModel()


def _percent(share: float) -> str:
    """A part is never shown as nothing, nor as all."""
    if share <= 0:
        return ""
    part = 100 if share >= 1 else min(99, max(1, round(100 * share)))
    return QCoreApplication.translate("LibraryModel", "{0}%").format(QLocale().toString(part))


def _folded(text: str) -> str:
    """A text as people look for it: no accents, no capitals."""
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


def _natural(text: str) -> list[str | int]:
    """As people sort: chapter 2 stands before chapter 10. Every second part is a number."""
    parts = _DIGITS.split(_folded(text))
    return [int(part) if number % 2 else part for number, part in enumerate(parts)]


_KEYS: tuple[Callable[[Listing], Any], ...] = (
    lambda listing: _natural(listing.entry.title),
    lambda listing: _natural(listing.entry.author),
    lambda listing: listing.entry.format,
    lambda listing: listing.entry.words,
    lambda listing: listing.read,
    lambda listing: listing.translated,
    lambda listing: listing.notes,
    lambda listing: listing.entry.opened,
    lambda listing: [_folded(tag) for tag in listing.entry.tags],
)
