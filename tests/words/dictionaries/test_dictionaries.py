from __future__ import annotations

import os
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.errors import KnownError
from reader.paths import Paths, paths
from reader.words import dictionaries
from reader.words.dictionaries import Dictionary, Entry, Stopped, find, gist, import_file, likeliest
from reader.words.dictionaries._data import open_data
from tests.words.dictionaries import making


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[Path], Dictionary]:
    def opened(main: Path) -> Dictionary:
        for form in dictionaries.formats():
            if form.MAIN and main.name.endswith(form.MAIN):
                return Dictionary(main, form, tmp_path / "cache")
        form = next(form for form in dictionaries.formats() if form.NAME == "Ding")
        return Dictionary(main, form, tmp_path / "cache")

    return opened


Opened = Callable[[Path], Dictionary]


@pytest.mark.parametrize("packed", [True, False])
def test_dictd(opened: Opened, tmp_path: Path, packed: bool) -> None:
    dictionary = opened(making.dictd(tmp_path, packed=packed))
    assert dictionary.title == "A small dictionary"
    assert dictionary.name == "small-deu-eng"
    assert dictionary.look_up("Haus") == [Entry("Haus", "Haus /haʊs/ <neut, n>\nhouse")]
    assert dictionary.look_up("aufstehen", "stand") == [Entry("aufstehen", "aufstehen <v>\nget up")]
    assert dictionary.look_up("Hau") == dictionary.look_up("Hausx") == dictionary.look_up("…") == []
    assert dictionary.look_up("00databaseshort") == []


@pytest.mark.parametrize("word", ["Straße", "Strasse", "STRASSE", "straße"])
def test_capitals_and_ss_make_no_difference(opened: Opened, tmp_path: Path, word: str) -> None:
    entries = opened(making.dictd(tmp_path)).look_up(word)
    assert [entry.headword for entry in entries] == ["Straße"]


def test_hyphens_make_no_difference(opened: Opened, tmp_path: Path) -> None:
    main = making.ding(tmp_path, "US-Wahl; US Wahl {f} :: US election\n")
    assert opened(main).look_up("US‑Wahl") == [
        Entry("US-Wahl", "US-Wahl; US Wahl {f}: US election")
    ]


def test_headwords_spelt_like_the_word_come_first(opened: Opened, tmp_path: Path) -> None:
    entries = [("Gehen", b"walking"), ("gehen", b"to go")]
    dictionary = opened(making.stardict(tmp_path, entries, types="m"))
    assert [entry.text for entry in dictionary.look_up("gehen")] == ["to go", "walking"]
    assert [entry.text for entry in dictionary.look_up("Gehen")] == ["walking", "to go"]


def test_an_entry_about_the_word_comes_before_one_that_mentions_it(
    opened: Opened, tmp_path: Path
) -> None:
    entries = [("Haus", b"Anstalt; Haus: institution"), ("Haus", b"Haus: house")]
    dictionary = opened(making.stardict(tmp_path, entries, types="m"))
    assert [gist(entry) for entry in dictionary.look_up("Haus")] == ["house", "institution"]


def test_ding(opened: Opened, tmp_path: Path) -> None:
    dictionary = opened(making.ding(tmp_path))
    assert dictionary.title == "Ding, devel 2023-01-30"
    (house,) = dictionary.look_up("Häuser")
    assert house == Entry(
        "Häuser", "Haus {n}: house\nHäuser {pl}: houses\nein Haus bauen: to build a house"
    )
    assert dictionary.look_up("ansehen")[0].text == dictionary.look_up("anschauen")[0].text
    assert dictionary.look_up("Einzelne Zeile")[0].text == "Einzelne Zeile: one\n: two"
    assert dictionary.look_up("a remark") == dictionary.look_up("house") == []


def test_older_files_are_not_in_utf8(opened: Opened, tmp_path: Path) -> None:
    main = making.ding(tmp_path)
    main.write_bytes(main.read_text("utf-8").encode("latin-1"))
    assert opened(main).look_up("Häuser")[0].text.splitlines()[1] == "Häuser {pl}: houses"


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("bits", [32, 64])
def test_stardict(opened: Opened, tmp_path: Path, packed: bool, bits: int) -> None:
    main = making.stardict(
        tmp_path,
        [("Haus", "house, Häuschen".encode()), ("Tür", b"door")],
        types="m",
        synonyms=[("Häuser", 0), ("nowhere", 7)],
        bits=bits,
        packed=packed,
    )
    dictionary = opened(main)
    assert (dictionary.title, dictionary.name) == ("A star", "star.v1")
    assert dictionary.look_up("tür") == [Entry("Tür", "door")]
    assert dictionary.look_up("Häuser") == [Entry("Häuser", "house, Häuschen")]
    assert dictionary.look_up("nowhere") == []


