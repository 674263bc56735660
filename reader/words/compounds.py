"""Compound nouns taken apart: Schützenpanzer → Schützen (Schütze) + Panzer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reader.words.tagger import Morpheme, Tagger

# A stem begins a new part; endings and linking letters belong to the part before them, and
# prefixes to the part after them.
_STEMS = ("NN", "NE", "ADJ", "ADV", "VV", "ACR", "CARD", "TRUNC")
_PREFIXES = ("PTKVZ", "PREF")
_FIRST = ("NN", "NN_VAR", "VV", "ADJ", "ADV", "NE")

LINKS = ("", "s", "n", "en", "es", "er", "e")
SHORTEST = 3  # letters of a part; shorter ones are found in words that have none
# Log probabilities of a morpheme among its kind. Rarer ones are chance finds in words that
# have no parts; a part of three letters is a common word („-tag“).
RAREST, COMMON = -10.0, -7.0
LINK_COST = 1.0
_HYPHENS = "-‐‑"
_SUFFIXES = frozenset(("schaft", "zeug", "werk", "wesen", "haft", "lein", "stoff"))


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a compound from `start`, with what its linking letters leave of it."""

    start: int
    stem: Morpheme


def parts(form: str, lemma: str, tag: str, tagger: Tagger) -> tuple[tuple[str, str], ...]:
    """The parts of a noun as (text, lemma); joined, the texts are the form. () for a simple word.

    The last part is declined as the form is and has its lemma.
    """
    found = _found(form, tag, tagger)
    starts = [part.start for part in found]
    if len(found) < 2 or len(lemma) - starts[-1] < SHORTEST:
        return ()
    ends = [*starts[1:], len(form)]
    texts = [form[start:end] for start, end in zip(starts, ends, strict=True)]
    lemmas = [_lemma(part, text, tagger) for part, text in zip(found, texts, strict=True)]
    tail = lemma[starts[-1] :]
    lemmas[-1] = tail[:1].upper() + tail[1:] if tail else lemmas[-1]
    return tuple(zip(texts, lemmas, strict=True))


def _lemma(part: Part, text: str, tagger: Tagger) -> str:
    stem = part.stem
    if stem.kind.startswith(("ACR", "CARD", "TRUNC")) or text.rstrip(_HYPHENS).isupper():
        return text.rstrip(_HYPHENS)
    if stem.text == "rück":  # learnt as the verb's stem, but it is short for „zurück“
        return "zurück"
    base = tagger.base(stem)
    noun = stem.text + "e"  # „Grenz-“ of „Grenze“
    is_short = not _is_listed(stem.text, tagger) and _is_listed(noun, tagger)
    is_short = is_short and tagger.weight(noun, "NN") is not None
    if stem.kind.startswith(("NN", "VV")) and is_short:
        return noun.capitalize()
    if stem.kind.startswith("VV") and tagger.weight(stem.text, "ADJ") is not None:
        return stem.text
    return base.capitalize() if stem.kind.startswith(("NN", "NE")) else base


def _is_listed(word: str, tagger: Tagger) -> bool:
    """Whether it is a common noun by itself."""
    return (tagger.common_tag(word) or "").startswith("N")


def _found(form: str, tag: str, tagger: Tagger) -> list[Part]:
    found: list[Part] = []
    start = 0
    pending: int | None = None  # where a prefix began that waits for its stem
    for morpheme in tagger.morphemes(form, tag):
        if morpheme.kind.startswith(_PREFIXES):
            pending = start if pending is None else pending
        elif morpheme.kind.startswith(_STEMS):
            begin = start if pending is None else pending
            prefix = form[begin:start].lower()
            found.append(Part(begin, Morpheme(prefix + morpheme.text, morpheme.kind)))
            pending = None
        start += len(morpheme.text)
    return _split(found[0], tagger) if len(found) == 1 else _joined(found, form, tagger)


def _joined(found: list[Part], form: str, tagger: Tagger) -> list[Part]:
    """Parts before the last that are a word together: Haus-halts-entwurf → Haushalts-entwurf."""
    if len(found) < 3:
        return found
    first, second = found[:2]
    stem = form[first.start : second.start].lower() + second.stem.text
    weight = tagger.weight(stem, "NN")
    if weight is None or weight < RAREST:
        return found
    return [Part(first.start, Morpheme(stem, "NN")), *found[2:]]


def _split(part: Part, tagger: Tagger) -> list[Part]:
    """One stem, taken apart where the tagger has learnt a compound as a whole."""
    text, kind = part.stem.text, part.stem.kind
    if not kind.startswith("NN"):
        return [part]
    first, hyphen, rest = text.partition("-")
    if hyphen and first and rest:
        head = Part(part.start + len(first) + 1, Morpheme(rest, kind))
        return [Part(part.start, Morpheme(first, "NN")), *_split(head, tagger)]
    cuts = [
        (weight + head, cut, modifier)
        for cut in range(SHORTEST, len(text) - SHORTEST + 1)
        if (head := _head_weight(text[cut:], kind, tagger)) is not None
        for weight, modifier in _modifiers(text[:cut], tagger)
    ]
    if not cuts:
        return [part]
    _, cut, modifier = max(cuts, key=lambda found: found[0])
    return [Part(part.start, modifier), Part(part.start + cut, Morpheme(text[cut:], kind))]


def _head_weight(text: str, kind: str, tagger: Tagger) -> float | None:
    """How common the last part of a compound is; None for what is none."""
    weight = tagger.weight(text, kind)
    if weight is None or text in _SUFFIXES:
        return None
    return weight if weight >= (COMMON if len(text) == SHORTEST else RAREST) else None


def _modifiers(text: str, tagger: Tagger) -> Iterator[tuple[float, Morpheme]]:
    """What the part before the head can be, each with how common it is."""
    for link in LINKS:
        stem = text.removesuffix(link)
        if len(stem) < SHORTEST or (link and stem == text):
            continue
        for kind in ("NN",) if link else _FIRST:
            weight = tagger.weight(stem, kind)
            is_prefix = kind != "NN" and tagger.weight(stem, "PTKVZ_SEP") is not None
            if weight is not None and weight >= RAREST and not is_prefix:
                yield weight - (LINK_COST if link else 0.0), Morpheme(stem, kind)
