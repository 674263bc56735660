"""Which classes of a style sheet set words in italics or in bold."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reader.model import Style

Looks = Mapping[str, frozenset[Style]]
"""By the name of a class."""

_CLASS = re.compile(r"[a-z0-9]*\.([\w-]+)", re.IGNORECASE)
_ITALIC = re.compile(r"font-style\s*:\s*(?:italic|oblique)", re.IGNORECASE)
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)", re.IGNORECASE)
_NAMES = {
    Style.EMPHASIS: "emphasis italic italics kursiv".split(),
    Style.STRONG: "bold fett strong".split(),
}
NAMED: Looks = {name: frozenset((style,)) for style, names in _NAMES.items() for name in names}
"""Classes whose name says it."""


def styles_of(declarations: str) -> frozenset[Style]:
    """What the declarations of a rule, or of a `style` attribute, make of words."""
    found = {Style.EMPHASIS} if _ITALIC.search(declarations) else set[Style]()
    return frozenset(found | {Style.STRONG} if _BOLD.search(declarations) else found)


def looks(sheet: str) -> Looks:
    """The classes of a style sheet; rules for more than a class say nothing of words."""
    found = dict(NAMED)
    for rule in sheet.split("}"):
        selectors, _, declarations = rule.rpartition("{")
        if styles := styles_of(declarations):
            for selector in selectors.split(","):
                if named := _CLASS.fullmatch(selector.strip()):
                    found[named[1]] = styles
    return found
