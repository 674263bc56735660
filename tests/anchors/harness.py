"""Edits German texts at random and tells where the marks in them end up.

A case is one text, one mark and one to four edits, the first of them in the mark's
own paragraph. The truth does not come from the code under test: every letter carries
a number through all edits, and a mark's letters are where their numbers are. A case
counts as

    right    the mark lies from the first to the last word of which letters are still
             there; or it is an orphan, and fewer than half of its letters are, or they
             are in another order now
    orphan   it is an orphan, and should not be
    ragged   most of its letters are marked, and little else, but an end is a word off
    wrong    all else

Not drawn are edits whose outcome another edit could have had as well (of "die Frau
und die Katze", taking away "die Frau und " or "Frau und die "): which letters are
still there has no answer then.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import count, pairwise

from reader.anchors import make
from reader.model import Anchor, Fit, Mark, Side, Span
from reader.store.revision import Revision
from tests.anchors import edits
from tests.anchors.edits import Letters, Text, fold, plain, sentences_of, words_of


@dataclass(frozen=True)
class Case:
    """What was marked, what was done, and what came of it."""

    verdict: str
    mark: Mark
    placed: Mark
    edits: tuple[str, ...]
    truth: str


def cases(number: int, seed: int) -> Iterator[Case]:
    rng = random.Random(seed)
    for _ in range(number):
        yield case(rng)


def case(rng: random.Random) -> Case:
    old = edits.text(rng)
    mark = Mark("m", "d", marked(rng, old), None, "", "", "", "")
    numbers = count()
    body: Text = [[(c, next(numbers)) for c in text] for text in old]
    # Letters and digits of the mark; what else stands at its ends does not matter.
    letters = {
        number
        for anchor in mark.anchors
        for c, number in body[anchor.paragraph][anchor.span.start : anchor.span.end]
        if number is not None and c.isalnum()
    }
    names: list[str] = []
    wanted = rng.choice((1, 1, 1, 2, 3, 4))
    at = mark.anchors[0].paragraph
    while len(names) < wanted and names != ["copy_paragraph"]:
        step = edits.edited(rng, body, at)
        # Of two alike, one of which is edited too, the other is what was there.
        if step and not (names and step[0] == "copy_paragraph"):
            names.append(step[0])
            body = step[1]
            at = rng.randrange(len(body))
    placed = Revision(old, [plain(paragraph) for paragraph in body]).mark(mark)
    return Case(
        judge(letters, mark, body, placed), mark, placed, tuple(names), truth(letters, body)
    )


def marked(rng: random.Random, texts: Sequence[str]) -> tuple[Anchor, ...]:
    """Some words; now and then a sentence, a paragraph, two paragraphs, a part of a word."""
    while True:
        number = rng.randrange(len(texts))
        text = texts[number]
        letters: Letters = [(c, None) for c in text]
        kind = rng.random()
        if kind < 0.15:
            span = rng.choice(sentences_of(letters))
        elif kind < 0.2:
            span = Span(0, len(text))
        else:
            words = words_of(letters)
            first = rng.randrange(len(words))
            last = min(first + rng.choice((0, 0, 0, 1, 1, 2, 3, 5, 8, 12)), len(words) - 1)
            span = Span(words[first].start, words[last].end)
        if kind > 0.95 and span.end - span.start > 8:
            span = Span(span.start + 2, span.end - 1)
        anchors = [make(text, span, Side.SOURCE, number)]
        if 0.9 < kind < 0.95 and number + 1 < len(texts):
            anchors[0] = make(text, Span(span.start, len(text)), Side.SOURCE, number)
            following = sentences_of([(c, None) for c in texts[number + 1]])[0]
            anchors.append(make(texts[number + 1], Span(0, following.end), Side.SOURCE, number + 1))
        ends = [word for a in anchors for word in (a.quote.split()[0], a.quote.split()[-1])]
        if all(any(map(str.isalnum, word)) for word in ends):
            return tuple(anchors)


def judge(letters: set[int], mark: Mark, body: Text, placed: Mark) -> str:
    still = places(letters, body)
    alive = [body[p][i][1] or 0 for p, i in still]
    torn = any(later < earlier - 1 for earlier, later in pairwise(alive))
    if placed.fit is Fit.ORPHAN:
        return "right" if torn or 2 * len(set(alive)) < len(letters) else "orphan"
    found = [
        (anchor.paragraph, i)
        for anchor in placed.anchors
        for i in range(anchor.span.start, anchor.span.end)
        if body[anchor.paragraph][i][0].isalnum()
    ]
    if not still or not found:
        return "wrong"
    own = len(letters & {body[p][i][1] for p, i in found})
    within = sum(still[0] <= place <= still[-1] for place in found)
    if fold(placed.quote) == fold(mark.quote) and 2 * own > len(letters):
        return "right"  # the same words, and most of them the very same
    if torn and within == len(found) and 2 * own > len(letters):
        return "right"
    ends = [word_at(body, place) for place in (found[0], found[-1], still[0], still[-1])]
    if ends[:2] == ends[2:]:
        return "right"
    return "ragged" if 2 * own > len(set(alive)) and 2 * within > len(found) else "wrong"


def places(letters: set[int], body: Text) -> list[tuple[int, int]]:
    """Where letters are now: in which paragraph, at which character."""
    return [(p, i) for p, row in enumerate(body) for i, (_, n) in enumerate(row) if n in letters]


def truth(letters: set[int], body: Text) -> str:
    """The text from the first to the last of letters."""
    still = places(letters, body)
    return "".join(
        body[p][i][0]
        for p in range(len(body))
        for i in range(len(body[p]))
        if still and still[0] <= (p, i) <= still[-1]
    )


def word_at(body: Text, place: tuple[int, int]) -> tuple[int, int]:
    """Where the word around a letter starts."""
    number, start = place
    row = body[number]
    while start and (row[start - 1][0].isalnum() or row[start - 1][0] == "\u00ad"):
        start -= 1
    return number, start
