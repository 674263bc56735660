"""`lesepult backup`: copies of the notes, made, listed and put back."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from reader.cli._arguments import add_words
from reader.cli._streams import complain, put_out
from reader.errors import KnownError
from reader.paths import Paths

HELP = "list, make and restore backups of the notes"


def add_arguments(parser: ArgumentParser) -> None:
    """The three things that can be done with backups."""
    words = {
        "list": "list the backups: number, time, documents, marks, words, size, file",
        "make": "back up the notes as they are now",
        "restore": "make the notes what they were in a backup; what is there now is kept",
    }
    parsers = add_words(parser, "action", words)
    parsers["restore"].add_argument(
        "backup",
        metavar="BACKUP",
        help='its number in `backup list`, its file, or "newest" for the newest that is sound',
    )


def run(arguments: Namespace, paths: Paths) -> int:
    """Does one of them."""
    actions = {"list": _list, "make": _make, "restore": _restore}
    actions[arguments.action](arguments, paths)
    return 0


def _list(_arguments: Namespace, paths: Paths) -> None:
    from reader.store.backups import Backups

    found = Backups(paths).list()
    if not found:
        complain("There are no backups yet.")
    put_out(
        "".join(
            f"{backup.number:5}  {backup.made:%Y-%m-%d %H:%M:%S} UTC"
            f"  {backup.contents.documents:5}  {backup.contents.marks:6}"
            f"  {backup.contents.words:6}  {backup.size / 1e6:8.1f} MB"
            f"  {backup.path}{'' if backup.sound else '  DAMAGED'}\n"
            for backup in found
        )
    )


def _make(_arguments: Namespace, paths: Paths) -> None:
    from reader.store.backups import Backups

    made = Backups(paths).make()
    if made is None:
        raise KnownError("There are no notes to back up yet.")
    put_out(f"{made}\n")


def _restore(arguments: Namespace, paths: Paths) -> None:
    from reader.store.restoring import restore

    backup = _chosen(arguments.backup, paths)
    done = restore(backup, paths)
    put_out(f"The notes are what they were in {backup}.\n")
    if done.aside is not None:
        put_out(f"What was there before is in {done.aside}.\n")


def _chosen(name: str, paths: Paths) -> Path:
    from reader.store.backups import Backups

    if name == "newest":
        newest = Backups(paths).newest()
        if newest is None:
            raise KnownError("There is no backup that is sound.")
        return newest.path
    if name.isdecimal():
        for backup in Backups(paths).list():
            if backup.number == int(name):
                return backup.path
        raise KnownError(f"There is no backup {name}.", "lesepult backup list shows all.")
    path = Path(name).expanduser()
    if not path.is_file():
        raise KnownError(f"There is no file {path}.", "lesepult backup list shows all.")
    return path
