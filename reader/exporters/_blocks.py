r"""The blocks of ours in a file of notes: how one is written, and how it is known again.

A block is a quotation that ends in a link to its mark; the line after it is the mark's
block id, by which Obsidian links to the whole block:

    > …
    >
    > [Open in Lesepult](lesepult://open?document=0123456789&mark=00000000ab&check=7d0a31c5)

    ^00000000ab

`check` is a hash of the block as we wrote it, so a block that a person has changed is
known. It stands in the link's address since there nobody sees it, every editor leaves
it alone, and it goes where the block goes. In a comment it would be in sight in
Obsidian's live preview, and a comment after the id would end its being one; a list in
the front matter would grow with the marks, and be rewritten by Obsidian's properties.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from reader.exporters._check import NO_CHECK, check_of
from reader.exporters._links import mark_link
from reader.exporters._markdown import quoted

_LINK = re.compile(
    r"^> \[[^\]\n]*\]\(lesepult://open\?document=(?P<document>[0-9a-f]+)"
    r"&mark=(?P<mark>[0-9a-f]+)&check=(?P<check>[0-9a-f]{8})\)\s*\Z",
    re.MULTILINE,
)
_PART = re.compile(
    r"^\ {0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,}).*"  # code, to its end or that of the file
    r"(?:(?s:.*?)\n\ {0,3}(?P=fence)[`~]*[ \t]*\r?$|(?P<open>(?s:.*)))"
    r"|^(?P<quote>>.*\n(?:[ \t]*\S.*\n)*)[ \t]*\r?\n\^(?P<id>[0-9a-f]+)"
    r"(?P<tail>[ \t]*(?:\r?\n(?:[ \t]*\r?\n)?|\Z))"
    r"|^>.*(?:\n[ \t]*\S.*)*"  # a quotation goes on in lines without its sign
    r"|^(?P<heading>\#{1,6}[ \t])",
    re.MULTILINE,
)


class Piece(NamedTuple):
    """A stretch of a file: a block of ours, or what somebody wrote.

    What was written begins anew at each heading, and where code begins that has no end
    (`is_open`). `tail` is the line break after a block's id and the empty line after
    that, as far as they are there.
    """

    text: str
    tail: str = ""
    document: str = ""
    mark: str = ""
    check: str = ""
    is_open: bool = False

    @property
    def begins_anew(self) -> bool:
        """Whether what stands before it does not go on in it."""
        return bool(self.mark) or self.is_open or bool(re.match(r"#{1,6}[ \t]", self.text))

    @property
    def is_untouched(self) -> bool:
        """Whether it is a block just as we wrote it."""
        return self.check == _check(self.text)


def block(markdown: str, document: str, mark: str) -> str:
    """`markdown` as the block of a mark."""
    link = f"[Open in Lesepult]({mark_link(document, mark)}&check="
    before = quoted("\n\n".join(filter(None, (markdown, link))))
    after = f")\n\n^{mark}"
    return f"{before}{check_of(f'{before}{NO_CHECK}{after}')}{after}"


def pieces(text: str) -> Iterator[Piece]:
    """A file in pieces; their texts and tails joined are the file."""
    start = 0
    is_open = False
    for part in _PART.finditer(text):
        quote = part["quote"]
        link = _LINK.match(quote, quote.rstrip().rfind("\n") + 1) if quote else None
        is_block = link is not None and link["mark"] == part["id"]
        is_open = part["open"] is not None
        if not (is_block or is_open or part["heading"]):
            continue
        if start < part.start():
            yield Piece(text[start : part.start()])
        start = part.start()
        if link is not None and is_block:
            document, mark, check = link.groups()
            yield Piece(text[start : part.start("tail")], part["tail"], document, mark, check)
            start = part.end()
    if start < len(text):
        yield Piece(text[start:], is_open=is_open)


def _check(block: str) -> str:
    """The hash of a block but for the check in it."""
    lines = block.split("\n")
    lines[-3] = re.sub(r"[0-9a-f]{8}\)\s*$", f"{NO_CHECK})", lines[-3])
    return check_of("\n".join(lines))
