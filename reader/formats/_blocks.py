"""Paragraphs out of the elements of HTML, for web pages and books alike."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reader.formats import _runs
from reader.formats._css import NAMED, Looks, styles_of
from reader.formats._xml import XML_SPACE, Element, attribute, local, name, squeezed, text_of
from reader.model import Kind, Paragraph, Run, Span, Style
from reader.packed import Columns

_BREAK = "\v"  # stands for <br>; XML cannot contain it
_BREAKS = re.compile(f"[{XML_SPACE}]*\v[{XML_SPACE}]*")

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset
    figcaption figure footer form header hgroup hr li main menu ol optgroup option p pre section
    summary table tbody td tfoot th thead tr ul""".split()
) | frozenset(_HEADINGS)
_DROPPED = frozenset(
    """annotation applet audio base canvas datalist frame frameset head iframe input
    link map meta meter nav noframes noscript object param progress rp rt script select
    style svg template textarea title video""".split()
)
_NOTE_LINKS = ("noteref", "footnote-ref", "sdfootnote", "sdendnote", "Footnote_20_", "Endnote_20_")
_LABELS = ("Bullet_20_Symbols", "Numbering_20_Symbols")
"""What LibreOffice writes before the items of a list, which is numbered all the same."""

_AROUND = ("banner", "contentinfo", "navigation", "search")
_SECTIONS = frozenset("appendix chapter preface sect1 sect2 sect3 sect4 section".split())
"""What programs for manuals call sections that are no element of their own."""

_PAGES = ("pagenum", "pageno", "pagebreak", "doc-pagebreak")
_WORDS_LISTS = re.compile(r"mso-list:\s*\S+\s+level([1-9])")
_NUMBER_OF_ITEM = re.compile(r"\(?[0-9A-Za-z]{1,6}[.)]")

_CALIBRE_NOTE = re.compile(r"\[←(\d{1,4})\]")
_SIGN = re.compile(r"[\[(]?(\d{1,4}|[*†‡]{1,3}|[a-z])[\])]?")
_ONLY_SIGN = re.compile(r"\[\d{1,4}\]")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden")
_SHORT: dict[str, Style] = {
    **dict.fromkeys(_runs.EMPHASIS, Style.EMPHASIS),
    **dict.fromkeys(_runs.STRONG, Style.STRONG),
}
_DEEPEST = 200
"""Levels of nesting that are read; the parser itself stops at 256."""


def paragraphs(root: Element, address: str = "", looks: Looks = NAMED) -> list[Paragraph]:
    """As `gather`, by themselves."""
    found = Columns()
    gather(root, found, address, looks)
    return list(found)


def gather(root: Element, found: Columns, address: str = "", looks: Looks = NAMED) -> None:
    """Add the paragraphs in `root`: headings, quotes, list items, table rows and so on.

    `address` is where the page came from, "" if that is not known; its links start there.
    `looks` are the classes by which words are set apart.

    `<br>` becomes a newline, two of them end a paragraph. A list item has its number, a
    table row its cells with ` | ` between them. Scripts, menus, controls, drawings and
    what is hidden are left out.
    """
    walk = _Walk(found, address, looks)
    walk.enter(root)
    walk.end_paragraph()


