"""The two files: made, brought up to date, and refused without a trace."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from reader.errors import KnownError
from reader.store import forms, schema
from reader.store.database import DamagedFileError, Database, Migrations, SqliteUtils

DOCUMENT = """
    INSERT INTO documents
        (id, title, author, source, checksum, language, warnings, opened,
         place_paragraph, place_depth, length)
    VALUES ('a', 'T', '', '', '', 'de', '[]', '', 0, 0, 0)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "notes.db"


def open_and_close(path: Path, migrations: Migrations = schema.NOTES) -> None:
    schema.open_notes(path, path.parent / "backups", migrations).close()


def sql(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def next_form() -> Migrations:
    migrations = Migrations("notes")
    steps = forms.documents_and_marks, forms.words_tags_and_search, forms.how_far_it_was_read
    for step in steps:
        migrations(name=step.__name__)(step)

    @migrations()
    def probes(db: SqliteUtils) -> None:
        db.execute("CREATE TABLE probes (mark TEXT, probe TEXT)")

    return migrations


def test_a_new_file_is_ours_and_durable(file: Path) -> None:
    with closing(schema.open_notes(file, file.parent)) as database:
        assert database.value("PRAGMA journal_mode") == "wal"
        assert database.value("PRAGMA synchronous") == 2
        assert database.value("PRAGMA foreign_keys") == 1
        assert database.value("PRAGMA application_id") == schema.NOTES_ID
        assert database.value("PRAGMA user_version") == 3
    assert list(contents(file.parent)) == ["notes.db"]


def test_an_empty_file_is_taken(file: Path) -> None:
    file.touch()
    open_and_close(file)
    open_and_close(file)


def make_newer(path: Path) -> None:
    open_and_close(path)
    sql(path, "PRAGMA user_version = 7")


def make_foreign(path: Path) -> None:
    sql(path, "CREATE TABLE recipes (name TEXT)")


def make_foreign_with_an_id(path: Path) -> None:
    sql(path, "PRAGMA application_id = 77")


def make_foreign_in_wal(path: Path) -> None:
    sql(path, "PRAGMA journal_mode = WAL", "CREATE TABLE recipes (name TEXT)")


def make_text(path: Path) -> None:
    path.write_text("Liebes Tagebuch! " * 500)


def make_cut(path: Path) -> None:
    open_and_close(path)
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])


def make_flipped(path: Path) -> None:
    open_and_close(path)
    data = bytearray(path.read_bytes())
    data[4096:8192] = bytes(4096)
    path.write_bytes(data)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (make_newer, "newer version"),
        (make_foreign, "another program"),
        (make_foreign_with_an_id, "another program"),
        (make_foreign_in_wal, "another program"),
        (make_text, "no SQLite database"),
        (make_cut, "damaged"),
        (make_flipped, "damaged"),
    ],
)
def test_a_refused_file_keeps_every_byte(
    file: Path, make: Callable[[Path], None], reason: str
) -> None:
    make(file)
    before = contents(file.parent)
    with pytest.raises(KnownError, match=reason) as raised:
        open_and_close(file)
    assert str(file) in raised.value.message
    assert raised.value.advice
    assert contents(file.parent) == before


def copy_while_open(source: Path, folder: Path) -> Path:
    """What a killed process leaves behind: the file with its journal."""
    folder.mkdir()
    for suffix in ("", "-wal"):
        shutil.copy(f"{source}{suffix}", folder)
    return folder / source.name


def test_a_newer_form_that_is_only_in_the_journal_is_refused(file: Path, tmp_path: Path) -> None:
    with closing(schema.open_notes(file, tmp_path)) as database:
        database.execute("PRAGMA user_version = 7")
        killed = copy_while_open(file, tmp_path / "killed")
    before = contents(killed.parent)
    with pytest.raises(KnownError, match="newer version"):
        open_and_close(killed)
    after = contents(killed.parent)
    after.pop("notes.db-shm", None)  # an index of the journal, made by every reader
    assert after == before


def test_what_is_only_in_the_journal_is_kept(file: Path, tmp_path: Path) -> None:
    with closing(schema.open_notes(file, tmp_path)) as database:
        database.execute("CREATE TABLE probe (x)")
        killed = copy_while_open(file, tmp_path / "killed")
    with closing(schema.open_notes(killed, tmp_path)) as database:
        assert database.value("SELECT count(*) FROM probe") == 0


def test_a_journal_without_its_file_is_not_thrown_away(file: Path, tmp_path: Path) -> None:
    with closing(schema.open_notes(file, tmp_path)) as database:
        database.execute("CREATE TABLE probe (x)")
        killed = copy_while_open(file, tmp_path / "killed")
    killed.unlink()
    before = contents(killed.parent)
    with pytest.raises(KnownError, match="journal"):
        open_and_close(killed)
    assert contents(killed.parent) == before


def test_a_folder_in_the_place_of_the_file(file: Path) -> None:
    file.mkdir()
    with pytest.raises(KnownError, match="no file"):
        open_and_close(file)


def test_a_file_in_the_place_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "profile").touch()
    with pytest.raises(KnownError, match=r"notes\.db cannot be made"):
        open_and_close(tmp_path / "profile" / "notes.db")


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user may enter; pytest's own are its user's alone."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o777)
        yield folder


