"""Translation side by side, in one run, with the same package, sentences and machine.

    python -m tests.benchmarks.translation [--rounds N] [--pairs FILE]

- raw: CTranslate2's `translate_batch` on the tokens of the same sentences, nothing else;
  for the book the best of a sweep of threads and batches. The limit.
- ours: what a click or a book costs whoever asks the child, from request to reply:
  pipes, splitting, tokens, checks, tries again, typography.
- Argos: its `translate()`, warm, in a process of its own, with our sentence splitter
  (its own is downloaded on first use).
- command: `argos-translate`, likewise.
- LibreTranslate: where it is installed.

The rounds of all go in turn, so that a noisy machine is noisy for all. `--pairs` names a
file of lines "German<TAB>English" on which the quality (chrF) of the settings is told.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Generator, Sequence
from contextlib import ExitStack, contextmanager
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import Any

from reader import segment
from reader.engines import Decoding, Use, load, workers
from reader.model import Kind, Paragraph, Rendering
from reader.packages import Package, ready
from reader.paths import paths
from reader.translation.pipeline import FIRST, render
from reader.translation.protocol import Reply, Request, command, decode, encode
from reader.translation.queue import Priority, Queue
from tests.data import gold

BOOK = 500  # paragraphs
SENTENCES = 3  # to a paragraph of the book


class Child:
    """The translating child with its queue, as the window runs it, but waited for."""

    def __init__(self, package: Package) -> None:
        start = time.perf_counter()
        self.process = subprocess.Popen(
            command((package.folder, package.engine)), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self._input, self._output = self.process.stdin, self.process.stdout
        self.hello = decode(self._output.readline())
        self.start = time.perf_counter() - start
        self._queue = Queue()
        self._arrived = threading.Condition()
        self._renderings: dict[str, Rendering] = {}
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def click(self, text: str) -> float:
        """Seconds from the wish to the rendering."""
        paragraph = Paragraph(Kind.TEXT, text)
        with self._arrived:
            self._renderings.pop(paragraph.hash, None)
            start = time.perf_counter()
            self._queue.ask([paragraph], Priority.CLICK)
            self._feed()
            self._arrived.wait_for(lambda: paragraph.hash in self._renderings)
            return time.perf_counter() - start

    def begin(self, texts: Sequence[str]) -> None:
        """Wishes for a whole book."""
        with self._arrived:
            self._renderings.clear()
            self._queue.ask([Paragraph(Kind.TEXT, text) for text in texts], Priority.WHOLE)
            self._feed()

    def wait(self, count: int) -> None:
        with self._arrived:
            self._arrived.wait_for(lambda: len(self._renderings) >= count)

    def give_up(self) -> None:
        with self._arrived:
            self._queue.cancel(Priority.WHOLE)
            self._arrived.wait_for(lambda: not self._queue.sent)

    @property
    def processor(self) -> float:
        """Seconds of processor time it took so far."""
        fields = (
            Path(f"/proc/{self.process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        )
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def memory(self) -> float:
        """The most it ever had, in MB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text("ascii")
        found = re.search(r"VmHWM:\s+(\d+)", status)
        return int(found[1]) / 1024 if found else 0.0

    def _feed(self) -> None:
        while (each := self._queue.next()) is not None:
            texts = tuple(paragraph.text for paragraph in each.paragraphs)
            self._input.write(encode(Request(each.id, texts, each.use)))
        self._input.flush()

    def _read(self) -> None:
        for line in self._output:
            reply = decode(line)
            assert isinstance(reply, Reply), reply
            with self._arrived:
                paragraphs = self._queue.done(reply.id)
                names = (paragraph.hash for paragraph in paragraphs)
                self._renderings.update(zip(names, reply.renderings, strict=True))
                self._feed()
                self._arrived.notify_all()