@pytest.mark.parametrize(
    ("types", "data", "text"),
    [
        ("", b"tha\xca\x8as\0mhouse\0", "haʊs\nhouse"),
        ("tm", b"ha\xca\x8as\0house", "haʊs\nhouse"),
        ("h", b"<b>house</b><br>a &amp; b", "house\na & b"),
        ("x", b"<k>Haus</k>\n<def>house <i>f</i></def>", "Haus\nhouse f"),
        ("Wm", struct.pack(">I", 3) + b"\1\2\3house", "house"),
        ("", b"W" + struct.pack(">I", 3) + b"\1\2\3mhouse\0", "house"),
        ("m", b"<not markup>", "<not markup>"),
    ],
)
def test_fields_of_stardict(
    opened: Opened, tmp_path: Path, types: str, data: bytes, text: str
) -> None:
    dictionary = opened(making.stardict(tmp_path, [("Haus", data)], types=types))
    assert dictionary.look_up("Haus") == [Entry("Haus", text)]


def test_packages_of_the_system_are_found_by_themselves(profile: Paths, tmp_path: Path) -> None:
    system = tmp_path / "share"
    making.dictd(system / "dictd")
    making.ding(system / "trans")
    found = find(profile, system)
    assert [dictionary.name for dictionary in found] == ["small-deu-eng", "de-en"]
    assert all(dictionary.look_up("Haus") for dictionary in found)
    assert find(profile, tmp_path / "nothing") == []


@pytest.mark.parametrize("chosen", ["star.v1.ifo", "star.v1.idx.gz", "star.v1.dict.dz"])
def test_any_file_of_a_dictionary_imports_it(profile: Paths, tmp_path: Path, chosen: str) -> None:
    making.stardict(tmp_path / "from", [("Haus", b"house")], types="m", packed=True)
    imported = import_file(tmp_path / "from" / chosen, profile)
    for file in (tmp_path / "from").iterdir():
        file.unlink()
    assert imported.look_up("Haus") == [Entry("Haus", "house")]
    (found,) = find(profile, tmp_path / "nothing")
    assert found == imported


def test_a_dictionary_imported_again_is_replaced(profile: Paths, tmp_path: Path) -> None:
    import_file(making.ding(tmp_path), profile)
    making.ding(tmp_path, "Haus {n} :: home\n")
    os.utime(tmp_path / "de-en", (1, 1))
    import_file(tmp_path / "de-en", profile)
    (found,) = find(profile, tmp_path / "nothing")
    assert found.look_up("Haus")[0].text == "Haus {n}: home"
    assert [file.name for file in dictionaries.folder(profile).iterdir()] == ["de-en"]


def test_changed_files_are_listed_anew(opened: Opened, tmp_path: Path) -> None:
    assert opened(making.ding(tmp_path)).look_up("Garten") == []
    again = opened(making.ding(tmp_path, "Garten {m} :: garden\n"))
    assert again.look_up("Garten") != []
    assert len(list((tmp_path / "cache").iterdir())) == 1


def broken_ifo(folder: Path) -> Path:
    main = making.stardict(folder, [("Haus", b"house")], types="m")
    main.write_text("something else", "utf-8")
    return main


def without_texts(folder: Path) -> Path:
    main = making.dictd(folder)
    (folder / "small-deu-eng.dict.dz").unlink()
    return main


def cut_off(folder: Path) -> Path:
    main = making.dictd(folder)
    texts = folder / "small-deu-eng.dict.dz"
    texts.write_bytes(texts.read_bytes()[:120])
    return main


def places_beyond(folder: Path) -> Path:
    main = making.dictd(folder)
    main.write_text("haus\t//////\tB\ntür\tA\t\nhof\tÄ\tB\n", "utf-8")
    return main


def damaged_list(folder: Path) -> Path:
    main = making.stardict(folder, [("Haus", b"house")], types="m", packed=True)
    packed = folder / "star.v1.idx.gz"
    packed.write_bytes(packed.read_bytes()[:-9])
    return main


def plain_gzip(folder: Path) -> Path:
    main = making.dictd(folder)
    (folder / "small-deu-eng.dict.dz").write_bytes(b"\x1f\x8b\x08\x00" + bytes(40))
    return main


def prose(folder: Path) -> Path:
    return making.ding(folder, "Ein Haus ist kein Wörterbuch.\nEin Garten :: auch nicht.\n")


def empty(folder: Path) -> Path:
    return making.ding(folder, "")


def missing(folder: Path) -> Path:
    return folder / "nowhere.ifo"