@pytest.mark.parametrize("read_only", ["file", "folder"])
def test_a_read_only_profile(open_folder: Path, read_only: str) -> None:
    file = open_folder / "notes.db"
    open_and_close(file)
    file.chmod(0o444 if read_only == "file" else 0o666)
    open_folder.chmod(0o555 if read_only == "folder" else 0o777)
    before = contents(open_folder)
    # Rights do not bind root: a child opens the file as somebody else.
    child = """
        import os, sys
        from pathlib import Path
        from reader.errors import KnownError
        from reader.store import schema
        if os.getuid() == 0:
            os.setuid(65534)
        try:
            schema.open_notes(Path(sys.argv[1]), Path(sys.argv[1]).parent)
        except KnownError as error:
            print(error)
    """
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(child), str(file)],
        capture_output=True,
        text=True,
        check=True,
    )
    open_folder.chmod(0o777)
    assert str(file) in done.stdout
    assert "Check the rights" in done.stdout
    assert contents(open_folder) == before


def test_eight_processes_make_one_file(file: Path) -> None:
    child = """
        import sys
        from pathlib import Path
        from reader.store import schema
        path = Path(sys.argv[1])
        sys.stdin.readline()
        for _ in range(20):
            schema.open_notes(path, path.parent).close()
    """
    command = [sys.executable, "-c", textwrap.dedent(child), str(file)]
    children = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(8)
    ]
    for process in children:
        assert process.stdin
        process.stdin.write("\n")
        process.stdin.flush()
    faults = [process.communicate()[1] for process in children]
    assert faults == [""] * 8


def test_who_is_killed_while_it_makes_the_file_leaves_one_that_opens(file: Path) -> None:
    """With pages in it that mean nothing without the journal."""
    child = """
        import os, sqlite3, sys
        connection = sqlite3.connect(sys.argv[1], isolation_level=None)
        connection.executescript("PRAGMA cache_size = 1; BEGIN; CREATE TABLE texts (text);")
        for _ in range(500):
            connection.execute("INSERT INTO texts VALUES (?)", ["x" * 3000])
        os._exit(9)
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([sys.executable, "-c", textwrap.dedent(child), str(file)], check=False)
    assert file.stat().st_size > 100_000
    assert Path(f"{file}-journal").stat().st_size > 0
    with closing(schema.open_notes(file, file.parent)) as database:
        assert database.value("SELECT count(*) FROM marks") == 0
        schema.check(database)


def test_a_copy_is_made_before_a_migration(file: Path) -> None:
    open_and_close(file)
    sql(file, DOCUMENT)
    open_and_close(file, next_form())
    with closing(sqlite3.connect(file)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (4,)
        assert connection.execute("SELECT count(*) FROM probes").fetchone() == (0,)
    (copy,) = (file.parent / "backups").iterdir()
    assert copy.name.startswith("notes-v3-")
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (3,)
        assert connection.execute("PRAGMA application_id").fetchone() == (schema.NOTES_ID,)
        assert connection.execute("SELECT title FROM documents").fetchone() == ("T",)
    with pytest.raises(KnownError, match="newer version"):
        open_and_close(file)


def test_no_migration_without_a_copy(file: Path) -> None:
    open_and_close(file)
    before = contents(file.parent)
    (file.parent / "backups").touch()
    with pytest.raises(KnownError, match="copy"):
        open_and_close(file, next_form())
    (file.parent / "backups").unlink()
    assert contents(file.parent) == before


def test_a_migration_that_fails_leaves_the_old_form(file: Path) -> None:
    migrations = next_form()

    @migrations()
    def broken(db: SqliteUtils) -> None:
        db.execute("DROP TABLE marks")
        db.execute("DROP TABLE nothing")

    open_and_close(file)
    with pytest.raises(sqlite3.OperationalError):
        open_and_close(file, migrations)
    open_and_close(file)


def test_check_reads_all(file: Path) -> None:
    with closing(schema.open_notes(file, file.parent)) as database:
        schema.check(database)
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("INSERT INTO anchors VALUES ('m', 0, 'source', 0, 0, 1, 'a', '', '', '')")
        with pytest.raises(DamagedFileError, match="anchors"):
            schema.check(database)


def is_empty_cache(database: Database) -> bool:
    return database.value("SELECT count(*) FROM renderings") == 0


def test_a_cache_stays(file: Path) -> None:
    with closing(schema.open_cache(file)) as database:
        database.execute("INSERT INTO renderings VALUES (1, 'h', 'e', 't', '[]', '')")
    with closing(schema.open_cache(file)) as database:
        assert not is_empty_cache(database)


@pytest.mark.parametrize("make", [make_newer, make_foreign, make_text, make_flipped])
def test_a_worn_cache_is_set_aside(file: Path, make: Callable[[Path], None]) -> None:
    make(file)
    before = file.read_bytes()
    with closing(schema.open_cache(file)) as database:
        assert is_empty_cache(database)
    assert Path(f"{file}.worn").read_bytes() == before
    with closing(schema.open_cache(file)) as database:
        assert database.value("PRAGMA journal_mode") == "wal"


def test_a_cache_that_cannot_be_written_lives_in_memory(tmp_path: Path) -> None:
    (tmp_path / "cache").touch()
    for path in (tmp_path / "cache" / "cache.db", tmp_path):
        with closing(schema.open_cache(path)) as database:
            assert is_empty_cache(database)
    assert list(tmp_path.iterdir()) == [tmp_path / "cache"]
