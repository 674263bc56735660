"""Files that are written whole or not at all."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path

from reader.errors import KnownError
from reader.phrases import Phrase

LONGEST_NAME = 80  # characters
MOST_BYTES = 180  # of 255 that file systems take; a suffix and more may follow

_NO_NAME = re.compile(r'[\x00-\x1f\x7f-\x9f\ud800-\udfff<>:"/\\|?*#^\[\]%\u2028\u2029]+')
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)", re.IGNORECASE)


def safe_name(text: str, otherwise: str) -> str:
    """A text as the name of a file, without its suffix, `otherwise` where nothing is left of it.

    Every file system takes it, and Obsidian in its links; it is no device of Windows
    (https://learn.microsoft.com/windows/win32/fileio/naming-a-file) and not hidden.
    """
    name = " ".join(_NO_NAME.sub(" ", text).split())[:LONGEST_NAME]
    name = name.encode()[:MOST_BYTES].decode(errors="ignore").strip(" .")
    return _DEVICE.sub(r"\g<0>_", name) or otherwise


def write_whole(path: Path, content: str | bytes) -> None:
    """Write bytes, or a text as UTF-8: whoever looks sees the old file or the new one.

    Raises KnownError, naming the file and the reason, and leaves the old one as it was.
    """
    path = path.resolve()  # a link stays one
    draft = path.with_name(f"{path.name}.{os.urandom(8).hex()}.part")
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
