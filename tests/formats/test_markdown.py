"""Markdown as paragraphs of every kind."""

from __future__ import annotations

import pytest

from reader.formats import read_document
from reader.model import Document, Kind, Paragraph
from tests.formats.german import SENTENCES


def read(text: str, name: str = "probe.md") -> Document:
    return read_document(text.encode(), name)


def parts(text: str) -> list[tuple[Kind, str, int]]:
    return [(p.kind, p.text, p.level) for p in read(text).paragraphs]


EXAMPLE = """\
Vorweg ein Satz.

# Am *Fluss*

Ein Satz mit **Betonung**, einem [Verweis](https://example.org "Titel"), `Code`
und einem <https://example.org/x>.

## Zwischen_titel_

> Ein Zitat,
> das weitergeht.
>
> > Und ein Zitat darin.

- erstens
- zweitens
  mit mehr Text

  und einem Absatz
    1. tief
    2. tiefer
7. sieben

```python
x = "*kein* Markdown"

y = 2
```

    auch Code

| Stadt | Land |
|-------|------|
| Köln  | *NRW* |
| Graz  |      |

# Noch eine erste Überschrift

![Ein Boot](boot.png) am Ufer
***
~~Alt~~ neu &amp; gut, 5 \\* 3\\
nächste Zeile
"""


def test_every_kind() -> None:
    assert parts(EXAMPLE) == [
        (Kind.TEXT, "Vorweg ein Satz.", 0),
        (Kind.TITLE, "Am Fluss", 0),
        (
            Kind.TEXT,
            "Ein Satz mit Betonung, einem Verweis, Code und einem https://example.org/x.",
            0,
        ),
        (Kind.HEADING, "Zwischen_titel_", 2),
        (Kind.QUOTE, "Ein Zitat, das weitergeht.", 1),
        (Kind.QUOTE, "Und ein Zitat darin.", 2),
        (Kind.LIST_ITEM, "erstens", 1),
        (Kind.LIST_ITEM, "zweitens mit mehr Text", 1),
        (Kind.LIST_ITEM, "und einem Absatz", 1),
        (Kind.LIST_ITEM, "1. tief", 2),
        (Kind.LIST_ITEM, "2. tiefer", 2),
        (Kind.LIST_ITEM, "7. sieben", 1),
        (Kind.CODE, 'x = "*kein* Markdown"\n\ny = 2', 0),
        (Kind.CODE, "auch Code", 0),
        (Kind.TABLE_ROW, "Stadt | Land", 0),
        (Kind.TABLE_ROW, "Köln | NRW", 0),
        (Kind.TABLE_ROW, "Graz", 0),
        (Kind.HEADING, "Noch eine erste Überschrift", 1),
        (Kind.TEXT, "Ein Boot am Ufer", 0),
        (Kind.TEXT, "Alt neu & gut, 5 * 3\nnächste Zeile", 0),
    ]
    assert read(EXAMPLE).title == "Am Fluss"


def test_html_gives_its_text_and_nothing_else() -> None:
    html = """\
<!-- nicht zu sehen -->
<div class="x">
<p>Ein Satz &uuml;ber <b>HTML</b>.</p>
<script>alert("nein")</script>
</div>

Davor <!-- unsichtbar --> danach,<br>neue <span title="x">Zeile</span>.

<style>p { color: red }</style>
"""
    assert parts(html) == [
        (Kind.TEXT, "Ein Satz über HTML .", 0),
        (Kind.TEXT, "Davor  danach,\nneue Zeile.", 0),
    ]


@pytest.mark.parametrize(
    ("front", "title", "first"),
    [
        ("title: Ein Titel\ndate: 2024-99-99", "Ein Titel", (Kind.TITLE, "Ein Titel", 0)),
        ('title: "Mit: Doppelpunkt"', "Mit: Doppelpunkt", (Kind.TITLE, "Mit: Doppelpunkt", 0)),
        (
            "title: >\n  Über zwei\n  Zeilen",
            "Über zwei Zeilen",
            (Kind.TITLE, "Über zwei Zeilen", 0),
        ),
        ("title: 1984", "1984", (Kind.TITLE, "1984", 0)),
        ("author: jemand", "Probe", (Kind.TEXT, "Ein Satz.", 0)),
        ("title: [a, b]", "Probe", (Kind.TEXT, "Ein Satz.", 0)),
        ("", "Probe", (Kind.TEXT, "Ein Satz.", 0)),
    ],
)
def test_front_matter(front: str, title: str, first: tuple[Kind, str, int]) -> None:
    text = f"---\n{front}\n---\n\nEin Satz."
    assert read(text).title == title
    assert parts(text)[0] == first
    assert parts(text)[-1] == (Kind.TEXT, "Ein Satz.", 0)


