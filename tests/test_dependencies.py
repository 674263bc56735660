"""The libraries are those that pyproject.toml names, without the faults that some have had."""

from __future__ import annotations

import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import grimp
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from PySide6.QtCore import QObject

CHECKOUT = Path(__file__).parents[1]


def test_dependencies_are_what_is_imported() -> None:
    graph = grimp.build_graph("reader", include_external_packages=True, cache_dir=None)
    modules = {module for module in graph.modules if graph.is_module_squashed(module)}
    for file in (CHECKOUT / "reader").rglob("*.py"):  # untyped libraries are imported by name
        modules.update(re.findall(r'import_module\("(\w+)', file.read_text("utf-8")))
    distributions = packages_distributions()
    imported = {
        name
        for module in modules - sys.stdlib_module_names
        for name in distributions.get(module, [module])
    }

    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text("utf-8"))["project"]
    named = {Requirement(line).name for line in project["dependencies"]}

    assert set(map(canonicalize_name, imported)) == set(map(canonicalize_name, named))


def test_pyside_keeps_none() -> None:
    """PySide6 6.12.0 on Python 3.11 lost a reference to None on every call that returns nothing.

    The program aborted once all were gone, after some thousand calls. From Python 3.12 on,
    None cannot be lost.
    """
    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(5000):
        thing.setObjectName("")
    assert abs(sys.getrefcount(None) - before) < 500
