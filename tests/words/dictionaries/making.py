"""Small dictionaries of every format, made byte by byte from their formats' descriptions."""

from __future__ import annotations

import gzip
import struct
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"

# Headword and text, as dictd's formatter puts them.
HOUSE = {
    "00databaseshort": "00-database-short\n   A small dictionary\n",
    "haus": "Haus /haʊs/ <neut, n>\nhouse\n",
    "strasse": "Straße /ʃtraːsə/\nstreet\n",
    "aufstehen": "aufstehen <v>\nget up\n",
    "us praesident": "US-Praesident\nUS president\n",
}


def base64(number: int) -> str:
    digits = DIGITS[number % 64]
    while number := number // 64:
        digits = DIGITS[number % 64] + digits
    return digits


def dictzip(data: bytes, chunk: int = 64, name: bytes = b"texts\0") -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    packed = [
        packer.compress(data[at : at + chunk]) + packer.flush(zlib.Z_FULL_FLUSH)
        for at in range(0, len(data), chunk)
    ]
    sizes = struct.pack(f"<{len(packed)}H", *map(len, packed))
    field = struct.pack("<3H", 1, chunk, len(packed)) + sizes
    extra = b"XX\x01\x00?" + b"RA" + struct.pack("<H", len(field)) + field
    header = b"\x1f\x8b\x08\x0c" + bytes(6) + struct.pack("<H", len(extra)) + extra + name
    end = packer.flush() + struct.pack("<2I", zlib.crc32(data), len(data))
    whole = header + b"".join(packed) + end
    assert gzip.decompress(whole) == data
    return whole


def dictd(folder: Path, entries: Mapping[str, str] = HOUSE, packed: bool = True) -> Path:
    texts, lines = b"", list[str]()
    for headword, text in entries.items():
        lines.append(f"{headword}\t{base64(len(texts))}\t{base64(len(text.encode()))}\n")
        texts += text.encode()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "small-deu-eng.index").write_text("".join(lines), "utf-8")
    if packed:
        (folder / "small-deu-eng.dict.dz").write_bytes(dictzip(texts))
    else:
        (folder / "small-deu-eng.dict").write_bytes(texts)
    return folder / "small-deu-eng.index"


def stardict(
    folder: Path,
    entries: Sequence[tuple[str, bytes]],
    types: str = "",
    synonyms: Sequence[tuple[str, int]] = (),
    bits: int = 32,
    packed: bool = False,
) -> Path:
    texts, index = b"", b""
    for headword, text in entries:
        place = struct.pack(">QI" if bits == 64 else ">2I", len(texts), len(text))
        index += headword.encode() + b"\0" + place
        texts += text
    folder.mkdir(parents=True, exist_ok=True)
    about = [
        "StarDict's dict ifo file",
        "version=3.0.0",
        "bookname=A star",
        f"idxoffsetbits={bits}",
    ]
    about += [f"sametypesequence={types}"] if types else []
    (folder / "star.v1.ifo").write_text("\n".join(about), "utf-8")
    if packed:
        (folder / "star.v1.idx.gz").write_bytes(gzip.compress(index))
        (folder / "star.v1.dict.dz").write_bytes(dictzip(texts))
    else:
        (folder / "star.v1.idx").write_bytes(index)
        (folder / "star.v1.dict").write_bytes(texts)
    if synonyms:
        data = b"".join(word.encode() + b"\0" + struct.pack(">I", at) for word, at in synonyms)
        (folder / "star.v1.syn").write_bytes(data)
    return folder / "star.v1.ifo"


DING = """# Version :: devel 2023-01-30
# a remark :: not an entry
Haus {n} | Häuser {pl} | ein Haus bauen :: house | houses | to build a house
etw. ansehen; sich etw. anschauen {vt} (genau) [ugs.] :: to look at sth. <look>
Einzelne Zeile :: one | two
"""


def ding(folder: Path, text: str = DING) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "de-en").write_text(text, "utf-8")
    return folder / "de-en"
