"""Package files as they should be, and as they should not."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

METADATA: Mapping[str, str] = {
    "package_version": "1.3",
    "argos_version": "1.9.6",
    "from_code": "de",
    "from_name": "German",
    "to_code": "en",
    "to_name": "English",
}

FILES: Mapping[str, bytes] = {
    "metadata.json": json.dumps(METADATA).encode(),
    "README.md": b"# A model\n",
    "sentencepiece.model": b"pieces",
    "model/config.json": b"{}",
    "model/model.bin": bytes(range(256)) * 40,
    "model/shared_vocabulary.json": b"[]",
}


def metadata(**fields: object) -> bytes:
    """The sample's metadata.json, with some fields changed; None takes one out."""
    changed = {**METADATA, **fields}
    return json.dumps({key: value for key, value in changed.items() if value is not None}).encode()


def files(**changes: bytes | None) -> dict[str, bytes]:
    """The sample's files, with some changed; None takes one out."""
    changed = {**FILES, **{_name(key): value for key, value in changes.items()}}
    return {name: content for name, content in changed.items() if content is not None}


def _name(key: str) -> str:
    return {"metadata": "metadata.json", "model": "model/model.bin"}.get(key, key)


def pack(
    path: Path,
    content: Mapping[str, bytes] = FILES,
    then: Callable[[zipfile.ZipFile], None] = lambda _: None,
    top: str = "translate-de_en-1_3",
) -> Path:
    """Writes a package file; `then` may add to the archive what it likes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(f"{top}/{name}", data)
        then(archive)
    return path


def unpack(folder: Path, content: Mapping[str, bytes] = FILES) -> Path:
    """Writes a package as a folder."""
    for name, data in content.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder
