"""What an index offers."""

from __future__ import annotations

import json

import pytest

from reader.errors import KnownError
from reader.packages.catalogue import INDEX, KNOWN, read_index


def _entry(**fields: object) -> dict[str, object]:
    return {
        "package_version": "1.9",
        "argos_version": "1.9",
        "from_code": "fr",
        "from_name": "French",
        "to_code": "en",
        "to_name": "English",
        "links": ["ipfs://x", "https://example.org/translate-fr_en-1_9.argosmodel"],
        **fields,
    }


def test_an_entry_becomes_an_offer() -> None:
    french, german = read_index(json.dumps([_entry()]).encode())
    assert german == KNOWN
    assert (french.name, french.version, french.key) == ("translate-fr_en", "1.9", "fr-en")
    assert french.languages == "French → English"
    assert french.address == "https://example.org/translate-fr_en-1_9.argosmodel"
    assert (french.size, french.checksum) == (0, "")


def test_what_is_pinned_here_stands_against_the_index() -> None:
    entry = _entry(package_version="1.3", from_code="de", links=["https://example.org/evil"])
    assert read_index(json.dumps([entry]).encode()) == [KNOWN]


@pytest.mark.parametrize(
    "entry",
    [
        7,
        {},
        _entry(type="sbd"),
        _entry(links=[]),
        _entry(links="https://example.org"),
        _entry(links=["http://example.org", "file:///etc/passwd", 7]),
        _entry(from_code="../fr"),
        _entry(from_code=None),
        _entry(package_version="1/../2"),
    ],
)
def test_other_entries_are_left_out(entry: object) -> None:
    assert read_index(json.dumps([entry]).encode()) == [KNOWN]


@pytest.mark.parametrize("data", [b"", b"{}", b"<html>", b"\xff", b"[" * 100_000])
def test_what_is_no_index_is_refused(data: bytes) -> None:
    with pytest.raises(KnownError, match="list of packages"):
        read_index(data)


def test_what_is_pinned_is_pinned_whole() -> None:
    assert len(KNOWN.checksum) == 64
    assert KNOWN.size == 150_512_831
    assert KNOWN.address.startswith("https://")
    assert INDEX.startswith("https://")
