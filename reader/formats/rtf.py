"""Rich Text Format: Microsoft's specification 1.9.1, as far as text and its structure go."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from reader.errors import KnownError
from reader.formats import _runs, _title
from reader.formats._clean import REPLACEMENT
from reader.formats._date import iso_date
from reader.formats._office import finished, is_contents, kind_of, rows
from reader.formats._rtf import (
    CHARACTERS,
    CODE_PAGES,
    NOT_SEEN,
    SYMBOLS,
    TOKEN,
    Shape,
    State,
    codec,
)
from reader.formats._xml import squeezed
from reader.model import Document, Kind, Paragraph, Style
from reader.phrases import Phrase

NAME = Phrase("Rich text")
SUFFIXES = (".rtf",)
ISOLATED = True

_LINK = re.compile(r'\s*HYPERLINK\s+"([^"]+)"')
_DEEPEST = 2_000


def recognises(data: bytes) -> bool:
    """Whether the bytes begin as rich text does."""
    return data.startswith(b"{\\rtf")


def read(data: bytes, name: str) -> Document:
    """Text, headings, list items, table rows; each note after its paragraph.

    Headings are told by their outline level or their style. Pictures, comments,
    headers, footers and hidden text are left out.
    """
    if not recognises(data):
        raise KnownError(Phrase("{name} is no rich text (RTF).", name=name))
    reader = _Reader()
    reader.read(data)
    title, author = reader.info.get("title", ""), reader.info.get("author", "")
    warnings = () if reader.is_whole else (Phrase("The file is damaged: its end is missing."),)
    document = finished(reader.found, None, title or _title.from_name(name, ""), warnings)
    return replace(document, author=author, date=reader.written)


@dataclass
class _Reader:
    """Goes over the tokens once."""

    found: list[Paragraph] = field(default_factory=list[Paragraph])
    info: dict[str, str] = field(default_factory=dict[str, str])
    written: str = ""
    """The day when the document was made, as in ISO 8601."""
    is_whole: bool = False
    _state: State = field(default_factory=State)
    _states: list[State] = field(default_factory=list[State])
    _text: dict[str, _runs.Gathered] = field(default_factory=dict[str, _runs.Gathered])
    _bytes: bytearray = field(default_factory=bytearray)
    _ansi: str = "cp1252"
    _day: dict[str, int] = field(default_factory=dict[str, int])
    _fonts: dict[int, str] = field(default_factory=dict[int, str])
    _font: int = 0
    _styles: dict[str, tuple[str, int | None]] = field(
        default_factory=dict[str, tuple[str, int | None]]
    )
    _shape: Shape = field(default_factory=Shape)
    _style: str = ""
    _cells: list[list[Paragraph]] = field(default_factory=list[list[Paragraph]])
    _row: list[list[list[Paragraph]]] = field(default_factory=list[list[list[Paragraph]]])
    _cell: list[Paragraph] = field(default_factory=list[Paragraph])
    _after: list[Paragraph] = field(default_factory=list[Paragraph])
    _noted: int = 0
    _to_skip: int = 0
    _high: int = 0

    def read(self, data: bytes) -> None:
        at = 0
        while found := TOKEN.search(data, at):
            at = found.end()
            word, argument, byte, symbol, brace, text = found.groups()
            if text is not None:
                self._take_bytes(text)
            elif byte is not None:
                self._take_bytes(bytes((int(byte, 16),)))
            elif word is not None:
                number = int(argument) if argument is not None else None
                if word == b"bin":
                    at += max(0, min(number or 0, len(data) - at))
                else:
                    self._word(word.decode("ascii"), number)
            elif brace == b"{":
                self._open()
            elif brace == b"}":
                if not self._close():
                    break
            else:
                self._symbol(symbol)
        self._end_paragraph()
        self._end_table()

        day = "-".join(f"{self._day.get(part, 0):02}" for part in ("yr", "mo", "dy"))
        self.written = iso_date(day)

    # ---- Groups

    def _open(self) -> None:
        self._flush()
        if len(self._states) < _DEEPEST:
            self._states.append(replace(self._state))

    def _close(self) -> bool:
        """Whether the text goes on after this end of a group."""
        self._flush()
        ended = self._state.destination
        self._to_skip = 0
        if not self._states:
            return False
        self._state = self._states.pop()
        if ended != self._state.destination:
            self._end_destination(ended)
        self.is_whole = not self._states
        return bool(self._states)

    def _end_destination(self, ended: str) -> None:
        text, runs = self._text.pop(ended, _runs.Gathered()).take()
        match ended:
            case "info:title" | "info:author":
                self.info[ended[5:]] = squeezed(text)
            case "listtext" | "pntext" if text:
                label = squeezed(text)
                self._shape.is_item = True
                self._shape.label = f"{label} " if re.search(r"\w", label) else ""
            case "footnote":
                sign = f"[{self._noted}] "
                fitter = _runs.Fitter(text, runs)
                for line in filter(None, (squeezed(p).strip() for p in text.split("\n\n"))):
                    paragraph = Paragraph(Kind.TEXT, line, runs=fitter.fit(line))
                    self._after.append(_runs.prefixed(sign, paragraph))
                    sign = ""
            case "fldinst" if link := _LINK.match(text):
                self._state.link = _runs.address(link[1])
            case "style":
                name = text.partition(";")[0].strip()
                self._styles[self._style] = (name, self._shape.outline)
                self._shape = Shape()
            case _:
                pass

    def _begin_destination(self, name: str) -> None:
        self._flush()
        self._state.destination = name
        self._text[name] = _runs.Gathered()

    # ---- Words

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._state.seen = False  # until a word that is known says otherwise
        elif symbol == b"-":
            pass  # where a word may be hyphenated
        elif symbol in SYMBOLS:
            self._put(SYMBOLS[symbol])

    def _word(self, word: str, number: int | None) -> None:
        if word in CHARACTERS:
            self._put(CHARACTERS[word])
            return
        match word:
            case "u":
                self._unicode(number or 0)
            case "uc":
                self._state.skip = min(max(number or 0, 0), 8)
            case "par" | "sect" | "page":
                self._end_of_paragraph()
            case "cell" | "nestcell":
                self._end_of_cell()
            case "row" | "nestrow":
                self._end_of_row()
            case "v" | "deleted":
                self._flush()
                self._state.hidden = number != 0
            case _ if self._place(word, number):
                pass
            case _ if self._state.destination in ("", "style"):
                self._write(word, number)
                self._form(word, number)
            case _:  # a note or a label changes nothing of the paragraph it stands in
                self._write(word, number)

    def _place(self, word: str, number: int | None) -> bool:
        """Words that say what the group is for. Whether `word` is one."""
        match word:
            case "footnote":
                self._noted += 1
                self._show()
                self._put(f"[{self._noted}]", "")
                self._begin_destination("footnote")
            case "listtext" | "pntext" | "fldinst":
                self._show()
                self._begin_destination(word)
            case "yr" | "mo" | "dy" if self._state.destination == "creatim":
                self._day[word] = number or 0
            case "stylesheet" | "info" | "fonttbl" | "creatim":
                self._begin_destination(word)
            case "title" | "author" if self._state.destination == "info":
                self._begin_destination(f"info:{word}")
            case "shptxt":
                self._state.seen = True
            case "fldrslt":
                self._show()
            case "s" if self._state.destination == "stylesheet":
                self._style = str(number)
                self._begin_destination("style")
            case _ if word in NOT_SEEN:
                self._flush()
                self._state.seen = False
            case _:
                return False
        return True

    def _show(self) -> None:
        """The group is known, whatever its star says: it is seen where what is around it is."""
        self._state.seen = not self._states or self._states[-1].seen

    def _write(self, word: str, number: int | None) -> None:
        """Words that say how what follows is written."""
        match word:
            case "ansicpg":
                self._ansi = codec(f"cp{number}", self._ansi)
            case "mac":
                self._ansi = "mac_roman"
            case "pc" | "pca":
                self._ansi = "cp850"
            case "f":
                self._flush()
                self._font = number or 0
                if self._state.destination != "fonttbl":
                    self._state.code_page = self._fonts.get(self._font, "")
            case "fcharset" if self._state.destination == "fonttbl" and number:
                self._fonts[self._font] = CODE_PAGES.get(number, "")
            case "plain":
                self._flush()
                self._state.code_page = ""
                self._state.hidden = self._state.bold = self._state.italic = False
            case "b":
                self._flush()
                self._state.bold = number != 0
            case "i":
                self._flush()
                self._state.italic = number != 0
            case _:
                pass

    def _form(self, word: str, number: int | None) -> None:
        """Words that say what the paragraph is."""
        match word:
            case "pard":
                self._shape = Shape()
            case "s":
                self._shape.style = str(number)
            case "outlinelevel":
                self._shape.outline = number
            case "ls":
                self._shape.is_item = bool(number)
            case "ilvl":
                self._shape.depth = min(max(number or 0, 0), 8)
            case "intbl":
                self._shape.in_table = True
            case _:
                pass

    # ---- Characters

    def _unicode(self, number: int) -> None:
        number &= 0xFFFF
        self._to_skip = 0
        if 0xD800 <= number < 0xDC00:
            self._high = number
        elif 0xDC00 <= number < 0xE000:
            high, self._high = self._high, 0
            whole = 0x10000 + ((high - 0xD800) << 10) + (number - 0xDC00)
            self._put(chr(whole) if high else REPLACEMENT)
        else:
            self._put(chr(number))
        self._to_skip = self._state.skip

    def _take_bytes(self, data: bytes) -> None:
        if self._to_skip:
            data, self._to_skip = data[self._to_skip :], max(0, self._to_skip - len(data))
        self._bytes += data

    def _flush(self) -> None:
        if self._bytes:
            page = self._state.code_page or self._ansi
            text = self._bytes.decode(page, "replace")
            self._bytes.clear()
            self._store(text, self._state.destination)

    def _put(self, text: str, destination: str | None = None) -> None:
        if self._to_skip:
            self._to_skip -= 1
            return
        self._flush()
        self._store(text, self._state.destination if destination is None else destination)

    def _store(self, text: str, destination: str) -> None:
        state = self._state
        if not state.seen or state.hidden:
            return
        gathered = self._text.setdefault(destination, _runs.Gathered())
        at = len(gathered.pieces)
        gathered.pieces.append(text)
        if state.link:
            gathered.over(at, Style.LINK, state.link)
        if state.italic:
            gathered.over(at, Style.EMPHASIS)
        if state.bold:
            gathered.over(at, Style.STRONG)

    # ---- Paragraphs

    def _end_of_paragraph(self) -> None:
        if self._state.destination == "listtext":  # AbiWord has the whole item there
            self._flush()
            self._text[""] = self._text.pop("listtext", _runs.Gathered())
            self._shape = Shape(is_item=True)
            self._end_paragraph()
        elif self._state.destination:
            self._put("\n\n")
        else:
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        self._flush()
        raw, runs = self._text.pop("", _runs.Gathered()).take()
        text = "\n".join(map(squeezed, raw.split("\n"))).strip("\n")
        shape = self._shape
        self._shape = replace(shape, label="")
        if not shape.in_table:
            self._end_table()
        target = self._cell if shape.in_table else self.found
        kind, level = self._kind(shape)
        if text and not is_contents(self._styles.get(shape.style, ("", None))[0]):
            paragraph = Paragraph(kind, text, level, _runs.fitted(raw, runs, text))
            if kind is Kind.TEXT and shape.is_item:
                paragraph = paragraph._replace(kind=Kind.LIST_ITEM, level=shape.depth + 1)
                paragraph = _runs.prefixed(shape.label, paragraph)
            target.append(paragraph)
        target += self._after
        self._after.clear()

    def _kind(self, shape: Shape) -> tuple[Kind, int]:
        name, outline = self._styles.get(shape.style, ("", None))
        if shape.outline is not None:
            outline = shape.outline
        if found := kind_of(name):
            return found
        if outline is not None and 0 <= outline < 9:
            return Kind.HEADING, outline + 1
        return Kind.TEXT, 0

    def _end_of_cell(self) -> None:
        self._shape.in_table = True
        self._end_paragraph()
        self._cells.append(self._cell)
        self._cell = []

    def _end_of_row(self) -> None:
        if self._cells:
            self._row.append(self._cells)
            self._cells = []

    def _end_table(self) -> None:
        self._end_of_row()
        if self._row:
            self.found += rows(self._row)
            self._row = []
        self.found += self._cell
        self._cell = []
