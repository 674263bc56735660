"""From lines at places to paragraphs: the cases that no sample has."""

from __future__ import annotations

import textwrap

import pytest

from reader.formats import read_document
from reader.formats._layout import paragraphs
from reader.formats._page import Line, Page
from reader.model import Kind
from tests.formats.german import SENTENCES
from tests.formats.test_hostile import pdf, stream

PROSE = [" ".join(SENTENCES[at : at + 4]) for at in range(0, 40, 4)]
LETTER = 5.0  # points, in type of 10


def line(words: str, left: float, base: float, size: float = 10.0) -> Line:
    return Line(words, left, left + LETTER * size / 10 * len(words), base, size)


def column(texts: list[str], left: float, *, top: float = 700.0, width: int = 40) -> list[Line]:
    """Lines of text, all but the last of each paragraph set to the full width."""
    found: list[Line] = []
    for text in texts:
        for words in textwrap.wrap(text, width):
            found.append(line(words, left, top - 12 * len(found)))
            if not text.endswith(words):
                last = found.pop()
                found.append(Line(last.text, left, left + LETTER * width, last.base, last.size))
    return found


def read(*pages: list[Line]) -> list[str]:
    return [p.text for p in paragraphs([Page(800, 800, lines) for lines in pages])]


def test_three_columns_with_little_between_them() -> None:
    texts = PROSE[:6]
    lines = [
        *column(texts[:2], 50),
        *column(texts[2:4], 50 + 40 * LETTER + 10),
        *column(texts[4:], 50 + 80 * LETTER + 20),
    ]
    assert read(lines) == texts


def test_a_column_that_is_short_on_the_last_page() -> None:
    right = 50 + 40 * LETTER + 10
    first = [*column(PROSE[:2], 50), *column(PROSE[2:4], right)]
    last = [*column(PROSE[4:6], 50), line("Ein Rest.", right, 700)]
    assert read(first, last) == [*PROSE[:6], "Ein Rest."]


def test_running_heads_that_change_with_the_chapter() -> None:
    pages = [
        [line(f"Kapitel {at // 4}", 50, 760), line(str(at + 1), 440, 760), *column([text], 50)]
        for at, text in enumerate(PROSE[:8])
    ]
    assert read(*pages) == PROSE[:8]


def test_numbers_in_front_of_a_book() -> None:
    numbers = ("ii", "iii", "iv", "v")
    pages = [
        [line("Die Mühle", 50, 760), line(number, 440, 760), *column([text], 50)]
        for number, text in zip(numbers, PROSE, strict=False)
    ]
    assert read(*pages) == PROSE[:4]


def test_contents_go_and_prices_stay() -> None:
    def rows(names: list[str], numbers: list[int]) -> list[Line]:
        return [
            line(f"{name} {'. ' * 20}{number}", 50, 600 - 12 * at)
            for at, (name, number) in enumerate(zip(names, numbers, strict=True))
        ]

    names = ["Das Wasser", "Das Lied", "Die Nachbarn"]
    text = column(PROSE[:1], 50, top=500)
    assert read([line("Inhalt", 50, 620), *rows(names, [1, 2, 4]), *text]) == PROSE[:1]
    card = " ".join(read([line("Die Karte", 50, 620), *rows(names, [9, 4, 12]), *text]))
    assert all(f"{name} . ." in card for name in names)


def test_entries_whose_lines_hang() -> None:
    lines = [
        Line("Schütz: ein Brett, das man hebt, damit", 50, 260, 700, 10),
        Line("das Wasser auf das Rad fällt, und das da", 70, 260, 688, 10),
        Line("Wehr: eine Mauer im Bach, die das Wasser", 50, 260, 676, 10),
        line("staut, wenn es not tut.", 70, 664),
    ]
    assert read(lines) == [
        "Schütz: ein Brett, das man hebt, damit das Wasser auf das Rad fällt, und das da",
        "Wehr: eine Mauer im Bach, die das Wasser staut, wenn es not tut.",
    ]


def test_cells_of_several_lines() -> None:
    lines = [
        line("Korn", 50, 700),
        line("was man mahlt", 130, 700),
        line("Mehl", 50, 688),
        line("was man bekommt, wenn", 130, 688),
        line("der Müller redlich ist", 130, 676),
    ]
    found = paragraphs([Page(800, 800, [*lines, *column(PROSE[:1], 50, top=640)])])
    assert [(p.kind, p.text) for p in found] == [
        (Kind.TABLE_ROW, "Korn | was man mahlt"),
        (Kind.TABLE_ROW, "Mehl | was man bekommt, wenn der Müller redlich ist"),
        (Kind.TEXT, PROSE[0]),
    ]


def test_large_first_letters() -> None:
    text = column(PROSE[:1], 50)
    moved = [
        Line(text[0].text[1:], 90, text[0].right, text[0].base, 10),
        Line(text[1].text, 90, text[1].right, text[1].base, 10),
        *text[2:],
    ]
    assert read([Line(PROSE[0][0], 50, 80, text[1].base, 34), *moved]) == PROSE[:1]


@pytest.mark.parametrize(
    ("page", "matrix"),
    [
        ("/Rotate 90", "0 1 -1 0 100 50"),  # up the page
        ("/Rotate 270", "0 -1 1 0 200 550"),  # down the page
        ("/Rotate 180", "-1 0 0 -1 550 500"),
        ("", "0 1 -1 0 100 50"),
    ],
)
def test_text_that_lies_on_its_side(page: str, matrix: str) -> None:
    words = b"BT /F 12 Tf %s Tm 14 TL (Der Hund schlief auf) Tj T* (der Bank vor dem Haus.) Tj ET"
    data = pdf(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 600] /Contents 4 0 R %s /Resources "
        b"<< /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        % page.encode(),
        stream(words % matrix.encode()),
    )
    found = read_document(data, "quer.pdf").paragraphs
    assert [p.text for p in found] == ["Der Hund schlief auf der Bank vor dem Haus."]
