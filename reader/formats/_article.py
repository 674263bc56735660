"""Where on a web page the article is, and what it is called.

First goes what surely is no part of it, by the names that web sites give such parts.
Then the page's own word counts (`article`, `main`), and where it has none, or too
little text is there, readability's scoring of the text. Measured on saved pages of
newspapers, blogs and encyclopaedias; trafilatura loses captions, introductions and
the order of headings, and brings ten times as much with it.
"""

from __future__ import annotations

import re
from importlib import import_module
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from reader.formats._blocks import tag_of_looks
from reader.formats._xml import FAULTS, Element, as_html, local, parse_html, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from reader.formats._css import Looks
    from reader.formats._said import Said

_UNWANTED_TAGS = frozenset("aside dialog footer form iframe nav select".split())
_UNWANTED_ROLES = frozenset(
    "alert banner complementary contentinfo dialog menu navigation search".split()
)
_UNWANTED_WORDS = frozenset(
    """ad ads adslot advert advertisement advertising anzeige audioplayer badge breadcrumb
    breadcrumbs byline catlinks comment commentlist comments consent cookie
    cookies copyright dateline disqus editsection empfehlungen footer hatnote infobox kommentare
    docnav kommentar merkliste meta metadata mbox nav navbar navbox navfooter navheader navigation
    newsletter noprint onetrust outbrain
    pagination paywall player popup printfooter promo rating recommendation recommendations
    recommended reference references related relatedposts share sharing shariff sidebar
    sistersitebox social sourcepoint sponsor taboola tags teaser toc toolbar usercentrics video
    videos werbung""".split()
)
_UNWANTED_NAMES = frozenset(
    """cite-bracket jump-link mw-cite-backlink mw-jump-link screen-reader-text skip-link sr-only
    visually-hidden""".split()
)
_NOTES = frozenset(
    """admonition caution endnote endnotes footnote footnotes hint important note tip
    warning""".split()
)
"""Of an `aside`: what its author says aside, and not the site."""

_INLINE = frozenset("a abbr b cite code dfn em i strong".split())
_SENTENCES = frozenset("blockquote dd em h1 h2 h3 h4 h5 h6 i li p strong td".split())
_SIGNS_OF_PLACES = frozenset(("¶", "#", "§", "🔗"))
_UNWANTED_PARTS = _UNWANTED_WORDS - {"reference"}  # Word has MsoFootnoteReference
_WORDS = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"[A-Z]?[^\W_A-Z]+|[A-Z]+")  # of CamelCase
_NAMED_BY = ("class", "data-area", "data-component")
_PLACES = frozenset("h1 h2 h3 h4 h5 h6 span".split())
"""Their ids are named after what stands there, as in an encyclopaedia."""

_BODIES = frozenset(
    """article-body article-content article__body articlebody entry-content post-body post-content
    story-body""".split()
)
_KEPT = frozenset("html body article main h1".split())
_LARGE = 0.5
"""What has more than this share of the page's text is no mere part of it, whatever its name."""

_ENOUGH = 0.5
"""The share of the page's paragraphs that what calls itself the article must have."""

_FEW_LINKS = 0.05
"""With less than this share of its text in links, a page is all article: nothing surrounds it."""

_SOME_LINKS = 0.25
"""The same where a page has none of the parts that surround articles on web sites."""


class Page:
    """A web page, which says that of itself: its `article` as an element, and its `title`."""

    def __init__(self, root: Element, said: Said) -> None:
        _remove(list(root.iter("script", "style", "template", "noscript")))
        links = _share_of_links(root)
        surrounded = _remove_unwanted(root, said.is_written) and not said.is_written
        few = _FEW_LINKS if surrounded else _SOME_LINKS
        alone = said.is_of_manual or links < few
        self.title = _title(root, said.shared_title, said.title)
        marked = root if alone else _marked(root)
        self.article = _scored(root, said.looks) if marked is None else marked


def _remove_unwanted(root: Element, is_written: bool) -> bool:
    """Whether there was anything to remove."""
    most = _LARGE * _length(root)
    unwanted = [element for element in _unwanted(root, is_written) if _length(element) <= most]
    _remove(unwanted)
    return bool(unwanted)


def _remove(elements: list[Element]) -> None:
    for element in elements:
        parent = element.getparent()
        if parent is not None:
            _keep_tail(parent, element)
            parent.remove(element)


def _unwanted(root: Element, is_written: bool) -> Iterator[Element]:
    """What surrounds an article. Names say nothing where a program for texts gave them."""
    for element in root.iter():
        tag = local(element)
        if not tag or tag in _KEPT:
            continue
        if (
            (tag in _UNWANTED_TAGS and not _is_note(element, tag))
            or (tag == "a" and _leads_to_itself(element))
            or (tag == "header" and _is_of_site(element))
            or (element.get("role") or "") in _UNWANTED_ROLES
            or (not is_written and _is_named(element, tag))
            or (tag == "div" and element.get("title") in ("header", "footer"))  # LibreOffice
            or (tag == "time" and _stands_alone(element))
            or (tag == "td" and _is_menu(element))
        ):
            yield element


