"""The paragraphs of sterne.md, as they should come out of every format it was turned into.

Words set apart stand in braces: {e:emphasis}, {s:strong}, {es:both}, {l:link}.
"""

from __future__ import annotations

from collections import defaultdict

from reader.model import Kind, Paragraph, Span, Style
from tests.formats.expected import Part

TITLE = "Nachts auf dem Dach"
FRONT: list[Part] = [
    (Kind.TITLE, 0, TITLE),
    (Kind.TEXT, 0, "Lesepult"),
    (Kind.TEXT, 0, "2024-03-09"),
]
BULLETS: list[Part] = [
    (Kind.LIST_ITEM, 1, "eine {s:Decke}, denn es wird kalt,"),
    (Kind.LIST_ITEM, 1, "einen {e:Stuhl ohne Lehne},"),
    (Kind.LIST_ITEM, 1, "den {l:Plan der Sterne}."),
]
NUMBERS: list[Part] = [
    (Kind.LIST_ITEM, 1, "1. Zuerst das Licht löschen."),
    (Kind.LIST_ITEM, 1, "2. Dann {e:zehn Minuten} warten."),
]
QUOTE: list[Part] = [(Kind.QUOTE, 1, "Nicht das {e:Auge} sieht, sondern die {s:Geduld}.")]
CODE: list[Part] = [(Kind.CODE, 0, "weite = zeit * 2")]
STATION = (
    "Die Sternwarte am {e:Blauen Berg} ist {s:alt}, sehr alt: Ihr Fernrohr wurde 1887 gebaut. "
    "Näheres steht bei der {l:Gesellschaft der Sternfreunde}."
)
WAY = (
    "Wer hinaufwill, braucht {es:gutes Schuhwerk} und eine Lampe. Der Pförtner sagt: „Nur "
    "{e:rotes} Licht!“ Fragen beantwortet er unter {l:dach@sternfreunde.example}."
)
DEW = "Am Morgen bleibt nur der Tau.[1] Auf der Bank liegt er am längsten."
GRASS = "Er heißt hier {s:Silbergras}, siehe {l:das Wörterbuch}."
NOTE: list[Part] = [(Kind.TEXT, 0, f"[1] {GRASS}")]
NOTE_AT_END: list[Part] = [(Kind.LIST_ITEM, 1, f"1. {GRASS}")]
HEADER: list[Part] = [(Kind.TABLE_ROW, 0, "Monat | Nächte")]
BOLD_HEADER: list[Part] = [(Kind.TABLE_ROW, 0, "{s:Monat} | {s:Nächte}")]
ROWS: list[Part] = [(Kind.TABLE_ROW, 0, "März | {e:neun}"), (Kind.TABLE_ROW, 0, "April | 12")]
TARGETS = {
    "l:Gesellschaft der Sternfreunde": "https://sternfreunde.example/verein?ort=blau",
    "l:dach@sternfreunde.example": "mailto:dach@sternfreunde.example",
    "l:Plan der Sterne": "https://sternfreunde.example/plan",
    "l:das Wörterbuch": "https://sternfreunde.example/w",
}


def sterne(
    *,
    front: list[Part] = FRONT,
    bullets: list[Part] = BULLETS,
    numbers: list[Part] = NUMBERS,
    code: list[Part] = CODE,
    note: list[Part] = NOTE,
    at_end: bool = False,
    quote: list[Part] = QUOTE,
    rows: list[Part] = [*HEADER, *ROWS],  # noqa: B006 - never changed
) -> list[Part]:
    """The whole of it; the arguments are what some programs write in a way of their own."""
    return [
        *front,
        (Kind.TEXT, 0, STATION),
        (Kind.HEADING, 1, "Der Weg hinauf"),
        (Kind.TEXT, 0, WAY),
        *quote,
        (Kind.HEADING, 2, "Was man mitnimmt"),
        *bullets,
        (Kind.TEXT, 0, "Oben angekommen, geht es so weiter:"),
        *numbers,
        (Kind.TEXT, 0, "Wie weit man sieht, sagt eine Formel:"),
        *code,
        (Kind.TEXT, 0, DEW),
        *([] if at_end else note),
        *rows,
        (Kind.TEXT, 0, "Im Sommer ruht der Betrieb, denn es wird nicht dunkel."),
        *(note if at_end else []),
    ]


def as_text(parts: list[Part], *, label: str = "") -> list[Part]:
    """The parts as mere text, as some programs write lists; bullets as `label`."""
    return [(Kind.TEXT, 0, words if words[0].isdigit() else label + words) for _, _, words in parts]


def written(paragraph: Paragraph) -> str:
    """The text of the paragraph with its runs in braces."""
    styles: dict[Span, set[Style]] = defaultdict(set)
    for run in paragraph.runs:
        styles[run.span].add(run.style)
    text = paragraph.text
    for span in sorted(styles, reverse=True):
        letters = "".join(sorted(style[0] for style in styles[span]))
        text = f"{text[: span.start]}{{{letters}:{span.of(text)}}}{text[span.end :]}"
    return text


def plain(parts: list[Part]) -> list[Part]:
    """Without the braces, for what has no emphasis in it."""
    table = str.maketrans({"}": None})
    return [
        (kind, level, words.replace("{es:", "").replace("{e:", "").replace("{s:", "")
         .replace("{l:", "").translate(table))
        for kind, level, words in parts
    ]  # fmt: skip
