"""Words: lemmas beside simplemma's, links beside the model's attention, look-ups in dictionaries.

    python -m tests.benchmarks.words [--ud FILE] [--misses]

Lemmas are measured on our own gold words, tuned and held out, and on the German UD treebank
GSD (CoNLL-U) where such a file is given or named by LESEPULT_UD; simplemma only where it is
installed. Links are measured on our hand-aligned pairs: precision against the sure and the
possible links, recall against the sure ones. Dictionaries are those of the system's packages.
"""

from __future__ import annotations

import argparse
import os
import struct
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module
from importlib.resources import as_file, files
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from zipfile import ZipFile

from reader.engines import load
from reader.model import Span
from reader.paths import paths
from reader.words import dictionaries
from reader.words.alignment import THRESHOLD, weights
from reader.words.lemma import Word, analyse
from reader.words.lemma import words as analysed
from reader.words.tokens import words
from tests.words import gold
from tests.words.model import Model

THRESHOLDS = (0.05, 0.1, 0.13, THRESHOLD, 0.2, 0.25, 0.3)
PARTS = ("tuned", "heldout")
UNJUDGED = {"PUNCT", "NUM", "SYM", "X"}
KINDS = {
    "NOUN": "noun", "PROPN": "name", "VERB": "verb", "AUX": "verb", "ADJ": "adjective",
    "ADV": "adverb", "ADP": "preposition", "CCONJ": "conjunction", "SCONJ": "conjunction",
    "PRON": "pronoun",
}  # fmt: skip


def share(right: Iterable[bool]) -> str:
    judged = list(right)
    return f"{sum(judged) / (len(judged) or 1):.1%} of {len(judged)}"


def simplemma() -> Callable[[str], str] | None:
    if not find_spec("simplemma"):
        return None
    lemmatize = import_module("simplemma").lemmatize
    return lambda form: lemmatize(form, lang="de", low_memory=True)


def gold_lemmas(part: str, *, misses: bool) -> None:
    items = [(item, analyse(item.sentence, item.offset)) for item in gold.lemmas(part)]
    right = [word is not None and word.lemma == item.lemma for item, word in items]
    parts = [word and word.parts == item.parts for item, word in items if item.parts is not None]
    particles = [
        particle == item.particle
        for item, word in items
        if (particle := separated(word, item.sentence)) or item.particle
    ]
    plain = simplemma()
    theirs = share(plain(item.form) == item.lemma for item, _ in items) if plain else "–"
    print(
        f"| {part} | {share(right)} | {theirs} | {share(map(bool, parts))} | {share(particles)} |"
    )
    if misses:
        for (item, word), fine in zip(items, right, strict=True):
            if not fine:
                print(f"  {item.form}: {item.lemma}, not {word.lemma if word else None}")


def separated(word: Word | None, sentence: str) -> str | None:
    return word.particle.of(sentence) if word and word.particle else None


@dataclass(frozen=True)
class Token:
    """A line of a CoNLL-U file."""

    span: Span
    form: str
    lemma: str
    kind: str
    tag: str


def treebank(file: Path) -> Iterator[tuple[str, list[Token]]]:
    text, tokens = "", list[Token]()
    for line in [*file.read_text("utf-8").splitlines(), ""]:
        fields = line.split("\t")
        if not line and tokens:
            yield text, tokens
            text, tokens = "", []
        elif fields[0].isdigit():
            span = Span(len(text), len(text) + len(fields[1]))
            tokens.append(Token(span, fields[1], fields[2], fields[3], fields[4]))
            text += fields[1] + ("" if "SpaceAfter=No" in fields[9] else " ")


def ud_lemmas(file: Path, *, misses: bool) -> None:
    ours: list[bool] = []
    theirs: list[bool] = []
    kinds: list[bool] = []
    found = right = there = 0
    plain = simplemma()
    started = perf_counter()
    sentences = [(tokens, analysed(text)) for text, tokens in treebank(file)]
    seconds = perf_counter() - started
    for tokens, read in sentences:
        by_span = {word.span: word for word in read}
        particles = {word.particle for word in read if word.particle}
        found += len(particles)
        there += sum(token.tag == "PTKVZ" for token in tokens)
        right += sum(token.tag == "PTKVZ" and token.span in particles for token in tokens)
        for token in tokens:
            word = by_span.get(token.span)
            if token.kind in UNJUDGED or word is None:
                continue
            lemma = word.lemma
            if word.particle:  # the treebank leaves the particle a word of its own
                lemma = lemma[word.particle.end - word.particle.start :]
            ours.append(lemma.lower() == token.lemma.lower())
            if plain:
                theirs.append(plain(token.form).lower() == token.lemma.lower())
            if token.kind in KINDS:
                kinds.append(word.kind.value == KINDS[token.kind])
            if misses and not ours[-1]:
                print(f"  {token.form}: {token.lemma}, not {lemma}")
    print(f"| treebank | {share(ours)} | {share(theirs) if plain else '–'} | – | – |")
    print(
        f"\ntreebank: part of speech right {share(kinds)}; separated particles "
        f"{right} of {there} found, {found - right} wrong; "
        f"{1000 * seconds / len(sentences):.1f} ms a sentence"
    )


Weights = Sequence[Sequence[float]]


