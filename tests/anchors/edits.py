"""German texts, and edits of them in which every letter keeps its number."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias

from rapidfuzz.distance import Levenshtein

from reader.model import Span

# A letter and its number; letters that an edit brought in have none.
Letter: TypeAlias = tuple[str, int | None]
Letters: TypeAlias = list[Letter]
Text: TypeAlias = list[Letters]
Edit: TypeAlias = Callable[[random.Random, Letters], Letters | None]
TextEdit: TypeAlias = Callable[[random.Random, Text, int], Text | None]


def read_phrases() -> dict[str, list[str]]:
    phrases: dict[str, list[str]] = {}
    for line in Path(__file__).with_name("german.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            phrases[line.strip("[]")] = []
        elif line:
            phrases[list(phrases)[-1]].append(line)
    return phrases


PHRASES = read_phrases()
PARTS = ("subjects", "verbs", "times", "clauses")
OLD = [PHRASES[part] for part in PARTS]
# What an edit brings in is of other words, else it could be what it replaces.
NEW = [PHRASES[f"new {part}"] for part in PARTS]
WORDS = PHRASES["words"]


def sentence(rng: random.Random, words: Sequence[Sequence[str]] = NEW) -> str:
    subject, verb, time, clause = map(rng.choice, words)
    return f"{subject} {verb} {time}, {clause}."


def paragraph(rng: random.Random, words: Sequence[Sequence[str]] = NEW) -> str:
    return " ".join(sentence(rng, words) for _ in range(rng.randint(1, 5)))


def text(rng: random.Random) -> list[str]:
    seed = (files("reader.seeds") / "schuetzenpanzer.txt").read_text("utf-8").split("\n")
    known = [line for line in [*seed, *PHRASES["prose"]] if line]
    start = rng.randrange(len(known) - 6)
    chosen = known[start : start + rng.randint(4, 12)] + [paragraph(rng, OLD) for _ in range(5)]
    if rng.random() < 0.5:
        rng.shuffle(chosen)
    return chosen


def plain(letters: Sequence[Letter]) -> str:
    return "".join(letter for letter, _ in letters)


def fold(word: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if c.isalnum())


def is_ambiguous(longer: str, start: int, end: int) -> bool:
    """Whether taking `start` to `end` out of `longer` gives what taking out another part would."""
    parts = (longer[:start], longer[start:end], longer[end:])
    before, gone, after = ("".join(part.split()) for part in parts)
    right = common(gone + after, after)
    left = common((before + gone)[::-1], before[::-1])
    return left + right >= 3


def common(one: str, other: str) -> int:
    return next(
        (i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b),
        min(len(one), len(other)),
    )


# ---- Edits in one paragraph; each returns the new one, or None if it cannot be -------------


def words_of(letters: Sequence[Letter]) -> list[Span]:
    spans: list[Span] = []
    start = 0
    whole = plain(letters)
    for word in whole.split():
        start = whole.index(word, start)
        spans.append(Span(start, start + len(word)))
        start += len(word)
    return spans


def put(letters: Letters, start: int, end: int, new: str) -> Letters | None:
    """`new` in the place of `start` to `end`, unless that is ambiguous."""
    result = [*letters[:start], *((c, None) for c in new), *letters[end:]]
    before, after = plain(letters), plain(result)
    if end > start and is_ambiguous(before, start, end):
        return None
    if new and is_ambiguous(after, start, start + len(new)):
        return None
    return result


def insert_words(rng: random.Random, letters: Letters) -> Letters | None:
    at = rng.choice(words_of(letters)).start
    return put(letters, at, at, " ".join([*rng.choices(WORDS, k=rng.randint(1, 4)), ""]))


def delete_words(rng: random.Random, letters: Letters) -> Letters | None:
    words = words_of(letters)
    first = rng.randrange(len(words))
    last = min(first + rng.choice((0, 0, 0, 1, 1, 2, 4, 8)), len(words) - 1)
    end = words[last + 1].start if last + 1 < len(words) else words[last].end
    return put(letters, words[first].start, end, "")


def replace_word(rng: random.Random, letters: Letters) -> Letters | None:
    span = rng.choice(words_of(letters))
    word, new = span.of(plain(letters)), rng.choice(WORDS)
    if Levenshtein.normalized_similarity(fold(word), fold(new)) > 0.4:
        return None
    return put(letters, span.start, span.end, new)


def typo(rng: random.Random, letters: Letters) -> Letters | None:
    spots = [i for i, (c, _) in enumerate(letters) if c.isalpha()]
    if not spots:
        return None
    spot = rng.choice(spots)
    other = rng.choice("aeinrstdhulcgmobwfkzvpüäö")
    number = letters[spot][1]
    kind = rng.randrange(4)
    if kind == 0:
        return [*letters[:spot], (other, number), *letters[spot + 1 :]]
    if kind == 1:
        return [*letters[:spot], *letters[spot + 1 :]]
    if kind == 2:
        return [*letters[: spot + 1], (other, None), *letters[spot + 1 :]]
    if spot + 1 < len(letters) and letters[spot + 1][0].isalpha():
        return [*letters[:spot], letters[spot + 1], letters[spot], *letters[spot + 2 :]]
    return None


def typos(rng: random.Random, letters: Letters) -> Letters | None:
    """One in every seventh word or so."""
    result: Letters = []
    for span in words_of(letters):
        word = letters[span.start : span.end]
        result += (rng.random() < 0.15 and typo(rng, word)) or word
        result += letters[span.end : span.end + 1]
    return result


def sentences_of(letters: Sequence[Letter]) -> list[Span]:
    whole = plain(letters)
    ends = [i + 2 for i in range(len(whole) - 1) if whole[i] in ".!?" and whole[i + 1] == " "]
    return [Span(a, b) for a, b in zip([0, *ends], [*ends, len(whole)], strict=True)]


def insert_sentence(rng: random.Random, letters: Letters) -> Letters | None:
    at = rng.choice(sentences_of(letters)).start
    return put(letters, at, at, sentence(rng) + " ")


def delete_sentence(rng: random.Random, letters: Letters) -> Letters | None:
    sentences = sentences_of(letters)
    if len(sentences) < 2:
        return None
    gone = rng.choice(sentences)
    return put(letters, gone.start, gone.end, "")


def rewrite_sentence(rng: random.Random, letters: Letters) -> Letters | None:
    old = rng.choice(sentences_of(letters))
    new = sentence(rng)
    if old.of(plain(letters))[:3] == new[:3] or old.of(plain(letters)).rstrip()[-4:] == new[-4:]:
        return None
    return put(letters, old.start, old.end, new + " ")


def swap_sentences(rng: random.Random, letters: Letters) -> Letters | None:
    sentences = sentences_of(letters)
    if len(sentences) < 3:
        return None
    at = rng.randrange(len(sentences) - 2)
    one, two = sentences[at], sentences[at + 1]
    swapped = [
        *letters[: one.start],
        *letters[two.start : two.end],
        *letters[one.start : one.end],
        *letters[two.end :],
    ]
    if is_ambiguous(plain(letters), two.start, two.end):
        return None
    end = one.start + two.end - two.start
    return None if is_ambiguous(plain(swapped), one.start, end) else swapped


def rewrap(rng: random.Random, letters: Letters) -> Letters:
    return [("\n" if c == " " and rng.random() < 0.15 else c, n) for c, n in letters]


def soften(rng: random.Random, letters: Letters) -> Letters:
    """Soft hyphens within words."""
    result: Letters = []
    for c, number in letters:
        if result and result[-1][0].isalpha() and c.isalpha() and rng.random() < 0.1:
            result.append(("\u00ad", None))
        result.append((c, number))
    return result


def respell(rng: random.Random, letters: Letters) -> Letters:
    """Other quotation marks, ss for ß, hyphens for dashes, fixed spaces, capitals."""
    change = rng.choice(
        [
            str.maketrans("„“", "«»"),
            str.maketrans("„“”", '"""'),
            str.maketrans({"ß": "ss"}),
            str.maketrans("–", "-"),
            str.maketrans(" ", "\u00a0"),
            None,
        ]
    )
    return [
        (c, number)
        for old, number in letters
        for c in (old.translate(change) if change else old.upper())
    ]


