"""Faults of the world, told apart from faults of the program."""

from __future__ import annotations


class KnownError(Exception):
    """Something outside the program is wrong: a file, a disk, a package, the user's input.

    `message` names the thing and the reason in one sentence; `advice`, where there
    is any, says what to do. Every other exception is a fault of ours.
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.advice = advice

    def __str__(self) -> str:
        return f"{self.message} {self.advice}".strip()
