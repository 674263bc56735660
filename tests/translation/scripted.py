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
        self.judged: list[list[str]] = []

    def size(self, sentence: str) -> int:
        return len(sentence.split())

    def translate(self, sentences: Sequence[str], decoding: Decoding) -> list[Candidate]:
        assert all(self.size(sentence) <= self.limit for sentence in sentences)
        self.calls.append((list(sentences), decoding))
        answers = (self._answer(sentence, decoding) for sentence in sentences)
        return [Candidate(a) if isinstance(a, str) else a for a in answers]

    def likelihoods(
        self, sources: Sequence[str], target: str
    ) -> tuple[Sequence[str], Sequence[Sequence[float]]]:
        """A word is likely where the source has it too."""
        self.judged.append(list(sources))
        pieces = target.split()
        return pieces, [
            [-0.1 if p in source.split() else -5.0 for p in pieces] for source in sources
        ]