def attention(model: Model, pair: gold.Aligned, shift: int = 0) -> Weights:
    """By words: the mean over a target word's pieces of what they pay to a source word's."""
    of_source, of_target, rows = model.attention(pair.source, pair.target)
    left = owners(of_source, pair.source)
    right = owners(of_target, pair.target)
    paid = [[0.0] * len(words(pair.target)) for _ in words(pair.source)]
    for number, owner in enumerate(right):
        if owner is None or number + shift >= len(rows):
            continue
        for at, weight in zip(left, rows[number + shift], strict=False):
            if at is not None:
                paid[at][owner] += weight / right.count(owner)
    return paid


def owners(pieces: Sequence[str], text: str) -> list[int | None]:
    spans, owned, at = words(text), list[int | None](), 0
    for piece in pieces:
        plain = piece.replace("▁", "")
        start = max(text.find(plain, at), at)
        at = start + len(plain)
        place = Span(start, at)
        owned.append(
            next((i for i, span in enumerate(spans) if plain and span.overlaps(place)), None)
        )
    return owned


def with_heads(folder: Path, layer: int, heads: int) -> Model:
    """The model giving the mean attention of the first heads of a layer, changed in memory."""
    whole = bytearray((folder / "model" / "model.bin").read_bytes())
    for name, value in (
        (b"decoder/alignment_layer\0", layer),
        (b"decoder/alignment_heads\0", heads),
    ):
        at = whole.index(name) + len(name) + 6  # rank, type and size stand between
        whole[at : at + 2] = struct.pack("<h", value)
    others = ("config.json", "shared_vocabulary.json")
    kept = {name: BytesIO((folder / "model" / name).read_bytes()) for name in others}
    return Model(folder, {"model.bin": BytesIO(bytes(whole)), **kept})


def score(
    pairs: Sequence[gold.Aligned], found: Sequence[Weights], threshold: float
) -> tuple[float, float]:
    linked = right = recalled = sure = 0
    for pair, rows in zip(pairs, found, strict=True):
        ours = {(i, j) for i, row in enumerate(rows) for j, w in enumerate(row) if w >= threshold}
        linked += len(ours)
        right += len(ours & pair.possible)
        recalled += len(ours & pair.sure)
        sure += len(pair.sure)
    return right / (linked or 1), recalled / sure


def links(folder: Path) -> None:
    model, engine = Model(folder), load(folder, "argos:translate-de_en:0.1:0")
    pairs = {part: gold.aligned(part) for part in PARTS}
    started = perf_counter()
    found = {p: [weights(one.source, one.target, engine) for one in pairs[p]] for p in PARTS}
    each = (perf_counter() - started) / sum(map(len, pairs.values()))
    print(f"\nLinks by leaving words out, {1000 * each:.0f} ms a pair\n")
    print("| threshold | tuned precision | recall | held-out precision | recall |")
    print("|---|---|---|---|---|")
    for threshold in THRESHOLDS:
        scores = [f"{s:.1%}" for p in PARTS for s in score(pairs[p], found[p], threshold)]
        chosen = " (chosen)" if threshold == THRESHOLD else ""
        print(f"| {threshold}{chosen} | {' | '.join(scores)} |")
    print("\nLinks by attention, each at its best threshold for the tuned part\n")
    print("| attention | threshold | tuned precision | recall | held-out precision | recall |")
    print("|---|---|---|---|---|---|")
    for name, asked, shift in (
        ("as the package gives it: first head of the last layer", model, 0),
        ("mean of the last layer's heads", with_heads(folder, 1, 4), 0),
        ("mean of the first layer's heads", with_heads(folder, 0, 4), 0),
        ("the same, of the piece after", with_heads(folder, 0, 4), 1),
    ):
        paid = {p: [attention(asked, one, shift) for one in pairs[p]] for p in PARTS}
        steps = [n / 100 for n in range(5, 80, 5)]
        best = max(steps, key=lambda t, paid=paid: f1(*score(pairs["tuned"], paid["tuned"], t)))
        scores = [f"{s:.1%}" for p in PARTS for s in score(pairs[p], paid[p], best)]
        print(f"| {name} | {best} | {' | '.join(scores)} |")


def f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall or 1)


def look_ups(profile: Path) -> None:
    asked = "Haus gehen aufstehen Schützenpanzer Strasse größer Regierung nichtvorhanden".split()
    for dictionary in dictionaries.find(paths(profile)):
        started = perf_counter()
        dictionary.prepare()
        prepared = perf_counter()
        count = sum(len(dictionary.look_up(word)) for word in asked)
        looked = perf_counter()
        print(
            f"\n{dictionary.title}: headwords listed once in {prepared - started:.1f} s, "
            f"a look-up {1000 * (looked - prepared) / len(asked):.1f} ms, "
            f"{count} entries for {len(asked)} words"
        )


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--ud", type=Path, default=os.environ.get("LESEPULT_UD"))
    arguments.add_argument("--misses", action="store_true", help="show each wrong lemma")
    options = arguments.parse_args()
    print("| words | lemma right | simplemma | parts right | particle right |")
    print("|---|---|---|---|---|")
    for part in PARTS:
        gold_lemmas(part, misses=options.misses)
    if options.ud:
        ud_lemmas(Path(options.ud), misses=options.misses)
    package = files("reader.resources") / "model" / "translate-de_en-0_1.argosmodel"
    with TemporaryDirectory() as folder, as_file(package) as packed:
        with ZipFile(packed) as archive:
            archive.extractall(folder)
        links(next(Path(folder).iterdir()))
        look_ups(Path(folder) / "profile")


if __name__ == "__main__":
    main()
