"""Argos Translate packages, run by CTranslate2 itself.

Argos's own `translate()` is not used: it downloads a sentence splitter, gives no
sentence mapping, and runs four hypotheses with a beam of four. The tokenizers are
Argos's; importing them makes no folders and opens nothing, as its settings would.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Protocol, cast

from argostranslate.tokenizer import (  # pyright: ignore[reportMissingTypeStubs]
    BPETokenizer,
    SentencePieceTokenizer,
)

from reader.engines import Candidate, Decoding, Use, workers
from reader.errors import KnownError
from reader.phrases import Phrase

# Settings, each by measurement on two cores of an AMD EPYC (benchmarks/translation.py).
#
# int8 is what Argos packages are stored in; any other type is converted at load and
# takes two to four times the memory.
COMPUTE_TYPE = "int8"

# One thread a batch: with two, a paragraph takes four times as long with the bundled
# model (11 MB) and a third longer with one of 96 MB; so small are the products that
# the threads mostly wait for each other. A book uses the cores by batches instead.
INTRA_THREADS = 1

# Tokens in a batch of a book: from 512 to 1,024 it hardly matters, 256 and 2,048 are
# a fifth slower.
BATCH_TOKENS = 1024

# The longest sentence in tokens; longer ones are for the pipeline to split. A small
# model loses clauses early: with the bundled one (11 MB) long sentences gain 1 to 2
# points of chrF when split at 60. Larger ones are trained on sentences of up to about
# a hundred tokens.
SMALL_MODEL = 50_000_000  # bytes
SMALL_LIMIT = 60
LIMIT = 100

# More than the longest sound translation of a sentence, so that a looping one is
# stopped early; CTranslate2's own limit of 256 tokens is never reached in silence.
OUTPUT_RATIO = 2
OUTPUT_MARGIN = 24

_UNKNOWN = "<unk>"
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Result(Protocol):
    hypotheses: list[list[str]]


class _Score(Protocol):
    log_probs: list[float]


class _Translator(Protocol):
    def translate_batch(self, source: list[list[str]], **options: Any) -> list[_Result]: ...
    def score_batch(
        self, source: list[list[str]], target: list[list[str]], **options: Any
    ) -> list[_Score]: ...


class _Tokenizer(Protocol):
    def encode(self, sentence: str) -> list[str]: ...
    def decode(self, tokens: list[str]) -> str: ...


class _SentencePiece:
    """Argos's tokenizer, but that underscores of the text stay underscores."""

    def __init__(self, file: Path) -> None:
        self._tokenizer = SentencePieceTokenizer(file)
        self._processor = self._tokenizer.lazy_processor()

    def encode(self, sentence: str) -> list[str]:
        return self._tokenizer.encode(sentence)

    def decode(self, tokens: list[str]) -> str:
        return cast("str", self._processor.decode_pieces(tokens)).replace("▁", " ")


class ArgosEngine:
    """One Argos package, loaded."""

    def __init__(self, folder: Path, engine_id: str, use: Use) -> None:
        metadata = json.loads((folder / "metadata.json").read_text("utf-8"))
        self.id = engine_id
        self.source: str = metadata["from_code"]
        self.target: str = metadata["to_code"]
        prefix = metadata.get("target_prefix") or ""
        self._prefix: list[str] = [prefix] if prefix else []
        model = folder / "model" / "model.bin"
        self.limit = SMALL_LIMIT if model.stat().st_size < SMALL_MODEL else LIMIT
        self._tokenizer = _tokenizer(folder, self.source, self.target)
        translator = import_module("ctranslate2").Translator
        self._translator = cast(
            "_Translator",
            translator(
                str(model.parent),
                device="cpu",
                compute_type=COMPUTE_TYPE,
                inter_threads=workers(use),
                intra_threads=INTRA_THREADS,
            ),
        )

    def size(self, sentence: str) -> int:
        return len(self._encode(sentence))

    def translate(self, sentences: Sequence[str], decoding: Decoding) -> list[Candidate]:
        if not sentences:
            return []
        sources = [self._encode(sentence) for sentence in sentences]
        longest = max(map(len, sources))
        if longest > self.limit:
            raise ValueError(f"a sentence of {longest} tokens; the limit is {self.limit}")
        limit = OUTPUT_RATIO * longest + OUTPUT_MARGIN
        results = self._translator.translate_batch(
            sources,
            target_prefix=[self._prefix] * len(sources) if self._prefix else None,
            max_batch_size=BATCH_TOKENS,
            batch_type="tokens",
            beam_size=decoding.beam,
            repetition_penalty=decoding.repetition_penalty,
            no_repeat_ngram_size=decoding.no_repeat_ngram,
            max_input_length=0,
            max_decoding_length=limit,
        )
        return [self._candidate(result.hypotheses[0], limit) for result in results]

    def likelihoods(
        self, sources: Sequence[str], target: str
    ) -> tuple[Sequence[str], Sequence[Sequence[float]]]:
        pieces = self._encode(target)
        scores = self._translator.score_batch(
            [self._encode(source) for source in sources],
            [[*self._prefix, *pieces]] * len(sources),
            max_batch_size=BATCH_TOKENS,
            batch_type="tokens",
            max_input_length=0,
            offset=len(self._prefix),
        )
        # The last one is that of the end.
        return pieces, [score.log_probs[: len(pieces)] for score in scores]

    def _encode(self, sentence: str) -> list[str]:
        return self._tokenizer.encode(_SURROGATE.sub("\ufffd", sentence))

    def _candidate(self, tokens: list[str], limit: int) -> Candidate:
        """The prefix is part of what comes back."""
        return Candidate(
            text=self._tokenizer.decode(tokens[len(self._prefix) :]).strip(),
            clipped=len(tokens) >= limit,
            unknown=_UNKNOWN in tokens,
        )


def _tokenizer(folder: Path, source: str, target: str) -> _Tokenizer:
    if (folder / "sentencepiece.model").exists():
        return _SentencePiece(folder / "sentencepiece.model")
    tokenizer = BPETokenizer(folder / "bpe.model", source, target)
    tokenizer.lazy_load()
    return cast("_Tokenizer", tokenizer)


def load(folder: Path, engine_id: str, use: Use) -> ArgosEngine:
    """The Argos package unpacked in `folder`. Raises KnownError where it is damaged."""
    try:
        return ArgosEngine(folder, engine_id, use)
    except (OSError, RuntimeError, ValueError, KeyError, TypeError, AttributeError) as error:
        # What CTranslate2, SentencePiece and the file system raise for damaged files.
        raise KnownError(
            Phrase("The model in {name} cannot be loaded: {error}.", name=folder.name, error=error),
            Phrase("Remove it and install it again."),
        ) from error
