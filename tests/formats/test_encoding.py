"""Texts in every encoding German is found in."""

from __future__ import annotations

import codecs
import random

import pytest

from reader.errors import KnownError
from reader.formats import read_document
from reader.formats._kinds import known
from reader.model import Document
from tests.formats.german import SENTENCES

MARKS = {
    "utf-8-sig": ("utf-8", codecs.BOM_UTF8),
    "utf-16-le with mark": ("utf-16-le", codecs.BOM_UTF16_LE),
    "utf-16-be with mark": ("utf-16-be", codecs.BOM_UTF16_BE),
    "utf-32-le with mark": ("utf-32-le", codecs.BOM_UTF32_LE),
    "utf-32-be with mark": ("utf-32-be", codecs.BOM_UTF32_BE),
}
ENCODINGS = ("utf-8", "cp1252", "latin-1", "utf-16-le", "utf-16-be", "mixed", *MARKS)


def encoded(lines: list[str], encoding: str) -> bytes | None:
    """The lines as a file in that encoding, None if it lacks one of the characters."""
    if encoding == "mixed":
        halves = [line.encode(("utf-8", "cp1252")[n % 2], "ignore") for n, line in enumerate(lines)]
        return b"\n".join(halves)
    codec, mark = MARKS.get(encoding, (encoding, b""))
    try:
        return mark + "\n".join(lines).encode(codec)
    except UnicodeEncodeError:
        return None


def read(data: bytes) -> Document:
    return read_document(data, "sample.txt")


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_995_of_1000_german_texts_are_read_right(encoding: str) -> None:
    chance = random.Random(encoding)
    usable = [line for line in SENTENCES if "−" not in line or "utf" in encoding]
    right = tried = 0
    for _ in range(400):
        lines = chance.sample(usable, chance.choice((1, 1, 2, 3, 5, 9)))
        data = encoded(lines, encoding)
        if data is not None:
            tried += 1
            right += texts(read(data)) == lines
    assert tried >= 100
    assert right >= 0.995 * tried


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252", "utf-16-le", "utf-16-be"])
def test_a_single_sentence_is_enough(encoding: str) -> None:
    wrong = [
        line
        for line in SENTENCES
        if (data := encoded([line], encoding)) and texts(read(data)) != [line]
    ]
    assert wrong == []


@pytest.mark.parametrize("encoding", ["cp850", "cp437", "mac-roman"])
def test_texts_of_dos_and_of_the_old_macintosh(encoding: str, article_text: str) -> None:
    usual = article_text.translate({ord("“"): '"', ord("”"): '"', ord("„"): '"'})
    data = usual.encode(encoding, "replace")
    document = read(data)
    assert "\n".join(texts(document)).split() == data.decode(encoding).split()
    assert document.warnings == ()


def test_letters_of_other_languages_are_no_umlauts_of_dos() -> None:
    line = "Tomáš Nešpor und Miloš Kraš kamen aus Brno und sahen die Donau."
    assert texts(read(line.encode("cp1252"))) == [line]


def test_plain_encodings_need_no_warning(article_text: str) -> None:
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16-le", "utf-16"):
        assert read(article_text.encode(encoding)).warnings == ()


def test_mixed_encodings_are_said() -> None:
    data = "Eine Straße.\n".encode() + "Noch eine Straße.\n".encode("cp1252")
    document = read(data)
    assert texts(document) == ["Eine Straße.", "Noch eine Straße."]
    assert len(document.warnings) == 1
    assert "Windows-1252" in document.warnings[0]


def test_bad_bytes_are_shown_and_counted() -> None:
    sentence = "Das ist ein ganz gewöhnlicher Satz mit einem"
    document = read(sentence.encode("cp1252") + b" \x81 darin.")
    assert texts(document) == [f"{sentence} � darin."]
    assert document.warnings == ("1 character could not be read and stands as � in the text.",)


def test_a_text_cut_inside_a_character_keeps_all_before_it() -> None:
    data = "Die Tür war offen, und niemand hörte, wie sie über die Schwelle trat. Nur ü".encode()
    document = read(data[:-1])
    assert texts(document)[0].endswith("Nur �")
    assert len(document.warnings) == 1


def test_odd_utf_16_keeps_all_but_the_last_byte() -> None:
    text = "Ein Satz, der nicht ganz angekommen ist, aber fast."
    document = read(text.encode("utf-16-le") + b"x")
    assert texts(document) == [text + "�"]
    assert document.warnings


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_lines_end_as_on_any_system(ending: str) -> None:
    data = f"Der erste Satz steht hier.{ending}Der zweite steht da.".encode()
    assert texts(read(data)) == ["Der erste Satz steht hier.", "Der zweite steht da."]


def test_control_characters_do_not_get_through() -> None:
    data = b"Ein Satz mit\x00 Steuerzeichen\x1b[31m darin, \x7f und mehr Text, damit es einer ist."
    (text,) = texts(read(data))
    assert text.count("�") == 3
    assert text.isprintable()


def test_soft_hyphens_and_marks_inside_vanish() -> None:
    assert texts(read("Schützen\u00adpanzer und \ufeffFahne.".encode())) == [
        "Schützenpanzer und Fahne."
    ]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF file"),
        (b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/epub+zip", "an EPUB book"),
        (b"PK\x03\x04" + b"\0" * 26 + b"[Content_Types].xml", "a Microsoft Office file"),
        (b"PK\x03\x04" + b"\0" * 60, "a ZIP archive"),
        (b"{\\rtf1 Hallo}", "an RTF file"),
        (b"\0" * 60 + b"BOOKMOBI", "a Kindle book"),
        (b"Ein Satz.", None),
        (b"", None),
    ],
)
def test_kinds_are_known_by_their_first_bytes(data: bytes, kind: str | None) -> None:
    assert known(data) == kind


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 20, "a PNG image"),
        (b"\xff\xd8\xff\xe0" + b"\0" * 20, "a JPEG image"),
        (b"\x1f\x8b\x08" + bytes(range(256)), "a gzip archive"),
        (b"SQLite format 3\x00" + b"\0" * 80, "an SQLite database"),
    ],
)
def test_what_is_no_text_is_named(data: bytes, kind: str) -> None:
    for name in ("buch.txt", "buch.md", "buch"):
        with pytest.raises(KnownError) as fault:
            read_document(data, name)
        assert fault.value.message == f"{name} is not a text: it is {kind}."
        assert fault.value.advice


def test_bytes_of_no_known_kind_are_no_text_either() -> None:
    chance = random.Random(5)
    for size in (400, 4_000, 40_000):
        with pytest.raises(KnownError, match="not a text"):
            read(chance.randbytes(size))
