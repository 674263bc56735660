"""Which sentence pairs are asked about, and what is kept of the answers."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from reader.model import Document, Kind, Paragraph, Rendering, SentencePair, Side, Span
from reader.paths import Paths
from reader.services import word_links
from reader.services.renderings import Renderings
from reader.services.translator import Translator
from reader.services.word_links import WordLinks
from reader.store import open_store
from reader.words.alignment import Link

ENGINE = "argos:translate-de_en:0.1:00df099b"
GERMAN, ENGLISH = "Ja. Das Haus.", "Yes. The house."
FIRST = SentencePair(Span(0, 4), Span(0, 5))
SECOND = SentencePair(Span(4, 13), Span(5, 15))


class Asked(Translator):
    """Remembers what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.pairs: list[tuple[str, str]] = []

    def link(self, source: str, target: str) -> None:
        self.pairs.append((source, target))


@pytest.fixture
def translator(app: QApplication) -> Asked:
    return Asked()


@pytest.fixture
def renderings(translator: Asked, profile: Paths) -> Iterator[Renderings]:
    paragraph = Paragraph(Kind.TEXT, GERMAN)
    with open_store(profile) as store:
        made = Renderings(store.translations, translator)
        made.open(Document("Haus", (paragraph,)))
        for engine in (ENGINE, f"{ENGINE}+{ENGINE}"):
            store.translations.put(paragraph.hash, Rendering(ENGLISH, (FIRST, SECOND), engine))
        store.translations.show([paragraph.hash])
        made.use_engine(ENGINE)
        yield made


@pytest.fixture
def links(renderings: Renderings, translator: Asked) -> WordLinks:
    return WordLinks(renderings, translator)


def answer(translator: Asked, *links: Link) -> None:
    translator.linked.emit("Das Haus.", "The house.", links)


def test_links_are_spans_of_the_paragraph(links: WordLinks, translator: Asked) -> None:
    links.ask(0, SECOND)
    assert translator.pairs == [("Das Haus.", "The house.")]
    assert links.known(0, SECOND) is None
    answer(translator, Link(Span(4, 8), Span(4, 9), 0.9))
    assert links.known(0, SECOND) == (Link(Span(8, 12), Span(9, 14), 0.9),)
    assert links.partners(0, SECOND, Side.SOURCE, Span(9, 10)) == ((Span(8, 12),), (Span(9, 14),))
    assert links.partners(0, SECOND, Side.TARGET, Span(9, 14)) == ((Span(9, 14),), (Span(8, 12),))
    assert links.partners(0, SECOND, Side.SOURCE, Span(4, 7)) == ((), ())


def test_what_is_known_is_not_asked_again(links: WordLinks, translator: Asked) -> None:
    answer(translator)
    links.ask(0, SECOND)
    assert links.known(0, SECOND) == ()
    assert translator.pairs == []


def test_over_two_engines_nothing_is_asked(
    links: WordLinks, translator: Asked, renderings: Renderings
) -> None:
    renderings.use_engine(f"{ENGINE}+{ENGINE}")
    assert renderings.text(0, Side.TARGET) == ENGLISH
    links.ask(0, SECOND)
    assert translator.pairs == []


def test_the_oldest_are_forgotten(
    links: WordLinks, translator: Asked, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(word_links, "MOST_KEPT", 2)
    answer(translator)
    for number in range(2):
        translator.linked.emit(f"Satz {number}.", "Sentence.", ())
    assert links.known(0, SECOND) is None
