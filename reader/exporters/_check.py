"""Checks: by them what we wrote into a file is known from what somebody has changed since."""

from __future__ import annotations

import hashlib

NO_CHECK = "0" * 8
"""Stands where the check will be, while it is made."""


def check_of(text: str) -> str:
    """A hash of a text; white space at the ends of its lines makes no difference."""
    lines = "\n".join([line.rstrip() for line in text.split("\n")])
    return hashlib.sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()[:8]
