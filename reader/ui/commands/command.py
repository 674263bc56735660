"""What a command and a menu are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from reader.ui.window import Window


@dataclass(frozen=True)
class Command:
    """One thing to do: its id, its text, its keys with blanks between, its call.

    `group` sets commands of a menu apart by lines; with an `icon` it is on the tool bar.
    """

    id: str
    group: int
    text: str
    keys: str
    call: Callable[[Window], object]
    icon: str = ""
    checkable: bool = False

    @property
    def plain(self) -> str:
        """Its text without the marks of a menu."""
        return self.text.replace("&", "").replace(" …", "")

    @property
    def shortcuts(self) -> list[QKeySequence]:
        return [QKeySequence(key) for key in self.keys.split()]


@dataclass(frozen=True)
class Menu:
    """Commands under one title."""

    title: str
    commands: tuple[Command, ...]

    @property
    def plain(self) -> str:
        """Its title without the mark of its key."""
        return self.title.replace("&", "")
