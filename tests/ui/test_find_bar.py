"""Looking for words in the open text."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QToolButton

from reader.model import Side
from reader.ui.lights import lights
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading


def told(reading: Reading) -> set[str]:
    return {label.text() for label in reading.window.find_bar.findChildren(QLabel)}


def begin(reading: Reading, words: str) -> None:
    reading.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    reading.type(words)
    wait_for(lambda: any("found" in text for text in told(reading)), "a count")


def test_matches_are_counted_marked_and_walked_through(at_desk: Reading) -> None:
    begin(at_desk, "Alaska")
    count = sum(
        at_desk.session.renderings.text(row, Side.SOURCE).count("Alaska") for row in range(10)
    )
    assert f"{count} found" in " ".join(told(at_desk)) or count > 1
    ground = at_desk.view.type_style.theme.hit
    lit = [
        light.span.of(at_desk.session.renderings.text(4, Side.SOURCE))
        for light in lights(at_desk.view, 4, Side.SOURCE)
        if light.format.background().color().name() == ground
    ]
    assert lit == ["Alaska"]
    focused = at_desk.window.find_bar.focusWidget()
    seen: list[tuple[int, int]] = []
    for _ in range(count + 1):
        at_desk.press(Qt.Key.Key_Return, to=focused)
        selection = at_desk.view.selection
        assert selection is not None
        assert at_desk.view.selected_text() == "Alaska"
        seen.append((selection.first.row, selection.first.offset))
    assert sorted(seen[:count]) == seen[:count]
    assert seen[count] == seen[0]
    assert f"1 of {count}" in told(at_desk)


def test_the_english_is_looked_through_too(at_desk: Reading) -> None:
    english = at_desk.translate(0).text.split()[1]
    begin(at_desk, english)
    at_desk.press(Qt.Key.Key_Return, to=at_desk.window.find_bar.focusWidget())
    assert at_desk.view.selected_text().lower() == english.lower()


def test_leaving_takes_the_marks_away(at_desk: Reading) -> None:
    begin(at_desk, "Trump")
    at_desk.press(Qt.Key.Key_Escape, to=at_desk.window.find_bar.focusWidget())
    settle()
    assert at_desk.window.find_bar.isHidden()
    assert at_desk.view.hits == {}
    assert at_desk.view.hasFocus()


def test_what_is_selected_is_looked_for(at_desk: Reading) -> None:
    at_desk.select(0, "Schützenpanzer")
    at_desk.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert at_desk.view.hits
    at_desk.type("xyz")
    wait_for(lambda: "Not found" in told(at_desk), "the word on it")


def test_how_exactly_to_look_is_chosen_by_key(at_desk: Reading) -> None:
    alt = Qt.KeyboardModifier.AltModifier
    bar = at_desk.window.find_bar
    bar.begin()
    line = bar.findChild(QLineEdit)
    assert line is not None

    def found(words: str) -> int:
        bar.look_for(words)
        return sum(len(spans) for spans in at_desk.view.hits.values())

    def choose(key: Qt.Key, name: str) -> None:
        at_desk.press(key, alt, to=line)
        button = next(b for b in bar.findChildren(QToolButton) if b.accessibleName() == name)
        wait_for(button.isChecked, name)

    loose = found("die")
    choose(Qt.Key.Key_C, "Match case")
    case = found("die")
    choose(Qt.Key.Key_W, "Whole words")
    whole = found("die")
    assert loose > case > whole > 0
    choose(Qt.Key.Key_X, "Regular expression")
    assert found("d[i]e") == whole


def test_a_long_book_is_looked_through_in_slices(
    reading: Reading, tmp_path: Path, article: Path
) -> None:
    lines = [line for line in article.read_text("utf-8").split("\n") if line]
    file = tmp_path / "buch.txt"
    file.write_text("\n\n".join(f"{lines[n % 5]} {n}" for n in range(6000)) + "\n", "utf-8")
    reading.start(file)
    bar = reading.window.find_bar
    bar.begin()
    bar.look_for("Ukraine")
    wait_for(lambda: not bar.searching, "all matches")
    texts = (p.text for p in reading.session.document.paragraphs)
    assert sum(map(len, reading.view.hits.values())) == sum(t.count("Ukraine") for t in texts)
    bar.look_for("5999")
    bar.next()
    assert reading.view.selected_text() == "5999"


def test_the_bar_fits_a_narrow_window(at_desk: Reading) -> None:
    at_desk.window.resize(640, 600)
    at_desk.window.find_bar.begin()
    settle()
    assert at_desk.window.width() == 640
    line = at_desk.window.find_bar.findChild(QLineEdit)
    assert line is not None
    assert line.width() > 200


def test_find_next_goes_on_after_the_bar_was_left(at_desk: Reading) -> None:
    """In another text too, which has its words in other places."""
    bar = at_desk.window.find_bar
    begin(at_desk, "Alaska")
    bar.leave()
    assert at_desk.view.hits == {}
    at_desk.press(Qt.Key.Key_F3)
    assert bar.isVisible()
    assert at_desk.view.selected_text() == "Alaska"
    bar.leave()
    file = at_desk.places.data / "kurz.txt"
    file.write_text("Nicht in Berlin.\n\nAber in Alaska.\n", "utf-8")
    at_desk.window.open_path(file)
    wait_for(lambda: at_desk.session.document.source == str(file), "the other text")
    settle()
    at_desk.press(Qt.Key.Key_F3)
    assert at_desk.view.selected_text() == "Alaska"
    assert list(at_desk.view.hits) == [(1, Side.SOURCE)]


def test_find_next_without_words_asks_for_them(at_desk: Reading) -> None:
    at_desk.press(Qt.Key.Key_F3)
    line = at_desk.window.find_bar.findChild(QLineEdit)
    assert line is not None
    assert line.hasFocus()
