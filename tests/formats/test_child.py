"""Reading in a child process: the same document, and a plain word whatever becomes of it."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from reader.errors import KnownError
from reader.formats import _child, _limits, open_document, read_apart, read_document
from reader.model import Document
from reader.phrases import from_json
from tests.formats.test_samples import SAMPLES

ONE_OF_EACH = (
    "zeitung.html",
    "pandoc-epub3.epub",
    "spalten.pdf",
    "pandoc-docx.docx",
    "pandoc-odt.odt",
    "pandoc-fb2.fb2",
    "pandoc-rtf.rtf",
)


def child_that(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    """Has that done instead of the reading."""
    monkeypatch.setattr(_child, "command", lambda: [sys.executable, "-c", code])


def refusal() -> KnownError:
    with pytest.raises(KnownError, match=r"buch\.pdf") as fault:
        read_apart(b"%PDF-1.7 ...", "buch.pdf")
    return fault.value


@pytest.mark.parametrize("name", ONE_OF_EACH)
def test_the_same_document_as_in_this_process(name: str) -> None:
    path = SAMPLES / name
    document = open_document(path)
    assert document.paragraphs == read_document(path.read_bytes(), name).paragraphs
    assert Path(document.source) == path
    assert document.checksum
    assert document.title


def test_plain_text_needs_no_child(article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    child_that(monkeypatch, "raise SystemExit(1)")
    assert len(open_document(article).paragraphs) == 10
    assert open_document(SAMPLES / "film.srt").paragraphs


def test_what_is_known_to_be_wrong_is_said_as_it_is() -> None:
    data = b"%PDF-1.7 nichts"
    with pytest.raises(KnownError) as here:
        read_document(data, "buch.pdf")
    with pytest.raises(KnownError) as apart:
        read_apart(data, "buch.pdf")
    assert (here.value.message, here.value.advice) == (apart.value.message, apart.value.advice)


def test_a_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    for code in (
        "import os; os.abort()",
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    ):
        child_that(monkeypatch, code)
        fault = refusal()
        assert "broke down" in fault.message
        assert fault.advice


def test_a_fault_of_ours_is_said_and_logged(
    monkeypatch: pytest.MonkeyPatch, expect_log: Callable[[str], None]
) -> None:
    expect_log("ZeroDivisionError")
    child_that(monkeypatch, "1 / 0")
    assert "broke down" in refusal().message


def test_no_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_limits, "LEAST_PATIENCE", 0.5)
    child_that(monkeypatch, "while True: pass")
    started = time.monotonic()
    assert "longer than" in refusal().message
    assert time.monotonic() - started < 8


def test_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_child, "command", lambda: ["/gibt/es/nicht"])
    assert "no process" in refusal().message


def host_that(code: str, data: bytes = b"...") -> subprocess.CompletedProcess[bytes]:
    """The real child, but for what reads the bytes: that is `code`, which has `data`."""
    program = f"""
import sys
from reader.formats import _host
def parse(data, name, reader):
    {code}
_host.parse = parse
sys.exit(_host.main())
"""
    head = json.dumps({"name": "buch.pdf", "reader": ""}).encode() + b"\n"
    return subprocess.run(
        [sys.executable, "-c", program], input=head + data, capture_output=True, check=False
    )


def test_too_much_memory_is_refused() -> None:
    done = host_that("return bytearray(4_000_000_000)")
    message = from_json(json.loads(done.stdout)["message"])
    assert message.startswith("buch.pdf cannot be read: that takes more memory")


def test_too_much_processor_time_ends_it() -> None:
    done = host_that(
        "import resource; resource.setrlimit(resource.RLIMIT_CPU, (1, 2))\n    while True: pass"
    )
    assert done.returncode == -signal.SIGXCPU


def test_no_file_is_written(tmp_path: Path) -> None:
    done = host_that(f"open({str(tmp_path / 'datei')!r}, 'wb', 0).write(b'x' * 100_000)")
    assert done.returncode == 1
    assert b"File too large" in done.stderr
    assert not (tmp_path / "datei").exists() or (tmp_path / "datei").stat().st_size == 0


def test_no_connection() -> None:
    done = host_that("import socket; socket.create_connection(('127.0.0.1', 9))")
    assert done.returncode == 1
    assert b"keeps off the network" in done.stderr


def test_what_a_library_prints_is_no_part_of_the_reply() -> None:
    done = host_that(
        "import os; os.write(1, b'Warnung!'); print('noch eine')\n"
        "    from reader.model import Document, Paragraph, Kind\n"
        "    return Document('Titel', (Paragraph(Kind.TEXT, 'Ein Satz.'),))"
    )
    assert json.loads(done.stdout.splitlines()[0])["title"] == "Titel"


def test_limits_end_with_the_reading() -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    with _limits.limited(1000):
        assert resource.getrlimit(resource.RLIMIT_FSIZE)[0] == 0
    assert resource.getrlimit(resource.RLIMIT_FSIZE) == before


def test_limits_grow_with_the_file() -> None:
    assert _limits.seconds(1_000) < 10
    assert _limits.seconds(1_000) < _limits.seconds(2_000_000) < _limits.seconds(200_000_000) <= 300


def test_odd_names(tmp_path: Path) -> None:
    for name in ("zwei\nZeilen.rtf", "Ümläut “.rtf", "-m.rtf"):
        path = tmp_path / name
        path.write_bytes(b"{\\rtf1 Ein Satz.}")
        document: Document = open_document(path)
        assert document.paragraphs[0].text == "Ein Satz."
