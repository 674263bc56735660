"""Reading in a child process, so that no file can crash, stall or fill up the program.

The parent gives the child the bytes; the child (`_host`) has no network, writes no file
and has a limit of memory and time. What it sends back is checked like any other input.
"""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys

from reader.errors import KnownError
from reader.formats._limits import patience, ran_out, seconds
from reader.formats._reply import decode
from reader.model import Document
from reader.phrases import Phrase, to_json

_log = logging.getLogger(__name__)


def command() -> list[str]:
    """How the child is started. It finds the modules that this process has (PYTHONPATH)."""
    return [sys.executable, "-P", "-m", "reader.formats._host"]


def read(data: bytes, name: str, reader: str) -> Document:
    """What `read_document` gives for `data`, read in a child by the module of that name.

    Raises KnownError too where the child crashes, takes too long or too much memory.
    """
    head = json.dumps({"name": to_json(name), "reader": reader}).encode() + b"\n"
    try:
        done = subprocess.run(
            command(),
            input=head + data,
            capture_output=True,
            timeout=patience(len(data)),
            check=False,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except subprocess.TimeoutExpired:
        raise _too_slow(name, len(data)) from None
    except OSError as fault:
        raise KnownError(
            Phrase("{name} cannot be read: no process could be started for it.", name=name)
        ) from fault
    if done.returncode == 0:
        return decode(done.stdout)
    if ran_out(done.returncode):
        raise _too_slow(name, len(data))
    if done.returncode > 0:
        _log.error("reading failed: %s", done.stderr.decode("utf-8", "replace")[-4000:])
    raise KnownError(
        Phrase("{name} cannot be read: what reads such files broke down over it.", name=name),
        Phrase("The file may be damaged. Save it in another format and open that."),
    )


def _too_slow(name: str, size: int) -> KnownError:
    return KnownError(
        Phrase(
            "{name} cannot be read: that takes longer than {seconds} seconds.",
            name=name,
            seconds=round(seconds(size)),
        ),
        Phrase("Save it in another format, or split it."),
    )
