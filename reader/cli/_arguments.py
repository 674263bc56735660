"""Arguments that all commands have in common."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser
from collections.abc import Mapping
from pathlib import Path

from reader import APP_NAME, __version__


def add_general_arguments(parser: ArgumentParser) -> None:
    """What every form of the command line takes; `profile` is only set where it is given."""
    parser.add_argument(
        "--profile",
        metavar="DIR",
        type=Path,
        default=SUPPRESS,
        help="keep all data and settings in this folder instead of the usual ones",
    )
    parser.add_argument("--version", action="version", version=f"{APP_NAME} {__version__}")


def add_words(
    parser: ArgumentParser, name: str, words: Mapping[str, str]
) -> dict[str, ArgumentParser]:
    """Lets one of `words` (with their help) follow; which one it was is kept as `name`."""
    parsers = parser.add_subparsers(dest=name, metavar=name.upper(), required=True)
    found = {w: parsers.add_parser(w, help=text, description=text) for w, text in words.items()}
    for following in found.values():
        add_general_arguments(following)
    return found
