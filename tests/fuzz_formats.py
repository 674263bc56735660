"""Broken files by the thousand: python -m tests.fuzz_formats [FORMAT ...] [--count N] [--seed N].

Takes the samples of tests/data/formats apart and puts them together wrongly. Whatever
comes out of that must be a document or a KnownError, and soon. 100,000 a format:

    python -m tests.fuzz_formats --count 100000
"""

from __future__ import annotations

import argparse
import io
import random
import sys
import time
import traceback
import zipfile
from collections.abc import Iterator
from pathlib import Path

from reader.errors import KnownError
from reader.formats import Format, formats, read_document
from tests.formats.soundness import assert_sound

SAMPLES = Path(__file__).parent / "data" / "formats"
SLOW = 5.0
"""Seconds. No sample takes a tenth of it."""

TOKENS = (
    b"", b"\x00", b"\xff\xfe", b"&lol;", b"&#0;", b"&#1114112;",
    b"<!DOCTYPE a [<!ENTITY lol 'x'>]>",
    b"<table>" * 40, b"<tr><td>", b"</td></tr></table>",
    b"<div>" * 300, b"<li>", b"</ul>", b"]]>",
    b"<![CDATA[", b"<!--", b"<p hidden>", b"<pre>", b"<br><br>", b"-1", b"99999999999999999999",
    b"{" * 300, b"}", b"\\u-9999", b"\\u55357 ", b"\\bin99999999 ", b"\\'", b"\\*", b"\\footnote",
    b"\\row\\cell\\cell", b"\\uc99", b"-->", b"00:00:00,000 --> 00:00:00,000", b"<v >", b"\n\n",
    b"endobj", b"endstream", b"stream\n", b"<<>>", b"[[[[", b"/Type /Page", b"0 0 0 0 re", b"%%EOF",
    b'w:val="9999999"', b"<w:p>", b"<text:list>", b"xml:space", b"\xc3", b"\xed\xa0\x80", b"\t",
    b"' '",
)  # fmt: skip


def samples(found: Format) -> list[bytes]:
    """The samples of a format, by their suffixes."""
    files = sorted(file for file in SAMPLES.iterdir() if file.suffix in found.SUFFIXES)
    return [file.read_bytes() for file in files] or [b"Ein Satz.\n\nNoch ein Satz.\n" * 5]


def broken(found: Format, chance: random.Random) -> bytes:
    """A sample with something wrong in it; in an archive, mostly in one of its files."""
    all_of_them = samples_of(found)
    sample, other = chance.choice(all_of_them), chance.choice(all_of_them)
    if sample.startswith(b"PK") and chance.random() < 0.8:
        return _broken_archive(sample, chance)
    return mutated(sample, other, chance)


_samples: dict[str, list[bytes]] = {}


def samples_of(found: Format) -> list[bytes]:
    if found.NAME not in _samples:
        _samples[found.NAME] = samples(found)
    return _samples[found.NAME]


def mutated(data: bytes, other: bytes, chance: random.Random) -> bytes:
    """`data` after one to eight accidents."""
    result = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at = chance.randrange(len(result) + 1)
        end = min(len(result), at + chance.choice((1, 4, 30, 400)))
        match chance.randrange(8):
            case 0:
                result[at:end] = chance.randbytes(end - at)
            case 1:
                del result[at:end]
            case 2:
                result[at:at] = result[at:end] * chance.choice((1, 3, 50))
            case 3:
                del result[at:]
            case 4:
                start = chance.randrange(len(other) + 1)
                result[at:end] = other[start : start + chance.choice((10, 200, 3000))]
            case 5 | 6:
                result[at:at] = chance.choice(TOKENS)
            case _:
                if at < len(result):
                    result[at] ^= 1 << chance.randrange(8)
    return bytes(result)


def _broken_archive(data: bytes, chance: random.Random) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}
    names = [
        name for name in entries if name.endswith((".xml", ".opf", ".xhtml", ".html", ".rels"))
    ]
    name = chance.choice(names or list(entries))
    if chance.random() < 0.1:
        del entries[name]
    else:
        entries[name] = mutated(entries[name], entries[chance.choice(list(entries))], chance)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for entry, content in entries.items():
            archive.writestr(entry, content)
    return target.getvalue()


def fuzz(found: Format, count: int, seed: int) -> Iterator[str]:
    """What went wrong, in words that tell how to have it again."""
    for number in range(count):
        data = broken(found, random.Random(f"{found.NAME} {seed} {number}"))
        started = time.monotonic()
        try:
            assert_sound(read_document(data, f"datei{found.SUFFIXES[0]}"))
        except KnownError as fault:
            if "datei" not in fault.message:
                yield f"{found.NAME} {seed} {number}: does not name the file: {fault.message}"
        except Exception:  # noqa: BLE001 - any other is what is looked for
            yield f"{found.NAME} {seed} {number}:\n{traceback.format_exc(limit=-4)}"
        if (took := time.monotonic() - started) > SLOW:
            yield f"{found.NAME} {seed} {number}: took {took:.1f} seconds"


def main() -> int:
    """Runs it for each format that is named. Gives the number of faults, at most 99."""
    parser = argparse.ArgumentParser()
    parser.add_argument("formats", nargs="*", help="names, such as PDF; all if there are none")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    arguments = parser.parse_args()
    faults = 0
    for found in formats():
        if arguments.formats and found.NAME not in arguments.formats:
            continue
        started = time.monotonic()
        for fault in fuzz(found, arguments.count, arguments.seed):
            faults += 1
            sys.stdout.write(f"{fault}\n")
        took = time.monotonic() - started
        sys.stdout.write(f"{found.NAME}: {arguments.count} in {took:.0f} s\n")
        sys.stdout.flush()
    return min(faults, 99)


if __name__ == "__main__":
    sys.exit(main())
