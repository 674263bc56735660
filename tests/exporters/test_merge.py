"""Notes exported again, into a file that a person has written in."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.exporters import merge
from reader.exporters._blocks import pieces
from reader.exporters.notes_markdown import render
from reader.model import Fit, Mark
from tests.exporters.parsing import parse
from tests.exporters.snapshots import STRINGS, anchor, mark, snapshot

QUOTES = ("Der Nebel", "Die Fähre", "Niemand", "Am anderen", "Früher", "Brot")


def noted(number: int, note: str = "") -> Mark:
    """The mark of that number in reading order."""
    return mark(anchor(QUOTES[number]), number=number, note=note)


def export(*numbers: int, **notes: str) -> str:
    """The export of those marks; their notes by name (`_1="…"`)."""
    return render(snapshot(*(noted(number, notes.get(f"_{number}", "")) for number in numbers)))


@cache
def block(number: int, note: str = "") -> str:
    """What is to stand in the file for a mark."""
    (piece,) = (piece for piece in pieces(render(snapshot(noted(number, note)))) if piece.mark)
    return piece.text


def ids(text: str) -> list[str]:
    return [piece.mark for piece in pieces(text) if piece.mark]


def test_pieces_are_the_whole_file() -> None:
    text = export(0, 1).replace("\n\n^", "\n \n^") + "\n\n\nEnde\n# Titel\n> Zitat\n\n^abc"
    assert "".join(piece.text + piece.tail for piece in pieces(text)) == text
    assert ids(text) == [f"{0:010x}", f"{1:010x}"]


@pytest.mark.parametrize("previous", ["", "\n", "\ufeff", " \n\n"])
def test_into_an_empty_file(previous: str) -> None:
    assert merge(previous, export(1)).text == export(1)


def test_a_changed_mark_is_written_anew_in_its_place() -> None:
    before = export(0, 1, 2).replace("# Am Fluss", "# Am Fluss\n\nGelesen im Mai.")
    after = merge(before, export(0, 1, 2, _1="Wohin?"))
    assert after.text == before.replace(block(1), block(1, "Wohin?"))
    assert after.conflicts == ()


@pytest.mark.parametrize("old", ["Am Fluss", "", "# * 1 [x]", "Zwei: drei"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_a_new_title_is_the_heading_unless_that_was_changed(old: str, newline: str) -> None:
    new = render(snapshot(noted(0), title="Am Meer"))
    before = render(snapshot(noted(0), title=old)).replace("\n", newline)
    assert merge(before, new).text == new.replace("\n", newline)
    heading = next(line for line in before.splitlines() if line.startswith("# "))
    own = before.replace(f"{newline}{heading}{newline}", f"{newline}{heading} (2){newline}")
    assert own != before
    after = merge(own, new).text
    assert f"{heading} (2){newline}" in after
    assert f"title: Am Meer{newline}" in after
    assert "# Am Meer" in merge(after.replace(f"{heading} (2)", "# Am Meer"), new).text


def test_a_new_mark_comes_in_reading_order_behind_what_was_written_before_it() -> None:
    before = export(0, 3).replace(block(0), f"{block(0)}\n\nDazu: Kapitel 2.\n\n## Ufer")
    assert merge(before, export(0, 1, 2, 3)).text == before.replace(
        "## Ufer", f"{block(1)}\n\n{block(2)}\n\n## Ufer"
    )
    assert merge(before, export(0, 3, 4)).text == f"{before}\n{block(4)}\n"
    assert merge(export(3), export(0, 3)).text == export(0, 3)


def test_a_new_mark_follows_its_neighbour_that_was_moved() -> None:
    moved = f"{export(1)}\n## Das Wichtigste\n\n{block(0)}\n\n## Rest\n"
    assert merge(moved, export(0, 1, 2)).text == moved.replace(
        "\n## Das", f"\n{block(2)}\n\n## Das"
    )


def test_into_a_file_that_was_never_exported() -> None:
    own = "# Meine Gedanken\n\nViel gelernt."
    assert merge(own, export(0, 1)).text == f"{own}\n\n{block(0)}\n\n{block(1)}\n"


def test_a_deleted_mark_goes_and_leaves_no_gap() -> None:
    assert merge(export(0, 1, 2), export(0, 2)).text == export(0, 2)
    close = export(0, 1).replace(f"\n\n{block(0)}\n\n", f"\ndavor\n{block(0)}\ndanach\n")
    assert "davor\n\ndanach\n" in merge(close, export(1)).text


def test_what_a_reader_changed_stays() -> None:
    before = export(0, 1).replace("> Nobody", "> No one").replace("> The ferry", "> The boat")
    assert merge(before, export(0, 1)).text == before
    assert merge(before, export(0, 1)).conflicts == ()
    after = merge(before, export(0, 1, 2, _1="Wohin?"))
    (conflict,) = after.conflicts
    assert after.text.startswith(before)
    assert (conflict.mark, conflict.new) == (f"{1:010x}", block(1, "Wohin?"))
    assert after.text.split("\n")[conflict.line - 1] == f"^{1:010x}"


def test_a_deleted_mark_whose_block_was_changed_stays_and_is_told() -> None:
    before = export(0, 1).replace("> The ferry", "> The boat")
    after = merge(before, export(0))
    assert after.text == before
    assert [(conflict.mark, conflict.new) for conflict in after.conflicts] == [(f"{1:010x}", "")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("> *Yellow*\n>\n> [Open", "> *Yellow*\n>\n> [Open it](x)\n> [Open"),
        ("[Open in Lesepult]", "Open in Lesepult"),
        (">\n> [Open", "> \n>  [Open"),
        ("\n\n^", "\n\nMein Wort dazu ^"),
        ("\n> > Die", "\n  > > Die"),
        ("\n> > Die", "\n> > davor\n> > Die"),
        ("\n> > Die", "\n```\n> > Die"),
    ],
)
def test_a_block_out_of_shape_is_neither_lost_nor_doubled(old: str, new: str) -> None:
    before = export(1).replace(old, new)
    assert before != export(1)
    after = merge(before, export(1, _1="Wohin?"))
    assert after.text == before
    assert [conflict.mark for conflict in after.conflicts] == [f"{1:010x}"]


def test_a_block_under_another_id_is_the_readers() -> None:
    before = export(1).replace(f"\n^{1:010x}", "\n^0abc")
    after = merge(before, export(1, _1="Wohin?"))
    assert after.text == f"{before}\n{block(1, 'Wohin?')}\n"
    assert after.conflicts == ()


def test_a_block_in_code_is_an_example() -> None:
    before = f"{export(0)}\n```markdown\n{block(0)}\n```\n"
    after = merge(before, export(0, _0="neu"))
    assert after.text == f"{export(0, _0='neu')}\n```markdown\n{block(0)}\n```\n"


@pytest.mark.parametrize("before", [export(0), "Meins.\n"])
def test_a_block_does_not_get_into_code_without_an_end(before: str) -> None:
    code = "```\ncode\n# kein Titel\n"
    after = merge(f"{before}\n{code}", export(0, 1))
    assert after.text.endswith(f"\n\n{block(1)}\n\n{code}")
    assert merge(after.text, export(0, 1)) == after


def test_blocks_of_other_documents_stay() -> None:
    other = export(1).replace("0123456789", "abcdef0123")
    assert merge(other, export()).text == other
    assert ids(merge(other, export(0)).text) == [f"{1:010x}", f"{0:010x}"]


def test_a_mark_that_lost_its_place_stays_where_it_is_in_the_file() -> None:
    lost = mark(anchor(QUOTES[0]), number=0, fit=Fit.ORPHAN)
    after = merge(export(0, 1), render(snapshot(lost, noted(1))))
    assert ids(after.text) == [f"{0:010x}", f"{1:010x}"]
    assert "the place is gone" in after.text


def test_a_file_has_the_line_breaks_that_it_begins_with() -> None:
    file = export(0) + "von\r\nanderswo\n"
    assert merge(file, export(0)).text == file
    assert merge(file, export(0, 1)).text.count("\r\n") == 1


NUMBERS = st.integers(0, len(QUOTES) - 1)
NOTES = st.sampled_from(["", "a", "b"])
MARKS = st.dictionaries(NUMBERS, NOTES)
SOME_MARKS = st.dictionaries(NUMBERS, NOTES, min_size=1)


def exported(marks: dict[int, str]) -> str:
    return rendered(*sorted(marks.items()))


@cache
def rendered(*marks: tuple[int, str]) -> str:
    return render(snapshot(*(noted(number, note) for number, note in marks)))


PROSE = st.sampled_from(
    ["Ein Satz.", "# Titel", "## Ufer\n\nText", "- eins\n- zwei", "> Zitat", "```\n# x\n```", "---",
     "> Zitat\n\n^eins", "#tag", "Zeile\n\n\nZeile", "%%\nlang\n%%", "| a |\n|---|\n| 1 |"]
)  # fmt: skip


@st.composite
def edited(draw: st.DrawFn, marks: dict[int, str], words: st.SearchStrategy[str]) -> list[str]:
    """An export in pieces, the reader's words between them."""
    file: list[str] = []
    for piece in pieces(exported(marks)):
        file.append(piece.text + piece.tail)
        file += [f"{text}\n\n" for text in draw(st.lists(words, max_size=2))]
    return file


