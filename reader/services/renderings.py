"""The translations of the open document: made, kept, shown and hidden again."""

from __future__ import annotations

import enum
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

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
TOGETHER = 64  # paragraphs that the store is asked about at once
AT_HAND = 1000  # texts whose translations are kept in memory; all are in the store


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
        self._at_hand: dict[str, Rendering | None] = {}
        self._waiting: dict[str, set[int]] = {}
        self._sight = range(0)
        self._shown: set[int] = set()
        self._looked_up: set[int] = set()
        self._failures: dict[int, KnownError] = {}
        translator.rendered.connect(self._rendered)
        translator.failed.connect(self._failed)
        translator.progressed.connect(self.progressed)

    def open(self, document: Document) -> None:
        """Turn to another document; what the last one waited for is dropped."""
        self._translator.cancel()
        self._document = document
        self._languages = ("", self._languages[1])
        self._waiting = {}
        self._sight = range(0)
        self._shown = set()
        self._looked_up = set()
        self._forget_renderings()

    def all(self) -> dict[int, Rendering]:
        """All translations there are, by row."""
        return self.some(range(len(self._document.paragraphs)))

    def some(self, rows: Collection[int]) -> dict[int, Rendering]:
        """The translations there are of these rows, as in `rendering`."""
        if not self._engine:
            return {}
        names = self._names(row for row in sorted(rows) if row < len(self._document.paragraphs))
        found = self._store.many(names.values(), self._engine)
        found |= self._store.newest(set(names.values()) - found.keys())
        return {row: found[name] for row, name in names.items() if name in found}

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
        if not self._engine:
            return None
        name = self._document.paragraphs[row].hash
        if name not in self._at_hand:
            kept = self._store
            self._keep_at_hand(name, kept.get(name, self._engine) or kept.latest(name))
        return self._at_hand[name]

    def shown(self, row: int) -> Rendering | None:
        """The translation of a paragraph, if the reader has asked to see it."""
        self._look_up(row // TOGETHER)
        return self.rendering(row) if row in self._shown else None

    def text(self, row: int, side: Side) -> str:
        """What stands on that side of a paragraph; "" while no translation is shown."""
        if side is Side.SOURCE:
            return self._document.paragraphs[row].text
        rendering = self.shown(row)
        return rendering.text if rendering else ""

    def state(self, row: int) -> RowState:
        if self._waits(row):
            return RowState.WAITING
        if self.shown(row) is not None:
            return RowState.DONE
        return RowState.FAILED if row in self._failures else RowState.NONE

    def failure(self, row: int) -> KnownError | None:
        """Why a paragraph has no translation, where one was tried."""
        return self._failures.get(row)

    def translatable(self, row: int) -> bool:
        return _is_translatable(self._document.paragraphs[row])

    def translate(self, row: int) -> None:
        """Show a paragraph's translation; it is made now, unless that was done before."""
        if not self.translatable(row) or self.state(row) in (RowState.DONE, RowState.WAITING):
            return
        paragraph = {row: self._document.paragraphs[row]}
        self._show(paragraph)
        if self.rendering(row) is None:
            self._ask(paragraph, Priority.CLICK)
        else:
            self.row_changed.emit(row)

    def retranslate(self, row: int) -> None:
        """Translate a paragraph again with the engine in use, in place of what is there."""
        if self.translatable(row) and not self._waits(row):
            paragraph = {row: self._document.paragraphs[row]}
            self._show(paragraph)
            self._ask(paragraph, Priority.CLICK)

    def translate_all(self) -> int:
        """Show all translations; returns how many are yet to be made."""
        paragraphs = self._translatable()
        missing = self._missing(paragraphs)
        self._show(paragraphs)
        self._ask(missing, Priority.WHOLE)
        self.changed.emit(Changes.TRANSLATIONS)
        return len(missing)

    def hide(self, rows: Sequence[int]) -> None:
        """Cover translations up again; what is translated is kept."""
        self._shown.difference_update(rows)
        self._store.hide(self._names(rows).values())
        self.changed.emit(Changes.TRANSLATIONS)

    def look_at(self, first: int, last: int) -> None:
        """Translate what the reader sees and what comes next, before it is asked for."""
        self._sight = range(first, min(last + 1 + AHEAD, len(self._document.paragraphs)))
        if not self.read_ahead or not self._engine or self._sparing():
            return
        in_view = last + 1 - first
        for rows, priority in (
            (self._sight[:in_view], Priority.VISIBLE),
            (self._sight[in_view:], Priority.AHEAD),
        ):
            wanted = [
                self._document.paragraphs[row]
                for row in rows
                if self.translatable(row) and self.rendering(row) is None
            ]
            self._translator.look_at(wanted, priority)

    def cancel(self) -> None:
        """Drop all that waits for translation; what is done stays."""
        self._translator.cancel()
        self._waiting = {}
        self.changed.emit(Changes.TRANSLATIONS)

    def untranslated(self) -> list[int]:
        """The paragraphs that have no translation yet, in order."""
        return list(self._missing(self._translatable()))

    @property
    def waiting(self) -> int:
        """How many paragraphs wait for their translation."""
        return sum(map(len, self._waiting.values()))

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

    def _look_up(self, some: int) -> None:
        """Which of the paragraphs that are looked up together are to be shown."""
        if some not in self._looked_up:
            self._looked_up.add(some)
            rows = range(len(self._document.paragraphs))[some * TOGETHER : (some + 1) * TOGETHER]
            names = self._names(rows)
            shown = self._store.shown(names.values())
            self._shown.update(row for row, name in names.items() if name in shown)

    def _translatable(self) -> dict[int, Paragraph]:
        """All paragraphs that are translated, by row."""
        paragraphs = enumerate(self._document.paragraphs)
        return {row: paragraph for row, paragraph in paragraphs if _is_translatable(paragraph)}

    def _names(self, rows: Iterable[int]) -> dict[int, str]:
        """The hashes of these paragraphs."""
        return {row: self._document.paragraphs[row].hash for row in rows}

    def _missing(self, paragraphs: Mapping[int, Paragraph]) -> dict[int, Paragraph]:
        """Those that the engine in use has not translated."""
        known = self._store.known((p.hash for p in paragraphs.values()), self._engine)
        return {row: p for row, p in paragraphs.items() if p.hash not in known}

    def _waits(self, row: int) -> bool:
        return row in self._waiting.get(self._document.paragraphs[row].hash, ())

    def _keep_at_hand(self, name: str, rendering: Rendering | None) -> None:
        self._at_hand.pop(name, None)
        self._at_hand[name] = rendering
        if len(self._at_hand) > AT_HAND:
            del self._at_hand[next(iter(self._at_hand))]

    def _ask(self, paragraphs: Mapping[int, Paragraph], priority: Priority) -> None:
        for row, paragraph in paragraphs.items():
            self._waiting.setdefault(paragraph.hash, set()).add(row)
            self._failures.pop(row, None)
        self._translator.ask(paragraphs.values(), priority)
        if len(paragraphs) == 1:
            self.row_changed.emit(next(iter(paragraphs)))

    def _show(self, paragraphs: Mapping[int, Paragraph]) -> None:
        self._shown.update(paragraphs)
        self._store.show(paragraph.hash for paragraph in paragraphs.values())

    def _rendered(self, paragraph: Paragraph, rendering: Rendering) -> None:
        self._store.put(paragraph.hash, rendering)
        if rendering.engine == self._engine:
            self._keep_at_hand(paragraph.hash, rendering)
            self._settle(paragraph.hash)

    def _failed(self, paragraph: Paragraph, reason: KnownError) -> None:
        self._failures.update(dict.fromkeys(self._rows(paragraph.hash), reason))
        self._settle(paragraph.hash)

    def _settle(self, name: str) -> None:
        rows = self._rows(name)
        self._waiting.pop(name, None)
        for row in rows:
            self.row_changed.emit(row)

    def _rows(self, name: str) -> list[int]:
        """The paragraphs with that text that wait for its translation, or are in sight."""
        seen = (row for row in self._sight if self._document.paragraphs[row].hash == name)
        return sorted(self._waiting.get(name, set()).union(seen))

    def _forget_renderings(self) -> None:
        self._at_hand = {}
        self._failures = {}


def _is_translatable(paragraph: Paragraph) -> bool:
    return paragraph.kind is not Kind.CODE
