from __future__ import annotations

from types import SimpleNamespace

import psutil
import pytest

from reader.services.power import on_battery


def missing() -> None:
    raise FileNotFoundError("/sys/class/power_supply")


@pytest.mark.parametrize(("plugged", "expected"), [(False, True), (True, False), (None, False)])
def test_the_battery_tells(
    monkeypatch: pytest.MonkeyPatch, plugged: bool | None, expected: bool
) -> None:
    battery = SimpleNamespace(power_plugged=plugged)
    monkeypatch.setattr(psutil, "sensors_battery", lambda: battery, raising=False)
    assert on_battery() is expected


def test_a_machine_that_cannot_tell_is_on_the_mains(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(psutil, "sensors_battery", lambda: None, raising=False)
    assert on_battery() is False
    monkeypatch.setattr(psutil, "sensors_battery", missing, raising=False)
    assert on_battery() is False
    monkeypatch.delattr(psutil, "sensors_battery", raising=False)
    assert on_battery() is False
