"""Plain text: each German paragraph, then its English."""

from __future__ import annotations

from typing import Literal

from reader.exporters._pairs import pairs
from reader.model import Snapshot
from reader.phrases import Phrase

NAME = "text"
LABEL = Phrase("Plain text, both languages")
SUFFIX = ".txt"
SUBJECT: Literal["document"] = "document"


def render(snapshot: Snapshot) -> str:
    """Paragraphs with an empty line between; one without a translation stands alone."""
    texts = [text for pair in pairs(snapshot) for text in (pair.source, pair.target) if text]
    return "\n\n".join(texts) + "\n"
