"""From the open document to a file of the reader's choice."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from reader.files import write_whole
from reader.model import Mark, Snapshot
from reader.services.jobs import Err, Ok
from reader.ui import dialogs
from reader.ui.bundle import Services
from reader.ui.wording import places_told

if TYPE_CHECKING:
    from reader.exporters import Exporter
    from reader.ui.window import Window

TOLD_MS = 8000

Written = tuple[Path, tuple[int, ...]]  # the file, and the lines where notes are in conflict


class Exporting(QObject):
    """Asks where to, and writes in the background."""

    def __init__(self, window: Window, services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._session = services.session
        self._jobs = services.jobs
        self._config = services.config
        window.panel.export_wanted.connect(self.marks)

    def notes(self) -> None:
        """Export the marks and notes, what is typed now included."""
        if not self._window.panel.editor.save() or self._session.entry is None:
            return
        if not (self._session.marks or self._session.words.here):
            self._window.banner.say(self.tr("There are no notes to export yet."))
            return
        self._ask("notes")

    def marks(self, marks: Sequence[Mark]) -> None:
        """Export these marks alone."""
        if marks and self._window.panel.editor.save():
            chosen = [self._session.mark(mark.id) for mark in marks]
            self._ask("notes", [mark for mark in chosen if mark is not None])

    def document(self) -> None:
        """Export the text in both languages."""
        if self._session.entry is not None:
            self._ask("document")

    def write(self, exporter: Exporter, path: Path) -> None:
        """Write what that exporter makes of the open document.

        Notes as Markdown go into a file that is there beside what the reader wrote in it.
        """
        self.write_snapshot(exporter, path, self.snapshot(whole=exporter.SUBJECT == "document"))

    def write_marks(self, exporter: Exporter, path: Path, marks: Sequence[Mark]) -> None:
        """The same with these marks alone; in a file that is there, others stay."""
        snapshot = replace(self.snapshot(marks, whole=False), words=())
        self.write_snapshot(exporter, path, snapshot, partial=True)

    def snapshot(self, marks: Sequence[Mark] | None = None, *, whole: bool) -> Snapshot:
        """The open document and these of its marks, in the reader's words."""
        names = self._window.colours.given()
        return self._session.snapshot(marks, whole=whole, colour_names=names)

    def write_snapshot(
        self, exporter: Exporter, path: Path, snapshot: Snapshot, *, partial: bool = False
    ) -> None:
        """The same with what somebody has put together."""
        config = self._config

        def work() -> Written:
            if exporter.NAME == dialogs.NOTES:
                from reader.services.notes_file import export_notes

                found = export_notes(snapshot, path, config, partial=partial)
                return path, tuple(conflict.line for conflict in found)
            write_whole(path, exporter.render(snapshot))
            return path, ()

        self._jobs.run(work, self._written)

    def _ask(self, subject: str, marks: Sequence[Mark] | None = None) -> None:
        window = self._window
        title, folder = self._session.document.title, window.preferences.values.last_folder
        chosen = dialogs.ask_for_export(window, subject, title, folder)
        if chosen is not None:
            exporter, path = chosen
            window.preferences.change(last_folder=str(path.parent))
            if marks is None:
                self.write(exporter, path)
            else:
                self.write_marks(exporter, path, marks)

    def _written(self, outcome: Ok[Written] | Err) -> None:
        if isinstance(outcome, Err):
            self._window.report(outcome.error)
            return
        path, lines = outcome.value
        self._window.status.showMessage(self.tr("Saved {0}").format(path), TOLD_MS)
        if lines:
            words = self.tr(
                "%Ln notes were changed in their files and stay there as they are: {0}. Delete "
                "them there to have them written anew.",
                "",
                len(lines),
            )
            self._window.banner.say(words.format(places_told([(path, line) for line in lines])))
