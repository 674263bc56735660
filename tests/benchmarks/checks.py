"""What the checks flag: on human translations, on spoilt ones, and on the bundled model's.

    python -m tests.benchmarks.checks [--pairs FILE …] [--ud FILE] [--show N]

- pairs: lines "German<TAB>English" (.tsv or .tsv.xz) by human translators: what is flagged
  there is flagged in vain, or the translators left something out; `--show` prints it.
- spoilt: the same pairs, each with one fault put in: how many are found.
- treebank: the sentences of a CoNLL-U file, translated by the bundled model.
- odd: 1,000 inputs of 20 kinds, translated by the bundled model, once, without the
  pipeline's retries. A runaway is what coarse measures call one: nothing, the end of the
  output limit, German that came back as it was, text that packs far better than its source.

Sentences beyond the model's limit go in clauses, as in the pipeline. Files that are not
given are left out.
"""

from __future__ import annotations

import argparse
import lzma
import random
import tempfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path
from zipfile import ZipFile

import regex

from reader.engines import Candidate, Decoding, Engine, Use, load
from reader.model import Flag
from reader.segment import clauses
from reader.translation.checks import check
from tests.benchmarks import odd

Pair = tuple[str, str]

PAIRS = 20_000  # of a file, at most
SPOILT = 2_000
DIGIT = regex.compile(r"\d")
NUMBER = regex.compile(r"\d+(?:[.,]\d+)*")
WORD = regex.compile(r"\p{L}{2,}")
NAME = regex.compile(r"(?<=\w )\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}{3,}")


def read(file: Path) -> list[Pair]:
    opened = lzma.open if file.suffix == ".xz" else open
    with opened(file, "rt", encoding="utf-8") as lines:
        rows = [line.rstrip("\n").split("\t") for line in lines]
    pairs = [(row[0], row[1]) for row in rows if len(row) > 1]
    random.Random(1).shuffle(pairs)
    return pairs[:PAIRS]


def flags(source: str, text: str) -> tuple[Flag, ...]:
    return check(source, text, clipped=False, unknown=False)


# ---- Spoilt translations -------------------------------------------------------------------


def changed_digit(text: str, chance: random.Random) -> str | None:
    digits = [*DIGIT.finditer(text)]
    if not digits:
        return None
    at = chance.choice(digits).start()
    return text[:at] + chance.choice([d for d in "0123456789" if d != text[at]]) + text[at + 1 :]


def dropped_number(text: str, chance: random.Random) -> str | None:
    numbers = [*NUMBER.finditer(text)]
    if not numbers:
        return None
    start, end = chance.choice(numbers).span()
    return text[:start] + text[end:]


def dropped_name(text: str, _: random.Random) -> str | None:
    return NAME.sub("", text) if NAME.search(text) else None


