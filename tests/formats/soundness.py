"""What holds for every document, whatever it was read from."""

from __future__ import annotations

import re
from itertools import pairwise

from reader.model import Document, Kind, Style, text_hash

_ADDRESS = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20]+", re.IGNORECASE)
_NO_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0\uffff\ufffc\u2028\u2029\u00ad]")
_DATE = re.compile(r"(?:[12]\d{3}(?:-\d\d(?:-\d\d)?)?)?")


def assert_sound(document: Document) -> None:
    """The title has one line, no paragraph is empty, and every run lies within its text."""
    assert document.title.strip()
    assert "\n" not in document.title
    assert document.paragraphs
    assert document.format
    assert len(document.checksum) == 32
    assert _DATE.fullmatch(document.date)
    for paragraph in document.paragraphs:
        text = paragraph.text
        assert text.strip()
        assert not _NO_TEXT.search(text)
        assert paragraph.hash == text_hash(text)
        text.encode()
        spans = [run.span for run in paragraph.runs]
        assert all(one.start <= two.start for one, two in pairwise(spans))
        assert len(set(paragraph.runs)) == len(paragraph.runs)
        for run in paragraph.runs:
            assert 0 <= run.span.start < run.span.end <= len(text)
            words = run.span.of(text)
            assert words == words.strip(), "runs begin and end with what is seen"
            assert bool(run.target) == (run.style is Style.LINK)
            assert not run.target or _ADDRESS.fullmatch(run.target)
            run.target.encode()
            if paragraph.kind in (Kind.TITLE, Kind.HEADING) and run.style is Style.STRONG:
                assert words != text
