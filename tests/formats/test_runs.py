"""Emphasis and links: the words their author set apart, in every format that can say so."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.formats import read_document
from reader.formats._blocks import paragraphs
from reader.formats._runs import Fitter, Gathered, address, fitted, joined, prefixed
from reader.formats._xml import parse_xml
from reader.model import Document, Kind, Paragraph, Run, Span, Style
from tests.formats.soundness import assert_sound

Told = list[tuple[str, str, str]]
"""Style, words and target of every run."""


def runs(document: Document) -> Told:
    return [
        (run.style, run.span.of(p.text), run.target) for p in document.paragraphs for run in p.runs
    ]


def last(data: str | bytes, name: str) -> Told:
    """The runs of the last paragraph."""
    document = read_document(data.encode() if isinstance(data, str) else data, name)
    assert_sound(document)
    return runs(Document("", document.paragraphs[-1:]))


# ---- Cleaning

WORDS = st.text(st.sampled_from("ab.,ß \t\n\u00ad\ufeff\u200b"), max_size=30)


@given(text=WORDS, cuts=st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6))
def test_runs_cover_the_same_characters_after_cleaning(
    text: str, cuts: list[tuple[int, int]]
) -> None:
    given_runs = [
        Run(Span(min(cut), min(max(cut), len(text))), Style.LINK, f"https://x.de/{n}")
        for n, cut in enumerate(cuts)
        if min(cut) < min(max(cut), len(text))
    ]
    cleaned = " ".join(text.replace("\u00ad", "").replace("\ufeff", "").split())

    def ink(words: str) -> str:
        return re.sub("[\\s\u00ad\ufeff]", "", words)

    kept = {run.target: run.span.of(cleaned) for run in fitted(text, given_runs, cleaned)}
    wanted = {run.target: ink(run.span.of(text)) for run in given_runs}
    assert {target: ink(words) for target, words in kept.items()} == {
        target: words for target, words in wanted.items() if words
    }
    assert all(words == words.strip() for words in kept.values())


@given(parts=st.lists(WORDS, max_size=5), start=st.integers(0, 60), length=st.integers(1, 60))
def test_a_run_over_several_parts(parts: list[str], start: int, length: int) -> None:
    whole = "\n".join(parts)
    end = min(start + length, len(whole))
    run = Run(Span(start, end), Style.EMPHASIS)
    fitter = Fitter(whole, [run] if start < end else [])
    found = ["".join(r.span.of(part) for r in fitter.fit(part)) for part in parts]
    ink = re.sub("[\\s\u00ad\ufeff]", "", whole[start:end])
    assert re.sub("[\\s\u00ad\ufeff]", "", "".join(found)) == ink


def test_pieces_and_styles() -> None:
    gathered = Gathered()
    gathered.pieces.append("Ein ")
    gathered.begin(Style.STRONG)
    gathered.pieces += ["fettes", " "]
    gathered.begin(Style.LINK)  # leads nowhere
    gathered.pieces.append("Wort")
    text, found = gathered.take()
    assert text == "Ein fettes Wort"
    assert found == [Run(Span(4, 15), Style.STRONG)]
    gathered.end()
    gathered.pieces.append("und noch eins")
    gathered.end()
    assert gathered.take() == ("und noch eins", [Run(Span(0, 13), Style.STRONG)])


def test_what_touches_is_one() -> None:
    text = "Wort Wort Wort"
    halves = [Run(Span(0, 4), Style.STRONG), Run(Span(5, 9), Style.STRONG)]
    links = [
        Run(Span(5, 9), Style.LINK, "https://a.de"),
        Run(Span(9, 14), Style.LINK, "https://b.de"),
    ]
    assert fitted(text, halves + links, text) == (
        Run(Span(0, 9), Style.STRONG),
        Run(Span(5, 9), Style.LINK, "https://a.de"),
        Run(Span(10, 14), Style.LINK, "https://b.de"),
    )


def test_prefix_and_cells() -> None:
    cell = Paragraph(Kind.TEXT, "fett", runs=(Run(Span(0, 4), Style.STRONG),))
    assert prefixed("1. ", cell).runs == (Run(Span(3, 7), Style.STRONG),)
    text, found = joined([Paragraph(Kind.TEXT, "a\nb"), cell], " | ")
    assert (text, found) == ("a b | fett", (Run(Span(6, 10), Style.STRONG),))


@pytest.mark.parametrize(
    ("link", "page", "target"),
    [
        ("https://example.org/a?b=c#d", "", "https://example.org/a?b=c#d"),
        (" HTTP://Example.org ", "", "HTTP://Example.org"),
        ("https://example.org/zwei worte", "", "https://example.org/zwei%20worte"),
        ("mailto:a@example.org", "", "mailto:a@example.org"),
        ("https://bücher.example/ä", "", "https://bücher.example/ä"),
        ("javascript:alert(1)", "https://example.org/", ""),
        ("java\nscript:alert(1)", "https://example.org/", ""),
        ("file:///etc/passwd", "https://example.org/", ""),
        ("data:text/html,x", "", ""),
        ("lesepult://x", "", ""),
        ("https://example.org/\u202egpj", "", ""),
        ("https://example.org/\ud800", "", ""),
        ("https://", "", ""),
        ("https:///etc", "", ""),
        ("#oben", "https://example.org/", ""),
        ("kapitel2.xhtml", "", ""),
        ("/wiki/F", "https://example.org/wiki/G?x", "https://example.org/wiki/F"),
        ("G", "https://example.org/wiki/F?a=/b", "https://example.org/wiki/G"),
        ("//cdn.example.org/x", "https://example.org/", "https://cdn.example.org/x"),
        ("/x", "file:///home/a.html", ""),
        ("https://example.org/" + "x" * 3000, "", ""),
        (None, "", ""),
    ],
)
def test_where_links_may_lead(link: str | None, page: str, target: str) -> None:
    assert address(link, page) == target


# ---- Each format

LINK = "https://example.org/a"
STYLED: Told = [
    ("emphasis", "schräges", ""),
    ("strong", "fettes", ""),
    ("link", "Wort", LINK),
]


def zipped(entries: dict[str, str]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


def html(body: str) -> str:
    return f"<html><body><p>Davor steht ein Satz.</p>{body}</body></html>"


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATION = "<Relationship Id='{}' Target='{}' TargetMode='External'/>"


def docx(body: str) -> bytes:
    return zipped(
        {
            "word/document.xml": f"<w:document xmlns:w='{WORD}' xmlns:r='r'><w:body>{body}</w:body>"
            "</w:document>",
            "word/_rels/document.xml.rels": "<Relationships>"
            + RELATION.format("r1", LINK)
            + RELATION.format("r2", "file:///etc/passwd")
            + "</Relationships>",
            "word/styles.xml": f"<w:styles xmlns:w='{WORD}'>"
            "<w:style w:type='character' w:styleId='S'><w:rPr><w:b/></w:rPr></w:style>"
            "<w:style w:type='character' w:styleId='T'><w:basedOn w:val='S'/></w:style></w:styles>",
        }
    )


def odt(body: str) -> bytes:
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": "<o:document-content xmlns:o='o' xmlns:t='t' xmlns:s='s' xmlns:f='f'"
            " xmlns:x='x'><o:automatic-styles><s:style s:name='T1' s:family='text'>"
            "<s:text-properties f:font-style='italic'/></s:style>"
            "<s:style s:name='T2' s:family='text' s:parent-style-name='Strong_20_Emphasis'/>"
            f"</o:automatic-styles><o:body><o:text>{body}</o:text></o:body></o:document-content>",
        }
    )


def fb2(body: str) -> str:
    return f"<FictionBook xmlns:l='l'><body><section><p>{body}</p></section></body></FictionBook>"


def rtf(body: str) -> str:
    return "{\\rtf1\\ansi " + body + "\\par}"


def rtf_link(to: str) -> str:
    return '{\\field{\\*\\fldinst{HYPERLINK "' + to + '"}}{\\fldrslt{\\ul Wort}}}'


CASES: dict[str, tuple[str | bytes, str]] = {
    "html": (
        html(f"<p>Ein <i>schräges</i>, <b>fettes</b> <a href='{LINK}'>Wort</a>.</p>"), "a.html",
    ),
    "html by its looks": (
        html("<p>Ein <span style='color:red; font-style: italic'>schräges</span>, <span"
             f" class='x fett'>fettes</span> <a href='{LINK}'>Wort</a>.</p>"), "a.html",
    ),
    "markdown": (f"Ein *schräges*, **fettes** [Wort]({LINK}).", "a.md"),
    "markdown with tags": (f"Ein <em>schräges</em>, <B>fettes</B> <{LINK}>", "a.md"),
    "docx": (
        docx("<w:p><w:r><w:t>Ein </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>schrä</w:t></w:r>"
             "<w:r><w:rPr><w:i w:val='1'/></w:rPr><w:t>ges</w:t></w:r><w:r><w:t>, </w:t></w:r>"
             "<w:r><w:rPr><w:rStyle w:val='T'/><w:i w:val='0'/></w:rPr><w:t>fettes </w:t></w:r>"
             "<w:hyperlink r:id='r1'><w:r><w:t>Wort</w:t></w:r></w:hyperlink></w:p>"), "a.docx",
    ),
    "docx with fields": (
        docx("<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>schräges</w:t></w:r><w:r><w:t> </w:t></w:r>"
             "<w:r><w:rPr><w:b/></w:rPr><w:t>fettes</w:t></w:r><w:r><w:t> </w:t></w:r>"
             "<w:r><w:fldChar w:fldCharType='begin'/></w:r>"
             f"<w:r><w:instrText> HYPERLINK \"{LINK}\" </w:instrText></w:r>"
             "<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>Wort</w:t></w:r>"
             "<w:r><w:fldChar w:fldCharType='end'/></w:r><w:r><w:t>.</w:t></w:r></w:p>"), "a.docx",
    ),
    "odt": (
        odt("<t:p>Ein <t:span t:style-name='T1'>schräges</t:span>, <t:span t:style-name='T2'>"
            f"fettes</t:span> <t:a x:href='{LINK}'>Wort</t:a>.</t:p>"), "a.odt",
    ),
    "fb2": (
        fb2("Ein <emphasis>schräges</emphasis>, <strong>fettes</strong>"
            f" <a l:href='{LINK}'>Wort</a>."), "a.fb2",
    ),
    "rtf": (rtf(f"Ein {{\\i schr\\'e4ges}}, \\b fettes\\b0  {rtf_link(LINK)}."), "a.rtf"),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_words_set_apart(case: str) -> None:
    data, name = CASES[case]
    found = last(data, name)
    assert [
        (style, words.removeprefix(LINK) or "Wort", target) for style, words, target in found
    ] == STYLED


UNSAFE: dict[str, tuple[Callable[[str], str | bytes], str]] = {
    "html": (lambda to: html(f"<p>Ein <a href='{to}'>Wort</a>.</p>"), "a.html"),
    "markdown": (lambda to: f"Ein [Wort](<{to}>) und <a href='{to}'>eins</a>.", "a.md"),
    "docx": (
        lambda to: docx(f"<w:p><w:fldSimple w:instr='HYPERLINK \"{to}\"'><w:r><w:t>Wort</w:t></w:r>"
                        "</w:fldSimple><w:hyperlink r:id='r2'><w:r><w:t>Wort</w:t></w:r>"
                        "</w:hyperlink></w:p>"), "a.docx",
    ),
    "odt": (lambda to: odt(f"<t:p>Ein <t:a x:href='{to}'>Wort</t:a>.</t:p>"), "a.odt"),
    "fb2": (lambda to: fb2(f"Ein <a href='{to}'>Wort</a>."), "a.fb2"),
    "rtf": (lambda to: rtf(rtf_link(to)), "a.rtf"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNSAFE)
@pytest.mark.parametrize("to", ["javascript:alert(1)", "file:///etc/passwd", "#oben", "b.html"])
def test_no_link_that_does_harm_or_leads_nowhere(case: str, to: str) -> None:
    make, name = UNSAFE[case]
    assert last(make(to), name) == []


def test_subtitles() -> None:
    film = (
        "1\n00:00:01,000 --> 00:00:02,000\n- <i>Man hört\nes</i> zuerst.\n\n"
        "2\n00:00:02,100 --> 00:00:03,000\nDann {\\b1}sieht{\\b0} man es.\n\n"
        "3\n00:00:03,100 --> 00:00:04,000\n<b><i>- Nein!</b>\n- Doch!\n"
    )
    document = read_document(film.encode(), "film.srt")
    assert_sound(document)
    assert [p.text for p in document.paragraphs] == [
        "Man hört es zuerst. Dann sieht man es.", "Nein!", "Doch!",
    ]  # fmt: skip
    assert runs(document) == [
        ("emphasis", "Man hört es", ""),
        ("strong", "sieht", ""),
        ("emphasis", "Nein!", ""),
        ("strong", "Nein!", ""),
    ]


def test_styles_over_several_paragraphs_and_lists() -> None:
    bold = "<b><p>Ein Satz.</p><ul><li>Ein <i>Punkt</i></li></ul></b>"
    root = parse_xml(f"<x>{bold}<p>a <i>b<br/><br/>c</i> d</p></x>".encode())
    document = Document("", tuple(paragraphs(root)))
    assert runs(document) == [
        ("strong", "Ein Satz.", ""),
        ("strong", "Ein Punkt", ""),
        ("emphasis", "Punkt", ""),
        ("emphasis", "b", ""),
        ("emphasis", "c", ""),
    ]


PARTS = st.lists(
    st.tuples(
        st.sampled_from(["", "em", "b"]), st.text(st.sampled_from("ab \n\u00a0ß"), max_size=4)
    ),
    max_size=5,
)


@given(st.lists(PARTS, max_size=3))
def test_mere_words_set_apart_are_taken_as_any_others(found: list[list[tuple[str, str]]]) -> None:
    """There is a shorter way for those without attributes."""

    def told(attribute: str) -> list[Paragraph]:
        texts = (
            "".join(f"<{tag}{attribute}>{words}</{tag}>" if tag else words for tag, words in parts)
            for parts in found
        )
        return paragraphs(
            parse_xml(f"<x>{''.join(f'<p>{text}</p>' for text in texts)}</x>".encode())
        )

    plain = [p for p in told("") if not p.text.isspace()]
    assert plain == [p for p in told(" lang='de'") if not p.text.isspace()]


def test_a_heading_in_bold_is_a_heading() -> None:
    body = "<h2><b>Alles fett</b></h2><h2>Nur <b>eins</b></h2><p>Ein Satz.</p>"
    document = read_document(html(body).encode(), "a.html")
    assert runs(document) == [("strong", "eins", "")]


def test_links_of_a_saved_page_start_where_it_came_from() -> None:
    saved = "<!-- saved from url=(0031)https://example.org/wiki/F?a=b -->"
    page = f"<!doctype html>{saved}" + html("<p>Ein <a href='/wiki/G'>Wort</a>.</p>")
    assert last(page, "a.html") == [("link", "Wort", "https://example.org/wiki/G")]


def test_table_rows_and_notes() -> None:
    rows = "<tr><td>a</td><td>Ein <b>fettes</b> Wort</td></tr><tr><td>x</td><td>y</td></tr>"
    document = read_document(html(f"<table>{rows}</table>").encode(), "a.html")
    assert runs(document) == [("strong", "fettes", "")]
    note = "{\\rtf1 Satz{\\footnote Eine {\\i schr\\'e4ge} Note}.}"
    assert last(note, "a.rtf") == [("emphasis", "schräge", "")]


def test_runs_by_the_ten_thousand_take_no_more_than_their_number() -> None:
    many = "<i>a</i> <b>b</b> <a href='https://a.de'>c</a> " * 20_000
    document = read_document(
        html(f"<p>{many}</p><p>{many.replace('</i> ', '</i><br><br>')}</p>").encode(), "a.html"
    )
    assert sum(len(p.runs) for p in document.paragraphs) == 120_000


def test_letters_whose_marks_stand_alone_become_one_character() -> None:
    """As macOS writes them: what is set apart still begins and ends where it did."""
    page = "<p>Fu\u0308r <em>scho\u0308ne</em> A\u0308pfel.</p>" * 2
    document = read_document(page.encode(), "seite.html")
    (run,) = document.paragraphs[-1].runs
    assert document.paragraphs[-1].text == "Für schöne Äpfel."
    assert run.span.of(document.paragraphs[-1].text) == "schöne"
