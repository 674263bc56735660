"""Words to learn as every export of them needs them."""

from __future__ import annotations

from reader.exporters._links import mark_link
from reader.model import Fit, Snapshot, Word


def in_reading_order(snapshot: Snapshot) -> list[Word]:
    """By document in the order of the list, then by place; those without a place come last."""
    documents = list(dict.fromkeys(word.document for word in snapshot.words))
    return sorted(
        snapshot.words,
        key=lambda word: (
            documents.index(word.document),
            word.fit is Fit.ORPHAN,
            word.anchor.paragraph,
            word.anchor.span,
            word.id,
        ),
    )


def title_of(word: Word, snapshot: Snapshot) -> str:
    """The title of the document that a word is from, "" where it is not known."""
    known = snapshot.titles.get(word.document)
    if known is None and word.document == snapshot.document_id:
        return snapshot.document.title
    return known or ""


def link_of(word: Word) -> str:
    """Opens its document at the word."""
    return mark_link(word.document, word.id)


def hidden_spans(word: Word) -> list[tuple[int, int]]:
    """Where in its sentence the word stands, and the particle that was parted from a verb.

    [] where the sentence does not have it.
    """
    sentence, quote = word.sentence, word.anchor.quote
    if not quote:
        return []
    before = word.anchor.prefix
    starts = [at for at in range(len(sentence)) if sentence.startswith(quote, at)]
    if not starts:
        return []
    # The same word may stand there twice: the right one has the anchor's words before it.
    start = max(starts, key=lambda at: _common_end(sentence[:at], before))
    end = start + len(quote)
    return [(start, end), *_particle(word, end)]


def _particle(word: Word, after: int) -> list[tuple[int, int]]:
    """„auf“ of „steht … auf“: the last word of the clause with which the lemma begins."""
    if word.part != "verb" or word.anchor.quote == word.lemma:
        return []
    at = after
    found: list[tuple[int, int]] = []
    for part in word.sentence[after:].split(" "):
        plain = part.rstrip(".,;:!?…“”»«\"')")
        is_particle = 1 < len(plain) < len(word.lemma) and word.lemma.startswith(plain)
        if is_particle and not word.anchor.quote.lower().startswith(plain):
            found = [(at, at + len(plain))]
        at += len(part) + 1
    return found


def _common_end(one: str, other: str) -> int:
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length]:
        length += 1
    return length
