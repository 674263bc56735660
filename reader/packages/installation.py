"""Puts a package on the shelf: staged, tested, then there at once."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import time
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import IO, Any, cast

from reader.errors import KnownError
from reader.packages.archive import Source, open_source
from reader.packages.shelf import RECORD, STAGING, Package, damage, discard, read, record
from reader.paths import Paths
from reader.phrases import Phrase

BUNDLED = "translate-de_en-0_1.argosmodel"
BUNDLED_CHECKSUM = "39b2bbd79ad34fb682ab6abf254f9e4c0ee737d9b8cdf7aec07aacffe109e66d"

# A staging folder this old (in seconds) is of a process that was killed.
_STALE = 3600
_MARGIN = 16 * 1024 * 1024  # bytes that stay free on the disk

Progress = Callable[[int, int], None]
"""Called with the bytes done and the bytes in all."""


def bundled() -> Path:
    """The package file that comes with the program."""
    return Path(str(files("reader.resources") / "model" / BUNDLED))


def install(
    source: Path,
    paths: Paths,
    self_test: Callable[[Path, str], None] | None = None,
    progress: Progress | None = None,
    *,
    origin: str = "",
) -> Package:
    """Installs an `.argosmodel` file or an unpacked package folder.

    `self_test(folder, engine id)` raises KnownError where the model does not translate;
    the bundled package is known to, its checksum stands for the test. `origin` is what
    is shown as where it came from; without it, the file's name. Installing what is
    there already gives that. Whenever this is cut short, what was installed before
    stays as it was.
    """
    if source == bundled():
        _verify_bundled(source)
        origin = "bundled"
    staging = paths.packages / f"{STAGING}{os.urandom(6).hex()}"
    try:
        paths.packages.mkdir(parents=True, exist_ok=True)
        _clear_stale(paths.packages)
        staging.mkdir()
        try:
            with open_source(source) as package_source:
                package = _unpack(package_source, staging, source, origin, progress)
            place = paths.packages / f"{package.name}-{package.version}-{package.checksum[:8]}"
            present = read(place)
            if present is not None and not damage(present):
                return present
            if self_test is not None:
                self_test(staging, package.engine)
            _sync_folder(staging / "model")
            _sync_folder(staging)
            return _publish(staging, place)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    except OSError as error:
        raise KnownError(
            Phrase(
                "{name} cannot be installed in {packages}: {value}.",
                name=source.name,
                packages=paths.packages,
                value=error.strerror or error,
            )
        ) from error


def _verify_bundled(source: Path) -> None:
    try:
        with source.open("rb") as file:
            found = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise KnownError(
            Phrase(
                "The model that comes with the program cannot be read: {strerror}.",
                strerror=error.strerror,
            ),
            Phrase("Install the program again."),
        ) from error
    if found != BUNDLED_CHECKSUM:
        raise KnownError(
            Phrase("The model that comes with the program, {source}, is damaged.", source=source),
            Phrase("Install the program again."),
        )


def _clear_stale(shelf: Path) -> None:
    for path in shelf.glob(f"{STAGING}*"):
        if time.time() - path.lstat().st_mtime > _STALE:
            if path.is_dir() and not path.is_symlink():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)


def _unpack(
    source: Source, staging: Path, path: Path, origin: str, progress: Progress | None
) -> Package:
    """Writes the package's files and our record of them."""
    _require_shape(source, path)
    name, version, languages = _metadata(source, path)
    total = sum(source.sizes.values())
    free = shutil.disk_usage(staging).free
    if free < total + _MARGIN:
        raise KnownError(
            Phrase(
                "There is no room for {name}: it needs {number} MB, {number2} MB are free.",
                name=path.name,
                number=total // 1_000_000,
                number2=free // 1_000_000,
            ),
        )
    (staging / "model").mkdir()
    written: dict[str, tuple[int, str]] = {}
    done = 0
    for file_name, size in source.sizes.items():
        digest = hashlib.sha256()
        with (staging / file_name).open("xb") as file:
            for chunk in source.chunks(file_name):
                file.write(chunk)
                digest.update(chunk)
                done += len(chunk)
                if progress is not None:
                    progress(done, total)
            _sync(file)
        written[file_name] = (size, digest.hexdigest())
    package = Package(
        name=name,
        version=version,
        source=languages[0],
        target=languages[1],
        folder=staging,
        size=total,
        checksum=written["model/model.bin"][1],
        origin=origin or path.name,
        files=written,
    )
    with (staging / RECORD).open("x", encoding="utf-8") as file:
        file.write(record(package))
        _sync(file)
    return package


def _require_shape(source: Source, path: Path) -> None:
    names = set(source.sizes)
    missing = [name for name in ("metadata.json", "model/model.bin") if name not in names]
    if not names & {"sentencepiece.model", "bpe.model"}:
        missing.append("sentencepiece.model")
    if not any("vocabulary" in name for name in names):
        missing.append("model/shared_vocabulary.json")
    if missing:
        raise KnownError(
            Phrase(
                "{name} is no Argos translation package: it has no {value}.",
                name=path.name,
                value=missing[0],
            ),
        )


def _metadata(source: Source, path: Path) -> tuple[str, str, tuple[str, str]]:
    """Name, version and languages. Nothing in the file is used before it is checked."""

    def refusal(reason: str) -> KnownError:
        return KnownError(
            Phrase(
                "{name} is no Argos translation package: {reason}.", name=path.name, reason=reason
            )
        )

    try:
        content = json.loads(b"".join(source.chunks("metadata.json")))
    except (ValueError, RecursionError) as error:
        raise refusal(Phrase("its metadata.json cannot be read")) from error
    if not isinstance(content, dict):
        raise refusal(Phrase("its metadata.json is no object"))
    metadata = cast("dict[str, object]", content)
    if metadata.get("type", "translate") != "translate":
        raise refusal(Phrase("it is of another type"))
    codes: list[str] = []
    for field in ("from_code", "to_code"):
        code = metadata.get(field)
        if not isinstance(code, str) or not re.fullmatch(r"[a-z]{2,3}", code):
            raise refusal(Phrase("its “{field}” is no language code", field=field))
        codes.append(code)
    if codes[0] == codes[1]:
        raise refusal(Phrase("it translates a language into itself"))
    version = metadata.get("package_version")
    if not isinstance(version, str) or not re.fullmatch(r"\d{1,6}(\.\d{1,6}){0,3}", version):
        raise refusal(Phrase("its “package_version” is no version"))
    if not isinstance(metadata.get("target_prefix", ""), str):
        raise refusal(Phrase("its “target_prefix” is no text"))
    return f"translate-{codes[0]}_{codes[1]}", version, (codes[0], codes[1])


def _publish(staging: Path, place: Path) -> Package:
    """The one moment at which the package comes to be there.

    Another program may be installing the same one: then either is as good.
    """
    present = read(place)
    if present is None or damage(present):
        if place.exists():
            discard(place)
        try:
            staging.rename(place)
        except OSError:
            if not place.exists():
                raise
        _sync_folder(place.parent)
        present = read(place)
    assert present is not None
    return present


def _sync(file: IO[Any]) -> None:
    file.flush()
    os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    """Makes names last through a power cut, where the system lets folders be opened."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