def half(text: str, _: random.Random) -> str | None:
    words = text.split()
    return " ".join(words[: len(words) // 2]) if len(words) >= 12 else None


def doubled_word(text: str, chance: random.Random) -> str | None:
    words = text.split()
    plain = [at for at, word in enumerate(words) if word.isalpha() and len(word) > 3]
    if not plain:
        return None
    at = chance.choice(plain)
    return " ".join([*words[:at], words[at], *words[at:]])


def looping(text: str, chance: random.Random) -> str | None:
    words = text.split()
    if len(words) < 8:
        return None
    at, length = chance.randrange(len(words) - 3), chance.randrange(1, 4)
    return " ".join([*words[:at], *(words[at : at + length] * 8)])


SPOILERS: dict[str, Callable[[str, random.Random], str | None]] = {
    "a digit changed": changed_digit,
    "a number dropped": dropped_number,
    "two capitalised words dropped": dropped_name,
    "the second half dropped": half,
    "a word doubled": doubled_word,
    "an endless loop": looping,
}


def spoil(pairs: Sequence[Pair]) -> Iterator[str]:
    """How many of the faults put into sound pairs are found."""
    chance = random.Random(3)
    sound = [pair for pair in pairs if not flags(*pair)]
    made = {
        name: [(german, bad) for german, text in sound if (bad := spoiler(text, chance))]
        for name, spoiler in SPOILERS.items()
    }
    made["left in German"] = [(german, german) for german, _ in sound if len(german.split()) > 3]
    for name, spoilt in made.items():
        found = sum(bool(flags(*pair)) for pair in spoilt[:SPOILT])
        count = len(spoilt[:SPOILT])
        yield f"| {name} | {count} | {found / (count or 1):.1%} |"


# ---- The model -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Made:
    """An input of that kind, what the model made of it, and what was flagged."""

    kind: str
    source: str
    candidate: Candidate
    flags: tuple[Flag, ...]

    @property
    def is_runaway(self) -> bool:
        """By coarse measures, which know nothing of the checks."""
        source, text = self.source, self.candidate.text
        words, written = ({*WORD.findall(t.casefold())} for t in (source, text))
        german = self.kind in ("capitals", "broken", "headline") and len(words) > 4
        return (
            (bool(words) and not written)
            or self.candidate.clipped
            or (german and len(words & written) > 0.8 * len(words))
            or (len(text) > 60 and packing(text) < 0.6 * packing(source))
        )


def packing(text: str) -> float:
    data = text.encode("utf-8", "replace") or b" "
    return len(zlib.compress(data)) / len(data)


def bundled(folder: Path) -> Engine:
    name = "translate-de_en-0_1.argosmodel"
    with as_file(files("reader.resources") / "model" / name) as file, ZipFile(file) as archive:
        archive.extractall(folder)
    (inside,) = folder.iterdir()
    return load(inside, "argos:translate-de_en:0.1:benchmark", Use.BOOK)


def translate(inputs: Sequence[tuple[str, str]], engine: Engine) -> list[Made]:
    """Once, without tries again; what is too long goes in clauses, ever shorter ones."""
    split = [[*fitting(text, engine, 400)] for _, text in inputs]
    candidates = iter(engine.translate([piece for row in split for piece in row], Decoding(beam=2)))
    made: list[Made] = []
    for (kind, source), row in zip(inputs, split, strict=True):
        parts = [next(candidates) for _ in row]
        text = " ".join(part.text for part in parts)
        clipped, unknown = any(p.clipped for p in parts), any(p.unknown for p in parts)
        found = check(source, text, clipped=clipped, unknown=unknown)
        made.append(Made(kind, source, Candidate(text, clipped, unknown), found))
    return made


def fitting(text: str, engine: Engine, longest: int) -> Iterator[str]:
    for span in clauses(text, longest):
        if len(piece := span.of(text)) < 2 or engine.size(piece) <= engine.limit:
            yield piece
        else:
            yield from fitting(piece, engine, len(piece) // 2)


def kinds(made: Sequence[Made]) -> Iterator[str]:
    """The odd inputs, kind by kind."""
    yield "\n| kind | inputs | flagged | runaways | of these not flagged |\n|---|---|---|---|---|"
    for kind in odd.KINDS:
        rows = [row for row in made if row.kind == kind]
        runaways = [row for row in rows if row.is_runaway]
        flagged = sum(bool(row.flags) for row in rows)
        missed = sum(not row.flags for row in runaways)
        yield f"| {kind} | {len(rows)} | {flagged} | {len(runaways)} | {missed} |"
    for row in made:
        if row.is_runaway and not row.flags:
            yield f"missed: {row.kind}: {row.source[:90]!r} → {row.candidate.text[:90]!r}"


# ---- The report ----------------------------------------------------------------------------


def head() -> str:
    return f"| text | sentences | flagged | {' | '.join(Flag)} |\n|{'---|' * (3 + len(Flag))}"


def line(title: str, found: Sequence[tuple[Flag, ...]]) -> str:
    counts = Counter(flag for row in found for flag in row)
    shares = [sum(map(bool, found)), *(counts[flag] for flag in Flag)]
    return f"| {title} | {len(found)} | {' | '.join(f'{n / len(found):.2%}' for n in shares)} |"


def report(pairs: Sequence[Path], ud: Path | None, show: int) -> Iterator[str]:
    human = {file.name.partition(".")[0]: read(file) for file in pairs}
    yield "Human translations\n"
    yield head() if human else "No pairs given."
    for name, rows in human.items():
        yield line(name, [flags(*pair) for pair in rows])
    for name, rows in human.items():
        shown = (pair for pair in rows if flags(*pair))
        for german, english in islice(shown, show):
            yield f"\n{name}: {', '.join(flags(german, english))}\n  {german}\n  {english}"
    if human:
        yield "\nHuman translations, spoilt\n\n| fault | sentences | found |\n|---|---|---|"
        yield from spoil([pair for rows in human.values() for pair in rows])
    with tempfile.TemporaryDirectory() as folder:
        engine = bundled(Path(folder))
        yield "\nThe bundled model, first attempt\n\n" + head()
        if ud:
            prefix = "# text = "
            texts = [row for row in ud.read_text("utf-8").splitlines() if row.startswith(prefix)]
            made = translate([("", text.removeprefix(prefix)) for text in texts], engine)
            yield line("treebank", [row.flags for row in made])
        made = translate(odd.inputs(), engine)
        yield line("odd", [row.flags for row in made])
        yield from kinds(made)


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--pairs", type=Path, nargs="*", default=[])
    arguments.add_argument("--ud", type=Path)
    arguments.add_argument("--show", type=int, default=0, help="flagged pairs to print of a file")
    options = arguments.parse_args()
    for part in report(options.pairs, options.ud, options.show):
        print(part, flush=True)


if __name__ == "__main__":
    main()
