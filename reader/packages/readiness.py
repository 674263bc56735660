"""Which package translates between two languages."""

from __future__ import annotations

from reader.errors import KnownError
from reader.packages.installation import bundled, install
from reader.packages.shelf import Package, choices, installed, sizes_right
from reader.paths import Paths
from reader.phrases import Language, Phrase

_BUNDLED_PAIR = "de-en"
_MIDDLE = "en"  # nearly all Argos packages translate from or to it


def in_use(paths: Paths, pair: str = _BUNDLED_PAIR) -> Package | None:
    """The installed package of a pair of languages that is used: the chosen, else the newest."""
    packages = [package for package in installed(paths) if package.pair == pair]
    chosen = choices(paths).get(pair)
    return next(
        (p for p in packages if p.folder.name == chosen), packages[-1] if packages else None
    )


def ready(paths: Paths, source: str = "de", target: str = "en") -> Package:
    """The package to translate with: the one chosen, else the newest of that pair.

    Unpacks the bundled one where there is none. Raises KnownError where no package
    translates between these languages, or where the one to use is damaged.
    """
    pair = f"{source}-{target}"
    package = in_use(paths, pair)
    if package is not None and sizes_right(package):
        return package
    if package is not None and package.origin != "bundled":
        raise KnownError(
            Phrase(
                "The model {name} {version} is damaged.", name=package.name, version=package.version
            ),
            Phrase("Remove it and install it again, or choose another."),
        )
    if pair != _BUNDLED_PAIR:
        raise KnownError(
            Phrase(
                "No installed model translates from “{source}” to “{target}”.",
                source=Language(source),
                target=Language(target),
            )
        )
    return install(bundled(), paths)


def route(paths: Paths, source: str, target: str = "en") -> tuple[Package, ...]:
    """The packages from one language to another: one, or two with English between them.

    Raises KnownError where there is no way.
    """
    direct = in_use(paths, f"{source}-{target}") or f"{source}-{target}" == _BUNDLED_PAIR
    if direct or _MIDDLE in (source, target):
        return (ready(paths, source, target),)
    return ready(paths, source, _MIDDLE), ready(paths, _MIDDLE, target)
