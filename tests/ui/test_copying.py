"""What the clipboard gets, and what the mouse does besides pointing and selecting."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QClipboard,
    QContextMenuEvent,
    QDesktopServices,
    QDrag,
    QGuiApplication,
    QTextCharFormat,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from reader.model import Side, Span
from reader.ui.links import public_url
from reader.ui.selection import Selection, Spot
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading

ROW = 2
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def translated(at_desk: Reading) -> Reading:
    """A reader with a translated paragraph of two sentences, the caret in its German."""
    at_desk.translate(ROW)
    at_desk.view.select(Selection.at(Side.SOURCE, Spot(ROW, 0)))
    return at_desk


@pytest.fixture
def with_links(reading: Reading, tmp_path: Path) -> Reading:
    """A reader before a text with a link into the world and one into the text."""
    file = tmp_path / "verweise.md"
    file.write_text(
        "Mehr steht [im Lexikon](https://de.example.org/wiki/Leser) und [unten](#fuss).\n", "utf-8"
    )
    return reading.start(file)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the desktop was asked to open."""
    found: list[str] = []

    def open_url(url: QUrl) -> bool:
        found.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


def clipboard() -> str:
    return QGuiApplication.clipboard().text()


def run(reading: Reading, command: str) -> None:
    reading.window.menus.action(command).trigger()


def sentences(reading: Reading) -> list[tuple[str, str]]:
    german = reading.session.renderings.text(ROW, Side.SOURCE)
    rendering = reading.session.renderings.rendering(ROW)
    assert rendering is not None
    return [
        (pair.source.of(german).strip(), pair.target.of(rendering.text).strip())
        for pair in rendering.pairs
    ]


def test_each_language_is_copied_by_itself(translated: Reading) -> None:
    german, english = zip(*sentences(translated), strict=True)
    run(translated, "copy-german")
    assert clipboard() == " ".join(german)
    run(translated, "copy-english")
    assert clipboard() == " ".join(english)
    translated.select(ROW, german[1][4:12])
    run(translated, "copy-english")
    assert clipboard() == english[1]
    run(translated, "copy-german")
    assert clipboard() == german[1][4:12]


def test_both_languages_are_copied_as_a_table(translated: Reading) -> None:
    run(translated, "copy-table")
    pairs = sentences(translated)
    assert clipboard() == "\n".join("\t".join(pair) for pair in pairs)
    html = QGuiApplication.clipboard().mimeData().html()
    assert html.count("<tr>") == len(pairs)
    assert f'<td lang="de">{pairs[0][0]}</td>' in html


