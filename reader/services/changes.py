"""What one part of the program tells the others has changed."""

from __future__ import annotations

import enum


class Changes(enum.Flag):
    """What is no longer as it was."""

    DOCUMENT = enum.auto()
    MARKS = enum.auto()
    TRANSLATIONS = enum.auto()
    LANGUAGES = enum.auto()
    ELSEWHERE = enum.auto()  # marks and words, by other means than the session
