"""Colours and type of the window: one place for how Lesepult looks."""

from __future__ import annotations

import importlib.resources
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from reader.model import Colour

# Families made for long reading, best first; the first one installed is used.
READING_FAMILIES = (
    "Literata",
    "Source Serif 4",
    "Linux Libertine O",
    "Libertinus Serif",
    "Charis SIL",
    "Iowan Old Style",
    "Charter",
    "Georgia",
    "Cambria",
    "Noto Serif",
    "DejaVu Serif",
)
INTERFACE_FAMILIES = ("Inter", "Segoe UI", "SF Pro Text", "Noto Sans", "DejaVu Sans")


@dataclass(frozen=True)
class Theme:
    """The colours of one theme, as #rrggbb.

    `paper` is what is read on, `desk` what surrounds it; `ink` writes German,
    `ink_soft` English, `faint` all that must not shout. Text in these three has a
    contrast of at least 4.5:1 on paper and on every mark.
    """

    name: str
    dark: bool
    paper: str
    desk: str
    ink: str
    ink_soft: str
    faint: str
    rule: str
    accent: str
    on_accent: str
    selection: str
    sentence: str
    word: str
    hit: str
    warning: str
    warning_paper: str
    marks: dict[Colour, str]
    edges: dict[Colour, str]


LIGHT = Theme(
    name="light",
    dark=False,
    paper="#fcfbf8",
    desk="#f3f0e9",
    ink="#1f1d1a",
    ink_soft="#38352f",
    faint="#6b655c",
    rule="#e2dccf",
    accent="#1e5f66",
    on_accent="#ffffff",
    selection="#b9d6d8",
    sentence="#eef2ec",
    word="#cfe3dd",
    hit="#d9e8e0",
    warning="#8a4b08",
    warning_paper="#fbeed6",
    marks={
        Colour.YELLOW: "#fce79a",
        Colour.GREEN: "#cdebc0",
        Colour.BLUE: "#c7e0f8",
        Colour.PINK: "#f9cfdd",
        Colour.VIOLET: "#e0d2f7",
    },
    edges={
        Colour.YELLOW: "#b08a00",
        Colour.GREEN: "#3f8f3a",
        Colour.BLUE: "#2a78c2",
        Colour.PINK: "#c43d74",
        Colour.VIOLET: "#7b4fc9",
    },
)

DARK = Theme(
    name="dark",
    dark=True,
    paper="#1b1c1e",
    desk="#141517",
    ink="#e6e2da",
    ink_soft="#cfcac0",
    faint="#9a948a",
    rule="#313337",
    accent="#8cc4c9",
    on_accent="#10282a",
    selection="#2f5c61",
    sentence="#26292b",
    word="#30494a",
    hit="#2c3f3a",
    warning="#f0b866",
    warning_paper="#35291a",
    marks={
        Colour.YELLOW: "#574a13",
        Colour.GREEN: "#264a2a",
        Colour.BLUE: "#1f4466",
        Colour.PINK: "#622b43",
        Colour.VIOLET: "#463066",
    },
    edges={
        Colour.YELLOW: "#d9b93a",
        Colour.GREEN: "#6fbf69",
        Colour.BLUE: "#6cb0ec",
        Colour.PINK: "#ec82ab",
        Colour.VIOLET: "#b494f0",
    },
)

SEPIA = Theme(
    name="sepia",
    dark=False,
    paper="#f5ecd9",
    desk="#ebdfc6",
    ink="#33291c",
    ink_soft="#463a2a",
    faint="#6a5b45",
    rule="#d9c9a8",
    accent="#7a3e1d",
    on_accent="#fff8ea",
    selection="#dcc59a",
    sentence="#eee2c8",
    word="#e3cc9c",
    hit="#e6d3a3",
    warning="#84400a",
    warning_paper="#f0d9ae",
    marks={
        Colour.YELLOW: "#f6dc86",
        Colour.GREEN: "#cfe0ae",
        Colour.BLUE: "#c8d9e2",
        Colour.PINK: "#f0c6c4",
        Colour.VIOLET: "#dccae4",
    },
    edges={
        Colour.YELLOW: "#a07a00",
        Colour.GREEN: "#4f8430",
        Colour.BLUE: "#2f6c96",
        Colour.PINK: "#b43d60",
        Colour.VIOLET: "#7a4aa8",
    },
)

THEMES = {theme.name: theme for theme in (LIGHT, DARK, SEPIA)}


def theme_named(name: str) -> Theme:
    """The theme of that name; "system" and unknown names follow the desktop."""
    if name in THEMES:
        return THEMES[name]
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def first_installed(families: tuple[str, ...]) -> str:
    """The first of the families this machine has, or "" for none."""
    installed = set(QFontDatabase.families())
    return next((family for family in families if family in installed), "")


