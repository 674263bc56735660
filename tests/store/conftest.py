"""A profile with one document in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import formats
from reader.model import Document, Entry
from reader.paths import Paths
from reader.store import Store, open_store


@pytest.fixture
def store(profile: Paths) -> Iterator[Store]:
    with open_store(profile) as store:
        yield store


@pytest.fixture
def document(article: Path) -> Document:
    return formats.open_document(article)


@pytest.fixture
def entry(store: Store, document: Document) -> Entry:
    return store.library.add(document)
