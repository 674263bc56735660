"""Where the machine gets its power from."""

from __future__ import annotations

import psutil


def on_battery() -> bool:
    """Whether the machine runs on its battery; False where that cannot be known."""
    battery = psutil.sensors_battery()
    return battery is not None and battery.power_plugged is False
