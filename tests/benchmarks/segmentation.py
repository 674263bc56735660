"""Sentence splitters side by side: precision, recall, F1 and speed.

    python -m tests.benchmarks.segmentation [--ud FILE] [--misses]

Measured on our own gold sentences, tuned and held out, and on the German UD treebank GSD
(CoNLL-U) where such a file is given or named by LESEPULT_UD. The treebank's sentences are
joined by sixes: once all of them, and once with a new paragraph after every sentence that
ends without a mark, for these are headlines and ends of other texts, which no splitter can
find. Only boundaries within a paragraph are counted; its end is no achievement. Splitters
that are not installed are left out.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec
from itertools import accumulate
from pathlib import Path
from time import perf_counter
from typing import Any

from reader import segment
from tests.data import gold

Splitter = Callable[[str], Iterable[str]]
Paragraphs = Sequence[Sequence[str]]

PARAGRAPH = 6  # sentences of the treebank to a paragraph
TEXT = "# text = "
CLOSING = " \"“”‘’'»«)]"


def lesepult(module: Any) -> Splitter:
    return lambda text: [span.of(text) for span in module.sentences(text)]


def sentencex(module: Any) -> Splitter:
    return lambda text: [piece["text"] for piece in module.get_sentence_boundaries("de", text)]


def pysbd(module: Any) -> Splitter:
    return module.Segmenter(language="de", clean=False).segment


def syntok(module: Any) -> Splitter:
    return lambda text: [
        "".join(token.value for token in sentence)
        for paragraph in module.process(text)
        for sentence in paragraph
    ]


def somajo(module: Any) -> Splitter:
    splitter = module.SoMaJo("de_CMC")
    return lambda text: [
        "".join(token.original_spelling or token.text for token in sentence)
        for sentence in splitter.tokenize_text([text])
    ]


def simplemma(module: Any) -> Splitter:
    return lambda text: module.split_sentences(text, lang="de")


def nupunkt(module: Any) -> Splitter:
    return module.sent_tokenize


def choppa(module: Any) -> Splitter:
    rules = Path(module.__file__).parent / "data" / "srx" / "languagetool_segment.srx"
    document = import_module("choppa.srx_parser").SrxDocument(ruleset=rules)
    iterator = import_module("choppa.iterators").SrxTextIterator
    return lambda text: iterator(document, "de_two", text)


def blingfire(module: Any) -> Splitter:
    return lambda text: module.text_to_sentences(text).split("\n")


SPLITTERS: dict[str, tuple[str, Callable[[Any], Splitter]]] = {
    "Lesepult": ("reader.segment", lesepult),
    "sentencex": ("sentencex", sentencex),
    "pysbd": ("pysbd", pysbd),
    "syntok": ("syntok.segmenter", syntok),
    "SoMaJo": ("somajo", somajo),
    "simplemma": ("simplemma.sentences", simplemma),
    "nupunkt": ("nupunkt", nupunkt),
    "choppa": ("choppa", choppa),
    "blingfire": ("blingfire", blingfire),
}


@dataclass(frozen=True)
class Score:
    """How a splitter did; speed in characters a second."""

    found: int
    wrong: int
    missed: int
    speed: float

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.wrong or 1)

    @property
    def recall(self) -> float:
        return self.found / (self.found + self.missed or 1)

    @property
    def f1(self) -> float:
        return 2 * self.found / (2 * self.found + self.wrong + self.missed or 1)


def boundaries(pieces: Iterable[str]) -> set[int]:
    """Where pieces end, counted in characters that are no white space; not the last end."""
    ends = [*accumulate(len("".join(piece.split())) for piece in pieces)]
    return {end for end in ends if 0 < end < ends[-1]}


def measure(splitter: Splitter, paragraphs: Paragraphs) -> Score:
    texts = ["".join(sentences) for sentences in paragraphs]
    splitter(texts[0])  # loads what is loaded late
    started = perf_counter()
    split = [[*splitter(text)] for text in texts]
    seconds = perf_counter() - started
    expected = [boundaries(sentences) for sentences in paragraphs]
    actual = [boundaries(pieces) for pieces in split]
    both = [*zip(expected, actual, strict=True)]
    return Score(
        sum(len(right & ours) for right, ours in both),
        sum(len(ours - right) for right, ours in both),
        sum(len(right - ours) for right, ours in both),
        sum(map(len, texts)) / seconds,
    )


def treebank(file: Path, *, marked: bool) -> Paragraphs:
    lines = file.read_text("utf-8").splitlines()
    paragraphs: list[list[str]] = [[]]
    for line in lines:
        if line.startswith(TEXT):
            paragraphs[-1].append(line.removeprefix(TEXT) + " ")
            unmarked = not line.rstrip(CLOSING).endswith((".", "!", "?", "…"))
            if len(paragraphs[-1]) == PARAGRAPH or (marked and unmarked):
                paragraphs.append([])
    return [sentences for sentences in paragraphs if sentences]


def misses(paragraphs: Paragraphs) -> Iterable[str]:
    """Our faults with what stands around them: `+` a boundary too many, `-` one missed."""
    for sentences in paragraphs:
        text = "".join(sentences)
        places = [at for at, character in enumerate(text) if not character.isspace()]
        right = boundaries(sentences)
        ours = boundaries(span.of(text) for span in segment.sentences(text))
        for end in sorted(right ^ ours):
            at = places[end]
            around = f"{text[max(0, at - 50) : at]}¦{text[at : at + 40]}"
            yield f"  {'+' if end in ours else '-'} {around!r}"


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--ud", type=Path, default=os.environ.get("LESEPULT_UD"))
    arguments.add_argument("--misses", action="store_true", help="show each fault of ours")
    options = arguments.parse_args()
    texts: dict[str, Paragraphs] = {
        name: gold.read(f"sentences-{name}.txt") for name in ("tuned", "heldout")
    }
    if options.ud:
        texts["treebank"] = treebank(options.ud, marked=False)
        texts["treebank, ends marked"] = treebank(options.ud, marked=True)
    else:
        print("No treebank given: measured on our own gold sentences only.")
    for name, paragraphs in texts.items():
        print(f"\n{name}: {sum(map(len, paragraphs))} sentences in {len(paragraphs)} paragraphs\n")
        print("| splitter | precision | recall | F1 | wrong | missed | Mchar/s |")
        print("|---|---|---|---|---|---|---|")
        for title, (module, build) in SPLITTERS.items():
            if not find_spec(module.partition(".")[0]):
                continue
            score = measure(build(import_module(module)), paragraphs)
            print(
                f"| {title} | {score.precision:.2%} | {score.recall:.2%} | {score.f1:.2%} "
                f"| {score.wrong} | {score.missed} | {score.speed / 1e6:.2f} |"
            )
        if options.misses:
            print("\nfaults of ours:", *misses(paragraphs), sep="\n")


if __name__ == "__main__":
    main()
