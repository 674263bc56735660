"""A plain word on texts that are hardly German."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+")

# The commonest words of German, less those that are common in a neighbour too
# (in, an, was, die, war, so, de, den, en, er, van, man, des, hat, ...).
_COMMON = frozenset(
    _WORD.findall("""
    aber als am auch auf aus bei beim bis das dass daß dem der dich diese dieser dir doch du
    durch ein eine einem einen einer eines für gegen haben ich ihm ihn ihr ihre im ist kann kein
    keine mehr mein mich mir mit nach nicht noch nur oder schon sein seine sich sie sind uns und
    unter vom von vor wenn werden wie wir wird wurde wurden zu zum zur über
    """)
)
_ENOUGH = 40
_SHARE = 0.1


def warnings(text: str) -> tuple[str, ...]:
    """A sentence for the reader if `text` is long enough to judge and hardly German."""
    words = [word.lower() for word in _WORD.findall(text, 0, 100_000)]
    common = sum(word in _COMMON for word in words)
    if len(words) < _ENOUGH or common >= _SHARE * len(words):
        return ()
    return ("This text does not look like German; its translation may be nonsense.",)
