"""English typography for a sentence as a model gives it.

Models write straight quotes, or those of the German; spaces before marks; hyphens for
dashes. A quote is turned by what stands around it rather than by counting, for a quotation
may begin in one sentence and end in another.
"""

from __future__ import annotations

from typing import Final

import regex

_DOUBLE: Final = '"„“”‟«»'
_SINGLE: Final = "'‚‘’‛‹›´"
_RUN = regex.compile(rf"[{_DOUBLE}{_SINGLE}]++")
_BEFORE_OPENING = regex.compile(r"[\s(\[{–—/-]")
_AFTER_CLOSING = regex.compile(r"\s|[,;:!?)\]]|\.(?!\.)|$")
# Letters left out at the start of a word, or the century of a year: ’em, ’90s.
_ELIDED = regex.compile(r"(?:\d|(?:em|til|tis|twas|cause|bout|n)\b)", regex.IGNORECASE)

# Spaces, dashes and dots. These come first: turning the quotes then changes no place.
_REWRITES: Final = (
    (regex.compile(r"``|''(?!\p{L})"), '"'),
    (regex.compile(r"[ \t]{2,}"), " "),
    (regex.compile(rf"(?<!\S)([{_DOUBLE}]) ([^{_DOUBLE}\n]+) ([{_DOUBLE}])(?!\w)"), r"\1\2\3"),
    (regex.compile(rf"(?<=[.!?…,]) ([{_DOUBLE}])$"), r"\1"),
    (regex.compile(r"(?<=\S )--?(?= \S)"), "–"),
    (regex.compile(r"(?<=\p{L})--(?=\p{L})"), " – "),
    (regex.compile(r"(?<!\.)\.{3}(?!\.)"), "…"),
    (regex.compile(rf"(?<=[\w)\]%{_DOUBLE}]) (?=[,;!?.](?:[\s{_DOUBLE})]|$))"), ""),
    (regex.compile(rf"(?<=[\p{{L}})\]{_DOUBLE}]) (?=:(?:\s|$))"), ""),
    (regex.compile(r"(?<=(?<![:;=])[(\[]) (?=\S)"), ""),
    (regex.compile(rf"(?<=[\w.!?{_DOUBLE}]) (?=[)\]](?:[\s,;.:!?]|$))"), ""),
)
_FIRST = regex.compile(r"^[^\p{L}\p{N}]*+\K\p{L}[^\s”]*")
_PLAIN_WORD = regex.compile(r"\p{L}\p{Ll}*(?:[’'-]\p{L}+)*[,;:!?.…)]*")


def english(source: str, text: str) -> str:
    """`text` with the quotes, dashes, spaces and first letter of English; its words stay.

    `source` is the German sentence: where it begins with a capital, so does the English.
    Applied to what it gave, it changes nothing.
    """
    text = text.strip()
    for pattern, replacement in _REWRITES:
        text = pattern.sub(replacement, text)
    return _with_capital(source, _with_quotes(text, quoted=bool(_RUN.search(source))))


def _with_quotes(text: str, *, quoted: bool) -> str:
    """`text` with curly quotes; `quoted` tells that its source has quotes at all."""
    written: list[str] = []
    end = depth = 0
    for run in _RUN.finditer(text):
        written.append(text[end : run.start()])
        end = run.end()
        before, after = text[max(0, run.start() - 1) : run.start()], text[end : end + 1]
        may_open = not before or bool(_BEFORE_OPENING.match(before))
        may_close = bool(_AFTER_CLOSING.match(text, end))
        opens = may_open
        if may_open == may_close:  # its place does not tell
            opens = not depth and bool(after or not before)
        for mark in run[0]:
            if mark in "'\"" and before.isdigit() and not (quoted or depth or after.isalpha()):
                written.append(mark)  # feet and inches
            elif mark in _SINGLE:
                apostrophe = may_open == may_close or _ELIDED.match(text, end)
                written.append("‘" if opens and not apostrophe else "’")
            else:
                written.append("“" if opens else "”")
                depth = max(0, depth + (1 if opens else -1))
    return "".join([*written, text[end:]])


def _with_capital(source: str, text: str) -> str:
    """`text` with a capital where its source has one; “iPhone” and “www.” stay."""
    model, first = _FIRST.search(source), _FIRST.search(text)
    if not (model and first and model[0][0].isupper() and _PLAIN_WORD.fullmatch(first[0])):
        return text
    at = first.start()
    return text[:at] + text[at].upper() + text[at + 1 :]
