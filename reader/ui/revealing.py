"""What a reader does to see the English, all at once or little by little."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.model import Side, Span
from reader.services.changes import Changes
from reader.ui.cover import Step

if TYPE_CHECKING:
    from reader.ui.window import Window


class Revealing(QObject):
    """Uncovers a paragraph, a sentence or a word, and translates what is not translated yet."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._view = window.view
        self._cover = window.view.typesetter.cover
        self._renderings = window.session.renderings
        self._waiting: dict[int, Callable[[], None]] = {}
        window.view.clicked_text.connect(self._clicked)
        self._renderings.row_changed.connect(self._row_changed)
        window.session.changed.connect(self._session_changed)
        self._cover.use(self.step)
        self._show_step()

    @property
    def step(self) -> Step:
        """How much a click uncovers."""
        wanted = self._window.preferences.values.reveal
        return Step(wanted) if wanted in set(Step) else Step.PARAGRAPH

    def use_step(self, step: Step) -> None:
        self._window.preferences.change(reveal=step.value)
        self._cover.use(step)
        self._show_step()

    def sentence(self) -> None:
        """Uncover the sentence at the caret, or the next one that is covered."""
        self._gradually(lambda row, side, at: _list(self._cover.next_sentence(row, side, at)))

    def word(self) -> None:
        """Uncover the next word of the sentence at the caret."""
        self._gradually(lambda row, side, at: _list(self._cover.next_word(row, side, at)))

    def cover_sentence(self) -> None:
        """Cover the sentence at the caret again."""
        self._hide(self._cover.sentence)

    def cover_word(self) -> None:
        """Cover the last word of the sentence at the caret that is not covered."""
        self._hide(self._cover.last_word)

    def _clicked(self, row: int, side: Side) -> None:
        at = self._view.selection
        offset = at.caret.offset if at is not None and at.caret.row == row else 0
        if self.step is Step.PARAGRAPH:
            self._with_english(row, lambda: self._cover.forget([row]))
        elif self.step is Step.SENTENCE:
            self._with_english(
                row, lambda: self._uncover(row, _list(self._cover.sentence(row, side, offset)))
            )
        else:
            self._with_english(
                row, lambda: self._uncover(row, self._clicked_words(row, side, offset))
            )

    def _clicked_words(self, row: int, side: Side, offset: int) -> list[Span]:
        """The words that belong to the one that was clicked on, or else the next one."""
        if side is Side.TARGET:
            covered = self._cover.covered(row)
            return [word for word in covered if word.start <= offset <= word.end][:1]
        lit = self._view.lit_words
        if lit is not None and lit.row == row:
            return list(lit.target)
        return _list(self._cover.next_word(row, side, offset))

    def _gradually(self, choose: Callable[[int, Side, int], list[Span]]) -> None:
        self._view.keyboard.come_along()
        at = self._view.selection
        if at is None:
            return
        row, side, offset = at.caret.row, at.side, at.caret.offset
        unseen = not self._view.text(row, Side.TARGET)

        def uncover() -> None:
            if unseen:
                self._cover.cover_all(row)
            self._uncover(row, choose(row, side, offset))

        self._with_english(row, uncover)

    def _hide(self, choose: Callable[[int, Side, int], Span | None]) -> None:
        at = self._view.selection
        if at is not None and self._view.text(at.caret.row, Side.TARGET):
            row = at.caret.row
            self._cover.cover(row, _list(choose(row, at.side, at.caret.offset)))

    def _uncover(self, row: int, spans: Iterable[Span]) -> None:
        self._cover.uncover(row, spans)

    def _with_english(self, row: int, act: Callable[[], None]) -> None:
        """Do something with the English of a paragraph as soon as it is there."""
        self._waiting[row] = act
        self._view.open(row)
        self._renderings.translate(row)
        self._row_changed(row)

    def _row_changed(self, row: int) -> None:
        if row in self._waiting and self._view.text(row, Side.TARGET):
            self._waiting.pop(row)()

    def _session_changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self._waiting.clear()

    def _show_step(self) -> None:
        for step in Step:
            self._window.menus.action(f"reveal-{step}").setChecked(step is self.step)


def _list(span: Span | None) -> list[Span]:
    return [] if span is None else [span]
