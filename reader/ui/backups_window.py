"""Backups of the notes, and repair: what each holds, one put back, damage found and put right."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from reader.services.backups import BackupKeeper, Overview
from reader.services.jobs import Err, Ok
from reader.store.backups import Backup, Contents
from reader.store.database import DamagedFileError
from reader.store.repair import Finding, Report
from reader.store.rescue import Rescued
from reader.store.restoring import Restored
from reader.ui.bundle import Program
from reader.ui.language import explain, localized
from reader.ui.widgets import FAINT, TITLE, WARNING, label, set_size

T = TypeVar("T")

BACKUP = Qt.ItemDataRole.UserRole
NUMBER = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
MINUS = "−"


class BackupsWindow(QDialog):
    """A list, newest first, under what the notes hold now.

    Where the notes are damaged, that is said, the newest sound backup is chosen, and what
    can be read of them can be saved.
    """

    def __init__(
        self,
        keeper: BackupKeeper,
        program: Program,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._keeper = keeper
        self._program = program
        self._problem = keeper.problem
        self._acting = self._gone = False
        self.setWindowTitle(self.tr("Backups and Repair"))
        set_size(self, 780, 500)
        self._list = self._make_list()
        self._trouble = label("", WARNING, wrap=True)
        self._words = label("", FAINT, wrap=True)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setRange(0, 0)
        self._restore = QPushButton(self.tr("&Restore …"))
        self._make = QPushButton(self.tr("&Back Up Now"))
        self._check = QPushButton(self.tr("&Check Notes"))
        self._rescue = QPushButton(self.tr("&Save What Can Be Read …"))
        self._close = QPushButton(self.tr("&Close"))
        self._build()
        self._connect()
        self._look()

    def reject(self) -> None:
        """Not while something is being done: what comes of it must be told."""
        if not self._acting:
            self._gone = True
            super().reject()

    # -- building -----------------------------------------------------------------

    def _make_list(self) -> QTreeWidget:
        made = QTreeWidget()
        made.setAccessibleName(self.tr("Backups"))
        made.setHeaderLabels(
            [
                self.tr("Made"),
                self.tr("Documents"),
                self.tr("Marks and notes"),
                self.tr("Words"),
                self.tr("Size"),
                self.tr("State"),
            ]
        )
        for column in range(1, 5):
            made.headerItem().setTextAlignment(column, NUMBER)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        made.header().setStretchLastSection(True)
        made.header().setMinimumSectionSize(90)
        return made

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(self._trouble)
        layout.addWidget(label(self.tr("Backups"), TITLE))
        words = self.tr(
            "Lesepult makes one every half hour in which something has changed, and when it is "
            "closed. It keeps those of the last 12 days, 10 weeks and 9 months."
        )
        layout.addWidget(label(words, FAINT, wrap=True))
        layout.addWidget(self._list, 1)
        row = QHBoxLayout()
        for button in (self._restore, self._rescue, self._make, self._check):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._close)
        self._close.setDefault(True)
        layout.addWidget(self._bar)
        layout.addWidget(self._words)
        layout.addLayout(row)
        self._trouble.setVisible(self._problem is not None)
        self._rescue.setVisible(isinstance(self._problem, DamagedFileError))
        self._make.setVisible(self._problem is None)
        self._check.setVisible(self._problem is None)
        if self._problem is not None:
            hint = self.tr(
                "Restore a backup, or save what can be read: that is joined with the newest "
                "backup. Either way the damaged file is kept."
            )
            damaged = isinstance(self._problem, DamagedFileError)
            words = f"{localized(self._problem.message)} {hint}"
            self._trouble.setText(words if damaged else explain(self._problem))

    def _connect(self) -> None:
        self._keeper.made.connect(self._look)
        self._keeper.busy_changed.connect(self._show_state)
        self._list.itemSelectionChanged.connect(self._show_state)
        self._list.itemActivated.connect(self._ask_to_restore)
        self._restore.clicked.connect(self._ask_to_restore)
        self._make.clicked.connect(self._back_up)
        self._check.clicked.connect(self._look_for_damage)
        self._rescue.clicked.connect(self._ask_to_rescue)
        self._close.clicked.connect(self.reject)

    # -- the list -------------------------------------------------------------------

    def chosen(self) -> Backup | None:
        """The backup that is selected."""
        items = self._list.selectedItems()
        found = items[0].data(0, BACKUP) if items else None
        return found if isinstance(found, Backup) else None

    def _look(self) -> None:
        self._keeper.look(self._looked)

    def _looked(self, outcome: Ok[Overview] | Err) -> None:
        if self._gone:
            return
        if isinstance(outcome, Err):
            self._words.setText(explain(outcome.error))
            return
        view = outcome.value
        kept = self.chosen()
        self._list.clear()
        if self._problem is None:
            now = self._item(self.tr("Now"), view.now, None)
            now.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self._list.addTopLevelItem(now)
        for backup in view.backups:
            self._list.addTopLevelItem(self._item_of(backup, view.now))
        self._choose(kept or next((one for one in view.backups if one.sound), None))
        self._show_state()

    def _choose(self, backup: Backup | None) -> None:
        for row in range(self._list.topLevelItemCount()):
            item = self._list.topLevelItem(row)
            if item is not None and backup is not None and item.data(0, BACKUP) == backup:
                self._list.setCurrentItem(item)

    def _item_of(self, backup: Backup, now: Contents) -> QTreeWidgetItem:
        compared = now if self._problem is None else None
        item = self._item(moment(backup), backup.contents, compared)
        item.setText(4, QLocale().formattedDataSize(backup.size, 1))
        item.setText(5, self.tr("sound") if backup.sound else self.tr("damaged"))
        item.setToolTip(0, str(backup.path))
        item.setData(0, BACKUP, backup)
        return item

    def _item(self, title: str, held: Contents, now: Contents | None) -> QTreeWidgetItem:
        """A row; where it differs from `now`, by how much."""
        pairs = (
            (held.documents, now.documents if now else held.documents),
            (held.marks, now.marks if now else held.marks),
            (held.words, now.words if now else held.words),
        )
        item = QTreeWidgetItem([title, *(counted(one, other) for one, other in pairs)])
        for column in range(1, 5):
            item.setTextAlignment(column, NUMBER)
        return item

    def _show_state(self) -> None:
        busy, chosen = self._keeper.busy, self.chosen()
        self._restore.setEnabled(not busy and chosen is not None and chosen.sound)
        for button in (self._make, self._check, self._rescue):
            button.setEnabled(not busy)
        self._close.setEnabled(not self._acting)
        self._bar.setVisible(busy)

    def _act(
        self,
        act: Callable[[Callable[[Ok[T] | Err], None]], None],
        then: Callable[[T], None],
    ) -> None:
        """Do something that ends with words on what came of it."""

        def done(outcome: Ok[T] | Err) -> None:
            self._acting = False
            self._show_state()
            if isinstance(outcome, Err):
                self._words.setText(explain(outcome.error))
            else:
                then(outcome.value)

        self._acting = True
        self._words.setText("")
        act(done)

    # -- what can be done -------------------------------------------------------------

    def _back_up(self) -> None:
        self._act(self._keeper.make, self._backed_up)

    def _backed_up(self, made: Path | None) -> None:
        if made is not None:
            self._words.setText(self.tr("The notes are backed up in {0}.").format(made))

    def _ask_to_restore(self) -> None:
        backup = self.chosen()
        if backup is None or not backup.sound or self._keeper.busy:
            return
        words = self.tr("Make the notes what they were on {0}? What there is now is kept.")
        if self._asks(words.format(moment(backup))):
            self._act(partial(self._keeper.restore, backup.path), self._restored)

    def _restored(self, done: Restored) -> None:
        self._begin_again(self.tr("The notes are restored."), done.aside)

    def _ask_to_rescue(self) -> None:
        words = self.tr(
            "Save what can be read of the damaged notes, and join it with the newest backup?"
        )
        if self._asks(words):
            self._act(self._keeper.rescue, self._rescued)

    def _rescued(self, done: Rescued) -> None:
        self._begin_again(self._saved(done), done.place.aside)

    def _look_for_damage(self) -> None:
        self._act(self._keeper.check, self._checked)
        self._words.setText(self.tr("Reading all notes …"))

    def _checked(self, findings: list[Finding]) -> None:
        if not findings:
            self._words.setText(self.tr("The notes are sound: nothing was found."))
            return
        self._words.setText(self._found(findings))
        words = self.tr("{0}\n\nPut it right? The notes as they are now are kept beside.")
        if self._asks(words.format(self._found(findings))):
            self._act(self._keeper.repair, self._repaired)

    def _repaired(self, report: Report) -> None:
        words = " ".join(localized(finding.done) for finding in report.findings)
        if report.rescued is not None:
            words = f"{words} {self._saved(report.rescued)}"
        self._begin_again(words, report.before)

    # -- words --------------------------------------------------------------------------

    def _found(self, findings: list[Finding]) -> str:
        number = QLocale().toString
        words = self.tr("This was found: {0}.")
        return words.format(
            "; ".join(f"{localized(found.words)} ({number(found.count)})" for found in findings)
        )

    def _saved(self, rescued: Rescued) -> str:
        read = self.tr("%Ln mark(s) could be read of the damaged file.", "", rescued.read.marks)
        now = self.tr("With the backup there are %Ln now.", "", rescued.contents.marks)
        return f"{read} {now}"

    def _asks(self, question: str) -> bool:
        """Whether the reader wants it, and what is being typed in all windows is saved."""
        answer = QMessageBox.question(self, self.windowTitle(), question)
        return answer is QMessageBox.StandardButton.Yes and self._program.save_typed()

    def _begin_again(self, words: str, aside: Path | None) -> None:
        """What is shown is of the notes before: the windows close and open again."""
        box = QMessageBox(QMessageBox.Icon.Information, self.windowTitle(), words, parent=self)
        told = self.tr("Lesepult opens its windows again now.")
        if aside is not None:
            before = self.tr("What there was before is in {0}.").format(aside)
            told = f"{before}\n\n{told}"
        box.setInformativeText(told)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.finished.connect(lambda: self._leave(self._program.start_again))
        box.open()

    def _leave(self, then: Callable[[], object]) -> None:
        self._gone = True
        self.accept()
        then()


def moment(backup: Backup) -> str:
    """When a backup was made, as people here write it."""
    made = QDateTime.fromSecsSinceEpoch(int(backup.made.timestamp()))
    return QLocale().toString(made, QLocale.FormatType.ShortFormat)


def counted(number: int, now: int) -> str:
    """A number, and by how much it is more or less than now."""
    written = QLocale().toString(number)
    if number == now:
        return written
    sign = "+" if number > now else MINUS
    return f"{written}  ({sign}{QLocale().toString(abs(number - now))})"
