"""Notes into a file that has been exported before, and may have been written in since."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple

from reader.exporters._blocks import Piece, pieces
from reader.exporters._front import document_of, renewed, split_front, title_of, without_date
from reader.exporters._markdown import literal_line

_ID = re.compile(r"\^([0-9a-f]+)[ \t]*\r?$", re.MULTILINE)
_EMPTY_LINE = ("\n\n", "\n\r\n")


@dataclass(frozen=True)
class Conflict:
    """A block that was changed in the file and in Lesepult; the file's is kept.

    `line` is where its block id stands in the merged text, from 1; `new` is the block as
    it would be now, "" where the mark was deleted.
    """

    mark: str
    line: int
    new: str


@dataclass(frozen=True)
class Merged:
    """The text for the file, and what needs a decision of the reader's."""

    text: str
    conflicts: tuple[Conflict, ...] = ()


def merge(previous: str, new: str, *, partial: bool = False) -> Merged:
    """The notes of `new`, an export, in `previous`, the text of any file.

    Of `previous`, only blocks of the same document are changed, and of them only those
    that nobody has touched since they were written: each becomes the block in `new`, or
    goes when it is not there any more; unless `new` is `partial`, as when some marks alone
    are exported, and says nothing of others. A block that somebody has changed is kept; it is
    a conflict if its mark has changed too, or if that cannot be told any more. A block
    that is not in the file yet comes after the one before it in `new` and what was
    written below that, up to a heading or to code without an end. Our entries in the
    front matter are renewed unless somebody has changed one, and with them the heading that
    has the title; a new date alone is no reason to write. All else stays byte for byte; only
    empty lines come and go with the blocks beside them.
    """
    if not previous.strip("\ufeff \t\r\n"):
        return Merged(new)
    newline = "\r\n" if re.match(r"[^\n]*\r\n", previous) else "\n"
    new = new.replace("\n", newline)
    document = document_of(new) or None
    new_front, new_body = split_front(new)
    front, body = split_front(previous)
    blocks = {piece.mark: piece for piece in pieces(new_body) if piece.mark}
    old = list(pieces(body))
    in_conflict = _beyond_knowing(body, old, blocks)
    added = _added(old, blocks, in_conflict)
    parts: list[_Part] = [_Part(front)]
    for number, piece in enumerate(old):
        parts += added[number]
        block = blocks.get(piece.mark)
        is_other = piece.document != document or (partial and block is None)
        if is_other or (block is not None and block.check == piece.check):
            parts.append(_Part(piece.text + piece.tail))
        elif not piece.is_untouched:
            parts.append(_Part(piece.text + piece.tail))
            in_conflict.add(piece.mark)
        elif block is not None:
            parts.append(_Part(block.text + piece.tail))
        else:
            parts.append(_Part("", is_apart=True))
    parts += added[len(old)]
    text = _joined(parts, newline)
    if not partial and (text != previous or without_date(front) != without_date(new_front)):
        fresh = renewed(front, new_front)
        body = text[len(front) :]
        text = fresh + (body if fresh == front else _retitled(body, front, fresh))
    return Merged(text, tuple(_conflicts(text, in_conflict, blocks)))


def _retitled(body: str, front: str, fresh: str) -> str:
    """The body with the title of `fresh` as its heading, if that was the one of `front`."""
    before, now = (f"# {literal_line(title_of(one))}" for one in (front, fresh))
    start = len(body) - len(body.lstrip("\r\n"))
    end = start + len(before)
    is_ours = body[start:end] == before and body[end : end + 1] in {"", "\r", "\n"}
    return body[:start] + now + body[end:] if is_ours else body


class _Part(NamedTuple):
    """A stretch of the merged text.

    `is_apart`: a block that came, or "" for one that went; an empty line is to stand on
    either side.
    """

    text: str
    is_apart: bool = False


def _added(
    old: Sequence[Piece], blocks: Mapping[str, Piece], beyond: Set[str]
) -> defaultdict[int, list[_Part]]:
    """The blocks that are not in the file, by the number of the piece they come before."""
    known = {piece.mark: number for number, piece in enumerate(old) if piece.mark}
    end = len(old) - (bool(old) and old[-1].is_open)
    place = min((number for mark, number in known.items() if mark in blocks), default=end)
    added: defaultdict[int, list[_Part]] = defaultdict(list)
    for mark, block in blocks.items():
        if mark in known:
            place = known[mark] + 1
            while place < len(old) and not old[place].begins_anew:
                place += 1
        elif mark not in beyond:
            added[place].append(_Part(block.text, is_apart=True))
    return added


def _beyond_knowing(text: str, old: Iterable[Piece], blocks: Mapping[str, Piece]) -> set[str]:
    """Marks whose ids are in the file, but not below blocks that can be told as ours."""
    return set(_ID.findall(text)) & blocks.keys() - {piece.mark for piece in old}


def _joined(parts: Iterable[_Part], newline: str) -> str:
    texts: list[str] = []
    apart = False
    for part in parts:
        apart = apart or part.is_apart
        if part.text:
            if apart and texts and not texts[-1].endswith(_EMPTY_LINE):
                texts.append(newline if texts[-1].endswith("\n") else 2 * newline)
            texts.append(part.text + newline if part.is_apart else part.text)
            apart = part.is_apart
    text = "".join(texts)
    return text.removesuffix(newline) if apart and text.endswith(_EMPTY_LINE) else text


def _conflicts(text: str, marks: Set[str], blocks: Mapping[str, Piece]) -> Iterator[Conflict]:
    """In the order of the file."""
    line, counted = 1, 0
    for found in _ID.finditer(text) if marks else ():
        if found[1] in marks:
            line += text.count("\n", counted, found.start())
            counted = found.start()
            new = blocks.get(found[1])
            yield Conflict(found[1], line, new.text if new else "")
