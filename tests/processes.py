"""What tests need that start other processes."""

from __future__ import annotations

import os


def unwatched() -> dict[str, str]:
    """The environment, without what would measure the process: that writes files of its own."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE_")}
