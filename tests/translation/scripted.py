"""Engines that answer as a test wants them to."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reader.engines import Candidate, Decoding


class ScriptedEngine:
    """Answers by a function and remembers what it was asked."""

    id = "scripted:test:1:0"
    source = "de"
    target = "en"

    def __init__(
        self, answer: Callable[[str, Decoding], Candidate | str], limit: int = 100
    ) -> None:
        self._answer = answer
        self.limit = limit
        self.calls: list[tuple[list[str], Decoding]] = []

    def size(self, sentence: str) -> int:
        return len(sentence.split())

    def translate(self, sentences: Sequence[str], decoding: Decoding) -> list[Candidate]:
        assert all(self.size(sentence) <= self.limit for sentence in sentences)
        self.calls.append((list(sentences), decoding))
        answers = (self._answer(sentence, decoding) for sentence in sentences)
        return [Candidate(a) if isinstance(a, str) else a for a in answers]
