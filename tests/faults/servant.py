"""The process that forks those that act, see acting.py."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path

from tests.faults.acting import Order

ROOT = Path(__file__).parents[2]


class Servant:
    """The process that acts, once an order."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def order(self, order: Order) -> int:
        """Has something done; gives the number of the process that does it."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(asdict(order)) + "\n")
        self._process.stdin.flush()
        word, number = self.line().split()
        assert word == "began"
        return int(number)

    def go(self) -> None:
        """Lets one that waits begin."""
        assert self._process.stdin
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    def line(self) -> str:
        assert self._process.stdout
        return self._process.stdout.readline().rstrip("\n")

    def rest(self) -> list[str]:
        """All that it says until it has ended."""
        lines: list[str] = []
        while not (line := self.line()).startswith("ended"):
            assert line, "the servant itself has died"
            lines.append(line)
        return lines


@contextmanager
def servant() -> Generator[Servant]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.faults.acting"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    ) as process:
        yield Servant(process)
        assert process.stdin
        process.stdin.close()