def test_a_quotation_in_markdown_names_its_source(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "brief.md"
    file.write_text("# Ein Brief\n\nDas ist *sehr* wichtig.\n\nUnd das auch, 2\\*3.\n", "utf-8")
    reading.start(file)
    reading.view.select(Selection(Side.SOURCE, Spot(1, 0), Spot(2, 19)))
    run(reading, "copy-quotation")
    assert clipboard() == ("> Das ist sehr wichtig.\n>\n> Und das auch, 2\\*3.\n>\n> — Ein Brief\n")


def test_no_soft_hyphen_is_copied(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "weich.txt"
    file.write_text("Ein Donau\u00addampf\u00adschiff fährt.\n", "utf-8")
    reading.start(file)
    text = reading.session.renderings.text(0, Side.SOURCE)
    reading.view.select(Selection(Side.SOURCE, Spot(0, 0), Spot(0, len(text))))
    run(reading, "copy")
    assert clipboard() == "Ein Donaudampfschiff fährt."


def test_narrow_columns_break_words_and_nobody_else_sees_it(
    reading: Reading, tmp_path: Path
) -> None:
    file = tmp_path / "schmal.txt"
    text = (
        "Die Sicherheitsgarantien der Rüstungsindustrie überzeugten die Verhandlungspartner. " * 4
    )
    file.write_text(text.strip() + "\n", "utf-8")
    reading.start(file, width=560)
    view = reading.view
    document = view.typesetter.layout(0, Side.SOURCE)
    wait_for(lambda: "\u00ad" in view.typesetter.layout(0, Side.SOURCE).toPlainText(), "hyphens")
    broken = view.rowHeight(0)
    document = view.typesetter.layout(0, Side.SOURCE)
    block = document.firstBlock()
    ends = [
        block.text()[line.textStart() + line.textLength() - 1]
        for line in (block.layout().lineAt(n) for n in range(block.layout().lineCount()))
    ]
    assert "\u00ad" in ends
    shown = view.text(0, Side.SOURCE)
    view.select(Selection.at(Side.SOURCE, Spot(0, 0)))
    for offset in range(1, 40):
        reading.press(Qt.Key.Key_Right)
        assert view.selection == Selection.at(Side.SOURCE, Spot(0, offset))
    word = shown.index("Rüstungsindustrie")
    QTest.mouseDClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=reading.point(0, offset=word + 9)
    )
    assert view.selected_text() == "Rüstungsindustrie"
    reading.window.preferences.change(hyphenation=False)
    settle()
    assert "\u00ad" not in view.typesetter.layout(0, Side.SOURCE).toPlainText()
    assert view.rowHeight(0) >= broken


def test_a_word_longer_than_half_a_line_is_broken_in_wide_columns_too(
    reading: Reading, tmp_path: Path
) -> None:
    file = tmp_path / "lang.md"
    word = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung"
    file.write_text(f"# Die neue {word}\n\nKurze Wörter bleiben Sicherheitsgarantien.\n", "utf-8")
    reading.start(file)
    layout = reading.view.typesetter.layout
    wait_for(lambda: "\u00ad" in layout(0, Side.SOURCE).toPlainText(), "hyphens")
    title = layout(0, Side.SOURCE).firstBlock()
    lines = [title.layout().lineAt(n) for n in range(title.layout().lineCount())]
    assert len(lines) > 1
    for line in lines[:-1]:
        assert title.text()[line.textStart() + line.textLength() - 1] in " \u00ad"
    assert "\u00ad" not in layout(1, Side.SOURCE).toPlainText()


def test_a_link_is_followed_only_when_asked(with_links: Reading, opened: list[str]) -> None:
    view = with_links.view
    offset = with_links.session.renderings.text(0, Side.SOURCE).index("Lexikon") + 2
    QTest.mouseMove(view.viewport(), with_links.point(0, offset=offset))
    assert with_links.window.status.currentMessage() == "https://de.example.org/wiki/Leser"
    with_links.click(0, offset=offset)
    assert opened == []
    QTest.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, CONTROL, with_links.point(0, offset=offset)
    )
    assert opened == ["https://de.example.org/wiki/Leser"]
    with_links.press(Qt.Key.Key_L)
    assert len(opened) == 2
    names = [action.objectName() for action in with_links.window.menus.context_menu().actions()]
    assert "open-link" in names
    run(with_links, "copy-link")
    assert clipboard() == "https://de.example.org/wiki/Leser"


@pytest.mark.parametrize(
    "address",
    [
        "#fuss",
        "kapitel2.xhtml#fn1",
        "file:///etc/passwd",
        "javascript:alert(1)",
        "http://localhost/",
        "http://drucker/",
        "http://192.168.1.1/reset",
        "http://[::1]/",
        "http://nas.local/",
        "",
    ],
)
def test_what_lies_within_is_never_opened(address: str) -> None:
    assert public_url(address) is None


def test_a_link_into_the_text_opens_nothing(with_links: Reading, opened: list[str]) -> None:
    offset = with_links.session.renderings.text(0, Side.SOURCE).index("unten") + 1
    with_links.view.select(Selection.at(Side.SOURCE, Spot(0, offset)))
    with_links.press(Qt.Key.Key_L)
    assert opened == []
    assert with_links.window.status.currentMessage() != ""