@given(MARKS, MARKS)
def test_an_untouched_export_becomes_the_new_one(old: dict[int, str], new: dict[int, str]) -> None:
    after = merge(exported(old), exported(new))
    assert after.text == exported(new)
    assert after.conflicts == ()


@given(st.data(), MARKS, MARKS, st.sampled_from(["\n", "\r\n"]))
def test_words_around_blocks_stay_and_blocks_are_those_of_the_marks(
    data: st.DataObject, old: dict[int, str], new: dict[int, str], newline: str
) -> None:
    file = data.draw(edited(old, PROSE))
    after = merge("".join(file).replace("\n", newline), exported(new))
    assert after.text.count("\r") == (after.text.count("\n") if newline == "\r\n" else 0)
    text = after.text.replace("\r\n", "\n")
    assert after.conflicts == ()
    assert sorted(ids(text)) == sorted(f"{number:010x}" for number in new)
    assert all(block(number, note) in text for number, note in new.items())
    assert written(text) == written("".join(file))
    assert merge(after.text, exported(new)).text == after.text
    parse(text)


def written(text: str) -> list[str]:
    """What others than we wrote, line for line."""
    words = "".join(f"\n{piece.text}" for piece in pieces(text) if not piece.mark)
    return [line for line in words.split("\n") if line]


