"""Marks in reading order and by place, whatever is done to them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from reader.anchors import make
from reader.model import Colour, Fit, Mark, Side, Span
from reader.services.marks import Marks

TEXT = "Der Nebel hob sich, die Fähre legte ab."


@st.composite
def marks(draw: st.DrawFn) -> Mark:
    number = draw(st.integers(0, 6))
    rows = sorted(draw(st.sets(st.integers(0, 3), max_size=2)))
    side = draw(st.sampled_from(Side))
    start = draw(st.integers(0, 9))
    time = f"2024-05-17T10:00:0{draw(st.integers(0, 3))}.000+00:00"
    return Mark(
        id=f"{number:010x}",
        document="d",
        anchors=tuple(make(TEXT, Span(start, start + 5), side, row) for row in rows),
        colour=draw(st.sampled_from(Colour)),
        note="",
        partner="",
        created=time,
        changed=time,
        fit=draw(st.sampled_from(Fit)),
        tags=tuple(sorted(draw(st.sets(st.sampled_from("abc"))))),
    )


@given(st.lists(st.tuples(marks(), st.booleans()), max_size=15))
def test_step_by_step_is_the_same_as_all_at_once(steps: list[tuple[Mark, bool]]) -> None:
    stepwise, known = Marks(), dict[str, Mark]()
    for mark, is_deleted in steps:
        before = known.pop(mark.id, None)
        if not is_deleted:
            known[mark.id] = mark
        stepwise.put(before, None if is_deleted else mark)
        once = Marks(known.values())
        assert stepwise.all() == once.all()
        assert dict(stepwise.tags) == dict(once.tags)
        assert stepwise.by_time() == once.by_time()
        assert stepwise.texts == once.texts
        for row in range(4):
            for side in Side:
                assert stepwise.at(row, side) == once.at(row, side)


@given(st.lists(marks(), max_size=8), st.lists(marks(), max_size=8))
def test_a_step_makes_of_some_marks_others(old: list[Mark], new: list[Mark]) -> None:
    first, second = Marks(old), Marks(new)
    edits = first.differences(second.all())
    assert first.after(edits).all() == second.all()
    assert len(first.differences(first.all())) == 0
    first.apply(edits)
    assert first.all() == second.all()


def test_notes_on_the_document_come_first_and_lost_marks_last() -> None:
    there = Mark("1", "d", (make(TEXT, Span(4, 9), Side.SOURCE, 2),), Colour.BLUE, "", "", "", "")
    lost = replace(there, id="0", fit=Fit.ORPHAN)
    whole = Mark("9", "d", (), None, "Zum Ganzen.", "", "", "")
    assert Marks([lost, there, whole]).all() == (whole, there, lost)
    assert Marks([lost]).at(2, Side.SOURCE) == []
