"""Where marks end up when their text is edited, and how long it takes to find them.

    python -m tests.benchmarks.anchors [CASES] [SEED] [VERDICT]

Cases of VERDICT ("wrong", if none is given) are shown.
"""

from __future__ import annotations

import random
import sys
import time
from collections import Counter

from reader.anchors import Finder, make
from reader.model import Side, Span
from tests.anchors import edits, harness


def count(number: int, seed: int, shown: str) -> None:
    verdicts: Counter[str] = Counter()
    fits: Counter[str] = Counter()
    changes = 0
    for case in harness.cases(number, seed):
        verdicts[case.verdict] += 1
        fits[case.placed.fit] += 1
        changes += len(case.edits)
        if case.verdict == shown:
            print(f"{shown} after {', '.join(case.edits)}: {case.mark.quote!r}")
            print(f"    placed on {case.placed.quote!r}, true is {case.truth!r}")
    print(f"{number} marks, {changes} edits:", *(f"{v} {n}," for v, n in verdicts.most_common()))
    print("placed:", *(f"{fit} {n}," for fit, n in fits.most_common()))


def measure(paragraphs: int = 2000, marks: int = 1000) -> None:
    """All paragraphs changed, one anchor in every other."""
    rng = random.Random(1)
    texts = [edits.paragraph(rng, edits.OLD) + f" Nummer {n}." for n in range(paragraphs)]
    numbers = range(0, paragraphs, paragraphs // marks)
    anchors = [make(texts[n], Span(5, 40), Side.SOURCE, n) for n in numbers]
    start = time.perf_counter()
    finder = Finder([text.replace("e", "é") for text in texts])
    found = sum(len(finder.locate(anchor)) == 1 for anchor in anchors)
    seconds = time.perf_counter() - start
    print(f"{marks} anchors in {paragraphs} paragraphs: {seconds:.1f} s, {found} found")


if __name__ == "__main__":
    arguments = [*sys.argv[1:], *("10000", "1", "wrong")[len(sys.argv) - 1 :]]
    count(int(arguments[0]), int(arguments[1]), arguments[2])
    measure()
