"""Where a marked stretch of text is, after the text around it or in it has changed.

A place is given only if it is the only one that fits: a mark that is lost can be
put back by its reader, one that has moved to other words in silence cannot.

Texts are compared word by word, each word in its plain form (see `words`). A quote
with what stands around it is a row of words, its view (see `view`). The blocks of
words that a view and a text have in common are found by an index and joined to the
chain that explains most of the view; words beside a block that differ by a typo are
taken in. Where the chain has the quote's first and last word is the place.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, pairwise

import regex

from reader.anchors.view import CONTEXT, Block, View, best_chain
from reader.anchors.words import BEGIN, BREAK, END, cut_off, split, sums
from reader.model import Anchor, Fit, Side, Span, text_hash

__all__ = ["Finder", "Found", "locate", "make", "snap"]

_COMMON = 200  # places of a pair of words beyond which it says nothing
_BLOCKS = 20  # blocks that are looked at, the longest
_LEAD = 8  # letters that the best place must have more than the next best

_GRAPHEME = regex.compile(r"\X")


@dataclass(frozen=True, slots=True)
class Found:
    """A place for a quote. `fit` is never ORPHAN."""

    paragraph: int
    span: Span
    fit: Fit


def make(text: str, span: Span, side: Side, paragraph: int) -> Anchor:
    """The anchor of `span`, widened to whole graphemes, in the `text` of a paragraph."""
    span = snap(text, span)
    return Anchor(
        side=side,
        paragraph=paragraph,
        span=span,
        quote=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
        hash=text_hash(text),
    )


def snap(text: str, span: Span) -> Span:
    """The smallest span of whole graphemes (UAX #29) that covers `span` within `text`."""
    start = min(max(span.start, 0), len(text))
    end = min(max(span.end, start), len(text))
    if start == end or text.isascii():
        return Span(start, end)
    first, last = start, end
    for grapheme in _GRAPHEME.finditer(text):
        if grapheme.start() <= start < grapheme.end():
            first = grapheme.start()
        if grapheme.start() < end <= grapheme.end():
            last = grapheme.end()
            break
    return Span(first, last)


def locate(anchor: Anchor, texts: Sequence[str]) -> Found | None:
    """The place of the anchor's quote among `texts`, all paragraphs of its side.

    EXACT in the unchanged paragraph, or where quote and context stand elsewhere
    letter by letter; NEAR where they are alike; None where nothing is, where two
    places fit alike, or where the quote now runs over a paragraph's end. For many
    anchors in one text, use a `Finder`.
    """
    parts = Finder(texts).locate(anchor)
    return parts[0] if len(parts) == 1 else None


class Finder:
    """Finds the places of many anchors in one text, given by its paragraphs."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._texts = texts
        self._spans: dict[int, list[Span]] = {}

    def locate(self, anchor: Anchor) -> tuple[Found, ...]:
        """The place of the anchor, in parts if it now runs over paragraphs' ends; () if none."""
        number = anchor.paragraph
        if 0 <= number < len(self._texts) and text_hash(self._texts[number]) == anchor.hash:
            return (Found(number, anchor.span, Fit.EXACT),)
        return self.find(View.of(anchor))

    def view(self, anchors: Sequence[Anchor], width: int) -> View:
        """A place in this text, from the first to the last anchor, and `width` words around it."""
        quote = self._stretch(anchors)
        first = max(0, quote.start - width)
        words = self._words[first : quote.end + width]
        row = Span(quote.start - first, quote.end - first)
        return View(tuple(anchors), words, row, alone=False)

    def find(self, view: View) -> tuple[Found, ...]:
        """Like `locate`, by a view from another text."""
        blocks = self._blocks(view)
        chain = best_chain(blocks, view.letters, self._letters)
        place = view.place(chain.blocks, self._words)
        if place is None:
            return ()
        others = [block for block in blocks if not block.there.overlaps(place)]
        rival = best_chain(others, view.letters, self._letters)
        if chain.strength - rival.strength < _LEAD:
            there = view.place(rival.blocks, self._words)
            if there and not there.overlaps(place):
                return ()
        return tuple(self._parts(place, view.anchors))

    def is_of(self, view: View, anchors: Sequence[Anchor]) -> bool:
        """Whether most of what this text has of the view's quote stands where the anchors are."""
        place = self._stretch(anchors)
        chain = best_chain(self._blocks(view), view.letters, self._letters)
        inside = outside = 0
        for word, there in view.matched(chain.blocks, self._words).items():
            if view.quote.start <= word < view.quote.end:
                if place.start <= there < place.end:
                    inside += len(view.words[word])
                else:
                    outside += len(view.words[word])
        return inside > outside

    def _stretch(self, anchors: Sequence[Anchor]) -> Span:
        """The words from the first to the last anchor."""
        first, last = anchors[0], anchors[-1]
        before = [span.end for span in self._spans_of(first.paragraph)]
        behind = [span.start for span in self._spans_of(last.paragraph)]
        return Span(
            self._starts[first.paragraph] + bisect_right(before, first.span.start),
            self._starts[last.paragraph] + bisect_left(behind, last.span.end),
        )

    def _spans_of(self, number: int) -> list[Span]:
        """The words of a paragraph."""
        if number not in self._spans:
            self._spans[number] = [span for span, _ in split(self._texts[number])]
        return self._spans[number]

    @cached_property
    def _paragraphs(self) -> list[list[str]]:
        return [[word for _, word in split(text)] for text in self._texts]

    @cached_property
    def _words(self) -> list[str]:
        words = [BEGIN]
        for paragraph in self._paragraphs:
            words += paragraph
            words.append(BREAK)
        words[-1] = END
        return words

    @cached_property
    def _starts(self) -> list[int]:
        """The first word of each paragraph."""
        return list(accumulate((len(words) + 1 for words in self._paragraphs), initial=1))[:-1]

    @cached_property
    def _letters(self) -> list[int]:
        return sums(self._words)

    @cached_property
    def _index(self) -> dict[tuple[str, str], list[int]]:
        index: dict[tuple[str, str], list[int]] = {}
        for position, pair in enumerate(pairwise(self._words)):
            index.setdefault(pair, []).append(position)
        return index

    def _blocks(self, view: View) -> list[Block]:
        """The longest rows of words, from two on, that the view and the text have in common."""
        ends: dict[int, int] = {}  # of the last block, by the distance between view and text
        blocks: list[Block] = []
        for start, pair in enumerate(pairwise(view.words)):
            positions = self._index.get(pair, ())
            if len(positions) > _COMMON:
                continue
            for position in positions:
                shift = position - start
                if start < ends.get(shift, 0):
                    continue
                first, end = start, start + 2
                while (
                    first
                    and shift + first
                    and view.words[first - 1] == self._words[shift + first - 1]
                ):
                    first -= 1
                while view.words[end : end + 1] == self._words[shift + end : shift + end + 1] != []:
                    end += 1
                ends[shift] = end
                blocks.append(Block(first, end, shift))
        blocks.sort(key=lambda block: view.letters[block.start] - view.letters[block.end])
        return sorted(blocks[:_BLOCKS], key=lambda block: (block.there, block.start))

    def _parts(self, place: Span, anchors: Sequence[Anchor]) -> Iterator[Found]:
        first = bisect_right(self._starts, place.start) - 1
        last = bisect_right(self._starts, place.end - 1) - 1
        for number in range(first, last + 1):
            text, base, spans = self._texts[number], self._starts[number], self._spans_of(number)
            words = spans[max(place.start - base, 0) : place.end - base]
            if not words:
                continue
            span = Span(words[0].start, words[-1].end)
            if number == first:
                head = cut_off(anchors[0].prefix, anchors[0].quote, words[0].of(text))
                span = Span(span.start + head, span.end)
            if number == last:  # the same, read backwards
                quote, suffix = anchors[-1].quote[::-1], anchors[-1].suffix[::-1]
                tail = cut_off(suffix, quote, words[-1].of(text)[::-1])
                span = Span(span.start, span.end - tail)
            again = make(text, span, anchors[0].side, number)
            same = first == last and _looks(again) == _looks(anchors[0]) == _looks(anchors[-1])
            yield Found(number, again.span, Fit.EXACT if same else Fit.NEAR)


def _looks(anchor: Anchor) -> tuple[str, str, str]:
    return anchor.prefix, anchor.quote, anchor.suffix
