"""`lesepult backup`."""

from __future__ import annotations

from pathlib import Path

from reader.formats import open_document
from reader.paths import Paths
from tests.cli.conftest import Run
from tests.store.damaging import fill, notes_of, overwrite, pages_of
from tests.store.making import sql


def test_no_notes_no_backups(run: Run, profile: Paths) -> None:
    done = run("backup", "list", profile=profile)
    assert (done.status, done.out) == (0, "")
    assert done.complaint == "There are no backups yet."
    done = run("backup", "make", profile=profile)
    assert done.status == 1
    assert done.complaint == "There are no notes to back up yet."


def test_made_listed_and_put_back(run: Run, profile: Paths, article: Path) -> None:
    fill(profile, open_document(article), 30)
    notes = notes_of(profile)
    made = Path(run("backup", "make", profile=profile).out.strip())
    assert made.is_file()
    sql(profile.notes, "DELETE FROM anchors", "DELETE FROM marks")
    assert run("backup", "make", profile=profile).status == 0
    listed = run("backup", "list", profile=profile).out.splitlines()
    assert [line.split()[0] for line in listed] == ["2", "1"]
    assert str(made) in listed[1]
    done = run("backup", "restore", "1", profile=profile)
    assert done.status == 0
    assert str(made) in done.out
    assert notes_of(profile) == notes
    # What was there was the second backup already.
    assert len(run("backup", "list", profile=profile).out.splitlines()) == 2
    assert run("backup", "restore", "newest", profile=profile).status == 0
    assert notes_of(profile) == set()
    assert run("backup", "restore", made, profile=profile).status == 0
    assert notes_of(profile) == notes


def test_a_damaged_backup_is_not_put_back(run: Run, profile: Paths, article: Path) -> None:
    fill(profile, open_document(article), 30)
    made = Path(run("backup", "make", profile=profile).out.strip())
    overwrite(made, 4)
    assert run("backup", "list", profile=profile).out.endswith("  DAMAGED\n")
    assert run("backup", "restore", "1", profile=profile).status == 1
    done = run("backup", "restore", "newest", profile=profile)
    assert done.complaint == "There is no backup that is sound."


def test_a_backup_that_is_not_there(run: Run, profile: Paths) -> None:
    for name in ("7", "gone.db"):
        done = run("backup", "restore", name, profile=profile)
        assert done.status == 1
        assert "There is no" in done.complaint


def test_check_repairs(run: Run, profile: Paths, article: Path) -> None:
    fill(profile, open_document(article), 200)
    notes = notes_of(profile)
    sql(profile.notes, "UPDATE marks SET fit = 'exacu' WHERE number = 3")
    done = run("check", profile=profile)
    assert "values make no sense (1)" in done.out
    assert "--repair" in done.out
    done = run("check", "--repair", profile=profile)
    assert "mend notes: values make no sense (1). Values" in done.out
    assert "ok notes: " in done.out
    overwrite(profile.notes, pages_of(profile.notes, "marks_document")[0])
    assert "FAIL notes: " in run("check", profile=profile).out
    done = run("check", "--repair", profile=profile)
    assert "200 marks" in done.out
    assert "damaged-" in done.out or "backups" in done.out
    assert "ok notes: " in done.out
    assert notes_of(profile) == notes
