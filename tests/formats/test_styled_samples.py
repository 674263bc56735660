"""Files that other programs wrote, with emphasis and links: every paragraph and every run."""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.errors import KnownError
from reader.formats import read_document
from reader.model import Document, Kind
from tests.formats.expected import Part
from tests.formats.soundness import assert_sound
from tests.formats.sterne import (
    BOLD_HEADER,
    BULLETS,
    CODE,
    DEW,
    FRONT,
    NOTE,
    NOTE_AT_END,
    NUMBERS,
    QUOTE,
    ROWS,
    TARGETS,
    TITLE,
    as_text,
    plain,
    sterne,
    written,
)

SAMPLES = Path(__file__).parents[1] / "data" / "formats"

TEXT_CODE = as_text(CODE)
BOLD_ROWS = [*BOLD_HEADER, *ROWS]
UNTITLED = [(Kind.TEXT, 0, TITLE), *FRONT[1:]]  # no style says that it is the title
UNNUMBERED = [(Kind.LIST_ITEM, level, words[3:]) for _, level, words in NUMBERS]
UNLINKED = [(Kind.TEXT, 0, "[1] Er heißt hier {s:Silbergras}, siehe das Wörterbuch.")]
AGAIN: list[Part] = [*FRONT, (Kind.HEADING, 1, TITLE)]  # on the title page and above the text

LISTED: list[Part] = [  # as calibre writes what is in a book
    (Kind.HEADING, 1, "Table of Contents"),
    *((Kind.TEXT, 0, words) for words in (TITLE, "Der Weg hinauf", "Was man mitnimmt")),
]


def relabelled(parts: list[Part], words: dict[str, str]) -> list[Part]:
    """The parts with other words, or in other styles, as some programs write them."""
    for old, new in words.items():
        parts = [(kind, level, text.replace(old, new)) for kind, level, text in parts]
    return parts


def unstyled(parts: list[Part], headings: dict[str, str]) -> list[Part]:
    """The parts where headings are mere text, in these words."""
    return [
        (Kind.TEXT, 0, headings[text]) if kind is Kind.HEADING and text in headings
        else (kind, level, text)
        for kind, level, text in parts
    ]  # fmt: skip