def test_emphasis_and_links_are_set_apart(reading: Reading, tmp_path: Path) -> None:
    file = tmp_path / "kursiv.md"
    file.write_text("Das ist *sehr* und **ganz** [dort](https://example.org).\n", "utf-8")
    reading.start(file)
    text = reading.view.text(0, Side.SOURCE)
    document = reading.view.typesetter.layout(0, Side.SOURCE)

    def format_of(word: str) -> QTextCharFormat:
        start = text.index(word)
        return document.cursor_over(Span(start, start + len(word))).charFormat()

    assert format_of("sehr").fontItalic()
    assert format_of("ganz").fontWeight() > format_of("Das").fontWeight()
    assert format_of("dort").fontUnderline()
    assert format_of("dort").foreground().color() != format_of("Das").foreground().color()
    assert not format_of("Das").fontItalic()


def test_what_is_selected_can_be_dragged_away(
    at_desk: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[str] = []

    def execute(drag: QDrag, _: Qt.DropAction) -> Qt.DropAction:
        dragged.append(drag.mimeData().text())
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", execute)
    span = at_desk.select(0, "Schützenpanzer")
    viewport, start = at_desk.view.viewport(), at_desk.point(0, offset=span.start + 3)
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(viewport, start + QPoint(60, 40))
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 40))
    assert dragged == ["Schützenpanzer"]
    assert at_desk.view.selected_text() == "Schützenpanzer"
    QTest.mouseClick(viewport, Qt.MouseButton.LeftButton, pos=start)
    assert at_desk.view.selected_text() == ""


def test_what_is_selected_can_be_pasted_with_the_middle_button(
    at_desk: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[tuple[str, QClipboard.Mode]] = []
    monkeypatch.setattr(QClipboard, "supportsSelection", lambda _: True)
    monkeypatch.setattr(
        QClipboard,
        "setText",
        lambda _, text, mode=QClipboard.Mode.Clipboard: offered.append((text, mode)),
    )
    at_desk.select(0, "Schützenpanzer")
    wait_for(lambda: offered != [], "the selection")
    assert offered == [("Schützenpanzer", QClipboard.Mode.Selection)]
    before = at_desk.view.selection
    QTest.mouseClick(at_desk.view.viewport(), Qt.MouseButton.MiddleButton, pos=at_desk.point(2))
    assert at_desk.view.selection == before


def test_three_clicks_select_a_paragraph(at_desk: Reading) -> None:
    point = at_desk.point(0, offset=10)
    QTest.mouseDClick(at_desk.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    QTest.mouseClick(at_desk.view.viewport(), Qt.MouseButton.LeftButton, pos=point)
    assert at_desk.view.selected_text() == at_desk.view.text(0, Side.SOURCE).strip()


def test_the_wheel_zooms_with_control(at_desk: Reading) -> None:
    def wheel(delta: int) -> None:
        event = QWheelEvent(
            QPointF(at_desk.point(0)),
            QPointF(at_desk.point(0)),
            QPoint(),
            QPoint(0, delta),
            Qt.MouseButton.NoButton,
            CONTROL,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(at_desk.view.viewport(), event)

    size = at_desk.view.type_style.points
    wheel(120)
    assert at_desk.view.type_style.points == size + 1
    for _ in range(8):
        wheel(-30)
    assert at_desk.view.type_style.points == size - 1


def test_the_menu_of_the_right_button_is_about_the_place_that_was_clicked(
    at_desk: Reading,
) -> None:
    at_desk.view.select(Selection.at(Side.SOURCE, Spot(0, 0)))
    point = at_desk.point(2, offset=12)
    asked: list[QPoint] = []
    at_desk.view.menu_wanted.disconnect()
    at_desk.view.menu_wanted.connect(asked.append)
    event = QContextMenuEvent(
        QContextMenuEvent.Reason.Mouse, point, at_desk.view.viewport().mapToGlobal(point)
    )
    QApplication.sendEvent(at_desk.view.viewport(), event)
    assert len(asked) == 1
    assert at_desk.view.current_row == 2
