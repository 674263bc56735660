"""How the window looks and behaves: one value, one small JSON file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from reader.errors import KnownError
from reader.files import write_whole
from reader.model import Colour
from reader.paths import Paths
from reader.phrases import Phrase


@dataclass(frozen=True, slots=True)
class Settings:
    """What a reader has chosen; the defaults are what a new reader sees."""

    language: str = ""
    """Of the interface, as a code; "" for the desktop's."""
    theme: str = "system"
    """One of the window's themes, or "system" to follow the desktop."""
    font_family: str = ""
    """Of the text; "" for the first of the preferred ones that is there."""
    font_size: int = 0
    """Of the text, in points; 0 for one that goes with the desktop's."""
    line_spacing: int = 148
    """Distance of two base lines, in percent of the font's height."""
    read_ahead: bool = True
    """Whether paragraphs are translated before they are asked for."""
    speech_speed: int = 0
    """Of reading aloud: tenths of the way to the slowest (below 0) or the fastest voice."""
    mode: str = "side-by-side"
    """How the two languages stand on the page of a text that is new."""
    reveal: str = "paragraph"
    """How much English a click uncovers: a paragraph, a sentence or a word."""
    line_length: int = 72
    """Of the text, in characters; lines are never longer."""
    hyphenation: bool = True
    """Whether words are broken in narrow columns."""
    ratio: float = 0.5
    """Share of the page's width that the German column has."""
    notes_panel: bool = False
    panel_width: int = 0
    """In pixels; 0 for the usual one."""
    geometry: str = ""
    """The window's place and size as Qt wrote it, in Base64."""
    last_folder: str = ""
    vault: str = ""
    """The folder that notes are exported into, "" for none."""
    vault_each: bool = False
    """Whether each mark has a file of its own there."""
    vault_callouts: bool = False
    """Whether the notes there are Obsidian's callouts, in the colours of the marks."""
    vault_always: bool = False
    """Whether the folder is brought up to date after every change."""
    yellow: str = ""
    """What the reader calls the yellow marks; "" for their colour. So with the next four."""
    green: str = ""
    blue: str = ""
    pink: str = ""
    violet: str = ""


def colour_names(settings: Settings) -> dict[Colour, str]:
    """What the reader calls the highlighters, those that have a name."""
    names = {colour: " ".join(getattr(settings, colour.value).split()) for colour in Colour}
    return {colour: name for colour, name in names.items() if name}


_RANGES: Mapping[str, tuple[float, float]] = {
    "font_size": (0, 72),
    "line_spacing": (100, 300),
    "speech_speed": (-10, 10),
    "line_length": (30, 200),
    "ratio": (0.1, 0.9),
    "panel_width": (0, 10_000),
}


def load(paths: Paths) -> Settings:
    """The settings of the profile; what is missing or no good has its default.

    A file that cannot be understood is set aside as `settings.json.broken`.
    """
    try:
        text = paths.settings.read_text("utf-8")
    except OSError:
        return Settings()
    except UnicodeDecodeError:
        return _set_aside(paths.settings)
    try:
        values = json.loads(text)
    except (ValueError, RecursionError):
        return _set_aside(paths.settings)
    if not isinstance(values, dict):
        return _set_aside(paths.settings)
    return _checked(cast("dict[str, object]", values))


def save(settings: Settings, paths: Paths) -> None:
    """Writes the settings: the whole file, or none of it.

    Raises KnownError where the file cannot be written.
    """
    try:
        paths.settings.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise KnownError(
            Phrase(
                "The settings cannot be saved in {parent}: {strerror}.",
                parent=paths.settings.parent,
                strerror=fault.strerror,
            )
        ) from fault
    write_whole(paths.settings, json.dumps(asdict(settings), indent=2) + "\n")


def _checked(values: dict[str, object]) -> Settings:
    """What is of the type and in the range it should be; unknown names are another version's."""
    good: dict[str, Any] = {}
    for name, usual in asdict(Settings()).items():
        value = values.get(name)
        if type(value) is not type(usual):
            continue
        if isinstance(value, int | float) and name in _RANGES:
            least, most = _RANGES[name]
            if not least <= value <= most:
                continue
        good[name] = value
    return Settings(**good)


def _set_aside(file: Path) -> Settings:
    with suppress(OSError):
        file.replace(file.with_name(f"{file.name}.broken"))
    return Settings()
