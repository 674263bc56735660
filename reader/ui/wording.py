"""What the values of the model are called in the language of the interface."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, Qt

from reader.model import Colour, Flag, Mark

if TYPE_CHECKING:
    from reader.words.grammar import PartOfSpeech


MOST_PLACES = 3  # that are told; who has more goes through the file anyway
MONTHS = {f"{month:02}" for month in range(1, 13)}


def colour_name(colour: Colour) -> str:
    """The highlighter's name."""
    names = {
        Colour.YELLOW: QCoreApplication.translate("Wording", "Yellow"),
        Colour.GREEN: QCoreApplication.translate("Wording", "Green"),
        Colour.BLUE: QCoreApplication.translate("Wording", "Blue"),
        Colour.PINK: QCoreApplication.translate("Wording", "Pink"),
        Colour.VIOLET: QCoreApplication.translate("Wording", "Violet"),
    }
    return names[colour]


def mark_told(mark: Mark) -> str:
    """What there is to say of a mark, for those who cannot see its colour."""
    if mark.colour is None:
        return QCoreApplication.translate("Wording", "Note: {0}").format(mark.note)
    colour = colour_name(mark.colour)
    if not mark.note:
        return QCoreApplication.translate("Wording", "Marked, {0}").format(colour)
    told = QCoreApplication.translate("Wording", "Marked, {0}. Note: {1}")
    return told.format(colour, mark.note)


def date_told(date: str) -> str:
    """A date as YYYY-MM-DD, or a part of it from the left, as people write it here."""
    locale = QLocale()
    year, *rest = date.split("-")
    if len(rest) == 2:
        # As Qt writes formats: a day, the name of the month, a year.
        form = QCoreApplication.translate("Wording", "d MMMM yyyy")
        return locale.toString(QDate.fromString(date, Qt.DateFormat.ISODate), form) or date
    if len(rest) == 1 and rest[0] in MONTHS:
        return f"{locale.standaloneMonthName(int(rest[0]))} {year}"
    return date


def places_told(places: Sequence[tuple[Path, int]]) -> str:
    """The lines of files, the first few of them."""
    one = QCoreApplication.translate("Wording", "{0}, line {1}")
    shown = [one.format(file.name, line) for file, line in places[:MOST_PLACES]]
    return "; ".join([*shown, "…"] if len(places) > MOST_PLACES else shown)


def part_of_speech(kind: PartOfSpeech) -> str:
    """What kind of word it is; "" where that is not known."""
    return part_named(kind.value)


def part_named(part: str) -> str:
    """The part of speech that a kept word has; "" where that is not known."""
    names = {
        "noun": QCoreApplication.translate("Wording", "noun"),
        "name": QCoreApplication.translate("Wording", "name"),
        "verb": QCoreApplication.translate("Wording", "verb"),
        "adjective": QCoreApplication.translate("Wording", "adjective"),
        "adverb": QCoreApplication.translate("Wording", "adverb"),
        "article": QCoreApplication.translate("Wording", "article"),
        "pronoun": QCoreApplication.translate("Wording", "pronoun"),
        "preposition": QCoreApplication.translate("Wording", "preposition"),
        "conjunction": QCoreApplication.translate("Wording", "conjunction"),
        "numeral": QCoreApplication.translate("Wording", "numeral"),
        "particle": QCoreApplication.translate("Wording", "particle"),
        "interjection": QCoreApplication.translate("Wording", "interjection"),
    }
    return names.get(part, "")


def reason(flag: Flag) -> str:
    """Why a check failed."""
    reasons = {
        Flag.EMPTY: QCoreApplication.translate("Wording", "nothing was translated"),
        Flag.COPIED: QCoreApplication.translate("Wording", "the German was copied, not translated"),
        Flag.CLIPPED: QCoreApplication.translate("Wording", "the end is missing"),
        Flag.LOOPING: QCoreApplication.translate("Wording", "words are repeated"),
        Flag.LENGTH: QCoreApplication.translate(
            "Wording", "it is much shorter or longer than the German"
        ),
        Flag.NUMBERS: QCoreApplication.translate("Wording", "numbers differ from the German"),
        Flag.NAMES: QCoreApplication.translate("Wording", "a name is missing"),
        Flag.UNKNOWN: QCoreApplication.translate("Wording", "the model did not know a word"),
    }
    return reasons[flag]


def language_name(code: str) -> str:
    """A language's name for itself: "de" is "Deutsch"."""
    if code == "en":
        return "English"  # Qt would say of which country
    name = QLocale(code).nativeLanguageName()
    return name[:1].upper() + name[1:] if name else code


def engine_name(engine: str) -> str:
    """What people call an engine: the name and version of its package."""
    names = (" ".join(part.split(":")[1:3]) or part for part in engine.split("+"))
    return " + ".join(names)


def doubt(flags: Iterable[Flag]) -> str:
    """Why a translated sentence is not to be trusted, in one sentence."""
    reasons = "; ".join(reason(flag) for flag in flags)
    return QCoreApplication.translate("Wording", "May be wrong: {0}.").format(reasons)
