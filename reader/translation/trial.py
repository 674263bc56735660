"""Tries out a package in a child process before it is installed.

A damaged or hostile model can crash, hang, or fill the memory of whoever loads it;
here that is nobody but the child.
"""

from __future__ import annotations

import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from reader.errors import KnownError
from reader.model import Flag
from reader.phrases import Phrase
from reader.translation.protocol import (
    Fault,
    ProtocolError,
    Reply,
    Request,
    command,
    decode,
    encode,
)

# Loading the largest model from a slow disk, and three sentences.
_PATIENCE = 120.0

_ENGLISH = ("Good morning.", "The dog runs through the forest.", "I read the book yesterday.")
_SENTENCES: Mapping[str, tuple[str, str, str]] = MappingProxyType(
    {
        "de": ("Guten Morgen.", "Der Hund läuft durch den Wald.", "Gestern las ich das Buch."),
        "en": _ENGLISH,
        "es": ("Buenos días.", "El perro corre por el bosque.", "Ayer leí el libro."),
        "fr": ("Bonjour.", "Le chien court dans la forêt.", "Hier j’ai lu le livre."),
        "it": ("Buongiorno.", "Il cane corre nel bosco.", "Ieri ho letto il libro."),
    }
)

# What no model that works makes of such sentences.
_FAILURES = frozenset({Flag.EMPTY, Flag.CLIPPED, Flag.LOOPING})


def try_out(package: Path, engine: str) -> None:
    """Translates three sentences with the package in that folder, under that engine's id.

    Raises KnownError, with the reason, where that does not work.
    """
    language = engine.split(":")[1].removeprefix("translate-").partition("_")[0]
    request = Request(1, _SENTENCES.get(language, _ENGLISH))
    try:
        child = subprocess.run(
            command((package, engine)),
            input=encode(request),
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise _refusal(Phrase("It did not answer in two minutes.")) from error
    for line in child.stdout.splitlines():
        try:
            message = decode(line)
        except ProtocolError:
            continue
        match message:
            case Fault():
                raise _refusal(message.message)
            case Reply():
                flags = {f for r in message.renderings for p in r.pairs for f in p.flags}
                if flags & _FAILURES:
                    raise _refusal(Phrase("What it makes of simple sentences is no language."))
                return
            case _:
                continue
    raise _refusal(Phrase("The engine stopped with status {status}.", status=child.returncode))


def _refusal(reason: str) -> KnownError:
    return KnownError(Phrase("The model does not translate. {reason}", reason=reason))
