"""Part of a web page, as programs copy it: everything in it is meant."""

from __future__ import annotations

import re

from reader.errors import KnownError
from reader.formats import _encoding
from reader.formats._blocks import paragraphs
from reader.formats._xml import parse_html
from reader.model import Document
from reader.phrases import Phrase

NAME: str = Phrase("Clipboard")

_START, _END = re.compile(r"<!--\s*StartFragment\s*-->"), re.compile(r"<!--\s*EndFragment\s*-->")


def read(data: bytes, name: str) -> Document:
    """All paragraphs, without a title of their own.

    Some programs copy a page around the part that was selected, and mark that part.
    """
    text, warnings = _encoding.decode(data, name)
    if (start := _START.search(text)) and (end := _END.search(text, start.end())):
        text = text[start.end() : end.start()]
    root = parse_html(text)
    if root is None:
        raise KnownError(
            Phrase("{name} has no text in it.", name=name),
            Phrase("There is nothing in it to read."),
        )
    return Document(title="", paragraphs=tuple(paragraphs(root)), warnings=warnings)
