"""What comes to a running program from outside: links, and what second starts were to open."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt, QUrl
from PySide6.QtGui import QFileOpenEvent

from reader.app import HandedOver
from reader.errors import KnownError
from reader.exporters._links import document_link, mark_link
from reader.launch import run
from reader.paths import Paths, paths
from reader.services.second_start import SecondStarts, Wish, address
from tests.qt import settle, wait_for
from tests.ui.conftest import Reading


def follow(reading: Reading, link: str) -> None:
    reading.desk.windows.receive(Wish(link))
    settle()


def letter(folder: Path, sentences: int = 60) -> Path:
    file = folder / "Brief.txt"
    text = "\n\n".join(f"Das ist der Satz Nummer {i} in diesem Brief." for i in range(sentences))
    file.write_text(text, "utf-8")
    return file


def marked(reading: Reading, row: int) -> str:
    """The link of a new mark."""
    assert reading.session.entry is not None
    reading.select(row, "Nummer")
    reading.press(Qt.Key.Key_2)
    mark = reading.session.marks[-1]
    return mark_link(reading.session.entry.id, mark.id) + "&check=00000000"


def test_a_link_goes_to_its_mark_in_the_open_text(at_desk: Reading, tmp_path: Path) -> None:
    at_desk.open(letter(tmp_path))
    link = marked(at_desk, 50)
    at_desk.view.verticalScrollBar().setValue(0)
    at_desk.view.clear_selection()
    follow(at_desk, link)
    assert at_desk.view.selected_text() == "Nummer"
    assert at_desk.view.rowAt(at_desk.view.viewport().height() - 1) >= 50
    assert len(at_desk.desk.desks) == 1


def test_a_text_comes_through_standard_input(at_desk: Reading) -> None:
    """And is kept, though it has no file."""
    text = "Es war einmal ein Fluß, der über alle Ufer trat.\n\nDas Ende.\n"
    at_desk.desk.windows.receive(Wish("", text=text.encode("latin-1")))
    wait_for(lambda: len(at_desk.desk.desks) == 2, "a window of its own")
    wait_for(lambda: at_desk.session.entry is not None, "the text")
    assert at_desk.session.document.title == "Es war einmal ein Fluß, der über alle Ufer trat."
    assert at_desk.session.document.source == ""
    assert [p.text for p in at_desk.session.document.paragraphs][-1] == "Das Ende."


def test_that_nothing_comes_through_standard_input_is_said(
    reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO()))
    with pytest.raises(KnownError, match="Nothing came"):
        run("-", reading.places.data)


def test_a_link_into_another_text_opens_it_beside(at_desk: Reading, tmp_path: Path) -> None:
    article = at_desk.session.document
    at_desk.open(letter(tmp_path))
    link = marked(at_desk, 50)
    at_desk.open(Path(article.source))
    follow(at_desk, link)
    wait_for(lambda: at_desk.view.selected_text() == "Nummer", "the mark")
    assert at_desk.session.document.title != article.title
    assert at_desk.desk.desks[1].session.document == article


def test_a_text_whose_file_is_gone_opens_as_it_was(at_desk: Reading, tmp_path: Path) -> None:
    article = at_desk.session.document
    file = letter(tmp_path)
    at_desk.open(file)
    link = marked(at_desk, 2)
    at_desk.open(Path(article.source))
    file.unlink()
    follow(at_desk, link)
    wait_for(lambda: at_desk.view.selected_text() == "Nummer", "the mark")
    assert file.name in at_desk.window.banner.message
    assert "as it was" in at_desk.window.banner.message


@pytest.mark.parametrize(
    ("link", "said"),
    [
        ("lesepult://close?document=ab", "leads nowhere"),
        ("lesepult:", "leads nowhere"),
        (document_link("0123456789"), "not in the library"),
    ],
)
def test_a_link_that_leads_nowhere_is_said(at_desk: Reading, link: str, said: str) -> None:
    before = at_desk.session.document
    follow(at_desk, link)
    assert said in at_desk.window.banner.message
    assert at_desk.session.document is before


def test_a_mark_that_is_gone_is_said(at_desk: Reading) -> None:
    assert at_desk.session.entry is not None
    follow(at_desk, mark_link(at_desk.session.entry.id, "0123456789"))
    assert "not there" in at_desk.window.banner.message


def test_a_start_by_a_link_opens_it(at_desk: Reading, tmp_path: Path) -> None:
    at_desk.open(letter(tmp_path))
    link = marked(at_desk, 50)
    at_desk.leave()
    at_desk.start(link=link)
    wait_for(lambda: at_desk.view.selected_text() == "Nummer", "the mark")
    assert len(at_desk.desk.desks) == 1


def test_a_second_start_hands_over_its_file(at_desk: Reading, tmp_path: Path) -> None:
    starts = SecondStarts()
    starts.wished.connect(at_desk.desk.windows.receive)
    assert starts.listen(at_desk.places)
    article, file = at_desk.session, letter(tmp_path)
    command = [sys.executable, "-m", "reader", "--profile", str(at_desk.places.data), file.name]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(command, cwd=tmp_path, env=environment) as second:
        wait_for(lambda: at_desk.session is not article, "the new window")
        wait_for(lambda: at_desk.session.document.source == str(file), "the letter")
        wait_for(lambda: second.poll() is not None, "the end of the second program")
    assert second.returncode == 0
    assert article.document.title != at_desk.session.document.title
    follow(at_desk, "")  # a second start without a file
    assert len(at_desk.desk.desks) == 2
    starts.close()


def test_what_the_desktop_hands_over_is_opened(at_desk: Reading, tmp_path: Path) -> None:
    handed = HandedOver()
    handed.wished.connect(at_desk.desk.windows.receive)
    file, link = letter(tmp_path), document_link("0123456789")
    handed.eventFilter(handed, QFileOpenEvent(QUrl.fromLocalFile(str(file))))
    wait_for(lambda: at_desk.session.document.source == str(file), "the letter")
    handed.eventFilter(handed, QFileOpenEvent(QUrl(link)))
    assert "not in the library" in at_desk.window.banner.message


def test_all_windows_come_back_that_the_desktop_closed(at_desk: Reading, tmp_path: Path) -> None:
    at_desk.press(Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    at_desk.open(letter(tmp_path))
    handed = HandedOver()
    handed.ended.connect(at_desk.desk.quit)
    handed.eventFilter(handed, QEvent(QEvent.Type.Quit))
    assert not any(desk.window.isVisible() for desk in at_desk.desk.desks)
    at_desk.leave()
    at_desk.start()
    assert len(at_desk.desk.desks) == 2


@pytest.mark.parametrize("end", [signal.SIGINT, signal.SIGTERM])
def test_two_real_starts_make_one_program(
    prepared: Paths, tmp_path: Path, end: signal.Signals
) -> None:
    profile, file = tmp_path / "profile", letter(tmp_path)
    shutil.copytree(prepared.packages, paths(profile).packages, copy_function=os.link)
    program = [sys.executable, "-m", "reader", "--profile", str(profile)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    with subprocess.Popen(program, env=environment) as first:
        wait_for(Path(address(paths(profile))).exists, "the first program")
        second = subprocess.run([*program, file.as_uri()], env=environment, check=False)
        assert second.returncode == 0
        assert first.poll() is None
        left_open = paths(profile).config / "windows.json"
        wait_for(
            lambda: left_open.exists() and len(json.loads(left_open.read_text("utf-8"))) == 2,
            "both windows",
        )
        first.send_signal(end)
        assert first.wait(20) == 0
    assert not Path(address(paths(profile))).exists()
