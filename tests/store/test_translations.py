"""Translations that were made, and which of them are shown."""

from __future__ import annotations

from reader.model import Flag, Rendering, SentencePair, Span
from reader.paths import Paths
from reader.store import Store, open_store

PAIRS = (
    SentencePair(Span(0, 5), Span(0, 4)),
    SentencePair(Span(5, 9), Span(4, 12), (Flag.NUMBERS, Flag.LENGTH)),
)


def rendering(text: str, engine: str = "one") -> Rendering:
    return Rendering(text, PAIRS, engine)


def test_a_translation_comes_back_as_it_was(store: Store, profile: Paths) -> None:
    store.translations.put("a", rendering("“Ä” 😀"))
    with open_store(profile) as other:
        assert other.translations.get("a", "one") == rendering("“Ä” 😀")
        assert other.translations.get("a", "two") is None
        assert other.translations.get("b", "one") is None


def test_many_at_once(store: Store) -> None:
    made = {f"hash{number}": rendering(str(number)) for number in range(2500)}
    store.translations.put_many(made)
    assert store.translations.many([*made, "missing"], "one") == made
    assert store.translations.count([*made, "missing"], "one") == len(made)


def test_the_newest_of_any_engine(store: Store) -> None:
    store.translations.put("a", rendering("first", "one"))
    store.translations.put("a", rendering("second", "two"))
    assert store.translations.latest("a") == rendering("second", "two")
    store.translations.put("a", rendering("third", "one"))
    assert store.translations.latest("a") == rendering("third", "one")
    assert store.translations.latest("b") is None


def test_what_is_shown_stays_so(store: Store, profile: Paths) -> None:
    store.translations.show(["a", "b", "a"])
    store.translations.hide(["b"])
    with open_store(profile) as other:
        assert other.translations.is_shown("a")
        assert not other.translations.is_shown("b")


def test_a_cache_that_cannot_be_written_stops_nothing(profile: Paths) -> None:
    profile.translations.parent.mkdir(parents=True)
    profile.translations.mkdir()
    with open_store(profile) as store:
        store.translations.put("a", rendering("kept while it is open"))
        assert store.translations.get("a", "one") == rendering("kept while it is open")
