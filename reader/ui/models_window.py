"""Which models translate here, where they come from, and which others can be had."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
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

from reader.errors import KnownError
from reader.packages import Package
from reader.packages.catalogue import KNOWN, Offer
from reader.services.models import Models
from reader.ui.language import explain
from reader.ui.widgets import FAINT, TITLE, label, set_size
from reader.ui.wording import language_name

if TYPE_CHECKING:
    from reader.services.download import Progress

VALUE = Qt.ItemDataRole.UserRole


def size_text(size: int) -> str:
    """A number of bytes as people write it; "" for an unknown one."""
    return QLocale().formattedDataSize(size, 1) if size else ""


def _languages(model: Package | Offer) -> str:
    return f"{language_name(model.source)} → {language_name(model.target)}"


class ModelsWindow(QDialog):
    """Two lists: what is installed, and what is offered."""

    def __init__(self, models: Models, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._models = models
        self.setWindowTitle(self.tr("Translation Models"))
        set_size(self, 760, 520)
        self._installed = self._list(
            [
                self.tr("Model"),
                self.tr("Version"),
                self.tr("Size"),
                self.tr("From"),
                self.tr("Checksum"),
            ]
        )
        self._installed.setAccessibleName(self.tr("Installed models"))
        self._offers = self._list([self.tr("Model"), self.tr("Version"), self.tr("Size")])
        self._offers.setAccessibleName(self.tr("Models that can be had"))
        self._use = QPushButton(self.tr("&Use"))
        self._remove = QPushButton(self.tr("&Remove"))
        self._add = QPushButton(self.tr("&Install from File …"))
        self._download = QPushButton(self.tr("&Download"))
        self._more = QPushButton(self.tr("&More from the Argos List"))
        self._cancel = QPushButton(self.tr("&Cancel"))
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._words = label("", FAINT, wrap=True)
        self._build()
        self._connect()
        self._show_installed()
        self._show_offers([KNOWN])
        self._show_state()

    def _list(self, titles: list[str]) -> QTreeWidget:
        made = QTreeWidget()
        made.setHeaderLabels(titles)
        made.setRootIsDecorated(False)
        made.setUniformRowHeights(True)
        made.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        made.itemSelectionChanged.connect(self._show_state)
        return made

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 16)
        layout.setSpacing(8)
        layout.addWidget(label(self.tr("Installed"), TITLE))
        layout.addWidget(self._installed, 1)
        layout.addLayout(self._row(self._use, self._remove, None, self._add))
        layout.addSpacing(8)
        layout.addWidget(label(self.tr("To be had"), TITLE))
        words = self.tr("A download is the only thing for which Lesepult uses the network.")
        layout.addWidget(label(words, FAINT, wrap=True))
        layout.addWidget(self._offers, 1)
        layout.addLayout(self._row(self._download, self._more, None, self._cancel))
        layout.addWidget(self._bar)
        layout.addWidget(self._words)

    def _row(self, *buttons: QPushButton | None) -> QHBoxLayout:
        row = QHBoxLayout()
        for button in buttons:
            if button is None:
                row.addStretch(1)
            else:
                button.setAutoDefault(False)
                row.addWidget(button)
        return row

    def _connect(self) -> None:
        models = self._models
        models.changed.connect(self._show_installed)
        models.settled.connect(self._show_installed)
        models.progressed.connect(self._show_progress)
        models.offered.connect(self._show_offers)
        models.ended.connect(self._ended)
        self._use.clicked.connect(self._use_chosen)
        self._remove.clicked.connect(self._remove_chosen)
        self._add.clicked.connect(self._ask_for_file)
        self._download.clicked.connect(self._download_chosen)
        self._more.clicked.connect(models.ask_for_offers)
        self._cancel.clicked.connect(models.cancel)

    def _show_installed(self) -> None:
        in_use = {package.folder for package in self._models.in_use}
        self._installed.clear()
        for package in self._models.installed():
            used = package.folder in in_use
            name = _languages(package)
            item = QTreeWidgetItem(
                [
                    self.tr("{0} (in use)").format(name) if used else name,
                    package.version,
                    size_text(package.size),
                    self.tr("comes with Lesepult")
                    if package.origin == "bundled"
                    else package.origin,
                    package.checksum[:16],
                ]
            )
            item.setToolTip(0, package.name)
            item.setToolTip(4, package.checksum)
            item.setData(0, VALUE, package)
            self._installed.addTopLevelItem(item)
            item.setSelected(used)
        self._show_state()

    def _show_offers(self, offers: list[Offer]) -> None:
        self._offers.clear()
        for offer in offers:
            item = QTreeWidgetItem([_languages(offer), offer.version, size_text(offer.size)])
            item.setToolTip(0, offer.address)
            item.setData(0, VALUE, offer)
            self._offers.addTopLevelItem(item)
            item.setSelected(offer == KNOWN)
        self._show_state()

    def _show_state(self) -> None:
        busy = self._models.busy
        package, offer = self._chosen(self._installed), self._chosen(self._offers)
        self._use.setEnabled(package is not None and not busy)
        self._remove.setEnabled(package is not None and not busy)
        self._add.setEnabled(not busy)
        self._download.setEnabled(offer is not None and not busy)
        self._cancel.setEnabled(busy)
        self._bar.setVisible(busy)

    def _show_progress(self, progress: Progress) -> None:
        # Counted in kilobytes: a bar counts to 2^31.
        self._bar.setMaximum(progress.total // 1024)
        self._bar.setValue(progress.done // 1024)
        words = self.tr("{0} of {1}, {2} a second")
        parts = (
            size_text(progress.done),
            size_text(progress.total),
            size_text(int(progress.speed)),
        )
        self._words.setText(words.format(*parts))

    def _chosen(self, tree: QTreeWidget) -> object:
        items = tree.selectedItems()
        return items[0].data(0, VALUE) if items else None

    def _use_chosen(self) -> None:
        package = cast("Package", self._chosen(self._installed))
        self._attempt(lambda: self._models.use(package))

    def _remove_chosen(self) -> None:
        package = cast("Package", self._chosen(self._installed))
        question = self.tr("Remove {0} {1}? What it has translated stays.")
        answer = QMessageBox.question(
            self, self.windowTitle(), question.format(package.name, package.version)
        )
        if answer is QMessageBox.StandardButton.Yes:
            self._attempt(lambda: self._models.remove(package))

    def _ask_for_file(self) -> None:
        name, _ = QFileDialog.getOpenFileName(
            self, self.tr("Install a Model"), "", self.tr("Argos packages (*.argosmodel)")
        )
        if name:
            self._begin(self.tr("Installing and trying the model …"))
            self._models.install(Path(name))
            self._show_state()

    def _download_chosen(self) -> None:
        offer = cast("Offer", self._chosen(self._offers))
        self._begin(self.tr("Connecting …"))
        self._models.download(offer)
        self._show_state()

    def _begin(self, words: str) -> None:
        self._bar.setRange(0, 0)
        self._words.setText(words)

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except KnownError as error:
            self._words.setText(explain(error))

    def _ended(self, error: KnownError | None) -> None:
        self._words.setText("" if error is None else explain(error))
        self._show_state()
