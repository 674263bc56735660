"""What the values of the model are called in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from reader.model import Colour, Flag


def colour_name(colour: Colour) -> str:
    """The highlighter's name."""
    tr = QCoreApplication.translate
    names = {
        Colour.YELLOW: tr("Wording", "Yellow"),
        Colour.GREEN: tr("Wording", "Green"),
        Colour.BLUE: tr("Wording", "Blue"),
        Colour.PINK: tr("Wording", "Pink"),
        Colour.VIOLET: tr("Wording", "Violet"),
    }
    return names[colour]


def reason(flag: Flag) -> str:
    """Why a check failed."""
    tr = QCoreApplication.translate
    reasons = {
        Flag.EMPTY: tr("Wording", "nothing was translated"),
        Flag.COPIED: tr("Wording", "the German was copied, not translated"),
        Flag.CLIPPED: tr("Wording", "the end is missing"),
        Flag.LOOPING: tr("Wording", "words are repeated"),
        Flag.LENGTH: tr("Wording", "it is much shorter or longer than the German"),
        Flag.NUMBERS: tr("Wording", "numbers differ from the German"),
        Flag.NAMES: tr("Wording", "a name is missing"),
        Flag.UNKNOWN: tr("Wording", "the model did not know a word"),
    }
    return reasons[flag]


def doubt(flags: Iterable[Flag]) -> str:
    """Why a translated sentence is not to be trusted, in one sentence."""
    reasons = "; ".join(reason(flag) for flag in flags)
    return QCoreApplication.translate("Wording", "May be wrong: {0}.").format(reasons)
