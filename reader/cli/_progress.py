"""How far a long work is, on a terminal only."""

from __future__ import annotations

import sys


class Progress:
    """One line on standard error that is written over and over, and gone at the end."""

    def __init__(self, label: str, total: int) -> None:
        self._label = label
        self._total = total
        self._shown = 0
        self._on = bool(sys.stderr) and sys.stderr.isatty()

    def at(self, done: int) -> None:
        """Tells how much of the total is done."""
        self._show(f"{self._label} {done} of {self._total}")

    def end(self) -> None:
        """Takes the line away."""
        self._show("")

    def _show(self, line: str) -> None:
        if self._on:
            sys.stderr.write("\r" + line.ljust(self._shown) + ("" if line else "\r"))
            sys.stderr.flush()
            self._shown = len(line)
