"""Marks as a reader makes them: on either side, on sentences, lost and found again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from reader.model import Colour, Rendering, SentencePair, Side, Span
from reader.ui.lights import lights, partner_format
from reader.ui.page import Mode
from tests.qt import settle
from tests.ui.conftest import Reading


def underlined(reading: Reading, row: int, side: Side) -> list[str]:
    """What is shown there as belonging to the one mark on the other side."""
    text = reading.session.renderings.text(row, side)
    look = partner_format(reading.session.marks[0], reading.view.type_style.theme)
    return [
        light.span.of(text) for light in lights(reading.view, row, side) if light.format == look
    ]


def sentence(reading: Reading, row: int, side: Side, number: int = 0) -> str:
    rendering = reading.session.renderings.rendering(row)
    assert rendering is not None
    pair = rendering.pairs[number]
    text = reading.session.renderings.text(row, side)
    return (pair.source if side is Side.SOURCE else pair.target).of(text).strip()


def test_a_mark_on_german_shows_on_the_english_sentence(at_desk: Reading) -> None:
    at_desk.translate(1)
    at_desk.select(1, sentence(at_desk, 1, Side.SOURCE).split()[1])
    at_desk.press(Qt.Key.Key_2)
    assert underlined(at_desk, 1, Side.TARGET) == [sentence(at_desk, 1, Side.TARGET)]
    assert underlined(at_desk, 1, Side.SOURCE) == []


def test_a_mark_on_english_shows_on_the_german_sentence(at_desk: Reading) -> None:
    at_desk.translate(1)
    at_desk.select(1, sentence(at_desk, 1, Side.TARGET).split()[1], Side.TARGET)
    at_desk.press(Qt.Key.Key_2)
    assert underlined(at_desk, 1, Side.SOURCE) == [sentence(at_desk, 1, Side.SOURCE)]
    assert underlined(at_desk, 1, Side.TARGET) == []
    at_desk.window.appearance.use_mode(Mode.GERMAN)
    assert underlined(at_desk, 1, Side.SOURCE) == [sentence(at_desk, 1, Side.SOURCE)]


def test_a_click_on_the_other_side_chooses_the_mark(at_desk: Reading) -> None:
    at_desk.translate(1)
    at_desk.select(1, sentence(at_desk, 1, Side.SOURCE).split()[1])
    at_desk.press(Qt.Key.Key_2)
    at_desk.click(1, Side.TARGET, offset=2)
    assert at_desk.window.panel.editor.mark_id == at_desk.session.marks[0].id


def test_a_mark_on_english_outlives_its_translation(at_desk: Reading) -> None:
    at_desk.translate(1)
    german = sentence(at_desk, 1, Side.SOURCE)
    at_desk.select(1, sentence(at_desk, 1, Side.TARGET), Side.TARGET)
    at_desk.press(Qt.Key.Key_4)
    paragraph = at_desk.session.document.paragraphs[1]
    pairs = (
        SentencePair(Span(0, len(german) + 1), Span(0, 11)),
        SentencePair(Span(len(german) + 1, len(paragraph.text)), Span(11, 15)),
    )
    engine = at_desk.session.renderings.engine
    at_desk.desk.translator.rendered.emit(paragraph, Rendering("Quite new. Yes.", pairs, engine))
    settle()
    assert at_desk.session.marks_at(1, Side.TARGET) == []
    assert underlined(at_desk, 1, Side.TARGET) == ["Quite new."]
    assert underlined(at_desk, 1, Side.SOURCE) == [german]
    at_desk.window.marking.go_to(at_desk.session.marks[0])
    assert at_desk.view.selected_text() == german


def test_one_key_gives_all_marks_that_are_touched_a_colour(at_desk: Reading) -> None:
    for words in ("Region", "Saporoschje"):
        at_desk.select(0, words)
        at_desk.press(Qt.Key.Key_1)
    at_desk.click(0, offset=10)
    at_desk.press(Qt.Key.Key_3)
    assert {mark.quote: mark.colour for mark in at_desk.session.marks} == {
        "Region": Colour.BLUE,
        "Saporoschje": Colour.YELLOW,
    }


def test_the_context_menu_offers_to_delete_a_mark_only_where_there_is_one(
    at_desk: Reading,
) -> None:
    def offered() -> list[str]:
        return [action.objectName() for action in at_desk.window.menus.context_menu().actions()]

    at_desk.click(0)
    assert "mark-yellow" in offered()
    assert "delete" not in offered()
    at_desk.select(0, "Schützenpanzer")
    at_desk.press(Qt.Key.Key_2)
    at_desk.click(0, offset=at_desk.view.text(0, Side.SOURCE).index("panzer"))
    assert "delete" in offered()


def test_the_menu_shows_the_colours_it_names(at_desk: Reading) -> None:
    for theme in ("light", "dark"):
        at_desk.window.appearance.use_theme(theme)
        for colour in Colour:
            icon = at_desk.window.menus.action(f"mark-{colour}").icon()
            shown = icon.pixmap(18, 18).toImage().pixelColor(9, 9)
            assert shown == QColor(at_desk.window.appearance.theme.marks[colour])
