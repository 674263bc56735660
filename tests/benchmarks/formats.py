"""How long documents take to open: python -m tests.benchmarks.formats

A book of 20,000 paragraphs beside a bare pass of zipfile and lxml over it, and every
sample read in this process and opened by way of the child. The least of several runs.
"""

from __future__ import annotations

import gc
import io
import time
import zipfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

from reader.formats import open_document, parse, read_apart, read_document
from tests.formats.german import SENTENCES
from tests.formats.test_hostile import CONTAINER

SAMPLES = Path(__file__).parents[1] / "data" / "formats"
CHAPTERS, PARAGRAPHS = 100, 200


def book() -> bytes:
    """An EPUB of 20,000 paragraphs of some 45 words, every fifth with words set apart."""
    numbers = range(CHAPTERS)
    items = "".join(
        f'<item id="c{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>' for n in numbers
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in numbers)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("META-INF/container.xml", CONTAINER)
        archive.writestr(
            "a.opf", f"<package><manifest>{items}</manifest><spine>{spine}</spine></package>"
        )
        for number in numbers:
            texts = [
                " ".join(SENTENCES[(number * 7 + at * 3 + k) % len(SENTENCES)] for k in range(5))
                for at in range(PARAGRAPHS)
            ]
            texts[::5] = [text.replace(" ", " <em>", 1) + "</em>" for text in texts[::5]]
            body = "\n".join(f'<p class="text">{text}</p>' for text in texts)
            archive.writestr(
                f"{number}.xhtml",
                f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{body}</body></html>',
            )
    return target.getvalue()


def bare(data: bytes) -> int:
    """The least there is to do: unpack, parse, take the text of every paragraph."""
    etree: Any = import_module("lxml.etree")
    count = 0
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        for name in archive.namelist():
            if name.endswith(".xhtml"):
                root = etree.fromstring(archive.read(name))
                count += len(["".join(p.itertext()) for p in root.iter("{*}p")])
    return count


def least(*works: Callable[[], object], runs: int = 5, cpu: bool = False) -> list[float]:
    """Milliseconds of each, by the clock or of processor time; they take turns."""
    clock = time.process_time if cpu else time.perf_counter
    times: list[list[float]] = [[] for _ in works]
    for _ in range(runs):
        for work, taken in zip(works, times, strict=True):
            started = clock()
            work()
            taken.append(1000 * (clock() - started))
    return [min(taken) for taken in times]


def main() -> None:
    data = book()
    gc.disable()  # as in the child
    once, ours, whole = least(
        lambda: bare(data),
        lambda: parse(data, "buch.epub"),
        lambda: read_document(data, "buch.epub"),
        runs=20,
        cpu=True,
    )
    gc.enable()
    (apart,) = least(lambda: read_apart(data, "buch.epub"))
    print(f"20,000 paragraphs: bare {once:.0f} ms, parsed {ours:.0f} ms ({ours / once:.2f} ×), "
          f"with language {whole:.0f} ms ({whole / once:.2f} ×), by way of the child "
          f"{apart:.0f} ms by the clock")  # fmt: skip
    for file in sorted(SAMPLES.iterdir()):
        if file.suffix in (".sh", ".doc"):
            continue
        here, apart = least(
            lambda file=file: read_document(file.read_bytes(), file.name),
            lambda file=file: open_document(file),
        )
        print(f"{file.name:24} {here:7.1f} ms here, {apart:7.1f} ms opened")


if __name__ == "__main__":
    main()
