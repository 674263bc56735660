"""Subtitles: SubRip (SRT) and WebVTT. The times go, the sentences are put together again."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from reader.errors import KnownError
from reader.formats import _runs, _title
from reader.formats._encoding import decode
from reader.model import Document, Kind, Paragraph, Span, Style
from reader.phrases import Phrase

NAME = Phrase("Subtitles")
SUFFIXES = (".srt", ".vtt")
ISOLATED = False

_TIME = r"(?:(\d{1,3}):)?(\d{1,2}):(\d{1,2})[.,](\d{1,3})"
_TIMING = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}(?![\d.,:])")
_SRT = re.compile(rb"\s*\d+[ \t]*\r?\n\d{1,3}:\d\d:\d\d[.,]\d{1,3} -->")
_NOT_CUES = ("WEBVTT", "NOTE", "STYLE", "REGION")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^<>]{1,100})>")
_TAG = re.compile(r"</?[a-zA-Z\d:][^<>]{0,200}>|\{\\[^{}]{0,200}\}")
_STYLED = re.compile(r"<(/?)([ib])>|\{\\([ib])([01])\}", re.IGNORECASE)
_STYLES = {"i": Style.EMPHASIS, "b": Style.STRONG}
_LEADING_DASH = re.compile(r"\s*[-–—][ \t]*(?=[^\s\d-])")
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

    Positions and colours are left out. What WebVTT names as the speaker
    stands before the words, once a paragraph.
    """
    text, warnings = decode(data, name)
    found = list(_joined(_cues(text)))
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


def _joined(cues: Iterator[tuple[float, float, str]]) -> Iterator[Paragraph]:
    """Paragraphs: one ends where another speaks, and with a sentence before a pause."""
    lines: list[Paragraph] = []
    length, speaker, last, ended_at = 0, "", "", 0.0
    for start, end, words in cues:
        pause = start - ended_at > _PAUSE
        for who, line in _turns(words):
            if line.text == last and not pause:
                continue  # cues that roll repeat the line above
            last = line.text
            long = length > _LONGEST
            done = lines and _ENDED.search(lines[-1].text[-20:]) and (pause or long)
            if lines and (done or who == _ANOTHER or who != speaker):
                yield _one(lines)
                lines, length = [], 0
            if not lines and who not in ("", _ANOTHER):
                lines.append(Paragraph(Kind.TEXT, f"{who}:"))
            lines.append(line)
            length += len(line.text) + 1
            speaker = "" if who == _ANOTHER else who
        ended_at = end
    if lines:
        yield _one(lines)


def _one(lines: list[Paragraph]) -> Paragraph:
    text, runs = _runs.joined(lines, " ")
    return Paragraph(Kind.TEXT, text, runs=runs)


def _turns(words: str) -> list[tuple[str, Paragraph]]:
    """Who says what in a cue; "" where nothing is said of the speaker."""
    turns: list[tuple[str, list[Paragraph]]] = []
    styled = _Styled()
    for line in words.split("\n"):
        voice = _VOICE.search(line)
        plain, has_dash = styled.line(line)
        if plain.text and (voice or has_dash or not turns):
            turns.append((voice[1].strip() if voice else _ANOTHER if has_dash else "", [plain]))
        elif plain.text:
            turns[-1][1].append(plain)
    return [(who, _one(lines)) for who, lines in turns]


class _Styled:
    """Reads the lines of one cue, over which styles may go on."""

    def __init__(self) -> None:
        self._gathered = _runs.Gathered()
        self._open: list[str] = []

    def line(self, words: str) -> tuple[Paragraph, bool]:
        """The line without tags, and whether it began with a dash, which goes too."""
        at = 0
        for tag in _STYLED.finditer(words):
            self._add(words[at : tag.start()])
            at = tag.end()
            name = (tag[2] or tag[3]).lower()
            ends = tag[1] == "/" or tag[4] == "0"
            if not ends and name not in self._open:
                self._open.append(name)
                self._gathered.begin(_STYLES[name])
            while ends and name in self._open:
                ends = self._open.pop() != name
                self._gathered.end()
        self._add(words[at:])
        raw, runs = self._gathered.take()
        if dash := _LEADING_DASH.match(raw):
            runs = [
                run._replace(span=Span(max(run.span.start, dash.end()), run.span.end))
                for run in runs
                if run.span.end > dash.end()
            ]
            runs, raw = list(_runs.shifted(runs, -dash.end())), raw[dash.end() :]
        text = " ".join(raw.split())
        return Paragraph(Kind.TEXT, text, runs=_runs.fitted(raw, runs, text)), dash is not None

    def _add(self, words: str) -> None:
        if plain := html.unescape(_TAG.sub("", words)):
            self._gathered.pieces.append(plain)
