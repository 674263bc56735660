"""Gradual help: English is uncovered little by little, and nothing tells of what is covered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtTest import QTest

from reader.model import Side
from reader.ui.cover import Step
from reader.ui.page import Mode
from reader.ui.selection import Selection, Spot
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading

ROW = 2  # a paragraph of two sentences
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def by_sentence(at_desk: Reading) -> Reading:
    """A reader who sees the English of a paragraph sentence by sentence, the first one now."""
    at_desk.window.menus.action("reveal-sentence").trigger()
    at_desk.translate(ROW)
    return at_desk


def readable(reading: Reading, row: int = ROW) -> str:
    return reading.view.typesetter.readable(row, Side.TARGET)


def sentences(reading: Reading) -> list[str]:
    rendering = reading.session.renderings.rendering(ROW)
    assert rendering is not None
    return [pair.target.of(rendering.text).strip() for pair in rendering.pairs]


def test_a_click_uncovers_the_sentence_that_was_clicked(by_sentence: Reading) -> None:
    first, second = sentences(by_sentence)
    assert readable(by_sentence) == f"{first} …"
    rendering = by_sentence.session.renderings.rendering(ROW)
    assert rendering is not None
    by_sentence.click(ROW, Side.TARGET, rendering.pairs[1].target.start + 2)
    assert readable(by_sentence) == f"{first} {second}"


def test_keys_uncover_and_cover_sentence_by_sentence(at_desk: Reading) -> None:
    at_desk.view.select(Selection.at(Side.SOURCE, Spot(ROW, 0)))
    at_desk.press(Qt.Key.Key_S)
    wait_for(lambda: readable(at_desk) != "", "the English")
    first, second = sentences(at_desk)
    assert readable(at_desk) == f"{first} …"
    at_desk.press(Qt.Key.Key_S)
    assert readable(at_desk) == f"{first} {second}"
    at_desk.press(Qt.Key.Key_S, SHIFT)
    assert readable(at_desk) == f"… {second}"


def test_keys_uncover_and_cover_word_by_word(at_desk: Reading) -> None:
    at_desk.view.select(Selection.at(Side.SOURCE, Spot(ROW, 0)))
    at_desk.press(Qt.Key.Key_E)
    wait_for(lambda: readable(at_desk) != "", "the English")
    words = sentences(at_desk)[0].split()
    assert readable(at_desk) == f"{words[0]} …"
    at_desk.press(Qt.Key.Key_E)
    at_desk.press(Qt.Key.Key_E)
    assert readable(at_desk) == f"{' '.join(words[:3])} …"
    at_desk.press(Qt.Key.Key_E, SHIFT)
    assert readable(at_desk) == f"{' '.join(words[:2])} …"


def test_a_click_in_the_step_of_words_uncovers_that_word(at_desk: Reading) -> None:
    at_desk.window.menus.action("reveal-word").trigger()
    rendering = at_desk.translate(ROW)
    at_desk.view.typesetter.cover.cover_all(ROW)
    word = rendering.text.split()[3]
    at_desk.click(ROW, Side.TARGET, rendering.text.index(word) + 1)
    assert readable(at_desk) == f"… {word} …"


def test_a_click_on_a_german_word_uncovers_its_partner(at_desk: Reading) -> None:
    at_desk.window.menus.action("reveal-word").trigger()
    at_desk.translate(ROW)
    at_desk.view.typesetter.cover.cover_all(ROW)
    german = at_desk.session.renderings.text(ROW, Side.SOURCE).index("Video") + 2
    QTest.mouseMove(at_desk.view.viewport(), at_desk.point(ROW, offset=german + 20))
    QTest.mouseMove(at_desk.view.viewport(), at_desk.point(ROW, offset=german))
    wait_for(lambda: at_desk.view.lit_words is not None, "the partner of a word")
    at_desk.click(ROW, offset=german)
    assert readable(at_desk).lower() == "… video …"


def test_uncovering_moves_nothing(by_sentence: Reading) -> None:
    view = by_sentence.view
    heights = [view.rowHeight(row) for row in range(ROW + 2)]
    built = view.typesetter.layouts.built
    by_sentence.press(Qt.Key.Key_S)
    by_sentence.press(Qt.Key.Key_S, SHIFT)
    settle()
    assert [view.rowHeight(row) for row in range(ROW + 2)] == heights
    assert view.typesetter.layouts.built == built


def darkest(reading: Reading, of: str, *, selected: bool = False) -> int:
    """The darkest point of the window where those words of the English stand."""
    view = reading.view
    start = reading.session.renderings.text(ROW, Side.TARGET).index(of)
    span = reading.select(ROW, of, Side.TARGET)
    if not selected:
        view.select(Selection.at(Side.SOURCE, Spot(ROW, 0)))
    view.show_spot(Side.TARGET, Spot(ROW, start))
    settle()
    image = view.viewport().grab().toImage()
    box = view.typesetter.boxes(ROW, Side.TARGET, span)[0].translated(view.row_top(ROW))
    area = box.toRect()
    return min(
        QColor(image.pixel(x, y)).lightness()
        for x in range(area.left(), area.right())
        for y in range(area.top(), area.bottom())
    )


def test_what_is_covered_cannot_be_seen(by_sentence: Reading) -> None:
    by_sentence.window.appearance.use_theme("light")
    first, second = (sentence.split()[1] for sentence in sentences(by_sentence))
    ink = QColor(by_sentence.view.type_style.theme.ink_soft).lightness()
    assert darkest(by_sentence, first) < ink + 40
    assert darkest(by_sentence, second) > ink + 90
    assert darkest(by_sentence, first, selected=True) < ink + 40
    assert darkest(by_sentence, second, selected=True) > ink + 70


def test_neither_copying_nor_finding_nor_a_screen_reader_tells_what_is_covered(
    by_sentence: Reading,
) -> None:
    view = by_sentence.view
    first, second = sentences(by_sentence)
    text = by_sentence.session.renderings.text(ROW, Side.TARGET)
    view.select(Selection(Side.TARGET, Spot(ROW, 0), Spot(ROW, len(text))))
    view.copying.selected()
    assert QGuiApplication.clipboard().text() == f"{first} …"
    found = next(t for row, side, t in view.typesetter.texts() if (row, side) == (ROW, Side.TARGET))
    assert len(found) == len(text)
    assert first in found
    assert second.split()[0] not in found
    cell = view.model().index(ROW, 1)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        assert cell.data(role) == f"{first} …"


def test_german_only_tells_screen_readers_no_english(at_desk: Reading) -> None:
    at_desk.translate(0)
    at_desk.window.appearance.use_mode(Mode.GERMAN)
    cell = at_desk.view.model().index(0, 1)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == ""
    at_desk.click(0)
    text = at_desk.session.renderings.text(0, Side.TARGET)
    assert cell.data(Qt.ItemDataRole.AccessibleTextRole) == text


def test_hiding_all_keeps_what_is_translated(by_sentence: Reading) -> None:
    by_sentence.window.menus.action("hide-all").trigger()
    assert readable(by_sentence) == ""
    assert by_sentence.session.renderings.rendering(ROW) is not None
    by_sentence.window.menus.action("reveal-paragraph").trigger()
    by_sentence.click(ROW)
    assert readable(by_sentence) == by_sentence.session.renderings.text(ROW, Side.TARGET)
    assert readable(by_sentence) != ""


def test_the_step_is_remembered(by_sentence: Reading) -> None:
    by_sentence.leave()
    by_sentence.start()
    assert by_sentence.view.typesetter.cover.step is Step.SENTENCE
    assert by_sentence.window.menus.action("reveal-sentence").isChecked()
