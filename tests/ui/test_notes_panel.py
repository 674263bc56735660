"""The panel of notes: what is listed, in what order, and what is done with several at once."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton, QToolButton

from reader.model import Colour, Fit, Mark, Side, Span
from reader.ui.colours import ColourNamesDialog
from reader.ui.filter_bar import FilterBar
from reader.ui.mark_filter import Order, Wanted, folded
from reader.ui.mark_list import MarkListModel, describe
from reader.ui.tags import TagLine, tags_of, tags_text
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading

TEXT = "Der Nebel hob sich. Die Fähre legte ab.\n\nNiemand sprach. Die Straße war leer.\n"


@pytest.fixture
def desk(reading: Reading, tmp_path: Path) -> Reading:
    """A short text with three marks, of which the second has a note and tags."""
    file = tmp_path / "fluss.txt"
    file.write_text(TEXT, "utf-8")
    reading.start(file)
    for row, words, key in ((0, "Nebel", 1), (0, "Fähre", 2), (1, "Straße", 3)):
        reading.select(row, words)
        reading.press(Qt.Key(Qt.Key.Key_0 + key))
    mark = by_quote(reading, "Fähre")
    reading.session.set_note(mark, "ein Schiff")
    reading.session.set_tags(by_quote(reading, "Fähre"), ["Wasser", "zu prüfen"])
    reading.window.side.show_page(reading.window.panel)
    settle()
    return reading


def by_quote(reading: Reading, quote: str) -> Mark:
    return next(mark for mark in reading.session.marks if mark.quote == quote)


def listed(reading: Reading) -> list[str]:
    model = reading.window.panel.list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def choose(reading: Reading, *rows: int) -> None:
    shown = reading.window.panel.list
    shown.clearSelection()
    for row in rows:
        shown.selectionModel().select(
            shown.model().index(row, 0), QItemSelectionModel.SelectionFlag.Select
        )


def trigger(bar: FilterBar, text: str) -> None:
    menu = bar.menu()
    actions = [*menu.actions(), *(a for m in menu.findChildren(QMenu) for a in m.actions())]
    next(action for action in actions if action.text() == text).trigger()


def line(reading: Reading, name: str) -> QLineEdit:
    lines = reading.window.panel.findChildren(QLineEdit)
    return next(line for line in lines if line.accessibleName() == name)


def button(reading: Reading, text: str) -> QPushButton:
    buttons = reading.window.panel.findChildren(QPushButton)
    return next(button for button in buttons if button.text() == text)


@pytest.mark.parametrize(
    ("wanted", "quotes"),
    [
        (Wanted(), ["Nebel", "Fähre", "Straße"]),
        (Wanted(text="FAHRE"), ["Fähre"]),
        (Wanted(text="strasse"), ["Straße"]),
        (Wanted(text="schiff ein"), ["Fähre"]),
        (Wanted(text="prüfen"), ["Fähre"]),
        (Wanted(colours=frozenset({Colour.YELLOW, Colour.BLUE})), ["Nebel", "Straße"]),
        (Wanted(tags=frozenset({"Wasser"})), ["Fähre"]),
        (Wanted(noted=True), ["Fähre"]),
        (Wanted(noted=False), ["Nebel", "Straße"]),
        (Wanted(side=Side.TARGET), []),
        (Wanted(colours=frozenset({None})), []),
    ],
)
def test_filters(desk: Reading, wanted: Wanted, quotes: list[str]) -> None:
    desk.window.panel.filter_bar.wanted_changed.emit(wanted)
    assert listed(desk) == quotes


def test_the_filter_is_typed_and_chosen(desk: Reading) -> None:
    bar = desk.window.panel.filter_bar
    QTest.keyClicks(line(desk, "Filter marks and notes by their words"), "nebel")
    wait_for(lambda: listed(desk) == ["Nebel"], "the filter")
    bar.clear()
    trigger(bar, "Green")
    assert listed(desk) == ["Fähre"]
    trigger(bar, "With a Note")
    trigger(bar, "Wasser")
    assert bar.wanted == Wanted(
        colours=frozenset({Colour.GREEN}), tags=frozenset({"Wasser"}), noted=True
    )
    trigger(bar, "Green")
    trigger(bar, "Without a Note")
    assert listed(desk) == []
    assert "1 of 3" not in {label.text() for label in desk.window.panel.findChildren(QLabel)}
    trigger(bar, "List All")
    assert len(listed(desk)) == 3


def test_the_newest_come_first_if_wanted(desk: Reading) -> None:
    desk.window.panel.filter_bar.order_changed.emit(Order.TIME)
    assert listed(desk) == ["Straße", "Fähre", "Nebel"]
    desk.select(0, "hob")
    desk.press(Qt.Key.Key_1)
    assert listed(desk)[0] == "hob"
    desk.window.panel.filter_bar.order_changed.emit(Order.PLACE)
    assert listed(desk) == ["Nebel", "hob", "Fähre", "Straße"]


def test_the_list_follows_what_is_done(desk: Reading) -> None:
    panel = desk.window.panel
    panel.filter_bar.wanted_changed.emit(Wanted(noted=True))
    desk.session.set_note(by_quote(desk, "Straße"), "breit")
    assert listed(desk) == ["Fähre", "Straße"]
    desk.session.set_note(by_quote(desk, "Fähre"), "")
    assert listed(desk) == ["Straße"]
    desk.session.undo()
    assert listed(desk) == ["Fähre", "Straße"]
    desk.session.delete([by_quote(desk, "Straße")])
    assert listed(desk) == ["Fähre"]
    again = MarkListModel(desk.session, desk.window.colours)
    again.show_only(Wanted(noted=True))
    assert again.rowCount() == 1


def test_several_at_once(desk: Reading) -> None:
    panel = desk.window.panel
    choose(desk, 0, 2)
    assert panel.selection_bar.isVisible()
    assert not panel.editor.isVisible()
    panel.selection_bar.colour_chosen.emit(Colour.VIOLET)
    assert by_quote(desk, "Straße").colour is by_quote(desk, "Nebel").colour is Colour.VIOLET
    choose(desk, 0, 1)
    tags = line(desk, "Tags for the chosen marks")
    QTest.keyClicks(tags, "wasser, Wetter")
    QTest.keyClick(tags, Qt.Key.Key_Return)
    assert by_quote(desk, "Nebel").tags == ("wasser", "Wetter")
    assert by_quote(desk, "Fähre").tags == ("Wasser", "zu prüfen", "wasser", "Wetter")
    desk.session.undo()
    assert by_quote(desk, "Nebel").tags == ()
    choose(desk, 0, 2)
    desk.press(Qt.Key.Key_Delete, to=panel.list)
    assert listed(desk) == ["Fähre"]
    desk.session.undo()
    assert listed(desk) == ["Nebel", "Fähre", "Straße"]


def test_tags_are_written_below_the_note(desk: Reading) -> None:
    desk.click(0, offset=5)
    desk.press(Qt.Key.Key_T)
    desk.type("Wetter, #Fluss , wetter")
    QTest.keyClick(line(desk, "Tags"), Qt.Key.Key_Return)
    assert by_quote(desk, "Nebel").tags == ("Wetter", "Fluss")
    assert dict(desk.session.tags) == {"Wetter": 1, "Fluss": 1, "Wasser": 1, "zu prüfen": 1}
    desk.view.setFocus()
    desk.press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert by_quote(desk, "Nebel").tags == ()
    assert line(desk, "Tags").text() == ""


def test_a_note_and_tags_typed_together_are_both_kept(desk: Reading) -> None:
    desk.click(0, offset=5)
    desk.press(Qt.Key.Key_N)
    desk.type("grau")
    line(desk, "Tags").setText("Wetter")
    assert desk.window.panel.editor.save()
    mark = by_quote(desk, "Nebel")
    assert (mark.note, mark.tags) == ("grau", ("Wetter",))


def test_a_note_on_the_document(desk: Reading) -> None:
    desk.press(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    desk.type("Zum Ganzen.")
    assert desk.window.panel.editor.save()
    first = desk.session.marks[0]
    assert (first.anchors, first.colour, first.note) == ((), None, "Zum Ganzen.")
    assert describe(first, desk.window.colours) == "Note on the document\n\nZum Ganzen."
    desk.view.setFocus()
    desk.press(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert desk.window.panel.editor.mark_id == first.id
    desk.leave()
    desk.start(Path(desk.places.data.parent) / "fluss.txt")
    assert desk.session.marks[0] == first


def test_a_note_that_is_begun_is_not_mixed_up_with_the_one_shown_before(desk: Reading) -> None:
    panel = desk.window.panel
    panel.show_mark(by_quote(desk, "Fähre"))
    desk.press(Qt.Key.Key_N, Qt.KeyboardModifier.ShiftModifier)
    assert panel.chosen() == []
    desk.type("Zum Ganzen")
    assert panel.editor.save()
    note = next(mark for mark in desk.session.marks if not mark.anchors)
    assert (note.note, note.tags) == ("Zum Ganzen", ())
    assert panel.editor.text() == "Zum Ganzen"
    assert panel.chosen() == [note]
    assert by_quote(desk, "Fähre").note == "ein Schiff"


def test_what_is_typed_without_a_pause_is_saved_meanwhile(desk: Reading) -> None:
    mark = by_quote(desk, "Nebel")
    desk.window.panel.show_mark(mark)
    desk.window.panel.editor.write()
    for _ in range(200):
        desk.type("x")
        settle(5)
        if by_quote(desk, "Nebel").note:
            break
    assert by_quote(desk, "Nebel").note
    desk.type("y")
    assert desk.window.panel.editor.save()
    desk.session.undo()
    assert by_quote(desk, "Nebel").note == ""  # all that was typed is one step


@pytest.mark.parametrize("rows", [(1,), (0, 1)])
def test_what_is_deleted_in_the_panel_comes_back_by_ctrl_z(
    desk: Reading, rows: tuple[int, ...]
) -> None:
    panel = desk.window.panel
    choose(desk, *rows)
    settle()
    (delete,) = (
        button
        for button in panel.findChildren(QToolButton)
        if button.isVisible() and button.accessibleName().startswith("Delete")
    )
    delete.setFocus()
    QTest.mouseClick(delete, Qt.MouseButton.LeftButton)
    settle()
    assert len(desk.session.marks) == 3 - len(rows)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(desk.session.marks) == 3


def test_a_lost_mark_is_placed_again(desk: Reading, tmp_path: Path) -> None:
    file = tmp_path / "fluss.txt"
    desk.leave()
    file.write_text("Ganz anders.\n\nNiemand sprach. Die Straße war leer.\n", "utf-8")
    desk.start(file)
    lost = by_quote(desk, "Fähre")
    assert lost.fit is Fit.ORPHAN
    desk.window.side.show_page(desk.window.panel)
    desk.window.panel.show_mark(lost)
    desk.select(1, "Niemand")
    button(desk, "Place Here").click()
    placed = next(mark for mark in desk.session.marks if mark.id == lost.id)
    assert (placed.fit, placed.quote, placed.note) == (Fit.EXACT, "Niemand", "ein Schiff")
    texts = {button.text() for button in desk.window.panel.findChildren(QPushButton)}
    assert "Place Here" not in texts
    desk.session.undo()
    desk.click(1, offset=3)
    button(desk, "Place Here").click()
    placed = next(mark for mark in desk.session.marks if mark.id == lost.id)
    assert placed.quote == "Niemand sprach."


def test_a_likely_place_is_confirmed(desk: Reading, tmp_path: Path) -> None:
    file = tmp_path / "fluss.txt"
    desk.leave()
    file.write_text(TEXT.replace("Fähre legte", "Fähre  legte jetzt"), "utf-8")
    desk.start(file)
    near = by_quote(desk, "Fähre")
    assert near.fit is Fit.NEAR
    desk.window.side.show_page(desk.window.panel)
    desk.window.panel.show_mark(near)
    button(desk, "Confirm Place").click()
    settled = by_quote(desk, "Fähre")
    assert settled.fit is Fit.EXACT
    assert settled.anchors[0].suffix.startswith(" legte jetzt")
    desk.session.undo()
    assert by_quote(desk, "Fähre") == near


def test_colours_have_names_of_the_readers_own(desk: Reading) -> None:
    window = desk.window
    window.menus.action("colour-names").trigger()
    dialog = next(d for d in window.findChildren(ColourNamesDialog))
    name = next(e for e in dialog.findChildren(QLineEdit) if e.accessibleName() == "Green")
    name.setText("  Verkehr & Technik ")
    dialog.accept()
    assert window.colours(Colour.GREEN) == "Verkehr & Technik"
    assert window.menus.action("mark-green").text() == "Verkehr && Technik"
    window.menus.action("keys").trigger()
    assert "Verkehr & Technik" in {told.text() for told in window.findChildren(QLabel)}
    assert describe(by_quote(desk, "Fähre"), window.colours).startswith("Verkehr & Technik: Fähre")
    desk.leave()
    desk.start()
    assert desk.window.colours.given() == {Colour.GREEN: "Verkehr & Technik"}


def test_tags_in_a_line() -> None:
    assert tags_of("") == tags_of(" , ,#,") == ()
    assert tags_of("a, A ,#b  c,,ä") == ("a", "b c", "ä")
    assert tags_of(tags_text(("a", "b c"))) == ("a", "b c")


def test_tags_are_completed_after_the_last_comma(desk: Reading) -> None:
    desk.click(0, offset=5)
    desk.press(Qt.Key.Key_T)
    settle()
    desk.type("neu, was")
    tags = desk.window.panel.editor.findChild(TagLine)
    assert isinstance(tags, TagLine)
    assert tags.completer().currentCompletion() == "neu, Wasser"


def test_folding() -> None:
    assert folded("Straße ÄÖÜ é ﬁ") == folded("STRASSE aou E fi")


def test_a_mark_over_two_paragraphs_is_one_card(desk: Reading) -> None:
    mark = desk.session.add_mark(Side.SOURCE, [(0, Span(20, 39)), (1, Span(0, 15))], Colour.PINK)
    assert listed(desk)[1] == mark.quote == "Die Fähre legte ab.\nNiemand sprach."
