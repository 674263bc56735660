"""Standard output and standard error, as other programs and terminals expect them."""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path

from reader.errors import KnownError
from reader.files import write_whole


def complain(message: str) -> None:
    """One line on standard error, whatever is in the message."""
    if sys.stderr:  # a program may be started without
        sys.stderr.write(f"lesepult: {' '.join(message.split())}\n")


def take_in() -> bytes:
    """Standard input, to its end, or one byte more than is ever read. Raises KnownError."""
    from reader.formats import LIMIT

    if not sys.stdin:
        raise KnownError("There is no standard input to read.")
    try:
        return sys.stdin.buffer.read(LIMIT + 1)
    except OSError as fault:
        raise KnownError(f"Standard input cannot be read: {fault.strerror}.") from fault


def put_out(content: str | bytes, file: Path | None = None) -> None:
    """Writes a command's output to standard output, or to `file`: the whole or nothing.

    Raises KnownError where it cannot be written, BrokenPipeError where nobody reads it.
    """
    if file is None:
        _print(content)
    elif file.is_file() or not file.exists():
        write_whole(file.resolve(), content)  # what a link leads to, not the link
    else:
        _write_to_device(file, content)


def drop_output() -> None:
    """Gives up standard output; else Python tries to write the rest of it when it ends."""
    with suppress(OSError):  # a stand-in for standard output has no number
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def check_output(output: Path, source: str) -> None:
    """Refuses an output that cannot be, before any work is done for it.

    Raises KnownError for a folder, a missing folder, and for the text itself (`source`
    is its name, or - for standard input).
    """
    if output.is_dir():
        raise KnownError(f"{output} is a folder.", "Name a file to write to.")
    if not output.parent.is_dir():
        raise KnownError(f"There is no folder {output.parent} for {output.name}.")
    if output.is_file() and _is_same(output, source):
        raise KnownError(f"{output} is the text itself.", "Name another file to write to.")


def _is_same(output: Path, source: str) -> bool:
    with suppress(OSError, ValueError):
        read = os.fstat(sys.stdin.fileno()) if source == "-" else Path(source).stat()
        return os.path.samestat(read, output.stat())
    return False


def _print(content: str | bytes) -> None:
    if not sys.stdout:
        raise KnownError("There is no standard output to write to.", "Name a file with -o.")
    if isinstance(content, bytes) and sys.stdout.isatty():
        raise KnownError("A terminal cannot show this form.", "Name a file with -o.")
    if reconfigure := getattr(sys.stdout, "reconfigure", None):
        # Other programs get UTF-8 on every system, a terminal what it can show.
        reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")
    try:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            sys.stdout.write(content)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as fault:
        drop_output()
        raise KnownError(f"The output cannot be written: {fault.strerror}.") from fault


def _write_to_device(file: Path, content: str | bytes) -> None:
    try:
        if isinstance(content, bytes):
            file.write_bytes(content)
        else:
            file.write_text(content, "utf-8", "replace")
    except BrokenPipeError:
        raise
    except OSError as fault:
        raise KnownError(f"{file} cannot be written: {fault.strerror}.") from fault
