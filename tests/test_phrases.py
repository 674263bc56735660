from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.phrases import Phrase, fill, from_json, to_json


def test_is_a_string() -> None:
    phrase = Phrase("{name} has {number} parts.", name="a.zip", number=3)
    assert phrase == "a.zip has 3 parts."
    assert (phrase.pattern, phrase.values["number"]) == ("{name} has {number} parts.", 3)


def test_looks_into_no_value() -> None:
    assert fill("{a.__class__} {b!r} {c:>9} {d}", {"a": 1, "b": 2, "c": 3, "d": "{a}"}) == (
        "{a.__class__} {b!r} {c:>9} {a}"
    )


@given(st.text(), st.text())
def test_survives_json(value: str, other: str) -> None:
    inner = Phrase("It is {value}.", value=value)
    phrase = Phrase("{other} cannot be read: {reason}", other=other, reason=inner)
    again = from_json(json.loads(json.dumps(to_json(phrase))))
    assert isinstance(again, Phrase)
    assert (again, again.pattern) == (phrase, phrase.pattern)
    assert again.values["reason"] == inner
    assert isinstance(again.values["reason"], Phrase)
    assert from_json(json.loads(json.dumps(to_json(value)))) == value


@pytest.mark.parametrize("written", [None, 3, [], ["a"], [1, {}], ["a", {"b": 3}], {}])
def test_nonsense_is_refused(written: object) -> None:
    with pytest.raises(ValueError, match="no text"):
        from_json(written)