@pytest.mark.parametrize(
    "broken",
    [
        broken_ifo, without_texts, cut_off, places_beyond, damaged_list, plain_gzip, prose, empty,
        missing,
    ],
)  # fmt: skip
def test_broken_dictionaries_are_refused_by_name_and_change_nothing(
    profile: Paths, tmp_path: Path, broken: Callable[[Path], Path]
) -> None:
    import_file(making.ding(tmp_path / "good", "Haus {n} :: house\n"), profile)
    main = broken(tmp_path / "from")
    stem = main.name.partition(".")[0]
    with pytest.raises(KnownError, match=stem):
        import_file(main, profile)
    (kept,) = find(profile, tmp_path / "nothing")
    assert kept.look_up("Haus")[0].text == "Haus {n}: house"


def test_what_is_whole_of_a_damaged_dictionary_is_kept(profile: Paths, tmp_path: Path) -> None:
    main = making.dictd(tmp_path / "from")
    with main.open("a", encoding="utf-8") as file:
        file.write("beyond\t////\tB\nnonsense\n")
    imported = import_file(main, profile)
    assert imported.look_up("Haus") != []
    assert imported.look_up("beyond") == []


def test_damage_found_late_is_told(opened: Opened, tmp_path: Path) -> None:
    dictionary = opened(making.dictd(tmp_path))
    texts = tmp_path / "small-deu-eng.dict.dz"
    dictionary.prepare()
    packed = texts.read_bytes()
    start = packed.index(b"texts\0") + 6
    texts.write_bytes(packed[:start] + b"\xff" * (len(packed) - start))
    with pytest.raises(KnownError, match=r"small-deu-eng\.dict\.dz is damaged"):
        dictionary.look_up("Haus")


@given(st.data())
def test_any_stretch_of_a_packed_file_reads_as_of_the_plain_one(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    plain = data.draw(st.binary(min_size=1, max_size=400))
    folder = tmp_path_factory.mktemp("packed")
    (folder / "x.dict.dz").write_bytes(making.dictzip(plain, data.draw(st.integers(1, 99))))
    packed = open_data(folder / "x.dict.dz")
    start = data.draw(st.integers(0, len(plain) - 1))
    length = data.draw(st.integers(1, len(plain) - start))
    assert packed.size == len(plain)
    assert packed.read(start, length) == plain[start : start + length]
    assert packed.read(start, length + len(plain)) == b""


@given(st.binary(max_size=200), st.sampled_from([".ifo", ".idx", ".dict", ".index", ".dict.dz"]))
def test_any_bytes_are_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, content: bytes, ending: str
) -> None:
    folder = tmp_path_factory.mktemp("hostile")
    making.dictd(folder)
    making.stardict(folder, [("Haus", b"thaus\0mhouse\0")])
    stem = "small-deu-eng" if (folder / f"small-deu-eng{ending}").exists() else "star.v1"
    (folder / f"{stem}{ending}").write_bytes(content)
    try:
        dictionary = import_file(folder / f"{stem}{ending}", paths(folder / "profile"))
        entries = dictionary.look_up("Haus")
    except KnownError:
        return
    assert all(isinstance(entry.text, str) for entry in entries)


def test_listing_can_be_given_up_and_begun_again(opened: Opened, tmp_path: Path) -> None:
    entries = [(f"Haus{number}", b"house") for number in range(9)]
    dictionary = opened(making.stardict(tmp_path, entries, types="m"))
    asked = iter(range(9))
    with pytest.raises(Stopped):
        dictionary.prepare(lambda: next(asked) == 5)
    assert not list(dictionary.cache.glob("*"))
    assert [entry.headword for entry in dictionary.look_up("Haus7")] == ["Haus7"]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Haus {n}: house; home\nHäuser {pl}: houses", "house"),
        ("aufstehen {vi} (aus dem Bett): to get up", "get up"),
        ("Haus /haʊs/ <neut, n, sg>\nhouse <n>", "house"),
        ("Haus <n>\n [adm.] establishment <n>, institution <n>", "establishment"),
        ("liefern <v>\n1. deliver sth. <v>", "deliver sth."),
        ("Haus", ""),
        ("", ""),
    ],
)
def test_the_first_meaning_of_an_entry(text: str, meaning: str) -> None:
    assert gist(Entry("", text)) == meaning


def test_the_meaning_that_most_put_first() -> None:
    one = [("One", Entry("", f"Haus: {meaning}")) for meaning in ("establishment", "house", "home")]
    two = [("Two", Entry("", f"Haus: {meaning}")) for meaning in ("house", "home")]
    assert likeliest(one) == "establishment"
    assert likeliest(one + two) == "house"
    assert likeliest([("One", Entry("", "Haus"))]) == ""
    assert likeliest([]) == ""