LOCAL: list[tuple[Edit, int]] = [
    (insert_words, 4),
    (delete_words, 4),
    (replace_word, 4),
    (typo, 5),
    (typos, 2),
    (insert_sentence, 2),
    (delete_sentence, 2),
    (rewrite_sentence, 1),
    (swap_sentences, 1),
    (rewrap, 1),
    (soften, 1),
    (respell, 5),
]


# ---- Edits of the whole text ---------------------------------------------------------------


def insert_paragraph(rng: random.Random, body: Text, at: int) -> Text | None:
    new: Letters = [(c, None) for c in paragraph(rng)]
    return [*body[:at], new, *body[at:]]


def copy_paragraph(rng: random.Random, body: Text, at: int) -> Text | None:
    """A second one like it, elsewhere: not beside it, where it could be either."""
    there = rng.randrange(len(body) + 1)
    if abs(there - at) < 2:
        return None
    return [*body[:there], [(c, None) for c, _ in body[at]], *body[there:]]


def delete_paragraph(_: random.Random, body: Text, at: int) -> Text | None:
    gone = plain(body[at])
    if len(body) < 3 or sum(plain(other) == gone for other in body) > 1:
        return None
    return [*body[:at], *body[at + 1 :]]


def move_paragraph(rng: random.Random, body: Text, at: int) -> Text | None:
    if sum(plain(other) == plain(body[at]) for other in body) > 1:
        return None
    rest = [*body[:at], *body[at + 1 :]]
    there = rng.randrange(len(body))
    return [*rest[:there], body[at], *rest[there:]]


def merge_paragraphs(_: random.Random, body: Text, at: int) -> Text | None:
    if at + 1 == len(body):
        return None
    return [*body[:at], [*body[at], (" ", None), *body[at + 1]], *body[at + 2 :]]


def split_paragraph(rng: random.Random, body: Text, at: int) -> Text | None:
    starts = [span.start for span in sentences_of(body[at])][1:]
    if not starts:
        return None
    cut = rng.choice(starts)
    return [*body[:at], body[at][: cut - 1], body[at][cut:], *body[at + 1 :]]


def restyle(rng: random.Random, body: Text, _: int) -> Text | None:
    style, seed = rng.choice((rewrap, soften, respell)), rng.random()
    return [style(random.Random(seed), letters) for letters in body]


GLOBAL: list[tuple[TextEdit, int]] = [
    (insert_paragraph, 3),
    (copy_paragraph, 1),
    (delete_paragraph, 1),
    (move_paragraph, 1),
    (merge_paragraphs, 2),
    (split_paragraph, 2),
    (restyle, 2),
]


def edited(rng: random.Random, body: Text, at: int) -> tuple[str, Text] | None:
    """One edit of that paragraph or beside it, with its name; None if it cannot be."""
    if rng.random() < 0.7:
        local = rng.choices([e for e, _ in LOCAL], [weight for _, weight in LOCAL])[0]
        new = local(rng, body[at])
        if not new or not plain(new).strip():
            return None
        return local.__name__, [*body[:at], new, *body[at + 1 :]]
    whole = rng.choices([e for e, _ in GLOBAL], [weight for _, weight in GLOBAL])[0]
    result = whole(rng, body, at)
    return (whole.__name__, result) if result else None
