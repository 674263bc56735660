"""Reads the gold sentences beside it; how they are written stands at the head of each file."""

from __future__ import annotations

from pathlib import Path

_SPELLED = {r"\n": "\n", r"\t": "\t", r"\s": " ", "\\": ""}


def read(name: str) -> list[list[str]]:
    """The paragraphs of a gold file, each as sentences that join to the paragraph's text."""
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    kept = "\n".join(line for line in lines if not line.startswith("#"))
    blocks = (block.strip("\n") for block in kept.split("\n\n"))
    return [_paragraph(block.split("\n")) for block in blocks if block]


def _paragraph(lines: list[str]) -> list[str]:
    sentences = [line if line.endswith(tuple(_SPELLED)) else line + " " for line in lines]
    for spelled, character in _SPELLED.items():
        sentences = [sentence.replace(spelled, character) for sentence in sentences]
    return [*sentences[:-1], sentences[-1].rstrip()]
