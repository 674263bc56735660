"""Where the machine gets its power from."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol, cast


def _none() -> None:
    """Stands in where the platform has no such sensor."""


class _Battery(Protocol):
    power_plugged: bool | None


def on_battery() -> bool:
    """Whether the machine runs on its battery; False where that cannot be known."""
    import psutil  # not before the text is on the page

    sensor = cast("Callable[[], _Battery | None]", getattr(psutil, "sensors_battery", _none))
    try:
        battery = sensor()
    except OSError:  # a container without the files that tell
        return False
    return battery is not None and battery.power_plugged is False
