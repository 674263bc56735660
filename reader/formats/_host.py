"""The reading child: `python -m reader.formats._host`.

Standard input has a line of JSON, with the name of the document and whether it is part of a
web page, then its bytes.
Standard output gets one object of JSON: the document, or the message of a KnownError.
"""

from __future__ import annotations

import gc
import json
import os
import sys
from typing import Any

from reader.errors import KnownError
from reader.formats import _child, parse, parse_fragment, with_language
from reader.formats._limits import limited
from reader.offline import cut_network, refuse_network
from reader.phrases import Phrase, to_json


def answer(data: bytes, name: str, *, is_fragment: bool = False) -> dict[str, Any]:
    """The document, or why there is none, as `_child` understands it."""
    try:
        with limited(len(data)):
            document = parse_fragment(data, name) if is_fragment else parse(data, name)
        # py3langid unpacks its model by way of a temporary file, which has no name.
        return _child.encode(with_language(document))
    except KnownError as fault:
        return {"message": to_json(fault.message), "advice": to_json(fault.advice)}
    except MemoryError:
        message = Phrase(
            "{name} cannot be read: that takes more memory than a document should.", name=name
        )
        advice = Phrase("Save it in another format, or split it.")
        return {"message": to_json(message), "advice": to_json(advice)}


def main() -> int:
    """Runs the child. Gives the exit status."""
    gc.disable()  # it would look again and again at a growing book, and the process ends soon
    cut_network()
    refuse_network()
    # What libraries print must not get among the reply.
    reply = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    head = json.loads(sys.stdin.buffer.readline())
    found = answer(sys.stdin.buffer.read(), head["name"], is_fragment=head.get("fragment", False))
    with reply:
        reply.write(json.dumps(found).encode())
    return 0


if __name__ == "__main__":
    sys.exit(main())