def reading_font(family: str, points: float) -> QFont:
    """The font of the text; an empty family means the best one installed."""
    font = QFont(family or first_installed(READING_FAMILIES) or "serif")
    font.setStyleHint(QFont.StyleHint.Serif)
    font.setPointSizeF(points)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font


def usual_points() -> int:
    """The size of the text that goes with the desktop's own, which may be large."""
    return max(13, round(1.3 * QGuiApplication.font().pointSizeF()))


def interface_font(base: QFont) -> QFont:
    """The desktop's own font, unless it is a bare fallback and a better one is here."""
    installed = first_installed(INTERFACE_FAMILIES)
    if base.family() in ("", "Sans Serif", "Sans", "DejaVu Sans") and installed:
        font = QFont(base)
        font.setFamily(installed)
        return font
    return base


def palette(theme: Theme) -> QPalette:
    """What Qt's own widgets wear."""
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.desk,
        roles.WindowText: theme.ink,
        roles.Base: theme.paper,
        roles.AlternateBase: theme.desk,
        roles.Text: theme.ink,
        roles.Button: theme.desk,
        roles.ButtonText: theme.ink,
        roles.BrightText: theme.warning,
        roles.ToolTipBase: theme.paper,
        roles.ToolTipText: theme.ink,
        roles.PlaceholderText: theme.faint,
        roles.Highlight: theme.accent,
        roles.HighlightedText: theme.on_accent,
        roles.Link: theme.accent,
        roles.LinkVisited: theme.accent,
        roles.Accent: theme.accent,
        roles.Light: theme.paper,
        roles.Midlight: theme.rule,
        roles.Mid: theme.rule,
        roles.Dark: theme.rule,
        roles.Shadow: theme.rule,
    }
    result = QPalette()
    for role, colour in colours.items():
        result.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.faint))
    return result


def _file(icon: str) -> str:
    """The file of an icon; a style sheet takes nothing else."""
    return Path(str(importlib.resources.files("reader.resources") / "icons" / icon)).as_posix()


