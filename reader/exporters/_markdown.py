r"""Text from books and users as literal text in Markdown.

`literal` escapes what a reader of CommonMark, GitHub's Markdown or Obsidian could take
for more than text, and nothing else, so that prose stays as it is. What Markdown cannot
hold is changed as little as can be:

- `\r\n`, `\r`, U+2028 and U+2029 become `\n`; control characters but tab and newline,
  halves of a character and noncharacters become U+FFFD;
- empty lines at the beginning and the end are dropped, and several between two
  paragraphs become one; a line of white space counts as empty.

All else is kept: a single line break as a hard break, and white space at either end of
a line, which Markdown would drop, as a character reference.
"""

from __future__ import annotations

import re
from itertools import groupby

_NEWLINE = re.compile("\r\n?|[\u2028\u2029]")
_NONCHARACTERS = "".join(
    chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
)
_NO_TEXT = re.compile(
    f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef{_NONCHARACTERS}]"
)
_SPECIAL = re.compile(
    r"[\\`*_\[<|~$^#]"  # emphasis, code, links, HTML, tables, formulas, block ids, tags
    r"|=(?==)|(?<==)=|%(?=%)|(?<=%)%"  # highlights and comments of Obsidian
    r"|&(?=#?[0-9A-Za-z]{1,40};)"  # character references
    r"|^(?:[>=:]|[-+](?!\w))"  # quotations, headings, definitions, lists, rules
)
_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
"""The number of a list item."""


def literal(text: str) -> str:
    """`text` as Markdown that shows it literally: paragraphs with an empty line between."""
    text = readable(text)
    if "\n" not in text:  # as most quotes and notes are
        return _line(text) if text.strip() else ""
    return "\n\n".join("\\\n".join(map(_line, lines)) for lines in paragraphs(text))


def literal_line(text: str) -> str:
    """`text` on one line, for a heading; runs of white space become one space."""
    return _line(" ".join(readable(text).split()))


def paragraphs(text: str) -> list[list[str]]:
    """The lines of `text` as `literal` keeps them, paragraph by paragraph."""
    runs = groupby(readable(text).split("\n"), key=lambda line: bool(line.strip()))
    return [list(lines) for filled, lines in runs if filled]


def readable(text: str) -> str:
    r"""`text` with every line break as `\n`, and U+FFFD for what is no text."""
    if text.isprintable():
        return text
    return _NO_TEXT.sub("\ufffd", _NEWLINE.sub("\n", text))


def quoted(markdown: str) -> str:
    """Markdown as a block quotation; nothing is quoted as nothing."""
    if not markdown:
        return ""
    return "\n".join(f"> {line}" if line else ">" for line in markdown.split("\n"))


def hashtag(tag: str) -> str:
    """`tag` as one that Obsidian and others know, "" where nothing of it can be one.

    What has no place in a tag becomes a hyphen, so does an underscore that could begin
    or end emphasis; a tag of digits alone gets one at its end.
    """
    plain = re.sub(r"[^\w/]+|(?<![^\W_])_|_(?![^\W_])", "-", readable(tag))
    name = re.sub(r"-*/[-/]*", "/", re.sub("--+", "-", plain)).strip("-/")
    if not name:
        return ""
    return f"#{name}-" if name.isdigit() else f"#{name}"


def _line(line: str) -> str:
    """One line without a line break, white space at its ends kept."""
    # Functions, as `re` imports itself anew for every template with a backslash.
    text = _SPECIAL.sub(lambda found: f"\\{found[0]}", line)
    text = _NUMBER.sub(lambda found: f"{found[1]}\\{found[2]}", text)
    if not text:
        return ""
    if _is_space(text[0]):
        text = _reference(text[0]) + text[1:]
    return text[:-1] + _reference(text[-1]) if _is_space(text[-1]) else text


def _is_space(character: str) -> bool:
    return character.isspace() or character == "\ufeff"


def _reference(character: str) -> str:
    return f"&#{ord(character)};"
