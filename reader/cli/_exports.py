"""What commands that write an export have in common."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.exporters import Exporter, exporters


def add_output_arguments(parser: ArgumentParser, usual: str, *subjects: str) -> None:
    """Where the export goes, and which form it has."""
    names = [name for name, exporter in exporters().items() if exporter.SUBJECT in subjects]
    parser.add_argument(
        "-o", "--output", metavar="OUT", type=Path, help="write to this file, not to the terminal"
    )
    parser.add_argument(
        "--format",
        choices=names,
        help=f"the form of the output; without it, the one OUT ends in, else {usual}",
    )


def exporter_for(arguments: Namespace, subject: str, usual: str) -> Exporter:
    """The exporter that is asked for, by its name or by the suffix of the output."""
    found = exporters()
    if arguments.format is not None:
        return found[arguments.format]
    suffix = arguments.output.suffix.lower() if arguments.output is not None else ""
    fitting = [e for e in found.values() if subject == e.SUBJECT and suffix == e.SUFFIX]
    return fitting[0] if fitting and found[usual] not in fitting else found[usual]
