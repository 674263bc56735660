"""What the highlighters are called."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reader.model import Colour

NAMES = {
    Colour.YELLOW: QT_TRANSLATE_NOOP("Colours", "Yellow"),
    Colour.GREEN: QT_TRANSLATE_NOOP("Colours", "Green"),
    Colour.BLUE: QT_TRANSLATE_NOOP("Colours", "Blue"),
    Colour.PINK: QT_TRANSLATE_NOOP("Colours", "Pink"),
    Colour.VIOLET: QT_TRANSLATE_NOOP("Colours", "Violet"),
}


def colour_name(colour: Colour) -> str:
    """The highlighter's name in the language of the interface."""
    return QCoreApplication.translate("Colours", NAMES[colour])
