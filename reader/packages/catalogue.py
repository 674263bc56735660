"""What packages can be had: Argos's index, and the one package that is pinned here."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import cast

from reader.errors import KnownError
from reader.phrases import Phrase

INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/index.json"


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that can be downloaded.

    `size` in bytes and `checksum` (SHA-256 of the file) are 0 and "" where the index
    does not tell; then what came is recorded when it is installed.
    """

    name: str
    version: str
    source: str
    target: str
    languages: str
    address: str
    size: int = 0
    checksum: str = ""

    @property
    def key(self) -> str:
        """How the command line calls it: "de-en"."""
        return f"{self.source}-{self.target}"


KNOWN = Offer(
    name="translate-de_en",
    version="1.3",
    source="de",
    target="en",
    languages="German → English",
    address="https://argos-net.com/v1/translate-de_en-1_3.argosmodel",
    size=150_512_831,
    checksum="becc2b0011f8249fcb89be9ecb75ba0d876b1fab93c28ee6ff0420936897d637",
)


def read_index(data: bytes) -> list[Offer]:
    """The offers of an index, by their languages; entries of other kinds are left out.

    Where it offers what is pinned here, the pinned form stands. Raises KnownError where
    the data is no index.
    """
    try:
        content: object = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise KnownError(Phrase("The list of packages cannot be read.")) from error
    if not isinstance(content, list):
        raise KnownError(Phrase("The list of packages is no list."))
    found = {(KNOWN.name, KNOWN.version): KNOWN}
    for entry in cast("list[object]", content):
        offer = _offer(entry)
        if offer is not None:
            found.setdefault((offer.name, offer.version), offer)
    return sorted(found.values(), key=lambda offer: (offer.languages, offer.version))


def _offer(entry: object) -> Offer | None:
    """What an entry offers; None where it is of another kind or not sound."""
    if not isinstance(entry, dict):
        return None
    fields = cast("dict[str, object]", entry)
    links = fields.get("links")
    if fields.get("type", "translate") != "translate" or not isinstance(links, list):
        return None
    addresses = [str(link) for link in cast("list[object]", links) if _is_address(link)]
    version, source, target = (
        str(fields.get(name)) for name in ("package_version", "from_code", "to_code")
    )
    if not addresses or not _is_plain(version, source, target):
        return None
    return Offer(
        name=f"translate-{source}_{target}",
        version=version,
        source=source,
        target=target,
        languages=f"{fields.get('from_name', source)} → {fields.get('to_name', target)}",
        address=addresses[0],
    )


def _is_address(link: object) -> bool:
    return isinstance(link, str) and link.startswith("https://")


def _is_plain(version: str, source: str, target: str) -> bool:
    return bool(
        re.fullmatch(r"\d{1,6}(\.\d{1,6}){0,3}", version)
        and re.fullmatch(r"[a-z]{2,3}-[a-z]{2,3}", f"{source}-{target}")
    )
