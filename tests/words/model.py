"""The bundled model by CTranslate2 itself, as a judge of translations."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import Any


class Model:
    """A SentencePiece package of Argos; `files` as CTranslate2's option of that name."""

    def __init__(self, folder: Path, files: dict[str, Any] | None = None) -> None:
        pieces = import_module("sentencepiece").SentencePieceProcessor
        self.pieces = pieces(str(folder / "sentencepiece.model"))
        translator = import_module("ctranslate2").Translator
        self.translator = translator(
            str(folder / "model"), device="cpu", compute_type="int8", intra_threads=1, files=files
        )

    def encode(self, text: str) -> list[str]:
        return self.pieces.encode(text, out_type=str)

    def likelihoods(
        self, sources: Sequence[str], target: str
    ) -> tuple[list[str], list[list[float]]]:
        pieces = self.encode(target)
        scored = self.translator.score_batch(
            [self.encode(source) for source in sources],
            [pieces] * len(sources),
            max_batch_size=1024,
            batch_type="tokens",
        )
        return pieces, [result.log_probs[: len(pieces)] for result in scored]

    def attention(self, source: str, target: str) -> tuple[list[str], list[str], list[list[float]]]:
        """The pieces of both sides, and a row of attention a target piece and one more."""
        of_source, of_target = self.encode(source), self.encode(target)
        (result,) = self.translator.translate_batch(
            [of_source],
            target_prefix=[of_target],
            beam_size=1,
            max_decoding_length=len(of_target) + 1,
            return_attention=True,
        )
        return of_source, of_target, result.attention[0]
