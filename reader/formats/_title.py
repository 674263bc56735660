"""What a document is called when it does not say so itself."""

from __future__ import annotations

import re
from pathlib import PurePath

_WORD = re.compile(r"[^\W\d_]+")
_LONGEST = 60
_FOLDED = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def from_name(name: str, text: str) -> str:
    """A title out of a file's name, its words spelled as in the text.

    `schuetzenpanzer.txt` is titled "Schützenpanzer" if the text has that word.
    """
    words = " ".join(re.sub(r"[_\s]+|(?<=\w)-+(?=\w)", " ", PurePath(name).stem).split())
    wanted = {_fold(word) for word in _WORD.findall(words)}
    spelled: dict[str, str] = {}
    for word in _WORD.findall(text, 0, 1_000_000):
        if (folded := _fold(word)) in wanted:
            spelled.setdefault(folded, word)
    title = _WORD.sub(lambda word: spelled.get(_fold(word[0]), word[0]), words)
    return title[:1].upper() + title[1:]


def beginning(text: str) -> str:
    """The first words of a text, some 60 characters of them."""
    words = " ".join(text[:400].split())
    if len(words) <= _LONGEST:
        return words
    cut = words[:_LONGEST].rsplit(" ", 1)[0]
    return cut.rstrip(",;:–- ") + " …"


def is_headline(line: str) -> bool:
    """Whether a line that stands before a text reads like its headline."""
    return (
        len(line) <= 100
        and len(line.split()) <= 14
        and any(map(str.isalpha, line))
        and not line.rstrip("“”\"'»«)").endswith((".", ",", ";", ":", "…"))
    )


def _fold(word: str) -> str:
    return word.lower().translate(_FOLDED)
