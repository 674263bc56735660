"""Hyphenation for the window: its patterns are read beside it, when they are wanted first."""

from __future__ import annotations

from contextlib import suppress

from PySide6.QtCore import QObject, Qt, QThreadPool, Signal

from reader import hyphens


class Hyphenation(QObject):
    """Knows no break until the patterns of a language are there; `ready` tells when they are."""

    ready = Signal()
    _loaded = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._asked: set[str] = set()
        self._known: set[str] = set()
        self._closed = False
        self._loaded.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def breaks(self, text: str, language: str) -> list[int]:
        """The offsets before which a word may be broken, as far as is known by now."""
        if language in self._known:
            return hyphens.breaks(text, language)
        if language not in self._asked:
            self._asked.add(language)
            QThreadPool.globalInstance().start(lambda: self._load(language))
        return []

    @property
    def waiting(self) -> bool:
        """Whether texts were asked for whose breaks come later."""
        return self._asked != self._known

    def close(self) -> None:
        """Tell nothing any more: patterns that come late find no text to break."""
        self._closed = True

    def _load(self, language: str) -> None:
        hyphens.load(language)
        with suppress(RuntimeError):  # the window was closed meanwhile
            self._loaded.emit(language)

    def _take(self, language: str) -> None:
        if self._closed:
            return
        self._known.add(language)
        self.ready.emit()
