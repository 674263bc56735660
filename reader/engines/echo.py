"""An engine for tests: gives the sentence back, marked, at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from reader.engines import Candidate, Decoding, Use


class EchoEngine:
    """Says every sentence again, with “[en]” before it."""

    source = "de"
    target = "en"
    limit = 200

    def __init__(self, engine_id: str) -> None:
        self.id = engine_id

    def size(self, sentence: str) -> int:
        return len(sentence.split()) + len(sentence) // 40

    def translate(self, sentences: Sequence[str], decoding: Decoding) -> list[Candidate]:
        del decoding
        if any(self.size(sentence) > self.limit for sentence in sentences):
            raise ValueError(f"a sentence over the limit of {self.limit}")
        return [Candidate(f"[en] {sentence}") for sentence in sentences]

    def likelihoods(
        self, sources: Sequence[str], target: str
    ) -> tuple[Sequence[str], Sequence[Sequence[float]]]:
        """A word is likely where the source has it too."""
        pieces = target.split()
        return pieces, [
            [-0.1 if piece in source.split() else -5.0 for piece in pieces] for source in sources
        ]


def load(folder: Path, engine_id: str, use: Use) -> EchoEngine:
    """An echo under that id; it has no model."""
    del folder, use
    return EchoEngine(engine_id)
