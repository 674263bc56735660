"""The command line: the same work as the window's, without a display.

A command is a public module of this package that fulfils `Command`; its name is the
module's, and it is found by being here. What takes long to import it imports when it
runs, so that help comes at once.
"""

from __future__ import annotations

from argparse import ArgumentParser, Namespace, RawDescriptionHelpFormatter
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import Protocol, cast

from reader.cli._arguments import add_general_arguments, add_words
from reader.cli._streams import complain, drop_output
from reader.cli._streams import take_in as take_in
from reader.errors import KnownError
from reader.paths import Paths, paths

FAULT = 1
"""Exit status for faults of the world; those of usage have argparse's, which is 2."""
_INTERRUPTED = 128 + 2  # as a shell names what a signal ended
_CLOSED_PIPE = 128 + 13


class Command(Protocol):
    """What a module of this package has to offer."""

    HELP: str
    """One line on what it does."""

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Tells the parser of the command's own arguments."""
        ...

    def run(self, arguments: Namespace, paths: Paths) -> int:
        """Does the work and gives the exit status; raises KnownError for faults of the world."""
        ...


def commands() -> tuple[str, ...]:
    """The names of all commands there are."""
    import pkgutil

    found = (module.name for module in pkgutil.iter_modules(__path__))
    return tuple(sorted(name for name in found if not name.startswith("_")))


def main(arguments: Sequence[str]) -> int:
    """Does what the arguments say and gives the exit status."""
    try:
        chosen = _parser().parse_args(arguments)
    except SystemExit as leaving:  # after help, or after a word on what is wrong
        return int(leaving.code or 0)
    try:
        return _command(chosen.command).run(chosen, paths(chosen.profile))
    except KnownError as fault:
        complain(str(fault))
        return FAULT
    except BrokenPipeError:
        drop_output()
        return _CLOSED_PIPE
    except KeyboardInterrupt:
        return _INTERRUPTED


def window_parser() -> ArgumentParser:
    """Parses a command line without a command, which opens the window."""
    parser = _WindowParser(
        "lesepult",
        usage="lesepult [FILE] [--profile DIR]\n       lesepult COMMAND ...",
        description="Read German with an English translation beside it, offline.",
        formatter_class=partial(RawDescriptionHelpFormatter, max_help_position=14),
    )
    parser.add_argument(
        "file",
        metavar="FILE",
        nargs="?",
        help="the text to read (- for standard input, ./NAME for any name)",
    )
    parser.set_defaults(profile=None)
    add_general_arguments(parser)
    return parser


class _WindowParser(ArgumentParser):
    def format_help(self) -> str:
        # A start without --help does not wait until all commands are loaded.
        names = "\n".join(f"  {name:<12}{_command(name).HELP}" for name in commands())
        self.epilog = f"commands:\n{names}\n\nlesepult COMMAND --help tells more of a command."
        return super().format_help()


def _parser() -> ArgumentParser:
    parser = ArgumentParser("lesepult")
    parser.set_defaults(profile=None)
    add_general_arguments(parser)
    texts = {name: _command(name).HELP for name in commands()}
    for name, following in add_words(parser, "command", texts).items():
        _command(name).add_arguments(following)
    return parser


def _command(name: str) -> Command:
    return cast("Command", import_module(f"{__name__}.{name}"))
