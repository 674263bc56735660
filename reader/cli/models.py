"""`lesepult models`: the translation models that are there, and those that can be had."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from reader.cli._arguments import add_words
from reader.cli._progress import Progress
from reader.cli._streams import put_out
from reader.errors import KnownError
from reader.paths import Paths

if TYPE_CHECKING:
    from reader.packages import Package
    from reader.packages.catalogue import Offer

HELP = "list, install, remove and choose translation models"

_MB = 1_000_000
_LANGUAGES = re.compile(r"[a-z]{2,3}-[a-z]{2,3}")


def add_arguments(parser: ArgumentParser) -> None:
    """The four things that can be done with models."""
    words = {
        "list": "list the models that are installed, * those in use, and those to be had",
        "install": "install a model from a file, a folder, or the internet",
        "remove": "delete an installed model",
        "use": "translate with this model from now on",
    }
    parsers = add_words(parser, "action", words)
    parsers["list"].add_argument(
        "--online", action="store_true", help="load the list of all models to be had"
    )
    parsers["install"].add_argument(
        "source",
        metavar="SOURCE",
        help="an .argosmodel file, an unpacked one, or languages to load one for (de-en)",
    )
    for word in ("remove", "use"):
        parsers[word].add_argument("model", metavar="MODEL", help="its name in `models list`")


def run(arguments: Namespace, paths: Paths) -> int:
    """Does it; of what is installed, the newest or the chosen one of its languages is used."""
    from reader import packages

    match arguments.action:
        case "list":
            _list(paths, arguments.online)
        case "install":
            package = _install(arguments.source, paths)
            packages.use(paths, package)
            put_out(f"{package.folder.name} is installed and in use.\n")
        case "remove":
            package = _find(arguments.model, paths)
            packages.remove(paths, package)
            put_out(f"{package.folder.name} is removed.\n")
        case _:
            package = _find(arguments.model, paths)
            packages.use(paths, package)
            put_out(f"{package.folder.name} is in use.\n")
    return 0


def _list(paths: Paths, online: bool) -> None:
    from reader import packages
    from reader.packages.catalogue import KNOWN

    packages.ready(paths)  # the bundled one is on the list from the beginning
    found = packages.installed(paths)
    used = {pair: packages.in_use(paths, pair) for pair in {package.pair for package in found}}
    put_out("Installed:\n" + _lines(found, used.values()))
    there = {(package.name, package.version) for package in found}
    offers = [o for o in (_offers() if online else [KNOWN]) if (o.name, o.version) not in there]
    if offers:
        put_out("\nTo be had (lesepult models install LANGUAGES):\n")
    for offer in offers:
        size = f"{offer.size / _MB:6.0f} MB" if offer.size else ""
        row = f"  {offer.key:8} {offer.version:6} {offer.languages:24} {size:9} {offer.address}"
        put_out(row.rstrip() + "\n")


def _lines(found: Iterable[Package], used: Iterable[Package | None]) -> str:
    used = list(used)
    rows = (
        f"{'*' if package in used else ' '} {package.folder.name:34} {package.size / _MB:6.0f} MB"
        f"  {package.checksum[:16]}  {package.origin}\n"
        for package in found
    )
    return "".join(rows)


def _offers() -> list[Offer]:
    from reader.packages.catalogue import INDEX, read_index
    from reader.services.download import fetch_index

    return read_index(fetch_index(INDEX))


def _install(source: str, paths: Paths) -> Package:
    from reader.services.obtain import install, obtain

    path = Path(source).expanduser()
    if path.exists() or not _LANGUAGES.fullmatch(source):
        return install(path, paths)
    offer = _newest(source)
    line = Progress(f"Loading {offer.name} {offer.version}: MB", max(1, offer.size // _MB))
    try:
        return obtain(offer, paths, lambda step: line.at(step.done // _MB))
    finally:
        line.end()


def _newest(key: str) -> Offer:
    """What is pinned here, else the newest of the index, for these languages."""
    from reader.packages.catalogue import KNOWN

    if key == KNOWN.key:
        return KNOWN
    found = [offer for offer in _offers() if offer.key == key]
    if not found:
        raise KnownError(
            f"There is no model for {key}, nor a file of that name.",
            "What there is: lesepult models list --online.",
        )
    return max(found, key=lambda offer: [int(part) for part in offer.version.split(".")])


def _find(name: str, paths: Paths) -> Package:
    """The one installed package that is called so, or whose name begins so."""
    from reader import packages

    found = [p for p in packages.installed(paths) if p.folder.name.startswith(name)]
    exact = [p for p in found if p.folder.name == name]
    if len(exact or found) == 1:
        return (exact or found)[0]
    reason = "fits more than one model" if found else "is no installed model"
    raise KnownError(f"{name} {reason}.", "Their names: lesepult models list.")
