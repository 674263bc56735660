"""Where a marked stretch of text is, after the text around it or in it has changed.

A place is given only if it is the only one that fits: a mark that is lost can be
put back by its reader, one that has moved to other words in silence cannot.

Texts are compared word by word, each in its plain form: without accents, soft hyphens
and other signs that do not print, in lower case, with one form for all quotation
marks, all dashes and ß/ss. A quote with what stands around it is a row of such words,
its *view*. The blocks of words that a view and a text have in common are found by an
index and joined to the chain that explains most of the view; words beside a block
that differ by a typo are taken in. Where the chain has the quote's first and last
word is the place.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import accumulate, pairwise

import regex
from rapidfuzz.distance import OSA

from reader.model import Anchor, Fit, Side, Span, text_hash

CONTEXT = 32  # characters that an anchor keeps before and after its quote

_COMMON = 200  # places of a pair of words beyond which it says nothing
_BLOCKS = 200  # blocks that are looked at, the longest

# What follows counts letters of plain words.
_EVIDENCE = 14  # that must agree in the quote and next to it
_SURE = 0.75
_SHARE = 0.5  # of these, and of the quote alone, that must agree
_LEAD = 8  # that the best place must have more than the next best

# Words between blocks agree by chance as often as random letters out of so many, and
# are trusted if that is so much rarer; or, from so many letters on, beside a block.
_LETTERS, _DOUBT, _SOLID = 15, 30, 3
_SLACK = 8  # words that are looked at beyond the ends of a view
_ROOM = 10**6  # letters times letters that two rows of words may have to be compared

# They stand between the words for the end of a paragraph and for the ends of the text.
_BREAK, _BEGIN, _END = "\n", "\x02" * 6, "\x03" * 6

_GRAPHEME = regex.compile(r"\X")
_WORD = regex.compile(r"[\w\p{Cf}\p{M}]+|[^\w\s]")


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
        return View(tuple(anchors), words, Span(quote.start - first, quote.end - first))

    def find(self, view: View) -> tuple[Found, ...]:
        """Like `locate`, by a view from another text."""
        blocks = self._blocks(view)
        chain = _chain(blocks, view.weights, self._letters)
        place = view.place(chain.blocks, self._words)
        if place is None:
            return ()
        others = [block for block in blocks if not block.there.overlaps(place)]
        rival = _chain(others, view.weights, self._letters)
        if chain.strength - rival.strength < _LEAD:
            there = view.place(rival.blocks, self._words)
            if there and not there.overlaps(place):
                return ()
        return tuple(self._parts(place, view.anchors))

    def is_of(self, view: View, anchors: Sequence[Anchor]) -> bool:
        """Whether most of what this text has of the view's quote stands where the anchors are."""
        place = self._stretch(anchors)
        chain = _chain(self._blocks(view), view.weights, self._letters)
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
            self._spans[number] = [span for span, _ in _split(self._texts[number])]
        return self._spans[number]

    @cached_property
    def _paragraphs(self) -> list[list[str]]:
        return [[word for _, word in _split(text)] for text in self._texts]

    @cached_property
    def _words(self) -> list[str]:
        words = [_BEGIN]
        for paragraph in self._paragraphs:
            words += paragraph
            words.append(_BREAK)
        words[-1] = _END
        return words

    @cached_property
    def _starts(self) -> list[int]:
        """The first word of each paragraph."""
        return list(accumulate((len(words) + 1 for words in self._paragraphs), initial=1))[:-1]

    @cached_property
    def _letters(self) -> list[int]:
        return _sums(self._words)

    @cached_property
    def _index(self) -> dict[tuple[str, str], list[int]]:
        index: dict[tuple[str, str], list[int]] = {}
        for position, pair in enumerate(pairwise(self._words)):
            index.setdefault(pair, []).append(position)
        return index

    def _blocks(self, view: View) -> list[_Block]:
        """The longest rows of words, from two on, that the view and the text have in common."""
        ends: dict[int, int] = {}  # of the last block, by the distance between view and text
        blocks: list[_Block] = []
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
                blocks.append(_Block(first, end, shift))
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
                head = _cut_off(anchors[0].prefix, anchors[0].quote, words[0].of(text))
                span = Span(span.start + head, span.end)
            if number == last:  # the same, read backwards
                quote, suffix = anchors[-1].quote[::-1], anchors[-1].suffix[::-1]
                tail = _cut_off(suffix, quote, words[-1].of(text)[::-1])
                span = Span(span.start, span.end - tail)
            again = make(text, span, anchors[0].side, number)
            same = first == last and _looks(again) == _looks(anchors[0]) == _looks(anchors[-1])
            yield Found(number, again.span, Fit.EXACT if same else Fit.NEAR)


