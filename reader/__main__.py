"""Where the program starts: a command of the command line, or the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reader import cli
from reader.errors import KnownError
from reader.offline import refuse_network


def main() -> int:
    """Runs the program with the arguments of its process and gives its exit status."""
    refuse_network()
    arguments = sys.argv[1:]
    if _names_command(arguments):
        return cli.main(arguments)
    try:
        chosen = cli.window_parser().parse_args(arguments)
    except SystemExit as leaving:  # after help, or after a word on what is wrong
        return int(leaving.code or 0)
    if not _has_display():
        cli.complain("There is no display for the window, so the text is shown here.")
        return _show_in_terminal(chosen.file, chosen.profile)
    try:
        from reader import launch
    except ImportError as fault:  # of a library of the system that Qt needs
        cli.complain(
            f"The window cannot be opened: {fault}. packaging/run.sh installs what it needs."
        )
        return _show_in_terminal(chosen.file, chosen.profile)
    try:
        return launch.run(chosen.file, chosen.profile)
    except KnownError as fault:
        cli.complain(str(fault))
        return cli.FAULT


def _names_command(arguments: Sequence[str]) -> bool:
    """Whether the first argument that is no option is a command; `./translate` is a file."""
    rest = iter(arguments)
    for argument in rest:
        if argument == "--profile":
            next(rest, None)
        elif argument == "--" or not argument.startswith("-"):
            return argument in cli.commands()
    return False


def _has_display() -> bool:
    if sys.platform in {"win32", "darwin"}:
        return True
    return any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")))


def _show_in_terminal(file: str | None, profile: Path | None) -> int:
    """The text side by side, where there can be no window."""
    from importlib.resources import as_file, files

    options = [] if profile is None else ["--profile", str(profile)]
    with as_file(files("reader.seeds") / "schuetzenpanzer.txt") as article:
        text = file or str(article)
        return cli.main(["translate", "--format", "columns", *options, "--", text])


if __name__ == "__main__":
    sys.exit(main())
