r"""Front matter: what a file is about, in YAML, and how it is known again.

That of notes ends in a link with a check, as blocks have it (`_blocks`):

    ---
    title: Am Fluss
    date: 2024-05-17
    lesepult: lesepult://open?document=0123456789&check=7d0a31c5
    ---

`check` is a hash of our other entries as we wrote them. What somebody writes between
them is theirs and does not count.
"""

from __future__ import annotations

import datetime
import re

import yaml

from reader.exporters._check import check_of
from reader.exporters._links import document_link
from reader.exporters._markdown import readable
from reader.model import Snapshot

_FRONT = re.compile(r"\ufeff?---[ \t]*\r?\n(?:.*\n)*?---[ \t]*(?:\r?\n|\Z)")
_BEGIN = re.compile(r"^(?=[^\s#-]|---)", re.MULTILINE)  # of an entry, or of a rule
_LINK = re.compile(
    r"^lesepult: lesepult://open\?document=(?P<document>[0-9a-f]+)"
    r"(?:&check=(?P<check>[0-9a-f]{8}))?[ \t]*\r?$",
    re.MULTILINE,
)
_OWN = (
    *("title", "author", "source", "date", "language", "engine", "document", "tags", "colours"),
    *("lesepult", "mark"),
)


def front_matter(snapshot: Snapshot, **more: object) -> str:
    """What the file is about, between its two rules; `more` comes last."""
    document = snapshot.document
    values: dict[str, object] = {
        "title": " ".join(readable(document.title).split()),
        "author": " ".join(readable(document.author).split()),
        "source": readable(document.source),
        "date": datetime.date.fromisoformat(snapshot.date),
        "language": readable(document.language),
        "engine": readable(snapshot.engine),
        **more,
    }
    filled = {key: value for key, value in values.items() if value}
    text = yaml.safe_dump(filled, allow_unicode=True, sort_keys=False, width=float("inf"))
    return f"---\n{text}---"


def notes_front_matter(snapshot: Snapshot, **more: object) -> str:
    """The same for notes, with a link to the document and the check in it."""
    text = front_matter(snapshot, **more, lesepult=document_link(snapshot.document_id))
    check = _check(_BEGIN.split(text))
    return _LINK.sub(lambda found: f"{found[0]}&check={check}", text)


def split_front(text: str) -> tuple[str, str]:
    """The front matter of a file, "" if it has none, and all after it."""
    found = _FRONT.match(text)
    return (text[: found.end()], text[found.end() :]) if found else ("", text)


def document_of(text: str) -> str:
    """The id of the document whose notes a file holds, by its front matter; "" for none."""
    found = _LINK.search(split_front(text)[0])
    return found["document"] if found else ""


def title_of(front: str) -> str:
    """The title in front matter of ours that nobody has changed, "" for none."""
    entry = next((entry for entry in _BEGIN.split(front) if entry.startswith("title:")), "")
    return yaml.safe_load(entry)["title"] if entry else ""


def renewed(front: str, new: str) -> str:
    """Front matter with our own entries as they are in `new`.

    It stays as it is if somebody has changed one of ours, or if it is about something else.
    """
    entries = _BEGIN.split(front)
    link = _LINK.search(front)
    if link is None or link["check"] != _check(entries) or _about(front) != _about(new):
        return front
    first = next(number for number, entry in enumerate(entries) if _is_own(entry))
    others = [entry for entry in entries[first:] if not _is_own(entry)]
    return "".join([*entries[:first], *filter(_is_own, _BEGIN.split(new)), *others])


def without_date(front: str) -> str:
    """Our own entries but for the date and the check."""
    return "".join(
        _LINK.sub("", entry)
        for entry in _BEGIN.split(front)
        if _is_own(entry) and not entry.startswith("date:")
    )


def _about(front: str) -> tuple[str, ...]:
    """The document, and the mark where the file is that of one."""
    marks = (entry.rstrip() for entry in _BEGIN.split(front) if entry.startswith("mark:"))
    return (document_of(front), *marks)


def _is_own(entry: str) -> bool:
    return entry.partition(":")[0] in _OWN


def _check(entries: list[str]) -> str:
    return check_of(_LINK.sub("", "".join(filter(_is_own, entries))))
