"""Time, memory and what the reading child opens: hostile input is refused, or its good part given.

Limits are made small here, so that reaching them takes no time; the full form has the
real ones too.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reader import formats
from reader.errors import KnownError
from reader.formats import _child, _limits, read_apart, read_document
from reader.model import Document
from tests.formats.german import SENTENCES
from tests.formats.test_hostile import XML, container_of, epub, one_page, pages, stream, xhtml
from tests.processes import unwatched

SMALL = """
import sys
from reader.formats import _host, _limits
_limits.LEAST_SECONDS, _limits.STEP_SECONDS = {least}, {step}
def parse(data, name, reader):
    {code}
_host.parse = parse
sys.exit(_host.main())
"""


def child_with(
    monkeypatch: pytest.MonkeyPatch, code: str, least: float = 0.2, step: float = 0.2
) -> None:
    """The real child with small limits, in which `code` reads the `data`."""
    program = SMALL.format(code=code, least=least, step=step)
    monkeypatch.setattr(_child, "command", lambda: [sys.executable, "-c", program])


def refusal(data: bytes = b"%PDF-1.7 ...", name: str = "buch.pdf") -> str:
    with pytest.raises(KnownError) as fault:
        read_apart(data, name)
    assert name in fault.value.message
    assert fault.value.advice
    return fault.value.message


# ---- Time


def test_what_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    child_with(monkeypatch, "while True: pass")
    assert "takes longer" in refusal()


def test_a_page_that_hangs_ends_a_large_file_as_soon_as_a_small_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    child_with(monkeypatch, "_limits.go_on(0.8)\n    while True: pass", least=500)
    assert "takes longer" in refusal()


def test_as_long_as_pages_come_the_time_of_a_page_is_no_limit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    code = """from time import process_time
    from reader.model import Document, Kind, Paragraph
    for _ in range(5):
        assert _limits.go_on(0.8)
        until = process_time() + 0.15
        while process_time() < until: pass
    return Document("Titel", (Paragraph(Kind.TEXT, "Ein Satz."),))"""
    child_with(monkeypatch, code, least=100, step=0.5)
    assert read_apart(b"%PDF-1.7 ...", "buch.pdf").title == "Titel"


def test_there_is_an_end_to_the_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    code = """from reader.model import Document, Kind, Paragraph
    while _limits.go_on(0.8): pass
    return Document("Titel", (Paragraph(Kind.TEXT, "Ein Satz."),))"""
    child_with(monkeypatch, code, least=0.5, step=60)
    assert read_apart(b"%PDF-1.7 ...", "buch.pdf").title == "Titel"


def limited_to(monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    """There is time for so many pages or chapters."""
    answers: Iterator[bool] = iter([True] * steps + [False])
    monkeypatch.setattr(_limits, "go_on", lambda _share: next(answers))


def test_the_first_pages_of_a_file_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    limited_to(monkeypatch, 2)
    texts = ("Der Hund schlief.", "Die Katze sah zu.", "Es regnete.", "Dann war Ruhe im Haus.")
    document = read_document(pages(*texts), "buch.pdf")
    assert " ".join(p.text for p in document.paragraphs) == " ".join(texts[:2])
    assert document.warnings == (
        "Only the first 2 of 4 pages were read: more would take too long.",
    )


def test_the_first_chapters_of_a_book_that_takes_too_long(monkeypatch: pytest.MonkeyPatch) -> None:
    limited_to(monkeypatch, 1)
    document = read_document(container_of(*SENTENCES[:3]), "buch.epub")
    assert [p.text for p in document.paragraphs] == ["Buch", SENTENCES[0]]
    assert document.warnings == (
        "Only the first 1 of 3 chapters were read: more would take too long.",
    )


def test_nothing_is_limited_where_there_are_no_limits() -> None:
    assert all(_limits.go_on(0.8) for _ in range(3))


def test_what_waits_is_ended_by_the_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    child_with(monkeypatch, "import time; time.sleep(60)", least=60)
    monkeypatch.setattr(_limits, "LEAST_PATIENCE", 0.5)
    assert "takes longer" in refusal()


@pytest.mark.parametrize("worked", [0.1, 400])
def test_where_the_machine_is_busy_there_are_the_first_pages(
    monkeypatch: pytest.MonkeyPatch, worked: float
) -> None:
    """What gets no processor time has the clock's, and stops early enough to say so.

    What the process did before does not count.
    """
    monkeypatch.setattr(time, "process_time", lambda: worked)
    monkeypatch.setattr(_limits, "LEAST_PATIENCE", 0.2)
    with _limits.limited(1_000):
        assert _limits.go_on(0.8)
        time.sleep(0.18)
        assert not _limits.go_on(0.8)


def test_no_small_file_has_more_than_ten_seconds_with_its_process() -> None:
    assert _limits.patience(1_000_000) + 0.5 <= 10
    assert _limits.STEP_SECONDS + 2 <= 10


def test_large_files_have_more_by_the_clock_than_of_the_processor() -> None:
    for size in (1_000_000, 2_000_000, 20_000_000, 200_000_000):
        assert _limits.patience(size) > 1.2 * _limits.seconds(size)


# ---- Size


def test_a_gigabyte_is_refused_unread(tmp_path: Path) -> None:
    file = tmp_path / "riesig.txt"
    with file.open("wb") as sparse:
        sparse.truncate(1_000_000_000)
    started = time.process_time()
    with pytest.raises(KnownError, match=r"riesig\.txt is larger than 200 MB"):
        formats.open_document(file)
    assert time.process_time() - started < 1


def test_text_has_a_limit_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "_MOST_TEXT", 1_000)
    long = "\n".join(SENTENCES).encode()
    for name in ("lang.txt", "lang", "lang.srt", "lang.md", "lang.html"):
        with pytest.raises(KnownError, match=rf"^{re.escape(name)} is larger than"):
            read_document(long, name)
    for sign in ("", "&amp;"):  # to be cleaned or not
        book = epub(xhtml(f"<p>{sign}{' '.join(SENTENCES)}</p>"))
        with pytest.raises(KnownError, match="larger than"):
            read_document(book, "lang.epub")


def test_large_text_is_read_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    child_with(monkeypatch, "raise MemoryError")
    assert read_apart(b"Ein Satz.", "kurz.txt").paragraphs
    monkeypatch.setattr(formats, "_LARGE", 100)
    assert "more memory" in refusal(b"Ein Satz. " * 20, "lang.txt")


@pytest.mark.parametrize("code", ["bytearray(5_000_000_000)", "[b'x' * 100_000_000] * 1_000"])
def test_memory_ends_with_a_word(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    child_with(monkeypatch, f"x = [bytes(n) for n in [10**9] * 9]; {code}", least=60)
    assert "more memory" in refusal()


# ---- Files and connections

OPENS = re.compile(r'(?:open|openat|openat2|creat)\((?:AT_FDCWD, )?"([^"]+)", ([A-Z_|]+)')
OF_THE_SYSTEM = ("/lib", "/usr", "/proc", "/sys", "/etc/ld.so", "/etc/localtime", "/dev", "/opt")


def hostile(kind: str, secret: Path) -> bytes:
    """A German document that wants the file `secret` by every way there is in its format."""
    where = secret.as_uri()
    words = " ".join(SENTENCES[:8])
    match kind:
        case "seite.html":
            return (
                f"<html><head><base href='{secret.parent.as_uri()}/'><link rel='stylesheet' href="
                f"'{where}'></head><body><p>{words}</p><img src='{where}'><iframe src='{where}'>"
                f"</iframe><object data='{where}'></object><script src='{where}'></script>"
            ).encode()
        case "buch.pdf":
            action = b"/OpenAction <</S /URI /URI (%s)>>" % where.encode()
            launch = b"/AA <</O <</S /Launch /F (%s)>>>>" % os.fsencode(secret)
            objects = one_page(
                stream(b"BT /F 12 Tf (Am Morgen lag dichter Nebel.) Tj ET", b"/F (%s)" % b"x")
            )
            objects[0] = objects[0].replace(b"/Pages", action + launch + b" /Pages", 1)
            from tests.formats.test_hostile import pdf

            return pdf(*objects)
        case "brief.rtf":
            field = f'{{\\field{{\\*\\fldinst INCLUDETEXT "{secret}"}}{{\\fldrslt x}}}}'
            link = f"{{\\object\\objlink{{\\*\\objdata {secret}}}}}"
            return f"{{\\rtf1 {{\\*\\template {secret}}} Am Morgen.{field}{link}\\par}}".encode()
        case "text.md":
            return f"# Titel\n\n{words}\n\n![x]({where}) <img src='{where}'>\n".encode()
        case _:
            head = f"<!DOCTYPE a SYSTEM '{where}' [<!ENTITY x SYSTEM '{where}'>]>"
            return XML[kind](f"{words} &x;", head)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is Linux's")
@pytest.mark.parametrize("kind", ["seite.html", "buch.pdf", "brief.rtf", "text.md", *XML])
def test_no_file_is_opened_none_written_and_no_connection_made(kind: str, tmp_path: Path) -> None:
    assert shutil.which("strace"), "packaging/setup.sh installs it"
    secret = tmp_path / "geheim"
    secret.write_text("Geheimnis")
    log = tmp_path / "log"
    watched = "trace=open,openat,openat2,creat,connect,bind,unlink,rename,mkdir,execve"
    head = f'{{"name": "{kind}", "reader": ""}}\n'.encode()
    done = subprocess.run(
        ["strace", "-f", "-qq", "-s", "500", "-e", watched, "-o", log, *_child.command()],
        input=head + hostile(kind, secret),
        capture_output=True,
        check=True,
        env={
            **unwatched(),
            "PYTHONPATH": os.pathsep.join(sys.path),
            "PYTHONDONTWRITEBYTECODE": "1",
        },
    )
    assert b"Morgen" in done.stdout
    assert b"Geheimnis" not in done.stdout

    calls = log.read_text()
    assert str(secret) not in calls.replace(f'"{log}"', "")
    assert not re.search(r"\b(?:connect|bind|unlink|rename|mkdir)\(", calls)
    assert len(re.findall(r"\bexecve\(", calls)) == 1  # the child itself
    opened = OPENS.findall(calls)
    assert len(opened) > 20, "the watch does watch"
    ours = tuple(str(Path(path).resolve()) for path in (*sys.path, sys.prefix, sys.base_prefix))
    for path, how in opened:
        # The child maps itself to a user of a namespace that has no network.
        assert how.startswith("O_RDONLY") or path.startswith("/proc/"), (path, how)
        assert path.startswith((*OF_THE_SYSTEM, *ours)), path


def test_a_megabyte_takes_no_more_than_ten_seconds(monkeypatch: pytest.MonkeyPatch) -> None:
    """By the clock of the processor, and with the process; the full form has the real limit."""
    least = _limits.LEAST_SECONDS if os.environ.get("LESEPULT_FULL") else 0.2
    child_with(monkeypatch, "while True: pass", least=least, step=7)
    before = os.times()
    assert "takes longer" in refusal(b"%PDF-1.7" + bytes(999_000))
    after = os.times()
    used = after.children_user + after.children_system
    assert used - before.children_user - before.children_system <= least + 3


def test_documents_read_apart_keep_everything() -> None:
    data = container_of(f"Ein <em>Satz</em> mit <a href='https://x.de/'>Link</a>. {SENTENCES[0]}")
    here, apart = read_document(data, "buch.epub"), read_apart(data, "buch.epub")
    assert here == apart
    assert isinstance(apart, Document)
    assert [run.style for p in apart.paragraphs for run in p.runs] == ["emphasis", "link"]