class _Walk:
    """One walk over a tree: `_found` are the paragraphs so far, `_next` is the next one."""

    def __init__(self, found: Columns, address: str, looks: Looks) -> None:
        self._found = found
        self._address = address
        self._looks = looks
        self._next = _runs.Gathered()
        self._pieces = self._next.pieces
        self._kind = Kind.TEXT
        self._level = 0
        self._lists: list[int | None] = []
        """The lists that are open, each with the number of its next item."""
        self._label = ""
        """What stands before the next paragraph: the number of an item, the sign of a note."""
        self._depth = 0
        self._sections = 0

    def enter(self, parent: Element) -> None:
        """Take all that is in `parent`, if that is not too deep down."""
        if self._depth >= _DEEPEST:
            return
        self._depth += 1
        pieces, texts = self._pieces, self._found.texts
        is_text = self._kind is Kind.TEXT and not self._level and not self._next.is_styled
        pieces += [text] if (text := parent.text) else ()
        for child in parent:
            tag = name(child.tag)
            if tag in _DROPPED or _is_hidden(child):
                pass
            elif tag == "p" and is_text and not self._label:
                if pieces:
                    self.end_paragraph()
                if len(child):
                    self._text(child)
                elif words := squeezed(child.text or ""):
                    texts.append(words)  # as most of every book
            elif tag in _BLOCKS:
                self.end_paragraph()
                self._block(child, tag)
            else:
                self._inline(child, tag)
            tail = child.tail
            if tail and (pieces or not tail.isspace()):
                pieces.append(tail)
        self._depth -= 1

    def _text(self, element: Element) -> None:
        """Take a `<p>` of mere text, in short if no more is in it than words that are set apart."""
        pieces = [text := element.text or ""]
        runs: list[Run] = []
        end = len(text)
        for child in element:
            style = _SHORT.get(name(child.tag))
            if style is None or child.attrib or len(child) or element.get("style"):
                self._block(element, "p")
                return
            words, tail = child.text or "", child.tail or ""
            if words:
                runs.append(Run(Span(end, end + len(words)), style))
            end += len(words) + len(tail)
            pieces += (words, tail)
        if words := squeezed(text := "".join(pieces)):
            self._found.add(self._kind, words, 0, _runs.fitted(text, runs, words))

    def end_paragraph(self) -> None:
        """What was gathered is a paragraph, or several if two `<br>` stand in it."""
        if not self._pieces:
            return
        text, runs = self._next.take()
        if text.isspace():
            return
        if self._kind is Kind.CODE:
            code = text.replace(_BREAK, "\n").strip("\n")
            self._add(code, _runs.fitted(text, runs, code))
        elif _BREAK in text:
            fitter = _runs.Fitter(text, runs)
            lines = [squeezed(line) for line in _BREAKS.sub(_BREAK, text).split(_BREAK)]
            for part in "\n".join(lines).strip("\n").split("\n\n"):
                words = part.strip("\n")
                self._add(words, fitter.fit(words))
        else:
            words = squeezed(text)
            self._add(words, _runs.fitted(text, runs, words))

    def _add(self, text: str, runs: tuple[Run, ...] = ()) -> None:
        if not text or text.isspace():
            return
        if self._kind is Kind.TEXT and _ONLY_SIGN.fullmatch(text):
            self._label = f"{text} "  # of a footnote, whose words are the next paragraph
            return
        if self._kind is Kind.HEADING:
            text = text.replace("\n", " ")
        elif self._label and self._kind in (Kind.LIST_ITEM, Kind.TEXT):
            words = text.lstrip()
            runs = _runs.shifted(_runs.fitted(text, runs, words), len(self._label))
            text, self._label = self._label + words, ""
        self._found.add(self._kind, text, self._level, runs)

    def _inline(self, element: Element, tag: str) -> None:
        if tag in _SHORT and not element.attrib:
            self._styled(element, [(_SHORT[tag], "")])
            return
        match tag:
            case "":
                self._pieces.append(element.text or "")  # an entity that is not expanded
            case "br":
                self._pieces.append(_BREAK)
            case "q":
                self._pieces.append("„")
                self.enter(element)
                self._pieces.append("“")
            case "button" if self._kind is not Kind.HEADING:  # there it opens what stands below
                pass
            case "math":
                self._pieces.append(element.get("alttext") or "")
            case "sup" | "a" if sign := _sign_of_note(element, tag):
                self._pieces.append(f"[{sign}]" if self._pieces else f"[{sign}] ")
            case "span":
                self._span(element)
            case _:
                self._styled(element, self._styles(element, tag))

    def _span(self, element: Element) -> None:
        """Take words in no element of their own; what is no part of the text is left out."""
        if _is_label(element):
            return
        if "mso-list" in (element.get("style") or ""):
            number = _NUMBER_OF_ITEM.match(text_of(element))
            self._label = f"{number[0]} " if number else ""
            return
        if self._kind in (Kind.HEADING, Kind.CAPTION):
            # Pages part a section from its headline, or a picture from its maker, by looks.
            before, after = "".join(self._pieces[-2:])[-1:], text_of(element)[:1]
            if after.isupper() and before and (before.islower() or before in ".!?)"):
                self._pieces.append(" ")
        self._styled(element, self._styles(element, "span"))

    def _styled(self, element: Element, styles: Sequence[tuple[Style, str]]) -> None:
        """Take words that are set apart."""
        if not len(element):  # as most of them
            start = len(self._pieces)
            self._pieces.append(element.text or "")
            for style, target in styles:
                self._next.over(start, style, target)
            return
        for style, target in styles:
            self._next.begin(style, target)
        self.enter(element)
        for _ in styles:
            self._next.end()

    def _styles(self, element: Element, tag: str) -> list[tuple[Style, str]]:
        """How the element sets apart what is in it, and where it leads."""
        found: list[tuple[Style, str]] = []
        if tag == "a" and (target := _runs.address(element.get("href"), self._address)):
            found.append((Style.LINK, target))
        styles = _looks_of(element, self._looks)
        if tag in _runs.EMPHASIS or Style.EMPHASIS in styles:
            found.append((Style.EMPHASIS, ""))
        if tag in _runs.STRONG or Style.STRONG in styles:
            found.append((Style.STRONG, ""))
        return found

    def _block(self, element: Element, tag: str) -> None:
        """Take a block, the paragraph before which has ended, and end its last one."""
        kind, level = self._kind, self._level
        match tag:
            case "ul" | "ol" | "menu":
                self._lists.append(_first_number(element) if tag == "ol" else None)
                self.enter(element)
                self.end_paragraph()
                self._lists.pop()
            case "table":
                self._table(element)
            case "div" | "section":
                self._section(element, tag)
            case "dt" if found := _CALIBRE_NOTE.fullmatch(text_of(element)):
                self._label = f"[{found[1]}] "
            case _:
                self._become(element, tag)
                self.enter(element)
                self.end_paragraph()
                if tag in ("dd", "li"):
                    self._label = ""
        self._kind, self._level = kind, level

    def _section(self, element: Element, tag: str) -> None:
        """Take a part of the text, but not what leads from one to the next."""
        if element.get("role") in _AROUND:
            return
        is_one = tag == "section" or element.get("class") in _SECTIONS
        self._sections += is_one
        self.enter(element)
        self.end_paragraph()
        self._sections -= is_one

    def _become(self, element: Element, tag: str) -> None:
        """The kind of what stands in the block."""
        if level := _HEADINGS.get(tag):
            if level == 1:  # some programs have it for the heading of every section
                level = min(max(self._sections, 1), 6)
            self._kind, self._level = Kind.HEADING, level
        elif tag == "blockquote":
            self._level = self._level + 1 if self._kind is Kind.QUOTE else 1
            self._kind = Kind.QUOTE
        elif tag == "li":
            self._kind, self._level = Kind.LIST_ITEM, max(1, len(self._lists))
            number = self._lists[-1] if self._lists else None
            self._label = ""
            if number is not None:
                number = _integer(element.get("value"), number)
                self._label = f"{number}. "
                self._lists[-1] = number + 1
        elif tag == "p" and (found := _WORDS_LISTS.search(element.get("style") or "")):
            self._kind, self._level = Kind.LIST_ITEM, int(found[1])
        elif tag in ("caption", "figcaption"):
            self._kind, self._level = Kind.CAPTION, 0
        elif tag == "pre":
            self._kind, self._level = Kind.CODE, 0

    def _table(self, table: Element) -> None:
        """A table of data by its rows, one that is there for the layout by its content."""
        if _is_layout(table):
            self.enter(table)
            return
        for part in table.iter():
            tag = local(part)
            if tag == "caption":
                self._block(part, tag)
            elif tag == "tr" and not _is_hidden(part):
                cells = [self._cell(cell) for cell in part if local(cell) in ("td", "th")]
                row, runs = _runs.joined((cell for cell in cells if cell.text), " | ")
                if row:
                    self._found.add(Kind.TABLE_ROW, row, runs=runs)

    def _cell(self, cell: Element) -> Paragraph:
        text, runs = _runs.joined(paragraphs(cell, self._address, self._looks), " ")
        return Paragraph(Kind.TEXT, text, runs=runs)


