"""What a web page says of itself: titles, author, when it was published, address, looks.

By the ways that are in use: HTML's own `meta`, Open Graph, Dublin Core, schema.org as
JSON-LD or microdata, and the comment that browsers leave in a page they save.
"""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator
from typing import Any, cast

from reader.formats._css import looks
from reader.formats._date import iso_date
from reader.formats._xml import Element, local, squeezed, text_of

_SAVED = re.compile(r"<!--\s*saved from url=(?:\(\d+\))?\s*(https?://\S+)", re.IGNORECASE)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_BY = re.compile(r"(?:von|by)\s+", re.IGNORECASE)
_WRITERS = re.compile(r"abiword|docutils|groff|office|pandoc|word\b", re.IGNORECASE)
_MANUALS = re.compile(r"asciidoctor|docbook|makeinfo|publican|texi2html", re.IGNORECASE)
_DATES = """article:published_time og:article:published_time datepublished dc.date.issued
dcterms.issued dc.date dcterms.date date publishdate pubdate""".split()
_AUTHORS = "author article:author dc.creator dcterms.creator".split()
_MOST_NODES = 5_000


class Said:
    """What the page under `root`, whose source is `text`, says; "" where it says nothing."""

    def __init__(self, root: Element, text: str, address: str = "") -> None:
        self._root = root
        self._head = {
            (meta.get("property") or meta.get("name") or "").lower(): meta.get("content") or ""
            for meta in reversed(list(root.iter("meta")))
        }
        self._nodes = list(_nodes(root))
        titles = [text_of(title) for title in root.iter("title") if title.get("id") is None]
        sheets = [style.text or "" for style in root.iter("style")]
        self.looks = looks("\n".join(sheets))
        generator = self._head.get("generator", "")
        self.is_written = _WRITERS.search(generator) is not None
        """Whether a program for texts wrote the page, which puts nothing around them."""
        self.is_of_manual = _MANUALS.search(generator) is not None
        """Whether one for manuals did, which puts links to the next page around them only."""
        self.title = next(iter(titles), "")
        self.shared_title = squeezed(self._head.get("og:title", ""))
        self.author = self._author()
        self.date = next((date for said in self._dates() if (date := iso_date(said))), "")
        self.address = next(filter(_WEB.match, (address, *self._addresses(text))), "")

    def _author(self) -> str:
        named = (self._head.get(name, "") for name in _AUTHORS)
        signed = (text_of(link) for link in self._root.iter("a", "span") if _is_author(link))
        for name in (*named, self._linked_authors(), *self._marked("author"), *signed):
            plain = _BY.sub("", squeezed(name), count=1)
            if plain and len(plain) <= 200 and not _WEB.match(plain):
                return plain
        return ""

    def _linked_authors(self) -> str:
        for node in self._nodes:
            authors = node.get("author")
            if authors and ("datePublished" in node or "headline" in node):
                names = [_name(author) for author in _listed(authors)]
                return ", ".join(dict.fromkeys(filter(None, names)))
        return ""

    def _dates(self) -> Iterator[str]:
        yield from (self._head.get(name, "") for name in _DATES)
        yield from (str(node["datePublished"]) for node in self._nodes if "datePublished" in node)
        yield from self._marked("datePublished")
        times = list(self._root.iter("time"))
        for time in times:
            published = "published" in (time.get("class") or "") or time.get("pubdate") is not None
            if published or len(times) == 1:
                yield time.get("datetime") or text_of(time)

    def _marked(self, name: str) -> Iterator[str]:
        """What is marked as that property of the page (microdata)."""
        for element in self._root.iter():
            if local(element) and name in (element.get("itemprop") or "").split():
                yield element.get("content") or element.get("datetime") or text_of(element)

    def _addresses(self, text: str) -> Iterator[str]:
        yield from (base.get("href") or "" for base in self._root.iter("base"))
        if saved := _SAVED.search(text, 0, 4_000):
            yield saved[1]
        for link in self._root.iter("link"):
            if (link.get("rel") or "").lower() == "canonical":
                yield link.get("href") or ""
        yield self._head.get("og:url", "")


def _is_author(element: Element) -> bool:
    """As blogs mark them: by a link's relation, or by the microformat of a visiting card."""
    names = (element.get("class") or "").split()
    return "author" in (element.get("rel") or "").split() or {"author", "vcard"} <= set(names)


def _nodes(root: Element) -> Iterator[dict[str, Any]]:
    """The objects in the page's JSON-LD, from the outside inwards."""
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            waiting: deque[Any] = deque([json.loads(script.text or "")])
        except (ValueError, RecursionError):
            continue
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            node = waiting.popleft()
            if isinstance(node, dict):
                yield cast("dict[str, Any]", node)
                waiting += cast("dict[str, Any]", node).values()
            elif isinstance(node, list):
                waiting += cast("list[Any]", node)


def _listed(value: object) -> list[Any]:
    """A value that may be one or many, as many."""
    return cast("list[Any]", value) if isinstance(value, list) else [value]


def _name(author: object) -> str:
    name: object = (
        cast("dict[str, Any]", author).get("name") if isinstance(author, dict) else author
    )
    return squeezed(name) if isinstance(name, str) else ""
