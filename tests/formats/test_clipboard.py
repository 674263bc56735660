"""What was copied elsewhere, rich or plain, and what comes by standard input."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import KnownError
from reader.formats import _child, formats, from_clipboard, from_input, read_apart
from reader.model import Document, Kind
from reader.phrases import Phrase
from tests.formats.german import SENTENCES
from tests.formats.soundness import assert_sound
from tests.formats.sterne import written

SAMPLES = Path(__file__).parents[1] / "data" / "formats"

CHROME = (
    '<meta charset="utf-8"><p style="color: rgb(0, 0, 0); font-style: normal">Die <b>Fähre</b> '
    'fährt <a href="https://example.org/f">jede Stunde</a>.</p><ul><li>hinüber</li></ul>'
)
FIREFOX = (
    "<p>Die <b>Fähre</b> fährt <a href='https://example.org/f'>jede Stunde</a>.</p><ul><li>hinüber"
)
WORD = (
    "<html xmlns:o='urn:schemas-microsoft-com:office:office'><head><style>p.Mso{margin:0}</style>"
    "</head><body lang=DE><p>Das war nicht gewählt.</p><!--StartFragment--><p class=MsoNormal>Die "
    "<b>Fähre</b> fährt <a href='https://example.org/f'>jede Stunde</a>.<o:p></o:p></p>"
    "<ul><li>hinüber"
    "</li></ul><!--EndFragment--></body></html>"
)
LIBREOFFICE = (
    "<!DOCTYPE html><html><head><meta name='generator' content='LibreOffice'><style>p { margin: 0 }"
    "</style></head><body lang='de-DE'><p>Die <b>Fähre</b>\nfährt <a href='https://example.org/f'>jede"
    "\nStunde</a>.</p><ul><li><p>hinüber</p></li></ul></body></html>"
)


def parts(document: Document) -> list[tuple[Kind, str]]:
    assert_sound(document)
    return [(paragraph.kind, written(paragraph)) for paragraph in document.paragraphs]


@pytest.mark.parametrize("html", [CHROME, FIREFOX, WORD, LIBREOFFICE])
def test_rich_text_of_each_program(html: str) -> None:
    document = from_clipboard(html, "Die Fähre fährt jede Stunde.")
    assert parts(document) == [
        (Kind.TEXT, "Die {s:Fähre} fährt {l:jede Stunde}."),
        (Kind.LIST_ITEM, "hinüber"),
    ]
    assert document.title == "Die Fähre fährt jede Stunde."
    assert document.format == "Clipboard"
    assert document.source == ""


def test_all_that_was_selected_is_meant() -> None:
    """On a saved page, most of this would count as what surrounds the article."""
    html = (
        "<aside class='teaser'><h4>Mehr zum Thema</h4></aside><div class='comments'><p>Ein "
        "Kommentar.</p></div><footer>© 2024</footer>"
    )
    assert parts(from_clipboard(html, "")) == [
        (Kind.HEADING, "Mehr zum Thema"),
        (Kind.TEXT, "Ein Kommentar."),
        (Kind.TEXT, "© 2024"),
    ]


def test_a_headline_is_the_title_and_long_words_are_cut() -> None:
    assert from_clipboard("<h2>Die <i>Fähre</i></h2><p>Ein Satz.</p>", "").title == "Die Fähre"
    long = from_clipboard(f"<p>{' '.join(SENTENCES)}</p>", "").title
    assert long == "Am Morgen lag dichter Nebel über dem Fluss. Die Fähre legte …"


def test_plain_text() -> None:
    document = from_clipboard("", "\n".join(SENTENCES[:3]))
    assert [p.text for p in document.paragraphs] == list(SENTENCES[:3])
    assert (document.title, document.format) == (SENTENCES[0], "Clipboard")


def test_plain_text_that_is_markdown() -> None:
    document = from_clipboard(" ", "# Titel\n\nEin *betonter* Satz.")
    assert parts(document) == [(Kind.TITLE, "Titel"), (Kind.TEXT, "Ein {e:betonter} Satz.")]


def test_plain_text_that_only_looks_like_a_file() -> None:
    text = f"Eine Datei beginnt mit %PDF-1.7 oder so.\n{SENTENCES[0]}"
    assert from_clipboard("", text).paragraphs[-1].text == SENTENCES[0]


def test_a_picture_has_its_plain_text() -> None:
    document = from_clipboard("<img src='https://example.org/x.png'>", "Ein Satz.")
    assert [p.text for p in document.paragraphs] == ["Ein Satz."]


@pytest.mark.parametrize(("html", "plain"), [("", ""), (" ", "\n"), ("<p></p>", " ")])
def test_nothing(html: str, plain: str) -> None:
    with pytest.raises(KnownError, match="The clipboard"):
        from_clipboard(html, plain)


def test_halves_of_characters_and_every_letter() -> None:
    assert from_clipboard("", "Ein \ud83d Satz.").paragraphs[0].text == "Ein ? Satz."
    syriac = "ܫܠܡܐ ܥܠܡܐ"
    assert from_clipboard(f"<p>{syriac}</p>", "").paragraphs[0].text == syriac


def test_scripts_and_harmful_links_are_left_out() -> None:
    html = "<p>Ein <a href='javascript:x()'>Satz</a>.<script>x()</script></p>"
    assert parts(from_clipboard(html, "")) == [(Kind.TEXT, "Ein Satz.")]


def test_it_is_read_in_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_child, "command", lambda: ["/gibt/es/nicht"])
    with pytest.raises(KnownError, match="The clipboard"):
        from_clipboard("<p>Ein Satz.</p>", "")


# ---- Standard input has no name

BY_CONTENT = {
    "zeitung.html": "Web page",
    "meldung.mhtml": "Web page",
    "pandoc-epub3.epub": "EPUB book",
    "spalten.pdf": "PDF",
    "sterne-libreoffice.docx": "Word document",
    "sterne-libreoffice.odt": "OpenDocument text",
    "sterne-libreoffice.fodt": "OpenDocument text",
    "pandoc-fb2.fb2": "FictionBook",
    "sterne-pandoc.fb2.zip": "FictionBook",
    "sterne-abiword.rtf": "Rich text",
    "film.srt": "Subtitles",
    "film.vtt": "Subtitles",
    "sterne.md": "Markdown",
    "sterne-libreoffice.txt": "Plain text",
}


@pytest.mark.parametrize("name", BY_CONTENT)
def test_the_content_tells_what_comes_by_standard_input(name: str) -> None:
    document = read_apart((SAMPLES / name).read_bytes(), "standard input")
    assert document.format == BY_CONTENT[name]
    assert document.paragraphs == read_apart((SAMPLES / name).read_bytes(), name).paragraphs


def test_what_comes_by_standard_input_keeps_its_format() -> None:
    document = from_input((SAMPLES / "pandoc-epub3.epub").read_bytes())
    assert (document.format, document.source) == ("EPUB book", "")


@pytest.mark.parametrize("data", [b"", b"\0\1\2" * 3000, b"PK\3\4" * 50, b"%PDF-1.7"])
def test_standard_input_is_named_so_that_it_can_be_translated(data: bytes) -> None:
    """By the child too."""
    with pytest.raises(KnownError) as fault:
        from_input(data)
    assert isinstance(fault.value.message, Phrase)
    assert isinstance(fault.value.message.values["name"], Phrase)
    assert fault.value.message.startswith("Standard input ")


def test_every_format_can_come_by_standard_input() -> None:
    assert set(BY_CONTENT.values()) == {found.NAME for found in formats()}
