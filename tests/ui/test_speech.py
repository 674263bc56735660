"""Reading aloud in the real window, by the speech engine that Qt brings for tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QToolButton

from reader.model import Side, Span
from reader.segment import sentences
from reader.services.voice import command
from reader.ui.lights import lights
from reader.ui.selection import Selection, Spot
from reader.ui.speech_bar import SpeechBar
from tests.qt import wait_for
from tests.ui.conftest import Reading

TEXT = """Der Fluss steigt. Die Brücke ist gesperrt.

Morgen öffnet die Schule wieder.
"""


@pytest.fixture
def speaking(reading: Reading, tmp_path: Path) -> Reading:
    """At a short text that is said to be Finnish: a language that the engine speaks."""
    file = tmp_path / "fluss.txt"
    file.write_text(TEXT, encoding="utf-8")
    reading.start(file)
    bar = SpeechBar(reading.window, command("mock"))
    page = reading.window.speech_bar.parentWidget()
    assert page is not None
    layout = page.layout()
    assert layout is not None
    layout.replaceWidget(reading.window.speech_bar, bar)
    reading.window.speech_bar.deleteLater()
    reading.window.speech_bar = bar
    reading.session.renderings.choose_languages(source="fi")
    wait_for(lambda: reading.window.banner.message != "", "word of the missing model")
    return reading


def spoken(reading: Reading) -> str:
    """The sentence that is lit as spoken."""
    lit = reading.view.spoken
    return "" if lit is None else lit.span(Side.SOURCE).of(reading.view.text(lit.row, Side.SOURCE))


def test_sentence_by_sentence_to_the_end(speaking: Reading) -> None:
    heard: list[str] = []
    speaking.press(Qt.Key.Key_R)
    assert speaking.window.speech_bar.isVisible()
    paragraphs = speaking.session.document.paragraphs
    wanted = [span.of(p.text) for p in paragraphs for span in sentences(p.text, "fi")]
    assert len(wanted) == 3

    def at_the_end() -> bool:
        if (now := spoken(speaking)) and now not in heard:
            heard.append(now)
        return not speaking.window.speech_bar.isVisible()

    wait_for(at_the_end, "the end of the text")
    assert heard == wanted
    assert speaking.view.spoken is None


def test_begins_at_the_caret(speaking: Reading) -> None:
    speaking.view.select(Selection.at(Side.SOURCE, Spot(0, 25)))
    speaking.press(Qt.Key.Key_R)
    assert spoken(speaking) == "Die Brücke ist gesperrt."


def test_the_sentence_is_painted(speaking: Reading) -> None:
    before = lights(speaking.view, 0, Side.SOURCE)
    speaking.press(Qt.Key.Key_R)
    added = [light for light in lights(speaking.view, 0, Side.SOURCE) if light not in before]
    assert [light.span for light in added] == [Span(0, 18)]
    assert added[0].format.fontUnderline()


def test_pause_and_on_again(speaking: Reading) -> None:
    speaking.press(Qt.Key.Key_R)
    sentence = spoken(speaking)
    speaking.press(Qt.Key.Key_R)
    told = [label.text() for label in speaking.window.speech_bar.findChildren(QLabel)]
    assert "Paused" in told
    assert spoken(speaking) == sentence
    speaking.press(Qt.Key.Key_R)
    assert spoken(speaking) == sentence
    wait_for(lambda: spoken(speaking) not in ("", sentence), "the next sentence")


def test_skip_and_stop(speaking: Reading) -> None:
    speaking.press(Qt.Key.Key_R)
    speaking.press(Qt.Key.Key_R, Qt.KeyboardModifier.ShiftModifier)
    assert spoken(speaking) == "Die Brücke ist gesperrt."
    stop = next(
        button
        for button in speaking.window.speech_bar.findChildren(QToolButton)
        if button.accessibleName() == "Stop reading aloud"
    )
    stop.click()
    assert not speaking.window.speech_bar.isVisible()
    assert speaking.view.spoken is None


def test_speed_is_kept(speaking: Reading) -> None:
    speaking.press(Qt.Key.Key_F8)
    speaking.press(Qt.Key.Key_F8)
    speaking.press(Qt.Key.Key_F7)
    assert speaking.window.preferences.values.speech_speed == 1


def test_another_text_ends_it(speaking: Reading, tmp_path: Path) -> None:
    speaking.press(Qt.Key.Key_R)
    other = tmp_path / "anderer.txt"
    other.write_text("Ein anderer Text steht hier.\n", encoding="utf-8")
    speaking.open(other)
    assert speaking.view.spoken is None
    assert not speaking.window.speech_bar.isVisible()


def test_without_a_voice_it_says_what_to_install(speaking: Reading) -> None:
    speaking.window.banner.clear()
    speaking.session.renderings.choose_languages(source="de")
    speaking.press(Qt.Key.Key_R)
    wait_for(lambda: speaking.window.banner.message != "", "the reason")
    assert "no voice that speaks Deutsch" in speaking.window.banner.message
    assert any(word in speaking.window.banner.message for word in ("speech-dispatcher", "Settings"))
    assert not speaking.window.speech_bar.isVisible()
