"""Searching all that is kept."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reader.model import (
    Colour,
    Document,
    Edit,
    Entry,
    Kind,
    Mark,
    Paragraph,
    Rendering,
    SentencePair,
    Side,
    Span,
    Word,
)
from reader.paths import Paths
from reader.store import Filters, Hit, HitKind, Store, open_store
from reader.store.database import DamagedFileError, Database
from reader.store.indexes import names, rebuild, wrong
from reader.store.query import lights, match
from reader.store.schema import cache_in_memory, notes_in_memory
from tests.store.making import mark, sql, word

STREET = Document(
    "Eine Straße",
    (
        Paragraph(Kind.TEXT, "Die Straße ist naß. Über ihr hängt ein großer, grauer Himmel."),
        Paragraph(Kind.TEXT, "Auf dem Großmarkt kauft niemand ein Café."),
        Paragraph(Kind.TEXT, "Der Himmel über der Strasse ist groß und grau."),
    ),
    checksum="street",
)
ENGLISH = "The street is wet. A big grey sky hangs over it."


@pytest.fixture
def street(store: Store) -> Entry:
    return store.library.add(STREET)


def translate(store: Store, engine: str = "one", text: str = ENGLISH) -> Rendering:
    """The first paragraph, by its two sentences."""
    end = STREET.paragraphs[0].text.index("Über")
    length, middle = len(STREET.paragraphs[0].text), text.index(".") + 2
    pairs = (
        SentencePair(Span(0, end), Span(0, middle)),
        SentencePair(Span(end, length), Span(middle, len(text))),
    )
    rendering = Rendering(text, pairs, engine)
    store.translations.put(STREET.paragraphs[0].hash, rendering)
    return rendering


def lit(hit: Hit) -> list[str]:
    return [span.of(hit.text) for span in hit.spans]


def in_texts(store: Store, query: str) -> dict[int | None, list[str]]:
    """The words that are lit, by paragraph."""
    hits = store.search.find(query, Filters(kinds=frozenset({HitKind.TEXT})))
    return {hit.paragraph: lit(hit) for hit in hits}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("strasse", {0: ["Straße"], 2: ["Strasse"]}),
        ("STRAẞE", {0: ["Straße"], 2: ["Strasse"]}),
        ("uber", {0: ["Über"], 2: ["über"]}),
        ("Ueber", {0: ["Über"], 2: ["über"]}),
        ("himmel ue", {}),
        ('"ueber"', {}),
        ("cafe", {1: ["Café"]}),
        ("gro", {0: ["großer"], 1: ["Großmarkt"], 2: ["groß"]}),
        ("gro himmel", {}),
        ("gro* himmel", {0: ["großer", "Himmel"], 2: ["Himmel", "groß"]}),
        ("nass groß", {0: ["naß", "großer"]}),
        ('"groß"', {2: ["groß"]}),
        ('"himmel über"', {2: ["Himmel über"]}),
        ("„Himmel über“", {2: ["Himmel über"]}),
        ('grau "der str', {2: ["der Strasse", "grau"]}),
        ("himmel, großer", {0: ["großer", "Himmel"]}),
        ("großer, grauer", {0: ["großer", "grauer"]}),
        ("keine*", {}),
        ("", {}),
        ("?!", {}),
        ('* "', {}),
    ],
)
def test_a_text_is_found_by_its_words(
    store: Store, street: Entry, query: str, found: dict[int, list[str]]
) -> None:
    assert street.paragraphs == 3
    assert in_texts(store, query) == found


def test_a_hit_shows_its_sentence_pair(store: Store, street: Entry) -> None:
    rendering = translate(store)
    text, translation = STREET.paragraphs[0].text, rendering.text
    (german,) = store.search.find("grauer")
    assert (german.kind, german.entry, german.paragraph) == (HitKind.TEXT, street, 0)
    assert (german.text, german.partner) == (text, translation)
    assert german.pair[0].of(text) == "Über ihr hängt ein großer, grauer Himmel."
    assert german.pair[1].of(translation) == "A big grey sky hangs over it."
    (english,) = store.search.find("grey")
    assert (english.kind, english.side) == (HitKind.TRANSLATION, Side.TARGET)
    assert lit(english) == ["grey"]
    assert english.pair == (german.pair[1], german.pair[0])
    (alone,) = store.search.find("niemand")
    assert (alone.partner, alone.pair) == ("", (Span(0, 41), Span(0, 0)))


def test_only_the_newest_translation_of_what_stands_in_a_document_is_found(
    store: Store, street: Entry
) -> None:
    translate(store)
    translate(store, "two", "Water on the road. Sky above it.")
    assert store.search.find("street") == []
    (hit,) = store.search.find("road")
    assert hit.rendering is not None
    assert hit.rendering.engine == "two"
    again = replace(STREET, paragraphs=(STREET.paragraphs[0],) * 2, checksum="again")
    other = store.library.add(again)
    places = [(hit.entry.id, hit.paragraph) for hit in store.search.find("road")]
    assert places == [(other.id, 0), (other.id, 1), (street.id, 0)]
    assert store.search.count("road")[HitKind.TRANSLATION] == 3
    store.library.remove([other.id])
    assert [hit.entry.id for hit in store.search.find("road")] == [street.id]
    store.translations.put("of no document", Rendering("road", (), "one"))
    assert store.search.count("road")[HitKind.TRANSLATION] == 1
    assert len(store.search.find("road")) == 1


@pytest.fixture
def items(store: Store, street: Entry) -> tuple[Mark, Word]:
    made = replace(
        mark(STREET, street.id, 0, "grauer Himmel", "Wetter am Fluß, schön\nund naß"),
        tags=("Natur", "Übung"),
    )
    met = word(STREET, street.id, 2, "über", "above")
    store.notes.commit(street.id, "Make", [Edit(None, made), Edit(None, met)])
    return made, met


def test_a_note_is_found_by_what_it_says_marks_and_is_tagged_with(
    store: Store, street: Entry, items: tuple[Mark, Word]
) -> None:
    for query in ("fluss", "schon", "grauer", "ubung", "natur wetter himmel"):
        (hit,) = store.search.find(query, Filters(kinds=frozenset({HitKind.NOTE})))
        assert (hit.kind, hit.item, hit.entry) == (HitKind.NOTE, items[0].id, street)
        assert (hit.paragraph, hit.side) == (0, Side.SOURCE)
        assert (hit.text, hit.note, hit.partner) == (
            "grauer Himmel",
            items[0].note,
            "the partner",
        )
    (hit,) = store.search.find("himmel nass schön", Filters(kinds=frozenset({HitKind.NOTE})))
    assert lit(hit) == ["Himmel"]
    assert [span.of(hit.note) for span in hit.note_spans] == ["schön", "naß"]
    assert hit.pair == (Span(0, 13), Span(0, 11))


def test_a_note_on_a_whole_text_is_found(store: Store, street: Entry) -> None:
    made = replace(mark(STREET, street.id, 0, "grau", "alles"), anchors=(), colour=None)
    store.notes.commit(street.id, "Make", [Edit(None, made)])
    (hit,) = store.search.find("alles")
    assert (hit.paragraph, hit.text, hit.note) == (None, "", "alles")


def test_a_word_is_found_by_its_form_and_its_meaning(
    store: Store, items: tuple[Mark, Word]
) -> None:
    (hit,) = store.search.find("above")
    assert (hit.kind, hit.item, hit.paragraph) == (HitKind.WORD, items[1].id, 2)
    assert (hit.text, lit(hit), hit.note) == (STREET.paragraphs[2].text, ["über"], "above")
    assert [span.of(hit.note) for span in hit.note_spans] == ["above"]
    assert [hit.kind for hit in store.search.find("uber")] == ["word", "text", "text"]


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        (Filters(), ["note", "word", "text", "text", "translation"]),
        (Filters(kinds=frozenset({HitKind.WORD, HitKind.TRANSLATION})), ["word", "translation"]),
        (Filters(colour=Colour.GREEN), ["note"]),
        (Filters(colour=Colour.PINK), []),
        (Filters(tag="Natur"), ["note"]),
        (Filters(tag="Stadt"), ["note", "word", "text", "text", "translation"]),
        (Filters(tag="Sta"), []),
    ],
)
def test_what_is_searched_can_be_narrowed(
    store: Store, street: Entry, items: tuple[Mark, Word], filters: Filters, kinds: list[str]
) -> None:
    made, met = items
    edits = [Edit(made, replace(made, note="himmel")), Edit(met, replace(met, meaning="Himmel"))]
    store.notes.commit(street.id, "Change", edits)
    translate(store, text="Himmel. Sky.")
    store.library.set_tags(street.id, ["Stadt"])
    assert [hit.kind for hit in store.search.find("himmel", filters)] == kinds
    counts = store.search.count("himmel", filters)
    assert {kind: kinds.count(kind) for kind in counts} == counts
    here = replace(filters, document=street.id)
    assert [hit.kind for hit in store.search.find("himmel", here)] == kinds
    assert store.search.find("himmel", replace(filters, document="another")) == []


def test_a_page_follows_the_one_before(store: Store, street: Entry) -> None:
    notes = [mark(STREET, street.id, 0, "grauer", f"himmel {n}") for n in range(7)]
    words = [word(STREET, street.id, 2, "grau", "Himmel") for _ in range(4)]
    edits = [Edit(None, item) for item in [*notes, *words]]
    store.notes.commit(street.id, "Make", edits)
    translate(store, text="Himmel. Sky.")
    whole = store.search.find("himmel")
    assert len(whole) == sum(store.search.count("himmel").values()) == 14
    for size in (1, 3, 5, 100):
        pages = (store.search.find("himmel", limit=size, offset=n) for n in range(0, 20, size))
        assert [hit for page in pages for hit in page] == whole


def test_better_hits_come_first_of_very_many_the_newest(store: Store, street: Entry) -> None:
    good = mark(STREET, street.id, 0, "grauer", "Schnee")
    long = [
        mark(STREET, street.id, 0, "grauer", "Schnee" + " und Eis" * 9 + str(n)) for n in range(5)
    ]
    late = mark(STREET, street.id, 0, "grauer", "Schnee, und zwar neuer, und Regen")
    edits = [Edit(None, made) for made in (*long[:2], good, *long[2:], late)]
    store.notes.commit(street.id, "Make", edits)
    assert [hit.item for hit in store.search.find("schnee")][:2] == [good.id, late.id]
    more = [replace(good, id=f"m{n}", note="Regen und Schnee") for n in range(3000)]
    store.notes.commit(street.id, "Make", [Edit(None, made) for made in more])
    assert store.search.find("schnee", limit=1)[0].item == "m2999"
    assert store.search.count("schnee")[HitKind.NOTE] == 1000
    assert store.search.find("schnee", limit=9, offset=3005) != []


def test_hits_follow_every_change(
    store: Store, profile: Paths, street: Entry, items: tuple[Mark, Word]
) -> None:
    def found(query: str) -> list[str]:
        with open_store(profile) as other:
            other.check()
            return [hit.kind for hit in other.search.find(query)]

    made, met = items
    store.notes.commit(street.id, "Note", [Edit(made, replace(made, note="Schnee"))])
    assert (found("wetter"), found("schnee")) == ([], ["note"])
    store.notes.undo(street.id)
    assert (found("wetter"), found("schnee")) == (["note"], [])
    store.notes.commit(street.id, "Delete", [Edit(made, None), Edit(met, None)])
    assert (found("wetter"), found("above")) == ([], [])
    store.notes.put_back([made.id, met.id])
    assert (found("wetter"), found("above")) == (["note"], ["word"])
    first = Paragraph(Kind.TEXT, "Ein Absatz mehr.")
    store.library.add(replace(STREET, paragraphs=(first, *STREET.paragraphs[1:])))
    assert (found("absatz"), found("hangt")) == (["text"], [])
    translate(store)
    assert found("street") == []
    translate(store, text="Another one. Two.")
    store.library.add(STREET)
    assert (found("street"), found("another")) == ([], ["translation"])
    store.library.remove([street.id])
    assert (found("wetter"), found("another"), found("grau")) == ([], [], [])


@pytest.mark.parametrize(
    ("table", "column"), [("marks", "note"), ("words", "meaning"), ("paragraphs", "text")]
)
def test_an_index_that_does_not_fit_is_seen_and_made_anew(
    store: Store, profile: Paths, items: tuple[Mark, Word], table: str, column: str
) -> None:
    assert len(items) == 2
    with closing(Database.at(profile.notes, "The notes")) as database:
        assert wrong(database) == []
        sql(profile.notes, f"DROP TRIGGER {table}_updated", f"UPDATE {table} SET {column} = 'x'")
        assert wrong(database) == [f"{table}_index"]
        with pytest.raises(DamagedFileError, match="index"):
            store.check()
        rebuild(database, names(database))
    store.check()


@pytest.mark.parametrize(
    "damage",
    [
        "DELETE FROM {}_data",
        "DELETE FROM {}_data WHERE id = 1",
        "DELETE FROM {}_config",
    ],
)
def test_a_damaged_index_keeps_nobody_from_writing(
    store: Store, profile: Paths, street: Entry, items: tuple[Mark, Word], damage: str
) -> None:
    def spoil() -> None:
        for table in ("marks", "words", "paragraphs"):
            sql(profile.notes, damage.format(f"{table}_index"))

    made, met = items
    spoil()
    with open_store(profile) as other:
        edits = [Edit(made, replace(made, note="Schnee")), Edit(met, None)]
        other.notes.commit(street.id, "Change", edits)
        other.check()
    spoil()
    with open_store(profile) as other:
        other.notes.undo(street.id)
        other.check()
    spoil()
    with open_store(profile) as other:
        other.library.add(replace(STREET, paragraphs=STREET.paragraphs[1:]))
        other.check()


@pytest.mark.parametrize("what", ["_data", "_data WHERE id > 10", "_config"])
def test_a_damaged_index_is_made_anew_by_searching(
    store: Store, profile: Paths, street: Entry, what: str
) -> None:
    sql(profile.notes, f"DELETE FROM paragraphs_index{what}")
    with open_store(profile) as other:
        assert {hit.entry for hit in other.search.find("strasse")} == {street}
        assert other.search.count("strasse")[HitKind.TEXT] == 2
        other.check()


def test_a_damaged_cache_is_no_reason_not_to_search(
    store: Store, profile: Paths, street: Entry
) -> None:
    translate(store)
    sql(profile.translations, "DELETE FROM renderings_index_data")
    assert [hit.kind for hit in store.search.find("himmel")] == ["text", "text"]
    assert store.search.count("street")[HitKind.TRANSLATION] == 0
    with open_store(profile) as other:  # the cache is made anew
        translate(other)
        assert [hit.entry for hit in other.search.find("street")] == [street]


@pytest.fixture(scope="module")
def one() -> Store:
    store = Store(notes_in_memory(), cache_in_memory())
    store.library.add(STREET)
    translate(store)
    return store


TYPED = st.text(st.one_of(st.characters(), st.sampled_from("*\"„“'()^:-+ NEARORNOT")))


@given(query=TYPED)
def test_any_text_is_a_query(one: Store, query: str) -> None:
    hits = one.search.find(query)
    assert len(hits) == sum(one.search.count(query).values())


@given(text=st.lists(st.sampled_from("aßẞb. "), max_size=12).map("".join), start=st.integers(0, 20))
@example("ß.ß.ß", 1)
@example("a a.a", 2)
def test_lights_lie_on_their_words(one: Store, text: str, start: int) -> None:
    entry = one.library.add(Document("t", (Paragraph(Kind.TEXT, text),), checksum="t"))
    query = text[start:].split(" ", maxsplit=1)[0].strip(".")
    for hit in one.search.find(f'"{query}"', Filters(document=entry.id)):
        # To the index, what parts two words is one and the same.
        word, *folded = (
            " ".join(words.casefold().replace(".", " ").split())
            for words in (query, *(span.of(text) for span in hit.spans))
        )
        # Phrases that overlap are one light.
        assert all(f.startswith(word) and f.endswith(word) for f in folded)
        assert " " in word or set(folded) == {word}
        assert folded


def test_lights_of_what_has_none() -> None:
    assert lights("", "") == lights("Fluss", "Fluß") == ()


def test_very_many_words_are_cut() -> None:
    assert match("wort " * 1000).count('"wort"') == 32
