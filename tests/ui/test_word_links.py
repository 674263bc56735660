"""Words that belong together, in the real window with the real model."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.model import Side, Span
from reader.ui.lights import lights, partners
from reader.ui.page import Mode
from reader.ui.selection import Selection, Spot
from reader.ui.word_links import SETTLES_MS
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading

TEXT = "Der Hund schläft.\n\nDas alte Haus brannte, und niemand war da. Wo ist Anna?\n"
HOUSE = 1


@pytest.fixture
def translated(reading: Reading, tmp_path: Path) -> Reading:
    file = tmp_path / "haus.txt"
    file.write_text(TEXT, "utf-8")
    reading.start(file)
    reading.translate(HOUSE)
    return reading


def hover(reading: Reading, row: int, side: Side, offset: int) -> None:
    """Move the mouse there, from where it cannot be already."""
    goal = reading.point(row, side, offset)
    QTest.mouseMove(reading.view.viewport(), goal + QPoint(0, -3))
    QTest.mouseMove(reading.view.viewport(), goal)


def lit(reading: Reading, side: Side) -> list[str]:
    """The words that are painted as belonging together."""
    text = reading.view.text(HOUSE, side)
    grounds = {reading.window.appearance.theme.word}
    return [
        light.span.of(text)
        for light in lights(reading.view, HOUSE, side)
        if light.format.background().color().name() in grounds
    ]


def point_at(reading: Reading, word: str, side: Side = Side.SOURCE) -> None:
    """Point at a word until something is lit."""
    hover(reading, HOUSE, side, reading.view.text(HOUSE, side).index(word) + 1)
    wait_for(lambda: reading.view.lit_words is not None, f"the partners of {word}")


def test_a_german_word_lights_its_english_ones_and_back(translated: Reading) -> None:
    point_at(translated, "Haus")
    assert lit(translated, Side.SOURCE) == ["Haus"]
    assert lit(translated, Side.TARGET) == ["house"]
    point_at(translated, "broke", Side.TARGET)
    assert lit(translated, Side.SOURCE) == ["brannte"]
    assert lit(translated, Side.TARGET) == ["broke"]


def test_lit_words_have_a_line_under_them_and_do_not_move(translated: Reading) -> None:
    view = translated.view
    before = [view.line_box(side, Spot(HOUSE, 9)) for side in Side]
    height = view.rowHeight(HOUSE)
    point_at(translated, "Haus")
    assert [view.line_box(side, Spot(HOUSE, 9)) for side in Side] == before
    assert view.rowHeight(HOUSE) == height
    (word,) = (x for x in lights(view, HOUSE, Side.TARGET) if x.format.fontUnderline())
    assert word.format.underlineStyle() is QTextCharFormat.UnderlineStyle.SingleUnderline
    assert not word.format.hasProperty(QTextCharFormat.Property.FontWeight)


def test_where_nothing_is_linked_nothing_is_lit(translated: Reading) -> None:
    point_at(translated, "Haus")
    comma = translated.view.text(HOUSE, Side.SOURCE).index(",")
    hover(translated, HOUSE, Side.SOURCE, comma + 1)
    settle()
    assert lit(translated, Side.SOURCE) == lit(translated, Side.TARGET) == []


def test_a_mouse_that_has_gone_leaves_no_words_lit(translated: Reading) -> None:
    point_at(translated, "Haus")
    QApplication.sendEvent(translated.view, QEvent(QEvent.Type.Leave))
    assert translated.view.lit_words is None


def test_the_caret_lights_words_too(translated: Reading) -> None:
    view = translated.view
    view.setFocus()
    view.select(Selection.at(Side.SOURCE, Spot(HOUSE, 0)))
    for _ in range(3):
        translated.press(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    wait_for(lambda: view.lit_words is not None, "the partners of the word at the caret")
    assert lit(translated, Side.SOURCE) == ["brannte"]
    assert lit(translated, Side.TARGET) == ["broke"]


def test_selected_words_light_all_their_partners(translated: Reading) -> None:
    view = translated.view
    view.setFocus()
    view.select(Selection.at(Side.SOURCE, Spot(HOUSE, 4)))
    for _ in range(2):
        translated.press(
            Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
        )
    wait_for(lambda: len(lit(translated, Side.TARGET)) == 2, "the partners of both words")
    assert lit(translated, Side.SOURCE) == ["alte", "Haus"]
    assert lit(translated, Side.TARGET) == ["old", "house"]


def test_a_sentence_that_is_passed_over_is_not_asked_about(
    translated: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    monkeypatch.setattr(translated.desk.translator, "link", lambda s, _: asked.append(s))
    text = translated.view.text(HOUSE, Side.SOURCE)
    hover(translated, HOUSE, Side.SOURCE, text.index("Haus"))
    hover(translated, HOUSE, Side.SOURCE, text.index("Wo"))
    assert asked == []
    settle(3 * SETTLES_MS)
    assert asked == ["Wo ist Anna?"]


def test_links_are_made_once(translated: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    point_at(translated, "Haus")
    asked: list[str] = []
    monkeypatch.setattr(translated.desk.translator, "link", lambda s, _: asked.append(s))
    QTest.mouseMove(translated.view.viewport(), QPoint(2, translated.view.height() - 4))
    point_at(translated, "alte")
    settle(2 * SETTLES_MS)
    assert asked == []


@pytest.mark.parametrize("mode", [Mode.STACKED, Mode.GERMAN])
def test_in_the_other_modes(translated: Reading, mode: Mode) -> None:
    translated.window.appearance.use_mode(mode)
    translated.view.open(HOUSE)
    point_at(translated, "Haus")
    assert lit(translated, Side.TARGET) == ["house"]


def test_another_text_has_no_lit_words(translated: Reading, tmp_path: Path) -> None:
    point_at(translated, "Haus")
    other = tmp_path / "anders.txt"
    other.write_text("Ja.\n\nNein.\n", "utf-8")
    translated.open(other)
    assert translated.view.lit_words is None


def test_spans_are_those_of_the_paragraph(translated: Reading) -> None:
    """The second sentence of a paragraph does not begin at its start."""
    point_at(translated, "Anna")
    source, target = (translated.view.text(HOUSE, side) for side in Side)
    found = translated.view.lit_words
    assert found is not None
    assert found.source == (Span(source.index("Anna"), source.index("Anna") + 4),)
    assert [span.of(target) for span in found.target] == ["Anna"]


def test_an_english_word_leads_to_the_german_one(translated: Reading) -> None:
    text = translated.view.text(HOUSE, Side.TARGET)
    point_at(translated, "house", Side.TARGET)
    translated.view.setFocus()
    spot = Spot(HOUSE, text.index("house") + 1)
    translated.view.select(Selection.at(Side.TARGET, spot))
    translated.press(Qt.Key.Key_W)
    wait_for(lambda: translated.desk.look_up.finding is not None, "the German word")
    finding = translated.desk.look_up.finding
    assert finding is not None
    assert finding.word.lemma == "Haus"


def test_where_the_german_word_is_not_known_that_is_said(
    translated: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, str]] = []
    translator = translated.desk.translator
    monkeypatch.setattr(translator, "link", lambda *pair: asked.append(pair))
    translated.view.setFocus()
    translated.view.select(Selection.at(Side.TARGET, Spot(HOUSE, 5)))
    translated.press(Qt.Key.Key_W)
    assert translated.window.status.currentMessage() == ""
    translator.linked.emit(*asked[0], ())
    assert "not known" in translated.window.status.currentMessage()
    assert translated.desk.look_up.finding is None


def test_a_sentence_without_end_is_not_looked_into(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "lang.txt"
    file.write_text(f"Anfang.\n\n{'Haus und ' * 400}Hof.\n", "utf-8")
    reading.start(file)
    reading.translate(HOUSE)
    asked: list[str] = []
    reading.desk.translator.linked.connect(lambda source, *_: asked.append(source))
    hover(reading, HOUSE, Side.SOURCE, 1)
    settle(3 * SETTLES_MS)
    assert reading.view.lit is not None
    assert reading.view.lit_words is None
    assert asked == []


def test_a_double_click_on_english_looks_its_german_word_up(translated: Reading) -> None:
    offset = translated.view.text(HOUSE, Side.TARGET).index("broke") + 2
    point = translated.point(HOUSE, Side.TARGET, offset)
    QTest.mouseDClick(translated.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert translated.view.selected_text() == "broke"
    wait_for(lambda: looked_up(translated) == "brennen", "the word")
    assert translated.window.word_panel.isVisible()


def test_a_key_on_english_does_so_too_and_waits_for_nobody_who_has_gone_on(
    translated: Reading,
) -> None:
    text = translated.view.text(HOUSE, Side.TARGET)
    for word in ("broke", "house"):  # the second before the links of the first are there
        at = Selection.at(Side.TARGET, Spot(HOUSE, text.index(word)))
        translated.view.select(at)
        translated.press(Qt.Key.Key_W)
    wait_for(lambda: looked_up(translated) == "Haus", "the word")
    settle()
    assert looked_up(translated) == "Haus"


def looked_up(reading: Reading) -> str:
    finding = reading.desk.look_up.finding
    return finding.word.lemma if finding is not None else ""


def test_a_mark_shows_on_the_words_that_are_linked_to_it(translated: Reading) -> None:
    view = translated.view
    boxes = [view.line_box(Side.TARGET, Spot(HOUSE, offset)) for offset in (0, 9, 20)]
    translated.select(HOUSE, "brannte")
    translated.press(Qt.Key.Key_1)
    view.put_out()
    assert under_marks(translated, Side.TARGET) == ["The old house broke, and no one was there."]
    point_at(translated, "brannte")
    assert under_marks(translated, Side.TARGET) == ["broke"]
    translated.select(HOUSE, "one was", Side.TARGET)
    translated.press(Qt.Key.Key_2)
    assert "niemand" in under_marks(translated, Side.SOURCE)
    translated.select(HOUSE, "Wo ist Anna?")
    translated.press(Qt.Key.Key_3)
    point_at(translated, "Anna")
    assert under_marks(translated, Side.TARGET)[-1].endswith("?"), "a whole sentence"
    assert [view.line_box(Side.TARGET, Spot(HOUSE, offset)) for offset in (0, 9, 20)] == boxes


def under_marks(reading: Reading, side: Side) -> list[str]:
    """What has the line of marks on the other side."""
    text = reading.view.text(HOUSE, side)
    return [span.of(text) for span, _ in partners(reading.view, HOUSE, side)]
