"""What a person wrote in Markdown, as part of a file that has more in it."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from reader.exporters._markdown import literal, readable

if TYPE_CHECKING:
    from markdown_it import MarkdownIt

_REACHING = re.compile(
    r"\t"  # as wide as its place makes it
    r"|\$|%%|\[\^|\^\[|\\begin"  # formulas, comments, footnotes
    r"|\^[\w-]+[ ]*$|^[ ]*[:~][ ]"  # block ids, definitions of what stands above
    r"|(?:\[[^\[\]]*){20}",  # deeper than some can follow
    re.MULTILINE,
)
"""What reaches beyond itself to other readers of Markdown than those of CommonMark."""
_DEEPEST = 19  # levels; what is deeper the parser leaves out

_END = "end"
_PLAIN_END = [("paragraph_open", 0, ""), ("inline", 1, _END), ("paragraph_close", 0, "")]


def as_meant(text: str) -> str:
    """`text` as the Markdown that it is, or as `literal` text where that is safer.

    It is where there is no Markdown in it, so that its lines stay lines, and where it reaches
    beyond itself: by what has no end, by HTML, and by names for the whole file.
    """
    shown = literal(text)
    if "\\" not in shown.replace("\\\n", "\n"):
        return shown
    meant = readable(text).strip("\n")
    return meant if _keeps_to_itself(meant) else shown


def _keeps_to_itself(text: str) -> bool:
    """Whether what comes after is understood as if it stood alone."""
    if _REACHING.search(text):
        return False
    names: dict[str, object] = {}
    tokens = _parser().parse(f"{text}\n\n{_END}", names)
    end = [(token.type, token.level, token.content) for token in tokens[-3:]]
    parts = [part for token in tokens for part in (token, *(token.children or ()))]
    return (
        end == _PLAIN_END
        and not names.get("references")
        and not any(part.type.startswith("html") or part.level == _DEEPEST for part in parts)
    )


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt  # few notes need it

    return MarkdownIt("commonmark")
