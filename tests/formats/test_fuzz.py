"""A few hundred broken files of every format; tests/fuzz_formats.py makes 100,000 of them."""

from __future__ import annotations

import os
import random

import pytest

from reader.formats import Format, formats
from tests.fuzz_formats import broken, fuzz

COUNT = 10_000 if os.environ.get("LESEPULT_FULL") else 300


@pytest.mark.timeout(600)
@pytest.mark.parametrize("found", formats(), ids=lambda found: found.NAME)
def test_broken_files_are_read_or_refused(found: Format) -> None:
    outcomes = list(fuzz(found, range(COUNT), seed=0))
    assert list(filter(None, outcomes)) == []
    assert outcomes, "not all of them are refused"


@pytest.mark.parametrize("found", formats(), ids=lambda found: found.NAME)
def test_the_same_seed_breaks_the_same_way(found: Format) -> None:
    one, two = (broken(found, random.Random("seed")) for _ in range(2))
    assert one == two