def _looks(anchor: Anchor) -> tuple[str, str, str]:
    return anchor.prefix, anchor.quote, anchor.suffix


def _cut_off(prefix: str, quote: str, word: str) -> int:
    """How many characters of its first `word` a quote leaves out, as it did before."""
    head = _WORD.findall(prefix + quote[:1])[-1][:-1] if prefix and quote[:1].isalnum() else ""
    return len(head) if word.startswith(head) and len(word) > len(head) else 0


@dataclass(frozen=True, slots=True)
class _Block:
    """The words `start` to `end` of a view, which a text has `shift` words further on."""

    start: int
    end: int
    shift: int

    @property
    def there(self) -> Span:
        return Span(self.start + self.shift, self.end + self.shift)

    def overlap(self, following: _Block) -> int:
        """How many words of the view or of the text both blocks have."""
        return max(0, self.end - following.start, self.there.end - following.there.start)


@dataclass(frozen=True, slots=True)
class _Chain:
    """Blocks in order on both sides, which may overlap, and how much they explain."""

    blocks: tuple[_Block, ...] = ()
    strength: float = 0.0


def _chain(blocks: Sequence[_Block], view: Sequence[int], text: Sequence[int]) -> _Chain:
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
            gain = view[block.end] - view[start] - 1 - abs(gap - space) / 20 - min(gap, space) / 4
            chosen = max(chosen, (strength + gain, earlier))
        best.append(chosen)
    if not best:
        return _Chain()
    chain: list[_Block] = []
    strength, number = max((strength, number) for number, (strength, _) in enumerate(best))
    while number >= 0:
        chain.append(blocks[number])
        number = best[number][1]
    return _Chain(tuple(reversed(chain)), strength)


