"""The folder for notes: chosen once, brought up to date when the reader says so or always."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from reader.errors import KnownError
from reader.model import Edit, Mark, Snapshot
from reader.services.changes import Changes
from reader.services.jobs import Err, Ok
from reader.ui.bundle import Services
from reader.ui.vault_dialog import VaultDialog
from reader.ui.wording import places_told

if TYPE_CHECKING:
    from reader.services.vault import Vault, Written
    from reader.ui.window import Window

SETTLE_MS = 2000  # a note is typed letter by letter
TOLD_MS = 8000


class Vaulting(QObject):
    """Exports into the vault in the background; what is in conflict is told once."""

    def __init__(self, window: Window, services: Services) -> None:
        super().__init__(window)
        self._window = window
        self._session = services.session
        self._jobs = services.jobs
        self._config = services.config
        self._preferences = window.preferences
        self._touched: set[str] = set()
        self._told: set[tuple[Path, str, str]] = set()
        self._trouble = ""
        self._timer = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._timer.timeout.connect(self._export_touched)
        services.session.edited.connect(self._edited)
        services.session.changed.connect(self._changed)

    @property
    def vault(self) -> Vault | None:
        """Where the notes go, None while there is no such folder."""
        values = self._preferences.values
        if not values.vault:
            return None
        from reader.services.vault import Vault  # with it come the exporters

        return Vault(Path(values.vault), values.vault_each, values.vault_callouts)

    def choose(self) -> None:
        """Ask for the folder, and how notes go into it."""
        dialog = VaultDialog(self._preferences, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.export_wanted.connect(self.export)
        dialog.open()

    def export(self) -> None:
        """Bring the vault up to date with the open document."""
        if self._session.entry is None or not self._window.panel.editor.save():
            return
        vault = self.vault
        if vault is None:
            self.choose()
            return
        self._timer.stop()
        self._touched.clear()
        self._told.clear()
        snapshot, config = self._window.exporting.snapshot(whole=False), self._config
        self._jobs.run(lambda: _export(snapshot, vault, config), self._exported)

    def settle(self) -> None:
        """Begin to export what has changed a moment ago; for when the document goes."""
        if self._timer.isActive():
            self._timer.stop()
            self._export_touched()

    def flush(self) -> None:
        """The same, and wait for it; for when the window closes."""
        if self._timer.isActive():
            self._timer.stop()
            vault, touched = self.vault, self._take_touched()
            with suppress(KnownError):  # the notes are safe, and nobody is there to be told
                if vault is not None:
                    snapshot = self._window.exporting.snapshot(whole=False)
                    _export(snapshot, vault, self._config, touched)

    def _edited(self, edits: tuple[Edit, ...]) -> None:
        if self.vault is None or not self._preferences.values.vault_always:
            return
        items = (edit.before or edit.after for edit in edits)
        self._touched.update(item.id for item in items if isinstance(item, Mark))
        self._timer.start()

    def _changed(self, changes: Changes) -> None:
        if Changes.DOCUMENT in changes:
            self._timer.stop()
            self._touched.clear()
            self._told.clear()

    def _take_touched(self) -> frozenset[str]:
        touched = frozenset(self._touched)
        self._touched.clear()
        return touched

    def _export_touched(self) -> None:
        vault, touched = self.vault, self._take_touched()
        if vault is None or self._session.entry is None:
            return
        snapshot, config = self._window.exporting.snapshot(whole=False), self._config
        self._jobs.run(lambda: _export(snapshot, vault, config, touched), self._exported_quietly)

    def _exported(self, outcome: Ok[Written] | Err) -> None:
        if isinstance(outcome, Ok):
            place = outcome.value.place
            self._window.status.showMessage(self.tr("Saved {0}").format(place), TOLD_MS)
        self._trouble = ""
        self._exported_quietly(outcome)

    def _exported_quietly(self, outcome: Ok[Written] | Err) -> None:
        """Say nothing but what is new trouble."""
        if isinstance(outcome, Err):
            if str(outcome.error) != self._trouble:
                self._trouble = str(outcome.error)
                self._window.report(outcome.error)
            return
        self._trouble = ""
        found = {
            (file, conflict.mark, conflict.new): (file, conflict.line)
            for file, conflict in outcome.value.conflicts
        }
        new = [place for conflict, place in found.items() if conflict not in self._told]
        self._told.update(found)
        if new:
            words = self.tr(
                "%Ln notes were changed in their files and stay there as they are: {0}. Delete "
                "them there to have them written anew.",
                "",
                len(new),
            )
            self._window.banner.say(words.format(places_told(new)))


def _export(
    snapshot: Snapshot, vault: Vault, config: Path, touched: frozenset[str] | None = None
) -> Written:
    from reader.services.vault import export_to_vault

    return export_to_vault(snapshot, vault, config, touched)
