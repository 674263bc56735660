"""The forms that the two files of a profile have had, as steps from one to the next.

A step is never changed once its form was released. A form's number is the file's
`user_version`.
"""

from __future__ import annotations

from collections.abc import Sequence

from reader.store.database import Migrations, SqliteUtils

NOTES = Migrations("notes")
CACHE = Migrations("cache")


@NOTES()
def documents_and_marks(db: SqliteUtils) -> None:
    """The first form: documents with their paragraphs, marks with their anchors, history."""
    db.executescript("""
        CREATE TABLE documents (
            id TEXT PRIMARY KEY NOT NULL,
            title TEXT NOT NULL,
            author TEXT NOT NULL,
            source TEXT NOT NULL,             -- absolute path, or '' for text without a file
            checksum TEXT NOT NULL,
            language TEXT NOT NULL,
            warnings TEXT NOT NULL,           -- JSON list
            opened TEXT NOT NULL,
            place_paragraph INTEGER NOT NULL,
            place_depth REAL NOT NULL,
            length INTEGER NOT NULL           -- in paragraphs
        );
        CREATE INDEX documents_source ON documents (source);
        CREATE INDEX documents_checksum ON documents (checksum);
        CREATE INDEX documents_opened ON documents (opened);
        CREATE TABLE paragraphs (
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            pos INTEGER NOT NULL,
            kind TEXT NOT NULL,
            level INTEGER NOT NULL,
            text TEXT NOT NULL,
            hash TEXT NOT NULL,
            PRIMARY KEY (document, pos)
        );
        CREATE TABLE marks (
            id TEXT PRIMARY KEY NOT NULL,
            document TEXT NOT NULL REFERENCES documents (id),
            colour TEXT,
            note TEXT NOT NULL,
            partner TEXT NOT NULL,
            created TEXT NOT NULL,
            changed TEXT NOT NULL,
            fit TEXT NOT NULL
        );
        CREATE INDEX marks_document ON marks (document);
        CREATE TABLE anchors (
            mark TEXT NOT NULL REFERENCES marks (id) ON DELETE CASCADE,
            ord INTEGER NOT NULL,
            side TEXT NOT NULL,
            paragraph INTEGER NOT NULL,
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            quote TEXT NOT NULL,
            prefix TEXT NOT NULL,
            suffix TEXT NOT NULL,
            hash TEXT NOT NULL,
            PRIMARY KEY (mark, ord)
        );
        CREATE TABLE changes (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            label TEXT NOT NULL,
            edits TEXT NOT NULL,              -- JSON list of edits, see records.py
            merge TEXT NOT NULL,
            made TEXT NOT NULL,
            undone INTEGER NOT NULL
        );
        CREATE INDEX changes_document ON changes (document, undone, id);
    """)


@CACHE()
def translations(db: SqliteUtils) -> None:
    """The first form: translations by text and engine."""
    db.executescript("""
        CREATE TABLE renderings (
            hash TEXT NOT NULL,
            engine TEXT NOT NULL,
            text TEXT NOT NULL,
            pairs TEXT NOT NULL,              -- JSON list, see translations.py
            made TEXT NOT NULL,
            PRIMARY KEY (hash, engine)
        );
        CREATE TABLE shown (hash TEXT PRIMARY KEY NOT NULL) WITHOUT ROWID;
    """)


