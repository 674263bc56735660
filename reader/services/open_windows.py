"""Which windows are open, so that the next start brings them back."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, cast

from reader.errors import KnownError
from reader.files import write_whole

MOST = 20
"""More than anybody reads at once: a damaged list must not fill the screen."""


@dataclass(frozen=True, slots=True)
class OpenWindow:
    """The id of a window's document, and its place on the screen as Qt wrote it, in Base64."""

    document: str
    geometry: str = ""


def load(file: Path) -> list[OpenWindow]:
    """The windows of that list; none where it is missing or makes no sense."""
    try:
        values = json.loads(file.read_text("utf-8"))
        return [_window(value) for value in values[:MOST]]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return []


def save(windows: list[OpenWindow], file: Path) -> None:
    """Write the list; where that cannot be done, the next start knows an older one."""
    with suppress(KnownError, OSError):
        file.parent.mkdir(parents=True, exist_ok=True)
        write_whole(file, json.dumps([asdict(window) for window in windows], indent=2) + "\n")


def _window(value: Any) -> OpenWindow:
    found = cast("dict[str, object]", value)
    document, geometry = found["document"], found.get("geometry", "")
    if not isinstance(document, str) or not isinstance(geometry, str):
        raise TypeError
    return OpenWindow(document, geometry)
