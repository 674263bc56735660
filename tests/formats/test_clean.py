"""Which characters get as far as the view."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats import read_document
from reader.formats._clean import is_clean_file
from tests.formats.soundness import assert_sound
from tests.formats.test_hostile import epub, xhtml

TEXTS = st.lists(
    st.text(
        st.sampled_from("ab ß„“\n\t\u0083\u0085\u00a0\u00ad\u0301\u2003\u200b\u2028\u21a9\ufeff"),
        max_size=6,
    ),
    max_size=4,
)


@given(TEXTS)
def test_a_file_that_is_clean_as_a_whole_is_clean_in_its_parts(texts: list[str]) -> None:
    """Such a chapter is not looked at paragraph by paragraph; one with a & in it is."""
    body = "<p>Ein Satz.</p>" + "".join(f"<p>{text}</p>" for text in texts)
    whole = read_document(epub(xhtml(body)), "buch.epub")
    parts = read_document(epub(xhtml(f"{body}<!-- & -->")), "buch.epub")
    assert_sound(whole)
    assert whole.paragraphs == parts.paragraphs


@pytest.mark.parametrize(
    ("data", "is_clean"),
    [
        ("<p>Ein „schöner“ Satz.</p>\r\n", True),
        ("<p>Ein&#173;e</p>", False),
        ("<p>z.\u00a0B.</p>", False),
        ("<p>Ein\u00ade</p>", False),
        ("<p>scho\u0308n</p>", False),
    ],
)
def test_what_is_clean(data: str, is_clean: bool) -> None:
    assert is_clean_file(data.encode()) == is_clean
    assert not is_clean_file(data.encode("utf-16"))


def test_what_is_clean_in_one_encoding_need_not_be_in_another() -> None:
    head = '<?xml version="1.0" encoding="iso-8859-1"?><html><body>'
    chapter = head.encode() + b"<p>Ein \xc3\x83 Wort</p></body></html>"
    assert is_clean_file(chapter)
    document = read_document(epub(chapter), "buch.epub")
    assert_sound(document)
    assert "Ein Ã\ufffd Wort" in [paragraph.text for paragraph in document.paragraphs]