def test_front_matter_and_heading() -> None:
    document = read("---\ntitle: Außen\n---\n# Innen\n\nEin Satz.")
    assert document.title == "Außen"
    assert document.paragraphs[0] == Paragraph(Kind.TITLE, "Innen")


@pytest.mark.parametrize(
    "front", ["a: b: c", "\t- x", "[" * 9_000, "*unbekannt", "nur Text", "a: {"]
)
def test_what_is_no_front_matter_is_text(front: str) -> None:
    document = read(f"---\n{front}\n---\n\nEin Satz.")
    assert document.title == "Probe"
    assert document.paragraphs[-1].text == "Ein Satz."
    assert len(document.paragraphs) == 2


def test_front_matter_that_would_grow_without_end() -> None:
    lines = ["a0: &a0 {x: 1}"]
    lines += [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 20)]
    front = "\n".join([*lines, "title: Harmlos"])
    assert read(f"---\n{front}\n---\nEin Satz.").title == "Harmlos"


def test_deep_nesting_is_said() -> None:
    deep = read("Ein Satz.\n\n" + ">" * 500 + " tief unten")
    assert [p.text for p in deep.paragraphs] == ["Ein Satz."]
    assert "nested more than 100 levels deep" in deep.warnings[0]
    fine = read(">" * 90 + " noch zu sehen")
    assert [p.text for p in fine.paragraphs] == ["noch zu sehen"]
    assert fine.warnings == ()


def test_encodings_and_lines_of_other_systems() -> None:
    text = "---\r\ntitle: Größe\r\n---\r\n\r\n## Über uns\r\n\r\nEin Satz.\r\n"
    for encoding in ("utf-8", "utf-8-sig", "cp1252", "utf-16"):
        document = read_document(text.encode(encoding), "probe.md")
        assert document.title == "Größe"
        assert [p.text for p in document.paragraphs] == ["Größe", "Über uns", "Ein Satz."]


@pytest.mark.parametrize("odd", ["<!--", "<script>", "<div a ", "<?", "a-", "&a"])
def test_odd_input_takes_time_in_step_with_its_length(odd: str) -> None:
    """A rule that is quadratic runs into the time limit: it takes minutes for this."""
    document = read("Ein Satz.\n\n" + odd * (800_000 // len(odd)))
    assert document.paragraphs[0].text == "Ein Satz."


def test_twenty_thousand_paragraphs() -> None:
    assert (
        len(read("\n\n".join(f"Absatz *{n}* mit Text." for n in range(20_000))).paragraphs)
        == 20_000
    )


def test_front_matter_in_toml() -> None:
    text = (
        '+++\ntitle = "Die Mühle"\nauthors = ["Ina Roth", "Jo Alt"]\ndate = 2024-03-09\n+++\n'
        f"{SENTENCES[0]}\n"
    )
    document = read_document(text.encode(), "mühle.md")
    assert (document.title, document.author, document.date) == (
        "Die Mühle",
        "Ina Roth, Jo Alt",
        "2024-03-09",
    )
    assert [p.text for p in document.paragraphs] == ["Die Mühle", SENTENCES[0]]


def test_what_is_no_front_matter_stays() -> None:
    document = read_document(f"+++\nkein = = TOML\n+++\n\n{SENTENCES[0]}".encode(), "mühle.md")
    assert [p.text for p in document.paragraphs] == ["+++ kein = = TOML +++", SENTENCES[0]]


def test_terms() -> None:
    document = read_document("Schütz\n: ein *Brett*\n: im Bach\n".encode(), "mühle.md")
    assert [p.text for p in document.paragraphs] == ["Schütz", "ein Brett", "im Bach"]
