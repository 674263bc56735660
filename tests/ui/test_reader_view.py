"""The reading view: what it costs, and that nothing moves under the reader's eyes."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from reader.model import Kind, Paragraph, Place, Rendering, SentencePair, Side, Span
from reader.ui import page_view
from reader.ui.lights import lights
from reader.ui.page import Mode
from reader.ui.selection import Selection, Spot
from reader.ui.wording import date_told
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading


def book(tmp_path: Path, paragraphs: int, article: Path) -> Path:
    """The article again and again, as a text of that many different paragraphs."""
    texts = article.read_text("utf-8").split("\n")
    lines = [f"{texts[number % 10]} ({number})" for number in range(paragraphs)]
    file = tmp_path / f"book-{paragraphs}.txt"
    file.write_text("\n".join(lines), "utf-8")
    return file


@pytest.fixture
def in_book(reading: Reading, tmp_path: Path, article: Path) -> Reading:
    return reading.start(book(tmp_path, 3000, article))


def arrive(reading: Reading, row: int, words: int) -> None:
    """A translation of that many words comes in for a paragraph."""
    paragraph = reading.session.document.paragraphs[row]
    text = "word " * words
    pair = SentencePair(Span(0, len(paragraph.text)), Span(0, len(text)))
    reading.session.renderings.translate(row)
    reading.desk.translator.rendered.emit(
        paragraph, Rendering(text, (pair,), reading.session.renderings.engine)
    )
    settle()


def tops(reading: Reading) -> dict[int, int]:
    """Where the rows in sight begin, in pixels of the window."""
    view = reading.view
    first, last = view.rowAt(0), view.rowAt(view.viewport().height() - 1)
    return {row: view.rowViewportPosition(row) for row in range(first, last + 1)}


def scroll_to(reading: Reading, row: int, into: int = 25) -> None:
    bar = reading.view.verticalScrollBar()
    bar.setValue(reading.view.verticalHeader().sectionPosition(row))
    settle()
    bar.setValue(bar.value() - reading.view.rowViewportPosition(row) * -1 + into)
    settle()


def test_what_opening_costs_does_not_grow_with_the_book(
    reading: Reading, tmp_path: Path, article: Path
) -> None:
    reading.start(book(tmp_path, 200, article))
    small = reading.view.typesetter.layouts.built
    reading.open(book(tmp_path, 20_000, article))
    large = reading.view.typesetter.layouts.built - small
    assert 0 < large <= small + 4
    before = reading.view.typesetter.layouts.built
    reading.window.resize(1000, 700)
    settle()
    assert reading.view.typesetter.layouts.built - before <= 2 * small
    before = reading.view.typesetter.layouts.built
    row = reading.view.rowAt(200)
    arrive(reading, row, 60)
    assert reading.view.typesetter.layouts.built - before <= 2
    before = reading.view.typesetter.layouts.built
    bar = reading.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    settle()
    assert reading.view.typesetter.layouts.built - before <= 2 * small


def test_the_two_sides_of_a_paragraph_begin_on_one_line(at_desk: Reading) -> None:
    at_desk.translate(0)
    at_desk.translate(2)
    for row in (0, 2):
        german = at_desk.view.line_box(Side.SOURCE, Spot(row, 0))
        english = at_desk.view.line_box(Side.TARGET, Spot(row, 0))
        assert german.top() == english.top()


def test_a_translation_that_arrives_moves_nothing_above_it(in_book: Reading) -> None:
    scroll_to(in_book, 1500)
    before = tops(in_book)
    row = list(before)[1]
    arrive(in_book, row, 300)
    after = tops(in_book)
    first = next(iter(before))
    assert after[first] == before[first]
    assert after[row] == before[row]


def test_a_translation_above_the_window_moves_nothing_at_all(in_book: Reading) -> None:
    scroll_to(in_book, 1500)
    before = tops(in_book)
    for row in (1499, 1498, 1490, 3):
        arrive(in_book, row, 400)
    assert tops(in_book) == before


def test_the_paragraph_cut_by_the_top_edge_may_grow_without_moving(in_book: Reading) -> None:
    scroll_to(in_book, 1500)
    row, top = next(iter(tops(in_book).items()))
    assert top < 0
    arrive(in_book, row, 500)
    assert in_book.view.rowViewportPosition(row) == top


def test_scrolling_up_into_rows_never_seen_moves_by_what_was_scrolled(in_book: Reading) -> None:
    scroll_to(in_book, 1500)
    bar = in_book.view.verticalScrollBar()
    for _ in range(60):
        before = tops(in_book)
        bar.setValue(bar.value() - 40)
        settle()
        after = tops(in_book)
        for row in list(before)[1:-1]:
            if row in after:
                assert after[row] - before[row] == 40


def test_the_place_survives_all_that_changes_the_page(in_book: Reading) -> None:
    scroll_to(in_book, 702, into=60)
    view, window = in_book.view, in_book.window
    offset = 90  # of a letter in the line that the top edge cuts
    before = tops(in_book)
    first = view.line_box(Side.SOURCE, Spot(702, offset))
    line = view.typesetter.line_from(702, Side.SOURCE, -view.row_top(702).y())
    assert line is not None
    at = line[0]
    cut = view.line_box(Side.SOURCE, Spot(702, at))
    for change in (
        lambda: window.resize(820, 640),
        lambda: window.appearance.zoom(3),
        lambda: window.appearance.use_theme("dark"),
        lambda: view.set_ratio(0.35),
        window.side.toggle,
        lambda: window.preferences.change(font_family="DejaVu Sans"),
        lambda: window.preferences.change(line_spacing=190),
        lambda: window.preferences.change(line_length=40),
        lambda: window.preferences.change(hyphenation=False),
        lambda: window.appearance.use_mode(Mode.STACKED),
        lambda: window.appearance.use_mode(Mode.GERMAN),
        lambda: window.appearance.use_mode(Mode.SIDE_BY_SIDE),
    ):
        change()
        settle()
        now = view.line_box(Side.SOURCE, Spot(702, at))
        grown = now.height() / cut.height() if cut.top() < 0 else 1
        assert abs(now.top() - grown * cut.top()) <= 0.51, change
    for change in (
        lambda: window.appearance.zoom(0),
        lambda: view.set_ratio(0.5),
        window.side.toggle,
        lambda: window.preferences.change(
            font_family="", line_spacing=148, line_length=72, hyphenation=True
        ),
        lambda: window.resize(1200, 800),
    ):
        change()
        settle()
    assert view.line_box(Side.SOURCE, Spot(702, offset)) == first
    assert tops(in_book) == before


def test_the_line_of_the_caret_stays_through_all_that_changes_the_page(in_book: Reading) -> None:
    scroll_to(in_book, 702, into=60)
    view, window = in_book.view, in_book.window
    in_book.click(704, offset=90)
    before = view.line_box(Side.SOURCE, Spot(704, 90))
    assert 100 < before.top() < 600
    for change in (
        window.side.toggle,
        lambda: window.appearance.zoom(3),
        lambda: view.set_ratio(0.35),
        lambda: window.preferences.change(line_length=40),
        lambda: window.appearance.use_mode(Mode.STACKED),
        lambda: window.appearance.use_mode(Mode.SIDE_BY_SIDE),
        lambda: window.resize(900, 800),
    ):
        change()
        settle()
        selection = view.selection
        assert selection is not None
        now = view.line_box(Side.SOURCE, selection.caret)
        assert abs(now.top() - before.top()) <= 0.51, change
    in_book.click(703, offset=3)
    there = view.line_box(Side.SOURCE, Spot(703, 3))
    window.appearance.zoom(0)
    settle()
    assert abs(view.line_box(Side.SOURCE, Spot(703, 3)).top() - there.top()) <= 0.51


def test_where_there_is_no_room_for_two_columns_there_is_one(at_desk: Reading) -> None:
    view, window = at_desk.view, at_desk.window
    at_desk.translate(1)
    window.resize(640, 700)
    window.side.toggle()
    settle()
    assert not view.page.two_columns
    assert not view.horizontalHeader().isVisible()
    assert view.mode is Mode.SIDE_BY_SIDE
    german, english = (view.origin(1, side) for side in Side)
    assert (german.x(), german.y()) < (english.x() + 1, english.y())
    window.side.toggle()
    settle()
    assert view.page.two_columns
    assert view.horizontalHeader().isVisible()


def test_the_place_is_found_again(in_book: Reading, tmp_path: Path, article: Path) -> None:
    scroll_to(in_book, 1234)
    place = in_book.view.place()
    in_book.leave()
    in_book.start()
    assert in_book.session.document.title
    again = in_book.view.place()
    assert again.paragraph == place.paragraph
    assert abs(again.depth - place.depth) < 0.02


def test_a_row_taller_than_the_window_scrolls_within(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("Ein Satz folgt dem anderen. " * 900 + "\n\nDanach kommt noch einer.\n")
    reading.start(file)
    view = reading.view
    assert view.rowHeight(0) > 3 * view.viewport().height()
    bar = view.verticalScrollBar()
    bar.setValue(1000)
    settle()
    assert view.rowAt(0) == 0
    assert view.rowViewportPosition(0) == -1000


def test_words_are_selected_with_the_mouse(at_desk: Reading) -> None:
    text = at_desk.session.renderings.text(0, Side.SOURCE)
    start = text.index("Schützenpanzer")
    at_desk.drag(0, Span(start, start + len("Schützenpanzer")))
    assert at_desk.view.selected_text() == "Schützenpanzer"
    assert at_desk.window.mark_bar.isVisible()


def test_a_drag_over_paragraphs_selects_all_between(at_desk: Reading) -> None:
    viewport = at_desk.view.viewport()
    start, end = at_desk.point(0, offset=7), at_desk.point(2, offset=9)
    start = at_desk.point(0, offset=7)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, QPoint(start.x(), (start.y() + end.y()) // 2))
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)
    texts = [at_desk.session.renderings.text(row, Side.SOURCE) for row in range(3)]
    expected = [texts[0][7:], texts[1], texts[2][:9]]
    assert at_desk.view.selected_text() == "\n\n".join(part.strip() for part in expected)


def test_a_double_click_selects_a_word(at_desk: Reading) -> None:
    text = at_desk.session.renderings.text(0, Side.SOURCE)
    point = at_desk.point(0, offset=text.index("Schützenpanzer") + 4)
    QTest.mouseDClick(at_desk.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert at_desk.view.selected_text() == "Schützenpanzer"


def test_between_two_lines_there_is_no_hole(at_desk: Reading) -> None:
    view = at_desk.view
    at_desk.window.preferences.change(line_spacing=190)
    settle()
    first, last = view.line_box(Side.SOURCE, Spot(2, 0)), view.line_box(Side.SOURCE, Spot(2, 150))
    assert last.top() > first.bottom()
    before = 0
    for y in range(round(first.top()), round(last.bottom())):
        hit = view.hit(QPointF(first.left() + 120, y))
        assert hit is not None
        assert hit.inside
        assert hit.spot.row == 2
        assert hit.spot.offset >= before
        before = hit.spot.offset
        line = view.line_box(Side.SOURCE, hit.spot)
        assert abs(line.left() - first.left() - 120) < view.page.em  # and none to the line's ends
    beyond = view.hit(QPointF(first.left() + view.page.text_width(Side.SOURCE) + 20, first.top()))
    assert beyond is not None
    assert not beyond.inside


def test_words_are_selected_by_key(at_desk: Reading) -> None:
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    at_desk.view.select(Selection.at(Side.SOURCE, Spot(0, 0)))
    for _ in range(3):
        at_desk.press(Qt.Key.Key_Right, control, shift)
    assert at_desk.view.selected_text() == "In der Region"
    at_desk.press(Qt.Key.Key_C, control)
    assert QGuiApplication.clipboard().text() == "In der Region"
    at_desk.press(Qt.Key.Key_Escape)
    assert at_desk.view.selected_text() == ""


def test_the_caret_goes_on_in_the_next_paragraph(at_desk: Reading) -> None:
    end = len(at_desk.session.renderings.text(0, Side.SOURCE))
    at_desk.view.select(Selection.at(Side.SOURCE, Spot(0, end)))
    at_desk.press(Qt.Key.Key_Right)
    assert at_desk.view.selection == Selection.at(Side.SOURCE, Spot(1, 0))
    at_desk.press(Qt.Key.Key_Left)
    assert at_desk.view.selection == Selection.at(Side.SOURCE, Spot(0, end))
    at_desk.press(Qt.Key.Key_Down)
    caret = at_desk.view.selection
    assert caret is not None
    assert caret.caret.row == 1
    above = at_desk.view.line_box(Side.SOURCE, Spot(0, end))
    below = at_desk.view.line_box(Side.SOURCE, caret.caret)
    assert abs(above.left() - below.left()) < at_desk.view.page.em


def test_the_beginning_is_shown_with_its_margin(at_desk: Reading) -> None:
    at_desk.press(Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert at_desk.view.verticalScrollBar().value() > 0
    at_desk.press(Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    assert at_desk.view.verticalScrollBar().value() == 0


def test_every_paragraph_can_be_reached_and_translated_by_key(at_desk: Reading) -> None:
    at_desk.view.select(Selection.at(Side.SOURCE, Spot(0, 0)))
    at_desk.press(Qt.Key.Key_J)
    at_desk.press(Qt.Key.Key_J)
    at_desk.press(Qt.Key.Key_Return)
    wait_for(lambda: at_desk.session.renderings.text(2, Side.TARGET) != "", "paragraph 2")
    at_desk.press(Qt.Key.Key_Tab)
    assert at_desk.view.selection == Selection.at(Side.TARGET, Spot(2, 0))


def test_the_sentence_under_the_mouse_lights_with_its_partner(at_desk: Reading) -> None:
    rendering = at_desk.translate(2)
    assert len(rendering.pairs) == 2
    second = rendering.pairs[1]
    QTest.mouseMove(at_desk.view.viewport(), at_desk.point(2, offset=second.source.start + 5))
    sentence = at_desk.view.type_style.theme.sentence
    for side, span in ((Side.SOURCE, second.source), (Side.TARGET, second.target)):
        lit = [
            light.span
            for light in lights(at_desk.view, 2, side)
            if light.format.background().color().name() == sentence
        ]
        assert lit == [span]


def test_lights_never_move_text(at_desk: Reading) -> None:
    at_desk.translate(2)
    before, built = tops(at_desk), at_desk.view.typesetter.layouts.built
    at_desk.select(2, "rasant")
    at_desk.press(Qt.Key.Key_1)
    QTest.mouseMove(at_desk.view.viewport(), at_desk.point(2, offset=50))
    settle()
    assert tops(at_desk) == before
    assert at_desk.view.typesetter.layouts.built == built


def test_the_line_stays_within_what_can_be_read(at_desk: Reading) -> None:
    for width in (700, 1200, 2400):
        at_desk.window.resize(width, 800)
        settle()
        page = at_desk.view.page
        for side in Side:
            assert page.text_width(side) <= page.measure
            left, room = page.column(side)
            assert page.text_left(side) >= left
            assert page.text_left(side) + page.text_width(side) <= left + room + 1


def test_an_opening_quote_hangs_in_the_margin(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "zitat.txt"
    said = "„Das ist ein langer Satz, der in die zweite Zeile läuft“, sagte sie, „und weiter.“ "
    file.write_text(f"Ein Absatz ohne Zitat.\n\n{said * 2}\n\nEin dritter.\n", "utf-8")
    reading.start(file)
    view = reading.view
    edge = view.line_box(Side.SOURCE, Spot(0, 0)).left()
    assert view.line_box(Side.SOURCE, Spot(1, 0)).left() < edge - 2
    assert abs(view.line_box(Side.SOURCE, Spot(1, 1)).left() - edge) < 1
    second = view.typesetter.line_from(
        1, Side.SOURCE, view.line_box(Side.SOURCE, Spot(1, 0)).height() + 10
    )
    assert second is not None
    assert abs(view.line_box(Side.SOURCE, Spot(1, second[0])).left() - edge) < 1
    reading.drag(1, Span(0, 4))
    assert view.selected_text() == "„Das"


def test_what_is_listed_stands_closer_than_paragraphs(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "liste.md"
    file.write_text("Ein Absatz.\n\nNoch einer.\n\n- eins\n- zwei\n- drei\n\nEnde.\n", "utf-8")
    reading.start(file)
    view = reading.view
    tops = [view.line_box(Side.SOURCE, Spot(row, 0)).top() for row in range(6)]
    assert tops[4] - tops[3] < tops[1] - tops[0]
    assert tops[3] - tops[2] < tops[1] - tops[0]


def test_screen_readers_get_the_text(at_desk: Reading) -> None:
    model = at_desk.view.model()
    german, english = model.index(0, 0), model.index(0, 1)
    role = Qt.ItemDataRole.AccessibleTextRole
    assert german.data(role).startswith("In der Region")
    assert english.data(role) == "Click to translate"
    at_desk.translate(0)
    assert english.data(role) == at_desk.session.renderings.text(0, Side.TARGET)


def test_a_hostile_text_is_only_text(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "hostile.txt"
    lines = [
        '<img src="file:///etc/passwd"> <b>fett</b>',
        "\u202eumgekehrt \u0000\u0007",
        "😀" * 50,
    ]
    file.write_text("\n\n".join(lines), "utf-8")
    reading.start(file)
    assert reading.session.renderings.text(0, Side.SOURCE) == lines[0]
    assert reading.view.typesetter.layout(0, Side.SOURCE).toPlainText() == lines[0]
    settle(50)


def test_an_emoji_is_one_character_to_the_caret(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "emoji.txt"
    file.write_text("Ein 😀 lacht laut.\n\nNoch ein Satz.\n", "utf-8")
    reading.start(file)
    reading.view.select(Selection.at(Side.SOURCE, Spot(0, 4)))
    reading.press(Qt.Key.Key_Right)
    assert reading.view.selection == Selection.at(Side.SOURCE, Spot(0, 5))
    point = QPointF(reading.point(0, offset=6))
    hit = reading.view.hit(point)
    assert hit is not None
    assert hit.spot == Spot(0, 6)


def test_code_is_never_translated(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "code.md"
    file.write_text("# Titel\n\nEin Satz.\n\n    drucke(1)\n", "utf-8")
    reading.start(file)
    kinds = [paragraph.kind for paragraph in reading.session.document.paragraphs]
    row = kinds.index(Kind.CODE)
    reading.click(row, offset=1)
    settle(50)
    assert reading.session.renderings.waiting == 0
    assert Paragraph(Kind.CODE, "drucke(1)").text in reading.session.renderings.text(
        row, Side.SOURCE
    )


def test_author_and_date_stand_under_the_title(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "brief.md"
    head = "---\ntitle: Ein Brief\nauthor: Anna Muster\ndate: 2024-03-12\n---\n\n"
    file.write_text(head + "# Ein Brief\n\nLiebe Leserin!\n", "utf-8")
    reading.start(file)
    page = reading.view.typesetter
    assert page.byline(0) == "Anna Muster · 12 March 2024"
    assert page.byline(1) == ""
    title = page.layout(0, Side.SOURCE).size().height()
    assert page.height(0) >= title + page.page.byline_height


@pytest.mark.parametrize(
    ("date", "told"),
    [("2024-03-12", "12 March 2024"), ("2024-03", "March 2024"), ("2024", "2024"), ("", "")],
)
def test_dates_are_told_as_people_write_them(date: str, told: str) -> None:
    assert date_told(date) == told


def test_hyphens_that_come_late_move_nothing_at_the_top(in_book: Reading) -> None:
    in_book.window.preferences.change(hyphenation=False)
    in_book.window.resize(620, 640)
    scroll_to(in_book, 702, into=60)
    line = in_book.view.typesetter.line_from(702, Side.SOURCE, -in_book.view.row_top(702).y())
    assert line is not None
    spot = Spot(702, line[0])
    before = in_book.view.line_box(Side.SOURCE, spot).top()
    in_book.window.preferences.change(hyphenation=True)
    wait_for(
        lambda: "\u00ad" in in_book.view.typesetter.layout(702, Side.SOURCE).toPlainText(),
        "hyphens",
    )
    settle()
    assert abs(in_book.view.line_box(Side.SOURCE, spot).top() - before) <= 1


def share_read(reading: Reading) -> float:
    (share,) = (
        listing.read
        for listing in reading.desk.store.library.listings()
        if listing.entry == reading.session.entry
    )
    return share


def test_what_was_in_sight_for_a_while_is_read(
    reading: Reading, tmp_path: Path, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_view, "READ_MS", 50)
    reading.start(book(tmp_path, 300, article))
    bar = reading.view.verticalScrollBar()
    wait_for(lambda: share_read(reading) > 0, "the first page")
    last = reading.view.rowAt(reading.view.viewport().height() - 1)
    assert share_read(reading) in (last / 300, (last + 1) / 300)
    bar.setValue(bar.maximum())
    wait_for(lambda: share_read(reading) == 1, "the end")
    bar.setValue(0)
    settle(2 * page_view.PLACE_SETTLES_MS)
    assert share_read(reading) == 1  # what was read once stays so


def test_what_is_leafed_through_is_not_read(in_book: Reading) -> None:
    bar = in_book.view.verticalScrollBar()
    places: list[Place] = []
    in_book.view.place_settled.connect(places.append)
    bar.setValue(bar.maximum())
    wait_for(lambda: bool(places), "a place at the end")
    bar.setValue(0)
    assert share_read(in_book) == 0


def test_a_text_that_fits_the_window_is_read_when_it_was_shown_for_a_while(
    reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page_view, "READ_MS", 50)
    file = tmp_path / "kurz.txt"
    file.write_text("Ein kurzer Text.\n\nMehr steht hier nicht.\n", "utf-8")
    reading.start(file)
    wait_for(lambda: share_read(reading) == 1, "all of it")
