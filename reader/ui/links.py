"""Links in the text: shown where they lead, followed when the reader says so and never else."""

from __future__ import annotations

import ipaddress
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from reader.model import Paragraph, Side, Style
from reader.ui.selection import Spot

if TYPE_CHECKING:
    from reader.ui.window import Window

SCHEMES = frozenset({"http", "https", "mailto"})
TOLD_MS = 4000


class Links(QObject):
    """Tells the address of the link under the mouse, and hands it to the desktop's browser."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._told = ""
        window.view.pointed.connect(self._pointed)
        window.view.link_wanted.connect(self.follow)

    def here(self) -> str:
        """The address of the link at the caret, "" where there is none."""
        at = self._window.view.selection
        return "" if at is None else self._address((at.side, at.first))

    def follow_here(self) -> None:
        """Open the link at the caret."""
        if address := self.here():
            self.follow(address)
        else:
            self._window.status.showMessage(self.tr("There is no link here."), TOLD_MS)

    def copy_here(self) -> None:
        """Put the address of the link at the caret on the clipboard."""
        if address := self.here():
            QGuiApplication.clipboard().setText(address)

    def follow(self, address: str) -> None:
        """Open an address of the public network outside of Lesepult."""
        url = public_url(address)
        if url is None:
            told = self.tr("This link leads nowhere outside of the text or of this network.")
            self._window.status.showMessage(told, TOLD_MS)
        else:
            QDesktopServices.openUrl(url)

    def _address(self, at: tuple[Side, Spot]) -> str:
        side, spot = at
        if side is not Side.SOURCE:
            return ""
        return link_at(self._window.session.document.paragraphs[spot.row], spot.offset)

    def _pointed(self, at: tuple[Side, Spot] | None) -> None:
        address = self._address(at) if at is not None else ""
        if address == self._told:
            return
        self._told = address
        if address:
            url = public_url(address)
            # As it goes over the wire: letters of other scripts that look like others stand out.
            encoded = QUrl.ComponentFormattingOption.FullyEncoded
            self._window.status.showMessage(url.toString(encoded) if url else address)
        else:
            self._window.status.clearMessage()


def link_at(paragraph: Paragraph, offset: int) -> str:
    """Where the link around an offset leads, "" where there is none."""
    for run in paragraph.runs:
        if run.style is Style.LINK and run.span.start <= offset < run.span.end:
            return run.target
    return ""


def public_url(address: str) -> QUrl | None:
    """The address as one that may be opened.

    None for places within a document, files, programs, this machine and private
    networks: a text must not make a reader's browser talk to what only they can reach.
    """
    url = QUrl(address.strip(), QUrl.ParsingMode.StrictMode)
    if not url.isValid() or url.scheme() not in SCHEMES:
        return None
    if url.scheme() == "mailto":
        return url
    host = url.host()
    try:
        return url if ipaddress.ip_address(host).is_global else None
    except ValueError:
        named = "." in host.strip(".") and not host.endswith((".local", ".localhost", ".internal"))
        return url if named else None
