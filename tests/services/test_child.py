"""Several windows, one translating process."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from reader.errors import KnownError
from reader.model import Kind, Paragraph
from reader.packages import Package, ready
from reader.paths import paths
from reader.services.child import Children
from reader.services.translator import Translator
from reader.translation.protocol import command
from reader.translation.queue import Priority
from tests.qt import settle, wait_for

Two = tuple[Translator, Translator]


def paragraphs(word: str, number: int) -> list[Paragraph]:
    return [Paragraph(Kind.TEXT, f"{word} {i} ist lang. " * 20) for i in range(number)]


def told(translator: Translator) -> list[Paragraph]:
    found: list[Paragraph] = []
    translator.rendered.connect(lambda paragraph, _: found.append(paragraph))
    return found


@pytest.fixture(scope="module")
def hosted(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    package: Package = ready(paths(tmp_path_factory.mktemp("profile")))
    return command((package.folder, package.engine))


@pytest.fixture
def two(app: QApplication, hosted: list[str]) -> Iterator[Two]:
    children = Children()
    both = Translator(hosted, children=children), Translator(hosted, children=children)
    yield both
    for translator in both:
        translator.close()


def test_both_are_answered_by_one_process_each_what_it_asked(two: Two) -> None:
    first, second = two
    to_first, to_second = told(first), told(second)
    one, other = paragraphs("Satz", 3), paragraphs("Haus", 3)
    first.ask(one, Priority.CLICK)
    second.ask(other, Priority.CLICK)
    wait_for(lambda: len(to_first) == len(to_second) == 3, "all of them")
    assert (to_first, to_second) == (one, other)
    assert first.process_id == second.process_id != 0


def test_one_who_stops_does_not_stop_the_other(two: Two) -> None:
    first, second = two
    done = told(second)
    first.ask(paragraphs("Satz", 100), Priority.WHOLE)
    second.ask(paragraphs("Haus", 4), Priority.WHOLE)
    wait_for(lambda: bool(done), "a beginning")
    first.cancel()
    assert second.progress().asked == 4
    wait_for(lambda: len(done) == 4, "all of the other's")
    first.close()
    assert second.process_id


def test_a_small_wish_need_not_wait_for_the_others_book(two: Two) -> None:
    first, second = two
    book, done = told(first), told(second)
    first.ask(paragraphs("Satz", 200), Priority.WHOLE)
    wait_for(lambda: bool(book), "a beginning")
    second.ask(paragraphs("Haus", 4), Priority.WHOLE)
    wait_for(lambda: len(done) == 4, "the small wish")
    assert len(book) < 150


def test_a_killed_process_is_not_noticed_by_either(two: Two) -> None:
    first, second = two
    to_first, to_second = told(first), told(second)
    first.ask(paragraphs("Satz", 1), Priority.CLICK)
    second.ask(paragraphs("Haus", 1), Priority.CLICK)
    wait_for(lambda: len(to_first) == len(to_second) == 1, "the process")
    trouble: list[KnownError] = []
    killed = first.process_id
    for translator in two:
        translator.troubled.connect(trouble.append)
        translator.ask(paragraphs("Hund", 2), Priority.CLICK)
    os.kill(killed, signal.SIGKILL)
    wait_for(lambda: len(to_first) == len(to_second) == 3, "the rest")
    assert first.process_id == second.process_id not in (0, killed)
    assert trouble == []


def test_the_last_who_leaves_ends_the_process(two: Two) -> None:
    first, second = two
    done = told(first), told(second)
    for translator in two:
        translator.ask(paragraphs("Satz", 1), Priority.CLICK)
    wait_for(lambda: all(done), "the process")
    process = first.process_id
    first.close()
    os.kill(process, 0)
    second.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_process_that_cannot_start_is_said_to_both(app: QApplication) -> None:
    children = Children()
    ending = [sys.executable, "-c", "raise SystemExit(3)"]
    both = [Translator(ending, children=children) for _ in range(2)]
    trouble: list[KnownError] = []
    for translator in both:
        translator.troubled.connect(trouble.append)
        translator.ask(paragraphs("Satz", 1), Priority.CLICK)
    wait_for(lambda: len(trouble) == 2, "both messages")
    settle(50)
    assert [translator.process_id for translator in both] == [0, 0]