class Peer:
    """Argos in its process."""

    def __init__(self, package: Path) -> None:
        self._package = package
        self._command = [sys.executable, "-m", "tests.benchmarks.argos_peer"]
        self._command += ["--package", str(package)]
        self.process = subprocess.Popen(
            self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def translate(self, texts: Sequence[str]) -> dict[str, float]:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        self.process.stdin.write(json.dumps(list(texts)) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def run_command(self, text: str) -> float:
        start = time.perf_counter()
        subprocess.run([*self._command, text], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start


@contextmanager
def ended(process: subprocess.Popen[Any]) -> Generator[None]:
    with process:
        try:
            yield
        finally:
            process.kill()


class Raw:
    """CTranslate2 and the tokenizer, bare."""

    def __init__(self, folder: Path) -> None:
        import ctranslate2
        import sentencepiece

        self._folder = folder
        self._make: Callable[..., Any] = ctranslate2.Translator
        self._tokenizer = sentencepiece.SentencePieceProcessor(
            model_file=str(folder / "sentencepiece.model")
        )
        self._click = self.translator(1, 1)

    def translator(self, inter: int, intra: int) -> Any:
        return self._make(
            str(self._folder / "model"),
            compute_type="int8",
            inter_threads=inter,
            intra_threads=intra,
        )

    def tokens(self, texts: Sequence[str]) -> list[list[str]]:
        sentences = (span.of(text).strip() for text in texts for span in segment.sentences(text))
        return [self._tokenizer.encode(sentence, out_type=str) for sentence in sentences]

    def click(self, text: str) -> float:
        tokens = self.tokens([text])
        start = time.perf_counter()
        self._click.translate_batch(tokens, beam_size=FIRST.beam)
        return time.perf_counter() - start

    def book(self, texts: Sequence[str], inter: int, intra: int, batch: int) -> tuple[float, float]:
        """Seconds, and seconds of processor time."""
        tokens = self.tokens(texts)
        translator = self.translator(inter, intra)
        translator.translate_batch(tokens[:2], beam_size=FIRST.beam)
        start, before = time.perf_counter(), time.process_time()
        translator.translate_batch(
            tokens,
            beam_size=FIRST.beam,
            max_batch_size=batch,
            batch_type="tokens",
            max_decoding_length=200,
        )
        return time.perf_counter() - start, time.process_time() - before


def book() -> list[str]:
    """Paragraphs of sentences written for this project, no two alike near each other."""
    parts = gold.read("sentences-tuned.txt") + gold.read("sentences-heldout.txt")
    sentences = [sentence.strip() for part in parts for sentence in part]
    chance = random.Random(1)
    row: list[str] = []
    while len(row) < BOOK * SENTENCES:
        row += chance.sample(sentences, len(sentences))
    return [" ".join(row[n : n + SENTENCES]) for n in range(0, BOOK * SENTENCES, SENTENCES)]


def article() -> list[str]:
    text = (files("reader.seeds") / "schuetzenpanzer.txt").read_text("utf-8")
    return [line.strip() for line in text.splitlines() if line.strip()]


def one_paragraph(raw: Raw, child: Child, peer: Peer, rounds: int) -> None:
    texts = article()
    times: dict[str, list[float]] = {"raw": [], "ours": [], "Argos": []}
    for _ in range(rounds):
        for text in texts:
            times["raw"].append(raw.click(text))
            times["ours"].append(child.click(text))
            times["Argos"].append(peer.translate([text])["seconds"])
    middle = {name: median(row) for name, row in times.items()}
    middle["command"] = median(peer.run_command(texts[0]) for _ in range(3))
    print(f"\nOne paragraph (median of {len(texts)} paragraphs × {rounds} rounds)")
    for name, seconds in middle.items():
        print(f"  {name:10} {1000 * seconds:8.1f} ms   ours is {middle['ours'] / seconds:5.2f}×")
    print(f"  over raw: {1000 * (middle['ours'] - 1.08 * middle['raw']):.1f} ms beyond 1.08×")


def whole_book(raw: Raw, child: Child, peer: Peer) -> None:
    texts = book()
    count = sum(len(segment.sentences(text)) for text in texts)
    sweep = {
        (inter, intra, batch): raw.book(texts, inter, intra, batch)
        for inter, intra in ((1, workers(Use.BOOK)), (workers(Use.BOOK), 1))
        for batch in (512, 1024, 2048)
    }
    best = min(sweep, key=lambda setting: sweep[setting])
    distinct = len(set(texts))
    child.begin(texts[:1])  # loads the engine for books
    child.wait(1)
    start, before = time.perf_counter(), child.processor
    child.begin(texts)
    child.wait(1)
    first = time.perf_counter() - start
    child.wait(distinct)
    ours, ours_processor = time.perf_counter() - start, child.processor - before
    answer = peer.translate(texts[: BOOK // 10])
    theirs = 10 * answer["seconds"]
    print(f"\nA book of {BOOK} paragraphs, {count} sentences")
    for (inter, intra, batch), (seconds, processor) in sweep.items():
        setting = f"{inter} × {intra} threads, {batch:4} tokens"
        rates = f"{count / seconds:4.0f} a second, {count / processor:4.0f} a processor second"
        print(f"  raw, {setting}: {rates}")
    rates = f"{count / ours:4.0f} a second, {count / ours_processor:4.0f} a processor second"
    ratios = f"{sweep[best][0] / ours:.2f}× and {sweep[best][1] / ours_processor:.2f}×"
    print(f"  ours: {rates}, {ratios} the best raw one")
    print(f"  Argos {count / theirs:5.0f} a second (by a tenth of it); ours {theirs / ours:.1f}×")
    print(f"  first paragraph: ours {1000 * first:.0f} ms, Argos {1000 * answer['first']:.0f} ms")
    print(f"  most memory: ours {child.memory:.0f} MB, Argos {answer['memory']:.0f} MB")


def click_in_a_book(child: Child, rounds: int) -> None:
    texts = article()
    idle = [child.click(text) for _ in range(rounds) for text in texts]
    child.begin([f"{text} {number}" for number in range(40) for text in book()])
    time.sleep(0.5)
    busy = [child.click(text) for _ in range(rounds) for text in texts]
    child.give_up()
    print("\nA click while a book is translated")
    for name, form in (("median", median), ("mean", lambda row: sum(row) / len(row))):
        quiet, loud = 1000 * form(idle), 1000 * form(busy)
        print(f"  {name:6} idle {quiet:6.1f} ms, busy {loud:6.1f} ms: {loud / quiet:.2f}×")


def loading(package: Package) -> None:
    times: dict[str, list[float]] = {"start of the child": [], "of which model": []}
    for _ in range(5):
        child = Child(package)
        with ended(child.process):
            times["start of the child"].append(child.start)
        start = time.perf_counter()
        load(package.folder, package.engine)
        times["of which model"].append(time.perf_counter() - start)
    print("\nLoading")
    for name, row in times.items():
        print(f"  {name:20} {1000 * median(row):6.0f} ms")


def quality(package: Package, file: Path) -> None:
    """What the settings are worth: chrF on translations made by people."""
    engine = load(package.folder, package.engine, Use.BOOK)
    rows = [line.split("\t") for line in file.read_text("utf-8").splitlines()]
    pairs = [row for row in rows if len(row) == 2]
    short = [(german, english) for german, english in pairs if engine.size(german) <= engine.limit]
    print(f"\nQuality (chrF) on {len(short)} of {len(pairs)} sentences of {file.name}")
    for beam in (1, 2, 3, 4, 5):
        start = time.perf_counter()
        made = engine.translate([german for german, _ in short], Decoding(beam=beam))
        seconds = time.perf_counter() - start
        score = chrf([c.text for c in made], [english for _, english in short])
        print(f"  beam {beam}: {score:.2f}, {len(short) / seconds:.0f} a second")
    start = time.perf_counter()
    renderings = render([german for german, _ in pairs], engine)
    seconds = time.perf_counter() - start
    score = chrf([r.text for r in renderings], [english for _, english in pairs])
    print(f"  the pipeline, on all: {score:.2f}, {len(pairs) / seconds:.0f} a second")
    flags = Counter(flag for r in renderings for pair in r.pairs for flag in pair.flags)
    print(f"  flagged: {dict(flags)}")


def chrf(made: Sequence[str], true: Sequence[str], order: int = 6, beta: float = 2.0) -> float:
    """The character n-gram F-score over a corpus (Popović 2015), in per cent."""
    scores: list[float] = []
    for length in range(1, order + 1):
        common = found = wanted = 0
        for one, other in zip(made, true, strict=True):
            mine, theirs = _grams(one, length), _grams(other, length)
            common += (mine & theirs).total()
            found += mine.total()
            wanted += theirs.total()
        precision, recall = common / max(1, found), common / max(1, wanted)
        weight = beta**2 * precision + recall
        scores.append((1 + beta**2) * precision * recall / weight if weight else 0.0)
    return 100 * sum(scores) / order


def _grams(text: str, length: int) -> Counter[str]:
    plain = text.replace(" ", "")
    return Counter(plain[n : n + length] for n in range(len(plain) - length + 1))


def main() -> None:
    parser = argparse.ArgumentParser(description="Translation, side by side.")
    parser.add_argument("--rounds", type=int, default=10)
    parser.add_argument("--pairs", type=Path, help="German<TAB>English, for the quality")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as profile, ExitStack() as stack:
        package = ready(paths(Path(profile)))
        child, peer = Child(package), Peer(package.folder)
        stack.enter_context(ended(child.process))
        stack.enter_context(ended(peer.process))
        raw = Raw(package.folder)
        one_paragraph(raw, child, peer, arguments.rounds)
        whole_book(raw, child, peer)
        click_in_a_book(child, arguments.rounds)
        loading(package)
        if find_spec("libretranslate") is None:
            print("\nLibreTranslate is not installed.")
        if arguments.pairs is not None:
            quality(package, arguments.pairs)


if __name__ == "__main__":
    main()
