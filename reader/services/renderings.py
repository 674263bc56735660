"""The translations of the open document: made, kept, shown and hidden again."""

from __future__ import annotations

import enum
from collections.abc import Callable, Collection, Sequence

from PySide6.QtCore import QObject, Signal

from reader.errors import KnownError
from reader.model import (
    Document,
    Flag,
    Kind,
    Paragraph,
    Rendering,
    SentencePair,
    Side,
    Span,
)
from reader.services.changes import Changes
from reader.services.power import on_battery
from reader.services.translator import Translator
from reader.store import Translations
from reader.translation.queue import Priority, Progress

AHEAD = 30  # paragraphs below the window that are translated before they are asked for


class RowState(enum.Enum):
    """How far the translation of a paragraph is."""

    NONE = enum.auto()
    WAITING = enum.auto()
    DONE = enum.auto()
    FAILED = enum.auto()


class Renderings(QObject):
    """What stands beside each paragraph, and how it comes to stand there.

    `changed` tells what to show anew, `row_changed` that one paragraph moved on.
    While `sparing` says so, nothing is translated ahead.
    """

    changed = Signal(Changes)
    row_changed = Signal(int)
    progressed = Signal()

    def __init__(
        self,
        store: Translations,
        translator: Translator,
        sparing: Callable[[], bool] = on_battery,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._store = store
        self._translator = translator
        self._sparing = sparing
        self.read_ahead = False
        self._languages = ("", "en")
        self._engine = ""
        self._document = Document(title="", paragraphs=())
        self._renderings: dict[int, Rendering] = {}
        self._missing: set[int] = set()
        self._waiting: set[int] = set()
        self._seen: dict[int, bool] = {}
        self._failures: dict[int, KnownError] = {}
        self._rows_by_hash: dict[str, list[int]] = {}
        translator.rendered.connect(self._rendered)
        translator.failed.connect(self._failed)
        translator.progressed.connect(self.progressed)

    def open(self, document: Document) -> None:
        """Turn to another document; what the last one waited for is dropped."""
        self._translator.cancel()
        self._document = document
        self._languages = ("", self._languages[1])
        self._rows_by_hash = {}
        self._waiting = set()
        self._seen = {}
        self._forget_renderings()

    def all(self) -> dict[int, Rendering]:
        """All translations there are, by row."""
        return self.some(range(len(self._document.paragraphs)))

    def some(self, rows: Collection[int]) -> dict[int, Rendering]:
        """The translations there are of these rows."""
        there = [row for row in sorted(rows) if row < len(self._document.paragraphs)]
        self._take_into_memory(there)
        found = ((row, self.rendering(row)) for row in there)
        return {row: rendering for row, rendering in found if rendering is not None}

    @property
    def engine(self) -> str:
        """The id of the engine whose translations are shown."""
        return self._engine

    @property
    def languages(self) -> tuple[str, str]:
        """The codes of the languages translated from (detected or chosen) and into."""
        source, target = self._languages
        return source or self._document.language, target

    def choose_languages(self, source: str = "", target: str = "") -> None:
        """Translate the open document from, or into, another language."""
        before = self.languages
        self._languages = (source or self._languages[0], target or self._languages[1])
        if self.languages != before:
            self.changed.emit(Changes.LANGUAGES)

    def use_engine(self, engine: str) -> None:
        """Show the translations of that engine from now on."""
        if engine != self._engine:
            self._engine = engine
            self._forget_renderings()
            self.changed.emit(Changes.TRANSLATIONS)

    def rendering(self, row: int) -> Rendering | None:
        """The translation of a paragraph, from memory or from the store.

        Where the engine in use has made none, the newest one that another engine made.
        """
        found = self._renderings.get(row)
        if found is None and self._engine and row not in self._missing:
            name = self._document.paragraphs[row].hash
            kept = self._store
            found = kept.get(name, self._engine) or kept.latest(name)
            if found is None:
                self._missing.add(row)
            else:
                self._renderings[row] = found
        return found

    def shown(self, row: int) -> Rendering | None:
        """The translation of a paragraph, if the reader has asked to see it."""
        seen = self._seen.get(row)
        if seen is None:
            seen = self._store.is_shown(self._document.paragraphs[row].hash)
            self._seen[row] = seen
        return self.rendering(row) if seen else None

    def text(self, row: int, side: Side) -> str:
        """What stands on that side of a paragraph; "" while no translation is shown."""
        if side is Side.SOURCE:
            return self._document.paragraphs[row].text
        rendering = self.shown(row)
        return rendering.text if rendering else ""

    def state(self, row: int) -> RowState:
        if row in self._waiting:
            return RowState.WAITING
        if self.shown(row) is not None:
            return RowState.DONE
        return RowState.FAILED if row in self._failures else RowState.NONE

    def failure(self, row: int) -> KnownError | None:
        """Why a paragraph has no translation, where one was tried."""
        return self._failures.get(row)

    def translatable(self, row: int) -> bool:
        return self._document.paragraphs[row].kind is not Kind.CODE

    def translate(self, row: int) -> None:
        """Show a paragraph's translation; it is made now, unless that was done before."""
        if not self.translatable(row) or self.state(row) in (RowState.DONE, RowState.WAITING):
            return
        self._show([row])
        if self.rendering(row) is None:
            self._ask([row], Priority.CLICK)
        else:
            self.row_changed.emit(row)

    def retranslate(self, row: int) -> None:
        """Translate a paragraph again with the engine in use, in place of what is there."""
        if self.translatable(row) and row not in self._waiting:
            self._show([row])
            self._ask([row], Priority.CLICK)

    def translate_all(self) -> int:
        """Show all translations; returns how many are yet to be made."""
        rows = self.untranslated()
        self._show([row for row in range(len(self._document.paragraphs)) if self.translatable(row)])
        self._ask(rows, Priority.WHOLE)
        self.changed.emit(Changes.TRANSLATIONS)
        return len(rows)

    def hide(self, rows: Sequence[int]) -> None:
        """Cover translations up again; what is translated is kept."""
        self._seen.update(dict.fromkeys(rows, False))
        self._store.hide([self._document.paragraphs[row].hash for row in rows])
        self.changed.emit(Changes.TRANSLATIONS)

    def look_at(self, first: int, last: int) -> None:
        """Translate what the reader sees and what comes next, before it is asked for."""
        if not self.read_ahead or not self._engine or self._sparing():
            return
        for rows, priority in (
            (range(first, last + 1), Priority.VISIBLE),
            (range(last + 1, last + 1 + AHEAD), Priority.AHEAD),
        ):
            wanted = [
                self._document.paragraphs[row]
                for row in rows
                if row < len(self._document.paragraphs)
                and self.translatable(row)
                and self.rendering(row) is None
            ]
            self._translator.look_at(wanted, priority)

    def cancel(self) -> None:
        """Drop all that waits for translation; what is done stays."""
        self._translator.cancel()
        waiting, self._waiting = self._waiting, set()
        for row in sorted(waiting):
            self.row_changed.emit(row)

    def untranslated(self) -> list[int]:
        """The paragraphs that have no translation yet, in order."""
        rows = [row for row in range(len(self._document.paragraphs)) if self.translatable(row)]
        self._take_into_memory(rows)
        return [row for row in rows if row not in self._renderings]

    @property
    def waiting(self) -> int:
        """How many paragraphs wait for their translation."""
        return len(self._waiting)

    @property
    def progress(self) -> Progress:
        """How far the translation of the whole document has come."""
        return self._translator.progress()

    def pair_at(self, row: int, side: Side, offset: int) -> SentencePair | None:
        """The sentence pair around a place, where a translation is shown."""
        rendering = self.shown(row)
        if rendering is None:
            return None
        for pair in rendering.pairs:
            here = pair.source if side is Side.SOURCE else pair.target
            if here.start <= offset < here.end:
                return pair
        return None

    def doubts(self, row: int) -> list[tuple[Span, tuple[Flag, ...]]]:
        """The translated sentences of a paragraph that failed a check, and why."""
        rendering = self.shown(row)
        if rendering is None:
            return []
        text = rendering.text
        return [
            (
                Span(pair.target.start, pair.target.start + len(pair.target.of(text).rstrip())),
                pair.flags,
            )
            for pair in rendering.pairs
            if pair.flags
        ]

    def _take_into_memory(self, rows: Sequence[int]) -> None:
        """Those translations of the engine in use, at once."""
        if self._engine:
            hashes = [self._document.paragraphs[row].hash for row in rows]
            known = self._store.many(hashes, self._engine)
            for row in rows:
                found = known.get(self._document.paragraphs[row].hash)
                if found is not None:
                    self._renderings[row] = found

    def _ask(self, rows: Sequence[int], priority: Priority) -> None:
        paragraphs = self._document.paragraphs
        for row in rows:
            self._waiting.add(row)
            self._failures.pop(row, None)
        self._translator.ask([paragraphs[row] for row in rows], priority)
        if len(rows) == 1:
            self.row_changed.emit(rows[0])

    def _show(self, rows: Sequence[int]) -> None:
        self._seen.update(dict.fromkeys(rows, True))
        self._store.show([self._document.paragraphs[row].hash for row in rows])

    def _rows(self, name: str) -> list[int]:
        if not self._rows_by_hash:
            for row, paragraph in enumerate(self._document.paragraphs):
                self._rows_by_hash.setdefault(paragraph.hash, []).append(row)
        return self._rows_by_hash.get(name, [])

    def _rendered(self, paragraph: Paragraph, rendering: Rendering) -> None:
        self._store.put(paragraph.hash, rendering)
        if rendering.engine == self._engine:
            self._settle(paragraph.hash, lambda row: self._renderings.__setitem__(row, rendering))

    def _failed(self, paragraph: Paragraph, reason: KnownError) -> None:
        self._settle(paragraph.hash, lambda row: self._failures.__setitem__(row, reason))

    def _settle(self, name: str, settle: Callable[[int], None]) -> None:
        for row in self._rows(name):
            self._waiting.discard(row)
            self._missing.discard(row)
            settle(row)
            self.row_changed.emit(row)

    def _forget_renderings(self) -> None:
        self._renderings = {}
        self._missing = set()
        self._failures = {}
