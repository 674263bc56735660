"""What the values of the model are called in the window."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from reader.model import Colour, Flag

COLOURS = {
    Colour.YELLOW: QT_TRANSLATE_NOOP("Wording", "Yellow"),
    Colour.GREEN: QT_TRANSLATE_NOOP("Wording", "Green"),
    Colour.BLUE: QT_TRANSLATE_NOOP("Wording", "Blue"),
    Colour.PINK: QT_TRANSLATE_NOOP("Wording", "Pink"),
    Colour.VIOLET: QT_TRANSLATE_NOOP("Wording", "Violet"),
}
DOUBTS = {
    Flag.EMPTY: QT_TRANSLATE_NOOP("Wording", "nothing was translated"),
    Flag.COPIED: QT_TRANSLATE_NOOP("Wording", "the German was copied, not translated"),
    Flag.CLIPPED: QT_TRANSLATE_NOOP("Wording", "the end is missing"),
    Flag.LOOPING: QT_TRANSLATE_NOOP("Wording", "words are repeated"),
    Flag.LENGTH: QT_TRANSLATE_NOOP("Wording", "it is much shorter or longer than the German"),
    Flag.NUMBERS: QT_TRANSLATE_NOOP("Wording", "numbers differ from the German"),
    Flag.NAMES: QT_TRANSLATE_NOOP("Wording", "a name is missing"),
    Flag.UNKNOWN: QT_TRANSLATE_NOOP("Wording", "the model did not know a word"),
}


def colour_name(colour: Colour) -> str:
    """The highlighter's name in the language of the interface."""
    return QCoreApplication.translate("Wording", COLOURS[colour])


def doubt(flags: Iterable[Flag]) -> str:
    """Why a translated sentence is not to be trusted, in one sentence."""
    reasons = "; ".join(QCoreApplication.translate("Wording", DOUBTS[flag]) for flag in flags)
    return QCoreApplication.translate("Wording", "May be wrong: {0}.").format(reasons)
