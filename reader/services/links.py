"""Links into the library, lesepult://open?document=…&mark=…, as exports have them."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QUrl, QUrlQuery

from reader.errors import KnownError
from reader.phrases import Phrase

SCHEME = "lesepult"


@dataclass(frozen=True, slots=True)
class Link:
    """The id of a document, and that of a mark in it or ""."""

    document: str
    mark: str = ""


def is_link(text: str) -> bool:
    """Whether a text is meant as a link, good or bad."""
    return text.startswith(f"{SCHEME}:")


def parse(text: str) -> Link:
    """What a link leads to; what else it carries is for others. Raises KnownError."""
    url = QUrl(text)
    query = QUrlQuery(url)
    document = query.queryItemValue("document")
    if url.scheme() != SCHEME or url.host() != "open" or not document:
        raise KnownError(
            Phrase("{link} leads nowhere.", link=text[:200]),
            Phrase("A link looks like this: lesepult://open?document=… Perhaps a part is missing."),
        )
    return Link(document, query.queryItemValue("mark"))
