"""The child as the window sees it: real processes, the real model."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from reader.errors import KnownError
from reader.model import Kind, Paragraph, Rendering
from reader.packages import Package, ready
from reader.paths import Paths
from reader.phrases import Phrase
from reader.services.translator import Translator
from reader.translation.protocol import Hello, command
from reader.translation.queue import Priority
from reader.words.alignment import Link
from tests.qt import settle, wait_for

DEADLY = """
import os, sys
sys.path.insert(0, {root!r})
from reader.offline import Network
from reader.translation.protocol import Hello, encode
sys.stdout.buffer.write(encode(Hello("deadly", Network.REFUSED)))
sys.stdout.buffer.flush()
sys.stdin.readline()
os.abort()
"""


def host(package: Package) -> list[str]:
    return command((package.folder, package.engine))


def paragraphs(*texts: str) -> list[Paragraph]:
    return [Paragraph(Kind.TEXT, text) for text in texts]


class Told:
    """All that a translator says."""

    def __init__(self, translator: Translator) -> None:
        self.rendered: list[tuple[Paragraph, Rendering]] = []
        self.failed: list[tuple[Paragraph, KnownError]] = []
        self.trouble: list[KnownError] = []
        self.hellos: list[Hello] = []
        self.linked: list[tuple[str, str, tuple[Link, ...]]] = []
        translator.rendered.connect(lambda p, r: self.rendered.append((p, r)))
        translator.failed.connect(lambda p, reason: self.failed.append((p, reason)))
        translator.troubled.connect(self.trouble.append)
        translator.began.connect(self.hellos.append)
        translator.linked.connect(lambda *told: self.linked.append(told))


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Package:
    from reader.paths import paths

    return ready(paths(tmp_path_factory.mktemp("profile")))


@pytest.fixture
def translator(app: QApplication, package: Package) -> Iterator[Translator]:
    translator = Translator(host(package))
    yield translator
    translator.close()


def test_a_wish_comes_true(translator: Translator, package: Package) -> None:
    told = Told(translator)
    (wish,) = paragraphs("Die Sonne scheint. Das Haus ist groß.")
    translator.ask([wish], Priority.CLICK)
    wait_for(lambda: bool(told.rendered), "a translation")
    paragraph, rendering = told.rendered[0]
    assert paragraph == wish
    assert rendering.engine == package.engine
    assert len(rendering.pairs) == 2
    assert "house" in rendering.text.lower()
    assert [hello.engine for hello in told.hellos] == [package.engine]


def test_no_child_before_the_first_wish(translator: Translator) -> None:
    settle(50)
    assert translator.process_id == 0


def test_a_wish_made_before_there_is_a_model_waits_for_it(
    app: QApplication, package: Package
) -> None:
    translator = Translator()
    told = Told(translator)
    translator.ask(paragraphs("Das Haus ist groß."), Priority.CLICK)
    settle(50)
    assert not told.rendered
    translator.use(host(package))
    wait_for(lambda: bool(told.rendered), "the translation")
    translator.close()


def test_a_killed_child_costs_one_wait(translator: Translator) -> None:
    told = Told(translator)
    first, second = paragraphs("Das Haus ist groß.", "Der Hund schläft. " * 40)
    translator.ask([first], Priority.CLICK)
    wait_for(lambda: bool(told.rendered), "the first")
    killed = translator.process_id
    translator.ask([second], Priority.CLICK)
    os.kill(killed, signal.SIGKILL)
    wait_for(lambda: len(told.rendered) == 2, "the second, from a new child")
    assert translator.process_id not in (0, killed)
    assert told.rendered[1][0] == second
    assert not told.trouble
    assert not told.failed


def test_what_kills_twice_is_left_out_and_said(app: QApplication) -> None:
    root = str(Path(__file__).parents[2])
    translator = Translator([sys.executable, "-c", DEADLY.format(root=root)])
    told = Told(translator)
    (wish,) = paragraphs("Gift")
    translator.ask([wish], Priority.CLICK)
    wait_for(lambda: bool(told.trouble), "the message")
    assert [paragraph for paragraph, _ in told.failed] == [wish]
    assert len(told.hellos) == 2
    settle(100)
    assert translator.process_id == 0
    translator.close()


@pytest.mark.parametrize(
    "command",
    [["/nonexistent/program"], [sys.executable, "-c", "raise SystemExit(3)"]],
    ids=["missing", "ends at once"],
)
def test_a_child_that_cannot_start_is_said_once(app: QApplication, command: list[str]) -> None:
    translator = Translator(command)
    told = Told(translator)
    wishes = paragraphs("eins", "zwei")
    translator.ask(wishes, Priority.WHOLE)
    wait_for(lambda: len(told.failed) == 2, "both to fail")
    assert len(told.trouble) == 1
    translator.ask(paragraphs("drei"), Priority.CLICK)
    wait_for(lambda: len(told.failed) == 3, "the next wish to be tried")
    translator.close()


def test_a_damaged_package_is_named(
    app: QApplication, package: Package, profile: Paths, tmp_path: Path
) -> None:
    import shutil

    broken = tmp_path / package.folder.name
    shutil.copytree(package.folder, broken)
    model = broken / "model" / "model.bin"
    model.write_bytes(model.read_bytes()[:1000])
    hosted = host(package)
    hosted[hosted.index(str(package.folder))] = str(broken)
    translator = Translator(hosted)
    told = Told(translator)
    translator.ask(paragraphs("eins"), Priority.CLICK)
    wait_for(lambda: bool(told.trouble), "the message")
    assert broken.name in told.trouble[0].message
    assert isinstance(told.trouble[0].message, Phrase), "it can be said in another language"
    translator.close()


def test_a_hung_child_is_ended(app: QApplication, package: Package) -> None:
    late = 0.0
    translator = Translator(host(package), clock=lambda: time.monotonic() + late)
    told = Told(translator)
    (first, second) = paragraphs("Das Haus.", "Der Hund schläft.")
    translator.ask([first], Priority.CLICK)
    wait_for(lambda: bool(told.rendered), "the first")
    stopped = translator.process_id
    os.kill(stopped, signal.SIGSTOP)
    translator.ask([second], Priority.CLICK)
    late = 1000.0
    wait_for(lambda: len(told.rendered) == 2, "the second, from a new child")
    assert translator.process_id != stopped
    translator.close()


def test_cancel_leaves_nothing_to_do(translator: Translator) -> None:
    told = Told(translator)
    translator.ask(paragraphs(*(f"Satz {i} ist lang." * 50 for i in range(200))), Priority.WHOLE)
    wait_for(lambda: bool(told.rendered), "a beginning")
    translator.cancel()
    assert translator.progress().asked == 0
    # What the child had at hand still comes. A new wish is answered after all of it.
    (last,) = paragraphs("Das Haus ist groß.")
    translator.ask([last], Priority.WHOLE)
    wait_for(lambda: last in [paragraph for paragraph, _ in told.rendered], "the new wish")
    assert len(told.rendered) < 200
    assert translator.progress().done == translator.progress().asked


def test_a_click_goes_before_a_book(translator: Translator) -> None:
    told = Told(translator)
    book = paragraphs(*(f"Satz {i} ist lang." * 50 for i in range(100)))
    translator.ask(book, Priority.WHOLE)
    wait_for(lambda: bool(told.rendered), "a beginning")
    (click,) = paragraphs("Das Haus ist groß.")
    translator.ask([click], Priority.CLICK)
    wait_for(lambda: click in [paragraph for paragraph, _ in told.rendered], "the click")
    assert len(told.rendered) < len(book) / 2


def test_words_are_linked(translator: Translator) -> None:
    told = Told(translator)
    translator.link("Das Haus ist groß.", "The house is big.")
    wait_for(lambda: bool(told.linked), "the links")
    ((source, target, links),) = told.linked
    assert (source, target) == ("Das Haus ist groß.", "The house is big.")
    assert ("Haus", "house") in {(x.source.of(source), x.target.of(target)) for x in links}


def test_of_many_wishes_for_links_the_last_one_comes_soon(translator: Translator) -> None:
    told = Told(translator)
    translator.ask(paragraphs("Ja."), Priority.CLICK)
    wait_for(lambda: bool(told.rendered), "the child")
    for number in range(200):
        translator.link(f"Das Haus Nummer {number} ist groß.", f"House number {number} is big.")
    wait_for(lambda: "199" in "".join(source for source, *_ in told.linked), "the last one")
    assert len(told.linked) == 2  # the first one was with the child already


def test_links_lost_with_their_child_are_made_when_wished_for_again(
    translator: Translator,
) -> None:
    told = Told(translator)
    translator.ask(paragraphs("Ja."), Priority.CLICK)
    wait_for(lambda: bool(told.rendered), "the child")
    killed = translator.process_id
    os.kill(killed, signal.SIGSTOP)
    translator.link("Das Haus ist groß.", "The house is big.")
    os.kill(killed, signal.SIGKILL)
    wait_for(lambda: translator.process_id == 0, "the end of the child")
    assert not told.trouble
    translator.link("Das Haus ist groß.", "The house is big.")
    wait_for(lambda: bool(told.linked), "the links, from a new child")


def test_a_child_that_hangs_over_links_is_ended(app: QApplication, package: Package) -> None:
    late = 0.0
    translator = Translator(host(package), clock=lambda: time.monotonic() + late)
    told = Told(translator)
    translator.ask(paragraphs("Ja."), Priority.CLICK)
    wait_for(lambda: bool(told.rendered), "the child")
    stopped = translator.process_id
    os.kill(stopped, signal.SIGSTOP)
    translator.link("Das Haus ist groß.", "The house is big.")
    late = 1000.0
    wait_for(lambda: translator.process_id != stopped, "the end of the child")
    translator.close()


def test_links_do_not_try_a_child_that_could_not_start(app: QApplication) -> None:
    translator = Translator([sys.executable, "-c", "raise SystemExit(3)"])
    told = Told(translator)
    translator.link("Haus", "house")
    wait_for(lambda: bool(told.trouble), "the message")
    translator.link("Haus", "house")
    settle(50)
    assert translator.process_id == 0
    assert len(told.trouble) == 1
    translator.refuse(KnownError("There is no model."))
    translator.link("Haus", "house")
    assert translator.process_id == 0


def test_closing_ends_the_child(translator: Translator) -> None:
    told = Told(translator)
    translator.ask(paragraphs("Das Haus."), Priority.CLICK)
    wait_for(lambda: bool(told.rendered), "the translation")
    process = translator.process_id
    translator.close()
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)
