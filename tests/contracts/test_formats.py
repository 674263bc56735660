"""What holds for every format there is."""

from __future__ import annotations

import ast
from pathlib import Path
from types import ModuleType
from typing import cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import KnownError
from reader.formats import Format, formats, read_document
from reader.model import Document
from tests.formats.soundness import assert_sound

FORMATS = pytest.mark.parametrize("found", formats(), ids=lambda found: found.NAME)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)
MARKUP = st.lists(
    st.sampled_from(
        ["# ", "Titel", "\n", "\n\n", "> ", "- ", "1. ", "```", "    ", "|a|b|\n|-|-|\n", "---\n",
         "title: x\n", "<b>", "<!--", "-->", "*", "_", "[a](b)", "![x](y)", "&amp;", "\\", "\t",
         "\x00", "\x1b", "\u2028", "\ufdd0", "\u00ad", "Ein Satz. ", "ß“", "\f", "</div>",
         "<i>", "</b>", "**", "[a](https://x.de/ y)", "<a href='https://x.de'>",
         "<a href='file:x'>", "</a>", "{\\i ", "}"]
    ),
    max_size=40,
).map("".join)  # fmt: skip
BYTES = st.one_of(
    st.binary(max_size=400),
    TEXTS.map(str.encode),
    MARKUP.map(str.encode),
    MARKUP.map(lambda text: text.encode("utf-16")),
    st.tuples(MARKUP, st.binary(max_size=8), MARKUP).map(
        lambda parts: parts[0].encode() + parts[1] + parts[2].encode("cp1252", "replace")
    ),
)


def read(data: bytes, found: Format) -> Document | str:
    """The document, or the message where it was refused as it should be."""
    try:
        return read_document(data, f"datei{found.SUFFIXES[0]}")
    except KnownError as fault:
        return fault.message


def test_there_are_some() -> None:
    assert {"Plain text", "Markdown"} <= {found.NAME for found in formats()}


def test_no_name_and_no_suffix_twice() -> None:
    names = [found.NAME for found in formats()]
    endings = [suffix for found in formats() for suffix in found.SUFFIXES]
    assert len(set(names)) == len(names)
    assert len(set(endings)) == len(endings)


@FORMATS
def test_suffixes(found: Format) -> None:
    assert found.SUFFIXES
    assert all(s.startswith(".") and s == s.lower() for s in found.SUFFIXES)


@FORMATS
def test_never_touches_the_file_system(found: Format) -> None:
    source = Path(cast("ModuleType", found).__file__ or "").read_text("utf-8")
    calls = {
        getattr(node.func, "attr", getattr(node.func, "id", ""))
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Call)
    }
    assert calls.isdisjoint({"open", "read_text", "read_bytes", "write_text", "write_bytes"})


@FORMATS
@given(data=BYTES)
def test_any_bytes_are_a_document_or_refused(found: Format, data: bytes) -> None:
    document = read(data, found)
    if isinstance(document, str):
        assert "datei" in document
        return
    assert_sound(document)
    assert document.source == ""
    assert document.format in {one.NAME for one in formats()}


@FORMATS
@given(data=BYTES)
def test_the_same_bytes_are_the_same_document(found: Format, data: bytes) -> None:
    assert read(data, found) == read(data, found)


@FORMATS
def test_empty_is_refused_by_name(found: Format) -> None:
    for data in (b"", b" \n ", b"\xef\xbb\xbf\r\n"):
        with pytest.raises(KnownError, match="datei"):
            read_document(data, f"datei{found.SUFFIXES[0]}")


@FORMATS
def test_recognises_none_of_another_kind(found: Format) -> None:
    for other in (b"", b"\x00" * 100, b"Ein Satz.", "Ein Satz.".encode("utf-16")):
        assert not found.recognises(other)
