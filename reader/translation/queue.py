"""What is translated next: pure policy, no processes and no clocks.

Whoever runs the child calls `next` until it gives None, sends each slice, and calls
`next` again after every `done`, `failed` or `ask`. Texts are told apart by their hash:
a text is asked for once, however many paragraphs have it and however many wish for it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import IntEnum
from types import MappingProxyType

from reader.engines import Use, workers
from reader.model import Paragraph


class Priority(IntEnum):
    """Who wishes for a translation; the smaller number goes first."""

    CLICK = 0  # the reader, now
    VISIBLE = 1  # the page that is looked at
    AHEAD = 2  # the next pages
    WHOLE = 3  # the whole document


_USES: Mapping[Priority, Use] = MappingProxyType(
    {
        Priority.CLICK: Use.CLICK,
        Priority.VISIBLE: Use.PAGE,
        Priority.AHEAD: Use.BOOK,
        Priority.WHOLE: Use.BOOK,
    }
)

# How many slices of each use may be with the child at once. A click and a page have
# lanes of their own and never wait for a book. Of a book there is one more than can be
# decoded at once: while one is split, checked, or down to its last sentences, the
# others keep the cores busy.
LANES: Mapping[Use, int] = MappingProxyType(
    {Use.CLICK: 1, Use.PAGE: 1, Use.BOOK: workers(Use.BOOK) + 1}
)
_URGENCY = tuple(Use)

# Characters in a slice. What is waited for comes paragraph by paragraph; a book in
# slices long enough to fill batches, of a second or two.
_SLICE: Mapping[Priority, int] = MappingProxyType(
    {Priority.CLICK: 0, Priority.VISIBLE: 0, Priority.AHEAD: 3_000, Priority.WHOLE: 10_000}
)

# The first slices are small, so that there is something to see at once.
_FIRST_SLICE = 600

# Seconds a slice may take: a start, and a hundred times what a slow machine needs.
_PATIENCE = 30.0
_PATIENCE_PER_CHARACTER = 0.02


@dataclass(frozen=True, slots=True)
class Slice:
    """Paragraphs to be sent to the child in one request."""

    id: int
    paragraphs: tuple[Paragraph, ...]
    use: Use

    @property
    def patience(self) -> float:
        """Seconds after which the child must be taken for hung."""
        return _PATIENCE + _PATIENCE_PER_CHARACTER * sum(len(p.text) for p in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a wish has come, in paragraphs with different texts."""

    done: int
    asked: int


class Queue:
    """Wishes by priority, and what of them is with the child."""

    def __init__(self, lanes: Mapping[Use, int] = LANES) -> None:
        self._lanes = lanes
        self._wishes: dict[Priority, dict[str, Paragraph]] = {p: {} for p in Priority}
        self._done: dict[Priority, int] = dict.fromkeys(Priority, 0)
        self._sent: dict[int, Slice] = {}
        self._suspects: set[str] = set()
        self._last = 0

    def ask(self, paragraphs: Iterable[Paragraph], priority: Priority) -> None:
        """Wishes for these too, after what is wished for with that priority already."""
        if not self._wishes[priority]:
            self._done[priority] = 0
        self._wishes[priority].update((p.hash, p) for p in paragraphs)

    def replace(self, paragraphs: Iterable[Paragraph], priority: Priority) -> None:
        """Wishes for these and no others with that priority, as when the reader scrolls."""
        self.cancel(priority)
        self.ask(paragraphs, priority)

    def cancel(self, priority: Priority) -> None:
        """Wishes for nothing more with that priority."""
        self._wishes[priority].clear()
        self._done[priority] = 0

    def drop(self, paragraphs: Iterable[Paragraph]) -> None:
        """Forgets these, whoever wished for them. What is with the child still comes."""
        for paragraph in paragraphs:
            for wishes in self._wishes.values():
                wishes.pop(paragraph.hash, None)

    def next(self) -> Slice | None:
        """The next slice to send; None while there is nothing, or no lane is free."""
        for priority, wishes in self._wishes.items():
            use = _USES[priority]
            if sum(sent.use is use for sent in self._sent.values()) >= self._lanes[use]:
                continue
            taken = self._take(wishes, priority, use)
            if taken:
                self._last += 1
                self._sent[self._last] = Slice(self._last, taken, use)
                return self._sent[self._last]
        return None

    def done(self, number: int) -> tuple[Paragraph, ...]:
        """The slice of that number was answered; gives its paragraphs.

        () for a number that is not out: an answer that comes after `lost`.
        """
        paragraphs = self._withdraw(number)
        self._settle(paragraphs)
        return paragraphs

    def failed(self, number: int) -> tuple[Paragraph, ...]:
        """The slice of that number came to nothing. Gives what is given up.

        Its paragraphs are tried once more, each alone; one that fails again is given up.
        """
        return self._retry(self._withdraw(number))

    def lost(self) -> tuple[Paragraph, ...]:
        """The child is gone, with all that was sent. Gives what is given up, as `failed`."""
        return tuple(p for number in list(self._sent) for p in self.failed(number))

    def progress(self, priority: Priority) -> Progress:
        """How far the wishes of that priority have come since there was none."""
        done = self._done[priority]
        return Progress(done, done + len(self._wishes[priority]))

    def wished(self) -> tuple[Paragraph, ...]:
        """All that is wished for and not done yet, each text once."""
        wishes = {name: p for some in self._wishes.values() for name, p in some.items()}
        return tuple(wishes.values())

    @property
    def sent(self) -> tuple[Slice, ...]:
        """What is with the child."""
        return tuple(self._sent.values())

    def _take(
        self, wishes: Mapping[str, Paragraph], priority: Priority, use: Use
    ) -> tuple[Paragraph, ...]:
        """The first of the wishes that are not out, or only where they may take longer."""
        out = {
            paragraph.hash
            for sent in self._sent.values()
            if _URGENCY.index(sent.use) <= _URGENCY.index(use)
            for paragraph in sent.paragraphs
        }
        limit = _SLICE[priority] if self._done[priority] else min(_SLICE[priority], _FIRST_SLICE)
        taken: list[Paragraph] = []
        length = 0
        for name, paragraph in wishes.items():
            if name in out:
                continue
            if taken and length + len(paragraph.text) > limit:
                break
            if name in self._suspects:
                return tuple(taken) or (paragraph,)
            taken.append(paragraph)
            length += len(paragraph.text)
        return tuple(taken)

    def _withdraw(self, number: int) -> tuple[Paragraph, ...]:
        sent = self._sent.pop(number, None)
        return () if sent is None else sent.paragraphs

    def _settle(self, paragraphs: Iterable[Paragraph]) -> None:
        for paragraph in paragraphs:
            self._suspects.discard(paragraph.hash)
            for priority, wishes in self._wishes.items():
                if wishes.pop(paragraph.hash, None) is not None:
                    self._done[priority] += 1

    def _retry(self, paragraphs: tuple[Paragraph, ...]) -> tuple[Paragraph, ...]:
        given_up = tuple(p for p in paragraphs if p.hash in self._suspects)
        self._suspects.update(p.hash for p in paragraphs)
        self._settle(given_up)
        return given_up