WHOLE = {
    "sterne.md": sterne(front=FRONT[:1], at_end=True),
    "sterne-pandoc.docx": sterne(),
    "sterne-pandoc.odt": sterne(rows=BOLD_ROWS),
    "sterne-pandoc.epub": sterne(front=AGAIN, note=NOTE_AT_END, at_end=True),
    "sterne-pandoc.html": sterne(note=NOTE_AT_END, at_end=True),
    "sterne-pandoc-gfm.md": sterne(front=FRONT[:1], at_end=True),
    "sterne-pandoc.fb2.zip": sterne(
        front=FRONT[:1],
        bullets=as_text(BULLETS, label="•\xa0"),
        numbers=[(kind, level, w.replace(". ", ".\xa0", 1)) for kind, level, w in as_text(NUMBERS)],
    ),
    "sterne-pandoc.rtf": sterne(
        front=[(Kind.TEXT, 0, f"{{s:{TITLE}}}"), *FRONT[1:]],
        bullets=as_text(BULLETS, label="• "),
        numbers=as_text(NUMBERS),
        quote=as_text(QUOTE),
        code=TEXT_CODE,
    ),
    "sterne-libreoffice.docx": sterne(rows=BOLD_ROWS),
    "sterne-libreoffice.odt": sterne(rows=BOLD_ROWS),
    "sterne-libreoffice.fodt": sterne(rows=BOLD_ROWS),
    "sterne-libreoffice.rtf": sterne(rows=BOLD_ROWS),
    "sterne-libreoffice.html": relabelled(sterne(at_end=True), {"{l:": "{el:"}),
    "sterne-libreoffice.xhtml": relabelled(
        sterne(quote=as_text(QUOTE), code=TEXT_CODE, at_end=True), {"{e:neun}": "neun"}
    ),
    "sterne-libreoffice.epub": unstyled(
        sterne(
            quote=as_text(QUOTE),
            bullets=as_text(BULLETS),
            numbers=[(Kind.TEXT, 0, words) for _, _, words in UNNUMBERED],
            code=TEXT_CODE,
            rows=ROWS,  # the first is not in the file
            at_end=True,
        ),
        {"Der Weg hinauf": "{s:Der Weg hinauf}", "Was man mitnimmt": "{es:Was man mitnimmt}"},
    ),
    "sterne-libreoffice.pdf": plain(
        sterne(
            quote=as_text(QUOTE),
            at_end=True,
        )
    ),
    "sterne-calibre.epub": unstyled(
        relabelled(
            sterne(
                quote=as_text(QUOTE),
                code=TEXT_CODE,
                note=[(Kind.HEADING, 1, "Notes"), *NOTE],
                at_end=True,
            ),
            {"{e:neun}": "neun"},
        ),
        {
            "Der Weg hinauf": "1\xa0{s:Der Weg hinauf}",
            "Was man mitnimmt": "1\xa0{es:Was man mitnimmt}",
        },
    ),
    "sterne-calibre.docx": relabelled(
        sterne(
            front=[*LISTED, (Kind.HEADING, 1, TITLE), *FRONT[1:], (Kind.HEADING, 1, TITLE)],
            quote=as_text(QUOTE),
            code=TEXT_CODE,
            note=NOTE_AT_END,
            rows=BOLD_ROWS,
            at_end=True,
        ),
        {"{l:dach@sternfreunde.example}": "dach@sternfreunde.example"},
    ),
    "sterne-abiword.docx": sterne(
        front=UNTITLED,
        bullets=[(kind, 4, words) for kind, _, words in BULLETS],  # as deep as it says they are
        numbers=[(kind, 4, words) for kind, _, words in UNNUMBERED],
        note=UNLINKED,
        rows=BOLD_ROWS,
    ),
    "sterne-abiword.rtf": sterne(front=UNTITLED, numbers=UNNUMBERED, rows=BOLD_ROWS),
    "sterne-abiword.odt": sterne(
        front=UNTITLED,
        bullets=[(kind, n, words) for n, (kind, _, words) in enumerate(BULLETS, start=1)],
        numbers=[(kind, n, words) for n, (kind, _, words) in enumerate(UNNUMBERED, start=1)],
        code=TEXT_CODE,
        rows=BOLD_ROWS,
    ),
    "blog.html": [
        (Kind.TITLE, 0, "Der alte Hobel"),
        (Kind.CAPTION, 0, "Fast hundert Jahre alt und noch {e:immer} scharf"),
        (
            Kind.TEXT,
            0,
            (
                "Auf dem Flohmarkt lag er zwischen Tellern und Türklinken: ein "
                "{s:Schlichthobel} aus Weißbuche, schwarz vom Öl, das Eisen voller Rost. Vier "
                "Euro wollte der Mann dafür, {e:drei} habe ich gezahlt."
            ),
        ),
        (
            Kind.TEXT,
            0,
            (
                "Zu Hause kam er erst einmal ins Regal. Wer wissen will, wie so ein Werkzeug "
                "früher gebaut wurde, findet alles im {l:Hobelmuseum}, und das {l:Schleifen} "
                "habe ich schon einmal beschrieben."
            ),
        ),
        (Kind.HEADING, 2, "Was zu tun war"),
        (Kind.LIST_ITEM, 1, "das Eisen entrosten, am besten in {e:Essig},"),
        (Kind.LIST_ITEM, 1, "die Sohle abrichten,"),
        (Kind.LIST_ITEM, 1, "und den Keil neu schnitzen."),
        (Kind.QUOTE, 1, "Ein stumpfes Eisen ist gefährlicher als ein scharfes."),
        (Kind.QUOTE, 1, "{e:Mein Großvater}"),
        (
            Kind.TEXT,
            0,
            (
                "Nach zwei Abenden lief der erste Span durch das Maul, dünn wie Papier.\nSo "
                "dünn, dass man die Zeitung dadurch lesen kann."
            ),
        ),
        (Kind.TEXT, 0, "{s:Nachtrag:} Das Eisen hält noch immer."),
    ],
    "meldung.mhtml": [
        (Kind.TITLE, 0, "Seilbahn bleibt bis Ostern geschlossen"),
        (Kind.TEXT, 0, "Verkehr"),
        (
            Kind.TEXT,
            0,
            "{s:Ein Riss im Tragseil ist größer als gedacht. Die Betreiber bitten um Geduld.}",
        ),
        (
            Kind.TEXT,
            0,
            (
                "Die Seilbahn auf den Hochstein fährt frühestens im April wieder. Das teilte "
                "die Gesellschaft am Montag mit. Bei einer {l:Prüfung im Herbst} war ein Riss "
                "entdeckt worden, nun zeigt sich: Er reicht {e:bis in den Kern}."
            ),
        ),
        (
            Kind.TEXT,
            0,
            (
                "„Sicherheit geht vor“, sagte Betriebsleiterin Marlies Egger. Ein neues Seil "
                "sei bestellt, es wiege 38 Tonnen und komme aus der Schweiz."
            ),
        ),
        (Kind.HEADING, 2, "Gäste weichen aus"),
        (
            Kind.TEXT,
            0,
            (
                "Für die Wirte am Berg ist das bitter: Sie rechnen mit {s:zwei Dritteln "
                "weniger} Gästen. Fragen beantwortet die Gesellschaft unter "
                "{l:info@hochstein.example}."
            ),
        ),
    ],
    "merkblatt.htm": [
        (Kind.TITLE, 0, "Merkblatt zur Müllabfuhr"),
        (
            Kind.TEXT,
            0,
            (
                "Die Müllabfuhr im Landkreis wird vom 1. Juni an neu geordnet. Für die meisten "
                "Haushalte ändert sich {s:nur der Wochentag}. Die Gebühren bleiben gleich."
            ),
        ),
        (Kind.HEADING, 3, "Welche Tonne wohin gehört"),
        (
            Kind.TEXT,
            0,
            (
                "Die Tonnen müssen bis {e:6 Uhr} an der Straße stehen, und zwar so, daß niemand"
                " über sie stolpert. Größere Mengen nimmt der Wertstoffhof an."
            ),
        ),
        (Kind.LIST_ITEM, 1, "1. Graue Tonne: Restmüll"),
        (Kind.LIST_ITEM, 1, "2. Grüne Tonne: Papier und Pappe"),
        (Kind.LIST_ITEM, 1, "3. Gelber Sack: Verpackungen"),
        (Kind.CAPTION, 0, "Abfuhrtage"),
        (Kind.TABLE_ROW, 0, "Ort | Tag"),
        (Kind.TABLE_ROW, 0, "Grünbach | Montag"),
        (Kind.TABLE_ROW, 0, "Schönfeld | Donnerstag"),
        (
            Kind.TEXT,
            0,
            "Weitere Auskünfte gibt das {l:Umweltamt}, Zimmer 12, werktags außer mittwochs.",
        ),
    ],
}

