"""A place in a text as its words show it, and the likest place in another text."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from reader.anchors.words import BREAK, SENTENCE_ENDS, alike, split, sums
from reader.model import Anchor, Span

CONTEXT = 32  # characters that an anchor keeps before and after its quote

# What follows counts letters of plain words.
_EVIDENCE = 14  # that must agree in the quote and next to it
_SHARE = 0.5  # of these, and of the quote, that must agree
_SHARE_ALONE = 0.75  # the same where only the anchor is known


@dataclass(frozen=True, slots=True)
class Block:
    """The words `start` to `end` of a view, which a text has `shift` words further on."""

    start: int
    end: int
    shift: int

    @property
    def there(self) -> Span:
        return Span(self.start + self.shift, self.end + self.shift)

    def overlap(self, following: Block) -> int:
        """How many words of the view or of the text both blocks have."""
        return max(0, self.end - following.start, self.there.end - following.there.start)


@dataclass(frozen=True, slots=True)
class Chain:
    """Blocks in order on both sides, which may overlap, and how much they explain."""

    blocks: tuple[Block, ...] = ()
    strength: float = 0.0


def best_chain(blocks: Sequence[Block], view: Sequence[int], text: Sequence[int]) -> Chain:
    """The best chain, by the sums of letters of view and text.

    What was put in or taken out between two blocks costs a little, what was put in
    the place of other words more.
    """
    best: list[tuple[float, int]] = []  # strength, and the number of the block before
    for block in blocks:
        chosen = (float(view[block.end] - view[block.start]), -1)
        for earlier, (strength, _) in enumerate(best):
            last = blocks[earlier]
            start = block.start + last.overlap(block)
            if last.start >= block.start or last.there >= block.there or start >= block.end:
                continue
            gap = view[start] - view[last.end]
            space = text[start + block.shift] - text[last.there.end]
            gain = view[block.end] - view[start] - 0.5 - abs(gap - space) / 20 - min(gap, space) / 4
            chosen = max(chosen, (strength + gain, earlier))
        best.append(chosen)
    if not best:
        return Chain()
    chain: list[Block] = []
    strength, number = max((strength, number) for number, (strength, _) in enumerate(best))
    while number >= 0:
        chain.append(blocks[number])
        number = best[number][1]
    return Chain(tuple(reversed(chain)), strength)


@dataclass(frozen=True)
class View:
    """The words of some anchors in a row, `words[quote]`, with those around them.

    `alone` says that these are all that is known: then nothing shows whether another
    place looked the same all along, and the likeness must be closer.
    """

    anchors: tuple[Anchor, ...]
    words: Sequence[str]
    quote: Span
    alone: bool

    @classmethod
    def of(cls, anchor: Anchor) -> View:
        """What the anchor knows by itself."""
        start, end = len(anchor.prefix), len(anchor.prefix + anchor.quote)
        words = list(split(anchor.prefix + anchor.quote + anchor.suffix))
        # A context that is shorter than it could be ended at the paragraph's end; one
        # that is not may have cut a word.
        opens, closes = anchor.span.start == start, len(anchor.suffix) < CONTEXT
        if not opens and words and words[0][0].end <= start:
            del words[0]
        if not closes and words and words[-1][0].start >= end:
            del words[-1]
        first = opens + sum(span.end <= start for span, _ in words)
        last = opens + sum(span.start < end for span, _ in words)
        row = [BREAK] * opens + [word for _, word in words] + [BREAK] * closes
        return cls((anchor,), row, Span(first, last), alone=True)

    @cached_property
    def letters(self) -> list[int]:
        return sums(self.words)

    def place(self, chain: Sequence[Block], text: Sequence[str]) -> Span | None:
        """The words of the text between the quote's ends, if the chain tells."""
        share = _SHARE_ALONE if self.alone else _SHARE
        letters, quote = self.letters, self.quote
        found = self.matched(chain, text)
        inside = [word for word in found if quote.start <= word < quote.end]
        # A full stop may be another sentence's.
        while inside and not self._is_end(found, inside[0], 1):
            del inside[0]
        while inside and not self._is_end(found, inside[-1], -1):
            del inside[-1]
        kept = sum(len(self.words[word]) for word in inside)
        if not inside or kept < share * (letters[quote.end] - letters[quote.start]):
            return None
        first = bisect_left(letters, letters[quote.start] - CONTEXT)
        last = bisect_right(letters, letters[quote.end] + CONTEXT) - 1
        near = sum(len(self.words[word]) for word in found if first <= word < last)
        if near < max(_EVIDENCE, share * (letters[last] - letters[first])):
            return None
        place = Span(found[inside[0]], found[inside[-1]] + 1)
        if self.alone and kept < share * len("".join(text[place.start : place.end])):
            return None
        return place

    def _is_end(self, found: Mapping[int, int], word: int, inwards: int) -> bool:
        """Whether a word can be the first or last of what is left of the quote."""
        if self.words[word].isalnum():
            return True
        beside = found.get(word + inwards) == found[word] + inwards
        return beside and (inwards < 0 or word == self.quote.start)

    def matched(self, chain: Sequence[Block], text: Sequence[str]) -> dict[int, int]:
        """Which word of the text is which of the view, in order."""
        blocks = self._cut(chain)
        found = {word: word + b.shift for b in blocks for word in range(b.start, b.end)}
        taken = set(found.values())
        # Words beside those found that are alike; first from the middle of the quote
        # outwards, since what is closer to it is rather its own.
        size, middle = len(self.words), (self.quote.start + self.quote.end) // 2
        outwards = [(-1, range(middle - 1, -1, -1)), (1, range(middle, size))]
        inwards = [(1, range(middle)), (-1, range(size - 1, middle - 1, -1))]
        for step, row in outwards + inwards:
            for word in row:
                there = found.get(word - step, -size) + step
                if word in found or there in taken or not 0 <= there < len(text):
                    continue
                between = word + step in found and there + step in taken
                if alike(self.words[word], text[there], between=between):
                    found[word] = there
                    taken.add(there)
        return dict(sorted(found.items()))

    def _cut(self, chain: Sequence[Block]) -> list[Block]:
        """The blocks without overlaps.

        What two of them have in common belongs to either. Texts change by paragraphs and
        sentences rather than in their midst, so they are cut there, else at an end of
        the quote.
        """
        blocks = list(chain[:1])
        for block in chain[1:]:
            last = blocks.pop()
            overlap = last.overlap(block)
            cut = max(range(overlap + 1), key=lambda n: self._seam(last, block, overlap - n, n))
            blocks.append(Block(last.start, last.end - overlap + cut, last.shift))
            blocks.append(Block(block.start + cut, block.end, block.shift))
        return blocks

    def _seam(self, last: Block, block: Block, less: int, more: int) -> int:
        """How likely a text is changed after the first `more` words that blocks share."""
        before = self.words[block.start + more - 1] if more else ""
        if before == BREAK:
            return 3
        if before in SENTENCE_ENDS:
            return 2
        return int(last.end - less == self.quote.end or block.start + more == self.quote.start)
