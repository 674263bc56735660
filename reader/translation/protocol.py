"""What passes between the program and its translating child: one JSON object a line.

Everything is ASCII on the wire, so no text can break a line, whatever is in it.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from reader.engines import Use
from reader.model import Flag, Rendering, SentencePair, Span
from reader.offline import Network
from reader.phrases import from_json, to_json
from reader.words.alignment import Link


@dataclass(frozen=True, slots=True)
class Hello:
    """The child's first line, once its model is loaded."""

    engine: str
    network: Network


@dataclass(frozen=True, slots=True)
class Request:
    """Asks for the renderings of `texts`; the id comes back with the answer."""

    id: int
    texts: tuple[str, ...]
    use: Use = Use.CLICK


@dataclass(frozen=True, slots=True)
class Reply:
    """The renderings that were asked for, in the order of the request's texts."""

    id: int
    renderings: tuple[Rendering, ...]


@dataclass(frozen=True, slots=True)
class LinkRequest:
    """Asks which words of a sentence belong to which of its translation."""

    id: int
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class LinkReply:
    """The links that were asked for; none where they cannot be told."""

    id: int
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class Fault:
    """A request failed; the child goes on.

    The id 0 stands for no request: the child could not start, or could not read a
    line. `known` tells a fault of the world from one of the program. Phrases arrive
    as phrases, to be said in another language.
    """

    id: int
    message: str
    advice: str = ""
    known: bool = False


def command(*hops: tuple[Path, str]) -> list[str]:
    """The command that starts the child; each hop is a package's folder and its engine's id."""
    # -P: whatever folder the program is started in, no module comes from there.
    host = [sys.executable, "-P", "-m", "reader.translation.host"]
    for package, engine in hops:
        host += ["--package", str(package), "--engine", engine]
    return host


Message = Hello | Request | Reply | LinkRequest | LinkReply | Fault


class ProtocolError(ValueError):
    """A line is no message."""


def encode(message: Message) -> bytes:
    """The message as one line, with its line feed."""
    return json.dumps(_fields(message), separators=(",", ":")).encode("ascii") + b"\n"


def decode(line: bytes) -> Message:
    """The message on a line. Raises ProtocolError where there is none."""
    try:
        return _message(cast("dict[str, object]", json.loads(line)))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ProtocolError(f"no message: {line[:80]!r}") from error


def _fields(message: Message) -> dict[str, object]:
    match message:
        case Hello():
            return {"type": "hello", "engine": message.engine, "network": message.network}
        case Request():
            return {"type": "ask", "id": message.id, "texts": message.texts, "use": message.use}
        case Reply():
            renderings = [_rendering_fields(rendering) for rendering in message.renderings]
            return {"type": "reply", "id": message.id, "renderings": renderings}
        case LinkRequest():
            return {
                "type": "link",
                "id": message.id,
                "source": message.source,
                "target": message.target,
            }
        case LinkReply():
            return {"type": "links", "id": message.id, "links": [*map(_link_fields, message.links)]}
        case Fault():
            return {
                "type": "fault",
                "id": message.id,
                "message": to_json(message.message),
                "advice": to_json(message.advice),
                "known": message.known,
            }


def _message(fields: dict[str, object]) -> Message:
    match fields:
        case {"type": "hello", "engine": str(engine), "network": str(network)}:
            return Hello(engine, Network(network))
        case {"type": "ask", "id": int(number), "texts": list(), "use": str(use)}:
            return Request(number, _strings(fields["texts"]), Use(use))
        case {"type": "reply", "id": int(number), "renderings": list()}:
            renderings = cast("list[dict[str, object]]", fields["renderings"])
            return Reply(number, tuple(_rendering(rendering) for rendering in renderings))
        case {"type": "link", "id": int(number), "source": str(source), "target": str(target)}:
            return LinkRequest(number, source, target)
        case {"type": "links", "id": int(number), "links": list()}:
            links = cast("list[tuple[int, int, int, int, float]]", fields["links"])
            return LinkReply(number, tuple(map(_link, links)))
        case {
            "type": "fault",
            "id": int(number),
            "message": message,
            "advice": advice,
            "known": bool(known),
        }:
            return Fault(number, from_json(message), from_json(advice), known)
        case _:
            raise ProtocolError("no type that is known")


def _strings(value: object) -> tuple[str, ...]:
    strings = tuple(cast("list[object]", value))
    if not all(isinstance(string, str) for string in strings):
        raise ProtocolError("texts must be strings")
    return cast("tuple[str, ...]", strings)


def _rendering_fields(rendering: Rendering) -> dict[str, object]:
    pairs = [
        (pair.source.start, pair.source.end, pair.target.start, pair.target.end, pair.flags)
        for pair in rendering.pairs
    ]
    return {"text": rendering.text, "pairs": pairs, "engine": rendering.engine}


def _rendering(fields: dict[str, object]) -> Rendering:
    pairs = cast("list[tuple[int, int, int, int, list[str]]]", fields["pairs"])
    return Rendering(
        text=cast("str", fields["text"]),
        pairs=tuple(
            SentencePair(
                Span(source_start, source_end),
                Span(target_start, target_end),
                tuple(map(Flag, flags)),
            )
            for source_start, source_end, target_start, target_end, flags in pairs
        ),
        engine=cast("str", fields["engine"]),
    )


def _link_fields(link: Link) -> tuple[int, int, int, int, float]:
    return link.source.start, link.source.end, link.target.start, link.target.end, link.weight


def _link(fields: tuple[int, int, int, int, float]) -> Link:
    source_start, source_end, target_start, target_end, weight = fields
    return Link(Span(source_start, source_end), Span(target_start, target_end), weight)
