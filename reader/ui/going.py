"""Getting about in the text: by its outline, by number, back and forward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.ui.outline import Outline

if TYPE_CHECKING:
    from reader.ui.window import Window


class Going(QObject):
    """Joins the page, the outline beside it and the commands of the Go menu."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._view = window.view
        self.outline = Outline(window.session)
        window.side.addTab(self.outline, self.tr("Outline"))
        self.outline.place_wanted.connect(self._view.jump)
        self._view.place_settled.connect(self.outline.follow)
        self._view.jumps.changed.connect(self.offer)
        self.offer()

    def ask(self) -> None:
        """Ask for a paragraph or a part of the text, and go there."""
        from reader.ui.go_dialog import GoDialog

        rows, here = self._view.rows(), self._view.current_row
        if rows and here is not None:
            dialog = GoDialog(rows, here, self._window)
            dialog.chosen.connect(self._view.jump)
            dialog.open()

    def show_outline(self) -> None:
        """Bring the outline to the front, and the keyboard with it."""
        self._window.side.show_page(self.outline)
        self.outline.tree.setFocus()

    def offer(self) -> None:
        """Offer the ways back and forward that there are."""
        self._window.menus.action("back").setEnabled(self._view.jumps.can_go_back)
        self._window.menus.action("forward").setEnabled(self._view.jumps.can_go_forward)
