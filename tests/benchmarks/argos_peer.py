"""Argos Translate in a process of its own, for `tests.benchmarks.translation`.

    python -m tests.benchmarks.argos_peer --package DIR [TEXT]

Reads lines of JSON, each a list of paragraphs, and answers each with the seconds its
`translate()` took for all of them and for the first, and the most memory it ever had.
With a TEXT it is the `argos-translate` command: it translates that and ends.

Argos's own sentence splitter is downloaded on first use, so offline neither of the two
runs as it is; here both have ours put in its place and nothing else changed.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from reader import segment


class Splitter:
    """Stands where Argos has its sentence splitter."""

    def __init__(self, package: object) -> None:
        del package

    def split_sentences(self, text: str) -> list[str]:
        return [span.of(text).strip() for span in segment.sentences(text)]


def argos(package: Path, home: Path) -> Any:
    """Argos's module for translating, with that package and no other installed."""
    for kind in ("DATA", "CONFIG", "CACHE"):
        os.environ[f"XDG_{kind}_HOME"] = str(home / kind.lower())
    packages = home / "packages"
    packages.mkdir()
    shutil.copytree(package, packages / package.name)
    os.environ["ARGOS_PACKAGES_DIR"] = str(packages)
    from argostranslate import translate

    translate.MiniSBDSentencizer = Splitter
    return translate


def serve(translate: Any) -> None:
    translation = translate.get_translation_from_codes("de", "en")
    translation.translate("Guten Morgen.")
    for line in sys.stdin:
        start = time.perf_counter()
        first = 0.0
        for text in json.loads(line):
            translation.translate(text)
            first = first or time.perf_counter() - start
        seconds = time.perf_counter() - start
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(json.dumps({"seconds": seconds, "first": first, "memory": memory}), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description="Argos Translate as a peer to measure.")
    parser.add_argument("--package", type=Path, required=True)
    parser.add_argument("text", nargs="?")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        translate = argos(arguments.package, Path(home))
        if arguments.text is None:
            serve(translate)
            return
        from argostranslate import cli

        sys.argv = ["argos-translate", "--from-lang", "de", "--to-lang", "en", arguments.text]
        cli.main()


if __name__ == "__main__":
    main()
