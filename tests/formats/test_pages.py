"""What of a web page is its article: the cases that no sample has."""

from __future__ import annotations

import pytest

from reader.formats import read_document
from tests.formats.german import SENTENCES

WORDS = " ".join(SENTENCES[:8])


def texts(page: str) -> list[str]:
    return [p.text for p in read_document(page.encode(), "seite.html").paragraphs]


@pytest.mark.parametrize(
    "place", ["<h2 id='Werbung'>{}</h2>", "<h2><span id='Werbung'>{}</span></h2>"]
)
def test_a_section_on_advertising_is_no_advertising(place: str) -> None:
    headline = place.format("Werbung")
    page = f"<main><h1>Titel</h1><p>{WORDS}</p>{headline}<p>{WORDS}</p></main>"
    assert texts(page) == ["Titel", WORDS, "Werbung", WORDS]


def test_code_keeps_what_is_coloured() -> None:
    code = (
        "<pre><span class='hljs-comment'># Tee</span> <span class='hljs-meta'>$</span> koch</pre>"
    )
    assert texts(f"<main><h1>Titel</h1><p>{WORDS}</p>{code}</main>")[-1] == "# Tee $ koch"


def test_what_a_program_for_texts_wrote_has_no_names_of_web_sites() -> None:
    page = (
        "<html><head><title>Titel</title><meta name='generator' content='pandoc'></head><body>"
        f"<p>{WORDS}</p><section id='comments'><p>Das gehört dazu.</p></section></body></html>"
    )
    assert texts(page) == ["Titel", WORDS, "Das gehört dazu."]


@pytest.mark.parametrize("name", ["entry-content", "article-body", "post-content"])
def test_tables_of_blogs_stay(name: str) -> None:
    links = "".join(f"<p><a href='/{n}'>Seite Nummer {n}</a></p>" for n in range(9))
    table = "<table><tr><th>Tag</th><th>Mehl</th></tr><tr><td>1</td><td>50 g</td></tr></table>"
    page = (
        f"<h1>Titel</h1><nav>{links}</nav>"
        f"<div class='{name}'><p>{WORDS}</p><p>{WORDS}</p>{table}</div><div>{links}</div>"
    )
    assert texts(page) == ["Titel", WORDS, WORDS, "Tag | Mehl", "1 | 50 g"]


def test_the_line_that_names_the_author_is_said_of_the_document() -> None:
    page = f"<article><h1>Titel</h1><p>Von <a rel='author'>Ina Roth</a></p><p>{WORDS}</p></article>"
    document = read_document(page.encode(), "seite.html")
    assert document.author == "Ina Roth"
    assert [p.text for p in document.paragraphs] == ["Titel", WORDS]


def test_numbers_of_pages_stand_in_no_sentence() -> None:
    page = (
        "<p>Er <span class='pagenum'>[3]</span> ging <span role='doc-pagebreak'>4</span> heim.</p>"
    )
    assert texts(page * 2)[-1] == "Er ging heim."


def test_numbered_items_of_word() -> None:
    item = (
        "<p style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>{}"
        "<span>&nbsp;&nbsp;</span></span>ein Punkt</p>"
    )
    page = "<p>Anfang.</p>" + "".join(map(item.format, ("1.", "b)", "·")))
    page += "<p style='mso-list:l0 level2 lfo1'>ein <i>Punkt</i></p>"
    document = read_document(page.encode(), "seite.html")
    assert [(p.kind, p.level, p.text) for p in document.paragraphs[-4:]] == [
        ("list-item", 2, "1. ein Punkt"),
        ("list-item", 2, "b) ein Punkt"),
        ("list-item", 2, "ein Punkt"),
        ("list-item", 2, "ein Punkt"),
    ]


def test_parts_that_programs_for_sites_name_alike_all_stay() -> None:
    parts = "".join(f"<div class='cmp-text'><p>{n}. {WORDS}</p></div>" for n in range(4))
    page = f"<nav>Menü</nav><main class='cmp-container'><h1>Titel</h1>{parts}</main>"
    assert len(texts(page)) == 5


def test_headings_that_open_what_stands_below_them() -> None:
    page = (
        f"<main><h1>Titel</h1><p>{WORDS} <button>Teilen</button></p>"
        f"<h3><button class='btn'>Wie geht das?</button></h3><p>{WORDS}</p></main>"
    )
    assert texts(page) == ["Titel", WORDS, "Wie geht das?", WORDS]


MANUAL = "<html><head><title>{title}</title>{head}</head><body>{body}</body></html>"
DOCBOOK = "<meta name='generator' content='DocBook XSL Stylesheets V1.79.1'>"


def test_links_in_sentences_stay_whatever_their_class() -> None:
    page = (
        f"<main><h1>Titel<a class='headerlink' href='#titel'>¶</a></h1><p>{WORDS}</p>"
        "<p>Näheres steht im <a class='reference external' href='/x'>Buch der Mühle</a> dort.</p>"
        "<p>Wort.<sup class='reference'><a href='#n'>[1]</a></sup></p>"
        "<p><a class='share' href='/t'>Teilen</a></p></main>"
    )
    assert texts(page) == ["Titel", WORDS, "Näheres steht im Buch der Mühle dort.", "Wort."]


def test_what_the_author_says_aside_stays() -> None:
    page = (
        f"<main><h1>Titel</h1><p>{WORDS}</p><aside class='admonition note'>Ein Hinweis.</aside>"
        "<aside role='doc-footnote'>Eine Fußnote.</aside><aside>Lesen Sie auch!</aside></main>"
    )
    assert texts(page) == ["Titel", WORDS, "Ein Hinweis.", "Eine Fußnote."]


def test_pages_of_manuals_have_nothing_around_them_but_the_way_on() -> None:
    way = "<table><tr><td><a href='a'>Zurück</a></td><td><a href='b'>Weiter</a></td></tr></table>"
    links = "".join(f"<p>Siehe <a href='{n}'>Abschnitt {n}</a>.</p>" for n in range(9))
    body = (
        f"<div class='navheader'><p>Titel</p>{way}</div><h2>Titel</h2><div><p>{WORDS}</p></div>"
        f"<div class='section'>{links}</div><div class='navfooter'>{way}</div>"
    )
    found = texts(MANUAL.format(title="Titel", head=DOCBOOK, body=body))
    assert found == ["Titel", WORDS, *(f"Siehe Abschnitt {n}." for n in range(9))]


def test_the_headline_that_has_most_of_the_title() -> None:
    body = f"<h2>Handbuch</h2><h1>4. Neues Mehl</h1><p>{WORDS}</p>"
    found = texts(MANUAL.format(title="4. Neues Mehl – Handbuch", head="", body=body))
    assert found == ["4. Neues Mehl", "Handbuch", WORDS]


def test_the_head_of_a_site_is_no_part_of_the_article() -> None:
    head = "<header><div>Mein Blog</div><nav><a href='/'>Start</a></nav></header>"
    article = f"<article><header><h1>Titel</h1></header><p>{WORDS}</p></article>"
    assert texts(f"<body>{head}{article}</body>") == ["Titel", WORDS]