@given(st.data(), MARKS, MARKS)
def test_any_words_stay(data: st.DataObject, old: dict[int, str], new: dict[int, str]) -> None:
    file = data.draw(edited(old, STRINGS))
    after = merge("".join(file), exported(new))
    at = 0
    for text in file:
        is_ours = text in {f"{block(n, note)}{tail}" for n, note in old.items() for tail in TAILS}
        if not is_ours and not text.isspace():  # empty lines come and go
            at = after.text.index(text.rstrip("\r\n"), at) + len(text.rstrip("\r\n"))
    again = merge(after.text, exported(new))
    assert again.text == after.text
    assert again.conflicts == after.conflicts


TAILS = ("", "\n", "\n\n")


@given(st.data(), SOME_MARKS, MARKS, st.sampled_from(["x", "\n> x", "\n", " "]))
def test_what_was_changed_in_a_block_is_kept_and_told(
    data: st.DataObject, old: dict[int, str], new: dict[int, str], change: str
) -> None:
    number = data.draw(st.sampled_from(sorted(old)))
    words = block(number, old[number])
    gaps = [gap.end() for gap in re.finditer(" ", words)]
    at = data.draw(st.sampled_from(gaps))
    touched = f"{words[:at]}{change}{words[at:]}"
    before = exported(old).replace(words, touched)
    after = merge(before, exported(new))
    assert touched in after.text
    told = f"{number:010x}" in {conflict.mark for conflict in after.conflicts}
    if number in new and new[number] != old[number]:
        assert told
    assert after.text.count(f"^{number:010x}") == 1
    assert merge(after.text, exported(new)).text == after.text


def test_a_part_leaves_the_other_notes_in_the_file() -> None:
    before = export(0, 1, 2)
    part = merge(before, export(1, _1="Neu."), partial=True)
    assert ids(part.text) == ids(before)
    assert "Neu." in part.text
    assert ids(merge(before, export(1)).text) == [f"{1:010x}"]
    added = merge(export(0), export(2), partial=True)
    assert ids(added.text) == [f"{0:010x}", f"{2:010x}"]
    touched = before.replace("Der Nebel", "Der Dunst")
    assert merge(touched, export(2), partial=True).conflicts == ()
