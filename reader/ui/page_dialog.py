"""Text and page: how the text is set, seen on the page while it is chosen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from reader.settings import Settings
from reader.ui.page import Mode
from reader.ui.preferences import Preferences
from reader.ui.theme import READING_FAMILIES, first_installed, usual_points
from reader.ui.widgets import label

# What the dialog chooses, and what is put back by its button.
CHOSEN = (
    "font_family",
    "font_size",
    "line_spacing",
    "line_length",
    "ratio",
    "hyphenation",
    "theme",
    "mode",
)


class PageDialog(QDialog):
    """Changes the preferences at once, so that the page behind it shows what they do."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Text and Page"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._preferences = preferences
        self._show: list[Callable[[Settings], None]] = []
        form = QFormLayout()
        form.setHorizontalSpacing(18)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("&Font"), self._choice("font_family", families(self.tr("Usual ({0})"))))
        points, percent, letters = self.tr("{0} pt"), self.tr("{0} %"), self.tr("{0} letters")
        form.addRow(self.tr("&Size"), self._slider("font_size", 8, 40, points))
        form.addRow(self.tr("&Line spacing"), self._slider("line_spacing", 100, 220, percent))
        form.addRow(self.tr("Longest l&ine"), self._slider("line_length", 30, 120, letters))
        form.addRow(self.tr("&German column"), self._slider("ratio", 20, 80, percent, share=True))
        form.addRow("", self._box("hyphenation", self.tr("&Break words in narrow columns")))
        themes = {
            "system": self.tr("As on the desktop"),
            "light": self.tr("Light"),
            "sepia": self.tr("Sepia"),
            "dark": self.tr("Dark"),
        }
        form.addRow(self.tr("&Colours"), self._choice("theme", themes))
        modes = {
            Mode.SIDE_BY_SIDE.value: self.tr("Side by side"),
            Mode.STACKED.value: self.tr("English under German"),
            Mode.GERMAN.value: self.tr("German only"),
        }
        form.addRow(self.tr("&New texts"), self._choice("mode", modes))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        usual = buttons.addButton(self.tr("As at First"), QDialogButtonBox.ButtonRole.ResetRole)
        usual.clicked.connect(self._reset)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addSpacing(8)
        layout.addWidget(buttons)
        preferences.changed.connect(self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        for show in self._show:
            show(self._preferences.values)

    def _reset(self) -> None:
        usual = asdict(Settings())
        self._preferences.change(**{name: usual[name] for name in CHOSEN})

    def _choice(self, name: str, choices: dict[str, str]) -> QComboBox:
        box = QComboBox()
        box.setObjectName(name)
        for value, text in choices.items():
            box.addItem(text, value)

        def show(values: Settings) -> None:
            with QSignalBlocker(box):
                box.setCurrentIndex(max(0, box.findData(getattr(values, name))))

        self._show.append(show)
        box.currentIndexChanged.connect(
            lambda: self._preferences.change(**{name: box.currentData()})
        )
        return box

    def _slider(
        self, name: str, least: int, most: int, text: str, *, share: bool = False
    ) -> QWidget:
        """A slider with what it says beside it; `share` for a setting between 0 and 1."""
        slider = QSlider(Qt.Orientation.Horizontal)
        slider.setObjectName(name)
        slider.setRange(least, most)
        slider.setMinimumWidth(180)
        said = label()
        said.setMinimumWidth(
            said.fontMetrics().horizontalAdvance(self.tr("{0} letters").format(999))
        )
        said.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

        def show(values: Settings) -> None:
            value = round(getattr(values, name) * (100 if share else 1)) or usual_points()
            said.setText(text.format(value))
            with QSignalBlocker(slider):
                slider.setValue(value)

        self._show.append(show)

        def changed(value: int) -> None:
            self._preferences.change(**{name: value / 100 if share else value})

        slider.valueChanged.connect(changed)
        row = QWidget()
        box = QHBoxLayout(row)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(slider, 1)
        box.addWidget(said)
        row.setFocusProxy(slider)
        return row

    def _box(self, name: str, text: str) -> QCheckBox:
        box = QCheckBox(text)
        box.setObjectName(name)

        def show(values: Settings) -> None:
            with QSignalBlocker(box):
                box.setChecked(getattr(values, name))

        self._show.append(show)

        def toggled(on: bool) -> None:
            self._preferences.change(**{name: on})

        box.toggled.connect(toggled)
        return box


def families(usual: str) -> dict[str, str]:
    """The fonts to choose from by what they are called here: those for long reading first."""
    known = QFontDatabase.families()
    good = [family for family in READING_FAMILIES if family in known]
    rest = [
        family
        for family in known
        if family not in good
        and not family.startswith(("@", "."))
        and QFontDatabase.isSmoothlyScalable(family)
    ]
    first = first_installed(READING_FAMILIES)
    return {"": usual.format(first)} | {family: family for family in (*good, *rest)}
