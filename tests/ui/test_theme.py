from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from reader.model import Colour
from reader.ui.theme import THEMES, Theme, palette, theme_named


def luminance(colour: str) -> float:
    """Relative luminance by WCAG 2.2."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast ratio by WCAG 2.2."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_text_can_be_read_on_everything_it_stands_on(theme: Theme) -> None:
    grounds = [
        theme.paper,
        theme.sentence,
        theme.word,
        theme.hit,
        theme.selection,
        *theme.marks.values(),
    ]
    for ground in grounds:
        for ink in (theme.ink, theme.ink_soft):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    for ground in grounds:
        if ground != theme.selection:  # where links are written in ink
            assert contrast(theme.accent, ground) >= 4.5, ground
    for ground in (theme.paper, theme.desk):
        for ink in (theme.ink, theme.faint, theme.accent):
            assert contrast(ink, ground) >= 4.5, (ink, ground)
    assert contrast(theme.warning, theme.paper) >= 4.5
    assert contrast(theme.ink, theme.warning_paper) >= 4.5
    assert contrast(theme.on_accent, theme.accent) >= 4.5


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_signs_stand_out_from_the_paper(theme: Theme) -> None:
    for colour in Colour:
        assert contrast(theme.edges[colour], theme.paper) >= 3
        assert contrast(theme.edges[colour], theme.marks[colour]) >= 2


def test_every_theme_has_five_different_marks() -> None:
    for theme in THEMES.values():
        assert set(theme.marks) == set(theme.edges) == set(Colour)
        assert len(set(theme.marks.values())) == len(Colour)


def test_an_unknown_name_follows_the_desktop(app: QApplication) -> None:
    assert theme_named("nonsense") is theme_named("system")
    assert theme_named("sepia").name == "sepia"


def test_the_palette_wears_the_theme(app: QApplication) -> None:
    dark = palette(theme_named("dark"))
    assert dark.color(QPalette.ColorRole.Base) == QColor(theme_named("dark").paper)
