"""Links into the library."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as some

from reader.errors import KnownError
from reader.exporters._links import document_link, mark_link
from reader.model import new_id
from reader.services.links import Link, is_link, parse


def test_the_links_of_exports_are_understood() -> None:
    document, mark = new_id(), new_id()
    assert parse(document_link(document)) == Link(document)
    assert parse(mark_link(document, mark)) == Link(document, mark)
    assert parse(mark_link(document, mark) + "&check=7d0a31c5") == Link(document, mark)
    assert is_link(document_link(document))


def test_what_browsers_make_of_a_link_is_understood() -> None:
    assert parse("lesepult://open/?document=ab&mark=cd") == Link("ab", "cd")


@pytest.mark.parametrize(
    "text",
    [
        "lesepult:",
        "lesepult://open",
        "lesepult://open?mark=ab",
        "lesepult://close?document=ab",
        "https://open?document=ab",
        "lesepult://open?document=",
    ],
)
def test_other_links_lead_nowhere(text: str) -> None:
    with pytest.raises(KnownError, match="leads nowhere"):
        parse(text)


@given(some.text(max_size=80))
def test_whatever_is_clicked_on_is_a_link_or_said_to_be_none(text: str) -> None:
    with suppress(KnownError):
        assert parse(f"lesepult://open?document={text}").document


def test_files_are_no_links() -> None:
    assert not is_link("/home/lesepult/a.txt")
    assert not is_link("lesepult.txt")
