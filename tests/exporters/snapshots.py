"""Snapshots to export: a small document with all kinds, and any that can be."""

from __future__ import annotations

from hypothesis import strategies as st

from reader.anchors import make
from reader.model import (
    Anchor,
    Colour,
    Document,
    Fit,
    Flag,
    Kind,
    Mark,
    Paragraph,
    Rendering,
    SentencePair,
    Side,
    Snapshot,
    Span,
    Word,
    text_hash,
)
from tests.exporters.naughty import NAUGHTY

ENGINE = "argos:translate-de_en:0.1:00df099b"

TEXTS = (
    (Kind.TITLE, 0, [("Am Fluss", "By the River")]),
    (
        Kind.TEXT,
        0,
        [
            ("Der Nebel hob sich. ", "The fog lifted. "),
            ("Die Fähre legte ab. ", "The ferry cast off. "),
            ("Niemand sprach.", "Nobody spoke."),
        ],
    ),
    (Kind.HEADING, 2, [("Am anderen Ufer", "On the Other Bank")]),
    (Kind.QUOTE, 1, [("„Früher“, sagte er.", "“In the old days,” he said.")]),
    (Kind.LIST_ITEM, 1, [("1. Brot", "1. Bread")]),
    (Kind.LIST_ITEM, 2, [("Butter", "Butter")]),
    (Kind.LIST_ITEM, 3, [("Käse", "Cheese")]),
    (Kind.CODE, 0, []),
    (Kind.TEXT, 0, []),
)
CODE = 'x = "```"\n    y = 2'


def document() -> Document:
    paragraphs: list[Paragraph] = []
    for kind, level, pairs in TEXTS:
        text = "".join(german for german, _ in pairs) or "Noch nicht übersetzt."
        paragraphs.append(Paragraph(kind, CODE if kind is Kind.CODE else text, level))
    return Document("Am Fluss", tuple(paragraphs), source="/texte/fluss.txt", checksum="0" * 32)


def rendering(pairs: list[tuple[str, str]], flags: tuple[Flag, ...] = ()) -> Rendering:
    spans: list[SentencePair] = []
    source = target = 0
    for german, english in pairs:
        spans.append(
            SentencePair(
                Span(source, source + len(german)), Span(target, target + len(english)), flags
            )
        )
        source, target = source + len(german), target + len(english)
    return Rendering("".join(english for _, english in pairs), tuple(spans), ENGINE)


def snapshot(*marks: Mark, title: str = "Am Fluss") -> Snapshot:
    read = document()
    return Snapshot(
        document=Document(title, read.paragraphs, read.source, read.checksum),
        document_id="0123456789",
        renderings={n: rendering(pairs) for n, (_, _, pairs) in enumerate(TEXTS) if pairs},
        marks=marks,
        engine=ENGINE,
        date="2024-05-17",
    )


def anchor(quote: str, side: Side = Side.SOURCE) -> Anchor:
    """The first place of those words in the document or its translation."""
    column = 0 if side is Side.SOURCE else 1
    for number, (_, _, pairs) in enumerate(TEXTS):
        text = "".join(pair[column] for pair in pairs)
        if (start := text.find(quote)) >= 0:
            return make(text, Span(start, start + len(quote)), side, number)
    raise LookupError(quote)


def mark(
    *anchors: Anchor,
    number: int = 1,
    colour: Colour | None = Colour.YELLOW,
    note: str = "",
    partner: str = "",
    fit: Fit = Fit.EXACT,
    tags: tuple[str, ...] = (),
) -> Mark:
    time = "2024-05-17T10:00:00+00:00"
    return Mark(
        f"{number:010x}", "0123456789", anchors, colour, note, partner, time, time, fit, tags
    )


def word(
    found: Anchor,
    lemma: str,
    *,
    number: int = 1,
    part: str = "noun",
    meaning: str = "",
    sentence: str = "",
    partner: str = "",
    fit: Fit = Fit.EXACT,
) -> Word:
    time = "2024-05-17T10:00:00+00:00"
    return Word(
        id=f"{number:010x}",
        document="0123456789",
        anchor=found,
        lemma=lemma,
        part=part,
        meaning=meaning,
        sentence=sentence,
        partner=partner,
        created=time,
        changed=time,
        fit=fit,
    )


STRINGS = st.one_of(st.text(max_size=30), st.sampled_from(NAUGHTY))


@st.composite
def snapshots(draw: st.DrawFn) -> Snapshot:
    """Any snapshot: any text anywhere, translated or not, marked or not."""
    paragraphs: list[Paragraph] = []
    renderings: dict[int, Rendering] = {}
    for number in range(draw(st.integers(1, 4))):
        pairs = draw(st.lists(st.tuples(STRINGS.filter(bool), STRINGS), min_size=1, max_size=3))
        text = "".join(german for german, _ in pairs)
        paragraphs.append(Paragraph(draw(st.sampled_from(Kind)), text, draw(st.integers(0, 7))))
        if draw(st.booleans()):
            flags = tuple(draw(st.lists(st.sampled_from(Flag), max_size=2, unique=True)))
            renderings[number] = rendering(pairs, flags)
    marks = draw(st.lists(_marks(len(paragraphs)), max_size=3))
    return Snapshot(
        document=Document(
            draw(STRINGS), tuple(paragraphs), source=draw(STRINGS), language=draw(STRINGS)
        ),
        document_id="0123456789",
        renderings=renderings,
        marks=tuple(marks),
        engine=draw(STRINGS),
        date="2024-05-17",
        words=tuple(draw(st.lists(_words(), max_size=2))),
        colour_names=draw(st.dictionaries(st.sampled_from(Colour), STRINGS, max_size=2)),
    )


@st.composite
def _words(draw: st.DrawFn) -> Word:
    quote = draw(STRINGS)
    sentence = draw(st.one_of(STRINGS, STRINGS.map(lambda text: f"{text} {quote} {text}")))
    return word(
        Anchor(Side.SOURCE, draw(st.integers(0, 4)), Span(0, 5), quote, draw(STRINGS), "", ""),
        draw(STRINGS),
        number=draw(st.integers(10_001, 20_000)),
        part=draw(st.sampled_from(["", "noun", "verb"])),
        meaning=draw(STRINGS),
        sentence=sentence,
        partner=draw(STRINGS),
        fit=draw(st.sampled_from(Fit)),
    )


@st.composite
def _marks(draw: st.DrawFn, length: int) -> Mark:
    side = draw(st.sampled_from(Side))
    anchors: list[Anchor] = []
    for _ in range(draw(st.integers(0, 2))):
        start = draw(st.integers(0, 40))
        span = Span(start, start + draw(st.integers(1, 20)))
        quote = draw(STRINGS)
        anchors.append(
            Anchor(side, draw(st.integers(0, length + 1)), span, quote, "", "", text_hash(quote))
        )
    return mark(
        *anchors,
        number=draw(st.integers(0, 10_000)),
        colour=draw(st.sampled_from([*Colour, None])) if anchors else None,
        note=draw(STRINGS),
        partner=draw(STRINGS),
        fit=draw(st.sampled_from(Fit)) if anchors else Fit.EXACT,
        tags=tuple(draw(st.lists(STRINGS.filter(bool), max_size=2))),
    )
