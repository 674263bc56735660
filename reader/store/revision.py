"""What becomes of marks and words when the text they stand in is replaced by a new one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from typing import TypeAlias

from reader.anchors import Finder, Found, make
from reader.model import Anchor, Fit, Mark, Side, Span, Word, text_hash

Anchors: TypeAlias = tuple[Anchor, ...]

# Words around a place that are looked at: many tell it from others that are like it,
# few find it where it has been moved to.
_WIDTHS = (24, 8)


class Revision:
    """An old and a new text, by their paragraphs.

    A paragraph that is still there takes its marks along. The others' marks are
    looked for where the text has changed, and a place counts only if what it says is,
    in the old text, where the mark was. So a mark on words that are gone never lands
    on others that looked the same all along.
    """

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        self._old = old
        self._new = new
        self._hashes = [text_hash(text) for text in old]
        self._moved = align(self._hashes, [text_hash(text) for text in new])
        self._origins = {there: here for here, there in self._moved.items()}
        self._placed: dict[Anchors, tuple[Anchors, Fit]] = {}
        # What is searched: paragraphs that are gone or new, and their neighbours.
        near_old = _around(n for n in range(len(old)) if n not in self._moved)
        near_new = _around(n for n in range(len(new)) if n not in self._origins)
        near_old |= {self._origins[n] for n in near_new if n in self._origins}
        near_new |= {self._moved[n] for n in near_old if n in self._moved}
        self._back = Finder([text if n in near_old else "" for n, text in enumerate(old)])
        self._there = Finder([text if n in near_new else "" for n, text in enumerate(new)])

    def paragraph(self, number: int) -> int | None:
        """The number in the new text of a paragraph of the old, as it was or changed."""
        if number in self._moved:
            return self._moved[number]
        if not 0 <= number < len(self._old):
            return None
        text = self._old[number]
        placed = self._search((make(text, Span(0, len(text)), Side.SOURCE, number),))
        return placed[0].paragraph if placed else None

    def item(self, item: Mark | Word) -> Mark | Word:
        """The mark or word in the new text; as an orphan, it keeps the anchors it had."""
        return self.mark(item) if isinstance(item, Mark) else self.word(item)

    def mark(self, mark: Mark) -> Mark:
        """As `item`; a note on the whole text stays as it is."""
        if not mark.anchors:
            return mark
        anchors, fit = self._placed_from(mark.anchors, mark.fit)
        return replace(mark, anchors=anchors, fit=fit)

    def word(self, word: Word) -> Word:
        """As `item`; its sentence stays the one it was met in."""
        (anchor,), fit = self._placed_from((word.anchor,), word.fit)
        return replace(word, anchor=anchor, fit=fit)

    def _placed_from(self, anchors: Anchors, was: Fit) -> tuple[Anchors, Fit]:
        if was is Fit.ORPHAN and anchors[0].side is Side.TARGET:
            return anchors, was
        if anchors not in self._placed:
            self._placed[anchors] = self._place(anchors)
        placed, fit = self._placed[anchors]
        if fit is Fit.EXACT and was is Fit.NEAR:
            fit = Fit.NEAR  # the place is as sure as it was
        return placed, fit

    def _place(self, anchors: Anchors) -> tuple[Anchors, Fit]:
        if anchors[0].side is Side.TARGET:
            # How a changed paragraph will be translated is not known yet. An anchor there
            # keeps the hash of the old translation: it tells that it must be looked for.
            placed = self._renumbered(anchors)
            exact = all(anchor.paragraph in self._moved for anchor in anchors)
        else:
            known = all(self._is_known(anchor) for anchor in anchors)
            placed = self._known(anchors) if known else self._orphans(anchors)
            exact = list(map(_looks, placed)) == list(map(_looks, anchors))
        if not placed or any(one.paragraph >= two.paragraph for one, two in pairwise(placed)):
            return anchors, Fit.ORPHAN
        return placed, Fit.EXACT if exact else Fit.NEAR

    def _known(self, anchors: Anchors) -> Anchors:
        """The place of anchors of the old text; those in a row that have changed go together."""
        placed: list[Anchor] = []
        for is_there, group in groupby(
            range(len(anchors)), lambda number: anchors[number].paragraph in self._moved
        ):
            run = list(group)
            if is_there:
                placed += self._renumbered(anchors[run[0] : run[-1] + 1])
                continue
            # Those beside them that have not changed help to find them.
            found = self._search(anchors[max(0, run[0] - 1) : run[-1] + 2])
            if not found:
                return ()
            placed += [anchor for anchor in found if anchor.paragraph not in self._origins]
        return tuple(placed)

    def _is_known(self, anchor: Anchor) -> bool:
        """Whether the anchor is of the old text; an orphan's is of one before that."""
        number = anchor.paragraph
        return 0 <= number < len(self._old) and self._hashes[number] == anchor.hash

    def _renumbered(self, anchors: Anchors) -> Anchors:
        numbers = [self.paragraph(anchor.paragraph) for anchor in anchors]
        if None in numbers:
            return ()
        return tuple(
            replace(anchor, paragraph=number)
            for anchor, number in zip(anchors, numbers, strict=True)
            if number is not None
        )

    def _search(self, anchors: Anchors) -> Anchors:
        own = {anchor.paragraph for anchor in anchors}
        for width in _WIDTHS:
            placed = self._made(self._there.find(self._back.view(anchors, width)))
            if not placed or not self._back.is_of(self._there.view(placed, width), anchors):
                continue
            # What is in a paragraph that is still there was there before.
            if {self._origins.get(anchor.paragraph, -1) for anchor in placed} <= own | {-1}:
                return placed
        return ()

    def _orphans(self, anchors: Anchors) -> Anchors:
        """The place of anchors of a text before the old one, by what they know themselves."""
        found = [self._there.locate(anchor) for anchor in anchors]
        placed = self._made(parts[0] for parts in found if len(parts) == 1)
        if len(placed) < len(anchors) or any(a.paragraph in self._origins for a in placed):
            return ()
        return placed

    def _made(self, parts: Iterable[Found]) -> Anchors:
        return tuple(
            make(self._new[part.paragraph], part.span, Side.SOURCE, part.paragraph)
            for part in parts
        )


