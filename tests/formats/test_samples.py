"""Files that other programs wrote, and web pages built like real ones: every paragraph.

tests/data/formats/README.md says where they come from.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.formats import read_document
from reader.model import Document, Kind
from tests.formats import expected
from tests.formats.expected import FIRST, FRONT, NOTE, ROWS, SIGHTED, TITLE, Part, article

SAMPLES = Path(__file__).parents[1] / "data" / "formats"


def text(words: str) -> Part:
    return Kind.TEXT, 0, words


NOTE_AT_END: list[Part] = [(Kind.LIST_ITEM, 1, f"1. {NOTE}")]
AGAIN: list[Part] = [*FRONT, (Kind.HEADING, 1, TITLE)]  # on the title page and above the text
REFERENCE: list[Part] = [(Kind.TEXT, 0, f"{SIGHTED}[1]")]
PLAIN_CAPTION: list[Part] = [(Kind.TEXT, 0, "Orte und Ereignisse")]  # in no style for captions
LISTED: list[Part] = [  # as calibre writes what is in a book
    (Kind.HEADING, 1, "Table of Contents"),
    *(text(words) for words in (TITLE, "Das Video", "Der Gipfel in Alaska", "Die Folgen")),
]


def _flat(parts: list[Part], note_after: str) -> list[Part]:
    """With the footnote at the foot of its page."""
    at = next(n for n, (_, _, words) in enumerate(parts) if words == note_after)
    return [*parts[: at + 1], *FIRST[1:], *parts[at + 1 :]]


WHOLE = {
    "pandoc-docx.docx": article(),
    "pandoc-odt.odt": article(),
    "pandoc-epub2.epub": article(front=AGAIN, first=[*REFERENCE, *NOTE_AT_END]),
    "pandoc-epub3.epub": article(front=AGAIN, first=[*REFERENCE, *NOTE_AT_END]),
    "calibre-epub.epub": article(front=AGAIN, first=[*REFERENCE, *NOTE_AT_END]),
    "pandoc-html.html": [*article(first=REFERENCE), *NOTE_AT_END],
    "libreoffice-docx.docx": article(table=[*PLAIN_CAPTION, *ROWS]),
    "libreoffice-odt.odt": article(table=[*PLAIN_CAPTION, *ROWS]),
    "libreoffice-html.html": [*article(first=REFERENCE, table=[*PLAIN_CAPTION, *ROWS]), FIRST[1]],
    "calibre-docx.docx": article(
        front=[
            *LISTED,
            (Kind.HEADING, 1, TITLE),
            FRONT[1],
            (Kind.HEADING, 1, TITLE),
        ],
        first=[*REFERENCE, *NOTE_AT_END],
        quote=[text(expected.QUOTE[0][2])],
        table=ROWS,  # without its caption
    ),
    "libreoffice-rtf.rtf": article(table=[*PLAIN_CAPTION, *ROWS]),
    "pandoc-fb2.fb2": article(
        front=FRONT[:1],
        items=[
            (Kind.TEXT, 0, "1.\xa0den Frieden und seine Dauer,"),
            (Kind.TEXT, 0, "2.\xa0die Rolle der Vermittler:"),
            (Kind.TEXT, 0, "2.\xa0•\xa0der Vereinigten Staaten,"),
            (Kind.TEXT, 0, "2.\xa0•\xa0der Partner in Europa,"),
            (Kind.TEXT, 0, "3.\xa0und die Garantien für die Sicherheit."),
        ],
        table=[*ROWS, *PLAIN_CAPTION],
    ),
    "pandoc-rtf.rtf": article(
        front=[(Kind.TEXT, 0, TITLE), FRONT[1]],
        quote=[(Kind.TEXT, 0, expected.QUOTE[0][2])],
        items=[
            (Kind.TEXT, 0, "1. den Frieden und seine Dauer,"),
            (Kind.TEXT, 0, "2. die Rolle der Vermittler:"),
            (Kind.TEXT, 0, "– der Vereinigten Staaten,"),
            (Kind.TEXT, 0, "– der Partner in Europa,"),
            (Kind.TEXT, 0, "3. und die Garantien für die Sicherheit."),
        ],
        table=[*ROWS, *PLAIN_CAPTION],
    ),
    "libreoffice-pdf.pdf": _flat(
        article(
            first=REFERENCE,
            quote=[text(expected.QUOTE[0][2])],
            items=[(kind, 1, words) for kind, _, words in expected.ITEMS],
            table=[*PLAIN_CAPTION, *ROWS],
        ),
        note_after=expected.DEMANDS,  # the last paragraph of that page
    ),
    "spalten.pdf": [
        (Kind.TITLE, 0, TITLE),
        text(SIGHTED),
        text(expected.VIDEO.partition(" Das Video")[0]),
        text("Das Video" + expected.VIDEO.partition(" Das Video")[2]),
        text(expected.ANALYSTS),
        (Kind.HEADING, 1, "Der Gipfel in Alaska"),
        text(expected.ALASKA),
        text("Parallel bereitete Washington ein Treffen zwischen Trump und Selenskij vor."),
        text(expected.DEMANDS),
        text(expected.SIGNAL),
        text(expected.FICO.replace("“", '"').replace("”", '"')),
    ],
    "film.srt": [
        text(
            "Früher war der Fluss die Grenze, und niemand kam hinüber, der es nicht musste. "
            "Heute fährt die Fähre jede Stunde."
        ),
        (Kind.TEXT, 0, "Wann legt sie ab?"),
        (Kind.TEXT, 0, "Wenn alle an Bord sind. Also bald."),
    ],
    "film.vtt": [
        (Kind.TEXT, 0, "Helga Behrens: Man hört es zuerst, es gluckst unter den Dielen & steigt."),
        (Kind.TEXT, 0, "Klaus: Und dann?"),
        (Kind.TEXT, 0, "Der Erzähler spricht ohne Namen."),
    ],
    "lexikon.html": [
        (Kind.TITLE, 0, "Fähre Grünau"),
        (Kind.CAPTION, 0, "Die Fähre im Frühjahr 1936, vom linken Ufer gesehen"),
        text(
            "Die Fähre Grünau ist eine Gierseilfähre, die seit dem Jahr 1911 die beiden Ortsteile "
            "des gleichnamigen Dorfes miteinander verbindet. Sie kommt ohne Motor aus: Allein die "
            "Strömung treibt sie von einem Ufer zum anderen."
        ),
        (Kind.HEADING, 2, "Geschichte"),
        text(
            "Schon im Mittelalter setzten Fischer Reisende mit Kähnen über. Die Gemeinde ließ im "
            "März 1910 ein Seil spannen, an dem im Jahr darauf die erste Fähre hing. Im Winter "
            "1929 zerstörte Eisgang das Seil; der Betrieb ruhte bis zum Mai."
        ),
        (
            Kind.QUOTE,
            1,
            "„Wer hier wohnt, der wartet gern, denn auf der anderen Seite wartet auch niemand.“",
        ),
        (Kind.HEADING, 3, "Nach 1945"),
        text(
            "Nach dem Krieg nahm der Verkehr stark zu. Erst als 1973 weiter flussabwärts eine "
            "Brücke gebaut worden war, wurde es an der Fähre wieder still."
        ),
        (Kind.HEADING, 2, "Technik"),
        (Kind.TEXT, 0, "Die Fähre besteht aus drei Teilen:"),
        (Kind.LIST_ITEM, 1, "dem Seil, das in der Mitte des Flusses verankert ist,"),
        (Kind.LIST_ITEM, 1, "den Schwimmern, auf denen es liegt,"),
        (Kind.LIST_ITEM, 2, "heute aus Stahl,"),
        (Kind.LIST_ITEM, 2, "früher aus Holz,"),
        (Kind.LIST_ITEM, 1, "und dem Prahm, der die Wagen trägt."),
        (Kind.CAPTION, 0, "Fahrten im Jahr"),
        (Kind.TABLE_ROW, 0, "Jahr | Fahrten | Personen"),
        (Kind.TABLE_ROW, 0, "1912 | 4.120 | 21.000"),
        (Kind.TABLE_ROW, 0, "1972 | 18.300 | 140.500"),
        (Kind.TEXT, 0, "Das Gefälle wird nach der Formel geschätzt."),
    ],
    "magazin.html": [
        (Kind.TITLE, 0, "Warum die Züge im Sommer stehen bleiben"),
        text(
            "Klimaanlagen fallen aus, Weichen verformen sich: Die Bahn kämpft jedes Jahr mit der "
            "Hitze. Ein Besuch im Stellwerk."
        ),
        (
            Kind.CAPTION,
            0,
            "Gleise bei Kassel: 54 Grad auf der Schiene Foto: Anna Muster / DER BEOBACHTER",
        ),
        text(
            "Es ist elf Uhr vormittags, und das Thermometer an der Schiene zeigt 54\xa0Grad. "
            "Rüdiger Klamm, seit dreißig Jahren Fahrdienstleiter, wischt sich die Stirn."
        ),
        text(
            "»Ab 60 Grad wird es ernst«, sagt er. »Dann fährt hier keiner mehr schneller als "
            "siebzig.«"
        ),
        (Kind.HEADING, 3, "Das Problem mit den Weichen"),
        text(
            "Rund 65.000 Weichen hat das Netz, und jede von ihnen dehnt sich aus. Was im Winter "
            "gefriert, klemmt im Sommer."
        ),
        text(
            "Die Bahn verweist auf ein Programm von 45 Milliarden Euro. Bis 2030 sollen vierzig "
            "Strecken saniert werden."
        ),
        text(
            "Klamm glaubt das erst, wenn er es sieht. »Ich gehe 2027 in Rente«, sagt er. »Das "
            "erlebe ich nicht mehr.«"
        ),
    ],
    "bericht.htm": [
        (Kind.TITLE, 0, "Bericht"),
        text("Bericht der Kommission"),
        (Kind.HEADING, 1, "1\xa0\xa0\xa0 Einleitung"),
        text("Die Kommission hat getagt.[1] Sie war sich einig."),
        (Kind.LIST_ITEM, 1, "erster Punkt"),
        text("[1] Am 3. März."),
    ],
    "zeitung.html": [
        (Kind.TITLE, 0, "Das Dorf, das nicht wegziehen will"),
        text(
            "Dreimal in zehn Jahren stand Niederwerder unter Wasser. Trotzdem bleiben fast alle. "
            "Warum eigentlich?"
        ),
        (Kind.CAPTION, 0, "Sandsäcke vor dem Haus der Familie Behrens Foto: Flussbote"),
        text(
            "Als das Wasser kam, saß Helga Behrens am Küchentisch und schälte Kartoffeln. „Man "
            "hört es zuerst“, sagt sie, „es gluckst unter den Dielen wie ein Kind, das sich "
            "verschluckt hat.“ Dann stieg es durch die Ritzen, erst klar, dann braun."
        ),
        text(
            "Das war im Januar. Jetzt, im Juni, trocknen die Wände noch immer, und im Flur stehen "
            "zwei Geräte, die Tag und Nacht brummen. 62\xa0000\xa0Euro hat der Schaden gekostet, "
            "die Versicherung zahlte nur einen kleinen Teil davon."
        ),
        (Kind.HEADING, 3, "Ein Wall aus dem Jahr 1887"),
        text(
            "Vor dem Fluss schützt ein Deich, den die Urgroßeltern aufschütteten. Er ist zu "
            "niedrig, das weiß jeder hier, und ein neuer ist geplant, seit die Gemeinde denken "
            "kann. Gebaut wird er frühestens in sechs\xa0Jahren."
        ),
        (Kind.QUOTE, 1, "Weggehen kann man immer noch, wenn man tot ist."),
        (Kind.QUOTE, 1, "Helga Behrens, 81"),
        (Kind.TEXT, 0, "Drei Dinge fordert das Dorf von der Landesregierung:"),
        (Kind.LIST_ITEM, 1, "1. einen Deich, der einen Meter höher ist,"),
        (Kind.LIST_ITEM, 1, "2. Geld für die Sanierung der alten Häuser,"),
        (Kind.LIST_ITEM, 1, "3. und eine Antwort bis zum Herbst."),
        text(
            "Der Minister war im Februar da. Er trug neue Gummistiefel, er schüttelte Hände und "
            "versprach, sich zu kümmern. Seither hat niemand mehr etwas von ihm gehört."
        ),
        text(
            "Am Abend sitzt Helga Behrens auf der Bank vor dem Haus. Der Fluss liegt da wie ein "
            "Tier, das schläft. „Schön ist er ja“, sagt sie."
        ),
    ],
}

# What these programs write has lost its structure; the words are there, in their order.
WORDS = (
    "calibre-rtf.rtf",
    "calibre-fb2.fb2",
    "calibre-pdf.pdf",
)


def sample(name: str) -> Document:
    return read_document((SAMPLES / name).read_bytes(), name)


@pytest.mark.parametrize("name", WHOLE)
def test_every_paragraph(name: str) -> None:
    document = sample(name)
    assert [(p.kind, p.level, p.text) for p in document.paragraphs] == WHOLE[name]
    assert document.warnings == ()
    assert document.language == "de"


@pytest.mark.parametrize("name", WORDS)
def test_every_word(name: str) -> None:
    text = " ".join(paragraph.text for paragraph in sample(name).paragraphs)
    at = -1
    for _, _, paragraph in article(first=[(Kind.TEXT, 0, SIGHTED)], items=[], table=[]):
        assert (at := text.find(paragraph, at + 1)) >= 0, paragraph
    for _, _, paragraph in (*expected.ITEMS, *ROWS, *FIRST[1:]):
        words = paragraph.removeprefix("[1] ").lstrip("0123456789. ").split(" | ")
        assert all(word in text for word in words)


@pytest.mark.parametrize(
    ("name", "title", "author"),
    [
        ("lexikon.html", "Fähre Grünau", ""),
        ("zeitung.html", "Das Dorf, das nicht wegziehen will", "Karla Wiesner"),
        ("magazin.html", "Warum die Züge im Sommer stehen bleiben",
         "Milan Beispiel, DER BEOBACHTER"),
        ("bericht.htm", "Bericht", ""),
        ("film.srt", "Film", ""),
        ("spalten.pdf", TITLE, ""),
        ("pandoc-rtf.rtf", "Pandoc rtf", ""),  # it says nothing of either
        *(
            (name, TITLE, "Lesepult")
            for name in [*WHOLE, *WORDS]
            if name.startswith(("pandoc", "libreoffice", "calibre")) and name != "pandoc-rtf.rtf"
        ),
    ],
)  # fmt: skip
def test_title_and_author(name: str, title: str, author: str) -> None:
    document = sample(name)
    assert (document.title, document.author) == (title, author)


@pytest.mark.parametrize("name", [*WHOLE, *WORDS])
def test_the_content_tells_the_format_where_the_name_does_not(name: str) -> None:
    data = (SAMPLES / name).read_bytes()
    assert read_document(data, "ohne-namen").paragraphs == sample(name).paragraphs


def test_samples_are_small() -> None:
    sizes = {file.name: file.stat().st_size for file in SAMPLES.iterdir()}
    assert max(sizes.values()) <= 90_000, sizes
    assert sum(sizes.values()) <= 1_000_000


def test_notes_below_columns_are_no_part_of_the_text() -> None:
    here = [p.text for p in sample("noten.pdf").paragraphs]
    written = [p.text for p in sample("noten.fodt").paragraphs]
    notes = [text for text in written if text.startswith("[")]
    assert len(notes) == 4
    assert [text for text in here if text not in notes] == [
        text for text in written if text not in notes
    ]
    assert [text for text in here if text in notes] == notes


def test_the_raised_sign_of_a_note_is_no_part_of_the_word() -> None:
    assert f"{SIGHTED}[1]" in [p.text for p in sample("calibre-pdf.pdf").paragraphs]
