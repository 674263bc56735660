"""The packages that are installed, and the one in use for each pair of languages."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from reader.errors import KnownError
from reader.files import write_whole
from reader.paths import Paths
from reader.phrases import Phrase

RECORD = "lesepult.json"
STAGING = ".staging-"
_IN_USE = "in-use.json"
_FORMAT = 1


@dataclass(frozen=True)
class Package:
    """An installed Argos package.

    `size` is in bytes, `checksum` the SHA-256 of its model, `origin` where it came
    from (a file's name, an address, "bundled"), `files` size and SHA-256 by path.
    """

    name: str
    version: str
    source: str
    target: str
    folder: Path
    size: int
    checksum: str
    origin: str
    files: Mapping[str, tuple[int, str]]

    @property
    def engine(self) -> str:
        """The id under which its translations are kept."""
        return f"argos:{self.name}:{self.version}:{self.checksum[:8]}"

    @property
    def pair(self) -> str:
        return f"{self.source}-{self.target}"

    @property
    def age(self) -> tuple[int, ...]:
        """Sorts versions as numbers: 1.10 comes after 1.9."""
        return tuple(int(part) for part in re.findall(r"\d+", self.version))


def installed(paths: Paths) -> list[Package]:
    """All packages whose folders are whole, by pair of languages and version."""
    if not paths.packages.is_dir():
        return []
    found = (read(folder) for folder in paths.packages.iterdir() if _is_place(folder))
    packages = [package for package in found if package is not None]
    return sorted(packages, key=lambda package: (package.pair, package.age, package.checksum))


def _is_place(folder: Path) -> bool:
    return not folder.name.startswith(".") and folder.is_dir()


def use(paths: Paths, package: Package) -> None:
    """Makes it the one to translate with, for its pair of languages."""
    _choose(paths, {**choices(paths), package.pair: package.folder.name})


def remove(paths: Paths, package: Package) -> None:
    """Takes the package away. Nothing happens where it is gone already."""
    chosen = choices(paths)
    if chosen.pop(package.pair, None) == package.folder.name:
        _choose(paths, chosen)
    discard(package.folder)


def discard(folder: Path) -> None:
    """Removes a package's folder, out of sight first, so that none is ever seen half gone."""
    grave = folder.with_name(f"{STAGING}{os.urandom(6).hex()}")
    try:
        folder.rename(grave)
    except FileNotFoundError:
        return
    except OSError as error:
        raise KnownError(
            Phrase(
                "{folder} cannot be removed: {strerror}.", folder=folder, strerror=error.strerror
            )
        ) from error
    shutil.rmtree(grave, ignore_errors=True)


def damage(package: Package) -> str:
    """What is wrong with the package's files, read to the last byte; "" if nothing is."""
    for name, (_, checksum) in package.files.items():
        try:
            with (package.folder / name).open("rb") as file:
                found = hashlib.file_digest(file, "sha256").hexdigest()
        except OSError as error:
            return f"{name} cannot be read: {error.strerror}"
        if found != checksum:
            return f"{name} is not what was installed"
    return ""


def sizes_right(package: Package) -> bool:
    """The quick form of `damage`, for every start."""
    try:
        return all(
            (package.folder / name).stat().st_size == size
            for name, (size, _) in package.files.items()
        )
    except OSError:
        return False


def read(folder: Path) -> Package | None:
    """The package in `folder`, by its record; None if there is no sound one."""
    try:
        record = cast("dict[str, object]", json.loads((folder / RECORD).read_text("utf-8")))
        files = {
            str(name): (int(size), str(checksum))
            for name, (size, checksum) in cast(
                "dict[str, tuple[int, str]]", record["files"]
            ).items()
        }
        return Package(
            name=str(record["name"]),
            version=str(record["version"]),
            source=str(record["source"]),
            target=str(record["target"]),
            folder=folder,
            size=sum(size for size, _ in files.values()),
            checksum=files["model/model.bin"][1],
            origin=str(record["origin"]),
            files=files,
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def record(package: Package) -> str:
    """What `read` reads."""
    return json.dumps(
        {
            "format": _FORMAT,
            "name": package.name,
            "version": package.version,
            "source": package.source,
            "target": package.target,
            "origin": package.origin,
            "files": package.files,
        },
        indent=1,
    )


def choices(paths: Paths) -> dict[str, str]:
    """Folder names by pair. An unreadable file is no choice: the newest package is used."""
    try:
        content = json.loads((paths.packages / _IN_USE).read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(content, dict):
        return {}
    pairs = cast("dict[str, object]", content)
    return {pair: name for pair, name in pairs.items() if isinstance(name, str)}


def _choose(paths: Paths, chosen: Mapping[str, str]) -> None:
    write_whole(paths.packages / _IN_USE, json.dumps(chosen))
