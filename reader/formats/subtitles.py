"""Subtitles: SubRip (SRT) and WebVTT. The times go, the sentences are put together again."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from reader.errors import KnownError
from reader.formats import _title
from reader.formats._encoding import decode
from reader.model import Document, Kind, Paragraph
from reader.phrases import Phrase

NAME = "Subtitles"
SUFFIXES = (".srt", ".vtt")
ISOLATED = False

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?![\d.,:])")
_SRT = re.compile(rb"\s*\d+[ \t]*\r?\n\d{1,3}:\d\d:\d\d[.,]\d{1,3} -->")
_NOT_CUES = ("WEBVTT", "NOTE", "STYLE", "REGION")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^<>]{1,100})>")
_TAG = re.compile(r"</?[a-zA-Z\d:][^<>]{0,200}>|\{\\[^{}]{0,200}\}")
_DASH = re.compile(r"[-–—][ \t]*(?=[^\s\d-])")
_ENDED = re.compile(r"[.!?…:][“”\"'»«’)\]♪]*$")
_PAUSE = 3.0
"""Seconds without a word after which a new paragraph begins."""

_ANOTHER = "-"
"""Someone who is not named, but another than the one before."""

_LONGEST = 600
"""Characters after which a paragraph ends with its sentence."""


def recognises(data: bytes) -> bool:
    """Whether the bytes begin with the signature of WebVTT or with a numbered time."""
    start = data[:200].removeprefix(b"\xef\xbb\xbf")
    return start.startswith(b"WEBVTT") or _SRT.match(start) is not None


def read(data: bytes, name: str) -> Document:
    """A paragraph for what is said without a long pause, or by one voice.

    Positions, colours and italics are left out. What WebVTT names as the speaker
    stands before the words, once a paragraph.
    """
    text, warnings = decode(data, name)
    found = [Paragraph(Kind.TEXT, paragraph) for paragraph in _joined(_cues(text))]
    if not found:
        raise KnownError(
            Phrase("{name} has no subtitles in it.", name=name),
            Phrase("There is nothing in it to read."),
        )
    return Document(title=_title.from_name(name, text), paragraphs=tuple(found), warnings=warnings)


def _cues(text: str) -> Iterator[tuple[float, float, str]]:
    """Beginning and end in seconds, and the words, of every cue."""
    for block in re.split(r"\n[ \t]*\n", text):
        lines = block.strip("\n").split("\n")
        at = next((n for n, line in enumerate(lines[:3]) if _TIMING.match(line)), None)
        if at is None or lines[0].startswith(_NOT_CUES):
            continue
        times = _TIMING.match(lines[at])
        assert times is not None
        words = "\n".join(line.strip() for line in lines[at + 1 :])
        yield _seconds(times.groups()[:4]), _seconds(times.groups()[4:]), words


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, fraction = (int(part or 0) for part in parts)
    return 3600 * hours + 60 * minutes + seconds + fraction / 1000


def _joined(cues: Iterator[tuple[float, float, str]]) -> Iterator[str]:
    """Paragraphs: one ends where another speaks, and with a sentence before a pause."""
    paragraph, speaker, last, ended_at = "", "", "", 0.0
    for start, end, words in cues:
        pause = start - ended_at > _PAUSE
        for who, line in _turns(words):
            if line == last and not pause:
                continue  # cues that roll repeat the line above
            last = line
            done = _ENDED.search(paragraph) and (pause or len(paragraph) > _LONGEST)
            if paragraph and (done or who == _ANOTHER or who != speaker):
                yield paragraph
                paragraph = ""
            if not paragraph and who not in ("", _ANOTHER):
                paragraph = f"{who}:"
            paragraph = f"{paragraph} {line}".strip()
            speaker = "" if who == _ANOTHER else who
        ended_at = end
    if paragraph:
        yield paragraph


def _turns(words: str) -> list[tuple[str, str]]:
    """Who says what in a cue; "" where nothing is said of the speaker."""
    turns: list[tuple[str, str]] = []
    for line in words.split("\n"):
        voice = _VOICE.search(line)
        plain = " ".join(html.unescape(_TAG.sub("", line)).split())
        dash = _DASH.match(plain)
        plain = plain[dash.end() :] if dash else plain
        if plain and (voice or dash or not turns):
            turns.append((voice[1].strip() if voice else _ANOTHER if dash else "", plain))
        elif plain:
            turns[-1] = (turns[-1][0], f"{turns[-1][1]} {plain}")
    return turns