@dataclass(frozen=True)
class View:
    """The words of some anchors in a row, `words[quote]`, with those around them."""

    anchors: tuple[Anchor, ...]
    words: Sequence[str]
    quote: Span
    share: float = 0.5

    @classmethod
    def of(cls, anchor: Anchor) -> View:
        """What the anchor knows by itself."""
        start, end = len(anchor.prefix), len(anchor.prefix + anchor.quote)
        text = anchor.prefix + anchor.quote + anchor.suffix
        words = list(_split(text))
        # A context that is shorter than it could be ended at the paragraph's end; one
        # that is not may have cut a word.
        opens, closes = anchor.span.start == start, len(anchor.suffix) < CONTEXT
        if not opens and words and words[0][0].end <= start:
            del words[0]
        if not closes and words and words[-1][0].start >= end:
            del words[-1]
        first = sum(span.end <= start for span, _ in words)
        last = sum(span.start < end for span, _ in words)
        row = [_BREAK] * opens + [word for _, word in words] + [_BREAK] * closes
        return cls((anchor,), row, Span(first + opens, last + opens), _SURE)

    @cached_property
    def letters(self) -> list[int]:
        return _sums(self.words)

    @cached_property
    def weights(self) -> list[int]:
        """The same, those of the quote counted twice: it weighs more than what is around it."""
        quote = range(self.quote.start, self.quote.end)
        sizes = (len(word) * (1) for number, word in enumerate(self.words))
        return list(accumulate(sizes, initial=0))

    def place(self, chain: Sequence[_Block], text: Sequence[str]) -> Span | None:
        """The words of the text between the quote's ends, if the chain tells."""
        found = self.matched(chain, text)
        inside = [word for word in found if self.quote.start <= word < self.quote.end]
        # A full stop alone may be another sentence's.
        while inside and not self._is_end(found, inside[0], 1):
            del inside[0]
        while inside and not self._is_end(found, inside[-1], -1):
            del inside[-1]
        if not inside:
            return None
        kept = sum(len(self.words[word]) for word in inside)
        if kept < self.share * (self.letters[self.quote.end] - self.letters[self.quote.start]):
            return None
        first = bisect_left(self.letters, self.letters[self.quote.start] - CONTEXT)
        last = bisect_right(self.letters, self.letters[self.quote.end] + CONTEXT) - 1
        near = sum(len(self.words[word]) for word in found if first <= word < last)
        if near < max(_EVIDENCE, self.share * (self.letters[last] - self.letters[first])):
            return None
        place = Span(found[inside[0]], found[inside[-1]] + 1)
        size = len("".join(text[place.start:place.end]))
        return place if self.share < _SURE or self.share * size <= kept else None

    def _is_end(self, found: Mapping[int, int], word: int, inwards: int) -> bool:
        """Whether a word can be the first or last of what is left of the quote."""
        if self.words[word].isalnum():
            return True
        beside = found.get(word + inwards) == found[word] + inwards
        return beside and (inwards < 0 or word == self.quote.start)

    def matched(self, chain: Sequence[_Block], text: Sequence[str]) -> dict[int, int]:
        """Which word of the text is which of the view, in order."""
        blocks = self._cut(chain)
        found: dict[int, int] = {}
        for block in (*blocks, *self._islands(blocks, text)):
            found |= {word: word + block.shift for word in range(block.start, block.end)}
        taken = set(found.values())
        # From the middle of the quote outwards first: what is closer to it is rather its own.
        size, middle = len(self.words), (self.quote.start + self.quote.end) // 2
        outwards = [(-1, range(middle - 1, -1, -1)), (1, range(middle, size))]
        inwards = [(1, range(middle)), (-1, range(size - 1, middle - 1, -1))]
        for step, row in outwards + inwards + outwards:
            for word in row:
                there = found.get(word - step, -size) + step
                if word in found or there in taken or not 0 <= there < len(text):
                    continue
                beyond = self.words[word + step] if 0 <= word + step < size else _BREAK
                alone = there + step in taken and (word + step in found or beyond == _BREAK)
                if _alike(self.words[word], text[there], alone=alone):
                    found[word] = there
                    taken.add(there)
        return dict(sorted(found.items()))

    def _islands(self, blocks: Sequence[_Block], text: Sequence[str]) -> Iterator[_Block]:
        """Single words that view and text have in common between the blocks, but for chance."""
        if not blocks:
            return
        size = len(self.words)
        start = max(0, blocks[0].there.start - blocks[0].start - _SLACK)
        end = min(len(text), blocks[-1].there.end + size - blocks[-1].end + _SLACK)
        edges = [_Block(0, 0, start), *blocks, _Block(size, size, end - size)]
        for last, block in pairwise(edges):
            gap = self.words[last.end : block.start]
            space = text[last.there.end : block.there.start]
            room = len("".join(gap)) * len("".join(space))
            if not 0 < room < _ROOM:
                continue
            for run in SequenceMatcher(None, gap, space, autojunk=False).get_matching_blocks():
                letters = len("".join(gap[run.a : run.a + run.size]))
                beside = run.b == 0 or run.b + run.size == len(space)
                if _LETTERS**letters > _DOUBT * room or (beside and letters >= _SOLID):
                    first = last.end + run.a
                    shift = last.there.end + run.b - first
                    yield _Block(first, first + run.size, shift)

    def _cut(self, chain: Sequence[_Block]) -> list[_Block]:
        """The chain without overlaps: cut at an end of the quote where that can be chosen."""
        blocks = list(chain[:1])
        for block in chain[1:]:
            last = blocks.pop()
            overlap = last.overlap(block)
            cut = overlap
            for choice in (overlap - last.end + self.quote.end, self.quote.start - block.start):
                if 0 <= choice <= overlap:
                    cut = choice
            blocks.append(_Block(last.start, last.end - overlap + cut, last.shift))
            blocks.append(_Block(block.start + cut, block.end, block.shift))
        return blocks


def _split(text: str) -> Iterator[tuple[Span, str]]:
    """The words of a text and their plain forms."""
    for match in _WORD.finditer(text):
        if word := plain(match[0]):
            yield Span(*match.span()), word


def _sums(words: Sequence[str]) -> list[int]:
    """The number of letters before each word, and in all."""
    return list(accumulate(map(len, words), initial=0))


def _alike(one: str, other: str, *, alone: bool) -> bool:
    """Whether two words are one but for typos; `alone` if their neighbours are the same."""
    return OSA.distance(one, other) <= len(one) // (2 if alone else 3)


def plain(text: str) -> str:
    """The plain form of a word: see the head of this module."""
    return "".join(map(_PLAIN.__getitem__, text))


class _Plain(dict[str, str]):
    """The plain form of every character that has been asked for."""

    def __missing__(self, character: str) -> str:
        form = self[character] = _form(character)
        return form


def _form(character: str) -> str:
    if character in _QUOTES:
        return '"'
    if unicodedata.category(character) == "Pd":
        return "-"
    letters = unicodedata.normalize("NFKD", character).casefold()
    return "".join(c for c in letters if unicodedata.category(c) not in _SILENT)


_QUOTES = frozenset("\"'`´„“”‟‚‘’‛«»‹›′″")
_SILENT = frozenset({"Cc", "Cf", "Mn", "Zs", "Zl", "Zp"})
_PLAIN = _Plain()
