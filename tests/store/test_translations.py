"""Translations that were made, and which of them are shown."""

from __future__ import annotations

from contextlib import closing

from reader.model import Flag, Rendering, SentencePair, Span
from reader.paths import Paths
from reader.store import Store, open_store
from reader.store.database import Database
from reader.store.translations import Translations
from tests.store.making import sql

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
    assert store.translations.known([*made, "missing"], "one") == made.keys()


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
        assert other.translations.shown(["a", "b"]) == {"a"}


def test_a_cache_that_cannot_be_written_stops_nothing(profile: Paths) -> None:
    profile.translations.parent.mkdir(parents=True)
    profile.translations.mkdir()
    with open_store(profile) as store:
        store.translations.put("a", rendering("kept while it is open"))
        assert store.translations.get("a", "one") == rendering("kept while it is open")


def test_a_cache_that_another_program_locks_stops_nothing(store: Store, profile: Paths) -> None:
    store.translations.put("a", rendering("there"))
    busy = Database.at(profile.translations, "The cache")
    impatient = Database.at(profile.translations, "The cache", wait=0.01)
    with closing(busy), closing(impatient), busy.write():
        translations = Translations(impatient)
        translations.put("b", rendering("not kept"))
        translations.show(["a"])
        translations.hide(["a"])
        assert translations.get("a", "one") == rendering("there")
        assert translations.get("b", "one") is None


def test_a_cache_that_is_damaged_is_empty_and_new_at_the_next_start(profile: Paths) -> None:
    with open_store(profile) as store:
        store.translations.put_many({f"hash{n}": rendering("x" * 500) for n in range(100)})
    data = bytearray(profile.translations.read_bytes())
    data[4096:] = bytes(len(data) - 4096)
    profile.translations.write_bytes(data)
    with open_store(profile) as store:
        assert store.translations.many([f"hash{n}" for n in range(100)], "one") == {}
        assert store.translations.latest("hash1") is None
        assert not store.translations.known(["hash1"], "one")
        assert not store.translations.shown(["hash1"])
        store.translations.put("new", rendering("x"))
    with open_store(profile) as store:
        store.translations.put("new", rendering("kept"))
    with open_store(profile) as store:
        assert store.translations.get("new", "one") == rendering("kept")


def test_a_row_that_makes_no_sense_is_not_there(store: Store, profile: Paths) -> None:
    for name in ("a", "b"):
        store.translations.put(name, rendering(name))
    sql(profile.translations, "UPDATE renderings SET pairs = '[[1, 2]]' WHERE hash = 'a'")
    assert store.translations.many(["a", "b"], "one") == {"b": rendering("b")}
