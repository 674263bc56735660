"""Broken files by the thousand: python -m tests.fuzz_formats [FORMAT ...] [--count N] [--seed N].

Takes the samples of tests/data/formats apart and puts them together wrongly. Whatever
comes out of that must be a sound document or a KnownError, and soon. 100,000 a format:

    python -m tests.fuzz_formats --count 100000
"""

from __future__ import annotations

import argparse
import io
import json
import random
import signal
import subprocess
import sys
import time
import traceback
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from reader.errors import KnownError
from reader.formats import Format, formats, read_document
from tests.formats.soundness import assert_sound

SAMPLES = Path(__file__).parent / "data" / "formats"
SLOW = 5.0
"""Seconds of processor time. No sample takes a tenth of it."""

HANG = 60
"""Seconds, after which an input is given up."""

SLICE = 2_000
"""Inputs read by one process."""

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
    files = sorted(file for file in SAMPLES.iterdir() if file.name.endswith(found.SUFFIXES))
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


def fuzz(found: Format, numbers: Iterable[int], seed: int) -> Iterator[str]:
    """What goes wrong, in words that tell how to have it again; else "" for each document."""
    for number in numbers:
        chance = random.Random(f"{found.NAME} {seed} {number}")
        data = broken(found, chance)
        name = f"datei{found.SUFFIXES[0]}" if chance.random() < 0.9 else "datei"
        started = time.process_time()
        try:
            assert_sound(read_document(data, name))
            yield ""
        except KnownError as fault:
            if "datei" not in fault.message:
                yield f"{found.NAME} {seed} {number}: does not name the file: {fault.message}"
        except Exception:  # noqa: BLE001 - any other is what is looked for
            yield f"{found.NAME} {seed} {number}:\n{traceback.format_exc(limit=-4)}"
        if (took := time.process_time() - started) > SLOW:
            yield f"{found.NAME} {seed} {number}: took {took:.1f} seconds of the processor"


def work(found: Format, numbers: range, seed: int) -> None:
    """Runs in a process of its own, which a crash or a hang ends; says what it is at."""

    def told() -> Iterator[int]:
        for number in numbers:
            sys.stderr.write(f"{number}\n")
            signal.alarm(HANG)
            yield number

    outcomes = list(fuzz(found, told(), seed))
    signal.alarm(0)
    faults = list(filter(None, outcomes))
    json.dump({"read": len(outcomes) - len(faults), "faults": faults}, sys.stdout)


def run(found: Format, numbers: range, seed: int) -> tuple[int, list[str]]:
    """How many of these inputs became a document, and what went wrong, crashes and hangs too."""
    done = subprocess.run(
        [
            *(sys.executable, "-X", "faulthandler", "-m", "tests.fuzz_formats", found.NAME),
            *("--seed", str(seed), "--only", str(numbers.start), str(numbers.stop)),
        ],
        capture_output=True,
        check=False,
        text=True,
    )
    if done.returncode == 0:
        outcome = json.loads(done.stdout)
        return outcome["read"], outcome["faults"]
    at = [line for line in done.stderr.splitlines() if line.isdecimal()][-1]
    end = "hung" if done.returncode == -signal.SIGALRM else f"ended with {done.returncode}"
    fault = f"{found.NAME} {seed} {at}: {end}\n{done.stderr[-2000:]}"
    read, faults = run(found, range(int(at) + 1, numbers.stop), seed)
    return read, [fault, *faults]


def main() -> int:
    """Runs it for each format that is named. Gives the number of faults, at most 99."""
    parser = argparse.ArgumentParser()
    names = [found.NAME for found in formats()]
    parser.add_argument("formats", nargs="*", help=f"of {names}; all if there are none")
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--only", type=int, nargs=2, help="inputs of these numbers, in this process"
    )
    arguments = parser.parse_args()
    if unknown := set(arguments.formats).difference(names):
        parser.error(f"there is no format {unknown}, but {names}")
    chosen = [one for one in formats() if not arguments.formats or one.NAME in arguments.formats]
    if arguments.only:
        work(chosen[0], range(*arguments.only), arguments.seed)
        return 0
    faults = 0
    for found in chosen:
        started = time.monotonic()
        read = 0
        for start in range(0, arguments.count, SLICE):
            numbers = range(start, min(start + SLICE, arguments.count))
            more, said = run(found, numbers, arguments.seed)
            read += more
            faults += len(said)
            sys.stdout.write("".join(f"{fault}\n" for fault in said))
        took = time.monotonic() - started
        sys.stdout.write(
            f"{found.NAME}: {arguments.count} inputs in {took:.0f} s, {read} became documents\n"
        )
        sys.stdout.flush()
    return min(faults, 99)


if __name__ == "__main__":
    sys.exit(main())
