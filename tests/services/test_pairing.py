"""Where a mark shows on both sides, with translations that come and go."""

from __future__ import annotations

from reader.anchors import make
from reader.model import Anchor, Colour, Mark, Rendering, SentencePair, Side, Span
from reader.services.pairing import located, pairs_of, sentences

GERMAN = "Der Nebel hob sich. Die Fähre legte ab. Niemand sprach."
FIRST = "The fog lifted. The ferry cast off. Nobody spoke."
OTHER = "Fog rose. Off went the boat. No one said a word."


def rendering(text: str) -> Rendering:
    """Three sentences each."""

    def cuts(words: str) -> list[Span]:
        ends = [number + 2 for number, sign in enumerate(words) if sign == "."]
        ends[-1] = len(words)
        return [Span(a, b) for a, b in zip([0, *ends[:-1]], ends, strict=True)]

    pairs = (SentencePair(a, b) for a, b in zip(cuts(GERMAN), cuts(text), strict=True))
    return Rendering(text, tuple(pairs), "engine")


def mark(anchor: Anchor, partner: str = "") -> Mark:
    return Mark("0", "d", (anchor,), Colour.GREEN, "", partner, "", "")


def anchor(words: str, text: str, side: Side) -> Anchor:
    start = text.index(words)
    return make(text, Span(start, start + len(words)), side, 0)


def shown(made: Mark, text: str, side: Side) -> list[str]:
    now = rendering(text)
    pairs = pairs_of(made, made.anchors[0], GERMAN, now)
    whole = GERMAN if side is Side.SOURCE else text
    return [span.of(whole) for span in sentences(pairs, side, whole)]


def test_german_words_show_on_their_english_sentences() -> None:
    one = mark(anchor("Die Fähre", GERMAN, Side.SOURCE))
    assert shown(one, FIRST, Side.TARGET) == ["The ferry cast off."]
    assert shown(one, OTHER, Side.TARGET) == ["Off went the boat."]
    two = mark(anchor("sich. Die", GERMAN, Side.SOURCE))
    assert shown(two, FIRST, Side.TARGET) == ["The fog lifted. The ferry cast off."]


def test_english_words_show_on_their_german_sentences() -> None:
    one = mark(anchor("ferry", FIRST, Side.TARGET))
    assert shown(one, FIRST, Side.SOURCE) == ["Die Fähre legte ab."]


def test_another_translation_without_the_words_keeps_the_sentences() -> None:
    words = anchor("ferry", FIRST, Side.TARGET)
    assert located(words, FIRST) == words.span
    assert located(words, OTHER) is None
    known = mark(words, partner="Die Fähre legte ab.")
    assert shown(known, OTHER, Side.SOURCE) == ["Die Fähre legte ab."]
    assert shown(known, OTHER, Side.TARGET) == ["Off went the boat."]
    assert shown(mark(words), OTHER, Side.SOURCE) == []


def test_an_anchor_among_several_knows_its_german() -> None:
    words, more = anchor("ferry", FIRST, Side.TARGET), make("Yes.", Span(0, 3), Side.TARGET, 1)
    made = Mark("0", "d", (words, more), Colour.BLUE, "", "Die Fähre legte ab.\nJa.", "", "")
    assert [p.source.of(GERMAN) for p in pairs_of(made, words, GERMAN, rendering(OTHER))] == [
        "Die Fähre legte ab. "
    ]
