"""Where the machine gets its power from."""

from __future__ import annotations

from typing import Protocol, cast

import psutil


class _Battery(Protocol):
    power_plugged: bool | None


def on_battery() -> bool:
    """Whether the machine runs on its battery; False where that cannot be known."""
    battery = cast("_Battery | None", psutil.sensors_battery())  # psutil has no types
    return battery is not None and battery.power_plugged is False
