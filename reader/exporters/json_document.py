"""JSON: the document with its sentence pairs, for other programs."""

from __future__ import annotations

import json
from typing import Literal

from reader.exporters._pairs import sentence_pairs
from reader.model import Snapshot
from reader.phrases import Phrase

NAME = "json"
LABEL = Phrase("JSON")
SUFFIX = ".json"
SUBJECT: Literal["document"] = "document"


def render(snapshot: Snapshot) -> str:
    """One object: title, engine, paragraphs, and in each its sentences.

    The sources of the sentences joined are the paragraph's source, their targets its
    target. A paragraph without a translation has one sentence with the target "".
    """
    paragraphs: list[dict[str, object]] = []
    for number, paragraph in enumerate(snapshot.document.paragraphs):
        rendering = snapshot.renderings.get(number)
        sentences = [
            {"source": pair.source, "target": pair.target, "flags": list(pair.flags)}
            for pair in sentence_pairs(paragraph, rendering)
        ]
        target = rendering.text if rendering else ""
        paragraphs.append({"source": paragraph.text, "target": target, "sentences": sentences})
    document = {
        "title": snapshot.document.title,
        "engine": snapshot.engine,
        "paragraphs": paragraphs,
    }
    return json.dumps(document, ensure_ascii=False, indent=2) + "\n"
