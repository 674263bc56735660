"""Front matter of notes, exported again."""

from __future__ import annotations

from dataclasses import replace

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from reader.exporters import document_of, merge
from reader.exporters._front import split_front
from reader.exporters.notes_markdown import render, render_mark
from reader.model import Snapshot
from tests.exporters.snapshots import STRINGS, anchor, mark, snapshot

MARK = mark(anchor("Brot"), tags=("Essen",))


def titled(
    title: str, author: str = "", date: str = "2024-05-17", tags: tuple[str, ...] = ()
) -> Snapshot:
    made = snapshot(mark(anchor("Brot"), tags=tags))
    return replace(made, document=replace(made.document, title=title, author=author), date=date)


def front(markdown: str) -> str:
    return split_front(markdown)[0]


def values(markdown: str) -> dict[str, object]:
    """What its front matter says."""
    return next(yaml.safe_load_all(front(markdown)))


TEXTS = st.builds(titled, STRINGS, STRINGS, tags=st.lists(STRINGS, max_size=2).map(tuple))


@given(TEXTS, TEXTS, st.sampled_from(["\n", "\r\n"]))
def test_untouched_it_becomes_the_new_one(old: Snapshot, new: Snapshot, newline: str) -> None:
    before = render(old).replace("\n", newline)
    assert front(merge(before, render(new)).text) == front(render(new)).replace("\n", newline)


@given(TEXTS, TEXTS, st.sampled_from(["\n", "\r\n"]))
def test_what_somebody_added_stays(old: Snapshot, new: Snapshot, newline: str) -> None:
    more = "aliases:\n- Fluss\n# Gelesen im Mai\nstatus: >\n  offen\n\n"
    before = render(old).replace("\nlesepult: ", f"\n{more}lesepult: ").replace("\n", newline)
    after = merge(before, render(new)).text
    assert values(after) == {
        **values(render(new)),
        "aliases": ["Fluss"],
        "status": "offen\n",
    }
    assert more.replace("\n", newline) in after
    assert merge(after, render(new)).text == after


@pytest.mark.parametrize(
    ("mine", "other"),
    [
        ("title: Am Fluss", "title: Mein Titel"),
        ("title: Am Fluss\n", ""),
        ("tags:", "tags:\n- mehr"),
        ("- Essen", "- Essen\n# gern"),
        ("&check=", "&check=0"),
    ],
)
def test_touched_it_stays(mine: str, other: str) -> None:
    before = render(snapshot(MARK)).replace(mine, other, 1)
    after = merge(before, render(replace(titled("Am See", "Kafka"), marks=())))
    assert front(after.text) == front(before)
    assert "Brot" not in after.text


def test_without_any_there_is_none() -> None:
    before = render(snapshot(MARK)).removeprefix(front(render(snapshot(MARK))))
    assert front(merge(before, render(titled("Am See"))).text) == ""


def test_another_day_alone_is_no_reason_to_write() -> None:
    first = render(titled("Am Fluss"))
    later = titled("Am Fluss", date="2024-05-18")
    assert merge(first, render(later)).text == first
    after = merge(first, render(replace(later, marks=(replace(MARK, note="Gut.", tags=()),)))).text
    assert "date: 2024-05-18" in after


def test_the_export_of_some_marks_says_nothing_of_the_whole() -> None:
    before = render(snapshot(MARK))
    after = merge(before, render(titled("Am Fluss")), partial=True).text
    assert front(after) == front(before)


def test_a_mark_has_its_own() -> None:
    before = render_mark(snapshot(MARK), MARK)
    assert front(merge(before, render(snapshot())).text) == front(before)
    changed = replace(MARK, tags=("Brot",))
    assert merge(before, render_mark(snapshot(changed), changed)).text == render_mark(
        snapshot(changed), changed
    )


def test_a_file_that_was_written_before_there_were_checks() -> None:
    now = render(snapshot(MARK))
    head = front(now)
    check = head.partition("&check=")[2][:8]
    before = now.replace(head, head.replace(f"&check={check}", ""))
    assert document_of(before) == document_of(now) == "0123456789"
    assert front(merge(before, render(titled("Am See"))).text) == front(before)
