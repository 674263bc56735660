"""The commands of the File menu."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reader.ui.commands.command import Command, Menu


class FileCommands(QObject):
    """In the language of the interface at the time they are asked for."""

    def menu(self) -> Menu:
        return Menu(self.tr("&File"), self._commands())

    def _commands(self) -> tuple[Command, ...]:
        return (
            Command("new-window", 0, self.tr("New &Window"), "Ctrl+N", lambda w: w.new_window()),
            Command(
                "open",
                0,
                self.tr("&Open …"),
                "Ctrl+O",
                lambda w: w.documents.choose_file(),
                icon="open",
            ),
            Command(
                "paste",
                0,
                self.tr("New from C&lipboard"),
                "Ctrl+V",
                lambda w: w.documents.open_copied(),
            ),
            Command(
                "library",
                0,
                self.tr("Librar&y"),
                "Ctrl+L",
                lambda w: w.library.toggle(),
                icon="library",
            ),
            Command(
                "import",
                3,
                self.tr("I&mport Folder …"),
                "",
                lambda w: w.library.choose_folder(),
            ),
            Command("reload", 3, self.tr("&Reload"), "F5", lambda w: w.documents.reload()),
            Command(
                "properties",
                3,
                self.tr("&About This Text …"),
                "Alt+Return",
                lambda w: w.documents.properties(),
            ),
            Command(
                "export-notes",
                1,
                self.tr("Export &Notes as Markdown …"),
                "Ctrl+E",
                lambda w: w.exporting.notes(),
                icon="export",
            ),
            Command(
                "export-document",
                1,
                self.tr("Export &Both Languages …"),
                "Ctrl+Shift+E",
                lambda w: w.exporting.document(),
            ),
            Command(
                "export-vault",
                1,
                self.tr("Export to the &Folder for Notes"),
                "Ctrl+Alt+E",
                lambda w: w.vaulting.export(),
            ),
            Command("vault", 1, self.tr("Folder for No&tes …"), "", lambda w: w.vaulting.choose()),
            Command(
                "import-notes",
                1,
                self.tr("&Import Notes …"),
                "",
                lambda w: w.notebook_windows.import_notes(),
            ),
            Command(
                "backups",
                1,
                self.tr("Bac&kups and Repair …"),
                "",
                lambda w: w.show_backups(),
            ),
            Command("close", 2, self.tr("&Close Window"), "Ctrl+W", lambda w: w.close()),
            Command("quit", 2, self.tr("&Quit"), "Ctrl+Q", lambda w: w.quit()),
        )
