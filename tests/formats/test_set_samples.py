"""Files of typesetters, browsers and programs for manuals: every paragraph.

The sources are muehle.tex and muehle.html, which tell the same, one more briefly, and mehl.rst.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from reader.formats import read_document
from reader.model import Kind
from tests.formats.expected import Part
from tests.formats.soundness import assert_sound
from tests.formats.sterne import written

SAMPLES = Path(__file__).parents[1] / "data" / "formats"


def text(words: str) -> Part:
    return Kind.TEXT, 0, words


def heading(level: int, words: str) -> Part:
    return Kind.HEADING, level, words


def item(words: str) -> Part:
    return Kind.LIST_ITEM, 1, words


TITLE: Part = (Kind.TITLE, 0, "Die Mühle am Wehr")
ABSTRACT = text(
    "Eine Mühle, ein Bach und was die Leute davon erzählen, aufgeschrieben von einem, der "
    "vorüberging und blieb."
)
MILL = (
    "Die Mühle steht seit dem Jahr 1743 am Wehr, und wer sie besucht, der hört sie, ehe er sie "
    "sieht. Das Rad ist neu, das Holz aber ist alt; es stammt aus dem Dachstuhl der Kirche, die "
    "im großen Sturm zusammenfiel.[1]"
)
WINTER = (
    "Im Winter führt der Bach viel Wasser. Dann öffnet der Müller die Schützen, und die Straße "
    "unterhalb wird naß. „Das Wasser“, sagt er, „fragt nicht.“"
)
WHO = (
    "Wer mahlen will, der muss zuerst das Wasser verstehen, und wer das Wasser versteht, der mahlt"
)
NOTES = [
    text("[1] Der Sturm war am 3. März 1812, und er dauerte zwei Nächte."),
    text("[2] Übrigens einem Enkel des ersten."),
]
ITEMS = [
    item(
        "ein Wagen ohne Räder, den seit dem Krieg niemand mehr bewegt hat und der nun den Hühnern "
        "gehört,"
    ),
    item("zwei Bänke:"),
    item("die eine aus Eiche,"),
    item("die andere aus Stein,"),
    item("und ein Brunnen."),
]
STEPS = [
    item("1. Zuerst das Rad anhalten."),
    item("2. Dann den Stein heben."),
    item("3. Zuletzt das Mehl wiegen."),
]
ROWS: list[Part] = [
    (Kind.TABLE_ROW, 0, "Jahr | Korn | Säcke"),
    (Kind.TABLE_ROW, 0, "2021 | Roggen | 412"),
    (Kind.TABLE_ROW, 0, "2022 | Weizen | 389"),
    (Kind.TABLE_ROW, 0, "2023 | Dinkel | 95"),
]
SONG = [
    text("Abends singt die Müllerin, und die Kinder singen mit:"),
    text("Es klappert im Grunde,"),
    text("es rauscht um das Rad,"),
    text("wer früh aus der Stunde,"),
    text("wer spät aus ihr trat."),
    text(
        "Der Effekt ist groß: Kaufleute, Schifffahrer und Pfarrer treffen sich hier. Die "
        "Wasserstandsmeldungsanlage misst um sechs Uhr, und das Ergebnis steht im Heft:"
    ),
]
CODE: list[Part] = [(Kind.CODE, 0, "messen --ort wehr --uhr 6\nstand = 142")]
DAY = text(
    "So geht der Tag zu Ende, und nichts ist geschehen, was nicht auch gestern geschehen wäre. Die "
    "Donaudampfschifffahrtsgesellschaft hat nie geantwortet, und das ist vielleicht besser so, "
    "denn was hätte sie auch sagen sollen, da doch der Bach für Schiffe viel zu schmal ist?"
)
NEIGHBOURS = [
    text(
        "Gegenüber wohnt ein Lehrer, der jeden Morgen über die Brücke geht und jeden Abend zurück. "
        "Er hat ein Buch über Vögel geschrieben, das niemand gekauft hat, und er schreibt nun ein "
        "zweites. Manchmal bringt er Äpfel mit, manchmal Fragen, und beides legt er auf die "
        "Mauer, als gehörte es dorthin."
    ),
    text(
        "Daneben steht das Haus der Fischer. Sie sind vor Jahren weggezogen; nur die Netze hängen "
        "noch am Zaun. Wenn der Wind geht, bewegen sie sich, und die Hunde bellen. Übrigens hat "
        "keiner je gesehen, dass hier ein Fisch gefangen worden wäre, der länger als eine Hand war."
    ),
]
FLOUR = [
    text(
        "Öfter, als man denkt, kommt jemand und fragt nach dem Preis des Mehls. Dann schaut der "
        "Müller zum Himmel, rechnet eine Weile und nennt eine Zahl, die zu hoch ist; der Besucher "
        "nickt, sagt, dass er es sich überlegen werde, und kommt nach einer Woche wieder. So war "
        "es schon bei den Großeltern, und so wird es bleiben, solange der Bach fließt und jemand "
        "Brot isst."
    ),
    text(
        "Im Herbst, wenn die Blätter das Gitter verstopfen, steht der Müller bis zu den Hüften im "
        "Wasser und flucht. Die Kinder sitzen auf der Mauer und zählen die Flüche; wer zuerst bei "
        "hundert ist, darf am Abend das Rad anhalten. Früher gab es dafür ein Stück Zucker."
    ),
]


def mill(*, front: list[Part], yard: list[Part], code: list[Part] = CODE) -> list[Part]:
    """What muehle.tex says; its table of contents and running heads are left out."""
    return [
        TITLE,
        *front,
        ABSTRACT,
        heading(1, "1 Das Wasser"),
        text(f"{MILL} Überall lag Holz, und die Öfen brannten bis in den Mai."),
        text(
            f"{WINTER} Ärger gibt es trotzdem genug, denn die Wiesen gehören dem Lehrer[2], und "
            "der Lehrer fragt viel."
        ),
        text(f"{WHO} nicht mehr, sondern sitzt am Ufer und wartet."),
        *yard,
        text("Danach kommt die Arbeit:"),
        *STEPS,
        text(
            "Schütz ein Brett, das man hebt, damit das Wasser auf das Rad fällt, und senkt, damit "
            "es ruht,"
        ),
        text("Wehr eine Mauer im Bach."),
        *ROWS,
        text("Tabelle 1: Ernte der letzten Jahre"),
        heading(1, "2 Das Lied"),
        *SONG,
        *code,
        DAY,
        heading(1, "3 Die Nachbarn"),
        *NEIGHBOURS,
        *FLOUR,
    ]


SIGNED = [text("Lesepult"), text("3. März 2024")]
OVER_THE_PAGE = [*ITEMS[:2], *NOTES, *ITEMS[2:]]
WHOLE = {
    "muehle-latex.pdf": mill(
        front=[*SIGNED, heading(2, "Zusammenfassung")],
        yard=[heading(2, "1.1 Was im Hof steht"), *OVER_THE_PAGE],
    ),
    "muehle-bitmap.pdf": mill(  # its letters are pictures: none is known as bold or as code
        front=[*SIGNED, text("Zusammenfassung")],
        yard=[text("1.1 Was im Hof steht"), *OVER_THE_PAGE],
        code=[text("messen --ort wehr --uhr 6"), text("stand = 142")],
    ),
    "muehle-spalten.pdf": mill(
        front=[heading(2, "Lesepult 3. März 2024"), heading(1, "Zusammenfassung")],
        yard=[*NOTES, heading(2, "1.1 Was im Hof steht"), *ITEMS],
    ),
    "muehle-chromium.pdf": [
        TITLE,
        text("Von Lesepult, im Frühling"),
        text(MILL),
        heading(1, "Das Wasser"),
        text(f"{WINTER} Näheres steht im Buch der Mühle."),
        text(f"{WHO} nicht mehr."),
        heading(2, "Was im Hof steht"),
        *map(
            text,
            (
                "ein Wagen ohne Räder,",
                "zwei Bänke:",
                "die eine aus Eiche,",
                "die andere aus Stein,",
                "und ein Brunnen.",
            ),
        ),  # the bullets are drawn
        *STEPS,
        text("Ernte der letzten"),
        text("Jahre"),
        heading(3, "Jahr Korn Säcke"),
        text("2021 Roggen 412"),
        text("2022 Weizen 389"),
        text("2023 Dinkel 95"),
        heading(1, "Das Lied"),
        *SONG,
        *CODE,
        DAY,
        heading(1, "Die Nachbarn"),
        *NEIGHBOURS,
        text("1 Der Sturm war am 3. März 1812."),
    ],
}


@pytest.mark.parametrize("name", WHOLE)
def test_every_paragraph(name: str) -> None:
    document = read_document((SAMPLES / name).read_bytes(), name)
    assert [(p.kind, p.level, p.text) for p in document.paragraphs] == WHOLE[name]
    assert document.title == "Die Mühle am Wehr"
    assert document.language == "de"
    assert_sound(document)


def flour(*, card: str = "", front: list[Part], book: str = "") -> list[Part]:
    """What mehl.rst says; in a book the addresses stand behind the links."""
    return [
        *front,
        text(
            "Mehl [1] entsteht, wenn man {e:Korn} mahlt. Näheres steht im {l:Buch der Mühle}"
            f"{book} und bei mahlen."
        ),
        text(f"[1] Früher aus Dinkel, siehe {{l:die Karte}}{card}."),
        text("Bemerkung"),
        text("Nasses Korn verdirbt den Stein."),
        heading(2, "Die Sorten"),
        text("Grieß"),
        text("Grob und gelb, für {s:Brei}."),
        text("Dunst"),
        text("Feiner als Grieß."),
        (Kind.CODE, 0, "def mahlen(korn):\n    return mehl"),
    ]


@pytest.mark.parametrize(
    ("name", "paragraphs"),
    [
        ("mehl-sphinx.html", flour(front=[(Kind.TITLE, 0, "Das Mehl")])),
        (
            "mehl-sphinx.epub",
            [
                *flour(
                    front=[(Kind.TITLE, 0, "Mehl"), heading(1, "Das Mehl")],
                    book=" [https://muehle.example/buch]",
                    card=" [https://muehle.example/karte]",
                ),
                heading(1, "Stichwortverzeichnis"),
            ],
        ),
    ],
)
def test_manuals(name: str, paragraphs: list[Part]) -> None:
    document = read_document((SAMPLES / name).read_bytes(), name)
    assert [(p.kind, p.level, written(p)) for p in document.paragraphs] == paragraphs
    links = {run.target for p in document.paragraphs for run in p.runs if run.target}
    assert links == {"https://muehle.example/buch", "https://muehle.example/karte"}
    assert_sound(document)
