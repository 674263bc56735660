"""`lesepult check`: whether all that the program stands on is there and in order."""

from __future__ import annotations

import os
import subprocess
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from reader.cli._streams import put_out
from reader.errors import KnownError
from reader.paths import Paths

if TYPE_CHECKING:
    from reader.store.repair import Finding

HELP = "check that model, notes, fonts and the offline promise are in order"

# In a process of its own: Qt is not needed here, and may end a process it cannot work in.
_ASK_QT = """
from PySide6.QtGui import QFontDatabase, QGuiApplication
from reader.ui.theme import READING_FAMILIES, first_installed
application = QGuiApplication([])
print(len(QFontDatabase.families()), first_installed(READING_FAMILIES), sep="\\t")
"""
_PATIENCE = 60.0


def add_arguments(parser: ArgumentParser) -> None:
    """Whether damage is put right."""
    parser.add_argument(
        "--repair",
        action="store_true",
        help="put right what is damaged in the notes, after a copy of them as they are",
    )


def run(arguments: Namespace, paths: Paths) -> int:
    """A line for each check: "ok" or "FAIL", of what, and how it stands."""
    failed = False
    if arguments.repair:
        _repair(paths)
    for name, check in _CHECKS.items():
        try:
            line = f"ok   {name}: {check(paths)}"
        except KnownError as fault:
            line = f"FAIL {name}: {fault}"
            failed = True
        put_out(" ".join(line.split()) + "\n")
    return int(failed)


def _model(paths: Paths) -> str:
    from reader.packages import damage, ready
    from reader.translation.trial import try_out

    package = ready(paths)
    title = f"{package.name} {package.version}"
    if found := damage(package):
        raise KnownError(f"{title} is damaged: {found}.", "Remove it and install it again.")
    try_out(package.folder, package.engine)
    return f"{title} ({package.size / 1e6:.0f} MB) is whole and translates"


def _notes(paths: Paths) -> str:
    from reader.store import open_store
    from reader.store.backups import contents_of
    from reader.store.repair import check

    found = check(paths)
    if found:
        raise KnownError(
            f"{paths.notes} is damaged: {', '.join(map(_text, found))}.",
            "lesepult check --repair puts it right, after a copy of the notes as they are.",
        )
    open_store(paths).close()
    return f"{paths.notes} is sound ({contents_of(paths.notes).marks} marks)"


def _text(finding: Finding) -> str:
    return f"{finding.words} ({finding.count})"


def _repair(paths: Paths) -> None:
    from reader.store.repair import repair

    report = repair(paths)
    for finding in report.findings:
        put_out(f"mend notes: {_text(finding)}. {finding.done}\n")
    if (rescued := report.rescued) is not None:
        read, now = rescued.read, rescued.contents
        put_out(
            f"mend notes: of the torn file {read.marks} marks and {read.words} words were read; "
            f"with the newest backup there are {now.marks} and {now.words} now\n"
        )
    if report.before is not None:
        put_out(f"mend notes: the notes as they were are in {report.before}\n")


def _fonts(_paths: Paths) -> str:
    screenless = {"QT_QPA_PLATFORM": "offscreen"} if sys.platform == "linux" else {}
    try:
        asked = subprocess.run(
            [sys.executable, "-P", "-c", _ASK_QT],
            env={**os.environ, **screenless},
            capture_output=True,
            timeout=_PATIENCE,
            text=True,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired) as fault:
        raise KnownError(f"Qt does not answer: {fault}.") from fault
    if asked.returncode != 0:
        last = (asked.stderr.strip().splitlines() or [f"exit status {asked.returncode}"])[-1]
        raise KnownError(f"Qt does not start, so there is no window: {last}.")
    count, _, family = asked.stdout.strip().partition("\t")
    if count == "0":
        raise KnownError("There are no fonts.", "Install some, such as DejaVu or Noto.")
    return f"texts are set in {family or 'the serif font of this system'}"


def _offline(_paths: Paths) -> str:
    try:
        sys.audit("socket.getaddrinfo", "lesepult.invalid", 80, 0, 0, 0)  # no look-up is made
    except PermissionError:
        return "every connection is refused"
    raise KnownError("Connections are not refused.")


_CHECKS: Mapping[str, Callable[[Paths], str]] = MappingProxyType(
    {"model": _model, "notes": _notes, "fonts": _fonts, "offline": _offline}
)
