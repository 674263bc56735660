"""Paragraphs out of the lines of a plain text.

Some texts have a paragraph in every line, others break their lines at a width and
leave a blank line between paragraphs. Which of the two a text is, is decided once,
for the whole text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_ITEM = re.compile(r"(?:[-*•+–]|\d{1,3}[.)])\s")
_SENTENCE_END = re.compile(r"[.!?:;…][“”\"'»«’)\]]*$")
_INK = re.compile(r"[^\W_]")
_RULE = re.compile(r"\s*([=_~^#*+.-])\1{4,}\s*")
_HYPHENS = ("-", "\u00ad", "\u2010")
_LAST_PART = re.compile(r"\w+$")
_FIRST_PART = re.compile(r"\w+")
_COMPOUND = re.compile(r"(?<!\w)\w++(?:-\w++)+")
_AFTER_A_GAP = frozenset(("und", "oder", "bzw", "sowie", "noch", "bis", "als", "wie"))
"""What follows a hyphen that stands for the rest of a word: „Schwarz- und Weißbrot“."""

_LEAST_WIDTH = 40
_LONGEST_PART = 60
_MANY_PAIRS = 10_000


def paragraphs(text: str) -> list[str]:
    r"""The paragraphs of `text`, whose newlines are `\n`; none is empty, none has a newline."""
    blocks = list(_blocks(text))
    if width := _width(blocks):
        mend = joiner(text)
        lines = (mend.join(part) for block in blocks for part in _parts(block, width))
    else:
        lines = (line for block in blocks for line in block)
    return [" ".join(re.split(r"[ \t]+", line.strip(" \t"))) for line in lines]


def joiner(text: str) -> Joiner:
    """Joins lines of `text`, all of which tells what is written with a hyphen there."""
    return Joiner(frozenset(_COMPOUND.findall(text)))


def _blocks(text: str) -> Iterator[list[str]]:
    """Runs of lines without a blank one among them; one of mere signs stands for itself.

    Rules, as below headlines, are as good as blank lines.
    """
    block: list[str] = []
    for line in text.split("\n"):
        if _INK.search(line):
            block.append(line.rstrip())
            continue
        if block:
            yield block
            block = []
        if line.strip() and not _RULE.fullmatch(line):
            yield [line.rstrip()]
    if block:
        yield block


def _width(blocks: list[list[str]]) -> int:
    """The width at which the lines were broken, or 0 if they were not.

    They were if most lines end where the next word had no room, and words go on in
    small letters on the next line more often than lists and verse let them.
    """
    breaks = [
        (line, after)
        for block in blocks
        for line, after in pairwise(block)
        if not _ITEM.match(after.lstrip())
    ][:_MANY_PAIRS]
    if not breaks:
        return 0
    lengths = sorted(len(line) for line, _ in breaks)
    width = lengths[(len(lengths) * 19) // 20]
    forced = sum(_has_no_room(line, after, width) for line, after in breaks)
    going_on = sum(after.lstrip()[0].islower() for _, after in breaks)
    ending = sum(bool(_SENTENCE_END.search(line)) for line, _ in breaks)
    few_but_clear = len(breaks) <= 3 and not ending and forced == len(breaks)
    if width < _LEAST_WIDTH or forced < 0.5 * len(breaks):
        return 0
    return width if going_on >= 0.25 * len(breaks) or few_but_clear else 0


def _has_no_room(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(maxsplit=1)[0]) > width


def _parts(block: list[str], width: int) -> Iterator[list[str]]:
    """The paragraphs of a block of broken lines: mostly one."""
    part = [block[0]]
    for line, after in pairwise(block):
        if _is_end(line, after, width, in_list=bool(_ITEM.match(part[0].lstrip()))):
            yield part
            part = []
        part.append(after)
    yield part


def _is_end(line: str, after: str, width: int, *, in_list: bool) -> bool:
    ended = bool(_SENTENCE_END.search(line))
    if _ITEM.match(after.lstrip()) and (ended or in_list):
        return True
    if ended and _indent(after) > _indent(line):
        return True
    roomy = not _has_no_room(line, after, int(0.85 * width))
    return roomy and (ended or len(line) < width // 2)


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


@dataclass(frozen=True)
class Joiner:
    """Joins broken lines; `compounds` are the words that have a hyphen within a line."""

    compounds: frozenset[str]

    def join(self, lines: list[str]) -> str:
        joined = [lines[0].strip()]
        for line, after in pairwise(line.strip() for line in lines):
            if line.endswith(_HYPHENS) and _FIRST_PART.match(after):
                joined[-1:] = self._mend(line, after)
            else:
                joined += (" ", after)
        return "".join(joined)

    def _mend(self, line: str, after: str) -> tuple[str, ...]:
        """The two lines, the first of which ends in a hyphen, with what belongs between them."""
        last = _LAST_PART.search(line[-_LONGEST_PART:-1])
        first = _FIRST_PART.match(after)
        if not last or not first or first[0].lower() in _AFTER_A_GAP:
            return line, " ", after
        if line.endswith("\u00ad"):
            return line[:-1], after
        abbreviation = last[0].isupper() or last[0].isdigit()
        compound = f"{last[0]}-{first[0]}" in self.compounds
        kept = abbreviation or compound or not first[0][0].islower()
        return (line, after) if kept else (line[:-1], after)
