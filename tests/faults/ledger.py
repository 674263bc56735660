"""What was acknowledged, and whether it is still there."""

from __future__ import annotations

from dataclasses import dataclass, field

from reader.paths import Paths
from reader.store import open_store
from reader.store.backups import Backups
from reader.store.repair import check, repair
from tests.store.making import sql


@dataclass
class Ledger:
    """The notes of a profile as its reader knows them, by what the actor says.

    `notes` are the acknowledged ones. `trying` is the one of the act that was not
    acknowledged: before and after are both right.
    """

    profile: Paths
    notes: dict[str, str] = field(default_factory=dict[str, str])
    trying: tuple[str, str | None] | None = None
    acknowledged: int = 0
    refused: int = 0
    faults: list[str] = field(default_factory=list[str])
    spoilt: bool = False  # on purpose, to be repaired
    ended: bool = False  # by itself
    lines: list[str] = field(default_factory=list[str])

    def hear(self, line: str) -> None:
        """Takes down one line of the actor's."""
        self.lines.append(line)
        word, _, rest = line.partition(" ")
        if word == "try":
            act, _, what = rest.partition(" ")
            item, _, note = what.partition(" ")
            self.trying = (item, None if act == "delete" or not note else note) if item else None
            self.spoilt = self.spoilt or act == "repair"
        elif word == "there":
            item, _, note = rest.partition(" ")
            self.notes[item] = note
            self._settle()
        elif word == "gone":
            del self.notes[rest]
            self._settle()
        elif word == "done":
            self.ended = rest == "all"
            self.spoilt = self.spoilt and rest != "repair"
            self._settle()
        elif word == "refused":
            self.trying = None
            self.refused += 1
        elif word == "fault":
            self.faults.append(rest)

    def _settle(self) -> None:
        self.trying = None
        self.acknowledged += 1

    def verify(self) -> None:
        """The file is sound, and holds what was acknowledged and nothing else."""
        assert self.faults == [], (self.lines, self.faults)
        if not self.profile.notes.exists():
            assert self.notes == {}
            return
        if self.spoilt:
            repair(self.profile)
            self.spoilt = False
        assert sql(self.profile.notes, "PRAGMA integrity_check") == [("ok",)]
        assert sql(self.profile.notes, "PRAGMA foreign_key_check") == []
        assert check(self.profile) == []
        with open_store(self.profile) as store:
            store.check()
        found = notes_in(self.profile)
        differing = {
            name
            for name in found.keys() | self.notes.keys()
            if found.get(name) != self.notes.get(name)
        }
        if self.trying is not None and self.trying[0] in differing:
            name, note = self.trying
            assert found.get(name) == note
            differing.discard(name)
        assert differing == set(), [(found.get(n), self.notes.get(n)) for n in differing]
        self.notes = found
        self.trying = None
        export = self.profile.data / "export.md"
        assert not export.exists() or "\nwhole " in export.read_text("utf-8")
        assert all(backup.sound for backup in Backups(self.profile).list())


def notes_in(profile: Paths) -> dict[str, str]:
    """All notes of a profile, by their ids."""
    with open_store(profile) as store:
        return {
            made.id: made.note
            for entry in store.library.recent(9)
            for made in store.notes.marks(entry.id)
        }