def _looks(anchor: Anchor) -> tuple[str, str, str]:
    return anchor.prefix, anchor.quote, anchor.suffix


def _around(numbers: Iterable[int]) -> set[int]:
    return {number + step for number in numbers for step in (-1, 0, 1)}


def align(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Which items of `old` are which of `new`, as far as that is clear.

    Clear are equal heads and tails, items that there is one of on both sides
    (the anchors of a "patience diff"), and their equal neighbours.
    """
    head = _common(zip(old, new, strict=False))
    pairs = {number: number for number in range(head)}
    rest = min(len(old), len(new)) - head
    tail = min(rest, _common(zip(reversed(old), reversed(new), strict=False)))
    pairs |= {len(old) - 1 - n: len(new) - 1 - n for n in range(tail)}
    middle_old = range(head, len(old) - tail)
    middle_new = range(head, len(new) - tail)
    once_old = _once(old, middle_old)
    once_new = _once(new, middle_new)
    seeds = {once_old[item]: once_new[item] for item in once_old.keys() & once_new.keys()}
    pairs |= seeds
    taken = set(pairs.values())
    for here, there in sorted(seeds.items()):
        for step in (1, -1):
            i, j = here + step, there + step
            while i in middle_old and j in middle_new and i not in pairs and j not in taken:
                if old[i] != new[j]:
                    break
                pairs[i] = j
                taken.add(j)
                i, j = i + step, j + step
    return pairs


def _common(pairs: Iterable[tuple[str, str]]) -> int:
    count = 0
    for one, other in pairs:
        if one != other:
            break
        count += 1
    return count


def _once(items: Sequence[str], numbers: range) -> dict[str, int]:
    counts = Counter(items[number] for number in numbers)
    return {items[number]: number for number in numbers if counts[items[number]] == 1}
