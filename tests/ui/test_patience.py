"""Very many marks changed at once, beside the window."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QWidget

from reader.errors import KnownError
from reader.model import Colour, Edit, Mark, Side, Span
from reader.services import session as sessions
from reader.services.changes import Changes
from reader.services.marks import Marks
from reader.store import Store
from reader.store.notes import Notes
from reader.ui.mark_list import MarkListModel
from reader.ui.patience import Patience
from tests.qt import settle
from tests.ui.conftest import Reading

TEXT = "Der Nebel hob sich. Die Fähre legte ab.\n\nNiemand sprach. Die Straße war leer.\n"


@pytest.fixture
def desk(reading: Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reading:
    """A text with three marks, where already two are very many."""
    file = tmp_path / "fluss.txt"
    file.write_text(TEXT, "utf-8")
    reading.start(file)
    for start in (0, 10, 20):
        reading.session.add_mark(Side.SOURCE, [(0, Span(start, start + 5))], Colour.BLUE)
    reading.window.side.show_page(reading.window.panel)
    settle()
    monkeypatch.setattr(sessions, "AT_ONCE", 1)
    # As many to undo as there are, whatever their length.
    monkeypatch.setattr(Notes, "undo_size", lambda *_: 3)
    monkeypatch.setattr(Notes, "redo_size", lambda *_: 3)
    return reading


def colours(desk: Reading) -> set[Colour | None]:
    """Those of the marks that are listed."""
    model = desk.window.panel.list.model()
    assert isinstance(model, MarkListModel)
    return {mark.colour for mark in model.marks(0, model.rowCount())}


def test_steps_are_done_elsewhere_and_shown_here(
    desk: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[int] = []
    commit = Notes.commit

    def heard(self: Notes, *arguments: object) -> None:
        threads.append(threading.get_ident())
        commit(self, *arguments)  # pyright: ignore[reportArgumentType]

    monkeypatch.setattr(Notes, "commit", heard)
    shown: list[Changes] = []
    desk.session.changed.connect(shown.append)
    panel = desk.window.panel
    panel.list.selectAll()
    panel.selection_bar.colour_chosen.emit(Colour.PINK)
    assert colours(desk) == {Colour.PINK}
    panel.list.selectAll()
    panel.selection_bar.delete_wanted.emit()
    assert (desk.session.marks, colours(desk)) == ((), set())
    assert desk.session.undo() == "Delete"
    assert colours(desk) == {Colour.PINK}
    assert desk.session.undo() == "Colour"
    assert colours(desk) == {Colour.BLUE}
    assert desk.session.redo() == "Colour"
    assert shown == [Changes.MARKS] * 5
    assert len(threads) == 2
    assert threading.get_ident() not in threads
    with_store = desk.desk.store.notes.marks(desk.session.marks[0].document)
    assert set(with_store) == set(desk.session.marks)
    assert not any(found.isVisible() for found in waiting(desk.window))


def test_a_text_that_comes_meanwhile_keeps_its_own_marks(desk: Reading, tmp_path: Path) -> None:
    other = tmp_path / "see.txt"
    other.write_text("Der See lag still.\n", "utf-8")
    slowly, first = desk.session.slowly, desk.session.entry

    def late(work: Callable[[Store], tuple[Sequence[Edit], Marks]]) -> tuple[Sequence[Edit], Marks]:
        desk.open(other)
        return slowly(work)

    desk.session.slowly = late
    desk.session.delete(desk.session.marks)
    assert first is not None
    assert (desk.session.document.title, desk.session.marks) == ("See", ())
    assert desk.desk.store.notes.marks(first.id) == ()
    desk.session.slowly = slowly
    desk.open(tmp_path / "fluss.txt")
    assert (desk.session.undo(), len(desk.session.marks)) == ("Delete", 3)


def test_what_goes_wrong_there_is_told_here(desk: Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise KnownError("The disk is full.")

    monkeypatch.setattr(Notes, "commit", refuse)
    before: Sequence[Mark] = desk.session.marks
    with pytest.raises(KnownError, match="full"):
        desk.session.delete(before)
    assert desk.session.marks == before


def test_nothing_can_be_done_meanwhile_and_nothing_stands_still(desk: Reading) -> None:
    ticked = threading.Event()
    seen: list[bool] = []

    def tick() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        dialog.close()
        seen.append(dialog.isVisible())
        ticked.set()

    QTimer.singleShot(0, tick)
    patience = Patience(desk.places, desk.window)
    assert patience(lambda _: ticked.wait(30)) is True
    assert seen == [True]


def waiting(window: QWidget) -> list[QWidget]:
    """The dialogs that stand in the way."""
    return [child for child in window.findChildren(QWidget) if type(child).__name__ == "_Waiting"]