# What these programs write has lost part of its structure; the words are there.
WORDS = ("sterne-libreoffice.txt", "sterne-groff.pdf")


def sample(name: str) -> Document:
    document = read_document((SAMPLES / name).read_bytes(), name)
    assert_sound(document)
    return document


def links(document: Document) -> tuple[str, ...]:
    return tuple(run.target for p in document.paragraphs for run in p.runs if run.target)


@pytest.mark.parametrize("name", WHOLE)
def test_every_paragraph_and_every_run(name: str) -> None:
    document = sample(name)
    assert [(p.kind, p.level, written(p)) for p in document.paragraphs] == WHOLE[name]
    assert document.warnings == ()
    assert document.language == "de"
    if name.startswith("sterne"):
        shown = [target for words, target in TARGETS.items() if words in str(WHOLE[name])]
        assert links(document) == tuple(shown)


@pytest.mark.parametrize("name", WORDS)
def test_every_word(name: str) -> None:
    text = " ".join(paragraph.text for paragraph in sample(name).paragraphs)
    at = -1
    for _, _, words in plain(sterne(front=FRONT[:1], numbers=UNNUMBERED, rows=[], note=[])):
        wanted = words.replace("[1]", "")
        for part in wanted.split("Tau.") if words == DEW else [wanted]:
            assert (at := text.find(part, at + 1)) >= 0, part
    for word in (*"Monat Nächte März neun April 12".split(), "Er heißt hier Silbergras"):
        assert word in text or name.endswith(".txt")