def _is_named(element: Element, tag: str) -> bool:
    """Whether a class, or the id of what is no mere place in the text, says it is unwanted."""
    by_class = " ".join(filter(None, map(element.get, _NAMED_BY)))
    by_id = "" if tag in _PLACES else element.get("id") or ""
    if not by_class and not by_id:
        return False
    names = f"{by_class} {by_id}"
    if tag in _INLINE and _is_in_a_sentence(element):
        return not _UNWANTED_NAMES.isdisjoint(names.split())
    return not (
        _UNWANTED_NAMES.isdisjoint(names.split())
        and _UNWANTED_WORDS.isdisjoint(_WORDS.findall(names.lower()))
        and _UNWANTED_PARTS.isdisjoint(map(str.lower, _PARTS.findall(by_class)))
    ) and not _is_in(element, "pre")


def _is_note(element: Element, tag: str) -> bool:
    """Whether it is a footnote, or a hint of the author's, as programs for manuals write them."""
    names = f"{element.get('class') or ''} {element.get('role') or ''}".lower()
    return tag == "aside" and not _NOTES.isdisjoint(_WORDS.findall(names))


def _is_of_site(header: Element) -> bool:
    """Whether it has the site's menu in it, and not the headline."""
    return header.find(".//nav") is not None and header.find(".//h1") is None


def _leads_to_itself(link: Element) -> bool:
    """Whether it is a sign beside a headline, which has the address of that place."""
    return (link.get("href") or "").startswith("#") and text_of(link) in _SIGNS_OF_PLACES


def _is_in_a_sentence(element: Element) -> bool:
    """Whether there are more words around it than in it, so that it is no button."""
    around = element.getparent()
    if around is None or local(around) not in _SENTENCES:
        return False
    enough = 2 * _length(element)
    lengths = accumulate(len(text) for text in around.itertext())
    return any(length > enough for length in lengths)


def _is_in(element: Element, tag: str) -> bool:
    around = element.getparent()
    while around is not None and local(around) != tag:
        around = around.getparent()
    return around is not None


def _is_menu(cell: Element) -> bool:
    """Whether there is nothing but several links in it, as beside the text of old pages."""
    links = list(cell.iter("a"))
    return len(links) > 2 and len(text_of(cell)) <= sum(len(text_of(a)) + 1 for a in links)


def _stands_alone(time: Element) -> bool:
    parent = time.getparent()
    return parent is not None and local(parent) not in ("p", "li", "td")


def _keep_tail(parent: Element, element: Element) -> None:
    """Let the text after an element stay, which lxml counts as part of it."""
    if not element.tail:
        return
    before = None
    for sibling in parent:
        if sibling is element:
            break
        before = sibling
    if before is None:
        parent.text = (parent.text or "") + element.tail
    else:
        before.tail = (before.tail or "") + element.tail


def _title(root: Element, shared: str, full: str) -> str:
    """The only main heading if the page's title has it too; else the title others are shown."""
    headings = [text_of(heading) for heading in root.iter("h1")]
    headings = [heading for heading in headings if heading]
    if len(headings) == 1 and (not full or headings[0].casefold() in full.casefold()):
        return headings[0]
    return shared or full or next(iter(headings), "")


def _share_of_links(root: Element) -> float:
    return sum(_length(link) for link in root.iter("a")) / max(1, _length(root))


def _marked(root: Element) -> Element | None:
    """The element that says it is the article, if it has most of the page's paragraphs.

    What only a class names so, as programs for blogs do, counts where nothing else does.
    """
    whole = _paragraphs_length(root)
    for is_article in (_is_article, _is_body):
        candidates = [
            one
            for one in root.iter()
            if is_article(one) and _paragraphs_length(one) > _ENOUGH * whole
        ]
        if candidates:
            return candidates[-1]  # the innermost
    return None


def _is_article(element: Element) -> bool:
    return (
        "mw-parser-output" in (element.get("class") or "").split()
        or local(element) in ("article", "main")
        or element.get("role") == "main"
    )


def _is_body(element: Element) -> bool:
    names = (element.get("class") or "").lower().split()
    return element.get("itemprop") == "articleBody" or not _BODIES.isdisjoint(names)


def _scored(root: Element, looks: Looks) -> Element:
    """What readability takes for the article; all of the page if it finds none."""
    readability: Any = import_module("readability")
    for element in root.iter("span", "font"):
        element.tag = tag_of_looks(element, looks)  # for readability leaves no styles
    try:
        summary = str(readability.Document(as_html(root)).summary(html_partial=True))
    except FAULTS:
        return root
    found = parse_html(summary)
    return found if found is not None and 2 * _length(found) > _paragraphs_length(root) else root


def _length(element: Element) -> int:
    return sum(len(text) for text in element.itertext())


def _paragraphs_length(element: Element) -> int:
    return sum(_length(paragraph) for paragraph in element.iter("p"))
