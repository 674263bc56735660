"""PDF: the document in two columns with its marks and notes, on pages of A4.

It fulfils `reader.exporters.Exporter`, and stands here since Qt sets the pages: with
the fonts of the system, which it embeds, so that the text can be searched and copied.
"""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QBuffer, QByteArray, QEventLoop, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from reader import APP_NAME
from reader.exporters.html_document import render_for_print
from reader.model import Snapshot
from reader.phrases import Phrase

NAME = "pdf"
LABEL = Phrase("PDF, both languages and notes")
SUFFIX = ".pdf"
SUBJECT: Literal["document"] = "document"

FAMILIES = ["Charis SIL", "Source Serif 4", "Noto Serif", "Georgia", "Liberation Serif", "serif"]
POINTS = 10.0
DOTS = 300  # an inch; what is drawn are outlines, so more would only be larger numbers


def render(snapshot: Snapshot) -> bytes:
    """The pages, with their numbers; needs an application with fonts, on any thread."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DOTS)
    writer.setTitle(snapshot.document.title)
    writer.setAuthor(snapshot.document.author)
    writer.setCreator(APP_NAME)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    # The text has margins of its own when it is printed.
    writer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    QEventLoop()  # gives the thread what a document's timers need to be started
    document = QTextDocument()
    font = QFont()
    font.setFamilies(FAMILIES)
    font.setPointSizeF(POINTS)
    for ligatures in ("liga", "clig", "dlig"):  # letters drawn as one are not found as two
        font.setFeature(QFont.Tag(ligatures), 0)
    document.setDefaultFont(font)
    document.setHtml(render_for_print(snapshot))
    document.print_(writer)
    del writer  # it ends the file
    buffer.close()
    return bytes(data.data())
