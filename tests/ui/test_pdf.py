"""The document on pages."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication

from reader.model import Colour, Document, Fit, Kind, Paragraph, Rendering, Side, Snapshot
from reader.ui import pdf
from tests.exporters.naughty import NAUGHTY
from tests.exporters.snapshots import TEXTS, anchor, mark, snapshot


@pytest.fixture(autouse=True)
def fonts(app: QApplication) -> None:
    """Pages are set with the fonts of an application."""


def pages(data: bytes) -> list[str]:
    """The text of each page, as a program finds it that searches."""
    document = pypdfium2.PdfDocument(data)
    try:
        return [" ".join(page.get_textpage().get_text_bounded().split()) for page in document]
    finally:
        document.close()


def test_both_languages_and_the_notes_can_be_searched() -> None:
    marks = (
        mark(anchor("Die Fähre legte ab."), number=1, note="Wohin so früh?", tags=("Wetter",)),
        mark(anchor("The fog", Side.TARGET), number=2, colour=Colour.GREEN),
        mark(colour=None, note="Zum Ganzen.", number=3),
        mark(anchor("Brot"), number=4, note="Bleibt.", fit=Fit.ORPHAN),
    )
    (text,) = pages(pdf.render(replace(snapshot(*marks), colour_names={Colour.GREEN: "Fluff"})))
    for _, _, pairs in TEXTS:
        for words in (word for pair in pairs for side in pair for word in side.split()):
            assert words in text
    for words in ("Wohin so früh?", "#Wetter", "Zum Ganzen.", "Bleibt.", "Fluff"):
        assert words in text
    assert text.endswith("1")  # the page's number


def test_a_long_text_has_pages_with_numbers() -> None:
    paragraphs = tuple(Paragraph(Kind.TEXT, f"Der Satz Nummer {n}. " * 20) for n in range(60))
    book = Document("Ein Buch", paragraphs)
    english = {n: Rendering(f"The sentence number {n}. " * 20, (), "") for n in range(60)}
    long = Snapshot(book, "0", english, (), "", "2024-05-17")
    with ThreadPoolExecutor(1) as beside_the_window:
        found = pages(beside_the_window.submit(pdf.render, long).result())
    assert len(found) > 3
    assert [page.split()[-1] for page in found] == [str(n + 1) for n in range(len(found))]
    assert "Der Satz Nummer 59." in found[-1]


def test_naughty_strings_are_text() -> None:
    for text in NAUGHTY[::40]:
        made = snapshot(mark(anchor("Brot"), note=text, tags=("a",)), title=text)
        assert pages(pdf.render(made))
    (page,) = pages(pdf.render(snapshot(mark(anchor("Brot"), note="<b>fett</b> &amp; {{ x }}"))))
    assert "<b>fett</b> &amp; {{ x }}" in page
