"""The document as a page."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser

from hypothesis import given

from reader.exporters.html_document import render
from reader.model import Colour, Document, Fit, Kind, Mark, Paragraph, Side, Snapshot
from tests.exporters.naughty import NAUGHTY
from tests.exporters.parsing import readable
from tests.exporters.snapshots import TEXTS, anchor, mark, rendering, snapshot, snapshots

TAGS = set(
    "html head meta title style body header main section aside h1 h2 h3 h4 h5 h6 p pre "
    "blockquote mark sup a b".split()
)
EMPTY = {"meta"}


@dataclass
class Element:
    tag: str
    attributes: dict[str, str]
    text: str = ""
    inside: list[Element] = field(default_factory=list)

    def all(self, tag: str) -> list[Element]:
        found = [self] if self.tag == tag else []
        return found + [element for child in self.inside for element in child.all(tag)]


class Page(HTMLParser):
    """Reads a page; what is not closed as it was opened is an error."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.root = Element("", {})
        self._open = [self.root]
        self.feed(html)
        self.close()
        assert self._open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self._open[-1].inside.append(element)
        if tag not in EMPTY:
            self._open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        if "sup" not in [element.tag for element in self._open]:  # numbers are no text
            for element in self._open:
                element.text += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)

    def all(self, tag: str) -> list[Element]:
        return self.root.all(tag)


def squeezed(text: str) -> str:
    return "".join(readable(text).split())


def check(exported: Snapshot) -> Page:
    """A page of our elements only, with each text in its cell."""
    page = Page(render(exported))
    assert {element.tag for element in _below(page.root)} - {""} <= TAGS
    names = {name for element in _below(page.root) for name in element.attributes}
    assert names <= set("lang charset http-equiv content name class style id href".split())
    assert all(link.attributes["href"].startswith("#") for link in page.all("a"))
    ids = [i for element in _below(page.root) if (i := element.attributes.get("id"))]
    assert len(ids) == len(set(ids))
    assert page.all("title")[0].text.strip() == readable(exported.document.title).strip()
    pairs = page.all("section")
    assert len(pairs) == len(exported.document.paragraphs)
    for number, (pair, paragraph) in enumerate(
        zip(pairs, exported.document.paragraphs, strict=True)
    ):
        german, english = pair.inside
        translation = exported.renderings.get(number)
        assert squeezed(german.text) == squeezed(paragraph.text)
        assert squeezed(english.text) == squeezed(translation.text if translation else "")
        assert german.tag == english.tag
    notes = [made for made in exported.marks if made.note]
    assert len(page.all("aside")) >= len(notes)
    return page


def _below(element: Element) -> list[Element]:
    return [element, *(found for child in element.inside for found in _below(child))]


def test_kinds_are_elements() -> None:
    page = check(snapshot())
    tags = [pair.inside[0].tag for pair in page.all("section")]
    assert tags == ["h1", "p", "h2", "blockquote", "p", "p", "p", "pre", "p"]
    assert len(tags) == len(TEXTS)
    first = page.all("section")[0]
    assert [cell.attributes["lang"] for cell in first.inside] == ["de", "en"]
    untitled = replace(snapshot(), document=Document("Titel", (Paragraph(Kind.TEXT, "Text"),)))
    assert [title.text for title in check(replace(untitled, renderings={})).all("h1")] == ["Titel"]


def test_it_loads_and_runs_nothing() -> None:
    html = render(snapshot())
    assert "default-src 'none'; style-src 'unsafe-inline'" in html
    assert not re.search(r"url\(|@import|src=|<script|<link", html)


def test_marks_overlap_and_notes_stand_below() -> None:
    page = check(
        snapshot(
            mark(anchor("Die Fähre"), colour=Colour.GREEN, note="Wohin?", number=1),
            mark(anchor("Fähre legte"), colour=Colour.PINK, number=2),
            mark(anchor("The fog", Side.TARGET), colour=None, note="Oben.", number=3),
        )
    )
    german, english = page.all("section")[1].inside
    assert [(piece.attributes["class"], piece.text) for piece in german.all("mark")] == [
        ("green", "Die "),
        ("green pink", "Fähre"),
        ("pink", " legte"),
    ]
    assert english.all("mark") == []
    notes = page.all("aside")
    assert [" ".join(note.text.split()) for note in notes] == ["1 Oben.", "2 Wohin?"]
    assert [link.attributes["href"] for link in german.all("a")] == ["#note-2"]
    assert notes[1].attributes == {"class": "note green", "id": "note-2"}


def test_marks_without_a_place_come_last_with_their_words() -> None:
    lost = mark(anchor("Der Nebel"), fit=Fit.ORPHAN, partner="The mist", note="Weg.")
    outside = replace(anchor("Brot"), paragraph=99)
    page = check(snapshot(lost, mark(outside, number=2), mark(number=3, colour=None, note="Zu")))
    assert page.all("mark") == []
    assert page.all("h2")[-1].text == "Notes without a place in this text"
    words = " ".join(page.all("aside")[-1].text.split())
    assert "Der Nebel The mist" in words
    assert words.endswith("Weg.")
    assert len(page.all("aside")) == 3


@given(snapshots())
def test_any_snapshot_is_a_page(any_snapshot: Snapshot) -> None:
    check(any_snapshot)


def test_naughty_strings_are_text() -> None:
    for number, text in enumerate(NAUGHTY):
        other = NAUGHTY[number - 40]
        check(
            Snapshot(
                document=Document(text, (Paragraph(Kind.TEXT, other),), text, author=other),
                document_id="0123456789",
                renderings={0: rendering([(other, text)])},
                marks=(_on(text),),
                engine=other,
                date="2024-05-17",
            )
        )


def _on(note: str) -> Mark:
    return mark(replace(anchor("Am Fluss"), paragraph=0), note=note, partner=note)


def test_notes_on_the_document_tags_and_names_are_shown() -> None:
    whole = mark(colour=None, note="Zum Ganzen.", number=2)
    tagged = mark(anchor("Brot"), tags=("<b>", "Essen"))
    named = replace(snapshot(whole, tagged), colour_names={Colour.YELLOW: "Wort & Satz"})
    page = Page(render(named)).root
    first, second = page.all("aside")
    assert "Zum Ganzen." in first.text
    assert "#<b>  #Essen" in second.text
    assert "Wort & Satz" in {found.text for found in page.all("mark")}