def tag_of_looks(element: Element, looks: Looks) -> str:
    """The element of HTML that says what this one only looks like; its own name where none does."""
    styles = _looks_of(element, looks)
    if not styles:
        return local(element)
    return "em" if Style.EMPHASIS in styles else "strong"


def _looks_of(element: Element, looks: Looks) -> set[Style]:
    names = (element.get("class") or "").split()
    found = {style for name in names for style in looks.get(name, ())}
    return found | styles_of(element.get("style") or "")


def _sign_of_note(element: Element, tag: str) -> str:
    """What a link to a footnote shows, "" if it is none; at a word's end it reads as part of it."""
    around = element.getparent()
    if tag == "a":
        names = element.get("class"), around.get("class") if around is not None else ""
        kind = f"{attribute(element, 'type')} {element.get('role')} {names}"
        if not any(name in kind for name in _NOTE_LINKS):
            return ""
    if tag == "sup":
        linked = around is not None and local(around) == "a"
        if not linked and not any(local(child) == "a" for child in element):
            return ""
    return _sign(element)


def _sign(element: Element) -> str:
    found = _SIGN.fullmatch(text_of(element))
    return found[1] if found else ""


def _is_label(element: Element) -> bool:
    """Whether it stands in the text and is no part of it: a bullet, the number of a page."""
    name, kind = element.get("class") or "", attribute(element, "type") or element.get("role")
    return name in _LABELS or name in _PAGES or kind in _PAGES


def _is_layout(table: Element) -> bool:
    if (table.get("role") or "") in ("presentation", "none"):
        return True
    inner = [local(part) for part in table.iter()][1:]
    if "table" in inner or not {"td", "th"} & set(inner):
        return True
    cells = [part for part in table.iter() if local(part) in ("td", "th")]
    return len(cells) == 1 or any(
        sum(local(part) in ("p", "ul", "ol", "blockquote", *_HEADINGS) for part in cell.iter()) > 1
        for cell in cells
    )


def _is_hidden(element: Element) -> bool:
    names = element.keys()  # which takes half as long as to ask for two of them
    return "hidden" in names or (
        "style" in names and _HIDDEN.search(element.get("style") or "") is not None
    )


def _first_number(ordered: Element) -> int:
    return _integer(ordered.get("start"), 1)


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and re.fullmatch(r"-?[0-9]{1,6}", text) else otherwise
