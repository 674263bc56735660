"""The reading child: `python -m reader.formats._host`.

Standard input has a line of JSON, with the name of the document and of the module that reads
it, then its bytes. Standard output gets the document, or the message of a KnownError.
"""

from __future__ import annotations

import gc
import json
import os
import sys

from reader.errors import KnownError
from reader.formats import parse, with_language
from reader.formats._limits import limited
from reader.formats._reply import encode, encode_fault
from reader.offline import cut_network, refuse_network
from reader.phrases import Phrase, from_json


def answer(data: bytes, name: str, reader: str) -> bytes:
    """The document as that module reads it, or why there is none."""
    try:
        with limited(len(data)):
            document = parse(data, name, reader)
        # py3langid unpacks its model by way of a temporary file, which has no name.
        return encode(with_language(document))
    except KnownError as fault:
        return encode_fault(fault.message, fault.advice)
    except MemoryError:
        return encode_fault(
            Phrase(
                "{name} cannot be read: that takes more memory than a document should.", name=name
            ),
            Phrase("Save it in another format, or split it."),
        )


def main() -> int:
    """Runs the child. Gives the exit status."""
    gc.disable()  # it would look again and again at a growing book, and the process ends soon
    cut_network()
    refuse_network()
    # What libraries print must not get among the reply.
    reply = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    head = json.loads(sys.stdin.buffer.readline())
    found = answer(sys.stdin.buffer.read(), from_json(head["name"]), head["reader"])
    with reply:
        reply.write(found)
    return 0


if __name__ == "__main__":
    sys.exit(main())
