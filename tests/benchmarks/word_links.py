"""What word links cost, and whether a click waits for them: ratios of one run.

    python -m tests.benchmarks.word_links [--rounds N]

All is asked of one child, as the window asks it, from request to reply. The rounds of all
go in turn, so that a noisy machine is noisy for all.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import tempfile
import time
from importlib.resources import files
from pathlib import Path
from statistics import median, quantiles

from reader.engines import Use
from reader.packages import ready
from reader.paths import paths
from reader.translation.protocol import (
    LinkReply,
    LinkRequest,
    Message,
    Reply,
    Request,
    command,
    decode,
    encode,
)

LATEST = 0.03  # seconds after the links that the click comes, at most


class Child:
    """The translating child, waited for."""

    def __init__(self, folder: Path, engine: str) -> None:
        self.process = subprocess.Popen(
            command((folder, engine)), stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        self._last = 0
        self.read()

    def read(self) -> Message:
        assert self.process.stdout is not None
        return decode(self.process.stdout.readline())

    def send(self, message: Request | LinkRequest) -> None:
        assert self.process.stdin is not None
        self.process.stdin.write(encode(message))
        self.process.stdin.flush()

    def click(self, text: str, *, during: int = 0) -> float:
        """Seconds from a click to its rendering; `during` other answers may come first or after."""
        self._last += 1
        start = time.perf_counter()
        self.send(Request(self._last, (text,), Use.CLICK))
        took = 0.0
        for _ in range(during + 1):
            message = self.read()
            if isinstance(message, Reply) and message.id == self._last:
                took = time.perf_counter() - start
        return took

    def link(self, source: str, target: str) -> float:
        start = time.perf_counter()
        self.send(LinkRequest(1, source, target))
        assert isinstance(self.read(), LinkReply)
        return time.perf_counter() - start

    def rendered(self, text: str) -> list[tuple[str, str]]:
        self.send(Request(1_000_000, (text,), Use.CLICK))
        reply = self.read()
        assert isinstance(reply, Reply)
        (made,) = reply.renderings
        return [(pair.source.of(text), pair.target.of(made.text)) for pair in made.pairs]


def told(name: str, times: list[float], base: float) -> None:
    tenths = quantiles(times, n=20)
    print(
        f"| {name} | {1000 * median(times):.1f} ms | {median(times) / base:.2f} "
        f"| {1000 * tenths[18]:.1f} ms | {tenths[18] / base:.2f} |"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    arguments.add_argument("--rounds", type=int, default=10)
    rounds = arguments.parse_args().rounds
    text = (files("reader.seeds") / "schuetzenpanzer.txt").read_text("utf-8")
    paragraphs = [line for line in text.split("\n") if len(line) > 80]
    with tempfile.TemporaryDirectory() as folder:
        package = ready(paths(Path(folder)))
        child = Child(package.folder, package.engine)
        pairs = [pair for paragraph in paragraphs for pair in child.rendered(paragraph)]
        longest = max(pairs, key=lambda pair: len(pair[0]))
        alone: list[float] = []
        linked: list[float] = []
        sentence: list[float] = []
        during: list[float] = []
        crowded: list[float] = []
        chance = random.Random(1)
        for _ in range(rounds):
            for paragraph in paragraphs:
                alone.append(child.click(paragraph))
                child.send(LinkRequest(1, *longest))
                time.sleep(chance.uniform(0, LATEST))
                during.append(child.click(paragraph, during=1))
                child.send(Request(2_000_000, (paragraphs[-1],), Use.PAGE))
                child.send(LinkRequest(1, *longest))
                time.sleep(chance.uniform(0, LATEST))
                crowded.append(child.click(paragraph, during=2))
            for source, target in pairs:
                linked.append(child.link(source, target))
                sentence.append(child.click(source))
        child.process.kill()
        child.process.wait()
    base = median(alone)
    print(f"{len(paragraphs)} paragraphs, {len(pairs)} sentences, {rounds} rounds")
    print("| | median | against a click | 95 of 100 within | against a click |")
    print("|---|---|---|---|---|")
    told("a click on a paragraph", alone, base)
    told("the same while the longest sentence is linked", during, base)
    told("the same while a page is translated too", crowded, base)
    told("a click on a sentence", sentence, base)
    told("the links of a sentence", linked, base)


if __name__ == "__main__":
    main()