@pytest.mark.parametrize(
    ("name", "title", "author", "date"),
    [
        ("sterne.md", TITLE, "Lesepult", "2024-03-09"),
        ("sterne-pandoc-gfm.md", TITLE, "Lesepult", "2024-03-09"),
        ("sterne-pandoc.epub", TITLE, "Lesepult", "2024-03-09"),
        ("sterne-pandoc.fb2.zip", TITLE, "Lesepult", "2024-03-09"),
        ("sterne-pandoc.html", TITLE, "Lesepult", "2024-03-09"),
        ("sterne-libreoffice.html", TITLE, "Lesepult", "2024-03-09"),
        ("sterne-pandoc.docx", TITLE, "Lesepult", "2025-01-01"),  # when the file was written
        ("sterne-pandoc.odt", TITLE, "Lesepult", "2025-01-01"),
        ("sterne-libreoffice.fodt", TITLE, "Lesepult", "2025-01-01"),
        ("sterne-libreoffice.rtf", TITLE, "Lesepult", "2025-01-01"),
        ("sterne-libreoffice.pdf", TITLE, "Lesepult", "2026-11-22"),
        ("sterne-calibre.epub", TITLE, "Lesepult", ""),  # it says the year 101
        ("sterne-abiword.rtf", TITLE, "Lesepult", ""),
        ("zeitung.html", "Das Dorf, das nicht wegziehen will", "Karla Wiesner", "2024-06-11"),
        ("blog.html", "Der alte Hobel", "Jette Lorenz", "2023-11-05"),
        ("meldung.mhtml", "Seilbahn bleibt bis Ostern geschlossen", "Anna Reuter, Tobias Hölzl",
         "2025-02-17"),
        ("merkblatt.htm", "Merkblatt zur Müllabfuhr", "Landratsamt Werdau", "1999-05-14"),
    ],
)  # fmt: skip
def test_title_author_and_date(name: str, title: str, author: str, date: str) -> None:
    document = sample(name)
    assert (document.title, document.author, document.date) == (title, author, date)


def test_links_of_saved_pages() -> None:
    assert links(sample("blog.html")) == (
        "https://hobelmuseum.example/schlichthobel?teil=2#eisen",
        "https://werkstatt.example/2021/03/schleifen/",
    )
    assert links(sample("meldung.mhtml")) == (
        "https://talkurier.example/lokales/pruefung-2024",
        "mailto:info@hochstein.example?subject=Seil",
    )


@pytest.mark.parametrize("name", [*WHOLE, *WORDS])
def test_the_content_tells_the_format_where_the_name_does_not(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    assert read_document(data, "ohne-namen").paragraphs == sample(name).paragraphs


def test_an_old_word_file_is_refused_with_advice() -> None:
    with pytest.raises(
        KnownError, match=r"sterne-libreoffice\.doc .*old Microsoft Office"
    ) as fault:
        sample("sterne-libreoffice.doc")
    assert "DOCX" in fault.value.advice


def test_there_are_more_than_thirty_that_nobody_here_wrote() -> None:
    programs = ("pandoc", "libreoffice", "calibre", "abiword", "groff")
    assert len([f for f in SAMPLES.iterdir() if any(one in f.name for one in programs)]) >= 30