def style_sheet(theme: Theme) -> str:
    """The little that a palette cannot say."""
    # One that can be seen on the accent; the arrow's grey can be seen on every paper.
    tick = "tick_light.svg" if QColor(theme.on_accent).lightnessF() > 0.5 else "tick_dark.svg"
    return f"""
    QMainWindow, QMenuBar, QToolBar, QStatusBar {{ background: {theme.desk}; }}
    QMenuBar {{ padding: 2px 6px; border: 0; }}
    QMenuBar::item {{ padding: 4px 9px; border-radius: 4px; background: transparent; }}
    QMenuBar::item:selected {{ background: {theme.rule}; }}
    QMenu {{ background: {theme.paper}; border: 1px solid {theme.rule}; padding: 5px; }}
    QMenu::item {{ padding: 5px 26px 5px 22px; border-radius: 4px; }}
    QMenu::item:selected {{ background: {theme.selection}; color: {theme.ink}; }}
    QMenu::item:disabled {{ color: {theme.faint}; }}
    QMenu::separator {{ height: 1px; background: {theme.rule}; margin: 5px 8px; }}
    QToolBar {{ border: 0; border-bottom: 1px solid {theme.rule}; spacing: 2px; padding: 3px 8px; }}
    QToolButton {{ border: 1px solid transparent; border-radius: 5px; padding: 4px 8px; }}
    QToolButton:hover {{ background: {theme.rule}; }}
    QToolButton:checked {{ background: {theme.rule}; }}
    QToolButton:focus {{ border-color: {theme.accent}; }}
    QStatusBar {{ border-top: 1px solid {theme.rule}; color: {theme.faint}; }}
    QStatusBar::item {{ border: 0; }}
    QStatusBar QLabel {{ color: {theme.faint}; padding: 2px 6px; }}
    QSplitter::handle {{ background: {theme.rule}; width: 1px; }}
    QProgressBar {{
        background: {theme.rule}; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px;
    }}
    QProgressBar::chunk {{ background: {theme.accent}; border-radius: 3px; }}
    QPlainTextEdit, QLineEdit {{
        background: {theme.paper}; border: 1px solid {theme.rule}; border-radius: 5px; padding: 5px;
        selection-background-color: {theme.selection}; selection-color: {theme.ink};
    }}
    QPlainTextEdit:focus, QLineEdit:focus {{ border: 1px solid {theme.accent}; }}
    QPushButton {{
        background: {theme.paper}; border: 1px solid {theme.rule}; border-radius: 5px;
        padding: 5px 13px;
    }}
    QPushButton:hover {{ background: {theme.rule}; }}
    QPushButton:focus {{ border-color: {theme.accent}; }}
    QPushButton:disabled {{ color: {theme.faint}; background: transparent; }}
    QDialogButtonBox QPushButton {{ qproperty-icon: none; }}
    QComboBox {{
        background: {theme.paper}; border: 1px solid {theme.rule}; border-radius: 5px;
        padding: 4px 9px;
    }}
    QComboBox:hover {{ border-color: {theme.faint}; }}
    QComboBox:focus {{ border-color: {theme.accent}; }}
    QComboBox::drop-down {{ border: 0; width: 22px; }}
    QComboBox::down-arrow {{ image: url("{_file("arrow.svg")}"); width: 12px; height: 12px; }}
    QTreeView {{
        background: {theme.paper}; border: 1px solid {theme.rule}; border-radius: 5px; outline: 0;
    }}
    QTreeView::item {{ padding: 5px 4px; }}
    QTreeView::item:selected {{ background: {theme.selection}; color: {theme.ink}; }}
    QTreeView QHeaderView::section {{
        background: {theme.paper}; color: {theme.faint}; border: 0;
        border-bottom: 1px solid {theme.rule}; padding: 5px 6px;
    }}
    QTableView#mark_list {{
        background: {theme.desk}; border: 0; outline: 0; selection-background-color: {theme.desk};
    }}
    QListView {{ background: {theme.desk}; border: 0; outline: 0; }}
    QCheckBox::indicator {{
        width: 12px; height: 12px; border: 1px solid {theme.faint}; border-radius: 3px;
        background: {theme.paper};
    }}
    QRadioButton::indicator {{
        width: 12px; height: 12px; border: 1px solid {theme.faint}; border-radius: 7px;
        background: {theme.paper};
    }}
    QRadioButton::indicator:checked {{ border: 4px solid {theme.accent}; width: 6px; height: 6px; }}
    QCheckBox::indicator:checked {{
        background: {theme.accent}; border-color: {theme.accent}; image: url("{_file(tick)}");
    }}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {theme.rule}; }}
    QSlider::sub-page:horizontal {{ border-radius: 2px; background: {theme.accent}; }}
    QSlider::handle:horizontal {{
        width: 14px; margin: -5px 0; border-radius: 7px; background: {theme.accent};
    }}
    QSlider::handle:horizontal:focus {{ border: 2px solid {theme.ink}; }}
    QTreeView:focus, QTableView#words:focus {{ border-color: {theme.accent}; }}
    QListView:focus {{ border: 1px solid {theme.accent}; }}
    QScrollArea#word {{ border: 1px solid transparent; }}
    QScrollArea#word:focus {{ border-color: {theme.accent}; }}
    QComboBox QListView, QComboBox QListView:focus {{ border: 0; }}
    QCheckBox:focus {{ text-decoration: underline; }}
    QCheckBox::indicator:focus {{ border: 2px solid {theme.accent}; }}
    QTabBar::tab:focus {{ text-decoration: underline; }}
    QToolTip {{
        background: {theme.paper}; color: {theme.ink};
        border: 1px solid {theme.rule}; padding: 4px;
    }}
    QFrame#banner {{
        background: {theme.warning_paper}; border: 0; border-bottom: 1px solid {theme.rule};
    }}
    QFrame#banner QLabel {{ color: {theme.ink}; }}
    QFrame#find_bar {{ background: {theme.desk}; border: 0; border-top: 1px solid {theme.rule}; }}
    QFrame#mark_bar {{
        background: {theme.paper}; border: 1px solid {theme.rule}; border-radius: 8px;
    }}
    QTabWidget::pane {{ border: 0; }}
    QTabBar {{ background: {theme.desk}; }}
    QTabBar::tab {{
        background: {theme.desk}; color: {theme.faint}; border: 0; padding: 8px 11px;
        border-bottom: 2px solid transparent;
    }}
    QTabBar::tab:selected {{ color: {theme.ink}; border-bottom: 2px solid {theme.accent}; }}
    QPushButton#place {{ text-align: left; border: 0; padding: 3px 0; background: transparent; }}
    QPushButton#place:hover {{ color: {theme.accent}; }}
    QWidget#notes_panel {{ background: {theme.desk}; }}
    QLabel#panel_title {{ font-weight: 600; }}
    QLabel#faint {{ color: {theme.faint}; }}
    QLabel#warning {{ color: {theme.warning}; }}
    QPlainTextEdit#quote, QPlainTextEdit#quote:focus {{
        background: transparent; border: 0; padding: 0; color: {theme.faint};
    }}
    QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
    QScrollBar::handle:vertical {{
        background: {theme.rule}; border-radius: 4px; min-height: 36px; margin: 2px;
    }}
    QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
    QScrollBar::handle:horizontal {{
        background: {theme.rule}; border-radius: 4px; min-width: 36px; margin: 2px;
    }}
    QScrollBar::handle:hover {{ background: {theme.faint}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; width: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    """
