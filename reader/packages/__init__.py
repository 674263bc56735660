"""Argos packages on disk: what is installed, which one is used, how one gets there.

Each package has a folder of its own under `paths.packages`, named after its name,
version and the checksum of its model, with Argos's files as they are and a record of
ours beside them. Folders appear whole, by a rename, or not at all.
"""

from __future__ import annotations

from reader.packages.installation import bundled, install
from reader.packages.readiness import in_use, ready, route
from reader.packages.shelf import Package, damage, installed, remove, use

__all__ = [
    "Package",
    "bundled",
    "damage",
    "in_use",
    "install",
    "installed",
    "ready",
    "remove",
    "route",
    "use",
]
