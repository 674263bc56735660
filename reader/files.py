"""Files that are written whole or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from reader.errors import KnownError
from reader.model import new_id
from reader.phrases import Phrase


def write_whole(path: Path, content: str | bytes) -> None:
    """Write bytes, or a text as UTF-8: whoever looks sees the old file or the new one.

    Raises KnownError, naming the file and the reason, and leaves the old one as it was.
    """
    path = path.resolve()  # a link stays one
    draft = path.with_name(f"{path.name}.{new_id()}.part")
    try:
        with draft.open("wb") as file:
            file.write(content.encode("utf-8", "replace") if isinstance(content, str) else content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as fault:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise KnownError(
            Phrase("{path} cannot be written: {strerror}.", path=path, strerror=fault.strerror),
            Phrase("Choose another folder or make room, and try again."),
        ) from fault
