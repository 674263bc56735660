"""What goes into a line comes out of it."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader.engines import Use
from reader.model import Flag, Rendering, SentencePair, Span
from reader.offline import Network
from reader.phrases import Phrase
from reader.translation.protocol import (
    Fault,
    Hello,
    LinkReply,
    LinkRequest,
    Message,
    ProtocolError,
    Reply,
    Request,
    command,
    decode,
    encode,
)
from reader.words.alignment import Link

# Lone surrogates too: a text may hold them, and then the line must.
text = st.text(st.characters(exclude_categories=()))
number = st.integers(0, 2**40)
span = st.builds(Span, number, number)
flags = st.lists(st.sampled_from(Flag), unique=True).map(tuple)
pair = st.builds(SentencePair, source=span, target=span, flags=flags)
rendering = st.builds(Rendering, text=text, pairs=st.lists(pair).map(tuple), engine=text)
link = st.builds(Link, source=span, target=span, weight=st.floats(0, 1))
message = st.one_of(
    st.builds(Hello, engine=text, network=st.sampled_from(Network)),
    st.builds(Request, id=number, texts=st.lists(text).map(tuple), use=st.sampled_from(Use)),
    st.builds(Reply, id=number, renderings=st.lists(rendering).map(tuple)),
    st.builds(LinkRequest, id=number, source=text, target=text),
    st.builds(LinkReply, id=number, links=st.lists(link).map(tuple)),
    st.builds(Fault, id=number, message=text, advice=text, known=st.booleans()),
)


@given(message)
def test_a_message_comes_back_as_it_was_on_one_line(message: Message) -> None:
    line = encode(message)
    assert line.endswith(b"\n")
    assert len(line.splitlines()) == 1
    assert decode(line) == message


def test_the_phrases_of_a_fault_stay_phrases() -> None:
    fault = Fault(1, Phrase("The model in {name} is gone.", name="m"), Phrase("Install it."))
    back = decode(encode(fault))
    assert isinstance(back, Fault)
    for phrase, pattern in (
        (back.message, "The model in {name} is gone."),
        (back.advice, "Install it."),
    ):
        assert isinstance(phrase, Phrase)
        assert phrase.pattern == pattern
    assert back == fault


@given(st.binary(max_size=100))
def test_noise_is_no_message(line: bytes) -> None:
    with pytest.raises(ProtocolError):
        decode(line)


@pytest.mark.parametrize(
    "line",
    [
        b"{}",
        b"[]",
        b"null",
        b'{"type":"ask"}',
        b'{"type":"ask","id":1,"texts":[1],"use":"click"}',
        b'{"type":"ask","id":1,"texts":["a"],"use":"sleep"}',
        b'{"type":"ask","id":"1","texts":["a"],"use":"click"}',
        b'{"type":"hello","engine":"a","network":"open"}',
        b'{"type":"reply","id":1,"renderings":[{"text":"a"}]}',
        b'{"type":"reply","id":1,"renderings":[{"text":"a","pairs":[[0,1]],"engine":""}]}',
        b'{"type":"link","id":1,"source":"a"}',
        b'{"type":"links","id":1,"links":[[0,1,0,1]]}',
        b"[" * 100_000,
    ],
)
def test_a_line_of_another_shape_is_no_message(line: bytes) -> None:
    with pytest.raises(ProtocolError):
        decode(line)


def test_the_child_takes_no_module_from_where_the_program_was_started() -> None:
    arguments = command((Path("one"), "argos:x:1:0"), (Path("two"), "argos:y:1:0"))
    assert "-P" in arguments
    assert arguments[-8:-4] == ["--package", "one", "--engine", "argos:x:1:0"]
    assert arguments[-4:] == ["--package", "two", "--engine", "argos:y:1:0"]