@NOTES()
def words_tags_and_search(db: SqliteUtils) -> None:
    """The second form: words, tags, a bin, and an index of all that can be searched.

    What is indexed has a number of its own, since VACUUM may renumber the rows of a table
    without one (https://sqlite.org/lang_vacuum.html). The index holds no text; it reads
    it through a view that writes ss for ß, which SQLite's tokenizer does not.
    """

    def words_in(text: str) -> int:
        return len(text.split())

    db.conn.create_function("words_in", 1, words_in)
    db.executescript("""
        ALTER TABLE documents ADD COLUMN date TEXT NOT NULL DEFAULT '';
        ALTER TABLE documents ADD COLUMN format TEXT NOT NULL DEFAULT '';
        ALTER TABLE documents ADD COLUMN import_version INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE documents ADD COLUMN words INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE documents ADD COLUMN mode TEXT NOT NULL DEFAULT '';
        ALTER TABLE documents ADD COLUMN tags TEXT NOT NULL DEFAULT '[]';      -- JSON list
        ALTER TABLE documents ADD COLUMN removed TEXT NOT NULL DEFAULT '';     -- when, or ''
        ALTER TABLE documents ADD COLUMN removed_on INTEGER NOT NULL DEFAULT 0; -- a day's number
        UPDATE documents SET words = (
            SELECT coalesce(sum(words_in(text)), 0) FROM paragraphs WHERE document = documents.id
        );

        CREATE TABLE new_paragraphs (
            number INTEGER PRIMARY KEY,
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            pos INTEGER NOT NULL,
            kind TEXT NOT NULL,
            level INTEGER NOT NULL,
            text TEXT NOT NULL,
            hash TEXT NOT NULL,
            runs TEXT NOT NULL,               -- JSON list, see records.py
            UNIQUE (document, pos)
        );
        INSERT INTO new_paragraphs (document, pos, kind, level, text, hash, runs)
            SELECT document, pos, kind, level, text, hash, '[]' FROM paragraphs
            ORDER BY document, pos;
        DROP TABLE paragraphs;
        ALTER TABLE new_paragraphs RENAME TO paragraphs;
        CREATE INDEX paragraphs_hash ON paragraphs (hash, document);

        CREATE TABLE new_marks (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            document TEXT NOT NULL REFERENCES documents (id),
            colour TEXT,
            note TEXT NOT NULL,
            tags TEXT NOT NULL,               -- JSON list
            quote TEXT NOT NULL,              -- that of its anchors, for the index
            partner TEXT NOT NULL,
            created TEXT NOT NULL,
            changed TEXT NOT NULL,
            fit TEXT NOT NULL
        );
        INSERT INTO new_marks
                (id, document, colour, note, tags, quote, partner, created, changed, fit)
            SELECT id, document, colour, note, '[]', coalesce((
                SELECT group_concat(quote, char(10)) FROM (
                    SELECT quote FROM anchors WHERE mark = marks.id ORDER BY ord
                )
            ), ''), partner, created, changed, fit FROM marks ORDER BY rowid;
        DROP TABLE marks;
        ALTER TABLE new_marks RENAME TO marks;
        CREATE INDEX marks_document ON marks (document);

        CREATE TABLE words (
            number INTEGER PRIMARY KEY,
            id TEXT NOT NULL UNIQUE,
            document TEXT NOT NULL REFERENCES documents (id),
            lemma TEXT NOT NULL,
            part TEXT NOT NULL,
            meaning TEXT NOT NULL,
            sentence TEXT NOT NULL,
            partner TEXT NOT NULL,
            created TEXT NOT NULL,
            changed TEXT NOT NULL,
            fit TEXT NOT NULL,
            side TEXT NOT NULL,
            paragraph INTEGER NOT NULL,
            start INTEGER NOT NULL,
            "end" INTEGER NOT NULL,
            quote TEXT NOT NULL,
            prefix TEXT NOT NULL,
            suffix TEXT NOT NULL,
            hash TEXT NOT NULL
        );
        CREATE INDEX words_document ON words (document);

        CREATE TABLE bin (
            id TEXT PRIMARY KEY NOT NULL,
            document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
            item TEXT NOT NULL,               -- JSON of a mark or a word, see records.py
            deleted TEXT NOT NULL,
            deleted_on INTEGER NOT NULL       -- the number of a day
        );
        CREATE INDEX bin_document ON bin (document);
        CREATE TABLE days (                   -- on which the profile was used, see days.py
            number INTEGER PRIMARY KEY,
            day TEXT NOT NULL UNIQUE
        );
    """)
    index(db, "paragraphs", ["text"])
    index(db, "marks", ["note", "quote", "tags"])
    index(db, "words", ["lemma", "quote", "meaning"])


@NOTES()
def how_far_it_was_read(db: SqliteUtils) -> None:
    """The third form: how many paragraphs of a document were read to their end."""
    db.executescript("""
        ALTER TABLE documents ADD COLUMN read INTEGER NOT NULL DEFAULT 0;
        UPDATE documents SET read = place_paragraph;
    """)


@CACHE()
def search(db: SqliteUtils) -> None:
    """The second form: translations have an index, as in `words_tags_and_search`."""
    db.executescript("""
        CREATE TABLE new_renderings (
            number INTEGER PRIMARY KEY,
            hash TEXT NOT NULL,
            engine TEXT NOT NULL,
            text TEXT NOT NULL,
            pairs TEXT NOT NULL,              -- JSON list, see translations.py
            made TEXT NOT NULL,
            UNIQUE (hash, engine)
        );
        INSERT INTO new_renderings (hash, engine, text, pairs, made)
            SELECT hash, engine, text, pairs, made FROM renderings;
        DROP TABLE renderings;
        ALTER TABLE new_renderings RENAME TO renderings;
    """)
    index(db, "renderings", ["text"])


def index(db: SqliteUtils, table: str, columns: Sequence[str]) -> None:
    """Makes the index `<table>_index` of a table's columns, with triggers that keep it true.

    It holds what begins with each letter: the first key that is typed has the most hits.
    `INSERT OR REPLACE` would pass by the triggers: rows are deleted, inserted and updated.
    """

    def folded(name: str) -> str:
        return f"replace(replace({name}, 'ß', 'ss'), 'ẞ', 'ss')"

    names = ", ".join(columns)
    own = ", ".join(f"{folded(name)} AS {name}" for name in columns)
    new = ", ".join(folded(f"new.{name}") for name in columns)
    old = ", ".join(folded(f"old.{name}") for name in columns)
    add = f"INSERT INTO {table}_index (rowid, {names}) VALUES (new.number, {new});"
    take = (
        f"INSERT INTO {table}_index ({table}_index, rowid, {names})"
        f" VALUES ('delete', old.number, {old});"
    )
    db.executescript(f"""
        CREATE VIEW {table}_folded AS SELECT number, {own} FROM {table};
        CREATE VIRTUAL TABLE {table}_index USING fts5 (
            {names}, content = '{table}_folded', content_rowid = 'number',
            tokenize = 'unicode61 remove_diacritics 2', prefix = '1'
        );
        INSERT INTO {table}_index ({table}_index) VALUES ('rebuild');
        CREATE TRIGGER {table}_inserted AFTER INSERT ON {table} BEGIN {add} END;
        CREATE TRIGGER {table}_deleted AFTER DELETE ON {table} BEGIN {take} END;
        CREATE TRIGGER {table}_updated AFTER UPDATE ON {table} BEGIN {take} {add} END;
    """)
