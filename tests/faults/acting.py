"""Acts on a profile as a reader does, and says what it tries and what is done.

Run with -m, it reads orders, each a line of JSON, and does each in a process of its own,
which it forks, so that a thousand of them take no thousand starts. Its words:

    began PID         the process that acts is there
    try ACT ID NOTE   what comes next; ID may be empty
    there ID NOTE     the note of that text is on the disk
    gone ID           the note is deleted, on the disk
    done ACT          an export, a backup or the like is whole
    refused ACT       a KnownError was raised, as it must be when the disk is full
    fault TEXT        an error of ours
    ended STATUS      of the process
"""

from __future__ import annotations

import ctypes
import json
import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random

from reader import formats
from reader.errors import KnownError
from reader.exporters import exporters
from reader.files import write_whole
from reader.model import Document, Edit, Mark, Snapshot
from reader.paths import Paths, paths
from reader.store import Store, open_store
from reader.store.backups import Backups
from reader.store.database import Database
from reader.store.repair import repair
from reader.store.restoring import restore
from tests.store.making import mark

PR_SET_PTRACER = 0x59616D61
EDITS = ("make", "make", "make", "change", "delete", "undo", "redo", "type")
FILES = ("export", "backup", "restore", "repair", "reopen")


@dataclass(frozen=True)
class Order:
    """What is to be done: that many acts of these kinds, chosen by chance."""

    profile: str
    article: str
    seed: int
    steps: int
    acts: Sequence[str] = EDITS
    waits: bool = False  # for a byte on standard input, until it is watched


def say(*words: object) -> None:
    """One whole line, by a call of the system that does nothing else in this program."""
    os.writev(1, [(" ".join(map(str, words)) + "\n").encode()])


@dataclass
class Actor:
    """One reader of one document; `done` and `undone` are their own steps."""

    profile: Paths
    store: Store
    document: Document
    name: str
    chance: Random
    mine: dict[str, Mark] = field(default_factory=dict[str, Mark])
    done: list[Edit] = field(default_factory=list[Edit])
    undone: list[Edit] = field(default_factory=list[Edit])

    def act(self, kind: str, step: int) -> None:
        if kind in {"change", "delete", "type"} and not self.mine:
            kind = "make"
        if (kind == "undo" and not self.done) or (kind == "redo" and not self.undone):
            kind = "make"
        getattr(self, kind)(step)

    # -- edits ------------------------------------------------------------------

    def make(self, step: int) -> None:
        name = f"{self.chance.getrandbits(40):010x}"
        made = mark(self.document, self.name, 0, "Region", f"note {step}", mark_id=name)
        self.commit("make", Edit(None, made))

    def change(self, step: int) -> None:
        old = self.chance.choice(list(self.mine.values()))
        self.commit("change", Edit(old, replace(old, note=f"changed {step}" + " x" * (step % 700))))

    def type(self, step: int) -> None:
        old = self.chance.choice(list(self.mine.values()))
        self.commit("type", Edit(old, replace(old, note=f"{old.note[:80]} {step}")), merge=old.id)

    def delete(self, _step: int) -> None:
        old = self.chance.choice(list(self.mine.values()))
        self.commit("delete", Edit(old, None))

    def commit(self, act: str, edit: Edit, merge: str = "") -> None:
        self.announce(act, edit)
        self.store.notes.commit(self.name, act, [edit], merge)
        # A step that was widened is undone with the one before it: nothing is known of it.
        self.done = [] if merge else [*self.done, edit]
        self.undone = []
        self.tell(edit)

    def undo(self, _step: int) -> None:
        edit = self.done[-1]
        self.announce("undo", Edit(edit.after, edit.before))
        self.store.notes.undo(self.name)
        self.undone.append(self.done.pop())
        self.tell(Edit(edit.after, edit.before))

    def redo(self, _step: int) -> None:
        edit = self.undone[-1]
        self.announce("redo", edit)
        self.store.notes.redo(self.name)
        self.done.append(self.undone.pop())
        self.tell(edit)

    def announce(self, act: str, edit: Edit) -> None:
        item = edit.before or edit.after
        assert item is not None
        say("try", act, item.id, "" if edit.after is None else _note(edit.after))

    def tell(self, edit: Edit) -> None:
        if isinstance(edit.after, Mark):
            self.mine[edit.after.id] = edit.after
            say("there", edit.after.id, edit.after.note)
        elif isinstance(edit.before, Mark):
            del self.mine[edit.before.id]
            say("gone", edit.before.id)

    # -- files ------------------------------------------------------------------

    def export(self, step: int) -> None:
        say("try export")
        file = self.profile.data / "export.md"
        marks = self.store.notes.marks(self.name)
        exporter = exporters()["notes-md"]
        snapshot = Snapshot(self.document, self.name, {}, marks, "", "2026-01-01")
        write_whole(file, f"{exporter.render(snapshot)}\nwhole {step}\n")
        say("done export")

    def backup(self, _step: int) -> None:
        say("try backup")
        assert Backups(self.profile).make()
        say("done backup")

    def restore(self, _step: int) -> None:
        """What was backed up a moment ago: the notes must not change."""
        say("try restore")
        made = Backups(self.profile).make()
        assert made
        restore(made, self.profile)
        say("done restore")

    def repair(self, _step: int) -> None:
        """The index of the search is emptied and made anew."""
        say("try repair")
        with closing(Database.at(self.profile.notes, "The notes", "rw")) as database:
            database.execute("INSERT INTO marks_index (marks_index) VALUES ('delete-all')")
        repair(self.profile)
        say("done repair")

    def reopen(self, _step: int) -> None:
        say("try reopen")
        self.store.close()
        try:
            self.store = open_store(self.profile)
        except KnownError:
            self.store = open_store(self.profile)  # a fault comes but once
            raise
        say("done reopen")


def _note(item: object) -> str:
    assert isinstance(item, Mark)
    return item.note


def act(order: Order) -> None:
    """Does what is ordered; every fault that is not of the world is said."""
    chance = Random(order.seed)
    profile = paths(Path(order.profile))
    try:
        say("try open")
        store = open_store(profile)
        document = formats.open_document(Path(order.article))
        actor = Actor(profile, store, document, store.library.add(document).id, chance)
        say("done open")
    except KnownError as error:
        say("refused open", error)
        return
    for step in range(order.steps):
        kind = chance.choice(order.acts)
        try:
            actor.act(kind, step)
        except KnownError as error:
            say("refused", kind, error)
    actor.store.close()
    say("done all")


def act_alone(order: Order) -> int:
    """As `act`; gives the exit status."""
    try:
        act(order)
    except BaseException:  # noqa: BLE001 # every one of them is told, and fails the test
        say("fault", json.dumps(traceback.format_exc()))
        return 1
    return 0


def let_be_watched() -> None:
    """Linux lets a process be watched by its ancestors alone, unless it says otherwise."""
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, ctypes.c_ulong(-1))


def serve() -> None:
    """Does orders until there are no more."""
    for line in sys.stdin:
        order = Order(**json.loads(line))
        child = os.fork()
        if child == 0:
            let_be_watched()
            say("began", os.getpid())
            if order.waits:
                os.read(0, 1)
            os._exit(act_alone(order))
        _, status = os.waitpid(child, 0)
        say("ended", os.waitstatus_to_exitcode(status))


if __name__ == "__main__":
    if len(sys.argv) > 1:
        sys.exit(act_alone(Order(**json.loads(sys.argv[1]))))
    serve()
